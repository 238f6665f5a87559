//! The form: a row for each member the edition's table knows, read off the body and written back into it.

mod card;
mod head;
mod help;
mod row;
mod special;
mod strings;
mod visible;
mod widget;
mod window;

use std::rc::Rc;

use clusterwright::analysis::Analysis;
use clusterwright::diagnostic::{Locale, Text};
use clusterwright::form::{self, Form, FormGroup, FormRow, Openness, State, Widget};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::controls::bare_button;
use super::dom::{El, effect, el, truth};
use super::help::look_up;
use super::state::{Page, Shared, Tab};
use super::{browser, ids, tabs};
use crate::app::live::Live;
pub(crate) use help::table;
use visible::{Filter, Shown, Slot, Wish};
pub(crate) use window::focused;

/// The form as it is shown.
#[derive(Default)]
struct Plan {
    /// Every row that is planned.
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

    fn group(&self, key: &str) -> Option<(&FormGroup, &Shown)> {
        let group = self.form.groups.iter().find(|group| group.title.en == key)?;
        Some((group, self.shown.iter().find(|group| group.key == key)?))
    }
}

/// The form's rows and what the reader wants to see of them.
#[derive(Clone, Copy)]
pub(crate) struct Rows {
    pub(crate) page: Page,
    plan: Shared<Plan>,
    wish: Live<Wish>,
}

