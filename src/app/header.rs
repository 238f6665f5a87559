//! The top of the page: what it is, and the reader's choices.

use clusterwright::diagnostic::{Locale, Text};
use clusterwright::edition::{DETECTED, Edition, Preset};
use leptos::prelude::*;

use super::controls::{bare_button, select};
use super::dom::{El, el, flag, value};
use super::state::{Page, Tab};
use super::{browser, ids, share, shortcuts, strings};

/// The header.
pub(crate) fn header(page: Page) -> El {
    let skip = move |event: web_sys::Event| {
        event.prevent_default();
        page.tab.set(Tab::Body);
        browser::focus_soon(ids::BODY);
    };
    let brand = el("div")
        .class("brand")
        .add(el("h1").text("Clusterwright"))
        .add(el("p").say(page.t(strings::PRIVATE)));
    let next = move || {
        page.theme.update(|theme| *theme = theme.next());
        page.theme.get_untracked().keep();
    };
    let theme = bare_button("theme", next)
        .name("aria-label", page.t(strings::THEME))
        .name("title", move || page.words(page.theme.get().label()))
        .name("data-shown", move || page.theme.get().shown().to_owned());
    el("header")
        .class("header")
        .add(
            el("a")
                .class("skip")
                .at("href", "#request-body")
                .say(page.t(strings::SKIP))
                .on("click", skip),
        )
        .add(brand)
        .add(
            el("div")
                .class("choices")
                .add(labelled(page, "edition", strings::EDITION, editions(page)).add(kind(page)))
                .add(labelled(page, "preset", strings::PRESET, presets(page))),
        )
        .add(
            el("div")
                .class("settings")
                .add(
                    el("div")
                        .class("choice")
                        .add(
                            el("label")
                                .class("sr")
                                .at("for", "language")
                                .say(page.t(strings::LANGUAGE)),
                        )
                        .add(languages(page)),
                )
                .add(share::control(page))
                .add(theme)
                .add(shortcuts::button(page)),
        )
}

fn labelled(page: Page, id: &str, label: Text, control: El) -> El {
    el("div").class("choice").add(el("label").at("for", id).say(page.t(label))).add(control)
}

fn editions(page: Page) -> El {
    let offers = move || {
        let locale = page.locale.get();
        let detected = page.checked().and_then(|analysis| {
            (analysis.detected && !analysis.is_bare()).then_some(analysis.edition)
        });
        let detect = match detected {
            Some(edition) => [edition.name.get(locale), " (", DETECTED.get(locale), ")"].concat(),
            None => strings::DETECT.get(locale).to_owned(),
        };
        let named = all(page)
            .iter()
            .map(|edition| (edition.id.to_owned(), edition.name.get(locale).to_owned()));
        [(String::new(), detect)].into_iter().chain(named).collect()
    };
    let chosen =
        move || page.edition.get().map_or_else(String::new, |edition| edition.id.to_owned());
    select("edition", offers, chosen, move |id| {
        let chosen = untrack(|| all(page)).iter().copied().find(|edition| edition.id == id);
        if let Some(core) = page.core.get_untracked() {
            (core.choose)(page, chosen);
        }
    })
}

/// The editions; none before the core is here.
fn all(page: Page) -> &'static [&'static Edition] {
    page.core.get().map_or(&[], |core| core.editions)
}

/// The kind of cluster the body asks for, where the edition has several and the body tells.
fn kind(page: Page) -> El {
    let told = move || page.checked().and_then(|analysis| analysis.told_kind());
    let words = move || told().map(|kind| page.words(kind.name)).unwrap_or_default();
    // Where there is no room for all of it, the title says it.
    el("span").class("kind").name("title", words).say(words)
}

fn presets(page: Page) -> El {
    let all = move || page.checked().map_or(&[][..], |analysis| analysis.edition.presets);
    let offers = move || {
        let locale = page.locale.get();
        let mut offers = vec![(String::new(), strings::CHOOSE_PRESET.get(locale).to_owned())];
        offers.extend(
            all().iter().map(|preset| (preset.id.to_owned(), preset.name.get(locale).to_owned())),
        );
        offers
    };
    // The preset that the body is, as long as it is one.
    let is_body = move |preset: &&Preset| page.body.with(|body| *preset.text == *body.text);
    let chosen =
        move || all().iter().find(is_body).map_or_else(String::new, |preset| preset.id.to_owned());
    select("preset", offers, chosen, move |id| {
        if let Some(preset) = untrack(all).iter().find(|preset| preset.id == id) {
            page.take_preset(preset);
        }
    })
}

fn languages(page: Page) -> El {
    let names = Text { en: "English", zh: "简体中文" };
    let chosen = move || page.locale.get();
    let choose = move |event: web_sys::Event| {
        let locale = Locale::from_tag(&value(&event));
        browser::keep("locale", Some(locale.tag()));
        page.locale.set(locale);
    };
    let offers = Locale::ALL.map(|locale| {
        el("option")
            .at("value", locale.tag())
            .at("lang", locale.tag())
            .bind("selected", move || flag(chosen() == locale))
            .text(names.get(locale))
    });
    el("select").at("id", "language").on("change", choose).adds(offers)
}
