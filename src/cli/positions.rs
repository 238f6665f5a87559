//! Lines and columns of many places of one text. A body may be one line of megabytes, so columns are not counted from its start.

use crate::text::{LineIndex, Position, Span};

const STEP: usize = 1024;

/// Finds positions in a text without reading its lines anew for each.
#[derive(Debug)]
pub(super) struct Positions<'a> {
    text: &'a str,
    lines: &'a LineIndex,
    /// How many characters start before each [`STEP`]th byte.
    before: Vec<u32>,
}

impl<'a> Positions<'a> {
    /// Reads the whole of `text` once; `lines` must be its own.
    pub(super) fn new(text: &'a str, lines: &'a LineIndex) -> Self {
        let mut count = 0;
        let before = text
            .as_bytes()
            .chunks(STEP)
            .map(|chunk| {
                let own = count;
                count += starts(chunk);
                own
            })
            .collect();
        Self { text, lines, before }
    }

    /// The place of `offset`, as [`LineIndex::position`] gives it.
    pub(super) fn at(&self, offset: u32) -> Position {
        let line = self.lines.line(offset);
        let start = self.lines.span(self.text, line).start;
        Position { line, column: self.characters(offset) - self.characters(start) + 1, offset }
    }

    /// The bytes of a line (from 1), without its end.
    pub(super) fn line(&self, line: u32) -> Span {
        self.lines.span(self.text, line)
    }

    fn characters(&self, offset: u32) -> u32 {
        let offset = offset as usize;
        let step = (offset / STEP).min(self.before.len().saturating_sub(1));
        let known = self.before.get(step).copied().unwrap_or(0);
        known + starts(&self.text.as_bytes()[step * STEP..offset])
    }
}

/// How many characters start in a piece of UTF-8.
fn starts(bytes: &[u8]) -> u32 {
    let count = bytes.iter().filter(|&&byte| byte & 0b1100_0000 != 0b1000_0000).count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_those_of_the_line_index() {
        let text =
            format!("{}\n中文{}é\r\n\n{}", "ä".repeat(700), "x中".repeat(900), "😀".repeat(600));
        let lines = LineIndex::new(&text);
        let positions = Positions::new(&text, &lines);
        for (offset, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let offset = u32::try_from(offset).unwrap();
            assert_eq!(positions.at(offset), lines.position(&text, offset));
        }
        let lines = LineIndex::new("");
        assert_eq!(Positions::new("", &lines).at(0), Position { line: 1, column: 1, offset: 0 });
    }
}
