//! Windows and Linux at once.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "ack-os-mismatch",
    Warning,
    text("Operating system and platform type differ", "操作系统与平台类型不一致"),
    text(
        "the operating system and os_type do not go together: {name} is {value}",
        "操作系统发行版与 os_type 不一致：{name} 为 {value}",
    ),
    text(
        "Windows and WindowsCore go with os_type Windows, every other system with Linux. What is left out counts with its default, which is Linux for both.",
        "Windows、WindowsCore 对应 os_type 为 Windows，其他系统对应 Linux。未填写的参数按默认值处理，均为 Linux。",
    ),
)
.derived_from(&[
    at("ack-createcluster", "Request parameters, platform, os_type"),
    at("ack-dedicated", "Request body, image_type, os_type"),
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
    How::Wrong {
        at: "/nodepools/*/scaling_group/image_type",
        when: Cond::All(&[
            Cond::Set("/nodepools/*/scaling_group/platform"),
            Cond::Not(&Cond::Set("/nodepools/*/scaling_group/image_id")),
            Cond::Any(&[
                Cond::All(&[POOL_WINDOWS, Cond::Not(&POOL_WINDOWS_IMAGE)]),
                Cond::All(&[POOL_WINDOWS_IMAGE, Cond::Not(&POOL_WINDOWS)]),
            ]),
        ]),
        related: &["/nodepools/*/scaling_group/platform"],
    },
]));

const POOL_WINDOWS: Cond = Cond::Starts("/nodepools/*/scaling_group/platform", &["Windows"]);
const POOL_WINDOWS_IMAGE: Cond =
    Cond::Starts("/nodepools/*/scaling_group/image_type", &["Windows"]);

/// The distribution, or the default of one, is no Windows. Documents without such a default say nothing.
const LINUX: Cond =
    Cond::Starts("/platform", &["CentOS", "AliyunLinux", "QbootAliyunLinux", "Qboot"]);
const LINUX_IMAGE: Cond =
    Cond::Starts("/image_type", &["CentOS", "AliyunLinux", "Alibaba", "ContainerOS"]);
