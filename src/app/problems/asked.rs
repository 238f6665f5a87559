//! What is asked of problems: more of a reason, what a fix would change, and that it is made.

use clusterwright::analysis::{self, Analysis};
use clusterwright::diagnostic::{Change, Fix, Locale};
use leptos::prelude::*;

use super::counts::{Counts, sentence};
use super::item::{Handle, Item, cut, numbered};
use super::{alike, preview};
use crate::app::controls::{bare_button, button};
use crate::app::dom::{El, el};
use crate::app::state::Page;
use crate::app::{browser, form, ids, strings};

/// The whole source, the other places, and what the edition's table says of the member.
pub(crate) fn further(own: &Handle) -> El {
    let page = own.page;
    // JSON's own rules are no member's.
    let member = |item: &Item| (!alike::is_syntax(item.rule())).then(|| item.row.clone());
    let table = untrack(|| own.read(member)).map(|pointer| form::table(page, &pointer));
    let (related, goes) = (own.clone(), own.clone());
    let source =
        el("p").say(own.words(|item| if item.short == item.source { "" } else { &item.source }));
    let places = move || related.read(|item| numbered(item.related.iter().map(String::as_str)));
    el("div")
        .class("further")
        .add(source)
        .list(places, move |line| {
            let (nth, pointer) = cut(line);
            let own = goes.clone();
            bare_button("plain", move || own.go(Some(nth))).add(el("code").text(pointer))
        })
        .adds(table)
}

/// What a fix would change, to be looked at before it is made.
pub(crate) fn change(own: &Handle, nth: usize) -> El {
    let (page, looked_at) = (own.page, own.looked_at);
    let (own, applies, every) = (own.clone(), own.clone(), own.clone());
    let rows = move || {
        page.read(|analysis| {
            let fix = own.find(analysis).and_then(|at| analysis.diagnostics[at].fixes.get(nth));
            numbered(
                fix.map(|fix| preview::preview(analysis, &analysis.edits(fix)))
                    .unwrap_or_default()
                    .iter()
                    .map(preview::line),
            )
        })
    };
    let lines = el("pre")
        .at("tabindex", "0")
        .at("role", "group")
        .name("aria-label", page.t(strings::PREVIEW))
        .list(rows, move |line| preview::row(page, cut(line).1));
    // Counted once: a long text is not gone through with every change of it.
    let count = page.peek(|analysis| same(&every, analysis, nth).len());
    let all = || {
        let press = move || {
            page.check_now();
            let analysis = page.seen();
            make(&every, &analysis, same(&every, &analysis, nth));
        };
        let words = move || page.fill(strings::APPLY_ALL, &[("count", count.into())]);
        bare_button("", press).say(words)
    };
    let change = el("div").class("change").add(lines).add(
        el("div")
            .class("actions")
            .add(button(page, "primary", strings::APPLY, move || one(&applies, nth)))
            .adds((count > 1).then(all))
            .add(button(page, "plain", strings::CANCEL, move || looked_at.set(None))),
    );
    // It opens below its button, which may be the last that is in sight.
    let node = change.node().clone();
    request_animation_frame(move || browser::show(&node));
    change
}

/// Makes a fix; that of a problem which stands for many alike for each of them.
pub(crate) fn apply(own: &Handle, nth: usize) {
    let page = own.page;
    page.check_now();
    let analysis = page.seen();
    let many = untrack(|| own.read(Item::stands_for_many));
    let fixes = if many { same(own, &analysis, nth) } else { Vec::new() };
    if fixes.is_empty() { one(own, nth) } else { make(own, &analysis, fixes) }
}

fn one(own: &Handle, nth: usize) {
    own.page.check_now();
    let analysis = own.page.seen();
    let fix = own.find(&analysis).and_then(|at| analysis.diagnostics[at].fixes.get(nth));
    make(own, &analysis, fix.into_iter().collect());
}

/// The fixes of all problems alike that are called as this one's is, if they may be made together.
fn same<'a>(own: &Handle, analysis: &'a Analysis, nth: usize) -> Vec<&'a Fix> {
    let Some(at) = own.find(analysis) else { return Vec::new() };
    let kind = alike::Kind::of(analysis, at);
    let Some(fix) = analysis.diagnostics[at].fixes.get(nth) else { return Vec::new() };
    // What a document's own rules put somewhere may rest on what they find elsewhere: two ranges are not both made the next free one.
    let takes = |change: &Change| {
        matches!(change, Change::Remove(_) | Change::RemoveAll(_) | Change::Rename(..))
    };
    if !kind.is_general() && !fix.changes.iter().all(takes) {
        return Vec::new();
    }
    let called = |fix: &Fix| fix.title.fill(Locale::En, &fix.args);
    let name = called(fix);
    let alike = (0..analysis.diagnostics.len()).filter(|&at| alike::Kind::of(analysis, at) == kind);
    alike
        .filter_map(|at| analysis.diagnostics[at].fixes.iter().find(|other| called(other) == name))
        .collect()
}

fn make(own: &Handle, analysis: &Analysis, fixes: Vec<&Fix>) {
    let page = own.page;
    let Some(fix) = fixes.first() else { return page.tell(strings::GONE, Vec::new()) };
    let title = fix.title.fill(page.locale.get_untracked(), &fix.args);
    let (edits, _) = analysis.edits_of(fixes.into_iter());
    let text = clusterwright::text::apply(analysis.text(), &edits);
    page.mend_noticed(&text, strings::FIX_APPLIED, vec![("fix", title.into())]);
    if !own.in_text {
        browser::focus_soon(ids::COUNTS);
    }
}

/// Applies every safe fix and tells how many there were.
pub(crate) fn fix_all(page: Page) {
    page.check_now();
    let before = page.seen();
    let (text, fixed) = page
        .inputs
        .with_untracked(|inputs| analysis::fix_all(before.text(), Some(before.edition), inputs));
    page.mend_noticed(&text, strings::FIXED, Vec::new());
    let after = page.seen();
    let words = sentence(&Counts::of(&after), page.locale.get_untracked());
    page.notice.update(|notice| {
        if let Some(notice) = notice {
            notice.text = if fixed == 1 { strings::FIXED_ONE } else { strings::FIXED };
            notice.args = vec![("fixed", fixed.into()), ("counts", words.into())];
        }
    });
    browser::focus_soon(ids::COUNTS);
}
