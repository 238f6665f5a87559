//! The control of a row, by its kind.

use std::rc::Rc;

use clusterwright::diagnostic::{Locale, Text};
use clusterwright::form::{self, Openness, State, Widget};
use clusterwright::spec::Choice;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement};

use super::row::Row;
use super::{card, special, strings as words};
use crate::app::controls::{bare_button, button, checked, select};
use crate::app::dom::{El, effect, el, truth, value};
use crate::app::live::Live;
use crate::app::state::Origin as BodyOrigin;
use crate::app::{ids, strings};

/// The control of a row.
pub(crate) fn widget(row: &Rc<Row>) -> El {
    let control = el("div").class("row-control");
    match row.first.widget {
        Widget::Heading => {
            let (absent, row) = (row.clone(), row.clone());
            let id = ids::control(&row.first.pointer);
            let add = move || add(&row, strings::ADD, strings::ADD_WHAT).at("id", &id);
            control.when(move || absent.to_add(), add)
        }
        Widget::Card | Widget::Gap | Widget::More => control,
        Widget::Map => map(row, control),
        Widget::List => list_of(row, control),
        Widget::Name => name(row, control),
        Widget::Toggle => control.add(list(row, &[])),
        Widget::Choice(choices, Openness::Closed) => {
            el("div").add(control.add(list(row, choices))).add(special::chosen(row, choices, true))
        }
        Widget::Choice(choices, Openness::Open) => {
            let values = choices.iter().map(|choice| choice.value).collect();
            let control = typed(row, control, "input", "text", values, choices);
            el("div").add(control).add(special::chosen(row, choices, false))
        }
        Widget::Number => plain_typed(row, control, "input", "numeric"),
        Widget::Line => plain_typed(row, control, "input", "text"),
        Widget::Range => {
            let mut control = plain_typed(row, control, "input", "text");
            if let Some(free) = special::next_free(row) {
                control = control.add(free);
            }
            el("div").add(control).add(special::extent(row))
        }
        Widget::Version => {
            let edition = row.rows.page.peek(|analysis| analysis.edition);
            let known = if edition.version == row.first.row {
                clusterwright::form::known_versions(edition)
            } else {
                row.first.examples.to_vec()
            };
            let control = typed(row, control, "input", "text", known, &[]);
            el("div").add(control).add(special::gates(row))
        }
        Widget::Password => {
            let own = row.clone();
            let ticks = row.clone();
            el("div")
                .add(plain_typed(row, control, "input", "text"))
                .when(move || special::wanted(&own), move || special::ticks(&ticks))
        }
        Widget::Block | Widget::Json => plain_typed(row, control, "textarea", "text"),
    }
}

fn plain_typed(row: &Rc<Row>, control: El, tag: &str, mode: &str) -> El {
    typed(row, control, tag, mode, Vec::new(), &[])
}

/// The buttons over a list.
fn list_of(row: &Rc<Row>, control: El) -> El {
    let page = row.rows.page;
    let mut control = control.add(
        add(row, strings::ADD_ITEM, strings::ADD_ITEM_TO)
            .at("id", &ids::control(&row.first.pointer)),
    );
    let cards = page.peek(|analysis| {
        let index = analysis.edition.index();
        index.find(row.first.row).is_some_and(|list| form::is_card(index, index.row(list).first))
    });
    let (own, count, all) = (row.clone(), row.clone(), row.clone());
    let several = Rc::new(move || own.read(|row| row.count > 1));
    if cards {
        let several = several.clone();
        control = control.when(move || several(), move || el("span").adds(card::all(&all)));
    }
    control.when(
        move || several(),
        move || {
            let own = count.clone();
            el("span").class("muted").say(move || {
                page.fill(words::COUNT, &[("count", own.read(|row| row.count).into())])
            })
        },
    )
}

fn add(row: &Rc<Row>, label: Text, name: Text) -> El {
    let (own, described) = (row.clone(), row.clone());
    button(row.rows.page, "plain add", label, move || own.add())
        .name("aria-label", row.named(name))
        .bind("aria-describedby", move || described.described())
}

/// A field for the name of a new member.
fn name(row: &Rc<Row>, control: El) -> El {
    let own = row.clone();
    let id = ids::control(&row.first.pointer);
    let input = plain(el("input").at("type", "text").at("id", &id).at("data-own", ""))
        .name("aria-label", row.named(strings::MEMBER_NAME))
        .name("placeholder", row.rows.page.t(strings::ANOTHER_NAME));
    let field: HtmlInputElement = input.node().clone().unchecked_into();
    let add = Rc::new(move || {
        let name = field.value();
        if name.is_empty() {
            let _ = field.focus();
        } else {
            field.set_value("");
            own.add_member(&name);
        }
    });
    let press = add.clone();
    let input = input.on("keydown", move |event| {
        if event.unchecked_ref::<web_sys::KeyboardEvent>().key() == "Enter" {
            event.prevent_default();
            press();
        }
    });
    let page = row.rows.page;
    let button = button(page, "plain add", strings::ADD, move || add())
        .name("aria-label", row.named(strings::ADD_WHAT));
    control.add(input).add(button)
}

/// How many members are without a row.
fn map(row: &Rc<Row>, control: El) -> El {
    let (own, past) = (row.clone(), row.clone());
    let page = row.rows.page;
    control.when(
        move || own.read(|row| row.count > form::ITEMS),
        move || {
            let own = past.clone();
            el("p").class("muted").say(move || {
                let left = own.read(|row| row.count).saturating_sub(form::ITEMS);
                let args = [("shown", form::ITEMS.into()), ("count", left.into())];
                page.fill(words::WITHOUT_ROW, &args)
            })
        },
    )
}

