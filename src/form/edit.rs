//! The edits that the form makes of the text. In JSON that a string holds, the edit is made inside and the string written anew.

use crate::analysis::Analysis;
use crate::json::patch::{self, compact, quote};
use crate::json::{self, Document, Kind, NodeId};
use crate::spec::format::json_placeholder;
use crate::spec::{Cond, Field, Format, Required, RowId, Type, blank};
use crate::text::{Edit, apply};

fn field_at(analysis: &Analysis, pointer: &str) -> Option<&'static Field> {
    let index = analysis.edition.index();
    index.resolve(pointer).map(|row| index.row(row).field)
}

/// The string whose JSON a pointer leads into: its own pointer. Nothing if the way leads through the body alone.
fn string_around<'p>(analysis: &Analysis, pointer: &'p str) -> Option<&'p str> {
    let ends = pointer.bytes().enumerate().filter(|&(at, byte)| at > 0 && byte == b'/');
    ends.map(|(at, _)| &pointer[..at]).find(|own| holds_json(analysis, own))
}

fn holds_json(analysis: &Analysis, pointer: &str) -> bool {
    field_at(analysis, pointer)
        .is_some_and(|field| matches!(field.ty, Type::String(Format::Json(_))))
}

/// Makes an edit where a pointer leads: in the body, or in the JSON that a string of it holds.
fn within(
    analysis: &Analysis,
    pointer: &str,
    edit: &dyn Fn(&Document, &str, &str) -> Vec<Edit>,
) -> Vec<Edit> {
    let Some(base) = string_around(analysis, pointer) else {
        return edit(&analysis.doc, &spelled(analysis, pointer), "");
    };
    let said =
        analysis.doc.find(&spelled(analysis, base)).and_then(|node| analysis.doc.string(node));
    let empty = match field_at(analysis, base).map(|field| field.ty.shape()) {
        Some(Type::Array(_)) => "[]",
        _ => "{}",
    };
    let said = said.filter(|text| !text.trim().is_empty() && !json_placeholder(text));
    let inner =
        Document::parse(said.map_or_else(|| empty.to_owned(), std::borrow::Cow::into_owned));
    let edits = edit(&inner, &pointer[base.len()..], base);
    if edits.is_empty() {
        return edits;
    }
    let mut json = apply(inner.text(), &edits);
    // The first member has no neighbour to take its place from; in a string it stands on the same line.
    if inner.children(NodeId::ROOT).next().is_none() && !inner.text().contains('\n') {
        json = compact(&json);
    }
    set(analysis, base, &quote(&json))
}

/// The pointer as the body spells it: a member whose name has other capitals follows its row all the same.
fn spelled(analysis: &Analysis, pointer: &str) -> String {
    let (doc, view) = (&analysis.doc, analysis.view());
    let mut own = String::new();
    let mut at = Some(NodeId::ROOT);
    let mut row = Some(RowId::ROOT);
    for segment in pointer.split('/').skip(1) {
        let name = json::unescape(segment);
        row = row.and_then(|row| analysis.edition.index().child(row, &name));
        let exact = at.and_then(|node| match doc.kind(node) {
            Kind::Array => doc.item(node, name.parse().ok()?),
            _ => doc.member(node, &name),
        });
        let follows = |child: &NodeId| row.is_some_and(|row| view.row_id(*child) == row);
        let named = |child: &NodeId| {
            doc.name(*child).is_some_and(|other| other.eq_ignore_ascii_case(&name))
        };
        at = exact.or_else(|| doc.children(at?).find(|child| named(child) && follows(child)));
        let there = at.filter(|_| exact.is_none()).and_then(|node| doc.name(node));
        own.push('/');
        own.push_str(
            &there.map_or_else(|| segment.to_owned(), |name| json::escape(&name).into_owned()),
        );
    }
    own
}

/// The edits that make the member at `pointer` say what was typed. Nothing typed takes an optional member out and leaves a
/// required one empty.
pub fn input(analysis: &Analysis, pointer: &str, typed: &str) -> Vec<Edit> {
    let Some(field) = field_at(analysis, pointer) else { return Vec::new() };
    if typed.is_empty() {
        let there = || !within(analysis, pointer, &|doc, own, _| found(doc, own)).is_empty();
        return match field.required {
            Required::No if field.name != "*" => remove(analysis, pointer),
            _ if !there() => Vec::new(),
            _ => set(analysis, pointer, "\"\""),
        };
    }
    let json = match field.ty {
        Type::String(_) => quote(typed),
        Type::Bool if typed == "true" || typed == "false" => typed.to_owned(),
        Type::Integer(..) if let Some(number) = number(typed) => number,
        _ => {
            let typed = typed.trim();
            let spelled = Document::parse(typed);
            if spelled.errors().is_empty() { typed.to_owned() } else { quote(typed) }
        }
    };
    set(analysis, pointer, &json)
}

