//! A Windows cluster with what the document describes for bare metal.

use super::WINDOWS;
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "cce-windows-bare-metal",
    Warning,
    text(
        "Made for bare metal, used for Windows",
        "Windows 集群使用了裸金属集群的取值",
    ),
    text(
        "the document describes {value} for bare-metal clusters, and this is a Windows cluster",
        "文档中 {value} 用于裸金属集群，而当前为 Windows 集群",
    ),
    text(
        "Flavors cce.t* and the network model underlay_ipvlan are described for bare-metal servers. What Windows clusters take the document does not say, so this is no error.",
        "cce.t* 规格和 underlay_ipvlan 网络模型用于裸金属服务器。文档未说明 Windows 集群可用的取值，因此不视为错误。",
    ),
)
.derived_from(&[at("cce-huawei", "Table 5, type, flavor; Table 7, mode")])
.check(How::Each(&[
    How::Wrong {
        at: "/spec/flavor",
        when: Cond::All(&[WINDOWS, Cond::Starts("/spec/flavor", &["cce.t"])]),
        related: &["/spec/type"],
    },
    How::Wrong {
        at: "/spec/containerNetwork/mode",
        when: Cond::All(&[WINDOWS, Cond::Is("/spec/containerNetwork/mode", &["underlay_ipvlan"])]),
        related: &["/spec/type"],
    },
]));
