//! Everything that is wrong with the body, always in sight: counted, and as a list.

mod alike;
pub(crate) mod asked;
pub(crate) mod card;
mod chosen;
pub(crate) mod counts;
pub(crate) mod item;
pub(crate) mod menu;
pub(crate) mod next;
mod preview;

use std::rc::Rc;

use clusterwright::analysis::Analysis;
use clusterwright::diagnostic::{Applicability, Arg, Fix};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::controls::{bare_button, button, hidden_when};
use super::dom::{El, effect, el, flag, truth};
use super::state::{Page, Shared};
use super::{arrival, browser, ids, strings};
use crate::app::live::Live;
use alike::Told;
use counts::{Counts, sentence};
use item::Items;

/// So many problems are in the document at once.
const SHOWN: usize = 24;
/// How long the text has to rest until the counts are spoken, in milliseconds.
const REST: u64 = 700;

/// The panel. Where there is little room only its first line is to be seen until it is opened.
pub(crate) fn panel(page: Page) -> El {
    let open = page.listing;
    let from = Live::new(0_usize);
    let items = Shared::new(Items::default());
    effect(Box::new(move || {
        let locale = page.locale.get();
        page.unfolded.track();
        let items_now = page.read(|analysis| {
            let counts = Counts::of(analysis);
            let kind = chosen::kind(page.kind.get(), analysis);
            let found = if counts.bare { Vec::new() } else { listed(page, analysis) };
            let total = found.len();
            let from = from.get().min(total.saturating_sub(1) / SHOWN * SHOWN);
            let shown = item::part(analysis, &found, from..total.min(from + SHOWN), locale);
            Items { counts, kind, total, safe: total > 0 && has_safe_fix(analysis), shown }
        });
        items.set(Rc::new(items_now));
    }));
    effect(Box::new(move || follow(page, items, from)));
    effect(Box::new(move || {
        page.kind.track();
        from.set(0);
    }));
    let words = move || items.with(|items| sentence(&items.counts, page.locale.get()));
    let fix_all = button(page, "primary", strings::FIX_ALL, move || {
        arrival::ask(page, move |asked| (asked.fix_all)(page));
    })
    .bind("disabled", move || flag(!items.with(|items| items.safe)));
    let bar = el("div")
        .class("problems-bar")
        .when(move || page.wide.get(), move || wide_title(page, items))
        .when(move || !page.wide.get(), move || narrow_title(page, items, open))
        .add(fix_all)
        .when(
            move || !page.wide.get() && open.get(),
            move || chosen::counted(el("p").class("kinds"), page, items),
        );
    let list = el("ul")
        .name("aria-label", page.t(strings::PROBLEMS))
        .at("role", "list")
        .on("keydown", |event| step(event.unchecked_ref()))
        .list(
            move || items.with(|items| items.shown.iter().map(|item| item.key.clone()).collect()),
            move |key| item::item(page, items, key),
        );
    let after = move || items.with(|items| items.total - items.end());
    let scroll = el("div")
        .class("problems-list")
        .at("id", "problem-list")
        .when(
            move || items.with(Items::start) > 0,
            move || {
                button(page, "plain", strings::SHOW_EARLIER, move || {
                    from.update(|from| *from = from.saturating_sub(SHOWN));
                })
            },
        )
        .add(list)
        .when(
            move || after() > 0,
            move || {
                bare_button("plain", move || from.set(items.peek(Items::end)))
                    .say(move || page.fill(strings::SHOW_MORE, &[("count", after().into())]))
            },
        );
    el("section")
        .class("problems")
        .at("id", ids::PROBLEMS)
        .at("aria-labelledby", "problems-title")
        .name("data-state", move || items.with(|items| items.counts.state().to_owned()))
        .name("data-open", move || truth(open.get()))
        .add(bar)
        .add(hidden_when(scroll, move || !page.wide.get() && !open.get()))
        .add(spoken(page, words))
}

/// The findings that the list has, in its order.
fn listed(page: Page, analysis: &Analysis) -> Vec<Told> {
    alike::told(page, analysis, &chosen::in_order(page, analysis))
}

