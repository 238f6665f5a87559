//! A row of the form: what it is called, what to know of it, its control, and what is wrong with it.

use std::rc::Rc;

use clusterwright::diagnostic::{Severity, Text};
use clusterwright::form::{self, FormRow, Origin, State, Widget};
use clusterwright::text::Edit;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{Rows, card, help, strings as own, widget, window};
use crate::app::controls::{bare_button, button};
use crate::app::dom::{El, el, truth, value};
use crate::app::live::Live;
use crate::app::state::Notice;
use crate::app::{browser, ids, strings};

/// A row while it is in the document.
pub(crate) struct Row {
    pub(crate) rows: Rows,
    /// The row as it was when it came: its words and its kind do not change.
    pub(crate) first: FormRow,
}

impl Row {
    /// A part of the row as it is now.
    pub(crate) fn read<T: Default>(&self, part: impl Fn(&FormRow) -> T) -> T {
        let mut out = T::default();
        self.rows.read(&self.first.pointer, &mut |row| out = part(row));
        out
    }

    /// What it is called: an item has its place in its name, a free member its own.
    pub(crate) fn label(&self) -> String {
        let label = self.rows.page.words(self.first.label);
        if self.first.item.is_some() || self.first.free {
            [&label, " ", &self.first.name].concat()
        } else {
            label
        }
    }

    /// The item it lies in, in words to put behind its label; empty for most.
    pub(crate) fn context(&self) -> String {
        let page = self.rows.page;
        let item = |(label, place): &(Text, usize)| {
            [&page.words(*label), " ", &place.to_string()].concat()
        };
        let items: Vec<String> = self.first.within.iter().map(item).collect();
        if items.is_empty() {
            return String::new();
        }
        page.fill(own::INSIDE, &[("item", items.join(", ").into())])
    }

    /// A name that is the row's own, for who does not see where it stands.
    pub(crate) fn full(&self) -> String {
        [self.label(), self.context()].concat()
    }

