//! The items of a list: opened and closed, moved, duplicated and removed, by mouse and by keys, with the focus kept.

use std::rc::Rc;

use clusterwright::diagnostic::{Arg, Text};
use clusterwright::form::{self, Card};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::row::Row;
use super::{Rows, strings as own, window};
use crate::app::controls::{bare_button, button};
use crate::app::dom::{El, el, truth};
use crate::app::{browser, ids, strings};

impl Row {
    /// The list that an item is in.
    fn list(&self) -> &str {
        self.first.pointer.rsplit_once('/').map_or("", |(list, _)| list)
    }

    /// The pointer of an item of the same list.
    fn neighbour(&self, item: usize) -> String {
        [self.list(), "/", &item.to_string()].concat()
    }

    fn count(&self) -> usize {
        self.read(|row| row.item.map_or(0, |(_, count)| count))
    }
}

/// The line of a card, which opens and closes it.
pub(super) fn toggle(row: &Rc<Row>, id: &str) -> El {
    let rows = row.rows;
    let (pressed, open, name, summary, counts) =
        (row.clone(), row.clone(), row.clone(), row.clone(), row.clone());
    let is_open = move || open.read(|row| row.card.as_ref().is_some_and(|card| card.open));
    let shown = is_open.clone();
    bare_button("card-line", move || {
        let (pointer, open) = (pressed.first.pointer.clone(), shown());
        rows.wish_for(|wish| wish.cards.turn(&pointer, !open));
    })
    .at("id", id)
    .name("aria-expanded", move || truth(is_open()))
    .add(el("span").class("card-name").say(move || {
        let title = name.read(|row| row.card.as_ref().map(|card| card.title.clone()));
        let title = title.unwrap_or_default();
        let label = name.full();
        if title.is_empty() { label } else { [&label, " · ", &title].concat() }
    }))
    .add(el("span").class("card-values").say(move || values(rows, &summary)))
    .list(
        move || {
            let counts = counts.read(|row| row.card.as_ref().map(|card| card.counts));
            let [errors, warnings, _] = counts.unwrap_or_default();
            let count = |kind: &str, count: usize| [kind, " ", &count.to_string()].concat();
            let mut keys = Vec::new();
            if errors > 0 {
                keys.push(count("error", errors));
            }
            if warnings > 0 {
                keys.push(count("warning", warnings));
            }
            keys
        },
        move |key| {
            let (severity, count) = key.split_once(' ').unwrap_or((key, ""));
            let words = if severity == "error" { own::ERROR_COUNT } else { own::WARNING_COUNT };
            let count = count.to_owned();
            el("span")
                .class("card-count")
                .at("data-severity", severity)
                .say(move || rows.page.fill(words, &[("count", count.clone().into())]))
        },
    )
}

