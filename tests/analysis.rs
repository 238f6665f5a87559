//! The boundary: what holds of every analysis, whatever the text.

use std::fs;
use std::path::Path;

use clusterwright::analysis::{Check, Inputs, analyze};
use clusterwright::diagnostic::Diagnostic;
use clusterwright::edition;

/// The documents' examples as printed, and the presets.
fn texts() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/examples");
    let mut texts: Vec<String> = fs::read_dir(folder)
        .expect("the folder can be listed")
        .map(|entry| entry.expect("an entry can be read").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .map(|path| fs::read_to_string(path).expect("an example can be read"))
        .collect();
    texts.extend(
        edition::ALL
            .iter()
            .flat_map(|edition| edition.presets.iter().map(|preset| preset.text.to_owned())),
    );
    texts
}

#[test]
fn a_check_in_steps_finds_what_one_call_finds() {
    let texts = texts();
    assert!(texts.len() > 20);
    for text in texts {
        let whole = analyze(text.as_str(), None, &Inputs::default());
        let mut check = Check::new(text.as_str(), None, Inputs::default());
        let mut steps = 1;
        let stepped = loop {
            match check.step() {
                Some(analysis) => break analysis,
                None => steps += 1,
            }
        };
        assert!(steps > 3, "reading, rows and rules are steps of their own");
        assert_eq!(stepped.text(), whole.text());
        assert_eq!(stepped.edition.id, whole.edition.id);
        assert_eq!(format!("{:?}", stepped.diagnostics), format!("{:?}", whole.diagnostics));
    }
}

#[test]
fn what_looks_right_at_the_first_look_is_looked_at_whole() {
    let codes = |body: &str| -> Vec<&str> {
        let analysis = analyze(body, edition::find("cce-otc"), &Inputs::default());
        let own = |found: &&Diagnostic| analysis.pointer(&found.place).starts_with("/spec/");
        analysis.diagnostics.iter().filter(own).map(|found| found.rule.code).collect()
    };
    // As long as a name of the table, and with the same beginning and end.
    let named = |name: &str| codes(&format!(r#"{{"spec": {{"{name}": "10.247.0.0/16"}}}}"#));
    assert!(!named("kubernetesSvcIpRange").contains(&"field-unknown"));
    assert!(named("kubernetxxxxcIpRange").contains(&"field-unknown"));
    let described = |text: &str| codes(&format!(r#"{{"spec": {{"description": "{text}"}}}}"#));
    assert!(!described("a").contains(&"field-empty"));
    assert!(described("").contains(&"field-empty"));
}

/// Whether a list is searched as it stands or sorted, each equal is told of with the first.
#[test]
fn equals_in_short_and_long_lists() {
    for (length, twins) in [(5, vec![(0, 3), (0, 4)]), (40, vec![(2, 17), (0, 30), (2, 39)])] {
        let mut ids: Vec<String> = (0..length).map(|at| format!("vsw-{at:08}")).collect();
        for &(first, at) in &twins {
            ids[at] = ids[first].clone();
        }
        let body = format!(r#"{{"worker_vswitch_ids": {ids:?}}}"#);
        let analysis = analyze(body, edition::find("ack-createcluster"), &Inputs::default());
        let places = |found: &Diagnostic| {
            let at = |place| analysis.pointer(place);
            (at(&found.related[0].place), at(&found.place))
        };
        let found: Vec<_> = analysis
            .diagnostics
            .iter()
            .filter(|found| found.rule.code == "ack-list-duplicate")
            .map(places)
            .collect();
        let at = |at: usize| format!("/worker_vswitch_ids/{at}");
        let expected: Vec<_> = twins.iter().map(|&(first, own)| (at(first), at(own))).collect();
        assert_eq!(found, expected);
    }
}
