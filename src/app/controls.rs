//! The few controls that every part of the page uses.

use std::rc::Rc;

use clusterwright::diagnostic::Text;
use leptos::prelude::queue_microtask;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

use super::dom::{El, effect, el, flag, value};
use super::state::Page;

/// A button with words on it.
pub(crate) fn button(page: Page, class: &str, label: Text, press: impl FnMut() + 'static) -> El {
    bare_button(class, press).say(page.t(label))
}

/// A button without words.
pub(crate) fn bare_button(class: &str, mut press: impl FnMut() + 'static) -> El {
    el("button").at("type", "button").class(class).on("click", move |_| press())
}

/// A list of values with their words. Keeps its choice in step with the value, also when the offers change.
pub(crate) fn select(
    id: &str,
    offers: impl Fn() -> Vec<(String, String)> + 'static,
    chosen: impl Fn() -> String + 'static,
    choose: impl Fn(String) + 'static,
) -> El {
    select_boxed(id, Rc::new(offers), Box::new(chosen), Box::new(choose))
}

type Offers = Rc<dyn Fn() -> Vec<(String, String)>>;

fn select_boxed(
    id: &str,
    offers: Offers,
    chosen: Box<dyn Fn() -> String>,
    choose: Box<dyn Fn(String)>,
) -> El {
    let select = el("select").at("id", id).on("change", move |event| choose(value(&event)));
    let node: HtmlSelectElement = select.node().clone().unchecked_into();
    let same = offers.clone();
    let keys =
        move || offers().into_iter().map(|(value, words)| [value, words].join("\n")).collect();
    let select = select.list(keys, |key| {
        let (value, words) = key.split_once('\n').unwrap_or((key, key));
        el("option").at("value", value).text(words)
    });
    effect(Box::new(move || {
        let _ = same();
        let value = chosen();
        let node = node.clone();
        // New offers are in the document only when this round of changes is over.
        queue_microtask(move || {
            if node.value() != value {
                node.set_value(&value);
            }
        });
    }));
    select
}

/// The attributes of a control that can be wrong.
pub(crate) fn checked(
    control: El,
    described: impl Fn() -> Option<String> + 'static,
    invalid: impl Fn() -> bool + 'static,
    required: impl Fn() -> bool + 'static,
) -> El {
    control
        .bind("aria-describedby", described)
        .bind("aria-invalid", move || invalid().then(|| "true".to_owned()))
        .bind("aria-required", move || required().then(|| "true".to_owned()))
}

/// An element that is not to be seen when `hidden`.
pub(crate) fn hidden_when(element: El, hidden: impl Fn() -> bool + 'static) -> El {
    element.bind("hidden", move || flag(hidden()))
}
