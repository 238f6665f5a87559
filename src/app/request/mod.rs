//! The request that carries the body: method, URL, headers, and the command that sends it.

use clusterwright::diagnostic::{Severity, Text, text};
use clusterwright::request::{self, CMD_MOST, Shell};

use super::controls::button;
use super::dom::{El, el};
use super::out::Refused;
use super::problems::counts::{Counts, Kind, sentence};
use super::state::{Page, Tab};
use super::{browser, ids, strings, tabs};
use crate::app::live::Live;

/// So many lines of the command are shown; all are copied.
const LINES: usize = 400;
/// And so many bytes.
const BYTES: usize = 100_000;

/// What the choice is kept as.
const SHELL: &str = "shell";
const SHELLS: Text = text("Written for", "命令类型");
const TOO_LONG: Text = text(
    "This command is longer than cmd takes. Use PowerShell, or take white space and what is not needed out of the body.",
    "该命令超过了 cmd 的长度上限。请改用 PowerShell，或精简请求体。",
);

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
        if counts().number(Kind::Error) > 0 { Severity::Error } else { Severity::Warning }
            .id()
            .to_owned()
    };
    let needed = move || {
        let counts = counts();
        counts.bare || counts.number(Kind::Error) + counts.number(Kind::Blank) > 0
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
            &[("document", edition.document.into()), ("location", edition.source.into())],
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
    let table = el("table")
        .class("three")
        .add(el("thead").add(el("tr").adds(heads)))
        .add(el("tbody").adds(rows));
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
    let kept = browser::kept(SHELL);
    let kept = Shell::ALL.into_iter().find(|shell| kept.as_deref() == Some(shell.id()));
    let shell = Live::new(kept.unwrap_or(Shell::Bash));
    let refused = Refused::new();
    let snippet = move || page.read(|analysis| shell.get().snippet(analysis));
    let shown = move || shorten(&snippet(), page);
    let copy = move || {
        page.check_now();
        let shell = shell.get_untracked();
        refused.copy(page, &page.peek(|analysis| shell.snippet(analysis)), shell.name());
    };
    let long = move || shell.get() == Shell::Cmd && snippet().len() > CMD_MOST;
    let text =
        el("pre").class("command").at("id", ids::CURL).at("tabindex", "0").at("role", "region");
    el("div")
        .add(el("div").class("toolbar").add(el("h3").say(page.t(strings::COMMAND))).add(button(
            page,
            "primary",
            strings::COPY_CURL,
            copy,
        )))
        .add(page.credentials.line(page))
        .add(shells(page, shell))
        .add(el("p").class("muted").say(move || page.words(shell.get().help())))
        .when(long, move || {
            el("p").class("reminder").at("data-severity", "warning").say(page.t(TOO_LONG))
        })
        .add(refused.part(page))
        .add(text.name("aria-label", page.t(strings::COMMAND)).say(shown))
}

/// The choice of what carries the request out.
fn shells(page: Page, chosen: Live<Shell>) -> El {
    let choice = move |shell: Shell| {
        let choose = move |_| {
            browser::keep(SHELL, Some(shell.id()));
            chosen.set(shell);
        };
        let input = el("input").at("type", "radio").at("name", SHELL).on("change", choose);
        if chosen.get_untracked() == shell {
            let _ = input.node().set_attribute("checked", "");
        }
        el("label").add(input).add(el("span").say(page.t(shell.name())))
    };
    el("fieldset")
        .class("shells")
        .add(el("legend").class("sr").say(page.t(SHELLS)))
        .adds(Shell::ALL.map(choice))
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
