//! Alibaba Cloud ACK, `CreateCluster`.

mod addons;
mod choices;
mod table;

use std::sync::OnceLock;

use crate::diagnostic::text;
use crate::edition::{Edition, Group, Header, HeaderValue, Preset, Request, Variable, Views};
use crate::json::NodeId;
use crate::spec::{ClusterKind, Given, Kinds, View};

/// The edition.
pub static EDITION: Edition = Edition {
    id: "ack-createcluster",
    name: text("Alibaba Cloud ACK, CreateCluster", "阿里云 ACK CreateCluster"),
    document: text(
        "Alibaba Cloud, ACK API Reference, CreateCluster (2015-12-15)",
        "阿里云 ACK API 参考，CreateCluster（2015-12-15）",
    ),
    root: table::BODY,
    version: "/kubernetes_version",
    kinds: Kinds { all: KINDS, of: kind_of },
    presets: PRESETS,
    checks: super::rules::ALL,
    ranges: super::RANGES,
    capacity: Some(super::capacity::capacity),
    source: "Request syntax, Response data",
    rows: OnceLock::new(),
};

/// What its views show.
pub static VIEWS: Views =
    Views { layout: LAYOUT, sketch: super::sketch::WORKERS, request: REQUEST };

const KINDS: &[ClusterKind] = &[
    ClusterKind { id: "dedicated", name: text("dedicated cluster", "专有版集群") },
    ClusterKind {
        id: "managed-standard", name: text("managed standard cluster", "标准托管集群")
    },
    ClusterKind { id: "managed-pro", name: text("managed Pro cluster", "托管版 Pro 集群") },
    ClusterKind { id: "edge", name: text("managed edge cluster", "边缘托管集群") },
    ClusterKind { id: "serverless", name: text("serverless cluster", "Serverless 集群") },
    ClusterKind { id: "registered", name: text("registered cluster", "注册集群") },
];

/// The type tells the kind; of managed clusters the edge marker goes before the edition.
fn kind_of(view: &View) -> &'static str {
    let says = |pointer| view.text(pointer, NodeId::ROOT);
    let Given::Is(cluster_type) = says("/cluster_type") else { return "" };
    match &*cluster_type {
        "Kubernetes" => "dedicated",
        "Ask" => "serverless",
        "ExternalKubernetes" => "registered",
        "ManagedKubernetes" => match says("/profile") {
            Given::Is(profile) if profile == "Edge" => "edge",
            Given::Is(profile) if profile != "Default" => "",
            Given::Is(_) | Given::Absent => match says("/cluster_spec") {
                Given::Absent => "managed-standard",
                Given::Is(spec) if spec == "ack.standard" => "managed-standard",
                // Of whatever size.
                Given::Is(spec) if spec.starts_with("ack.pro") => "managed-pro",
                Given::Is(_) | Given::Unclear => "",
            },
            Given::Unclear => "",
        },
        _ => "",
    }
}

