//! A service range that shares addresses with the pods'.

use crate::diagnostic::Severity::Error;
use crate::diagnostic::{at, text};
use crate::network::role;
use crate::rules::{Check, How, rule};

pub(super) static CHECK: Check = rule(
    "ack-range-overlap",
    Error,
    text("Service range overlaps the pod range", "服务网段与容器网段重叠"),
    text(
        "{name} {range} overlaps {other_name} {other} ({origin})",
        "{name} {range} 与以下网段重叠：{other_name} {other}（{origin}）",
    ),
    text(
        "A service address that is also a pod's cannot be routed. Ranges that are not written count with their defaults.",
        "Service 地址与 Pod 地址相同时无法路由。未填写的网段按默认值检查。",
    ),
)
.stated(&[at("ack-managed", "RequestBody, service_cidr")])
.check(How::RangesDisjoint(&[role::SERVICE], &[role::POD]));
