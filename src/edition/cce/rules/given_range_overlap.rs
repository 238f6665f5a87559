//! Cluster ranges that share addresses with the VPC or with ranges in use elsewhere.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::network::role;
use crate::rules::{Check, How, rule};

pub(super) static CHECK: Check = rule(
    "cce-given-range-overlap",
    Warning,
    text(
        "Range overlaps the VPC or a range in use",
        "网段与 VPC 或已用网段重叠",
    ),
    text(
        "{name} {range} overlaps {other_name} {other} of your network plan",
        "{name} {range} 与网络规划中的网段重叠：{other_name} {other}",
    ),
    text(
        "Nodes could not tell a pod's or service's address from one of the VPC or of a connected network. On a conflict of a container range the service picks another one by itself.",
        "节点无法区分 Pod/Service 地址与 VPC 或已连通网络的地址。容器网段冲突时系统会自动另选网段。",
    ),
)
.derived_from(&[at("cce-huawei", "Table 7, cidr"), at("cce-otc", "Table 10, cidr")])
.check(How::RangesDisjoint(&[role::POD, role::SERVICE], &[role::VPC, role::SUBNET, role::OTHER]));
