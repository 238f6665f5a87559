//! The request body, table by table of the document.

use super::super::patterns::NAME;
use super::super::rules::VPC_ROUTER;
use super::super::{API_VERSION, KIND};
use crate::diagnostic::Severity::{Error, Info, Warning};
use crate::diagnostic::{Basis, Text, text};
use crate::spec::{
    Choice, Cond, Field, Format, Items, Type, array, choice, each, field, format, items, object,
    one, string, suggest, unique,
};

/// Table 3: the body.
pub(super) const BODY: Field =
    field("", object(BODY_MEMBERS), text("Request body", "请求体")).source("Table 3");

const BODY_MEMBERS: &[Field] = &[
    KIND,
    API_VERSION,
    field("metadata", object(METADATA), text("Metadata", "元数据"))
        .required()
        .help(text("What the cluster is called, and the add-ons to install with it.", "集群的名称，以及随集群安装的插件。"))
        .source("Table 3, metadata"),
    field("spec", object(SPEC), text("Specification", "集群规格"))
        .required()
        .help(text("What the cluster is made of.", "要创建的集群的详细描述。"))
        .source("Table 3, spec"),
    field("status", Type::Any, text("Status", "状态"))
        .read_only(text(
            "It is part of answers: the service reports the state and the job ID there. Take it out of a request.",
            "它只出现在响应中，用于返回集群状态和任务 ID，请从请求中删除。",
        ))
        .source("Table 15, status")
        .derived(),
];

/// Table 4: `metadata`.
const METADATA: &[Field] = &[
    field("name", string(), text("Cluster name", "集群名称"))
        .required()
        .length(4, 128)
        .pattern(&NAME)
        .blank("cluster name")
        .help(text(
            "4 to 128 characters: lowercase letters, digits and hyphens, starting with a letter and not ending with a hyphen. (Huawei Cloud allows 24 at most.)",
            "4～128 个字符，由小写字母、数字和中划线（-）组成，以字母开头且不以中划线结尾。（华为云最长 24 个字符。）",
        ))
        .source("Table 4, name"),
    field("uid", string(), text("Cluster ID", "集群 ID"))
        .read_only(text("The service makes the ID; a request cannot choose it.", "ID 由服务自动生成，请求中不能指定。"))
        .source("Table 4, uid"),
    field("labels", Type::Map(&LABEL, &[]), text("Labels", "标签"))
        .note(Warning, text(
            "labels have no effect: the service writes them itself, although the document's own example sets some",
            "labels 不会生效：该参数由系统自动生成（文档自己的示例中却设置了它）",
        ))
        .help(text(
            "Written by the service for its own front end; what a request says here is void. The document's example sets labels nevertheless.",
            "由系统自动生成，供前端识别集群特性，用户指定的值无效。文档示例中却设置了该参数。",
        ))
        .source("Table 4, labels"),
    field("annotations", Type::Map(&ANNOTATION, &[INSTALL]), text("Annotations", "注解"))
        .help(text(
            "Only used to name add-ons that are installed with the cluster; not stored, so other keys have no effect.",
            "仅用于指定随集群安装的插件，不会存储，其他键不会生效。",
        ))
        .source("Table 4, annotations"),
    field("creationTimestamp", string(), text("Time of creation", "创建时间"))
        .read_only(text("It is part of answers only.", "它只出现在响应中。"))
        .source("Table 16, creationTimestamp"),
    field("updateTimestamp", string(), text("Time of update", "更新时间"))
        .read_only(text("It is part of answers only.", "它只出现在响应中。"))
        .source("Table 16, updateTimestamp"),
];

const LABEL: Field = each(string(), text("Label", "标签")).source("Table 4, labels");

const ANNOTATION: Field = each(string(), text("Annotation", "注解"))
    .basis(Basis::Example)
    .note(Warning, text(
        "this annotation has no effect: annotations are not stored and only name add-ons to install",
        "该注解不会生效：注解不会存储，仅用于指定要安装的插件",
    ))
    .source("Table 4, annotations");

