//! A Windows cluster, of which the document says hardly anything.

use super::WINDOWS;
use crate::diagnostic::Severity::Info;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};

pub(super) static CHECK: Check = rule(
    "cce-windows-constraints",
    Info,
    text(
        "Constraints of Windows clusters unknown",
        "Windows 集群的约束未知",
    ),
    text(
        "Windows clusters have constraints that the document links to without saying them: look them up before sending",
        "Windows 集群另有约束，但文档中的链接已失效，发送请求前请自行查证",
    ),
    text(
        "The document names no flavors, network models or versions for Windows and has no example of it, so nothing of the kind can be checked here.",
        "文档未说明 Windows 集群可用的规格、网络模型和版本，也没有示例，因此这里无法检查。",
    ),
)
.stated(&[at("cce-huawei", "Table 5, type")])
.check(How::Wrong { at: "/spec/type", when: WINDOWS, related: &[] });
