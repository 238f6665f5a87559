//! One problem: how bad, where, what, why, and the ways to mend it.

use std::ops::Range;
use std::rc::Rc;

use clusterwright::analysis::Analysis;
use clusterwright::diagnostic::{
    Applicability, Arg, Diagnostic, Locale, Part, Severity, Text, fill, text,
};
use clusterwright::edition::{self, Edition};
use clusterwright::spec::faults::NOTE;
use leptos::prelude::*;

use super::alike::{self, Told};
use super::counts::{Counts, Kind};
use crate::app::controls::{bare_button, button};
use crate::app::dom::{El, el, truth};
use crate::app::live::Live;
use crate::app::state::{Page, Shared};
use crate::app::{arrival, browser, editions, ids, strings};

const FROM_HERE: Text = text("Source: {location} ({basis})", "来源：{location}（{basis}）");

/// The problems as they are shown.
#[derive(Default)]
pub(crate) struct Items {
    pub(crate) counts: Counts,
    /// The kind that is shown alone.
    pub(crate) kind: Option<Kind>,
    /// How many there are to show.
    pub(crate) total: usize,
    /// Whether any has a safe fix.
    pub(crate) safe: bool,
    /// Those in the document.
    pub(crate) shown: Vec<Item>,
}

impl Items {
    /// The place of the first that is shown.
    pub(crate) fn start(&self) -> usize {
        self.shown.first().map_or(0, |item| item.rank)
    }

    /// The place after the last that is shown.
    pub(crate) fn end(&self) -> usize {
        self.shown.last().map_or(0, |item| item.rank + 1)
    }
}

/// A problem in words.
pub(crate) struct Item {
    /// What stays the same while the text around it changes.
    pub(crate) key: String,
    /// Its place in the list.
    pub(crate) rank: usize,
    /// How many others it heads, which are alike.
    alike: usize,
    /// Whether these are listed as well.
    each: bool,
    /// What names them.
    kind: String,
    severity: Severity,
    /// `line:column`.
    place: String,
    pointer: String,
    /// The pointer of its row in the form, which has rows for the JSON in a string as well.
    pub(super) row: String,
    message: String,
    reason: Reason,
    pub(super) source: String,
    /// Where in the document, where that is the edition's own; else as above.
    pub(super) short: String,
    /// Pointers of further places.
    pub(super) related: Vec<String>,
    /// What each fix is called, and whether it is safe.
    fixes: Vec<(String, bool)>,
    /// The edition to check the body as instead, if that is what the problem is.
    instead: Option<&'static Edition>,
}

