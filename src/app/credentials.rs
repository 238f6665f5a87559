//! What a pasted command said of who is asking. It stays here, in memory, until it is forgotten: at a word, or when the body turns out to
//! be for another API. Nothing that leaves the page is made of it.

use clusterwright::diagnostic::{Text, text};
use clusterwright::import::Credential;

use super::controls::button;
use super::dom::{El, effect, el};
use super::state::{Page, Shared};

const HELD: Text = text(
    "Taken from what was pasted: {names}. Kept in memory only, never copied out.",
    "取自粘贴的内容：{names}。仅保存在内存中，不会随任何内容复制出去。",
);
const FORGET: Text = text("Forget", "清除");
const FORGOTTEN: Text = text("Forgotten.", "已清除。");

/// What is held, and the edition it was for.
#[derive(Default)]
struct Held {
    edition: &'static str,
    all: Vec<Credential>,
}

/// The credentials of the page.
#[derive(Clone, Copy)]
pub(crate) struct Credentials(Shared<Held>);

impl Credentials {
    /// None.
    pub(crate) fn new() -> Self {
        Self(Shared::new(Held::default()))
    }

    /// Takes new ones in the place of those before.
    pub(crate) fn take(self, all: Vec<Credential>, edition: &'static str) {
        self.0.set(Held { edition, all }.into());
    }

    /// Drops them, which wipes them.
    fn forget(self) {
        if self.0.peek(|held| !held.all.is_empty()) {
            self.0.set(Held::default().into());
        }
    }

    /// Forgets them when the body is for another API.
    pub(crate) fn watch(self, page: Page) {
        effect(Box::new(move || {
            let other = |edition| self.0.peek(|held| held.edition != edition);
            if page.checked().is_some_and(|analysis| other(analysis.edition.id)) {
                self.forget();
            }
        }));
    }

    /// The line that names what is held, if there is something.
    pub(crate) fn line(self, page: Page) -> El {
        let names = move || {
            self.0
                .with(|held| held.all.iter().map(Credential::header).collect::<Vec<_>>().join(", "))
        };
        let forget = move || {
            self.forget();
            page.tell(FORGOTTEN, Vec::new());
        };
        el("div").when(
            move || !names().is_empty(),
            move || {
                el("p")
                    .class("held")
                    .say(move || page.fill(HELD, &[("names", names().into())]))
                    .text(" ")
                    .add(button(page, "plain", FORGET, forget))
            },
        )
    }
}
