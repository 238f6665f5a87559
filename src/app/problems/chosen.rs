//! The kind of problems that the reader wants to see alone.

use clusterwright::analysis::Analysis;
use clusterwright::diagnostic::{Severity, Text, text};

use super::counts::{self, Kind};
use super::item::Items;
use crate::app::controls::bare_button;
use crate::app::dom::{El, el, truth};
use crate::app::state::{Page, Shared};

const ONLY: Text = text("Show only these", "仅显示此类");
const SHOWN: Text = text("Shown: {counts}", "仅显示：{counts}");

/// The chosen kind, as long as there are problems of it: a choice that would leave nothing to see waits.
pub(super) fn kind(chosen: Option<Kind>, analysis: &Analysis) -> Option<Kind> {
    chosen.filter(|&kind| analysis.diagnostics.iter().any(|found| Kind::of(found) == kind))
}

/// The findings that are shown, in the order of the text.
pub(super) fn shown(page: Page, analysis: &Analysis) -> Vec<usize> {
    let chosen = kind(page.kind.get_untracked(), analysis);
    let found = &analysis.diagnostics;
    (0..found.len()).filter(|&at| chosen.is_none_or(|kind| Kind::of(&found[at]) == kind)).collect()
}

/// The findings that are shown, as the list orders them: the worst first.
pub(super) fn in_order(page: Page, analysis: &Analysis) -> Vec<usize> {
    let shown = shown(page, analysis);
    let found = &analysis.diagnostics;
    let of = |severity| shown.iter().copied().filter(move |&at| found[at].severity == severity);
    Severity::ALL.into_iter().flat_map(of).collect()
}

/// The sentence of the counts, each number a button that shows its kind alone, or all again.
pub(super) fn counted(parent: El, page: Page, items: Shared<Items>) -> El {
    let there = move || {
        items.with(|items| {
            let kinds = Kind::ALL.iter().enumerate();
            let some =
                kinds.filter(|&(_, &kind)| !items.counts.bare && items.counts.number(kind) > 0);
            some.map(|(at, _)| at.to_string()).collect()
        })
    };
    parent
        .say(move || {
            items.with(|items| counts::without_errors(&items.counts, page.locale.get()).to_owned())
        })
        .list(there, move |at| {
            let kind = Kind::ALL[at.parse::<usize>().unwrap_or(0)];
            one(page, items, kind)
        })
}

fn one(page: Page, items: Shared<Items>, kind: Kind) -> El {
    let joint = move || {
        let first = kind == Kind::Error;
        if first { String::new() } else { page.words(kind.joint()) }
    };
    let press = move || {
        page.kind.update(|chosen| *chosen = if *chosen == Some(kind) { None } else { Some(kind) });
    };
    el("span").add(el("span").class("sr").say(joint)).add(
        bare_button("count", press)
            .at("data-kind", kind.name())
            .name("aria-pressed", move || truth(page.kind.get() == Some(kind)))
            .name("title", page.t(ONLY))
            .say(move || {
                let number = items.with(|items| items.counts.number(kind));
                counts::counted(kind, number, page.locale.get())
            }),
    )
}

/// The counts in words, where they are no buttons: of what is not shown nothing is said.
pub(super) fn sentence(page: Page, items: &Items) -> String {
    let locale = page.locale.get();
    match items.kind {
        Some(kind) => {
            let words = counts::counted(kind, items.counts.number(kind), locale);
            SHOWN.fill(locale, &[("counts", words.into())])
        }
        None => counts::sentence(&items.counts, locale),
    }
}
