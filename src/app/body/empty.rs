//! What an empty body offers: a place to paste, and per edition its presets and its document's own example.

use clusterwright::diagnostic::{Text, text};
use clusterwright::edition::{self, Edition};
use leptos::task::spawn_local;

use crate::app::controls::{bare_button, button};
use crate::app::dom::{El, el};
use crate::app::help::fetch;
use crate::app::state::Page;
use crate::app::{browser, tabs};

const TITLE: Text = text("Paste a request body below", "在下方粘贴请求体");
const HINT: Text = text(
    "Or drop a file. A broken one is welcome: each fault is shown where it stands, with what mends it.",
    "也可以拖入文件。内容有误也没关系：每处错误都会标出位置，并给出修复方法。",
);
const OR_START: Text =
    text("Or start from one, for which API?", "或选择一个 API，从现成的请求体开始");
const START: Text = text("Presets of {edition}", "{edition} 的预设");
const OTHERS: Text = text("Other APIs", "其他 API");
const TRY: Text = text("Try its example, faults and all", "试试文档原样示例（错误保留）");
const TRY_WHAT: Text =
    text("Try its example, faults and all: {document}", "试试文档原样示例（错误保留）：{document}");
const TAKEN: Text = text(
    "The body is now the example of “{document}”, as printed there.",
    "请求体已替换为《{document}》中的原样示例。",
);
const LOST: Text = text(
    "The example could not be loaded: a file of this page did not arrive. Reload the page to try again.",
    "示例未能加载：页面的一个文件未送达，请重新加载页面。",
);

/// The heading of the offers, which has the focus when they change.
const OFFERS: &str = "offers";

/// The offer, as long as there is no text.
pub(crate) fn empty(page: Page) -> El {
    el("div").class("empty").add(el("h2").say(page.t(TITLE))).add(el("p").say(page.t(HINT))).part(
        move || {
            page.core.get()?;
            Some(page.edition.get().map_or("", |edition| edition.id).to_owned())
        },
        move |_| page.core.get_untracked().map_or_else(|| el("div"), |core| (core.offers)(page)),
    )
}

/// The editions, or the presets of the one that is chosen.
pub(crate) fn offers(page: Page) -> El {
    match page.edition.get_untracked() {
        Some(edition) => presets(page, edition),
        None => editions(page),
    }
}

fn heading() -> El {
    el("h3").at("id", OFFERS).at("tabindex", "-1")
}

fn choose(page: Page, edition: Option<&'static Edition>) {
    page.check_as(edition);
    browser::focus_soon(OFFERS);
}

fn editions(page: Page) -> El {
    let list = edition::ALL.into_iter().fold(el("ul").class("apis"), |list, edition| {
        let own = el("li")
            .add(button(page, "", edition.name, move || choose(page, Some(edition))))
            .add(el("span").say(page.t(edition.document)))
            .add(example(page, edition));
        list.add(own)
    });
    el("div").add(heading().say(page.t(OR_START))).add(list)
}

fn presets(page: Page, edition: &'static Edition) -> El {
    let list = edition.presets.iter().fold(el("ul"), |list, preset| {
        let take = move || {
            page.take_preset(preset);
            tabs::focus(page);
        };
        let own = el("li")
            .add(button(page, "", preset.name, take))
            .add(el("span").say(page.t(preset.help)));
        list.add(own)
    });
    let title = move || page.fill(START, &[("edition", edition.name.into())]);
    el("div")
        .add(heading().say(title))
        .add(list)
        .add(button(page, "plain", OTHERS, move || choose(page, None)))
}

/// The example as the document prints it, which comes as a file.
fn example(page: Page, edition: &'static Edition) -> El {
    let name = move || page.fill(TRY_WHAT, &[("document", edition.document.into())]);
    bare_button("try", move || take(page, edition)).name("aria-label", name).say(page.t(TRY))
}

fn take(page: Page, edition: &'static Edition) {
    spawn_local(async move {
        let Some(text) = fetch(&["examples/", edition.id, ".txt"].concat()).await else {
            return page.tell(LOST, Vec::new());
        };
        let old = page.body.peek(|body| body.text.clone());
        page.edition.set(Some(edition));
        page.replace_noticed(&text, TAKEN, vec![("document", edition.document.into())]);
        // Also back to nothing: what was offered there is worth another look.
        page.notice.update(|notice| {
            if let Some(notice) = notice {
                notice.undo = Some(old);
            }
        });
        tabs::focus(page);
    });
}
