//! Data disks and the switch that turns them on.

use std::borrow::Cow;

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{Change, Fix, Part, Place, at, text};
use crate::json::{Kind, NodeId};
use crate::rules::{Check, Context, How, Sink, rule};
use crate::spec::{Given, View};

pub(super) static CHECK: Check = rule(
    "ack-data-disk-switch",
    Warning,
    text("Data disks and their switch disagree", "数据盘与其开关不一致"),
    text(
        "{name} has no effect: worker_data_disk is not true",
        "{name} 不会生效：worker_data_disk 不为 true",
    ),
    text(
        "Data disks are attached only where worker_data_disk is true; and where it is, worker_data_disks says which. The document's example forgets the switch.",
        "仅当 worker_data_disk 为 true 时才挂载数据盘，此时由 worker_data_disks 说明类型和大小。文档示例遗漏了该开关。",
    ),
)
.stated(&[at("ack-managed", "RequestBody, worker_data_disks, worker_data_disk")])
.check(How::Code(check));

const SWITCH: &str = "/worker_data_disk";
const DISKS: &str = "/worker_data_disks";
/// The expired members that say the same as the list.
const OLD: [&str; 2] = ["/worker_data_disk_category", "/worker_data_disk_size"];

fn check(context: &Context, sink: &mut Sink) {
    let view = context.view;
    if !context.knows(SWITCH) {
        return;
    }
    let on = match view.get(SWITCH).map_or(Given::Absent, |node| view.scalar_of(node)) {
        Given::Is(said) if said == "true" => true,
        Given::Is(said) if said == "false" => false,
        Given::Absent => false,
        Given::Is(_) | Given::Unclear => return,
    };
    let disks = view.get(DISKS);
    let listed = disks.filter(|&disks| {
        view.doc.kind(disks) == Kind::Array && view.doc.children(disks).next().is_some()
    });
    match (on, listed) {
        (false, Some(disks)) => idle(view, disks, sink),
        (true, None) if disks.is_none_or(|disks| is_bare(view, disks)) && !old(view) => {
            let place = disks.map_or(
                Place {
                    node: NodeId::ROOT,
                    part: Part::Absent(Cow::Borrowed("worker_data_disks")),
                },
                Place::value,
            );
            let mut found = sink.found(place).arg("name", "worker_data_disks").message(text(
                "worker_data_disk is true, but {name} lists no disk",
                "worker_data_disk 为 true，但 {name} 中没有数据盘",
            ));
            if let Some(switch) = view.get(SWITCH) {
                found = found.relate(Place::value(switch));
            }
            sink.push(found);
        }
        _ => {}
    }
}

/// Disks that are listed for nothing.
fn idle(view: &View, disks: NodeId, sink: &mut Sink) {
    let switch = view.get(SWITCH);
    let json = match switch.map(|switch| view.doc.kind(switch)) {
        Some(Kind::Bool(_)) => "true",
        _ => "\"true\"",
    };
    let change = match switch {
        Some(switch) => Change::Replace(switch, json.to_owned()),
        None => Change::Set(SWITCH.to_owned(), json.to_owned()),
    };
    let mut found = sink
        .found(Place::key(disks))
        .arg("name", "worker_data_disks")
        .fix(Fix::risky(text("Switch data disks on", "开启数据盘"), change))
        .fix(Fix::risky(text("Take the disks out", "删除数据盘"), Change::Remove(disks)));
    if let Some(switch) = switch {
        found = found.relate(Place::value(switch));
    }
    sink.push(found);
}

fn is_bare(view: &View, disks: NodeId) -> bool {
    view.is_empty(disks) || view.doc.kind(disks) == Kind::Array
}

fn old(view: &View) -> bool {
    OLD.iter().any(|pointer| view.get(pointer).is_some_and(|node| !view.is_empty(node)))
}
