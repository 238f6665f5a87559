//! A value that looks like none of its kind.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{Basis, Rule, at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = Rule {
    basis: Basis::Example,
    ..rule(
        "ack-value-form",
        Warning,
        text("Value of an unusual form", "取值形式异常"),
        text(
            "{name} is {value}, which does not look like a value of its kind",
            "{name} 的值 {value} 不像是该参数的有效取值",
        ),
        text(
            "In every example the ID of a VPC starts with vpc-, that of a vSwitch with vsw-, that of a security group with sg-, and the name of an instance type with ecs. (dot included). A time zone has its IANA name, such as Asia/Shanghai; a timeout is a positive number; Kubernetes knows the effects NoSchedule, PreferNoSchedule and NoExecute.",
            "文档的示例中，VPC 的 ID 以 vpc- 开头，虚拟交换机以 vsw- 开头，安全组以 sg- 开头，实例规格以 ecs. 开头。时区使用 IANA 名称，如 Asia/Shanghai；超时时间应为正数；Kubernetes 的污点效果只有 NoSchedule、PreferNoSchedule 和 NoExecute。",
        ),
    )
    .derived_from(&[at(
        "ack-createcluster",
        "Request parameters, vpcid, worker_vswitch_ids, security_group_id, worker_instance_types, timezone",
    )])
}
.check(How::Each(&[
    wrong("/vpcid", Cond::Not(&Cond::Starts("/vpcid", &["vpc-"]))),
    wrong("/security_group_id", Cond::Not(&Cond::Starts("/security_group_id", &["sg-"]))),
    wrong("/vswitch_ids/*", Cond::Not(&Cond::Starts("/vswitch_ids/*", VSWITCH))),
    wrong("/master_vswitch_ids/*", Cond::Not(&Cond::Starts("/master_vswitch_ids/*", VSWITCH))),
    wrong("/worker_vswitch_ids/*", Cond::Not(&Cond::Starts("/worker_vswitch_ids/*", VSWITCH))),
    wrong("/pod_vswitch_ids/*", Cond::Not(&Cond::Starts("/pod_vswitch_ids/*", VSWITCH))),
    wrong(VSWITCHES, Cond::Not(&Cond::Starts(VSWITCHES, VSWITCH))),
    wrong("/master_instance_types/*", Cond::Not(&Cond::Starts("/master_instance_types/*", ECS))),
    wrong("/worker_instance_types/*", Cond::Not(&Cond::Starts("/worker_instance_types/*", ECS))),
    wrong(TYPES, Cond::Not(&Cond::Starts(TYPES, ECS))),
    wrong("/taints/*/effect", Cond::Not(&Cond::Is("/taints/*/effect", EFFECTS))),
    wrong(EFFECT, Cond::Not(&Cond::Is(EFFECT, EFFECTS))),
    wrong(
        "/timezone",
        Cond::Not(&Cond::Any(&[Cond::Starts("/timezone", AREAS), Cond::Is("/timezone", ZONES)])),
    ),
    wrong("/timeout_mins", Cond::Is("/timeout_mins", &["0"])),
]));

const VSWITCHES: &str = "/nodepools/*/scaling_group/vswitch_ids/*";
const TYPES: &str = "/nodepools/*/scaling_group/instance_types/*";
const EFFECT: &str = "/nodepools/*/kubernetes_config/taints/*/effect";

const VSWITCH: &[&str] = &["vsw-"];
const ECS: &[&str] = &["ecs."];
const EFFECTS: &[&str] = &["NoSchedule", "PreferNoSchedule", "NoExecute"];
/// What the name of a time zone starts with.
const AREAS: &[&str] = &[
    "Africa/",
    "America/",
    "Antarctica/",
    "Arctic/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Brazil/",
    "Canada/",
    "Chile/",
    "Etc/",
    "Europe/",
    "Indian/",
    "Mexico/",
    "Pacific/",
    "US/",
];
/// Names of time zones without an area that are in use.
const ZONES: &[&str] = &["GMT", "Hongkong", "Japan", "PRC", "ROC", "ROK", "Singapore", "UTC"];

const fn wrong(at: &'static str, when: Cond) -> How {
    How::Wrong { at, when, related: &[] }
}
