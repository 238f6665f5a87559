//! Something listed twice where once is enough.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};

pub(super) static CHECK: Check = rule(
    "ack-list-duplicate",
    Warning,
    text("Listed twice", "列表中有重复项"),
    text("{value} is there already", "{value} 已经存在"),
    text(
        "Naming it a second time adds nothing, and is often a slip for another value. Names of node pools and keys of labels must tell one from the other.",
        "重复填写没有作用，通常是误填。节点池名称和标签键应各不相同。",
    ),
)
.derived_from(&[
    at("ack-dedicated", "Request body, rds_instances; Request syntax, nodepools"),
])
.check(How::Distinct(&[
    "/rds_instances/*",
    "/pod_vswitch_ids/*",
    "/worker_vswitch_ids/*",
    "/vswitch_ids/*",
    "/nodepools/*/scaling_group/rds_instances/*",
    "/nodepools/*/scaling_group/vswitch_ids/*",
    "/nodepools/*/scaling_group/instance_types/*",
    "/nodepools/*/scaling_group/security_group_ids/*",
    "/nodepools/*/kubernetes_config/labels/*/key",
    "/nodepools/*/nodepool_info/name",
]));
