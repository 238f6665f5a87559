//! A line that says what just happened, with the way back.

use leptos::prelude::*;

use super::controls::{bare_button, button};
use super::dom::{El, el};
use super::state::Page;
use super::strings;

/// The line, when there is something to say.
pub(crate) fn notice(page: Page) -> El {
    let words = move || {
        page.notice.with(|notice| {
            notice.as_ref().map(|notice| notice.text.fill(page.locale.get(), &notice.args))
        })
    };
    let undoable = move || {
        page.notice.with(|notice| notice.as_ref().is_some_and(|notice| notice.undo.is_some()))
    };
    let back =
        move || page.notice.with(|notice| notice.as_ref().map(|notice| page.words(notice.back)));
    let back = move || back().unwrap_or_default();
    el("div").class("notice").at("role", "status").when(
        move || words().is_some(),
        move || {
            el("div")
                .add(el("p").say(move || words().unwrap_or_default()))
                .when(undoable, move || bare_button("plain", move || page.undo()).say(back))
                .add(button(page, "plain", strings::DISMISS, move || page.notice.set(None)))
        },
    )
}
