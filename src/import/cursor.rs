//! A place in a script that is being read.

/// How far a script has been read.
pub(super) struct Cursor<'t> {
    pub(super) text: &'t str,
    /// The bytes that have been read.
    pub(super) at: usize,
}

impl<'t> Cursor<'t> {
    /// At the beginning of a script.
    pub(super) const fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// What is still to be read.
    pub(super) fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// Reads over `start`, and tells whether it was there.
    pub(super) fn eat(&mut self, start: &str) -> bool {
        let there = self.rest().starts_with(start);
        if there {
            self.at += start.len();
        }
        there
    }

    /// Reads a character.
    pub(super) fn char(&mut self) -> Option<char> {
        let char = self.rest().chars().next()?;
        self.at += char.len_utf8();
        Some(char)
    }
}
