//! Repairs and upgrades by the service in a pool that it does not manage.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

const ENABLED: Cond = Cond::Is("/nodepools/*/management/enable", &["true"]);

pub(super) static CHECK: Check = rule(
    "ack-management-off",
    Warning,
    text("Automatic work in an unmanaged pool", "未启用托管却开启自动运维"),
    text(
        "{name} has no effect while management.enable is not true",
        "management.enable 不为 true 时，{name} 不起作用",
    ),
    text(
        "The service repairs and upgrades the nodes of managed pools only. Set enable to true, or switch the rest off.",
        "只有托管节点池才会自动修复和升级节点。请将 enable 设为 true，或关闭其余开关。",
    ),
)
.derived_from(&[at(
    "ack-dedicated",
    "Request syntax, management.enable, management.auto_repair, upgrade_config.auto_upgrade",
)])
.check(How::Each(&[
    How::Wrong {
        at: "/nodepools/*/management/auto_repair",
        when: Cond::All(&[
            Cond::Is("/nodepools/*/management/auto_repair", &["true"]),
            Cond::Not(&ENABLED),
        ]),
        related: &["/nodepools/*/management/enable"],
    },
    How::Wrong {
        at: "/nodepools/*/management/upgrade_config/auto_upgrade",
        when: Cond::All(&[
            Cond::Is("/nodepools/*/management/upgrade_config/auto_upgrade", &["true"]),
            Cond::Not(&ENABLED),
        ]),
        related: &["/nodepools/*/management/enable"],
    },
]));
