//! Flannel in an existing VPC without a range for the pods.

use std::borrow::Cow;

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{Part, Place, at, text};
use crate::edition::ack::{FLANNEL, TERWAY};
use crate::json::NodeId;
use crate::rules::{Check, Context, How, Sink, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "ack-flannel-range-missing",
    Warning,
    text("Flannel without a pod range", "使用 Flannel 但没有容器网段"),
    text(
        "{name} is not set: Flannel has no range for the pods of a VPC of yours",
        "未设置 {name}：使用已有 VPC 时 Flannel 没有可用的容器网段",
    ),
    text(
        "The document has a default only where the VPC is made automatically; the other two ACK documents demand the range with Flannel, and requests without it were answered with EmptyCIDR.",
        "本文档只说明了自动创建 VPC 时的默认值；另外两份 ACK 文档要求使用 Flannel 时必须填写，缺少时曾返回 EmptyCIDR。",
    ),
)
.derived_from(&[at("ack-managed", "RequestBody, container_cidr, addons")])
.check(How::Code(check));

/// Where the other documents' rows demand the range this says nothing: their kinds are others.
const WANTED: Cond = Cond::All(&[
    Cond::Kind(&["existing-vpc"]),
    FLANNEL,
    Cond::Not(&TERWAY),
    Cond::Not(&Cond::Set("/container_cidr")),
]);

fn check(context: &Context, sink: &mut Sink) {
    if context.view.holds(&WANTED, NodeId::ROOT) != Some(true) {
        return;
    }
    let part = Part::Absent(Cow::Borrowed("container_cidr"));
    let mut found = sink.found(Place { node: NodeId::ROOT, part }).arg("name", "container_cidr");
    if let Some(addons) = context.view.get("/addons") {
        found = found.relate(Place::key(addons));
    }
    sink.push(found);
}
