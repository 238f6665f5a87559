//! The text box of index.html, which takes input before there is a program: what is typed there is carried over into the page.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use super::{browser, ids};

/// Set by `static/boot.js` while characters are being composed in it, which nothing may interrupt.
const COMPOSING: &str = "data-composing";
/// How long to wait for an end of composing until it is looked for again, in milliseconds.
const WAIT: u64 = 100;

/// What the page is to go on with.
pub(crate) struct Before {
    /// The text.
    pub(crate) text: String,
    selection: [u32; 2],
    scrolled: [i32; 2],
    focused: bool,
}

/// Runs something as soon as nothing is being composed in the text box.
pub(crate) fn when_at_rest(run: Box<dyn FnOnce()>) {
    if text_box().is_some_and(|area| area.has_attribute(COMPOSING)) {
        browser::later(WAIT, move || when_at_rest(run));
    } else {
        run();
    }
}

/// What has been typed so far, if there is a text box.
pub(crate) fn taken() -> Option<Before> {
    let area = text_box()?;
    Some(Before {
        text: area.value(),
        selection: [area.selection_start(), area.selection_end()]
            .map(|place| place.ok().flatten().unwrap_or_default()),
        scrolled: [area.scroll_top(), area.scroll_left()],
        focused: document().active_element().as_ref() == Some(area.as_ref()),
    })
}

impl Before {
    /// Goes on in the page's own text box, which has the text already, with caret, view and focus as they were.
    pub(crate) fn carry_over(&self) {
        let Some(area) = text_box() else { return };
        let _ = area.set_selection_range(self.selection[0], self.selection[1]);
        area.set_scroll_top(self.scrolled[0]);
        area.set_scroll_left(self.scrolled[1]);
        if self.focused {
            let _ = area.focus();
        }
    }
}

fn text_box() -> Option<HtmlTextAreaElement> {
    document().get_element_by_id(ids::BODY)?.dyn_into().ok()
}
