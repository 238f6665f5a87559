//! Several zones for a flavor that has one master.

use super::{MULTI_AZ, SINGLE};
use crate::diagnostic::Severity::Error;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "cce-multi-az-flavor",
    Error,
    text(
        "Several zones need a high-availability flavor",
        "多可用区需要高可用规格",
    ),
    text(
        "clusterAZ multi_az needs a high-availability flavor, and {other} has a single master",
        "clusterAZ 设为 multi_az 需要高可用规格，而 {other} 只有一个控制节点",
    ),
    text(
        "Only the flavors with three masters (cce.s2.*) can spread them over zones. Take such a flavor, or leave clusterAZ out.",
        "只有具备三个控制节点的规格（cce.s2.*）才能跨可用区部署。请更换规格，或删除 clusterAZ。",
    ),
)
.stated(&[at("cce-otc", "Table 14, clusterAZ")])
.check(How::Wrong {
    at: "/spec/extendParam/clusterAZ",
    when: Cond::All(&[MULTI_AZ, SINGLE]),
    related: &["/spec/flavor"],
});
