//! Secrets: no output holds one, and every row that looks like one says so.

use std::collections::BTreeMap;

use clusterwright::analysis::{Inputs, analyze};
use clusterwright::diagnostic::Locale;
use clusterwright::edition::{self, Edition};
use clusterwright::json::NodeId;
use clusterwright::secrets::Secrets;
use clusterwright::spec::{Format, Row, Type};
use clusterwright::text::Span;
use clusterwright::{picture, request, share};

/// What must never be seen again. Some hold what a placeholder or a Base64 text holds, since those have messages of their own.
const CANARIES: [&str; 7] = [
    "Canary7Secret",
    "CanaryxxxSecret",
    "Canary***Secret",
    "Canary 7\\nSecretABC",
    "LS0tCanary7Secret",
    "-----BEGIN PRIVATE KEY-----\\nCanary7Secret\\n-----END PRIVATE KEY-----",
    "4021799430",
];

/// Whether a text shows a part of a canary.
fn sings(text: &str) -> bool {
    // The last is how the key above begins in Base64.
    ["Canary", "7Secret", "xxxSecret", "4021799", "LS0tLS1CRUdJTi"]
        .iter()
        .any(|part| text.contains(part))
}

#[test]
fn no_output_holds_a_secret() {
    let mut rows_seen = 0;
    let mut leaks = BTreeMap::new();
    for &edition in &edition::ALL {
        for (_, row) in edition.index().rows().filter(|(_, row)| row.field.secret) {
            rows_seen += 1;
            for spelling in spellings() {
                // The one item of an array is its first.
                let pointer = row.pointer.replace('*', "0");
                hear(edition, &body(row.pointer, &spelling), &pointer, &mut leaks);
            }
        }
        for name in ["accessKeySecret", "access_key_id", "password", "X-Auth-Token", "secretKey"] {
            for pointer in
                [format!("/{name}"), format!("/spec/{name}"), format!("/spec/hostNetwork/{name}")]
            {
                for spelling in spellings() {
                    hear(edition, &body(&pointer, &spelling), &pointer, &mut leaks);
                }
            }
        }
    }
    assert!(rows_seen > 0, "no edition has a secret row");
    let leaks: Vec<String> =
        leaks.into_iter().map(|(what, example)| format!("the {what} holds {example}")).collect();
    assert!(leaks.is_empty(), "{}", leaks.join("\n\n"));
}

/// The canaries in every spelling: as a string, faultily quoted, bare, as other JSON, twice.
fn spellings() -> Vec<String> {
    let mut spellings = Vec::new();
    for canary in CANARIES {
        spellings.push(format!("\"{canary}\""));
        spellings.push(format!("'{canary}'"));
        spellings.push(format!("\u{201c}{canary}\u{201d}"));
        spellings.push(canary.to_owned());
        spellings.push(format!("\"{canary}"));
        spellings.push(format!("\"a\"{canary}\"b\""));
        spellings.push(format!("\"{canary}\\q\""));
        spellings.push(format!("[\"{canary}\", \"{canary}\"]"));
        spellings.push(format!("{{\"{canary}\": 1, \"{canary}\": 2}}"));
        spellings.push(format!("{{\"value\": \"{canary}\"}}"));
        spellings.push(format!("\" {canary} \""));
    }
    spellings
}

/// A body that says `json` at a pointer, whose `*` become the first item or a member.
fn body(pointer: &str, json: &str) -> String {
    let segments: Vec<String> = pointer
        .split('/')
        .skip(1)
        .map(|segment| clusterwright::json::unescape(segment).into_owned())
        .collect();
    segments.iter().rev().fold(json.to_owned(), |inner, segment| {
        if segment == "*" {
            format!("[{inner}]")
        } else {
            format!("{{\n\"{segment}\": {inner}\n}}")
        }
    })
}

