//! The rules' pages, as `docs/rules/` holds them.

use include_dir::{Dir, include_dir};

use crate::diagnostic::Locale;

static PAGES: Dir = include_dir!("$CARGO_MANIFEST_DIR/docs/rules");

/// What the page of the rule with this code says in one language, with its examples.
pub(super) fn of(code: &str, locale: Locale) -> Option<String> {
    let page = PAGES.get_file(format!("{code}.md"))?.contents_utf8()?;
    let mut out = String::new();
    let mut fence = "";
    for line in page.lines() {
        let mark = &line[..line.len() - line.trim_start_matches('`').len()];
        if !fence.is_empty() || mark.len() >= 3 {
            out.push_str(line);
            if fence.is_empty() {
                fence = mark;
            } else if mark == fence {
                fence = "";
            }
        } else if line.is_empty() {
            // A paragraph of the other language leaves its own.
            if out.ends_with("\n\n") {
                continue;
            }
        } else if let Some(own) = own(line, locale) {
            out.push_str(&own);
        } else {
            continue;
        }
        out.push('\n');
    }
    Some(out)
}

/// What a line outside of the examples says in one language: names and values stand in both with a dot between, sentences have lines of their
/// own.
fn own(line: &str, locale: Locale) -> Option<String> {
    let side = |text: &str| {
        let (mark, words) = text.split_at(text.find(|char: char| !"#- ".contains(char))?);
        let (en, zh) = words.split_once(" · ").unwrap_or((words, words));
        Some([mark, if locale == Locale::En { en } else { zh }].concat())
    };
    if line.starts_with("- ") {
        let (name, value) = line.split_once(": ")?;
        return Some([side(name)?, side(value)?].join(": "));
    }
    let is_english = line.trim_end().ends_with(|char: char| char.is_ascii());
    let both = line.starts_with('#');
    (both || is_english == (locale == Locale::En))
        .then(|| side(line.trim_end()).unwrap_or_default())
}
