//! A Terway network in a new ordinary security group.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::edition::ack::TERWAY;
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "ack-terway-security-group",
    Warning,
    text("Ordinary security group for Terway", "Terway 网络使用普通安全组"),
    text(
        "with an ordinary security group a Terway cluster has room for 2,000 nodes and pods in all",
        "使用普通安全组时，Terway 集群的节点与 Pod 总数不能超过 2000",
    ),
    text(
        "Every Terway pod counts against the limit of the group. The documents recommend an enterprise security group: leave {name} out, or set it to true.",
        "每个 Terway Pod 都计入安全组的上限。文档建议使用企业级安全组：不填写 {name}，或设为 true。",
    ),
)
.stated(&[
    at("ack-createcluster", "Request parameters, is_enterprise_security_group"),
    at("ack-dedicated", "Request body, is_enterprise_security_group"),
])
.check(How::Wrong {
    at: "/is_enterprise_security_group",
    when: Cond::All(&[
        TERWAY,
        Cond::Is("/is_enterprise_security_group", &["false"]),
        Cond::Not(&Cond::Set("/security_group_id")),
    ]),
    related: &[],
});
