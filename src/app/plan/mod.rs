//! The network plan: the address map with its overlaps and the room for nodes, what is around the cluster, and the cluster itself.

mod drawing;
mod given;
mod overlaps;
mod strings;
mod table;

use clusterwright::analysis::Analysis;
use clusterwright::json::NodeId;
use clusterwright::network::RangeField;
use clusterwright::picture;
use clusterwright::text::shorten;

use super::dom::{El, el};
use super::state::{Page, Tab};
use super::strings::COMMA;
use super::tabs;

/// The panel of the tab "Network plan".
pub(crate) fn panel(page: Page) -> El {
    let none = move || page.read(|analysis| analysis.plan.ranges.is_empty());
    let silent = move || none() && unread(page).is_none();
    let bare = move || page.read(Analysis::is_bare);
    tabs::panel(page, Tab::Plan, "panel prose plan")
        .add(drawing::heading(page, strings::MAP, move || !none(), picture::map))
        .when(silent, move || el("p").say(page.t(strings::NO_RANGES)))
        .when(
            move || unread(page).is_some(),
            move || {
                el("p")
                    .class("reminder")
                    .at("data-severity", "warning")
                    .say(move || unread(page).unwrap_or_default())
            },
        )
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

/// So many values that are no ranges are named.
const UNREAD: usize = 10;

/// What the body says where ranges belong and is none, in words.
fn unread(page: Page) -> Option<String> {
    page.read(|analysis| {
        let view = analysis.view();
        let mut all = analysis.plan.unread.iter().filter(|(_, node)| !view.is_blank(*node));
        let named = |(field, node): &(&RangeField, NodeId)| {
            let written = analysis.doc.string(*node);
            let written = written.as_deref().unwrap_or_else(|| analysis.doc.raw(*node));
            [&page.words(field.name), " ", &shorten(written)].concat()
        };
        let mut found: Vec<String> = all.by_ref().take(UNREAD).map(named).collect();
        let more = all.count();
        if more > 0 {
            found.push(page.fill(strings::LEFT_OUT, &[("count", more.into())]));
        }
        let comma = page.words(COMMA);
        (!found.is_empty())
            .then(|| page.fill(strings::UNREAD, &[("found", found.join(&comma).into())]))
    })
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
