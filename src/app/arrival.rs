//! The program's second part: everything that knows the editions. The page takes input without it; it arrives right after.
//!
//! What is reachable through [`CORE`] alone is no part of what the page starts with: tools/split-program.mjs puts it into a file of
//! its own. Whatever names an edition, a rule or `analyze` belongs behind it.

#![expect(clippy::unnecessary_wraps, reason = "that the file may not come is the caller's to see")]

use clusterwright::analysis::{Analysis, Check, Inputs};
use clusterwright::diagnostic::{Text, text};
use clusterwright::edition::{self, Edition};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::{Element, HtmlTextAreaElement};

use super::controls::button;
use super::dom::{El, el};
use super::out::Refused;
use super::state::{Page, Tab};
use super::{browser, ids, plan, print, request, share, shortcuts, strings, tabs};

/// What the first part is handed.
pub(crate) struct Core {
    /// Every edition.
    pub(crate) editions: &'static [&'static Edition],
    /// Begins to check a text in steps.
    pub(crate) begin: fn(String, Option<&'static Edition>, &Inputs) -> Check,
    /// Does the next step, and gives what there is to say when it was the last.
    pub(crate) step: fn(&mut Check) -> Option<Analysis>,
    /// Checks the text as another edition, and says what does not fit.
    pub(crate) choose: fn(Page, Option<&'static Edition>),
    /// What an empty body offers.
    pub(crate) offers: fn(Page) -> El,
    /// The sheet of shortcuts, and what is printed.
    pub(crate) aside: fn(Page) -> El,
    /// The form.
    pub(crate) form: fn(Page) -> El,
    /// The panel of a tab of its own.
    pub(crate) panel: fn(Page, Tab) -> El,
    /// The problems.
    pub(crate) problems: fn(Page) -> El,
    /// Takes a text for the body it holds.
    pub(crate) import: fn(Page, &str) -> bool,
    /// What the menu "Copy as…" offers.
    pub(crate) copies: fn(Page, Refused, RwSignal<bool>) -> El,
    /// The buttons over the text.
    pub(crate) tools: fn(Page) -> El,
    /// Has the code editor take a textarea's place.
    pub(crate) editor: fn(Page, &Element, &HtmlTextAreaElement, i32),
    /// Opens the link in the address, or the draft.
    pub(crate) start: fn(Page),
    /// Opens a text if it is one of our files, and tells whether it is.
    pub(crate) open_text: fn(Page, &str) -> bool,
    /// What the button "Share" opens.
    pub(crate) share: fn(Page) -> El,
}

static CORE: Core = Core {
    editions: &edition::ALL,
    begin: |text, edition, inputs| Check::new(text, edition, inputs.clone()),
    step: Check::step,
    choose: super::editions::choose,
    offers: super::body::offers,
    aside: |page| el("div").add(shortcuts::sheet(page)).add(print::paper(page)),
    form: super::form::pane,
    panel: |page, tab| match tab {
        Tab::Request => request::panel(page),
        _ => plan::panel(page),
    },
    problems: super::problems::panel,
    import: super::import::import,
    copies: super::out::copies,
    tools: super::editor::tools::tools,
    editor: super::editor::take_over,
    start: share::start,
    open_text: share::open_text,
    share: share::content,
};

#[wasm_split(core, fallible)]
fn core() -> Result<&'static Core, SplitLoaderError> {
    Ok(&CORE)
}

const COMING: Text = text("The checks are loading…", "检查程序加载中…");
const LOST: Text = text(
    "The checks could not be loaded: a file of the program did not arrive, or is not the one this page was built with. Your text is kept: try again, or copy it and reload the page.",
    "检查程序未能加载：程序文件未送达，或与本页构建时的文件不一致。您的文本仍在：请重试，或复制文本后重新加载页面。",
);
const AGAIN: Text = text("Try again", "重试");

/// Has the second part loaded; `page` takes it in when it comes.
pub(crate) fn load(page: Page) {
    page.lost.set(false);
    spawn_local(async move {
        match core().await {
            Ok(core) => page.take_core(core),
            Err(_) => page.lost.set(true),
        }
    });
}

/// The key of a part that the core makes, as long as it is `shown`: changes when the core comes.
pub(crate) fn key(page: Page, shown: bool, name: &str) -> Option<String> {
    shown.then(|| [name, if page.ready() { "" } else { " coming" }].concat())
}

/// The form, or what stands in its place.
pub(crate) fn form(page: Page) -> El {
    match page.core.get_untracked() {
        Some(core) => (core.form)(page),
        None => el("div").class("panel form-pane").add(coming(page)),
    }
}

/// The panel of the open tab, or what stands in its place.
pub(crate) fn panel(page: Page) -> El {
    let tab = page.tab.get_untracked();
    match page.core.get_untracked() {
        Some(core) => (core.panel)(page, tab),
        None => tabs::panel(page, tab, "panel prose").add(coming(page)),
    }
}

/// The buttons over the text; only for when there is a core.
pub(crate) fn tools(page: Page) -> El {
    page.core.get_untracked().map_or_else(|| el("span"), |core| (core.tools)(page))
}

/// What stands beside the views and is not to be seen, once it can be there.
pub(crate) fn aside(page: Page) -> El {
    page.core.get_untracked().map_or_else(|| el("div"), |core| (core.aside)(page))
}

/// What the button "Share" opens.
pub(crate) fn share(page: Page) -> El {
    match page.core.get_untracked() {
        Some(core) => (core.share)(page),
        None => el("div").add(coming(page)),
    }
}

/// Opens a text if it is one of our files, and tells whether it is.
pub(crate) fn open_text(page: Page, text: &str) -> bool {
    page.core.get_untracked().is_some_and(|core| (core.open_text)(page, text))
}

/// The problems; in their place, that they are not known yet, or how to try again.
pub(crate) fn problems(page: Page) -> El {
    if let Some(core) = page.core.get_untracked() {
        return (core.problems)(page);
    }
    let title = el("div")
        .class("title")
        .add(el("h2").at("id", "problems-title").say(page.t(strings::PROBLEMS)))
        .add(coming(page).at("id", ids::COUNTS).at("role", "status"));
    let try_again = move || {
        load(page);
        // The button is gone by then.
        browser::focus_soon(ids::BODY);
    };
    let again = move || button(page, "primary", AGAIN, try_again);
    let bar = el("div").class("problems-bar").add(title).when(move || page.lost.get(), again);
    el("section")
        .class("problems")
        .at("id", ids::PROBLEMS)
        .at("aria-labelledby", "problems-title")
        .at("data-state", "bare")
        .add(bar)
}

/// In the place of what the core makes.
fn coming(page: Page) -> El {
    el("p").class("muted").say(move || page.words(if page.lost.get() { LOST } else { COMING }))
}
