//! The body without its secrets: each one's value gives way to its blank.
//!
//! What the table calls secret is the core's to say ([`Secrets`]); here more is left out than that, since a link is told to people:
//! members, strings and comments that only sound like it, JSON and scripts inside strings, and where a text does not parse, what
//! stands beside a secret and may be a piece of it.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::words::{holds, mentions, speaks, told};
use crate::analysis::{Analysis, Inputs, analyze};
use crate::json::patch::quote;
use crate::json::{Document, Fault, Kind, NodeId, unescape};
use crate::secrets::Secrets;
use crate::spec::{View, blank};
use crate::text::{Edit, LineIndex, Span, apply, order};

/// What stands for the value of a member that no table names.
const SECRET: &str = "<secret>";
/// What stands for a piece of text that was left out.
const GONE: &str = "<…>";
/// Values shorter than this are not looked for elsewhere in the text: too much else is spelled like them.
const TELLING: usize = 6;
/// JSON in strings is looked into so many times.
const DEPTH: u32 = 4;
/// A listing within a string within a string is looked into so far.
const ROUNDS: usize = 8;

/// A text that holds no secret. [`cut`] alone makes one; links, files and drafts take no other.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Clean(String);

impl Clean {
    /// The text.
    pub fn text(&self) -> &str {
        &self.0
    }
}

/// What was left out of a text, for its author to see. Never the value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Left {
    /// The value at this pointer.
    Value(String),
    /// A comment in this line.
    Comment(u32),
    /// Some other text in this line.
    Text(u32),
}

/// A text without its secrets, and what was left out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cut {
    /// The text.
    pub body: Clean,
    /// What was left out, in the order of the text.
    pub left_out: Vec<Left>,
}

/// Cuts the secrets out of an analysed text. Blanks and empty values stay as they are, and so does a text without a secret.
/// A body in a listing or in a string, of which nothing was read, is taken out of it first, if it holds any.
pub fn cut(analysis: &Analysis) -> Cut {
    let edition = (!analysis.detected).then_some(analysis.edition);
    let mut inside: Option<Analysis> = None;
    for _ in 0..ROUNDS {
        let doc = &inside.as_ref().unwrap_or(analysis).doc;
        let unread = |fault| matches!(fault, Fault::Listing | Fault::Escaped);
        let Some(error) = doc.errors().iter().find(|error| unread(error.fault)) else { break };
        let text = apply(doc.text(), &error.fix);
        inside = Some(analyze(text, edition, &Inputs::default()));
    }
    let inside = inside.map(|inside| cut_as_read(&inside));
    inside.filter(|cut| !cut.left_out.is_empty()).unwrap_or_else(|| cut_as_read(analysis))
}

fn cut_as_read(analysis: &Analysis) -> Cut {
    let (doc, view) = (&analysis.doc, analysis.view());
    // What was not read cannot be cut.
    if doc.errors().iter().any(|error| error.fault == Fault::TooLarge) {
        return nothing();
    }
    let secrets = Secrets::new(analysis);
    let open = |node| view.row(node).is_none_or(|row| row.field.name == "*");
    let mut flags = flags(doc, &open, &|name| view.sounds_secret(name));
    let mut spans = secrets.spans().iter().copied().peekable();
    for node in nodes(doc) {
        let span = doc.span(node);
        while spans.next_if(|secret| secret.start < span.start).is_some() {}
        flags[node.index()] |= spans.peek() == Some(&span);
    }
    let mut pieces = pieces(doc, &flags, &|node| blank_of(&view, node), DEPTH);
    let taken = Taken::new(&pieces);
    let aside: Vec<Span> =
        secrets.spans().iter().copied().filter(|span| !taken.meets(*span)).collect();
    let asides = aside.into_iter().filter(|span| is_aside(doc, *span));
    let asides: Vec<Piece> = asides.map(|span| Piece::aside(doc, span)).collect();
    pieces.extend(asides);
    let known =
        |word: &str| view.index.rows().any(|(_, row)| row.field.name == word && !row.field.secret);
    let text = carry_out(doc, &pieces);
    let values: Vec<Cow<str>> = pieces.iter().flat_map(|piece| piece.values(doc)).collect();
    let mut further = Vec::new();
    let text = without(text, &|text| repeats(text, &values), &mut further);
    let text = text.and_then(|text| without(text, &|text| told(text, &known), &mut further));
    let Some(text) = text else { return nothing() };
    let lines = analysis.lines();
    let left = |piece: &Piece| {
        let line = lines.line(piece.span.start);
        match piece.node.map(|node| doc.pointer(node)) {
            // A piece of a broken text may be taken for a name: those that are left tell nothing.
            Some(pointer) if names(&pointer).all(|name| text.contains(&*name)) => {
                Left::Value(pointer)
            }
            Some(_) => Left::Text(line),
            None => Left::Comment(line),
        }
    };
    let order = order(pieces.iter().map(|piece| (piece.span.start, piece.span.end)));
    let counted = order.into_iter().map(|at| &pieces[at]).filter(|piece| piece.counts);
    let left_out = counted.map(left).chain(further).collect();
    Cut { body: Clean(text), left_out }
}

