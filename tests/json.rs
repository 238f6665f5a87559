//! The parser: the tree of a text, the caps, and what holds of every text. What it makes of faults is in `recovery.rs`.

#[path = "support/read_back.rs"]
mod read_back;
#[path = "support/texts.rs"]
mod texts;

use clusterwright::json::Fault::*;
use clusterwright::json::{DEPTH_CAP, Document, Fault, Kind, NodeId, SIZE_CAP, patch};
use clusterwright::text::{LineIndex, Span};
use proptest::prelude::*;
use read_back::read_back;
use texts::{accepted, config, invariants, layout, mutated, soup, value};

#[test]
fn caps() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(Document::parse(nested(DEPTH_CAP - 1)).errors().is_empty());
    let doc = Document::parse(nested(DEPTH_CAP));
    let faults: Vec<Fault> = doc.errors().iter().map(|error| error.fault).collect();
    assert_eq!(faults, [TooDeep], "where serde_json stops as well: {}", accepted(doc.text()));
    let deepest = NodeId(u32::try_from(doc.len() - 1).expect("small"));
    assert_eq!((doc.kind(deepest), doc.raw(deepest)), (Kind::Missing, "[]"));
    for open in ["[", "{\"a\":", "[{\"a\":"] {
        let doc = Document::parse(open.repeat(4_000_000 / open.len()));
        assert!(doc.errors().iter().any(|error| error.fault == TooDeep), "{open}");
        assert!(doc.errors().len() <= 10_000, "{open}");
    }
    let doc = Document::parse(",".repeat(100_000));
    assert_eq!(doc.errors().len(), 10_000);
    let doc = Document::parse(" ".repeat(SIZE_CAP + 1));
    assert_eq!(
        (doc.len(), doc.kind(NodeId::ROOT), doc.errors()[0].fault),
        (1, Kind::Missing, TooLarge)
    );
    assert_eq!(doc.into_text().len(), SIZE_CAP + 1);
}

