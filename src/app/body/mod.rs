//! The body as text, with what can be done to the whole of it.

mod editor;
mod empty;
mod lines;

use clusterwright::diagnostic::Severity;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use super::controls::button;
use super::dom::{El, el, truth};
use super::editor::{BodyEditor, History, strings as words};
use super::problems::counts;
use super::state::{Page, Tab};
use super::{browser, ids, strings, tabs};

/// The panel of the tab "Body". It stays in the document, so that the text keeps its caret and its history.
pub(crate) fn panel(page: Page) -> El {
    let size = move || {
        let bytes = page.body.with(|body| body.text.len());
        let lines = page.read(|analysis| analysis.lines().lines());
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
    let history = History::new();
    let toolbar = el("div")
        .class("toolbar")
        .add(el("h2").say(page.t(strings::BODY)))
        .add(el("span").class("muted").say(size))
        .add(tools(page, history));
    tabs::panel(page, Tab::Body, "panel body")
        .add(toolbar)
        .when(
            move || page.body.with(|body| body.text.trim_ascii().is_empty()),
            move || empty::empty(page),
        )
        .add(editor::editor(page, history))
}

/// The buttons over the text. The history is the editor's, and is there with it.
fn tools(page: Page, history: History) -> El {
    let step = move |label, can: RwSignal<bool>, go: fn(&BodyEditor)| {
        let press = move || {
            if let Some(editor) = page.editor.get_untracked() {
                go(&editor);
            }
        };
        // Not `disabled`, which would drop the focus with the last step.
        button(page, "", label, press)
            .bind("aria-disabled", move || (!can.get()).then(|| truth(true)))
    };
    el("div")
        .class("tools")
        .when(
            move || page.editor.with(Option::is_some),
            move || {
                el("span")
                    .class("steps")
                    .add(step(words::UNDO, history.can_undo, BodyEditor::undo))
                    .add(step(words::REDO, history.can_redo, BodyEditor::redo))
            },
        )
        .add(button(page, "", words::FORMAT, move || format(page)))
        .add(button(page, "primary", strings::COPY_BODY, move || copy(page)))
}

/// Lays the body out anew.
pub(crate) fn format(page: Page) {
    let analysis = page.fresh();
    page.replace(analysis.text());
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
    browser::copy(&text, move |copied| {
        if !copied {
            select(page);
            return page.tell(strings::SELECTED, Vec::new());
        }
        let locale = page.locale.get_untracked();
        let (errors, words) = page.peek(|analysis| {
            (
                analysis.count(Severity::Error),
                counts::sentence(&counts::Counts::of(analysis), locale),
            )
        });
        if errors == 0 {
            page.tell(strings::COPIED_CLEAN, Vec::new());
        } else {
            page.tell(strings::COPIED, vec![("counts", words.into())]);
        }
    });
}
