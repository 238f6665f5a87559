//! What can stand at a place of the text, as the editor lists it.

use clusterwright::completion;
use clusterwright::text::{utf8_offset, utf16_offset};
use wasm_bindgen::JsValue;
use web_sys::js_sys::Array;

use crate::app::dom::{El, el};
use crate::app::state::Page;
use crate::app::strings;

/// The bounds of what is replaced, and the items: label, insertion, what of it is selected, detail, and the row that its help is about.
pub(crate) fn complete(page: Page, at: u32) -> Option<JsValue> {
    let analysis = page.fresh();
    let text = analysis.text();
    let found = completion::complete(&analysis, utf8_offset(text, at))?;
    let locale = page.locale.get_untracked();
    let items = Array::new();
    for item in &found.items {
        let mut detail = item.detail.get(locale).to_owned();
        if item.required {
            let joint = if detail.is_empty() { "" } else { " · " };
            detail = [&detail, joint, strings::REQUIRED.get(locale)].concat();
        }
        let (from, to) = selected(&item.insert, item.caret);
        let cells: [JsValue; 6] = [
            item.label.as_str().into(),
            item.insert.as_str().into(),
            from.into(),
            to.into(),
            detail.as_str().into(),
            item.pointer.as_str().into(),
        ];
        items.push(&cells.into_iter().collect::<Array>());
    }
    let (from, to) = (utf16_offset(text, found.span.start), utf16_offset(text, found.span.end));
    Some(Array::of3(&from.into(), &to.into(), &items).into())
}

/// The blank that the caret stands before, or the caret alone, in UTF-16 code units.
fn selected(insert: &str, caret: Option<usize>) -> (u32, u32) {
    let caret = caret.unwrap_or(insert.len());
    let blank = insert[caret..].starts_with('<').then(|| insert[caret..].find('>')).flatten();
    let end = blank.map_or(caret, |length| caret + length + 1);
    let units = |at: usize| utf16_offset(insert, u32::try_from(at).unwrap_or(0));
    (units(caret), units(end))
}

/// What a member means.
pub(crate) fn about(page: Page, row: String) -> El {
    let edition = page.seen().edition;
    el("p").class("tip about-row").say(move || page.help.of_row(edition, &row, page.locale.get()))
}
