//! Settings of an interconnect that the basic mode does not have.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "ack-interconnect-basic",
    Warning,
    text("Interconnect settings in basic mode", "基础互联模式下的互联配置"),
    text(
        "{name} has no effect in the interconnect mode {other}",
        "互联模式为 {other} 时，{name} 不起作用",
    ),
    text(
        "Networks, bandwidth and period belong to an improved interconnect, as the name improved_period says; the basic mode uses the internet. The document's example sends both.",
        "其中的网络、带宽和时长用于增强型互联（参数名 improved_period 即表明这一点），基础模式走公网。文档示例同时填写了两者。",
    ),
)
.derived_from(&[at("ack-dedicated", "Request example, interconnect_mode, interconnect_config")])
.check(How::Wrong {
    at: "/nodepools/*/interconnect_config",
    when: Cond::Is("/nodepools/*/interconnect_mode", &["basic"]),
    related: &["/nodepools/*/interconnect_mode"],
});
