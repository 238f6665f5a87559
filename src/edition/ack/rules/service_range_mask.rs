//! A service range of a size or place that the documents do not allow.

use crate::diagnostic::Severity::Error;
use crate::diagnostic::{Place, at, text};
use crate::network::{is_private, role};
use crate::rules::{Check, Context, How, Sink, rule};

pub(super) static CHECK: Check = rule(
    "ack-service-range-mask",
    Error,
    text("Service range not allowed", "服务网段不在允许范围内"),
    text(
        "service range {range} must be a /16 to /24 inside 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16",
        "服务网段 {range} 应为 10.0.0.0/8、172.16.0.0/12 或 192.168.0.0/16 内的 /16～/24 网段",
    ),
    text(
        "The document lists these ranges and sizes; it cannot be changed once the cluster is there. (The managed document has no such list.)",
        "文档规定了可选的网段和掩码范围，集群创建后不能修改。（托管集群文档没有此规定。）",
    ),
)
.stated(&[
    at("ack-createcluster", "Request parameters, service_cidr"),
    at("ack-dedicated", "Request body, service_cidr"),
])
.check(How::Code(check));

/// The list is read as: inside a private block, with a prefix from 16 to 24; its bases are no literal networks.
fn check(context: &Context, sink: &mut Sink) {
    if context.document == "ack-managed" {
        return;
    }
    for range in context.plan.of(role::SERVICE) {
        let Some(node) = range.node else { continue };
        if is_private(range.net) && (16..=24).contains(&range.net.prefix_len()) {
            continue;
        }
        let found = sink.found(Place::value(node)).arg("range", range.net.to_string());
        sink.push(found);
    }
}