#[test]
fn large_objects_keep_their_duplicate_keys_apart() {
    for count in [10, 12, 13, 14, 100, 5_000] {
        // Names alike in length, beginning and end, which is all that is hashed.
        let names: Vec<String> =
            (0..count).map(|at| format!("prefix-of-it-{at:06}-suffix-of-it")).collect();
        let body = |names: &[String]| {
            format!(
                "{{{}}}",
                names.iter().map(|name| format!("\"{name}\": 1")).collect::<Vec<_>>().join(", ")
            )
        };
        assert_eq!(Document::parse(body(&names)).errors(), []);
        let mut twice = names.clone();
        twice[count - 1].clone_from(&names[count / 2]);
        twice.push(names[0].clone());
        let doc = Document::parse(body(&twice));
        let found: Vec<_> = doc
            .errors()
            .iter()
            .map(|error| (error.fault, error.span.of(doc.text()).to_owned()))
            .collect();
        let quoted = |name: &String| (DuplicateKey, format!("\"{name}\""));
        assert_eq!(found, [quoted(&names[count / 2]), quoted(&names[0])], "{count}");
    }
    let escaped = Document::parse(r#"{"a": 1, "\u0061": {"b": 1, "b": 2}, "a": 3}"#);
    let spans: Vec<u32> = escaped.errors().iter().map(|error| error.span.start).collect();
    assert_eq!(spans, [9, 28, 37], "by their places, and once each");
    assert_eq!(Document::parse(r#"{"\u0061": 1, "a": 2}"#).errors().len(), 1);
}

// The tree.

#[test]
fn the_tree_of_a_faulty_text() {
    let doc = Document::parse(
        "{'a\\/b': [True, .5, x y, \"C:\\d\"], b: {\"c~\": \"\\u00e9\\ud83d\\ude00\"}, \"d\":, \"e\": 0x10",
    );
    let at = |pointer: &str| doc.find(pointer).unwrap_or_else(|| panic!("{pointer} is there"));
    assert_eq!(doc.kind(at("/a~1b/0")), Kind::Bool(true));
    assert_eq!(doc.number(at("/a~1b/1")).as_deref(), Some("0.5"));
    assert_eq!(doc.raw(at("/a~1b/1")), ".5");
    assert_eq!(doc.string(at("/a~1b/2")).as_deref(), Some("x y"));
    assert_eq!(doc.string(at("/a~1b/3")).as_deref(), Some("C:\\d"));
    assert_eq!(doc.string(at("/b/c~0")).as_deref(), Some("é😀"));
    assert_eq!(doc.key_span(at("/b")).map(|span| span.of(doc.text())), Some("b"));
    assert_eq!(doc.kind(at("/d")), Kind::Missing);
    assert_eq!(doc.number(at("/e")).as_deref(), Some("16"));
    assert_eq!(doc.find("/a~1b/4"), None);
    assert_eq!(doc.find("/e/0"), None);
    for id in (0..u32::try_from(doc.len()).expect("small")).map(NodeId) {
        assert_eq!(doc.find(&doc.pointer(id)), Some(id));
        assert_eq!(doc.at(doc.span(id).start), id, "{}", doc.pointer(id));
    }
}

#[test]
fn the_last_of_equal_keys_counts() {
    let doc = Document::parse(r#"{"a": 1, "a": 2}"#);
    assert_eq!(doc.find("/a").map(|id| doc.raw(id)), Some("2"));
}

// Properties.

proptest! {
    #![proptest_config(config())]

    #[test]
    fn columns_count_characters(parts in prop::collection::vec("[a-zä中😀\n]{0,400}", 0..12)) {
        let text = parts.concat();
        let lines = LineIndex::new(&text);
        for (offset, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let before = &text[..offset];
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
            let position = lines.position(&text, u32::try_from(offset).unwrap());
            prop_assert_eq!((position.line as usize, position.column as usize), (line, column));
        }
    }

    #[test]
    fn a_place_is_found_as_by_looking_at_every_child(text in prop_oneof![soup(), mutated()]) {
        let doc = Document::parse(text);
        let start = |id| doc.key_span(id).unwrap_or_else(|| doc.span(id)).start;
        let touches = |id, offset| Span::new(start(id), doc.span(id).end).touches(offset);
        for offset in 0..=u32::try_from(doc.text().len()).unwrap() {
            let mut at = NodeId::ROOT;
            while let Some(child) = doc.children(at).find(|&child| touches(child, offset)) {
                at = child;
            }
            prop_assert_eq!(doc.at(offset), at, "{}", offset);
        }
    }

    #[test]
    fn any_text_is_read(text in prop_oneof![soup(), mutated()]) {
        let doc = Document::parse(text.as_str());
        prop_assert_eq!(doc.text(), &text);
        invariants(&doc);
    }

    #[test]
    fn a_value_is_read_as_it_is_written(value in value(), style in 0..5usize) {
        let doc = Document::parse(layout(&value, style));
        invariants(&doc);
        prop_assert!(doc.errors().is_empty());
        prop_assert_eq!(read_back(&doc, NodeId::ROOT), value);
    }

    /// The strict parser and the forgiving one read the same tree.
    #[test]
    fn a_comment_changes_no_tree(value in value(), style in 0..5usize) {
        let text = layout(&value, style);
        let strict = Document::parse(text.as_str());
        let forgiving = Document::parse(format!("{text} // c"));
        prop_assert_eq!(forgiving.errors().len(), 1);
        prop_assert_eq!(strict.len(), forgiving.len());
        for id in (0..u32::try_from(strict.len()).expect("small")).map(NodeId) {
            prop_assert_eq!(format!("{:?}", strict.node(id)), format!("{:?}", forgiving.node(id)));
        }
    }

    #[test]
    fn a_quoted_text_is_read_as_itself(text in any::<String>()) {
        let quoted = patch::quote(&text);
        let doc = Document::parse(quoted);
        prop_assert!(doc.errors().is_empty());
        prop_assert_eq!(doc.string(NodeId::ROOT).expect("it is a string"), text);
    }
}
