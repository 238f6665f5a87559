//! The program's later parts. The page takes input without them; they arrive one after the other, the most wanted first: what checks
//! a text, then the form, then what only a click or the code editor asks for.
//!
//! What is reachable through a part's [`Core`] alone is no part of what the page starts with: tools/split-program.mjs puts it into a
//! file of its own. Whatever names an edition, a rule or `analyze` belongs behind it.

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
use super::live::Live;
use super::out::Refused;
use super::problems::asked;
use super::problems::item::Handle;
use super::state::{Page, Tab};
use super::{browser, ids, plan, print, request, share, shortcuts, strings, tabs};

/// What the first part is handed. Each part hands over what the parts before it did, and its own.
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
    /// The problems.
    pub(crate) problems: fn(Page) -> El,
    /// The form: from the second part that comes.
    pub(crate) form: Option<fn(Page) -> El>,
    /// What is asked of a problem: from the second part as well.
    pub(crate) asked: Option<&'static Asked>,
    /// The rest: from the last.
    pub(crate) more: Option<&'static More>,
}

/// What can be asked of a problem.
pub(crate) struct Asked {
    /// More of its reason.
    pub(crate) further: fn(&Handle) -> El,
    /// What one of its fixes would change.
    pub(crate) change: fn(&Handle, usize) -> El,
    /// That one of its fixes is made.
    pub(crate) apply: fn(&Handle, usize),
    /// That every safe fix is made.
    pub(crate) fix_all: fn(Page),
}

/// What the last part hands over.
pub(crate) struct More {
    /// Opens the link in the address, or the draft.
    pub(crate) start: fn(Page),
    /// The sheet of shortcuts, and what is printed.
    pub(crate) aside: fn(Page) -> El,
    /// The panel of a tab of its own.
    pub(crate) panel: fn(Page, Tab) -> El,
    /// Takes a text for the body it holds.
    pub(crate) import: fn(Page, &str) -> bool,
    /// What the menu "Copy as…" offers.
    pub(crate) copies: fn(Page, Refused, Live<bool>) -> El,
    /// The buttons over the text.
    pub(crate) tools: fn(Page) -> El,
    /// Has the code editor take a textarea's place.
    pub(crate) editor: fn(Page, &Element, &HtmlTextAreaElement, i32),
    /// Opens a text if it is one of our files, and tells whether it is.
    pub(crate) open_text: fn(Page, &str) -> bool,
    /// What the button "Share" opens.
    pub(crate) share: fn(Page) -> El,
}

const CHECKS: Core = Core {
    editions: &edition::ALL,
    begin: |text, edition, inputs| Check::new(text, edition, inputs.clone()),
    step: Check::step,
    choose: super::editions::choose,
    offers: super::body::offers,
    problems: super::problems::panel,
    form: None,
    asked: None,
    more: None,
};

const FORM: Core = Core { form: Some(super::form::pane), asked: Some(&ASKED), ..CHECKS };

const ASKED: Asked = Asked {
    further: asked::further,
    change: asked::change,
    apply: asked::apply,
    fix_all: asked::fix_all,
};

const MORE: Core = Core {
    more: Some(&More {
        start: share::start,
        aside: |page| el("div").add(shortcuts::sheet(page)).add(print::paper(page)),
        panel: |page, tab| match tab {
            Tab::Request => request::panel(page),
            _ => plan::panel(page),
        },
        import: super::import::import,
        copies: super::out::copies,
        tools: super::editor::tools::tools,
        editor: super::editor::take_over,
        open_text: share::open_text,
        share: share::content,
    }),
    ..FORM
};

type Arrived = Result<&'static Core, SplitLoaderError>;

#[wasm_split(checks, fallible)]
fn checks() -> Arrived {
    static CORE: Core = CHECKS;
    Ok(&CORE)
}

#[wasm_split(form, fallible)]
fn with_form() -> Arrived {
    static CORE: Core = FORM;
    Ok(&CORE)
}

#[wasm_split(more, fallible)]
fn with_more() -> Arrived {
    static CORE: Core = MORE;
    Ok(&CORE)
}

/// Has the later parts loaded, those that are not here yet; `page` takes each in when it comes.
pub(crate) fn load(page: Page) {
    page.lost.set(false);
    spawn_local(async move { page.lost.set(load_all(page).await.is_err()) });
}

async fn load_all(page: Page) -> Result<(), SplitLoaderError> {
    let here = page.core.get_untracked();
    if here.is_none() {
        page.take_core(checks().await?);
    }
    if here.is_none_or(|core| core.form.is_none()) {
        page.take_core(with_form().await?);
    }
    page.take_core(with_more().await?);
    Ok(())
}

