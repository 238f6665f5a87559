//! The fixes of what is found at a place, as a menu; one that has to be looked at first is shown in its stead.

use std::rc::Rc;

use clusterwright::analysis::Analysis;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::item::{self, Handle, Items};
use crate::app::dom::{El, effect, el};
use crate::app::editor::strings;
use crate::app::live::Live;
use crate::app::state::{Page, Shared};

/// The menu.
pub(crate) fn menu(page: Page, analysis: &Analysis, found: &[usize]) -> El {
    let locale = page.locale.get_untracked();
    let shown = item::some(analysis, found, locale);
    let keys: Vec<String> = shown.iter().map(|item| item.key.clone()).collect();
    let items = Shared::new(Items { shown, ..Items::default() });
    let handles: Vec<Handle> = keys.iter().map(|key| Handle::new(page, items, key, true)).collect();
    let looks: Rc<[Live<Option<usize>>]> = handles.iter().map(|own| own.looked_at).collect();
    let looking = move || looks.iter().any(|looked_at| looked_at.get().is_some());
    let (own, seen) = (handles.clone(), looking.clone());
    let list = move || {
        let buttons = own.iter().flat_map(Handle::fixes);
        el("div")
            .at("role", "menu")
            .name("aria-label", page.t(strings::QUICK_FIXES))
            .adds(buttons.map(|button| button.at("role", "menuitem").at("tabindex", "-1")))
    };
    let menu = el("div").class("tip").when(move || !seen(), list);
    let node = menu.node().clone();
    let again = std::cell::Cell::new(false);
    effect(Box::new(move || {
        looking();
        if again.replace(true) {
            let node = node.clone();
            // What was chosen is gone: the focus goes to what came in its place.
            request_animation_frame(move || {
                if let Ok(Some(button)) = node.query_selector("button") {
                    let _ = button.unchecked_ref::<HtmlElement>().focus();
                }
            });
        }
    }));
    handles.into_iter().fold(menu, Handle::with_change)
}
