//! A node pool that scales by itself and has a fixed size.

use super::super::SCALES;
use super::pool_counts::number;
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{Change, Fix, Place, at, text};
use crate::rules::{Check, Context, How, Sink, rule};

pub(super) static CHECK: Check = rule(
    "ack-pool-scaling",
    Warning,
    text("Fixed size and auto scaling", "同时设置固定节点数和弹性伸缩"),
    text(
        "{name} fixes the number of nodes, which auto scaling changes",
        "{name} 指定了固定节点数，而弹性伸缩会改变节点数",
    ),
    text(
        "With auto scaling on, the number of nodes moves between min_instances and max_instances. Leave the fixed size out, or switch auto scaling off.",
        "开启弹性伸缩后，节点数在 min_instances 与 max_instances 之间变化。请删除固定节点数，或关闭弹性伸缩。",
    ),
)
.derived_from(&[at("ack-dedicated", "Request syntax, nodepools; Request example, nodepools")])
.check(How::Code(check));

fn check(context: &Context, sink: &mut Sink) {
    let view = context.view;
    for pool in view.all("/nodepools/*") {
        for below in ["/nodepools/*/count", "/nodepools/*/scaling_group/desired_size"] {
            let Some((node, size)) = number(context, pool, below) else { continue };
            if view.holds(&SCALES, pool) != Some(true) {
                break;
            }
            let least = number(context, pool, "/nodepools/*/auto_scaling/min_instances");
            let greatest = number(context, pool, "/nodepools/*/auto_scaling/max_instances");
            // What lies outside the bounds is another fault.
            let outside = least.is_some_and(|(_, least)| size < least)
                || greatest.is_some_and(|(_, greatest)| size > greatest);
            if outside {
                continue;
            }
            let mut found = sink
                .found(Place::key(node))
                .arg("name", context.called(node))
                .fix(Fix::risky(text("Take it out", "删除该参数"), Change::Remove(node)));
            if let Some(switch) = view.beside("/nodepools/*/auto_scaling/enable", pool) {
                found = found.relate(Place::value(switch));
            }
            sink.push(found);
        }
    }
}