/// Shows the problem that the reader was led to, also where the list is cut or one stands for many.
fn follow(page: Page, items: Shared<Items>, from: Live<usize>) {
    let Some(key) = page.problem.get() else { return };
    let is_shown = items.peek(|items| items.shown.iter().any(|item| item.key == key));
    if !is_shown {
        let rank = page.peek(|analysis| {
            let at = next::nth(page)?;
            let rank = || listed(page, analysis).iter().position(|told| told.at == at);
            rank().or_else(|| {
                alike::turn(page, &alike::Kind::of(analysis, at).key());
                rank()
            })
        });
        if let Some(rank) = rank {
            from.set(rank / SHOWN * SHOWN);
        }
    }
    let id = ids::of("problem", &key);
    request_animation_frame(move || {
        if let Some(element) = browser::element(&id) {
            browser::show(&element);
        }
    });
}

/// Up and down by the arrow keys, from a problem to the one beside it.
fn step(event: &web_sys::KeyboardEvent) {
    let key = event.key();
    let down = key == "ArrowDown";
    if !down && key != "ArrowUp" {
        return;
    }
    let from = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let own = from.and_then(|element| element.closest("li").ok().flatten());
    let beside = own.and_then(|own| {
        if down { own.next_element_sibling() } else { own.previous_element_sibling() }
    });
    let button = beside.and_then(|beside| beside.query_selector(".ways button").ok().flatten());
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        let _ = button.focus();
    }
}

fn wide_title(page: Page, items: Shared<Items>) -> El {
    let counts = el("p").class("counts").at("id", ids::COUNTS).at("tabindex", "-1");
    el("div")
        .class("title")
        .add(el("h2").at("id", "problems-title").say(page.t(strings::PROBLEMS)))
        .add(chosen::counted(counts, page, items))
}

/// The counts open the list; once it is open, they stand beside what closes it.
fn narrow_title(page: Page, items: Shared<Items>, open: Live<bool>) -> El {
    let toggle = bare_button("counts", move || open.update(|open| *open = !*open))
        .at("id", ids::COUNTS)
        .at("aria-controls", "problem-list")
        .name("aria-expanded", move || truth(open.get()))
        .add(
            el("span")
                .name("class", move || if open.get() { "" } else { "sr" }.to_owned())
                .say(page.t(strings::PROBLEMS))
                .say(move || if open.get() { "" } else { ": " }.to_owned()),
        )
        .say(move || {
            if open.get() {
                String::new()
            } else {
                items.with(|items| chosen::sentence(page, items))
            }
        });
    el("h2").class("title").at("id", "problems-title").add(toggle)
}

/// Says the counts to those who do not see them, when the text has come to rest, and at once which problem they are led to.
fn spoken(page: Page, words: impl Fn() -> String + 'static) -> El {
    let line = el("p").class("sr").at("aria-live", "polite");
    let (node, told) = (line.node().clone(), line.node().clone());
    let round = Rc::new(std::cell::Cell::new(0_u32));
    let told_round = round.clone();
    let mut last = String::new();
    effect(Box::new(move || {
        let words = words();
        if words == last {
            return;
        }
        last.clone_from(&words);
        let own = round.get().wrapping_add(1);
        round.set(own);
        let (node, round) = (node.clone(), round.clone());
        browser::later(REST, move || {
            if round.get() == own && node.text_content().as_deref() != Some(&words) {
                node.set_text_content(Some(&words));
            }
        });
    }));
    effect(Box::new(move || {
        page.problem.track();
        if let Some(nth) = next::nth(page) {
            let locale = page.locale.get_untracked();
            let words = page.peek(|analysis| {
                let found = &analysis.diagnostics[nth];
                let shown = chosen::shown(page, analysis);
                let (nth, count) = match shown.binary_search(&nth) {
                    Ok(nth) => (nth, shown.len()),
                    Err(_) => (nth, analysis.diagnostics.len()),
                };
                let args: [(&str, Arg); 4] = [
                    ("nth", (nth + 1).into()),
                    ("count", count.into()),
                    ("severity", found.severity.label().into()),
                    ("message", found.message_in(locale).into()),
                ];
                next::NTH.fill(locale, &args)
            });
            // A count that still waits to be spoken would break in.
            told_round.set(told_round.get().wrapping_add(1));
            told.set_text_content(Some(&words));
        }
    }));
    line
}

fn has_safe_fix(analysis: &Analysis) -> bool {
    let safe = |fix: &Fix| fix.applicability == Applicability::Safe;
    analysis.diagnostics.iter().any(|found| found.fixes.iter().any(safe))
}
