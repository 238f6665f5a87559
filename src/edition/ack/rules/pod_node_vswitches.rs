//! A vSwitch for pods that nodes are placed in as well.

use crate::diagnostic::Severity::Error;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};

pub(super) static CHECK: Check = rule(
    "ack-pod-node-vswitches",
    Error,
    text("vSwitch for pods and nodes alike", "Pod 与节点使用了同一虚拟交换机"),
    text(
        "{name} {value} is given for pods as well, in {other}",
        "{name} {value} 同时用于 Pod（{other}）",
    ),
    text(
        "With Terway the vSwitches of pods must be others than those of nodes: one in the same zone for each.",
        "Terway 网络中 Pod 虚拟交换机不能与节点虚拟交换机重复：应为每个节点虚拟交换机另选同可用区的虚拟交换机。",
    ),
)
.stated(&[at("ack-dedicated", "Request body, pod_vswitch_ids")])
.check(How::Disjoint(
    &["/pod_vswitch_ids/*"],
    &[
        "/vswitch_ids/*",
        "/master_vswitch_ids/*",
        "/worker_vswitch_ids/*",
        "/nodepools/*/scaling_group/vswitch_ids/*",
    ],
));
