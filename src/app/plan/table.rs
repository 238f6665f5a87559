//! Every range in a table: the address map in words and numbers.

use clusterwright::analysis::Analysis;
use clusterwright::network::{Origin, Range};
use clusterwright::picture::grouped;

use super::drawing::go;
use super::strings;
use crate::app::controls::bare_button;
use crate::app::dom::{El, el};
use crate::app::request::scroll;
use crate::app::state::Page;
use crate::app::strings::GO_THERE;

/// So many ranges are in the document.
const ROWS: usize = 60;

/// The table with its heading.
pub(super) fn ranges(page: Page) -> El {
    let heads = [
        strings::WHAT_FOR,
        strings::RANGE,
        strings::ADDRESSES,
        strings::SIZE,
        strings::ORIGIN,
        strings::PLACE,
    ]
    .map(|head| el("th").at("scope", "col").say(page.t(head)));
    let lines = move || page.read(|analysis| rows(page, analysis));
    let left_out = move || page.read(|analysis| analysis.plan.ranges.len().saturating_sub(ROWS));
    let body = el("tbody").list(lines, move |line| row(page, line));
    let table = el("table").class("ranges").add(el("thead").add(el("tr").adds(heads))).add(body);
    el("div")
        .add(el("h3").say(page.t(strings::RANGES)))
        .add(scroll(page, strings::RANGES).add(table))
        .when(
            move || left_out() > 0,
            move || {
                let words = move || page.fill(strings::LEFT_OUT, &[("count", left_out().into())]);
                el("p").class("muted").say(words)
            },
        )
}

/// The cells of each range, in lines of a string.
fn rows(page: Page, analysis: &Analysis) -> Vec<String> {
    let cells = |range: &Range| {
        let mut origin = page.words(range.origin.label());
        if range.origin == Origin::Implied {
            origin.push_str(&[" (", &page.words(range.basis.label()), ")"].concat());
        }
        [
            range.title(page.locale.get()),
            range.net.to_string(),
            [&range.net.network().to_string(), "–", &range.net.broadcast().to_string()].concat(),
            grouped(1_u64 << (32 - range.net.prefix_len())),
            origin,
            range.node.map(|node| analysis.doc.pointer(node)).unwrap_or_default(),
        ]
        .join("\n")
    };
    analysis.plan.ranges.iter().take(ROWS).map(cells).collect()
}

fn row(page: Page, line: &str) -> El {
    let mut row = el("tr");
    for (at, cell) in line.splitn(6, '\n').enumerate() {
        row = row.add(match at {
            0 => el("th").at("scope", "row").text(cell),
            1 | 2 => el("td").add(el("code").text(cell)),
            3 => el("td").class("number").text(cell),
            4 => el("td").text(cell),
            _ if cell.is_empty() => el("td").class("muted").text("–"),
            _ => el("td").add(place(page, cell)),
        });
    }
    row
}

fn place(page: Page, pointer: &str) -> El {
    let (own, goes) = (pointer.to_owned(), pointer.to_owned());
    bare_button("plain", move || go(page, &goes))
        .name("aria-label", move || [&page.words(GO_THERE), ": ", &own].concat())
        .add(el("code").text(pointer))
}