/// The telling values of a card, in a line.
fn values(rows: Rows, row: &Row) -> String {
    let values = row.read(|row| row.card.as_ref().map(|card: &Card| card.values.clone()));
    let one = |(label, value): &(Text, String)| {
        let args: [(&'static str, Arg); 2] =
            [("label", (*label).into()), ("value", value.clone().into())];
        rows.page.fill(own::VALUE_OF, &args)
    };
    values.unwrap_or_default().iter().map(one).collect::<Vec<_>>().join(" · ")
}

/// The buttons over a list of cards.
pub(super) fn all(row: &Rc<Row>) -> [El; 2] {
    [(true, own::OPEN_ALL, own::OPEN_ALL_OF), (false, own::CLOSE_ALL, own::CLOSE_ALL_OF)].map(
        |(open, words, name)| {
            let own = row.clone();
            button(row.rows.page, "plain", words, move || {
                let list = own.first.pointer.clone();
                own.rows.wish_for(|wish| wish.cards.turn_all(&list, open));
            })
            .name("aria-label", row.named(name))
        },
    )
}

/// What shows those of a card's rows that are folded away.
pub(super) fn more(row: &Rc<Row>, group: Rc<str>) -> El {
    let (rows, card) = (row.rows, row.list().to_owned());
    let (own, pressed) = (row.clone(), card.clone());
    let state = Rc::new(move || {
        let count = rows.plan.with(|plan| {
            let (group, shown) = plan.group(&group)?;
            let own = |&&(at, _): &&(usize, usize)| group.rows[at].pointer == own.first.pointer;
            shown.cards.iter().find(own).map(|&(_, count)| count)
        });
        (count.unwrap_or(0), rows.wish.with(|wish| wish.cards.is_unfolded(&card)))
    });
    let (named, now) = (row.clone(), state.clone());
    let press = move || {
        let all = !now().1;
        rows.wish_for(|wish| wish.cards.unfold(&pressed, all));
    };
    let folder = super::folder(rows.page, strings::MORE, state, press);
    el("div")
        .class("row fold")
        .at("data-depth", &row.first.depth.min(4).to_string())
        .at(window::POINTER, &row.first.pointer)
        .add(folder.add(el("span").class("sr").say(move || named.context())))
}

/// What can be done with an item.
pub(super) fn tools(row: &Rc<Row>) -> El {
    let (up, down, copies, removes) = (row.clone(), row.clone(), row.clone(), row.clone());
    let (first, last) = (row.clone(), row.clone());
    let pointer = &row.first.pointer;
    let place = row.first.item.map_or(0, |(place, _)| place);
    let tool = |id: &str, sign: &str, words: Text, press: Box<dyn Fn()>| {
        bare_button(["plain tool ", id].concat().as_str(), press)
            .at("id", &ids::of(id, pointer))
            .name("aria-label", row.named(words))
            .text(sign)
    };
    el("div")
        .class("item-tools")
        .add(
            tool("up", "↑", own::UP, Box::new(move || shift(&up, false, "up")))
                .name("aria-disabled", move || truth(first.count() > 0 && place == 0)),
        )
        .add(
            tool("down", "↓", own::DOWN, Box::new(move || shift(&down, true, "down")))
                .name("aria-disabled", move || truth(place + 1 >= last.count())),
        )
        .add(tool("copy", "", own::DUPLICATE, Box::new(move || copy(&copies))))
        .add(tool("out", "✕", strings::REMOVE_WHAT, Box::new(move || remove(&removes, place))))
}

/// Has an item moved by Alt with an arrow key, wherever in its row the focus is.
pub(super) fn by_keys(row: &Rc<Row>, element: El) -> El {
    let own = row.clone();
    element.on("keydown", move |event| {
        let key: &KeyboardEvent = event.unchecked_ref();
        let select = browser::active().is_some_and(|active| active.tag_name() == "SELECT");
        let down = match key.key().as_str() {
            "ArrowUp" => false,
            "ArrowDown" => true,
            _ => return,
        };
        if key.alt_key() && !select {
            event.prevent_default();
            let id = browser::active().map(|active| active.id()).unwrap_or_default();
            let names = ["up", "down", "copy", "out"];
            let name = names.into_iter().find(|name| id == ids::of(name, &own.first.pointer));
            shift(&own, down, name.unwrap_or("field"));
        }
    })
}

/// Moves an item up or down; the focus goes with it, to its control of that name.
fn shift(row: &Row, down: bool, name: &'static str) {
    let (Some((from, _)), count) = (row.first.item, row.count()) else { return };
    let to = if down { from + 1 } else { from.wrapping_sub(1) };
    if to >= count || !row.change(|analysis, pointer| form::reorder(analysis, pointer, to)) {
        return;
    }
    let list = row.list().to_owned();
    row.rows.wish_for(|wish| {
        wish.cards.moved(&list, &|item| match item {
            item if item == from => Some(to),
            item if item == to => Some(from),
            item => Some(item),
        });
    });
    let args = vec![("place", (to + 1).into()), ("count", count.into())];
    row.rows.page.tell(own::MOVED, args);
    focus(row.rows, row.neighbour(to), name);
}

/// Puts a copy behind an item, and the focus into it.
fn copy(row: &Row) {
    let Some((from, _)) = row.first.item else { return };
    let open = row.read(|row| row.card.as_ref().is_some_and(|card| card.open));
    if !row.change(form::copy) {
        return;
    }
    let (list, own) = (row.list().to_owned(), row.neighbour(from + 1));
    row.rows.wish_for(|wish| {
        wish.cards.moved(&list, &|item| Some(if item > from { item + 1 } else { item }));
        if open {
            wish.cards.turn(&own, true);
        }
    });
    row.rows.page.tell(self::own::DUPLICATED, vec![("name", row.full().into())]);
    focus(row.rows, own, "field");
}

/// Takes an item out; the focus goes to the one that takes its place, or the last, or the list.
pub(super) fn remove(row: &Row, place: usize) {
    let count = row.count();
    row.tell_removed(|| row.change(form::remove));
    let list = row.list().to_owned();
    row.rows.wish_for(|wish| {
        wish.cards.moved(&list, &|item| match item {
            item if item == place => None,
            item => Some(if item > place { item - 1 } else { item }),
        });
    });
    let next = if count < 2 { list } else { row.neighbour(place.min(count - 2)) };
    focus(row.rows, next, "field");
}

/// Moves the focus to a control of an item, once it is there.
fn focus(rows: Rows, pointer: String, name: &'static str) {
    browser::later(0, move || {
        rows.reveal(&pointer);
        browser::focus_soon(ids::of(name, &pointer));
    });
}
