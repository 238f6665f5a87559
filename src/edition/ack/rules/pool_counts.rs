//! Sizes of a node pool that contradict each other.

use super::super::SCALES;
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{Place, at, text};
use crate::json::{Kind, NodeId};
use crate::rules::{Check, Context, How, Sink, rule};

pub(super) static CHECK: Check = rule(
    "ack-pool-counts",
    Warning,
    text("Sizes of a node pool disagree", "节点池的节点数互相矛盾"),
    text(
        "{name} is {value}, which does not go with {other} {other_value}",
        "{name} 为 {value}，与 {other} 的 {other_value} 矛盾",
    ),
    text(
        "With auto scaling on, min_instances comes before max_instances and the pool's size lies between them. count and desired_size both tell the size and should agree, and max_nodes is not less than any of them.",
        "开启弹性伸缩时，min_instances 不大于 max_instances，节点数应在两者之间。count 与 desired_size 都表示节点数，应当一致；max_nodes 不应小于其中任何一个。",
    ),
)
.derived_from(&[at("ack-dedicated", "Request syntax, nodepools; Request example, nodepools")])
.check(How::Code(check));

/// A number of the pool that `pool` is, with where it stands.
pub(super) fn number(
    context: &Context,
    pool: NodeId,
    pointer: &'static str,
) -> Option<(NodeId, i64)> {
    let view = context.view;
    let node = view.beside(pointer, pool)?;
    let number = view.integer_of(node).known().filter(|_| view.doc.kind(node) == Kind::Number);
    number.map(|number| (node, number))
}

fn check(context: &Context, sink: &mut Sink) {
    let view = context.view;
    for pool in view.all("/nodepools/*") {
        let of = |pointer| number(context, pool, pointer);
        let (count, desired) =
            (of("/nodepools/*/count"), of("/nodepools/*/scaling_group/desired_size"));
        let most = of("/nodepools/*/max_nodes");
        let scales = view.holds(&SCALES, pool);
        let on = scales == Some(true);
        let (least, greatest) = if on {
            (
                of("/nodepools/*/auto_scaling/min_instances"),
                of("/nodepools/*/auto_scaling/max_instances"),
            )
        } else {
            (None, None)
        };
        let mut report = |wrong: (NodeId, i64), other: (NodeId, i64)| {
            let found = sink
                .found(Place::value(wrong.0))
                .arg("name", context.called(wrong.0))
                .arg("value", wrong.1)
                .arg("other", context.called(other.0))
                .arg("other_value", other.1)
                .relate(Place::value(other.0));
            sink.push(found);
        };
        let upside_down = least.zip(greatest).filter(|(least, greatest)| least.1 > greatest.1);
        if let Some((least, greatest)) = upside_down {
            report(greatest, least);
        } else {
            for size in [count, desired].into_iter().flatten() {
                let outside = least
                    .filter(|least| size.1 < least.1)
                    .or_else(|| greatest.filter(|greatest| size.1 > greatest.1));
                if let Some(bound) = outside {
                    report(size, bound);
                }
            }
        }
        if let Some((count, desired)) = count.zip(desired)
            && scales == Some(false)
            && count.1 != desired.1
        {
            report(desired, count);
        }
        if let Some(most) = most {
            let sizes = [greatest, count, desired];
            let larger = sizes.into_iter().flatten().find(|size| size.1 > most.1);
            if let Some(larger) = larger {
                report(most, larger);
            }
        }
    }
}
