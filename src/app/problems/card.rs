//! What is found at a place of the text.

use std::rc::Rc;

use clusterwright::analysis::Analysis;
use clusterwright::text::Span;

use super::item::{self, Items};
use crate::app::dom::{El, effect, el};
use crate::app::editor::strings;
use crate::app::state::{Page, Shared};

/// So many findings at one place are told.
const MOST: usize = 5;

/// The part of a span that is marked and selected: of a whole object its first line tells enough.
pub(crate) fn shown(analysis: &Analysis, span: Span) -> Span {
    let lines = analysis.lines();
    let line = lines.span(analysis.text(), lines.line(span.start));
    Span::new(span.start, span.end.min(line.end).max(span.start))
}

/// The findings whose marks touch a place, and the bounds of these marks.
pub(crate) fn at(analysis: &Analysis, place: u32) -> Option<(Vec<usize>, Span)> {
    let touching = on_line(analysis, place).filter(|(_, mark)| {
        // Where something is missing, a neighbour is marked.
        mark.touches(place) || mark.is_empty() && place.abs_diff(mark.start) <= 1
    });
    let found: Vec<(usize, Span)> = touching.take(MOST).collect();
    let start = found.iter().map(|(_, mark)| mark.start).min()?;
    let end = found.iter().map(|(_, mark)| mark.end).max()?;
    Some((found.into_iter().map(|(at, _)| at).collect(), Span::new(start, end)))
}

/// The findings with fixes that touch a place; where there are none, those of its line.
pub(crate) fn mendable(analysis: &Analysis, place: u32) -> Vec<usize> {
    let has_fix = |at: &usize| !analysis.diagnostics[*at].fixes.is_empty();
    let mut found: Vec<usize> = at(analysis, place).map(|(found, _)| found).unwrap_or_default();
    found.retain(has_fix);
    if found.is_empty() {
        found = on_line(analysis, place).map(|(at, _)| at).filter(has_fix).take(MOST).collect();
    }
    found
}

/// The findings that begin on the line of a place, with their marks.
fn on_line(analysis: &Analysis, place: u32) -> impl Iterator<Item = (usize, Span)> + '_ {
    let (text, lines, all) = (analysis.text(), analysis.lines(), &analysis.diagnostics);
    let mark = |at: usize| analysis.mark(&all[at].place);
    let place = place.min(u32::try_from(text.len()).unwrap_or(u32::MAX));
    let line = lines.span(text, lines.line(place));
    let bare = text.trim_ascii().is_empty();
    let first = all.partition_point(|found| analysis.mark(&found.place).start < line.start);
    (first..all.len())
        .take_while(move |&at| !bare && mark(at).start <= line.end)
        .map(move |at| (at, shown(analysis, mark(at))))
}

/// These findings, with their reasons and fixes.
pub(crate) fn card(page: Page, analysis: &Rc<Analysis>, found: &[usize]) -> El {
    let items = Shared::new(Items::default());
    let (own, found) = (analysis.clone(), found.to_vec());
    effect(Box::new(move || {
        let shown = item::some(&own, &found, page.locale.get());
        items.set(Rc::new(Items { shown, ..Items::default() }));
    }));
    el("ul").class("tip").at("role", "list").name("aria-label", page.t(strings::FOUND_HERE)).list(
        move || items.with(|items| items.shown.iter().map(|item| item.key.clone()).collect()),
        move |key| item::in_card(page, items, key),
    )
}
