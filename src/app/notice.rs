//! A line that says what just happened, with the way back.

use super::controls::{bare_button, button};
use super::dom::{El, effect, el};
use super::state::Page;
use super::{strings, tabs};

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
    // The pressed button goes: the focus stays with the view that is open.
    let undo = move || {
        page.undo();
        tabs::focus(page);
    };
    let dismiss = move || {
        page.notice.set(None);
        tabs::focus(page);
    };
    effect(Box::new(move || {
        let now = page.body.now();
        let past = page.notice.with_untracked(|notice| {
            let about = notice.as_ref().and_then(|notice| notice.about.as_ref());
            about.is_some_and(|about| about.text != now.text)
        });
        if past {
            page.notice.set(None);
        }
    }));
    el("div").class("notice").at("role", "status").when(
        move || words().is_some(),
        move || {
            el("div")
                .add(el("p").say(move || words().unwrap_or_default()))
                .when(undoable, move || bare_button("plain", undo).say(back))
                .add(button(page, "plain", strings::DISMISS, dismiss))
        },
    )
}
