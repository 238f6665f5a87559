//! The network plan in words and numbers: the ranges, which of them overlap, how much room there is.

use clusterwright::analysis::Analysis;
use clusterwright::diagnostic::{Arg, Locale, Text};
use clusterwright::network::{Origin, Range};
use clusterwright::spec::format::cidr;
use leptos::prelude::*;

use super::controls::{dynamic, nothing};
use super::state::{Page, Tab};
use super::{ids, strings, tabs};

/// So many ranges are in the document.
const ROWS: usize = 60;

/// The panel of the tab "Network plan".
pub(crate) fn panel(page: Page) -> AnyView {
    let (_, tab, id) = tabs::names(Tab::Plan);
    let ranges = dynamic(Box::new(move || {
        page.analysis.with(|analysis| table(page, analysis, page.locale.get()))
    }));
    let overlaps = dynamic(Box::new(move || {
        page.analysis.with(|analysis| overlaps(analysis, page.locale.get()))
    }));
    let capacity = dynamic(Box::new(move || {
        page.analysis.with(|analysis| capacity(analysis, page.locale.get()))
    }));
    view! {
        <section class="panel prose" role="tabpanel" id=id aria-labelledby=tab>
            <h2>{page.t(strings::RANGES)}</h2>
            {ranges}
            <h3>{page.t(strings::OVERLAPS)}</h3>
            {overlaps}
            <h3>{page.t(strings::CAPACITY)}</h3>
            {capacity}
            <h3>{page.t(strings::SURROUNDINGS)}</h3>
            <p class="muted">{page.t(strings::SURROUNDINGS_HELP)}</p>
            {given(page, "vpc-ranges", strings::VPC_RANGES, "10.0.0.0/16", true)}
            {given(page, "taken-ranges", strings::TAKEN_RANGES, "10.8.0.0/16, 192.168.0.0/24", false)}
        </section>
    }
    .into_any()
}

fn table(page: Page, analysis: &Analysis, locale: Locale) -> AnyView {
    let plan = &analysis.plan;
    if plan.ranges.is_empty() {
        return view! { <p>{strings::NO_RANGES.get(locale)}</p> }.into_any();
    }
    let rows: Vec<AnyView> =
        plan.ranges.iter().take(ROWS).map(|range| row(page, analysis, range, locale)).collect();
    let left = plan.ranges.len().saturating_sub(ROWS);
    let left = if left == 0 {
        nothing()
    } else {
        view! { <p class="muted">{strings::LINES_LEFT_OUT.fill(locale, &[("count", left.into())])}</p> }.into_any()
    };
    let heads: Vec<AnyView> = [
        strings::WHAT_FOR,
        strings::RANGE,
        strings::ADDRESSES,
        strings::SIZE,
        strings::ORIGIN,
        strings::PLACE,
    ]
    .map(|text| view! { <th scope="col">{text.get(locale)}</th> }.into_any())
    .into();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=strings::RANGES.get(locale)>
            <table class="ranges"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>
        </div>
        {left}
    }
    .into_any()
}

fn row(page: Page, analysis: &Analysis, range: &Range, locale: Locale) -> AnyView {
    let addresses =
        [&range.net.network().to_string(), "–", &range.net.broadcast().to_string()].concat();
    let size = grouped(1_u64 << (32 - range.net.prefix_len()));
    let place = match range.node {
        Some(node) => {
            let (span, pointer) = (analysis.doc.span(node), analysis.doc.pointer(node));
            let name = [strings::GO_THERE.get(locale), ": ", &pointer].concat();
            let words = pointer.clone();
            view! { <button type="button" class="plain" aria-label=name on:click=move |_| page.go(span, &pointer)><code>{words}</code></button> }.into_any()
        }
        None => view! { <span class="muted">"–"</span> }.into_any(),
    };
    let own = range.name.get(locale);
    let origin = match range.origin {
        Origin::Implied => {
            [range.origin.label().get(locale), " (", range.basis.label().get(locale), ")"].concat()
        }
        Origin::Written | Origin::Given => range.origin.label().get(locale).to_owned(),
    };
    view! {
        <tr>
            <th scope="row">{own}</th>
            <td><code>{range.net.to_string()}</code></td>
            <td><code>{addresses}</code></td>
            <td class="number">{size}</td>
            <td>{origin}</td>
            <td>{place}</td>
        </tr>
    }
    .into_any()
}

