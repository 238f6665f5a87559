//! The request that carries the body: method, URL, headers, and the command that sends it.

use clusterwright::diagnostic::{Severity, Text};
use clusterwright::request;
use leptos::prelude::*;

use super::controls::{button, dynamic, nothing};
use super::problems::counts::{Counts, sentence};
use super::state::{Page, Tab};
use super::{browser, ids, strings, tabs};

/// So many lines of the command are shown; all are copied.
const LINES: usize = 400;
/// And so many bytes.
const BYTES: usize = 100_000;

/// The panel of the tab "Request".
pub(crate) fn panel(page: Page) -> AnyView {
    let (_, tab, id) = tabs::names(Tab::Request);
    let edition = Memo::new(move |_| page.analysis.with(|analysis| analysis.edition.id));
    let about = dynamic(Box::new(move || {
        edition.track();
        about(page)
    }));
    view! {
        <section class="panel prose" role="tabpanel" id=id aria-labelledby=tab>
            <h2>{page.t(strings::REQUEST)}</h2>
            {reminder(page)}
            {about}
            {command(page)}
        </section>
    }
    .into_any()
}

/// What is still wrong with the body that would be sent.
fn reminder(page: Page) -> AnyView {
    let counts = Memo::new(move |_| page.analysis.with(|analysis| Counts::of(analysis)));
    dynamic(Box::new(move || {
        let counts = counts.get();
        if counts.errors + counts.blanks == 0 && !counts.bare {
            return nothing();
        }
        let locale = page.locale.get();
        let words = if counts.bare {
            strings::NOTHING_YET.get(locale).to_owned()
        } else {
            strings::STILL.fill(locale, &[("counts", sentence(&counts, locale).into())])
        };
        let severity = if counts.errors > 0 { Severity::Error } else { Severity::Warning };
        view! { <p class="reminder" data-severity=severity.id()>{words}</p> }.into_any()
    }))
}

fn about(page: Page) -> AnyView {
    let edition = page.analysis.with_untracked(|analysis| analysis.edition);
    let preview = request::preview(edition);
    let url: Vec<AnyView> = pieces(preview.url)
        .into_iter()
        .map(
            |(piece, variable)| {
                if variable { view! { <var>{piece}</var> }.into_any() } else { piece.into_any() }
            },
        )
        .collect();
    let variables: Vec<AnyView> = preview
        .variables
        .into_iter()
        .map(|(name, env, help)| row3(["{", name, "}"].concat(), ["$", env].concat(), page.t(help)))
        .collect();
    let headers: Vec<AnyView> = preview
        .headers
        .into_iter()
        .map(|(name, value, help)| row3(name.to_owned(), value, page.t(help)))
        .collect();
    let prerequisites: Vec<AnyView> = preview
        .prerequisites
        .iter()
        .map(|text| view! { <li>{page.t(*text)}</li> }.into_any())
        .collect();
    let source = Signal::derive(move || {
        let locale = page.locale.get();
        let args =
            [("document", edition.document.into()), ("location", edition.request.source.into())];
        strings::REQUEST_SOURCE.fill(locale, &args)
    });
    let line = view! { <p class="request-line"><strong>{preview.method}</strong>" "<code>{url}</code></p> }.into_any();
    view! {
        {line}
        {table3(page, strings::VARIABLES, strings::ENVIRONMENT, variables)}
        {table3(page, strings::HEADERS, strings::VALUE, headers)}
        <h3>{page.t(strings::PREREQUISITES)}</h3>
        <ul>{prerequisites}</ul>
        <h3>{page.t(strings::SUCCESS)}</h3>
        <p>{page.t(preview.success)}</p>
        <p class="muted">{source}</p>
    }
    .into_any()
}

fn table3(page: Page, title: Text, second: Text, rows: Vec<AnyView>) -> AnyView {
    view! {
        <h3>{page.t(title)}</h3>
        <div class="scroll" tabindex="0" role="region" aria-label=page.t(title)>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{page.t(strings::NAME)}</th>
                        <th scope="col">{page.t(second)}</th>
                        <th scope="col">{page.t(strings::MEANING)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row3(name: String, value: String, help: Signal<&'static str>) -> AnyView {
    view! { <tr><th scope="row"><code>{name}</code></th><td><code>{value}</code></td><td>{help}</td></tr> }.into_any()
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

fn command(page: Page) -> AnyView {
    let shown = Signal::derive(move || {
        let command = page.analysis.with(|analysis| request::curl(analysis));
        shorten(&command, page)
    });
    let copy = move || {
        page.check_now();
        let command = page.analysis.with_untracked(|analysis| request::curl(analysis));
        browser::copy(&command, move |copied| {
            if copied {
                page.tell(strings::CURL_COPIED, Vec::new());
            } else {
                browser::select_all(ids::CURL);
                page.tell(strings::SELECTED, Vec::new());
            }
        });
    };
    view! {
        <div class="toolbar">
            <h3>{page.t(strings::COMMAND)}</h3>
            {button(page, "primary", strings::COPY_CURL, Box::new(copy))}
        </div>
        <p class="muted">{page.t(strings::COMMAND_HELP)}</p>
        <pre class="command" id=ids::CURL tabindex="0" role="region" aria-label=page.t(strings::COMMAND)>{shown}</pre>
    }
    .into_any()
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
    [
        &command[..end],
        "\n",
        &strings::LINES_LEFT_OUT.fill(page.locale.get(), &[("count", left.into())]),
    ]
    .concat()
}