const INSTALL: Field = field(
    "cluster.install.addons.external/install",
    format(Format::Json(&Type::Array(&ADDONS))),
    text("Add-ons to install", "要安装的插件"),
)
.help(text(
    "JSON in a string: a list of add-ons to install with the cluster. ICAgent, the log and metrics collector, is not installed otherwise.",
    "字符串形式的 JSON：随集群安装的插件列表。若不指定，默认不安装 ICAgent（日志与指标采集组件）。",
))
.examples(&["[{\"addonTemplateName\":\"icagent\"}]"])
.source("Note, ICAgent");

const ADDONS: Items = items(each(object(ADDON), text("Add-on", "插件")).source("Note, ICAgent"));

const ADDON: &[Field] = &[field(
    "addonTemplateName",
    suggest(&[one(
        "icagent",
        text("collects logs and metrics from the nodes", "采集节点日志与指标"),
    )]),
    text("Add-on name", "插件名称"),
)
.required()
.derived()
.help(text(
    "Which add-on to install. The document names icagent only.",
    "要安装的插件名称，文档中只提到 icagent。",
))
.source("Note, ICAgent")];

const FLAVORS: &[Choice] = &[
    one(
        "cce.s1.small",
        text("single master, up to 50 nodes", "小规模单控制节点集群，最多 50 个节点"),
    ),
    one(
        "cce.s1.medium",
        text("single master, up to 200 nodes", "中等规模单控制节点集群，最多 200 个节点"),
    ),
    one(
        "cce.s2.small",
        text("high availability, up to 50 nodes", "小规模高可用集群，最多 50 个节点"),
    ),
    one(
        "cce.s2.medium",
        text("high availability, up to 200 nodes", "中等规模高可用集群，最多 200 个节点"),
    ),
    one(
        "cce.s2.large",
        text("high availability, up to 1,000 nodes", "大规模高可用集群，最多 1000 个节点"),
    ),
    one(
        "cce.s2.xlarge",
        text("high availability, up to 2,000 nodes", "超大规模高可用集群，最多 2000 个节点"),
    ),
];

