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
        "a serverless cluster needs one of {names}: a zone to make the network in, or a VPC",
        "Serverless 集群需要 {names} 之一：用于自动创建网络的可用区，或已有的 VPC",
    ),
    text(
        "The document demands vpcid of every cluster; its serverless example names a zone instead. Without either the API has been seen to refuse.",
        "文档要求所有集群填写 vpcid，但 Serverless 示例只填写了可用区。两者都不填时，实际会被 API 拒绝。",
    ),
)
.derived_from(&[at("ack-createcluster", "Request parameters, vpcid, zone_id; Request examples")])
.check(How::AtLeastOneOf(&["/zone_id", "/vpcid"], Cond::Kind(&["serverless"])));
