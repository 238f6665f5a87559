//! From problem to problem, in the order of the text and round at its ends.

use clusterwright::diagnostic::{Text, text};
use leptos::prelude::*;

use super::item;
use crate::app::state::Page;

/// What is said on the way.
pub(super) const NTH: Text = text(
    "Problem {nth} of {count}, {severity}: {message}",
    "第 {nth} 个问题（共 {count} 个），{severity}：{message}",
);

/// Leads the reader to the problem after the one that was visited last, or to the one before it.
pub(crate) fn next_problem(page: Page, forward: bool) {
    page.check_now();
    let analysis = page.seen();
    let count = analysis.diagnostics.len();
    if count == 0 || analysis.is_bare() {
        return;
    }
    let to = match (nth(page), forward) {
        (Some(at), true) => (at + 1) % count,
        (Some(at), false) => (at + count - 1) % count,
        (None, true) => 0,
        (None, false) => count - 1,
    };
    let place = &analysis.diagnostics[to].place;
    page.problem.set(Some(item::key(&analysis, to)));
    page.go(analysis.mark(place), &analysis.pointer(place));
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
