//! Extra nodes of an upgrade by number and by percentage.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

const SURGE: &str = "/nodepools/*/management/upgrade_config/surge";
const PERCENTAGE: &str = "/nodepools/*/management/upgrade_config/surge_percentage";

pub(super) static CHECK: Check = rule(
    "ack-surge-both",
    Warning,
    text("Extra nodes told twice", "额外节点数重复指定"),
    text(
        "surge_percentage {value} and surge {other} both tell how many nodes an upgrade adds",
        "surge_percentage（{value}）与 surge（{other}）都用于指定升级时的额外节点数",
    ),
    text(
        "One is a number, the other a percentage of the same thing. Keep one of them.",
        "两者分别以数量和百分比表示同一设置，请只保留其一。",
    ),
)
.derived_from(&[at(
    "ack-dedicated",
    "Request syntax, upgrade_config.surge, upgrade_config.surge_percentage",
)])
.check(How::Wrong {
    at: PERCENTAGE,
    when: Cond::All(&[
        Cond::Set(SURGE),
        Cond::Not(&Cond::Is(SURGE, &["0"])),
        Cond::Not(&Cond::Is(PERCENTAGE, &["0"])),
    ]),
    related: &[SURGE],
});
