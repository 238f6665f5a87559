//! A piece of one source line with a mark under it, as wide as a terminal shows it.

use unicode_width::UnicodeWidthChar as _;

use crate::secrets::{MASK, Secrets};
use crate::text::Span;

/// The most columns of a line that are shown; what is longer is cut around the mark.
const WIDTH: usize = 120;
/// How many columns of a cut line stand before the mark.
const LEAD: usize = 40;
const TAB: usize = 4;

/// What is shown of a line.
#[derive(PartialEq, Eq, Debug)]
pub(super) struct Excerpt {
    /// The line, on which tabs, control characters and secrets have been replaced.
    pub(super) line: String,
    /// Columns before the mark.
    pub(super) before: usize,
    /// Columns of the mark, at least one.
    pub(super) length: usize,
}

/// The part of `line` around `mark`, which starts on it. Costs no more than what it shows, however long the line.
pub(super) fn excerpt(text: &str, line: Span, mark: Span, secrets: &Secrets) -> Excerpt {
    let from = window_start(text, line, mark.start.clamp(line.start, line.end));
    let mut out = Excerpt { line: String::new(), before: 0, length: 0 };
    let mut column = 0;
    if from > line.start {
        out.line.push('…');
        column = 1;
    }
    let mut offset = from;
    let (mut marked_from, mut marked_to) = (None, 0);
    while offset < line.end {
        let (piece, width, end) = match secrets.after(offset) {
            Some(secret) if secret.start <= offset => {
                (MASK.to_owned(), MASK.chars().count(), secret.end.min(line.end))
            }
            _ => {
                let char = text[offset as usize..].chars().next().unwrap_or(' ');
                let (piece, width) = shown(char);
                (piece, width, offset + u32::try_from(char.len_utf8()).unwrap_or(1))
            }
        };
        if column + width > WIDTH {
            out.line.push('…');
            if marked_from.is_some() && end <= mark.end {
                marked_to = column + 1;
            }
            break;
        }
        if end > mark.start && offset < mark.end.max(mark.start + 1) {
            marked_from.get_or_insert(column);
            marked_to = column + width;
        }
        out.line.push_str(&piece);
        column += width;
        offset = end;
    }
    out.before = marked_from.unwrap_or(column);
    out.length = marked_to.saturating_sub(out.before).max(1);
    if mark.is_empty() {
        out.length = 1;
    }
    out
}

/// Where to begin so that the mark is in sight.
fn window_start(text: &str, line: Span, mark: u32) -> u32 {
    let before = &text[line.start as usize..mark as usize];
    if before.len() <= WIDTH - LEAD {
        return line.start;
    }
    let mut columns = 0;
    for (at, char) in before.char_indices().rev() {
        columns += shown(char).1;
        if columns > LEAD {
            return line.start + u32::try_from(at + char.len_utf8()).unwrap_or(0);
        }
    }
    line.start
}

/// How a character is shown and how many columns it takes. What steers a terminal or turns the direction of the text is
/// replaced: a body is not trusted.
fn shown(char: char) -> (String, usize) {
    match char {
        '\t' => (" ".repeat(TAB), TAB),
        '\0'..='\x1f' => (char::from_u32(0x2400 + u32::from(char)).unwrap_or('�').to_string(), 1),
        '\x7f' => ("␡".to_owned(), 1),
        '\u{80}'..='\u{9f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}' => ("�".to_owned(), 1),
        _ => (char.to_string(), char.width().unwrap_or(0)),
    }
}

/// A text on one line, fit for a terminal.
pub(super) fn printable(text: &str) -> String {
    text.chars().map(|char| shown(char).0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Inputs, analyze};

    /// The line of `marked` with its mark below, where `marked` has `‹` and `›` around what is to be marked.
    fn drawn(marked: &str) -> String {
        let start = marked.find('‹').unwrap();
        let end = marked.find('›').unwrap() - '‹'.len_utf8();
        let text = marked.replace(['‹', '›'], "");
        let analysis = analyze(text.clone(), None, &Inputs::default());
        let secrets = Secrets::new(&analysis);
        let mark = Span::new(u32::try_from(start).unwrap(), u32::try_from(end).unwrap());
        let lines = analysis.lines();
        let shown = excerpt(&text, lines.span(&text, lines.line(mark.start)), mark, &secrets);
        format!("{}\n{}{}", shown.line, " ".repeat(shown.before), "^".repeat(shown.length))
    }

    #[test]
    fn marks_stand_under_what_they_mark() {
        assert_eq!(drawn(r#"{"a": ‹1›}"#), "{\"a\": 1}\n      ^");
        assert_eq!(drawn(r#"{"名称": ‹"集群"›}"#), "{\"名称\": \"集群\"}\n         ^^^^^^");
        assert_eq!(drawn("\t{‹\t›}"), "    {    }\n     ^^^^");
        assert_eq!(drawn("{}‹›"), "{}\n  ^");
        assert_eq!(drawn("‹{\n}›"), "{\n^");
        assert_eq!(drawn("{\r\n‹}›\r\n"), "}\n^");
    }

    #[test]
    fn what_steers_a_terminal_is_replaced() {
        assert_eq!(drawn("‹\"\x1b[31m\u{202e}\"›"), "\"␛[31m�\"\n^^^^^^^^");
    }

    #[test]
    fn long_lines_are_cut_around_the_mark() {
        let long = format!("[{}‹\"here\"›{}]", "\"中\",".repeat(100), ",1".repeat(500));
        let drawn = drawn(&long);
        let (line, mark) = drawn.split_once('\n').unwrap();
        assert!(line.starts_with('…') && line.ends_with('…'), "{line}");
        assert_eq!(mark.trim_start(), "^^^^^^");
        let column = mark.len() - 6;
        // Each of the cut-off items is four characters and five columns wide.
        assert!((LEAD - 5..=LEAD + 1).contains(&column), "{column}");
        let whole = drawn.lines().next().unwrap();
        assert!(whole.contains("\"here\""));
        let long = format!("[‹\"{}\"›]", "x".repeat(500));
        assert_eq!(self::drawn(&long).lines().nth(1).unwrap(), format!(" {}", "^".repeat(120)));
    }

    #[test]
    fn secrets_are_masked_wherever_they_stand() {
        assert_eq!(
            drawn(r#"{"password": ‹"hunter2"›, "a": 1}"#),
            "{\"password\": ••••, \"a\": 1}\n             ^^^^"
        );
        assert_eq!(
            drawn(r#"{"password": "hunter2", ‹"a"›: 1}"#),
            "{\"password\": ••••, \"a\": 1}\n                   ^^^"
        );
        assert_eq!(drawn("{\"password\": {\n\"a\": ‹1›\n}}"), "••••\n^^^^");
    }
}