const LAYOUT: &[Group] = &[
    Group {
        title: text("Cluster", "集群"),
        help: text(
            "The type, the edge marker and the managed edition decide which other members count.",
            "集群类型、边缘标识和托管版规格决定其他哪些参数有效。",
        ),
        rows: &[
            "/name",
            "/cluster_type",
            "/profile",
            "/cluster_spec",
            "/region_id",
            "/zone_id",
            "/kubernetes_version",
        ],
    },
    Group {
        title: text("Network", "网络"),
        help: text("The ranges cannot be changed after creation.", "各网段创建后不能修改。"),
        rows: &[
            "/vpcid",
            "/vswitch_ids",
            "/container_cidr",
            "/node_cidr_mask",
            "/pod_vswitch_ids",
            "/service_cidr",
            "/proxy_mode",
            "/node_port_range",
            "/snat_entry",
            "/nat_gateway",
            "/service_discovery_types",
        ],
    },
    Group {
        title: text("Add-ons", "集群组件"),
        help: text(
            "The network add-on decides between Flannel and Terway.",
            "网络组件决定使用 Flannel 还是 Terway 网络。",
        ),
        rows: &["/addons", "/cloud_monitor_flags"],
    },
    Group {
        title: text("Access to nodes", "节点登录"),
        help: text("Key pair or password, not both.", "密钥对和密码二选一。"),
        rows: &["/key_pair", "/login_password", "/ssh_flags"],
    },
    Group {
        title: text("Masters", "Master 节点"),
        help: text("Dedicated clusters only.", "仅用于专有版集群。"),
        rows: &[
            "/master_vswitch_ids",
            "/master_instance_types",
            "/master_count",
            "/master_system_disk_category",
            "/master_system_disk_size",
            "/master_system_disk_performance_level",
            "/master_system_disk_snapshot_policy_id",
            "/master_instance_charge_type",
            "/master_period_unit",
            "/master_period",
            "/master_auto_renew",
            "/master_auto_renew_period",
        ],
    },
    Group {
        title: text("Workers", "Worker 节点"),
        help: text(
            "For every kind with nodes: dedicated, managed and edge clusters.",
            "用于有节点的集群：专有版、托管版和边缘版。",
        ),
        rows: &[
            "/num_of_nodes",
            "/worker_instance_types",
            "/worker_vswitch_ids",
            "/worker_system_disk_category",
            "/worker_system_disk_size",
            "/worker_system_disk_performance_level",
            "/worker_system_disk_snapshot_policy_id",
            "/worker_data_disks",
            "/worker_instance_charge_type",
            "/worker_period_unit",
            "/worker_period",
            "/worker_auto_renew",
            "/worker_auto_renew_period",
        ],
    },
    Group {
        title: text("Node settings", "节点配置"),
        help: text("", ""),
        rows: &[
            "/platform",
            "/os_type",
            "/image_id",
            "/runtime",
            "/cpu_policy",
            "/taints",
            "/tags",
            "/user_data",
            "/node_name_mode",
            "/rds_instances",
        ],
    },
    Group {
        title: text("Existing instances", "已有实例"),
        help: text("", ""),
        rows: &["/instances", "/format_disk", "/keep_instance_name"],
    },
    Group {
        title: text("Security and certificates", "安全与证书"),
        help: text("", ""),
        rows: &[
            "/security_group_id",
            "/is_enterprise_security_group",
            "/endpoint_public_access",
            "/custom_san",
            "/user_ca",
            "/encryption_provider_key",
            "/service_account_issuer",
            "/api_audiences",
        ],
    },
    Group {
        title: text("Creation and protection", "创建与保护"),
        help: text("", ""),
        rows: &[
            "/deletion_protection",
            "/timeout_mins",
            "/disable_rollback",
            "/timezone",
            "/cluster_domain",
        ],
    },
    Group {
        title: text("Returned", "只读参数"),
        help: text("", ""),
        rows: &["/cluster_id", "/request_id", "/task_id"],
    },
];

