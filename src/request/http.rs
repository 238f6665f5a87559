//! The request as a file that editors send.

use std::fmt::Write as _;

use super::pieces::{Piece, pieces};
use super::url;
use crate::analysis::Analysis;
use crate::edition::HeaderValue;
use crate::json::Fault;

/// The `.http` file that sends the analysed body. Variables are those of the process.
pub fn http(analysis: &Analysis) -> String {
    let edition = analysis.edition;
    let variable = |env: &str| format!("{{{{$processEnv {env}}}}}");
    let mut out = format!("{} {}\n", edition.views().request.method, url(edition, variable));
    for header in edition.views().request.headers {
        let value = match header.value {
            HeaderValue::Fixed(value) => value.to_owned(),
            HeaderValue::Secret(env) => variable(env),
        };
        let _ = writeln!(out, "{}: {value}", header.name);
    }
    out.push('\n');
    let is_json = analysis.doc.errors().iter().all(|error| error.fault == Fault::DuplicateKey);
    for piece in pieces(analysis) {
        match piece {
            // Two braces begin a variable. In JSON they stand in strings only.
            Piece::Text(text) if is_json => out.push_str(&text.replace("{{", "\\u007b\\u007b")),
            Piece::Text(text) => out.push_str(text),
            Piece::Secret(env) => {
                let _ = write!(out, "\"{}\"", variable(&env));
            }
        }
    }
    if !out.ends_with('\n') {
        out.push('\n');
    }
    out
}
