//! What leaves the editor to come back: a link's fragment, a file, a draft. All three carry the same words.
//!
//! A body goes in as a [`Clean`] text only, which [`cut`] alone makes: what holds secrets cannot be written here. What comes back
//! is anybody's text, so it is read member by member, and what is wrong is refused by itself.

mod cut;
mod file;
mod fragment;
mod words;

pub use cut::{Clean, Cut, Left, cut};
pub use file::{file, open_text};
pub use fragment::{fragment, read};

use crate::analysis::Inputs;
use crate::diagnostic::Locale;
use crate::edition::{self, Edition};
use crate::network::GivenRange;

/// The version that is written. What is of a later one is read as far as it is understood.
pub const VERSION: u32 = 1;
/// The colours a page can have.
pub const THEMES: [&str; 3] = ["system", "light", "dark"];
/// The views a page can open with.
pub const TABS: [&str; 4] = ["form", "body", "request", "plan"];
/// More ranges than this of one kind are not read.
const RANGES: usize = 256;

/// What goes with a body.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// What the body is checked as.
    pub api: Option<&'static Edition>,
    /// The language.
    pub lang: Option<Locale>,
    /// The colours, one of [`THEMES`].
    pub theme: Option<&'static str>,
    /// The open view, one of [`TABS`].
    pub tab: Option<&'static str>,
    /// What was said beside the body.
    pub inputs: Inputs,
}

/// A body as it comes back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Body {
    /// Deflated, raw or wrapped as zlib does.
    Deflated(Vec<u8>),
    /// As text.
    Text(String),
}

/// What a link, a file or a draft was found to hold.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// What goes with the body.
    pub setting: Setting,
    /// The body; `None` where there is none.
    pub body: Option<Body>,
    /// The names of what was there and made no sense, each once.
    pub refused: Vec<&'static str>,
    /// Whether it was written by a later version, so that there may be more in it.
    pub newer: bool,
}

impl Setting {
    /// The names and values that say this, in the order they are written.
    fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs: Vec<(&str, String)> = [
            ("api", self.api.map(|api| api.id)),
            ("lang", self.lang.map(Locale::tag)),
            ("theme", self.theme),
            ("tab", self.tab),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?.to_owned())))
        .collect();
        // A name that speaks of a secret may be one.
        let spelled = |own: &GivenRange| {
            if words::mentions(&own.name) { own.net.to_string() } else { own.to_string() }
        };
        for (name, ranges) in self.inputs.lists() {
            if !ranges.is_empty() {
                pairs.push((name, ranges.iter().map(spelled).collect::<Vec<_>>().join(",")));
            }
        }
        pairs
    }
}

impl State {
    /// Takes over one name and its value; tells whether the name is known.
    fn take(&mut self, name: &str, value: &str) -> bool {
        let setting = &mut self.setting;
        match name {
            "api" => {
                setting.api = edition::find(value);
                self.refuse_unless("api", self.setting.api.is_some());
            }
            "lang" => {
                setting.lang = locale(value);
                self.refuse_unless("lang", self.setting.lang.is_some());
            }
            "theme" => {
                setting.theme = among(&THEMES, value);
                self.refuse_unless("theme", self.setting.theme.is_some());
            }
            "tab" => {
                setting.tab = among(&TABS, value);
                self.refuse_unless("tab", self.setting.tab.is_some());
            }
            _ => {
                let lists = Inputs::default().lists().map(|(own, _)| own);
                let Some(name) = lists.into_iter().find(|own| *own == name) else { return false };
                let words = value.split(',').map(str::trim).filter(|word| !word.is_empty());
                let read: Vec<Option<GivenRange>> = words.map(|word| word.parse().ok()).collect();
                let fine = read.len() <= RANGES && read.iter().all(Option::is_some);
                if let Some(list) = setting.inputs.list_mut(name) {
                    *list = read.into_iter().flatten().take(RANGES).collect();
                }
                self.refuse_unless(name, fine);
            }
        }
        true
    }

    /// Takes over what version it was written by.
    fn take_version(&mut self, name: &'static str, value: &str) {
        let version = value.parse::<u32>().ok();
        self.refuse_unless(name, version.is_some());
        self.newer = version.is_some_and(|version| version > VERSION);
    }

    fn refuse_unless(&mut self, name: &'static str, fine: bool) {
        if !fine && !self.refused.contains(&name) {
            self.refused.push(name);
        }
    }
}

fn among(all: &[&'static str], value: &str) -> Option<&'static str> {
    all.iter().copied().find(|own| *own == value)
}

/// The language of a tag, as pages and vendors write it.
fn locale(tag: &str) -> Option<Locale> {
    let language = tag.split(['-', '_']).next().unwrap_or_default();
    Locale::ALL.into_iter().find(|locale| locale.tag()[..2].eq_ignore_ascii_case(language))
}
