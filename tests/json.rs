//! The JSON layer: each fault where it stands, what its fix makes of it, other parsers' test cases, and edits that keep the rest.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use clusterwright::json::Fault::*;
use clusterwright::json::{
    DEPTH_CAP, Document, Fault, Kind, NodeId, SIZE_CAP, escape, patch, unescape,
};
use clusterwright::text::{Edit, LineIndex, Span, apply};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value};

// Faults.

/// A text, its faults with the text each one is about, and what the fixes make of it; nothing if there is no fix.
type Case = (&'static str, &'static [(Fault, &'static str)], &'static str);

#[track_caller]
fn check(cases: &[Case]) {
    let mut wrong = Vec::new();
    for (text, faults, fixed) in cases {
        let doc = Document::parse(*text);
        invariants(&doc);
        let found: Vec<(Fault, &str)> =
            doc.errors().iter().map(|error| (error.fault, error.span.of(text))).collect();
        let fixes = fixes(&doc);
        let after = if fixes.is_empty() { String::new() } else { apply(text, &fixes) };
        if found != *faults || after != *fixed {
            wrong.push(format!(
                "{text}\n  expected {faults:?}\n  found    {found:?}\n  expected {fixed:?}\n  fixed    {after:?}\n"
            ));
        }
        let all_fixed =
            doc.errors().iter().all(|error| error.fault == DuplicateKey || !error.fix.is_empty());
        if all_fixed && !accepted(&after) {
            wrong.push(format!("{text}\n  is mended to {after}\n"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn fixes(doc: &Document) -> Vec<Edit> {
    doc.errors().iter().flat_map(|error| error.fix.iter().cloned()).collect()
}

/// Whether a strict parser takes the text. Numbers may be of any size: one that is too large for the parser counts as zero.
fn accepted(text: &str) -> bool {
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

fn clean(doc: &Document) -> bool {
    doc.errors().iter().all(|error| error.fault == DuplicateKey)
}

/// The text with its fixes applied until none is left, at most ten times.
fn mended(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..10 {
        let fixes = fixes(&Document::parse(text.as_str()));
        if fixes.is_empty() {
            break;
        }
        text = apply(&text, &fixes);
    }
    text
}

/// What holds of every document: spans lie in the text and in their parents', in order; errors stand by their places; and there
/// is none (but for duplicate keys) exactly when a strict parser takes the text.
#[track_caller]
fn invariants(doc: &Document) {
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

#[test]
fn comments() {
    check(&[
        (
            r#"{"a": 1, // one
 "b": 2}"#,
            &[(Comment, "// one")],
            r#"{"a": 1,
 "b": 2}"#,
        ),
        (
            r#"{"a": 1,
  // own line
 "b": 2}"#,
            &[(Comment, "// own line")],
            r#"{"a": 1,
 "b": 2}"#,
        ),
        (
            r#"# heading
{"a": 1}"#,
            &[(Comment, "# heading")],
            r#"{"a": 1}"#,
        ),
        (
            r#"{"a": 1 /* x */, "b": /* y */ 2}"#,
            &[(Comment, "/* x */"), (Comment, "/* y */")],
            r#"{"a": 1, "b": 2}"#,
        ),
        (
            r#"{
  /* two
     lines */
  "a": 1
}"#,
            &[(Comment, "/* two\n     lines */")],
            r#"{
  "a": 1
}"#,
        ),
        (
            r#"{"a": 1, /* b */ // c
 "b": 2}"#,
            &[(Comment, "/* b */ // c")],
            r#"{"a": 1,
 "b": 2}"#,
        ),
        (
            r#"{"a": 1}
// end"#,
            &[(Comment, "// end")],
            r#"{"a": 1}
"#,
        ),
        (
            r#"{"a": /* never ends
 1}"#,
            &[(Comment, "/* never ends")],
            r#"{"a":
 1}"#,
        ),
        (
            r#"{"a": "b", // "c": 1
"d": "http://x"}"#,
            &[(Comment, r#"// "c": 1"#)],
            r#"{"a": "b",
"d": "http://x"}"#,
        ),
        (
            r#"{"a": [ // list
1]} # end"#,
            &[(Comment, "// list"), (Comment, "# end")],
            r#"{"a": [
1]}"#,
        ),
    ]);
}

