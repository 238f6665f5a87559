//! Places in a text: byte spans inside, lines and columns at the edge.

use std::borrow::Cow;

/// A half-open range of UTF-8 byte offsets. Texts are capped at 8 MiB, so `u32` is enough.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end`, both in bytes.
    #[inline(always)]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The empty span at `offset`.
    pub const fn at(offset: u32) -> Self {
        Self { start: offset, end: offset }
    }

    /// Whether the span holds no byte.
    #[inline(always)]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Length in bytes.
    #[inline(always)]
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether `offset` lies inside, or directly after the last byte.
    pub const fn touches(self, offset: u32) -> bool {
        self.start <= offset && offset <= self.end
    }

    /// The bytes of `text` the span names.
    #[inline(always)]
    pub fn bytes(self, text: &str) -> &[u8] {
        &text.as_bytes()[self.start as usize..self.end as usize]
    }

    /// The part of `text` the span names.
    #[inline(always)]
    pub fn of(self, text: &str) -> &str {
        &text[self.start as usize..self.end as usize]
    }
}

/// Replaces the bytes of `span` by `text`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edit {
    /// What goes.
    pub span: Span,
    /// What comes instead.
    pub text: Cow<'static, str>,
}

impl Edit {
    /// An edit that puts `text` in the place of `span`.
    pub fn replace(span: Span, text: impl Into<Cow<'static, str>>) -> Self {
        Self { span, text: text.into() }
    }

    /// An edit that inserts `text` at `offset`.
    pub fn insert(offset: u32, text: impl Into<Cow<'static, str>>) -> Self {
        Self::replace(Span::at(offset), text)
    }

    /// An edit that removes `span`.
    pub const fn delete(span: Span) -> Self {
        Self { span, text: Cow::Borrowed("") }
    }
}

/// The indexes of things in the order of their keys, equal ones as they came. All sorting of the core goes through here: each
/// further instance of the library's sort would add kilobytes to the page.
pub fn order(keys: impl Iterator<Item = (u32, u32)>) -> Vec<usize> {
    let mut keys: Vec<(u64, u32)> = keys
        .zip(0..)
        .map(|((high, low), at)| (u64::from(high) << 32 | u64::from(low), at))
        .collect();
    keys.sort_unstable();
    keys.into_iter().map(|(_, at)| at as usize).collect()
}

/// Where the first of some texts stands that equals each of them: its own place where none does before.
pub fn firsts<T: AsRef<str>>(texts: &[T]) -> Vec<usize> {
    let text = |at: usize| texts[at].as_ref();
    let halves = |text: &T| {
        let hash = hash(text.as_ref().as_bytes(), 0);
        ((hash >> 32) as u32, (hash & 0xffff_ffff) as u32)
    };
    let mut firsts: Vec<usize> = (0..texts.len()).collect();
    let mut first = None;
    for at in order(texts.iter().map(halves)) {
        match first {
            Some(own) if text(own) == text(at) => firsts[at] = own,
            _ => first = Some(at),
        }
    }
    firsts
}

/// A hash of bytes, eight at a time, with the bits of `blur` taken as set. For tables and for telling equals apart, never for
/// safety: the core has no random source.
pub fn hash(bytes: &[u8], blur: u64) -> u64 {
    let (words, rest) = bytes.as_chunks::<8>();
    let step = |hash: u64, word: u64| {
        (hash.rotate_left(23) ^ (word | blur)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    };
    let hash =
        words.iter().fold(bytes.len() as u64, |hash, own| step(hash, u64::from_le_bytes(*own)));
    let hash = step(hash, word(rest));
    hash ^ (hash >> 32)
}

/// At most eight bytes as a number, the first of them lowest, the missing ones zero.
#[inline(always)]
pub fn word(bytes: &[u8]) -> u64 {
    let length = bytes.len();
    if let Some(&all) = bytes.first_chunk::<8>() {
        return u64::from_le_bytes(all);
    }
    if let (Some(&first), Some(&last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        let last = u64::from(u32::from_le_bytes(last)) << (8 * (length - 4));
        return u64::from(u32::from_le_bytes(first)) | last;
    }
    bytes.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte))
}

/// Whether two texts are equal, byte by byte. Names and values are short: a call of the library's comparison costs more than they do.
#[inline(always)]
pub fn same(left: &[u8], right: &[u8]) -> bool {
    if left.len() != right.len() {
        return false;
    }
    if left.len() > 16 {
        return left == right;
    }
    if let (Some(head), Some(tail)) = (left.first_chunk::<8>(), left.last_chunk::<8>()) {
        return right.first_chunk() == Some(head) && right.last_chunk() == Some(tail);
    }
    if let (Some(head), Some(tail)) = (left.first_chunk::<4>(), left.last_chunk::<4>()) {
        return right.first_chunk() == Some(head) && right.last_chunk() == Some(tail);
    }
    left.iter().zip(right).all(|(left, right)| left == right)
}

/// The bits that tell capital ASCII letters from small ones.
pub const CASE: u64 = 0x2020_2020_2020_2020;

/// `text` with `edits` carried out. They may come in any order; one that overlaps an earlier one (by position) is left out,
/// insertions at one place keep their given order.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut done = 0;
    for at in order(edits.iter().map(|edit| (edit.span.start, edit.span.end))) {
        let edit = &edits[at];
        if edit.span.start < done {
            continue;
        }
        out.push_str(&text[done as usize..edit.span.start as usize]);
        out.push_str(&edit.text);
        done = edit.span.end;
    }
    out.push_str(&text[done as usize..]);
    out
}

