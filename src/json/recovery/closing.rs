//! Closing brackets: which container each one closes.

use super::{Level, Recovery, State};
use crate::json::Fault;
use crate::json::lexer::{self, offset};
use crate::text::{Edit, Span};

impl Recovery<'_> {
    /// The closing bracket at the current place.
    pub(super) fn closing(&mut self, close: u8, len: usize, comma: Option<Span>) -> State {
        let after = self.at + len;
        let indent = (self.fresh && self.indented).then(|| self.at - self.line);
        if let Some(indent) = indent
            && let Some(state) = self.closing_by_indent(indent, close, len, comma)
        {
            return state;
        }
        let Some(top) = self.stack.last() else { return State::Done };
        if top.closing() == close {
            let outermost = self.stack.len() == 1;
            if (outermost || self.goes_on_inside(after, top))
                && self.goes_on_after(after, top.object)
            {
                return self.stray_close(len, comma);
            }
            self.trailing(comma);
            self.structural(close, len);
            return self.close(after);
        }
        let matching = self.stack.iter().rev().position(|level| level.closing() == close);
        // The readings: the containers inside are not closed; the bracket is the wrong one; it is one too many.
        let inside = matching.map_or(usize::MAX, |count| count + self.cost(count + 1, None, after));
        let wrong = 1 + self.cost(1, None, after);
        let surplus = 1 + self.cost(0, None, after);

        if inside <= wrong && inside <= surplus {
            self.trailing(comma);
            for _ in 0..matching.unwrap_or_default() {
                let end = if comma.is_some() { self.token_end } else { self.value_end };
                self.close_missing(end);
            }
            self.structural(close, len);
            return self.close(after);
        }
        if surplus < wrong {
            return self.stray_close(len, comma);
        }
        self.trailing(comma);
        let (open, right) = self
            .stack
            .last()
            .map_or((None, "}"), |top| (top.open, if top.object { "}" } else { "]" }));
        let span = self.here(len);
        self.report(Fault::Unclosed, span, open, vec![Edit::replace(span, right)]);
        self.take(after);
        self.close(after)
    }

    /// A closing bracket that closes nothing.
    pub(super) fn stray_close(&mut self, len: usize, comma: Option<Span>) -> State {
        let span = self.here(len);
        // On a line of its own it goes with its line.
        let alone = self.fresh && self.text[self.token_end..self.at].trim().is_empty();
        let from = if alone { offset(self.token_end) } else { span.start };
        self.report(Fault::StrayClose, span, None, vec![Edit::delete(Span::new(from, span.end))]);
        self.take(self.at + len);
        match (comma, self.stack.last()) {
            (None, Some(level)) if level.count == 0 => State::Next(None),
            (None, _) => State::After,
            (Some(_), _) => State::Next(comma),
        }
    }

    /// Whether the line after the bracket at the end of its own is indented as what stands in the container that it would close.
    fn goes_on_inside(&self, after: usize, top: &Level) -> bool {
        let rest = self.text[after..].strip_prefix(',').unwrap_or(&self.text[after..]);
        let next =
            rest.trim_start_matches([' ', '\t']).strip_prefix(['\n', '\r']).map(str::trim_start);
        next.is_some_and(|next| {
            let at = self.bytes.len() - next.len();
            let line = self.text[..at].rfind('\n').map_or(0, |line| line + 1);
            self.indented && top.broken && top.children == Some(at - line)
        })
    }

    /// Whether the document goes on after the bracket that would end it.
    pub(super) fn goes_on_after(&self, after: usize, object: bool) -> bool {
        let mut next = self.look(after);
        let comma = matches!(lexer::punctuation(self.bytes, next), Some((b',', _)));
        if let Some((b',', len)) = lexer::punctuation(self.bytes, next) {
            next = self.look(next + len);
        }
        let member = next < self.bytes.len()
            && match lexer::punctuation(self.bytes, next) {
                Some((byte, _)) => comma && !object && matches!(byte, b'{' | b'['),
                None if object => self.key_like(next),
                None => comma,
            };
        member && self.cost(0, None, after) < self.cost(1, None, after)
    }

    /// A closing bracket that begins a line closes the container whose line has its indentation.
    pub(super) fn closing_by_indent(
        &mut self,
        indent: usize,
        close: u8,
        len: usize,
        comma: Option<Span>,
    ) -> Option<State> {
        let top = self.stack.last()?;
        if !top.broken || top.indent == indent {
            return None;
        }
        if top.indent < indent {
            // Deeper than what it would close: one too many, if something is open that needs a bracket later on.
            let surplus = top.children == Some(indent)
                && top.closing() == close
                && self.cost(0, None, self.at + len) == 0;
            return surplus.then(|| self.stray_close(len, comma));
        }
        let keep = self.stack.iter().rposition(|level| {
            level.broken && level.indent == indent && level.closing() == close
        })?;
        self.trailing(comma);
        while self.stack.len() > keep + 1 {
            let end = if comma.is_some() { self.token_end } else { self.value_end };
            self.close_missing(end);
        }
        self.structural(close, len);
        let end = self.at;
        Some(self.close(end))
    }
}
