//! The rules' pages, as `docs/rules/` holds them.

use include_dir::{Dir, include_dir};

static PAGES: Dir = include_dir!("$CARGO_MANIFEST_DIR/docs/rules");

/// The page of the rule with this code.
pub(super) fn of(code: &str) -> Option<&'static str> {
    PAGES.get_file(format!("{code}.md"))?.contents_utf8()
}