    /// A name that says the row's own.
    pub(crate) fn named(self: &Rc<Self>, text: Text) -> impl Fn() -> String + 'static {
        let own = self.clone();
        move || own.rows.page.fill(text, &[("name", own.full().into())])
    }

    /// What stands at it.
    fn findings(&self) -> Vec<String> {
        let at = self.read(|row| row.findings.clone());
        let page = self.rows.page;
        let locale = page.locale.get();
        page.read(|analysis| {
            let found = at.iter().filter_map(|&at| analysis.diagnostics.get(at)).take(5);
            found
                .map(|found| [found.severity.id(), " ", &found.message_in(locale)].concat())
                .collect()
        })
    }

    /// The ids of what says more of it: what is wrong with it, and what its control adds.
    pub(crate) fn described(&self) -> Option<String> {
        let found = self.read(|row| !row.findings.is_empty());
        let hinted = matches!(
            self.first.widget,
            Widget::Range | Widget::Version | Widget::Password | Widget::Choice(..)
        );
        match (found, hinted) {
            (true, true) => Some([self.hint_id(), " ".to_owned(), self.findings_id()].concat()),
            (true, false) => Some(self.findings_id()),
            (false, true) => Some(self.hint_id()),
            (false, false) => None,
        }
    }

    /// The id of what its control adds to it.
    pub(crate) fn hint_id(&self) -> String {
        ids::of("hint", &self.first.pointer)
    }

    fn findings_id(&self) -> String {
        ids::of("findings", &self.first.pointer)
    }

    /// Whether an error stands at it.
    pub(crate) fn invalid(&self) -> bool {
        let at = self.read(|row| row.findings.clone());
        self.rows.page.read(|analysis| {
            at.iter()
                .filter_map(|&at| analysis.diagnostics.get(at))
                .any(|found| found.severity == Severity::Error)
        })
    }

    /// Whether it is an object that has to be put there before there is anything to fill in.
    pub(crate) fn to_add(&self) -> bool {
        self.read(to_add)
    }

    /// Makes the member say what was typed.
    pub(crate) fn input(&self, typed: &str) {
        let (page, pointer) = (self.rows.page, &self.first.pointer);
        self.rows.keep(pointer);
        let analysis = page.fresh();
        page.edit(&analysis, &form::input(&analysis, pointer, typed));
    }

    /// Puts the member there, blank, or adds an item.
    pub(crate) fn add(&self) {
        let pointer = &self.first.pointer;
        // The rows follow the text later.
        let place = self.read(|row| row.count).to_string();
        self.change(form::add);
        let list = matches!(self.first.widget, Widget::List);
        self.focus_in(if list { [pointer, "/", &place].concat() } else { pointer.clone() });
    }

    /// Gives the free members one more.
    pub(crate) fn add_member(&self, name: &str) {
        let pointer = &self.first.pointer;
        let map = pointer.strip_suffix('/').unwrap_or(pointer);
        self.change(|analysis, _| form::add_member(analysis, map, name));
        self.focus_in([map, "/", &clusterwright::json::escape(name)].concat());
    }

    /// Makes an edit, and what follows from it, at once. Tells whether there was anything to do.
    pub(super) fn change(
        &self,
        edit: impl FnOnce(&clusterwright::analysis::Analysis, &str) -> Vec<Edit>,
    ) -> bool {
        let page = self.rows.page;
        let analysis = page.fresh();
        let edits = edit(&analysis, &self.first.pointer);
        page.rewrite(&analysis, &edits);
        page.check_now();
        !edits.is_empty()
    }

    fn remove(&self) {
        let pointer = &self.first.pointer;
        if let Some((item, _)) = self.first.item {
            return card::remove(self, item);
        }
        self.rows.keep(pointer);
        self.tell_removed(|| self.change(form::remove));
        // Of a free member what adds another.
        let end = pointer.rfind('/').filter(|_| self.first.free);
        let stays = end.map_or(&**pointer, |end| &pointer[..=end]);
        browser::focus_soon(ids::control(stays));
    }

    /// Carries out the removal of something bigger than a value, and keeps the text before it at hand.
    pub(super) fn tell_removed(&self, remove: impl FnOnce() -> bool) {
        let page = self.rows.page;
        let (old, name) = (page.body.peek(|body| body.text.clone()), self.full());
        if remove() && self.first.widget.heads() {
            page.notice.set(Some(Notice {
                text: own::REMOVED,
                args: vec![("name", name.into())],
                undo: Some(old),
                back: strings::PUT_BACK,
                about: Some(page.body.seen()),
            }));
        }
    }

    /// Gives a free member another name.
    fn rename(&self, name: &str) {
        if name == self.first.name || name.is_empty() {
            return;
        }
        if self.change(|analysis, pointer| form::rename(analysis, pointer, name)) {
            let map = self.first.pointer.rsplit_once('/').map_or("", |(map, _)| map);
            self.focus_in([map, "/", &clusterwright::json::escape(name)].concat());
        } else {
            self.rows.page.tell(own::NAME_TAKEN, vec![("name", name.to_owned().into())]);
        }
    }

    /// The rows are made by effects, which run after this.
    pub(super) fn focus_in(&self, pointer: String) {
        let rows = self.rows;
        browser::later(0, move || rows.focus_in(&pointer));
    }
}

/// Whether a row is an object that has to be put there before there is anything to fill in.
pub(super) fn to_add(row: &FormRow) -> bool {
    row.widget == Widget::Heading && row.state == State::Absent && !row.required
}

/// The row of a key, in a group.
pub(crate) fn row(rows: Rows, key: &str, group: &Rc<str>) -> El {
    let pointer = key.splitn(3, ' ').nth(2).unwrap_or_default();
    let mut first = None;
    untrack(|| rows.read(pointer, &mut |row| first = Some(row.clone())));
    let Some(first) = first else { return el("div") };
    let class = match first.widget {
        Widget::Card => "row card",
        Widget::Heading | Widget::List | Widget::Map => "row heading",
        _ if first.free => "row pair",
        _ => "row",
    };
    let depth = first.depth.min(4).to_string();
    let row = Rc::new(Row { rows, first });
    if row.first.widget == Widget::More {
        return card::more(&row, group.clone());
    }
    if row.first.widget == Widget::Name {
        let own = el("div").class("row").at("data-depth", &depth);
        return own.at(window::POINTER, &row.first.pointer).add(widget::widget(&row));
    }
    let open = Live::new(false);
    let (state, words, found, lines) = (row.clone(), row.clone(), row.clone(), row.clone());
    let help_id = ids::of("help", &row.first.pointer);
    let element = el("div")
        .class(class)
        .at("data-depth", &depth)
        .at(window::POINTER, &row.first.pointer)
        .name("data-state", move || {
            state
                .read(|row| match row.state {
                    State::Absent => "absent",
                    State::Blank => "blank",
                    State::Set => "set",
                })
                .to_owned()
        });
    let element = match row.first.item {
        Some(_) => card::by_keys(&row, element),
        None => element,
    };
    element
        .add(head(&row, open, &help_id))
        .add(widget::widget(&row))
        .when(
            move || open.get(),
            move || {
                el("div")
                    .class("row-help")
                    .at("id", &help_id)
                    .add(help::help(words.rows.page, &words.first))
            },
        )
        .when(
            move || found.read(|row| !row.findings.is_empty()),
            move || {
                let (page, own) = (lines.rows.page, lines.clone());
                el("ul").class("row-findings").at("id", &lines.findings_id()).list(
                    move || own.findings(),
                    move |line| {
                        let (severity, words) = line.split_once(' ').unwrap_or(("", line));
                        let label = Severity::ALL
                            .into_iter()
                            .find(|own| own.id() == severity)
                            .unwrap_or(Severity::Info)
                            .label();
                        el("li")
                            .at("data-severity", severity)
                            .add(el("span").class("severity").say(page.t(label)))
                            .text(" ")
                            .text(words)
                    },
                )
            },
        )
}

