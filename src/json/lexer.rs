//! What the strict parser, the forgiving one and the edits agree on below the level of values: white space, comments,
//! quotes, escapes, and the spellings of numbers and literals.

use std::borrow::Cow;

/// A byte offset as the tree keeps it. Texts are capped below `u32::MAX` before anything is parsed.
#[expect(clippy::cast_possible_truncation, reason = "SIZE_CAP")]
pub(super) const fn offset(at: usize) -> u32 {
    at as u32
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;
const SPACES: u64 = u64::from_ne_bytes([b' '; 8]);
const QUOTES: u64 = u64::from_ne_bytes([b'"'; 8]);
const BACKSLASHES: u64 = u64::from_ne_bytes([b'\\'; 8]);

/// The eight bytes at `at`, the first of them lowest.
#[inline(always)]
pub(super) fn word(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..)?.first_chunk().map(|chunk| u64::from_le_bytes(*chunk))
}

/// The high bit of each byte of `word` that is zero (exact up to the lowest one, which is all that is read).
#[inline(always)]
const fn zeros(word: u64) -> u64 {
    word.wrapping_sub(ONES) & !word & HIGH
}

/// The first offset from `at` on that holds no JSON white space.
#[inline(always)]
pub(super) fn skip_space(bytes: &[u8], mut at: usize) -> usize {
    while let Some(&byte) = bytes.get(at) {
        if byte > b' ' {
            return at;
        }
        match byte {
            b'\n' => {
                at += 1;
                // Indentation is most of the white space there is.
                while let Some(word) = word(bytes, at) {
                    let other = word ^ SPACES;
                    if other != 0 {
                        at += other.trailing_zeros() as usize / 8;
                        break;
                    }
                    at += 8;
                }
            }
            b' ' | b'\t' | b'\r' => at += 1,
            _ => return at,
        }
    }
    at
}

