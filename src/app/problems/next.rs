//! From problem to problem in the order of the text.

use clusterwright::text::utf8_offset;
use leptos::prelude::*;

use crate::app::editor::strings;
use crate::app::problems::card;
use crate::app::state::{Page, Target};
use crate::app::{browser, ids};

/// Leads to the next problem, or the one before, counted from the caret if the text has the focus, else from the last one that was gone to.
/// After the last comes the first.
pub(crate) fn next_problem(page: Page, forward: bool) {
    page.check_now();
    let analysis = page.seen();
    let starts = || {
        let marks = analysis.diagnostics.iter().map(|found| analysis.mark(&found.place).start);
        marks.filter(|_| !analysis.text().trim_ascii().is_empty())
    };
    let here = caret(page).map(|at| utf8_offset(analysis.text(), at));
    let last = || page.target.get_untracked().map(|target| target.span.start);
    let here = here.or_else(last);
    let found = match (here, forward) {
        (Some(here), true) => starts().find(|&start| start > here),
        (Some(here), false) => starts().filter(|&start| start < here).last(),
        (None, _) => None,
    };
    let found = found.or_else(|| if forward { starts().next() } else { starts().last() });
    let Some(start) = found else {
        return page.tell(strings::NO_PROBLEM, Vec::new());
    };
    let Some(one) =
        analysis.diagnostics.iter().find(|found| analysis.mark(&found.place).start == start)
    else {
        return;
    };
    let span = analysis.mark(&one.place);
    page.go(span, &analysis.pointer(&one.place));
    page.target.set(Some(Target { span: card::shown(&analysis, span), explained: true }));
}

/// Where the selection begins, in UTF-16 code units, if the text has the focus.
fn caret(page: Page) -> Option<u32> {
    let editor = page.editor.get_untracked()?;
    let body = browser::element(ids::BODY)?;
    let focused = leptos::prelude::document().active_element()?;
    (focused == *body.as_ref()).then(|| editor.selection_start())
}
