//! Faults of a text's structure and what their fixes make of it, whole texts that are mended, and other parsers' test cases. Faults
//! within a token are in `recovery_tokens.rs`.

#[path = "support/mending.rs"]
mod mending;
#[path = "support/texts.rs"]
mod texts;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use clusterwright::json::Fault::*;
use clusterwright::json::{Document, NodeId, Reading, patch};
use clusterwright::text::apply;
use mending::{check, fixes};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;
use texts::{accepted, clean, config, invariants, mutated, parsed, soup};

// Faults.

#[test]
fn an_object_on_one_line_ends_where_its_parents_children_go_on() {
    check(&[(
        "{\n  \"a\": { \"b\": 1 ,\n  \"c\": {\n    \"d\": 2\n  }\n}\n",
        &[(Unclosed, "")],
        "{\n  \"a\": { \"b\": 1} ,\n  \"c\": {\n    \"d\": 2\n  }\n}\n",
    )]);
    // The brackets decide where they can: here another comma is all that is wrong.
    check(&[(
        "{\n  \"a\": { \"b\": 1,\n  \"c\": 2 },\n  \"d\": 3,\n}\n",
        &[(TrailingComma, ",")],
        "{\n  \"a\": { \"b\": 1,\n  \"c\": 2 },\n  \"d\": 3\n}\n",
    )]);
}

