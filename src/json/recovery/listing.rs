//! A body as it stands in a listing: every line behind its number, or behind a mark of quoted mail or of a diff.

use super::Recovery;
use crate::json::lexer::offset;
use crate::text::{Edit, Span};

/// The first line of the body is one of so many.
const LINES: usize = 32;
/// So many lines with marks tell.
const FEWEST: usize = 3;

/// What stands before every line.
struct Mark<'t> {
    /// Before the number: the name of a file, as `grep` has it.
    head: &'t str,
    /// The next line's number, if lines have one.
    number: Option<u64>,
    /// Between the number, or the line's beginning, and the line itself.
    tail: &'t str,
}

impl Recovery<'_> {
    /// The mark of the first line of a text most lines of which begin with one, and what takes all of them away.
    pub(super) fn listing(&self) -> Option<(Span, Vec<Edit>)> {
        let mut found: Option<Mark> = None;
        let mut edits = Vec::new();
        let mut others = 0;
        let mut at = self.at;
        for (count, line) in self.text[at..].split_inclusive('\n').enumerate() {
            if found.is_none() {
                if count == LINES {
                    break;
                }
                found = Mark::of(line);
            }
            match found.as_mut().and_then(|mark| mark.taken_from(line)) {
                Some(length) => {
                    edits.push(Edit::delete(Span::new(offset(at), offset(at + length))));
                }
                None => others += usize::from(!line.trim().is_empty()),
            }
            at += line.len();
        }
        let first = edits.first()?.span;
        let marks =
            Span::new(first.start, first.start + offset(first.of(self.text).trim_end().len()));
        (edits.len() >= FEWEST && edits.len() > others).then_some((marks, edits))
    }
}

impl<'t> Mark<'t> {
    /// What stands before the bracket that begins a line after it.
    fn of(line: &'t str) -> Option<Self> {
        let before = &line[..line.find(['{', '['])?];
        let digit = |char: char| char.is_ascii_digit();
        let own = before.trim_end_matches([' ', '\t', ':', '|', '.', ')', '│', '→']);
        let head = own.trim_end_matches(digit);
        let tail = &before[own.len()..];
        let number = own[head.len()..].parse().ok().filter(|_| !tail.is_empty());
        let head = head.trim_start();
        let named = head.ends_with(':') && !head.contains(['"', '\'', ' ']);
        if number.is_some() && (head.is_empty() || named) {
            return Some(Self { head, number, tail });
        }
        let sign = matches!(before, "+" | "-") || before.starts_with('>');
        (sign && before.trim_matches(['>', ' ', '+', '-']).is_empty()).then_some(Self {
            head: "",
            number: None,
            tail: before,
        })
    }

    /// How much of a line is the mark, if it has the next one. Of a line that is empty otherwise the white space may be lost.
    fn taken_from(&mut self, line: &str) -> Option<usize> {
        let mut rest = line;
        if let Some(number) = self.number {
            rest = line.trim_start().strip_prefix(self.head)?;
            let own =
                rest.len() - rest.trim_start_matches(|char: char| char.is_ascii_digit()).len();
            if rest[..own].parse() != Ok(number) {
                return None;
            }
            rest = &rest[own..];
        }
        let tail = match rest.strip_prefix(self.tail) {
            Some(_) => self.tail,
            None => rest
                .trim_end()
                .strip_prefix(self.tail.trim_end())?
                .is_empty()
                .then(|| rest.trim_end())?,
        };
        self.number = self.number.map(|number| number + 1);
        Some(line.len() - rest.len() + tail.len())
    }
}
