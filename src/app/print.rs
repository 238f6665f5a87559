//! What is printed in the editor's place: the whole text, which no editor keeps in the document at once, without its secrets.

use clusterwright::analysis::Analysis;
use clusterwright::secrets::{MASK, Secrets};
use clusterwright::text::Span;
use leptos::prelude::*;

use super::dom::{El, el, listen};
use super::state::Page;

/// The text on paper. It is in the document only while the browser prints.
pub(crate) fn paper(page: Page) -> El {
    let paper = el("pre").class("paper");
    let (printed, done) = (paper.node().clone(), paper.node().clone());
    let print = move |_| {
        page.check_now();
        printed.set_text_content(Some(&numbered(&masked(&page.seen()))));
    };
    listen(&window(), "beforeprint", Box::new(print));
    listen(&window(), "afterprint", Box::new(move |_| done.set_text_content(None)));
    paper
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
