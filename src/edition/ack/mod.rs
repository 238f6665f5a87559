//! Container Service for Kubernetes (ACK) of Alibaba Cloud: one call, described by three documents.

mod capacity;
pub mod createcluster;
pub mod dedicated;
pub mod managed;
mod patterns;
mod rules;
mod settings;
mod sketch;

use crate::diagnostic::{Basis, text};
use crate::network::{Implied, RangeField, role};
use crate::spec::Cond;

/// Pods get addresses from a range of their own.
const FLANNEL: Cond = Cond::Has("/addons/*/name", &["flannel"]);
/// Pods get addresses from vSwitches.
const TERWAY: Cond = Cond::Has("/addons/*/name", &["terway*"]);
/// The network add-on is flannel. Of two network add-ons a rule speaks, and no row.
const ONLY_FLANNEL: Cond = Cond::All(&[FLANNEL, Cond::Not(&TERWAY)]);
/// The network add-on is one of Terway's. Of two network add-ons a rule speaks, and no row.
const ONLY_TERWAY: Cond = Cond::All(&[TERWAY, Cond::Not(&FLANNEL)]);

/// The node pool scales by itself.
const SCALES: Cond = Cond::Is("/nodepools/*/auto_scaling/enable", &["true"]);

/// The months a subscription lasts.
const PERIODS: &[i64] = &[1, 2, 3, 6, 12, 24, 36, 48, 60];
/// The months a renewal lasts.
const RENEWALS: &[i64] = &[1, 2, 3, 6, 12];

/// The ranges of the bodies of `ack-createcluster` and `ack-dedicated`.
const RANGES: &[RangeField] = &[
    RangeField {
        role: role::POD,
        name: text("pod range", "容器网段"),
        pointer: "/container_cidr",
        implied: None,
        when: None,
    },
    RangeField {
        role: role::SERVICE,
        name: text("service range", "服务网段"),
        pointer: "/service_cidr",
        implied: Some(Implied { net: "172.19.0.0/20", when: Cond::All(&[]), basis: Basis::Stated }),
        when: None,
    },
];
