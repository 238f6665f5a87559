//! A managed cluster that names its vSwitches nowhere, or in two places.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "ack-worker-vswitches",
    Warning,
    text("vSwitches of a managed cluster", "托管版集群的虚拟交换机"),
    text(
        "a managed cluster takes its vSwitches from one of {names}: give exactly one",
        "托管版集群的虚拟交换机由 {names} 之一指定，请只填写其中一个",
    ),
    text(
        "The table lists worker_vswitch_ids, the managed and edge examples send vswitch_ids instead. The document does not say which of them wins.",
        "参数表列出的是 worker_vswitch_ids，而托管版和边缘版示例使用 vswitch_ids。文档未说明同时填写时以哪个为准。",
    ),
)
.derived_from(&[at(
    "ack-createcluster",
    "Request parameters, worker_vswitch_ids; Request examples, vswitch_ids",
)])
.check(How::ExactlyOneOf(
    &["/vswitch_ids", "/worker_vswitch_ids"],
    Cond::Kind(&["managed-standard", "managed-pro", "edge"]),
));
