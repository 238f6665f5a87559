//! The tabs: one view at a time, or beside the form on a wide window.

use clusterwright::diagnostic::Text;
use wasm_bindgen::JsCast;

use super::browser;
use super::controls::{button, hidden_when};
use super::dom::{El, el, truth};
use super::state::{Page, Tab};
use super::strings;

/// What a tab is called, and the ids of it and its panel.
pub(crate) const fn names(tab: Tab) -> (Text, &'static str, &'static str) {
    match tab {
        Tab::Form => (strings::TAB_FORM, "tab-form", "panel-form"),
        Tab::Body => (strings::TAB_BODY, "tab-body", "panel-body"),
        Tab::Request => (strings::TAB_REQUEST, "tab-request", "panel-request"),
        Tab::Plan => (strings::TAB_PLAN, "tab-plan", "panel-plan"),
    }
}

/// The row of tabs. The form has one only where it does not stand beside the others.
pub(crate) fn tabs(page: Page, with_form: bool) -> El {
    let all: &'static [Tab] = if with_form {
        &[Tab::Form, Tab::Body, Tab::Request, Tab::Plan]
    } else {
        &[Tab::Body, Tab::Request, Tab::Plan]
    };
    let press = move |event: web_sys::Event| {
        let at = all.iter().position(|&tab| tab == page.tab.get_untracked()).unwrap_or_default();
        let to = match event.unchecked_ref::<web_sys::KeyboardEvent>().key().as_str() {
            "ArrowRight" => (at + 1) % all.len(),
            "ArrowLeft" => (at + all.len() - 1) % all.len(),
            "Home" => 0,
            "End" => all.len() - 1,
            _ => return,
        };
        event.prevent_default();
        page.tab.set(all[to]);
        browser::focus_soon(names(all[to]).1);
    };
    let list = el("div")
        .class("tabs")
        .at("role", "tablist")
        .name("aria-label", page.t(strings::VIEWS))
        .on("keydown", press);
    list.adds(all.iter().map(|&tab| one(page, tab)))
}

/// Moves the focus to the tab that is open, when what had it is about to go.
pub(crate) fn focus(page: Page) {
    browser::focus_soon(names(page.tab.get_untracked()).1);
}

fn one(page: Page, tab: Tab) -> El {
    let (label, id, panel) = names(tab);
    let chosen = move || page.tab.get() == tab;
    button(page, "tab", label, move || page.tab.set(tab))
        .at("role", "tab")
        .at("id", id)
        .at("aria-controls", panel)
        .name("aria-selected", move || truth(chosen()))
        .bind("tabindex", move || Some(if chosen() { "0" } else { "-1" }.to_owned()))
}

/// The panel of a tab.
pub(crate) fn panel(page: Page, tab: Tab, class: &str) -> El {
    let (_, id, panel) = names(tab);
    let section =
        el("section").class(class).at("role", "tabpanel").at("id", panel).at("aria-labelledby", id);
    hidden_when(section, move || page.tab.get() != tab)
}
