//! The request that carries the body: method, URL, headers, and the command that sends it.

use clusterwright::diagnostic::{Severity, Text};
use clusterwright::request;
use leptos::prelude::*;

use super::controls::button;
use super::dom::{El, el};
use super::problems::counts::{Counts, sentence};
use super::state::{Page, Tab};
use super::{browser, ids, strings, tabs};

/// So many lines of the command are shown; all are copied.
const LINES: usize = 400;
/// And so many bytes.
const BYTES: usize = 100_000;

/// The panel of the tab "Request".
pub(crate) fn panel(page: Page) -> El {
    let edition = move || Some(page.read(|analysis| analysis.edition.id).to_owned());
    tabs::panel(page, Tab::Request, "panel prose")
        .add(el("h2").say(page.t(strings::REQUEST)))
        .add(reminder(page))
        .part(edition, move |_| about(page))
        .add(command(page))
}

/// What is still wrong with the body that would be sent.
fn reminder(page: Page) -> El {
    let counts = move || page.read(Counts::of);
    let words = move || {
        let counts = counts();
        if counts.bare {
            page.words(strings::NOTHING_YET)
        } else {
            page.fill(strings::STILL, &[("counts", sentence(&counts, page.locale.get()).into())])
        }
    };
    let severity = move || {
        if counts().errors > 0 { Severity::Error } else { Severity::Warning }.id().to_owned()
    };
    let needed = move || {
        let counts = counts();
        counts.bare || counts.errors + counts.blanks > 0
    };
    el("div")
        .when(needed, move || el("p").class("reminder").name("data-severity", severity).say(words))
}

fn about(page: Page) -> El {
    let edition = page.peek(|analysis| analysis.edition);
    let preview = request::preview(edition);
    let url = pieces(preview.url).into_iter().fold(el("code"), |url, (piece, variable)| {
        if variable { url.add(el("var").text(piece)) } else { url.text(piece) }
    });
    let variables = preview.variables.into_iter().map(|(name, env, help)| {
        row3(page, &["{", name, "}"].concat(), &["$", env].concat(), help)
    });
    let headers =
        preview.headers.into_iter().map(|(name, value, help)| row3(page, name, &value, help));
    let source = move || {
        page.fill(
            strings::REQUEST_SOURCE,
            &[("document", edition.document.into()), ("location", edition.request.source.into())],
        )
    };
    el("div")
        .add(
            el("p").class("request-line").add(el("strong").text(preview.method)).text(" ").add(url),
        )
        .adds(table3(page, strings::VARIABLES, strings::ENVIRONMENT, variables.collect()))
        .adds(table3(page, strings::HEADERS, strings::VALUE, headers.collect()))
        .add(el("h3").say(page.t(strings::PREREQUISITES)))
        .add(el("ul").adds(preview.prerequisites.iter().map(|text| el("li").say(page.t(*text)))))
        .add(el("h3").say(page.t(strings::SUCCESS)))
        .add(el("p").say(page.t(preview.success)))
        .add(el("p").class("muted").say(source))
}

fn table3(page: Page, title: Text, second: Text, rows: Vec<El>) -> [El; 2] {
    let heads = [strings::NAME, second, strings::MEANING]
        .map(|head| el("th").at("scope", "col").say(page.t(head)));
    let table = el("table").add(el("thead").add(el("tr").adds(heads))).add(el("tbody").adds(rows));
    [el("h3").say(page.t(title)), scroll(page, title).add(table)]
}

/// A box that scrolls sideways, also by the keyboard.
pub(crate) fn scroll(page: Page, name: Text) -> El {
    el("div")
        .class("scroll")
        .at("tabindex", "0")
        .at("role", "region")
        .name("aria-label", page.t(name))
}

fn row3(page: Page, name: &str, value: &str, help: Text) -> El {
    el("tr")
        .add(el("th").at("scope", "row").add(el("code").text(name)))
        .add(el("td").add(el("code").text(value)))
        .add(el("td").say(page.t(help)))
}

/// A URL cut at its variables: the pieces, and whether each is one.
fn pieces(url: &'static str) -> Vec<(&'static str, bool)> {
    let mut pieces = Vec::new();
    let mut rest = url;
    while let Some(open) = rest.find('{') {
        let close = rest[open..].find('}').map_or(rest.len(), |close| open + close + 1);
        pieces.push((&rest[..open], false));
        pieces.push((&rest[open..close], true));
        rest = &rest[close..];
    }
    pieces.push((rest, false));
    pieces
}

fn command(page: Page) -> El {
    let shown = move || shorten(&page.read(request::curl), page);
    let copy = move || {
        page.check_now();
        let command = page.peek(request::curl);
        browser::copy(&command, move |copied| {
            if copied {
                page.tell(strings::CURL_COPIED, Vec::new());
            } else {
                browser::select_all(ids::CURL);
                page.tell(strings::SELECTED, Vec::new());
            }
        });
    };
    let text =
        el("pre").class("command").at("id", ids::CURL).at("tabindex", "0").at("role", "region");
    el("div")
        .add(el("div").class("toolbar").add(el("h3").say(page.t(strings::COMMAND))).add(button(
            page,
            "primary",
            strings::COPY_CURL,
            copy,
        )))
        .add(el("p").class("muted").say(page.t(strings::COMMAND_HELP)))
        .add(text.name("aria-label", page.t(strings::COMMAND)).say(shown))
}

/// The beginning of a long command.
fn shorten(command: &str, page: Page) -> String {
    let mut end =
        command.match_indices('\n').nth(LINES).map_or(command.len(), |(at, _)| at + 1).min(BYTES);
    while !command.is_char_boundary(end.min(command.len())) {
        end -= 1;
    }
    if end >= command.len() {
        return command.to_owned();
    }
    let left = command[end..].lines().count();
    [&command[..end], "\n", &page.fill(strings::LINES_LEFT_OUT, &[("count", left.into())])].concat()
}