/// The form, as a pane of its own or as the panel of its tab.
pub(crate) fn pane(page: Page) -> El {
    let rows = Rows { page, plan: Shared::new(Plan::default()), wish: Live::new(Wish::default()) };
    effect(Box::new(move || {
        // What is searched for may stand in the help that has just come.
        page.help.follow();
        page.read(|_| ());
        rows.make();
    }));
    effect(Box::new(move || {
        if let Some(pointer) = page.row.get() {
            // After whatever else follows from what led here.
            browser::later(0, move || rows.reveal(&pointer));
        }
    }));
    window::watch(rows);
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
        .on("keydown", move |event| {
            let key: &web_sys::KeyboardEvent = event.unchecked_ref();
            if key.key() == "Enter" && (key.ctrl_key() || key.meta_key()) {
                event.prevent_default();
                rows.next_blank();
            }
        })
        .add(head::head(rows))
        .when(
            move || rows.plan.with(|plan| plan.shown.is_empty()),
            move || {
                el("p").class("muted").say(move || {
                    let words = if page.read(untold) {
                        super::strings::NO_EDITION
                    } else {
                        super::strings::NO_MATCH
                    };
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

/// Whether nobody has said yet which edition the body is for, the body included.
fn untold(analysis: &Analysis) -> bool {
    analysis.detected && analysis.is_bare()
}

fn group(rows: Rows, key: &str) -> El {
    let page = rows.page;
    let id = ids::of("group", key);
    let texts = rows.plan.peek(|plan| plan.group(key).map(|(_, group)| (group.title, group.help)));
    let Some((title, help)) = texts else { return el("section") };
    let mut section = el("section")
        .class("group")
        .at("aria-labelledby", &id)
        .add(el("h3").at("id", &id).say(page.t(title)));
    if !help.is_empty() {
        section = section.add(el("p").class("muted").say(page.t(help)));
    }
    let key: Rc<str> = key.into();
    let (keys, own) = (key.clone(), key.clone());
    section = section.list(
        move || rows.keys(&keys),
        move |key| match key.strip_prefix("space ") {
            Some(place) => space(rows, own.clone(), place),
            None => row::row(rows, key, &own),
        },
    );
    let more = fold(
        rows,
        &key,
        super::strings::MORE,
        |group| (group.more, group.open),
        |wish| &mut wish.open,
    );
    let others = fold(
        rows,
        &key,
        strings::UNUSED,
        |group| (group.others, group.others_open),
        |wish| &mut wish.others,
    );
    [more, others].into_iter().fold(section, |section, (there, make)| section.when(there, make))
}

type There = Box<dyn Fn() -> bool>;
type Make = Box<dyn Fn() -> El>;

/// A button that folds rows of a group away or shows them, where there are any.
fn fold(
    rows: Rows,
    key: &Rc<str>,
    words: Text,
    state: fn(&Shown) -> (usize, bool),
    list: fn(&mut Wish) -> &mut Vec<String>,
) -> (There, Make) {
    let own = key.clone();
    let now = Rc::new(move || {
        rows.plan.with(|plan| plan.group(&own).map_or((0, false), |(_, group)| state(group)))
    });
    let (there, key) = (now.clone(), key.clone());
    let make = move || {
        let (key, now) = (key.clone(), now.clone());
        let press = move || {
            let key = key.clone();
            rows.wish_for(move |wish| {
                let list = list(wish);
                match list.iter().position(|open| **open == *key) {
                    Some(at) => drop(list.remove(at)),
                    None => list.push(key.to_string()),
                }
            });
        };
        folder(rows.page, words, now, press)
    };
    let there = move || {
        let (count, open) = there();
        count > 0 || open
    };
    (Box::new(there), Box::new(make))
}

/// A button that shows so many rows, or folds them away.
fn folder(
    page: Page,
    words: Text,
    state: Rc<impl Fn() -> (usize, bool) + 'static>,
    press: impl Fn() + 'static,
) -> El {
    let open = state.clone();
    bare_button("more", press).name("aria-expanded", move || truth(open().1)).say(move || {
        let (count, open) = state();
        if open && words == super::strings::MORE {
            page.words(super::strings::LESS)
        } else {
            page.fill(words, &[("count", count.into())])
        }
    })
}

/// Room for rows that are not in the document.
fn space(rows: Rows, group: Rc<str>, place: &str) -> El {
    let space = el("div")
        .class("space")
        .at("aria-hidden", "true")
        .at(window::GROUP, &group)
        .at(window::PLACE, place);
    let node: HtmlElement = space.node().clone().unchecked_into();
    let nth: usize = place.parse().unwrap_or(0);
    effect(Box::new(move || {
        let height = rows.plan.with(|plan| {
            let (_, group) = plan.group(&group)?;
            spaces(group).nth(nth).map(|(.., height)| height)
        });
        let height = [&height.unwrap_or(0).to_string(), "px"].concat();
        let _ = node.style().set_property("height", &height);
    }));
    space
}

/// The spaces of a group: the first and last of the rows each stands for, and how high it is.
fn spaces(group: &Shown) -> impl Iterator<Item = (usize, usize, i32)> {
    group.slots.iter().filter_map(|slot| match slot {
        Slot::Row(_) => None,
        Slot::Space(first, last, height) => Some((*first, *last, *height)),
    })
}

impl Rows {
    /// Plans the rows anew: the text is another, or what the reader wants to see of it.
    fn make(self) {
        let page = self.page;
        let analysis = page.seen();
        let edition = analysis.edition;
        self.wish.update_untracked(|wish| wish.focus = window::focused());
        let plan = self.wish.with_untracked(|wish| {
            let form = if untold(&analysis) {
                Form::default()
            } else {
                let mut cards = wish.cards.clone();
                cards.keep_only(wish.focus.clone());
                form::plan(&analysis, &cards)
            };
            let searching = !wish.search.trim().is_empty();
            let files: Vec<_> = Locale::ALL
                .into_iter()
                .filter(|_| searching)
                .filter_map(|locale| page.help.rows(edition, locale))
                .collect();
            let helped = |row: &str, needle: &str| {
                let mut texts = files.iter().filter_map(|file| look_up(file, row));
                texts.any(|text| text.to_lowercase().contains(needle))
            };
            let shown = visible::shown(&form, wish, edition, &helped);
            let mut places = Vec::new();
            for group in &shown {
                let at = form.groups.iter().position(|own| own.title.en == group.key);
                let Some(at) = at else { continue };
                places.extend(group.slots.iter().filter_map(|slot| match slot {
                    Slot::Row(row) => Some((at, *row)),
                    Slot::Space(..) => None,
                }));
            }
            Plan { form, shown, places }
        });
        self.plan.set(Rc::new(plan));
    }

    /// Changes what the reader wants to see.
    pub(crate) fn wish_for(self, change: impl FnOnce(&mut Wish)) {
        self.wish.update(change);
        self.make();
    }

    /// The keys of what a group has in the document: of a row edition, kind and pointer. If one of these changes, another row is
    /// made.
    fn keys(self, key: &str) -> Vec<String> {
        let edition = self.page.peek(|analysis| analysis.edition.id);
        self.plan.with(|plan| {
            let Some((group, shown)) = plan.group(key) else { return Vec::new() };
            let mut nth = 0;
            let key = |slot: &Slot| match slot {
                Slot::Row(row) => {
                    let row = &group.rows[*row];
                    [edition, " ", kind(row.widget), " ", &row.pointer].concat()
                }
                Slot::Space(..) => {
                    nth += 1;
                    ["space ", &(nth - 1).to_string()].concat()
                }
            };
            shown.slots.iter().map(key).collect()
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
            self.wish.update(|wish| wish.kept.push(pointer.to_owned()));
        }
    }

    /// Has the rows around one be in the document, and those that belong into a space beside it, so many pixels below its top.
    fn look_beside(self, pointer: String, key: &str, place: usize, pixels: i32) {
        let beside = self.in_space(key, place, pixels);
        self.look(pointer, beside.as_deref());
    }

    /// Has the rows be in the document that belong into a space of a group, so many pixels below its top.
    fn look_into(self, key: &str, place: usize, pixels: i32) {
        if let Some(pointer) = self.in_space(key, place, pixels) {
            self.look(pointer, None);
        }
    }

    fn look(self, pointer: String, beside: Option<&str>) {
        let (heights, card) = (window::heights(), window::card_height());
        self.wish_for(|wish| {
            wish.heights.extend(heights);
            wish.card = card.or(wish.card);
            wish.cards.look_at(beside.unwrap_or(&pointer));
            wish.anchor = pointer;
        });
    }

    /// The pointer of what belongs into a space of a group, so many pixels below its top.
    fn in_space(self, key: &str, place: usize, pixels: i32) -> Option<String> {
        self.plan.peek(|plan| {
            let (group, shown) = plan.group(key)?;
            let (from, to, _) = spaces(shown).nth(place)?;
            self.wish.with_untracked(|wish| {
                let mut left = pixels;
                for &at in &shown.rows[from..=to] {
                    let row = &group.rows[at];
                    let height = wish.height(row);
                    if left < height && row.widget == Widget::Gap {
                        let (list, item) = row.pointer.rsplit_once('/')?;
                        let item: i32 = item.parse().ok()?;
                        let item = item + left / wish.item_height(row);
                        return Some([list, "/", &item.to_string()].concat());
                    }
                    if left < height {
                        return Some(row.pointer.clone());
                    }
                    left -= height;
                }
                shown.rows.get(to).map(|&at| group.rows[at].pointer.clone())
            })
        })
    }

    /// Has a row be in the document and in view, if there is one for that pointer; else the nearest that it lies in.
    pub(crate) fn reveal(self, pointer: &str) {
        let there = self.plan.seen().shown_row(pointer).is_some();
        if !there {
            self.wish.update(|wish| {
                wish.cards.reveal(pointer);
                pointer.clone_into(&mut wish.anchor);
            });
            self.wish_for(|wish| {
                wish.search.clear();
                wish.filter = Filter::All;
                wish.kept.push(pointer.to_owned());
            });
            if let Some(search) = browser::element(ids::SEARCH) {
                search.unchecked_ref::<web_sys::HtmlInputElement>().set_value("");
            }
        }
        let pointer = pointer.to_owned();
        request_animation_frame(move || {
            if let Some(element) = browser::element(&ids::control(&pointer)) {
                browser::show(&element);
            }
        });
    }

    /// Moves the focus to the first control at or below a pointer that waits for its author, or else to the first, once it is there.
    /// Where all that lies below is folded away, what most people begin with is shown, or else all.
    pub(crate) fn focus_in(self, pointer: &str) {
        let below = [pointer, "/"].concat();
        self.wish_for(|wish| wish.cards.reveal(&below));
        let plan = self.plan.seen();
        let field = |row: &&FormRow| {
            let inside = row.pointer == pointer || row.pointer.starts_with(&below);
            let fills = match row.widget {
                Widget::Card | Widget::Gap | Widget::More | Widget::Map => false,
                Widget::Heading => row::to_add(row),
                _ => true,
            };
            inside && fills && !row.unused
        };
        let shown = |row: &&FormRow| field(row) && !(row.more && row.pointer != pointer);
        let waits = |row: &&FormRow| {
            shown(row) && (row.state == State::Blank || row.required && row.state != State::Set)
        };
        let first = plan.form.all().find(waits).or_else(|| plan.form.all().find(shown));
        let first = first.or_else(|| {
            let common = form::common(self.page.peek(|analysis| analysis.edition));
            let direct = |row: &&FormRow| {
                let name = row.pointer.strip_prefix(&below);
                name.is_some_and(|name| !name.is_empty() && !name.contains('/')) && !row.unused
            };
            let usual = |row: &&FormRow| direct(row) && common.contains(&row.row);
            let mut kept: Vec<&FormRow> = plan.form.all().filter(usual).collect();
            if kept.is_empty() {
                kept = plan.form.all().filter(direct).collect();
            }
            let first = kept.iter().copied().find(|row| field(row));
            let kept = kept.into_iter().map(|row| row.pointer.clone());
            self.wish_for(|wish| {
                wish.kept.extend(kept);
                wish.fold_around(&plan.form, pointer);
            });
            first
        });
        let own = |row: &&FormRow| row.pointer == pointer && row.widget == Widget::Card;
        let first = first.or_else(|| plan.form.all().find(own));
        let pointer = first.map_or(pointer, |row| &row.pointer).to_owned();
        self.reveal(&pointer);
        browser::focus_soon(ids::control(&pointer));
    }

    /// Leads to the next required member that is still blank.
    pub(crate) fn next_blank(self) {
        let after = window::focused().or_else(|| {
            self.wish.with_untracked(|wish| Some(wish.anchor.clone()).filter(|own| !own.is_empty()))
        });
        let plan = self.plan.seen();
        if let Some(pointer) = plan.form.next_blank(after.as_deref()) {
            self.reveal(pointer);
            self.wish.update(|wish| pointer.clone_into(&mut wish.anchor));
            browser::focus_soon(ids::control(pointer));
        }
    }
}

/// A name for the kind of a widget.
const fn kind(widget: Widget) -> &'static str {
    match widget {
        Widget::Heading => "heading",
        Widget::Card => "card",
        Widget::Gap => "gap",
        Widget::More => "more",
        Widget::List => "list",
        Widget::Map => "map",
        Widget::Name => "name",
        Widget::Toggle => "toggle",
        Widget::Choice(_, Openness::Closed) => "choice",
        Widget::Choice(_, Openness::Open) => "open",
        Widget::Number => "number",
        Widget::Line => "line",
        Widget::Range => "range",
        Widget::Version => "version",
        Widget::Password => "password",
        Widget::Block => "block",
        Widget::Json => "json",
    }
}