/// Why a finding is one.
#[derive(Clone, Default)]
struct Reason {
    rule: &'static str,
    /// Words of its own, where it has any; else its rule's.
    own: Text,
    args: Vec<(&'static str, Arg)>,
}

impl Reason {
    fn words(&self, page: Page) -> String {
        let locale = page.locale.get();
        // Of what is only worth knowing the message is all there is.
        if self.rule == NOTE.code {
            String::new()
        } else if self.own.is_empty() {
            fill(&page.help.of_rule(self.rule, locale), locale, &self.args)
        } else {
            self.own.fill(locale, &self.args)
        }
    }
}

/// The problems of some findings.
pub(crate) fn some(analysis: &Analysis, found: &[usize], locale: Locale) -> Vec<Item> {
    let found: Vec<Told> = found.iter().map(|&at| Told::alone(at)).collect();
    part(analysis, &found, 0..found.len(), locale)
}

/// The problems of a part of some findings.
pub(super) fn part(
    analysis: &Analysis,
    found: &[Told],
    part: Range<usize>,
    locale: Locale,
) -> Vec<Item> {
    part.map(|rank| words(analysis, rank, found[rank], locale)).collect()
}

/// What names a finding while the text around it changes: rule, pointer, and how far from its value's beginning it stands.
pub(super) fn key(analysis: &Analysis, at: usize) -> String {
    let found = &analysis.diagnostics[at];
    let within =
        analysis.mark(&found.place).start.abs_diff(analysis.doc.span(found.place.node).start);
    [found.rule.code, " ", &analysis.pointer(&found.place), " ", &within.to_string()].concat()
}

fn words(analysis: &Analysis, rank: usize, told: Told, locale: Locale) -> Item {
    let at = told.at;
    let found = &analysis.diagnostics[at];
    let position = analysis.lines().position(analysis.text(), analysis.mark(&found.place).start);
    let document = edition::find(found.source.document)
        .map_or(found.source.document, |edition| edition.document.get(locale));
    let basis = ("basis", found.basis.label().into());
    let location = ("location", found.source.location.into());
    let source: [(&str, Arg); 3] = [("document", document.into()), location.clone(), basis.clone()];
    let long = strings::FROM_DOCUMENT.fill(locale, &source);
    let own = found.source.document == analysis.edition.id && !found.source.location.is_empty();
    let short = if own { FROM_HERE.fill(locale, &[location, basis]) } else { long.clone() };
    Item {
        key: key(analysis, at),
        rank,
        alike: told.alike,
        each: told.each,
        kind: alike::Kind::of(analysis, at).key(),
        severity: found.severity,
        place: [&position.line.to_string(), ":", &position.column.to_string()].concat(),
        pointer: pointer(analysis, found, " → "),
        row: pointer(analysis, found, ""),
        message: found.message_in(locale),
        reason: Reason { rule: found.rule.code, own: found.help, args: found.args.clone() },
        source: long,
        short,
        instead: analysis.other.filter(|_| found.rule.code == edition::OTHER.code),
        related: found.related.iter().map(|related| analysis.pointer(&related.place)).collect(),
        fixes: found
            .fixes
            .iter()
            .map(|fix| {
                (fix.title.fill(locale, &fix.args), fix.applicability == Applicability::Safe)
            })
            .collect(),
    }
}

/// The pointer of a finding, with the place inside a string's own JSON behind `joint`.
fn pointer(analysis: &Analysis, found: &Diagnostic, joint: &str) -> String {
    let mut pointer = analysis.pointer(&found.place);
    if let Part::Inside(inner, _) = &found.place.part {
        pointer.push_str(joint);
        pointer.push_str(inner);
    }
    pointer
}

/// A problem in the list, by its key.
#[derive(Clone)]
pub(crate) struct Handle {
    pub(super) page: Page,
    items: Shared<Items>,
    key: Rc<str>,
    /// The fix that is being looked at.
    pub(crate) looked_at: Live<Option<usize>>,
    /// Whether it stands at its place in the text, and not in the list.
    pub(super) in_text: bool,
}

impl Handle {
    /// A problem of `items`.
    pub(crate) fn new(page: Page, items: Shared<Items>, key: &str, in_text: bool) -> Self {
        Self { page, items, key: key.into(), looked_at: Live::new(None), in_text }
    }

    /// A button for each of its fixes.
    pub(crate) fn fixes(&self) -> Vec<El> {
        let lines = untrack(|| self.read(Item::fix_lines));
        lines.iter().map(|line| fix(self, line)).collect()
    }

    /// Adds what the fix that is being looked at would change, as long as one is.
    pub(crate) fn with_change(parent: El, own: Self) -> El {
        let (page, looked_at) = (own.page, own.looked_at);
        let key = move || {
            let nth = looked_at.get()?.to_string();
            arrival::key(true, page.asked().is_some(), &[&nth, " "].concat())
        };
        parent.part(key, move |key| arrival::change(page, &own, cut(key).0))
    }

    /// A part of the problem as it is now.
    pub(super) fn read<T: Default>(&self, part: impl Fn(&Item) -> T) -> T {
        self.items.with(|items| {
            items.shown.iter().find(|item| *item.key == *self.key).map(part).unwrap_or_default()
        })
    }

