//! Edits of a parsed text at a node or pointer. Each touches only its own place: comments, spacing, order, line ends, number
//! spelling and unknown members around it stay byte for byte, on valid and on faulty text alike.
//!
//! JSON is given with two spaces a level; what spans several lines takes the text's own indentation and line ends.

use super::{Document, Kind, NodeId, SIZE_CAP, escape, lexer, unescape};
use crate::text::{Edit, Span};

/// The line end the text uses.
pub(super) fn line_end(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if at > 0 && text.as_bytes()[at - 1] == b'\r' => "\r\n",
        _ => "\n",
    }
}

/// How many bytes the line end at `at` has; 0 if there is none.
pub(super) fn line_end_len(bytes: &[u8], at: usize) -> usize {
    match (bytes.get(at), bytes.get(at + 1)) {
        (Some(b'\r'), Some(b'\n')) => 2,
        (Some(b'\r' | b'\n'), _) => 1,
        _ => 0,
    }
}

/// A text as a JSON string.
pub fn quote(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// JSON without the white space between its tokens; strings and numbers keep their spelling.
pub fn compact(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut inside = false;
    let mut escaped = false;
    for char in json.chars() {
        if inside || !char.is_ascii_whitespace() {
            out.push(char);
        }
        inside = if inside { escaped || char != '"' } else { char == '"' };
        escaped = inside && !escaped && char == '\\';
    }
    out
}

/// Puts JSON in the place of a value.
pub fn replace(doc: &Document, node: NodeId, json: &str) -> Vec<Edit> {
    let span = doc.span(node);
    let style = Style::of(doc.text());
    let json = style.fit(json, indentation(doc.text(), span.start));
    // A value that is not there stands directly behind its colon.
    let gap = doc.kind(node) == Kind::Missing && doc.text()[..span.start as usize].ends_with(':');
    vec![Edit::replace(span, if gap { format!(" {json}") } else { json })]
}

/// Gives a member another name.
pub fn rename(doc: &Document, node: NodeId, name: &str) -> Vec<Edit> {
    doc.key_span(node).map(|key| Edit::replace(key, quote(name))).into_iter().collect()
}

/// Gives an object a member: before the first one that comes later in `order`, else behind the last.
pub fn insert(doc: &Document, object: NodeId, name: &str, json: &str, order: &[&str]) -> Vec<Edit> {
    let rank = |name: &str| order.iter().position(|own| *own == name);
    let before = rank(name).and_then(|own| {
        doc.children(object).find(|&child| {
            doc.name(child).is_some_and(|other| rank(&other).is_some_and(|other| other > own))
        })
    });
    put(doc, object, before, &format!("{}{}{json}", quote(name), colon(doc, object)))
}

/// Gives an array a further item.
pub fn push(doc: &Document, array: NodeId, json: &str) -> Vec<Edit> {
    put(doc, array, None, json)
}

/// Gives an array an item at `index`, from 0; past the end it is the last.
pub fn insert_item(doc: &Document, array: NodeId, index: usize, json: &str) -> Vec<Edit> {
    put(doc, array, doc.item(array, index), json)
}

/// Moves an item to another place of its array; the items between move up. What stands between brackets and commas stays where it
/// is; a comment on lines of its own directly above an item goes with it, and so does one at the end of its line.
pub fn move_item(doc: &Document, array: NodeId, from: usize, to: usize) -> Vec<Edit> {
    let items: Vec<NodeId> = doc.children(array).collect();
    if from >= items.len() || to >= items.len() {
        return Vec::new();
    }
    let (first, last) = (from.min(to), from.max(to));
    let moved = &items[first..=last];
    let mut order: Vec<usize> = (0..moved.len()).collect();
    if from < to {
        order.rotate_left(1);
    } else {
        order.rotate_right(1);
    }
    let text = doc.text();
    let values: Vec<Span> = moved.iter().map(|&item| with_comments(doc, item)).collect();
    let tails: Vec<Span> = moved.iter().filter_map(|&item| tail(doc, item)).collect();
    // Where an item is not the last of its line, what stands behind it belongs to others too.
    let tails = if tails.len() == moved.len() { tails } else { Vec::new() };
    let mut edits = Vec::new();
    for (place, &item) in order.iter().enumerate().filter(|(place, item)| place != *item) {
        edits.push(Edit::replace(values[place], values[item].of(text).to_owned()));
        if let (Some(&here), Some(there)) = (tails.get(place), tails.get(item))
            && here.of(text) != there.of(text)
        {
            edits.push(Edit::replace(here, there.of(text).to_owned()));
        }
    }
    edits
}

/// Puts a copy of an item behind it, spelled as it is, without the comments around it.
pub fn copy_item(doc: &Document, array: NodeId, index: usize) -> Vec<Edit> {
    let text = doc.text();
    let Some(item) = doc.item(array, index) else { return Vec::new() };
    let span = doc.span(item);
    let raw = span.of(text);
    let comma = comma_behind(doc, span.end);
    let behind = comma.map_or(span.end, |comma| comma.end);
    let line = line_start(text, span.start);
    let indent = Span::new(line, span.start).of(text);
    let alone = is_blank(indent) && tail(doc, item).is_some();
    let between =
        if alone { [line_end(text), indent].concat() } else { gap(doc, array).to_owned() };
    let at = if alone { comment_stop(text, behind) } else { behind };
    if comma.is_some() {
        return vec![Edit::insert(at, [&between, raw, ","].concat())];
    }
    if at == behind {
        return vec![Edit::insert(at, [",", &between, raw].concat())];
    }
    vec![Edit::insert(span.end, ","), Edit::insert(at, [&between, raw].concat())]
}

/// A value with the comments on lines of their own directly above it.
fn with_comments(doc: &Document, item: NodeId) -> Span {
    let (text, span) = (doc.text(), doc.span(item));
    let mut start = span.start;
    let mut line = line_start(text, start);
    if !is_blank(Span::new(line, start).of(text)) {
        return span;
    }
    while line > 0 {
        let above = line_start(text, line - 1);
        let comment = Span::new(above, line).of(text);
        let words = comment.trim();
        let whole = is_line_comment(words) || words.starts_with("/*") && words.ends_with("*/");
        if words.is_empty() || !whole {
            break;
        }
        start = above + offset(comment.len() - comment.trim_start().len());
        line = above;
    }
    Span::new(start, span.end)
}

/// What stands behind an item, and its comma, on its line: a comment or nothing. `None` if the line goes on.
fn tail(doc: &Document, item: NodeId) -> Option<Span> {
    let (text, end) = (doc.text(), doc.span(item).end);
    let behind = comma_behind(doc, end).map_or(end, |comma| comma.end);
    let stop = comment_stop(text, behind);
    blank_behind(text, stop).map(|_| Span::new(behind, stop))
}

/// Puts JSON at a pointer: in the place of the value, or as a new member or last item, making the objects on the way. `order`
/// names the members an object may have, in order, by the object's pointer. `None` where a scalar stands in the way.
pub fn set(
    doc: &Document,
    pointer: &str,
    json: &str,
    order: &dyn Fn(&str) -> Vec<&'static str>,
) -> Option<Vec<Edit>> {
    if pointer.is_empty() {
        return Some(replace(doc, NodeId::ROOT, json));
    }
    let segments: Vec<_> = pointer.strip_prefix('/')?.split('/').map(unescape).collect();
    let mut at = NodeId::ROOT;
    for (depth, segment) in segments.iter().enumerate() {
        let nested = |from: usize| {
            segments[from..].iter().rev().fold(json.to_owned(), |json, name| {
                format!("{{\n  {}: {}\n}}", quote(name), json.replace('\n', "\n  "))
            })
        };
        let next = match doc.kind(at) {
            Kind::Object => doc.member(at, segment),
            Kind::Array => doc.item(at, segment.parse().ok()?),
            // What was not read is not to be written over.
            Kind::Missing if !doc.span(at).is_empty() || doc.text().len() > SIZE_CAP => {
                return None;
            }
            Kind::Missing | Kind::Null => return Some(replace(doc, at, &nested(depth))),
            Kind::String if doc.span(at).len() <= 2 => {
                return Some(replace(doc, at, &nested(depth)));
            }
            _ => return None,
        };
        at = match next {
            Some(next) => next,
            None if doc.kind(at) == Kind::Object => {
                let parent = segments[..depth]
                    .iter()
                    .fold(String::new(), |path, segment| path + "/" + &escape(segment));
                return Some(insert(doc, at, segment, &nested(depth + 1), &order(&parent)));
            }
            None => {
                let end = doc.children(at).count();
                return (segment.parse() == Ok(end)).then(|| push(doc, at, &nested(depth + 1)));
            }
        };
    }
    Some(replace(doc, at, json))
}

/// Takes a member or item out, with the comma that belongs to it; its line goes if nothing else is on it, and a comment at the
/// end of that line with it.
pub fn remove(doc: &Document, node: NodeId) -> Vec<Edit> {
    let Some(parent) = doc.parent(node) else { return vec![Edit::delete(doc.span(node))] };
    let text = doc.text();
    let (start, end) = entry(doc, node);
    let previous = child_before(doc, parent, node.0);
    let next = doc.node(node).next;
    let next = (next < doc.node(parent).next).then(|| entry(doc, NodeId(next)).0);
    let behind = comment_stop(text, comma_behind(doc, end).map_or(end, |comma| comma.end));
    let inner = Span::new(inner_start(doc, parent), inner_end(doc, parent));
    if previous.is_none()
        && next.is_none()
        && behind <= inner.end
        && is_blank(Span::new(inner.start, start).of(text))
        && is_blank(Span::new(behind, inner.end).of(text))
    {
        return vec![Edit::delete(inner)];
    }
    // The last one takes the comma before it along.
    let before = previous.filter(|_| next.is_none());
    let before = before.and_then(|before| comma_behind(doc, entry(doc, before).1));

    let joined = before.filter(|comma| is_blank(Span::new(comma.end, start).of(text)));
    // Where commas start lines, the comma stands where the line does.
    let from = joined.map_or(start, |comma| comma.start);
    let mut edits: Vec<Edit> =
        before.filter(|_| joined.is_none()).map(Edit::delete).into_iter().collect();
    let alone = blank_before(text, from).filter(|&start| start > 0).zip(blank_behind(text, behind));
    edits.push(Edit::delete(if let Some((line_start, line_stop)) = alone {
        // The line break before goes, so that the last line keeps the one behind it.
        let one = if text[..line_start as usize].ends_with("\r\n") { 2 } else { 1 };
        Span::new(line_start - one, line_stop)
    } else if let Some(next) = next {
        let gap = Span::new(behind, next).of(text);
        let blanks = gap.len() - gap.trim_start_matches([' ', '\t']).len();
        Span::new(from, if is_blank(gap) { next } else { behind + offset(blanks) })
    } else {
        let before = text[..from as usize].trim_end_matches([' ', '\t']);
        let keep = previous.is_none() || before.ends_with('\n');
        Span::new(if keep { from } else { offset(before.len()) }, behind)
    }));
    edits
}

/// Takes several members or items out, none inside another, in the order of the text. The last ones of a container go as one, with the
/// comma before them and what stands between them.
pub fn remove_all(doc: &Document, nodes: &[NodeId]) -> Vec<Edit> {
    let mut edits = Vec::new();
    for &node in nodes {
        let parent = doc.parent(node).unwrap_or(NodeId::ROOT);
        let goes = |child: &NodeId| nodes.binary_search(child).is_ok();
        let mut later = doc.children(parent).filter(|child| child.0 > node.0);
        if !later.all(|child| goes(&child)) {
            edits.extend(remove(doc, node));
            continue;
        }
        let before = child_before(doc, parent, node.0);
        match before {
            // The first of the run speaks for it.
            Some(before) if goes(&before) => {}
            Some(before) => {
                let last = child_before(doc, parent, doc.node(parent).next).unwrap_or(node);
                let end = entry(doc, last).1;
                let end = comma_behind(doc, end).map_or(end, |comma| comma.end);
                let start = entry(doc, before).1;
                let start = comma_behind(doc, start).map_or(start, |comma| comma.start);
                edits.push(Edit::delete(Span::new(start, end)));
            }
            None => {
                let inner = Span::new(inner_start(doc, parent), inner_end(doc, parent));
                edits.push(Edit::delete(inner));
            }
        }
    }
    edits
}

/// Puts an entry (an item, or a name with its value) into an object or array: before a child, or behind the last.
fn put(doc: &Document, container: NodeId, before: Option<NodeId>, entry_text: &str) -> Vec<Edit> {
    let text = doc.text();
    let style = Style::of(doc.text());
    if doc.kind(container) == Kind::Missing {
        let json = format!("{{\n  {}\n}}", entry_text.replace('\n', "\n  "));
        return replace(doc, container, &json);
    }
    let Some(last) = child_before(doc, container, doc.node(container).next) else {
        return put_first(doc, container, entry_text, &style);
    };
    let (first_start, _) = entry(doc, NodeId(container.0 + 1));
    let broken =
        text[line_start(text, first_start) as usize..first_start as usize].trim().is_empty();
    let near = before.unwrap_or(last);
    let (near_start, near_end) = entry(doc, near);
    let near_line = line_start(text, near_start);
    let own_line = text[near_line as usize..near_start as usize].trim().is_empty();
    let indent = if own_line {
        &text[near_line as usize..near_start as usize]
    } else {
        indentation(text, near_start)
    };
    let fitted = style.fit(entry_text, indent);
    if before.is_some() {
        if !own_line {
            return vec![Edit::insert(near_start, format!("{fitted},{}", gap(doc, container)))];
        }
        // Comments directly above a member are its own: the new one goes above them.
        let mut at = near_line;
        while at > 0 {
            let above = line_start(text, at - 1);
            let line = Span::new(above, at).of(text).trim();
            if line.is_empty()
                || !(is_line_comment(line) || line.starts_with("/*") && line.ends_with("*/"))
            {
                break;
            }
            at = above;
        }
        return vec![Edit::insert(at, format!("{indent}{fitted},{}", style.newline))];
    }
    let (behind, mut edits) = match comma_behind(doc, near_end) {
        Some(comma) => (comma.end, Vec::new()),
        None => (near_end, vec![Edit::insert(near_end, ",")]),
    };
    if broken && own_line {
        // A comment at the end of the last member's line stays there.
        let separator = format!("{}{indent}", style.newline);
        edits.push(Edit::insert(comment_stop(text, behind), format!("{separator}{fitted}")));
    } else {
        edits.push(Edit::insert(behind, format!("{}{fitted}", gap(doc, container))));
    }
    edits
}

/// Puts the first entry into an object or array.
fn put_first(doc: &Document, container: NodeId, entry_text: &str, style: &Style) -> Vec<Edit> {
    let text = doc.text();
    let start = inner_start(doc, container);
    let end = inner_end(doc, container);
    let outer = indentation(text, doc.span(container).start);
    let inner = format!("{outer}{}", style.unit);
    let inside = Span::new(start, end).of(text);
    if style.one_line && !entry_text.contains('\n') {
        return vec![Edit::replace(
            if inside.trim().is_empty() { Span::new(start, end) } else { Span::at(start) },
            entry_text.to_owned(),
        )];
    }
    let fitted = style.fit(entry_text, &inner);
    let newline = style.newline;
    if inside.trim().is_empty() {
        let closed = doc.raw(container).ends_with(['}', ']']);
        let last = if closed { format!("{newline}{outer}") } else { String::new() };
        return vec![Edit::replace(
            Span::new(start, end),
            format!("{newline}{inner}{fitted}{last}"),
        )];
    }
    // A line comment would swallow what follows it on its line.
    let content = start + offset(inside.trim_end().len());
    let last = if Span::new(content, end).of(text).contains('\n') {
        String::new()
    } else {
        format!("{newline}{outer}")
    };
    vec![Edit::insert(content, format!("{newline}{inner}{fitted}{last}"))]
}

/// How a text spells what is put into it at a place.
#[derive(Debug)]
pub struct Spelling<'a> {
    style: Style,
    colon: &'a str,
    indent: &'a str,
}

