//! Spot instances by subscription.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

const STRATEGY: &str = "/nodepools/*/scaling_group/spot_strategy";

pub(super) static CHECK: Check = rule(
    "ack-spot-prepaid",
    Warning,
    text("Spot instances by subscription", "包年包月与抢占式实例冲突"),
    text(
        "instances of the spot strategy {value} cannot be paid by subscription (PrePaid)",
        "抢占式策略 {value} 的实例不能使用包年包月（PrePaid）付费",
    ),
    text(
        "Spot instances are paid as they run. Use PostPaid, or NoSpot.",
        "抢占式实例按量付费。请改用 PostPaid，或将策略设为 NoSpot。",
    ),
)
.derived_from(&[at(
    "ack-dedicated",
    "Request syntax, scaling_group.spot_strategy, scaling_group.instance_charge_type",
)])
.check(How::Wrong {
    at: STRATEGY,
    when: Cond::All(&[
        Cond::Is("/nodepools/*/scaling_group/instance_charge_type", &["PrePaid"]),
        Cond::Not(&Cond::Is(STRATEGY, &["NoSpot"])),
    ]),
    related: &["/nodepools/*/scaling_group/instance_charge_type"],
});
