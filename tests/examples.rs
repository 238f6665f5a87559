//! The examples that the documents print, and the presets: what is found in them, all of it, and what "fix all" makes of them.
//!
//! `tests/examples/` holds each printed example as it stands (`.txt`) and with nothing but its syntax repaired (`.json`). Beside them
//! stands what is found in each (`.findings`: line, severity, rule, pointer; remarks start with `#`).

use std::fs;
use std::path::{Path, PathBuf};

use clusterwright::analysis::{Analysis, Inputs, analyze, fix_all};
use clusterwright::diagnostic::{Applicability, Fix, Severity};
use clusterwright::edition::{self, Edition};
use clusterwright::text::apply;
use serde_json::Value;

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

/// The lines of a file without its remarks.
fn lines(name: &str) -> Vec<String> {
    read(name).lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

/// The names of the printed examples, without ending.
fn names() -> Vec<String> {
    let files = fs::read_dir(directory()).expect("tests/examples is there");
    let names = files.map(|file| file.expect("a file").file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> =
        names.filter_map(|name| name.strip_suffix(".txt").map(str::to_owned)).collect();
    names.sort();
    names
}

/// The edition whose document prints an example.
fn printed_by(name: &str) -> &'static Edition {
    let own = edition::ALL.into_iter().find(|edition| name.starts_with(edition.id));
    own.unwrap_or_else(|| panic!("{name}: no edition"))
}

#[test]
fn every_printed_example_is_there() {
    let count =
        |edition: &Edition| names().iter().filter(|name| name.starts_with(edition.id)).count();
    let counts: Vec<(&str, usize)> =
        edition::ALL.into_iter().map(|edition| (edition.id, count(edition))).collect();
    let expected = [
        ("cce-huawei", 2),
        ("cce-otc", 4),
        ("ack-createcluster", 5),
        ("ack-dedicated", 11),
        ("ack-managed", 2),
    ];
    assert_eq!(counts, expected);
}

#[test]
fn printed_examples_have_the_findings_listed_beside_them() {
    let mut failures = Vec::new();
    for name in names() {
        let analysis =
            analyze(read(&format!("{name}.txt")), Some(printed_by(&name)), &Inputs::default());
        let found = findings(&analysis);
        let listed = lines(&format!("{name}.findings"));
        if found != listed {
            failures.push(format!("{name}:\n{}", found.join("\n")));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

/// Applies the safe fixes of syntax, one after the other.
fn mended(text: &str, edition: &'static Edition) -> String {
    let mut text = text.to_owned();
    for _ in 0..1000 {
        let analysis = analyze(text.clone(), Some(edition), &Inputs::default());
        let syntax =
            analysis.diagnostics.iter().filter(|found| found.rule.code.starts_with("json-"));
        let safe = |fix: &&Fix| fix.applicability == Applicability::Safe;
        let Some(fix) = syntax.flat_map(|found| &found.fixes).find(safe) else { return text };
        text = apply(&text, &analysis.edits(fix));
    }
    panic!("fixes without end in\n{text}")
}

fn value(name: &str, text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{name}: {error} in\n{text}"))
}

#[test]
fn mending_the_syntax_of_printed_examples_gives_the_repaired_ones() {
    for name in names() {
        let mended = mended(&read(&format!("{name}.txt")), printed_by(&name));
        let repaired = read(&format!("{name}.json"));
        assert_eq!(value(&name, &mended), value(&name, &repaired), "{name}");
    }
}

/// What "fix all" mends beyond the syntax stands in `.fixed.json`, where there is any.
#[test]
fn fix_all_leaves_strict_json_and_changes_spelling_only() {
    for name in names() {
        let (fixed, _) =
            fix_all(&read(&format!("{name}.txt")), Some(printed_by(&name)), &Inputs::default());
        let more = format!("{name}.fixed.json");
        let wanted = if directory().join(&more).exists() { more } else { format!("{name}.json") };
        assert_eq!(value(&name, &fixed), value(&name, &read(&wanted)), "{name}");
    }
}

/// The two editions of one family share most members, so those they do not share have to tell.
#[test]
fn bodies_of_the_two_cce_editions_are_told_apart() {
    for own in edition::ALL.into_iter().filter(|edition| edition.id.starts_with("cce-")) {
        for preset in own.presets {
            let analysis = analyze(preset.text, None, &Inputs::default());
            assert_eq!(analysis.edition.id, own.id, "{}", preset.id);
        }
    }
    let told = |member: &str| {
        let body =
            format!(r#"{{"kind": "Cluster", "spec": {{"flavor": "cce.s2.small", {member}}}}}"#);
        analyze(body, None, &Inputs::default()).edition.id
    };
    assert_eq!(told(r#""hostNetwork": {"highwaySubnet": "x"}"#), "cce-huawei");
    assert_eq!(told(r#""hostNetwork": {"SecurityGroup": "x"}"#), "cce-otc");
    assert_eq!(told(r#""extendParam": {"enterpriseProjectId": "0"}"#), "cce-huawei");
    assert_eq!(told(r#""extendParam": {"alpha.cce/fixPoolMask": "25"}"#), "cce-otc");
    // What one only returns counts for the other.
    assert_eq!(told(r#""authentication": {}"#), "cce-otc");
    assert_eq!(told(r#""billingMode": 0"#), "cce-huawei");
}

/// What is found in a preset beyond the blanks to fill in, by `presets.tsv`; `*` there is every preset of the edition.
fn explained(edition: &str, preset: &str) -> Vec<String> {
    let lines = lines("presets.tsv");
    let cells = lines.iter().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    let mut own: Vec<String> = cells
        .filter(|cells| cells[0] == edition && (cells[1] == "*" || cells[1] == preset))
        .map(|cells| cells[2].to_owned())
        .collect();
    own.sort();
    own
}

#[test]
fn every_kind_of_cluster_has_a_preset() {
    for edition in edition::ALL {
        let of = |text| analyze(text, Some(edition), &Inputs::default()).view().kind;
        let kinds: Vec<&str> = edition
            .presets
            .iter()
            .filter(|preset| !preset.id.starts_with("document-example"))
            .map(|preset| of(preset.text))
            .collect();
        for kind in edition.kinds.all {
            assert!(kinds.contains(&kind.id), "{}: no preset for {}", edition.id, kind.id);
        }
    }
}

#[test]
fn presets_have_nothing_but_blanks_to_fill_in() {
    for edition in edition::ALL {
        for preset in edition.presets {
            if preset.id.starts_with("document-example") {
                let own = names().into_iter().filter(|name| name.starts_with(edition.id));
                let printed =
                    own.map(|name| read(&format!("{name}.txt"))).any(|text| text == preset.text);
                assert!(printed, "{} {}: not as printed", edition.id, preset.id);
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