impl<'a> Spelling<'a> {
    /// Of what is to stand in `container`, on the line of `offset`.
    pub fn at(doc: &'a Document, container: NodeId, offset: u32) -> Self {
        let text = doc.text();
        let colon = colon(doc, container);
        Self { style: Style::of(text), colon, indent: indentation(text, offset) }
    }

    /// What stands between a name and its value.
    pub const fn colon(&self) -> &'a str {
        self.colon
    }

    /// A name, a colon and nothing else.
    pub fn name(&self, name: &str) -> String {
        [&quote(name), self.colon].concat()
    }

    /// JSON of two spaces a level.
    pub fn value(&self, json: &str) -> String {
        self.style.fit(json, self.indent)
    }
}

/// The place between a container's brackets, and whether it ends with one of its own.
pub fn inside(doc: &Document, container: NodeId) -> (Span, bool) {
    let end = inner_end(doc, container);
    (Span::new(inner_start(doc, container), end), end < doc.span(container).end)
}

/// How a text is laid out.
#[derive(Debug)]
pub(super) struct Style {
    /// What one level is indented by.
    pub(super) unit: String,
    pub(super) newline: &'static str,
    /// Whether the whole text is on one line.
    one_line: bool,
}

impl Style {
    pub(super) fn of(text: &str) -> Self {
        // The first lines tell; a text of megabytes need not be read for it.
        let mut before = usize::MAX;
        let mut unit = None;
        for line in text.lines().take(200) {
            let content = line.trim_start_matches([' ', '\t']);
            if content.is_empty() {
                continue;
            }
            let indent = &line[..line.len() - content.len()];
            let more = indent.get(before..).unwrap_or_default();
            if indent.starts_with('\t') || more.contains('\t') {
                unit = Some("\t".to_owned());
                break;
            }
            if !more.is_empty() {
                unit = Some(" ".repeat(more.len().min(8)));
                break;
            }
            before = indent.len();
        }
        Self {
            unit: unit.unwrap_or_else(|| "  ".to_owned()),
            newline: line_end(text),
            one_line: !text.trim().is_empty() && !text.trim().contains('\n'),
        }
    }

