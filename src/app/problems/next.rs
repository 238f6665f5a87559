//! From problem to problem of those that are shown, in the order of the text and round at its ends.

use clusterwright::diagnostic::{Text, text};
use clusterwright::text::utf8_offset;

use super::{card, chosen, item};
use crate::app::editor::strings;
use crate::app::state::{Page, Tab, Target};
use crate::app::{browser, ids};

/// What is said on the way.
pub(super) const NTH: Text = text(
    "Problem {nth} of {count}, {severity}: {message}",
    "第 {nth} 个问题（共 {count} 个），{severity}：{message}",
);

/// Leads to the next problem, or the one before: counted from the one that was visited last, unless the caret has left it meanwhile.
pub(crate) fn next_problem(page: Page, forward: bool) {
    page.check_now();
    let analysis = page.seen();
    let shown = chosen::shown(page, &analysis);
    let (Some(&first), Some(&last)) = (shown.first(), shown.last()) else {
        return page.tell(strings::NO_PROBLEM, Vec::new());
    };
    if analysis.is_bare() {
        return page.tell(strings::NO_PROBLEM, Vec::new());
    }
    let start = |at: usize| analysis.mark(&analysis.diagnostics[at].place).start;
    let left = caret(page);
    let caret = left.map(|at| utf8_offset(analysis.text(), at));
    let on_its_way =
        left.is_some() && page.target.get_untracked().is_some_and(|to| to.left == left);
    let stays = |at: &usize| on_its_way || caret.is_none_or(|caret| caret == start(*at));
    let visited = nth(page).filter(stays);
    let lies_ahead = |at: &usize| match (visited, caret) {
        (Some(visited), _) => {
            if forward {
                *at > visited
            } else {
                *at >= visited
            }
        }
        (None, Some(caret)) => start(*at) >= caret,
        (None, None) => forward,
    };
    let ahead = shown.partition_point(|at| !lies_ahead(at));
    let to = if forward {
        shown.get(ahead).copied().unwrap_or(first)
    } else {
        shown[..ahead].last().copied().unwrap_or(last)
    };
    let place = &analysis.diagnostics[to].place;
    let span = analysis.mark(place);
    page.problem.set(Some(item::key(&analysis, to)));
    page.go(span, &analysis.pointer(place));
    // On a narrow window the form may have been open.
    if page.tab.get_untracked() == Tab::Body {
        let span = card::shown(&analysis, span);
        page.target.set(Some(Target { span, explained: true, left }));
    }
}

/// The place of the problem that was visited last among those there are.
pub(super) fn nth(page: Page) -> Option<usize> {
    let last = page.problem.get_untracked()?;
    let code = last.split(' ').next();
    let analysis = page.seen();
    (0..analysis.diagnostics.len()).find(|&at| {
        Some(analysis.diagnostics[at].rule.code) == code && item::key(&analysis, at) == last
    })
}

/// Where the selection begins, in UTF-16 code units, if the text has the focus.
fn caret(page: Page) -> Option<u32> {
    let editor = page.editor.get_untracked()?;
    let body = browser::element(ids::BODY)?;
    let focused = leptos::prelude::document().active_element()?;
    (focused == *body.as_ref()).then(|| editor.selection_start())
}
