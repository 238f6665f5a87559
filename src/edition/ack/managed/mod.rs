//! Alibaba Cloud ACK, managed.

mod table;

use std::sync::OnceLock;

use crate::diagnostic::text;
use crate::edition::{Edition, Group, Preset, Request};
use crate::spec::{ClusterKind, Kinds, View};

/// The edition.
pub static EDITION: Edition = Edition {
    id: "ack-managed",
    name: text("Alibaba Cloud ACK, managed", "阿里云 ACK 托管集群"),
    document: text(
        "Alibaba Cloud, ACK, Creating a managed cluster (contributed copy of 2019)",
        "阿里云 ACK，创建托管集群（2019 年用户转载版）",
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
    ClusterKind {
        id: "existing-vpc",
        name: text("managed cluster in an existing VPC", "使用已有 VPC 的托管集群"),
    },
    ClusterKind {
        id: "automatic-vpc",
        name: text("managed cluster with an automatic VPC", "自动创建 VPC 的托管集群"),
    },
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
