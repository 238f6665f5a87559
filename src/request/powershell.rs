//! The request as a command for PowerShell.

use std::fmt::Write as _;

use super::pieces::{pieces, spelled, wanted};
use super::{secret_header, url};
use crate::analysis::Analysis;
use crate::edition::HeaderValue;

/// The command that sends the analysed body, for PowerShell of every version. It is PowerShell's own: what it hands to other programs
/// loses quotes in some versions and is for every user of the machine to see. What the body's secrets hold is written as in JSON, each in
/// a variable of its name in small letters.
pub fn powershell(analysis: &Analysis) -> String {
    let edition = analysis.edition;
    let pieces = pieces(analysis);
    let secret = secret_header(edition);
    let mut names: Vec<&str> =
        edition.views().request.variables.iter().map(|variable| variable.env).collect();
    names.extend(secret.map(|(_, env)| env));
    names.extend(wanted(&pieces));
    let names: Vec<String> = names.into_iter().map(single).collect();
    let mut out = format!(
        "foreach ($name in {}) {{\n  if (-not (Test-Path \"env:$name\")) {{ throw \"$name is not set\" }}\n}}\n",
        names.join(", ")
    );
    for env in wanted(&pieces) {
        let own = env.to_ascii_lowercase();
        let _ = writeln!(out, "${own} = $env:{env} -replace '[\\\\\"]', '\\$&'");
    }
    let body = spelled(&pieces, single, |env| format!(" + ${} + ", env.to_ascii_lowercase()));
    let _ = writeln!(out, "$body = {body}");
    let mut headers = Vec::new();
    let mut kind = "application/json";
    for header in edition.views().request.headers {
        let value = match header.value {
            HeaderValue::Fixed(value) if header.name.eq_ignore_ascii_case("Content-Type") => {
                kind = value;
                continue;
            }
            HeaderValue::Fixed(value) => single(value),
            HeaderValue::Secret(env) => format!("$env:{env}"),
        };
        headers.push(format!("{} = {value}", single(header.name)));
    }
    let _ = writeln!(
        out,
        "Invoke-RestMethod -Method {} -Uri \"{}\" `\n  -Headers @{{ {} }} `\n  -ContentType {} -Body ([Text.Encoding]::UTF8.GetBytes($body))",
        edition.views().request.method,
        url(edition, |env| format!("${{env:{env}}}")),
        headers.join("; "),
        single(kind),
    );
    out
}

/// A text in single quotes. PowerShell takes four other characters for the quote as well.
fn single(text: &str) -> String {
    let mut out = String::from("'");
    for char in text.chars() {
        out.push(char);
        if "'‘’‚‛".contains(char) {
            out.push(char);
        }
    }
    out.push('\'');
    out
}
