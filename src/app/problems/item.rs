//! One problem: how bad, where, what, why, and the ways to mend it.

use std::collections::HashMap;
use std::ops::Range;

use clusterwright::analysis::Analysis;
use clusterwright::diagnostic::{Applicability, Arg, Diagnostic, Locale, Part, Severity};
use clusterwright::edition;
use clusterwright::text::Span;
use leptos::prelude::*;

use super::counts::Counts;
use super::preview;
use crate::app::controls::{bare_button, button};
use crate::app::dom::{El, el, truth};
use crate::app::state::{Local, Page};
use crate::app::{browser, ids, strings};

/// The problems as they are shown.
#[derive(Default)]
pub(crate) struct Items {
    pub(crate) counts: Counts,
    /// How many there are.
    pub(crate) total: usize,
    /// Whether any has a safe fix.
    pub(crate) safe: bool,
    /// Those in the document.
    pub(crate) shown: Vec<Item>,
}

impl Items {
    /// The place of the first that is shown.
    pub(crate) fn start(&self) -> usize {
        self.shown.first().map_or(0, |item| item.at)
    }

    /// The place after the last that is shown.
    pub(crate) fn end(&self) -> usize {
        self.shown.last().map_or(0, |item| item.at + 1)
    }
}

/// A problem in words.
pub(crate) struct Item {
    /// What stays the same while the text around it changes.
    pub(crate) key: String,
    /// Its place among the analysis' findings.
    pub(crate) at: usize,
    severity: Severity,
    /// `line:column`.
    place: String,
    pointer: String,
    message: String,
    help: String,
    source: String,
    /// Pointers of further places.
    related: Vec<String>,
    /// What each fix is called, and whether it is safe.
    fixes: Vec<(String, bool)>,
}

/// The problems of a part of the list.
pub(crate) fn items(analysis: &Analysis, part: Range<usize>, locale: Locale) -> Vec<Item> {
    let keys = keys(analysis, part.end);
    keys.into_iter()
        .enumerate()
        .skip(part.start)
        .map(|(at, key)| words(analysis, at, key, locale))
        .collect()
}

/// The keys of the first `end` findings: rule, pointer, and which of several equals.
fn keys(analysis: &Analysis, end: usize) -> Vec<String> {
    let mut seen: HashMap<String, u32> = HashMap::new();
    let found = analysis.diagnostics.iter().take(end);
    found
        .map(|found| {
            let key = [found.rule.code, " ", &analysis.pointer(&found.place)].concat();
            let nth = seen.entry(key.clone()).or_default();
            *nth += 1;
            [&key, " ", &nth.to_string()].concat()
        })
        .collect()
}