/// A list of values; of none given, `true` and `false`.
fn list(row: &Rc<Row>, choices: &'static [Choice]) -> El {
    let (own, chosen, input) = (row.clone(), row.clone(), row.clone());
    let offers = move || {
        let page = own.rows.page;
        let locale = page.locale.get();
        let none = match own.first.default {
            Some(default) => page.fill(strings::NOT_SET_DEFAULT, &[("default", default.into())]),
            None if own.read(|row| row.required) => page.words(strings::CHOOSE),
            None => page.words(strings::NOT_SET),
        };
        let mut offers = vec![(String::new(), none)];
        if choices.is_empty() {
            offers.extend(["true", "false"].map(|value| (value.to_owned(), value.to_owned())));
        }
        let known = page.read(|analysis| form::offers(analysis, &own.first.pointer, choices));
        offers.extend(known.iter().map(|offer| {
            let help = offer.help.get(locale);
            let gap = if help.is_empty() { "" } else { " · " };
            let words = [offer.value, gap, help, &special::only(&own, offer)].concat();
            (offer.value.to_owned(), words)
        }));
        // What the body says is shown even if it is not among them.
        let value = own.read(|row| row.value.clone());
        if !offers.iter().any(|(own, _)| *own == value) {
            offers.push((value.clone(), value));
        }
        offers
    };
    let select = select(
        &ids::control(&row.first.pointer),
        offers,
        move || chosen.read(|row| row.value.clone()),
        move |value| input.input(&value),
    );
    states(row, select)
}

/// A field to type in: one line, or many.
fn typed(
    row: &Rc<Row>,
    control: El,
    tag: &str,
    mode: &str,
    values: Vec<&'static str>,
    choices: &'static [Choice],
) -> El {
    let (page, first) = (row.rows.page, &row.first);
    let (own, input, hint, changed) = (row.clone(), row.clone(), row.clone(), row.clone());
    let shown = Live::new(!first.secret);
    let offers = ids::of("offers", &first.pointer);
    let mut field = plain(el(tag).at("id", &ids::control(&first.pointer)).at("inputmode", mode))
        .name("placeholder", move || match hint.first.examples.first() {
            Some(example) => page.fill(strings::EXAMPLE, &[("example", (*example).into())]),
            // A blank is spelled in English; its label says as much in any language.
            None if page.locale.get() == Locale::En || hint.first.hint.is_empty() => {
                hint.first.hint.to_owned()
            }
            None => page.words(hint.first.label),
        })
        .on("input", move |event| input.input(&value(&event)));
    let node = field.node().clone();
    let mut last = None;
    effect(Box::new(move || {
        let now = own.read(|row| (row.value.clone(), row.state == State::Blank));
        // Rows may be planned anew before the text has been checked: what they said before says nothing of what was typed since.
        if last.as_ref() != Some(&now) {
            let own = page.body.peek(|body| body.origin == BodyOrigin::Form);
            put(&node, &now.0, now.1 && own);
            last = Some(now);
        }
    }));
    let line = tag == "input";
    field = if line {
        field.bind("type", move || Some(if shown.get() { "text" } else { "password" }.to_owned()))
    } else {
        field.at("rows", "3").bind("class", move || (!shown.get()).then(|| "masked".to_owned()))
    };
    let mut control = control;
    if !values.is_empty() {
        field = field.at("list", &offers);
        let option = |value: &'static str| {
            let option = el("option").at("value", value);
            match choices.iter().find(|choice| choice.value == value) {
                Some(choice) => option.say(page.t(choice.help)),
                None => option,
            }
        };
        let options = values.into_iter().map(option);
        control = control.add(el("datalist").at("id", &offers).adds(options));
    }
    control = control.add(states(row, field));
    if first.secret {
        let reveal = bare_button("plain", move || shown.update(|shown| *shown = !*shown))
            .name("aria-label", changed.named(strings::REVEAL_WHAT))
            .name("aria-pressed", move || truth(shown.get()))
            .say(move || page.words(if shown.get() { strings::CONCEAL } else { strings::REVEAL }));
        control = control.add(reveal);
    }
    if first.widget == Widget::Password {
        control = control.add(special::generate(row, shown));
    }
    control
}

/// Puts a value into a field unless it says so already, and never takes from under the reader's hands what was typed there and
/// counts as a blank.
fn put(node: &Element, value: &str, blank: bool) {
    let kept = || blank && document().active_element().is_some_and(|active| active == *node);
    if let Some(area) = node.dyn_ref::<HtmlTextAreaElement>() {
        if area.value() != value && !kept() {
            area.set_value(value);
        }
    } else if let Some(input) = node.dyn_ref::<HtmlInputElement>()
        && input.value() != value
        && !kept()
    {
        input.set_value(value);
    }
}

/// A field in which the browser changes nothing by itself.
fn plain(field: El) -> El {
    field.at("autocomplete", "off").at("autocapitalize", "off").at("spellcheck", "false")
}

fn states(row: &Rc<Row>, control: El) -> El {
    let (described, invalid, required) = (row.clone(), row.clone(), row.clone());
    checked(
        control,
        move || described.described(),
        move || invalid.invalid(),
        move || required.read(|row| row.required),
    )
}
