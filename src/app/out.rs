//! What goes out: copies of the body in other shapes, the commands that send it, a file.

use clusterwright::analysis::Analysis;
use clusterwright::diagnostic::{Arg, Text, text};
use clusterwright::json::{Fault, print};
use clusterwright::request::{Shell, file_name};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, HtmlTextAreaElement, KeyboardEvent, Node};

use super::controls::{button, hidden_when};
use super::dom::{El, el, truth};
use super::live::Live;
use super::problems::counts;
use super::state::Page;
use super::{arrival, browser, strings};

const COPY_AS: Text = text("Copy as…", "复制为…");
const MINIFIED: Text = text("JSON, minified", "JSON（压缩）");
const FORMATTED: Text = text("JSON, formatted", "JSON（格式化）");
const DOWNLOAD: Text = text("Download", "下载");
const COPIED: Text = text("Copied: {what}.", "已复制：{what}。");
const COPIED_STILL: Text =
    text("Copied: {what}. The body still has {counts}.", "已复制：{what}。请求体中仍有 {counts}。");
const COPIED_NONE: Text =
    text("Copied: {what}. There is no body in it yet.", "已复制：{what}。其中还没有请求体。");
const SAVED: Text = text("Saved as {what}.", "已保存为 {what}。");
const SAVED_STILL: Text = text(
    "Saved as {what}. The body still has {counts}.",
    "已保存为 {what}。请求体中仍有 {counts}。",
);
const SAVED_NONE: Text =
    text("Saved as {what}. There is no body in it yet.", "已保存为 {what}。其中还没有请求体。");
const WITH_COMMENTS: Text = text("JSON with comments, formatted", "带注释的 JSON（格式化）");
const BROKEN: Text = text("the body, which is not JSON yet", "请求体（还不是有效的 JSON）");
const NOT_JSON: Text = text(
    "The body is not JSON yet, so it cannot be minified. Mend its syntax first.",
    "请求体还不是有效的 JSON，无法压缩。请先修复语法错误。",
);
const BY_HAND: Text = text("Copy this by hand", "请手动复制以下内容");
const DONE: Text = text("Done", "完成");

/// The menu, and the button that opens it.
const MENU: &str = "copy-menu";
const OPENER: &str = "copy-as";
/// The text that the browser did not copy.
const TEXT: &str = "text-to-copy";

/// The texts that the browser refused to copy, for the reader to copy. One at most.
#[derive(Clone, Copy)]
pub(crate) struct Refused(Live<Option<String>>);

impl Refused {
    /// None so far.
    pub(crate) fn new() -> Self {
        Self(Live::new(None))
    }

    /// Copies a text and says so, with what is wrong with the body. Where the browser does not allow it, the text is shown and selected.
    pub(crate) fn copy(self, page: Page, text: &str, what: Text) {
        let own = text.to_owned();
        browser::copy(text, move |copied| {
            if copied {
                self.0.set(None);
                tell(page, [COPIED, COPIED_STILL, COPIED_NONE], what.into());
            } else {
                self.0.set(Some(own.clone()));
                page.tell(strings::SELECTED, Vec::new());
            }
        });
    }

    /// The text to copy by hand, when there is one.
    pub(crate) fn part(self, page: Page) -> El {
        el("div").part(move || self.0.get(), move |text| by_hand(page, self, text))
    }
}

fn by_hand(page: Page, refused: Refused, text: &str) -> El {
    let area = el("textarea").at("id", TEXT).at("readonly", "").at("rows", "8").at("wrap", "off");
    let node: HtmlTextAreaElement = area.node().clone().unchecked_into();
    node.set_value(text);
    request_animation_frame(move || {
        let _ = node.focus();
        node.select();
    });
    let done = move || {
        refused.0.set(None);
        browser::focus_soon(OPENER);
    };
    el("div")
        .class("by-hand")
        .add(el("label").at("for", TEXT).say(page.t(BY_HAND)))
        .add(area)
        .add(button(page, "", DONE, done))
}

