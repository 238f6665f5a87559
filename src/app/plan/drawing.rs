//! A picture of the core's as elements: as wide as there is room, with a way from each shape to the member it stands for.

use clusterwright::analysis::Analysis;
use clusterwright::diagnostic::{Locale, Text};
use clusterwright::picture::{Group, Picture, Shape, svg};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, KeyboardEvent, ResizeObserver};

use super::strings;
use crate::app::browser;
use crate::app::controls::bare_button;
use crate::app::dom::{El, draw, el};
use crate::app::live::Live;
use crate::app::state::Page;

/// What makes a picture of a width.
pub(super) type Draw = fn(&Analysis, Locale, i32) -> Picture;

/// How wide a picture may become, and how wide its file is.
const WIDEST: i32 = 960;
/// Widths are multiples of this, so that a window that is being dragged does not draw all the time.
const STEP: i32 = 20;

/// A picture's heading, with the button that saves it when there is something to save.
pub(super) fn heading(
    page: Page,
    title: Text,
    there: impl Fn() -> bool + 'static,
    picture: Draw,
) -> El {
    let save = move || {
        page.check_now();
        let drawn = page.peek(|analysis| picture(analysis, page.locale.get_untracked(), WIDEST));
        browser::download(&[drawn.file, ".svg"].concat(), "image/svg+xml", &svg(&drawn));
    };
    let name = move || [&page.words(strings::SAVE), ": ", &page.words(title)].concat();
    el("div").class("toolbar").add(el("h2").say(page.t(title))).when(there, move || {
        bare_button("plain", save).name("aria-label", name).say(page.t(strings::SAVE))
    })
}

/// A picture that follows the body.
pub(super) fn figure(page: Page, picture: Draw) -> El {
    let width = Live::new(0);
    let frame = el("div").class("drawing");
    Watch::start(frame.node(), width);
    let drawn = move || page.read(|analysis| picture(analysis, page.locale.get(), width.get()));
    let key = move || {
        (width.get() > 0).then(|| {
            let drawn = drawn();
            let places = drawn.groups.iter().filter_map(|group| group.goes.as_deref());
            let places: Vec<&str> = places.collect();
            [svg(&drawn), places.join("\n")].concat()
        })
    };
    frame.part(key, move |_| elements(page, &drawn()))
}

/// Tells how wide an element is, as long as the part of the page lives that asks.
struct Watch {
    observer: ResizeObserver,
    _told: Closure<dyn Fn()>,
}

impl Watch {
    fn start(element: &Element, width: Live<i32>) {
        let own = element.clone();
        let told = Closure::<dyn Fn()>::new(move || {
            let now = own.client_width().min(WIDEST) / STEP * STEP;
            if now > 0 && now != width.get_untracked() {
                width.set(now);
            }
        });
        if let Ok(observer) = ResizeObserver::new(told.as_ref().unchecked_ref()) {
            observer.observe(element);
            StoredValue::new_local(Self { observer, _told: told });
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

fn elements(page: Page, picture: &Picture) -> El {
    let (width, height) = (picture.width.to_string(), picture.height.to_string());
    let about = [picture.file, "-about"].concat();
    let hatch = draw("pattern")
        .at("id", "clash")
        .at("width", "6")
        .at("height", "6")
        .at("patternUnits", "userSpaceOnUse")
        .at("patternTransform", "rotate(45)")
        .add(rectangle("hatch-gap", ["0", "0", "6", "6"]))
        .add(rectangle("hatch", ["0", "0", "3", "6"]));
    let sheet = draw("svg")
        .at("viewBox", &["0 0", &width, &height].join(" "))
        .at("width", &width)
        .at("height", &height)
        .at("role", "group")
        .at("aria-label", &picture.title)
        .at("aria-describedby", &about)
        .add(draw("desc").at("id", &about).text(&picture.about));
    let sheet = if picture.groups.iter().flat_map(|group| &group.shapes).any(is_clash) {
        sheet.add(draw("defs").add(hatch))
    } else {
        sheet
    };
    sheet.adds(picture.groups.iter().map(|group| one(page, group)))
}

fn is_clash(shape: &Shape) -> bool {
    shape.look == "clash"
}

fn one(page: Page, group: &Group) -> El {
    let own = draw("g").adds(group.shapes.iter().map(shape));
    let Some(pointer) = &group.goes else { return own };
    let (by_click, by_key) = (pointer.clone(), pointer.clone());
    own.class("goes")
        .at("role", "button")
        .at("tabindex", "0")
        .at("aria-label", &group.name)
        .on("click", move |_| go(page, &by_click))
        .on("keydown", move |event| {
            let key = event.unchecked_ref::<KeyboardEvent>().key();
            if key == "Enter" || key == " " {
                event.prevent_default();
                go(page, &by_key);
            }
        })
}

fn shape(shape: &Shape) -> El {
    let area = shape.area;
    match &shape.words {
        Some(words) => draw("text")
            .class(shape.look)
            .at("x", &area.x.to_string())
            .at("y", &shape.baseline().to_string())
            .text(words),
        None => rectangle(
            shape.look,
            [area.x, area.y, area.width, area.height].map(|length| length.to_string()),
        ),
    }
}

fn rectangle(look: &str, lengths: [impl AsRef<str>; 4]) -> El {
    let names = ["x", "y", "width", "height"];
    let own = draw("rect").class(look);
    names.into_iter().zip(lengths).fold(own, |own, (name, length)| own.at(name, length.as_ref()))
}

/// Leads the reader to the value at a pointer.
pub(super) fn go(page: Page, pointer: &str) {
    page.check_now();
    let analysis = page.seen();
    if let Some(node) = analysis.doc.find(pointer) {
        page.go(analysis.doc.span(node), pointer);
    }
}
