//! Members and items, and what stands between them.

use super::{Recovery, Role, State};
use crate::json::lexer;
use crate::json::parser::DEPTH_CAP;
use crate::json::tree::Kind;
use crate::json::{Fault, patch};
use crate::text::{Edit, Span};

impl Recovery<'_> {
    /// A member, or what ends its object. `comma` is the one before it, if there is one.
    pub(super) fn member(&mut self, comma: Option<Span>) -> State {
        self.trivia();
        if self.ended() {
            return self.end(comma);
        }
        match self.punctuation() {
            Some((close @ (b'}' | b']'), len)) => return self.closing(close, len, comma),
            Some((b',', len)) => return self.empty_slot(len, comma),
            _ => {}
        }
        if self.outdented() {
            return if comma.is_some() { State::Next(comma) } else { State::After };
        }
        match self.punctuation() {
            Some((b':', len)) => {
                let span = self.here(len);
                self.take(self.at + len);
                let next = self.look(self.at);
                if self.key_like(next) {
                    self.report(Fault::Unexpected, span, None, vec![Edit::delete(span)]);
                    return State::Next(comma);
                }
                self.report(Fault::Unexpected, span, None, Vec::new());
                self.skip_value()
            }
            Some((open, len)) => self.without_key(open, len, comma),
            None => {
                if let Some(state) = self.leaves_wrap(comma) {
                    return state;
                }
                if comma.is_none() && self.wrong_bracket(b']') {
                    return State::Next(None);
                }
                self.key()
            }
        }
    }

    /// A key.
    pub(super) fn key(&mut self) -> State {
        let start = self.at;
        if lexer::quote_at(self.bytes, start).is_some() {
            self.key = Some(self.quoted(Role::Key));
        } else {
            let end = self.key_word_end(start);
            let word = &self.text[start..end];
            let span = self.here(end - start);
            // A stray character before a key.
            let next = self.look(end);
            if word.chars().count() == 1
                && lexer::quote_at(self.bytes, next).is_some()
                && self.key_like(next)
            {
                self.unexpected(span);
                self.trivia();
                return self.key();
            }
            self.report(
                Fault::UnquotedKey,
                span,
                None,
                vec![Edit::replace(span, patch::quote(&lexer::decode(word)))],
            );
            self.key = Some((span, true));
            self.take(end);
        }
        self.value_end = self.at;
        State::Colon
    }

    /// The colon after a key, or what stands for it.
    pub(super) fn colon(&mut self) -> State {
        let place = self.value_place();
        self.trivia();
        if self.punctuation().is_none()
            && let Some(stray) = self.text[self.at..].chars().next()
            && self.bytes.get(self.at) != Some(&b'=')
            && self.colon_at(self.look(self.at + stray.len_utf8()))
        {
            self.unexpected(self.here(stray.len_utf8()));
            self.trivia();
        }
        if self.ended() {
            return self.no_colon(place);
        }
        match self.punctuation() {
            Some((b':', 1)) if self.bytes.get(self.at + 1) == Some(&b'=') => {
                let span = self.here(2);
                self.report(Fault::MissingColon, span, None, vec![Edit::replace(span, ":")]);
                self.take(self.at + 2);
            }
            Some((b':', len)) => {
                self.structural(b':', len);
                self.value_end = self.at;
                return State::Value;
            }
            Some((b',', len)) => {
                // A comma in the colon's place has one value after it.
                let next = self.look(self.at + len);
                let value = next < self.bytes.len()
                    && !self.line_between(self.at, next)
                    && !matches!(
                        lexer::punctuation(self.bytes, next),
                        Some((b',' | b'}' | b']' | b':', _))
                    )
                    && !self.key_like(next);
                if !value {
                    return self.no_colon(place);
                }
                let span = self.here(len);
                self.report(Fault::MissingColon, span, None, vec![Edit::replace(span, ":")]);
                self.take(self.at + len);
            }
            Some((b'}' | b']', _)) => return self.no_colon(place),
            _ if self.fresh && self.key_like(self.at) => return self.no_colon(place),
            _ => {
                let sign = self.colon_sign();
                if sign == 0 {
                    self.report(
                        Fault::MissingColon,
                        place,
                        None,
                        vec![Edit::insert(place.start, ":")],
                    );
                } else {
                    let span = self.here(sign);
                    self.report(Fault::MissingColon, span, None, vec![Edit::replace(span, ":")]);
                    self.take(self.at + sign);
                }
            }
        }
        self.value_end = self.at.min(self.token_end);
        State::Value
    }

    /// A key with neither colon nor value.
    pub(super) fn no_colon(&mut self, place: Span) -> State {
        self.report(Fault::MissingColon, place, None, Vec::new());
        self.leaf(Kind::Missing, place, false);
        State::After
    }

    /// How many bytes of what stands for a colon are next: another language's sign, or one stray character before a value.
    pub(super) fn colon_sign(&self) -> usize {
        let rest = &self.text[self.at..];
        for sign in ["=>", "->", "=", ";", "~"] {
            if rest.starts_with(sign) {
                return sign.len();
            }
        }
        let Some(stray) = rest.chars().next() else {
            return 0;
        };
        let after = &rest[stray.len_utf8()..];
        let value = after.trim_start_matches([' ', '\t']);
        let apart = after.len() > value.len() && !stray.is_ascii_digit() && stray != '-';
        let alone = apart || after.starts_with(['"', '{', '[']);
        let begins =
            value.starts_with(|char: char| char.is_alphanumeric() || "\"'{[-".contains(char));
        if alone
            && begins
            && lexer::quote_at(self.bytes, self.at).is_none()
            && self.punctuation().is_none()
        {
            stray.len_utf8()
        } else {
            0
        }
    }

    /// An item, or what ends its array. `comma` is the one before it, if there is one.
    pub(super) fn item(&mut self, comma: Option<Span>) -> State {
        self.trivia();
        if self.ended() {
            return self.end(comma);
        }
        match self.punctuation() {
            Some((close @ (b'}' | b']'), len)) => return self.closing(close, len, comma),
            Some((b',', len)) => return self.empty_slot(len, comma),
            Some((b':', len)) => {
                self.unexpected(self.here(len));
                return State::Next(comma);
            }
            _ => {}
        }
        if self.outdented() {
            return if comma.is_some() { State::Next(comma) } else { State::After };
        }
        if self.punctuation().is_none() && self.key_like(self.at) {
            return self.member_in_array(comma);
        }
        State::Value
    }

    /// A member where an item belongs.
    pub(super) fn member_in_array(&mut self, comma: Option<Span>) -> State {
        let wrong = self.cost(1, Some(b'}'), self.at);
        if wrong < self.cost(0, Some(b'}'), self.at)
            && wrong < self.cost(1, None, self.at)
            && self.wrong_bracket(b'}')
        {
            return State::Next(None);
        }
        let object_above = self.stack.len() > 1 && self.stack[self.stack.len() - 2].object;
        if object_above {
            let over = self.cost(1, None, self.at);
            let wrapped = self.cost(0, Some(b'}'), self.at);
            if over < wrapped || (over == wrapped && comma.is_some() && self.fresh) {
                self.close_missing(self.value_end);
                return if comma.is_some() { State::Next(comma) } else { State::After };
            }
        }
        if self.stack.len() + 1 == DEPTH_CAP {
            return State::Value;
        }
        self.open(true, 0);
        State::Next(None)
    }

    /// What stands after a value.
    pub(super) fn after(&mut self) -> State {
        self.trivia();
        if self.ended() {
            return self.end(None);
        }
        let object = self.role() == Role::Member;
        let place = self.value_place();
        match self.punctuation() {
            Some((b',', len)) => {
                let span = self.structural(b',', len);
                return State::Next(Some(span));
            }
            Some((close @ (b'}' | b']'), len)) => return self.closing(close, len, None),
            Some((b':', len)) => return self.stray(len, ":"),
            _ => {}
        }
        if self.outdented() {
            return State::After;
        }
        if let Some((open, len)) = self.punctuation() {
            if object {
                // The comma is missing as well, but only in a reading in which something follows here.
                let count = self.stack.len();
                let state = self.without_key(open, len, None);
                return if count == self.stack.len() { state } else { State::After };
            }
            self.missing_comma(place);
            return State::Next(Some(place));
        }
        let quote = lexer::quote_at(self.bytes, self.at);
        let quoted = quote.is_some();
        if let Some(quote) = quote
            && (self.surely_ends(self.at + quote.len, self.role())
                || self.line_ends(self.at + quote.len))
        {
            self.unexpected(self.here(quote.len));
            return State::After;
        }
        if !quoted && !self.key_like(self.at) {
            let sign = lexer::comma_sign(self.text, self.at);
            if sign > 0 {
                return self.stray(sign, ",");
            }
            let word = self.text[self.at..]
                .split([' ', '\t', '\n', '\r', ',', '}', ']', '"'])
                .next()
                .unwrap_or_default();
            let short =
                word.chars().count() == 1 && !word.starts_with(|char: char| char.is_ascii_digit());
            let letter = word.starts_with(char::is_alphanumeric);
            let quoted = self.at > 0 && self.bytes[self.at - 1] == b'"';
            // Between items a letter is one more item, unless it may belong to the string before it.
            if (short && (object || !letter || quoted))
                || word.chars().all(|char| char.is_ascii_punctuation())
                    && !word.starts_with(['-', '\''])
            {
                return self.stray(word.len().max(1), word);
            }
            if object {
                let end = self.key_word_end(self.at);
                let span = self.here(end - self.at);
                self.report(Fault::Unexpected, span, None, Vec::new());
                self.take(end);
                return State::After;
            }
        }
        let above = self.stack.len() > 1 && self.stack[self.stack.len() - 2].object;
        if !object
            && above
            && self.key_like(self.at)
            && self.cost(1, None, self.at) < self.cost(0, Some(b'}'), self.at)
        {
            self.close_missing(self.value_end);
            return State::After;
        }
        if let Some(state) = object.then(|| self.leaves_wrap(None)).flatten() {
            return state;
        }
        self.missing_comma(place);
        State::Next(Some(place))
    }

    /// Notes the indentation of a child that begins a line. By indentation, closes the containers that it does not belong to;
    /// tells whether there were any.
    pub(super) fn outdented(&mut self) -> bool {
        if !self.fresh {
            return false;
        }
        let indent = self.at - self.line;
        let Some(top) = self.stack.last_mut() else { return false };
        // Its children stand on its own line, and this one beside the line: a child of what is around it.
        let astray = self.indented
            && top.children.is_none()
            && !top.broken
            && top.count > 0
            && indent <= top.indent;
        let own = if astray { None } else { Some(*top.children.get_or_insert(indent)) };
        if !self.indented {
            return false;
        }
        if own == Some(indent) && (top.count > 0 || indent > top.indent || !top.broken) {
            return false;
        }
        let Some(keep) =
            self.stack.iter().rposition(|level| level.children == Some(indent) && level.count > 0)
        else {
            return false;
        };
        let above = &self.stack[keep + 1..];
        let deeper = above.iter().all(|level| {
            level.children.is_none_or(|children| children > indent || level.count == 0)
        });
        if above.is_empty() || !deeper || (self.stack[keep].object && !self.key_like(self.at)) {
            return false;
        }
        while self.stack.len() > keep + 1 {
            self.close_missing(self.value_end);
        }
        true
    }

    /// At the end of the text everything that is open ends.
    pub(super) fn end(&mut self, comma: Option<Span>) -> State {
        self.trailing(comma);
        while !self.stack.is_empty() {
            self.close_missing(self.token_end);
        }
        State::Done
    }

    /// Reports the comma that nothing follows.
    pub(super) fn trailing(&mut self, comma: Option<Span>) {
        if let Some(comma) = comma.filter(|comma| !comma.is_empty()) {
            self.report(Fault::TrailingComma, comma, None, vec![Edit::delete(comma)]);
        }
    }

    /// A comma where a member or item belongs.
    pub(super) fn empty_slot(&mut self, len: usize, comma: Option<Span>) -> State {
        let span = self.structural(b',', len);
        self.report(Fault::MissingValue, span, None, vec![Edit::delete(span)]);
        State::Next(comma)
    }

    /// In an object whose brace is missing in an array: what is no member ends the object.
    pub(super) fn leaves_wrap(&mut self, comma: Option<Span>) -> Option<State> {
        let [.., above, top] = self.stack.as_slice() else { return None };
        if above.object || top.open.is_some() || top.count == 0 || self.key_like(self.at) {
            return None;
        }
        self.close_missing(self.value_end);
        Some(if comma.is_some() { State::Next(comma) } else { State::After })
    }

    /// Whether the innermost container, nothing of which was read yet, has the other bracket by mistake; then it is corrected.
    pub(super) fn wrong_bracket(&mut self, closing: u8) -> bool {
        let Some(level) = self.stack.last() else { return false };
        let Some(open) = level.open.filter(|_| level.count == 0) else { return false };
        if closing == b']' && (self.key_like(self.at) || !self.ends_item(self.at)) {
            return false;
        }
        if self.cost(1, Some(closing), self.at) + 1 >= self.cost(0, None, self.at) {
            return false;
        }
        let object = closing == b'}';
        let fix = vec![Edit::replace(open, if object { "{" } else { "[" })];
        self.report(Fault::Unclosed, open, None, fix);
        if let Some(level) = self.stack.last_mut() {
            level.object = object;
            self.read.nodes[level.node as usize].kind =
                if object { Kind::Object } else { Kind::Array };
        }
        true
    }

    /// Whether the string or word at `at` is followed by what follows an item.
    pub(super) fn ends_item(&self, at: usize) -> bool {
        let length = match lexer::quote_at(self.bytes, at) {
            Some(quote) => {
                self.text[at + quote.len..].find(['"', '\n']).map(|length| length + quote.len + 1)
            }
            None => self.text[at..].find([',', ']', ':', '\n']),
        };
        let Some(length) = length else { return false };
        self.spend(length);
        let next = self.look(at + length);
        matches!(lexer::punctuation(self.bytes, next), Some((b',' | b']', _)))
    }

    /// A bracket where a key belongs.
    pub(super) fn without_key(&mut self, open: u8, len: usize, comma: Option<Span>) -> State {
        let array_above = self.stack.len() > 1 && !self.stack[self.stack.len() - 2].object;
        // The readings: the object is over; the bracket is one too many; its key is lost.
        let over = if array_above { self.cost(1, None, self.at) } else { usize::MAX };
        let surplus = self.cost(0, None, self.at + len);
        let lost = self.cost(0, None, self.at);
        if comma.is_none() && self.wrong_bracket_over(over.min(surplus).min(lost)) {
            return State::Next(None);
        }
        if over <= surplus.min(lost) {
            self.close_missing(self.value_end);
            return if comma.is_some() { State::Next(comma) } else { State::After };
        }
        let span = self.here(len);
        if surplus < lost {
            self.unexpected(span);
            return State::Next(comma);
        }
        self.structural(open, len);
        self.at -= len;
        self.report(Fault::Unexpected, span, None, Vec::new());
        self.skip_value()
    }

    /// Whether taking the innermost object for an array beats readings that cost `best`.
    pub(super) fn wrong_bracket_over(&mut self, best: usize) -> bool {
        let Some(level) = self.stack.last() else { return false };
        let Some(open) = level.open.filter(|_| level.count == 0) else { return false };
        if self.cost(1, Some(b']'), self.at) >= best {
            return false;
        }
        self.report(Fault::Unclosed, open, None, vec![Edit::replace(open, "[")]);
        if let Some(level) = self.stack.last_mut() {
            level.object = false;
            self.read.nodes[level.node as usize].kind = Kind::Array;
        }
        true
    }

    /// Reports that a comma is missing at `place`.
    pub(super) fn missing_comma(&mut self, place: Span) {
        // After a value that is missing, the comma is the lesser fault.
        if self
            .read
            .nodes
            .last()
            .is_none_or(|node| node.kind != Kind::Missing || node.span != place)
        {
            self.report(Fault::MissingComma, place, None, vec![Edit::insert(place.start, ",")]);
        }
    }

    /// A character after a value that is no comma: one in the comma's place, or one too many.
    pub(super) fn stray(&mut self, len: usize, found: &str) -> State {
        let span = self.here(len);
        let next = self.look(self.at + len);
        let follows = next < self.bytes.len()
            && match lexer::punctuation(self.bytes, next) {
                Some((byte, _)) => self.role() == Role::Item && matches!(byte, b'{' | b'['),
                None if self.role() == Role::Member => self.key_like(next),
                None => true,
            };
        // Between an item and the next a colon says that there is an object, which a comma would hide.
        if follows && !(found == ":" && self.role() == Role::Item) {
            self.report(Fault::MissingComma, span, None, vec![Edit::replace(span, ",")]);
            self.take(self.at + len);
            return State::Next(Some(Span::at(span.end)));
        }
        self.unexpected(span);
        State::After
    }

    /// Reports characters that have no meaning where they stand, and goes past them. A letter or digit at a quote may belong to
    /// the string, unless it is the prefix that other languages' strings have: it is not removed.
    pub(super) fn unexpected(&mut self, span: Span) {
        let found = span.of(self.text);
        let quote = |at: usize| matches!(self.bytes.get(at), Some(b'"' | b'\''));
        let touches = (span.start > 0 && quote(span.start as usize - 1))
            || (quote(span.end as usize)
                && !found.starts_with(['b', 'f', 'r', 'u', 'B', 'F', 'R', 'U']));
        let fix = if touches && found.contains(char::is_alphanumeric) {
            Vec::new()
        } else {
            vec![Edit::delete(span)]
        };
        self.report(Fault::Unexpected, span, None, fix);
        self.take(span.end as usize);
    }
}
