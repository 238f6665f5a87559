//! The request as a command line for Windows' cmd.

use std::fmt::Write as _;

use super::pieces::{Piece, pieces};
use super::{strict, url};
use crate::analysis::Analysis;
use crate::edition::HeaderValue;

/// A command line of cmd holds so many characters.
pub const CMD_MOST: usize = 8191;

/// The curl command that sends the analysed body, for cmd. A body that is JSON is sent without its white space, for a command has
/// little room here, and a percent sign in a string by its number: cmd has no sure way to write one.
pub fn cmd(analysis: &Analysis) -> String {
    let edition = analysis.edition;
    let strict = strict(analysis);
    let pieces = pieces(strict.as_ref().unwrap_or(analysis));
    let mut out = format!(
        "curl.exe --fail-with-body --request {} \"{}\" ^\n",
        edition.views().request.method,
        url(edition, |env| format!("%{env}%"))
    );
    for header in edition.views().request.headers {
        let value = match header.value {
            HeaderValue::Fixed(value) => value.to_owned(),
            HeaderValue::Secret(env) => format!("%{env}%"),
        };
        let _ = writeln!(out, "  --header \"{}: {value}\" ^", header.name);
    }
    let _ = writeln!(out, "  --data-raw {}", word(&pieces, strict.is_some()));
    out
}

/// The body as a word. cmd sees none of its quotes, so that what is special to cmd can be taken back one by one; the program sees them all.
fn word(pieces: &[Piece], strict: bool) -> String {
    let mut out = String::from("^\"");
    let mut slashes = 0;
    for piece in pieces {
        let text = match piece {
            Piece::Text(text) => *text,
            Piece::Secret(env) => {
                let _ = write!(out, "\\^\"%{env}%\\^\"");
                slashes = 0;
                continue;
            }
        };
        for char in text.chars() {
            if char == '"' {
                // Backslashes before a quote count for half.
                out.push_str(&"\\".repeat(slashes + 1));
            }
            slashes = if char == '\\' { slashes + 1 } else { 0 };
            match char {
                '%' if strict => out.push_str("\\u0025"),
                '%' => out.push_str("%^"),
                '\n' => out.push_str("^\n\n"),
                '\r' => {}
                '"' | '&' | '|' | '<' | '>' | '^' | '(' | ')' => out.extend(['^', char]),
                _ => out.push(char),
            }
        }
    }
    out.push_str(&"\\".repeat(slashes));
    out + "^\""
}
