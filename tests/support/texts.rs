//! Texts that proptest makes (soups of fragments, values laid out in many styles, such texts with slips in them), and what holds of
//! every document that is read from one.

use clusterwright::json::Fault::DuplicateKey;
use clusterwright::json::{Document, Kind, NodeId};
use clusterwright::text::Span;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value};

const FRAGMENTS: [&str; 60] = [
    "{", "}", "[", "]", ":", ",", "\"", "\"", "'", "`", "“", "”", "\\", "\\\"", "\n", "\n  ", " ",
    "\t", "\r\n", "//", "/*", "*/", "#", "a", "b1", "\"a\"", "\"b\":", "a:", "1", "-", "+1", "0x1",
    "1.", "1e5", ".5", "true", "True", "nul", "null", "None", "NaN", "：", "，", "｛", "］",
    "\u{a0}", "\u{feff}", "...", "…", "=", "=>", ";", "```", "{\"a\":", "\"{\"", "}\"", "POST /x",
    "\\u00e9", "\\ud800", "\0",
];

pub(crate) fn soup() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::collection::vec(select(&FRAGMENTS[..]), 0..40).prop_map(|parts| parts.concat()),
        1 => any::<String>(),
    ]
}

pub(crate) fn name() -> impl Strategy<Value = String> {
    prop_oneof![8 => "".prop_map(|_| String::new()).boxed(), 1 => any::<String>().boxed()]
        .prop_flat_map(|odd| {
            if odd.is_empty() {
                select(&["name", "cluster_type", "spec", "a/b", "c~d", "é", "0", "k8s.io/x"][..])
                    .prop_map(str::to_owned)
                    .boxed()
            } else {
                Just(odd).boxed()
            }
        })
}

pub(crate) fn value() -> impl Strategy<Value = Value> {
    let text = prop_oneof![
        select(
            &[
                "",
                "x",
                "cn-beijing",
                "172.16.0.0/16",
                "{\"a\":\"b\"}",
                "a, b",
                "it's",
                "[1]",
                "#!/bin/sh\necho",
                "C:\\x",
                "中文",
                "{\"",
                "\"}",
                "[",
                "]",
                "\"",
                "\\",
                "\", \"a\": \"",
                "{\"a\": [",
                ", ",
                ": "
            ][..]
        )
        .prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    let leaf = prop_oneof![3 => text, 1 => any::<i32>().prop_map(Value::from), 1 => any::<bool>().prop_map(Value::from), 1 => Just(Value::Null)];
    leaf.prop_recursive(4, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((name(), inner), 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

pub(crate) fn object(least: usize) -> impl Strategy<Value = Value> {
    prop::collection::vec((name(), value()), least..6)
        .prop_map(|members| Value::Object(members.into_iter().collect()))
}

/// A value as text: on one line, or indented by two spaces, four, or a tab, with either line end.
pub(crate) fn layout(value: &Value, style: usize) -> String {
    let pretty = serde_json::to_string_pretty(value).expect("a value is text");
    let indented = |unit: &str| {
        let lines = pretty.lines().map(|line| {
            let bare = line.trim_start_matches(' ');
            unit.repeat((line.len() - bare.len()) / 2) + bare
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    match style {
        0 => value.to_string(),
        1 => indented("    "),
        2 => indented("\t"),
        3 => pretty.replace('\n', "\r\n"),
        _ => pretty,
    }
}

/// `text` with some characters taken out, put in or changed.
pub(crate) fn mutate(text: &str, changes: &[(u8, Index, &'static str)]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for (kind, place, part) in changes {
        let at = place.index(chars.len() + 1);
        let end = (at + usize::from(kind % 3 != 1)).min(chars.len());
        match kind % 4 {
            3 => chars.truncate(at),
            kind => drop(chars.splice(at..end, if kind == 0 { "" } else { part }.chars())),
        }
    }
    chars.into_iter().collect()
}

pub(crate) fn mutated() -> impl Strategy<Value = String> {
    let changes =
        prop::collection::vec((any::<u8>(), any::<Index>(), select(&FRAGMENTS[..])), 1..4);
    (object(0), 0..5usize, changes)
        .prop_map(|(value, style, changes)| mutate(&layout(&value, style), &changes))
}

pub(crate) fn config() -> ProptestConfig {
    ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() }
}

pub(crate) fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} in {text}"))
}

/// Whether a strict parser takes the text. Numbers may be of any size: one that is too large for the parser counts as zero.
pub(crate) fn accepted(text: &str) -> bool {
    let mut text = text.to_owned();
    loop {
        let Err(error) = serde_json::from_str::<Value>(&text) else { return true };
        if !error.to_string().starts_with("number out of range") {
            return false;
        }
        let line = text.split_inclusive('\n').take(error.line() - 1).map(str::len).sum::<usize>();
        let end = line + error.column();
        let digits = |char: char| char.is_ascii_digit() || "+-.eE".contains(char);
        let start = text[..end].trim_end_matches(digits).len();
        let end = text.len() - text[end..].trim_start_matches(digits).len();
        text.replace_range(start..end, "0");
    }
}

pub(crate) fn clean(doc: &Document) -> bool {
    doc.errors().iter().all(|error| error.fault == DuplicateKey)
}

/// What holds of every document: spans lie in the text and in their parents', in order; errors stand by their places; and there
/// is none (but for duplicate keys) exactly when a strict parser takes the text.
#[track_caller]
pub(crate) fn invariants(doc: &Document) {
    let text = doc.text();
    let inside = |span: Span, outer: Span| {
        outer.start <= span.start && span.start <= span.end && span.end <= outer.end
    };
    let whole = Span::new(0, u32::try_from(text.len()).expect("small"));
    let mut next = 1;
    for id in (0..u32::try_from(doc.len()).expect("small")).map(NodeId) {
        let node = doc.node(id);
        let outer = doc.parent(id).map_or(whole, |parent| doc.span(parent));
        assert!(inside(node.span, outer), "{node:?} in {text:?}");
        let mut last = node.span.start;
        for (place, child) in doc.children(id).enumerate() {
            assert_eq!(doc.parent(child), Some(id));
            let start = doc.key_span(child).unwrap_or(doc.span(child)).start;
            assert!(last <= start, "{text:?}");
            last = doc.span(child).end;
            assert_eq!(doc.name(child).is_some(), doc.kind(id) == Kind::Object, "{text:?}");
            assert_eq!(
                doc.position(child),
                (doc.kind(id) == Kind::Array).then_some(place),
                "{text:?}"
            );
            next += 1;
        }
        assert_eq!(doc.string(id).is_some(), doc.kind(id) == Kind::String);
    }
    assert_eq!(next, doc.len(), "every node but the root is a child");
    let mut last = 0;
    for error in doc.errors() {
        assert!(last <= error.span.start, "{text:?}");
        last = error.span.start;
        for span in error.fix.iter().map(|edit| edit.span).chain(error.related).chain([error.span])
        {
            assert!(
                inside(span, whole) && text.get(span.start as usize..span.end as usize).is_some(),
                "{error:?} in {text:?}"
            );
        }
    }
    assert_eq!(clean(doc), accepted(text), "{:?} in {text:?}", doc.errors());
}
