//! Light and dark: as the system says, or as the reader chose.

use clusterwright::diagnostic::Text;
use leptos::prelude::document;

use super::{browser, strings};

const KEY: &str = "theme";

/// Which colours the page has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Theme {
    System,
    Light,
    Dark,
}

impl Theme {
    /// What the reader chose before.
    pub(crate) fn kept() -> Self {
        Self::of(&browser::kept(KEY).unwrap_or_default())
    }

    /// The one of that name.
    pub(crate) fn of(id: &str) -> Self {
        match id {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::System,
        }
    }

    /// The one after this.
    pub(crate) const fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }

    /// What it is called.
    pub(crate) const fn label(self) -> Text {
        match self {
            Self::System => strings::THEME_SYSTEM,
            Self::Light => strings::THEME_LIGHT,
            Self::Dark => strings::THEME_DARK,
        }
    }

    /// Its picture, by name.
    pub(crate) fn shown(self) -> &'static str {
        self.id().unwrap_or("system")
    }

    /// Its name for the style sheet; the system's colours need none.
    pub(crate) const fn id(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    /// Dresses the page.
    pub(crate) fn apply(self) {
        let Some(root) = document().document_element() else { return };
        let _ = match self.id() {
            Some(id) => root.set_attribute("data-theme", id),
            None => root.remove_attribute("data-theme"),
        };
    }

    /// Keeps the choice for the next visit.
    pub(crate) fn keep(self) {
        browser::keep(KEY, self.id());
    }
}