/// Table 5: `spec`.
const SPEC: &[Field] = &[
    field("category", choice(&[one("CCE", text("a CCE cluster", "CCE 集群"))]), text("Cluster category", "集群类别"))
        .since("v1.17.17", Warning)
        .help(text("Only CCE is listed; known from v1.17.17 on.", "仅列出 CCE；从 v1.17.17 起有效。"))
        .source("Table 5, category"),
    field("type", choice(&[one("VirtualMachine", text("masters on x86 virtual machines", "控制节点为 x86 虚拟机"))]), text("Cluster type", "集群类型"))
        .required()
        .help(text("Only VirtualMachine. (Huawei Cloud also has BareMetal and Windows.)", "仅支持 VirtualMachine。（华为云另有 BareMetal 和 Windows。）"))
        .source("Table 5, type"),
    field("flavor", choice(FLAVORS), text("Flavor", "集群规格"))
        .required()
        .blank("flavor")
        .help(text(
            "How many masters, and how many nodes they can manage. It cannot be changed later. Single-master clusters stop taking new work when their master fails.",
            "决定控制节点数量及可管理的节点数量，创建后不可修改。单控制节点集群在控制节点故障时无法处理新的负载。",
        ))
        .source("Table 5, flavor"),
    field("version", format(Format::Version), text("Kubernetes version", "集群版本"))
        .basis(Basis::Example)
        .note(Info, text(
            "the versions on offer differ by region, and older ones are taken offline in time; without version the newest is made",
            "各区域提供的版本不同，旧版本会逐步下线；不填写 version 时使用最新版本",
        ))
        .examples(&["v1.19.8-r0", "v1.25"])
        .help(text(
            "Without it the newest version is taken, which is recommended. The API also makes older versions that the console no longer offers; those go out of service over time, and what is offered differs by region.",
            "不填写时使用最新版本（推荐）。API 还可以创建控制台不再提供的旧版本，但这些版本会逐步下线；各区域提供的版本可能不同。",
        ))
        .source("Table 5, version"),
    field("platformVersion", string(), text("Platform version", "平台版本"))
        .read_only(text(
            "It is for viewing only (cce.X.Y): the service takes the newest that suits the cluster version.",
            "仅供查看（格式 cce.X.Y），系统会自动选择集群版本对应的最新平台版本。",
        ))
        .source("Table 5, platformVersion"),
    field("description", string(), text("Description", "集群描述"))
        .help(text("What the cluster is for. It can be changed later.", "集群的用途说明，创建后可修改。"))
        .source("Table 5, description"),
    field("customSan", array(&SANS), text("Extra names of the API server", "API Server 证书 SAN"))
        .help(text(
            "Further DNS names and IP addresses in the API server's certificate, one an item, each once.",
            "API Server 证书中额外的域名和 IP 地址，每项一个，不可重复。",
        ))
        .source("Table 5, customSan"),
    field("ipv6enable", Type::Bool, text("IPv6", "IPv6"))
        .since("v1.25", Error)
        .help(text("Whether the cluster has IPv6 addresses; from v1.25 on.", "集群是否支持 IPv6 地址；v1.25 及以上版本支持。"))
        .source("Table 5, ipv6enable"),
    field("hostNetwork", object(HOST_NETWORK), text("Node network", "节点网络"))
        .required()
        .help(text(
            "The VPC and subnet that the nodes live in. Both must exist before the request.",
            "节点所在的 VPC 和子网，须在创建集群前准备好。",
        ))
        .source("Table 5, hostNetwork"),
    field("containerNetwork", object(CONTAINER_NETWORK), text("Container network", "容器网络"))
        .required()
        .help(text("How pods are connected, and their addresses.", "容器网络模型及容器网段。"))
        .source("Table 5, containerNetwork"),
    field("eniNetwork", object(ENI_NETWORK), text("ENI network", "ENI 容器网络"))
        .note(Warning, text(
            "eniNetwork has a table of its own in the document, but no row of the spec table names it and no network mode uses it",
            "文档中有 eniNetwork 的表格，但 spec 表中没有引用它，也没有使用它的网络模型",
        ))
        .basis(Basis::Example)
        .help(text(
            "Half documented: Table 12 describes it, Table 5 does not list it, and no container network mode of this document uses it.",
            "文档描述不完整：表 12 有说明，但表 5 未列出，且没有对应的容器网络模型。",
        ))
        .source("Table 12"),
    field("publicAccess", object(PUBLIC_ACCESS), text("API access", "API 访问控制"))
        .help(text("Who may reach the cluster's API. It takes effect at creation only.", "允许访问集群 API 的来源，仅在创建集群时有效。"))
        .source("Table 5, publicAccess"),
    field("authentication", object(AUTHENTICATION), text("Authentication", "认证方式"))
        .help(text("How users of the cluster prove who they are.", "集群的认证方式配置。"))
        .source("Table 5, authentication"),
    field("masters", array(&MASTERS), text("Masters", "控制节点"))
        .help(text(
            "One entry a master, with its availability zone: three for high-availability flavors, one for single-master flavors.",
            "每个控制节点一项，指定其可用区：高可用规格 3 项，单控制节点规格 1 项。",
        ))
        .source("Table 5, masters"),
    field("kubernetesSvcIpRange", format(Format::Cidr), text("Service range", "服务网段"))
        .since("v1.11.7", Error)
        .blank("service range")
        .examples(&["10.247.0.0/16"])
        .help(text(
            "The range that cluster IPs of services come from. Not set, the document's response example suggests 10.247.0.0/16. It must stay clear of the container ranges.",
            "Service 的 ClusterIP 网段。不填写时，文档响应示例显示为 10.247.0.0/16。不能与容器网段重叠。",
        ))
        .source("Table 5, kubernetesSvcIpRange"),
    field("kubeProxyMode", choice(PROXY_MODES), text("Service forwarding", "服务转发模式"))
        .help(text("How kube-proxy forwards traffic to services. The document states no default.", "kube-proxy 的转发模式，文档未说明默认值。"))
        .source("Table 5, kubeProxyMode"),
    field("extendParam", object(EXTEND_PARAM), text("Extended settings", "扩展字段"))
        .help(text("Further settings, such as several availability zones.", "扩展设置，例如多可用区部署。"))
        .source("Table 5, extendParam"),
    field("enableMasterVolumeEncryption", Type::Bool, text("Encrypt master disks", "控制节点磁盘加密"))
        .since("v1.25", Error)
        .note(Info, text(
            "enableMasterVolumeEncryption cannot be changed after creation, and costs some disk performance",
            "enableMasterVolumeEncryption 创建后不可修改，开启后会损失一定的磁盘 I/O 性能",
        ))
        .help(text(
            "Encrypts the masters' system and data disks (AES-256); from v1.25 on, and for good.",
            "对控制节点的系统盘和数据盘加密（默认 AES-256）；v1.25 及以上版本支持，创建后不可修改。",
        ))
        .source("Table 5, enableMasterVolumeEncryption"),
    field("billingMode", Type::Any, text("Billing mode", "计费方式"))
        .read_only(text(
            "The request table does not name it; the response table does, as not supported by the current version. The document's example sends it nevertheless.",
            "请求参数表中没有该参数；响应参数表中注明当前版本不支持。文档示例中却填写了它。",
        ))
        .source("Table 17, billingMode"),
    field("az", Type::Any, text("Availability zone", "可用区"))
        .read_only(text("It is returned by queries only.", "它只在查询时返回。"))
        .source("Table 17, az"),
    field("supportIstio", Type::Any, text("Istio support", "是否支持 Istio"))
        .read_only(text("It is part of answers only, and the current version does not support it.", "它只出现在响应中，且当前版本不支持。"))
        .source("Table 17, supportIstio"),
];