/// The first offset from `at` on that holds a `"`, a backslash or a control character.
#[inline(always)]
pub(super) fn skip_plain(bytes: &[u8], mut at: usize) -> usize {
    while let Some(word) = word(bytes, at) {
        let control = word.wrapping_sub(SPACES) & !word & HIGH;
        let special = zeros(word ^ QUOTES) | zeros(word ^ BACKSLASHES) | control;
        if special != 0 {
            return at + special.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    while bytes.get(at).is_some_and(|&byte| byte != b'"' && byte != b'\\' && byte >= b' ') {
        at += 1;
    }
    at
}

/// The offset after the strict JSON number at `at`, if there is one.
#[inline(always)]
pub(super) fn number_end(bytes: &[u8], mut at: usize) -> Option<usize> {
    let digits = |mut at: usize| {
        let start = at;
        while bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        (at > start).then_some(at)
    };
    if bytes.get(at) == Some(&b'-') {
        at += 1;
    }
    at = if bytes.get(at) == Some(&b'0') { at + 1 } else { digits(at)? };
    if bytes.get(at) == Some(&b'.') {
        at = digits(at + 1)?;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        at += 1;
        if matches!(bytes.get(at), Some(b'+' | b'-')) {
            at += 1;
        }
        at = digits(at)?;
    }
    Some(at)
}

/// A character that people use as a quotation mark.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Quote {
    /// How many bytes it takes.
    pub(super) len: usize,
    /// Whether it is of the double kind; a string ends with a mark of the kind it began with.
    pub(super) double: bool,
    /// Whether it is `"` itself.
    pub(super) plain: bool,
    /// Its first byte.
    pub(super) byte: u8,
}

impl Quote {
    /// Whether a string begun with this mark ends with `other` as it should: with the same mark, or if it began with one that
    /// has a counterpart, with any of its kind.
    pub(super) const fn is_closed_by(self, other: Self) -> bool {
        self.double == other.double && (self.len > 1 || self.byte == other.byte)
    }
}

/// The quotation mark at `at`, if one stands there.
pub(super) fn quote_at(bytes: &[u8], at: usize) -> Option<Quote> {
    let (len, double) = match *bytes.get(at)? {
        b'"' => return Some(Quote { len: 1, double: true, plain: true, byte: b'"' }),
        b'\'' | b'`' => (1, false),
        0xC2 if bytes.get(at + 1) == Some(&0xB4) => (2, false),
        0xE2 if bytes.get(at + 1) == Some(&0x80) => match bytes.get(at + 2)? {
            0x98..=0x9B => (3, false),
            0x9C..=0x9F => (3, true),
            _ => return None,
        },
        0xEF if bytes.get(at + 1) == Some(&0xBC) => match bytes.get(at + 2)? {
            0x82 => (3, true),
            0x87 => (3, false),
            _ => return None,
        },
        _ => return None,
    };
    Some(Quote { len, double, plain: false, byte: bytes[at] })
}

/// The quotation mark that ends right before `end`, if one does.
pub(super) fn quote_before(bytes: &[u8], end: usize) -> Option<Quote> {
    (1..=3.min(end)).find_map(|len| quote_at(bytes, end - len).filter(|quote| quote.len == len))
}

/// The structural character at `at`, by its plain ASCII form, and how many bytes it takes: `{ } [ ] : ,` or full-width.
pub(super) fn punctuation(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    match *bytes.get(at)? {
        byte @ (b'{' | b'}' | b'[' | b']' | b':' | b',') => Some((byte, 1)),
        0xEF => {
            let plain = match (bytes.get(at + 1)?, bytes.get(at + 2)?) {
                (0xBC, 0x9A) => b':',
                (0xBC, 0x8C) => b',',
                (0xBC, 0xBB) => b'[',
                (0xBC, 0xBD) => b']',
                (0xBD, 0x9B) => b'{',
                (0xBD, 0x9D) => b'}',
                _ => return None,
            };
            Some((plain, 3))
        }
        _ => None,
    }
}

/// What people write for a comma.
pub(super) const COMMA_SIGNS: [&str; 4] = [";", "；", "、", "|"];

/// How many bytes the sign at `at` takes that stands for a comma; 0 if none does.
pub(super) fn comma_sign(text: &str, at: usize) -> usize {
    let found = |sign: &&str| text.as_bytes()[at..].starts_with(sign.as_bytes());
    COMMA_SIGNS.into_iter().find(found).map_or(0, str::len)
}

/// How many bytes the white space at `at` takes that JSON does not know; 0 if none stands there.
pub(super) fn strange_space(text: &str, at: usize) -> usize {
    match text.as_bytes().get(at) {
        None | Some(b' '..=b'~' | b'\t' | b'\n' | b'\r') => 0,
        Some(_) => match text[at..].chars().next() {
            Some(char) if char.is_whitespace() || is_invisible(char) => char.len_utf8(),
            _ => 0,
        },
    }
}

/// Characters of no width that editors and web pages leave behind.
pub(crate) const fn is_invisible(char: char) -> bool {
    matches!(char, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}')
}

/// The end of the line that holds `at`, before its line end.
pub(super) fn line_end(bytes: &[u8], at: usize) -> usize {
    bytes[at..]
        .iter()
        .position(|&byte| byte == b'\n' || byte == b'\r')
        .map_or(bytes.len(), |length| at + length)
}

/// Where the last block comment of a text can end. Knowing it keeps many that never end from being searched for their ends.
pub(super) fn last_block_end(text: &str) -> usize {
    let mut end = text.len();
    while let Some(at) = text[..end].rfind('/') {
        if text[..at].ends_with('*') {
            return at - 1;
        }
        end = at;
    }
    0
}

/// The end of the comment at `at`, if one begins there. A block comment that never ends is its line.
pub(super) fn comment_end(bytes: &[u8], at: usize, last_block_end: usize) -> Option<usize> {
    match (bytes.get(at)?, bytes.get(at + 1)) {
        (b'/', Some(b'*')) if at + 2 <= last_block_end => {
            let length = bytes[at + 2..].windows(2).position(|pair| pair == b"*/");
            Some(length.map_or_else(|| line_end(bytes, at), |length| at + length + 4))
        }
        (b'#', _) | (b'/', Some(b'/' | b'*')) => Some(line_end(bytes, at)),
        _ => None,
    }
}

/// The first offset from `at` on that holds neither white space of any kind nor a comment.
pub(super) fn skip_trivia(text: &str, mut at: usize, last_block_end: usize) -> usize {
    let bytes = text.as_bytes();
    loop {
        at = skip_space(bytes, at);
        if let Some(end) = comment_end(bytes, at, last_block_end) {
            at = end;
        } else {
            match strange_space(text, at) {
                0 => return at,
                length => at += length,
            }
        }
    }
}

/// What stands at a backslash.
pub(super) struct Escape {
    /// How many bytes it takes.
    pub(super) len: usize,
    /// What it means.
    pub(super) char: char,
    /// How strict JSON writes it, if this is not how.
    pub(super) plain: Option<Cow<'static, str>>,
}

/// What stands for half a character.
pub(super) const LOST: &str = "\\ufffd";

/// The escape at the backslash at `at`. Sequences that JSON does not know mean what they show: a backslash that stands for
/// itself, but for `\'` and `\x41`, which no one writes for anything else.
pub(super) fn escape_at(bytes: &[u8], at: usize) -> Escape {
    let good = |len, char| Escape { len, char, plain: None };
    let hex = |from: usize, count: usize| {
        let digits = bytes
            .get(from..from + count)
            .filter(|digits| digits.iter().all(u8::is_ascii_hexdigit))?;
        u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
    };
    match bytes.get(at + 1) {
        Some(&byte @ (b'"' | b'\\' | b'/')) => good(2, char::from(byte)),
        Some(b'b') => good(2, '\u{8}'),
        Some(b'f') => good(2, '\u{C}'),
        Some(b'n') => good(2, '\n'),
        Some(b'r') => good(2, '\r'),
        Some(b't') => good(2, '\t'),
        Some(&byte @ (b'\'' | b'`')) => Escape {
            len: 2,
            char: char::from(byte),
            plain: Some(Cow::Borrowed(if byte == b'\'' { "'" } else { "`" })),
        },
        Some(b'u') if let Some(unit) = hex(at + 2, 4) => {
            if let Some(char) = char::from_u32(unit) {
                return good(6, char);
            }
            let low = (bytes.get(at + 6..at + 8) == Some(b"\\u")).then(|| hex(at + 8, 4)).flatten();
            match low {
                Some(low) if unit < 0xDC00 && (0xDC00..0xE000).contains(&low) => {
                    let scalar = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
                    good(12, char::from_u32(scalar).unwrap_or(char::REPLACEMENT_CHARACTER))
                }
                _ => Escape {
                    len: 6,
                    char: char::REPLACEMENT_CHARACTER,
                    plain: Some(Cow::Borrowed(LOST)),
                },
            }
        }
        Some(b'x') if let Some(unit) = hex(at + 2, 2) => Escape {
            len: 4,
            char: char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER),
            plain: Some(Cow::Owned(format!("\\u{unit:04x}"))),
        },
        _ => Escape { len: 1, char: '\\', plain: Some(Cow::Borrowed("\\\\")) },
    }
}

