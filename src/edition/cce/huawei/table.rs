//! The request body, table by table of the document.

use super::super::patterns::NAME;
use super::super::{API_VERSION, KIND};
use super::{BARE_METAL, VIRTUAL_MACHINE};
use crate::diagnostic::Severity::{Info, Warning};
use crate::diagnostic::{Basis, text};
use crate::spec::{
    Choice, Cond, Field, Format, Type, choice, each, field, format, object, one, string, suggest,
};

/// Table 3: the body.
pub(super) const BODY: Field =
    field("", object(BODY_MEMBERS), text("Request body", "请求体")).source("Table 3");

const BODY_MEMBERS: &[Field] = &[
    KIND,
    API_VERSION,
    field("metadata", object(METADATA), text("Metadata", "元数据"))
        .required()
        .help(text("What the cluster is called, and notes of your own about it.", "集群的名称，以及自定义的标签和注解。"))
        .source("Table 3, metadata"),
    field("spec", object(SPEC), text("Specification", "集群定义"))
        .required()
        .help(text("What the cluster is made of.", "要创建的集群的详细描述。"))
        .source("Table 3, spec"),
    field("status", Type::Any, text("Status", "状态"))
        .read_only(text(
            "It is part of answers: the service reports the state and the job ID there. Take it out of a request.",
            "它只出现在响应中，用于返回集群状态和任务 ID，请从请求中删除。",
        ))
        .source("Table 8, status")
        .derived(),
];

/// Table 4: `metadata`, and what Table 9 adds in answers.
const METADATA: &[Field] = &[
    field("name", string(), text("Cluster name", "集群名称"))
        .required()
        .length(1, 24)
        .pattern(&NAME)
        .blank("cluster name")
        .help(text(
            "At most 24 characters: lowercase letters, digits and hyphens, starting with a letter and not ending with a hyphen. (Open Telekom Cloud asks for 4 to 128.)",
            "最长 24 个字符，由小写字母、数字和中划线（-）组成，以字母开头且不以中划线结尾。（Open Telekom Cloud 为 4～128 个字符。）",
        ))
        .source("Table 4, name"),
    field("labels", Type::Map(&LABEL, &[]), text("Labels", "标签"))
        .help(text(
            "Labels of your own, as names and texts. (On Open Telekom Cloud the service writes them itself.)",
            "自定义的集群标签，key/value 均为字符串。（Open Telekom Cloud 由系统自动生成，用户指定的值无效。）",
        ))
        .source("Table 4, labels"),
    field("annotations", Type::Map(&ANNOTATION, &[]), text("Annotations", "注解"))
        .help(text(
            "Annotations of your own, as names and texts. (On Open Telekom Cloud they only name add-ons to install, such as ICAgent; this document knows no such use.)",
            "自定义的集群注解，key/value 均为字符串。（Open Telekom Cloud 仅用它指定要安装的插件，例如 ICAgent；本文档没有这种用法。）",
        ))
        .source("Table 4, annotations"),
    field("uid", string(), text("Cluster ID", "集群 ID"))
        .read_only(text("The service makes the ID; a request cannot choose it.", "ID 由服务自动生成，请求中不能指定。"))
        .source("Table 9, uid")
        .derived(),
    field("creationTimestamp", string(), text("Time of creation", "创建时间"))
        .read_only(text("It is part of answers only.", "它只出现在响应中。"))
        .source("Table 9, creationTimestamp")
        .derived(),
    field("updateTimestamp", string(), text("Time of update", "更新时间"))
        .read_only(text("It is part of answers only.", "它只出现在响应中。"))
        .source("Table 9, updateTimestamp")
        .derived(),
];

const LABEL: Field = each(string(), text("Label", "标签")).source("Table 4, labels");

const ANNOTATION: Field = each(string(), text("Annotation", "注解")).source("Table 4, annotations");

const TYPES: &[Choice] = &[
    one("VirtualMachine", text("nodes are virtual machines", "虚拟机集群，管理虚拟机节点")),
    one(
        "BareMetal",
        text(
            "nodes are bare-metal servers with an extra high-speed network card; the Bare Metal Server service must be activated first",
            "裸金属集群，须先开通裸金属服务，且创建裸金属服务器时须添加一块高速网卡",
        ),
    ),
    one(
        "Windows",
        text(
            "containers run on Windows; the document's constraints on it are lost",
            "Windows 集群，容器运行在 Windows 操作系统上；文档中约束说明的链接已失效",
        ),
    ),
];

