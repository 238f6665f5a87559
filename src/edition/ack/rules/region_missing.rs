//! No region.

use std::borrow::Cow;

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{Change, Fix, Part, Place, at, text};
use crate::json::NodeId;
use crate::rules::{Check, Context, How, Sink, rule};
use crate::spec::Given;

pub(super) static CHECK: Check = rule(
    "ack-region-missing",
    Warning,
    text("No region", "未指定地域"),
    text("region_id is not set, and every cluster lies in a region", "未设置 region_id，而集群必须位于某个地域"),
    text(
        "Which members this page requires is lost. The managed document requires the region, CreateCluster calls it optional; without it the service can only guess from the endpoint.",
        "本文档“是否必选”列的内容已丢失。托管集群文档要求填写地域，CreateCluster 文档标为可选；不填写时只能由接入地址推断。",
    ),
)
.derived_from(&[at("ack-dedicated", "Request body, region_id")])
.check(How::Code(check));

fn check(context: &Context, sink: &mut Sink) {
    let view = context.view;
    // The other documents of the family say whether they require it.
    let wanted = context.document == "ack-dedicated" && view.kind == "dedicated";
    if !wanted || view.text("/region_id", NodeId::ROOT) != Given::Absent {
        return;
    }
    let place = match view.get("/region_id") {
        Some(node) => Place::value(node),
        None => Place { node: NodeId::ROOT, part: Part::Absent(Cow::Borrowed("region_id")) },
    };
    let change = match view.get("/region_id") {
        Some(node) => Change::Replace(node, "\"<region ID>\"".to_owned()),
        None => {
            Change::Insert(NodeId::ROOT, Cow::Borrowed("region_id"), "\"<region ID>\"".to_owned())
        }
    };
    let fix = Fix::risky(text("Put a blank to fill in", "填入待替换的占位符"), change);
    let found = sink.found(place).fix(fix);
    sink.push(found);
}
