//! The ID of another kind of resource.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{Basis, Rule, at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = Rule {
    basis: Basis::Example,
    ..rule(
        "ack-id-kind",
        Warning,
        text("ID of another kind of resource", "其他资源的 ID"),
        text(
            "{name} is {value}, which looks like the ID of another kind of resource",
            "{name} 的值 {value} 看起来是其他资源的 ID",
        ),
        text(
            "In every example the ID of a VPC starts with vpc-, that of a vSwitch with vsw- and that of a security group with sg-.",
            "文档的示例中，VPC 的 ID 以 vpc- 开头，虚拟交换机以 vsw- 开头，安全组以 sg- 开头。",
        ),
    )
    .derived_from(&[at(
        "ack-createcluster",
        "Request parameters, vpcid, worker_vswitch_ids, security_group_id",
    )])
}
.check(How::Each(&[
    wrong("/vpcid", Cond::Starts("/vpcid", &["vsw-", "sg-"])),
    wrong("/security_group_id", Cond::Starts("/security_group_id", &["vpc-", "vsw-"])),
    wrong("/vswitch_ids/*", Cond::Starts("/vswitch_ids/*", OTHERS)),
    wrong("/master_vswitch_ids/*", Cond::Starts("/master_vswitch_ids/*", OTHERS)),
    wrong("/worker_vswitch_ids/*", Cond::Starts("/worker_vswitch_ids/*", OTHERS)),
    wrong("/pod_vswitch_ids/*", Cond::Starts("/pod_vswitch_ids/*", OTHERS)),
    wrong(POOL, Cond::Starts(POOL, OTHERS)),
]));

const POOL: &str = "/nodepools/*/scaling_group/vswitch_ids/*";
/// What the ID of no vSwitch starts with.
const OTHERS: &[&str] = &["vpc-", "sg-"];

const fn wrong(at: &'static str, when: Cond) -> How {
    How::Wrong { at, when, related: &[] }
}