/// Looks at everything that may leave the editor for a text; adds to `leaks` what holds a secret, with the first example.
fn hear(
    edition: &'static Edition,
    text: &str,
    pointer: &str,
    leaks: &mut BTreeMap<String, String>,
) {
    let analysis = analyze(text, Some(edition), &Inputs::default());
    let mut outputs: Vec<_> = request::Shell::ALL
        .iter()
        .map(|shell| (shell.id().to_owned(), shell.snippet(&analysis)))
        .collect();
    let cut = share::cut(&analysis);
    outputs.push(("text of a link".to_owned(), cut.body.text().to_owned()));
    outputs.push(("preview of what is left out".to_owned(), format!("{:?}", cut.left_out)));
    outputs.push(("file".to_owned(), share::file(&share::Setting::default(), &cut.body)));
    if cut.left_out.is_empty() {
        outputs.push(("cut that says nothing of it".to_owned(), text.to_owned()));
    }
    let view = analysis.view();
    for node in (0..u32::try_from(analysis.doc.len()).expect("a small body")).map(NodeId) {
        if analysis.doc.pointer(node).starts_with(pointer) {
            outputs.push(("value as messages show it".to_owned(), view.show(node)));
        }
    }
    for locale in Locale::ALL {
        for picture in
            [picture::map(&analysis, locale, 780), picture::sketch(&analysis, locale, 780)]
        {
            outputs.push((format!("picture {}", picture.file), picture::svg(&picture)));
            let places = picture.groups.iter().filter_map(|group| group.goes.clone());
            outputs.push(("places of a picture".to_owned(), places.collect()));
        }
        for found in &analysis.diagnostics {
            let code = found.rule.code;
            outputs.push((format!("message of {code}"), found.message_in(locale)));
            outputs.push((format!("help of {code}"), found.help_in(locale)));
            for (name, arg) in &found.args {
                let shown = clusterwright::diagnostic::text("{it}", "{it}")
                    .fill(locale, &[("it", arg.clone())]);
                outputs.push((format!("argument {name} of {code}"), shown));
            }
            for fix in &found.fixes {
                outputs.push((format!("fix of {code}"), fix.title.fill(locale, &fix.args)));
            }
            if !analysis.pointer(&found.place).starts_with(pointer) {
                outputs.push((format!("pointer of {code}"), analysis.pointer(&found.place)));
            }
        }
    }
    for (what, output) in outputs.into_iter().filter(|(_, output)| sings(output)) {
        leaks
            .entry(what)
            .or_insert_with(|| format!("the secret of {} {pointer}\n{text}\n{output}", edition.id));
    }
}

#[test]
fn secret_rows_look_like_secrets() {
    for edition in edition::ALL {
        for (_, row) in edition.index().rows() {
            let Row { field, pointer, .. } = row;
            let key = matches!(field.ty, Type::String(Format::PrivateKey));
            let named = clusterwright::spec::format::secret_name(field.name);
            assert!(
                field.secret || !key && !named,
                "{} {pointer} holds a secret and does not say so",
                edition.id
            );
        }
    }
}

#[test]
fn a_body_in_a_string_or_a_listing_tells_no_secret() {
    for text in [
        r#"{\"name\": \"a\", \"login_password\": \"Hunter-22\"}"#,
        r#""{\"name\": \"a\", \"login_password\": \"Hunter-22\"}""#,
        "String body = \"{\\\"login_password\\\":\" +\n\"\\\"Hunter-22\\\"}\";",
        "> {\n> \"login_password\": \"Hunter-22\"\n> }",
    ] {
        let analysis = analyze(text, None, &Inputs::default());
        let secrets = Secrets::new(&analysis);
        assert_eq!(secrets.spans(), [Span::new(0, u32::try_from(text.len()).expect("short"))]);
        let fix = &analysis.diagnostics[0].fixes[0];
        let near = analysis.span(&analysis.diagnostics[0].place);
        for edit in analysis.edits(fix) {
            // What takes a mark away brings no text.
            assert_eq!(secrets.told_by(text, &edit, near), !edit.text.is_empty(), "{text}");
        }
        assert!(!format!("{:?}", fix.args).contains("Hunter"), "{text}");
        assert!(!clusterwright::share::cut(&analysis).body.text().contains("Hunter"), "{text}");
    }
}
