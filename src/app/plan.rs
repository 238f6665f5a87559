//! The network plan in words and numbers: the ranges, which of them overlap, how much room there is.

use clusterwright::analysis::Analysis;
use clusterwright::diagnostic::{Arg, Text};
use clusterwright::network::{Origin, Range};
use clusterwright::spec::format::cidr;
use leptos::prelude::*;

use super::controls::bare_button;
use super::dom::{El, el, value};
use super::request::scroll;
use super::state::{Page, Tab};
use super::{ids, strings, tabs};

/// So many ranges are in the document.
const ROWS: usize = 60;
/// And so many overlaps.
const OVERLAPS: usize = 20;

/// The panel of the tab "Network plan".
pub(crate) fn panel(page: Page) -> El {
    let ranges = move || page.read(|analysis| rows(page, analysis));
    let overlapping = move || page.read(|analysis| overlaps(page, analysis));
    let none = move || page.read(|analysis| analysis.plan.ranges.is_empty());
    let disjoint = move || page.read(|analysis| analysis.plan.overlaps.is_empty());
    let left_out = move || page.read(|analysis| analysis.plan.ranges.len().saturating_sub(ROWS));
    let table = move || {
        let heads = [
            strings::WHAT_FOR,
            strings::RANGE,
            strings::ADDRESSES,
            strings::SIZE,
            strings::ORIGIN,
            strings::PLACE,
        ]
        .map(|head| el("th").at("scope", "col").say(page.t(head)));
        let body = el("tbody").list(ranges, move |line| row(page, line));
        scroll(page, strings::RANGES)
            .add(el("table").class("ranges").add(el("thead").add(el("tr").adds(heads))).add(body))
    };
    tabs::panel(page, Tab::Plan, "panel prose")
        .add(el("h2").say(page.t(strings::RANGES)))
        .when(none, move || el("p").say(page.t(strings::NO_RANGES)))
        .when(move || !none(), table)
        .when(
            move || left_out() > 0,
            move || {
                el("p").class("muted").say(move || {
                    page.fill(strings::LINES_LEFT_OUT, &[("count", left_out().into())])
                })
            },
        )
        .add(el("h3").say(page.t(strings::OVERLAPS)))
        .when(disjoint, move || el("p").say(page.t(strings::NO_OVERLAPS)))
        .when(
            move || !disjoint(),
            move || {
                el("ul")
                    .class("overlaps")
                    .list(overlapping, |words| el("li").at("data-severity", "error").text(words))
            },
        )
        .add(el("h3").say(page.t(strings::CAPACITY)))
        .add(el("p").say(move || page.read(|analysis| capacity(page, analysis))))
        .add(el("h3").say(page.t(strings::SURROUNDINGS)))
        .add(el("p").class("muted").say(page.t(strings::SURROUNDINGS_HELP)))
        .add(given(page, "vpc-ranges", strings::VPC_RANGES, "10.0.0.0/16", true))
        .add(given(
            page,
            "taken-ranges",
            strings::TAKEN_RANGES,
            "10.8.0.0/16, 192.168.0.0/24",
            false,
        ))
}

/// The cells of each range, in lines of a string.
fn rows(page: Page, analysis: &Analysis) -> Vec<String> {
    let cells = |range: &Range| {
        let mut origin = page.words(range.origin.label());
        if range.origin == Origin::Implied {
            origin.push_str(&[" (", &page.words(range.basis.label()), ")"].concat());
        }
        [
            page.words(range.name),
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
    let go = move || {
        page.check_now();
        let analysis = page.seen();
        if let Some(node) = analysis.doc.find(&goes) {
            page.go(analysis.doc.span(node), &goes);
        }
    };
    bare_button("plain", go)
        .name("aria-label", move || [&page.words(strings::GO_THERE), ": ", &own].concat())
        .add(el("code").text(pointer))
}

fn overlaps(page: Page, analysis: &Analysis) -> Vec<String> {
    let plan = &analysis.plan;
    let words = |overlap: &clusterwright::network::Overlap| {
        let (left, right) = (&plan.ranges[overlap.left], &plan.ranges[overlap.right]);
        let args: [(&str, Arg); 4] = [
            ("left", left.name.into()),
            ("left_net", left.net.to_string().into()),
            ("right", right.name.into()),
            ("right_net", right.net.to_string().into()),
        ];
        let mut words = page.fill(strings::OVERLAP, &args);
        // One of the two that the body can change.
        if let Some(range) = [left, right].into_iter().find(|range| range.origin != Origin::Given)
            && let Some(net) = plan.free_like(range)
        {
            words.push(' ');
            words.push_str(&page.fill(
                strings::NEXT_FREE,
                &[("name", range.name.into()), ("net", net.to_string().into())],
            ));
        }
        words
    };
    plan.overlaps.iter().take(OVERLAPS).map(words).collect()
}

fn capacity(page: Page, analysis: &Analysis) -> String {
    let Some(capacity) = &analysis.plan.capacity else { return page.words(strings::NO_CAPACITY) };
    let args = [
        ("nodes", grouped(capacity.nodes).into()),
        ("addresses", grouped(capacity.addresses_per_node).into()),
    ];
    let mut words = page.fill(strings::CAPACITY_NODES, &args);
    if let Some(wanted) = capacity.wanted {
        words.push(' ');
        words.push_str(&page.fill(strings::CAPACITY_WANTED, &[("wanted", grouped(wanted).into())]));
    }
    words
}

/// The ranges that the reader gives beside the body.
fn given(page: Page, id: &'static str, label: Text, example: &str, vpc: bool) -> El {
    let wrong = RwSignal::new_local(Vec::<String>::new());
    let nets = page
        .inputs
        .with_untracked(|inputs| if vpc { inputs.vpc.clone() } else { inputs.taken.clone() });
    let start = nets.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let take = move |text: &str| {
        let (mut good, mut bad) = (Vec::new(), Vec::new());
        for word in text
            .split(|char: char| {
                char.is_whitespace() || [',', ';', '，', '、', '；'].contains(&char)
            })
            .filter(|word| !word.is_empty())
        {
            match cidr::parse(word) {
                Some(net) => good.push(net),
                None => bad.push(clusterwright::text::shorten(word)),
            }
        }
        wrong.set(bad);
        page.inputs
            .update(|inputs| *(if vpc { &mut inputs.vpc } else { &mut inputs.taken }) = good);
        page.recheck();
    };
    let error = ids::of("wrong-", id);
    let (described, told) = (error.clone(), error);
    let is_wrong = move || wrong.with(|wrong| !wrong.is_empty());
    let input = el("input")
        .at("type", "text")
        .at("id", id)
        .at("value", &start)
        .at("placeholder", example)
        .at("autocomplete", "off")
        .at("spellcheck", "false")
        .bind("aria-describedby", move || is_wrong().then(|| described.clone()))
        .bind("aria-invalid", move || is_wrong().then(|| "true".to_owned()))
        .on("input", move |event| take(&value(&event)));
    let words = move || {
        page.fill(strings::NO_RANGE, &[("found", wrong.with(|wrong| wrong.join(", ")).into())])
    };
    el("div")
        .class("given")
        .add(el("label").at("for", id).say(page.t(label)))
        .add(input)
        .when(is_wrong, move || {
            el("p").class("wrong").at("id", &told).at("data-severity", "error").say(words)
        })
}

/// A number with a comma before every three digits.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