#[test]
fn another_sign_in_a_commas_place_is_a_wrong_comma() {
    check(&[
        (r#"{"name":"a";"type":"b"}"#, &[(MissingComma, ";")], r#"{"name":"a","type":"b"}"#),
        (r#"{"a":"x";b:"y"}"#, &[(MissingComma, ";"), (UnquotedKey, "b")], r#"{"a":"x","b":"y"}"#),
        (
            r#"{"a":1;"b":true;"c":[];"d":{};}"#,
            &[(MissingComma, ";"), (MissingComma, ";"), (MissingComma, ";"), (Unexpected, ";")],
            r#"{"a":1,"b":true,"c":[],"d":{}}"#,
        ),
        (
            r#"{"a":"x"|"b":1|"c":2}"#,
            &[(MissingComma, "|"), (MissingComma, "|")],
            r#"{"a":"x","b":1,"c":2}"#,
        ),
        (
            r#"{"a":"x"、"b":1、"c":2}"#,
            &[(MissingComma, "、"), (MissingComma, "、")],
            r#"{"a":"x","b":1,"c":2}"#,
        ),
        (r#"{"a":"x"；"b":1}"#, &[(MissingComma, "；")], r#"{"a":"x","b":1}"#),
        (r#"{"a":"x"，"b":1}"#, &[(FullWidth, "，")], r#"{"a":"x","b":1}"#),
        ("{\"a\":\"x\"\t\"b\":1}", &[(MissingComma, "")], "{\"a\":\"x\",\t\"b\":1}"),
        (r#"{"a":"x"/"b":1}"#, &[(MissingComma, "/")], r#"{"a":"x","b":1}"#),
        (r#"["a";"b"; "c"]"#, &[(MissingComma, ";"), (MissingComma, ";")], r#"["a","b", "c"]"#),
        (r#"["a"、"b"|"c"]"#, &[(MissingComma, "、"), (MissingComma, "|")], r#"["a","b","c"]"#),
        (
            r#"[1;2;{"a":1};{"b":2}]"#,
            &[(MissingComma, ";"), (MissingComma, ";"), (MissingComma, ";")],
            r#"[1,2,{"a":1},{"b":2}]"#,
        ),
        // What stands between two members may be more than a sign: no fix makes a string of the second.
        (
            r#"{"a":"x" and "b":1}"#,
            &[(MissingComma, ""), (Unexpected, "and")],
            r#"{"a":"x", and "b":1}"#,
        ),
        // Quotes of a text stay quotes of it.
        (
            r#"{"a":"say "hi";"b":1}"#,
            &[(UnescapedQuote, r#""say "hi""#), (MissingComma, ";")],
            r#"{"a":"say \"hi","b":1}"#,
        ),
        (
            r#"{"a":"say "hi; you" now","b":1}"#,
            &[(UnescapedQuote, r#""say "hi; you" now""#)],
            r#"{"a":"say \"hi; you\" now","b":1}"#,
        ),
        (
            r#"{"a":"say "hi" now";"b":1}"#,
            &[(UnescapedQuote, r#""say "hi" now""#), (MissingComma, ";")],
            r#"{"a":"say \"hi\" now","b":1}"#,
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
            r#"{
  "a": {
    "b": {
      "c": 1
    }},
    "d": 2
  },
  "e": 3
}"#,
            &[(StrayClose, "}")],
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
fn a_body_copied_out_of_a_string() {
    let fixed = "{\n  \"kind\": \"Cluster\",\n  \"config\": \"{\\\"a\\\":1}\"\n}";
    let value = parsed(fixed);
    // As a string of a log or a program holds it, on one line and on several.
    let quoted = serde_json::to_string(fixed).expect("a string");
    let bare = quoted.trim_matches('"');
    let lines = bare.replace("\\n", "\n");
    for text in [
        bare.to_owned(),
        lines.clone(),
        format!("\"{lines}\""),
        format!("2024-01-01 12:00:00 INFO request body: {bare}"),
        format!("[2024-01-01] INFO body={quoted} sent"),
        format!("const body = {quoted};"),
        format!("2024 INFO sent\n{lines}\n2024 INFO done"),
        format!("\"{bare}\\n\" was sent"),
        // Escaped twice.
        serde_json::to_string(bare).expect("a string").trim_matches('"').to_owned(),
    ] {
        let doc = Document::parse(text.as_str());
        invariants(&doc);
        let found: Vec<_> = doc.errors().iter().map(|error| error.fault).collect();
        assert_eq!(found, [Escaped], "{text}");
        assert_eq!(doc.errors()[0].span.of(&text), "\\\"", "{text}");
        assert_eq!(nodes(&in_steps(&text, 3).0), nodes(&doc));
        assert_eq!(parsed(&mended(&text)), value, "{text}");
    }
    check(&[
        (r#"{\"a\": [1, \"b\"]}"#, &[(Escaped, r#"\""#)], r#"{"a": [1, "b"]}"#),
        (r#"[{\"a\": 1}]"#, &[(Escaped, r#"\""#)], r#"[{"a": 1}]"#),
        (r#"x: y: "{\"a\": 1}", z"#, &[(Escaped, r#"\""#)], r#"{"a": 1}"#),
        // JSON in a string, as it should be.
        (r#""a": "{\"b\": 1}""#, &[(MissingBraces, "")], r#"{"a": "{\"b\": 1}"}"#),
        (r#"{"a": "{\"b\": 1}",}"#, &[(TrailingComma, ",")], r#"{"a": "{\"b\": 1}"}"#),
        (r#"[1, "{\"b\": 1}",]"#, &[(TrailingComma, ",")], r#"[1, "{\"b\": 1}"]"#),
    ]);
    // In pieces that a program puts together.
    check(&[
        (
            r#"String body = "{\"a\": \"it's \\\"b\\\"\"," +
   "\"c\": [1]" + "}";"#,
            &[(Escaped, r#"\""#)],
            r#"{"a": "it's \"b\"","c": [1]}"#,
        ),
        ("(\"{\"\r\n \"\\\"a\\\": 1\"\r\n \"}\")", &[(Escaped, "\"")], r#"{"a": 1}"#),
        (
            r#"b = '{"a": "it\'s",' \
    '"c": {' +
    '"d": 1}}'"#,
            &[(Escaped, "'")],
            r#"{"a": "it's","c": {"d": 1}}"#,
        ),
        (
            r#"sb.append("{\"a\": 1,");
sb.append("\"b\": 2}\n");"#,
            &[(Escaped, r#"\""#)],
            r#"{"a": 1,"b": 2}"#,
        ),
        ("b = '[{},'\nb += '{}]'", &[(Escaped, "'")], "[{},{}]"),
    ]);
    // A whole body in one piece, quotes as a shell escapes them, and a member that lost its braces.
    for text in [
        r#"f('{"a": 1}')"#,
        r#"-d '{"a": "it'\''s"}'"#,
        r#"-d '{"a": "it'"'"'s"}'"#,
        "\"x\": '{\"b\": 1'\n'}'",
        "x: '{\"b\": 1'\n'}'",
        "b = '{\"a\": ' +\n \"b\"",
    ] {
        let doc = Document::parse(text);
        assert!(doc.errors().iter().all(|error| error.fault != Escaped), "{text}");
    }
    // What stands in quotes or brackets around it stays; what is not whole is mended further.
    for (text, once) in
        [(r#""x" {\"a\": 1} [2]"#, r#""x" {"a": 1} [2]"#), (r#"say "{\"a\": [1"#, r#"{"a": [1"#)]
    {
        assert_eq!(apply(text, &fixes(&Document::parse(text))), once);
    }
}

#[test]
fn a_body_copied_out_of_a_listing() {
    let lines = ["{", "  \"name\": \"a\",", "", "  \"b\": [", "    1,", "    2", "  ]", "}"];
    let body = lines.join("\n");
    let listed = |mark: &dyn Fn(usize) -> String| {
        let lines: Vec<String> = lines.iter().zip(1..).map(|(line, at)| mark(at) + line).collect();
        lines.join("\n")
    };
    for (text, mark) in [
        (listed(&|at| format!("{at}\t")), "1"),
        (listed(&|at| format!("{at:>6}\t")), "     1"),
        // As an editor leaves it that takes white space from the ends of lines.
        (listed(&|at| format!("{at:>6}\t")).replace("     3\t\n", "     3\n"), "     1"),
        (listed(&|at| format!("{:03} ", at + 97)), "098"),
        (listed(&|at| format!("{}: ", at + 11)), "12:"),
        (listed(&|at| format!("{at:>2} | ")).replace("3 | \n", "3 |\n"), " 1 |"),
        (listed(&|at| format!("{at}:")), "1:"),
        (listed(&|at| format!("a/b.json:{at}:")), "a/b.json:1:"),
        (listed(&|_| "> ".to_owned()).replace("> \n", ">\n"), ">"),
        (listed(&|_| ">> ".to_owned()), ">>"),
        (listed(&|_| "+".to_owned()), "+"),
        (listed(&|_| "-".to_owned()).replace('\n', "\r\n"), "-"),
    ] {
        let doc = Document::parse(text.as_str());
        invariants(&doc);
        let found: Vec<_> =
            doc.errors().iter().map(|error| (error.fault, error.span.of(&text))).collect();
        assert_eq!(found, [(Listing, mark)], "{text}");
        assert_eq!(nodes(&in_steps(&text, 3).0), nodes(&doc));
        let whole = apply(&text, &fixes(&doc)).replace('\r', "");
        assert_eq!(whole, body, "{text}");
    }
    // Lines around it stay.
    let mail = format!("On Monday you wrote:\n{}\nThanks", listed(&|_| "> ".to_owned()));
    let after = apply(&mail, &fixes(&Document::parse(mail.as_str())));
    assert_eq!(after, format!("On Monday you wrote:\n{body}\nThanks"));
    // No listing: numbers that do not count, that are values, or too few of them; marks of some lines only.
    for text in [
        "1 {\n1 \"a\": 1\n1 }",
        "[\n1,\n2,\n3\n",
        "1\n2\n3\n{}",
        "1 {\n2 }",
        "1,{\n2,\"a\": 1\n3,}",
        "{\n+ \"a\": 1\n+ \"b\": 2\n+ \"c\": 3\n}",
        "- {a: 1}\n- {b: 1}\n- {c: 1}",
        "> {\n> \"a\": 1,\n> \"b\": 1,\n\"c\": 1,\n\"d\": 1,\n\"e\": 1}",
        "x y:1:{\nx y:2:\"a\": 1\nx y:3:}",
    ] {
        let doc = Document::parse(text);
        invariants(&doc);
        assert!(doc.errors().iter().all(|error| error.fault != Listing), "{text}");
    }
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

// Examples and other people's cases.

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

// Properties.

/// What there is to know of every node.
fn nodes(doc: &Document) -> Vec<String> {
    (0..u32::try_from(doc.len()).unwrap_or(u32::MAX))
        .map(|at| format!("{:?}", doc.node(NodeId(at))))
        .collect()
}

/// A text read by steps of some bytes, and how many steps that took.
fn in_steps(text: &str, bytes: usize) -> (Document, usize) {
    let mut reading = Reading::new(text);
    let mut steps = 1;
    loop {
        match reading.step(bytes) {
            Some(doc) => return (doc, steps),
            None => steps += 1,
        }
    }
}

#[test]
fn a_faulty_text_is_read_in_as_many_steps_as_its_length_asks_for() {
    let item = "  {\"name\": \"pool\", \"count\": 3},\n";
    for (text, ways) in [
        // A trailing comma; a bracket that is missing.
        (format!("[\n{}]", item.repeat(2_000)), 1),
        (format!("[\n{}  {{}}\n", item.repeat(2_000)), 1),
        (format!("[\n{}  {{}}}}]]\n", item.repeat(2_000)), 2),
    ] {
        let (doc, steps) = in_steps(&text, 1024);
        assert_eq!(doc.errors(), Document::parse(text.as_str()).errors());
        let least = ways * text.len() / 1100;
        assert!((least..least * 5 / 4 + 8).contains(&steps), "{steps} steps, not some {least}");
    }
}

proptest! {
    #![proptest_config(config())]

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

    /// A text read a few bytes at a time is read as at once.
    #[test]
    fn steps_do_not_matter(text in prop_oneof![soup(), mutated()], bytes in 1..64_usize) {
        let whole = Document::parse(text.as_str());
        let (doc, _) = in_steps(&text, bytes);
        prop_assert_eq!(doc.text(), whole.text());
        prop_assert_eq!(doc.errors(), whole.errors());
        prop_assert_eq!(nodes(&doc), nodes(&whole));
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
}
