//! The request as a command line for POSIX shells.

use std::fmt::Write as _;

use crate::analysis::Analysis;
use crate::edition::{Edition, HeaderValue};
use crate::json::NodeId;

/// The curl command that sends the analysed body, for POSIX shells.
///
/// The token reaches curl on its standard input, not among its arguments, where every user of the machine could read it; the
/// body's own secrets are left to environment variables in the same way and are never part of the text.
pub fn curl(analysis: &Analysis) -> String {
    let edition = analysis.edition;
    let body = redacted(analysis);
    let mut out = String::new();
    for variable in edition.request.variables {
        let _ = writeln!(out, ": \"${{{}:?{}}}\"", variable.env, variable.name);
    }
    let secret = edition.request.headers.iter().find_map(|header| match header.value {
        HeaderValue::Secret(env) => Some((header.name, env)),
        HeaderValue::Fixed(_) => None,
    });
    if let Some((name, env)) = secret {
        let _ = writeln!(out, ": \"${{{env}:?{name}}}\"");
        let _ = writeln!(out, "printf '{name}: %s' \"${{{env}:?}}\" |");
    }
    let _ = writeln!(
        out,
        "curl --fail-with-body --request {} \"{}\" \\",
        edition.request.method,
        url(edition)
    );
    for header in edition.request.headers {
        if let HeaderValue::Fixed(value) = header.value {
            let _ = writeln!(out, "  --header {} \\", single(&format!("{}: {value}", header.name)));
        }
    }
    if secret.is_some() {
        out.push_str("  --header @- \\\n");
    }
    let _ = writeln!(out, "  --data-binary {body}");
    out
}

fn url(edition: &Edition) -> String {
    edition.request.variables.iter().fold(edition.request.url.to_owned(), |url, variable| {
        url.replace(&format!("{{{}}}", variable.name), &format!("${{{}:?}}", variable.env))
    })
}

/// A word in single quotes, where nothing is special but the quote itself.
fn single(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

/// The body as a shell word; each secret's value is the environment variable named after its member.
fn redacted(analysis: &Analysis) -> String {
    let view = analysis.view();
    let doc = &analysis.doc;
    let mut secrets: Vec<(NodeId, String)> = Vec::new();
    for at in 0..u32::try_from(doc.len()).unwrap_or(u32::MAX) {
        let node = NodeId(at);
        let within = doc.parent(node).is_some_and(|parent| view.is_secret(parent));
        if view.is_secret(node) && !within && !view.is_empty(node) {
            secrets.push((node, env_name(&doc.name(node).unwrap_or_default())));
        }
    }
    let mut word = String::new();
    let mut done = 0;
    for (node, env) in secrets {
        let span = doc.span(node);
        word.push_str(&single(&format!("{}\"", &doc.text()[done..span.start as usize])));
        let _ = write!(word, "\"${{{env}:?}}\"");
        word.push_str(&single("\""));
        done = span.end as usize;
    }
    word.push_str(&single(&doc.text()[done..]));
    word
}

/// `privateKey` becomes `PRIVATE_KEY`.
fn env_name(name: &str) -> String {
    let mut out = String::new();
    for char in name.chars() {
        if char.is_ascii_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.push(if char.is_ascii_alphanumeric() { char.to_ascii_uppercase() } else { '_' });
    }
    out
}
