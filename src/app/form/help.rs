//! What there is to know of a row: what the document says, and where.

use clusterwright::diagnostic::{Arg, Text};
use clusterwright::edition::Edition;
use clusterwright::form::{FormRow, State, Widget};
use clusterwright::spec::{Choice, Field, Format, Required, Type};

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
    let mut lines = at.map(|at| of_field(edition, index.row(at).field)).unwrap_or_default();
    if !row.source.is_empty() {
        lines.push((strings::SOURCE, vec![("source", row.source.into())]));
    }
    let any = |at| matches!(index.row(at).field.ty, Type::Any);
    if row.widget == Widget::Json && row.state == State::Set && !at.is_some_and(any) {
        lines.push((strings::AS_JSON, Vec::new()));
    }
    for (text, args) in lines {
        help = help.add(el("p").class("muted").say(move || page.fill(text, &args)));
    }
    help
}

/// What the edition's table says of the member at a pointer, without its source, for what is asked about it has one; of one that it
/// does not know, which members stand beside it.
pub(crate) fn table(page: Page, pointer: &str) -> El {
    let edition = page.peek(|analysis| analysis.edition);
    let index = edition.index();
    let known = index.resolve(pointer);
    let above = || index.resolve(pointer.rsplit_once('/')?.0);
    let Some(id) = known.or_else(above) else { return el("div") };
    let row = index.row(id);
    let field = row.field;
    let name = if row.pointer.is_empty() { "/" } else { row.pointer };
    let head = el("p").add(el("code").text(name)).text(" ").say(page.t(field.label));
    let mut table = el("div").class("table").add(head);
    let mut lines: Vec<Line> = Vec::new();
    if known.is_some() {
        let help = move || page.help.of_row(edition, row.pointer, page.locale.get());
        table = table.add(el("p").say(help));
        let kind = ("type", field.ty.label().into());
        lines.push(match field.ty {
            Type::String(format) if !matches!(format, Format::Text) => {
                (own::TYPE_OF, vec![kind, ("what", format.label().into())])
            }
            _ => (own::TYPE, vec![kind]),
        });
        match field.required {
            _ if field.name == "*" => {}
            Required::Yes => lines.push((own::ALWAYS, Vec::new())),
            Required::When(_, because) => {
                lines.push((own::SOMETIMES, vec![("because", because.into())]));
            }
            Required::No => lines.push((own::NEVER, Vec::new())),
        }
        lines.extend(of_field(edition, field));
    }
    for (text, args) in lines {
        table = table.add(el("p").say(move || page.fill(text, &args)));
    }
    if !field.choices().is_empty() && known.is_some() {
        let choice = |choice: &'static Choice| {
            let only = choice.when.map(|(_, words)| words);
            let item =
                el("li").add(el("code").text(choice.value)).text(" ").say(page.t(choice.help));
            match only {
                Some(words) => {
                    item.text(" · ").say(move || page.fill(own::ONLY, &[("words", words.into())]))
                }
                None => item,
            }
        };
        table = table.add(el("ul").adds(field.choices().iter().map(choice)));
    }
    let members = index.below(id).iter().map(|row| row.field.name).filter(|name| *name != "*");
    let mut members = members.map(|name| el("code").text(name)).peekable();
    if members.peek().is_some() {
        table = table.add(el("p").class("members").say(page.t(own::MEMBERS)).adds(members));
    }
    table
}

type Line = (Text, Vec<(&'static str, Arg)>);

/// What the table says of a member beyond its type and whether it must be there.
fn of_field(edition: &Edition, field: &'static Field) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    if !field.among.is_empty() {
        let among = field.among.iter().map(|&one| one.into()).collect();
        lines.push((own::AMONG, vec![("among", Arg::List(among))]));
    } else if let Type::Integer(least, greatest) = field.ty
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
    if !field.kinds.is_empty() {
        let kinds = field.kinds.iter().map(|id| edition.kinds.find(id).name.into());
        lines.push((own::KINDS, vec![("kinds", Arg::List(kinds.collect()))]));
    }
    if let Some(default) = field.default {
        lines.push((strings::DEFAULT, vec![("default", default.into())]));
    }
    if !field.examples.is_empty() {
        lines.push((strings::SEEN, vec![("examples", field.examples.join(", ").into())]));
    }
    lines
}
