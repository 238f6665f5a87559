//! `docs/coverage.tsv`: where each fact of the sources is held. Complete, and every claim that can be looked up is looked up.
//!
//! `tests/constraints/` lists the facts themselves: id, path, kind, and the table of the document.

#[path = "support/pages.rs"]
mod pages;

use std::collections::BTreeMap;

use clusterwright::diagnostic::Severity;
use clusterwright::edition::{self, Edition, HeaderValue};
use clusterwright::json::unescape;
use clusterwright::spec::{Cond, Field, Format, Required, Row, Type};
use pages::{Page, Role, pages as all_pages, rules};

/// The facts of each edition that has a list.
const FACTS: [(&str, &str); 5] = [
    ("cce-huawei", include_str!("constraints/cce-huawei.tsv")),
    ("cce-otc", include_str!("constraints/cce-otc.tsv")),
    ("ack-createcluster", include_str!("constraints/ack-createcluster.tsv")),
    ("ack-dedicated", include_str!("constraints/ack-dedicated.tsv")),
    ("ack-managed", include_str!("constraints/ack-managed.tsv")),
];

/// How a reason begins why no body of a request can show a fact.
const REASONS: [&str; 7] = [
    // It is about the answer.
    "response: ",
    // It is about a header that the request's description does not hold.
    "header: ",
    // It is about how much an account may have.
    "quota: ",
    // It depends on what the account has: its zones, images, networks.
    "account: ",
    // It is about what can be done once the cluster is there.
    "later: ",
    // Anything is allowed.
    "permission: ",
    // The document does not say it.
    "wrong: ",
];

const COVERAGE: &str = include_str!("../docs/coverage.tsv");

struct Fact<'a> {
    id: &'a str,
    path: &'a str,
    kind: &'a str,
    table: &'a str,
    edition: &'static Edition,
}

struct Holder<'a> {
    id: &'a str,
    by: &'a str,
    what: &'a str,
    remark: &'a str,
}

fn columns<const N: usize>(text: &str) -> impl Iterator<Item = [&str; N]> {
    text.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        cells.try_into().unwrap_or_else(|cells: Vec<&str>| {
            panic!("{} columns instead of {N}: {line}", cells.len())
        })
    })
}

fn facts() -> Vec<Fact<'static>> {
    FACTS
        .into_iter()
        .flat_map(|(edition, text)| {
            let edition = edition::find(edition).expect("an edition of that id");
            columns(text).map(move |[id, path, kind, table]| Fact {
                id,
                path,
                kind,
                table,
                edition,
            })
        })
        .collect()
}

fn holders() -> BTreeMap<&'static str, Holder<'static>> {
    let mut holders = BTreeMap::new();
    for [id, by, what, remark] in columns(COVERAGE) {
        assert!(
            holders.insert(id, Holder { id, by, what, remark }).is_none(),
            "{id} stands there twice"
        );
    }
    holders
}

#[test]
fn every_fact_has_a_line_and_every_line_a_fact() {
    let facts: Vec<&str> = facts().iter().map(|fact| fact.id).collect();
    let lines: Vec<&str> = columns::<4>(COVERAGE).map(|[id, ..]| id).collect();
    assert_eq!(lines, facts, "docs/coverage.tsv has one line for each fact, in their order");
    assert_eq!(facts.len(), 1150);
}

