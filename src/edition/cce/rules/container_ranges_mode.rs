//! Several container ranges on a network that takes one.

use super::VPC_ROUTER;
use crate::diagnostic::Severity::Error;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "cce-container-ranges-mode",
    Error,
    text(
        "Several container ranges need vpc-router",
        "多个容器网段需使用 vpc-router",
    ),
    text(
        "cidrs has several ranges, which only the network model vpc-router takes",
        "cidrs 中有多个网段，只有 vpc-router 模型支持",
    ),
    text(
        "The document lets several ranges be added when the network model is vpc-router. Keep one range, or change the model.",
        "文档规定仅 vpc-router 模型可以添加多个容器网段。请只保留一个网段，或更换网络模型。",
    ),
)
.stated(&[at("cce-otc", "Table 10, cidrs")])
.check(How::Wrong {
    at: "/spec/containerNetwork/cidrs",
    when: Cond::All(&[Cond::Longer("/spec/containerNetwork/cidrs", 1), Cond::Set("/spec/containerNetwork/mode"), Cond::Not(&VPC_ROUTER)]),
    related: &["/spec/containerNetwork/mode"],
});
