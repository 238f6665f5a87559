//! A setting of a node pool that another one of it needs.

use super::super::SCALES;
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

const BANDWIDTH: &str = "/nodepools/*/scaling_group/internet_max_bandwidth_out";

pub(super) static CHECK: Check = rule(
    "ack-pool-incomplete",
    Warning,
    text("Setting of a node pool missing", "节点池缺少相关设置"),
    text(
        "{name} is not set, and the pool's other settings need it",
        "未设置 {name}，而节点池的其他设置需要它",
    ),
    text(
        "Auto scaling needs min_instances and max_instances to scale between; public bandwidth needs internet_charge_type. The document describes none of them.",
        "弹性伸缩需要 min_instances 和 max_instances 确定范围，公网带宽需要 internet_charge_type 确定计费方式。文档对这些参数均无说明。",
    ),
)
.derived_from(&[at(
    "ack-dedicated",
    "Request syntax, auto_scaling, scaling_group.internet_max_bandwidth_out",
)])
.check(How::Each(&[
    How::ExactlyOneOf(&["/nodepools/*/auto_scaling/max_instances"], SCALES),
    How::ExactlyOneOf(&["/nodepools/*/auto_scaling/min_instances"], SCALES),
    How::ExactlyOneOf(
        &["/nodepools/*/scaling_group/internet_charge_type"],
        Cond::All(&[Cond::Set(BANDWIDTH), Cond::Not(&Cond::Is(BANDWIDTH, &["0"]))]),
    ),
]));