const SANS: Items = unique(
    each(format(Format::Host), text("Name or address", "域名或 IP")).source("Table 5, customSan"),
);

const PROXY_MODES: &[Choice] = &[
    one(
        "iptables",
        text(
            "the traditional mode; slows down with many services",
            "传统模式，Service 数量多时性能下降",
        ),
    ),
    one(
        "ipvs",
        text("higher throughput; suits large clusters", "吞吐更高、更新更快，适合大规模集群"),
    ),
];

/// Table 6: `hostNetwork`.
const HOST_NETWORK: &[Field] = &[
    field("vpc", format(Format::Uuid), text("VPC ID", "VPC ID"))
        .required()
        .blank("VPC ID")
        .basis(Basis::Example)
        .examples(&["23d3725f-6ffe-400e-8fb6-b4f9a7b3e8c1"])
        .help(text("The VPC the masters are made in. It must exist.", "创建控制节点所用的 VPC，须已存在。"))
        .source("Table 6, vpc"),
    field("subnet", format(Format::Uuid), text("Network ID of the subnet", "子网的网络 ID"))
        .required()
        .blank("network ID of the subnet")
        .basis(Basis::Example)
        .note(Info, text(
            "subnet wants the subnet's network ID, which is not its IPv4 (Neutron) subnet ID",
            "subnet 需要的是子网的网络 ID（Network ID），而不是 IPv4 子网 ID（Neutron）",
        ))
        .help(text(
            "The network ID of the subnet, as the VPC console shows it. The IPv4 subnet ID of the same subnet is refused.",
            "子网的网络 ID（在 VPC 控制台可见）。填写同一子网的 IPv4 子网 ID 会被拒绝。",
        ))
        .source("Table 6, subnet"),
    field("SecurityGroup", string(), text("Security group of the nodes", "节点安全组"))
        .note(Info, text(
            "this security group must allow the ports that nodes need to reach each other",
            "该安全组必须放通节点间通信所需的端口，否则节点无法正常通信",
        ))
        .help(text(
            "The default security group of worker nodes; without it the service makes one. Note the capital S.",
            "工作节点的默认安全组；不填写时系统自动创建。注意首字母大写。",
        ))
        .source("Table 6, SecurityGroup"),
];

/// Table 7: `publicAccess`.
const PUBLIC_ACCESS: &[Field] = &[field("cidrs", array(&TRUSTED), text("Trusted ranges", "访问白名单"))
    .default("[\"0.0.0.0/0\"]")
    .help(text(
        "The ranges that may reach the cluster's API. It should hold the VPC and the container ranges. Without it everyone may (0.0.0.0/0).",
        "允许访问集群 API 的网段，建议包含 VPC 网段和容器网段。不填写时默认为 0.0.0.0/0，即不限制。",
    ))
    .source("Table 7, cidrs")];

const TRUSTED: Items =
    items(each(format(Format::AnyCidr), text("Range", "网段")).derived().source("Table 7, cidrs"));