fn words(analysis: &Analysis, at: usize, key: String, locale: Locale) -> Item {
    let found = &analysis.diagnostics[at];
    let position = analysis.lines().position(analysis.text(), analysis.mark(&found.place).start);
    let document = edition::find(found.source.document)
        .map_or(found.source.document, |edition| edition.document.get(locale));
    let source: [(&str, Arg); 3] = [
        ("document", document.into()),
        ("location", found.source.location.into()),
        ("basis", found.basis.label().into()),
    ];
    Item {
        key,
        at,
        severity: found.severity,
        place: [&position.line.to_string(), ":", &position.column.to_string()].concat(),
        pointer: pointer(analysis, found),
        message: found.message_in(locale),
        help: found.help_in(locale),
        source: strings::FROM_DOCUMENT.fill(locale, &source),
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

/// The pointer of a finding, with the place inside a string's own JSON.
fn pointer(analysis: &Analysis, found: &Diagnostic) -> String {
    let mut pointer = analysis.pointer(&found.place);
    if let Part::Inside(inner, _) = &found.place.part {
        pointer.push_str(" → ");
        pointer.push_str(inner);
    }
    pointer
}

/// The problem as an item of the list. `items` keeps its words up to date.
pub(crate) fn item(page: Page, items: Local<Items>, key: &str) -> El {
    let key: Rc<str> = key.into();
    let own = key.clone();
    // Reads the problem as it is now; as long as the item is there, so is the problem.
    let read = Rc::new(move |part: &dyn Fn(&Item) -> String| {
        items.with(|items| {
            items.shown.iter().find(|item| *item.key == *own).map(part).unwrap_or_default()
        })
    });
    let get = |part: fn(&Item) -> &str| {
        let read = read.clone();
        move || read(&|item| part(item).to_owned())
    };
    let severity = items.with(|items| {
        items
            .shown
            .iter()
            .find(|item| *item.key == *key)
            .map_or(Severity::Info, |item| item.severity)
    });
    let preview = RwSignal::new(String::new());
    let place = el("p")
        .class("where")
        .add(el("span").class("severity").say(page.t(severity.label())))
        .text(" ")
        .add(el("span").class("place").say(get(|item| &item.place)))
        .text(" ")
        .add(el("code").say(get(|item| &item.pointer)));
    let (related, own) = (read.clone(), key.clone());
    let why = el("details")
        .add(el("summary").say(page.t(strings::WHY)))
        .add(el("p").say(get(|item| &item.help)))
        .add(el("p").class("muted").say(get(|item| &item.source)))
        .list(
            move || lines(&related(&|item| numbered(item.related.iter().map(String::as_str)))),
            move |line| {
                let (nth, pointer) = line.split_once(' ').unwrap_or((line, ""));
                let (nth, own) = (nth.parse().unwrap_or(0), own.clone());
                bare_button("plain", move || go_to_related(page, &own, nth))
                    .add(el("code").text(pointer))
            },
        );
    let (fixes, own) = (read.clone(), key.clone());
    let fixes = move || {
        let fixes = |item: &Item| {
            numbered(
                item.fixes
                    .iter()
                    .map(|(title, safe)| [if *safe { "!" } else { "?" }, title].concat()),
            )
        };
        lines(&fixes_of(&*fixes_read(&fixes), &fixes))
    };
    el("li")
}

/// Where the finding of a key stands now.
fn find(analysis: &Analysis, key: StoredValue<String>) -> Option<usize> {
    key.with_value(|key| {
        keys(analysis, analysis.diagnostics.len()).iter().position(|own| own == key)
    })
}

fn apply(page: Page, key: StoredValue<String>, nth: usize) {
    page.check_now();
    let analysis = page.analysis.get_untracked();
    let fix = find(&analysis, key).and_then(|at| analysis.diagnostics[at].fixes.get(nth));
    let Some(fix) = fix else { return page.tell(strings::GONE, Vec::new()) };
    let title = fix.title.fill(page.locale.get_untracked(), &fix.args);
    let text = clusterwright::text::apply(analysis.text(), &analysis.edits(fix));
    page.replace_noticed(&text, strings::FIX_APPLIED, vec![("fix", title.into())]);
    browser::focus_soon(ids::COUNTS);
}

fn go(page: Page, key: StoredValue<String>) {
    lead(page, key, |analysis, found| {
        Some((analysis.mark(&found.place), analysis.pointer(&found.place)))
    });
}

fn go_to_related(page: Page, key: StoredValue<String>, nth: usize) {
    lead(page, key, move |analysis, found| {
        let place = &found.related.get(nth)?.place;
        Some((analysis.mark(place), analysis.pointer(place)))
    });
}

fn lead(
    page: Page,
    key: StoredValue<String>,
    place: impl Fn(&Analysis, &Diagnostic) -> Option<(Span, String)>,
) {
    page.check_now();
    let analysis = page.analysis.get_untracked();
    let place = find(&analysis, key).and_then(|at| place(&analysis, &analysis.diagnostics[at]));
    match place {
        Some((span, pointer)) => page.go(span, &pointer),
        None => page.tell(strings::GONE, Vec::new()),
    }
}
