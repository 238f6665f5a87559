//! How much room words take. The core has no fonts: widths are reckoned a little too wide, so that nothing is clipped.

/// A size in pixels, and whether all letters are as wide.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Font {
    /// How high, in pixels.
    pub size: i32,
    /// Whether all letters are as wide as each other.
    pub mono: bool,
}

/// The font of a look.
pub(super) fn font(look: &str) -> Font {
    Font { size: if look == "title" { 14 } else { 12 }, mono: look == "mono" }
}

/// How wide words are, in whole pixels, rounded up.
pub fn width(words: &str, font: Font) -> i32 {
    let sum: i32 = words.chars().map(|char| thousandths(char, font.mono)).sum();
    (sum * font.size + 999) / 1000
}

/// How wide a letter is, in thousandths of the font's size.
fn thousandths(char: char, mono: bool) -> i32 {
    match char {
        '\u{2e80}'.. => 1010,
        _ if mono => 620,
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '(' | ')' | '/' | ' ' => 350,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' | '✕' | '×' => 960,
        'A'..='Z' => 740,
        _ => 610,
    }
}

/// Words on lines of a width, at most so many lines; what has no room ends in an ellipsis. Lines break at spaces, behind signs that
/// join, and anywhere in Chinese; a word that is too long is cut.
pub fn wrap(words: &str, room: i32, font: Font, most: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = words.trim();
    while !rest.is_empty() {
        let last = lines.len() + 1 == most;
        let (mut sum, mut fits, mut good, mut before) = (0, 0, 0, 0);
        let limit = room * 1000 / font.size.max(1);
        for (at, char) in rest.char_indices() {
            // Closing signs stay with what they close.
            if "，。、：；！？）》”".contains(char) && good == at {
                good = before;
            }
            if char == ' ' {
                (before, good) = (good, at);
            }
            sum += thousandths(char, font.mono);
            if sum > limit {
                break;
            }
            fits = at + char.len_utf8();
            let opens = "（《“".contains(char);
            if char >= '\u{2e80}' && !opens || "-/,_".contains(char) {
                (before, good) = (good, fits);
            }
        }
        if fits == rest.len() {
            lines.push(rest.to_owned());
            break;
        }
        if last {
            let mut cut: String = rest[..fits].to_owned();
            while !cut.is_empty() && width(&cut, font) + width("…", font) > room {
                cut.pop();
            }
            cut.truncate(cut.trim_end().len());
            cut.push('…');
            lines.push(cut);
            break;
        }
        let first = rest.chars().next().map_or(1, char::len_utf8);
        let end = if good > 0 { good } else { fits.max(first) };
        lines.push(rest[..end].trim_end().to_owned());
        rest = rest[end..].trim_start();
    }
    lines
}

/// A number with a comma before every three digits.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