const AUTH_MODES: &[Choice] = &[
    one("rbac", text("role-based access control", "基于角色的访问控制")),
    one(
        "authenticating_proxy",
        text("a proxy of yours authenticates the users", "由用户自己的认证代理进行认证"),
    ),
    one("x509", text("client certificates; up to v1.11", "客户端证书认证；仅 v1.11 及以下版本"))
        .only(
            Cond::Before("v1.13"),
            text("for clusters of v1.11 and earlier", "在 v1.11 及以下版本的集群中"),
        ),
];

/// The mode whose settings are in `authenticatingProxy`.
pub(super) const BY_PROXY: Cond = Cond::Is("/spec/authentication/mode", &["authenticating_proxy"]);

/// Table 8: `authentication`.
const AUTHENTICATION: &[Field] = &[
    field("mode", choice(AUTH_MODES), text("Mode", "认证模式"))
        .help(text(
            "Up to v1.11: x509 (default), rbac or authenticating_proxy. From v1.13: rbac (default) or authenticating_proxy. The document says nothing of v1.12.",
            "v1.11 及以下：x509（默认）、rbac、authenticating_proxy；v1.13 及以上：rbac（默认）、authenticating_proxy。文档未说明 v1.12。",
        ))
        .source("Table 8, mode"),
    field("authenticatingProxy", object(PROXY), text("Authenticating proxy", "认证代理"))
        .required_when(BY_PROXY, text("It holds the certificates that the mode authenticating_proxy needs.", "authenticating_proxy 模式所需的证书在其中配置。"))
        .forbidden_when(
            Cond::Not(&BY_PROXY),
            Warning,
            text("It only has a meaning in the mode authenticating_proxy.", "它只在 authenticating_proxy 模式下有意义。"),
        )
        .derived()
        .help(text("The certificates of the mode authenticating_proxy.", "authenticating_proxy 模式的证书配置。"))
        .source("Table 8, authenticatingProxy"),
];

const IN_PROXY_MODE: Text = text(
    "It does so in the text, for the mode authenticating_proxy; the column says optional.",
    "该要求见于文字说明（authenticating_proxy 模式），表格列则标为可选。",
);

/// Table 9: `authenticatingProxy`.
const PROXY: &[Field] = &[
    field("ca", format(Format::Certificate), text("CA certificate", "CA 证书"))
        .required_when(BY_PROXY, IN_PROXY_MODE)
        .blank("CA certificate, Base64")
        .help(text(
            "The X.509 CA certificate, PEM in Base64, 1 MB at most. It also serves the API server's aggregation layer; an invalid one makes the creation fail.",
            "X509 CA 证书（PEM 文件的 Base64 编码），最大 1 MB，同时用于 kube-apiserver 聚合层；证书无效会导致集群创建失败。",
        ))
        .source("Table 9, ca"),
    field("cert", format(Format::Certificate), text("Client certificate", "客户端证书"))
        .required_when(BY_PROXY, IN_PROXY_MODE)
        .blank("client certificate, Base64")
        .help(text(
            "The client certificate issued by that CA, PEM in Base64; the API server shows it to extension API servers.",
            "由该 CA 签发的客户端证书（PEM 文件的 Base64 编码），用于 kube-apiserver 到扩展 apiserver 的认证。",
        ))
        .source("Table 9, cert"),
    field("privateKey", format(Format::PrivateKey), text("Private key", "私钥"))
        .required_when(BY_PROXY, IN_PROXY_MODE)
        .blank("private key, Base64")
        .secret()
        .help(text(
            "The private key of the client certificate, PEM in Base64, without a password.",
            "客户端证书的私钥（PEM 文件的 Base64 编码），不能带密码。",
        ))
        .source("Table 9, privateKey"),
];

const NETWORK_MODES: &[Choice] = &[
    one(
        "overlay_l2",
        text(
            "tunnel network: VXLAN over the VPC; supports network policies",
            "隧道网络：基于 VXLAN 的叠加网络，支持网络策略",
        ),
    ),
    one(
        "vpc-router",
        text(
            "VPC network: routes in the VPC, a fixed block of addresses for each node; faster",
            "VPC 网络：使用 VPC 路由，每个节点分配固定大小的网段，性能更好",
        ),
    ),
];

