//! Docker as the runtime of a cluster that is too new for it.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "ack-runtime-docker",
    Warning,
    text("Docker on a Kubernetes without it", "该 Kubernetes 版本已不支持 Docker"),
    text(
        "{name} is {value}, and Kubernetes has no Docker runtime from 1.24 on",
        "{name} 为 {value}，而 Kubernetes 自 1.24 起不再支持 Docker 运行时",
    ),
    text(
        "The documents offer docker, and call it the default, for they are older than Kubernetes 1.24. Without kubernetes_version the newest version is made. Take containerd, or a version before 1.24.",
        "文档编写时 Kubernetes 尚支持 Docker，因此仍列出 docker 并作为默认值。不填写 kubernetes_version 时使用最新版本。请改用 containerd，或使用低于 1.24 的版本。",
    ),
)
.derived_from(&[
    at("ack-createcluster", "Request parameters, runtime, kubernetes_version"),
    at("ack-dedicated", "Request body, runtime, kubernetes_version"),
    at("ack-managed", "RequestBody, runtime, kubernetes_version"),
])
.check(How::Each(&[
    How::Wrong {
        at: "/runtime/name",
        when: Cond::All(&[Cond::Is("/runtime/name", &["docker"]), TOO_NEW]),
        related: &["/kubernetes_version"],
    },
    How::Wrong {
        at: "/nodepools/*/kubernetes_config/runtime",
        when: Cond::All(&[
            Cond::Is("/nodepools/*/kubernetes_config/runtime", &["docker"]),
            // The cluster's own is told first.
            Cond::Not(&Cond::Is("/runtime/name", &["docker"])),
            TOO_NEW,
        ]),
        related: &["/kubernetes_version"],
    },
]));

const TOO_NEW: Cond = Cond::From("1.24");
