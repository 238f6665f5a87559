//! Where a word without quotes ends, and what looks like the beginning of a member.

use super::{NAME, Recovery, Role};
use crate::json::lexer::{self, Quote, Word};

impl Recovery<'_> {
    /// Whether a colon, or what people write for one, stands at `at`.
    pub(super) fn colon_at(&self, at: usize) -> bool {
        match lexer::punctuation(self.bytes, at) {
            Some((b':', len)) => !self.text[at + len..].starts_with("//"),
            Some(_) => false,
            None => self.bytes.get(at) == Some(&b'=') && self.bytes.get(at + 1) != Some(&b'='),
        }
    }

    /// Whether a name and a colon stand at `at`.
    pub(super) fn key_like(&self, at: usize) -> bool {
        if let Some(open) = lexer::quote_at(self.bytes, at) {
            return self.quoted_key_like(at + open.len, open);
        }
        let rest = &self.text[at..];
        let name = self.name_len(rest, "_-./$@*");
        let after = rest[name..]
            .strip_prefix(['"', '\''])
            .unwrap_or(&rest[name..])
            .trim_start_matches([' ', '\t']);
        name > 0 && self.colon_at(self.bytes.len() - after.len())
    }

    fn quoted_key_like(&self, inner: usize, open: Quote) -> bool {
        let mut here = inner;
        // Most keys hold no quote but the one that ends them.
        let plain = lexer::skip_plain(self.bytes, inner);
        if open.plain && plain < inner + NAME && self.bytes[inner..plain].is_ascii() {
            here = plain;
        }
        while here < self.bytes.len().min(inner + NAME)
            && !matches!(self.bytes[here], b'\n' | b'\r')
        {
            match lexer::quote_at(self.bytes, here) {
                Some(quote) if open.is_closed_by(quote) => {
                    self.spend(here - inner);
                    let after = here + quote.len;
                    let text = self.text[inner..here].trim_end_matches([' ', '\t', '{', '[']);
                    let attached =
                        self.bytes.get(after).is_some_and(|byte| !b" \t\r\n,:}]".contains(byte));
                    return self.colon_at(lexer::skip_space(self.bytes, after))
                        || (attached && text.ends_with(':'));
                }
                _ if self.bytes[here] == b'\\' => here += 2,
                _ => here += 1,
            }
        }
        self.spend(here - inner);
        // The key's closing quote is missing: `"name: 5`.
        let rest = &self.text[inner..];
        let name = self.name_len(rest, "_-.");
        let value = rest[name..].strip_prefix(':');
        name > 0 && value.is_some_and(|value| value.starts_with([' ', '{', '[', '\n', '\r']))
    }

    /// The length of the name that `rest` begins with, of letters, digits and `more`; 0 if it is longer than names are.
    fn name_len(&self, rest: &str, more: &str) -> usize {
        let name = |char: char| char.is_alphanumeric() || more.contains(char);
        let len = rest
            .char_indices()
            .find(|&(at, char)| at > NAME || !name(char))
            .map_or(rest.len(), |(at, _)| at);
        self.spend(len);
        if len > NAME { 0 } else { len }
    }

    /// The end of the name without quotes at `at`.
    pub(super) fn key_word_end(&self, at: usize) -> usize {
        let mut end = at;
        while end < self.bytes.len() {
            match self.bytes[end] {
                b'\n' | b'\r' | b'=' => break,
                b'/' | b'#'
                    if end > at
                        && is_blank(self.bytes[end - 1])
                        && lexer::comment_end(self.bytes, end, self.blocks).is_some() =>
                {
                    break;
                }
                _ if lexer::punctuation(self.bytes, end).is_some() => break,
                _ => {}
            }
            if let Some(quote) = lexer::quote_at(self.bytes, end) {
                // A quote right after a name, before the colon, is the name's own: the one before it is lost.
                let attached = end > at && !is_blank(self.bytes[end - 1]);
                if attached && quote.plain && self.colon_at(self.look(end + quote.len)) {
                    return end + quote.len;
                }
                if !attached || quote.plain {
                    break;
                }
            }
            end += 1;
        }
        self.trimmed(at, end)
    }

    /// The end of the value without quotes at `at`.
    pub(super) fn word_end(&self, at: usize, role: Role) -> usize {
        let mut depth = 0usize;
        // Where the word ends if it is no string that lost its opening quote.
        let mut first = None;
        // Whether it is more than one word.
        let mut several = false;
        let mut end = at;
        while end < self.bytes.len() {
            let blank = end > at && is_blank(self.bytes[end - 1]);
            match self.bytes[end] {
                b'\n' | b'\r' => break,
                b'\\' => {
                    end += 1 + usize::from(!matches!(
                        self.bytes.get(end + 1),
                        None | Some(b'\n' | b'\r')
                    ));
                    continue;
                }
                b'/' if !several
                    && self.is_value(at, end)
                    && self.bytes.get(end + 1) == Some(&b'*') =>
                {
                    break;
                }
                b'/' | b'#'
                    if blank && lexer::comment_end(self.bytes, end, self.blocks).is_some() =>
                {
                    break;
                }
                b';' if matches!(self.bytes.get(end + 1), None | Some(b' ' | b'\n' | b'\r'))
                    && depth == 0 =>
                {
                    break;
                }
                _ if depth == 0
                    && lexer::comma_sign(self.text, end) > 0
                    && self.is_value(at, end) =>
                {
                    break;
                }
                b'"' => {
                    if !blank && end > at && self.surely_ends(end + 1, role) {
                        return end + 1;
                    }
                    if depth == 0 {
                        break;
                    }
                }
                b':' | b'{' | b'[' if !several && self.is_value(at, end) => {
                    return self.trimmed(at, end);
                }
                b' ' | b'\t' if !several && self.word_done(at, end) => {
                    return self.trimmed(at, end);
                }
                b' ' | b'\t' => several = true,
                _ => match lexer::punctuation(self.bytes, end) {
                    Some((b'{' | b'[', _)) if blank && depth == 0 => break,
                    Some((b'{' | b'[', _)) => depth += 1,
                    Some((b'}' | b']', _)) if depth > 0 => depth -= 1,
                    Some((b'}' | b']', _)) => {
                        return self.trimmed(at, first.unwrap_or(end));
                    }
                    Some((b',', len)) if depth == 0 => {
                        if first.is_none() {
                            first = Some(end);
                        }
                        if self.budget.get() == 0 || self.word_may_end(end + len, role) {
                            return self.trimmed(at, first.unwrap_or(end));
                        }
                    }
                    _ => {}
                },
            }
            end += 1;
            self.spend(1);
        }
        self.trimmed(at, first.unwrap_or(end))
    }

    /// Whether the word from `at` to `end`, before a blank, is a value by itself and another one follows.
    fn word_done(&self, at: usize, end: usize) -> bool {
        let next = self.look(end);
        if self.line_between(end, next) || !self.is_value(at, end) {
            return false;
        }
        let word = self.text[next..]
            .split([' ', '\t', '\n', '\r', ',', '}', ']'])
            .next()
            .unwrap_or_default();
        word.len() < 32 && lexer::classify(word) != Word::Text || self.key_like(next)
    }

    /// Whether the text from `at` to `end` is a number or literal.
    fn is_value(&self, at: usize, end: usize) -> bool {
        end - at < 64 && lexer::classify(&self.text[at..end]) != Word::Text
    }

    /// Whether a comma that ends before `after` can be the one after a value.
    fn word_may_end(&self, after: usize, role: Role) -> bool {
        let next = self.look(after);
        role != Role::Member
            || next == self.bytes.len()
            || self.line_between(after, next)
            || lexer::quote_at(self.bytes, next).is_some()
            || lexer::punctuation(self.bytes, next).is_some()
            || self.key_like(next)
    }

    /// `end` without the white space before it, and at least one character after `at`.
    fn trimmed(&self, at: usize, end: usize) -> usize {
        let length = self.text[at..end].trim_end().len();
        if length > 0 { at + length } else { self.text.ceil_char_boundary(at + 1) }
    }
}

const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}
