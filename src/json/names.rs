//! Keys that an object has twice.

use std::borrow::Cow;

use super::parser::DEPTH_CAP;
use super::tree::Node;
use super::{Fault, SyntaxError, lexer};
use crate::text::Span;

/// The keys of the open objects, by depth: just enough to know that an object has no key twice.
pub(super) struct Names {
    /// A bit for each key, by its hash: most keys are seen to be new by that alone.
    seen: [u64; DEPTH_CAP],
    /// How many keys; past [`SMALL`] only a table tells.
    count: [u32; DEPTH_CAP],
    /// Whether two keys are seen to be one, or a key has escapes.
    doubt: [bool; DEPTH_CAP],
    /// Room for [`Names::duplicates`].
    table: Vec<u32>,
}

/// Objects up to this size are searched through for each key that may be a second one.
const SMALL: u32 = 12;

impl Names {
    pub(super) const fn new() -> Self {
        Self {
            seen: [0; DEPTH_CAP],
            count: [0; DEPTH_CAP],
            doubt: [false; DEPTH_CAP],
            table: Vec::new(),
        }
    }

    /// Begins an object at `depth`.
    #[inline]
    pub(super) const fn open(&mut self, depth: usize) {
        self.seen[depth] = 0;
        self.count[depth] = 0;
        self.doubt[depth] = false;
    }

    /// Takes in a key of the object at `depth`, whose first child is to be, or is, node `first`.
    #[inline]
    pub(super) fn add(
        &mut self,
        depth: usize,
        text: &str,
        nodes: &[Node],
        first: u32,
        key: Span,
        odd: bool,
    ) {
        self.count[depth] += 1;
        if self.count[depth] <= SMALL {
            let bit = 1 << (hash(text.as_bytes(), key) >> 58);
            if self.seen[depth] & bit != 0 && has(text, nodes, first, key) {
                self.doubt[depth] = true;
            }
            self.seen[depth] |= bit;
        }
        self.doubt[depth] |= odd;
    }

    /// Whether the object at `depth` may have a key twice, so that [`duplicates`] has to be asked.
    #[inline]
    pub(super) const fn doubtful(&self, depth: usize) -> bool {
        self.count[depth] > SMALL || self.doubt[depth]
    }

    /// Every key of the finished `object` at `depth` that the object has already.
    #[inline(never)]
    pub(super) fn duplicates(
        &mut self,
        depth: usize,
        text: &str,
        nodes: &[Node],
        object: u32,
    ) -> Vec<SyntaxError> {
        if self.doubt[depth] {
            return sorted(text, nodes, object);
        }
        let end = nodes[object as usize].next;
        // A power of two with room to spare; the highest bits of a hash are the best.
        let bits = (self.count[depth] * 2).next_power_of_two().trailing_zeros();
        let table = &mut self.table;
        table.clear();
        table.resize(1 << bits, 0);
        let mask = table.len() - 1;
        let mut at = object + 1;
        while at < end {
            let node = &nodes[at as usize];
            let mut slot =
                usize::try_from(hash(text.as_bytes(), node.key) >> (64 - bits)).unwrap_or_default();
            let mut probes = 0;
            loop {
                let other = table[slot & mask];
                if other == 0 {
                    table[slot & mask] = at;
                    break;
                }
                let key = nodes[other as usize].key;
                probes += 1;
                if probes > 16 || (key.len() == node.key.len() && key.of(text) == node.key.of(text))
                {
                    return sorted(text, nodes, object);
                }
                slot += 1;
            }
            at = node.next;
        }
        Vec::new()
    }
}

/// A hash of a key's first and last bytes and its length.
#[inline]
fn hash(bytes: &[u8], key: Span) -> u64 {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let (start, end) = (key.start as usize + 1, key.end as usize - 1);
    let length = end - start;
    // Near the end of the text there are no eight bytes: those that are missing count as zero.
    let word = |at: usize| match bytes.get(at..).and_then(<[u8]>::first_chunk) {
        Some(chunk) => u64::from_le_bytes(*chunk),
        None => bytes[at..].iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte)),
    };
    let ends = if length < 8 {
        word(start) & ((1 << (8 * length)) - 1)
    } else {
        word(start) ^ word(end - 8).rotate_left(23)
    };
    (ends ^ length as u64).wrapping_mul(ODD)
}

/// Whether a key from node `first` on is spelled as `wanted`.
fn has(text: &str, nodes: &[Node], first: u32, wanted: Span) -> bool {
    let mut at = first as usize;
    while let Some(node) = nodes.get(at) {
        if node.key.len() == wanted.len() && node.key.of(text) == wanted.of(text) {
            return true;
        }
        at = node.next as usize;
    }
    false
}

#[cold]
pub(super) fn sorted(text: &str, nodes: &[Node], object: u32) -> Vec<SyntaxError> {
    let end = nodes[object as usize].next;
    let mut members: Vec<(Cow<'_, str>, Span)> = Vec::new();
    let mut at = object + 1;
    while at < end {
        let node = &nodes[at as usize];
        let key = node.key.of(text);
        members.push((
            if node.key_odd { lexer::decode(key) } else { Cow::Borrowed(&key[1..key.len() - 1]) },
            node.key,
        ));
        at = node.next;
    }
    members.sort_unstable();
    let mut found = Vec::new();
    let mut first = 0;
    for at in 1..members.len() {
        if members[at].0 == members[first].0 {
            let (span, related) = (members[at].1, Some(members[first].1));
            found.push(SyntaxError { fault: Fault::DuplicateKey, span, related, fix: Vec::new() });
        } else {
            first = at;
        }
    }
    found
}