/// Table 10: `containerNetwork`.
const CONTAINER_NETWORK: &[Field] = &[
    field("mode", choice(NETWORK_MODES), text("Network model", "容器网络模型"))
        .required()
        .blank("network model")
        .help(text(
            "How pods are connected. It cannot be changed later. (Huawei Cloud also has underlay_ipvlan.)",
            "容器网络模型，创建后不可修改。（华为云另有 underlay_ipvlan。）",
        ))
        .source("Table 10, mode"),
    field("cidr", format(Format::Cidr), text("Container range", "容器网段"))
        .length(0, 64)
        .deprecated_by(
            "/spec/containerNetwork/cidrs",
            text(
                "The document discards it in favour of cidrs, though its own example still uses it. If cidrs is set too, this one is passed over.",
                "文档注明该参数已废弃，请使用 cidrs（其示例却仍在使用）。如已配置 cidrs，则忽略该参数。",
            ),
        )
        .converted(|raw| format!("[\n  {{\n    \"cidr\": {raw}\n  }}\n]"))
        .help(text(
            "Discarded: use cidrs. On a conflict with ranges in use the service picks another by itself. It cannot be changed later.",
            "已废弃，请使用 cidrs。与已有网段冲突时系统会自动重新选择；创建后不可修改。",
        ))
        .source("Table 10, cidr"),
    field("cidrs", array(&CONTAINER_CIDRS), text("Container ranges", "容器网段列表"))
        .help(text(
            "The ranges pods get addresses from, from v1.21 on; older clusters take the first only. More than one needs the VPC network (vpc-router). It cannot be changed later.",
            "Pod 的地址网段（v1.21 及以上；低版本只取第一个）。配置多个网段需使用 VPC 网络（vpc-router）。创建后不可修改。",
        ))
        .source("Table 10, cidrs"),
];

const CONTAINER_CIDRS: Items =
    items(each(object(CONTAINER_CIDR), text("Container range", "容器网段")).source("Table 11"));

/// Table 11: an item of `cidrs`.
const CONTAINER_CIDR: &[Field] = &[field("cidr", format(Format::Cidr), text("Range", "网段"))
    .required()
    .blank("container range")
    .help(text(
        "Recommended: 10.0.0.0/12 to /19, 172.16.0.0/16 to /19, 192.168.0.0/16 to /19.",
        "推荐：10.0.0.0/12-19、172.16.0.0/16-19、192.168.0.0/16-19。",
    ))
    .source("Table 11, cidr")];

/// Table 12: `eniNetwork`.
const ENI_NETWORK: &[Field] = &[
    field("eniSubnetId", format(Format::Uuid), text("IPv4 subnet ID", "IPv4 子网 ID"))
        .required()
        .basis(Basis::Example)
        .blank("IPv4 subnet ID")
        .note(Info, text(
            "eniSubnetId wants the IPv4 (Neutron) subnet ID, unlike hostNetwork.subnet, which wants the network ID",
            "eniSubnetId 需要 IPv4 子网 ID（Neutron），与需要网络 ID 的 hostNetwork.subnet 不同",
        ))
        .help(text("The IPv4 subnet ID of the subnet that pods get interfaces from; no IPv6.", "ENI 容器子网的 IPv4 子网 ID，暂不支持 IPv6。"))
        .source("Table 12, eniSubnetId"),
    field("eniSubnetCIDR", format(Format::Cidr), text("Subnet range", "子网网段"))
        .required()
        .blank("ENI subnet range")
        .help(text("The range of that subnet.", "该子网的网段。"))
        .source("Table 12, eniSubnetCIDR"),
];

const MASTERS: Items = items(each(object(MASTER), text("Master", "控制节点")).source("Table 13"));

/// Table 13: an item of `masters`.
const MASTER: &[Field] =
    &[field("availabilityZone", string(), text("Availability zone", "可用区"))
        .blank("availability zone")
        .examples(&["eu-de-01", "eu-de-02"])
        .help(text(
            "The zone of this master, such as eu-de-01.",
            "该控制节点所在的可用区，例如 eu-de-01。",
        ))
        .source("Table 13, availabilityZone")];

