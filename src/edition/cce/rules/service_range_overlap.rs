//! A service range that shares addresses with the pods'.

use crate::diagnostic::Severity::Error;
use crate::diagnostic::{at, text};
use crate::network::role;
use crate::rules::{Check, How, rule};

pub(super) static CHECK: Check = rule(
    "cce-service-range-overlap",
    Error,
    text(
        "Service range overlaps a container range",
        "服务网段与容器网段重叠",
    ),
    text(
        "{name} {range} overlaps {other_name} {other} ({origin})",
        "{name} {range} 与以下网段重叠：{other_name} {other}（{origin}）",
    ),
    text(
        "A service address that is also a pod's cannot be routed. Where kubernetesSvcIpRange is not set, the document's response example suggests 10.247.0.0/16.",
        "Service 地址与 Pod 地址相同时无法路由。未填写 kubernetesSvcIpRange 时，文档响应示例显示默认为 10.247.0.0/16。",
    ),
)
.derived_from(&[at("cce-otc", "Table 5, kubernetesSvcIpRange")])
.check(How::RangesDisjoint(&[role::SERVICE], &[role::POD]));