    /// JSON of two spaces a level, laid out as the text is, to stand where lines are indented by `base`.
    fn fit(&self, json: &str, base: &str) -> String {
        if !json.contains('\n') {
            return json.to_owned();
        }
        if self.one_line {
            let mut out = String::with_capacity(json.len());
            for line in json.lines().map(str::trim) {
                out.push_str(if out.ends_with(',') { " " } else { "" });
                out.push_str(line);
            }
            return out;
        }
        let mut out = String::with_capacity(json.len() * 2);
        for (at, line) in json.lines().enumerate() {
            if at > 0 {
                let content = line.trim_start_matches(' ');
                out.push_str(self.newline);
                out.push_str(base);
                out.push_str(&self.unit.repeat((line.len() - content.len()) / 2));
                out.push_str(content);
            } else {
                out.push_str(line);
            }
        }
        out
    }
}

/// The last child of `container` before node `end`, without going through all of them.
fn child_before(doc: &Document, container: NodeId, end: u32) -> Option<NodeId> {
    let mut at = NodeId(end - 1);
    while at > container {
        let above = doc.parent(at)?;
        if above == container {
            return Some(at);
        }
        at = above;
    }
    None
}

/// Where a member or item starts and ends, its key included.
pub fn entry(doc: &Document, node: NodeId) -> (u32, u32) {
    let span = doc.span(node);
    let key = doc.key_span(node);
    (key.map_or(span.start, |key| key.start), span.end.max(key.map_or(0, |key| key.end)))
}

