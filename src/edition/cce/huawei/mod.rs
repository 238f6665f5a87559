//! Huawei Cloud CCE v3, "Creating a Cluster".

mod table;

use std::sync::OnceLock;

use crate::diagnostic::text;
use crate::edition::{Edition, Group, Header, HeaderValue, Preset, Request, Views};
use crate::json::NodeId;
use crate::network::{Capacity, Range, RangeField, role};
use crate::spec::{ClusterKind, Given, Kinds, View};

/// The edition.
pub static EDITION: Edition = Edition {
    id: "cce-huawei",
    name: text("Huawei Cloud CCE v3", "华为云 CCE v3"),
    document: text(
        "Huawei Cloud, CCE API Reference, Creating a Cluster",
        "华为云 CCE API 参考，创建集群",
    ),
    root: table::BODY,
    version: "/spec/version",
    kinds: Kinds { all: KINDS, of: kind_of },
    presets: PRESETS,
    checks: super::rules::ALL,
    ranges: RANGES,
    capacity: Some(capacity),
    source: "URI, Table 1, Table 2, Table 14",
    rows: OnceLock::new(),
};

/// What its views show.
pub static VIEWS: Views = Views { layout: LAYOUT, sketch: super::sketch::DRAFT, request: REQUEST };

const VIRTUAL_MACHINE: &str = "virtual-machine";
const BARE_METAL: &str = "bare-metal";
const WINDOWS: &str = "windows";

const KINDS: &[ClusterKind] = &[
    ClusterKind {
        id: VIRTUAL_MACHINE, name: text("cluster on virtual machines", "虚拟机集群")
    },
    ClusterKind { id: BARE_METAL, name: text("bare-metal cluster", "裸金属集群") },
    ClusterKind { id: WINDOWS, name: text("Windows cluster", "Windows 集群") },
];

/// The type says it.
fn kind_of(view: &View) -> &'static str {
    match view.text("/spec/type", NodeId::ROOT).known().as_deref() {
        Some("VirtualMachine") => VIRTUAL_MACHINE,
        Some("BareMetal") => BARE_METAL,
        Some("Windows") => WINDOWS,
        _ => "",
    }
}

const LAYOUT: &[Group] = &[
    Group {
        title: text("Cluster", "集群"),
        help: text("", ""),
        rows: &[
            "/metadata/name",
            "/spec/type",
            "/spec/flavor",
            "/spec/version",
            "/spec/description",
        ],
    },
    Group {
        title: text("Node network", "节点网络"),
        help: text(
            "The VPC and its subnets must exist before the request.",
            "VPC 和子网须在请求前创建好。",
        ),
        rows: &["/spec/hostNetwork"],
    },
    Group {
        title: text("Container network", "容器网络"),
        help: text(
            "The container range cannot be changed after creation.",
            "容器网段创建后不可修改。",
        ),
        rows: &["/spec/containerNetwork"],
    },
    Group {
        title: text("Zones, project and billing", "可用区、企业项目与计费"),
        help: text("", ""),
        rows: &["/spec/extendParam", "/spec/billingMode"],
    },
    Group {
        title: text("Labels and annotations", "标签与注解"),
        help: text("", ""),
        rows: &["/metadata/labels", "/metadata/annotations"],
    },
    Group {
        title: text("Fixed and returned", "固定与只读参数"),
        help: text("", ""),
        rows: &["/kind", "/apiVersion", "/metadata", "/spec", "/status"],
    },
];

