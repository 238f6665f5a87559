//! A bare-metal cluster on a network model that the document does not show for it.

use super::BARE_METAL;
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "cce-bare-metal-mode",
    Warning,
    text(
        "Network model not shown for bare metal",
        "文档未说明裸金属集群可用该网络模型",
    ),
    text(
        "the document shows underlay_ipvlan for bare-metal clusters, not {value}",
        "文档中裸金属集群使用 underlay_ipvlan，而不是 {value}",
    ),
    text(
        "The document describes underlay_ipvlan for bare-metal servers, and its example has it. It does not say that the other models are refused there, so this is no error.",
        "文档说明 underlay_ipvlan 用于裸金属服务器，裸金属集群的示例也使用它。文档没有说明其他模型会被拒绝，因此不视为错误。",
    ),
)
.derived_from(&[at("cce-huawei", "Table 7, mode; Request example")])
.check(How::Wrong {
    at: "/spec/containerNetwork/mode",
    when: Cond::All(&[
        BARE_METAL,
        Cond::Is("/spec/containerNetwork/mode", &["overlay_l2", "vpc-router"]),
    ]),
    related: &["/spec/type"],
});