/// Says what was done, and what is still wrong with the body, if there is one.
fn tell(page: Page, [clean, still, none]: [Text; 3], what: Arg) {
    let locale = page.locale.get_untracked();
    let counts = page.peek(counts::Counts::of);
    if counts.bare {
        page.tell(none, vec![("what", what)]);
    } else if counts.number(counts::Kind::Error) > 0 {
        let words = counts::sentence(&counts, locale);
        page.tell(still, vec![("what", what), ("counts", words.into())]);
    } else {
        page.tell(clean, vec![("what", what)]);
    }
}

/// The button "Copy as…" with its menu.
pub(crate) fn menu(page: Page, refused: Refused) -> El {
    let open = Live::new(false);
    let opener = button(page, "opener", COPY_AS, move || open.update(|open| *open = !*open))
        .at("id", OPENER)
        .at("aria-controls", MENU)
        .name("aria-expanded", move || truth(open.get()));
    let list = el("div")
        .class("menu")
        .at("id", MENU)
        .at("role", "group")
        .name("aria-label", page.t(COPY_AS))
        .part(
            move || arrival::key(open.get(), page.more().is_some(), MENU),
            move |_| arrival::copies(page, refused, open),
        );
    let whole = el("div").class("copies").add(opener).add(hidden_when(list, move || !open.get()));
    let node: Element = whole.node().clone();
    let leave = move |event: Event| {
        let to = event.unchecked_ref::<FocusEvent>().related_target();
        let to = to.and_then(|to| to.dyn_into::<Node>().ok());
        if to.is_some_and(|to| !node.contains(Some(&to))) {
            open.set(false);
        }
    };
    let press = move |event: Event| {
        if open.get_untracked() && event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
            event.stop_propagation();
            open.set(false);
            browser::focus_soon(OPENER);
        }
    };
    whole.on("focusout", leave).on("keydown", press)
}

/// Makes what is copied, and says what that is; or says why it cannot.
type Make = Box<dyn Fn(&Analysis) -> Result<(String, Text), Text>>;

/// The body laid out, as far as it can be.
fn formatted(analysis: &Analysis) -> (String, Text) {
    let faults = || analysis.doc.errors().iter().map(|error| error.fault);
    let is = |known: &[Fault]| faults().all(|fault| known.contains(&fault));
    let what = if is(&[Fault::DuplicateKey]) {
        FORMATTED
    } else if is(&[Fault::DuplicateKey, Fault::Comment]) {
        WITH_COMMENTS
    } else {
        BROKEN
    };
    (print::format(&analysis.doc), what)
}

fn minified(analysis: &Analysis) -> Result<(String, Text), Text> {
    print::minify(&analysis.doc).map(|text| (text, MINIFIED)).ok_or(NOT_JSON)
}

/// Only where there is a body.
fn there(make: fn(&Analysis) -> Result<(String, Text), Text>) -> Make {
    Box::new(
        move |analysis| if analysis.is_bare() { Err(strings::NO_BODY) } else { make(analysis) },
    )
}

/// What the menu offers. A later part's.
pub(crate) fn copies(page: Page, refused: Refused, open: Live<bool>) -> El {
    let entry = move |label: Text, make: Make| {
        button(page, "plain", label, move || {
            close(open);
            page.check_now();
            match make(&page.seen()) {
                Ok((text, what)) => refused.copy(page, &text, what),
                Err(why) => page.tell(why, Vec::new()),
            }
        })
    };
    let save = move || {
        close(open);
        page.check_now();
        let name = page.peek(file_name);
        page.body.peek(|body| browser::download(&name, "application/json", &body.text));
        tell(page, [SAVED, SAVED_STILL, SAVED_NONE], name.into());
    };
    el("div")
        .add(entry(FORMATTED, there(|analysis| Ok(formatted(analysis)))))
        .add(entry(MINIFIED, there(minified)))
        .adds(Shell::ALL.map(|shell| {
            let snippet = move |analysis: &Analysis| Ok((shell.snippet(analysis), shell.name()));
            entry(shell.name(), Box::new(snippet))
        }))
        .add(button(page, "plain", DOWNLOAD, save))
}

fn close(open: Live<bool>) {
    open.set(false);
    browser::focus_soon(OPENER);
}
