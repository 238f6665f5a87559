//! The examples that the documents print, and the presets: what is found in them, all of it, and what "fix all" makes of them.
//!
//! `tests/examples/` holds each printed example as it stands (`.txt`) and with nothing but its syntax repaired (`.json`).

use std::fs;
use std::path::{Path, PathBuf};

use clusterwright::analysis::{Analysis, Inputs, analyze, fix_all};
use clusterwright::diagnostic::Severity;
use clusterwright::edition::{self, Edition};
use serde_json::Value;

fn otc() -> &'static Edition {
    edition::find("cce-otc").expect("the edition is there")
}

fn directory() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/examples")
}

fn read(name: &str) -> String {
    let path = directory().join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every finding as `line severity rule pointer`, in the order of the text.
fn findings(analysis: &Analysis) -> Vec<String> {
    let line = |found| analysis.lines().line(analysis.mark(found).start);
    let found = analysis.diagnostics.iter();
    found
        .map(|found| {
            let pointer = analysis.pointer(&found.place);
            format!("{} {} {} {pointer}", line(&found.place), found.severity.id(), found.rule.code)
        })
        .collect()
}

/// Analyses a printed example, compares what is found, and holds what "fix all" makes of it against the repaired one.
#[track_caller]
fn check(name: &str, expected: &[&str]) {
    let text = read(&format!("{name}.txt"));
    let analysis = analyze(text.clone(), Some(otc()), &Inputs::default());
    assert_eq!(findings(&analysis), expected, "{name}");
    let (fixed, _) = fix_all(&text, Some(otc()), &Inputs::default());
    let fixed: Value =
        serde_json::from_str(&fixed).unwrap_or_else(|error| panic!("{name}: {error} in\n{fixed}"));
    let repaired: Value =
        serde_json::from_str(&read(&format!("{name}.json"))).expect("the repaired example is JSON");
    assert_eq!(fixed, repaired, "{name}");
}

#[test]
fn the_cluster_of_cce_otc() {
    check(
        "cce-otc-1-cce-cluster",
        &[
            // User values of labels are void.
            "6 warning field-note /metadata/labels",
            // Not an add-on to install.
            "10 warning field-note /metadata/annotations/foo2",
            // Worth knowing whenever they are set.
            "16 info field-note /spec/version",
            "20 info field-note /spec/hostNetwork/subnet",
            // Discarded in favour of cidrs.
            "24 warning field-deprecated /spec/containerNetwork/cidr",
            // `"mode": "rbac",` is the last member.
            "27 error json-trailing-comma /spec/authentication/mode",
            // Not in the request table.
            "30 warning field-read-only /spec/billingMode",
        ],
    );
}

#[test]
fn the_annotations_of_cce_otc() {
    check(
        "cce-otc-2-annotations-fragment",
        &[
            "1 error json-missing-braces /annotations",
            "1 error field-required /kind",
            "1 error field-required /apiVersion",
            "1 error field-required /metadata",
            "1 error field-required /spec",
            "1 warning field-elsewhere /annotations",
        ],
    );
}

#[test]
fn the_masters_of_cce_otc() {
    check(
        "cce-otc-3-masters-fragment",
        &[
            "1 error json-missing-braces /masters",
            "1 error field-required /kind",
            "1 error field-required /apiVersion",
            "1 error field-required /metadata",
            "1 error field-required /spec",
            "1 warning field-elsewhere /masters",
            // `],` is the last member.
            "11 error json-trailing-comma /masters",
        ],
    );
}

#[test]
fn the_icagent_annotation_of_cce_otc() {
    check(
        "cce-otc-4-icagent-annotation-fragment",
        &[
            "1 error json-missing-braces /cluster.install.addons.external~1install",
            "1 error field-required /kind",
            "1 error field-required /apiVersion",
            "1 error field-required /metadata",
            "1 error field-required /spec",
            "1 warning field-elsewhere /cluster.install.addons.external~1install",
        ],
    );
}

#[test]
fn every_printed_example_of_an_edition_is_there() {
    let mut names: Vec<String> = fs::read_dir(directory())
        .expect("tests/examples is there")
        .map(|entry| {
            entry.expect("tests/examples can be listed").file_name().to_string_lossy().into_owned()
        })
        .filter(|name| name.starts_with("cce-otc-"))
        .collect();
    names.sort();
    let stems = [
        "1-cce-cluster",
        "2-annotations-fragment",
        "3-masters-fragment",
        "4-icagent-annotation-fragment",
    ];
    let expected: Vec<String> = stems
        .iter()
        .flat_map(|stem| ["json", "txt"].map(|ending| format!("cce-otc-{stem}.{ending}")))
        .collect();
    assert_eq!(names, expected);
}

/// What is found in a preset beyond the blanks to fill in.
fn explained(edition: &str, preset: &str) -> &'static [&'static str] {
    match (edition, preset) {
        // What the preset is for.
        ("cce-otc", "single-master") => {
            &["info field-note /spec/hostNetwork/subnet", "warning cce-single-master /spec/flavor"]
        }
        // The note on a member that has to be there.
        ("cce-otc", _) => &["info field-note /spec/hostNetwork/subnet"],
        _ => &[],
    }
}

#[test]
fn presets_have_nothing_but_blanks_to_fill_in() {
    for edition in edition::ALL {
        for preset in edition.presets {
            if preset.id == "document-example" {
                assert_eq!(
                    preset.text,
                    read(&format!("{}-1-cce-cluster.txt", edition.id)),
                    "the example as it stands"
                );
                continue;
            }
            let at = format!("{} {}", edition.id, preset.id);
            let analysis = analyze(preset.text, Some(edition), &Inputs::default());
            assert!(serde_json::from_str::<Value>(preset.text).is_ok(), "{at}: no JSON");
            assert_eq!(analysis.count(Severity::Error), 0, "{at}: {:?}", findings(&analysis));
            let blanks = analysis
                .diagnostics
                .iter()
                .filter(|found| found.rule.code == "field-placeholder")
                .count();
            assert_eq!(blanks, preset.text.matches("\"<").count(), "{at}: every blank is reported");
            assert!(blanks > 0, "{at}: nothing to fill in, so it could be sent by mistake");
            let others =
                analysis.diagnostics.iter().filter(|found| found.rule.code != "field-placeholder");
            let mut others: Vec<String> = others
                .map(|found| {
                    format!(
                        "{} {} {}",
                        found.severity.id(),
                        found.rule.code,
                        analysis.pointer(&found.place)
                    )
                })
                .collect();
            others.sort();
            assert_eq!(others, explained(edition.id, preset.id), "{at}");
        }
    }
}