/// The names in a pointer. Numbers tell nothing.
fn names(pointer: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let named = |name: &&str| name.len() > 4 || name.bytes().any(|byte| !byte.is_ascii_digit());
    pointer.split('/').filter(named).map(unescape)
}

/// Nothing of a text.
fn nothing() -> Cut {
    Cut { body: Clean(String::new()), left_out: vec![Left::Text(1)] }
}

/// A place that is left out.
struct Piece {
    span: Span,
    put: String,
    /// The value; none where it is a comment or text around the body.
    node: Option<NodeId>,
    /// Whether something was there at all.
    counts: bool,
}

impl Piece {
    fn aside(doc: &Document, span: Span) -> Self {
        let own = span.of(doc.text());
        let put = if own.starts_with("/*") {
            "/* … */"
        } else if own.starts_with("//") {
            "// …"
        } else if own.starts_with('#') {
            "# …"
        } else {
            ""
        };
        Self { span, put: put.to_owned(), node: None, counts: true }
    }

    /// What the value says, as it is spelled and as it is meant, if that is long enough to be known elsewhere.
    fn values<'a>(&self, doc: &'a Document) -> Vec<Cow<'a, str>> {
        let Some(node) = self.node.filter(|_| self.counts) else { return Vec::new() };
        let telling = |text: &str| text.len() >= TELLING && !self.put.contains(text);
        let inner = |node| {
            let raw = doc.raw(node).trim_matches(['"', '\'']);
            [Some(Cow::Borrowed(raw)), doc.string(node)].into_iter().flatten()
        };
        let end = doc.node(node).next;
        (node.0..end)
            .map(NodeId)
            .filter(|&node| matches!(doc.kind(node), Kind::String | Kind::Number))
            .flat_map(inner)
            .filter(|text| telling(text))
            .collect()
    }
}

/// The places of pieces: where each begins, in order, and how far those up to it reach.
struct Taken(Vec<Span>);

impl Taken {
    fn new(pieces: &[Piece]) -> Self {
        let mut reach = 0;
        let order = order(pieces.iter().map(|piece| (piece.span.start, piece.span.end)));
        let places = order.into_iter().map(|at| {
            let span = pieces[at].span;
            reach = span.end.max(reach);
            Span::new(span.start, reach)
        });
        Self(places.collect())
    }

    /// Whether a piece shares a byte with a place.
    fn meets(&self, place: Span) -> bool {
        let before = self.0.partition_point(|taken| taken.start < place.end);
        before > 0 && place.start < self.0[before - 1].end
    }
}

