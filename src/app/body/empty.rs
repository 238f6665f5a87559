//! What an empty body offers: the editions, the presets of the one that is chosen, and where to paste.

use clusterwright::edition::Edition;
use leptos::prelude::*;

use crate::app::controls::button;
use crate::app::dom::{El, el};
use crate::app::state::Page;
use crate::app::strings;

/// The offer, as long as there is no text.
pub(crate) fn empty(page: Page) -> El {
    el("div")
        .class("empty")
        .add(el("h2").say(page.t(strings::EMPTY_TITLE)))
        .add(el("p").say(page.t(strings::EMPTY)))
        .part(
            move || {
                page.core.get()?;
                Some(page.edition.get().map_or("", |edition| edition.id).to_owned())
            },
            move |_| match page.edition.get_untracked() {
                Some(edition) => presets(page, edition),
                None => editions(page),
            },
        )
}

fn editions(page: Page) -> El {
    let all = page.core.get_untracked().map_or(&[][..], |core| core.editions);
    let list = all.iter().fold(el("ul"), |list, &edition| {
        let choose = move || page.check_as(Some(edition));
        let own = el("li")
            .add(button(page, "", edition.name, choose))
            .add(el("span").say(page.t(edition.document)));
        list.add(own)
    });
    el("div").add(el("h3").say(page.t(strings::CHOOSE_EDITION))).add(list)
}

fn presets(page: Page, edition: &'static Edition) -> El {
    let list = edition.presets.iter().fold(el("ul"), |list, preset| {
        let own = el("li")
            .add(button(page, "", preset.name, move || page.take_preset(preset)))
            .add(el("span").say(page.t(preset.help)));
        list.add(own)
    });
    el("div").add(el("h3").say(page.t(strings::CHOOSE_PRESET))).add(list)
}
