//! A node pool with another container runtime than the cluster.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{Change, Fix, Place, at, text};
use crate::json::NodeId;
use crate::json::patch::quote;
use crate::rules::{Check, Context, How, Sink, rule};
use crate::spec::Given;

pub(super) static CHECK: Check = rule(
    "ack-runtime-mismatch",
    Warning,
    text("Runtimes of pool and cluster differ", "节点池与集群的运行时不一致"),
    text(
        "{name} is {value}, while the cluster's runtime says {other_value}",
        "{name} 为 {value}，而集群的 runtime 为 {other_value}",
    ),
    text(
        "The cluster's runtime is an object of name and version, the pool's two plain members; they should say the same.",
        "集群的 runtime 是包含 name 和 version 的对象，节点池中为两个字符串参数，应保持一致。",
    ),
)
.derived_from(&[at(
    "ack-dedicated",
    "Request body, runtime; Request syntax, kubernetes_config.runtime, kubernetes_config.runtime_version",
)])
.check(How::Code(check));

fn check(context: &Context, sink: &mut Sink) {
    let view = context.view;
    let pairs = [
        ("/nodepools/*/kubernetes_config/runtime", "/runtime/name"),
        ("/nodepools/*/kubernetes_config/runtime_version", "/runtime/version"),
    ]
    .map(|(own, cluster)| (own, cluster, view.text(cluster, NodeId::ROOT)));
    for config in view.all("/nodepools/*/kubernetes_config") {
        for (own, cluster, wanted) in &pairs {
            let Given::Is(wanted) = wanted else { continue };
            let Some(node) = view.beside(own, config) else { continue };
            let Given::Is(value) = view.text_of(node) else { continue };
            if value == *wanted {
                continue;
            }
            let json = quote(wanted);
            let fix = Fix::risky(
                text("Write {json}, as for the cluster", "改写为与集群相同的 {json}"),
                Change::Replace(node, json.clone()),
            );
            let mut found = sink
                .found(Place::value(node))
                .arg("name", context.called(node))
                .arg("value", view.show(node))
                .arg("other_value", crate::text::shorten(&json))
                .fix(fix.arg("json", crate::text::shorten(&json)));
            if let Some(other) = view.get(cluster) {
                found = found.relate(Place::value(other));
            }
            sink.push(found);
            // The version of another runtime is another anyway.
            break;
        }
    }
}
