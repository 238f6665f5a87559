//! What an empty body offers: the presets, and where to paste.

use crate::app::controls::button;
use crate::app::dom::{El, el};
use crate::app::state::Page;
use crate::app::strings;

/// The offer, as long as there is no text.
pub(crate) fn empty(page: Page) -> El {
    let presets = move || page.read(|analysis| analysis.edition.presets);
    let ids = move || presets().iter().map(|preset| preset.id.to_owned()).collect();
    let list = el("ul").list(ids, move |id| {
        let item = el("li");
        match presets().iter().find(|preset| preset.id == id) {
            Some(preset) => item
                .add(button(page, "", preset.name, move || page.take_preset(preset)))
                .add(el("span").say(page.t(preset.help))),
            None => item,
        }
    });
    el("div")
        .class("empty")
        .add(el("h2").say(page.t(strings::EMPTY_TITLE)))
        .add(el("p").say(page.t(strings::EMPTY)))
        .add(list)
}