/// The place behind the opening bracket, or of the first child where there is none.
fn inner_start(doc: &Document, container: NodeId) -> u32 {
    let span = doc.span(container);
    let first = doc.children(container).next().map(|first| entry(doc, first).0);
    // Where the bracket is missing, the first child's may stand there.
    let open = doc.raw(container).chars().next().filter(|char| "{[｛［".contains(*char));
    let open = open.filter(|_| first != Some(span.start));
    span.start + open.map_or(0, |char| offset(char.len_utf8()))
}

/// The place before the closing bracket, or behind the last child where there is none.
fn inner_end(doc: &Document, container: NodeId) -> u32 {
    let span = doc.span(container);
    let children_end = child_before(doc, container, doc.node(container).next)
        .map_or_else(|| inner_start(doc, container), |last| entry(doc, last).1);
    let close = doc.raw(container).chars().next_back().filter(|char| "}]｝］".contains(*char));
    match close {
        Some(char) if span.end - offset(char.len_utf8()) >= children_end => {
            span.end - offset(char.len_utf8())
        }
        _ => span.end.max(children_end),
    }
}

/// The comma behind a value that ends at `end`.
fn comma_behind(doc: &Document, end: u32) -> Option<Span> {
    doc.mark_behind(end).filter(|(mark, _)| *mark == b',').map(|(_, comma)| comma)
}