/// The pieces of a document: values that are flagged, strings that hold a secret, comments and text around it that speak of one.
fn pieces(
    doc: &Document,
    flags: &[bool],
    blank_of: &dyn Fn(NodeId) -> String,
    depth: u32,
) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = NodeId::ROOT;
    while at.index() < doc.len() {
        let node = at;
        let next = NodeId(doc.node(node).next);
        at = NodeId(node.0 + 1);
        let mut piece = |put: String, counts| {
            let span = Span::new(doc.span(node).start, reach(doc, node));
            pieces.push(Piece { span, put, node: Some(node), counts });
        };
        if flags[node.index()] {
            at = next;
            let empty = match doc.kind(node) {
                Kind::Missing | Kind::Null => true,
                Kind::String => doc.string(node).is_some_and(|text| text.is_empty()),
                _ => doc.raw(node).chars().all(|char| "[]{} \n".contains(char)),
            };
            // Also a blank gives way to the blank: a password may look like one.
            let waits =
                doc.string(node).is_some_and(|text| text.starts_with('<') && text.ends_with('>'));
            if !empty || reach(doc, node) > doc.span(node).end {
                piece(blank_of(node), !waits);
            }
        } else if let Some(text) = doc.string(node) {
            if let Some(inner) = inner(&text, depth) {
                piece(quote(&inner), true);
            } else if !text.trim_start().starts_with(['{', '[']) && holds(&text) {
                piece(blank_of(node), true);
            }
        }
    }
    let told = |fault| {
        matches!(
            fault,
            Fault::Comment
                | Fault::TextBefore
                | Fault::TextAfter
                | Fault::Unexpected
                | Fault::TooDeep
        )
    };
    let taken = Taken::new(&pieces);
    let mut end = 0;
    for error in doc.errors().iter().filter(|error| told(error.fault)) {
        let text = error.span.of(doc.text());
        let apart = error.span.start >= end && !taken.meets(error.span);
        if apart && (mentions(text) || holds(text)) {
            end = error.span.end;
            pieces.push(Piece::aside(doc, error.span));
        }
    }
    pieces
}

/// JSON inside a string without its secrets; nothing if it is no JSON, or holds none.
fn inner(text: &str, depth: u32) -> Option<String> {
    if depth == 0 || !text.trim_start().starts_with(['{', '[']) {
        return None;
    }
    let doc = Document::parse(text);
    let flags = flags(&doc, &|_| true, &|_| false);
    let pieces = pieces(&doc, &flags, &|_| quote(SECRET), depth - 1);
    let cut = carry_out(&doc, &pieces);
    let cut = without(cut, &|text| told(text, &|_| false), &mut Vec::new()).unwrap_or_default();
    (cut != text).then_some(cut)
}

/// Which values have names of secrets. `open` are those that no row of their own names, `near` tells a slip of the pen.
fn flags(doc: &Document, open: &dyn Fn(NodeId) -> bool, near: &dyn Fn(&str) -> bool) -> Vec<bool> {
    let mut flags = vec![false; doc.len()];
    for node in nodes(doc).filter(|&node| doc.key_span(node).is_some()) {
        let name = doc.name(node).unwrap_or_default();
        flags[node.index()] |= open(node) && (speaks(&name) || near(&name));
        // `{ "name": "token", "value": … }`
        let label = matches!(&*name, "name" | "key" | "Name" | "Key");
        if label
            && doc.string(node).is_some_and(|own| speaks(&own))
            && let Some(parent) = doc.parent(node)
        {
            for value in ["value", "Value"].into_iter().filter_map(|own| doc.member(parent, own)) {
                flags[value.index()] = true;
            }
        }
    }
    flags
}

/// Where a secret's value ends. In a faulty text pieces of it may stand beside it, taken for other things.
fn reach(doc: &Document, node: NodeId) -> u32 {
    let value = doc.span(node);
    let errors = doc.errors();
    // Faults stand in the order of their places.
    let within = |from: u32, to: u32| {
        let first = errors.partition_point(|error| error.span.start < from);
        errors[first..]
            .iter()
            .take_while(move |error| error.span.start <= to)
            .map(|error| error.fault)
    };
    let broken = |fault| {
        matches!(
            fault,
            Fault::UnclosedString
                | Fault::UnescapedQuote
                | Fault::ControlCharacter
                | Fault::BadEscape
                | Fault::Unexpected
                | Fault::MissingColon
                | Fault::TextAfter
        )
    };
    let odd = |fault| {
        matches!(
            fault,
            Fault::UnquotedKey | Fault::UnquotedValue | Fault::WrongQuotes | Fault::BadNumber
        )
    };
    let mut end = value.end;
    let mut doubt =
        within(value.start, end).any(|fault| broken(fault) || fault == Fault::UnquotedValue);
    let mut at = doc.node(node).next;
    let mut from = end;
    while (at as usize) < doc.len() {
        let next = doc.node(NodeId(at));
        let key_end = if next.key.is_empty() { next.span.start } else { next.key.end };
        let parted = within(from, key_end).all(|fault| fault != Fault::MissingComma);
        let whole =
            within(from, key_end + 1).all(|fault| !broken(fault) && (parted || !odd(fault)));
        if whole {
            break;
        }
        end = end.max(next.span.end);
        // A fault at its very end is its own.
        from = end.max(key_end) + 1;
        doubt = true;
        at = next.next;
    }
    // What follows as neither a member nor a value.
    let first = errors.partition_point(|error| error.span.start < value.start);
    for error in &errors[first..] {
        if error.span.start > end {
            break;
        }
        let aside =
            matches!(error.fault, Fault::Unexpected | Fault::TextAfter | Fault::UnclosedString);
        if aside && error.span.end > end {
            end = error.span.end;
            doubt = true;
        }
    }
    if doubt {
        let rest = doc.text()[end as usize..].split('\n').next().unwrap_or_default();
        if !rest.contains(':') {
            let rest =
                rest.trim_end_matches(|char: char| char.is_whitespace() || ",;}]".contains(char));
            end += u32::try_from(rest.len()).unwrap_or(0);
        }
    }
    end
}

