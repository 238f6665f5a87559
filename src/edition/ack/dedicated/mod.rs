//! Alibaba Cloud ACK, dedicated with node pools.

mod pools;
mod table;

use std::sync::OnceLock;

use crate::diagnostic::text;
use crate::edition::{Edition, Group, Header, HeaderValue, Preset, Request, Variable, Views};
use crate::json::NodeId;
use crate::spec::{ClusterKind, Given, Kinds, View};

/// The edition.
pub static EDITION: Edition = Edition {
    id: "ack-dedicated",
    name: text("Alibaba Cloud ACK, dedicated with node pools", "阿里云 ACK 专有版集群（含节点池）"),
    document: text(
        "Alibaba Cloud, ACK, Creating a dedicated cluster (2024-01-15)",
        "阿里云 ACK，创建 ACK 专有版集群（2024-01-15）",
    ),
    root: table::BODY,
    version: "/kubernetes_version",
    kinds: Kinds { all: KINDS, of: kind_of },
    presets: PRESETS,
    checks: super::rules::ALL,
    ranges: super::RANGES,
    capacity: Some(super::capacity::capacity),
    source: "Request syntax; Response body syntax; Table 2",
    rows: OnceLock::new(),
};

/// What its views show.
pub static VIEWS: Views =
    Views { layout: LAYOUT, sketch: super::sketch::NODE_POOLS, request: REQUEST };

const KINDS: &[ClusterKind] =
    &[ClusterKind { id: "dedicated", name: text("dedicated cluster", "专有版集群") }];

/// The page describes the dedicated type only: of others nothing is said that depends on it.
fn kind_of(view: &View) -> &'static str {
    match view.text("/cluster_type", NodeId::ROOT) {
        Given::Is(kind) if kind == "Kubernetes" => "dedicated",
        Given::Is(_) | Given::Absent | Given::Unclear => "",
    }
}

const LAYOUT: &[Group] = &[
    Group {
        title: text("Cluster", "基本配置"),
        help: text("", ""),
        rows: &[
            "/name",
            "/cluster_type",
            "/region_id",
            "/kubernetes_version",
            "/runtime",
            "/resource_group_id",
            "/tags",
        ],
    },
    Group {
        title: text("Network", "网络"),
        help: text(
            "The VPC and its vSwitches must exist. Flannel needs a pod range, Terway pod vSwitches. The ranges cannot be changed later.",
            "VPC 和虚拟交换机须已存在。Flannel 需要容器网段，Terway 需要 Pod 虚拟交换机。网段创建后不能修改。",
        ),
        rows: &[
            "/vpcid",
            "/container_cidr",
            "/pod_vswitch_ids",
            "/service_cidr",
            "/node_cidr_mask",
            "/proxy_mode",
            "/snat_entry",
            "/security_group_id",
            "/is_enterprise_security_group",
        ],
    },
    Group {
        title: text("Add-ons", "组件配置"),
        help: text(
            "A network add-on and a storage add-on are mandatory.",
            "网络组件和存储组件必选。",
        ),
        rows: &["/addons", "/cloud_monitor_flags"],
    },
    Group {
        title: text("Masters", "Master 配置"),
        help: text("", ""),
        rows: &[
            "/master_count",
            "/master_vswitch_ids",
            "/master_instance_types",
            "/master_system_disk_category",
            "/master_system_disk_size",
            "/master_system_disk_performance_level",
            "/master_system_disk_snapshot_policy_id",
            "/master_instance_charge_type",
            "/master_period",
            "/master_period_unit",
            "/master_auto_renew",
            "/master_auto_renew_period",
            "/image_type",
            "/image_id",
            "/os_type",
        ],
    },
    Group {
        title: text("Access", "登录与访问"),
        help: text("Either a key pair or a password.", "密钥对和密码二选一。"),
        rows: &[
            "/key_pair",
            "/login_password",
            "/ssh_flags",
            "/endpoint_public_access",
            "/load_balancer_spec",
            "/cluster_domain",
            "/custom_san",
            "/service_account_issuer",
            "/api_audiences",
            "/enable_rrsa",
        ],
    },
    Group {
        title: text("Node pools", "节点池配置"),
        help: text(
            "Known from the request syntax and an example only.",
            "仅见于请求语法和请求示例，文档没有说明。",
        ),
        rows: &["/nodepools"],
    },
    Group {
        title: text("Advanced", "高级选项"),
        help: text("", ""),
        rows: &[
            "/deletion_protection",
            "/disable_rollback",
            "/timeout_mins",
            "/timezone",
            "/node_name_mode",
            "/keep_instance_name",
            "/rds_instances",
        ],
    },
    Group {
        title: text("Elsewhere and returned", "其他文档与只读参数"),
        help: text("", ""),
        rows: &["/num_of_nodes", "/cluster_id", "/request_id", "/task_id"],
    },
];

