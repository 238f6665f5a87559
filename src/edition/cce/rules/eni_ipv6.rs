//! An ENI network on an IPv6 cluster.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "cce-eni-ipv6",
    Warning,
    text("ENI network does not know IPv6", "ENI 网络不支持 IPv6"),
    text(
        "eniNetwork does not support IPv6, which ipv6enable turns on",
        "eniNetwork 不支持 IPv6，而 ipv6enable 启用了 IPv6",
    ),
    text(
        "The document says of the ENI subnet that IPv6 is not supported at present.",
        "文档说明 ENI 子网暂不支持 IPv6。",
    ),
)
.derived_from(&[at("cce-otc", "Table 12, eniSubnetId")])
.check(How::Wrong {
    at: "/spec/eniNetwork",
    when: Cond::Is("/spec/ipv6enable", &["true"]),
    related: &["/spec/ipv6enable"],
});
