//! Huawei Cloud CCE v3.

mod table;

use std::sync::OnceLock;

use crate::diagnostic::text;
use crate::edition::{Edition, Group, Preset, Request};
use crate::spec::{ClusterKind, Kinds, View};

/// The edition.
pub static EDITION: Edition = Edition {
    id: "cce-huawei",
    name: text("Huawei Cloud CCE v3", "华为云 CCE v3"),
    document: text(
        "Huawei Cloud, CCE API Reference, Creating a Cluster",
        "华为云 CCE API 参考，创建集群",
    ),
    root: table::BODY,
    version: "/spec/version",
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
        id: "virtual-machine", name: text("cluster on virtual machines", "虚拟机集群")
    },
    ClusterKind { id: "bare-metal", name: text("bare-metal cluster", "裸金属集群") },
    ClusterKind { id: "windows", name: text("Windows cluster", "Windows 集群") },
];

/// Nothing tells a kind yet.
fn kind_of(_: &View) -> &'static str {
    KINDS[0].id
}

const LAYOUT: &[Group] = &[];

const PRESETS: &[Preset] = &[];

const REQUEST: Request = Request {
    method: "POST",
    url: "https://{endpoint}/api/v3/projects/{project_id}/clusters",
    headers: &[],
    variables: &[],
    prerequisites: &[],
    success: text("", ""),
    source: "",
};
