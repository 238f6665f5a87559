//! The request as a command line for POSIX shells.

use std::fmt::Write as _;

use super::pieces::{pieces, spelled, wanted};
use super::{secret_header, url};
use crate::analysis::Analysis;
use crate::edition::HeaderValue;

/// The curl command that sends the analysed body, for POSIX shells.
///
/// The token reaches curl on its standard input, not among its arguments, where every user of the machine could read it; the
/// body's own secrets are left to environment variables in the same way and are never part of the text. What they hold is written as
/// in JSON, each in a variable of its name in small letters.
pub fn curl(analysis: &Analysis) -> String {
    let edition = analysis.edition;
    let pieces = pieces(analysis);
    let mut out = String::new();
    for variable in edition.views().request.variables {
        let _ = writeln!(out, ": \"${{{}:?{}}}\"", variable.env, variable.name);
    }
    let secret = secret_header(edition);
    if let Some((name, env)) = secret {
        let _ = writeln!(out, ": \"${{{env}:?{name}}}\"");
    }
    for env in wanted(&pieces) {
        let own = env.to_ascii_lowercase();
        let _ = writeln!(out, "{own}=$(printf %s \"${{{env}:?}}\" | sed 's/[\\\\\"]/\\\\&/g')");
    }
    if let Some((name, env)) = secret {
        let _ = writeln!(out, "printf '{name}: %s' \"${{{env}:?}}\" |");
    }
    let _ = writeln!(
        out,
        "curl --fail-with-body --request {} \"{}\" \\",
        edition.views().request.method,
        url(edition, |env| format!("${{{env}:?}}"))
    );
    for header in edition.views().request.headers {
        if let HeaderValue::Fixed(value) = header.value {
            let _ = writeln!(out, "  --header {} \\", single(&format!("{}: {value}", header.name)));
        }
    }
    if secret.is_some() {
        out.push_str("  --header @- \\\n");
    }
    let _ = writeln!(
        out,
        "  --data-raw {}",
        spelled(&pieces, single, |env| format!("\"${{{}:?}}\"", env.to_ascii_lowercase()))
    );
    out
}

/// A word in single quotes, where nothing is special but the quote itself.
fn single(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}
