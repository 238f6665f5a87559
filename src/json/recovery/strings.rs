//! Where a string ends that does not end as JSON's do, and what has to change in it.

use super::{Level, Recovery, Role};
use crate::json::Fault;
use crate::json::lexer::{self, Quote, offset};
use crate::text::{Edit, Span};

/// The end of a string: of its text, and with its closing mark, which it may lack.
pub(super) type End = (usize, usize);

impl Recovery<'_> {
    /// Reads the string or key at the current place and reports its faults: its place, and whether it is odd.
    pub(super) fn quoted(&mut self, role: Role) -> (Span, bool) {
        let start = self.at;
        let open = lexer::quote_at(self.bytes, start).unwrap_or(Quote {
            len: 1,
            double: true,
            plain: true,
            byte: b'"',
        });
        let inner = start + open.len;
        if self.is_doubled(inner, open, role) {
            let span = self.here(open.len);
            self.report(Fault::Unexpected, span, None, vec![Edit::delete(span)]);
            self.take(inner);
            return self.quoted(role);
        }
        let (text_end, end) = self.string_end(inner, open, role);
        let span = Span::new(offset(start), offset(end));
        let odd = self.string_faults(span, open, inner..text_end);
        self.take(end);
        (span, odd)
    }

    /// Whether the mark before `inner` stands there twice and the second one begins the string.
    fn is_doubled(&self, inner: usize, open: Quote, role: Role) -> bool {
        let Some(second) =
            lexer::quote_at(self.bytes, inner).filter(|&second| open.is_closed_by(second))
        else {
            return false;
        };
        let first = (inner, inner + second.len);
        if self.plainly_ends(inner, first, role) {
            return false;
        }
        self.next_mark(first.1, open, false)
            .is_some_and(|mark| mark.0 > first.1 && self.plainly_ends(first.1, mark, role))
    }

    fn string_end(&self, inner: usize, open: Quote, role: Role) -> End {
        if let Some(first) = self.next_mark(inner, open, false) {
            if self.plainly_ends(inner, first, role) || self.budget.get() == 0 {
                // In JSON inside the string, a quote whose backslash is lost may look like its end.
                let json = self
                    .is_inside_json(inner, first, role)
                    .then(|| self.json_inside(inner, open, role))
                    .flatten();
                // Other quotes are no part of it: they are other strings'.
                return json
                    .filter(|&json| self.next_mark(first.1, open, false) == Some(json))
                    .unwrap_or(first);
            }
            return self
                .json_inside(inner, open, role)
                .unwrap_or_else(|| self.inner_quotes(inner, first, open, role));
        }
        if let Some(end) = self.json_inside(inner, open, role) {
            return end;
        }
        match self.next_mark(inner, open, true) {
            Some(other) if self.plainly_ends(inner, other, role) => other,
            _ => self.unclosed(inner, open, role),
        }
    }

    /// The next mark on the line that may close a string begun with `open`: the same mark, or with `any` one of its kind.
    pub(super) fn next_mark(&self, from: usize, open: Quote, any: bool) -> Option<End> {
        let mut at = from;
        let found = loop {
            if open.plain && !any {
                at = lexer::skip_plain(self.bytes, at);
            }
            match self.bytes.get(at) {
                None | Some(b'\n' | b'\r') => break None,
                Some(b'\\') if matches!(self.bytes.get(at + 1), None | Some(b'\n' | b'\r')) => {
                    at += 1;
                }
                Some(b'\\') => at += 2,
                Some(_) => match lexer::quote_at(self.bytes, at) {
                    Some(quote)
                        if open.is_closed_by(quote) || (any && quote.double == open.double) =>
                    {
                        break Some((at, at + quote.len));
                    }
                    _ => at += 1,
                },
            }
        };
        self.spend(at - from);
        found
    }

    /// Whether the first closing mark is followed by what follows a string.
    fn plainly_ends(&self, inner: usize, (mark, after): End, role: Role) -> bool {
        let next = self.look(after);
        if next == self.bytes.len() || self.line_between(after, next) {
            return true;
        }
        let apart = next > after;
        let attached = role == Role::Key && !apart && self.ends_with_colon(inner, mark).is_some();
        match lexer::punctuation(self.bytes, next) {
            Some((b'{' | b'[', _)) => {
                (apart && role != Role::Member) || (role == Role::Key && !attached)
            }
            Some(_) => true,
            None if lexer::quote_at(self.bytes, next).is_some() => match role {
                Role::Key => !attached,
                Role::Member => self.key_like(next),
                Role::Item | Role::Root => apart || self.opens_string(next, role),
            },
            None => match self.bytes[next] {
                b'=' => role == Role::Key,
                b';' if matches!(self.bytes.get(next + 1), None | Some(b'\n' | b'\r')) => true,
                _ if role == Role::Key => apart,
                _ => {
                    let sign = lexer::comma_sign(self.text, next);
                    let then = self.look(next + sign);
                    sign > 0
                        && match role {
                            Role::Member => then < self.bytes.len() && self.key_like(then),
                            _ => role == Role::Item && lexer::quote_at(self.bytes, then).is_some(),
                        }
                }
            },
        }
    }

    /// Whether a later mark of a string with quotes inside is surely its end, by what follows it.
    pub(super) fn surely_ends(&self, after: usize, role: Role) -> bool {
        let next = self.look(after);
        if role == Role::Key {
            return self.colon_at(next);
        }
        if next == self.bytes.len() {
            return true;
        }
        let lines = self.line_between(after, next);
        match lexer::punctuation(self.bytes, next) {
            Some((b'}' | b']', _)) => true,
            Some((b',', len)) => {
                let then = self.look(next + len);
                then == self.bytes.len()
                    || self.line_between(next, then)
                    || matches!(lexer::punctuation(self.bytes, then), Some((b'}' | b']' | b',', _)))
                    || match role {
                        Role::Member | Role::Key => self.key_like(then),
                        Role::Item | Role::Root => {
                            matches!(self.bytes[then], b'0'..=b'9' | b'-' | b'{' | b'[')
                                || lexer::quote_at(self.bytes, then).is_some()
                                || ["true", "false", "null"]
                                    .iter()
                                    .any(|word| self.text[then..].starts_with(word))
                        }
                    }
            }
            _ if role == Role::Member => (lines || next > after) && self.key_like(next),
            _ => lines && (self.bytes[next] == b'{' || lexer::quote_at(self.bytes, next).is_some()),
        }
    }

    /// Whether the quote at `at` begins a string that surely ends on its line.
    fn opens_string(&self, at: usize, role: Role) -> bool {
        let Some(quote) = lexer::quote_at(self.bytes, at) else { return false };
        match self.next_mark(at + quote.len, quote, false) {
            Some((_, after)) => self.surely_ends(after, role),
            None => false,
        }
    }

    /// Whether the string from `inner` on holds JSON that is not over at the `mark`.
    fn is_inside_json(&self, inner: usize, mark: End, role: Role) -> bool {
        let text = &self.text[inner..mark.0];
        if self.budget.get() == 0 || !text.trim_start().starts_with(['{', '[']) {
            return false;
        }
        self.spend(text.len());
        let open = text.matches(['{', '[']).count() > text.matches(['}', ']']).count();
        open && (text.contains("\\\"") || (role == Role::Member && self.colon_at(mark.1)))
    }

    /// The end of a string that holds JSON whose quotes are not escaped: after the bracket that matches its first.
    fn json_inside(&self, inner: usize, open: Quote, role: Role) -> Option<End> {
        let first = lexer::skip_space(self.bytes, inner);
        if role == Role::Key || !open.double || !matches!(self.bytes.get(first), Some(b'{' | b'['))
        {
            return None;
        }
        let mut open = Vec::new();
        let mut at = first;
        loop {
            match *self.bytes.get(at)? {
                // In ASCII the closing bracket is two after the opening one.
                byte @ (b'{' | b'[') => open.push(byte + 2),
                byte @ (b'}' | b']') if open.pop() != Some(byte) => return None,
                _ => {}
            }
            at += 1;
            if open.is_empty() {
                break;
            }
            if !self.spend(1) {
                return None;
            }
        }
        let mark = lexer::skip_space(self.bytes, at);
        let quote = lexer::quote_at(self.bytes, mark).filter(|quote| quote.double)?;
        let end = (mark, mark + quote.len);
        self.plainly_ends(inner, end, role).then_some(end)
    }

    /// The end of a string whose `first` closing mark is not followed by what follows a string.
    fn inner_quotes(&self, inner: usize, first: End, open: Quote, role: Role) -> End {
        let (mut last, mut mark) = (first, first);
        let mut count = 0;
        loop {
            // An even number of marks inside are pairs, and the string's own mark is the one that is lost.
            if let Some(end) = self.lost_mark(inner, mark.0, open, role) {
                return if count % 2 == 0 { self.settle(inner, end, open) } else { first };
            }
            if count > 0 && self.surely_ends(mark.1, role) {
                // The closing mark twice.
                return if count == 1 && mark.0 == first.1 { first } else { mark };
            }
            // The next member, whatever stands in the comma's place; behind a quote that has no pair only a sign that is known.
            if count > 0
                && role == Role::Member
                && (count % 2 == 1
                    || lexer::COMMA_SIGNS.contains(&self.text[last.1..mark.0].trim()))
                && self.key_like(mark.0)
            {
                return last;
            }
            last = mark;
            count += 1;
            match self.next_mark(mark.1, open, false) {
                Some(next)
                    if role == Role::Key
                        && self.text[mark.1..next.0].contains([',', '{', '}', '[', ']']) =>
                {
                    break;
                }
                Some(next) if self.budget.get() > 0 => mark = next,
                _ => break,
            }
        }
        if count % 2 == 0 && role != Role::Key { self.unclosed(inner, open, role) } else { first }
    }

    /// If the quote at `mark` opens the next string, so that the one begun before `inner` has lost its closing mark: where that
    /// one's text ends.
    fn lost_mark(&self, inner: usize, mark: usize, open: Quote, role: Role) -> Option<usize> {
        if role == Role::Key {
            let text = &self.text[inner..mark];
            let member = text.trim_end().ends_with([',', '，']) && self.key_like(mark);
            let colon = || Some(inner + text[..text.find([':', '：'])?].trim_end().len());
            return self
                .ends_with_colon(inner, mark)
                .or_else(|| if member { colon() } else { None });
        }
        let between = [',', '{', '[', '}', ']', '，', ' ', '\t'];
        let end = inner + self.text[inner..mark].trim_end_matches(between).len();
        if !self.text[end..mark].contains([',', '，']) {
            return None;
        }
        let opens = match role {
            Role::Member => self.key_like(mark),
            _ if self.text[end..mark].contains('{') => self.key_like(mark),
            _ => match self.next_mark(mark + open.len, open, false) {
                Some((_, after)) => self.surely_ends(after, role),
                None => false,
            },
        };
        opens.then_some(end)
    }

    /// Where the text before `mark` ends, if a colon and spaces stand between the two.
    fn ends_with_colon(&self, inner: usize, mark: usize) -> Option<usize> {
        let text = self.text[inner..mark].trim_end_matches([' ', '\t', '{', '[']);
        let text = text.strip_suffix(':').or_else(|| text.strip_suffix('：'))?;
        Some(inner + text.trim_end().len())
    }

    /// The end of a string with no closing mark on its line.
    fn unclosed(&self, inner: usize, open: Quote, role: Role) -> End {
        let line = lexer::line_end(self.bytes, inner);
        self.spend(line - inner);
        let rest = &self.text[inner..line];
        if role == Role::Key {
            let colon = rest.find([':', '：']).filter(|_| self.budget.get() > 0);
            let below = lexer::skip_space(self.bytes, line);
            if colon.is_none()
                && let Some(mark) = self.next_mark(below, open, false)
                && self.colon_at(self.look(mark.1))
                && !self.text[below..mark.0].contains([':', ',', '{', '}'])
                && mark.0 > below
            {
                return mark;
            }
            let end = colon.unwrap_or_else(|| {
                rest.trim_end_matches([' ', '\t', ',', '{', '[', '}', ']']).len()
            });
            return self.settle(inner, inner + rest[..end].trim_end().len(), open);
        }
        if !self.goes_on(line, role)
            && let Some(end) = self.many_lines(line, open, role)
        {
            return end;
        }
        let end = self.before_member(inner, line, role);
        let end = inner + self.without_tail(&self.text[inner..end]).len();
        self.settle(inner, end, open)
    }

    /// Whether what stands after the line end at `line` can follow a string of that `role`.
    fn goes_on(&self, line: usize, role: Role) -> bool {
        let next = self.look(line);
        next == self.bytes.len()
            || matches!(lexer::punctuation(self.bytes, next), Some((b'}' | b']' | b',', _)))
            || match role {
                Role::Member | Role::Key => self.key_like(next),
                Role::Item => self.bytes[next] == b'{' || self.opens_string(next, role),
                Role::Root => false,
            }
    }

    /// The end of a string that goes on over the line end at `line`, if one is there.
    fn many_lines(&self, mut line: usize, open: Quote, role: Role) -> Option<End> {
        while line < self.bytes.len() && self.budget.get() > 0 {
            let start = lexer::skip_space(self.bytes, line);
            if role == Role::Member && self.key_like(start) {
                return None;
            }
            let mut at = start;
            while let Some(mark) = self.next_mark(at, open, false) {
                if self.surely_ends(mark.1, role) {
                    return Some(mark);
                }
                at = mark.1;
            }
            line = lexer::line_end(self.bytes, at);
            self.spend(line - at + 1);
        }
        None
    }

    /// Where a string that lost its closing mark ends at the latest: before the comma before a key, or at the end of its line.
    fn before_member(&self, inner: usize, line: usize, role: Role) -> usize {
        if role != Role::Member {
            return line;
        }
        let commas = self.text[inner..line].match_indices([',', '，']);
        let mut commas = commas
            .take_while(|_| self.budget.get() > 0)
            .map(|(at, comma)| (inner + at, inner + at + comma.len()));
        let found = commas.find(|&(_, after)| {
            let next = self.look(after);
            next < line && lexer::quote_at(self.bytes, next).is_some() && self.key_like(next)
        });
        found.map_or(line, |(comma, _)| comma)
    }

    /// The rest of a line as the text of a string that lost its closing mark: without a last comma, a comment after it, and
    /// closing brackets of containers that are open.
    fn without_tail<'t>(&self, line: &'t str) -> &'t str {
        let mut text = line.trim_end();
        if let Some(comma) = text.rfind([',', '，']) {
            let tail = text[comma..].trim_start_matches([',', '，', ' ', '\t']);
            if lexer::comment_end(tail.as_bytes(), 0, 0) == Some(tail.len()) {
                text = &text[..comma];
            }
        }
        text = text.trim_end_matches([',', '，', ';', ' ', '\t']);
        // Of the brackets at its end those are no text that close what is open, from the inside out.
        let run = text.trim_end_matches(['}', ']', ',', ' ', '\t']).len();
        let balanced =
            |part: &str| part.matches(['{', '[']).count() == part.matches(['}', ']']).count();
        let mut fits = None;
        for (at, _) in text[run..].match_indices(['}', ']']) {
            let mut brackets = text[run + at..].bytes().filter(|byte| matches!(byte, b'}' | b']'));
            let mut open = self.stack.iter().rev().map(Level::closing);
            if brackets.all(|bracket| open.next() == Some(bracket)) {
                let end = run + at;
                if balanced(&text[..end]) {
                    fits = Some(end);
                    break;
                }
                fits = fits.or(Some(end));
            }
        }
        match fits {
            Some(end) if !balanced(text) => text[..end].trim_end_matches([',', ' ', '\t']),
            _ => text,
        }
    }

    /// The end of a string that lost its closing mark at `end`. If another mark stands there, it is the one.
    fn settle(&self, inner: usize, end: usize, open: Quote) -> End {
        let raw = &self.text[inner - open.len..end];
        let mark = lexer::closing_mark(raw);
        (end - mark, end)
    }

    /// Reports what has to change in a string for it to be JSON, and tells whether it is spelled otherwise than its text.
    fn string_faults(&mut self, span: Span, open: Quote, inner: std::ops::Range<usize>) -> bool {
        let bytes = &self.bytes[..inner.end];
        if open.plain
            && bytes.len() < span.end as usize
            && lexer::skip_plain(bytes, inner.start) == inner.end
            && self.bytes[inner.end] == b'"'
        {
            return false;
        }
        let mark = (span.end as usize > inner.end).then(|| Span::new(offset(inner.end), span.end));
        let closed_plainly = mark.is_some_and(|mark| mark.of(self.text) == "\"");
        let foreign = !open.plain || (mark.is_some() && !closed_plainly);
        let (mut quotes, mut controls, mut escapes) = (Vec::new(), Vec::new(), Vec::new());
        let mut first_escape = None;
        let mut lost = false;
        let mut odd = foreign || mark.is_none();
        let mut at = inner.start;
        while at < inner.end {
            let here = |len: usize| Span::new(offset(at), offset(at + len));
            match bytes[at] {
                b'\\' => {
                    odd = true;
                    let escape = lexer::escape_at(bytes, at);
                    if let Some(plain) = escape.plain {
                        lost |= plain == lexer::LOST;
                        first_escape.get_or_insert(here(escape.len.max(2).min(inner.end - at)));
                        escapes.push(Edit::replace(here(escape.len), plain));
                    }
                    at += escape.len;
                    continue;
                }
                b'"' => quotes.push(Edit::replace(here(1), "\\\"")),
                byte if byte < b' ' => {
                    controls.push(Edit::replace(
                        here(1),
                        match byte {
                            b'\n' => "\\n".into(),
                            b'\r' => "\\r".into(),
                            b'\t' => "\\t".into(),
                            _ => std::borrow::Cow::Owned(format!("\\u{byte:04x}")),
                        },
                    ));
                }
                _ => {}
            }
            at += 1;
        }
        if foreign {
            odd = true;
            let mut fix = Vec::new();
            if !open.plain {
                fix.push(Edit::replace(Span::new(span.start, offset(inner.start)), "\""));
            }
            fix.extend(quotes);
            if let Some(mark) = mark.filter(|_| !closed_plainly) {
                fix.push(Edit::replace(mark, "\""));
            }
            self.report(Fault::WrongQuotes, span, None, fix);
        } else if !quotes.is_empty() {
            self.report(Fault::UnescapedQuote, span, None, quotes);
        }
        if !controls.is_empty() {
            self.report(Fault::ControlCharacter, span, None, controls);
        }
        if let Some(place) = first_escape {
            // Half a character: nobody knows which one was meant.
            if lost {
                escapes.clear();
            }
            let end = self.text.ceil_char_boundary(place.end as usize);
            self.report(Fault::BadEscape, Span::new(place.start, offset(end)), None, escapes);
        }
        if mark.is_none() {
            self.report(Fault::UnclosedString, span, None, vec![Edit::insert(span.end, "\"")]);
        }
        odd
    }
}
