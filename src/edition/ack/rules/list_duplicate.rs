//! Something listed twice where once is enough.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{Change, Fix, Place, at, text};
use crate::json::NodeId;
use crate::rules::{Check, Context, How, Sink, rule};
use crate::spec::Given;

pub(super) static CHECK: Check = rule(
    "ack-list-duplicate",
    Warning,
    text("Listed twice", "列表中有重复项"),
    text("{value} is there already", "{value} 已经存在"),
    text(
        "Naming it a second time adds nothing, and is often a slip for another value. Names of node pools and keys of labels must tell one from the other.",
        "重复填写没有作用，通常是误填。节点池名称和标签键应各不相同。",
    ),
)
.derived_from(&[
    at("ack-dedicated", "Request body, rds_instances; Request syntax, nodepools"),
])
.check(How::Code(check));

/// The strings that should differ within the innermost array that they are in.
const DISTINCT: [&str; 10] = [
    "/rds_instances/*",
    "/pod_vswitch_ids/*",
    "/worker_vswitch_ids/*",
    "/vswitch_ids/*",
    "/nodepools/*/scaling_group/rds_instances/*",
    "/nodepools/*/scaling_group/vswitch_ids/*",
    "/nodepools/*/scaling_group/instance_types/*",
    "/nodepools/*/scaling_group/security_group_ids/*",
    "/nodepools/*/kubernetes_config/labels/*/key",
    "/nodepools/*/nodepool_info/name",
];

fn check(context: &Context, sink: &mut Sink) {
    for pointer in DISTINCT {
        distinct(pointer, context, sink);
    }
}

fn distinct(pointer: &str, context: &Context, sink: &mut Sink) {
    let view = context.view;
    let depth = pointer.rfind('*').map_or("", |at| &pointer[at + 1..]).matches('/').count();
    let mut seen: BTreeMap<(u32, Cow<str>), NodeId> = BTreeMap::new();
    for node in view.all(pointer) {
        let Given::Is(value) = view.text_of(node) else { continue };
        let item = (0..depth).fold(node, |at, _| view.doc.parent(at).unwrap_or(at));
        let array = view.doc.parent(item).unwrap_or(item);
        let first = *seen.entry((array.0, value)).or_insert(node);
        if first == node {
            continue;
        }
        // A second pool of the same name is a pool, not a slip to take out.
        let fix = (pointer != "/nodepools/*/nodepool_info/name")
            .then(|| Fix::risky(text("Take the second out", "删除重复项"), Change::Remove(item)));
        let found = sink
            .found(Place::value(node))
            .arg("value", view.show(node))
            .relate(Place::value(first))
            .maybe_fix(fix);
        sink.push(found);
    }
}
