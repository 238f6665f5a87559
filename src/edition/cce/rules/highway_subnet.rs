//! A high-speed network that is the ordinary one.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};

pub(super) static CHECK: Check = rule(
    "cce-highway-subnet",
    Warning,
    text("High-speed subnet is the nodes' subnet", "高速网络子网与节点子网相同"),
    text("{name} has the same ID as {other}", "{name} 与 {other} 的 ID 相同"),
    text(
        "The high-speed network of bare-metal nodes is made by itself and has a subnet of its own.",
        "裸金属节点的高速网络需单独创建，有自己的子网。",
    ),
)
.derived_from(&[at("cce-huawei", "Table 6, highwaySubnet")])
.check(How::Disjoint(&["/spec/hostNetwork/subnet"], &["/spec/hostNetwork/highwaySubnet"]));
