//! What stands around the document's value: text, fences, brackets that are missing or one too many.

use super::{Recovery, State, foreign};
use crate::json::Fault;
use crate::json::lexer::{self, Word, offset};
use crate::text::{Edit, Span};

impl Recovery<'_> {
    /// Goes to the document's value.
    pub(super) fn begin(&mut self) -> State {
        if self.text.starts_with('\u{FEFF}') {
            let span = self.here('\u{FEFF}'.len_utf8());
            self.report(Fault::ByteOrderMark, span, None, vec![Edit::delete(span)]);
            self.at = span.end as usize;
        }
        if let Some((span, fix)) = self.listing() {
            self.report(Fault::Listing, span, None, fix);
            self.take(self.bytes.len());
            return State::Done;
        }
        if let Some((fault, span)) = foreign(self.text) {
            self.report(fault, span, None, Vec::new());
            self.take(self.bytes.len());
            return State::Done;
        }
        self.trivia();
        while let Some((byte @ (b'}' | b']' | b',' | b':'), len)) = self.punctuation() {
            let span = self.here(len);
            let fault =
                if matches!(byte, b'}' | b']') { Fault::StrayClose } else { Fault::Unexpected };
            self.report(fault, span, None, vec![Edit::delete(span)]);
            self.take(self.at + len);
            self.trivia();
        }
        if self.at == self.bytes.len() {
            self.report(Fault::Empty, Span::at(offset(self.at)), None, Vec::new());
            return State::Done;
        }
        if !self.is_line_in_quotes()
            && let Some((span, edit)) = self.escaped()
        {
            self.report(Fault::Escaped, span, None, vec![edit]);
            self.take(self.bytes.len());
            return State::Done;
        }
        if let Some((byte, _)) = self.punctuation() {
            return if byte == b'{' && self.items_follow(self.at) {
                self.wrap(false)
            } else {
                State::Value
            };
        }
        let fenced = self.ended();
        let quoted = !fenced && lexer::quote_at(self.bytes, self.at).is_some();
        if quoted && self.key_like(self.at) {
            return self.wrap(true);
        }
        let rest = self.text[self.at..].trim_end();
        let single = if quoted { self.is_whole_string() } else { is_word(rest) };
        if !fenced && single {
            return State::Value;
        }
        match self.document_start() {
            Some(start) if !fenced && !quoted && self.is_fragment(start) => return self.wrap(true),
            Some(start) => self.text_before(start),
            None if !fenced && self.key_like(self.at) => return self.wrap(true),
            None if quoted => {}
            None => {
                let first = rest.split_whitespace().next().unwrap_or_default();
                if fenced || lexer::classify(first) == Word::Text {
                    let span = self.here(rest.len());
                    self.report(Fault::TextBefore, span, None, Vec::new());
                    self.take(self.bytes.len());
                    return State::Done;
                }
            }
        }
        State::Value
    }

    /// Whether a string is next, and nothing more.
    fn is_whole_string(&self) -> bool {
        let Some(open) = lexer::quote_at(self.bytes, self.at) else { return false };
        let mark = self.next_mark(self.at + open.len, open, false);
        mark.is_some_and(|mark| self.look(mark.1) == self.bytes.len())
    }

    /// Whether a string on one line is next, and nothing more: JSON by itself.
    fn is_line_in_quotes(&self) -> bool {
        let line = self.text[self.at..].lines().next().unwrap_or_default();
        self.bytes[self.at] == b'"'
            && self.text[self.at + line.len()..].trim().is_empty()
            && self.is_whole_string()
    }

    /// Opens the document's own container, whose bracket is missing.
    pub(super) fn wrap(&mut self, object: bool) -> State {
        let start = self.at;
        self.open(object, 0);
        // On lines of its own a fragment gets brackets on lines of their own.
        let lines = self.line_between(start, self.bytes.len())
            && self.text[start..].trim_end().contains('\n');
        if let (true, Some(level)) = (lines, self.stack.last_mut()) {
            level.broken = true;
            level.indent = 0;
            level.line = 0;
            let text = format!("{}{}", if object { "{" } else { "[" }, self.newline);
            if let Some(error) = self.read.errors.last_mut() {
                error.fix[0] =
                    Edit::insert(offset(if self.fresh { self.line } else { start }), text);
            }
        }
        State::Next(None)
    }

    /// Takes what stands before `start` for no part of the document.
    pub(super) fn text_before(&mut self, start: usize) {
        let text = self.text[self.at..start].trim_end();
        let span = self.here(text.len());
        self.report(Fault::TextBefore, span, None, vec![Edit::delete(self.here(start - self.at))]);
        if let Some(line) = self.text[..start].rfind('\n') {
            self.line = line + 1;
            self.fresh = self.text[self.line..start].trim().is_empty();
        }
        self.at = start;
    }

    /// The bracket that begins the document in a text that begins otherwise: the first one that is first on its line, or else the
    /// first after which JSON goes on.
    pub(super) fn document_start(&self) -> Option<usize> {
        let mut inline = None;
        let mut line = self.at;
        for (from, part) in
            self.text[self.at..].split_inclusive('\n').scan(self.at, |from, part| {
                let start = *from;
                *from += part.len();
                Some((start, part))
            })
        {
            line = from.max(line);
            let text = part.trim_start();
            let start = line + part.len() - text.len();
            let fenced = text.starts_with("```") && from != self.at;
            if fenced && inline.is_some() {
                break;
            }
            if text.starts_with(['{', '[', '｛', '［'])
                && from != self.at
                && inline.is_none()
                && self.goes_on_as_json(start)
            {
                return Some(start);
            }
            for (at, _) in part.match_indices(['{', '[']) {
                if inline.is_none() && self.goes_on_as_json(from + at) {
                    inline = Some(from + at);
                }
            }
        }
        inline
    }

    /// Whether what follows the bracket at `at` can be in an object or array.
    pub(super) fn goes_on_as_json(&self, at: usize) -> bool {
        let Some((open, len)) = lexer::punctuation(self.bytes, at) else { return false };
        let next = self.look(at + len);
        if next == self.bytes.len()
            || self.line_between(at, next)
            || lexer::quote_at(self.bytes, next).is_some()
        {
            return true;
        }
        match lexer::punctuation(self.bytes, next) {
            Some((byte, _)) => byte == b'{' || byte == b'[' || byte == open + 2,
            None if open == b'{' => self.key_like(next),
            None => {
                let word =
                    self.text[next..].split([',', ']', ' ', '\n']).next().unwrap_or_default();
                word.len() < 32
                    && lexer::classify(word) != Word::Text
                    && self.text[next + word.len()..].trim_start().starts_with([',', ']'])
            }
        }
    }

    /// Whether the text from here to the bracket at `start` is the beginning of members without braces, not a label or a header.
    pub(super) fn is_fragment(&self, start: usize) -> bool {
        let before = self.text[self.at..start].trim_end();
        let Some(before) = before.strip_suffix([':', '：', '=']) else { return false };
        if !self.key_like(self.at) {
            return false;
        }
        if before.contains(',') {
            return true;
        }
        // One name before one value: a label, unless names stand without quotes inside as well or another member follows.
        let single = !before.trim().contains(char::is_whitespace);
        let len = lexer::punctuation(self.bytes, start).map_or(1, |(_, len)| len);
        let inside = self.look(start + len);
        let bare = self.bytes.get(inside).is_some_and(u8::is_ascii_alphabetic);
        let end = self.look(self.container_end(start));
        single && ((bare && self.key_like(inside)) || self.bytes.get(end) == Some(&b','))
    }

    /// Reads what stands after the document's value.
    pub(super) fn finish(&mut self) {
        let mut comma = false;
        loop {
            self.trivia();
            if self.at == self.bytes.len() {
                return;
            }
            let Some((byte @ (b'}' | b']' | b','), len)) = self.punctuation() else { break };
            let span = self.here(len);
            if byte == b',' {
                let next = self.look(self.at + len);
                if comma || next != self.bytes.len() {
                    break;
                }
                comma = true;
            }
            let fault = if comma { Fault::TrailingComma } else { Fault::StrayClose };
            self.report(fault, span, None, vec![Edit::delete(span)]);
            self.take(self.at + len);
        }
        let rest = self.text[self.at..].trim_end();
        let span = self.here(rest.len());
        // Data after the document may be wanted; prose, a fence or a semicolon is not.
        let data = rest
            .starts_with(|char: char| char.is_ascii_digit() || "{[,:+-.｛［，".contains(char))
            || lexer::classify(rest) != Word::Text
            || (!rest.starts_with("```")
                && lexer::quote_at(self.bytes, self.at)
                    .is_some_and(|quote| quote.len < rest.len()))
            || (self.key_like(self.at) && rest.contains(':'));
        let fix = if data {
            Vec::new()
        } else {
            vec![Edit::delete(Span::new(offset(self.token_end), span.end))]
        };
        self.report(Fault::TextAfter, span, None, fix);
        self.at = self.bytes.len();
    }
}

/// Whether `rest` is one value without quotes and nothing more.
fn is_word(rest: &str) -> bool {
    !rest.contains(char::is_whitespace) && !rest.contains(['{', '[', '<', '｛', '［'])
}
