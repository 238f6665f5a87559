//! The add-ons of the request body.

use super::super::settings;
use crate::diagnostic::{Basis, text};
use crate::spec::{
    Choice, Cond, Field, Format, Items, Type, each, field, format, items, object, one, string,
    suggest,
};

/// The add-ons.
pub(super) const ADDONS: Items =
    items(each(object(ADDON), text("Add-on", "组件")).source("Request parameters, addons"));

/// The document links its structure; this is the examples', and what the sibling pages add.
const ADDON: &[Field] = &[
    field("name", suggest(ADDON_NAMES), text("Name", "组件名称"))
        .required()
        .basis(Basis::Example)
        .blank("add-on name")
        .help(text(
            "Which add-on. The document has no list; those offered occur in the examples.",
            "组件名称。文档没有给出列表，此处为示例中出现的组件。",
        ))
        .source("Request examples, addons"),
    field("config", format(Format::Json(&Type::Map(&SETTING, SETTINGS))), text("Configuration", "组件配置"))
        .basis(Basis::Example)
        .help(text(
            "The add-on's settings: JSON, written as a string, with its quotes escaped.",
            "组件配置：字符串形式的 JSON，其中的引号须转义。",
        ))
        .source("Request examples, addons"),
    field("version", string(), text("Version", "组件版本"))
        .derived()
        .help(text(
            "Named by the page on managed clusters: the newest unless set.",
            "见托管版集群的文档：不填写时使用最新版本。",
        ))
        .source("Request parameters, addons"),
    field("disabled", Type::Bool, text("Do not install", "禁止默认安装"))
        .derived()
        .help(text(
            "Named by the page on dedicated clusters: true keeps an add-on away that would be installed by default.",
            "见专有版集群的文档：设为 true 时不安装默认组件。",
        ))
        .source("Request parameters, addons"),
];

const SETTING: Field =
    each(Type::Any, text("Setting", "配置项")).derived().source("Request examples, addons");

/// What the examples show of the settings of some add-ons.
const SETTINGS: &[Field] = &[
    settings::INGRESS_DASHBOARDS
    .basis(Basis::Example)
    .known_when(Cond::Is("/addons/*/name", &["logtail-ds", "alibaba-log-controller"]))
    .help(text(
        "Whether the log service comes with dashboards of the Ingress; a string.",
        "日志服务是否启用 Ingress 仪表盘，取值为字符串。",
    ))
    .source("Request examples, addons"),
    field("sls_project_name", string(), text("Log project", "日志 Project"))
        .basis(Basis::Example)
        .blank("SLS project name")
        .known_when(Cond::Is("/addons/*/name", &["logtail-ds", "ack-node-problem-detector"]))
        .help(text(
            "The log project to use; the examples leave it empty. For logtail-ds the page on dedicated clusters shows it.",
            "使用的日志 Project，请求示例中为空。logtail-ds 的该配置见专有版集群的文档。",
        ))
        .source("Request examples, addons"),
    settings::INGRESS_NETWORK.basis(Basis::Example).source("Request examples, addons"),
];

const ADDON_NAMES: &[Choice] = &[
    one(
        "flannel",
        text(
            "network: pods get addresses from container_cidr",
            "网络组件：Pod 使用 container_cidr 中的地址",
        ),
    ),
    one(
        "terway-eni",
        text(
            "network: pods get addresses from pod_vswitch_ids; terway-eniip on the page on dedicated clusters",
            "网络组件：Pod 使用 pod_vswitch_ids 虚拟交换机的地址；专有版集群的文档为 terway-eniip",
        ),
    ),
    one(
        "csi-plugin",
        text("storage, with csi-provisioner", "存储组件，与 csi-provisioner 配合使用"),
    ),
    one("csi-provisioner", text("storage, with csi-plugin", "存储组件，与 csi-plugin 配合使用")),
    one("nginx-ingress-controller", text("ingress", "Ingress 控制器")),
    one("logtail-ds", text("collects logs", "日志采集组件")),
    one("logtail-ds-docker", text("collects logs on edge nodes", "边缘集群的日志采集组件")),
    one("alibaba-log-controller", text("log service, edge clusters", "日志服务组件，用于边缘集群")),
    one("ack-node-problem-detector", text("reports faults of nodes", "节点异常检测组件")),
    one("arms-prometheus", text("monitoring with Prometheus", "Prometheus 监控组件")),
    one(
        "alicloud-monitor-controller",
        text("cloud monitor, edge clusters", "云监控组件，用于边缘集群"),
    ),
    one("metrics-server", text("resource metrics", "资源指标组件")),
    one("knative", text("serverless workloads", "Knative 组件")),
];