/// Table 14: `extendParam`.
const EXTEND_PARAM: &[Field] = &[
    field("clusterAZ", suggest(&[one("multi_az", text("the three masters are placed in different zones", "三个控制节点分布在不同可用区"))]), text("Several zones", "多可用区"))
        .help(text(
            "multi_az spreads the three masters of a high-availability flavor over the zones, so that the cluster survives the loss of one.",
            "设为 multi_az 时，高可用规格的三个控制节点分布在不同可用区，单个可用区故障时集群仍可用。",
        ))
        .source("Table 14, clusterAZ"),
    field("dssMasterVolumes", string(), text("Dedicated storage for masters", "控制节点专属存储"))
        .help(text(
            "Whether the masters' disks use dedicated distributed storage; without it EVS disks are used. The document gives no format.",
            "控制节点磁盘是否使用专属分布式存储；不填写时默认使用 EVS 磁盘。文档未说明格式。",
        ))
        .source("Table 14, dssMasterVolumes"),
    field("kubeProxyMode", choice(PROXY_MODES), text("Service forwarding (old place)", "服务转发模式（旧位置）"))
        .deprecated_by(
            "/spec/kubeProxyMode",
            text("Its place is kubeProxyMode directly under spec, which wins where both are set.", "请使用 spec 下的 kubeProxyMode；两者同时存在时以后者为准。"),
        )
        .help(text("The old place of spec.kubeProxyMode, which wins where both are set.", "spec.kubeProxyMode 的旧位置；两者同时存在时以后者为准。"))
        .source("Table 14, kubeProxyMode"),
    field("clusterExternalIP", format(Format::Ip), text("Elastic IP of the API", "控制节点弹性 IP"))
        .derived()
        .help(text("The elastic IP address that reaches the masters.", "控制节点绑定的弹性公网 IP。"))
        .source("Table 14, clusterExternalIP"),
    field("alpha.cce/fixPoolMask", format(Format::Digits(24, 28)), text("Address block of each node (mask)", "节点容器 IP 池掩码"))
        .forbidden_when(
            Cond::All(&[Cond::Set("/spec/containerNetwork/mode"), Cond::Not(&VPC_ROUTER)]),
            Error,
            text("It is supported by the VPC network (vpc-router) only.", "仅 VPC 网络（vpc-router）支持该参数。"),
        )
        .examples(&["25"])
        .help(text(
            "The mask length of the block of container addresses each node gets, 24 to 28, as a string: \"25\" is 128 addresses. It bounds the pods on a node, and with the container ranges the number of nodes.",
            "每个节点的容器 IP 池掩码位数，取值 24～28，写成字符串：\"25\" 表示 128 个地址。它决定单节点 Pod 上限，并与容器网段共同决定节点数上限。",
        ))
        .source("Table 14, alpha.cce/fixPoolMask"),
    field("kubernetes.io/cpuManagerPolicy", choice(CPU_POLICIES), text("CPU management", "CPU 管理策略"))
        .default("\"none\"")
        .help(text("Whether pods can own whole CPU cores.", "是否允许负载独占 CPU 核心。"))
        .source("Table 14, kubernetes.io/cpuManagerPolicy"),
    field("enterpriseProjectId", string(), text("Enterprise project", "企业项目"))
        .derived()
        .help(text(
            "The enterprise project the cluster belongs to. The text of Table 5 sends there for it, Table 14 lists no member; the name is Huawei Cloud's.",
            "集群所属的企业项目。表 5 的文字说明指向扩展字段，但表 14 未列出该参数；参数名取自华为云文档。",
        ))
        .source("Table 5, extendParam"),
    field("upgradefrom", Type::Any, text("Upgraded from", "升级来源"))
        .read_only(text("It is reserved, and returned by queries only.", "保留字段，仅在查询时返回。"))
        .source("Table 14, upgradefrom"),
];

const CPU_POLICIES: &[Choice] = &[
    one("none", text("cores are shared by all pods", "不独占，CPU 核心由负载共享")),
    one(
        "static",
        text(
            "pods can own cores; for latency-sensitive work",
            "可独占核心，适合对缓存和调度延迟敏感的负载",
        ),
    ),
];