#[test]
fn commas() {
    check(&[
        (r#"{"a": 1,}"#, &[(TrailingComma, ",")], r#"{"a": 1}"#),
        ("[1, 2,\n]", &[(TrailingComma, ",")], "[1, 2\n]"),
        ("[1,,2]", &[(MissingValue, ",")], "[1,2]"),
        ("[,1]", &[(MissingValue, ",")], "[1]"),
        (
            r#"{,"a": 1,, "b": 2}"#,
            &[(MissingValue, ","), (MissingValue, ",")],
            r#"{"a": 1, "b": 2}"#,
        ),
        (r#"{"a": 1 "b": 2}"#, &[(MissingComma, "")], r#"{"a": 1, "b": 2}"#),
        (
            r#"{"a": {"x": 1}
 "b": [2]
 "c": "d"
}"#,
            &[(MissingComma, ""), (MissingComma, "")],
            r#"{"a": {"x": 1},
 "b": [2],
 "c": "d"
}"#,
        ),
        (
            r#"["a" "b"
"c"]"#,
            &[(MissingComma, ""), (MissingComma, "")],
            r#"["a", "b",
"c"]"#,
        ),
        (
            r#"[1 2 true {"a": 1} [3]]"#,
            &[(MissingComma, ""), (MissingComma, ""), (MissingComma, ""), (MissingComma, "")],
            r#"[1, 2, true, {"a": 1}, [3]]"#,
        ),
        (
            r#"{"a": 1;
"b": 2}"#,
            &[(MissingComma, ";")],
            r#"{"a": 1,
"b": 2}"#,
        ),
        (r#"{"a": 1,},"#, &[(TrailingComma, ","), (TrailingComma, ",")], r#"{"a": 1}"#),
    ]);
}

