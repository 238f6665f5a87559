//! A body as it stands inside a string, in a log or a program. It is named instead of read: every quote would be a fault.

use super::Recovery;
use crate::json::lexer::{self, offset};
use crate::text::{Edit, Span};

/// So many brackets of a log's line are passed over.
const BRACKETS: usize = 64;

impl Recovery<'_> {
    /// The first escaped quote of a text whose body has all of its quotes escaped, and what gives the body back, without the quotes around
    /// it.
    pub(super) fn escaped(&self) -> Option<(Span, Edit)> {
        let text = self.text;
        let (open, quote) = self.opening()?;
        let before = text[self.at..open].trim_end();
        let quoted = before.ends_with('"') && !before.ends_with("\\\"");
        let before = if quoted { before[..before.len() - 1].trim_end() } else { before };
        // A member that lost its braces holds JSON in a string as it should.
        let name = before.strip_suffix(':').map(str::trim_end);
        if name.is_some_and(|name| {
            name.ends_with('"') || quoted && !name.is_empty() && !name.contains(char::is_whitespace)
        }) {
            return None;
        }
        let bytes = text.as_bytes();
        let mut body = String::new();
        let (mut at, mut depth) = (open, 0_u32);
        let (mut string, mut skipped) = (false, false);
        while at < text.len() && !(quoted && bytes[at] == b'"') {
            let (char, len) = match text[at..].chars().next() {
                Some('\\') => {
                    let escape = lexer::escape_at(bytes, at);
                    (escape.char, escape.len)
                }
                Some(char) => (char, char.len_utf8()),
                None => break,
            };
            at += len;
            body.push(char);
            match char {
                _ if skipped => skipped = false,
                '\\' => skipped = string,
                '"' => string = !string,
                '{' | '[' if !string => depth += 1,
                '}' | ']' if !string => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        // What an end of the line left before the closing quote goes with it.
        let rest = text[at..].trim_start_matches([' ', '\n', '\r', '\\', 'n', 'r']);
        let closed = quoted && rest.starts_with('"');
        if closed {
            at = text.len() - rest.len() + 1;
        }
        // Text around the body, as logs have it, goes with it, for its brackets may be taken for JSON; what stands in quotes may be data.
        let from = match text[..open].rfind('"') {
            _ if !before.contains('"') => self.at,
            Some(quote) if closed => quote,
            _ => open,
        };
        let to = if text[at..].contains(['"', '{', '[']) { at } else { text.trim_end().len() };
        let whole = Span::new(offset(from), offset(to));
        Some((Span::new(offset(quote), offset(quote + 2)), Edit::replace(whole, body)))
    }

    /// The first bracket after which JSON goes on, if what it goes on with is an escaped quote; and where that stands.
    fn opening(&self) -> Option<(usize, usize)> {
        let text = self.text;
        let mut at = self.at;
        for _ in 0..BRACKETS {
            let open = at + text[at..].find(['{', '['])?;
            let mut rest = &text[open..];
            while let Some(inner) =
                rest.strip_prefix(['{', '[', ' ', '\t', '\n', '\r']).or_else(|| {
                    let escaped = rest.trim_start_matches('\\');
                    escaped.strip_prefix(['n', 'r', 't']).filter(|_| escaped.len() < rest.len())
                })
            {
                rest = inner;
            }
            let quote = rest.trim_start_matches('\\');
            let slashes = rest.len() - quote.len();
            if quote.starts_with('"') {
                return (slashes % 2 == 1).then(|| (open, text.len() - quote.len() - 1));
            }
            at = text.len() - rest.len();
            if self.goes_on_as_json(open) {
                return None;
            }
        }
        None
    }
}