/// A place as people count: line and column from 1, column in Unicode scalar values, offset in UTF-8 bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Position {
    /// From 1.
    pub line: u32,
    /// From 1, in Unicode scalar values.
    pub column: u32,
    /// From 0, in UTF-8 bytes.
    pub offset: u32,
}

/// Where the lines of a text start. A line ends with `\n`; a `\r` before it belongs to the line.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
    /// How many characters start before each block of the text, so that a column far into one long line costs no walk along it.
    blocks: Vec<u32>,
}

/// The bytes of a block.
const BLOCK: usize = 1024;

/// How many characters start in a piece of UTF-8.
fn characters(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count()).unwrap_or(u32::MAX)
}

impl LineIndex {
    /// Reads the whole of `text` once.
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(
            (1u32..).zip(text.bytes()).filter(|&(_, byte)| byte == b'\n').map(|(after, _)| after),
        );
        let blocks = text.as_bytes().chunks(BLOCK).scan(0, |before, block| {
            let own = *before;
            *before += characters(block);
            Some(own)
        });
        Self { starts, blocks: blocks.collect() }
    }

    /// How many lines there are: one more than there are line feeds.
    pub fn lines(&self) -> usize {
        self.starts.len()
    }

    /// The line (from 1) that holds `offset`.
    pub fn line(&self, offset: u32) -> u32 {
        u32::try_from(self.starts.partition_point(|&start| start <= offset)).unwrap_or(u32::MAX)
    }

    /// The place of `offset` in `text`, which must be the text the index was made from.
    pub fn position(&self, text: &str, offset: u32) -> Position {
        let line = self.line(offset);
        let start = self.starts[line as usize - 1];
        let column = self.before(text, offset) - self.before(text, start) + 1;
        Position { line, column, offset }
    }

    /// How many characters start before `offset`.
    fn before(&self, text: &str, offset: u32) -> u32 {
        let offset = offset as usize;
        let block = offset / BLOCK;
        let counted = self.blocks.get(block).copied();
        let from = if counted.is_some() { block * BLOCK } else { block.saturating_sub(1) * BLOCK };
        let before = counted.or_else(|| self.blocks.last().copied()).unwrap_or(0);
        before + characters(&text.as_bytes()[from..offset])
    }

    /// The bytes of `line` (from 1) of `text`, without its line end.
    pub fn span(&self, text: &str, line: u32) -> Span {
        let start = self.starts[line as usize - 1];
        let end = self.starts.get(line as usize).map_or(text.len(), |&next| next as usize);
        let end = start as usize + text[start as usize..end].trim_end_matches(['\n', '\r']).len();
        Span::new(start, u32::try_from(end).unwrap_or(u32::MAX))
    }
}

/// The offset of `offset` (UTF-8 bytes) in UTF-16 code units, which is how browsers count.
pub fn utf16_offset(text: &str, offset: u32) -> u32 {
    text.as_bytes()[..offset as usize].chunks(BLOCK).map(units).sum()
}

/// The UTF-8 byte offset of `offset` UTF-16 code units; past the end it is the text's length.
pub fn utf8_offset(text: &str, offset: u32) -> u32 {
    let bytes = text.as_bytes();
    let (mut at, mut before) = (0, 0);
    while let Some(block) = bytes.get(at..at + BLOCK) {
        let own = units(block);
        if before + own > offset {
            break;
        }
        at += BLOCK;
        before += own;
    }
    while let Some(&byte) = bytes.get(at) {
        if byte & 0xc0 != 0x80 {
            if before >= offset {
                break;
            }
            before += 1 + u32::from(byte >= 0xf0);
        }
        at += 1;
    }
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// How many UTF-16 code units the characters have that start in a piece of UTF-8.
fn units(bytes: &[u8]) -> u32 {
    let wide = |bytes: &[u8]| bytes.iter().filter(|&&byte| byte >= 0xf0).count();
    if bytes.is_ascii() {
        u32::try_from(bytes.len()).unwrap_or(u32::MAX)
    } else {
        characters(bytes) + u32::try_from(wide(bytes)).unwrap_or(u32::MAX)
    }
}

/// The one edit that makes `new` of `old`, as small as it can be; none where they are the same.
pub fn difference(old: &str, new: &str) -> Option<Edit> {
    if old == new {
        return None;
    }
    let same = |(left, right): &(&u8, &u8)| left == right;
    let mut start = old.bytes().zip(new.bytes()).take_while(|(old, new)| old == new).count();
    while !(old.is_char_boundary(start) && new.is_char_boundary(start)) {
        start -= 1;
    }
    let (old_rest, new_rest) = (&old.as_bytes()[start..], &new.as_bytes()[start..]);
    let mut tail = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(same).count();
    while !(old.is_char_boundary(old.len() - tail) && new.is_char_boundary(new.len() - tail)) {
        tail -= 1;
    }
    let end = u32::try_from(old.len() - tail).unwrap_or(u32::MAX);
    let span = Span::new(u32::try_from(start).unwrap_or(u32::MAX), end);
    Some(Edit::replace(span, new[start..new.len() - tail].to_owned()))
}

/// At most 60 characters of a text on one line.
pub fn shorten(text: &str) -> String {
    let mut out: String = text
        .chars()
        .take(61)
        .map(|char| if char.is_control() || char.is_whitespace() { ' ' } else { char })
        .collect();
    if out.chars().count() > 60 {
        out = out.chars().take(59).collect();
        out.push('…');
    }
    out
}
