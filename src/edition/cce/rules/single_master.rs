//! A flavor with one master.

use super::SINGLE;
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};

pub(super) static CHECK: Check = rule(
    "cce-single-master",
    Warning,
    text(
        "Single master",
        "单控制节点",
    ),
    text(
        "{value} has one master: if it fails, the cluster takes no new work",
        "{value} 只有一个控制节点，故障后集群无法处理新的负载",
    ),
    text(
        "Fine for a trial. For production take a high-availability flavor (cce.s2.*, on bare metal cce.t2.*); the flavor cannot be changed after creation. Work that already runs goes on.",
        "适合试用。生产环境请使用高可用规格（cce.s2.*，裸金属为 cce.t2.*）；规格创建后不可修改。已运行的负载不受影响。",
    ),
)
.stated(&[at("cce-huawei", "Table 5, flavor"), at("cce-otc", "Table 5, flavor")])
.check(How::Wrong { at: "/spec/flavor", when: SINGLE, related: &[] });
