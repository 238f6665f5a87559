//! The code editor: it takes the textarea's place when its file has come, tells what is typed, and is told what else changes.
//!
//! `main.js` and what lies beside it is the editor itself, `CodeMirror` in an element of its own; here is what it asks the page.

mod completion;
mod element;
pub(crate) mod strings;
pub(crate) mod tools;

use std::cell::RefCell;
use std::rc::Rc;

use clusterwright::text::{Edit, apply, difference, utf8_offset, utf16_offset};
use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::{Array, Uint32Array};
use web_sys::{Element, HtmlTextAreaElement};

use super::dom::{El, effect};
use super::problems::{card, menu};
use super::state::{Body, Origin, Page, Target, line_ends};
use super::strings as common;
use super::{browser, ids};
use element::Ask;

pub(crate) use element::BodyEditor;

/// More edits than this come in as the one part of the text that they change.
const MOST_EDITS: usize = 1_000;
/// So many findings are marked at once.
const MARKS: usize = 500;

/// What the editor and the page know of each other.
struct Glue {
    page: Page,
    /// The body as the editor shows it.
    shown: RefCell<Rc<Body>>,
    owner: Owner,
    /// The elements that the editor shows, and what keeps them up to date.
    elements: RefCell<Vec<(Element, Owner)>>,
}

/// Calls `take_over` when the code editor can be made.
pub(crate) fn when_there(take_over: impl Fn() + 'static) {
    let there = Closure::<dyn FnMut(JsValue)>::once(move |_| take_over());
    if let Ok(promise) = window().custom_elements().when_defined("body-editor") {
        let _ = promise.then(&there);
    }
    there.forget();
}

/// Makes the editor the one child of `place`, with the text, selection, focus and first line of a textarea that was there before.
pub(crate) fn take_over(page: Page, place: &Element, area: &HtmlTextAreaElement, line: i32) {
    let editor: BodyEditor =
        document().create_element("body-editor").expect("the name is valid").unchecked_into();
    let glue = Rc::new(Glue {
        page,
        shown: RefCell::new(page.body.seen()),
        owner: Owner::current().unwrap_or_default(),
        elements: RefCell::default(),
    });
    let own = glue.clone();
    let ask: Ask = Closure::wrap(Box::new(move |what: String, from: f64, to: f64, value| {
        own.answer(&what, from, to, &value)
    }));
    let focused = document().active_element().as_ref() == Some(area.as_ref());
    let selection = (area.selection_start(), area.selection_end());
    let _ = place.append_child(&editor);
    page.body.peek(|body| editor.start(&body.text, &ask));
    // The page lives as long as its editor.
    ask.forget();
    if let (Ok(Some(from)), Ok(Some(to))) = selection {
        editor.set_selection_range(from, to);
    }
    follow(page, &glue, &editor);
    // It would bring itself into view for it.
    if line > 0 {
        editor.set_line(line);
    }
    if focused {
        let _ = editor.focus();
    }
    while let Some(before) = editor.previous_element_sibling() {
        before.remove();
    }
    let _ = editor.set_attribute("id", ids::BODY);
    page.editor.set(Some(editor));
}

/// Keeps the editor in step with the page.
fn follow(page: Page, glue: &Rc<Glue>, editor: &BodyEditor) {
    let own = editor.clone();
    effect(Box::new(move || {
        own.say(
            &page.words(common::BODY),
            &page.words(strings::KEYS),
            &page.words(common::PASTE_HERE),
            page.locale.get().tag(),
        );
    }));
    let (own, glue) = (editor.clone(), glue.clone());
    effect(Box::new(move || glue.show(&own)));
    let own = editor.clone();
    effect(Box::new(move || {
        page.checked();
        own.checked();
    }));
    let own = editor.clone();
    effect(Box::new(move || {
        if let Some(target) = page.target.get() {
            if own.offset_height() > 0 {
                show(page, &own, target);
            } else {
                // The tab is about to open.
                let own = own.clone();
                request_animation_frame(move || show(page, &own, target));
            }
        }
    }));
}

/// Leads to a place of the text.
fn show(page: Page, editor: &BodyEditor, target: Target) {
    let analysis = page.fresh();
    let span = card::shown(&analysis, target.span);
    let text = analysis.text();
    let (from, to) = (utf16_offset(text, span.start), utf16_offset(text, span.end));
    editor.show(from, to, target.explained);
    browser::show(editor);
}