/// Where the flavors of virtual machines may be chosen. What Windows takes the document does not say.
const VIRTUAL: Cond = Cond::Not(&Cond::Kind(&[BARE_METAL]));

/// Where what is made for bare metal may be chosen: on Windows it is warned of.
const BARE: Cond = Cond::Not(&Cond::Kind(&[VIRTUAL_MACHINE]));

const fn virtual_machines(value: &'static str, help: crate::diagnostic::Text) -> Choice {
    one(value, help).only(VIRTUAL, text("for clusters on virtual machines", "在虚拟机集群中"))
}

const fn bare_metal(value: &'static str, help: crate::diagnostic::Text) -> Choice {
    one(value, help).only(BARE, text("for bare-metal clusters", "在裸金属集群中"))
}

const FLAVORS: &[Choice] = &[
    virtual_machines(
        "cce.s1.small",
        text(
            "virtual machines, single master, up to 50 nodes",
            "虚拟机，单控制节点，最多 50 个节点",
        ),
    ),
    virtual_machines(
        "cce.s1.medium",
        text(
            "virtual machines, single master, up to 200 nodes",
            "虚拟机，单控制节点，最多 200 个节点",
        ),
    ),
    virtual_machines(
        "cce.s1.large",
        text(
            "virtual machines, single master, up to 1,000 nodes",
            "虚拟机，单控制节点，最多 1000 个节点",
        ),
    ),
    bare_metal(
        "cce.t1.small",
        text("bare metal, single master, up to 10 nodes", "裸金属，单控制节点，最多 10 个节点"),
    ),
    bare_metal(
        "cce.t1.medium",
        text("bare metal, single master, up to 100 nodes", "裸金属，单控制节点，最多 100 个节点"),
    ),
    bare_metal(
        "cce.t1.large",
        text("bare metal, single master, up to 500 nodes", "裸金属，单控制节点，最多 500 个节点"),
    ),
    virtual_machines(
        "cce.s2.small",
        text(
            "virtual machines, high availability, up to 50 nodes",
            "虚拟机，高可用，最多 50 个节点",
        ),
    ),
    virtual_machines(
        "cce.s2.medium",
        text(
            "virtual machines, high availability, up to 200 nodes",
            "虚拟机，高可用，最多 200 个节点",
        ),
    ),
    virtual_machines(
        "cce.s2.large",
        text(
            "virtual machines, high availability, up to 1,000 nodes",
            "虚拟机，高可用，最多 1000 个节点",
        ),
    ),
    bare_metal(
        "cce.t2.small",
        text("bare metal, high availability, up to 10 nodes", "裸金属，高可用，最多 10 个节点"),
    ),
    bare_metal(
        "cce.t2.medium",
        text("bare metal, high availability, up to 100 nodes", "裸金属，高可用，最多 100 个节点"),
    ),
    bare_metal(
        "cce.t2.large",
        text("bare metal, high availability, up to 500 nodes", "裸金属，高可用，最多 500 个节点"),
    ),
];

