//! The form: a row for each member the edition's table knows, read off the body and written back into it.

mod row;
mod visible;
mod widget;

use std::rc::Rc;

use clusterwright::analysis::Analysis;
use clusterwright::diagnostic::Locale;
use clusterwright::form::{self, Form, FormGroup, FormRow, Openness, Widget};
use leptos::prelude::*;

use super::controls::{bare_button, button};
use super::dom::{El, effect, el, truth, value};
use super::help::look_up;
use super::state::{Local, Page, Shared, Tab};
use super::{browser, ids, strings, tabs};
use visible::{Shown, Wish};

/// The form as it is shown.
#[derive(Default)]
struct Plan {
    /// Every row.
    form: Form,
    /// The groups with the rows to show.
    shown: Vec<Shown>,
    /// Where each row that is shown stands: group and row.
    places: Vec<(usize, usize)>,
}

impl Plan {
    /// A row that is shown.
    fn shown_row(&self, pointer: &str) -> Option<&FormRow> {
        let mut rows = self.places.iter().map(|&(group, row)| &self.form.groups[group].rows[row]);
        rows.find(|row| row.pointer == pointer)
    }
}

/// The form's rows and what the reader wants to see of them.
#[derive(Clone, Copy)]
pub(crate) struct Rows {
    pub(crate) page: Page,
    plan: Shared<Plan>,
    wish: Local<Wish>,
}

/// The form, as a pane of its own or as the panel of its tab.
pub(crate) fn pane(page: Page) -> El {
    let rows = Rows {
        page,
        plan: Shared::new(Plan::default()),
        wish: RwSignal::new_local(Wish::default()),
    };
    effect(Box::new(move || {
        // What is searched for may stand in the help that has just come.
        page.help.follow();
        rows.make(page.read(planned));
    }));
    effect(Box::new(move || {
        if let Some(pointer) = page.row.get() {
            // After whatever else follows from what led here.
            browser::later(0, move || rows.reveal(pointer));
        }
    }));
    let input = el("input")
        .at("type", "search")
        .at("id", ids::SEARCH)
        .at("autocomplete", "off")
        .name("placeholder", page.t(strings::SEARCH))
        .on("input", move |event| rows.wish_for(|wish| wish.search = value(&event)));
    let search = el("div")
        .class("search")
        .add(el("label").class("sr").at("for", ids::SEARCH).say(page.t(strings::SEARCH)))
        .add(input);
    // Editions may have groups of the same English name that differ otherwise.
    let groups = move || {
        let edition = page.peek(|analysis| analysis.edition.id);
        let key = |group: &Shown| [edition, " ", group.key].concat();
        rows.plan.with(|plan| plan.shown.iter().map(key).collect())
    };
    let form = el("form")
        .at("id", ids::FORM)
        .at("aria-labelledby", "form-title")
        .at("autocomplete", "off")
        .on("submit", |event| event.prevent_default())
        .add(
            el("div")
                .class("form-head")
                .add(el("h2").at("id", "form-title").say(page.t(strings::FORM)))
                .add(search),
        )
        .when(
            move || rows.plan.with(|plan| plan.shown.is_empty()),
            move || {
                el("p").class("muted").say(move || {
                    let words =
                        if page.read(untold) { strings::NO_EDITION } else { strings::NO_MATCH };
                    page.words(words)
                })
            },
        )
        .list(groups, move |key| group(rows, key.split_once(' ').map_or("", |(_, key)| key)));
    let (_, tab, panel) = tabs::names(Tab::Form);
    el("div")
        .class("panel form-pane")
        .at("id", panel)
        .bind("role", move || (!page.wide.get()).then(|| "tabpanel".to_owned()))
        .bind("aria-labelledby", move || (!page.wide.get()).then(|| tab.to_owned()))
        .add(form)
}

/// The form of a body; none before there is an edition.
fn planned(analysis: &Analysis) -> Form {
    if untold(analysis) { Form::default() } else { form::plan(analysis) }
}

/// Whether nobody has said yet which edition the body is for, the body included.
fn untold(analysis: &Analysis) -> bool {
    analysis.detected && analysis.is_bare()
}

