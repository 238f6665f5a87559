//! Alibaba Cloud ACK, dedicated with node pools.

mod table;

use std::sync::OnceLock;

use crate::diagnostic::text;
use crate::edition::{Edition, Group, Preset, Request};
use crate::spec::{ClusterKind, Kinds, View};

/// The edition.
pub static EDITION: Edition = Edition {
    id: "ack-dedicated",
    name: text("Alibaba Cloud ACK, dedicated with node pools", "阿里云 ACK 专有版集群（含节点池）"),
    document: text(
        "Alibaba Cloud, ACK, Creating a dedicated cluster (2024-01-15)",
        "阿里云 ACK，创建 ACK 专有版集群（2024-01-15）",
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

const KINDS: &[ClusterKind] =
    &[ClusterKind { id: "dedicated", name: text("dedicated cluster", "专有版集群") }];

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
