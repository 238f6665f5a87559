//! The textarea and the two layers that follow it, which serve until the code editor takes their place, and without it. Only what is
//! near the visible part is in the document, whatever the text's size.

use std::cell::Cell;
use std::rc::Rc;

use clusterwright::diagnostic::Severity;
use clusterwright::text::{Span, utf16_offset};
use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement, ResizeObserver};

use super::lines::{self, Line, Window};
use crate::app::dom::{El, effect, el, value};
use crate::app::live::Live;
use crate::app::state::{Origin, Page, Shared, Target, line_ends};
use crate::app::{browser, editor, ids, strings};

/// How long to wait for an end of composing until it is looked for again, in milliseconds.
const COMPOSING: u64 = 200;

/// The elements that move together.
struct Editor {
    page: Page,
    area: HtmlTextAreaElement,
    gutter: HtmlElement,
    marks: HtmlElement,
    /// As wide as a hundred characters.
    ruler: HtmlElement,
    window: Cell<Window>,
    lines: Shared<Vec<Line>>,
    /// Whether characters are being composed, which nothing may interrupt.
    composing: Cell<bool>,
}

/// The place of the text: the textarea, then the code editor.
pub(crate) fn editor(page: Page) -> El {
    let outer = Owner::current().unwrap_or_default();
    let inner = outer.with(Owner::new);
    let (place, area) = inner.with(|| textarea(page, el("div").class("editor")));
    let node = place.node().clone();
    let there = Live::new(false);
    editor::when_there(move || there.set(true));
    effect(Box::new(move || {
        if there.get() && page.more().is_some() {
            hand_over(page, outer.clone(), inner.clone(), node.clone(), area.clone());
        }
    }));
    place
}

/// Puts the code editor in the textarea's place, as soon as nothing is being composed there.
fn hand_over(page: Page, outer: Owner, inner: Owner, place: Element, editor: Rc<Editor>) {
    let wait = if editor.composing.get() { COMPOSING } else { 0 };
    browser::later(wait, move || {
        if editor.composing.get() {
            return hand_over(page, outer, inner, place, editor);
        }
        let area = &editor.area;
        let line = area.scroll_top() / line_height(area);
        if let Some(more) = untrack(|| page.more()) {
            outer.with(|| (more.editor)(page, &place, area, line));
        }
        inner.cleanup();
    });
}

/// The textarea with its layers.
fn textarea(page: Page, place: El) -> (El, Rc<Editor>) {
    let lines = Shared::new(Vec::new());
    let gutter = el("div").class("rows").list(
        move || lines.with(|lines| lines.iter().map(number_key).collect()),
        |key| {
            let (number, severity) = key.split_once(' ').unwrap_or((key, ""));
            el("div").class("line").at("data-severity", severity).text(number)
        },
    );
    let ruler = el("span").class("ruler").text(&"0".repeat(100));
    let marks = el("div").class("rows");
    let area = el("textarea")
        .at("id", ids::BODY)
        .at("wrap", "off")
        .at("spellcheck", "false")
        .at("autocomplete", "off")
        .at("autocapitalize", "off")
        .at("translate", "no")
        .name("aria-label", page.t(strings::BODY))
        .name("placeholder", page.t(strings::PASTE_HERE))
        .on("input", move |event| {
            let text = value(&event);
            let lines = line_ends(&text) + 1;
            page.typed(text, lines);
        });
    let editor = Rc::new(Editor {
        page,
        area: area.node().clone().unchecked_into(),
        gutter: gutter.node().clone().unchecked_into(),
        marks: marks.node().clone().unchecked_into(),
        ruler: ruler.node().clone().unchecked_into(),
        window: Cell::default(),
        lines,
        composing: Cell::default(),
    });
    let own = editor.clone();
    let marks = marks.list(
        move || lines.with(|lines| lines.iter().map(line_key).collect()),
        move |key| own.marked(key),
    );
    let own = editor.clone();
    effect(Box::new(move || own.show_text()));
    let own = editor.clone();
    effect(Box::new(move || {
        if page.checked().is_none() {
            return;
        }
        own.make_lines();
        let own = own.clone();
        request_animation_frame(move || own.follow());
    }));
    let own = editor.clone();
    effect(Box::new(move || {
        if let Some(Target { span, .. }) = page.target.get() {
            let own = own.clone();
            // The tab may still be about to open.
            request_animation_frame(move || own.select(span));
        }
    }));
    editor.watch_size();
    let (scrolled, begun, ended) = (editor.clone(), editor.clone(), editor.clone());
    let area = area
        .on("scroll", move |_| scrolled.follow())
        .on("compositionstart", move |_| begun.composing.set(true))
        .on("compositionend", move |_| ended.composing.set(false));
    let digits = move || page.lines().to_string().len().to_string();
    let backdrop = el("div").class("backdrop").at("aria-hidden", "true").add(ruler).add(marks);
    let place = place
        .add(
            el("div")
                .class("gutter")
                .at("aria-hidden", "true")
                .name("data-digits", digits)
                .add(gutter),
        )
        .add(el("div").class("code").add(backdrop).add(area));
    (place, editor)
}