fn group(rows: Rows, key: &str) -> El {
    let page = rows.page;
    let id = ids::of("group", key);
    let key: Rc<str> = key.into();
    let texts = rows.plan.peek(|plan| {
        plan.shown.iter().find(|group| *group.key == *key).map(|group| (group.title, group.help))
    });
    let Some((title, help)) = texts else { return el("section") };
    let own = key.clone();
    let get = Rc::new(move |part: fn(&Shown) -> usize| {
        rows.plan.with(|plan| plan.shown.iter().find(|group| *group.key == *own).map_or(0, part))
    });
    let (before, before_now, after, after_words, more, more_words, open, keys) = (
        get.clone(),
        get.clone(),
        get.clone(),
        get.clone(),
        get.clone(),
        get.clone(),
        get,
        key.clone(),
    );
    let (to_before, to_after, toggles) = (key.clone(), key.clone(), key);
    let is_open = move || open(|group| group.open.into()) > 0;
    let opened = is_open.clone();
    let mut section = el("section")
        .class("group")
        .at("aria-labelledby", &id)
        .add(el("h3").at("id", &id).say(page.t(title)));
    if !help.is_empty() {
        section = section.add(el("p").class("muted").say(page.t(help)));
    }
    section
        .when(
            move || before(|group| group.before) > 0,
            move || {
                let key = to_before.clone();
                button(page, "plain", strings::EARLIER_ROWS, move || rows.turn(&key, false))
            },
        )
        .list(move || rows.keys(&keys), move |key| row::row(rows, key))
        .when(
            move || after(|group| group.after) > 0,
            move || {
                let (key, words) = (to_after.clone(), after_words.clone());
                bare_button("plain", move || rows.turn(&key, true)).say(move || {
                    page.fill(
                        strings::FURTHER_ROWS,
                        &[("count", words(|group| group.after).into())],
                    )
                })
            },
        )
        .when(
            move || more(|group| group.more) > 0 || before_now(|group| group.open.into()) > 0,
            move || {
                let (key, words, open, opened) =
                    (toggles.clone(), more_words.clone(), is_open.clone(), opened.clone());
                bare_button("more", move || rows.toggle(&key))
                    .name("aria-expanded", move || truth(open()))
                    .say(move || {
                        if opened() {
                            page.words(strings::LESS)
                        } else {
                            page.fill(strings::MORE, &[("count", words(|group| group.more).into())])
                        }
                    })
            },
        )
}

impl Rows {
    /// Takes over the rows of another text.
    fn make(self, form: Form) {
        let page = self.page;
        let edition = page.peek(|analysis| analysis.edition);
        let searching = self.wish.with_untracked(|wish| !wish.search.trim().is_empty());
        let files: Vec<_> = Locale::ALL
            .into_iter()
            .filter(|_| searching)
            .filter_map(|locale| page.help.rows(edition, locale))
            .collect();
        let helped = |pointer: &str, needle: &str| {
            let index = edition.index();
            let row = index.resolve(pointer).map_or("", |row| index.row(row).pointer);
            let mut texts = files.iter().filter_map(|file| look_up(file, row));
            texts.any(|text| text.to_lowercase().contains(needle))
        };
        let shown = self.wish.with_untracked(|wish| visible::shown(&form, wish, &helped));
        let mut places = Vec::new();
        for group in &shown {
            let Some(at) = form.groups.iter().position(|own| own.title.en == group.key) else {
                continue;
            };
            places.extend(group.rows.iter().map(|&row| (at, row)));
        }
        self.plan.set(Rc::new(Plan { form, shown, places }));
    }

    /// Changes what the reader wants to see.
    fn wish_for(self, change: impl FnOnce(&mut Wish)) {
        self.wish.update(change);
        self.make(self.page.peek(planned));
    }

