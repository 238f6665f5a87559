//! The buttons over the text that the editor and the core bring.

use clusterwright::form::changed;
use clusterwright::json::{Fault, print};

use super::{BodyEditor, strings};
use crate::app::controls::button;
use crate::app::dom::{El, el, truth};
use crate::app::live::Live;
use crate::app::state::Page;
use crate::app::{browser, form, ids};

/// The buttons. The history is the editor's, and is there with it.
pub(crate) fn tools(page: Page) -> El {
    let step = move |label, can: Live<bool>, go: fn(Page)| {
        // Not `disabled`, which would drop the focus with the last step.
        button(page, "", label, move || go(page))
            .bind("aria-disabled", move || (!can.get()).then(|| truth(true)))
    };
    let steps = move || {
        let back = step(strings::UNDO, page.can_undo, undo);
        let forth = step(strings::REDO, page.can_redo, redo);
        el("span").class("steps").add(back).add(forth)
    };
    el("span")
        .class("body-tools")
        .when(move || page.editor.with(Option::is_some), steps)
        .add(button(page, "", strings::FORMAT, move || format(page)))
}

/// Takes the last step back.
pub(crate) fn undo(page: Page) {
    step(page, BodyEditor::undo);
}

/// Takes the step that was taken back.
pub(crate) fn redo(page: Page) {
    step(page, BodyEditor::redo);
}

/// Makes a step in the history. The row that has the focus may go with it: then the focus is on what it lay in. From elsewhere in the
/// form it goes to what the step changed, for nobody wants to change what is out of sight.
fn step(page: Page, go: fn(&BodyEditor)) {
    let Some(editor) = page.editor.get_untracked() else { return };
    let mut pointer = form::focused();
    let before = pointer.as_ref().map(|_| page.fresh());
    go(&editor);
    page.check_now();
    browser::later(0, move || {
        let changed = before.and_then(|before| changed(&before, &page.fresh()));
        while let Some(own) = pointer.take().filter(|_| form::focused().is_none()) {
            let above = own.rsplit_once('/').map(|(above, _)| above.to_owned());
            let id = if own.is_empty() { ids::SEARCH.to_owned() } else { ids::control(&own) };
            if let Some(control) = browser::element(&id) {
                let _ = control.focus();
            }
            pointer = above;
        }
        let (Some(changed), Some(own)) = (changed, form::focused()) else { return };
        let inside = own.strip_prefix(&changed);
        if inside.is_some_and(|rest| rest.is_empty() || rest.starts_with('/')) {
            if let Some(control) = browser::active() {
                browser::show(&control);
            }
        } else if page.has_row(&changed) {
            page.go_to_row(&changed);
        }
    });
}

/// Lays the body out anew, or says why it is left as it is.
pub(crate) fn format(page: Page) {
    let analysis = page.fresh();
    let edits = print::format_edits(&analysis.doc);
    let broken = || {
        let faults = analysis.doc.errors().iter().map(|error| error.fault);
        faults
            .into_iter()
            .any(|fault| !matches!(fault, Fault::Empty | Fault::Comment | Fault::DuplicateKey))
    };
    if edits.is_empty() && broken() {
        page.tell_of_text(strings::NOT_FORMATTED, Vec::new());
    }
    page.rewrite(&analysis, &edits);
}