impl Glue {
    /// Has the editor show what was not typed there.
    fn show(&self, editor: &BodyEditor) {
        let body = self.page.body.now();
        let shown = self.shown.replace(body.clone());
        if Rc::ptr_eq(&body, &shown) {
            return;
        }
        let known = (1..MOST_EDITS).contains(&body.edits.len())
            && apply(&shown.text, &body.edits) == body.text;
        let found: Vec<Edit> = if known {
            Vec::new()
        } else {
            difference(&shown.text, &body.text).into_iter().collect()
        };
        let edits = if known { &body.edits } else { &found };
        let changes = Array::new();
        for edit in edits {
            let from = utf16_offset(&shown.text, edit.span.start);
            let to = from + utf16_offset(edit.span.of(&shown.text), edit.span.len());
            changes.push(&Array::of3(&from.into(), &to.into(), &JsValue::from(&*edit.text)));
        }
        if !edits.is_empty() {
            editor.change(&changes, if body.origin == Origin::Form { "form" } else { "" });
        }
    }

    /// Answers the editor; `page.js` says what it asks. Places count UTF-16 code units.
    fn answer(self: &Rc<Self>, what: &str, from: f64, to: f64, value: &JsValue) -> JsValue {
        let page = self.page;
        match what {
            "edit" => self.edit(place(from), place(to), &value.as_string().unwrap_or_default()),
            "history" => {
                page.can_undo.set(from > 0.0);
                page.can_redo.set(to > 0.0);
            }
            "marks" => return self.marks(place(from), place(to)),
            "card" => return self.card(place(from)).unwrap_or(JsValue::NULL),
            "menu" => return self.menu(place(from)),
            "done" => self.done(value),
            "complete" => {
                return completion::complete(page, place(from)).unwrap_or(JsValue::NULL);
            }
            "about" => {
                let row = value.as_string().unwrap_or_default();
                return self.made(|| completion::about(page, row)).into();
            }
            "format" => tools::format(page),
            _ => {}
        }
        JsValue::NULL
    }

    /// Takes over what was typed.
    fn edit(&self, from: u32, to: u32, text: &str) {
        let old = self.shown.borrow().clone();
        let start = utf8_offset(&old.text, from) as usize;
        let end = start + utf8_offset(&old.text[start..], to - from) as usize;
        let new = [&old.text[..start], text, &old.text[end..]].concat();
        let lines = old.lines - line_ends(&old.text[start..end]) + line_ends(text);
        self.page.typed(new, lines);
        self.shown.replace(self.page.body.seen());
    }

    /// Places and severities of the findings that begin in a part of the text, if that is the text that was checked.
    fn marks(&self, from: u32, to: u32) -> JsValue {
        let known = self.page.known(&self.shown.borrow());
        let Some(analysis) = known.filter(|known| Rc::ptr_eq(known, &self.page.seen())) else {
            return JsValue::NULL;
        };
        let text = analysis.text();
        let mut numbers = Vec::new();
        let start = utf8_offset(text, from);
        let end = start + utf8_offset(&text[start as usize..], to - from);
        // That there is no text is no fault of its first line.
        if !text.trim_ascii().is_empty() {
            let found = &analysis.diagnostics;
            let first = found.partition_point(|found| analysis.mark(&found.place).start < start);
            let (mut at, mut units) = (start, from);
            for found in found[first..].iter().take(MARKS) {
                let mark = card::shown(&analysis, analysis.mark(&found.place));
                if mark.start > end {
                    break;
                }
                units += utf16_offset(&text[at as usize..], mark.start - at);
                at = mark.start;
                let length = utf16_offset(mark.of(text), mark.len());
                numbers.extend([units, units + length, found.severity as u32]);
            }
        }
        Uint32Array::from(numbers.as_slice()).into()
    }

    /// What is found at a place, as an element, with the bounds of its mark.
    fn card(self: &Rc<Self>, at: u32) -> Option<JsValue> {
        let analysis = self.page.fresh();
        let text = analysis.text();
        let (found, span) = card::at(&analysis, utf8_offset(text, at))?;
        let (from, to) = (utf16_offset(text, span.start), utf16_offset(text, span.end));
        let element = self.made(|| card::card(self.page, &analysis, &found));
        Some(Array::of3(&element, &from.into(), &to.into()).into())
    }

    fn menu(self: &Rc<Self>, at: u32) -> JsValue {
        let analysis = self.page.fresh();
        let found = card::mendable(&analysis, utf8_offset(analysis.text(), at));
        if found.is_empty() {
            self.page.tell(strings::NO_FIX, Vec::new());
            return JsValue::NULL;
        }
        self.made(|| menu::menu(self.page, &analysis, &found)).into()
    }

    /// Makes an element that lives until the editor is done with it.
    fn made(&self, make: impl FnOnce() -> El) -> Element {
        let owner = self.owner.with(Owner::new);
        let element = owner.with(|| untrack(make)).node().clone();
        self.elements.borrow_mut().push((element.clone(), owner));
        element
    }

    fn done(&self, element: &JsValue) {
        let at = self.elements.borrow().iter().position(|(own, _)| JsValue::from(own) == *element);
        if let Some(at) = at {
            let (_, owner) = self.elements.borrow_mut().swap_remove(at);
            owner.cleanup();
        }
    }
}

/// A place as JavaScript has it.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "places are whole")]
fn place(number: f64) -> u32 {
    number as u32
}
