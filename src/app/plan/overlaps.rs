//! Ranges that share addresses or lie where they should not, in words, and the next free range for what the body can change.

use clusterwright::analysis::Analysis;
use clusterwright::diagnostic::{Arg, Fix, Text};

use super::strings;
use crate::app::browser;
use crate::app::controls::bare_button;
use crate::app::dom::{El, el};
use crate::app::state::Page;

/// So many are in the document.
const SHOWN: usize = 20;
const HEADING: &str = "plan-overlaps";

/// The list with its heading.
pub(super) fn overlaps(page: Page) -> El {
    let count = move || {
        page.read(|analysis| analysis.plan.chief_overlaps().count() + analysis.plan.outside.len())
    };
    let left_out = move || count().saturating_sub(SHOWN);
    el("div")
        .class("clashes")
        .add(el("h3").at("id", HEADING).at("tabindex", "-1").say(page.t(strings::OVERLAPS)))
        .when(move || count() == 0, move || el("p").say(none(page)))
        .when(
            move || count() > 0,
            move || {
                el("ul").class("overlaps").list(
                    move || page.read(|analysis| faults(page, analysis)),
                    move |key| item(page, key),
                )
            },
        )
        .when(
            move || left_out() > 0,
            move || {
                let words = move || page.fill(strings::LEFT_OUT, &[("count", left_out().into())]);
                el("p").class("muted").say(words)
            },
        )
}

/// That nothing overlaps, as far as can be told.
fn none(page: Page) -> impl Fn() -> String {
    move || {
        page.words(page.read(|analysis| {
            let plan = &analysis.plan;
            match (plan.unread.is_empty(), plan.ranges.len()) {
                (true, _) => strings::NO_OVERLAPS,
                (false, 0 | 1) => strings::NO_CAPACITY,
                _ => strings::NO_OVERLAPS_READ,
            }
        }))
    }
}

/// For each fault its words, and for each way to mend it a line: the number of the range, its network, the one to take, and the
/// words of the button.
fn faults(page: Page, analysis: &Analysis) -> Vec<String> {
    let plan = &analysis.plan;
    let overlaps = plan.chief_overlaps().take(SHOWN).map(|overlap| {
        let sides = [overlap.left, overlap.right];
        let [left, right] = sides.map(|at| &plan.ranges[at]);
        let mut key = page.fill(
            strings::OVERLAP,
            &[
                ("left", left.into()),
                ("left_net", left.net.to_string().into()),
                ("right", right.into()),
                ("right_net", right.net.to_string().into()),
            ],
        );
        for at in sides {
            let range = &plan.ranges[at];
            let Some(free) = plan.free_like(range).filter(|net| range.moved_to(*net).is_some())
            else {
                continue;
            };
            let free = free.to_string();
            let words: [(&str, Arg); 2] =
                [("name", range.name.into()), ("net", free.clone().into())];
            let words = page.fill(strings::USE_FREE, &words);
            let parts =
                ["\n", &at.to_string(), " ", &range.net.to_string(), " ", &free, " ", &words];
            key.push_str(&parts.concat());
        }
        key
    });
    let outside = plan.outside.iter().map(|&at| {
        let range = &plan.ranges[at];
        let name = range.title(page.locale.get());
        let words = [("name", name.into()), ("net", range.net.to_string().into())];
        page.fill(strings::OUTSIDE, &words)
    });
    overlaps.chain(outside).take(SHOWN).collect()
}

fn item(page: Page, key: &str) -> El {
    let mut lines = key.split('\n');
    let words = el("p").text(lines.next().unwrap_or_default());
    let buttons = lines.map(|line| {
        let mut parts = line.splitn(4, ' ');
        let at = parts.next().and_then(|at| at.parse().ok()).unwrap_or(usize::MAX);
        let [net, _, words] = [(); 3].map(|()| parts.next().unwrap_or_default());
        let net = net.to_owned();
        bare_button("", move || mend(page, at, &net)).text(words)
    });
    el("li").at("data-severity", "error").add(words).adds(buttons)
}

/// Gives a range of the body the next free network.
fn mend(page: Page, at: usize, net: &str) {
    page.check_now();
    let analysis = page.seen();
    let plan = &analysis.plan;
    let range = plan.ranges.get(at).filter(|range| range.net.to_string() == net);
    let Some(range) = range else { return };
    let Some(free) = plan.free_like(range) else { return };
    let Some(change) = range.moved_to(free) else { return };
    let edits = analysis.edits(&Fix::risky(Text::NONE, change));
    let text = clusterwright::text::apply(analysis.text(), &edits);
    let args = vec![("name", range.name.into()), ("net", free.to_string().into())];
    page.mend_noticed(&text, strings::MOVED, args);
    // The button is gone with its overlap.
    browser::focus_soon(HEADING);
}
