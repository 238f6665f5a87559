//! The long texts, which come as files when they are first looked at: what members mean, why findings are findings.

use std::rc::Rc;

use clusterwright::diagnostic::{Locale, Text};
use clusterwright::edition::Edition;
use clusterwright::json::{Document, NodeId};
use gloo_net::http::Request;
use leptos::task::spawn_local;

use super::live::Live;
use super::strings;

/// The file of the rules' reasons; the others are named after editions.
const RULES: &str = "rules";

/// A file of `static/help/`: an object of texts.
#[derive(Clone)]
enum File {
    /// It was asked for.
    Coming,
    /// It is here.
    There(Rc<Document>),
    /// It could not be had.
    Lost,
}

/// The files, by name and language.
#[derive(Clone, Copy)]
pub(crate) struct Help(Live<Vec<(&'static str, Locale, File)>>);

impl Help {
    /// No file yet.
    pub(crate) fn new() -> Self {
        Self(Live::new(Vec::new()))
    }

    /// What a member means, by the pointer of its row. Follows the file.
    pub(crate) fn of_row(self, edition: &'static Edition, row: &str, locale: Locale) -> String {
        self.text(edition.id, row, locale)
    }

    /// Why a rule finds what it finds, with the names of its arguments in braces. Follows the file.
    pub(crate) fn of_rule(self, code: &str, locale: Locale) -> String {
        self.text(RULES, code, locale)
    }

    /// The texts of an edition's rows, where they are here already; asks for them otherwise.
    pub(crate) fn rows(self, edition: &'static Edition, locale: Locale) -> Option<Rc<Document>> {
        match self.file(edition.id, locale) {
            File::There(file) => Some(file),
            File::Coming | File::Lost => None,
        }
    }

    /// Has what reads this follow the files.
    pub(crate) fn follow(self) {
        self.0.track();
    }

    fn text(self, name: &'static str, key: &str, locale: Locale) -> String {
        let words = |text: Text| text.get(locale).to_owned();
        match self.file(name, locale) {
            File::Coming => words(strings::HELP_COMING),
            File::Lost => words(strings::HELP_LOST),
            File::There(file) => look_up(&file, key).unwrap_or_default(),
        }
    }

    fn file(self, name: &'static str, locale: Locale) -> File {
        let own = |file: &&(&str, Locale, File)| file.0 == name && file.1 == locale;
        let known = self.0.with(|files| files.iter().find(own).map(|file| file.2.clone()));
        known.unwrap_or_else(|| {
            self.ask(name, locale);
            File::Coming
        })
    }

    /// Asks for a file; what shows its texts follows when it comes.
    fn ask(self, name: &'static str, locale: Locale) {
        self.0.update_untracked(|files| files.push((name, locale, File::Coming)));
        spawn_local(async move {
            let url = ["help/", name, ".", locale.tag(), ".json"].concat();
            let come = match fetch(&url).await {
                Some(text) => File::There(Rc::new(Document::parse(text))),
                None => File::Lost,
            };
            self.0.update(|files| {
                let mut files = files.iter_mut();
                if let Some(file) = files.find(|file| file.0 == name && file.1 == locale) {
                    file.2 = come;
                }
            });
        });
    }
}

/// A file of the page as text, if it comes.
pub(crate) async fn fetch(url: &str) -> Option<String> {
    let answer = Request::get(url).send().await.ok().filter(gloo_net::http::Response::ok)?;
    answer.text().await.ok()
}

/// The text of a key in a file.
pub(crate) fn look_up(file: &Document, key: &str) -> Option<String> {
    let own = |node: &NodeId| file.name(*node).is_some_and(|name| name == key);
    let node = file.children(NodeId::ROOT).find(own)?;
    file.string(node).map(std::borrow::Cow::into_owned)
}