const COMING: Text = text("The checks are loading…", "检查程序加载中…");
const LOST: Text = text(
    "The checks could not be loaded: a file of the program did not arrive, or is not the one this page was built with. Your text is kept: try again, or copy it and reload the page.",
    "检查程序未能加载：程序文件未送达，或与本页构建时的文件不一致。您的文本仍在：请重试，或复制文本后重新加载页面。",
);
const PART_COMING: Text = text("Loading…", "加载中…");
const PART_LOST: Text = text(
    "This could not be loaded: a file of the program did not arrive, or is not the one this page was built with. Your text is kept: try again, or copy it and reload the page.",
    "此部分未能加载：程序文件未送达，或与本页构建时的文件不一致。您的文本仍在：请重试，或复制文本后重新加载页面。",
);
const AGAIN: Text = text("Try again", "重试");

/// The key of what a later part makes, as long as it is `shown`: changes when it is `there`.
pub(crate) fn key(shown: bool, there: bool, name: &str) -> Option<String> {
    shown.then(|| [name, if there { "" } else { " coming" }].concat())
}

/// The form, or what stands in its place.
pub(crate) fn form(page: Page) -> El {
    match page.core.get_untracked().and_then(|core| core.form) {
        Some(form) => form(page),
        None => el("div").class("panel form-pane").add(coming(page)),
    }
}

/// Asks something of a problem: at once, or when the part comes that it takes.
pub(crate) fn ask(page: Page, run: impl FnOnce(&'static Asked) + 'static) {
    match untrack(|| page.asked()) {
        Some(asked) => run(asked),
        None if page.lost.get_untracked() => page.tell(PART_LOST, Vec::new()),
        None => browser::later(100, move || ask(page, run)),
    }
}

/// More of a problem's reason, or what stands in its place.
pub(crate) fn further(page: Page, problem: &Handle) -> El {
    untrack(|| page.asked()).map_or_else(|| coming(page), |asked| (asked.further)(problem))
}

/// What a fix of a problem would change, or what stands in its place.
pub(crate) fn change(page: Page, problem: &Handle, nth: usize) -> El {
    untrack(|| page.asked()).map_or_else(|| coming(page), |asked| (asked.change)(problem, nth))
}

/// The panel of the open tab, or what stands in its place.
pub(crate) fn panel(page: Page) -> El {
    let tab = page.tab.get_untracked();
    match untrack(|| page.more()) {
        Some(more) => (more.panel)(page, tab),
        None => tabs::panel(page, tab, "panel prose").add(coming(page)),
    }
}

/// The buttons over the text; only for when they can be there.
pub(crate) fn tools(page: Page) -> El {
    untrack(|| page.more()).map_or_else(|| el("span"), |more| (more.tools)(page))
}

/// What stands beside the views and is not to be seen, once it can be there.
pub(crate) fn aside(page: Page) -> El {
    untrack(|| page.more()).map_or_else(|| el("div"), |more| (more.aside)(page))
}

/// What the button "Share" opens.
pub(crate) fn share(page: Page) -> El {
    untrack(|| page.more()).map_or_else(|| coming(page), |more| (more.share)(page))
}

/// What the menu "Copy as…" offers.
pub(crate) fn copies(page: Page, refused: Refused, open: Live<bool>) -> El {
    untrack(|| page.more()).map_or_else(|| coming(page), |more| (more.copies)(page, refused, open))
}

/// Opens a text if it is one of our files, and tells whether it is.
pub(crate) fn open_text(page: Page, text: &str) -> bool {
    untrack(|| page.more()).is_some_and(|more| (more.open_text)(page, text))
}

/// Takes a text for the body it holds. False where it is one as it stands, or nothing known.
pub(crate) fn import(page: Page, text: &str) -> bool {
    untrack(|| page.more()).is_some_and(|more| (more.import)(page, text))
}

/// The problems; in their place, that they are not known yet, or how to try again.
pub(crate) fn problems(page: Page) -> El {
    if let Some(core) = page.core.get_untracked() {
        return (core.problems)(page);
    }
    let words = move || page.words(if page.lost.get() { LOST } else { COMING });
    let counts = el("p").class("muted").at("id", ids::COUNTS).at("role", "status").say(words);
    let title = el("div")
        .class("title")
        .add(el("h2").at("id", "problems-title").say(page.t(strings::PROBLEMS)))
        .add(counts);
    el("section")
        .class("problems")
        .at("id", ids::PROBLEMS)
        .at("aria-labelledby", "problems-title")
        .at("data-state", "bare")
        .add(el("div").class("problems-bar").add(title).when(move || page.lost.get(), again(page)))
}

/// In the place of what a later part makes. Without the checks, the problems' place alone offers to try again.
fn coming(page: Page) -> El {
    let words = move || page.words(if page.lost.get() { PART_LOST } else { PART_COMING });
    let alone = move || page.lost.get() && page.ready();
    el("div").class("coming").add(el("p").class("muted").say(words)).when(alone, again(page))
}

/// The button that has what did not come loaded again.
fn again(page: Page) -> impl Fn() -> El {
    let try_again = move || {
        // The button is gone by then.
        if untrack(|| page.ready()) {
            tabs::focus(page);
        } else {
            browser::focus_soon(ids::BODY);
        }
        load(page);
    };
    move || button(page, "primary", AGAIN, try_again)
}