/// How many bytes of `raw`, the spelling of a string or key, are its opening and its closing mark; 0 where it has none.
fn marks(raw: &str) -> (usize, usize) {
    let bytes = raw.as_bytes();
    let Some(open) = quote_at(bytes, 0) else {
        // A bare word that ends with a quote has lost the one before it.
        return (0, quote_before(bytes, bytes.len()).map_or(0, |quote| usize::from(quote.plain)));
    };
    let close = quote_before(bytes, bytes.len()).filter(|close| close.double == open.double);
    let close = close.map_or(0, |close| close.len);
    if open.len + close > raw.len() || (close > 0 && is_text(&raw[open.len..], close)) {
        return (open.len, 0);
    }
    (open.len, close)
}

/// How many bytes at the end of `raw`, the spelling of a string, are its closing mark; 0 if it has none.
pub(super) fn closing_mark(raw: &str) -> usize {
    marks(raw).1
}

/// Whether the quote that ends `rest`, a string after its opening mark, is an escaped one of its text and not its end. An odd
/// one out among escaped quotes is an end that a backslash of the text (`"C:\dir\"`) hides.
fn is_text(rest: &str, close: usize) -> bool {
    let bytes = rest.as_bytes();
    let last = bytes.len() - close;
    let slashes = bytes[..last].iter().rev().take_while(|&&byte| byte == b'\\').count();
    slashes % 2 == 1 && escaped_quotes(bytes).is_multiple_of(2)
}

/// How many quotes with a backslash before them there are.
pub(super) fn escaped_quotes(bytes: &[u8]) -> usize {
    let mut at = 0;
    let mut count = 0;
    while at < bytes.len() {
        if bytes[at] == b'\\' {
            count += usize::from(matches!(bytes.get(at + 1), Some(b'"' | b'\'' | b'`')));
            at += 2;
        } else {
            at += 1;
        }
    }
    count
}

