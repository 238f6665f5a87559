//! vSwitches for pods without the add-on that uses them.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "ack-terway-missing",
    Warning,
    text("vSwitches for pods without Terway", "设置了 Pod 虚拟交换机但没有 Terway"),
    text(
        "{name} is set, but there are no addons, and so no terway add-on",
        "设置了 {name}，但没有 addons，也就没有 terway 组件",
    ),
    text(
        "Without a network add-on the service takes Flannel and asks for container_cidr (EmptyCIDR: pod or service cidr is empty). Add terway-eniip, or take the vSwitches out and give a pod range.",
        "不指定网络组件时服务端按 Flannel 处理并要求 container_cidr（报错 EmptyCIDR：pod or service cidr is empty）。请添加 terway-eniip 组件，或删除 Pod 虚拟交换机并填写容器网段。",
    ),
)
.derived_from(&[
    at("ack-createcluster", "Request parameters, pod_vswitch_ids, addons"),
    at("ack-dedicated", "Request body, pod_vswitch_ids, addons"),
])
.check(How::Wrong {
    at: "/pod_vswitch_ids",
    // Of a list without a network add-on another rule speaks.
    when: Cond::Not(&Cond::Set("/addons")),
    related: &[],
});
