//! The button "Share" and what it opens: the link, what is not in it, the file, and the drafts.

use std::rc::Rc;

use clusterwright::share::{self, Left};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{deflate, setting, strings};
use crate::app::controls::{bare_button, button, hidden_when};
use crate::app::dom::{El, el};
use crate::app::live::Live;
use crate::app::state::Page;
use crate::app::{arrival, browser};

/// The panel.
const PANEL: &str = "share-panel";
/// The link.
const LINK: &str = "share-link";
/// The button that copies it.
const COPY: &str = "copy-link";
/// Links up to this many bytes go everywhere.
const LONG: usize = 8 * 1024;
/// So many places that were left out are listed.
const LISTED: usize = 12;

/// What can be given away of the page as it is.
struct Made {
    /// Nothing where the browser cannot make one.
    link: Option<String>,
    /// The file's text.
    file: String,
    /// The file's name.
    name: String,
    left_out: Vec<Left>,
}

/// The button and its panel. The panel is a popover: the browser closes it at Escape and gives the focus back.
pub(crate) fn control(page: Page) -> El {
    let open = Live::new(false);
    let toggled = move |event: web_sys::Event| {
        let panel = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        open.set(panel.is_some_and(|panel| panel.matches(":popover-open").unwrap_or(false)));
    };
    let button = el("button")
        .at("type", "button")
        .class("share")
        .at("popovertarget", PANEL)
        .say(page.t(strings::SHARE));
    let panel = el("div")
        .class("share-panel")
        .at("id", PANEL)
        .at("popover", "auto")
        .at("role", "dialog")
        .name("aria-label", page.t(strings::SHARE))
        .on("toggle", toggled)
        .part(
            move || arrival::key(open.get(), page.more().is_some(), PANEL),
            move |_| arrival::share(page),
        );
    el("div").class("sharing").add(button).add(panel)
}

/// What the panel shows, once link and file are made.
pub(crate) fn content(page: Page) -> El {
    let made: Live<Option<Rc<Made>>> = Live::new(None);
    make(page, made);
    let there = move || made.with(Option::is_some);
    el("div").when(there, move || match made.get_untracked() {
        Some(made) => shown(page, &made),
        None => el("div"),
    })
}

/// Makes link and file from the text as it is now.
fn make(page: Page, made: Live<Option<Rc<Made>>>) {
    page.check_now();
    page.drafts.flush(page);
    let (setting, cut) = (setting(page), share::cut(&page.seen()));
    spawn_local(async move {
        let bare = cut.body.text().trim().is_empty();
        let deflated = if bare { None } else { deflate::deflate(&cut.body).await };
        let location = window().location();
        let address =
            [location.origin(), location.pathname()].map(Result::unwrap_or_default).concat();
        let link = (bare || deflated.is_some())
            .then(|| [&address, "#", &share::fragment(&setting, deflated.as_deref())].concat());
        let name = [setting.api.map_or("cluster", |api| api.id), ".clusterwright.json"].concat();
        let file = share::file(&setting, &cut.body);
        let first = if link.is_some() { COPY } else { "save-file" };
        made.set(Some(Rc::new(Made { link, file, name, left_out: cut.left_out })));
        browser::focus_soon(first);
    });
}

fn shown(page: Page, now: &Rc<Made>) -> El {
    let shut = button(page, "plain", strings::CLOSE, close);
    let length = now.link.as_ref().map_or(0, String::len);
    let mut content = el("div")
        .class("share-content")
        .add(el("div").class("head").add(el("h2").say(page.t(strings::SHARE))).add(shut))
        .add(el("p").class("muted").say(page.t(strings::WHAT)));
    let advice = if now.link.is_none() { strings::NO_LINK } else { strings::LONG };
    if let Some(link) = &now.link {
        let field = el("textarea")
            .at("id", LINK)
            .at("readonly", "")
            .at("rows", "3")
            .at("spellcheck", "false")
            .at("translate", "no")
            .text(link)
            .on("focus", |event| {
                if let Some(field) = event.target() {
                    field.unchecked_ref::<web_sys::HtmlTextAreaElement>().select();
                }
            });
        content = content.add(el("label").at("for", LINK).say(page.t(strings::LINK))).add(field);
    }
    let size = move || page.fill(strings::SIZE, &[("size", kilobytes(length).into())]);
    let mut actions = el("div").class("actions");
    if let Some(link) = now.link.clone() {
        let copy = button(page, "primary", strings::COPY_LINK, move || copy(page, &link));
        actions = actions.add(copy.at("id", COPY));
    }
    let file = now.clone();
    let save = move || {
        if browser::download(&file.name, "text/plain", &file.file).is_some() {
            page.tell(strings::FILE_SAVED, vec![("name", file.name.clone().into())]);
        }
    };
    actions = actions
        .add(button(page, "", strings::SAVE_FILE, save).at("id", "save-file"))
        .add(hidden_when(el("span").class("muted size").say(size), move || length == 0));
    content = content.add(actions);
    if length == 0 || length > LONG {
        content = content
            .add(el("p").class("reminder").at("data-severity", "warning").say(page.t(advice)));
    }
    content.add(left_out(page, &now.left_out)).add(drafts(page))
}