    /// The keys of a group's rows: edition, kind and pointer. If one of these changes, another row is made.
    fn keys(self, key: &str) -> Vec<String> {
        let edition = self.page.peek(|analysis| analysis.edition.id);
        self.plan.with(|plan| {
            let group: Option<&FormGroup> =
                plan.form.groups.iter().find(|group| group.title.en == key);
            let shown = plan.shown.iter().find(|group| group.key == key);
            let (Some(group), Some(shown)) = (group, shown) else { return Vec::new() };
            let rows = shown.rows.iter().filter_map(|&row| group.rows.get(row));
            rows.map(|row| [edition, " ", kind(row.widget), " ", &row.pointer].concat()).collect()
        })
    }

    /// Reads a row, if it is shown.
    pub(crate) fn read(self, pointer: &str, part: &mut dyn FnMut(&FormRow)) {
        self.plan.with(|plan| {
            if let Some(row) = plan.shown_row(pointer) {
                part(row);
            }
        });
    }

    /// Keeps a row in the document, whatever becomes of it.
    pub(crate) fn keep(self, pointer: &str) {
        if !self.wish.with_untracked(|wish| wish.keeps(pointer)) {
            self.wish.update(|wish| {
                wish.kept.push(pointer.to_owned());
            });
        }
    }

    fn toggle(self, key: &str) {
        self.wish_for(|wish| match wish.open.iter().position(|open| open == key) {
            Some(at) => {
                wish.open.remove(at);
            }
            None => wish.open.push(key.to_owned()),
        });
    }

    /// Turns a long group's pages.
    fn turn(self, key: &str, on: bool) {
        let (before, groups) = self.plan.peek(|plan| {
            (
                plan.shown.iter().find(|group| group.key == key).map_or(0, |group| group.before),
                plan.shown.len(),
            )
        });
        let step = visible::step(groups);
        self.wish_for(|wish| {
            wish.begin(key, if on { before + step } else { before.saturating_sub(step) });
        });
    }

    /// Has a row shown and brought into view, if there is one for that pointer.
    fn reveal(self, pointer: String) {
        let plan = self.plan.seen();
        let place = plan.form.groups.iter().find_map(|group| {
            let at = group.rows.iter().position(|row| row.pointer == pointer)?;
            Some((group, at))
        });
        let Some((group, at)) = place else { return };
        if plan.shown_row(&pointer).is_none() {
            self.wish_for(|wish| {
                wish.search.clear();
                wish.kept.push(pointer.clone());
                let open = wish.open.iter().any(|open| open == group.title.en);
                let before = group.rows[..at]
                    .iter()
                    .filter(|row| open || !row.more || wish.keeps(&row.pointer))
                    .count();
                let step = visible::step(plan.form.groups.len());
                wish.begin(group.title.en, before / step * step);
            });
            if let Some(search) = browser::element(ids::SEARCH) {
                wasm_bindgen::JsCast::unchecked_ref::<web_sys::HtmlInputElement>(&search)
                    .set_value("");
            }
        }
        request_animation_frame(move || {
            if let Some(element) = browser::element(&ids::control(&pointer)) {
                browser::show(&element);
            }
        });
    }

    /// Moves the focus to the first control at or below a pointer, once it is there.
    pub(crate) fn focus_in(self, pointer: &str) {
        let below = [pointer, "/"].concat();
        let plan = self.plan.seen();
        let mut rows = plan.form.groups.iter().flat_map(|group| &group.rows);
        let first = rows.find(|row| {
            (row.pointer == pointer || row.pointer.starts_with(&below))
                && !matches!(row.widget, Widget::Heading)
        });
        let pointer = first.map_or(pointer, |row| &row.pointer).to_owned();
        self.reveal(pointer.clone());
        browser::focus_soon(ids::control(&pointer));
    }
}

/// A name for the kind of a widget.
const fn kind(widget: Widget) -> &'static str {
    match widget {
        Widget::Heading => "heading",
        Widget::List => "list",
        Widget::Map => "map",
        Widget::Toggle => "toggle",
        Widget::Choice(_, Openness::Closed) => "choice",
        Widget::Choice(_, Openness::Open) => "open",
        Widget::Number => "number",
        Widget::Line => "line",
        Widget::Range => "range",
        Widget::Block => "block",
        Widget::Json => "json",
    }
}
