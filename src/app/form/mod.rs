//! The form: a row for each member the edition's table knows, read off the body and written back into it.

mod row;
mod visible;
mod widget;

use std::collections::HashMap;
use std::sync::Arc;

use clusterwright::form::{self, Form, FormRow, Openness, Widget};
use leptos::prelude::*;

use super::controls::{button, dynamic, nothing};
use super::state::{Page, Tab};
use super::{browser, ids, strings, tabs};
use visible::{Shown, Wish};

/// The form's rows and what the reader wants to see of them.
#[derive(Clone, Copy)]
pub(crate) struct Rows {
    pub(crate) page: Page,
    /// Every row.
    form: Memo<Arc<Form>>,
    /// The groups with the rows to show.
    shown: Memo<Vec<Shown>>,
    /// Where each shown row stands: group and row.
    places: Memo<HashMap<String, (usize, usize)>>,
    wish: RwSignal<Wish>,
}

/// What tells one row of the document from another: if it changes, another row is made.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    edition: &'static str,
    pub(crate) pointer: String,
    kind: u8,
}

/// The form, as a pane of its own or as the panel of its tab.
pub(crate) fn pane(page: Page) -> AnyView {
    let form = Memo::new(move |_| page.analysis.with(|analysis| Arc::new(form::plan(analysis))));
    let wish = RwSignal::new(Wish::default());
    let shown = Memo::new(move |_| form.with(|form| wish.with(|wish| visible::shown(form, wish))));
    let places = Memo::new(move |_| {
        let form = form.get();
        shown.with(|shown| {
            let mut places = HashMap::new();
            for group in shown {
                let Some(at) = form.groups.iter().position(|own| own.title.en == group.key) else {
                    continue;
                };
                places.extend(
                    group
                        .rows
                        .iter()
                        .map(|&row| (form.groups[at].rows[row].pointer.clone(), (at, row))),
                );
            }
            places
        })
    });
    let rows = Rows { page, form, shown, places, wish };
    Effect::new(move || {
        if let Some(pointer) = page.row.get() {
            rows.reveal(pointer);
            page.row.set(None);
        }
    });
    let search = view! {
        <div class="search">
            <label class="sr" for=ids::SEARCH>{page.t(strings::SEARCH)}</label>
            <input
                type="search"
                id=ids::SEARCH
                placeholder=page.t(strings::SEARCH)
                autocomplete="off"
                prop:value=move || wish.with(|wish| wish.search.clone())
                on:input:target=move |event| wish.update(|wish| wish.search = event.target().value())
            />
        </div>
    }
    .into_any();
    let none = dynamic(Box::new(move || {
        if shown.with(Vec::is_empty) {
            view! { <p class="muted">{page.t(strings::NO_MATCH)}</p> }.into_any()
        } else {
            nothing()
        }
    }));
    let keys = move || {
        shown.with(|shown| {
            shown.iter().map(|group| (group.key, group.title, group.help)).collect::<Vec<_>>()
        })
    };
    let (_, tab, panel) = tabs::names(Tab::Form);
    let role = Signal::derive(move || (!page.wide.get()).then_some("tabpanel"));
    let by = Signal::derive(move || (!page.wide.get()).then_some(tab));
    view! {
        <div class="panel form-pane" role=role id=panel aria-labelledby=by>
            <form id=ids::FORM aria-labelledby="form-title" autocomplete="off" on:submit=|event| event.prevent_default()>
                <div class="form-head">
                    <h2 id="form-title">{page.t(strings::FORM)}</h2>
                    {search}
                </div>
                {none}
                <For each=keys key=|(key, ..)| *key children=move |(key, title, help)| group(rows, key, title, help) />
            </form>
        </div>
    }
    .into_any()
}

fn group(
    rows: Rows,
    key: &'static str,
    title: clusterwright::diagnostic::Text,
    help: clusterwright::diagnostic::Text,
) -> AnyView {
    let page = rows.page;
    let id = ids::of("group", key);
    let own = Memo::new(move |_| {
        rows.shown.with(|shown| shown.iter().find(|group| group.key == key).cloned())
    });
    let step = move || visible::step(rows.shown.with_untracked(Vec::len));
    let more = dynamic(Box::new(move || match own.get() {
        Some(Shown { more: 1.., open: true, .. }) => {
            toggle(rows, key, page.fill(strings::LESS, Vec::new()), "true")
        }
        Some(Shown { more: more @ 1.., .. }) => {
            toggle(rows, key, page.fill(strings::MORE, vec![("count", more.into())]), "false")
        }
        _ => nothing(),
    }));
    let earlier = dynamic(Box::new(move || match own.get() {
        Some(Shown { before: before @ 1.., .. }) => button(
            page,
            "plain",
            strings::EARLIER_ROWS,
            Box::new(move || rows.start(key, before.saturating_sub(step()))),
        ),
        _ => nothing(),
    }));
    let further = dynamic(Box::new(move || match own.get() {
        Some(Shown { before, after: after @ 1.., .. }) => {
            let label = page.fill(strings::FURTHER_ROWS, vec![("count", after.into())]);
            view! { <button type="button" class="plain" on:click=move |_| rows.start(key, before + step())>{label}</button> }.into_any()
        }
        _ => nothing(),
    }));
    let help = if help.is_empty() {
        nothing()
    } else {
        view! { <p class="muted">{page.t(help)}</p> }.into_any()
    };
    let heading = view! { <h3 id=id.clone()>{page.t(title)}</h3> }.into_any();
    let list = view! { <For each=move || rows.keys(key) key=Clone::clone children=move |key: Key| row::row(rows, key) /> }.into_any();
    view! {
        <section class="group" aria-labelledby=id>
            {heading}
            {help}
            {earlier}
            {list}
            {further}
            {more}
        </section>
    }
    .into_any()
}

