//! Windows and Linux at once.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "ack-os-mismatch",
    Warning,
    text("Windows and Linux at once", "操作系统设置不一致"),
    text(
        "one member says Windows and another Linux: {name} is {value}",
        "操作系统设置不一致，既有 Windows 又有 Linux：{name} 为 {value}",
    ),
    text(
        "Windows and WindowsCore go with os_type Windows, every other system with Linux. What is left out counts with its default, which is Linux. The image type and the platform of a node pool have to agree as well.",
        "Windows、WindowsCore 对应 os_type 为 Windows，其他系统对应 Linux；未填写的参数按默认值 Linux 处理。节点池的 image_type 与 platform 也应一致。",
    ),
)
.derived_from(&[
    at("ack-createcluster", "Request parameters, platform, os_type"),
    at("ack-dedicated", "Request body, image_type, os_type; Request syntax, scaling_group"),
])
.check(How::Each(&[
    How::Wrong {
        at: "/platform",
        when: Cond::All(&[
            Cond::Starts("/platform", &["Windows"]),
            Cond::Not(&Cond::Set("/image_id")),
            Cond::Is("/os_type", &["Linux"]),
        ]),
        related: &["/os_type"],
    },
    How::Wrong {
        at: "/image_type",
        when: Cond::All(&[
            Cond::Starts("/image_type", &["Windows"]),
            Cond::Not(&Cond::Set("/image_id")),
            Cond::Is("/os_type", &["Linux"]),
        ]),
        related: &["/os_type"],
    },
    How::Wrong {
        at: "/os_type",
        when: Cond::All(&[
            Cond::Is("/os_type", &["Windows"]),
            Cond::Not(&Cond::Set("/image_id")),
            Cond::Any(&[LINUX, LINUX_IMAGE]),
        ]),
        related: &["/platform", "/image_type"],
    },
    // The pools of one cluster may differ, so each is held against itself.
    How::Wrong {
        at: "/nodepools/*/scaling_group/image_type",
        when: Cond::Any(&[
            Cond::All(&[
                Cond::Starts("/nodepools/*/scaling_group/image_type", &["Windows"]),
                Cond::Starts("/nodepools/*/scaling_group/platform", LINUX_NAMES),
            ]),
            Cond::All(&[
                Cond::Starts("/nodepools/*/scaling_group/image_type", LINUX_NAMES),
                Cond::Starts("/nodepools/*/scaling_group/platform", &["Windows"]),
            ]),
        ]),
        related: &["/nodepools/*/scaling_group/platform"],
    },
]));

/// The distribution, or the default of one, is no Windows. Documents without such a default say nothing.
const LINUX: Cond = Cond::Starts("/platform", LINUX_NAMES);
const LINUX_IMAGE: Cond = Cond::Starts("/image_type", LINUX_NAMES);
/// How the names of the documents' Linux systems begin.
const LINUX_NAMES: &[&str] =
    &["CentOS", "AliyunLinux", "Alibaba Cloud Linux", "Qboot", "ContainerOS", "Linux"];
