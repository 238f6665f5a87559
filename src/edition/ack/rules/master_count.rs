//! Another number of vSwitches or instance types than of masters.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};

pub(super) static CHECK: Check = rule(
    "ack-master-count",
    Warning,
    text("Not one entry for each master", "项数与 Master 节点数量不符"),
    text(
        "{name} lists {count}, and {other} says {wanted}",
        "{name} 有 {count} 项，而 {other} 为 {wanted}",
    ),
    text(
        "All examples list one vSwitch and one instance type for each master, repeating what several share. The tables do not say what happens otherwise.",
        "所有示例都为每个 Master 节点各列一个虚拟交换机和一个实例规格，相同时重复填写。文档没有说明项数不符时如何处理。",
    ),
)
.derived_from(&[
    at("ack-createcluster", "Request examples, master_vswitch_ids, master_instance_types"),
    at("ack-dedicated", "Request examples, master_vswitch_ids, master_instance_types"),
])
.check(How::SameCount("/master_count", &["/master_vswitch_ids", "/master_instance_types"]));
