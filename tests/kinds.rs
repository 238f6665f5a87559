//! How bodies tell the kind of cluster they ask for.

use clusterwright::analysis::{Inputs, analyze};
use clusterwright::edition;

fn kind(edition: &str, body: &str) -> &'static str {
    analyze(body, edition::find(edition), &Inputs::default()).view().kind
}

#[test]
fn create_cluster_tells_six_kinds_by_three_members() {
    for (body, expected) in [
        (r#"{"cluster_type": "Kubernetes"}"#, "dedicated"),
        (r#"{"cluster_type": "Kubernetes", "profile": "Edge"}"#, "dedicated"),
        (r#"{"cluster_type": "ManagedKubernetes"}"#, "managed-standard"),
        (r#"{"cluster_type": "ManagedKubernetes", "cluster_spec": ""}"#, "managed-standard"),
        (r#"{"cluster_type": "ManagedKubernetes", "profile": "Default"}"#, "managed-standard"),
        (
            r#"{"cluster_type": "ManagedKubernetes", "cluster_spec": "ack.standard"}"#,
            "managed-standard",
        ),
        (
            r#"{"cluster_type": "ManagedKubernetes", "cluster_spec": "ack.pro.small"}"#,
            "managed-pro",
        ),
        (
            r#"{"cluster_type": "ManagedKubernetes", "cluster_spec": "ack.pro.xlarge"}"#,
            "managed-pro",
        ),
        (
            r#"{"cluster_type": "ManagedKubernetes", "cluster_spec": "ack.pro.small", "profile": "Edge"}"#,
            "edge",
        ),
        (r#"{"clustertype": "Ask"}"#, ""),
        (r#"{"Cluster_Type": "Ask"}"#, "serverless"),
        (r#"{"cluster_type": "ExternalKubernetes"}"#, "registered"),
    ] {
        assert_eq!(kind("ack-createcluster", body), expected, "{body}");
    }
}

#[test]
fn what_tells_the_kind_badly_tells_none() {
    for body in [
        "",
        "{}",
        r#"{"cluster_type": null}"#,
        r#"{"cluster_type": "<cluster type>"}"#,
        r#"{"cluster_type": "my-cluster"}"#,
        r#"{"cluster_type": "ask"}"#,
        r#"{"cluster_type": ["Ask"]}"#,
        r#"{"cluster_type": "ManagedKubernetes", "profile": "edge"}"#,
        r#"{"cluster_type": "ManagedKubernetes", "cluster_spec": "ack.plus"}"#,
        r#"{"cluster_type": "ManagedKubernetes", "cluster_spec": 1}"#,
    ] {
        assert_eq!(kind("ack-createcluster", body), "", "{body}");
    }
}

#[test]
fn every_kind_has_a_preset() {
    let edition = edition::find("ack-createcluster").expect("the edition");
    for own in edition.kinds.all {
        let there = edition.presets.iter().any(|preset| kind(edition.id, preset.text) == own.id);
        assert!(there, "no preset is a {}", own.id);
    }
}
