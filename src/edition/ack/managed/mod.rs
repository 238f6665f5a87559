//! Alibaba Cloud ACK, managed.

mod table;

use std::sync::OnceLock;

use crate::diagnostic::{Basis, text};
use crate::edition::{Edition, Group, Header, HeaderValue, Preset, Request, Variable, Views};
use crate::json::{Kind, NodeId};
use crate::network::{Implied, RangeField, role};
use crate::spec::{ClusterKind, Cond, Kinds, View};

/// The edition.
pub static EDITION: Edition = Edition {
    id: "ack-managed",
    name: text("Alibaba Cloud ACK, managed", "阿里云 ACK 托管集群"),
    document: text(
        "Alibaba Cloud, ACK, Creating a managed cluster (contributed copy of 2019)",
        "阿里云 ACK，创建托管集群（2019 年用户转载版）",
    ),
    root: table::BODY,
    version: "/kubernetes_version",
    kinds: Kinds { all: KINDS, of: kind_of },
    presets: PRESETS,
    checks: super::rules::ALL,
    ranges: RANGES,
    capacity: Some(super::capacity::capacity),
    source: "RequestLine, RequestHead, ResponseLine",
    rows: OnceLock::new(),
};

/// What its views show.
pub static VIEWS: Views =
    Views { layout: LAYOUT, sketch: super::sketch::WORKERS, request: REQUEST };

const KINDS: &[ClusterKind] = &[
    ClusterKind {
        id: "existing-vpc",
        name: text("managed cluster in an existing VPC", "使用已有 VPC 的托管集群"),
    },
    ClusterKind {
        id: "automatic-vpc",
        name: text("managed cluster with an automatic VPC", "自动创建 VPC 的托管集群"),
    },
];

/// A VPC or vSwitches are given, or neither. Where they stand under a wrong name, nothing is told.
fn kind_of(view: &View) -> &'static str {
    let given = |pointer: &'static str| {
        view.get(pointer).is_some_and(|node| {
            !view.is_empty(node)
                && (view.doc.kind(node) != Kind::Array || view.doc.children(node).next().is_some())
        })
    };
    if VPC.into_iter().any(given) {
        return "existing-vpc";
    }
    let meant = |name: &str| {
        let rows = VPC.into_iter().filter_map(|pointer| view.index.find(pointer));
        rows.flat_map(|id| view.index.row(id).field.aliases).any(|alias| *alias == name)
    };
    let misnamed = view
        .doc
        .children(NodeId::ROOT)
        .any(|child| view.doc.name(child).is_some_and(|name| meant(&name)));
    if misnamed { "" } else { "automatic-vpc" }
}

/// The members that name the network of one's own.
const VPC: [&str; 2] = ["/vpcid", "/vswitch_ids"];

const LAYOUT: &[Group] = &[
    Group {
        title: text("Cluster", "集群"),
        help: text("", ""),
        rows: &["/name", "/cluster_type", "/region_id", "/kubernetes_version"],
    },
    Group {
        title: text("Network", "网络"),
        help: text(
            "Give a VPC and 1 to 3 of its vSwitches, or neither: then a VPC of 192.168.0.0/16 is made, and SNAT is required.",
            "填写 VPC 及其 1～3 个虚拟交换机；或两者都不填，由系统自动创建网段为 192.168.0.0/16 的 VPC，此时必须配置 SNAT。",
        ),
        rows: &[
            "/vpcid",
            "/vswitch_ids",
            "/snat_entry",
            "/container_cidr",
            "/service_cidr",
            "/node_cidr_mask",
            "/proxy_mode",
            "/endpoint_public_access",
            "/security_group_id",
        ],
    },
    Group {
        title: text("Workers", "Worker 节点"),
        help: text("", ""),
        rows: &[
            "/num_of_nodes",
            "/worker_instance_types",
            "/worker_system_disk_category",
            "/worker_system_disk_size",
            "/worker_data_disk",
            "/worker_data_disks",
            "/os_type",
            "/platform",
            "/runtime",
            "/cpu_policy",
            "/taints",
            "/cloud_monitor_flags",
        ],
    },
    Group {
        title: text("Login", "登录方式"),
        help: text("Either a key pair or a password.", "密钥对与密码二选一。"),
        rows: &["/key_pair", "/login_password"],
    },
    Group {
        title: text("Billing", "付费方式"),
        help: text(
            "Periods and renewal belong to prepaid workers only.",
            "时长和续费参数仅用于预付费的 Worker 节点。",
        ),
        rows: &[
            "/worker_instance_charge_type",
            "/worker_period",
            "/worker_period_unit",
            "/worker_auto_renew",
            "/worker_auto_renew_period",
        ],
    },
    Group {
        title: text("Add-ons and tags", "组件与标签"),
        help: text("", ""),
        rows: &["/addons", "/tags"],
    },
    Group {
        title: text("Creation and deletion", "创建与删除"),
        help: text("", ""),
        rows: &["/timeout_mins", "/disable_rollback", "/deletion_protection"],
    },
    Group {
        title: text("Expired and returned", "废弃与只读参数"),
        help: text("", ""),
        rows: &[
            "/public_slb",
            "/worker_data_disk_category",
            "/worker_data_disk_size",
            "/cluster_id",
            "/request_id",
            "/task_id",
        ],
    },
];

