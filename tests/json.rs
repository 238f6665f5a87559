//! The parser: each fault where it stands, what its fix makes of it, the tree, and other parsers' test cases.

#[path = "support/texts.rs"]
mod texts;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use clusterwright::json::Fault::*;
use clusterwright::json::{DEPTH_CAP, Document, Fault, Kind, NodeId, SIZE_CAP, patch};
use clusterwright::text::{Edit, LineIndex, Span, apply};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;
use texts::{accepted, clean, config, invariants, layout, mutated, parsed, read_back, soup, value};

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
        // By its indentation alone this would have more faults.
        (
            r#"{
"a": [
      {
      x   "b": 1
      },
      {
        "b": 2
  ]
}"#,
            &[(Unexpected, "x"), (Unclosed, "")],
            r#"{
"a": [
      {
         "b": 1
      },
      {
        "b": 2
      }
  ]
}"#,
        ),
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
