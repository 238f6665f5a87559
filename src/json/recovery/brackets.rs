//! The brackets of a text at a glance, to weigh one reading of a fault against another by what each makes of the rest.

use crate::json::lexer;

/// Every bracket outside strings and comments, with strings taken as quotes that close on their own line.
#[derive(Debug)]
pub(super) struct Brackets {
    list: Vec<(u32, u8)>,
    /// Whether more arrays end than begin.
    pub(super) lost_array: bool,
}

impl Brackets {
    /// Those of a text without any.
    pub(super) const fn none() -> Self {
        Self { list: Vec::new(), lost_array: false }
    }

    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let blocks = lexer::last_block_end(text);
        let mut list = Vec::new();
        let mut arrays = 0i32;
        let mut at = 0;
        while at < bytes.len() {
            match bytes[at] {
                b'"' => {
                    let end = string_end(bytes, at + 1, b'"');
                    at = end.unwrap_or_else(|| lexer::line_end(bytes, at));
                }
                // An apostrophe inside a word opens nothing.
                b'\'' if at == 0 || !bytes[at - 1].is_ascii_alphanumeric() => {
                    at = string_end(bytes, at + 1, b'\'').unwrap_or(at + 1);
                }
                b'/' | b'#' if at == 0 || bytes[at - 1] != b':' => {
                    match lexer::comment_end(bytes, at, blocks) {
                        Some(end) => at = end,
                        None => at += 1,
                    }
                }
                b'{' | b'}' | b'[' | b']' | 0xEF => {
                    if let Some((bracket @ (b'{' | b'}' | b'[' | b']'), _)) =
                        lexer::punctuation(bytes, at)
                    {
                        list.push((lexer::offset(at), bracket));
                        arrays += i32::from(bracket == b']') - i32::from(bracket == b'[');
                    }
                    at += 1;
                }
                b'\n' => at = lexer::skip_space(bytes, at),
                _ => at += 1,
            }
        }
        Self { list, lost_array: arrays > 0 }
    }

    /// Whether each bracket that opens is closed by its counterpart.
    pub(super) fn balanced(&self) -> bool {
        self.cost(Vec::new(), 0).0 == 0
    }

    /// How many brackets from `from` on do not fit if those in `open`, given by what closes them, are open there; and how many
    /// brackets were looked at to know.
    pub(super) fn cost(&self, mut open: Vec<u8>, from: usize) -> (usize, usize) {
        let first = self.list.partition_point(|&(at, _)| (at as usize) < from);
        let mut cost = 0;
        for &(_, bracket) in &self.list[first..] {
            match bracket {
                b'{' => open.push(b'}'),
                b'[' => open.push(b']'),
                _ => match open.iter().rev().take(2).position(|&close| close == bracket) {
                    Some(skipped) => {
                        cost += skipped;
                        open.truncate(open.len() - skipped - 1);
                    }
                    None => cost += 1,
                },
            }
        }
        (cost + open.len(), self.list.len() - first)
    }
}

/// The offset after the next `quote` on the line that is not escaped.
fn string_end(bytes: &[u8], mut at: usize, quote: u8) -> Option<usize> {
    loop {
        if quote == b'"' {
            at = lexer::skip_plain(bytes, at);
        }
        match *bytes.get(at)? {
            b'\n' | b'\r' => return None,
            b'\\' => at += 2,
            byte if byte == quote => return Some(at + 1),
            _ => at += 1,
        }
    }
}
