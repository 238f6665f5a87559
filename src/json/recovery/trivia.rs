//! White space, comments, and dots for what was left out.

use super::Recovery;
use crate::json::lexer::{self, offset};
use crate::json::{Fault, patch};
use crate::text::{Edit, Span};

impl Recovery<'_> {
    /// Goes to the next token.
    pub(super) fn trivia(&mut self) {
        loop {
            let next = lexer::skip_space(self.bytes, self.at);
            let skipped = &self.bytes[self.at..next];
            if let Some(end) = skipped.iter().rposition(|byte| matches!(byte, b'\n' | b'\r')) {
                self.line = self.at + end + 1;
                self.fresh = true;
            }
            self.at = next;
            let Some(&byte) = self.bytes.get(next) else { return };
            match byte {
                b'#' => self.comment(),
                b'/' if matches!(self.bytes.get(self.at + 1), Some(b'/' | b'*')) => self.comment(),
                // Most tokens begin so; what follows is for dots and what is no ASCII.
                b'!'..=b'-' | b'/'..=b'~' => return,
                _ => {
                    let dots = self.ellipsis();
                    if dots > 0 {
                        let span = self.here(dots);
                        self.report(Fault::Unexpected, span, None, vec![Edit::delete(span)]);
                        self.at += dots;
                    } else if lexer::strange_space(self.text, self.at) > 0 {
                        self.strange_space();
                    } else {
                        return;
                    }
                }
            }
        }
    }

    /// How many bytes of dots that stand for what was left out are next.
    pub(super) fn ellipsis(&self) -> usize {
        let rest = &self.text[self.at..];
        let len = if rest.starts_with('…') {
            "…".len()
        } else {
            rest.len() - rest.trim_start_matches('.').len()
        };
        let alone = rest[len..]
            .chars()
            .next()
            .is_none_or(|next| next.is_whitespace() || ",]}，/#".contains(next));
        if len >= 3 && alone && !self.stack.is_empty() { len } else { 0 }
    }

    /// Reports the run of comments at the current place and goes past it.
    pub(super) fn comment(&mut self) {
        let start = self.at;
        let mut end = start;
        while let Some(next) = lexer::comment_end(self.bytes, self.at, self.blocks) {
            end = next;
            self.at = next;
            while matches!(self.bytes.get(self.at), Some(b' ' | b'\t')) {
                self.at += 1;
            }
        }
        let blank = |byte: &u8| matches!(byte, b' ' | b'\t');
        let before =
            start - self.bytes[..start].iter().rev().take_while(|byte| blank(byte)).count();
        let begins = before == 0 || matches!(self.bytes[before - 1], b'\n' | b'\r');
        let ends = matches!(self.bytes.get(self.at), None | Some(b'\n' | b'\r'));
        let removed = match (begins, ends) {
            (true, true) => before..self.at + patch::line_end_len(self.bytes, self.at),
            (true, false) => start..self.at,
            (false, _) => before..end,
        };
        let fix = vec![Edit::delete(Span::new(offset(removed.start), offset(removed.end)))];
        self.report(Fault::Comment, Span::new(offset(start), offset(end)), None, fix);
        if let Some(line) = self.bytes[start..end].iter().rposition(|&byte| byte == b'\n') {
            self.line = start + line + 1;
            self.fresh = true;
        }
    }

    /// Reports the run of white space at the current place that JSON does not know, and goes past it.
    pub(super) fn strange_space(&mut self) {
        let start = self.at;
        let mut plain = String::new();
        loop {
            let len = lexer::strange_space(self.text, self.at);
            if len == 0 {
                break;
            }
            if !self.text[self.at..].starts_with(lexer::is_invisible) {
                plain.push(' ');
            }
            self.at += len;
        }
        let span = Span::new(offset(start), offset(self.at));
        self.report(Fault::StrangeSpace, span, None, vec![Edit::replace(span, plain)]);
    }
}
