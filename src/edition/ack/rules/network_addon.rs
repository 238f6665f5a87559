//! No network add-on, or two.

use super::addons;
use crate::diagnostic::Severity::{Error, Warning};
use crate::diagnostic::{Basis, Change, Fix, Place, at, text};
use crate::rules::{Check, Context, How, Sink, rule};

pub(super) static CHECK: Check = rule(
    "ack-network-addon",
    Error,
    text("Not one network add-on", "网络组件应有且仅有一个"),
    text(
        "addons names no network add-on: flannel or terway-eniip",
        "addons 中没有网络组件：flannel 或 terway-eniip",
    ),
    text(
        "Pods need one network, Flannel or Terway, chosen by its add-on at creation. Flannel also needs container_cidr, Terway pod_vswitch_ids.",
        "集群需要且只能使用一种容器网络，在创建时通过组件选择：Flannel 还需 container_cidr，Terway 还需 pod_vswitch_ids。",
    ),
)
.stated(&[
    at("ack-createcluster", "Example requests, addons"),
    at("ack-dedicated", "Request body, addons"),
    at("ack-managed", "RequestBody, addons"),
])
.check(How::Code(check));

/// The kinds of cluster that have nodes of their own, in whatever edition.
const WITH_NODES: [&str; 6] =
    ["dedicated", "managed-standard", "managed-pro", "edge", "existing-vpc", "automatic-vpc"];

fn check(context: &Context, sink: &mut Sink) {
    let view = context.view;
    let Some(names) = addons::names(context) else { return };
    let networks: Vec<_> =
        names.iter().filter(|(_, name)| name == "flannel" || name.starts_with("terway")).collect();
    let Some(((first, own), rest)) = networks.split_first() else {
        let Some(list) = view.get("/addons") else { return };
        if WITH_NODES.contains(&view.kind) {
            let demanded = context.document == "ack-dedicated";
            let found = sink.found(Place::key(list));
            // The others show lists with one and do not demand it.
            let found =
                if demanded { found } else { found.severity(Warning).basis(Basis::Derived) };
            sink.push(found);
        }
        return;
    };
    for (node, name) in rest.iter().filter(|(_, name)| name != own) {
        let take_out = |name: &str, node| {
            let item = view.doc.parent(node).unwrap_or(node);
            Fix::risky(text("Take {name} out", "删除 {name}"), Change::Remove(item))
                .arg("name", crate::text::shorten(name))
        };
        let found = sink
            .found(Place::value(*node))
            .message(text(
                "{name} is a second network add-on beside {other}",
                "{name} 与 {other} 都是网络组件，只能二选一",
            ))
            .arg("name", crate::text::shorten(name))
            .arg("other", crate::text::shorten(own))
            .relate(Place::value(*first))
            .fix(take_out(name, *node))
            .fix(take_out(own, *first));
        sink.push(found);
    }
}
