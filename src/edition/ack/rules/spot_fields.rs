//! Prices of spot instances that nothing uses.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{Change, Fix, Place, at, text};
use crate::json::NodeId;
use crate::rules::{Check, Context, How, Sink, rule};
use crate::spec::{Cond, Given};
use crate::text::firsts;

pub(super) static CHECK: Check = rule(
    "ack-spot-fields",
    Warning,
    text("Spot prices without use", "抢占式实例价格设置无效"),
    text(
        "spot_price_limit has no effect with the spot strategy NoSpot",
        "spot_strategy 为 NoSpot 时，spot_price_limit 不起作用",
    ),
    text(
        "A price limit counts where spot instances are taken, and for the instance types of the pool. spot_instance_pools and spot_instance_remedy have no use without spot instances either.",
        "价格上限仅在使用抢占式实例时有效，且只对节点池的实例规格有效。不使用抢占式实例时，spot_instance_pools 和 spot_instance_remedy 同样没有意义。",
    ),
)
.derived_from(&[at(
    "ack-dedicated",
    "Request syntax, scaling_group.spot_strategy, scaling_group.spot_price_limit",
)])
.check(How::Code(check));

const NO_SPOT: Cond = Cond::Is("/nodepools/*/scaling_group/spot_strategy", &["NoSpot"]);
const TYPES: &str = "/nodepools/*/scaling_group/instance_types";
const NAMED: &str = "/nodepools/*/scaling_group/spot_price_limit/*/instance_type";

fn check(context: &Context, sink: &mut Sink) {
    let view = context.view;
    for limits in view.all("/nodepools/*/scaling_group/spot_price_limit") {
        let some = view.doc.children(limits).next().is_some();
        if some && view.holds(&NO_SPOT, limits) == Some(true) {
            let mut found = sink
                .found(Place::key(limits))
                .fix(Fix::risky(text("Take it out", "删除该参数"), Change::Remove(limits)));
            if let Some(strategy) = view.beside("/nodepools/*/scaling_group/spot_strategy", limits)
            {
                found = found.relate(Place::value(strategy));
            }
            sink.push(found);
        }
        unlisted(limits, context, sink);
    }
}

/// Reports the limits of one list for instance types that its pool does not have.
fn unlisted(limits: NodeId, context: &Context, sink: &mut Sink) {
    let view = context.view;
    let Some(list) = view.beside(TYPES, limits) else { return };
    let mut names = Vec::new();
    for item in view.doc.children(list) {
        let Given::Is(name) = view.text_of(item) else { return };
        names.push(name);
    }
    let types = names.len();
    if types == 0 {
        return;
    }
    let mut limited = Vec::new();
    for node in view.doc.children(limits).flat_map(|item| view.doc.children(item)) {
        if view.row(node).is_some_and(|row| row.pointer == NAMED)
            && let Given::Is(name) = view.text_of(node)
        {
            names.push(name);
            limited.push(node);
        }
    }
    for (node, first) in limited.into_iter().zip(firsts(&names).split_off(types)) {
        if first < types {
            continue;
        }
        let found = sink
            .found(Place::value(node))
            .message(text(
                "{value} is not one of the pool's instance_types, so its price limit has no effect",
                "{value} 不在节点池的 instance_types 中，其价格上限不起作用",
            ))
            .arg("value", view.show(node))
            .relate(Place::value(list));
        sink.push(found);
    }
}