const PRESETS: &[Preset] = &[
    Preset {
        id: "vm-ha",
        name: text("HA cluster on virtual machines", "高可用虚拟机集群"),
        help: text(
            "Several masters, tunnel network: the usual start.",
            "多个控制节点，容器隧道网络，常用配置。",
        ),
        text: include_str!("presets/vm-ha.json"),
    },
    Preset {
        id: "vm-ha-zones",
        name: text(
            "HA across zones, in an enterprise project",
            "高可用虚拟机集群（跨可用区，指定企业项目）",
        ),
        help: text(
            "Masters in different zones; the cluster belongs to an enterprise project, a feature to be activated first.",
            "控制节点分布在不同可用区；集群归属指定的企业项目，须先开通企业项目功能。",
        ),
        text: include_str!("presets/vm-ha-zones.json"),
    },
    Preset {
        id: "vm-single",
        name: text("Single master for trial", "单控制节点虚拟机集群（试用）"),
        help: text("The smallest cluster; not for production.", "最小规模的集群，不适合生产环境。"),
        text: include_str!("presets/vm-single.json"),
    },
    Preset {
        id: "vm-routes",
        name: text("HA cluster on the VPC network", "高可用虚拟机集群（VPC 网络）"),
        help: text(
            "Routes instead of tunnels: faster, and pods can be reached from outside.",
            "使用 VPC 路由代替隧道，性能更好，可从集群外直接访问 Pod。",
        ),
        text: include_str!("presets/vm-routes.json"),
    },
    Preset {
        id: "bare-metal",
        name: text("HA bare-metal cluster", "高可用裸金属集群"),
        help: text(
            "Bare-metal servers on a high-speed network of their own; the Bare Metal Server service must be activated.",
            "裸金属服务器，使用独立的高速网络；须先开通裸金属服务。",
        ),
        text: include_str!("presets/bare-metal.json"),
    },
    Preset {
        id: "windows",
        name: text("Windows cluster", "Windows 集群"),
        help: text(
            "The document says neither which flavors nor which network models Windows takes: choose both.",
            "文档未说明 Windows 集群可用的规格和网络模型，需自行选择。",
        ),
        text: include_str!("presets/windows.json"),
    },
    Preset {
        id: "document-example",
        name: text(
            "The document's example on virtual machines, as it stands",
            "文档示例：虚拟机集群（原样）",
        ),
        help: text(
            "With a key of extendParam that the document does not explain.",
            "虚拟机集群；extendParam 中有文档未说明的键。",
        ),
        text: include_str!("presets/document-example.txt"),
    },
    Preset {
        id: "document-example-bare-metal",
        name: text(
            "The document's bare-metal example, as it stands",
            "文档示例：裸金属集群（原样）",
        ),
        help: text(
            "With a key of extendParam that the document does not explain.",
            "裸金属集群；extendParam 中有文档未说明的键。",
        ),
        text: include_str!("presets/document-example-bare-metal.txt"),
    },
];

const RANGES: &[RangeField] = &[RangeField {
    role: role::POD,
    name: text("container range", "容器网段"),
    pointer: "/spec/containerNetwork/cidr",
    implied: None,
    when: None,
}];

/// The pods that a node takes by default, each with an address of its own.
const PODS: u64 = 110;

/// Where pods take single addresses of the container range, it has room for as many nodes as it holds times the default number of
/// pods. The VPC network hands out blocks, whose size the document does not say.
fn capacity(view: &View, ranges: &[Range]) -> Option<Capacity> {
    let mode = view.text("/spec/containerNetwork/mode", NodeId::ROOT);
    let Given::Is(mode) = mode else { return None };
    let range = ranges.iter().find(|range| range.role == role::POD)?;
    if !matches!(&*mode, "overlay_l2" | "underlay_ipvlan") {
        return None;
    }
    let addresses = 1u64 << (32 - range.net.prefix_len());
    Some(Capacity {
        nodes: addresses / PODS,
        addresses_per_node: PODS,
        wanted: super::flavor_nodes(view),
    })
}

const REQUEST: Request = Request {
    method: "POST",
    url: super::URL,
    headers: &[
        Header {
            name: "Content-Type",
            value: HeaderValue::Fixed("application/json"),
            help: text(
                "Mandatory. application/json;charset=utf-8 is the other value that is taken.",
                "必选，也可以填写 application/json;charset=utf-8。",
            ),
        },
        Header {
            name: "X-Auth-Token",
            value: HeaderValue::Secret("HUAWEI_TOKEN"),
            help: text(
                "A user token; mandatory where a token authenticates the request. A request signed with AK/SK carries an Authorization header instead.",
                "用户 Token，使用 Token 认证时必选。如使用 AK/SK 签名认证，则改用 Authorization 请求头。",
            ),
        },
    ],
    variables: super::VARIABLES,
    prerequisites: &[
        text(
            "A VPC and a subnet exist; existing ones can be used again.",
            "已创建 VPC 和子网，可重复使用已有的 VPC 和子网。",
        ),
        text(
            "The account has fewer than five clusters: the default quota, which a ticket can raise.",
            "账户下的集群少于 5 个（默认配额，可提交工单增加）。",
        ),
        text(
            "For a bare-metal cluster: the Bare Metal Server service is activated and a high-speed network exists; each server gets an extra high-speed network card.",
            "创建裸金属集群：已开通裸金属服务并创建高速网络；创建裸金属服务器时须添加一块高速网卡。",
        ),
        text(
            "To name an enterprise project: the enterprise project feature is activated.",
            "指定企业项目：已开通企业项目功能。",
        ),
        text(
            "The cluster is made empty, with masters only: worker nodes are added by further requests.",
            "创建的是只有控制节点的空集群，工作节点需另行添加。",
        ),
        text(
            "ICAgent, the log and metrics collector, is not installed with the cluster: install it afterwards where it is needed.",
            "默认不安装 ICAgent（日志与指标采集组件），如有需要请在创建后安装。",
        ),
    ],
    success: text(
        "201: the job is accepted. status.jobID names it, for the query of its progress; the cluster exists when its phase is Available.",
        "201：任务下发成功。status.jobID 为任务 ID，可用于查询作业进度；状态变为 Available 后集群才可用。",
    ),
};
