//! What a caret stands at, in a text however broken: half-typed names and values are the usual case.

use crate::json::{Document, Fault, Kind, NodeId, SyntaxError, patch};
use crate::text::Span;

/// A place where something could be typed.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) what: What,
    /// What goes.
    pub(super) span: Span,
    /// What of a name or value is there before the caret.
    pub(super) typed: String,
    /// What has to come before and behind it: a comma, mostly.
    pub(super) lead: String,
    pub(super) tail: &'static str,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum What {
    /// The whole document.
    Document,
    /// A member of an object; `None` is one that is new. `bare` if its colon is there, so that only the name is missing.
    Name { object: NodeId, own: Option<NodeId>, bare: bool },
    /// The value of a member.
    Member(NodeId),
    /// An item of an array.
    Item(NodeId),
    /// Somewhere in a string.
    Inside(NodeId),
}

/// The place at `offset`; `None` where nothing could be typed that makes sense. `holds_json` says whether a string is a text of its own.
pub(super) fn find(
    doc: &Document,
    offset: u32,
    holds_json: &dyn Fn(NodeId) -> bool,
) -> Option<Place> {
    let text = doc.text();
    if in_comment(doc, offset) {
        return None;
    }
    let node = doc.at(offset);
    if let Some(key) = doc.key_span(node)
        && key.start < offset
        && offset <= key.end
    {
        // The name of the next member, taken for a part of this one's name or for its value.
        let rest = Span::new(offset, key.end).of(text);
        let own = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let joined = rest[own..].trim_end_matches('"').contains('"');
        let key =
            if joined { Span::new(key.start, offset + u32::try_from(own).ok()?) } else { key };
        let colon = has_mark(doc, key.end, b':', u32::MAX);
        let misread = joined || !colon && has_mark(doc, doc.span(node).end, b':', u32::MAX);
        let bare = colon || doc.kind(node) != Kind::Missing && !misread;
        let what = What::Name { object: doc.parent(node)?, own: Some(node), bare };
        let mut place = place(doc, what, key, bare);
        if misread {
            place.tail = comma(text, key.end);
        }
        return Some(Place { typed: typed(text, key.start, offset), ..place });
    }
    let span = doc.span(node);
    match doc.kind(node) {
        Kind::Object | Kind::Array if span.start == offset => return None,
        Kind::Missing | Kind::Object | Kind::Array => {}
        kind if span.touches(offset) && !(is_closed(doc, node) && offset == span.end) => {
            if kind == Kind::String && offset > span.start && holds_json(node) {
                return Some(place(doc, What::Inside(node), span, true));
            }
            let (what, whole) = match doc.parent(node) {
                None => (What::Document, true),
                Some(array) if doc.kind(array) == Kind::Array => (What::Item(array), false),
                Some(_) => (What::Member(node), false),
            };
            let place = place(doc, what, span, whole);
            return Some(Place { typed: typed(text, span.start, offset), ..place });
        }
        _ => {}
    }
    // A single letter before the next name is taken for a stray one.
    let stray = doc.errors().iter().find(|error| {
        let word = error.span.of(text).starts_with(char::is_alphanumeric);
        error.fault == Fault::Unexpected
            && error.span.start < offset
            && error.span.touches(offset)
            && word
    });
    let span = stray.map_or(Span::at(offset), |error| error.span);
    Some(Place { typed: typed(text, span.start, offset), ..between(doc, span)? })
}

/// Where the closing quote belongs of a name at `offset` that begins an object and lacks it. What follows on its line is taken for a part
/// of it then, so that the object looks like a string with a stray brace before it.
pub(super) fn unclosed_name(doc: &Document, offset: u32) -> Option<u32> {
    let text = doc.text();
    let node = doc.at(offset);
    let span = doc.span(node);
    if doc.kind(node) != Kind::String || offset <= span.start || is_closed(doc, node) {
        return None;
    }
    let before = u32::try_from(text[..span.start as usize].trim_end().len()).ok()?;
    let brace = |error: &SyntaxError| {
        error.fault == Fault::Unexpected
            && error.span.end == before
            && error.span.of(text).ends_with('{')
    };
    let own = |char: char| char.is_alphanumeric() || matches!(char, '_' | '-' | '.');
    let name = text[span.start as usize..].strip_prefix(['"', '\''])?;
    let len = name.find(|char| !own(char)).unwrap_or(name.len());
    let end = span.start + 1 + u32::try_from(len).ok()?;
    (offset <= end && doc.errors().iter().any(brace)).then_some(end)
}

