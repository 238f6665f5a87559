//! A list that is there and names nothing.

use super::super::TERWAY;
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "ack-list-empty",
    Warning,
    text("Empty list", "列表为空"),
    text("{name} is an empty list; at least one item is needed", "{name} 为空列表，至少需要一项"),
    text(
        "Nodes need an instance type and a vSwitch to be made, and Terway a vSwitch for pods.",
        "创建节点至少需要一个实例规格和一个虚拟交换机，Terway 还需要 Pod 虚拟交换机。",
    ),
)
.derived_from(&[at(
    "ack-dedicated",
    "Request body, master_vswitch_ids, master_instance_types, pod_vswitch_ids; Request syntax, scaling_group",
)])
.check(How::Each(&[
    How::Wrong {
        at: "/master_vswitch_ids",
        when: Cond::All(&[MASTERS, Cond::Not(&Cond::Longer("/master_vswitch_ids", 0))]),
        related: &[],
    },
    How::Wrong {
        at: "/master_instance_types",
        when: Cond::All(&[MASTERS, Cond::Not(&Cond::Longer("/master_instance_types", 0))]),
        related: &[],
    },
    How::Wrong {
        at: "/pod_vswitch_ids",
        when: Cond::All(&[TERWAY, Cond::Not(&Cond::Longer("/pod_vswitch_ids", 0))]),
        related: &[],
    },
    // Another document takes an empty list for one that is to be made.
    How::Wrong {
        at: "/vswitch_ids",
        when: Cond::All(&[MANAGED, Cond::Not(&Cond::Longer("/vswitch_ids", 0))]),
        related: &[],
    },
    How::Wrong {
        at: "/nodepools/*/scaling_group/instance_types",
        when: Cond::Not(&Cond::Longer("/nodepools/*/scaling_group/instance_types", 0)),
        related: &[],
    },
    How::Wrong {
        at: "/nodepools/*/scaling_group/vswitch_ids",
        when: Cond::Not(&Cond::Longer("/nodepools/*/scaling_group/vswitch_ids", 0)),
        related: &[],
    },
]));

/// The cluster's nodes may be given vSwitches by that name.
const MANAGED: Cond = Cond::Kind(&["managed-standard", "managed-pro", "edge"]);
/// The cluster has masters of its own.
const MASTERS: Cond = Cond::Kind(&["dedicated"]);
