//! The page's user interface: views of one text.
//!
//! [`state`] holds the text and what follows from it; every other module here shows a part of that and turns what the reader does
//! into a new text. Nothing here knows a field of an edition, only kinds of widgets.

mod arrival;
mod before;
mod body;
mod browser;
mod controls;
mod credentials;
mod dom;
mod drafts;
mod editions;
mod editor;
mod form;
mod header;
mod help;
mod ids;
mod import;
mod live;
mod notice;
mod out;
mod plan;
mod print;
mod problems;
mod request;
mod share;
mod shortcuts;
mod state;
mod strings;
mod tabs;
mod theme;

use leptos::prelude::*;
use web_sys::Element;

use controls::hidden_when;
use dom::{effect, el};
use state::{Page, Tab};

pub(crate) use before::when_at_rest;
pub(crate) use ids::APP;

/// Puts the whole page into `place`, where index.html has a text box until then.
pub(crate) fn app(place: &Element) {
    let before = before::taken();
    let page = Page::new(before.as_ref().map_or_else(String::new, |before| before.text.clone()));
    effect(Box::new(move || page.theme.get().apply()));
    effect(Box::new(move || {
        let locale = page.locale.get();
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", locale.tag());
        }
        document().set_title(strings::TITLE.get(locale));
    }));
    // A window that has become wide shows the form anyway.
    effect(Box::new(move || {
        if page.wide.get() && page.tab.get() == Tab::Form {
            page.tab.set(Tab::Body);
        }
    }));
    arrival::load(page);
    // Links and drafts bring texts that have to be read.
    effect(Box::new(move || {
        if let Some(more) = page.more() {
            untrack(|| (more.start)(page));
        }
    }));
    let work = el("div")
        .class("work")
        .when(move || page.wide.get(), move || tabs::tabs(page, false))
        .add(body::panel(page))
        .part(
            move || {
                let tab = page.tab.get();
                let shown = matches!(tab, Tab::Request | Tab::Plan);
                arrival::key(shown, page.more().is_some(), tabs::names(tab).1)
            },
            move |_| arrival::panel(page),
        );
    let main = el("main")
        .class("main")
        .when(move || !page.wide.get(), move || tabs::tabs(page, true))
        .part(
            move || {
                let there = page.core.get().is_some_and(|core| core.form.is_some());
                arrival::key(page.shows_form(), there, "")
            },
            move |_| arrival::form(page),
        )
        .add(hidden_when(work, move || !page.wide.get() && page.tab.get() == Tab::Form))
        .part(move || arrival::key(true, page.ready(), ""), move |_| arrival::problems(page));
    let root = el("div")
        .class("page")
        .add(header::header(page))
        .add(notice::notice(page))
        .when(move || page.more().is_some(), move || arrival::aside(page))
        .add(main);
    page.credentials.watch(page);
    import::listen(page, root.node());
    place.replace_children_with_node_1(root.node());
    if let Some(before) = before {
        before.carry_over();
    }
}
