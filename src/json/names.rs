//! Keys that an object has twice.

use std::borrow::Cow;

use super::parser::DEPTH_CAP;
use super::tree::Node;
use super::{Fault, SyntaxError, lexer};
use crate::text::{Span, order, same, word};

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
const SMALL: u32 = 24;

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
    #[inline(always)]
    pub(super) const fn open(&mut self, depth: usize) {
        self.seen[depth] = 0;
        self.count[depth] = 0;
        self.doubt[depth] = false;
    }

    /// Takes in a key of the object at `depth`, whose first child is to be, or is, node `first`. Gives its mark,
    /// 0 if it is odd.
    #[inline(always)]
    pub(super) fn add(
        &mut self,
        depth: usize,
        text: &str,
        nodes: &[Node],
        first: u32,
        key: Span,
        odd: bool,
    ) -> u32 {
        let hash = hash(text.as_bytes(), key);
        self.count[depth] += 1;
        if self.count[depth] <= SMALL {
            let bit = 1 << (hash >> 58);
            if self.seen[depth] & bit != 0 && has(text, nodes, first, key, high(hash)) {
                self.doubt[depth] = true;
            }
            self.seen[depth] |= bit;
        }
        self.doubt[depth] |= odd;
        if odd { 0 } else { high(hash) }
    }

    /// Whether the object at `depth` may have a key twice, so that [`Names::duplicates`] has to be asked.
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
            return repeated(text, nodes, object);
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
                if probes > 16 || same(key.bytes(text), node.key.bytes(text)) {
                    return repeated(text, nodes, object);
                }
                slot += 1;
            }
            at = node.next;
        }
        Vec::new()
    }
}

/// A hash of a key's first and last bytes and its length.
#[inline(always)]
fn hash(bytes: &[u8], key: Span) -> u64 {
    let (start, end) = (key.start as usize + 1, key.end as usize - 1);
    let length = end - start;
    if length < 8 {
        mix(eight(bytes, start) & ((1 << (8 * length)) - 1), 0, length)
    } else {
        mix(eight(bytes, start), eight(bytes, end - 8), length)
    }
}

/// The eight bytes at `at`, the first of them lowest; near the end of the text those that are there.
#[inline(always)]
fn eight(bytes: &[u8], at: usize) -> u64 {
    lexer::word(bytes, at).unwrap_or_else(|| word(&bytes[at..]))
}

#[inline(always)]
const fn mix(head: u64, tail: u64, length: usize) -> u64 {
    (head ^ tail.rotate_left(23) ^ length as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

const fn high(hash: u64) -> u32 {
    (hash >> 32) as u32
}

/// What tells a name from nearly all others in one comparison: a hash of its first and last bytes and its length.
pub(crate) fn mark(name: &str) -> u32 {
    let bytes = name.as_bytes();
    let length = bytes.len();
    high(match bytes.len().checked_sub(8) {
        None => mix(word(bytes), 0, length),
        Some(last) => mix(word(&bytes[..8]), word(&bytes[last..]), length),
    })
}

/// Whether a key from node `first` on is spelled as `wanted`, which has this mark. Odd keys are looked at when their object ends.
fn has(text: &str, nodes: &[Node], first: u32, wanted: Span, mark: u32) -> bool {
    let mut at = first as usize;
    while let Some(node) = nodes.get(at) {
        if node.mark == mark && same(node.key.bytes(text), wanted.bytes(text)) {
            return true;
        }
        at = node.next as usize;
    }
    false
}

/// Whether it is plain that the finished `object` has no key twice: its keys are few, none is odd, and their marks differ.
pub(super) fn distinct(nodes: &[Node], object: u32) -> bool {
    let mut marks = [0; SMALL as usize];
    let mut count = 0;
    let mut at = object as usize + 1;
    while let Some(node) = nodes.get(at).filter(|_| at < nodes[object as usize].next as usize) {
        if node.key_odd || count == marks.len() || marks[..count].contains(&node.mark) {
            return false;
        }
        marks[count] = node.mark;
        count += 1;
        at = node.next as usize;
    }
    true
}

/// Every key of the finished `object` that the object has already, whatever their spellings and however many there are.
#[cold]
pub(super) fn repeated(text: &str, nodes: &[Node], object: u32) -> Vec<SyntaxError> {
    let end = nodes[object as usize].next;
    let mut keys = Vec::new();
    let mut at = object + 1;
    while at < end {
        let node = &nodes[at as usize];
        keys.push((node.key, node.key_odd));
        at = node.next;
    }
    let name = |(key, odd): (Span, bool)| {
        let key = key.of(text);
        if odd { lexer::decode(key) } else { Cow::Borrowed(&key[1..key.len() - 1]) }
    };
    let hashes: Vec<(u32, u32)> = keys.iter().map(|&key| full_hash(&name(key))).collect();
    let mut found = Vec::new();
    // The different names of one hash.
    let mut known: Vec<(Span, bool)> = Vec::new();
    let mut hash = None;
    for at in order(hashes.iter().copied()) {
        if hash != Some(hashes[at]) {
            hash = Some(hashes[at]);
            known.clear();
        }
        let key = keys[at];
        match known.iter().find(|&&other| name(other) == name(key)) {
            Some(&(first, _)) => {
                let (span, related) = (key.0, Some(first));
                found.push(SyntaxError {
                    fault: Fault::DuplicateKey,
                    span,
                    related,
                    fix: Vec::new(),
                });
            }
            // Only names made for it share a hash; a few of them are enough to know.
            None if known.len() < 8 => known.push(key),
            None => {}
        }
    }
    found
}

/// A hash (64-bit FNV-1a) of the whole of a name.
fn full_hash(name: &str) -> (u32, u32) {
    let hash = name.bytes().fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    });
    let half = |bits: u64| u32::try_from(bits & u64::from(u32::MAX)).unwrap_or_default();
    (half(hash >> 32), half(hash))
}
