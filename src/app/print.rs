//! What is printed in the place of the page's views: what the body is for, every problem, and the whole text, which no editor keeps in
//! the document at once, without its secrets.

use clusterwright::analysis::Analysis;
use clusterwright::diagnostic::{Diagnostic, Text, text};
use clusterwright::edition::DETECTED;
use clusterwright::secrets::{MASK, Secrets};
use clusterwright::text::Span;
use leptos::prelude::*;

use super::dom::{El, el, listen};
use super::problems::counts::{Counts, sentence};
use super::state::Page;
use super::strings;

/// So many problems are printed.
const MOST: usize = 400;
const MORE: Text = text("… and {count} more", "……另有 {count} 个问题");
const AS: Text = text("Checked as: {edition}", "检查所用 API：{edition}");
const PROBLEM: Text =
    text("{place} {severity}: {message} ({pointer})", "{place} {severity}：{message}（{pointer}）");
const OF_ALL: Text = text("{place} {severity}: {message}", "{place} {severity}：{message}");

/// The paper. It is in the document only while the browser prints.
pub(crate) fn paper(page: Page) -> El {
    let paper = el("div").class("paper");
    let (printed, done) = (paper.node().clone(), paper.node().clone());
    let print = move |_| {
        page.check_now();
        let text = el("pre").text(&numbered(&masked(&page.seen())));
        printed.replace_children_with_node_2(about(page, &page.seen()).node(), text.node());
    };
    listen(&window(), "beforeprint", Box::new(print));
    listen(&window(), "afterprint", Box::new(move |_| done.set_text_content(None)));
    paper
}

/// What the body is for, and its problems, a line each.
fn about(page: Page, analysis: &Analysis) -> El {
    let counts = Counts::of(analysis);
    if counts.bare {
        return el("div");
    }
    let locale = page.locale.get_untracked();
    let mut edition = analysis.edition.name.get(locale).to_owned();
    if analysis.detected {
        edition.push_str(&[" (", DETECTED.get(locale), ")"].concat());
    }
    let secrets = Secrets::new(analysis);
    let line = |found: &Diagnostic| {
        let start = analysis.mark(&found.place).start;
        let at = analysis.lines().position(analysis.text(), start);
        let pointer = analysis.pointer(&found.place);
        let words = if pointer.is_empty() { OF_ALL } else { PROBLEM };
        let args = [
            ("place", [at.line.to_string(), at.column.to_string()].join(":").into()),
            ("severity", found.severity.label().into()),
            ("message", found.message.fill(locale, &secrets.arguments(found)).into()),
            ("pointer", pointer.into()),
        ];
        el("li").text(&words.fill(locale, &args))
    };
    let found = &analysis.diagnostics;
    let more = found.len().saturating_sub(MOST);
    let left = (more > 0).then(|| el("li").text(&MORE.fill(locale, &[("count", more.into())])));
    el("div")
        .add(el("p").text(&AS.fill(locale, &[("edition", edition.into())])))
        .add(el("h2").text(strings::PROBLEMS.get(locale)))
        .add(el("p").text(&sentence(&counts, locale)))
        .add(el("ul").adds(found.iter().take(MOST).map(line)).adds(left))
}

fn masked(analysis: &Analysis) -> String {
    let (text, secrets) = (analysis.text(), Secrets::new(analysis));
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(secret) = secrets.after(at) {
        out.push_str(Span::new(at, secret.start.max(at)).of(text));
        out.push_str(MASK);
        at = secret.end;
    }
    out.push_str(&text[at as usize..]);
    out
}

fn numbered(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for (line, nth) in text.lines().zip(1_u32..) {
        let number = nth.to_string();
        out.push_str(&"     "[number.len().min(5)..]);
        out.push_str(&number);
        out.push_str("  ");
        out.push_str(line);
        out.push('\n');
    }
    out
}
