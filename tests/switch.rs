//! A body that is checked as another edition: what does not fit is counted, and what the other document only calls otherwise, or puts
//! elsewhere, is mended.

use std::fs;
use std::path::Path;

use clusterwright::analysis::{Analysis, Inputs, analyze, fix_all};
use clusterwright::edition;
use clusterwright::spec::faults;
use clusterwright::text::apply;
use serde_json::{Value, json};

fn checked(text: &str, id: &str) -> Analysis {
    analyze(text, Some(edition::find(id).expect("an edition")), &Inputs::default())
}

/// Moves members to their places, one after the other, until no fix does so any more.
fn moved(text: &str, id: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..50 {
        let analysis = checked(&text, id);
        let elsewhere =
            analysis.diagnostics.iter().filter(|found| found.rule.code == faults::ELSEWHERE.code);
        let Some(fix) = elsewhere.flat_map(|found| &found.fixes).next() else { return text };
        text = apply(analysis.text(), &analysis.edits(fix));
    }
    panic!("moves without end:\n{text}");
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn members_without_a_place_are_counted() {
    let body = r#"{"name": "a", "cluster_type": "ManagedKubernetes", "region_id": "cn-beijing", "nat_gateway": true, "user_ca": "x", "timezone": "Asia/Shanghai"}"#;
    assert_eq!(checked(body, "ack-createcluster").strangers(), 0);
    // The copy of 2019 knows neither a NAT gateway nor a CA nor a time zone.
    assert_eq!(checked(body, "ack-managed").strangers(), 3);
    assert_eq!(checked(body, "ack-dedicated").strangers(), 2);
}

#[test]
fn of_another_vendors_body_only_that_is_said() {
    let body = fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/examples/cce-otc-1-cce-cluster.json"),
    );
    let analysis = checked(&body.expect("an example"), "ack-managed");
    assert!(analysis.foreign);
    assert_eq!(analysis.other.map(|other| other.id), Some("cce-otc"));
    assert_eq!(analysis.strangers(), 0);
    assert!(!checked("{}", "ack-managed").foreign);
}

#[test]
fn the_same_thing_by_another_name_is_renamed_as_a_safe_fix() {
    for (id, old, new) in [
        ("ack-managed", "worker_vswitch_ids", "vswitch_ids"),
        ("ack-createcluster", "public_slb", "endpoint_public_access"),
        ("ack-dedicated", "public_slb", "endpoint_public_access"),
    ] {
        let inner =
            if old.ends_with("ids") { json!(["vsw-2ze48rkq464rsdts1****"]) } else { json!(true) };
        let text = format!("{{\n  // kept\n  \"{old}\": {inner}\n}}\n");
        let edition = edition::find(id).expect("an edition");
        let (fixed, _) = fix_all(&text, Some(edition), &Inputs::default());
        assert!(fixed.contains(&format!("\"{new}\": {inner}")), "{id}: {fixed}");
        assert!(!fixed.contains(old), "{id}: {fixed}");
        // Beside the right one it stays: which of the two is meant, nobody knows.
        let both = format!("{{\"{new}\": {inner}, \"{old}\": {inner}}}");
        let (kept, _) = fix_all(&both, Some(edition), &Inputs::default());
        assert_eq!(kept, both, "{id}");
    }
}

#[test]
fn what_the_workers_had_moves_into_the_only_node_pool() {
    let body = r#"{
  "name": "a",
  "worker_instance_types": ["ecs.c6.xlarge"], // two zones
  "worker_system_disk_size": 120,
  "worker_vswitch_ids": ["vsw-1"]
}"#;
    let text = moved(body, "ack-dedicated");
    assert!(text.contains("// two zones"), "{text}");
    let plain: String = text.replace("// two zones", "");
    assert_eq!(
        value(&plain),
        json!({
            "name": "a",
            "nodepools": [{"scaling_group": {
                "instance_types": ["ecs.c6.xlarge"], "system_disk_size": 120, "vswitch_ids": ["vsw-1"],
            }}],
        }),
        "{text}"
    );
    // Of two pools nobody knows which is meant; what is there already is not written over.
    let two = r#"{"nodepools": [{}, {}], "worker_system_disk_size": 120}"#;
    assert_eq!(moved(two, "ack-dedicated"), two);
    let there = r#"{"nodepools": [{"scaling_group": {"system_disk_size": 40}}], "worker_system_disk_size": 120}"#;
    assert_eq!(moved(there, "ack-dedicated"), there);
}

#[test]
fn a_place_of_another_document_is_a_row_of_that_document() {
    let mut seen = 0;
    for edition in edition::ALL {
        for (_, row) in edition.index().rows() {
            for alias in row.field.aliases.iter().filter(|alias| alias.starts_with('/')) {
                let there = edition::ALL
                    .into_iter()
                    .any(|other| other.id != edition.id && other.index().find(alias).is_some());
                assert!(there, "{}: {alias} of {} is nobody's", edition.id, row.pointer);
                assert!(edition.index().find(alias).is_none(), "{}: {alias} is a row", edition.id);
                seen += 1;
            }
        }
    }
    assert!(seen > 10, "{seen}");
}

#[test]
fn the_examples_that_the_page_offers_are_the_documents() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let printed: Vec<String> = fs::read_dir(root.join("tests/examples"))
        .expect("tests/examples is there")
        .map(|file| file.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "txt"))
        .map(|path| fs::read_to_string(path).expect("a text"))
        .collect();
    for edition in edition::ALL {
        let offered = root.join(format!("static/examples/{}.txt", edition.id));
        let offered = fs::read_to_string(offered).expect("an example for each edition");
        assert!(printed.contains(&offered), "{}: not as printed", edition.id);
        let found = checked(&offered, edition.id);
        assert!(!found.diagnostics.is_empty() && found.other.is_none(), "{}", edition.id);
    }
    let files = fs::read_dir(root.join("static/examples")).expect("the folder").count();
    assert_eq!(files, edition::ALL.len());
}
