//! A text laid out anew. Only white space changes, and a comma that stands behind a comment moves before it: comments, order, spellings and
//! the text around the document stay. A container whose own marks are not all where they should be is left as it is.

use super::patch::{Style, indentation, line_start};
use super::{Document, Fault, Kind, NodeId, lexer};
use crate::text::{Edit, Span, apply};

/// How many columns an array of scalars on one line may reach to.
const WIDTH: usize = 100;

/// The text with one member a line, indented by its own unit. Doing it again changes nothing.
pub fn format(doc: &Document) -> String {
    apply(doc.text(), &format_edits(doc))
}

/// The edits that [`format()`] makes: of white space and commas only, and only where they change. None where it is not certain
/// that the text would be read as it is now.
pub fn format_edits(doc: &Document) -> Vec<Edit> {
    let edits = plan(doc);
    if doc.errors().iter().any(|error| error.fault != Fault::DuplicateKey) {
        // Recovery goes by line ends and indentation too.
        let after = Document::parse(apply(doc.text(), &edits));
        if !same(doc, &after) || !plan(&after).is_empty() {
            return Vec::new();
        }
    }
    edits
}

/// The edits, if the text is read as it is now.
fn plan(doc: &Document) -> Vec<Edit> {
    let text = doc.text();
    let root = doc.span(NodeId::ROOT);
    let before = Span::new(0, root.start);
    let alone = before.of(text).trim().is_empty();
    let mut printer = Printer {
        doc,
        style: Style::of(if alone { &text[line_start(text, root.start) as usize..] } else { text }),
        last_block_end: lexer::last_block_end(text),
        indent: String::new(),
        column: 0,
        edits: Vec::new(),
    };
    let Some(layout) = printer.layout(NodeId::ROOT) else { return Vec::new() };
    if alone {
        printer.put(before, "");
    } else {
        printer.indent += indentation(text, root.start);
        printer.pass(before.of(text));
    }
    printer.container(NodeId::ROOT, layout);
    let behind = Span::new(root.end, offset(text.len()));
    if behind.of(text).trim().is_empty() {
        let last = if behind.of(text).contains('\n') { printer.style.newline } else { "" };
        printer.put(behind, last);
    }
    printer.edits
}

/// The document as strict JSON without white space and comments; spellings stay. `None` if the text has other faults than
/// comments.
pub fn minify(doc: &Document) -> Option<String> {
    let mut faults = doc.errors().iter().map(|error| error.fault);
    if !faults.all(|fault| matches!(fault, Fault::Comment | Fault::DuplicateKey)) {
        return None;
    }
    let text = doc.text();
    let bytes = text.as_bytes();
    let last_block_end = lexer::last_block_end(text);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    loop {
        at = lexer::skip_trivia(text, at, last_block_end);
        let start = at;
        match bytes.get(at) {
            None => return Some(out),
            Some(b'"') => {
                at = lexer::skip_plain(bytes, at + 1);
                while bytes.get(at) == Some(&b'\\') {
                    at = lexer::skip_plain(bytes, at + 2);
                }
                at += 1;
            }
            Some(_) => at += 1,
        }
        out.push_str(&text[start..at]);
    }
}

/// Whether two documents hold the same values in the same spellings, the second with no more faults.
fn same(one: &Document, two: &Document) -> bool {
    let alike = |id: NodeId| {
        let (node, other) = (one.node(id), two.node(id));
        node.kind == other.kind
            && node.next == other.next
            && one.name(id) == two.name(id)
            && (is_container(node.kind) || one.raw(id) == two.raw(id))
    };
    one.len() == two.len()
        && one.errors().len() >= two.errors().len()
        && (0..offset(one.len())).map(NodeId).all(alike)
}

const fn is_container(kind: Kind) -> bool {
    matches!(kind, Kind::Object | Kind::Array)
}

/// A container taken apart.
struct Layout {
    entries: Vec<Entry>,
    /// What stands before the closing bracket.
    last: Gap,
}

struct Entry {
    /// What stands between the one before, or the opening bracket, and this one.
    before: Gap,
    /// What stands between its key and its value.
    colon: Option<Gap>,
    value: NodeId,
}

/// White space, comments, and at most one mark.
struct Gap {
    span: Span,
    /// The comma or colon.
    mark: Option<Span>,
    comments: Vec<Comment>,
    /// What stands behind the last comment.
    end: Lines,
}

struct Comment {
    span: Span,
    /// What stands before it.
    lines: Lines,
    /// Whether the gap's mark comes behind it.
    early: bool,
    /// Whether it ends with its line.
    line: bool,
}