const PRESETS: &[Preset] = &[
    Preset {
        id: "managed-pro",
        name: text("Managed Pro cluster", "托管版 Pro 集群"),
        help: text(
            "The service runs the masters; Flannel network, nodes in three zones.",
            "Master 节点由服务托管，Flannel 网络，节点分布在三个可用区。",
        ),
        text: include_str!("presets/managed-pro.json"),
    },
    Preset {
        id: "managed-standard",
        name: text("Managed standard cluster", "标准托管集群"),
        help: text(
            "As the Pro cluster, without its extras.",
            "与 Pro 版相同，但不含 Pro 版的增强功能。",
        ),
        text: include_str!("presets/managed-standard.json"),
    },
    Preset {
        id: "dedicated-flannel",
        name: text("Dedicated cluster, Flannel", "专有版集群（Flannel）"),
        help: text(
            "Three masters of your own in three zones, pods in a range of their own.",
            "三个自有 Master 节点分布在三个可用区，Pod 使用独立网段。",
        ),
        text: include_str!("presets/dedicated-flannel.json"),
    },
    Preset {
        id: "dedicated-terway",
        name: text("Dedicated cluster, Terway", "专有版集群（Terway）"),
        help: text(
            "Three masters of your own, pods with addresses from vSwitches.",
            "三个自有 Master 节点，Pod 使用虚拟交换机的地址。",
        ),
        text: include_str!("presets/dedicated-terway.json"),
    },
    Preset {
        id: "dedicated-subscription",
        name: text("Dedicated cluster by subscription", "专有版集群（包年包月）"),
        help: text(
            "Masters and workers paid for by the year and renewed by themselves.",
            "Master 和 Worker 节点按年付费并自动续费。",
        ),
        text: include_str!("presets/dedicated-subscription.json"),
    },
    Preset {
        id: "edge",
        name: text("Managed edge cluster", "边缘托管集群"),
        help: text(
            "Runs nodes outside the cloud; has versions of its own.",
            "管理云外的边缘节点，使用专用的集群版本。",
        ),
        text: include_str!("presets/edge.json"),
    },
    Preset {
        id: "serverless",
        name: text("Serverless cluster", "Serverless 集群"),
        help: text(
            "No nodes to run; the service makes the network in the zone you name.",
            "无需管理节点，系统在指定可用区自动创建网络。",
        ),
        text: include_str!("presets/serverless.json"),
    },
    Preset {
        id: "registered",
        name: text("Registered cluster", "注册集群"),
        help: text(
            "Registers a cluster that runs elsewhere. The document names the type and no more.",
            "把外部集群注册到 ACK。文档只给出了类型，没有更多说明。",
        ),
        text: include_str!("presets/registered.json"),
    },
    Preset {
        id: "document-example",
        name: text("The document's example 1, as it stands", "文档示例 1（原样）"),
        help: text(
            "A dedicated cluster by subscription, broken as printed: see what is found in it.",
            "包年包月型专有版集群。示例本身有误，可查看发现的问题。",
        ),
        text: include_str!("presets/document-example-dedicated-prepaid-flannel.txt"),
    },
    Preset {
        id: "document-example-terway",
        name: text("The document's example 2, as it stands", "文档示例 2（原样）"),
        help: text("A dedicated cluster with a Terway network.", "Terway 网络的专有版集群。"),
        text: include_str!("presets/document-example-dedicated-terway.txt"),
    },
    Preset {
        id: "document-example-managed-pro",
        name: text("The document's example 3, as it stands", "文档示例 3（原样）"),
        help: text("A managed Pro cluster.", "托管版 Pro 集群。"),
        text: include_str!("presets/document-example-managed-pro.txt"),
    },
    Preset {
        id: "document-example-serverless",
        name: text("The document's example 4, as it stands", "文档示例 4（原样）"),
        help: text("A serverless cluster.", "Serverless 集群。"),
        text: include_str!("presets/document-example-ask-serverless.txt"),
    },
    Preset {
        id: "document-example-edge",
        name: text("The document's example 5, as it stands", "文档示例 5（原样）"),
        help: text("A managed edge cluster.", "边缘托管版集群。"),
        text: include_str!("presets/document-example-managed-edge.txt"),
    },
];

const REQUEST: Request = Request {
    method: "POST",
    url: "https://{endpoint}/clusters",
    headers: &[
        Header {
            name: "Content-Type",
            value: HeaderValue::Fixed("application/json"),
            help: text("The body is JSON.", "请求体为 JSON。"),
        },
        Header {
            name: "x-acs-version",
            value: HeaderValue::Fixed("2015-12-15"),
            help: text("The version of the API (product CS).", "API 版本（产品 CS）。"),
        },
        Header {
            name: "Authorization",
            value: HeaderValue::Secret("ACK_AUTHORIZATION"),
            help: text(
                "The signature of this very request, made with an AK/SK pair. The document only refers to the common headers; their command line and SDKs sign by themselves.",
                "使用 AK/SK 对该请求计算的签名。文档仅引用公共请求头；官方命令行工具和 SDK 会自动签名。",
            ),
        },
    ],
    variables: &[Variable {
        name: "endpoint",
        env: "ACK_ENDPOINT",
        help: text(
            "The ACK endpoint of the region, a host name such as cs.cn-beijing.aliyuncs.com.",
            "所在地域的 ACK 接入地址（主机名），例如 cs.cn-beijing.aliyuncs.com。",
        ),
    }],
    prerequisites: &[
        text(
            "The VPC and the vSwitches exist, unless the cluster is serverless and names a zone.",
            "已创建 VPC 和虚拟交换机（指定了可用区的 Serverless 集群除外）。",
        ),
        text(
            "The key pair exists in the region, if the nodes use one.",
            "如使用密钥对，须已在该地域创建。",
        ),
        text(
            "ACK has been allowed to use the other services it needs: the console asks for it on first use.",
            "已授权 ACK 使用所需的其他云服务（首次登录控制台时会提示授权）。",
        ),
        text(
            "The PrivateZone service is enabled, if a serverless cluster uses it for discovery.",
            "如 Serverless 集群使用 PrivateZone 服务发现，须已开通 PrivateZone。",
        ),
    ],
    success: text(
        "The document states no status code. The answer holds cluster_id, request_id and task_id; the task named by task_id goes on making the cluster.",
        "文档未说明状态码。响应包含 cluster_id、request_id 和 task_id，集群由 task_id 对应的任务继续创建。",
    ),
};
