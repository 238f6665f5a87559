//! Faults within a token or of white space: comments, quotes, strings, escapes, numbers, literals, full-width signs. Each where it
//! stands, and what its fix makes of it.

#[path = "support/mending.rs"]
mod mending;
#[path = "support/texts.rs"]
#[expect(dead_code, reason = "no text is made up here")]
mod texts;

use clusterwright::json::Fault::*;
use mending::check;

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
            r#"{"a": "\x41\'\d\u12\ud800\udc00x"}"#,
            &[(BadEscape, r"\x41")],
            r#"{"a": "\u0041'\\d\\u12\ud800\udc00x"}"#,
        ),
        // Half a character has no fix: any would write another value.
        (r#"{"a": "\ud800"}"#, &[(BadEscape, r"\ud800")], ""),
        (r#"{"a": "\d\ud800x\udc00"}"#, &[(BadEscape, r"\d")], ""),
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
