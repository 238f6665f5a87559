//! Values.

use super::{NAME, Recovery, Role, State};
use crate::json::lexer::{self, Word, offset};
use crate::json::parser::DEPTH_CAP;
use crate::json::tree::Kind;
use crate::json::{Fault, patch};
use crate::text::{Edit, Span};

impl Recovery<'_> {
    /// A value.
    pub(super) fn value(&mut self) -> State {
        self.trivia();
        let role = self.role();
        if self.ended() {
            return self.missing_value();
        }
        if role == Role::Member && self.key_like(self.at) {
            // A member where a value belongs: an object without its opening brace, or no value at all.
            if self.cost(0, Some(b'}'), self.at) < self.cost(0, None, self.at) {
                self.open(true, 0);
                return State::Next(None);
            }
            if self.fresh {
                return self.missing_value();
            }
        }
        if role == Role::Member && self.items_follow(self.at) {
            self.open(false, 0);
            return State::Next(None);
        }
        match self.punctuation() {
            Some((b'{', len))
                if role == Role::Member && !self.is_template() && self.is_surplus(len) =>
            {
                self.unexpected(self.here(len));
                State::Value
            }
            Some((byte @ (b'{' | b'['), len)) if !self.is_template() => {
                self.container(byte == b'{', len)
            }
            Some((b':', len)) => {
                self.unexpected(self.here(len));
                State::Value
            }
            Some((byte @ (b',' | b'}' | b']'), len)) => {
                // One too many, if the value stands behind it.
                let next = self.look(self.at + len);
                let value = role == Role::Member
                    && next < self.bytes.len()
                    && !self.line_between(self.at, next)
                    && !matches!(
                        lexer::punctuation(self.bytes, next),
                        Some((b',' | b'}' | b']' | b':', _))
                    )
                    && !self.key_like(next);
                if value && (byte == b',' || self.cost(0, None, next) < self.cost(1, None, next)) {
                    let span = self.here(len);
                    let fault = if byte == b',' { Fault::Unexpected } else { Fault::StrayClose };
                    self.report(fault, span, None, vec![Edit::delete(span)]);
                    self.take(self.at + len);
                    return State::Value;
                }
                if role == Role::Member
                    && byte != b','
                    && self.cost(0, Some(byte), self.at) < self.cost(0, None, self.at)
                {
                    self.open(byte == b'}', 0);
                    return State::Next(None);
                }
                self.missing_value()
            }
            _ if lexer::quote_at(self.bytes, self.at).is_some() => {
                let (span, odd) = self.quoted(role);
                self.leaf(Kind::String, span, odd);
                State::After
            }
            _ => self.word(role),
        }
    }

    /// Nothing where a value belongs.
    pub(super) fn missing_value(&mut self) -> State {
        let place = self.value_place();
        if !self.stack.is_empty() {
            self.report(Fault::MissingValue, place, None, Vec::new());
        }
        self.leaf(Kind::Missing, place, false);
        State::After
    }

    /// Whether a placeholder in braces (`{{name}}`) or a string that lost its opening quote (`{\"a\":1}"`) is next.
    pub(super) fn is_template(&self) -> bool {
        let rest = &self.bytes[self.at..];
        if rest.starts_with(b"{\\\"") || rest.starts_with(b"[\\\"") || rest.starts_with(b"[{\\\"") {
            return true;
        }
        let Some(rest) = rest.strip_prefix(b"{{") else { return false };
        let inner =
            rest.iter().take(NAME).position(|byte| b"{\"':,\n".contains(byte) || *byte == b'}');
        inner.is_some_and(|end| rest[end..].starts_with(b"}}"))
    }

    /// Whether the brace that takes the next `len` bytes stands before a plain value and closes nowhere.
    pub(super) fn is_surplus(&self, len: usize) -> bool {
        let next = self.look(self.at + len);
        let scalar = next < self.bytes.len()
            && lexer::punctuation(self.bytes, next).is_none()
            && !self.key_like(next);
        scalar && self.cost(0, None, next) < self.cost(0, Some(b'}'), next)
    }

    /// An object or array, whose bracket takes `len` bytes.
    pub(super) fn container(&mut self, object: bool, len: usize) -> State {
        if self.stack.len() + 1 == DEPTH_CAP {
            let start = self.at;
            let end = self.container_end(start);
            let span = Span::new(offset(start), offset(end));
            if !self.too_deep {
                self.too_deep = true;
                self.report(Fault::TooDeep, self.here(len), None, Vec::new());
            }
            self.leaf(Kind::Missing, span, false);
            self.take(end);
            return State::After;
        }
        self.open(object, len);
        State::Next(None)
    }

    /// The offset after the bracket that closes the one at `at`, by brackets alone; the end of the text if none does.
    pub(super) fn container_end(&self, at: usize) -> usize {
        let mut depth = 0usize;
        let mut here = at;
        while here < self.bytes.len() {
            match self.bytes[here] {
                b'"' => {
                    here = lexer::skip_plain(self.bytes, here + 1);
                    while here < self.bytes.len() && self.bytes[here] != b'"' {
                        here += 1 + usize::from(self.bytes[here] == b'\\');
                        here = lexer::skip_plain(self.bytes, here);
                    }
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        here += 1;
                        break;
                    }
                }
                _ => {}
            }
            here += 1;
        }
        let end = here.min(self.bytes.len());
        self.spend(end - at);
        end
    }

    /// Whether the value at `at` is followed by further ones that no array holds, while a closing bracket of an array is left over.
    pub(super) fn items_follow(&self, at: usize) -> bool {
        if !self.brackets.lost_array || self.budget.get() == 0 {
            return false;
        }
        let end = match lexer::punctuation(self.bytes, at) {
            Some((b'{', _)) => self.container_end(at),
            Some(_) => return false,
            None => match lexer::quote_at(self.bytes, at) {
                Some(quote) => {
                    let length = self.text[at + quote.len..].find(['"', '\n']);
                    length.map_or(self.bytes.len(), |length| at + quote.len + length + 1)
                }
                None => at + self.text[at..].find([',', ']', '}', '\n']).unwrap_or_default(),
            },
        };
        self.spend(end - at);
        let next = self.look(end);
        let follows = match lexer::punctuation(self.bytes, next) {
            Some((b',', len)) => {
                let item = self.look(next + len);
                item < self.bytes.len()
                    && !matches!(
                        lexer::punctuation(self.bytes, item),
                        Some((b'}' | b']' | b',' | b':', _))
                    )
                    && !self.key_like(item)
            }
            Some((b']', _)) => self.fresh && self.line_between(end, next),
            _ => false,
        };
        follows && self.cost(0, Some(b']'), at) < self.cost(0, None, at)
    }

    /// A value without quotes.
    pub(super) fn word(&mut self, role: Role) -> State {
        let start = self.at;
        let end = self.word_end(start, role);
        let word = &self.text[start..end];
        // A stray character before a value, or the prefix of another language's string.
        let next = self.look(end);
        let attached = matches!(lexer::punctuation(self.bytes, next), Some((b'{' | b'[', _)))
            || lexer::quote_at(self.bytes, next).is_some_and(|quote| quote.plain);
        let span = self.here(end - start);
        let prefix = role != Role::Item
            || lexer::quote_at(self.bytes, end).is_some()
            || !word.starts_with(char::is_alphanumeric);
        if attached
            && prefix
            && word.chars().count() == 1
            && !word.starts_with(|char: char| char.is_ascii_digit())
        {
            self.unexpected(span);
            return State::Value;
        }
        let fault = |this: &mut Self, fault, text: Option<String>| {
            let fix = text.map(|text| Edit::replace(span, text)).into_iter().collect();
            this.report(fault, span, None, fix);
        };
        let kind = match lexer::classify(word) {
            Word::Null(true) => Kind::Null,
            Word::Bool(value, true) => Kind::Bool(value),
            Word::Number => Kind::Number,
            Word::Null(false) => {
                fault(self, Fault::ForeignLiteral, Some("null".to_owned()));
                Kind::Null
            }
            Word::Bool(value, false) => {
                fault(self, Fault::ForeignLiteral, Some(value.to_string()));
                Kind::Bool(value)
            }
            Word::BadNumber(plain) => {
                fault(self, Fault::BadNumber, plain);
                Kind::Number
            }
            Word::NotANumber => {
                fault(self, Fault::NotANumber, None);
                Kind::Number
            }
            Word::Text => {
                fault(self, Fault::UnquotedValue, Some(patch::quote(&lexer::decode(word))));
                Kind::String
            }
        };
        self.leaf(kind, span, kind == Kind::String);
        self.take(end);
        State::After
    }

    /// Goes past a value that has no place in the tree.
    pub(super) fn skip_value(&mut self) -> State {
        self.trivia();
        if !self.ended() {
            match self.punctuation() {
                Some((b'{' | b'[', _)) => {
                    let end = self.container_end(self.at);
                    self.take(end);
                }
                Some(_) => {}
                None if lexer::quote_at(self.bytes, self.at).is_some() => {
                    self.quoted(Role::Member);
                }
                None => {
                    let end = self.word_end(self.at, Role::Member);
                    self.take(end);
                }
            }
        }
        self.value_end = self.token_end;
        State::After
    }
}
