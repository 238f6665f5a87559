//! The body as text, with what can be done to the whole of it.

mod editor;
mod empty;
mod lines;

use clusterwright::diagnostic::Severity;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use super::controls::button;
use super::dom::{El, el};
use super::out::Refused;
use super::problems::counts;
use super::state::{Page, Tab};
use super::{arrival, browser, ids, import, out, strings, tabs};

pub(crate) use empty::offers;

/// The panel of the tab "Body". It stays in the document, so that the text keeps its caret and its history.
pub(crate) fn panel(page: Page) -> El {
    let size = move || {
        let bytes = page.body.with(|body| body.text.len());
        let lines = page.lines();
        let size = if bytes < 10_000 {
            page.fill(strings::BYTES, &[("size", bytes.into())])
        } else {
            page.fill(strings::KILOBYTES, &[("size", (bytes / 1024).into())])
        };
        page.fill(
            if lines == 1 { strings::LINES_ONE } else { strings::LINES },
            &[("lines", lines.into()), ("size", size.into())],
        )
    };
    let refused = Refused::new();
    let toolbar = el("div")
        .class("toolbar")
        .add(el("h2").say(page.t(strings::BODY)))
        .add(el("span").class("muted").say(size))
        .add(
            el("span")
                .class("body-tools")
                .when(move || page.more().is_some(), move || arrival::tools(page))
                .add(button(page, "primary", strings::COPY_BODY, move || copy(page)))
                .add(out::menu(page, refused))
                .add(import::open(page)),
        );
    tabs::panel(page, Tab::Body, "panel body")
        .add(toolbar)
        .add(refused.part(page))
        .when(
            move || page.body.with(|body| body.text.trim_ascii().is_empty()),
            move || empty::empty(page),
        )
        .add(editor::editor(page))
}

/// Selects the whole text.
fn select(page: Page) {
    if let Some(editor) = page.editor.get_untracked() {
        editor.select();
    } else if let Some(area) = browser::element(ids::BODY) {
        let _ = area.focus();
        area.unchecked_ref::<HtmlTextAreaElement>().select();
    }
}

/// Copies the body, whatever is wrong with it, and says what is.
fn copy(page: Page) {
    page.check_now();
    let text = page.body.peek(|body| body.text.clone());
    if text.trim_ascii().is_empty() {
        return page.tell(strings::NO_BODY, Vec::new());
    }
    browser::copy(&text, move |copied| {
        if !copied {
            select(page);
            return page.tell(strings::SELECTED, Vec::new());
        }
        let locale = page.locale.get_untracked();
        match untrack(|| page.checked()) {
            Some(analysis) if analysis.count(Severity::Error) > 0 => {
                let words = counts::sentence(&counts::Counts::of(&analysis), locale);
                page.tell(strings::COPIED, vec![("counts", words.into())]);
            }
            _ => page.tell(strings::COPIED_CLEAN, Vec::new()),
        }
    });
}
