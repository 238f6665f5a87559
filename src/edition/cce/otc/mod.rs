//! Open Telekom Cloud CCE v3, "Creating a Cluster".

mod table;

use std::sync::OnceLock;

use crate::diagnostic::{Basis, text};
use crate::edition::{Edition, Group, Header, HeaderValue, Preset, Request, Views};
use crate::network::{Capacity, Implied, Range, RangeField, role};
use crate::spec::{ClusterKind, Cond, Kinds, View};

/// The edition.
pub static EDITION: Edition = Edition {
    id: "cce-otc",
    name: text("Open Telekom Cloud CCE v3", "Open Telekom Cloud CCE v3"),
    document: text(
        "Open Telekom Cloud, CCE API Reference, Creating a Cluster",
        "Open Telekom Cloud CCE API 参考，创建集群",
    ),
    root: table::BODY,
    version: "/spec/version",
    kinds: Kinds {
        all: &[ClusterKind {
            id: "virtual-machine",
            name: text("cluster on virtual machines", "虚拟机集群"),
        }],
        of: |_| "virtual-machine",
    },
    presets: PRESETS,
    checks: super::rules::ALL,
    ranges: RANGES,
    capacity: Some(capacity),
    source: "URI, Table 1, Table 2, Table 25",
    rows: OnceLock::new(),
};

/// What its views show.
pub static VIEWS: Views = Views { layout: LAYOUT, sketch: super::sketch::DRAFT, request: REQUEST };

const LAYOUT: &[Group] = &[
    Group {
        title: text("Cluster", "集群"),
        help: text("", ""),
        rows: &[
            "/metadata/name",
            "/spec/flavor",
            "/spec/version",
            "/spec/type",
            "/spec/category",
            "/spec/description",
        ],
    },
    Group {
        title: text("Node network", "节点网络"),
        help: text(
            "The VPC and subnet must exist before the request.",
            "VPC 和子网须在请求前创建好。",
        ),
        rows: &["/spec/hostNetwork"],
    },
    Group {
        title: text("Container and service network", "容器与服务网络"),
        help: text("These ranges cannot be changed after creation.", "这些网段创建后不可修改。"),
        rows: &[
            "/spec/containerNetwork",
            "/spec/kubernetesSvcIpRange",
            "/spec/kubeProxyMode",
            "/spec/extendParam/alpha.cce~1fixPoolMask",
            "/spec/ipv6enable",
            "/spec/eniNetwork",
        ],
    },
    Group {
        title: text("Masters and zones", "控制节点与可用区"),
        help: text("", ""),
        rows: &[
            "/spec/extendParam/clusterAZ",
            "/spec/masters",
            "/spec/extendParam/dssMasterVolumes",
            "/spec/enableMasterVolumeEncryption",
        ],
    },
    Group {
        title: text("Access and authentication", "访问与认证"),
        help: text("", ""),
        rows: &[
            "/spec/authentication",
            "/spec/publicAccess",
            "/spec/customSan",
            "/spec/extendParam/clusterExternalIP",
        ],
    },
    Group {
        title: text("Add-ons and extras", "插件与扩展"),
        help: text("", ""),
        rows: &["/metadata/annotations", "/spec/extendParam"],
    },
    Group {
        title: text("Fixed and returned", "固定与只读参数"),
        help: text("", ""),
        rows: &["/kind", "/apiVersion", "/metadata", "/spec", "/status"],
    },
];