/// Table 5: `spec`, and what Table 10 adds in answers.
const SPEC: &[Field] = &[
    field("type", choice(TYPES), text("Cluster type", "集群类型"))
        .required()
        .blank("cluster type")
        .help(text(
            "What the nodes are. It decides which flavors and network models there are. (Open Telekom Cloud has VirtualMachine only.)",
            "集群的节点类型，决定可选的集群规格和容器网络模型。（Open Telekom Cloud 仅支持 VirtualMachine。）",
        ))
        .source("Table 5, type"),
    field("flavor", choice(FLAVORS), text("Flavor", "集群规格"))
        .required()
        .blank("flavor")
        .help(text(
            "s is for virtual machines, t for bare metal; 1 is a single master, 2 high availability; the size says how many nodes can be managed. It cannot be changed later. A cluster of a single master is out of order when that fails, though running workloads go on.",
            "s 为虚拟机，t 为裸金属；1 为单控制节点，2 为高可用；small、medium、large 决定可管理的节点数量。创建后不可修改。单控制节点故障后集群不可用，但已运行的负载不受影响。",
        ))
        .source("Table 5, flavor"),
    field("version", format(Format::Version), text("Kubernetes version", "集群版本"))
        .basis(Basis::Example)
        .note(Info, text(
            "which versions can be made is shown in the console, where a cluster is bought; the newest is recommended",
            "可创建的版本以控制台购买集群页面为准，建议选择最新版本",
        ))
        .examples(&["v1.11.3", "v1.7.3-r13"])
        .help(text(
            "The newest is recommended. The console lists the versions on offer, where a cluster is bought. The text writes v1.11.3, the examples v1.7.3-r13. What is taken without it the document does not say. (Open Telekom Cloud: the newest.)",
            "建议选择最新版本，可选版本见控制台的购买集群页面。文档正文的写法为 v1.11.3，示例为 v1.7.3-r13。文档未说明不填写时的默认版本。（Open Telekom Cloud 默认使用最新版本。）",
        ))
        .source("Table 5, version"),
    field("description", string(), text("Description", "集群描述"))
        .help(text("What the cluster is for. Empty by default; it can be changed later.", "集群的用途说明，默认为空，创建后可修改。"))
        .source("Table 5, description"),
    field("hostNetwork", object(HOST_NETWORK), text("Node network", "节点网络"))
        .required()
        .aliases(&["hostNetwok"])
        .help(text(
            "The VPC and subnet that the nodes live in. Both must exist before the request. Two of the document's tables misspell the name as hostNetwok; its examples and Table 6 have it right.",
            "节点所在的 VPC 和子网，须在创建集群前准备好。文档有两处表格误写为 hostNetwok，应以示例和表 6 的 hostNetwork 为准。",
        ))
        .source("Table 5, hostNetwok"),
    field("containerNetwork", object(CONTAINER_NETWORK), text("Container network", "容器网络"))
        .required()
        .help(text("How pods are connected, and their addresses.", "容器网络模型及容器网段。"))
        .source("Table 5, containerNetwork"),
    field("billingMode", Type::Integer(0, 0), text("Billing mode", "计费方式"))
        .default("0")
        .help(text(
            "0, pay per use, is all this API makes, and what applies without it. (Open Telekom Cloud lists it in answers only.)",
            "该 API 只能创建按需计费（0）的集群，不填写时默认为 0。（Open Telekom Cloud 仅在响应中返回该参数。）",
        ))
        .source("Table 5, billingMode"),
    field("extendParam", Type::Map(&EXTRA, EXTEND_PARAM), text("Extended settings", "扩展字段"))
        .help(text(
            "Several availability zones, and the enterprise project. The document names no other key.",
            "多可用区和企业项目等扩展设置，文档没有列出其他键。",
        ))
        .source("Table 5, extendParam"),
    field("authentication", Type::Any, text("Authentication", "认证方式"))
        .read_only(text(
            "The request tables do not name it; answers report it. (Open Telekom Cloud takes it in requests.)",
            "请求参数表中没有该参数，它只出现在响应中。（Open Telekom Cloud 的请求支持该参数。）",
        ))
        .source("Table 10, authentication")
        .derived(),
];

/// Table 6: `hostNetwork`.
const HOST_NETWORK: &[Field] = &[
    field("vpc", format(Format::Uuid), text("VPC ID", "VPC ID"))
        .required()
        .blank("VPC ID")
        .basis(Basis::Example)
        .examples(&["0d1e5edf-5f58-4394-bb07-5c0dd4f3a0d5"])
        .help(text("The VPC the masters are made in. It must exist.", "创建控制节点所用的 VPC，须已存在。"))
        .source("Table 6, vpc"),
    field("subnet", format(Format::Uuid), text("Network ID of the subnet", "子网的网络 ID"))
        .required()
        .blank("network ID of the subnet")
        .basis(Basis::Example)
        .examples(&["a235a126-1cde-4766-b67d-a2bb3123c5ef"])
        .note(Info, text(
            "subnet wants the subnet's network ID, which is not its IPv4 (Neutron) subnet ID",
            "subnet 需要的是子网的网络 ID（Network ID），而不是 IPv4 子网 ID（Neutron）",
        ))
        .help(text(
            "The network ID of the subnet the masters are made in, as the VPC service shows it; its subnet ID is another.",
            "创建控制节点所用子网的网络 ID（可在 VPC 服务中查到），与子网 ID 不同。",
        ))
        .source("Table 6, subnet"),
    field("highwaySubnet", format(Format::Uuid), text("High-speed subnet ID", "高速网络的子网 ID"))
        .required()
        .kinds(&[BARE_METAL])
        .blank("high-speed subnet ID")
        .basis(Basis::Example)
        .examples(&["a95d96e3-1f13-442a-8f06-f9cb4211eaa4"])
        .help(text(
            "The subnet of the high-speed network that bare-metal nodes use, made for it beforehand. Bare-metal clusters need it; the column says optional.",
            "裸金属节点所用高速网络的子网 ID，须事先创建高速网络。裸金属集群必填（尽管表格中标为可选）。",
        ))
        .source("Table 6, highwaySubnet"),
];

