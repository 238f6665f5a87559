//! HTTP messages, as pages print and files keep them: a line that says what is asked or answered, headers, the body.

use super::{Import, Kind};
use crate::request::Shell;

/// Reads a text that begins with a request line, a status line or headers, and goes on with a body.
pub(super) fn read(text: &str) -> Option<Import> {
    let start = text.len() - text.trim_start().len();
    let (first, after) = line(text, start);
    let mut read = if let Some((method, url)) = request_line(first) {
        let file = url.contains("{{$processEnv ");
        let kind = if file { Kind::Command(Shell::Http) } else { Kind::Http };
        Import::new(kind, "").target(method, &variables(url))
    } else if first.starts_with("HTTP/") {
        Import::new(Kind::Answer, "").target(first, "")
    } else {
        // Headers alone: there have to be some, and they have to look like it.
        header_line(first).filter(|line| line.contains('-') || line.starts_with("Host"))?;
        let mut read = Import::new(Kind::Http, "");
        read.header(first);
        read
    };
    let mut at = after;
    // On one line with the first: `HTTP/1.1 202 Accepted <headers> { … }`.
    if let Some(body) = body_on(first) {
        at = start + body;
    }
    while at < text.len() {
        let (own, next) = line(text, at);
        if own.is_empty() && read.kind == Kind::Command(Shell::Http) {
            read.body = variables(&text[next..]);
            return Some(read);
        }
        if own.starts_with(['{', '[', '"', '｛', '［']) || (own.starts_with("//") && at > after) {
            let body = &text[at..];
            read.body = match read.kind {
                Kind::Command(_) => variables(body),
                _ => body.to_owned(),
            };
            return Some(read);
        }
        if let Some(header) = header_line(own) {
            let line = variables(&own[header.len()..]);
            read.header(&[header, &line].concat());
        }
        at = next;
    }
    None
}

/// The line at an offset, trimmed, and where the next begins.
fn line(text: &str, at: usize) -> (&str, usize) {
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end + 1);
    (text[at..end].trim(), end)
}

/// Method and URL of a request line.
fn request_line(line: &str) -> Option<(&str, &str)> {
    let (method, rest) = line.split_once(char::is_whitespace)?;
    let method = method.trim_end_matches([':', '：']);
    let known = ["POST", "PUT", "PATCH", "GET", "DELETE"];
    let rest = rest.trim_start();
    let url = rest.rfind(" HTTP/").map_or(rest, |end| &rest[..end]).trim_end();
    let url = if url.starts_with("http") { url } else { url.split(" {").next().unwrap_or(url) };
    (known.contains(&method) && (url.starts_with('/') || url.contains("://")))
        .then_some((method, url))
}

/// Where a body begins on the first line, behind what belongs to that line.
fn body_on(line: &str) -> Option<usize> {
    let from = line.find("HTTP/").unwrap_or(0);
    line[from..].find(" {").map(|at| from + at + 1).filter(|at| {
        let inside = line[at + 1..].trim_start();
        inside.is_empty() || inside.starts_with(['"', '}', '\''])
    })
}

/// The name of a header that a line begins with.
fn header_line(line: &str) -> Option<&str> {
    let (name, _) = line.split_once([':', '：'])?;
    let token = |char: char| char.is_ascii_alphanumeric() || char == '-' || char == '_';
    (!name.is_empty() && name.chars().all(token)).then_some(name)
}

/// A file's variables as a shell would have them.
fn variables(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("{{$processEnv ") {
        let name = &rest[at + "{{$processEnv ".len()..];
        let Some(end) = name.find("}}") else { break };
        out.push_str(&rest[..at]);
        out.push_str(&["${", name[..end].trim(), "}"].concat());
        rest = &name[end + 2..];
    }
    out + rest
}
