//! A serverless cluster without VPC and without zone.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "ack-serverless-network",
    Warning,
    text("Serverless cluster without a place", "Serverless 集群未指定网络"),
    text(
        "a serverless cluster needs one of {names}, so that its network and zone are known",
        "Serverless 集群需要 {names} 之一，以确定所用的网络和可用区",
    ),
    text(
        "Name a zone, and the service makes the network there, as in the document's example; or name a VPC and vSwitches of yours. Without either the API has been seen to refuse.",
        "可以填写可用区，由系统在其中自动创建网络（如文档示例）；也可以填写已有的 VPC 和虚拟交换机。两者都不填时，实际会被 API 拒绝。",
    ),
)
.derived_from(&[at("ack-createcluster", "Request parameters, vpcid, zone_id; Request examples")])
.check(How::Each(&[
    How::AtLeastOneOf(&["/zone_id", "/vpcid"], Cond::Kind(&["serverless"])),
    How::AtLeastOneOf(
        &["/zone_id", "/vswitch_ids"],
        Cond::All(&[Cond::Kind(&["serverless"]), Cond::Set("/vpcid")]),
    ),
]));