/// What is not in the link.
fn left_out(page: Page, left_out: &[Left]) -> El {
    if left_out.is_empty() {
        return el("p").class("muted").say(page.t(strings::WHOLE));
    }
    let one = |left: &Left| {
        let (words, name, value) = match left {
            Left::Value(pointer) => (strings::VALUE_OF, "pointer", pointer.clone().into()),
            Left::Comment(line) => (strings::COMMENT_IN, "line", (*line).into()),
            Left::Text(line) => (strings::TEXT_IN, "line", (*line).into()),
        };
        let args = [(name, value)];
        el("li").say(move || page.fill(words, &args))
    };
    let more = left_out.len().saturating_sub(LISTED);
    let mut list = el("ul").adds(left_out.iter().take(LISTED).map(one));
    if more > 0 {
        list =
            list.add(el("li").say(move || page.fill(strings::AND_MORE, &[("count", more.into())])));
    }
    el("div").class("left-out").add(el("p").say(page.t(strings::LEFT_OUT))).add(list)
}

/// The drafts that the browser keeps, and the way to be rid of them.
fn drafts(page: Page) -> El {
    let drafts = page.drafts;
    let list = move || drafts.list();
    let none = move || list().is_empty();
    let row = move |key: &str| {
        let Some(draft) = drafts.list().into_iter().find(|draft| draft.key == key) else {
            return el("li");
        };
        let (time, api, mine) = (draft.time.clone(), draft.api, draft.mine);
        let name = move || page.words(api.name);
        let args = move || [("time", time.clone().into()), ("name", api.name.into())];
        let key = key.to_owned();
        let open = move || {
            close();
            drafts.open(page, &key);
        };
        el("li")
            .add(
                bare_button("plain", open)
                    .name("aria-label", move || page.fill(strings::OPEN_DRAFT, &args()))
                    .text(&draft.time),
            )
            .add(el("span").say(name))
            .when(move || mine, move || el("span").class("muted").say(page.t(strings::THIS_TAB)))
    };
    let delete = move || {
        drafts.delete_all(page);
        browser::focus_soon(COPY);
    };
    el("div")
        .class("drafts")
        .add(el("h3").say(page.t(strings::DRAFTS)))
        .add(el("p").class("muted").say(page.t(strings::DRAFTS_HELP)))
        .when(none, move || el("p").say(page.t(strings::NO_DRAFTS)))
        .add(el("ul").list(move || list().into_iter().map(|draft| draft.key).collect(), row))
        .when(move || !none(), move || button(page, "plain", strings::DELETE_DRAFTS, delete))
}

/// Selects the link.
fn select() {
    if let Some(field) = browser::element(LINK) {
        let _ = field.focus();
        field.unchecked_ref::<web_sys::HtmlTextAreaElement>().select();
    }
}

fn copy(page: Page, link: &str) {
    browser::copy(link, move |copied| {
        if copied {
            page.tell(strings::LINK_COPIED, Vec::new());
        } else {
            select();
            page.tell(strings::LINK_SELECTED, Vec::new());
        }
    });
}

fn close() {
    if let Some(panel) = browser::element(PANEL) {
        let _ = panel.hide_popover();
    }
}

/// Bytes as kilobytes with one decimal.
fn kilobytes(bytes: usize) -> String {
    let tenths = (bytes * 10).div_ceil(1024);
    [&(tenths / 10).to_string(), ".", &(tenths % 10).to_string()].concat()
}
