//! A network add-on in a serverless cluster.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "ack-serverless-addon",
    Warning,
    text("Network add-on in a serverless cluster", "Serverless 集群填写了网络组件"),
    text(
        "{value} is a network add-on, and a serverless cluster has no nodes to install it on",
        "{value} 是网络组件，而 Serverless 集群没有可安装它的节点",
    ),
    text(
        "The document's serverless example lists add-ons without a network add-on.",
        "文档的 Serverless 示例没有网络组件。",
    ),
)
.derived_from(&[at("ack-createcluster", "Request examples, addons")])
.check(How::Wrong {
    at: "/addons/*/name",
    when: Cond::All(&[
        Cond::Kind(&["serverless"]),
        Cond::Starts("/addons/*/name", &["flannel", "terway"]),
    ]),
    related: &[],
});
