//! More or fewer masters than the flavor has.

use super::{HA, SINGLE};
use crate::diagnostic::Severity::Error;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};

pub(super) static CHECK: Check = rule(
    "cce-masters-count",
    Error,
    text(
        "Number of masters does not suit the flavor",
        "控制节点数量与规格不符",
    ),
    text(
        "masters lists {count}, and the flavor has {wanted}",
        "masters 有 {count} 项，而该规格有 {wanted} 个控制节点",
    ),
    text(
        "The document speaks of three masters for high-availability flavors (s2) and one for single-master flavors (s1), with one entry each.",
        "文档说明高可用规格（s2）有三个控制节点，单控制节点规格（s1）有一个，每个控制节点对应一项。",
    ),
)
.derived_from(&[at("cce-otc", "Table 13; Table 14, clusterAZ")])
.check(How::CountEquals("/spec/masters", &[(HA, 3), (SINGLE, 1)]));
