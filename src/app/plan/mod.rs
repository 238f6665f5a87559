//! The network plan: the address map with its overlaps and the room for nodes, what is around the cluster, and the cluster itself.

mod drawing;
mod given;
mod overlaps;
mod strings;
mod table;

use clusterwright::analysis::Analysis;
use clusterwright::picture;

use super::dom::{El, el};
use super::state::{Page, Tab};
use super::tabs;

/// The panel of the tab "Network plan".
pub(crate) fn panel(page: Page) -> El {
    let none = move || page.read(|analysis| analysis.plan.ranges.is_empty());
    let bare = move || page.read(Analysis::is_bare);
    tabs::panel(page, Tab::Plan, "panel prose plan")
        .add(drawing::heading(page, strings::MAP, move || !none(), picture::map))
        .when(none, move || el("p").say(page.t(strings::NO_RANGES)))
        .when(move || !none(), move || drawing::figure(page, picture::map))
        .add(overlaps::overlaps(page))
        .add(el("h3").say(page.t(strings::CAPACITY)))
        .add(capacity(page))
        .add(given::surroundings(page))
        .when(move || !none(), move || table::ranges(page))
        .add(drawing::heading(page, strings::CLUSTER, move || !bare(), picture::sketch))
        .when(bare, move || el("p").say(page.t(strings::NO_CLUSTER)))
        .when(move || !bare(), move || drawing::figure(page, picture::sketch))
}

/// The room for nodes, in words.
fn capacity(page: Page) -> El {
    let room = move || page.read(|analysis| picture::capacity(&analysis.plan, page.locale.get()));
    let words = move || match room() {
        Some((words, _)) => words,
        None => page.words(strings::NO_CAPACITY),
    };
    let short = move || room().is_some_and(|(_, enough)| !enough);
    el("p").bind("data-severity", move || short().then(|| "error".to_owned())).say(words)
}