#[test]
fn what_a_row_is_said_to_hold_it_holds() {
    let holders = holders();
    let mut failures = Vec::new();
    for fact in facts() {
        let holder = &holders[fact.id];
        let Some(pointer) = holder.by.strip_prefix("row:") else { continue };
        let index = fact.edition.index();
        let Some(row) = index.find(pointer).map(|id| index.row(id)) else {
            failures.push(format!("{}: no row {pointer}", fact.id));
            continue;
        };
        if !holds(fact.edition, row, holder.what) {
            failures.push(format!("{}: {pointer} does not hold {:?}", fact.id, holder.what));
        }
        if !related(&dotted(pointer), fact.path) && holder.remark.is_empty() {
            failures.push(format!(
                "{}: {pointer} is not {}, and no remark says why",
                fact.id, fact.path
            ));
        }
        let wanted = match fact.kind {
            "type" => "type:",
            "required" | "conditional-required" => "required",
            "secret" => "secret",
            "deprecated" => "deprecated",
            "unique" => "unique",
            _ => "",
        };
        if !holder.what.starts_with(wanted) && holder.remark.is_empty() {
            failures.push(format!(
                "{}: {:?} does not hold a fact of kind {}",
                fact.id, holder.what, fact.kind
            ));
        }
        let located = |table: &str| {
            row.field.source == table || row.field.source.starts_with(&format!("{table}, "))
        };
        if holder.remark.is_empty() && !fact.table.is_empty() && !located(fact.table) {
            failures.push(format!(
                "{}: {pointer} names {:?} as its source instead of {}",
                fact.id, row.field.source, fact.table
            ));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn what_a_rule_is_said_to_hold_its_page_shows() {
    let holders = holders();
    let rules = rules();
    let pages: BTreeMap<String, Page> =
        all_pages().into_iter().map(|page| (page.code.clone(), page)).collect();
    let mut failures = Vec::new();
    for fact in facts() {
        let holder = &holders[fact.id];
        let Some(code) = holder.by.strip_prefix("rule:") else { continue };
        let mentioned: Vec<&str> =
            holder.remark.split(|char: char| char != '-' && !char.is_alphanumeric()).collect();
        for code in mentioned
            .into_iter()
            .filter(|word| word.starts_with("cce-") || word.starts_with("ack-"))
            .chain([code])
        {
            if !rules.iter().any(|(rule, _)| rule.code == code) {
                failures.push(format!("{}: no rule {code}", holder.id));
            }
        }
        let Some(page) = pages.get(code) else {
            failures.push(format!("{}: {code} has no page", holder.id));
            continue;
        };
        let index = fact.edition.index();
        let shown = page.of(Role::Invalid).any(|block| {
            let analysis = block.analyse();
            analysis.diagnostics.iter().filter(|found| found.rule.code == code).any(|found| {
                let row =
                    index.resolve(&analysis.pointer(&found.place)).map(|id| index.row(id).pointer);
                row == Some(holder.what)
            })
        });
        if !shown {
            let lines: Vec<usize> = page.of(Role::Invalid).map(|block| block.line).collect();
            failures.push(format!(
                "{}: {code} shows nothing at {} (lines {lines:?})",
                holder.id, holder.what
            ));
        }
        if !related(&dotted(holder.what), fact.path) && holder.remark.is_empty() {
            failures.push(format!(
                "{}: {} is not {}, and no remark says why",
                holder.id, holder.what, fact.path
            ));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn what_the_request_is_said_to_hold_it_holds() {
    let holders = holders();
    for fact in facts() {
        let Holder { id, by, what, .. } = holders[fact.id];
        let Some(part) = by.strip_prefix("request:") else { continue };
        let request = &fact.edition.views().request;
        let holds = match part {
            "url" => request.method == "POST" && request.url.contains(what),
            "variable" => {
                request.url.contains(&format!("{{{what}}}"))
                    && request
                        .variables
                        .iter()
                        .any(|variable| variable.name == what && !variable.env.is_empty())
            }
            "header" => {
                let (name, value) = what.split_once(": ").unwrap_or((what, ""));
                request.headers.iter().any(|header| {
                    header.name == name
                        && match header.value {
                            HeaderValue::Fixed(own) => own == value,
                            HeaderValue::Secret(_) => {
                                value.is_empty() && header.help.en.contains("AK/SK")
                            }
                        }
                })
            }
            "secret-header" => request.headers.iter().any(|header| {
                header.name == what
                    && matches!(header.value, HeaderValue::Secret(env) if !env.is_empty())
            }),
            "prerequisite" => request.prerequisites.iter().any(|words| words.en.contains(what)),
            "success" => request.success.en.contains(what),
            other => panic!("{id}: a request has no {other}"),
        };
        assert!(holds, "{id}: the request does not hold {part} {what:?}");
    }
}

#[test]
fn what_no_body_can_show_has_a_reason() {
    let holders = holders();
    for fact in facts() {
        let Holder { id, by, what, .. } = holders[fact.id];
        match by.split(':').next() {
            Some("row" | "rule" | "request") => {}
            Some("none") => {
                let known = REASONS.iter().any(|reason| what.starts_with(reason));
                assert!(
                    (known || fact.kind == "info") && what.split(' ').count() > 3,
                    "{id}: {what:?} is no reason"
                );
            }
            _ => panic!("{id}: {by:?} is no row, rule, request or none"),
        }
    }
}

/// `/spec/masters/*/availabilityZone` as the lists of facts write it: `spec.masters[].availabilityZone`.
fn dotted(pointer: &str) -> String {
    let path: String = pointer
        .split('/')
        .skip(1)
        .map(
            |segment| {
                if segment == "*" { "[]".to_owned() } else { format!(".{}", unescape(segment)) }
            },
        )
        .collect();
    path.trim_start_matches('.').to_owned()
}

/// Whether one path is the other or leads to it.
fn related(path: &str, other: &str) -> bool {
    path.starts_with(other) || other.starts_with(path)
}

/// Whether a row has a property, written as in the file.
fn holds(edition: &'static Edition, row: &Row, claim: &str) -> bool {
    let field = row.field;
    let (property, value) = claim.split_once(':').unwrap_or((claim, ""));
    match property {
        "type" => type_name(field) == value,
        "required" => matches!(field.required, Required::Yes),
        "required-when" => {
            matches!(field.required, Required::When(..))
                || matches!(field.required, Required::Yes) && !field.kinds.is_empty()
        }
        "kinds" => field.kinds.iter().copied().eq(value.split('|')),
        "range" => matches!(field.ty, Type::Integer(least, greatest)
            if format!("{least}..{greatest}") == value),
        "suggests" => {
            matches!(field.ty, Type::String(Format::Suggest(_)))
                && field.choices().iter().map(|choice| choice.value).eq(value.split('|'))
        }
        "example" => field.examples.contains(&value),
        "basis" => field.basis.id() == value,
        "alias" => field.aliases.contains(&value),
        "deprecated" => field.deprecated.is_some(),
        "implied" => edition.ranges.iter().any(|range| {
            range.pointer == row.pointer
                && range.implied.is_some_and(|implied| implied.net == value)
        }),
        "choices" => {
            matches!(field.ty, Type::String(Format::Choice(_)))
                && field.choices().iter().map(|choice| choice.value).eq(value.split('|'))
                || !field.among.is_empty()
                    && field.among.iter().map(i64::to_string).eq(value.split('|'))
        }
        "choice-gate" => {
            field.choices().iter().any(|choice| choice.value == value && choice.when.is_some())
        }
        "choice-help" => value.split_once('=').is_some_and(|(value, words)| {
            field
                .choices()
                .iter()
                .any(|choice| choice.value == value && choice.help.en.contains(words))
        }),
        "help" => !value.is_empty() && field.help.en.contains(value),
        "default" => field.default == Some(value),
        "since" => field
            .since
            .is_some_and(|since| format!("{} {}", since.version, since.severity.id()) == value),
        "secret" => field.secret,
        "read-only" => field.read_only.is_some(),
        "deprecated-by" => field.deprecated.is_some_and(|deprecated| {
            deprecated
                .successor
                .is_some_and(|own| own == value && edition.index().find(own).is_some())
        }),
        "length" => {
            field.length.is_some_and(|(least, greatest)| format!("{least}..{greatest}") == value)
        }
        "pattern" => field.pattern.is_some(),
        "format" => matches!(field.ty, Type::String(format) if format_name(&format) == value),
        "unique" => matches!(field.ty, Type::Array(items) if items.unique),
        "forbidden" => field.forbidden.is_some_and(|forbidden| {
            forbidden.severity.id() == value && !matches!(forbidden.when, Cond::All([]))
        }),
        "note" => field
            .note
            .is_some_and(|note| note.severity.id() == value && note.severity != Severity::Error),
        other => panic!("a row has no {other}"),
    }
}

fn type_name(field: &Field) -> &'static str {
    match field.ty {
        Type::Any => "any",
        Type::Bool => "boolean",
        Type::Integer(..) => "integer",
        Type::String(_) => "string",
        Type::Array(_) => "array",
        Type::Object(_) | Type::Map(..) => "object",
    }
}

fn format_name(format: &Format) -> String {
    match format {
        Format::Text => "text",
        Format::Choice(_) => "choice",
        Format::Suggest(_) => "suggest",
        Format::Cidr => "cidr",
        Format::AnyCidr => "any-cidr",
        Format::Ip => "ip",
        Format::Host => "host",
        Format::Uuid => "uuid",
        Format::Certificate => "certificate",
        Format::PrivateKey => "private-key",
        Format::Version | Format::PlainVersion => "version",
        Format::Digits(least, greatest) => return format!("digits {least}..{greatest}"),
        Format::Listed(item) => return format!("listed {}", format_name(item)),
        Format::Json(_) => "json",
    }
    .to_owned()
}