/// The place of what touches neither name nor scalar.
fn between(doc: &Document, span: Span) -> Option<Place> {
    let text = doc.text();
    let offset = span.start;
    let before = text[..offset as usize].trim_end();
    let mut container = doc.at(u32::try_from(before.len()).ok()?);
    let around = |node: NodeId| {
        let (inside, closed) = patch::inside(doc, node);
        matches!(doc.kind(node), Kind::Object | Kind::Array)
            && inside.start <= offset
            && (offset <= inside.end || !closed)
    };
    while !around(container) {
        match doc.parent(container) {
            Some(parent) => container = parent,
            None if doc.kind(NodeId::ROOT) == Kind::Missing && text.trim().is_empty() => {
                let whole = Span::new(0, u32::try_from(text.len()).ok()?);
                return Some(place(doc, What::Document, whole, true));
            }
            None => return None,
        }
    }
    let last =
        doc.children(container).take_while(|&child| patch::entry(doc, child).0 < offset).last();
    let new = match doc.kind(container) {
        Kind::Object => What::Name { object: container, own: None, bare: false },
        _ => What::Item(container),
    };
    let Some(last) = last else { return Some(place(doc, new, span, false)) };
    let (_, end) = patch::entry(doc, last);
    if end > offset {
        return None;
    }
    if has_mark(doc, end, b',', offset) {
        return Some(place(doc, new, span, false));
    }
    if doc.kind(last) == Kind::Missing
        && let Some(key) = doc.key_span(last)
    {
        let colon = has_mark(doc, key.end, b':', offset);
        let span = Span::new(if colon { offset } else { key.end }, span.end);
        let spelled = patch::Spelling::at(doc, container, offset).colon();
        let lead = match colon {
            false => spelled,
            true if text[..offset as usize].ends_with(':') => spelled.trim_start_matches(':'),
            true => "",
        };
        let place = place(doc, What::Member(last), span, true);
        return Some(Place {
            lead: lead.to_owned(),
            tail: tail(doc, container, span.end),
            ..place
        });
    }
    // Directly behind a value there is nothing to be typed but a comma.
    (end < offset).then(|| place(doc, new, span, false))
}

/// A place with the commas it needs; none if it is `bare`.
fn place(doc: &Document, what: What, span: Span, bare: bool) -> Place {
    let mut place = Place { what, span, typed: String::new(), lead: String::new(), tail: "" };
    let container = match what {
        What::Name { object, .. } => object,
        What::Item(array) => array,
        What::Member(node) => doc.parent(node).unwrap_or(NodeId::ROOT),
        What::Document | What::Inside(_) => return place,
    };
    if bare {
        return place;
    }
    place.tail = tail(doc, container, span.end);
    if matches!(what, What::Member(_)) {
        return place;
    }
    let before = doc
        .children(container)
        .map(|child| patch::entry(doc, child).1)
        .take_while(|&end| end <= span.start);
    if let Some(end) = before.last()
        && !has_mark(doc, end, b',', span.start)
    {
        place.lead = [",", Span::new(end, span.start).of(doc.text())].concat();
        place.span.start = end;
    }
    place
}

/// The comma that an entry needs behind it that ends at `end`.
fn tail(doc: &Document, container: NodeId, end: u32) -> &'static str {
    let mut children = doc.children(container);
    if has_mark(doc, end, b',', u32::MAX) || children.all(|child| patch::entry(doc, child).0 < end)
    {
        return "";
    }
    comma(doc.text(), end)
}

/// A comma to stand at `end`.
fn comma(text: &str, end: u32) -> &'static str {
    let spaced = text[end as usize..].starts_with([' ', '\t', '\r', '\n']);
    if spaced { "," } else { ", " }
}

/// Whether a structural character comes next from `from` on and ends before or at `to`.
fn has_mark(doc: &Document, from: u32, mark: u8, to: u32) -> bool {
    doc.mark_behind(from).is_some_and(|(own, span)| own == mark && span.end <= to)
}

/// What stands of a token before the caret, without the mark it begins with.
fn typed(text: &str, start: u32, offset: u32) -> String {
    let token = Span::new(start, offset).of(text);
    token.trim_start_matches(['"', '\'']).to_owned()
}

fn is_closed(doc: &Document, node: NodeId) -> bool {
    let start = doc.span(node).start;
    let open = |fault| matches!(fault, Fault::UnclosedString | Fault::UnquotedValue);
    doc.kind(node) == Kind::String
        && !doc.errors().iter().any(|error| error.span.start == start && open(error.fault))
}

fn in_comment(doc: &Document, offset: u32) -> bool {
    doc.errors().iter().any(|error| {
        let span = error.span;
        error.fault == Fault::Comment
            && span.start < offset
            && (offset < span.end || offset == span.end && !span.of(doc.text()).ends_with("*/"))
    })
}
