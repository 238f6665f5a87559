//! Masters placed by hand where `multi_az` places them too.

use super::MULTI_AZ;
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{Place, Severity};
use crate::diagnostic::{at, text};
use crate::json::NodeId;
use crate::rules::{Check, Context, How, Sink, rule};
use crate::spec::Given;

pub(super) static CHECK: Check = rule(
    "cce-masters-zones",
    Warning,
    text(
        "Zones of the masters given twice over",
        "控制节点可用区重复指定",
    ),
    text(
        "masters places the master nodes, and clusterAZ multi_az does so too",
        "masters 指定了控制节点的可用区，而 clusterAZ 的 multi_az 也会分配可用区",
    ),
    text(
        "multi_az puts the three masters into different zones by itself. Use one of the two, and three different zones where you name them.",
        "multi_az 会自动将三个控制节点分布到不同可用区。请二选一；若自行指定，应使用三个不同的可用区。",
    ),
)
.derived_from(&[at("cce-otc", "Table 13; Table 14, clusterAZ")])
.check(How::Code(check));

fn check(context: &Context, sink: &mut Sink) {
    let view = context.view;
    let (Some(masters), Some(switch)) =
        (view.get("/spec/masters"), view.get("/spec/extendParam/clusterAZ"))
    else {
        return;
    };
    if view.holds(&MULTI_AZ, NodeId::ROOT) != Some(true) || view.items("/spec/masters").is_empty() {
        return;
    }
    let zones: Vec<(NodeId, _)> = view
        .all("/spec/masters/*/availabilityZone")
        .filter_map(|node| match view.text_of(node) {
            Given::Is(zone) => Some((node, zone)),
            Given::Absent | Given::Unclear => None,
        })
        .take(16)
        .collect();
    let twice = zones.iter().enumerate().find_map(|(at, (node, zone))| {
        zones[..at].iter().find(|(_, other)| other == zone).map(|(first, _)| (*node, *first, zone))
    });
    let found = match twice {
        Some((node, first, zone)) => sink
            .found(Place::value(node))
            .message(text(
                "zone {zone} is named for two masters, while clusterAZ multi_az puts them into different zones",
                "两个控制节点指定了同一可用区 {zone}，而 clusterAZ 的 multi_az 要求分布在不同可用区",
            ))
            .arg("zone", crate::text::shorten(zone))
            .relate(Place::value(first)),
        None => sink.found(Place::key(masters)),
    };
    sink.push(found.severity(Severity::Warning).relate(Place::value(switch)));
}
