//! What there is to know of a row: what the document says, and where.

use clusterwright::diagnostic::{Arg, Text};
use clusterwright::form::{FormRow, State, Widget};
use clusterwright::spec::{Field, Type};

use super::strings as own;
use crate::app::dom::{El, el};
use crate::app::state::Page;
use crate::app::strings;

/// The help of a row.
pub(super) fn help(page: Page, row: &FormRow) -> El {
    let edition = page.peek(|analysis| analysis.edition);
    let index = edition.index();
    let at = index.find(row.row);
    let pointer = row.row;
    let mut help =
        el("div").add(el("p").say(move || page.help.of_row(edition, pointer, page.locale.get())));
    let field = at.map(|at| index.row(at).field);
    let kinds = |id: &&'static str| Arg::from(edition.kinds.find(id).name);
    let mut lines = field.map(facts).unwrap_or_default();
    if let Some(field) = field.filter(|field| !field.kinds.is_empty()) {
        let kinds = Arg::List(field.kinds.iter().map(kinds).collect());
        lines.push((own::KINDS, vec![("kinds", kinds)]));
    }
    if let Some(default) = row.default {
        lines.push((strings::DEFAULT, vec![("default", default.into())]));
    }
    if !row.examples.is_empty() {
        lines.push((strings::SEEN, vec![("examples", row.examples.join(", ").into())]));
    }
    if !row.source.is_empty() {
        lines.push((strings::SOURCE, vec![("source", row.source.into())]));
    }
    if matches!(row.widget, Widget::Json) && row.state == State::Set {
        lines.push((strings::AS_JSON, Vec::new()));
    }
    for (text, args) in lines {
        help = help.add(el("p").class("muted").say(move || page.fill(text, &args)));
    }
    help
}

type Line = (Text, Vec<(&'static str, Arg)>);

/// What the table says of a member's value.
fn facts(field: &'static Field) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    if let Type::Integer(least, greatest) = field.ty
        && greatest < i64::from(i32::MAX)
    {
        lines.push((own::NUMBERS, vec![("least", least.into()), ("greatest", greatest.into())]));
    }
    if let Some((least, greatest)) = field.length.filter(|(_, greatest)| *greatest < u32::MAX) {
        lines.push((own::LENGTH, vec![("least", least.into()), ("greatest", greatest.into())]));
    }
    if let Some(pattern) = field.pattern {
        lines.push((own::MUST, vec![("words", pattern.words.into())]));
    }
    if let Some(since) = field.since {
        lines.push((own::SINCE, vec![("version", since.version.into())]));
    }
    lines
}
