//! The buttons over the text that the editor and the core bring.

use clusterwright::json::print;

use super::{BodyEditor, strings};
use crate::app::controls::button;
use crate::app::dom::{El, el, truth};
use crate::app::live::Live;
use crate::app::state::Page;

/// The buttons. The history is the editor's, and is there with it.
pub(crate) fn tools(page: Page) -> El {
    let step = move |label, can: Live<bool>, go: fn(&BodyEditor)| {
        let press = move || {
            if let Some(editor) = page.editor.get_untracked() {
                go(&editor);
            }
        };
        // Not `disabled`, which would drop the focus with the last step.
        button(page, "", label, press)
            .bind("aria-disabled", move || (!can.get()).then(|| truth(true)))
    };
    let steps = move || {
        el("span")
            .class("steps")
            .add(step(strings::UNDO, page.can_undo, BodyEditor::undo))
            .add(step(strings::REDO, page.can_redo, BodyEditor::redo))
    };
    el("span")
        .class("body-tools")
        .when(move || page.editor.with(Option::is_some), steps)
        .add(button(page, "", strings::FORMAT, move || format(page)))
}

/// Lays the body out anew.
pub(crate) fn format(page: Page) {
    let analysis = page.fresh();
    page.rewrite(&analysis, &print::format_edits(&analysis.doc));
}
