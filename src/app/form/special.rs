//! What some kinds of controls say and do beyond taking a text: the extent of a range, the gates of a version, the rules of a
//! password.

use std::rc::Rc;

use clusterwright::diagnostic::Arg;
use clusterwright::form::{self, State, password};
use clusterwright::spec::Field;

use super::row::Row;
use super::strings;
use crate::app::browser;
use crate::app::controls::button;
use crate::app::dom::{El, el};
use crate::app::live::Live;
use clusterwright::picture::grouped;

/// The line below a control that says what follows from its value.
fn hint(row: &Rc<Row>, words: impl Fn() -> String + 'static) -> El {
    el("p").class("hint").at("id", &row.hint_id()).say(words)
}

/// The extent of a range.
pub(super) fn extent(row: &Rc<Row>) -> El {
    let own = row.clone();
    hint(row, move || {
        let Some(extent) = form::extent(&own.read(|row| row.value.clone())) else {
            return String::new();
        };
        let args: [(&'static str, Arg); 3] = [
            ("first", extent.first.to_string().into()),
            ("last", extent.last.to_string().into()),
            ("size", grouped(extent.size).into()),
        ];
        own.rows.page.fill(strings::EXTENT, &args)
    })
}

/// The button that takes the next free range, where the member is part of the address plan.
pub(super) fn next_free(row: &Rc<Row>) -> Option<El> {
    let page = row.rows.page;
    let known = page.peek(|analysis| {
        analysis.edition.ranges.iter().any(|range| range.pointer == row.first.row)
    });
    let own = row.clone();
    let take = move || {
        let found = form::free(&page.fresh(), &own.first.pointer);
        match found {
            Some(net) => own.input(&net),
            None => page.tell_of_text(strings::NO_FREE, Vec::new()),
        }
    };
    known.then(|| {
        button(page, "plain", strings::NEXT_FREE, take)
            .name("aria-label", row.named(strings::NEXT_FREE_FOR))
    })
}

/// The members that the version is too old for.
pub(super) fn gates(row: &Rc<Row>) -> El {
    let own = row.clone();
    hint(row, move || {
        let page = own.rows.page;
        let edition = page.read(|analysis| analysis.edition);
        if edition.version != own.first.row {
            return String::new();
        }
        let value = own.read(|row| row.value.clone());
        let gates = form::too_new(edition, &value);
        if gates.is_empty() {
            return String::new();
        }
        let one = |gate: &form::Gate| {
            let args = [("member", gate.label.into()), ("version", gate.version.into())];
            page.fill(strings::GATE, &args).into()
        };
        let members = Arg::List(gates.iter().map(one).collect());
        page.fill(strings::TOO_OLD, &[("members", members)])
    })
}

/// What the chosen value means, unless the control says so itself, and what it takes.
pub(super) fn chosen(
    row: &Rc<Row>,
    choices: &'static [clusterwright::spec::Choice],
    said: bool,
) -> El {
    let own = row.clone();
    hint(row, move || {
        let page = own.rows.page;
        let locale = page.locale.get();
        let value = own.read(|row| row.value.clone());
        let offers = page.read(|analysis| form::offers(analysis, &own.first.pointer, choices));
        let Some(offer) = offers.iter().find(|offer| offer.value == value) else {
            return String::new();
        };
        let help = if said { "" } else { offer.help.get(locale) };
        let only = only(&own, offer);
        if help.is_empty() {
            only.trim_start_matches(" · ").to_owned()
        } else {
            [help, &only].concat()
        }
    })
}

/// What an offer takes, in words to put behind what it means.
pub(super) fn only(row: &Row, offer: &form::Offer) -> String {
    let page = row.rows.page;
    let mut words = String::new();
    if !offer.only.is_empty() {
        words.push_str(" · ");
        words.push_str(&page.fill(strings::ONLY, &[("words", offer.only.into())]));
    }
    if offer.ruled_out {
        words.push_str(" · ");
        words.push_str(&page.words(strings::NOT_NOW));
    }
    words
}

fn field(row: &Row) -> Option<&'static Field> {
    row.rows.page.peek(|analysis| {
        let index = analysis.edition.index();
        index.find(row.first.row).map(|at| index.row(at).field)
    })
}

/// The rules of a password, ticked as they are kept.
pub(super) fn ticks(row: &Rc<Row>) -> El {
    let page = row.rows.page;
    let Some(field) = field(row) else { return el("ul") };
    let own = row.clone();
    let now = Rc::new(move || password::ticks(field, &own.read(|row| row.value.clone())));
    let keys = now.clone();
    el("ul").class("ticks").at("id", &row.hint_id()).list(
        move || (0..keys().len()).map(|at| at.to_string()).collect(),
        move |key| {
            let at: usize = key.parse().unwrap_or(0);
            let (kept, words, says) = (now.clone(), now.clone(), now.clone());
            let kept = move || kept().get(at).is_some_and(|tick| tick.kept);
            let told = kept.clone();
            let part = says().get(at).is_some_and(|tick| tick.part);
            el("li")
                .class(if part { "part" } else { "rule" })
                .name("data-kept", move || crate::app::dom::truth(kept()))
                .say(move || {
                    words()
                        .get(at)
                        .map_or_else(String::new, |tick| page.fill(tick.words, &tick.args))
                })
                .add(el("span").class("sr").say(move || {
                    let words = if told() { strings::KEPT } else { strings::OPEN_RULE };
                    page.fill(strings::INSIDE, &[("item", words.into())])
                }))
        },
    )
}

/// The button that makes a password, and shows it.
pub(super) fn generate(row: &Rc<Row>, shown: Live<bool>) -> El {
    let page = row.rows.page;
    let own = row.clone();
    button(page, "plain", strings::GENERATE, move || {
        let made = field(&own).and_then(|field| password::make(field, &browser::random()?));
        if let Some(made) = made {
            own.input(&made);
            shown.set(true);
            page.tell(strings::GENERATED, Vec::new());
        }
    })
    .name("aria-label", row.named(strings::GENERATE_WHAT))
}

/// Whether a password's rules are worth showing: it is there, or must be.
pub(super) fn wanted(row: &Row) -> bool {
    row.read(|row| row.required || row.state != State::Absent)
}
