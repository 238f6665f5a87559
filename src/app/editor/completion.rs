//! What can stand at a place of the text, as the editor lists it.

use clusterwright::text::{utf8_offset, utf16_offset};
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::js_sys::Array;

use super::standin::{Kind, complete as of};
use crate::app::dom::{El, el};
use crate::app::state::Page;
use crate::app::strings;

/// The bounds of what is replaced, and the items: label, insertion, the caret in it, kind, detail, and the row that its help is about.
pub(crate) fn complete(page: Page, at: u32) -> Option<JsValue> {
    let analysis = page.fresh();
    let text = analysis.text();
    let completion = of(&analysis, utf8_offset(text, at))?;
    let locale = page.locale.get_untracked();
    let items = Array::new();
    for item in &completion.items {
        let caret = item.caret.unwrap_or(item.insert.len());
        let caret = utf16_offset(&item.insert, u32::try_from(caret).unwrap_or(0));
        let kind = match item.kind {
            Kind::Name => "name",
            Kind::Value => "value",
            Kind::Blank => "blank",
            Kind::Item => "item",
        };
        let mut detail = item.detail.get(locale).to_owned();
        if item.required {
            let joint = if detail.is_empty() { "" } else { " · " };
            detail = [&detail, joint, strings::REQUIRED.get(locale)].concat();
        }
        let words = [&item.label, &item.insert].map(JsValue::from);
        let rest = [kind, detail.as_str(), item.pointer.as_str()].map(JsValue::from);
        items.push(&words.into_iter().chain([caret.into()]).chain(rest).collect::<Array>());
    }
    let span = completion.span;
    let (from, to) = (utf16_offset(text, span.start), utf16_offset(text, span.end));
    Some(Array::of3(&from.into(), &to.into(), &items).into())
}

/// What a member means.
pub(crate) fn about(page: Page, row: String) -> El {
    let edition = page.seen().edition;
    el("p").class("card about-row").say(move || page.help.of_row(edition, &row, page.locale.get()))
}
