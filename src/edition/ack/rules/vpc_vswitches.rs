//! A VPC without any of its vSwitches.

use crate::diagnostic::Severity::Error;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "ack-vpc-vswitches",
    Error,
    text("VPC without vSwitches", "填写了 VPC 但没有虚拟交换机"),
    text("{name} is empty, but vpcid is set", "{name} 为空，但填写了 vpcid"),
    text(
        "A VPC of yours and 1 to 3 of its vSwitches are given together. Leave both empty to have a VPC made.",
        "使用已有 VPC 时须同时填写其中的 1～3 个虚拟交换机；两者都为空时系统自动创建 VPC。",
    ),
)
.stated(&[at("ack-managed", "RequestBody, vpcid, vswitch_ids")])
.check(How::Wrong {
    at: "/vswitch_ids",
    // Other documents name their nodes' vSwitches otherwise.
    when: Cond::All(&[
        Cond::Kind(&["existing-vpc"]),
        Cond::Set("/vpcid"),
        Cond::Not(&Cond::Longer("/vswitch_ids", 0)),
    ]),
    related: &["/vpcid"],
});
