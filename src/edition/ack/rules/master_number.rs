//! Four masters.

use crate::diagnostic::Severity::Error;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "ack-master-number",
    Error,
    text("Neither three nor five masters", "Master 节点数量不是 3 或 5"),
    text("{name} must be 3 or 5, not {value}", "{name} 只能为 3 或 5，而不是 {value}"),
    text(
        "The masters vote, so their number is odd. Three go on without one of them, five without two.",
        "Master 节点之间需要选举，数量须为奇数：3 个可容忍 1 个故障，5 个可容忍 2 个故障。",
    ),
)
.stated(&[
    at("ack-createcluster", "Request parameters, master_count"),
    at("ack-dedicated", "Request body, master_count"),
])
.check(How::Wrong {
    at: "/master_count",
    when: Cond::Not(&Cond::Is("/master_count", &["3", "5"])),
    related: &[],
});
