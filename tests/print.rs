//! Layout: what it makes of a text, and that nothing but white space is lost.

#[path = "support/read_back.rs"]
mod read_back;
#[path = "support/texts.rs"]
mod texts;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use clusterwright::edition;
use clusterwright::json::print::{format, format_edits, minify};
use clusterwright::json::{Document, Fault, Kind, NodeId};
use clusterwright::text::apply;
use proptest::prelude::*;
use proptest::sample::Index;
use read_back::read_back;
use texts::{accepted, config, invariants, layout, mutate, mutated, object, parsed, soup, value};

#[track_caller]
fn check(cases: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (text, expected) in cases {
        let formatted = laid_out(text);
        if formatted != *expected {
            wrong.push(format!("{text}\n--- expected\n{expected}\n--- found\n{formatted}\n"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n======\n"));
}

/// The text laid out, after a look at what holds of every layout.
#[track_caller]
fn laid_out(text: &str) -> String {
    let doc = Document::parse(text);
    let formatted = format(&doc);
    assert_eq!(formatted, apply(text, &format_edits(&doc)));
    for edit in format_edits(&doc) {
        assert_ne!(edit.span.of(text), edit.text, "{text:?}");
    }
    let after = Document::parse(formatted.as_str());
    invariants(&after);
    assert_eq!(bones(text), bones(&formatted), "{text:?}");
    assert_eq!(comments(&doc), comments(&after), "{text:?}");
    assert!(same(&doc, &after), "{text:?}\n{formatted:?}");
    assert!(after.errors().len() <= doc.errors().len(), "{text:?}\n{formatted:?}");
    assert_eq!(format(&after), formatted, "{text:?} is laid out twice");
    if let Some(small) = minify(&doc) {
        assert_eq!(minify(&after).as_ref(), Some(&small), "{text:?}");
        assert!(accepted(&small), "{small:?}");
        let same = Document::parse(small.as_str());
        assert!(self::same(&doc, &same), "{text:?}");
        assert_eq!(minify(&same), Some(small));
    }
    formatted
}

/// Whether two texts hold the same values, names and spellings.
fn same(one: &Document, two: &Document) -> bool {
    let alike = |id| {
        let scalar = !matches!(one.kind(id), Kind::Object | Kind::Array);
        one.kind(id) == two.kind(id)
            && one.pointer(id) == two.pointer(id)
            && (!scalar || one.raw(id) == two.raw(id))
    };
    one.len() == two.len() && (0..u32::try_from(one.len()).expect("small")).map(NodeId).all(alike)
}

/// Every character but white space, which may change, and commas, which may move; in the order of the text but for those.
fn bones(text: &str) -> (String, usize) {
    let rest = text.chars().filter(|char| {
        !char.is_whitespace()
            && !"\u{200B}\u{200C}\u{200D}\u{200E}\u{200F}\u{2060}\u{FEFF}\u{AD}".contains(*char)
    });
    let (commas, rest): (String, String) = rest.partition(|char| ",，".contains(*char));
    (rest, commas.len())
}

/// The comments of a text, in its order.
fn comments(doc: &Document) -> Vec<String> {
    let mut found = Vec::new();
    for error in doc.errors().iter().filter(|error| error.fault == Fault::Comment) {
        // Several on a line are one fault.
        found.extend(error.span.of(doc.text()).split_whitespace().map(str::to_owned));
    }
    found
}

#[test]
fn members_stand_on_lines() {
    check(&[
        (
            r#"{"a":1,"b":{"c":[]},"d":{}}"#,
            "{\n  \"a\": 1,\n  \"b\": {\n    \"c\": []\n  },\n  \"d\": {}\n}",
        ),
        ("{ }", "{}"),
        ("[\n\n]\n", "[]\n"),
        ("  {\"a\"\n:\n1\n}\n\n\n", "{\n  \"a\": 1\n}\n"),
        (
            "{\"a\": 1,\n\n\n\"b\": 2,\n\"c\": 3\n\n}",
            "{\n  \"a\": 1,\n\n  \"b\": 2,\n  \"c\": 3\n}",
        ),
        ("{\"a\": 1\n,\n\"b\": 2\n}", "{\n  \"a\": 1,\n  \"b\": 2\n}"),
        ("[{\"a\": 1}, [2]]", "[\n  {\n    \"a\": 1\n  },\n  [2]\n]"),
        ("17", "17"),
        ("", ""),
    ]);
}

#[test]
fn the_unit_is_the_texts_own() {
    check(&[
        ("{\n    \"a\": {\n  \"b\": 1}}", "{\n    \"a\": {\n        \"b\": 1\n    }\n}"),
        ("{\n\t\"a\": {\"b\": 1}}", "{\n\t\"a\": {\n\t\t\"b\": 1\n\t}\n}"),
        ("{\r\n \"a\": {\"b\": 1}}\r\n", "{\r\n \"a\": {\r\n  \"b\": 1\r\n }\r\n}\r\n"),
        ("    {\n      \"a\": [{}]\n    }", "{\n  \"a\": [\n    {}\n  ]\n}"),
    ]);
}

#[test]
fn short_arrays_of_scalars_stand_on_one_line() {
    let item = |length: usize| "x".repeat(length);
    // Two of indentation, `"a": `, brackets, quotes and a comma make 12.
    let fits = format!("{{\n  \"a\": [\"{}\"]\n}}", item(88));
    let long = format!("{{\n  \"a\": [\n    \"{}\"\n  ]\n}}", item(89));
    check(&[
        ("[\n1,\n2.50,true , null]", "[1, 2.50, true, null]"),
        (&fits.replace('\n', ""), &fits),
        (&long.replace('\n', ""), &long),
        ("[1, // one\n2]", "[\n  1, // one\n  2\n]"),
        ("[1, 2,]", "[1, 2,]"),
    ]);
}

#[test]
fn comments_stay_where_they_belong() {
    check(&[
        (
            "{\"a\": 1, // one\n// two\n\"b\": 2 // three\n}",
            "{\n  \"a\": 1, // one\n  // two\n  \"b\": 2 // three\n}",
        ),
        ("{\"a\": 1 // one\n, \"b\": 2}", "{\n  \"a\": 1, // one\n  \"b\": 2\n}"),
        ("{\"a\": 1 /* x */, \"b\": /* y */ 2}", "{\n  \"a\": 1, /* x */\n  \"b\": /* y */ 2\n}"),
        (
            "{\"a\": 1, /* b's */ \"b\": 2 /* end */ }",
            "{\n  \"a\": 1,\n  /* b's */ \"b\": 2 /* end */\n}",
        ),
        ("{ // first\n\"a\": 1\n\n# last\n}", "{ // first\n  \"a\": 1\n\n  # last\n}"),
        ("{/* a's */\"a\": 1}", "{\n  /* a's */ \"a\": 1\n}"),
        ("{/* nothing */}", "{\n  /* nothing */\n}"),
        ("{\n\n// nothing\n}", "{\n  // nothing\n}"),
        ("{\"a\" /* k */ : // v\n1}", "{\n  \"a\" /* k */: // v\n    1\n}"),
        ("{\"a\" // k\n: {\"b\": 1}}", "{\n  \"a\" // k\n    : {\n    \"b\": 1\n  }\n}"),
        ("[1, 2 /* x */]", "[\n  1,\n  2 /* x */\n]"),
        ("// before\n{\"a\": 1} // behind\n", "// before\n{\n  \"a\": 1\n} // behind\n"),
        ("{\"a\": 1, /* 1 */ /* 2 */\n\"b\": 2}", "{\n  \"a\": 1, /* 1 */ /* 2 */\n  \"b\": 2\n}"),
        (
            "{\"a\": 1,\n/* of\ntwo lines */\n\"b\": 2}",
            "{\n  \"a\": 1,\n  /* of\ntwo lines */\n  \"b\": 2\n}",
        ),
        ("{\"a\": 1, // one\r\"b\": 2}", "{\n  \"a\": 1, // one\n  \"b\": 2\n}"),
    ]);
}

#[test]
fn spellings_and_surroundings_stay() {
    check(&[
        (
            r#"{"a": 1.50e+3, "b": 123456789012345678901234567890, "c": "\u00e9\/"}"#,
            "{\n  \"a\": 1.50e+3,\n  \"b\": 123456789012345678901234567890,\n  \"c\": \"\\u00e9\\/\"\n}",
        ),
        (
            "POST /v3 HTTP/1.1\n\n{\"a\":1}\n\nThe answer is 201",
            "POST /v3 HTTP/1.1\n\n{\n  \"a\": 1\n}\n\nThe answer is 201",
        ),
        ("  curl -d '{\"a\":1}'", "  curl -d '{\n    \"a\": 1\n  }'"),
        ("{a: 'x', \"b\": True, \"c\": .5,}", "{\n  a: 'x',\n  \"b\": True,\n  \"c\": .5,\n}"),
        ("{\"a\":\u{a0}1}", "{\n  \"a\": 1\n}"),
        ("｛\"a\"：1，\"b\"：2｝", "｛\n  \"a\"： 1，\n  \"b\"： 2\n｝"),
    ]);
}

#[test]
fn faults_keep_their_places() {
    check(&[
        ("{\"a\": 1 \"b\": 2}", "{\n  \"a\": 1\n  \"b\": 2\n}"),
        ("{\"a\":, \"b\": 2}", "{\n  \"a\":,\n  \"b\": 2\n}"),
        // What recovery had to make up is left alone, and what is around it is not.
        ("{\"a\": {\"x\" = 1}, \"b\": 2}", "{\n  \"a\": {\"x\" = 1},\n  \"b\": 2\n}"),
        ("{\"a\": [1,,2], \"b\": 2}", "{\n  \"a\": [1,,2],\n  \"b\": 2\n}"),
        ("{\"a\": {\"b\": 1, \"c\": 2", "{\"a\": {\"b\": 1, \"c\": 2"),
        ("\"a\": 1,\n    \"b\": 2", "\"a\": 1,\n    \"b\": 2"),
    ]);
}

#[test]
fn minified() {
    let small = |text: &str| minify(&Document::parse(text));
    assert_eq!(
        small("// c\n{ \"a b\": [1, 2.0, \"x \\\" // y\\\\\"], /* d */ \"c\": {} }\n").as_deref(),
        Some(r#"{"a b":[1,2.0,"x \" // y\\"],"c":{}}"#)
    );
    assert_eq!(
        small(r#"{"n": 123456789012345678901234567890}"#).as_deref(),
        Some(r#"{"n":123456789012345678901234567890}"#)
    );
    assert_eq!(small(r#"{"a": 1, "a": 2}"#).as_deref(), Some(r#"{"a":1,"a":2}"#));
    for faulty in [
        "",
        "// c",
        "{\"a\": 1,}",
        "{a: 1}",
        "{\"a\": 'x'}",
        "[1/**/2]",
        "{\"a\": 1",
        "\u{feff}{}",
        "{\"a\":\u{a0}1}",
        "x {}",
    ] {
        assert_eq!(small(faulty), None, "{faulty:?}");
    }
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every printed example, as it stands and repaired, and every preset: on lines, the same value, one line a member.
#[test]
fn examples_and_presets() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut bodies = Vec::new();
    for folder in ["examples", "examples/responses"] {
        for entry in fs::read_dir(tests.join(folder)).expect("the examples are there") {
            let path = entry.expect("a directory can be listed").path();
            if path.extension().is_some_and(|own| own == "txt" || own == "json") {
                bodies.push((path.display().to_string(), read(&path)));
            }
        }
    }
    for edition in edition::ALL {
        for preset in edition.presets {
            bodies.push((preset.id.to_owned(), preset.text.to_owned()));
        }
    }
    assert!(bodies.len() > 60, "only {} texts", bodies.len());
    let mut strict = 0;
    for (name, text) in bodies {
        let formatted = laid_out(&text);
        if accepted(&text) {
            strict += 1;
            assert_eq!(parsed(&formatted), parsed(&text), "{name}");
            let doc = Document::parse(formatted.as_str());
            let members = (0..u32::try_from(doc.len()).expect("small")).map(NodeId);
            let mut starts: Vec<u32> =
                members.filter_map(|id| doc.key_span(id)).map(|key| key.start).collect();
            let count = starts.len();
            starts.dedup_by_key(|at| formatted[..*at as usize].matches('\n').count());
            assert_eq!(starts.len(), count, "{name} has two members on a line");
            assert_eq!(
                laid_out(&minify(&doc).expect("it is JSON")).matches('\n').count(),
                formatted.trim_end().lines().filter(|line| !line.is_empty()).count() - 1,
                "{name}"
            );
        }
    }
    assert!(strict > 30, "only {strict} of them are JSON");
}

#[test]
fn other_peoples_cases() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/json");
    let suite: BTreeMap<String, String> =
        serde_json::from_str(&read(&tests.join("JSONTestSuite.json"))).expect("a map of texts");
    for (name, text) in &suite {
        laid_out(text);
        if name.starts_with('y') {
            assert!(minify(&Document::parse(text.as_str())).is_some(), "{name}");
        } else if name.starts_with('n') && !text.contains(['/', '#']) {
            assert_eq!(minify(&Document::parse(text.as_str())), None, "{name}");
        }
    }
    let cases: BTreeMap<String, Vec<(String, String)>> =
        serde_json::from_str(&read(&tests.join("jsonrepair.json"))).expect("pairs of texts");
    for (text, expected) in cases.values().flatten() {
        laid_out(text);
        laid_out(expected);
    }
}

/// `text` with comments and line ends put between its tokens.
fn commented(text: &str, places: &[(Index, &'static str)]) -> String {
    let doc = Document::parse(text);
    let mut gaps: Vec<usize> = (0..=text.len()).collect();
    gaps.retain(|&at| text.is_char_boundary(at));
    for id in (0..u32::try_from(doc.len()).expect("small")).map(NodeId) {
        let scalar = !matches!(doc.kind(id), Kind::Object | Kind::Array);
        for span in doc.key_span(id).into_iter().chain(scalar.then(|| doc.span(id))) {
            gaps.retain(|&at| at <= span.start as usize || at >= span.end as usize);
        }
    }
    let mut places: Vec<_> =
        places.iter().map(|(place, part)| (gaps[place.index(gaps.len())], part)).collect();
    places.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    let mut out = text.to_owned();
    for (at, part) in places {
        out.insert_str(at, part);
    }
    out
}

const PARTS: [&str; 8] = [
    " // line\n",
    " /* block */",
    " /*1*/ ",
    "\n# hash\n",
    "\n",
    "\n\n",
    " /* two\n lines */",
    "\r\n",
];

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_value_stays(value in value(), style in 0..5usize) {
        let text = layout(&value, style);
        let formatted = laid_out(&text);
        prop_assert_eq!(parsed(&formatted), value.clone());
        prop_assert_eq!(read_back(&Document::parse(formatted), NodeId::ROOT), value.clone());
        prop_assert_eq!(parsed(&minify(&Document::parse(text)).expect("it is JSON")), value);
    }

    #[test]
    fn comments_stay(value in object(1), style in 0..5usize, places in prop::collection::vec((any::<Index>(), proptest::sample::select(&PARTS[..])), 0..8)) {
        let text = commented(&layout(&value, style), &places);
        let formatted = laid_out(&text);
        // A comment is no fault that keeps a text from being laid out.
        prop_assert!(formatted.lines().count() > value.as_object().map_or(0, serde_json::Map::len), "{}", formatted);
        let doc = Document::parse(text);
        let small = minify(&doc).unwrap_or_else(|| panic!("{:?} in {}", doc.errors(), doc.text()));
        prop_assert_eq!(parsed(&small), value);
    }

    #[test]
    fn any_text_keeps_its_content(text in prop_oneof![soup(), mutated()]) {
        laid_out(&text);
    }

    #[test]
    fn a_printed_body_with_a_slip_keeps_its_content(at in any::<Index>(), kind in any::<u8>(), which in any::<Index>()) {
        let presets: Vec<&str> = edition::ALL.iter().flat_map(|edition| edition.presets).map(|preset| preset.text).collect();
        laid_out(&mutate(presets[which.index(presets.len())], &[(kind, at, ",")]));
    }
}
