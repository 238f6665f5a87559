//! A cluster without a region.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "ack-region-missing",
    Warning,
    text("No region", "未指定地域"),
    text("{name} is missing: say where the cluster is made", "缺少 {name}：请指定集群所在的地域"),
    text(
        "CreateCluster calls it optional, but all examples send it and the page on managed clusters demands it.",
        "CreateCluster 文档标为可选，但所有示例都填写了它，托管版集群的文档则标为必选。",
    ),
)
.derived_from(&[
    at("ack-createcluster", "Request parameters, region_id"),
    at("ack-dedicated", "Request body, region_id"),
])
.check(How::AtLeastOneOf(
    &["/region_id"],
    Cond::Kind(&[
        "dedicated",
        "managed-standard",
        "managed-pro",
        "edge",
        "serverless",
        "registered",
    ]),
));
