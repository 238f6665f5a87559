//! Links and files: what the reader gives away of the page, and what comes back.

mod deflate;
mod panel;
pub(crate) mod strings;

use clusterwright::analysis::Inputs;
use clusterwright::diagnostic::{Arg, Text};
use clusterwright::share::{self, Body, Setting, State};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use super::dom::listen;
use super::state::{Notice, Page, Tab};
use super::theme::Theme;

pub(crate) use panel::{content, control};

/// Each view with the name it has in a link.
const TABS: [(Tab, &str); 4] =
    [(Tab::Form, "form"), (Tab::Body, "body"), (Tab::Request, "request"), (Tab::Plan, "plan")];

/// Opens what the address says, now and whenever another link is followed here; without a text there, the reader's draft.
pub(crate) fn start(page: Page) {
    let linked = follow(page);
    page.drafts.start(page, linked);
    listen(
        &window(),
        "hashchange",
        Box::new(move |_| {
            follow(page);
        }),
    );
}

/// What goes with the text: what the reader chose, and the edition also where the body told it.
pub(crate) fn setting(page: Page) -> Setting {
    let told = page.peek(|analysis| (!analysis.is_bare()).then_some(analysis.edition));
    let tab = page.tab.get_untracked();
    Setting {
        api: page.edition.get_untracked().or(told),
        lang: Some(page.locale.get_untracked()),
        theme: page.theme.get_untracked().id(),
        tab: TABS.into_iter().find(|(own, _)| *own == tab).map(|(_, name)| name),
        inputs: page.inputs.get_untracked(),
    }
}

/// What the address named.
pub(crate) enum Linked {
    /// Nothing: it is no link.
    Nothing,
    /// An edition or a view, but no text.
    Setting(Setting),
    /// A text.
    Text,
}

/// Takes a link over, if the address is one, and out of the address: there it would soon say something else than the page.
fn follow(page: Page) -> Linked {
    let location = window().location();
    let Some(mut state) = location.hash().ok().and_then(|hash| share::read(&hash)) else {
        return Linked::Nothing;
    };
    let bare = [location.pathname(), location.search()].map(Result::unwrap_or_default).concat();
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&bare));
    }
    match state.body.take() {
        Some(Body::Deflated(bytes)) => spawn_local(async move {
            let text = deflate::inflate(&bytes).await;
            let damage = match text {
                Ok(_) => None,
                Err(deflate::Failure::Unknown) => Some(strings::NO_INFLATE),
                Err(deflate::Failure::Damaged) => Some(strings::DAMAGED),
                Err(deflate::Failure::TooLarge) => Some(strings::TOO_LARGE),
            };
            arrive(
                page,
                &state,
                text.ok().as_deref(),
                [strings::OPENED, strings::OPENED_OVER],
                damage,
            );
        }),
        _ if state.refused.contains(&"body") => {
            arrive(page, &state, None, [strings::OPENED; 2], Some(strings::DAMAGED));
        }
        _ => {
            arrive(page, &state, None, [strings::OPENED; 2], None);
            return Linked::Setting(state.setting);
        }
    }
    Linked::Text
}

/// Opens a text that is one of our own files; tells whether it is.
pub(crate) fn open_text(page: Page, text: &str) -> bool {
    let Some(mut state) = share::open_text(text) else { return false };
    let body = match state.body.take() {
        Some(Body::Text(text)) => Some(text),
        _ => None,
    };
    let damage = state.refused.contains(&"body").then_some(strings::DAMAGED);
    arrive(
        page,
        &state,
        body.as_deref(),
        [strings::FILE_OPENED, strings::FILE_OPENED_OVER],
        damage,
    );
    true
}

/// Puts in place what came, and says what of it could not be understood. `said` are the words for a page without a text of its
/// own and for one with.
fn arrive(page: Page, state: &State, text: Option<&str>, said: [Text; 2], damage: Option<Text>) {
    let own = page.body.peek(|body| !body.text.trim().is_empty());
    let over = own && text.is_some();
    if over {
        page.drafts.part(page);
    }
    let quiet = text.is_none() && damage.is_none() && state.refused.is_empty() && !state.newer;
    let what = damage.unwrap_or(said[usize::from(over)]);
    let or_none = |there: bool, words: Text| if there { words } else { Text::NONE };
    let refused = !state.refused.is_empty() && damage.is_none();
    let names = if refused { state.refused.join(", ") } else { String::new() };
    let args = vec![
        ("what", Arg::from(what)),
        ("refused", or_none(refused, strings::REFUSED).into()),
        ("names", names.into()),
        ("end", or_none(refused, strings::END).into()),
        ("newer", or_none(state.newer, strings::NEWER).into()),
    ];
    put(page, &state.setting, text, (!quiet).then_some((strings::REMARKS, args)), over);
}

/// What is said of a text that is put in place.
pub(crate) type Said = Option<(Text, Vec<(&'static str, Arg)>)>;

/// Puts a setting and its text in place; `undo` keeps what was there at hand.
pub(crate) fn put(page: Page, setting: &Setting, text: Option<&str>, said: Said, undo: bool) {
    let old = page.body.peek(|body| body.text.clone());
    if undo {
        let api = page.edition.get_untracked();
        let inputs = page.inputs.get_untracked();
        page.before.set(Some((old.clone(), Setting { api, inputs, ..Setting::default() })));
    }
    if let Some(locale) = setting.lang {
        page.locale.set(locale);
    }
    if let Some(theme) = setting.theme {
        page.theme.set(Theme::of(theme));
    }
    if let Some((tab, _)) = TABS.into_iter().find(|(_, name)| Some(*name) == setting.tab) {
        page.tab.set(tab);
    }
    if let Some(text) = text {
        page.replace(text);
    }
    place(page, setting, text.is_some());
    if let Some((text, args)) = said {
        page.notice.set(Some(Notice {
            text,
            args,
            undo: undo.then_some(old),
            back: crate::app::strings::PUT_BACK,
            about: Some(page.body.seen()),
        }));
    }
}

/// Restores what went with a text, when that text comes back.
pub(crate) fn undone(page: Page, old: &str) {
    let before = page.before.update_untracked(Option::take);
    if let Some((_, setting)) = before.filter(|(text, _)| text == old) {
        page.edition.set(setting.api);
        place(page, &setting, true);
    }
}

/// The edition and the inputs; with a text come all of its inputs, also where that is none.
fn place(page: Page, setting: &Setting, whole: bool) {
    if setting.api.is_some() {
        page.edition.set(setting.api);
    }
    if whole || setting.inputs != Inputs::default() {
        page.inputs.set(setting.inputs.clone());
    }
    page.recheck();
}
