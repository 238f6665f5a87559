//! A data disk with a type and no size, or a size and no type.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};

pub(super) static CHECK: Check = rule(
    "ack-data-disk-half",
    Warning,
    text("Half a data disk", "数据盘配置不完整"),
    text("{other} is given without {name}", "填写了 {other}，但没有 {name}"),
    text(
        "A data disk needs both its type and its size; with one of them the request has been seen to fail.",
        "数据盘的类型和大小需同时填写，只填其一的请求曾被拒绝。",
    ),
)
.derived_from(&[
    at("ack-createcluster", "Request parameters, worker_data_disks"),
    at("ack-dedicated", "Request body, nodepools"),
    at("ack-managed", "RequestBody, worker_data_disks"),
])
.check(How::Each(&[
    How::Together(&["/worker_data_disks/*/category", "/worker_data_disks/*/size"]),
    How::Together(&[
        "/nodepools/*/scaling_group/data_disks/*/category",
        "/nodepools/*/scaling_group/data_disks/*/size",
    ]),
]));
