//! Cluster ranges that share addresses with the VPC or with ranges in use elsewhere.

use crate::diagnostic::Severity::Error;
use crate::diagnostic::{at, text};
use crate::network::role;
use crate::rules::{Check, How, rule};

pub(super) static CHECK: Check = rule(
    "ack-given-range-overlap",
    Error,
    text("Range overlaps the VPC or a range in use", "网段与 VPC 或已用网段重叠"),
    text(
        "{name} {range} overlaps {other_name} {other} ({origin})",
        "{name} {range} 与以下网段重叠：{other_name} {other}（{origin}）",
    ),
    text(
        "Pod and service ranges must stay clear of the VPC, and of the ranges of other clusters in it. A VPC that is made automatically is 192.168.0.0/16.",
        "容器网段和服务网段不能与 VPC 网段以及该 VPC 内其他集群的网段重复。自动创建的 VPC 网段为 192.168.0.0/16。",
    ),
)
.stated(&[
    at("ack-createcluster", "Request parameters, container_cidr, service_cidr"),
    at("ack-dedicated", "Request body, container_cidr, service_cidr"),
    at("ack-managed", "RequestBody, container_cidr, service_cidr, vpcid"),
])
.check(How::RangesDisjoint(&[role::POD, role::SERVICE], &[role::VPC, role::SUBNET, role::OTHER]));
