//! The strict parser: one pass, one arena, nothing else allocated. Most bodies need no more. At the first fault it gives up, and
//! [`recovery`] reads the text anew.

use super::lexer::{self, offset, skip_space};
use super::names::Names;
use super::tree::{Document, Kind, Node};
use super::{Fault, SyntaxError, recovery};
use crate::text::{Span, order};

/// The longest text that is parsed, in bytes.
pub const SIZE_CAP: usize = 8 << 20;

/// How deep a text may nest: the container that would be the `DEPTH_CAP`th inside one another is not read. `serde_json` stops
/// at the same one.
pub const DEPTH_CAP: usize = 128;

/// How many errors are kept.
pub(super) const ERROR_CAP: usize = 10_000;

/// See [`Document::parse`].
pub(super) fn parse(text: String) -> Document {
    let mut reading = Reading::new(text);
    loop {
        if let Some(doc) = reading.step(usize::MAX) {
            return doc;
        }
    }
}

/// A text that is read step by step, for whoever has other things to do in between.
#[derive(Debug)]
pub struct Reading {
    text: String,
    /// How far it has come, once it is seen not to be JSON.
    recovery: Option<Box<recovery::Reading>>,
}

impl Reading {
    /// Nothing of it is read yet.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), recovery: None }
    }

    /// Does the next step. What is JSON is read at once; of other texts some `bytes` are. Gives the document, once, when it is complete;
    /// must not be called after that.
    pub fn step(&mut self, bytes: usize) -> Option<Document> {
        if self.text.len() > SIZE_CAP {
            return Some(too_large(std::mem::take(&mut self.text)));
        }
        let (nodes, errors) = match &mut self.recovery {
            Some(recovery) => recovery.step(&self.text, bytes)?,
            None => match strict(&self.text) {
                Ok(read) => read,
                Err(at) => {
                    self.recovery = Some(Box::new(recovery::Reading::new(&self.text, at)));
                    return None;
                }
            },
        };
        Some(Document { text: std::mem::take(&mut self.text), nodes, errors })
    }
}

#[cold]
fn too_large(text: String) -> Document {
    let span = Span::at(0);
    let root = Node {
        kind: Kind::Missing,
        key_odd: false,
        odd: false,
        mark: 0,
        span,
        key: span,
        parent: 0,
        next: 1,
    };
    let error = SyntaxError { fault: Fault::TooLarge, span, related: None, fix: Vec::new() };
    Document { text, nodes: vec![root], errors: vec![error] }
}

/// The tree of a text that is JSON with its duplicate keys, or a place at or before which the text stops being JSON.
fn strict(text: &str) -> Result<(Vec<Node>, Vec<SyntaxError>), usize> {
    let bytes = text.as_bytes();
    let mut nodes: Vec<Node> = Vec::with_capacity(bytes.len() / 16 + 4);
    let mut errors = Vec::new();
    let mut names = Names::new();
    let mut at = skip_space(bytes, 0);
    let mut depth = 0;
    // The innermost open container. Until it is closed, the end of an array's span counts its items.
    let mut parent = 0;
    let mut object = false;
    'value: loop {
        let id = offset(nodes.len());
        let mut key = Span::default();
        let mut key_odd = false;
        let mut mark = 0;
        if object {
            if bytes.get(at) != Some(&b'"') {
                return Err(at);
            }
            let (end, odd) = string(bytes, at).ok_or(at)?;
            key = Span::new(offset(at), offset(end));
            key_odd = odd;
            mark = names.add(depth, text, &nodes, parent + 1, key, key_odd);
            at = skip_space(bytes, end);
            if bytes.get(at) != Some(&b':') {
                return Err(at);
            }
            at = skip_space(bytes, at + 1);
        } else if depth > 0 {
            let items = &mut nodes[parent as usize].span.end;
            key = Span::at(*items);
            *items += 1;
        }
        let start = at;
        let mut odd = false;
        let kind = match bytes.get(at) {
            Some(b'"') => {
                (at, odd) = string(bytes, at).ok_or(at)?;
                Kind::String
            }
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::Array,
            Some(b'-' | b'0'..=b'9') => {
                at = lexer::number_end(bytes, at).ok_or(at)?;
                Kind::Number
            }
            _ => {
                let rest = bytes.get(at..).unwrap_or_default();
                let (kind, length) = if rest.starts_with(b"true") {
                    (Kind::Bool(true), 4)
                } else if rest.starts_with(b"false") {
                    (Kind::Bool(false), 5)
                } else if rest.starts_with(b"null") {
                    (Kind::Null, 4)
                } else {
                    return Err(at);
                };
                at += length;
                kind
            }
        };
        let span = Span::new(offset(start), offset(at));
        nodes.push(Node { kind, key_odd, odd, mark, span, key, parent, next: id + 1 });
        if at == start {
            depth += 1;
            if depth == DEPTH_CAP {
                return Err(at);
            }
            object = kind == Kind::Object;
            parent = id;
            // The end of an array's span counts its items.
            nodes[id as usize].span.end = 0;
            names.open(depth);
            at = skip_space(bytes, at + 1);
            let close = if object { b'}' } else { b']' };
            if bytes.get(at) != Some(&close) {
                continue 'value;
            }
        }
        // After a value, or before the closing bracket of an empty container.
        loop {
            at = skip_space(bytes, at);
            if depth == 0 {
                return if at == bytes.len() { Ok((nodes, in_order(errors))) } else { Err(at) };
            }
            match bytes.get(at) {
                Some(b',') => {
                    at = skip_space(bytes, at + 1);
                    continue 'value;
                }
                Some(&close @ (b'}' | b']')) if object == (close == b'}') => {
                    at += 1;
                    let count = offset(nodes.len());
                    let closed = &mut nodes[parent as usize];
                    closed.span.end = offset(at);
                    closed.next = count;
                    let above = closed.parent;
                    if object && names.doubtful(depth) {
                        errors.extend(names.duplicates(depth, text, &nodes, parent));
                    }
                    parent = above;
                    object = nodes[parent as usize].kind == Kind::Object;
                    depth -= 1;
                }
                _ => return Err(at),
            }
        }
    }
}

/// Errors by their places, and no more than are kept.
pub(super) fn in_order(mut errors: Vec<SyntaxError>) -> Vec<SyntaxError> {
    let places = errors.iter().map(|error| (error.span.start, 0));
    let sorted = order(places).into_iter().take(ERROR_CAP);
    let vacant = || SyntaxError {
        fault: Fault::Empty,
        span: Span::default(),
        related: None,
        fix: Vec::new(),
    };
    sorted.map(|at| std::mem::replace(&mut errors[at], vacant())).collect()
}

/// The end of the string whose opening quote is at `at`, and whether it holds escapes; `None` if it is not as JSON has it.
#[inline(always)]
fn string(bytes: &[u8], at: usize) -> Option<(usize, bool)> {
    let end = lexer::skip_plain(bytes, at + 1);
    if bytes.get(end) == Some(&b'"') {
        Some((end + 1, false))
    } else {
        Some((odd_string(bytes, end)?, true))
    }
}

#[inline(never)]
fn odd_string(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => {
                let escape = lexer::escape_at(bytes, at);
                if escape.plain.is_some() {
                    return None;
                }
                at = lexer::skip_plain(bytes, at + escape.len);
            }
            _ => return None,
        }
    }
}
