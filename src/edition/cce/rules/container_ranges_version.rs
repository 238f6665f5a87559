//! Several container ranges on a cluster that reads one.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "cce-container-ranges-version",
    Warning,
    text(
        "Only the first container range counts",
        "仅第一个容器网段生效",
    ),
    text(
        "clusters before v1.21 take the first range of cidrs only",
        "v1.21 之前的集群只使用 cidrs 中的第一个网段",
    ),
    text(
        "The document says that earlier versions use the first element as the container range; the others are passed over.",
        "文档说明更低版本只取第一个元素作为容器网段，其余会被忽略。",
    ),
)
.stated(&[at("cce-otc", "Table 10, cidrs")])
.check(How::Wrong {
    at: "/spec/containerNetwork/cidrs",
    when: Cond::All(&[Cond::Longer("/spec/containerNetwork/cidrs", 1), Cond::Before("v1.21")]),
    related: &["/spec/version"],
});