const PRESETS: &[Preset] = &[
    Preset {
        id: "flannel-pool",
        name: text("Flannel with a node pool", "Flannel 网络（含一个节点池）"),
        help: text(
            "Three masters in three zones, pods in a range of their own, one pool of workers.",
            "三个 Master 分布在三个可用区，Pod 使用独立网段，一个节点池。",
        ),
        text: include_str!("presets/flannel-pool.json"),
    },
    Preset {
        id: "terway-pool",
        name: text("Terway with a scaling pool", "Terway 网络（弹性节点池）"),
        help: text(
            "Pods get addresses from vSwitches of the VPC; the pool scales by itself.",
            "Pod 直接使用 VPC 虚拟交换机中的地址，节点池自动伸缩。",
        ),
        text: include_str!("presets/terway-pool.json"),
    },
    Preset {
        id: "subscription",
        name: text("Masters and workers by subscription", "包年包月集群"),
        help: text(
            "Masters and workers paid by the month and renewed, with ESSDs.",
            "Master 和 Worker 节点包年包月并自动续费，使用 ESSD 云盘。",
        ),
        text: include_str!("presets/subscription.json"),
    },
    Preset {
        id: "masters-only",
        name: text("Masters only", "仅 Master 节点"),
        help: text(
            "The smallest body: pools are added by further requests.",
            "最小的请求体，节点池可在创建后添加。",
        ),
        text: include_str!("presets/masters-only.json"),
    },
    Preset {
        id: "document-example",
        name: text("The document's example, as it stands", "文档示例（原样）"),
        help: text(
            "Broken as printed, and at odds with the document's own text: see what is found in it.",
            "文档中的示例有语法错误，且与正文不一致，可查看发现的问题。",
        ),
        text: include_str!("presets/document-example.txt"),
    },
];

const REQUEST: Request = Request {
    method: "POST",
    url: "https://{endpoint}/clusters",
    headers: &[
        Header {
            name: "Content-Type",
            value: HeaderValue::Fixed("application/json"),
            help: text("As in the request syntax.", "见请求语法。"),
        },
        Header {
            name: "Authorization",
            value: HeaderValue::Secret("ACK_AUTHORIZATION"),
            help: text(
                "The signature, made with AK/SK for each request; an SDK or OpenAPI Explorer makes it for you.",
                "请求签名，每次请求都要用 AK/SK 计算；可由 SDK 或 OpenAPI Explorer 自动完成。",
            ),
        },
    ],
    variables: &[Variable {
        name: "endpoint",
        env: "ACK_ENDPOINT",
        help: text(
            "The ACK endpoint of your region, a host name.",
            "所在地域的 ACK 接入地址（主机名）。",
        ),
    }],
    prerequisites: &[
        text("A VPC and vSwitches exist in the region.", "已在该地域创建 VPC 和虚拟交换机。"),
        text(
            "A key pair exists, unless a password is used.",
            "已创建密钥对（使用密码登录时不需要）。",
        ),
        text(
            "ACK has been allowed to use the other services it needs: the console asks for it on first use.",
            "已授权 ACK 使用所需的其他云服务（首次登录控制台时会提示授权）。",
        ),
        text(
            "The call makes a dedicated cluster and, in the same request, its node pools.",
            "该接口创建专有版集群，并可同时创建节点池。",
        ),
    ],
    success: text(
        "200, application/json: the request is accepted. cluster_id, request_id and task_id are returned; the cluster is made by the task. (The printed XML has three roots.)",
        "200，application/json：请求已接受，返回 cluster_id、request_id 和 task_id，集群由该任务异步创建。（文档中的 XML 示例有三个根元素。）",
    ),
};
