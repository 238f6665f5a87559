//! A line that says what just happened, with the way back.

use leptos::prelude::*;

use super::controls::button;
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
    el("div").class("notice").at("role", "status").when(
        move || words().is_some(),
        move || {
            el("div")
                .add(el("p").say(move || words().unwrap_or_default()))
                .when(undoable, move || {
                    button(page, "plain", strings::PUT_BACK, move || page.undo())
                })
                .add(button(page, "plain", strings::DISMISS, move || page.notice.set(None)))
        },
    )
}
