//! Texts of another language that people keep the same things in. They are named instead of read: nearly every line would be a fault.

use crate::json::Fault;
use crate::text::Span;

use super::offset;

/// So many lines tell.
const LINES: usize = 200;

/// The language that a text is in rather than in JSON, at the first line that says something.
pub fn foreign(text: &str) -> Option<(Fault, Span)> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let own = line.trim();
        if !own.is_empty() && !own.starts_with(['#', '/']) {
            let start = at + line.len() - line.trim_start().len();
            let rest = &text[at..];
            let fault = if terraform(own) {
                Fault::IsTerraform
            } else if yaml(rest) {
                Fault::IsYaml
            } else {
                return None;
            };
            return Some((fault, Span::new(offset(start), offset(start + own.len()))));
        }
        at += line.len();
    }
    None
}

/// Whether a line opens a block of Terraform's: `resource "type" "name" {`, `locals {`.
fn terraform(line: &str) -> bool {
    let Some((head, "")) = line.split_once('{').map(|(head, rest)| (head, rest.trim())) else {
        return false;
    };
    let (word, labels) = head.trim().split_once(char::is_whitespace).unwrap_or((head.trim(), ""));
    let labels: Vec<&str> = labels.split_whitespace().collect();
    let quoted = labels
        .iter()
        .all(|label| label.len() > 2 && label.starts_with('"') && label.ends_with('"'));
    let wanted = match word {
        "resource" | "data" => 2,
        "module" | "provider" | "variable" | "output" => 1,
        "terraform" | "locals" => 0,
        _ => return false,
    };
    quoted && labels.len() == wanted
}

/// Whether lines are `key: value`, and none is as JSON would have it. Two plain ones may be members that lack all else.
fn yaml(text: &str) -> bool {
    let (mut keys, mut items, mut other) = (0, 0, 0);
    let (mut marked, mut nested) = (false, false);
    // The indentation of the key whose text goes on over the deeper lines.
    let mut scalar: Option<usize> = None;
    for line in text.lines().filter(|line| !line.trim().is_empty()).take(LINES) {
        let own = line.trim();
        let indent = line.len() - line.trim_start().len();
        if scalar.is_some_and(|key| indent > key) || own.starts_with('#') {
            continue;
        }
        scalar = None;
        if own == "---" || own == "..." || own.starts_with("%YAML") {
            marked = true;
            continue;
        }
        let mut content = own;
        let mut item = false;
        while let Some(rest) = content.strip_prefix("- ") {
            (content, item) = (rest.trim_start(), true);
        }
        let strange = own.starts_with(['{', '[', '}', ']', '"', '\'', '`', '<', '｛', '［', '“'])
            || own.ends_with([',', ';', '，']);
        if strange {
            return false;
        }
        match key_value(content) {
            Some(value) => {
                let flow = value.starts_with(['{', '[', '｛', '［']);
                if flow && !value.ends_with(['}', ']']) {
                    return false;
                }
                if value.starts_with(['|', '>']) {
                    scalar = Some(indent);
                }
                nested |= value.is_empty();
                keys += 1;
            }
            None if item || own == "-" => items += 1,
            // The first line says what a text is.
            None if keys == 0 && !marked => return false,
            None => other += 1,
        }
    }
    let enough = if marked || nested { 1 } else { 3 };
    keys >= enough && (marked || keys + items > 1) && other * 4 <= keys + items
}

/// What stands behind a plain key and its colon.
fn key_value(line: &str) -> Option<&str> {
    let (key, value) = line.split_once(": ").or_else(|| Some((line.strip_suffix(':')?, "")))?;
    let plain = |char: char| char.is_ascii_alphanumeric() || "_-./".contains(char);
    let named = key.starts_with(|char: char| char.is_ascii_alphabetic() || char == '_');
    (named && key.chars().all(plain)).then_some(value.trim())
}
