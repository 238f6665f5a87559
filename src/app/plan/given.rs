//! What the reader says beside the body: ranges around the cluster.

use clusterwright::diagnostic::Text;
use clusterwright::network::{parse_ranges, print_ranges};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::strings;
use crate::app::dom::{El, effect, el, value};
use crate::app::ids;
use crate::app::live::Live;
use crate::app::state::Page;

/// The fields with their heading.
pub(super) fn surroundings(page: Page) -> El {
    el("div")
        .class("surroundings")
        .add(el("h3").say(page.t(strings::SURROUNDINGS)))
        .add(el("p").class("muted").say(page.t(strings::SURROUNDINGS_HELP)))
        .add(given(page, "vpc", strings::VPC_RANGES, "10.0.0.0/16"))
        .add(given(page, "subnets", strings::SUBNETS, "10.0.0.0/24 nodes, 10.0.1.0/24"))
        .add(given(page, "taken", strings::TAKEN_RANGES, "10.8.0.0/16 cluster-b, 192.168.0.0/24"))
}

/// The field of a list of the plan's inputs.
fn given(page: Page, list: &'static str, label: Text, example: &str) -> El {
    let wrong = Live::new(Vec::<String>::new());
    let take = move |text: &str| {
        let (good, bad) = parse_ranges(text);
        wrong.set(bad);
        page.inputs.update(|inputs| {
            if let Some(own) = inputs.list_mut(list) {
                *own = good;
            }
        });
        page.recheck();
    };
    let id = [list, "-ranges"].concat();
    let error = ids::of("wrong-", list);
    let (described, told) = (error.clone(), error);
    let is_wrong = move || wrong.with(|wrong| !wrong.is_empty());
    let input = el("input")
        .at("type", "text")
        .at("id", &id)
        .at("placeholder", example)
        .at("autocomplete", "off")
        .at("spellcheck", "false")
        .bind("aria-describedby", move || is_wrong().then(|| described.clone()))
        .bind("aria-invalid", move || is_wrong().then(|| "true".to_owned()))
        .on("input", move |event| take(&value(&event)));
    // The ranges may come from elsewhere; what is being typed stays as it is.
    let field: HtmlInputElement = input.node().clone().unchecked_into();
    effect(Box::new(move || {
        page.inputs.with(|inputs| {
            let lists = inputs.lists();
            let Some((_, nets)) = lists.into_iter().find(|(name, _)| *name == list) else { return };
            if parse_ranges(&field.value()).0 != *nets {
                field.set_value(&print_ranges(nets));
                wrong.set(Vec::new());
            }
        });
    }));
    let words = move || {
        page.fill(strings::NO_RANGE, &[("found", wrong.with(|wrong| wrong.join(", ")).into())])
    };
    el("div")
        .class("given")
        .add(el("label").at("for", &id).say(page.t(label)))
        .add(input)
        .when(is_wrong, move || {
            el("p").class("wrong").at("id", &told).at("data-severity", "error").say(words)
        })
}
