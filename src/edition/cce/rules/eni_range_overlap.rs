//! An ENI subnet that shares addresses with pods or services.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::network::role;
use crate::rules::{Check, How, rule};

pub(super) static CHECK: Check = rule(
    "cce-eni-range-overlap",
    Warning,
    text("ENI subnet overlaps another range", "ENI 子网与其他网段重叠"),
    text(
        "{name} {range} overlaps {other_name} {other} ({origin})",
        "{name} {range} 与以下网段重叠：{other_name} {other}（{origin}）",
    ),
    text(
        "The ENI subnet lies in the VPC; pods and services need ranges of their own.",
        "ENI 子网位于 VPC 内，容器网段和服务网段应与其分开。",
    ),
)
.derived_from(&[at("cce-otc", "Table 12, eniSubnetCIDR")])
.check(How::RangesDisjoint(&[role::ENI], &[role::POD, role::SERVICE]));