const PRESETS: &[Preset] = &[
    Preset {
        id: "ha-tunnel",
        name: text("HA cluster on a tunnel network", "高可用集群（隧道网络）"),
        help: text(
            "Three masters, overlay network: the usual start.",
            "三个控制节点，容器隧道网络，常用配置。",
        ),
        text: include_str!("presets/ha-tunnel.json"),
    },
    Preset {
        id: "ha-zones",
        name: text("HA across availability zones", "高可用集群（跨可用区）"),
        help: text(
            "Three masters in different zones; survives the loss of one zone.",
            "三个控制节点分布在不同可用区，单个可用区故障不影响集群。",
        ),
        text: include_str!("presets/ha-zones.json"),
    },
    Preset {
        id: "single-master",
        name: text("Single master for trial", "单控制节点（试用）"),
        help: text("The smallest cluster; not for production.", "最小规模的集群，不适合生产环境。"),
        text: include_str!("presets/single-master.json"),
    },
    Preset {
        id: "vpc-ranges",
        name: text("VPC network with several container ranges", "VPC 网络（多个容器网段）"),
        help: text(
            "Routes instead of tunnels, two container ranges, a fixed block for each node.",
            "使用 VPC 路由，两个容器网段，每个节点固定地址块。",
        ),
        text: include_str!("presets/vpc-ranges.json"),
    },
    Preset {
        id: "authenticating-proxy",
        name: text("Authenticating proxy", "认证代理"),
        help: text(
            "A proxy of yours authenticates the users; needs its certificates.",
            "由自己的认证代理认证用户，需要提供证书。",
        ),
        text: include_str!("presets/authenticating-proxy.json"),
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
];

const RANGES: &[RangeField] = &[
    RangeField {
        role: role::POD,
        name: text("container range", "容器网段"),
        pointer: "/spec/containerNetwork/cidrs/*/cidr",
        implied: None,
        when: None,
    },
    RangeField {
        role: role::POD,
        name: text("container range", "容器网段"),
        pointer: "/spec/containerNetwork/cidr",
        implied: None,
        when: Some(Cond::Not(&Cond::Set("/spec/containerNetwork/cidrs"))),
    },
    RangeField {
        role: role::SERVICE,
        name: text("service range", "服务网段"),
        pointer: "/spec/kubernetesSvcIpRange",
        implied: Some(Implied {
            net: "10.247.0.0/16",
            when: Cond::All(&[]),
            basis: Basis::Example,
        }),
        when: None,
    },
    RangeField {
        role: role::ENI,
        name: text("ENI subnet", "ENI 子网"),
        pointer: "/spec/eniNetwork/eniSubnetCIDR",
        implied: None,
        when: None,
    },
];

/// On the VPC network each node takes a block of the container ranges; the flavor says how many nodes there may be.
fn capacity(view: &View, ranges: &[Range]) -> Option<Capacity> {
    let (_, mask) = super::rules::fix_pool_mask(view)?;
    let nodes = ranges
        .iter()
        .filter(|range| range.role == role::POD && range.net.prefix_len() <= mask)
        .map(|range| 1u64 << (mask - range.net.prefix_len()))
        .sum();
    Some(Capacity {
        nodes,
        addresses_per_node: 1 << (32 - mask),
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
            help: text("Mandatory.", "必选。"),
        },
        Header {
            name: "X-Auth-Token",
            value: HeaderValue::Secret("OTC_TOKEN"),
            help: text(
                "A user token. A request signed with AK/SK carries an Authorization header instead.",
                "用户 Token。如使用 AK/SK 签名认证，则改用 Authorization 请求头。",
            ),
        },
    ],
    variables: super::VARIABLES,
    prerequisites: &[
        text("A VPC and a subnet exist.", "已创建 VPC 和子网。"),
        text(
            "CCE has been allowed to use the other services it needs in the project: the console asks for it on first use.",
            "已授权 CCE 在该项目中使用所需的其他云服务（首次登录控制台时会提示授权）。",
        ),
        text(
            "The account has fewer than five clusters in the region (the default quota).",
            "账户在该区域的集群数少于 5 个（默认配额）。",
        ),
        text(
            "The cluster is made empty: worker nodes are added by further requests.",
            "创建的是空集群，工作节点需另行添加。",
        ),
    ],
    success: text(
        "201: the job is accepted. status.jobID names it; the cluster exists when its phase is Available.",
        "201：任务下发成功。status.jobID 为任务 ID，状态变为 Available 后集群才可用。",
    ),
};