/// Every place where one of the values stands once more.
fn repeats(text: &str, values: &[Cow<str>]) -> Vec<Span> {
    // By their first bytes, so that many secrets cost one walk along the text.
    let start = |bytes: &[u8]| {
        let byte = |at: usize| u32::from(bytes[at]);
        (byte(0) << 16 | byte(1) << 8 | byte(2), byte(3) << 16 | byte(4) << 8 | byte(5))
    };
    let order = order(values.iter().map(|value| start(value.as_bytes())));
    let mut spans = Vec::new();
    if values.is_empty() {
        return spans;
    }
    // Nearly everywhere the first two bytes tell that none begins there.
    let pair = |bytes: &[u8]| usize::from(bytes[0]) << 8 | usize::from(bytes[1]);
    let mut begins = vec![false; 1 << 16];
    for value in values {
        begins[pair(value.as_bytes())] = true;
    }
    let mut at = 0;
    while at + TELLING <= text.len() {
        if !begins[pair(&text.as_bytes()[at..])] {
            at += 1;
            continue;
        }
        let here = start(&text.as_bytes()[at..]);
        let first = order.partition_point(|&value| start(values[value].as_bytes()) < here);
        let alike = order[first..].iter().map(|&value| &values[value]);
        let found = alike
            .take_while(|value| start(value.as_bytes()) == here)
            .filter(|value| text.as_bytes()[at..].starts_with(value.as_bytes()))
            .map(|value| value.len())
            .max();
        if let Some(len) = found {
            let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            spans.push(Span::new(offset(at), offset(at + len)));
        }
        at += found.unwrap_or(1);
    }
    spans
}

/// A text without the places that `find` finds in it, again and again; nothing if there is no end of them.
fn without(
    mut text: String,
    find: &dyn Fn(&str) -> Vec<Span>,
    left_out: &mut Vec<Left>,
) -> Option<String> {
    let mut told: BTreeSet<u32> = left_out
        .iter()
        .filter_map(|left| if let Left::Text(line) = left { Some(*line) } else { None })
        .collect();
    for _ in 0..8 {
        let spans = find(&text);
        if spans.is_empty() {
            return Some(text);
        }
        let lines = LineIndex::new(&text);
        for span in &spans {
            let line = lines.line(span.start);
            if told.insert(line) {
                left_out.push(Left::Text(line));
            }
        }
        let edits: Vec<Edit> = spans.into_iter().map(|span| Edit::replace(span, GONE)).collect();
        text = apply(&text, &edits);
    }
    None
}

fn carry_out(doc: &Document, pieces: &[Piece]) -> String {
    let edits: Vec<Edit> =
        pieces.iter().map(|piece| Edit::replace(piece.span, piece.put.clone())).collect();
    apply(doc.text(), &edits)
}

/// The blank of a value's row. Names that no table has may be pieces of a secret themselves.
fn blank_of(view: &View, node: NodeId) -> String {
    match view.row(node) {
        Some(row) if row.field.name != "*" && !row.field.name.is_empty() => {
            blank(row.field, &|_| false)
        }
        _ => quote(SECRET),
    }
}

/// Whether a place is a comment or text around the body, rather than a value.
fn is_aside(doc: &Document, span: Span) -> bool {
    let errors = doc.errors();
    let first = errors.partition_point(|error| error.span.start < span.start);
    let mut here = errors[first..].iter().take_while(|error| error.span.start == span.start);
    here.any(|error| error.span == span)
}

fn nodes(doc: &Document) -> impl Iterator<Item = NodeId> + use<> {
    (0..u32::try_from(doc.len()).unwrap_or(u32::MAX)).map(NodeId)
}