    /// Words of the problem that follow it.
    pub(super) fn words(&self, part: fn(&Item) -> &str) -> impl Fn() -> String + 'static {
        let own = self.clone();
        move || own.read(|item| part(item).to_owned())
    }

    /// Where the problem stands among the findings of an analysis.
    pub(super) fn find(&self, analysis: &Analysis) -> Option<usize> {
        let code = self.key.split(' ').next();
        let own = |&at: &usize| {
            Some(analysis.diagnostics[at].rule.code) == code && *key(analysis, at) == *self.key
        };
        (0..analysis.diagnostics.len()).find(own)
    }

    /// Leads the reader to a place of the problem: its own, or one that belongs to it.
    pub(super) fn go(&self, related: Option<usize>) {
        let page = self.page;
        page.check_now();
        let analysis = page.seen();
        let found = self.find(&analysis).map(|at| &analysis.diagnostics[at]);
        let place = found.and_then(|found| match related {
            Some(nth) => found.related.get(nth).map(|related| &related.place),
            None => Some(&found.place),
        });
        match place {
            Some(place) => {
                page.problem.set(Some((*self.key).to_owned()));
                page.go(analysis.mark(place), &analysis.pointer(place));
            }
            None => page.tell(strings::GONE, Vec::new()),
        }
    }
}

impl Item {
    /// The code of its rule.
    pub(super) fn rule(&self) -> &'static str {
        self.reason.rule
    }

    /// Whether others, which are alike, are not listed themselves.
    pub(super) fn stands_for_many(&self) -> bool {
        self.alike > 0 && !self.each
    }

    /// Keys for the buttons of its fixes: `!` before the title of one that is safe, `?` before one that is looked at first.
    fn fix_lines(&self) -> Vec<String> {
        let line = |(title, safe): &(String, bool)| [if *safe { "!" } else { "?" }, title].concat();
        numbered(self.fixes.iter().map(line))
    }
}

/// The problem as an item of the list. `items` keeps its words up to date.
pub(crate) fn item(page: Page, items: Shared<Items>, key: &str) -> El {
    make(&Handle::new(page, items, key, false))
}

/// The problem at its place in the text, with its reason.
pub(crate) fn in_card(page: Page, items: Shared<Items>, key: &str) -> El {
    make(&Handle::new(page, items, key, true))
}

fn make(own: &Handle) -> El {
    let (page, items, key, in_text) = (own.page, own.items, own.key.clone(), own.in_text);
    let severity = items
        .peek(|items| items.shown.iter().find(|item| *item.key == *key).map(|item| item.severity));
    let severity = severity.unwrap_or(Severity::Info);
    let place = el("p")
        .class("where")
        .add(el("span").class("severity").say(page.t(severity.label())))
        .add(el("span").class("place").say(own.words(|item| &item.place)))
        .add(el("code").say(own.words(|item| &item.pointer)))
        .add(el("span").say(own.words(|item| &item.short)));
    let opened = Live::new(false);
    let (reason, related) = (own.clone(), own.clone());
    let why = el("p").class("why").name("data-open", move || truth(opened.get())).say(move || {
        // The file of reasons is not asked for before anyone can see them.
        let seen = in_text || page.wide.get() || page.listing.get();
        let words = || reason.read(|item| item.reason.clone()).words(page);
        if seen { words() } else { String::new() }
    });
    let (all, nth_fix, change) = (own.clone(), own.clone(), own.clone());
    let (led_to, name) = (page.problem, own.key.clone());
    let mut item = el("li").at("data-severity", severity.id());
    if !in_text {
        item = item.at("id", &ids::of("problem", &key));
    }
    let item = item
        .bind("aria-current", move || {
            led_to.with(|led_to| led_to.as_deref() == Some(&*name)).then(|| "true".to_owned())
        })
        .add(el("span").class("sign").at("aria-hidden", "true"))
        .add(el("p").class("message").say(own.words(|item| &item.message)))
        .add(why)
        .add(place)
        .add(
            el("div")
                .class("actions fixes")
                .list(move || all.read(Item::fix_lines), move |line| fix(&nth_fix, line)),
        )
        .add(ways(own, opened))
        .part(
            move || arrival::key(opened.get(), page.asked().is_some(), ""),
            move |_| arrival::further(page, &related),
        );
    Handle::with_change(item, change)
}

