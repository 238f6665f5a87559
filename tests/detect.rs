//! Which edition a body is for: told from the documents' own examples, whole and with a third of their members taken out.

use std::fs;
use std::path::Path;

use clusterwright::analysis::{Inputs, analyze};
use clusterwright::edition;
use clusterwright::json::Document;
use serde_json::Value;

/// The printed examples that are bodies, not parts of one, with the edition whose document prints them.
fn bodies() -> Vec<(&'static str, String, Value)> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/examples");
    let mut bodies = Vec::new();
    for file in fs::read_dir(directory).expect("tests/examples is there") {
        let path = file.expect("a file").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let Some(stem) = name.strip_suffix(".txt") else { continue };
        let repaired = fs::read_to_string(path.with_extension("json")).expect("the repaired one");
        let repaired: Value = serde_json::from_str(&repaired).expect("JSON");
        let edition = edition::ALL.into_iter().find(|edition| name.starts_with(edition.id));
        if !stem.contains("fragment") {
            bodies.push((edition.expect("an edition").id, stem.to_owned(), repaired));
        }
    }
    bodies.sort_by(|left, right| left.1.cmp(&right.1));
    bodies
}

/// `value` without every third member, counted over all objects from `at`.
fn thinned(value: &Value, at: &mut usize) -> Value {
    match value {
        Value::Object(members) => {
            let mut left = serde_json::Map::new();
            for (name, value) in members {
                *at += 1;
                if !at.is_multiple_of(3) {
                    left.insert(name.clone(), thinned(value, at));
                }
            }
            Value::Object(left)
        }
        Value::Array(items) => items.iter().map(|item| thinned(item, at)).collect(),
        _ => value.clone(),
    }
}

fn told(text: &str) -> &'static str {
    edition::detect(&Document::parse(text)).id
}

#[test]
fn printed_examples_tell_their_edition() {
    let bodies = bodies();
    assert!(bodies.len() > 10, "{}", bodies.len());
    for (edition, name, body) in bodies {
        assert_eq!(told(&body.to_string()), edition, "{name}");
        let printed = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/examples");
        let printed = fs::read_to_string(printed.join(format!("{name}.txt"))).expect("a text");
        assert_eq!(told(&printed), edition, "{name}, as printed");
    }
}

/// The skeleton of the managed document without `worker_data_disk` and what else tells it: every member that is left stands in
/// `ack-createcluster`'s table as well, and the values are descriptions.
const AMBIGUOUS: (&str, usize) = ("ack-managed-2-request-skeleton", 0);

#[test]
fn a_third_of_the_members_can_be_missing() {
    let mut failures = Vec::new();
    for (edition, name, body) in bodies() {
        for from in 0..3 {
            let left = thinned(&body, &mut { from });
            let told = told(&left.to_string());
            if told != edition && (name.as_str(), from) != AMBIGUOUS {
                failures.push(format!("{name} {from}: {told}\n{left:#}"));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn presets_tell_their_family() {
    for edition in edition::ALL {
        for preset in edition.presets {
            let family = |id: &str| id.split('-').next().map(str::to_owned);
            assert_eq!(
                family(told(preset.text)),
                family(edition.id),
                "{} {}",
                edition.id,
                preset.id
            );
        }
    }
}

#[test]
fn a_body_of_another_edition_is_named() {
    for (own, name, body) in bodies() {
        let text = body.to_string();
        for edition in edition::ALL {
            let analysis = analyze(text.as_str(), Some(edition), &Inputs::default());
            let family = |id: &str| id.split('-').next().map(str::to_owned);
            if edition.id == own {
                assert!(analysis.other.is_none(), "{name} as its own");
            } else if family(edition.id) != family(own) {
                let other = analysis.other.map(|other| other.id);
                assert_eq!(other, Some(own), "{name} as {}", edition.id);
                let codes: Vec<&str> =
                    analysis.diagnostics.iter().map(|found| found.rule.code).collect();
                assert_eq!(codes, ["edition-other"], "{name} as {}", edition.id);
            }
        }
    }
}

#[test]
fn nothing_at_all_tells_nothing() {
    for text in ["", "{}", "[]", "null", "\"text\""] {
        assert_eq!(told(text), edition::ALL[0].id);
        assert!(analyze(text, Some(edition::ALL[1]), &Inputs::default()).other.is_none(), "{text}");
    }
}