fn toggle(rows: Rows, key: &'static str, label: Signal<String>, expanded: &'static str) -> AnyView {
    let press = move |_| {
        rows.wish.update(|wish| match wish.open.iter().position(|open| *open == key) {
            Some(at) => {
                wish.open.remove(at);
            }
            None => wish.open.push(key),
        });
    };
    view! { <button type="button" class="more" aria-expanded=expanded on:click=press>{label}</button> }.into_any()
}

impl Rows {
    /// The keys of a group's rows.
    fn keys(self, key: &'static str) -> Vec<Key> {
        let form = self.form.get();
        let edition = self.page.analysis.with_untracked(|analysis| analysis.edition.id);
        let Some(group) = form.groups.iter().find(|group| group.title.en == key) else {
            return Vec::new();
        };
        let rows = self.shown.with(|shown| {
            shown.iter().find(|own| own.key == key).map(|own| own.rows.clone()).unwrap_or_default()
        });
        rows.iter()
            .filter_map(|&row| group.rows.get(row))
            .map(|row| Key { edition, pointer: row.pointer.clone(), kind: kind(row.widget) })
            .collect()
    }

    /// A row, if it is shown.
    pub(crate) fn get(self, pointer: &str) -> Option<FormRow> {
        let (group, row) = self.places.with(|places| places.get(pointer).copied())?;
        self.form.with(|form| form.groups.get(group)?.rows.get(row).cloned())
    }

    /// Keeps a row in the document, whatever becomes of it.
    pub(crate) fn keep(self, pointer: &str) {
        if !self.wish.with_untracked(|wish| wish.kept.contains(pointer)) {
            self.wish.update(|wish| {
                wish.kept.insert(pointer.to_owned());
            });
        }
    }

    fn start(self, key: &'static str, from: usize) {
        self.wish.update(|wish| {
            wish.from.insert(key, from);
        });
    }

    /// Has a row shown and brought into view, if there is one for that pointer.
    fn reveal(self, pointer: String) {
        let form = self.form.get_untracked();
        let place = form.groups.iter().find_map(|group| {
            let at = group.rows.iter().position(|row| row.pointer == pointer)?;
            Some((group, at))
        });
        let Some((group, at)) = place else { return };
        self.wish.update(|wish| {
            wish.search.clear();
            wish.kept.insert(pointer.clone());
            let open = wish.open.contains(&group.title.en);
            let before = group.rows[..at]
                .iter()
                .filter(|row| open || !row.more || wish.kept.contains(&row.pointer))
                .count();
            let step = visible::step(form.groups.len());
            wish.from.insert(group.title.en, before / step * step);
        });
        request_animation_frame(move || {
            if let Some(element) = browser::element(&ids::control(&pointer)) {
                browser::show(&element);
            }
        });
    }

    /// Moves the focus to the first control at or below a pointer, once it is there.
    pub(crate) fn focus_in(self, pointer: &str) {
        let below = [pointer, "/"].concat();
        let form = self.form.get_untracked();
        let mut rows = form.groups.iter().flat_map(|group| &group.rows);
        let first = rows.find(|row| {
            (row.pointer == pointer || row.pointer.starts_with(&below))
                && !matches!(row.widget, Widget::Heading)
        });
        browser::focus_soon(ids::control(first.map_or(pointer, |row| &row.pointer)));
    }
}

/// The kind of a widget, as a number.
const fn kind(widget: Widget) -> u8 {
    match widget {
        Widget::Heading => 0,
        Widget::List => 1,
        Widget::Map => 2,
        Widget::Toggle => 3,
        Widget::Choice(_, Openness::Closed) => 4,
        Widget::Choice(_, Openness::Open) => 5,
        Widget::Number => 6,
        Widget::Line => 7,
        Widget::Range => 8,
        Widget::Block => 9,
        Widget::Json => 10,
    }
}