/// The text that a string or key stands for, whatever its spelling: in any quotes, in none, not closed, with escapes that JSON
/// does not know.
pub(super) fn decode(raw: &str) -> Cow<'_, str> {
    let (open, close) = marks(raw);
    let inner = &raw[open..raw.len() - close];
    if (open == 0 && close == 0) || !inner.contains('\\') {
        return Cow::Borrowed(inner);
    }
    let mut out = String::with_capacity(inner.len());
    let mut rest = inner;
    while let Some(at) = rest.find('\\') {
        let escape = escape_at(rest.as_bytes(), at);
        out.push_str(&rest[..at]);
        out.push(escape.char);
        rest = &rest[at + escape.len..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// For each byte of what [`decode`] makes of `raw`, which stands at `start`, where it is spelled; and the place behind the last.
pub(super) fn places(raw: &str, start: u32) -> Vec<u32> {
    let (open, close) = marks(raw);
    let bare = open == 0 && close == 0;
    let mut out = Vec::with_capacity(raw.len());
    let mut at = open;
    let end = raw.len() - close;
    while at < end {
        let escape = (!bare && raw.as_bytes()[at] == b'\\').then(|| escape_at(raw.as_bytes(), at));
        let (len, bytes) = escape.map_or((1, 1), |escape| (escape.len, escape.char.len_utf8()));
        out.extend(std::iter::repeat_n(start + offset(at), bytes));
        at += len;
    }
    out.push(start + offset(end));
    out
}

/// What a word without quotes stands for.
#[derive(PartialEq, Eq, Debug)]
pub(super) enum Word {
    /// `null`, and whether it is spelled so.
    Null(bool),
    /// `true` or `false`, and whether it is spelled so.
    Bool(bool, bool),
    /// A number as JSON spells it.
    Number,
    /// A number in another spelling, and JSON's where there is one that says the same.
    BadNumber(Option<String>),
    /// `NaN` or an infinity.
    NotANumber,
    /// Anything else.
    Text,
}

/// Tells what a word without quotes stands for.
pub(super) fn classify(word: &str) -> Word {
    match word {
        "null" => return Word::Null(true),
        "true" => return Word::Bool(true, true),
        "false" => return Word::Bool(false, true),
        // In small letters "none" is a value of several fields.
        "None" | "nil" | "undefined" => return Word::Null(false),
        "NaN" | "Infinity" | "-Infinity" | "+Infinity" => return Word::NotANumber,
        _ => {}
    }
    if word.len() <= 5 {
        for (name, kind) in [
            ("null", Word::Null(false)),
            ("true", Word::Bool(true, false)),
            ("false", Word::Bool(false, false)),
        ] {
            if word.eq_ignore_ascii_case(name) {
                return kind;
            }
        }
    }
    if number_end(word.as_bytes(), 0) == Some(word.len()) {
        Word::Number
    } else {
        other_number(word)
    }
}

/// A number as no JSON parser takes it.
fn other_number(word: &str) -> Word {
    let ascii: String;
    let plain = if word.is_ascii() {
        word
    } else {
        ascii = word
            .chars()
            .map(|char| match char {
                '０'..='９' => char::from_u32(char as u32 - 0xFF10 + 0x30).unwrap_or(char),
                '\u{2212}' => '-',
                '．' => '.',
                _ => char,
            })
            .collect();
        &ascii
    };
    let (sign, rest) = match plain.as_bytes().first() {
        Some(b'-') => ("-", &plain[1..]),
        Some(b'+') => ("", &plain[1..]),
        _ => ("", plain),
    };
    // A cheap way out for the many words that are no number.
    if !rest.starts_with(|char: char| char.is_ascii_digit() || char == '.') {
        return Word::Text;
    }
    let radix = match rest.as_bytes() {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => return decimal(sign, rest).map_or(Word::Text, Word::BadNumber),
    };
    let Some(digits) = ungrouped(&rest[2..]).filter(|digits| {
        !digits.is_empty() && digits.bytes().all(|digit| char::from(digit).is_digit(radix))
    }) else {
        return Word::Text;
    };
    Word::BadNumber(u128::from_str_radix(&digits, radix).ok().map(|value| format!("{sign}{value}")))
}

/// `digits` without the underscores between them; `None` if one stands elsewhere.
fn ungrouped(digits: &str) -> Option<String> {
    let whole = !digits.starts_with('_') && !digits.ends_with('_') && !digits.contains("__");
    whole.then(|| digits.replace('_', ""))
}

/// JSON's spelling of a decimal number in a foreign one: `Some(None)` if there is none, `None` if it is no number.
#[expect(clippy::option_option, reason = "the two answers are different")]
fn decimal(sign: &str, rest: &str) -> Option<Option<String>> {
    let (mantissa, exponent) = match rest.find(['e', 'E']) {
        Some(at) => (&rest[..at], Some(&rest[at..])),
        None => (rest, None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = |part: &str| {
        ungrouped(part).filter(|part| part.bytes().all(|digit| digit.is_ascii_digit()))
    };
    let (whole, fraction) = (digits(whole)?, digits(fraction)?);
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let power = exponent.map_or("", |exponent| exponent[1..].trim_start_matches(['+', '-']));
    let signs = exponent.map_or(0, |exponent| exponent.len() - 1 - power.len());
    if signs > 1 || !power.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    if exponent.is_some() && power.is_empty() {
        return Some(None);
    }
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let point = if fraction.is_empty() { "" } else { "." };
    Some(Some(format!("{sign}{whole}{point}{fraction}{}", exponent.unwrap_or_default())))
}

/// The number `raw` spells, as JSON spells it; `None` for what is no number or has no such spelling.
pub(super) fn plain_number(raw: &str) -> Option<Cow<'_, str>> {
    match classify(raw) {
        Word::Number => Some(Cow::Borrowed(raw)),
        Word::BadNumber(plain) => plain.map(Cow::Owned),
        _ => None,
    }
}