const NETWORK_MODES: &[Choice] = &[
    one(
        "overlay_l2",
        text(
            "tunnel network: VXLAN over the VPC, with Open vSwitch; suits most uses, supports network policies, costs a little for the tunnel",
            "容器隧道网络：基于 OVS/VXLAN，适合大多数场景，支持网络策略（Network Policy），隧道封装略有损耗",
        ),
    ),
    bare_metal(
        "underlay_ipvlan",
        text(
            "bare-metal servers on the network below, by ipvlan",
            "Underlay 网络：裸金属服务器上基于 ipvlan",
        ),
    ),
    one(
        "vpc-router",
        text(
            "VPC network: ipvlan and routes in the VPC, a fixed block of addresses for each node; faster, and pods can be reached from outside the cluster",
            "VPC 网络：ipvlan 加 VPC 路由，每个节点占用固定大小的地址块，性能更好，可从集群外直接访问 Pod",
        ),
    ),
];

/// Table 7: `containerNetwork`.
const CONTAINER_NETWORK: &[Field] = &[
    field("mode", choice(NETWORK_MODES), text("Network model", "容器网络模型"))
        .required()
        .blank("network model")
        .help(text(
            "How pods are connected. (Open Telekom Cloud has no underlay_ipvlan.)",
            "容器网络模型。（Open Telekom Cloud 没有 underlay_ipvlan。）",
        ))
        .source("Table 7, mode"),
    field("cidr", format(Format::Cidr), text("Container range", "容器网段"))
        .blank("container range")
        .examples(&["172.16.0.0/16"])
        .help(text(
            "Recommended: 10.0.0.0/12 to /19, 172.16.0.0/16 to /19, 192.168.0.0/16 to /19. On a conflict the service picks another by itself. It cannot be changed later. With 110 pods a node, a /16 has room for 595 nodes, a /17 for 297, a /18 for 148, a /19 for 74: the document's \"at least 582\" is true of a /16 only.",
            "推荐：10.0.0.0/12-19、172.16.0.0/16-19、192.168.0.0/16-19。网段冲突时系统会自动重新选择；创建后不可修改。按每节点 110 个 Pod 计算，/16 可容纳 595 个节点，/17 为 297 个，/18 为 148 个，/19 为 74 个；文档所说的“至少 582 个节点”只适用于 /16。",
        ))
        .source("Table 7, cidr"),
];

/// Table 5, `extendParam`: the keys its text names.
const EXTEND_PARAM: &[Field] = &[
    field("clusterAZ", suggest(&[one("multi_az", text("the masters are placed in different zones", "控制节点分布在不同可用区"))]), text("Several zones", "多可用区"))
        .help(text(
            "multi_az spreads the masters of a high-availability flavor over the zones, so that the cluster survives the loss of one.",
            "设为 multi_az 时，高可用集群的控制节点分布在不同可用区，单个可用区故障时集群仍可用。",
        ))
        .source("Table 5, extendParam"),
    field("enterpriseProjectId", string(), text("Enterprise project ID", "企业项目 ID"))
        .blank("enterprise project ID")
        .help(text(
            "The enterprise project that the cluster belongs to. The enterprise project feature must be activated for the account first.",
            "集群所属企业项目的 ID，须先开通企业项目功能。",
        ))
        .source("Table 5, extendParam"),
];

const EXTRA: Field = each(Type::Any, text("Further setting", "其他扩展字段"))
    .basis(Basis::Example)
    .note(Warning, text(
        "the document names clusterAZ and enterpriseProjectId for extendParam; what this key does it does not say, though its own examples send one (foo)",
        "文档只为 extendParam 列出了 clusterAZ 和 enterpriseProjectId，没有说明该键的作用（文档示例中却填写了 foo）",
    ))
    .derived()
    .source("Table 5, extendParam");
