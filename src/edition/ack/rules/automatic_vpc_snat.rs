//! A VPC made automatically without a way out.

use crate::diagnostic::Severity::Error;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "ack-automatic-vpc-snat",
    Error,
    text("Automatic VPC without SNAT", "自动创建 VPC 但未配置 SNAT"),
    text(
        "{name} must be true where the VPC is made automatically (no vpcid)",
        "自动创建 VPC（未填写 vpcid）时 {name} 必须为 true",
    ),
    text(
        "The nodes of a new VPC have no other way to the internet, which they need to come up. In a VPC of yours, given by vpcid and vswitch_ids, it may be false.",
        "新建 VPC 中的节点没有其他出网方式，无法完成部署。使用已有 VPC（填写 vpcid 和 vswitch_ids）时可以为 false。",
    ),
)
.stated(&[at("ack-managed", "RequestBody, snat_entry")])
.check(How::MustBe {
    at: "/snat_entry",
    when: Cond::All(&[Cond::Kind(&["automatic-vpc"]), Cond::Is("/snat_entry", &["true", "false"])]),
    values: &["true"],
    related: &[],
});
