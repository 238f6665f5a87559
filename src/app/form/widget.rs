//! The control of a row, by its kind.

use clusterwright::diagnostic::{Severity, Text};
use clusterwright::form::{Openness, State, Widget};
use clusterwright::spec::Choice;
use leptos::html;
use leptos::prelude::*;

use super::row::{RowView, findings_id};
use crate::app::controls::{Select, dynamic, named_button, nothing};
use crate::app::{ids, strings};

/// The control of a row.
pub(crate) fn widget(row: RowView) -> AnyView {
    match row.first.with_value(|row| row.widget) {
        Widget::Heading => absent(row),
        Widget::List => add(row, strings::ADD_ITEM, strings::ADD_ITEM_TO),
        Widget::Map => map(row),
        Widget::Toggle => select(row, &[]),
        Widget::Choice(choices, Openness::Closed) => select(row, choices),
        Widget::Choice(choices, Openness::Open) => line(row, "text", choices),
        Widget::Number => line(row, "numeric", &[]),
        Widget::Line | Widget::Range => line(row, "text", &[]),
        Widget::Block | Widget::Json => block(row),
    }
}

/// What an object that is not there offers: to be added.
fn absent(row: RowView) -> AnyView {
    let is_absent =
        Memo::new(move |_| row.now.with(|row| row.state == State::Absent && !row.required));
    dynamic(Box::new(move || {
        if is_absent.get() { add(row, strings::ADD, strings::ADD_WHAT) } else { nothing() }
    }))
}

fn add(row: RowView, label: Text, name: Text) -> AnyView {
    let (page, own) = (row.rows.page, row.label());
    let name = Signal::derive(move || name.fill(page.locale.get(), &[("name", own.get().into())]));
    // A heading has its id on its own words.
    let id = row
        .first
        .with_value(|row| matches!(row.widget, Widget::List).then(|| ids::control(&row.pointer)));
    view! {
        <div class="row-control">
            <button type="button" class="plain add" id=id aria-label=name aria-describedby=described(row) on:click=move |_| row.add()>
                {page.t(label)}
            </button>
        </div>
    }
    .into_any()
}

fn map(row: RowView) -> AnyView {
    let (page, own) = (row.rows.page, row.label());
    let input = NodeRef::<html::Input>::new();
    let name = Signal::derive(move || {
        strings::MEMBER_NAME.fill(page.locale.get(), &[("name", own.get().into())])
    });
    let add_name = Signal::derive(move || {
        strings::ADD_WHAT.fill(page.locale.get(), &[("name", own.get().into())])
    });
    let add = move || {
        let Some(input) = input.get_untracked() else { return };
        let name = input.value();
        if name.is_empty() {
            let _ = input.focus();
        } else {
            input.set_value("");
            row.add_member(&name);
        }
    };
    let enter = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            add();
        }
    };
    let id = row.first.with_value(|row| ids::control(&row.pointer));
    view! {
        <div class="row-control">
            <input type="text" id=id node_ref=input aria-label=name aria-describedby=described(row) spellcheck="false" autocapitalize="off" on:keydown=enter />
            {named_button(page, "plain add", strings::ADD, add_name, Box::new(add))}
        </div>
    }
    .into_any()
}

/// A list of values; of none given, `true` and `false`.
fn select(row: RowView, choices: &'static [Choice]) -> AnyView {
    let page = row.rows.page;
    let default = row.first.with_value(|row| row.default);
    let value = Memo::new(move |_| row.now.with(|row| row.value.clone()));
    let offers = Signal::derive(move || {
        let locale = page.locale.get();
        let none = match default {
            Some(default) => strings::NOT_SET_DEFAULT.fill(locale, &[("default", default.into())]),
            None if row.now.with(|row| row.required) => strings::CHOOSE.get(locale).to_owned(),
            None => strings::NOT_SET.get(locale).to_owned(),
        };
        let mut offers = vec![(String::new(), none)];
        if choices.is_empty() {
            offers.extend(["true", "false"].map(|value| (value.to_owned(), value.to_owned())));
        }
        offers.extend(choices.iter().map(|choice| {
            let help = choice.help.get(locale);
            let words = if help.is_empty() {
                choice.value.to_owned()
            } else {
                [choice.value, " · ", help].concat()
            };
            (choice.value.to_owned(), words)
        }));
        // What the body says is shown even if it is not among them.
        value.with(|value| {
            if !offers.iter().any(|(own, _)| own == value) {
                offers.push((value.clone(), value.clone()));
            }
        });
        offers
    });
    let id = row.first.with_value(|row| ids::control(&row.pointer));
    let select = Select {
        id,
        offers,
        value: value.into(),
        choose: Box::new(move |chosen| row.input(&chosen)),
        described: described(row),
        invalid: invalid(row),
        required: required(row),
    };
    view! { <div class="row-control">{select.view()}</div> }.into_any()
}

