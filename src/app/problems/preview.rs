//! The lines that a fix would change, before and after. What is secret stays hidden here, too.

use clusterwright::analysis::Analysis;
use clusterwright::json::NodeId;
use clusterwright::text::{Edit, Span};

use crate::app::dom::{El, el};
use crate::app::state::Page;
use crate::app::strings;

/// So many lines of one change are shown on either side.
const LINES: usize = 12;
/// So many characters of a line are shown.
const COLUMNS: usize = 200;
/// What stands for a secret.
const HIDDEN: &str = "••••";

/// A line of a preview.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Row {
    /// It goes.
    Removed(String),
    /// It comes.
    Added(String),
    /// So many are not shown.
    LeftOut(usize),
}

/// The lines that edits touch, as they are and as they will be.
pub(crate) fn preview(analysis: &Analysis, edits: &[Edit]) -> Vec<Row> {
    let (text, lines) = (analysis.text(), analysis.lines());
    let edits = in_order(edits);
    let secrets = secrets(analysis, &edits);
    let mut rows = Vec::new();
    let mut at = 0;
    while at < edits.len() {
        let first = lines.line(edits[at].span.start);
        let mut last = lines.line(edits[at].span.end);
        let mut end = at + 1;
        while end < edits.len() && lines.line(edits[end].span.start) <= last {
            last = last.max(lines.line(edits[end].span.end));
            end += 1;
        }
        let whole = Span::new(lines.span(text, first).start, lines.span(text, last).end);
        let mut new = String::new();
        let mut done = whole.start;
        for edit in &edits[at..end] {
            if edit.span.start < done {
                continue;
            }
            hide(text, Span::new(done, edit.span.start), &secrets, &mut new);
            let secret = secrets
                .iter()
                .any(|secret| secret.touches(edit.span.start) && !edit.span.is_empty());
            // What is moved comes from another place of the text.
            let told = |span: &Span| span.len() > 2 && edit.text.contains(span.of(text));
            let secret = secret || secrets.iter().any(told);
            new.push_str(if secret { HIDDEN } else { &edit.text });
            done = edit.span.end;
        }
        hide(text, Span::new(done, whole.end.max(done)), &secrets, &mut new);
        let mut old = String::new();
        hide(text, whole, &secrets, &mut old);
        differ(&old, &new, &mut rows);
        at = end;
    }
    rows
}

/// Edits by their places. They are few: the library's sorting would only add weight.
fn in_order(edits: &[Edit]) -> Vec<&Edit> {
    let mut order: Vec<&Edit> = Vec::with_capacity(edits.len());
    for edit in edits {
        let at = order.partition_point(|other| other.span <= edit.span);
        order.insert(at, edit);
    }
    order
}

/// The places of the secrets that lie on or near the edited lines.
fn secrets(analysis: &Analysis, edits: &[&Edit]) -> Vec<Span> {
    let (Some(first), Some(last)) = (edits.first(), edits.iter().map(|edit| edit.span.end).max())
    else {
        return Vec::new();
    };
    let (text, lines) = (analysis.text(), analysis.lines());
    let from = lines.span(text, lines.line(first.span.start)).start;
    let to = lines.span(text, lines.line(last)).end;
    let view = analysis.view();
    let nodes = (0..u32::try_from(analysis.doc.len()).unwrap_or(u32::MAX)).map(NodeId);
    nodes
        .filter(|&node| {
            let span = analysis.doc.span(node);
            span.end >= from
                && span.start <= to
                && analysis.doc.children(node).next().is_none()
                && view.is_secret(node)
        })
        .map(|node| analysis.doc.span(node))
        .collect()
}

/// Appends a part of the text with its secrets hidden.
fn hide(text: &str, part: Span, secrets: &[Span], out: &mut String) {
    let mut at = part.start;
    for secret in secrets {
        if secret.end <= at || secret.start >= part.end {
            continue;
        }
        out.push_str(Span::new(at, secret.start.max(at)).of(text));
        out.push_str(HIDDEN);
        at = secret.end.min(part.end);
    }
    out.push_str(Span::new(at, part.end).of(text));
}

/// The lines that are not the same at the beginning and the end of two texts.
fn differ(old: &str, new: &str, rows: &mut Vec<Row>) {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let head = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let tail = old[head..]
        .iter()
        .rev()
        .zip(new[head..].iter().rev())
        .take_while(|(old, new)| old == new)
        .count();
    push(&old[head..old.len() - tail], Row::Removed, rows);
    push(&new[head..new.len() - tail], Row::Added, rows);
}

fn push(lines: &[&str], row: fn(String) -> Row, rows: &mut Vec<Row>) {
    rows.extend(lines.iter().take(LINES).map(|line| row(shorten(line))));
    if lines.len() > LINES {
        rows.push(Row::LeftOut(lines.len() - LINES));
    }
}

fn shorten(line: &str) -> String {
    let mut short: String = line.chars().take(COLUMNS).collect();
    if short.len() < line.len() {
        short.push('…');
    }
    short
}

/// A line of the preview as a string: its kind, then what it says.
pub(crate) fn line(row: &Row) -> String {
    match row {
        Row::Removed(line) => ["-", line].concat(),
        Row::Added(line) => ["+", line].concat(),
        Row::LeftOut(count) => [".", &count.to_string()].concat(),
    }
}

/// Such a line, as the page shows it.
pub(crate) fn row(page: Page, line: &str) -> El {
    let row = el("span").class("row");
    let (kind, word, sign) = match line.as_bytes().first() {
        Some(b'-') => ("removed", strings::REMOVED_LINE, "− "),
        Some(b'+') => ("added", strings::ADDED_LINE, "+ "),
        _ => {
            let count = line[1..].to_owned();
            return row
                .say(move || page.fill(strings::LINES_LEFT_OUT, &[("count", count.clone().into())]))
                .text("\n");
        }
    };
    row.at("data-kind", kind)
        .add(el("span").class("sr").say(page.t(word)))
        .add(el("span").at("aria-hidden", "true").text(sign))
        .text(&line[1..])
        .text("\n")
}
