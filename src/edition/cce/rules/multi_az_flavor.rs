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
        "Only high-availability flavors (cce.s2.*, on bare metal cce.t2.*) have masters to spread over zones. Take such a flavor, or leave clusterAZ out.",
        "只有高可用规格（cce.s2.*，裸金属为 cce.t2.*）才能将控制节点分布在多个可用区。请更换规格，或删除 clusterAZ。",
    ),
)
.stated(&[at("cce-huawei", "Table 5, extendParam"), at("cce-otc", "Table 14, clusterAZ")])
.check(How::Wrong {
    at: "/spec/extendParam/clusterAZ",
    when: Cond::All(&[MULTI_AZ, SINGLE]),
    related: &["/spec/flavor"],
});
