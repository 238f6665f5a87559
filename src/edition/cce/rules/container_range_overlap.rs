//! Container ranges that share addresses.

use crate::diagnostic::Severity::Error;
use crate::diagnostic::{at, text};
use crate::network::role;
use crate::rules::{Check, How, rule};

pub(super) static CHECK: Check = rule(
    "cce-container-range-overlap",
    Error,
    text("Container ranges overlap", "容器网段相互重叠"),
    text("container range {range} overlaps {other}", "容器网段 {range} 与 {other} 重叠"),
    text(
        "Each address can belong to one pod only, so the ranges of one cluster must be apart.",
        "同一地址只能分配给一个 Pod，因此同一集群的容器网段不能相互重叠。",
    ),
)
.derived_from(&[at("cce-otc", "Table 10, cidrs")])
.check(How::RangesDisjoint(&[role::POD], &[role::POD]));
