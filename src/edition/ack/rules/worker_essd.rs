//! A disk for workers that the table does not list.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{Basis, Rule, at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = Rule {
    basis: Basis::Example,
    ..rule(
        "ack-worker-essd",
        Warning,
        text("ESSD disk for workers", "Worker 节点使用 ESSD 云盘"),
        text(
            "the table does not list {value} for {name}, although examples send it",
            "参数表没有为 {name} 列出 {value}，但示例中使用了它",
        ),
        text(
            "For masters the same table lists it. Most likely the list is only out of date; make sure that the region has it.",
            "同一参数表为 Master 节点列出了该类型，很可能只是列表未更新。请确认所在地域支持。",
        ),
    )
    .derived_from(&[at("ack-createcluster", "Request parameters, worker_system_disk_category")])
}
.check(How::Wrong {
    at: "/worker_system_disk_category",
    when: Cond::Is("/worker_system_disk_category", &["cloud_essd"]),
    related: &[],
});
