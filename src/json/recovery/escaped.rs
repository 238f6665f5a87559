//! A body as it stands inside a string, in a log or a program, or in the pieces of one. It is named instead of read: every quote would be a
//! fault.

use super::Recovery;
use crate::json::lexer::{self, offset};
use crate::text::{Edit, Span};

/// So many brackets of a log's line are passed over.
const BRACKETS: usize = 64;

impl Recovery<'_> {
    /// What says that the body is in a string: its first quote, which is escaped, or the one before the first of several pieces that a
    /// program puts together. And what gives the body back, without the quotes around it.
    pub(super) fn escaped(&self) -> Option<(Span, Edit)> {
        let text = self.text;
        let bytes = text.as_bytes();
        let (open, escaped) = self.opening()?;
        let before = text[self.at..open].trim_end();
        let quote = before.bytes().last().filter(|&quote| {
            (quote == b'"' || quote == b'\'' && escaped.is_none())
                && !before[..before.len() - 1].ends_with('\\')
        });
        // Neither an escaped quote nor a piece of a string.
        if escaped.is_none() && quote.is_none() {
            return None;
        }
        let first = self.at + before.len() - usize::from(quote.is_some());
        let before = text[self.at..first].trim_end();
        // A member that lost its braces holds JSON in a string as it should.
        let name = before.strip_suffix(':').map(str::trim_end);
        if name.is_some_and(|name| {
            name.ends_with('"')
                || quote.is_some() && !name.is_empty() && !name.contains(char::is_whitespace)
        }) {
            return None;
        }
        let mut body = String::new();
        let (mut at, mut depth) = (open, 0_u32);
        let (mut string, mut skipped, mut pieces) = (false, false, false);
        while at < text.len() {
            if Some(bytes[at]) == quote {
                let Some(next) = self.next_piece(at) else { break };
                (at, pieces) = (next, true);
                continue;
            }
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
        let mark = match escaped {
            Some(mark) => Span::new(offset(mark), offset(mark + 2)),
            None if pieces => Span::new(offset(first), offset(first + 1)),
            None => return None,
        };
        // What an end of the line left before the closing quote goes with it.
        let rest = text[at..].trim_start_matches([' ', '\n', '\r', '\\', 'n', 'r']);
        let closed = quote.is_some() && rest.bytes().next() == quote;
        if closed {
            at = text.len() - rest.len() + 1;
        }
        // Text around the body, as logs have it, goes with it, for its brackets may be taken for JSON; what stands in quotes may be data.
        let from = match before.contains('"') {
            false => self.at,
            true if closed => first,
            true => open,
        };
        let to = if text[at..].contains(['"', '{', '[']) { at } else { text.trim_end().len() };
        Some((mark, Edit::replace(Span::new(offset(from), offset(to)), body)))
    }

    /// Where the piece of a string that ends with the quote at `end` goes on in another: behind a plus, on the next line, appended.
    fn next_piece(&self, end: usize) -> Option<usize> {
        let rest = &self.text[end + 1..];
        let gap = &rest[..rest.find(['"', '\''])?];
        let next = end + 1 + gap.len();
        let called = ["append(", "Append(", "+="];
        // On one line only a sign tells: what a shell puts side by side is quoted in other ways.
        let joins = gap.contains(['\n', '+'])
            && gap.bytes().all(|byte| byte.is_ascii_whitespace() || b"+.&_\\".contains(&byte))
            || gap.lines().count() < 3 && called.iter().any(|word| gap.trim_end().ends_with(word));
        (joins && self.bytes[next] == self.bytes[end]).then_some(next + 1)
    }

    /// The first bracket after which JSON goes on; and where the escaped quote stands that it goes on with, if it is one.
    fn opening(&self) -> Option<(usize, Option<usize>)> {
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
                return Some((open, (slashes % 2 == 1).then(|| text.len() - quote.len() - 1)));
            }
            at = text.len() - rest.len();
            if self.goes_on_as_json(open) {
                return Some((open, None));
            }
        }
        None
    }
}
