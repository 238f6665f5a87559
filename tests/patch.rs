//! Edits of a text that keep the rest of it byte for byte.

#[path = "support/read_back.rs"]
mod read_back;
#[path = "support/texts.rs"]
mod texts;

use clusterwright::json::Fault::*;
use clusterwright::json::{DEPTH_CAP, Document, Kind, NodeId, escape, patch, unescape};
use clusterwright::text::{Edit, Span, apply};
use proptest::prelude::*;
use proptest::sample::Index;
use read_back::read_back;
use serde_json::{Map, Value};
use texts::{config, invariants, layout, mutated, name, object, soup, value};

/// A text, an edit of it, and the text after it.
type Edited = (&'static str, fn(&Document) -> Vec<Edit>, &'static str);

#[track_caller]
fn edited(cases: &[Edited]) {
    let mut wrong = Vec::new();
    for (text, edit, expected) in cases {
        let doc = Document::parse(*text);
        let after = apply(text, &edit(&doc));
        if after != *expected {
            wrong.push(format!("{text}\n  expected\n{expected}\n  but it is\n{after}\n"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn id(doc: &Document, pointer: &str) -> NodeId {
    doc.find(pointer).unwrap_or_else(|| panic!("{pointer} is there"))
}

#[test]
fn replacing() {
    edited(&[
        (
            r#"{"a": 1 /* c */ , "b": 2}"#,
            |doc| patch::replace(doc, id(doc, "/a"), "true"),
            r#"{"a": true /* c */ , "b": 2}"#,
        ),
        (
            "{\n\t\"a\": 1\n}",
            |doc| patch::replace(doc, id(doc, "/a"), "{\n  \"b\": [\n    2\n  ]\n}"),
            "{\n\t\"a\": {\n\t\t\"b\": [\n\t\t\t2\n\t\t]\n\t}\n}",
        ),
        (
            "{\r\n    \"a\": 1\r\n}",
            |doc| patch::replace(doc, id(doc, "/a"), "[\n  2\n]"),
            "{\r\n    \"a\": [\r\n        2\r\n    ]\r\n}",
        ),
        (
            r#"{"a":1,"b":2}"#,
            |doc| patch::replace(doc, id(doc, "/a"), "{\n  \"c\": 1,\n  \"d\": 2\n}"),
            r#"{"a":{"c": 1, "d": 2},"b":2}"#,
        ),
        (r#"{"a":, "b": 1}"#, |doc| patch::replace(doc, id(doc, "/a"), "2"), r#"{"a": 2, "b": 1}"#),
        (
            r#"{"a": , "b": 1}"#,
            |doc| patch::replace(doc, id(doc, "/a"), "2"),
            r#"{"a": 2 , "b": 1}"#,
        ),
        (
            "{'a': 'x', b: y}",
            |doc| patch::replace(doc, id(doc, "/b"), "\"z\""),
            "{'a': 'x', b: \"z\"}",
        ),
        ("  [1]  ", |doc| patch::replace(doc, NodeId::ROOT, "{}"), "  {}  "),
    ]);
}

#[test]
fn renaming() {
    edited(&[
        (r#"{"a" : 1}"#, |doc| patch::rename(doc, id(doc, "/a"), "b\"c"), r#"{"b\"c" : 1}"#),
        ("{a: 1}", |doc| patch::rename(doc, id(doc, "/a"), "b"), "{\"b\": 1}"),
        ("[1]", |doc| patch::rename(doc, id(doc, "/0"), "b"), "[1]"),
    ]);
}

#[test]
fn removing() {
    edited(&[
        (
            "{\n  \"a\": 1,\n  \"b\": 2\n}\n",
            |doc| patch::remove(doc, id(doc, "/a")),
            "{\n  \"b\": 2\n}\n",
        ),
        (
            "{\n  \"a\": 1,\n  \"b\": 2\n}\n",
            |doc| patch::remove(doc, id(doc, "/b")),
            "{\n  \"a\": 1\n}\n",
        ),
        (
            "{\n  \"a\": {\n    \"x\": 1\n  },\n  \"b\": 2\n}",
            |doc| patch::remove(doc, id(doc, "/a")),
            "{\n  \"b\": 2\n}",
        ),
        (
            "{\r\n  \"a\": 1,\r\n  \"b\": 2\r\n}",
            |doc| patch::remove(doc, id(doc, "/a")),
            "{\r\n  \"b\": 2\r\n}",
        ),
        (
            r#"{"a": 1, "b": 2, "c": 3}"#,
            |doc| patch::remove(doc, id(doc, "/a")),
            r#"{"b": 2, "c": 3}"#,
        ),
        (
            r#"{"a": 1, "b": 2, "c": 3}"#,
            |doc| patch::remove(doc, id(doc, "/b")),
            r#"{"a": 1, "c": 3}"#,
        ),
        (
            r#"{"a": 1, "b": 2, "c": 3}"#,
            |doc| patch::remove(doc, id(doc, "/c")),
            r#"{"a": 1, "b": 2}"#,
        ),
        ("[ 1, 2 ]", |doc| patch::remove(doc, id(doc, "/1")), "[ 1 ]"),
        // The only one.
        ("{\"a\": {\n  \"b\": 1\n}}", |doc| patch::remove(doc, id(doc, "/a/b")), "{\"a\": {}}"),
        ("[1]", |doc| patch::remove(doc, id(doc, "/0")), "[]"),
        ("{\n  // why\n  \"a\": 1\n}", |doc| patch::remove(doc, id(doc, "/a")), "{\n  // why\n}"),
        // Comments: the one at the end of its line goes, others stay.
        (
            "{\n  // one\n  \"a\": 1, // two\n  // three\n  \"b\": 2 // four\n}",
            |doc| patch::remove(doc, id(doc, "/a")),
            "{\n  // one\n  // three\n  \"b\": 2 // four\n}",
        ),
        (
            "{\n  // one\n  \"a\": 1, // two\n  // three\n  \"b\": 2 // four\n}",
            |doc| patch::remove(doc, id(doc, "/b")),
            "{\n  // one\n  \"a\": 1 // two\n  // three\n}",
        ),
        (
            "{\n  \"a\": 1, /* two */\n  \"b\": 2\n}",
            |doc| patch::remove(doc, id(doc, "/a")),
            "{\n  \"b\": 2\n}",
        ),
        // Lines with more on them.
        ("{ \"a\": 1,\n  \"b\": 2 }", |doc| patch::remove(doc, id(doc, "/a")), "{ \"b\": 2 }"),
        ("{ \"a\": 1,\n  \"b\": 2 }", |doc| patch::remove(doc, id(doc, "/b")), "{ \"a\": 1 }"),
        // Commas elsewhere.
        (
            "{\n  \"a\": 1\n  , \"b\": 2\n}",
            |doc| patch::remove(doc, id(doc, "/b")),
            "{\n  \"a\": 1\n}",
        ),
        (
            "{\n  \"a\": 1,\n  \"b\": 2,\n}",
            |doc| patch::remove(doc, id(doc, "/b")),
            "{\n  \"a\": 1\n}",
        ),
        (
            "{\n  \"a\": 1\n  \"b\": 2\n}",
            |doc| patch::remove(doc, id(doc, "/a")),
            "{\n  \"b\": 2\n}",
        ),
        ("{\"a\"：1，\"b\"：2}", |doc| patch::remove(doc, id(doc, "/b")), "{\"a\"：1}"),
        ("{\"a\"：1，\"b\"：2}", |doc| patch::remove(doc, id(doc, "/a")), "{\"b\"：2}"),
    ]);
}

const ORDER: &[&str] = &["a", "b", "c", "d"];

#[test]
fn inserting() {
    edited(&[
        // By the order, else at the end.
        (
            r#"{"b": 1, "d": 2}"#,
            |doc| patch::insert(doc, NodeId::ROOT, "a", "0", ORDER),
            r#"{"a": 0, "b": 1, "d": 2}"#,
        ),
        (
            r#"{"b": 1, "d": 2}"#,
            |doc| patch::insert(doc, NodeId::ROOT, "c", "0", ORDER),
            r#"{"b": 1, "c": 0, "d": 2}"#,
        ),
        (
            r#"{"b": 1, "x": 2}"#,
            |doc| patch::insert(doc, NodeId::ROOT, "d", "0", ORDER),
            r#"{"b": 1, "x": 2, "d": 0}"#,
        ),
        (
            r#"{"b": 1}"#,
            |doc| patch::insert(doc, NodeId::ROOT, "y\"", "0", ORDER),
            r#"{"b": 1, "y\"": 0}"#,
        ),
        // The place's own style.
        (
            r#"{"b":1,"d":2}"#,
            |doc| patch::insert(doc, NodeId::ROOT, "c", "0", ORDER),
            r#"{"b":1,"c":0,"d":2}"#,
        ),
        (
            "{\n  \"b\" : 1\n}",
            |doc| patch::insert(doc, NodeId::ROOT, "c", "0", ORDER),
            "{\n  \"b\" : 1,\n  \"c\" : 0\n}",
        ),
        (
            "{\n\t\"b\": 1\n}",
            |doc| patch::insert(doc, NodeId::ROOT, "c", "{\n  \"d\": 1\n}", ORDER),
            "{\n\t\"b\": 1,\n\t\"c\": {\n\t\t\"d\": 1\n\t}\n}",
        ),
        (
            "{\r\n    \"d\": 1\r\n}",
            |doc| patch::insert(doc, NodeId::ROOT, "c", "[\n  1\n]", ORDER),
            "{\r\n    \"c\": [\r\n        1\r\n    ],\r\n    \"d\": 1\r\n}",
        ),
        (
            r#"{"x": {"a": 1}}"#,
            |doc| {
                patch::insert(
                    doc,
                    id(doc, "/x"),
                    "b",
                    "{\n  \"c\": [\n    1,\n    \"{ \"\n  ]\n}",
                    ORDER,
                )
            },
            r#"{"x": {"a": 1, "b": {"c": [1, "{ "]}}}"#,
        ),
        // Into nothing.
        ("{}", |doc| patch::insert(doc, NodeId::ROOT, "a", "1", ORDER), r#"{"a": 1}"#),
        (
            "{\n    \"x\": {}\n}",
            |doc| patch::insert(doc, id(doc, "/x"), "a", "1", ORDER),
            "{\n    \"x\": {\n        \"a\": 1\n    }\n}",
        ),
        (
            "{\n  \"x\": {\n\n  }\n}",
            |doc| patch::insert(doc, id(doc, "/x"), "a", "1", ORDER),
            "{\n  \"x\": {\n    \"a\": 1\n  }\n}",
        ),
        (
            r#"{"x": [{}]}"#,
            |doc| patch::insert(doc, id(doc, "/x/0"), "a", "1", ORDER),
            r#"{"x": [{"a": 1}]}"#,
        ),
        (
            "{\n  \"x\": { // why\n  }\n}",
            |doc| patch::insert(doc, id(doc, "/x"), "a", "1", ORDER),
            "{\n  \"x\": { // why\n    \"a\": 1\n  }\n}",
        ),
        // Around comments.
        (
            "{\n  \"b\": 1 // one\n}",
            |doc| patch::insert(doc, NodeId::ROOT, "c", "0", ORDER),
            "{\n  \"b\": 1, // one\n  \"c\": 0\n}",
        ),
        (
            "{\n  \"b\": 1 // one\n  // two\n}",
            |doc| patch::insert(doc, NodeId::ROOT, "c", "0", ORDER),
            "{\n  \"b\": 1, // one\n  \"c\": 0\n  // two\n}",
        ),
        (
            "{\n  \"b\": 1, // one\n  // two\n  \"d\": 2\n}",
            |doc| patch::insert(doc, NodeId::ROOT, "c", "0", ORDER),
            "{\n  \"b\": 1, // one\n  \"c\": 0,\n  // two\n  \"d\": 2\n}",
        ),
        (
            "{\n  // one\n  \"b\": 1\n}",
            |doc| patch::insert(doc, NodeId::ROOT, "a", "0", ORDER),
            "{\n  \"a\": 0,\n  // one\n  \"b\": 1\n}",
        ),
        (
            "{ \"b\": 1 // one\n}",
            |doc| patch::insert(doc, NodeId::ROOT, "c", "0", ORDER),
            "{ \"b\": 1, \"c\": 0 // one\n}",
        ),
        // Into faulty text.
        (
            "{\n  \"b\": 1,\n}",
            |doc| patch::insert(doc, NodeId::ROOT, "c", "0", ORDER),
            "{\n  \"b\": 1,\n  \"c\": 0\n}",
        ),
        (
            "{\n  \"b\": 1",
            |doc| patch::insert(doc, NodeId::ROOT, "c", "0", ORDER),
            "{\n  \"b\": 1,\n  \"c\": 0",
        ),
        (
            "\"b\": 1,\n\"d\": 2",
            |doc| patch::insert(doc, NodeId::ROOT, "c", "0", ORDER),
            "\"b\": 1,\n\"c\": 0,\n\"d\": 2",
        ),
        (
            "{\"b\"：1，\"d\"：2}",
            |doc| patch::insert(doc, NodeId::ROOT, "x", "0", ORDER),
            "{\"b\"：1，\"d\"：2,\"x\": 0}",
        ),
    ]);
}

#[test]
fn items() {
    edited(&[
        ("[1, 2]", |doc| patch::push(doc, NodeId::ROOT, "3"), "[1, 2, 3]"),
        ("[1,2]", |doc| patch::push(doc, NodeId::ROOT, "3"), "[1,2,3]"),
        (
            "[\n  1\n]",
            |doc| patch::push(doc, NodeId::ROOT, "{\n  \"a\": 1\n}"),
            "[\n  1,\n  {\n    \"a\": 1\n  }\n]",
        ),
        (
            "{\n  \"a\": []\n}",
            |doc| patch::push(doc, id(doc, "/a"), "1"),
            "{\n  \"a\": [\n    1\n  ]\n}",
        ),
        (
            "{\n  \"a\": [ {\n    \"b\": 1\n  } ]\n}",
            |doc| patch::push(doc, id(doc, "/a"), "{\n  \"b\": 2\n}"),
            "{\n  \"a\": [ {\n    \"b\": 1\n  }, {\n    \"b\": 2\n  } ]\n}",
        ),
        ("[1, 2]", |doc| patch::insert_item(doc, NodeId::ROOT, 0, "0"), "[0, 1, 2]"),
        (
            "[\n  1, // one\n  2\n]",
            |doc| patch::insert_item(doc, NodeId::ROOT, 1, "9"),
            "[\n  1, // one\n  9,\n  2\n]",
        ),
        ("[1, 2]", |doc| patch::insert_item(doc, NodeId::ROOT, 9, "3"), "[1, 2, 3]"),
        ("[1, /* b */ 2, 3]", |doc| patch::move_item(doc, NodeId::ROOT, 2, 0), "[3, /* b */ 1, 2]"),
        (
            "[\n  {\"a\": 1}, // one\n  {\"a\": 2}\n]",
            |doc| patch::move_item(doc, NodeId::ROOT, 0, 1),
            "[\n  {\"a\": 2},\n  {\"a\": 1} // one\n]",
        ),
        ("[1]", |doc| patch::move_item(doc, NodeId::ROOT, 0, 1), "[1]"),
        (
            "[\n  // a\n  /* A */\n  1.0, // one\n\n  // b\n  2,\n  3 // three\n]",
            |doc| patch::move_item(doc, NodeId::ROOT, 0, 2),
            "[\n  // b\n  2,\n\n  3, // three\n  // a\n  /* A */\n  1.0 // one\n]",
        ),
        // A line comment behind several items belongs to the line.
        (
            "[1, 2, // both\n3]",
            |doc| patch::move_item(doc, NodeId::ROOT, 0, 2),
            "[2, 3, // both\n1]",
        ),
        (
            "[\n  1, // one\n  2\n]",
            |doc| patch::copy_item(doc, NodeId::ROOT, 0),
            "[\n  1, // one\n  1,\n  2\n]",
        ),
        (
            "[\r\n\t{ \"a\":1e0 } // last\r\n]",
            |doc| patch::copy_item(doc, NodeId::ROOT, 0),
            "[\r\n\t{ \"a\":1e0 }, // last\r\n\t{ \"a\":1e0 }\r\n]",
        ),
        ("[1, 2]", |doc| patch::copy_item(doc, NodeId::ROOT, 0), "[1, 1, 2]"),
        ("[1,2]", |doc| patch::copy_item(doc, NodeId::ROOT, 1), "[1,2,2]"),
        ("[1]", |doc| patch::copy_item(doc, NodeId::ROOT, 1), "[1]"),
    ]);
}

#[test]
fn setting() {
    fn set(doc: &Document, pointer: &str, json: &str) -> Vec<Edit> {
        let order = |parent: &str| if parent == "/m" { vec!["y", "x"] } else { ORDER.to_vec() };
        patch::set(doc, pointer, json, &order).expect("nothing stands in the way")
    }
    edited(&[
        (r#"{"a": {"b": 1}}"#, |doc| set(doc, "/a/b", "2"), r#"{"a": {"b": 2}}"#),
        (r#"{"m": {"x": 1}}"#, |doc| set(doc, "/m/y", "2"), r#"{"m": {"y": 2, "x": 1}}"#),
        (
            "{\n  \"b\": 1\n}",
            |doc| set(doc, "/a/x/y", "2"),
            "{\n  \"a\": {\n    \"x\": {\n      \"y\": 2\n    }\n  },\n  \"b\": 1\n}",
        ),
        ("", |doc| set(doc, "/a/x", "2"), "{\n  \"a\": {\n    \"x\": 2\n  }\n}"),
        ("{}", |doc| set(doc, "/a~1b/c~0", "2"), "{\n  \"a/b\": {\"c~\": 2}\n}"),
        ("[1]", |doc| set(doc, "/1", "2"), "[1, 2]"),
        ("[1]", |doc| set(doc, "/0", "2"), "[2]"),
        ("[]", |doc| set(doc, "/0/a", "2"), "[\n  {\"a\": 2}\n]"),
        (r#"{"a": null}"#, |doc| set(doc, "/a/b", "2"), r#"{"a": {"b": 2}}"#),
        (r#"{"a": }"#, |doc| set(doc, "/a/b", "2"), r#"{"a": {"b": 2} }"#),
        ("1", |doc| set(doc, "", "2"), "2"),
    ]);
    let none = |text: &str, pointer: &str| {
        patch::set(&Document::parse(text), pointer, "1", &|_| Vec::new()).is_none()
    };
    assert!(none(r#"{"a": 1}"#, "/a/b"));
    assert!(none(r#"{"a": "x"}"#, "/a/b/c"));
    assert!(none("[1]", "/2"));
    assert!(none("[1]", "/x"));
    assert!(none("{}", "a"));
    assert!(none(&"[".repeat(DEPTH_CAP), &"/0".repeat(DEPTH_CAP)));
}

#[test]
fn compacting() {
    assert_eq!(patch::compact("{\n  \"a b\" : [ 1,\t\"\\\" x\" ]\r\n}"), r#"{"a b":[1,"\" x"]}"#);
}

/// Sets a value in a value, as [`patch::set`] does in a text.
fn set_value(value: &mut Value, pointer: &[String], new: Value) -> Option<()> {
    let Some((first, rest)) = pointer.split_first() else {
        *value = new;
        return Some(());
    };
    // What counts as missing.
    if value.is_null() || *value == "" {
        *value = Value::Object(Map::new());
    }
    match value {
        Value::Object(members) => set_value(members.entry(first).or_insert(Value::Null), rest, new),
        Value::Array(items) => {
            let place: usize = first.parse().ok()?;
            if place == items.len() {
                items.push(Value::Null);
            }
            set_value(items.get_mut(place)?, rest, new)
        }
        _ => None,
    }
}

/// Comments at the ends of some lines, which every parser of this layer reads past.
fn commented(text: &str, every: usize) -> String {
    let lines = text.split_inclusive('\n').enumerate().map(|(at, line)| {
        let bare = line.trim_end_matches(['\n', '\r']);
        if bare.len() < line.len() && at % (every + 1) == every {
            format!("{bare} // {at}, \"x\": {{{}", &line[bare.len()..])
        } else {
            line.to_owned()
        }
    });
    lines.collect()
}

fn pointers(doc: &Document) -> Vec<String> {
    (0..u32::try_from(doc.len()).expect("small")).map(|id| doc.pointer(NodeId(id))).collect()
}

/// The value of a text with comments.
fn value_of(text: &str) -> Value {
    let doc = Document::parse(text);
    assert!(
        doc.errors().iter().all(|error| error.fault == Comment),
        "{:?} in {text}",
        doc.errors()
    );
    read_back(&doc, NodeId::ROOT)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn setting_sets_one_value(
        body in object(0), style in 0..5usize, every in 0..4usize, place in any::<Index>(), below in prop::collection::vec(name(), 0..3), new in value(),
    ) {
        let text = commented(&layout(&body, style), every);
        let doc = Document::parse(text.as_str());
        let pointers = pointers(&doc);
        let pointer = below.iter().fold(pointers[place.index(pointers.len())].clone(), |pointer, name| pointer + "/" + &escape(name));
        let json = serde_json::to_string_pretty(&new).expect("a value is text");
        let edits = patch::set(&doc, &pointer, &json, &|_| vec!["spec", "name", "0"]);
        let segments: Vec<String> = pointer.split('/').skip(1).map(|segment| unescape(segment).into_owned()).collect();
        let mut expected = body.clone();
        let possible = set_value(&mut expected, &segments, new).is_some();

        let Some(edits) = edits else {
            prop_assert!(!possible, "{} in {}", pointer, text);
            return Ok(());
        };
        if possible {
            prop_assert_eq!(value_of(&apply(&text, &edits)), expected, "{} in {}", pointer, text);
        }
    }

    #[test]
    fn removing_removes_one_value(body in object(1), style in 0..5usize, every in 0..4usize, place in any::<Index>()) {
        let text = commented(&layout(&body, style), every);
        let doc = Document::parse(text.as_str());
        let node = NodeId(u32::try_from(1 + place.index(doc.len() - 1)).expect("small"));
        let pointer = doc.pointer(node);
        let (above, last) = pointer.rsplit_once('/').expect("it is not the root");
        let mut expected = body.clone();
        match expected.pointer_mut(above).expect("it is there") {
            Value::Object(members) => drop(members.remove(unescape(last).as_ref())),
            Value::Array(items) => drop(items.remove(last.parse().expect("a place"))),
            _ => unreachable!("a scalar has no children"),
        }
        prop_assert_eq!(value_of(&apply(&text, &patch::remove(&doc, node))), expected, "{} in {}", pointer, text);
    }

    /// What was put in goes out again without a trace, except that an empty container on lines of its own comes together.
    #[test]
    fn removing_undoes_inserting(body in object(0), style in 0..5usize, place in any::<Index>(), new in value()) {
        let text = layout(&body, style);
        let doc = Document::parse(text.as_str());
        let containers: Vec<NodeId> = (0..u32::try_from(doc.len()).expect("small"))
            .map(NodeId)
            .filter(|&id| matches!(doc.kind(id), Kind::Object | Kind::Array))
            .collect();
        let container = containers[place.index(containers.len())];
        let json = serde_json::to_string_pretty(&new).expect("a value is text");
        let order = ["name", "new member", "spec"];
        let (edits, added) = match doc.kind(container) {
            Kind::Object => (patch::insert(&doc, container, "new member", &json, &order), "new member".to_owned()),
            _ => (patch::insert_item(&doc, container, place.index(4), &json), place.index(4).min(doc.children(container).count()).to_string()),
        };
        let with = Document::parse(apply(&text, &edits));
        let pointer = doc.pointer(container) + "/" + &added;
        let node = with.find(&pointer).expect("it was put in");
        prop_assert_eq!(read_back(&with, node), new);
        prop_assert_eq!(apply(with.text(), &patch::remove(&with, node)), text, "{} in {}", pointer, with.text());
    }

    /// On any text every edit lies in the text, in order, and what it makes is read like any other.
    #[test]
    fn edits_of_faulty_texts_are_total(text in prop_oneof![soup(), mutated()], place in any::<Index>(), name in name()) {
        let doc = Document::parse(text.as_str());
        let node = NodeId(u32::try_from(place.index(doc.len())).expect("small"));
        let edits = [
            patch::replace(&doc, node, "[\n  1\n]"),
            patch::rename(&doc, node, &name),
            patch::remove(&doc, node),
            if doc.kind(node) == Kind::Object { patch::insert(&doc, node, &name, "1", &["name", "spec"]) } else { Vec::new() },
            if doc.kind(node) == Kind::Array { patch::push(&doc, node, "1") } else { Vec::new() },
            patch::set(&doc, &format!("/{}", escape(&name)), "1", &|_| Vec::new()).unwrap_or_default(),
        ];
        for edits in edits {
            for edit in &edits {
                prop_assert!(text.get(edit.span.start as usize..edit.span.end as usize).is_some());
            }
            let mut spans: Vec<Span> = edits.iter().map(|edit| edit.span).collect();
            spans.sort();
            prop_assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "{:?}", edits);
            invariants(&Document::parse(apply(&text, &edits)));
        }
    }
}

#[test]
fn several_go_at_once() {
    for (text, pointers, wanted) in [
        (r#"{"a": 1, "b": 2, "c": 3}"#, &["/b", "/c"][..], r#"{"a": 1}"#),
        (r#"{"a": 1, "b": 2, "c": 3}"#, &["/a", "/b"], r#"{"c": 3}"#),
        (r#"{"a": 1, "b": 2, "c": 3}"#, &["/a", "/c"], r#"{"b": 2}"#),
        (r#"{"a": 1, "b": 2}"#, &["/a", "/b"], "{}"),
        (r#"{"a": {"x": 1, "y": 2}, "b": 2}"#, &["/a/y", "/b"], r#"{"a": {"x": 1}}"#),
        ("{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}", &["/b", "/c"], "{\n  \"a\": 1\n}"),
        ("{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}", &["/a", "/b"], "{\n  \"c\": 3\n}"),
        ("[1, 2, 3, 4]", &["/1", "/2", "/3"], "[1]"),
    ] {
        let doc = Document::parse(text);
        let nodes: Vec<NodeId> =
            pointers.iter().map(|pointer| doc.find(pointer).expect("it is there")).collect();
        assert_eq!(
            apply(text, &patch::remove_all(&doc, &nodes)),
            wanted,
            "{text} without {pointers:?}"
        );
    }
}