/// Where the comment ends that stands behind `at` and ends its line; `at` if there is none.
fn comment_stop(text: &str, at: u32) -> u32 {
    let rest = &text[at as usize..];
    let start = text.len() - rest.trim_start_matches(is_inline_space).len();
    match lexer::comment_end(text.as_bytes(), start, text.len()) {
        Some(end)
            if end <= line_stop(text, at) as usize && blank_behind(text, offset(end)).is_some() =>
        {
            offset(end)
        }
        _ => at,
    }
}

/// What stands between a name and its value: in this object, or where the text first tells.
fn colon(doc: &Document, object: NodeId) -> &str {
    let between = |child: NodeId| {
        let key = doc.key_span(child)?;
        let between = Span::new(key.end, doc.span(child).start).of(doc.text());
        (between.trim_matches([' ', '\t']) == ":" && doc.kind(child) != Kind::Missing)
            .then_some(between)
    };
    let any = || (1..offset(doc.len())).find_map(|id| between(NodeId(id)));
    doc.children(object).find_map(between).or_else(any).unwrap_or(": ")
}

/// What stands behind a comma on the line: between children of this container, or as behind a colon.
fn gap(doc: &Document, container: NodeId) -> &str {
    let own =
        doc.children(container).zip(doc.children(container).skip(1)).find_map(|(one, next)| {
            let comma = comma_behind(doc, entry(doc, one).1)?;
            let gap = doc.text().get(comma.end as usize..entry(doc, next).0 as usize)?;
            gap.trim_matches([' ', '\t']).is_empty().then_some(gap)
        });
    own.unwrap_or_else(|| if colon(doc, NodeId::ROOT).ends_with(':') { "" } else { " " })
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

fn is_line_comment(text: &str) -> bool {
    text.starts_with("//") || text.starts_with('#')
}

/// Where the line of `at` starts.
pub(super) fn line_start(text: &str, at: u32) -> u32 {
    offset(text[..at as usize].rfind('\n').map_or(0, |end| end + 1))
}

fn is_inline_space(char: char) -> bool {
    char.is_whitespace() && char != '\n'
}

/// Where the line of `at` starts, if only white space stands between.
fn blank_before(text: &str, at: u32) -> Option<u32> {
    let kept = text[..at as usize].trim_end_matches(is_inline_space);
    (kept.is_empty() || kept.ends_with('\n')).then(|| offset(kept.len()))
}

/// Where the line of `at` ends, before its line end, if only white space stands between.
fn blank_behind(text: &str, at: u32) -> Option<u32> {
    let rest = &text[at as usize..];
    let tail = rest.trim_start_matches(is_inline_space);
    let blank = &rest[..rest.len() - tail.len()];
    (tail.is_empty() || tail.starts_with('\n'))
        .then(|| at + offset(blank.strip_suffix('\r').unwrap_or(blank).len()))
}

/// Where the line of `at` ends, before its line end.
fn line_stop(text: &str, at: u32) -> u32 {
    let rest = &text[at as usize..];
    let line = rest.find('\n').map_or(rest, |end| &rest[..end]);
    at + offset(line.strip_suffix('\r').unwrap_or(line).len())
}

/// The white space that the line of `at` starts with.
pub(super) fn indentation(text: &str, at: u32) -> &str {
    let line = &text[line_start(text, at) as usize..at as usize];
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

fn offset(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
