//! Cloud Container Engine: Huawei Cloud's API and its sibling at Open Telekom Cloud.

/// How the ids of the family's editions start.
pub(super) const FAMILY: &str = "cce-";

pub mod huawei;
pub mod otc;
mod patterns;
mod rules;
mod sketch;

use crate::diagnostic::text;
use crate::edition::Variable;
use crate::json::NodeId;
use crate::spec::{Field, Given, View, choice, field, one};

/// The most nodes that the flavor manages, where it is one of the edition's.
fn flavor_nodes(view: &View) -> Option<u64> {
    let row = view.index.row(view.index.find("/spec/flavor")?);
    let Given::Is(flavor) = view.text("/spec/flavor", NodeId::ROOT) else { return None };
    let choice = row.field.choices().iter().find(|choice| choice.value == flavor)?;
    // A flavor with a finding of its own says nothing about others.
    if choice.when.is_some_and(|(cond, _)| view.holds(&cond, NodeId::ROOT) == Some(false)) {
        return None;
    }
    let (family, size) = choice.value.strip_prefix("cce.")?.split_once('.')?;
    match (family.starts_with('t'), size) {
        (true, "small") => Some(10),
        (true, "medium") => Some(100),
        (true, "large") => Some(500),
        (false, "small") => Some(50),
        (false, "medium") => Some(200),
        (false, "large") => Some(1000),
        (false, "xlarge") => Some(2000),
        _ => None,
    }
}

/// The first rows of both documents' Table 3.
const KIND: Field = field(
    "kind",
    choice(&[one("Cluster", text("the only kind of this API", "该 API 的唯一取值"))]),
    text("API type", "API 类型"),
)
.required()
.help(text("Fixed: Cluster.", "固定为 Cluster。"))
.source("Table 3, kind");
const API_VERSION: Field = field(
    "apiVersion",
    choice(&[one("v3", text("the only version of this API", "该 API 的唯一取值"))]),
    text("API version", "API 版本"),
)
.required()
.help(text("Fixed: v3.", "固定为 v3。"))
.source("Table 3, apiVersion");

/// Where both send the body.
const URL: &str = "https://{endpoint}/api/v3/projects/{project_id}/clusters";
const VARIABLES: &[Variable] = &[
    Variable {
        name: "endpoint",
        env: "CCE_ENDPOINT",
        help: text(
            "The CCE endpoint of your region, a host name.",
            "所在区域的 CCE 终端节点（主机名）。",
        ),
    },
    Variable {
        name: "project_id",
        env: "PROJECT_ID",
        help: text("The ID of the project that gets the cluster.", "集群所属项目的 ID。"),
    },
];
