//! Security groups of a node pool in the singular and the plural.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};

pub(super) static CHECK: Check = rule(
    "ack-pool-security-groups",
    Warning,
    text("Security groups of a pool given twice", "节点池安全组重复指定"),
    text("{other} is set too: give one of {names}", "已设置 {other}：{names} 只需设置一个"),
    text(
        "One names a single group, the other a list of groups for the same nodes. The document's example sends both, with the same group.",
        "两者分别以单个 ID 和列表指定同一批节点的安全组。文档示例同时填写了两者，且为同一安全组。",
    ),
)
.derived_from(&[at(
    "ack-dedicated",
    "Request syntax, scaling_group.security_group_id, scaling_group.security_group_ids",
)])
.check(How::AtMostOneOf(&[
    "/nodepools/*/scaling_group/security_group_ids",
    "/nodepools/*/scaling_group/security_group_id",
]));
