//! The form's head: what is searched for, which rows are shown, and the way to the next blank.

use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::visible::Filter;
use super::{Rows, strings};
use crate::app::controls::bare_button;
use crate::app::dom::{El, el, truth, value};
use crate::app::{browser, ids};

const FILTERS: [(Filter, &str, clusterwright::diagnostic::Text); 3] = [
    (Filter::Required, "filter-required", strings::SHOW_REQUIRED),
    (Filter::Set, "filter-set", strings::SHOW_SET),
    (Filter::All, "filter-all", strings::SHOW_ALL),
];

/// The head.
pub(super) fn head(rows: Rows) -> El {
    let page = rows.page;
    let words = crate::app::strings::SEARCH;
    let input = el("input")
        .at("type", "search")
        .at("id", ids::SEARCH)
        .at("autocomplete", "off")
        .name("placeholder", page.t(words))
        .on("input", move |event| {
            rows.wish_for(|wish| {
                wish.search = value(&event);
                // A place has a row once what it lies in is open.
                if wish.search.trim().starts_with('/') {
                    wish.cards.reveal(wish.search.trim());
                }
            });
        });
    let search = el("div")
        .class("search")
        .add(el("label").class("sr").at("for", ids::SEARCH).say(page.t(words)))
        .add(input);
    let count = move || rows.plan.with(|plan| plan.form.blanks.len());
    let told = move || rows.plan.with(|plan| plan.form.groups.is_empty());
    let blanks = el("div")
        .class("blanks")
        .when(
            move || count() > 0,
            move || {
                bare_button("plain", move || rows.next_blank())
                    .at("aria-keyshortcuts", "Control+Enter")
                    .at("title", "Ctrl+Enter")
                    .say(move || page.fill(strings::NEXT_BLANK, &[("count", count().into())]))
            },
        )
        .when(
            move || count() == 0 && !told(),
            move || el("span").class("muted").say(page.t(strings::NO_BLANK)),
        );
    // On a phone only what finds stays in sight.
    el("div")
        .class("form-head")
        .add(el("h2").at("id", "form-title").say(page.t(crate::app::strings::FORM)))
        .add(el("div").class("find").add(search).add(blanks))
        .add(filter(rows))
}

/// Which rows are shown: one of three, by the arrow keys as well.
fn filter(rows: Rows) -> El {
    let page = rows.page;
    let is = move |filter: Filter| rows.wish.with(|wish| wish.filter == filter);
    let choose = move |filter: Filter| {
        rows.wish_for(|wish| {
            wish.filter = filter;
            wish.kept.clear();
        });
    };
    let choices = FILTERS.iter().enumerate().map(|(at, &(filter, id, words))| {
        bare_button("segment", move || choose(filter))
            .at("role", "radio")
            .at("id", id)
            .name("aria-checked", move || truth(is(filter)))
            .name("tabindex", move || if is(filter) { "0" } else { "-1" }.to_owned())
            .on("keydown", move |event| {
                let step = match event.unchecked_ref::<KeyboardEvent>().key().as_str() {
                    "ArrowRight" | "ArrowDown" => 1,
                    "ArrowLeft" | "ArrowUp" => FILTERS.len() - 1,
                    _ => return,
                };
                event.prevent_default();
                let (next, id, _) = FILTERS[(at + step) % FILTERS.len()];
                choose(next);
                if let Some(element) = browser::element(id) {
                    let _ = element.focus();
                }
            })
            .say(page.t(words))
    });
    el("div")
        .class("segments")
        .at("role", "radiogroup")
        .name("aria-label", page.t(strings::SHOW))
        .adds(choices)
}
