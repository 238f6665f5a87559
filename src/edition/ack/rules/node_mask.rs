//! A node's block of addresses that is no part of the pod range.

use crate::diagnostic::Severity::Error;
use crate::diagnostic::{at, text};
use crate::edition::ack::TERWAY;
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "ack-node-mask",
    Error,
    text("Node block as large as the pod range", "节点地址段不小于容器网段"),
    text(
        "{name} {value} must be longer than the prefix of {other} {range}",
        "{name} {value} 必须长于 {other} {range} 的前缀",
    ),
    text(
        "Each node gets a block of that mask out of the pod range, so a mask as long as the range's prefix leaves room for one node, and a shorter one for none.",
        "每个节点从容器网段中分配一个该掩码的地址段：掩码与网段前缀相同时只能容纳一个节点，更短则一个也放不下。",
    ),
)
.derived_from(&[
    at("ack-createcluster", "Request parameters, node_cidr_mask, container_cidr"),
    at("ack-dedicated", "Request body, node_cidr_mask, container_cidr"),
    at("ack-managed", "RequestBody, node_cidr_mask, container_cidr"),
])
.check(How::PrefixLonger {
    number: "/node_cidr_mask",
    range: "/container_cidr",
    when: Cond::Not(&TERWAY),
});