fn overlaps(analysis: &Analysis, locale: Locale) -> AnyView {
    let plan = &analysis.plan;
    if plan.overlaps.is_empty() {
        return view! { <p>{strings::NO_OVERLAPS.get(locale)}</p> }.into_any();
    }
    let items = plan.overlaps.iter().take(ROWS).map(|overlap| {
        let (left, right) = (&plan.ranges[overlap.left], &plan.ranges[overlap.right]);
        let args: [(&str, Arg); 4] = [
            ("left", left.name.into()),
            ("left_net", left.net.to_string().into()),
            ("right", right.name.into()),
            ("right_net", right.net.to_string().into()),
        ];
        let mut words = strings::OVERLAP.fill(locale, &args);
        // One of the two that the body can change.
        if let Some(range) = [left, right].into_iter().find(|range| range.origin != Origin::Given)
            && let Some(net) = plan.free_like(range)
        {
            let args = [("name", range.name.into()), ("net", net.to_string().into())];
            words.push(' ');
            words.push_str(&strings::NEXT_FREE.fill(locale, &args));
        }
        view! { <li data-severity="error">{words}</li> }.into_any()
    });
    view! { <ul class="overlaps">{items.collect::<Vec<_>>()}</ul> }.into_any()
}

fn capacity(analysis: &Analysis, locale: Locale) -> AnyView {
    let Some(capacity) = &analysis.plan.capacity else {
        return view! { <p>{strings::NO_CAPACITY.get(locale)}</p> }.into_any();
    };
    let args = [
        ("nodes", grouped(capacity.nodes).into()),
        ("addresses", grouped(capacity.addresses_per_node).into()),
    ];
    let mut words = strings::CAPACITY_NODES.fill(locale, &args);
    if let Some(wanted) = capacity.wanted {
        words.push(' ');
        words.push_str(
            &strings::CAPACITY_WANTED.fill(locale, &[("wanted", grouped(wanted).into())]),
        );
    }
    view! { <p>{words}</p> }.into_any()
}

/// The ranges that the reader gives beside the body.
fn given(page: Page, id: &'static str, label: Text, example: &'static str, vpc: bool) -> AnyView {
    let wrong = RwSignal::new(Vec::<String>::new());
    let nets = page
        .inputs
        .with_untracked(|inputs| if vpc { inputs.vpc.clone() } else { inputs.taken.clone() });
    let start = nets.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let input = move |text: String| {
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
    let described = error.clone();
    let described =
        Signal::derive(move || wrong.with(|wrong| (!wrong.is_empty()).then(|| described.clone())));
    let invalid = Signal::derive(move || wrong.with(|wrong| (!wrong.is_empty()).then_some("true")));
    let told = dynamic(Box::new(move || {
        let wrong = wrong.get();
        if wrong.is_empty() {
            return nothing();
        }
        let found = Arg::List(wrong.into_iter().map(Arg::from).collect());
        let words = page.fill(strings::NO_RANGE, vec![("found", found)]);
        view! { <p class="wrong" id=error.clone() data-severity="error">{words}</p> }.into_any()
    }));
    view! {
        <div class="given">
            <label for=id>{page.t(label)}</label>
            <input
                type="text"
                id=id
                value=start
                placeholder=example
                aria-describedby=described
                aria-invalid=invalid
                autocomplete="off"
                spellcheck="false"
                on:input:target=move |event| input(event.target().value())
            />
            {told}
        </div>
    }
    .into_any()
}

/// A number with a comma before every three digits.
fn grouped(number: u64) -> String {
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