/// The line breaks in a piece of white space.
#[derive(Clone, Copy, Default)]
struct Lines {
    any: bool,
    /// Whether there is an empty line.
    blank: bool,
}

struct Printer<'a> {
    doc: &'a Document,
    style: Style,
    last_block_end: usize,
    /// What a line at this level starts with.
    indent: String,
    /// How many characters the line has so far.
    column: usize,
    edits: Vec<Edit>,
}

impl Printer<'_> {
    /// Writes `new` in the place of `span`.
    fn put(&mut self, span: Span, new: &str) {
        self.pass(new);
        if span.of(self.doc.text()) != new {
            self.edits.push(Edit::replace(span, new.to_owned()));
        }
    }

    /// Goes over what is written.
    fn pass(&mut self, written: &str) {
        match written.rfind('\n') {
            Some(at) => self.column = written[at + 1..].chars().count(),
            None => self.column += written.chars().count(),
        }
    }

    fn value(&mut self, node: NodeId) {
        if let Some(layout) = self.layout(node) {
            self.container(node, layout);
        } else {
            self.pass(self.doc.raw(node));
        }
    }

    fn container(&mut self, node: NodeId, layout: Layout) {
        let text = self.doc.text();
        let Layout { entries, last } = layout;
        let span = self.doc.span(node);
        self.pass(
            Span::new(span.start, entries.first().map_or(&last, |first| &first.before).span.start)
                .of(text),
        );
        let short = self.is_short(&entries, &last);
        let outer = self.indent.len();
        self.indent += &self.style.unit;
        for (at, Entry { before, colon, value }) in entries.iter().enumerate() {
            if short {
                let comma = before.mark.map_or("", |mark| mark.of(text));
                self.put(before.span, &[comma, if at == 0 { "" } else { " " }].concat());
            } else {
                let (new, inline) = self.between(before, at == 0, false);
                let end = if inline { " ".to_owned() } else { self.line() };
                self.put(before.span, &(new + &end));
            }
            if let Some(colon) = colon {
                self.pass(Span::new(before.span.end, colon.span.start).of(text));
                let new = self.colon(colon, self.doc.kind(*value) == Kind::Missing);
                self.put(colon.span, &new);
            }
            self.value(*value);
        }
        if short || entries.is_empty() && last.comments.is_empty() {
            self.put(last.span, last.mark.map_or("", |mark| mark.of(text)));
            self.indent.truncate(outer);
        } else {
            let (new, _) = self.between(&last, entries.is_empty(), true);
            self.indent.truncate(outer);
            self.put(last.span, &(new + &self.line()));
        }
        self.pass(Span::new(last.span.end, span.end).of(text));
    }

    /// Whether all of an array fits on the line.
    fn is_short(&self, entries: &[Entry], last: &Gap) -> bool {
        let mut width = self.column + last.mark.map_or(0, Span::len) as usize + 2;
        last.comments.is_empty()
            && entries.iter().enumerate().all(|(at, entry)| {
                let raw = self.doc.raw(entry.value);
                width += raw.chars().count() + if at == 0 { 0 } else { 2 };
                entry.colon.is_none()
                    && entry.before.comments.is_empty()
                    && entry.before.mark.is_some() == (at > 0)
                    && !is_container(self.doc.kind(entry.value))
                    && !raw.contains(['\n', '\r'])
            })
            && width <= WIDTH
    }

    /// A line's end and the next one's indentation.
    fn line(&self) -> String {
        [self.style.newline, &self.indent].concat()
    }

    /// The comma and comments between two entries or an entry and a bracket, and whether the next entry goes on behind them on their line.
    fn between(&self, gap: &Gap, first: bool, last: bool) -> (String, bool) {
        let text = self.doc.text();
        let mut out = gap.mark.map_or("", |mark| mark.of(text)).to_owned();
        let blank = |lines: Lines| if lines.blank { self.style.newline } else { "" };
        // Comments behind an entry on its line are its own, unless the next entry is on that line too.
        let broken = gap.comments.iter().skip(1).map(|comment| comment.lines).chain([gap.end]);
        let mut own = gap.comments.iter().zip(broken).take_while(|(comment, _)| !comment.lines.any);
        let ends = own.any(|(_, behind)| behind.any) || last && !first;
        let mut behind = true;
        for (at, comment) in gap.comments.iter().enumerate() {
            behind &= !comment.lines.any && (ends || comment.early);
            if behind
                || at > 0
                    && !comment.lines.any
                    && (ends || gap.comments[at - 1].early == comment.early)
            {
                out.push(' ');
            } else {
                if at > 0 || !first {
                    out.push_str(blank(comment.lines));
                }
                out.push_str(&self.line());
            }
            out.push_str(comment.span.of(text));
        }
        let inline = !behind && !gap.end.any && !gap.comments.is_empty();
        if !(last || first && gap.comments.is_empty()) {
            out.push_str(blank(gap.end));
        }
        (out, inline)
    }

    /// What stands between a key and its value.
    fn colon(&self, gap: &Gap, missing: bool) -> String {
        let text = self.doc.text();
        let mut out = String::new();
        let mut mark = gap.mark;
        let mut broken = false;
        let deeper = [self.style.newline, &self.indent, &self.style.unit].concat();
        for comment in gap.comments.iter().map(Some).chain([None]) {
            if let Some(span) = mark.filter(|_| comment.is_none_or(|comment| !comment.early)) {
                out.push_str(if broken { &deeper } else { "" });
                out.push_str(span.of(text));
                mark = None;
                broken = false;
            }
            if broken {
                out.push_str(&deeper);
            } else if comment.is_some() || !missing {
                out.push(' ');
            }
            if let Some(comment) = comment {
                out.push_str(comment.span.of(text));
                broken = comment.line;
            }
        }
        out
    }

    /// A container taken apart; `None` for a scalar, and where something is not as it should be.
    fn layout(&self, node: NodeId) -> Option<Layout> {
        let doc = self.doc;
        let bytes = doc.text().as_bytes();
        let span = doc.span(node);
        let (open, close) = match doc.kind(node) {
            Kind::Object => (b'{', b'}'),
            Kind::Array => (b'[', b']'),
            _ => return None,
        };
        let (start, end) = (span.start as usize, span.end as usize);
        let (_, opening) = lexer::punctuation(bytes, start).filter(|(mark, _)| *mark == open)?;
        let closing = [1, 3].into_iter().find(|length| {
            end - start >= opening + length
                && lexer::punctuation(bytes, end - length) == Some((close, *length))
        })?;
        let mut at = start + opening;
        let end = end - closing;
        let mut entries = Vec::new();
        for value in doc.children(node) {
            let node = doc.node(value);
            let named = doc.key_span(value);
            let first = named.unwrap_or(node.span);
            let before = self.gap(at, first.start as usize, b',')?;
            if entries.is_empty() && before.mark.is_some() {
                return None;
            }
            let colon = match named {
                Some(key) => Some(self.gap(key.end as usize, node.span.start as usize, b':')?),
                None => None,
            };
            at = node.span.end as usize;
            entries.push(Entry { before, colon, value });
        }
        let last = self.gap(at, end, b',')?;
        (!entries.is_empty() || last.mark.is_none()).then_some(Layout { entries, last })
    }

    /// What stands between two places; `None` if it is more than trivia and one mark.
    fn gap(&self, mut at: usize, end: usize, mark: u8) -> Option<Gap> {
        let text = self.doc.text();
        let bytes = text.as_bytes();
        let mut gap = Gap {
            span: Span::new(offset(at), offset(end)),
            mark: None,
            comments: Vec::new(),
            end: Lines::default(),
        };
        // The line breaks since the last comment or mark.
        let mut breaks = 0;
        while at < end {
            if let Some(stop) = lexer::comment_end(bytes, at, self.last_block_end) {
                let lines = std::mem::take(&mut gap.end);
                let span = Span::new(offset(at), offset(stop));
                let line = !span.of(text).ends_with("*/") || !span.of(text).starts_with("/*");
                gap.comments.push(Comment { span, lines, early: false, line });
                breaks = 0;
                at = stop;
            } else if let Some((_, length)) =
                lexer::punctuation(bytes, at).filter(|(own, _)| *own == mark)
            {
                if gap.mark.is_some() {
                    return None;
                }
                gap.mark = Some(Span::new(offset(at), offset(at + length)));
                gap.comments.iter_mut().for_each(|comment| comment.early = true);
                breaks = 0;
                at += length;
            } else {
                let strange = lexer::strange_space(text, at);
                let stop = if strange > 0 { at + strange } else { lexer::skip_space(bytes, at) };
                if stop == at {
                    return None;
                }
                breaks += (at..stop).filter(|&at| ends_line(bytes, at)).count();
                gap.end.any |= breaks > 0;
                gap.end.blank |= breaks > 1;
                at = stop;
            }
        }
        (at == end).then_some(gap)
    }
}

/// Whether a line ends behind the byte at `at`.
fn ends_line(bytes: &[u8], at: usize) -> bool {
    bytes[at] == b'\n' || bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n')
}

fn offset(at: usize) -> u32 {
    lexer::offset(at)
}
