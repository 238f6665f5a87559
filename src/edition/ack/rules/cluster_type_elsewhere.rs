//! A type of cluster that the document names and does not describe.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{Place, at, text};
use crate::rules::{Check, Context, How, Sink, rule};
use crate::spec::Given;

pub(super) static CHECK: Check = rule(
    "ack-cluster-type-elsewhere",
    Warning,
    text("Cluster type described elsewhere", "本文档未描述的集群类型"),
    text(
        "this document describes dedicated clusters (Kubernetes) only, not {value}",
        "本文档只描述专有版集群（Kubernetes），未描述 {value}",
    ),
    text(
        "The type is listed as possible, but masters, node pools and mandatory add-ons are those of a dedicated cluster. Check the body against the edition of that type.",
        "该类型列在可选值中，但文档中的 Master、节点池和必选组件均针对专有版集群。请使用对应类型的文档检查。",
    ),
)
.derived_from(&[at("ack-dedicated", "Request body, cluster_type")])
.check(How::Code(check));

fn check(context: &Context, sink: &mut Sink) {
    let view = context.view;
    let Some(node) = view.get("/cluster_type") else { return };
    let Given::Is(value) = view.text_of(node) else { return };
    // The other documents of the family describe these types.
    let elsewhere = matches!(&*value, "ManagedKubernetes" | "ExternalKubernetes");
    if context.document == "ack-dedicated" && elsewhere {
        let found = sink.found(Place::value(node)).arg("value", view.show(node));
        sink.push(found);
    }
}