fn head(row: &Rc<Row>, open: Live<bool>, help_id: &str) -> El {
    let page = row.rows.page;
    let first = &row.first;
    let id = ids::control(&first.pointer);
    let (label, context) = (row.clone(), row.clone());
    let mut head = el("div").class("row-head");
    if first.widget == Widget::Card {
        head = head.add(card::toggle(row, &id));
    } else {
        let name = match first.widget {
            // Where there is a button that adds it, that is its control.
            Widget::Heading => {
                let own = row.clone();
                let id = id.clone();
                let id = move || (!own.to_add()).then(|| id.clone());
                el("span").bind("id", id).at("tabindex", "-1")
            }
            Widget::Map => el("span").at("id", &id).at("tabindex", "-1"),
            Widget::List => el("span"),
            _ => el("label").at("for", &id),
        };
        let mut name = name.class("row-label").say(move || label.label());
        if !first.within.is_empty() {
            name = name.add(el("span").class("sr").say(move || context.context()));
        }
        head = head.add(name);
    }
    if first.free {
        head = head.add(key(row));
    } else if first.item.is_none() {
        head = head.add(el("code").text(&first.name));
    }
    let (required, removable, removes) = (row.clone(), row.clone(), row.clone());
    head = head.when(
        move || required.read(|row| row.required),
        move || el("span").class("tag must").say(page.t(strings::REQUIRED)),
    );
    if first.item.is_none() {
        head = head.add(el("span").class("tag").say({
            let own = row.clone();
            move || origin(&own)
        }));
    }
    if !first.source.is_empty() {
        let controls = help_id.to_owned();
        let about = bare_button("about", move || open.update(|open| *open = !*open))
            .name("aria-label", row.named(strings::ABOUT))
            .bind("aria-controls", move || open.get().then(|| controls.clone()))
            .name("aria-expanded", move || truth(open.get()))
            .on("keydown", move |event| {
                if event.unchecked_ref::<web_sys::KeyboardEvent>().key() == "Escape" {
                    open.set(false);
                }
            })
            .text("?");
        head = head.add(about);
    }
    if first.item.is_some() {
        return head.add(card::tools(row));
    }
    head.when(
        move || removable.read(|row| row.removable),
        move || {
            let own = removes.clone();
            let free = removes.first.free;
            let (words, name) = if free {
                (strings::REMOVE, strings::REMOVE_WHAT)
            } else {
                (self::own::RESET, self::own::RESET_WHAT)
            };
            button(page, "plain remove", words, move || own.remove())
                .name("aria-label", removes.named(name))
        },
    )
}

/// The field for a free member's name.
fn key(row: &Rc<Row>) -> El {
    let own = row.clone();
    el("input")
        .class("key")
        .at("data-own", "")
        .at("type", "text")
        .at("value", &row.first.name)
        .at("autocomplete", "off")
        .at("autocapitalize", "off")
        .at("spellcheck", "false")
        .name("aria-label", row.named(self::own::NAME_OF))
        .on("change", move |event| own.rename(&value(&event)))
}

/// Where what applies comes from, in words.
fn origin(row: &Row) -> String {
    let page = row.rows.page;
    let (origin, value) = row.read(|row| (Some(row.origin), row.applies.clone()));
    let text = match origin {
        Some(Origin::Set) => own::ORIGIN_SET,
        Some(Origin::Blank) => own::ORIGIN_BLANK,
        Some(Origin::Default) => own::ORIGIN_DEFAULT,
        Some(Origin::Implied) => own::ORIGIN_IMPLIED,
        Some(Origin::Absent) | None => own::ORIGIN_ABSENT,
    };
    page.fill(text, &[("value", value.into())])
}