fn line(row: RowView, mode: &'static str, choices: &'static [Choice]) -> AnyView {
    let page = row.rows.page;
    let place = NodeRef::<html::Input>::new();
    let first = row.first.get_value();
    let id = ids::control(&first.pointer);
    let shown = RwSignal::new(!first.secret);
    Effect::new(move || {
        let (value, blank) = row.now.with(|row| (row.value.clone(), row.state == State::Blank));
        let Some(input) = place.get() else { return };
        if input.value() != value && !(blank && has_focus(&input)) {
            input.set_value(&value);
        }
    });
    let list = ids::of("offers", &first.pointer);
    let offers = if choices.is_empty() && first.examples.is_empty() {
        nothing()
    } else {
        let offers = choices.iter().map(move |choice| {
            view! { <option value=choice.value>{page.t(choice.help)}</option> }.into_any()
        });
        let seen = first
            .examples
            .iter()
            .map(|example| view! { <option value=*example></option> }.into_any());
        view! { <datalist id=list.clone()>{offers.chain(seen).collect::<Vec<_>>()}</datalist> }
            .into_any()
    };
    let list = (!choices.is_empty() || !first.examples.is_empty()).then_some(list);
    let kind = Signal::derive(move || if shown.get() { "text" } else { "password" });
    view! {
        <div class="row-control">
            <input
                type=kind
                id=id
                node_ref=place
                list=list
                inputmode=mode
                placeholder=placeholder(row)
                aria-describedby=described(row)
                aria-invalid=invalid(row)
                aria-required=required(row)
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                on:input:target=move |event| row.input(&event.target().value())
            />
            {offers}
            {reveal(row, shown)}
        </div>
    }
    .into_any()
}

fn block(row: RowView) -> AnyView {
    let place = NodeRef::<html::Textarea>::new();
    let first = row.first.get_value();
    let id = ids::control(&first.pointer);
    let shown = RwSignal::new(!first.secret);
    Effect::new(move || {
        let (value, blank) = row.now.with(|row| (row.value.clone(), row.state == State::Blank));
        let Some(area) = place.get() else { return };
        if area.value() != value && !(blank && has_focus(&area)) {
            area.set_value(&value);
        }
    });
    view! {
        <div class="row-control">
            <textarea
                id=id
                node_ref=place
                class:masked=move || !shown.get()
                rows="3"
                placeholder=placeholder(row)
                aria-describedby=described(row)
                aria-invalid=invalid(row)
                aria-required=required(row)
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                on:input:target=move |event| row.input(&event.target().value())
            ></textarea>
            {reveal(row, shown)}
        </div>
    }
    .into_any()
}

/// The button that shows what a secret says.
fn reveal(row: RowView, shown: RwSignal<bool>) -> AnyView {
    if !row.first.with_value(|row| row.secret) {
        return nothing();
    }
    let (page, own) = (row.rows.page, row.label());
    let name = Signal::derive(move || {
        strings::REVEAL_WHAT.fill(page.locale.get(), &[("name", own.get().into())])
    });
    let pressed = Signal::derive(move || if shown.get() { "true" } else { "false" });
    let label = Signal::derive(move || {
        if shown.get() { strings::CONCEAL } else { strings::REVEAL }.get(page.locale.get())
    });
    view! {
        <button type="button" class="plain" aria-label=name aria-pressed=pressed on:click=move |_| shown.update(|shown| *shown = !*shown)>
            {label}
        </button>
    }
    .into_any()
}

/// What could stand there; never a value.
fn placeholder(row: RowView) -> Signal<String> {
    let page = row.rows.page;
    let (hint, examples) = row.first.with_value(|row| (row.hint, row.examples));
    Signal::derive(move || match examples.first() {
        Some(example) => {
            strings::EXAMPLE.fill(page.locale.get(), &[("example", (*example).into())])
        }
        None => hint.to_owned(),
    })
}

fn described(row: RowView) -> Signal<Option<String>> {
    let id = findings_id(row);
    Signal::derive(move || row.findings.with(|found| (!found.is_empty()).then(|| id.clone())))
}

fn invalid(row: RowView) -> Signal<Option<&'static str>> {
    Signal::derive(move || {
        row.findings.with(|found| {
            found.iter().any(|(severity, _)| *severity == Severity::Error).then_some("true")
        })
    })
}

fn required(row: RowView) -> Signal<Option<&'static str>> {
    Signal::derive(move || row.now.with(|row| row.required).then_some("true"))
}

fn has_focus(element: &web_sys::Element) -> bool {
    document().active_element().is_some_and(|active| active == *element)
}
