//! Alibaba Cloud ACK, CreateCluster.

mod table;

use std::sync::OnceLock;

use crate::diagnostic::text;
use crate::edition::{Edition, Group, Preset, Request};
use crate::spec::{ClusterKind, Kinds, View};

/// The edition.
pub static EDITION: Edition = Edition {
    id: "ack-createcluster",
    name: text("Alibaba Cloud ACK, CreateCluster", "阿里云 ACK CreateCluster"),
    document: text(
        "Alibaba Cloud, ACK API Reference, CreateCluster (2015-12-15)",
        "阿里云 ACK API 参考，CreateCluster（2015-12-15）",
    ),
    root: table::BODY,
    version: "/kubernetes_version",
    kinds: Kinds { all: KINDS, of: kind_of },
    layout: LAYOUT,
    presets: PRESETS,
    checks: super::rules::ALL,
    ranges: &[],
    capacity: None,
    request: REQUEST,
    rows: OnceLock::new(),
};

const KINDS: &[ClusterKind] = &[
    ClusterKind { id: "dedicated", name: text("dedicated cluster", "专有版集群") },
    ClusterKind {
        id: "managed-standard", name: text("managed standard cluster", "标准托管集群")
    },
    ClusterKind { id: "managed-pro", name: text("managed Pro cluster", "托管版 Pro 集群") },
    ClusterKind { id: "edge", name: text("managed edge cluster", "边缘托管集群") },
    ClusterKind { id: "serverless", name: text("serverless cluster", "Serverless 集群") },
    ClusterKind { id: "registered", name: text("registered cluster", "注册集群") },
];

/// Nothing tells a kind yet.
fn kind_of(_: &View) -> &'static str {
    KINDS[0].id
}

const LAYOUT: &[Group] = &[];

const PRESETS: &[Preset] = &[];

const REQUEST: Request = Request {
    method: "POST",
    url: "https://{endpoint}/clusters",
    headers: &[],
    variables: &[],
    prerequisites: &[],
    success: text("", ""),
    source: "",
};