/// Where one can go from here.
fn ways(own: &Handle, opened: Live<bool>) -> El {
    let page = own.page;
    let (here, row, to_row) = (own.clone(), own.clone(), own.clone());
    let (switch, switched) = (own.clone(), own.clone());
    let (heads, all) = (own.clone(), own.clone());
    let in_form = move || {
        let pointer = row.read(|item| item.row.clone());
        page.has_row(&pointer)
    };
    el("div")
        .class("actions ways")
        .adds(
            (!own.in_text).then(|| button(page, "plain", strings::GO_THERE, move || here.go(None))),
        )
        .when(in_form, move || {
            let own = to_row.clone();
            button(page, "plain", strings::IN_FORM, move || {
                page.go_to_row(&untrack(|| own.read(|item| item.row.clone())));
            })
        })
        .when(
            move || switch.read(|item| item.instead).is_some(),
            move || {
                let (name, chosen) = (switched.clone(), switched.clone());
                let instead = move || {
                    editions::choose(page, untrack(|| chosen.read(|item| item.instead)));
                    browser::focus_soon(ids::COUNTS);
                };
                bare_button("plain", instead).say(move || {
                    let other = name.read(|item| item.instead);
                    let words = other.map_or(Text::NONE, |edition| edition.name);
                    page.fill(strings::CHECK_AS, &[("edition", words.into())])
                })
            },
        )
        .add(
            bare_button("plain", move || opened.update(|opened| *opened = !*opened))
                .name("aria-expanded", move || truth(opened.get()))
                .say(page.t(strings::WHY)),
        )
        .when(move || heads.read(|item| item.alike) > 0, move || others(&all))
}

/// What lists those that are alike one by one, or puts them away again.
fn others(own: &Handle) -> El {
    let page = own.page;
    let (now, said, count) = (own.clone(), own.clone(), own.clone());
    bare_button("plain", move || untrack(|| now.read(|item| alike::turn(page, &item.kind))))
        .name("aria-expanded", move || truth(said.read(|item| item.each)))
        .say(move || match count.read(|item| (item.alike, item.each)) {
            (_, true) => page.words(strings::AS_ONE),
            (count, false) => page.fill(strings::ALIKE, &[("count", count.into())]),
        })
}

/// The button of a fix: `!` before the title of one that is safe, `?` before one that is looked at first.
fn fix(own: &Handle, line: &str) -> El {
    let (nth, title) = cut(line);
    let (own, looked_at) = (own.clone(), own.looked_at);
    if let Some(title) = title.strip_prefix('!') {
        let page = own.page;
        let apply = move || {
            let own = own.clone();
            arrival::ask(page, move |asked| (asked.apply)(&own, nth));
        };
        return bare_button("fix", apply).text(title);
    }
    bare_button("fix", move || {
        looked_at.update(|at| *at = if *at == Some(nth) { None } else { Some(nth) });
    })
    .name("aria-expanded", move || truth(looked_at.get() == Some(nth)))
    .text(&title[1..])
    .text("…")
}

/// Keys for things that are told apart by their place.
pub(super) fn numbered<T: AsRef<str>>(things: impl Iterator<Item = T>) -> Vec<String> {
    things
        .enumerate()
        .map(|(nth, thing)| [&nth.to_string(), " ", thing.as_ref()].concat())
        .collect()
}

/// The place and the thing of such a key.
pub(super) fn cut(key: &str) -> (usize, &str) {
    let (nth, thing) = key.split_once(' ').unwrap_or((key, ""));
    (nth.parse().unwrap_or(0), thing)
}