fn number_key(line: &Line) -> String {
    [line.number.to_string().as_str(), " ", line.severity.map_or("", Severity::id)].concat()
}

/// A line as one string: its number, the columns left out, and its pieces, each after the first letter of its severity.
fn line_key(line: &Line) -> String {
    let mut key = [&line.number.to_string(), "\n", &line.skipped.to_string()].concat();
    for part in &line.parts {
        key.push('\n');
        key.push_str(part.severity.map_or("-", |severity| &severity.id()[..1]));
        key.push_str(&part.text);
    }
    key
}

impl Editor {
    /// A line of marks.
    fn marked(&self, key: &str) -> El {
        let mut pieces = key.split('\n').skip(1);
        let skipped: i32 = pieces.next().and_then(|skipped| skipped.parse().ok()).unwrap_or(0);
        let mut line = el("div").class("line");
        if skipped > 0 {
            let indent = [&self.width(skipped).to_string(), "px"].concat();
            let _ = line
                .node()
                .unchecked_ref::<HtmlElement>()
                .style()
                .set_property("padding-left", &indent);
        }
        for piece in pieces {
            let severity =
                Severity::ALL.into_iter().find(|severity| piece.starts_with(&severity.id()[..1]));
            line = match severity {
                Some(severity) => {
                    line.add(el("span").at("data-severity", severity.id()).text(&piece[1..]))
                }
                None => line.text(&piece[1..]),
            };
        }
        line
    }

    /// Puts a text that was not typed here into the textarea; caret and view stay where they are.
    fn show_text(&self) {
        let body = self.page.body.now();
        if body.origin == Origin::Typed {
            return;
        }
        let area = &self.area;
        let (start, end) =
            (area.selection_start().ok().flatten(), area.selection_end().ok().flatten());
        let (top, left) = (area.scroll_top(), area.scroll_left());
        area.set_value(&body.text);
        let _ = area.set_selection_range(start.unwrap_or(0), end.unwrap_or(0));
        area.set_scroll_top(top);
        area.set_scroll_left(left);
    }

    fn watch_size(self: &Rc<Self>) {
        let own = self.clone();
        let told = Closure::<dyn Fn()>::new(move || own.follow());
        if let Ok(observer) = ResizeObserver::new(told.as_ref().unchecked_ref()) {
            observer.observe(&self.area);
        }
        told.forget();
    }

    fn make_lines(&self) {
        if let Some(analysis) = untrack(|| self.page.checked()) {
            self.lines.set(Rc::new(lines::lines(&analysis, self.window.get())));
        }
    }

    /// Moves the layers to where the textarea is scrolled, and has other lines made if these are running out.
    fn follow(&self) {
        let area = &self.area;
        let height = area.client_height();
        if height == 0 {
            return;
        }
        let (top, left) = (area.scroll_top(), area.scroll_left());
        let line = line_height(area);
        let window = Window::around(top / line, height / line, self.columns(left));
        if self.window.get() != window {
            self.window.set(window);
            self.make_lines();
        }
        let offset = window.first * line - top;
        shift(&self.gutter, 0, offset);
        shift(&self.marks, -left, offset);
    }

    /// Focuses the textarea with a place selected and in view.
    fn select(&self, span: Span) {
        let area = &self.area;
        self.page.check_now();
        let (line, column, start, end) = self.page.peek(|analysis| {
            let text = analysis.text();
            let place = analysis.lines().position(text, span.start);
            // A whole object would select half of the text: its first line tells enough.
            let end = span.end.min(analysis.lines().span(text, place.line).end).max(span.start);
            (
                place.line.cast_signed(),
                place.column.cast_signed(),
                utf16_offset(text, span.start),
                utf16_offset(text, end),
            )
        });
        let _ = area.focus();
        let _ = area.set_selection_range(start, end);
        let (height, width) = (area.client_height(), area.client_width());
        let y = (line - 1) * line_height(area);
        let top = area.scroll_top();
        if y < top + 40 || y > top + height - 60 {
            area.set_scroll_top((y - height / 3).max(0));
        }
        let x = self.width(column);
        area.set_scroll_left(if x > width - 80 { x - width / 2 } else { 0 });
        browser::show(area);
        self.follow();
    }

    /// How wide that many characters are, in pixels.
    fn width(&self, columns: i32) -> i32 {
        i32::try_from(i64::from(columns) * i64::from(self.hundred()) / 100).unwrap_or(i32::MAX)
    }

    /// How many characters are that wide.
    fn columns(&self, pixels: i32) -> i32 {
        i32::try_from(i64::from(pixels) * 100 / i64::from(self.hundred())).unwrap_or(i32::MAX)
    }

    /// How wide a hundred characters are, in pixels.
    fn hundred(&self) -> i32 {
        match self.ruler.offset_width() {
            0 => 800,
            width => width,
        }
    }
}

fn line_height(area: &HtmlTextAreaElement) -> i32 {
    browser::pixels(area, "line-height").filter(|height| *height > 0).unwrap_or(20)
}

fn shift(element: &HtmlElement, x: i32, y: i32) {
    let place = ["translate(", &x.to_string(), "px, ", &y.to_string(), "px)"].concat();
    let _ = element.style().set_property("transform", &place);
}
