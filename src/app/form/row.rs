//! A row of the form: what it is called, what to know of it, its control, and what is wrong with it.

use std::rc::Rc;

use clusterwright::diagnostic::Severity;
use clusterwright::form::{self, FormRow, State, Widget};
use leptos::prelude::*;

use super::{Rows, widget};
use crate::app::controls::{bare_button, button};
use crate::app::dom::{El, el, truth};
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

    /// Whether it is an item of a list.
    fn is_item(&self) -> bool {
        self.first.name.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// What it is called: an item has its place in its name.
    pub(crate) fn label(&self) -> String {
        let label = self.rows.page.words(self.first.label);
        if self.is_item() { [&label, " ", &self.first.name].concat() } else { label }
    }

    /// A name that says the row's own.
    pub(crate) fn named(
        self: &Rc<Self>,
        text: clusterwright::diagnostic::Text,
    ) -> impl Fn() -> String + 'static {
        let own = self.clone();
        move || own.rows.page.fill(text, &[("name", own.label().into())])
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

    /// The id of what says what is wrong with it, if anything is.
    pub(crate) fn described(&self) -> Option<String> {
        self.read(|row| !row.findings.is_empty()).then(|| self.findings_id())
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

    /// Makes the member say what was typed.
    pub(crate) fn input(&self, typed: &str) {
        let (page, pointer) = (self.rows.page, &self.first.pointer);
        self.rows.keep(pointer);
        let analysis = page.fresh();
        page.edit(&analysis, &form::input(&analysis, pointer, typed));
    }

    /// Puts the member there, blank, or adds an item.
    pub(crate) fn add(&self) {
        let (page, pointer) = (self.rows.page, &self.first.pointer);
        let analysis = page.fresh();
        page.edit(&analysis, &form::add(&analysis, pointer));
        page.check_now();
        let list = matches!(self.first.widget, Widget::List);
        let item = page.peek(|analysis| {
            let list = analysis.doc.find(pointer).filter(|_| list)?;
            Some(
                [pointer, "/", &analysis.doc.children(list).count().saturating_sub(1).to_string()]
                    .concat(),
            )
        });
        self.focus_in(item.unwrap_or_else(|| pointer.clone()));
    }

    /// Gives the free members one more.
    pub(crate) fn add_member(&self, name: &str) {
        let (page, pointer) = (self.rows.page, &self.first.pointer);
        let analysis = page.fresh();
        page.edit(&analysis, &form::add_member(&analysis, pointer, name));
        page.check_now();
        self.focus_in([pointer, "/", &clusterwright::json::escape(name)].concat());
    }

    fn remove(&self) {
        let (page, pointer) = (self.rows.page, &self.first.pointer);
        self.rows.keep(pointer);
        let analysis = page.fresh();
        page.edit(&analysis, &form::remove(&analysis, pointer));
        page.check_now();
        let stays = if self.is_item() {
            pointer.rsplit_once('/').map_or("", |(list, _)| list)
        } else {
            pointer
        };
        browser::focus_soon(ids::control(stays));
    }

    /// The rows are made by effects, which run after this.
    fn focus_in(&self, pointer: String) {
        let rows = self.rows;
        browser::later(0, move || rows.focus_in(&pointer));
    }
}

/// The row of a key.
pub(crate) fn row(rows: Rows, key: &str) -> El {
    let pointer = key.splitn(3, ' ').nth(2).unwrap_or_default();
    let mut first = None;
    untrack(|| rows.read(pointer, &mut |row| first = Some(row.clone())));
    let Some(first) = first else { return el("div") };
    let heading = matches!(first.widget, Widget::Heading | Widget::List | Widget::Map);
    let depth = first.depth.min(4).to_string();
    let row = Rc::new(Row { rows, first });
    let open = RwSignal::new(false);
    let (state, words, found, lines) = (row.clone(), row.clone(), row.clone(), row.clone());
    let (more, beyond) = (row.clone(), row.clone());
    let help_id = ids::of("help", &row.first.pointer);
    el("div")
        .class(if heading { "row heading" } else { "row" })
        .at("data-depth", &depth)
        .name("data-state", move || {
            state
                .read(|row| match row.state {
                    State::Absent => "absent",
                    State::Blank => "blank",
                    State::Set => "set",
                })
                .to_owned()
        })
        .add(head(&row, open, &help_id))
        .add(widget::widget(&row))
        .when(
            move || more.read(|row| row.beyond) > 0,
            move || {
                let own = beyond.clone();
                let count = move || own.read(|row| row.beyond).into();
                el("p")
                    .class("muted")
                    .say(move || rows.page.fill(strings::BEYOND, &[("count", count())]))
            },
        )
        .add(
            el("div")
                .class("row-help")
                .at("id", &help_id)
                .when(move || open.get(), move || help(&words)),
        )
        .when(
            move || found.described().is_some(),
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

fn head(row: &Rc<Row>, open: RwSignal<bool>, help_id: &str) -> El {
    let page = row.rows.page;
    let id = ids::control(&row.first.pointer);
    let (own, required, removable, removes) = (row.clone(), row.clone(), row.clone(), row.clone());
    let name = match row.first.widget {
        Widget::Heading => el("span").at("id", &id).at("tabindex", "-1"),
        Widget::List | Widget::Map => el("span"),
        _ => el("label").at("for", &id),
    };
    let mut head =
        el("div").class("row-head").add(name.class("row-label").say(move || own.label()));
    if !row.is_item() {
        head = head.add(el("code").text(&row.first.name));
    }
    head = head.when(
        move || required.read(|row| row.required),
        move || el("span").class("tag").say(page.t(strings::REQUIRED)),
    );
    if !row.first.source.is_empty() {
        let about = bare_button("about", move || open.update(|open| *open = !*open))
            .name("aria-label", row.named(strings::ABOUT))
            .at("aria-controls", help_id)
            .name("aria-expanded", move || truth(open.get()))
            .text("?");
        head = head.add(about);
    }
    head.when(
        move || removable.read(|row| row.removable),
        move || {
            let own = removes.clone();
            button(page, "plain remove", strings::REMOVE, move || own.remove())
                .name("aria-label", removes.named(strings::REMOVE_WHAT))
        },
    )
}

fn help(row: &Row) -> El {
    let (page, first) = (row.rows.page, &row.first);
    let edition = page.peek(|analysis| analysis.edition);
    let index = edition.index();
    let at = index.resolve(&first.pointer).map_or("", |row| index.row(row).pointer);
    let mut help =
        el("div").add(el("p").say(move || page.help.of_row(edition, at, page.locale.get())));
    let examples = first.examples.join(", ");
    for (text, name, value) in [
        (strings::DEFAULT, "default", first.default.unwrap_or_default()),
        (strings::SEEN, "examples", examples.as_str()),
        (strings::SOURCE, "source", first.source),
    ] {
        if !value.is_empty() {
            let value = value.to_owned();
            help = help.add(
                el("p")
                    .class("muted")
                    .say(move || page.fill(text, &[(name, value.clone().into())])),
            );
        }
    }
    if matches!(first.widget, Widget::Json) && first.state == State::Set {
        help = help.add(el("p").class("muted").say(page.t(strings::AS_JSON)));
    }
    help
}
