//! A spelling of an operating system that is not in the document's list.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "ack-image-type-spelling",
    Warning,
    text("Operating system not as listed", "操作系统取值与列表写法不同"),
    text(
        "{value} is not in the document's list, which spells it Alibaba Cloud Linux",
        "{value} 不在文档的取值列表中，列表写作 Alibaba Cloud Linux",
    ),
    text(
        "The list was probably changed with the brand's name, since the document's own example and CreateCluster say AliyunLinux. Which of the two the service takes the document does not tell.",
        "列表中的写法可能随品牌名被替换：文档自己的示例和 CreateCluster 文档都使用 AliyunLinux。从文档无法判断服务接受哪种写法。",
    ),
)
.derived_from(&[at(
    "ack-dedicated",
    "Request body, image_type; Request example, scaling_group.image_type",
)])
.check(How::Each(&[
    How::Wrong {
        at: "/image_type",
        when: Cond::Starts("/image_type", &["AliyunLinux"]),
        related: &[],
    },
    How::Wrong {
        at: "/nodepools/*/scaling_group/image_type",
        when: Cond::Starts("/nodepools/*/scaling_group/image_type", &["AliyunLinux"]),
        related: &[],
    },
]));