#[test]
fn colons_and_values() {
    check(&[
        (r#"{"a" 1, "b" [2]}"#, &[(MissingColon, ""), (MissingColon, "")], r#"{"a": 1, "b": [2]}"#),
        (
            r#"{"a" = 1, "b" => 2, "c" -> 3, "d" := 4}"#,
            &[
                (MissingColon, "="),
                (MissingColon, "=>"),
                (MissingColon, "->"),
                (MissingColon, ":="),
            ],
            r#"{"a" : 1, "b" : 2, "c" : 3, "d" : 4}"#,
        ),
        (r#"{"a", 1}"#, &[(MissingColon, ",")], r#"{"a": 1}"#),
        (r#"{"a":: 1}"#, &[(Unexpected, ":")], r#"{"a": 1}"#),
        (r#"{"a"}"#, &[(MissingColon, "")], ""),
        (
            r#"{"a"
 "b": 1}"#,
            &[(MissingColon, "")],
            "",
        ),
        (r#"{"a":, "b":}"#, &[(MissingValue, ""), (MissingValue, "")], ""),
        (
            r#"{"a":
 "b": 1}"#,
            &[(MissingValue, "")],
            "",
        ),
        (r#"{: 1, "a": 2}"#, &[(Unexpected, ":")], ""),
        (r#"{"a": 1: "b": 2}"#, &[(MissingComma, ":")], r#"{"a": 1, "b": 2}"#),
    ]);
}

#[test]
fn quotes() {
    check(&[
        (
            "{'a': 'b', `c`: `d`}",
            &[
                (WrongQuotes, "'a'"),
                (WrongQuotes, "'b'"),
                (WrongQuotes, "`c`"),
                (WrongQuotes, "`d`"),
            ],
            r#"{"a": "b", "c": "d"}"#,
        ),
        (
            "{“a”: “b”, ‘c’: ‘d’, „e“: 1, ＂f＂: 2}",
            &[
                (WrongQuotes, "“a”"),
                (WrongQuotes, "“b”"),
                (WrongQuotes, "‘c’"),
                (WrongQuotes, "‘d’"),
                (WrongQuotes, "„e“"),
                (WrongQuotes, "＂f＂"),
            ],
            r#"{"a": "b", "c": "d", "e": 1, "f": 2}"#,
        ),
        (
            r#"{“abc": 1, "def”: 'ghi’}"#,
            &[(WrongQuotes, r#"“abc""#), (WrongQuotes, r#""def”"#), (WrongQuotes, "'ghi’")],
            r#"{"abc": 1, "def": "ghi"}"#,
        ),
        (
            r#"{'it': 'it's "so"'}"#,
            &[(WrongQuotes, "'it'"), (WrongQuotes, r#"'it's "so"'"#)],
            r#"{"it": "it's \"so\""}"#,
        ),
        (
            r"{'a': 'x\'y'}",
            &[(WrongQuotes, "'a'"), (WrongQuotes, r"'x\'y'"), (BadEscape, r"\'")],
            r#"{"a": "x'y"}"#,
        ),
        (
            "{a: 1, b-c.d/e: x, $f: 2}",
            &[
                (UnquotedKey, "a"),
                (UnquotedKey, "b-c.d/e"),
                (UnquotedValue, "x"),
                (UnquotedKey, "$f"),
            ],
            r#"{"a": 1, "b-c.d/e": "x", "$f": 2}"#,
        ),
        (
            "{name: my cluster, at: eu-de-01, on: Boolean // c\n}",
            &[
                (UnquotedKey, "name"),
                (UnquotedValue, "my cluster"),
                (UnquotedKey, "at"),
                (UnquotedValue, "eu-de-01"),
                (UnquotedKey, "on"),
                (UnquotedValue, "Boolean"),
                (Comment, "// c"),
            ],
            r#"{"name": "my cluster", "at": "eu-de-01", "on": "Boolean"
}"#,
        ),
        (
            r#"{"url": http://x.y/z?a=1, "id": ****, "t": {{name}}, "v": ${VAR}, "w": <id>}"#,
            &[
                (UnquotedValue, "http://x.y/z?a=1"),
                (UnquotedValue, "****"),
                (UnquotedValue, "{{name}}"),
                (UnquotedValue, "${VAR}"),
                (UnquotedValue, "<id>"),
            ],
            r#"{"url": "http://x.y/z?a=1", "id": "****", "t": "{{name}}", "v": "${VAR}", "w": "<id>"}"#,
        ),
        (
            r#"{"a": abc", "b": x, y",
 c": 2}"#,
            &[(UnquotedValue, r#"abc""#), (UnquotedValue, r#"x, y""#), (UnquotedKey, r#"c""#)],
            r#"{"a": "abc", "b": "x, y",
 "c": 2}"#,
        ),
        (
            r#"{"a": {\"b\":\"c\"}", "d": 1}"#,
            &[(UnquotedValue, r#"{\"b\":\"c\"}""#)],
            r#"{"a": "{\"b\":\"c\"}", "d": 1}"#,
        ),
        (r#"{"a": b"bytes"}"#, &[(Unexpected, "b")], r#"{"a": "bytes"}"#),
    ]);
}

#[test]
fn strings_that_end_too_early() {
    check(&[
        (
            r#"{"config":"{"a":"b"}"}"#,
            &[(UnescapedQuote, r#""{"a":"b"}""#)],
            r#"{"config":"{\"a\":\"b\"}"}"#,
        ),
        (
            r#"[{"config": "{"a":{"b":["c",""]}}"},{"config": "[{"d":1}]"}]"#,
            &[(UnescapedQuote, r#""{"a":{"b":["c",""]}}""#), (UnescapedQuote, r#""[{"d":1}]""#)],
            r#"[{"config": "{\"a\":{\"b\":[\"c\",\"\"]}}"},{"config": "[{\"d\":1}]"}]"#,
        ),
        (
            r#"{"config":"{
  "a": "b"
}", "c": 1}"#,
            &[
                (
                    UnescapedQuote,
                    r#""{
  "a": "b"
}""#,
                ),
                (
                    ControlCharacter,
                    r#""{
  "a": "b"
}""#,
                ),
            ],
            r#"{"config":"{\n  \"a\": \"b\"\n}", "c": 1}"#,
        ),
        (
            r#"{"config":"{\"a\":\"b":\"c\"}"}"#,
            &[(UnescapedQuote, r#""{\"a\":\"b":\"c\"}""#)],
            r#"{"config":"{\"a\":\"b\":\"c\"}"}"#,
        ),
        (
            r#"{"say":"say "hi" to", "b": "say "hi""}"#,
            &[(UnescapedQuote, r#""say "hi" to""#), (UnescapedQuote, r#""say "hi"""#)],
            r#"{"say":"say \"hi\" to", "b": "say \"hi\""}"#,
        ),
        (
            r#"["the "big" one", "x"]"#,
            &[(UnescapedQuote, r#""the "big" one""#)],
            r#"["the \"big\" one", "x"]"#,
        ),
        (r#"{"a"b": 1}"#, &[(UnescapedQuote, r#""a"b""#)], r#"{"a\"b": 1}"#),
        (
            r#"{""a": ""b"", "c": "d""}"#,
            &[(Unexpected, r#"""#), (UnescapedQuote, r#"""b"""#), (Unexpected, r#"""#)],
            r#"{"a": "\"b\"", "c": "d"}"#,
        ),
    ]);
}

#[test]
fn strings_that_end_too_late() {
    check(&[
        (
            r#"{"a": "b,
 "c": 1}"#,
            &[(UnclosedString, r#""b"#)],
            r#"{"a": "b",
 "c": 1}"#,
        ),
        (
            r#"{"a": "b
}"#,
            &[(UnclosedString, r#""b"#)],
            r#"{"a": "b"
}"#,
        ),
        (
            r#"{"a": {"b": "c}, "d": "e"}"#,
            &[(UnclosedString, r#""c"#)],
            r#"{"a": {"b": "c"}, "d": "e"}"#,
        ),
        (r#"["a, "b", "c"]"#, &[(UnclosedString, r#""a"#)], r#"["a", "b", "c"]"#),
        (r#"{"a": "b, "c": "d"}"#, &[(UnclosedString, r#""b"#)], r#"{"a": "b", "c": "d"}"#),
        (
            r#"{"a: 1, "b: "c", "d:{"e": 1}}"#,
            &[(UnclosedString, r#""a"#), (UnclosedString, r#""b"#), (UnclosedString, r#""d"#)],
            r#"{"a": 1, "b": "c", "d":{"e": 1}}"#,
        ),
        (
            r#"{"a": [{"b": "c}]"#,
            &[(UnclosedString, r#""c"#), (Unclosed, "")],
            r#"{"a": [{"b": "c"}]}"#,
        ),
        (
            r#"{"path": "C:\dir\", "b": 1}"#,
            &[(BadEscape, r"\d")],
            r#"{"path": "C:\\dir\\", "b": 1}"#,
        ),
        (
            r#"{"say": "say \"hi\", "b": 1}"#,
            &[(UnclosedString, r#""say \"hi\""#)],
            r#"{"say": "say \"hi\"", "b": 1}"#,
        ),
        (
            r#"{"a": "b, // c
 "d": 1}"#,
            &[(UnclosedString, r#""b"#), (Comment, "// c")],
            r#"{"a": "b",
 "d": 1}"#,
        ),
    ]);
}

#[test]
fn control_characters_and_escapes() {
    check(&[
        (
            "{\"a\": \"x\ty\nz\0\"}",
            &[(ControlCharacter, "\"x\ty\nz\0\"")],
            r#"{"a": "x\ty\nz\u0000"}"#,
        ),
        (
            r##"{"data":"#!/bin/bash
echo "hi"
exit 0",
"b":1}"##,
            &[
                (
                    UnescapedQuote,
                    r##""#!/bin/bash
echo "hi"
exit 0""##,
                ),
                (
                    ControlCharacter,
                    r##""#!/bin/bash
echo "hi"
exit 0""##,
                ),
            ],
            r##"{"data":"#!/bin/bash\necho \"hi\"\nexit 0",
"b":1}"##,
        ),
        (
            r#"{"a": "\x41\'\d\u12\ud800\udc00\ud800x\udc00"}"#,
            &[(BadEscape, r"\x41")],
            r#"{"a": "\u0041'\\d\\u12\ud800\udc00\ufffdx\ufffd"}"#,
        ),
        (
            r#"{'a': '\d"'}"#,
            &[(WrongQuotes, "'a'"), (WrongQuotes, r#"'\d"'"#), (BadEscape, r"\d")],
            r#"{"a": "\\d\""}"#,
        ),
    ]);
}

#[test]
fn full_width_and_strange_space() {
    check(&[
        (
            r#"{"a"：1，"b"：［2］，"c"：｛｝｝"#,
            &[
                (FullWidth, "："),
                (FullWidth, "，"),
                (FullWidth, "："),
                (FullWidth, "［"),
                (FullWidth, "］"),
                (FullWidth, "，"),
                (FullWidth, "："),
                (FullWidth, "｛"),
                (FullWidth, "｝"),
                (FullWidth, "｝"),
            ],
            r#"{"a":1,"b":[2],"c":{}}"#,
        ),
        (
            "{\"a\":\u{a0}1,\u{3000}\u{3000}\"b\":\u{200b}2}\u{a0}",
            &[
                (StrangeSpace, "\u{a0}"),
                (StrangeSpace, "\u{3000}\u{3000}"),
                (StrangeSpace, "\u{200b}"),
                (StrangeSpace, "\u{a0}"),
            ],
            r#"{"a": 1,  "b":2} "#,
        ),
    ]);
}

#[test]
fn brackets() {
    check(&[
        (r#"{"a": {"b": 1}"#, &[(Unclosed, "")], r#"{"a": {"b": 1}}"#),
        (r#"[{"a": [1, 2}]"#, &[(Unclosed, "")], r#"[{"a": [1, 2]}]"#),
        (r#"{"a": 1]"#, &[(Unclosed, "]")], r#"{"a": 1}"#),
        ("[1, 2}", &[(Unclosed, "}")], "[1, 2]"),
        (r#"{"a": [1, 2}, "b": 3}"#, &[(Unclosed, "}")], r#"{"a": [1, 2], "b": 3}"#),
        (r#"{"a": [{"b": 1], "c": 2}"#, &[(Unclosed, "")], r#"{"a": [{"b": 1}], "c": 2}"#),
        (r#"{"a": 1}}]"#, &[(StrayClose, "}"), (StrayClose, "]")], r#"{"a": 1}"#),
        (r#"{"a": [1]], "b": 2}"#, &[(StrayClose, "]")], r#"{"a": [1], "b": 2}"#),
        (r#"{"a": {"b": 1}}, "c": 2}"#, &[(StrayClose, "}")], r#"{"a": {"b": 1}, "c": 2}"#),
        (r#"["a", "b"], "c"]"#, &[(StrayClose, "]")], r#"["a", "b", "c"]"#),
        (
            r#"{
  "a": {
    "b": {
      "c": 1,
    "d": 2
  },
  "e": 3
}"#,
            &[(Unclosed, "")],
            r#"{
  "a": {
    "b": {
      "c": 1
    },
    "d": 2
  },
  "e": 3
}"#,
        ),
        (
            r#"{
  "a": [
    1,
    2
  "b": 3
}"#,
            &[(Unclosed, ""), (MissingComma, "")],
            r#"{
  "a": [
    1,
    2
  ],
  "b": 3
}"#,
        ),
        (
            r#"[
  {
    "a": 1
  {
    "b": 2
  }
]"#,
            &[(Unclosed, ""), (MissingComma, "")],
            r#"[
  {
    "a": 1
  },
  {
    "b": 2
  }
]"#,
        ),
        (
            r#"{
  "a": {
    "b": 1
  }
  },
  "c": 2
}"#,
            &[(StrayClose, "}")],
            r#"{
  "a": {
    "b": 1
  },
  "c": 2
}"#,
        ),
        (
            "{\n\t\"a\": {\n\t\t\"b\": 1 // c\n",
            &[(Unclosed, ""), (Unclosed, ""), (Comment, "// c")],
            "{\n\t\"a\": {\n\t\t\"b\": 1\n\t}\n}\n",
        ),
        (r#"{{"a": 1}"#, &[(Unexpected, "{")], r#"{"a": 1}"#),
        (r#"{"a": {"b"}, "c": 1}"#, &[(MissingColon, "")], ""),
        (r#"["a": 1, "b": 2}"#, &[(Unclosed, "[")], r#"{"a": 1, "b": 2}"#),
        (r#"{"a", "b"]"#, &[(Unclosed, "{")], r#"["a", "b"]"#),
        (r#"{{"a": 1}, {"a": 2}]"#, &[(Unclosed, "{")], r#"[{"a": 1}, {"a": 2}]"#),
        ("[1, 2\n```\nprose", &[(Unclosed, ""), (TextAfter, "```\nprose")], "[1, 2]"),
    ]);
}

#[test]
fn text_around() {
    check(&[
        (
            r#"POST /clusters HTTP/1.1
Host: x.y
Content-Type: application/json

{"a": 1}"#,
            &[(TextBefore, "POST /clusters HTTP/1.1\nHost: x.y\nContent-Type: application/json")],
            r#"{"a": 1}"#,
        ),
        (
            r#"POST /clusters HTTP/1.1 <公共请求头> { "a": [1] }"#,
            &[(TextBefore, "POST /clusters HTTP/1.1 <公共请求头>")],
            r#"{ "a": [1] }"#,
        ),
        (
            r#"```json
{"a": 1}
```"#,
            &[(TextBefore, "```json"), (TextAfter, "```")],
            r#"{"a": 1}"#,
        ),
        (
            r#"CCE Cluster:
{"a": 1}"#,
            &[(TextBefore, "CCE Cluster:")],
            r#"{"a": 1}"#,
        ),
        (r#"Body: {"a": 1}"#, &[(TextBefore, "Body:")], r#"{"a": 1}"#),
        (
            r#"curl -X POST https://x.y/z -d '{"a": 1}'"#,
            &[(TextBefore, "curl -X POST https://x.y/z -d '"), (TextAfter, "'")],
            r#"{"a": 1}"#,
        ),
        (r#"call({"a": 1});"#, &[(TextBefore, "call("), (TextAfter, ");")], r#"{"a": 1}"#),
        (
            r#"{"a": 1}
That is all."#,
            &[(TextAfter, "That is all.")],
            r#"{"a": 1}"#,
        ),
        ("{\"a\": 1}\nb: 2", &[(TextAfter, "b: 2")], ""),
        (
            r#"{"a": 1}
{"b": 2}"#,
            &[(TextAfter, r#"{"b": 2}"#)],
            "",
        ),
        ("1. First step\n[1, 2]", &[(TextBefore, "1. First step")], "[1, 2]"),
        ("no JSON at all", &[(TextBefore, "no JSON at all")], ""),
        ("<id>x</id>", &[(TextBefore, "<id>x</id>")], ""),
    ]);
}

#[test]
fn members_and_items_without_brackets() {
    check(&[
        (r#""a": {"b": 1}"#, &[(MissingBraces, "")], r#"{"a": {"b": 1}}"#),
        (
            r#""a": 1,
"b": [2],"#,
            &[(MissingBraces, ""), (TrailingComma, ",")],
            r#"{
"a": 1,
"b": [2]
}"#,
        ),
        (
            r#"    "a": 1,
    "b": {
    }
}"#,
            &[(MissingBraces, "")],
            r#"{
    "a": 1,
    "b": {
    }
}"#,
        ),
        (
            "spec: {type: x}",
            &[
                (MissingBraces, ""),
                (UnquotedKey, "spec"),
                (UnquotedKey, "type"),
                (UnquotedValue, "x"),
            ],
            r#"{"spec": {"type": "x"}}"#,
        ),
        (
            "a: b\nc: 1",
            &[
                (MissingBraces, ""),
                (UnquotedKey, "a"),
                (UnquotedValue, "b"),
                (MissingComma, ""),
                (UnquotedKey, "c"),
            ],
            r#"{
"a": "b",
"c": 1
}"#,
        ),
        (r#"{"a": "b": 1}}"#, &[(MissingBraces, "")], r#"{"a": {"b": 1}}"#),
        (r#"{"a": "x", "y"], "b": 1}"#, &[(MissingBraces, "")], r#"{"a": ["x", "y"], "b": 1}"#),
        (r#"{"a": {"b": 1}, {"b": 2}]}"#, &[(MissingBraces, "")], r#"{"a": [{"b": 1}, {"b": 2}]}"#),
        (r#"{"a":1},{"a":2}]"#, &[(MissingBraces, "")], r#"[{"a":1},{"a":2}]"#),
        (
            r#"{"tags": ["key": "a", "value": "b"]}"#,
            &[(MissingBraces, "")],
            r#"{"tags": [{"key": "a", "value": "b"}]}"#,
        ),
        (
            r#"{"tags": ["key": "a"}, {"key": "b"}]}"#,
            &[(MissingBraces, "")],
            r#"{"tags": [{"key": "a"}, {"key": "b"}]}"#,
        ),
    ]);
}

#[test]
fn numbers_and_literals() {
    check(&[
        (
            "[+1, 01, -01, .5, -.5, 1., 1.e5, 0x1F, 0b11, 0o17, 1_000_000, １２, 1.5E+3]",
            &[
                (BadNumber, "+1"),
                (BadNumber, "01"),
                (BadNumber, "-01"),
                (BadNumber, ".5"),
                (BadNumber, "-.5"),
                (BadNumber, "1."),
                (BadNumber, "1.e5"),
                (BadNumber, "0x1F"),
                (BadNumber, "0b11"),
                (BadNumber, "0o17"),
                (BadNumber, "1_000_000"),
                (BadNumber, "１２"),
            ],
            "[1, 1, -1, 0.5, -0.5, 1, 1e5, 31, 3, 15, 1000000, 12, 1.5E+3]",
        ),
        (
            "[1e, 1e+, 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF]",
            &[
                (BadNumber, "1e"),
                (BadNumber, "1e+"),
                (BadNumber, "0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"),
            ],
            "",
        ),
        (
            "[12345678901234567890123, 0.10, -0, 1.2.3, 2020-01-01, 40G, 10.0.0.0/8]",
            &[
                (UnquotedValue, "1.2.3"),
                (UnquotedValue, "2020-01-01"),
                (UnquotedValue, "40G"),
                (UnquotedValue, "10.0.0.0/8"),
            ],
            r#"[12345678901234567890123, 0.10, -0, "1.2.3", "2020-01-01", "40G", "10.0.0.0/8"]"#,
        ),
        (
            "[NaN, Infinity, -Infinity]",
            &[(NotANumber, "NaN"), (NotANumber, "Infinity"), (NotANumber, "-Infinity")],
            "",
        ),
        (
            "[True, FALSE, None, nil, undefined, NULL, none, yes]",
            &[
                (ForeignLiteral, "True"),
                (ForeignLiteral, "FALSE"),
                (ForeignLiteral, "None"),
                (ForeignLiteral, "nil"),
                (ForeignLiteral, "undefined"),
                (ForeignLiteral, "NULL"),
                (UnquotedValue, "none"),
                (UnquotedValue, "yes"),
            ],
            r#"[true, false, null, null, null, null, "none", "yes"]"#,
        ),
    ]);
}

#[test]
fn the_rest() {
    check(&[
        ("\u{feff}{\"a\": 1}", &[(ByteOrderMark, "\u{feff}")], r#"{"a": 1}"#),
        (
            r#"{"a": 1, "b": 2, "a": 3, "\u0061": 4, 'a': 5}"#,
            &[
                (DuplicateKey, r#""a""#),
                (DuplicateKey, r#""\u0061""#),
                (WrongQuotes, "'a'"),
                (DuplicateKey, "'a'"),
            ],
            r#"{"a": 1, "b": 2, "a": 3, "\u0061": 4, "a": 5}"#,
        ),
        (
            "[1, ..., 5, ...]",
            &[(Unexpected, "..."), (MissingValue, ","), (TrailingComma, ","), (Unexpected, "...")],
            "[1,  5 ]",
        ),
        (r#"{"a": 1, ...}"#, &[(TrailingComma, ","), (Unexpected, "...")], r#"{"a": 1 }"#),
        (
            r#"{"a": "b"*, "c"-: 2, x
"d": 3}"#,
            &[(Unexpected, "*"), (Unexpected, "-"), (Unexpected, "x")],
            r#"{"a": "b", "c": 2, 
"d": 3}"#,
        ),
        (r#"{"a": "b"c}"#, &[(Unexpected, "c")], ""),
        ("hello", &[(UnquotedValue, "hello")], r#""hello""#),
    ]);
}

#[test]
fn what_a_fault_relates_to() {
    let related = |text: &'static str| {
        let doc = Document::parse(text);
        let error = doc.errors().first().expect("there is a fault").clone();
        (error.fault, error.related.map(|span| (span.start, span.of(text))))
    };
    assert_eq!(related(r#"{"a": 1, "b": 2, "a": 3}"#), (DuplicateKey, Some((1, r#""a""#))));
    assert_eq!(related(r#"{"a": [1, 2}"#), (Unclosed, Some((6, "["))));
    assert_eq!(related("[1, 2}"), (Unclosed, Some((0, "["))));
}

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

/// Texts whose faults each send the parser looking far ahead. Were that not paid for from a budget, this test would take minutes
/// instead of a second or two.
#[test]
fn faulty_texts_take_linear_time() {
    let units = [
        "\"a\"b,",
        "'a'b ",
        "\"a: ",
        "\"{",
        "\"[{\\\"",
        "/*",
        "x, y, ",
        "{\"a\":\"b\"c",
        "[}",
        "\"a\n",
        "tru ",
        "{{",
        "${",
        "a:",
        "\"\"\"",
        "1 ",
        "\"x, \"y\": ",
        "{\n\"a\":\n",
        "]",
        "“",
        "```",
        "\"\\",
    ];
    for unit in units {
        for begin in ["", "[", "{\"a\":"] {
            let text = begin.to_owned() + &unit.repeat(40_000 / unit.len());
            assert!(!Document::parse(text).errors().is_empty());
        }
    }
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

/// Texts that once came out wrong.
#[test]
fn regressions() {
    let texts = [
        "\u{a0}...//a:{\\{",
        "*/：\n｛\n",
        "{\"a/b\":'],\"n",
        "{\"spec\":{\"cluster_type\":[\"\"],\"name\":\"\"}",
        "{\"a\":{\"b\":[1],\"c\":］\"d\"},\"e\"",
    ];
    for text in texts {
        let doc = Document::parse(text);
        invariants(&doc);
        for id in (0..u32::try_from(doc.len()).expect("small")).map(NodeId) {
            for edits in
                [patch::remove(&doc, id), patch::push(&doc, id, "1"), patch::replace(&doc, id, "1")]
            {
                invariants(&Document::parse(apply(text, &edits)));
            }
        }
    }
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

// Examples and other people's cases.

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} in {text}"))
}

/// What the vendors print is mended to what a person repaired it to. Two printed responses are XML.
#[test]
fn printed_examples_are_mended() {
    let mut count = 0;
    for folder in ["examples", "examples/responses"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
        for entry in fs::read_dir(path).expect("the examples are there") {
            let name = entry
                .expect("a directory can be listed")
                .file_name()
                .into_string()
                .expect("names are UTF-8");
            let Some(name) = name.strip_suffix(".txt") else { continue };
            let text = read(&format!("{folder}/{name}.txt"));
            invariants(&Document::parse(text.as_str()));
            let mended = mended(&text);
            if text.starts_with('<') {
                assert_eq!(mended, text, "{name} has no document to mend");
                continue;
            }
            assert_eq!(parsed(&mended), parsed(&read(&format!("{folder}/{name}.json"))), "{name}");
            count += 1;
        }
    }
    assert!(count >= 30, "only {count} examples");
}

#[test]
fn json_test_suite() {
    let suite: BTreeMap<String, String> =
        serde_json::from_str(&read("json/JSONTestSuite.json")).expect("a map of texts");
    assert!(suite.len() > 300);
    let brackets = [
        ("n_100000_opening_arrays".to_owned(), "[".repeat(100_000)),
        ("n_open_array_object".to_owned(), "[{\"\":".repeat(50_000)),
    ];
    for (name, text) in suite.into_iter().chain(brackets) {
        let doc = Document::parse(text.as_str());
        invariants(&doc);
        match name.as_bytes()[0] {
            b'y' => assert!(clean(&doc), "{name}: {:?}", doc.errors()),
            b'n' => assert!(!clean(&doc), "{name}"),
            _ => {}
        }
        if doc.errors().iter().all(|error| error.fault == DuplicateKey || !error.fix.is_empty()) {
            assert!(accepted(&mended(&text)), "{name}: {text:?} is mended to {:?}", mended(&text));
        }
    }
}

#[test]
fn jsonrepair_cases() {
    let cases: BTreeMap<String, Vec<(String, String)>> =
        serde_json::from_str(&read("json/jsonrepair.json")).expect("pairs of texts");
    for (text, expected) in &cases["same"] {
        invariants(&Document::parse(text.as_str()));
        assert_eq!(parsed(&mended(text)), parsed(expected), "{text:?}");
    }
    for (text, expected) in &cases["other"] {
        invariants(&Document::parse(text.as_str()));
        assert_ne!(
            serde_json::from_str::<Value>(&mended(text)).ok(),
            Some(parsed(expected)),
            "{text:?} can move to \"same\""
        );
    }
}

/// Every text that one lost bracket, comma, colon or quote makes of these bodies: the fixes give JSON, and mostly the body again.
/// What else they give has lost what shows where the mark belongs: its indentation, or the backslash before it.
#[test]
fn one_lost_mark_is_mended() {
    let bodies = [
        ("ack-createcluster-4-ask-serverless", 96),
        ("ack-createcluster-5-managed-edge", 97),
        ("ack-dedicated-5-addons-fragment-l774", 100),
        ("cce-huawei-1-vm-cluster", 100),
        ("cce-otc-1-cce-cluster", 100),
    ];
    for (name, percent) in bodies {
        let body = read(&format!("examples/{name}.json"));
        let value = parsed(&body);
        let (mut broken, mut same) = (0, 0);
        for (at, _) in body.match_indices(['{', '}', '[', ']', ',', ':', '"']) {
            let text = format!("{}{}", &body[..at], &body[at + 1..]);
            if accepted(&text) {
                continue;
            }
            broken += 1;
            let mended = mended(&text);
            assert!(accepted(&mended), "{name} without byte {at} is mended to {mended}");
            if parsed(&mended) == value {
                same += 1;
            }
        }
        assert!(
            same * 100 >= broken * percent,
            "{name}: {same} of {broken} are mended to the body"
        );
    }
}

// Properties of the parser.

const FRAGMENTS: [&str; 60] = [
    "{", "}", "[", "]", ":", ",", "\"", "\"", "'", "`", "“", "”", "\\", "\\\"", "\n", "\n  ", " ",
    "\t", "\r\n", "//", "/*", "*/", "#", "a", "b1", "\"a\"", "\"b\":", "a:", "1", "-", "+1", "0x1",
    "1.", "1e5", ".5", "true", "True", "nul", "null", "None", "NaN", "：", "，", "｛", "］",
    "\u{a0}", "\u{feff}", "...", "…", "=", "=>", ";", "```", "{\"a\":", "\"{\"", "}\"", "POST /x",
    "\\u00e9", "\\ud800", "\0",
];

fn soup() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::collection::vec(select(&FRAGMENTS[..]), 0..40).prop_map(|parts| parts.concat()),
        1 => any::<String>(),
    ]
}

fn name() -> impl Strategy<Value = String> {
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

fn value() -> impl Strategy<Value = Value> {
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

fn object(least: usize) -> impl Strategy<Value = Value> {
    prop::collection::vec((name(), value()), least..6)
        .prop_map(|members| Value::Object(members.into_iter().collect()))
}

/// A value as text: on one line, or indented by two spaces, four, or a tab, with either line end.
fn layout(value: &Value, style: usize) -> String {
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
fn mutate(text: &str, changes: &[(u8, Index, &'static str)]) -> String {
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

fn mutated() -> impl Strategy<Value = String> {
    let changes =
        prop::collection::vec((any::<u8>(), any::<Index>(), select(&FRAGMENTS[..])), 1..4);
    (object(0), 0..5usize, changes)
        .prop_map(|(value, style, changes)| mutate(&layout(&value, style), &changes))
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() }
}

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

    /// Fixes that are there for every fault lead to JSON, in a few rounds.
    #[test]
    fn fixes_converge(text in prop_oneof![soup(), mutated()]) {
        let mut text = text;
        for _ in 0..10 {
            let doc = Document::parse(text.as_str());
            if doc.errors().iter().any(|error| error.fix.is_empty() && error.fault != DuplicateKey) {
                return Ok(());
            }
            text = apply(&text, &fixes(&doc));
        }
        prop_assert!(accepted(&text), "{}", text);
    }

    /// The tree has the text of every spelling, as the fix writes it.
    #[test]
    fn a_string_is_read_as_its_fix_writes_it(text in any::<String>(), marks in select(&[("'", "'"), ("`", "`"), ("“", "”"), ("\"", "\""), ("", "")][..])) {
        let faulty = format!("{{\"k\": {}{text}{}\n}}", marks.0, marks.1);
        let doc = Document::parse(faulty.as_str());
        let fixed = apply(&faulty, &fixes(&doc));
        if let (Some(id), Ok(value)) = (doc.find("/k"), serde_json::from_str::<Value>(&fixed))
            && let Some(own) = doc.string(id) {
                prop_assert_eq!(value.pointer("/k"), Some(&Value::from(own.as_ref())), "{} -> {}", faulty, fixed);
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

/// The value of a subtree, by the tree alone.
fn read_back(doc: &Document, id: NodeId) -> Value {
    match doc.kind(id) {
        Kind::Missing | Kind::Null => Value::Null,
        Kind::Bool(value) => Value::from(value),
        Kind::Number => doc.number(id).map_or(Value::Null, |number| parsed(&number)),
        Kind::String => Value::from(doc.string(id).expect("it is a string").into_owned()),
        Kind::Array => doc.children(id).map(|child| read_back(doc, child)).collect(),
        Kind::Object => {
            let member = |child| {
                (doc.name(child).expect("a member has a name").into_owned(), read_back(doc, child))
            };
            Value::Object(doc.children(id).map(member).collect())
        }
    }
}

// Edits.

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
            "[\n  {\"a\": 2}, // one\n  {\"a\": 1}\n]",
        ),
        ("[1]", |doc| patch::move_item(doc, NodeId::ROOT, 0, 1), "[1]"),
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