/// A whole number as JSON spells it: without white space, leading zeros and the wide digits of Chinese keyboards.
fn number(typed: &str) -> Option<String> {
    let plain = |char: char| match char {
        '０'..='９' => char::from_digit(char as u32 - '０' as u32, 10).unwrap_or(char),
        '－' => '-',
        other => other,
    };
    let text: String = typed.trim().chars().map(plain).collect();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("-", rest));
    let whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let digits = digits.trim_start_matches('0');
    whole.then(|| [sign, if digits.is_empty() { "0" } else { digits }].concat())
}

/// An edit, which is never made, if there is a value at a pointer.
fn found(doc: &Document, pointer: &str) -> Vec<Edit> {
    doc.find(pointer).map(|node| Edit::delete(doc.span(node))).into_iter().collect()
}

/// The edits that put JSON at `pointer`, making the objects on the way.
pub fn set(analysis: &Analysis, pointer: &str, json: &str) -> Vec<Edit> {
    within(analysis, pointer, &|doc, own, base| {
        let order = |parent: &str| analysis.order(&[base, parent].concat());
        patch::set(doc, own, json, &order).unwrap_or_default()
    })
}

/// The edits that take the member or item at `pointer` out.
pub fn remove(analysis: &Analysis, pointer: &str) -> Vec<Edit> {
    within(analysis, pointer, &|doc, own, _| {
        doc.find(own).map(|node| patch::remove(doc, node)).unwrap_or_default()
    })
}

/// The edits that put an absent member there, blank; of a list, that add an item.
pub fn add(analysis: &Analysis, pointer: &str) -> Vec<Edit> {
    let Some(field) = field_at(analysis, pointer) else { return Vec::new() };
    let view = analysis.view();
    let holds: &dyn Fn(&Cond) -> bool = &|cond| view.holds(cond, NodeId::ROOT) == Some(true);
    let held = holds_json(analysis, pointer);
    if let Type::Array(items) = field.ty.shape() {
        let item = blank(&items.item, holds);
        if held {
            let end = [pointer, "/-"].concat();
            return within(analysis, &end, &|doc, _, _| match doc.kind(NodeId::ROOT) {
                Kind::Array => patch::push(doc, NodeId::ROOT, &item),
                _ => Vec::new(),
            });
        }
        return within(analysis, pointer, &|doc, own, base| match doc.find(own) {
            Some(node) if doc.kind(node) == Kind::Array => patch::push(doc, node, &item),
            _ => {
                let order = |parent: &str| analysis.order(&[base, parent].concat());
                let json = format!("[\n  {}\n]", item.replace('\n', "\n  "));
                patch::set(doc, own, &json, &order).unwrap_or_default()
            }
        });
    }
    if held && matches!(field.ty.shape(), Type::Object(_) | Type::Map(..)) {
        return set(analysis, pointer, "\"{}\"");
    }
    set(analysis, pointer, &blank(field, holds))
}

/// The edits that give the free members at `pointer` one more, of that name.
pub fn add_member(analysis: &Analysis, pointer: &str, name: &str) -> Vec<Edit> {
    let own = [pointer, "/", &json::escape(name)].concat();
    let json = field_at(analysis, &own).map_or_else(
        || "\"\"".to_owned(),
        |field| match field.examples {
            [example, ..] => quote(example),
            [] => "\"\"".to_owned(),
        },
    );
    set(analysis, &own, &json)
}

/// The edits that give the member at `pointer` another name. None if it is empty or another member has it.
pub fn rename(analysis: &Analysis, pointer: &str, name: &str) -> Vec<Edit> {
    within(analysis, pointer, &|doc, own, _| {
        let node = doc.find(own);
        let taken = node
            .and_then(|node| doc.parent(node))
            .is_none_or(|object| doc.member(object, name).is_some());
        match node {
            Some(node) if !taken && !name.is_empty() => patch::rename(doc, node, name),
            _ => Vec::new(),
        }
    })
}

/// The edits that move the item at `pointer` to another place of its list, from 0.
pub fn reorder(analysis: &Analysis, pointer: &str, to: usize) -> Vec<Edit> {
    item(analysis, pointer, &|doc, array, from| patch::move_item(doc, array, from, to))
}

/// The edits that put a copy of the item at `pointer` behind it.
pub fn copy(analysis: &Analysis, pointer: &str) -> Vec<Edit> {
    item(analysis, pointer, &patch::copy_item)
}

fn item(
    analysis: &Analysis,
    pointer: &str,
    edit: &dyn Fn(&Document, NodeId, usize) -> Vec<Edit>,
) -> Vec<Edit> {
    within(analysis, pointer, &|doc, own, _| {
        let place = own
            .rsplit_once('/')
            .and_then(|(list, item)| Some((doc.find(list)?, item.parse::<usize>().ok()?)));
        place.map(|(array, item)| edit(doc, array, item)).unwrap_or_default()
    })
}