const PRESETS: &[Preset] = &[
    Preset {
        id: "existing-vpc",
        name: text("Managed cluster in an existing VPC", "使用已有 VPC 的托管集群"),
        help: text(
            "Flannel, three pay-as-you-go workers with a data disk: the usual start.",
            "Flannel 网络，三个按量付费的 Worker 节点并挂载数据盘，常用配置。",
        ),
        text: include_str!("presets/existing-vpc.json"),
    },
    Preset {
        id: "automatic-vpc",
        name: text("Managed cluster with an automatic VPC", "自动创建 VPC 的托管集群"),
        help: text(
            "The service makes the VPC and takes default ranges; nothing has to be prepared but a key pair.",
            "由系统创建 VPC 并使用默认网段，只需准备密钥对。",
        ),
        text: include_str!("presets/automatic-vpc.json"),
    },
    Preset {
        id: "prepaid",
        name: text("Prepaid workers", "预付费的 Worker 节点"),
        help: text(
            "Workers paid for by the month and renewed automatically.",
            "Worker 节点按月预付费，自动续费。",
        ),
        text: include_str!("presets/prepaid.json"),
    },
    Preset {
        id: "document-example",
        name: text("The document's example, as it stands", "文档示例（原样）"),
        help: text(
            "Broken as printed: see what is found in it.",
            "文档中的示例本身有误，可查看发现的问题。",
        ),
        text: include_str!("presets/document-example.txt"),
    },
    Preset {
        id: "document-example-skeleton",
        name: text("The document's skeleton, as it stands", "文档中的请求体结构（原样）"),
        help: text(
            "Every member with a description in the place of its value.",
            "列出全部参数，值均为文字说明。",
        ),
        text: include_str!("presets/document-example-skeleton.txt"),
    },
];

const AUTOMATIC: Cond = Cond::Kind(&["automatic-vpc"]);

const RANGES: &[RangeField] = &[
    RangeField {
        role: role::POD,
        name: text("pod range", "容器网段"),
        pointer: "/container_cidr",
        implied: Some(Implied {
            net: "172.16.0.0/16",
            when: Cond::All(&[AUTOMATIC, Cond::Not(&super::TERWAY)]),
            basis: Basis::Stated,
        }),
        when: Some(Cond::Not(&super::TERWAY)),
    },
    RangeField {
        role: role::SERVICE,
        name: text("service range", "服务网段"),
        pointer: "/service_cidr",
        implied: Some(Implied { net: "172.19.0.0/20", when: AUTOMATIC, basis: Basis::Stated }),
        when: None,
    },
    RangeField {
        role: role::VPC,
        name: text("automatic VPC", "自动创建的 VPC"),
        pointer: "",
        implied: Some(Implied { net: "192.168.0.0/16", when: AUTOMATIC, basis: Basis::Stated }),
        when: None,
    },
];

const REQUEST: Request = Request {
    method: "POST",
    url: "https://{endpoint}/clusters",
    headers: &[
        Header {
            name: "Content-Type",
            value: HeaderValue::Fixed("application/json"),
            help: text(
                "The document names no headers of its own: the common ones apply.",
                "文档没有特有请求头，使用公共请求头。",
            ),
        },
        Header {
            name: "Authorization",
            value: HeaderValue::Secret("ACK_AUTHORIZATION"),
            help: text(
                "The signature of the request, made with AK/SK (AccessKey ID and secret). The vendor's SDKs and command line make it; it changes with every request.",
                "请求签名，由 AK/SK（AccessKey ID 和 Secret）计算得出。官方 SDK 和命令行会自动生成，每次请求都不同。",
            ),
        },
    ],
    variables: &[Variable {
        name: "endpoint",
        env: "ACK_ENDPOINT",
        help: text(
            "The endpoint of Container Service in your region, a host name.",
            "容器服务在所在地域的接入地址（主机名）。",
        ),
    }],
    prerequisites: &[
        text(
            "A VPC and 1 to 3 vSwitches exist, unless both are to be made automatically.",
            "已创建 VPC 及 1～3 个虚拟交换机（自动创建 VPC 时不需要）。",
        ),
        text(
            "A key pair exists, unless a password is set.",
            "已创建密钥对（使用密码登录时不需要）。",
        ),
        text(
            "The members go together: the console can write a body for the options chosen there.",
            "参数须正确组合，否则会创建失败：控制台的创建页面可以根据所选选项生成参数。",
        ),
    ],
    success: text(
        "202: the request is accepted. cluster_id names the cluster, task_id the task that makes it; it exists when that is done.",
        "202：请求已接受。cluster_id 为集群 ID，task_id 为创建任务 ID，任务完成后集群才可用。",
    ),
};
