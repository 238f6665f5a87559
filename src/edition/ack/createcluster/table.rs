//! The request body, in the order of the document.

use super::super::patterns::{PASSWORD, TAG_TEXT};
use super::super::{ONLY_FLANNEL, ONLY_TERWAY, PERIODS, RENEWALS};
use super::addons::ADDONS;
use super::choices::{
    CHARGE_TYPES, CLUSTER_SPECS, CLUSTER_TYPES, CPU_POLICIES, DISCOVERIES, DISK_CATEGORIES,
    EFFECTS, MASTER_DISKS, MONTH, OS_TYPES, PERFORMANCE_LEVELS, PLATFORMS, PROFILES, PROXY_MODES,
    RUNTIMES, WORKER_DISKS,
};
use crate::diagnostic::Severity::{Error, Warning};
use crate::diagnostic::{Basis, Text, text};
use crate::spec::{
    Cond, Field, Format, Items, Pattern, Type, array, choice, each, field, format, items, object,
    string, suggest, unique,
};

/// The kinds with masters of their own.
const MASTERS: &[&str] = &["dedicated"];
/// The kinds whose masters the service runs.
const MANAGED: &[&str] = &["managed-standard", "managed-pro", "edge"];
/// The kinds with nodes.
const NODES: &[&str] = &["dedicated", "managed-standard", "managed-pro", "edge"];
/// The kinds whose own networks the service makes or uses.
const NETWORKED: &[&str] = &["dedicated", "managed-standard", "managed-pro", "edge", "serverless"];
/// The kind without nodes.
const SERVERLESS: &[&str] = &["serverless"];

/// Masters by subscription.
const MASTERS_PREPAID: Cond = Cond::Is("/master_instance_charge_type", &["PrePaid"]);
/// Workers by subscription.
const WORKERS_PREPAID: Cond = Cond::Is("/worker_instance_charge_type", &["PrePaid"]);
/// No worker is made.
const NO_WORKERS: Cond = Cond::Is("/num_of_nodes", &["0"]);

/// The body.
pub(super) const BODY: Field =
    field("", object(MEMBERS), text("Request body", "请求体")).source("Request parameters");

const NAME: Pattern = Pattern {
    regex: "^[0-9A-Za-z\\u3007\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF][0-9A-Za-z\\u3007\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF-]*$",
    test: |name| !name.is_empty() && !name.starts_with('-') && name.chars().all(in_name),
    words: text(
        "hold only digits, letters, Chinese characters and hyphens, and not start with a hyphen",
        "只含数字、英文字母、汉字和短划线（-），且不以短划线开头",
    ),
    classes: None,
    mend: Some(mend_name),
};

fn in_name(char: char) -> bool {
    char.is_ascii_alphanumeric()
        || matches!(char, '-' | '〇' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// Hyphens for what is not allowed.
fn mend_name(name: &str) -> Option<String> {
    let mended: String =
        name.trim().chars().map(|char| if in_name(char) { char } else { '-' }).collect();
    let mended = mended.trim_matches('-');
    (!mended.is_empty()).then(|| mended.to_owned())
}

const DOMAIN: Pattern = Pattern {
    regex: "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$",
    test: |domain| domain.split('.').all(|part| part.len() <= 63 && domain_part(part)),
    words: text(
        "be lowercase letters, digits and hyphens in parts joined by dots, each of 63 characters at most, starting and ending with a letter or digit",
        "由小数点分隔的若干部分组成，每部分最长 63 个字符，只含小写字母、数字和短划线（-），且首尾为小写字母或数字",
    ),
    classes: None,
    mend: Some(|domain| {
        let mended = domain.trim().trim_matches('.').to_ascii_lowercase().replace('_', "-");
        (DOMAIN.test)(&mended).then_some(mended)
    }),
};

fn domain_part(part: &str) -> bool {
    let bytes = part.as_bytes();
    let plain = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    bytes.first().is_some_and(plain)
        && bytes.last().is_some_and(plain)
        && bytes.iter().all(|byte| plain(byte) || *byte == b'-')
}

/// Two ports. Which of them is the greater, and how they are joined, is a rule's matter.
const PORTS: Pattern = Pattern {
    regex: "^(?:[345][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])[~-](?:[345][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])$",
    test: |range| {
        let port = |text: &str| {
            text.len() == 5
                && text.bytes().all(|byte| byte.is_ascii_digit())
                && text.parse().is_ok_and(|port: u32| (30000..=65535).contains(&port))
        };
        range.split_once(['-', '~']).is_some_and(|(low, high)| port(low) && port(high))
    },
    words: text(
        "be two ports from 30000 to 65535 joined by a hyphen, such as 30000-32767",
        "是用短划线连接的两个端口，范围 30000～65535，例如 30000-32767",
    ),
    classes: None,
    mend: Some(|range| {
        let mended: String = range
            .chars()
            .filter(|char| !char.is_whitespace())
            .map(|char| if char.is_ascii_digit() { char } else { '-' })
            .collect();
        (PORTS.test)(&mended).then_some(mended)
    }),
};

const MEMBERS: &[Field] = &[
    field("name", string(), text("Cluster name", "集群名称"))
        .required()
        .length(1, 63)
        .pattern(&NAME)
        .blank("cluster name")
        .examples(&["cluster-demo"])
        .help(text(
            "1 to 63 characters: digits, letters, Chinese characters and hyphens, not starting with a hyphen. (The page on dedicated clusters also allows underscores.)",
            "1～63 个字符，由数字、汉字、英文字符或短划线（-）组成，不能以短划线开头。（专有版集群的文档还允许下划线。）",
        ))
        .source("Request parameters, name"),
    field("region_id", string(), text("Region", "地域"))
        .blank("region ID")
        .examples(&["cn-beijing", "cn-zhangjiakou"])
        .help(text(
            "The region the cluster is made in. This document calls it optional; all its examples send it, and the page on managed clusters demands it.",
            "集群所在的地域 ID。该文档标为可选，但所有示例都填写了它，托管版集群的文档则标为必选。",
        ))
        .source("Request parameters, region_id"),
    field("cluster_type", choice(CLUSTER_TYPES), text("Cluster type", "集群类型"))
        .required()
        .blank("cluster type")
        .help(text(
            "Together with profile and cluster_spec it decides the kind of cluster, and so which other members count. (The page on dedicated clusters puts serverless clusters under ManagedKubernetes.)",
            "与 profile、cluster_spec 共同决定集群种类，从而决定哪些参数有效。（专有版集群的文档把 Serverless 集群归入 ManagedKubernetes。）",
        ))
        .source("Request parameters, cluster_type"),
    field("cluster_spec", choice(CLUSTER_SPECS), text("Managed edition", "托管版集群规格"))
        .kinds(MANAGED)
        .default("\"ack.standard\"")
        .help(text(
            "For managed clusters only: standard or Pro. Empty means standard.",
            "仅用于托管版集群：标准版或 Pro 版。为空时创建标准托管集群。",
        ))
        .source("Request parameters, cluster_spec"),
    field("kubernetes_version", format(Format::PlainVersion), text("Kubernetes version", "集群版本"))
        .basis(Basis::Example)
        .examples(&["1.16.9-aliyun.1", "1.18.8-aliyun.1", "1.14.8-aliyunedge.1"])
        .help(text(
            "Without it the newest version is taken. The console offers the two newest; the API makes other supported ones, too. Edge clusters have versions of their own (-aliyunedge).",
            "不填写时使用最新版本。控制台只提供两个最新版本，通过 API 可以创建其他受支持的版本。边缘集群使用带 -aliyunedge 的版本。",
        ))
        .source("Request parameters, kubernetes_version"),
    field("runtime", object(RUNTIME), text("Container runtime", "容器运行时"))
        .kinds(NODES)
        .help(text(
            "Docker unless said otherwise; sandboxed containers are supported as well.",
            "默认采用 Docker，同时支持安全沙箱容器。",
        ))
        .source("Request parameters, runtime"),
    field("vpcid", string(), text("VPC ID", "VPC ID"))
        .required_when(Cond::Kind(NODES), text("Nodes need a VPC to live in.", "节点必须位于某个专有网络（VPC）中。"))
        .blank("VPC ID")
        .examples(&["vpc-2zeik9h3ahvv2zz95aaaa"])
        .help(text(
            "The VPC the cluster uses; it must exist. The document demands it of every cluster, yet its serverless example names a zone instead.",
            "集群使用的专有网络，须已存在。文档对所有集群都要求填写，但 Serverless 示例中只填写了可用区。",
        ))
        .source("Request parameters, vpcid"),
    field("vswitch_ids", array(&VSWITCHES), text("vSwitches (managed)", "节点虚拟交换机（托管版）"))
        .basis(Basis::Example)
        .kinds(&["managed-standard", "managed-pro", "edge", "serverless"])
        .aliases(&["vswitch_id"])
        .help(text(
            "The vSwitches of a managed cluster. The table does not list it; the managed and edge examples send it in place of worker_vswitch_ids.",
            "托管版集群使用的虚拟交换机。参数表中未列出，但托管版和边缘版示例用它代替 worker_vswitch_ids。",
        ))
        .source("Request examples, vswitch_ids"),
    field("pod_vswitch_ids", array(&POD_VSWITCHES), text("Pod vSwitches", "Pod 虚拟交换机"))
        .kinds(NODES)
        .forbidden_when(
            ONLY_FLANNEL,
            Warning,
            text("With Flannel pods get addresses from container_cidr, so these vSwitches have no effect.", "Flannel 网络的 Pod 使用 container_cidr 中的地址，这些虚拟交换机不起作用。"),
        )
        .derived()
        .required_when(ONLY_TERWAY, text("With a Terway network pods get their addresses from vSwitches.", "Terway 网络的 Pod 从虚拟交换机获取 IP 地址。"))
        .help(text(
            "Terway only: the vSwitches that pods get addresses from. The document marks it required; all its Flannel examples leave it out.",
            "仅用于 Terway 网络：为 Pod 分配 IP 地址的虚拟交换机。文档标为必选，但所有 Flannel 示例都没有填写。",
        ))
        .source("Request parameters, pod_vswitch_ids"),
    field("container_cidr", format(Format::Cidr), text("Pod range", "容器网段"))
        .kinds(NODES)
        .required_when(ONLY_FLANNEL, text("It does so for Flannel networks.", "Flannel 网络必须填写。"))
        .forbidden_when(
            ONLY_TERWAY,
            Warning,
            text("With Terway pods get addresses from pod_vswitch_ids, so this range has no effect.", "Terway 网络的 Pod 使用 pod_vswitch_ids 中虚拟交换机的地址，该网段不起作用。"),
        )
        .derived()
        .aliases(&["pod_cidr"])
        .blank("pod range")
        .examples(&["172.20.0.0/16"])
        .help(text(
            "Flannel only: the private range of pod addresses, in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16. It must stay clear of the VPC and of other clusters in it, and cannot be changed later.",
            "仅用于 Flannel 网络：Pod 使用的私有网段，须位于 10.0.0.0/8、172.16.0.0/12 或 192.168.0.0/16 内，不能与 VPC 及 VPC 内已有集群的网段重复，创建后不能修改。",
        ))
        .source("Request parameters, container_cidr"),
    field("service_cidr", format(Format::Cidr), text("Service range", "服务网段"))
        .default("\"172.19.0.0/20\"")
        .blank("service range")
        .examples(&["172.21.0.0/20"])
        .help(text(
            "The range of service addresses, /16 to /24 in a private block. It must stay clear of the VPC, of other clusters in it and of the pod range, and cannot be changed later.",
            "Service 使用的网段，私有网段内掩码 16～24 位，不能与 VPC、VPC 内已有集群及容器网段重复，创建后不能修改。",
        ))
        .source("Request parameters, service_cidr"),
    field("security_group_id", string(), text("Security group", "安全组"))
        .blank("security group ID")
        .examples(&["sg-bp1bdue0qc1g7kaaaa"])
        .help(text(
            "An existing security group that all nodes join. Without it the service makes one (is_enterprise_security_group).",
            "集群节点加入的已有安全组。不填写时由系统自动创建（见 is_enterprise_security_group）。",
        ))
        .source("Request parameters, security_group_id"),
    field("is_enterprise_security_group", Type::Bool, text("New enterprise security group", "自动创建企业级安全组"))
        .default("true")
        .help(text(
            "Whether the security group that the service makes is an enterprise one; only without security_group_id. An ordinary group holds 2,000 nodes and Terway pods at most.",
            "自动创建的安全组是否为企业级安全组，仅在 security_group_id 为空时生效。使用普通安全组时，节点与 Terway Pod 总数不能超过 2000。",
        ))
        .source("Request parameters, is_enterprise_security_group"),
    field("snat_entry", Type::Bool, text("SNAT for the VPC", "配置 SNAT"))
        .kinds(NETWORKED)
        .default("true")
        .help(text(
            "Makes a NAT gateway with SNAT rules. With false, nodes and applications cannot reach the internet until you set it up by hand.",
            "为专有网络创建 NAT 网关并配置 SNAT 规则。设为 false 时节点和应用无法访问公网，之后可手动开启。",
        ))
        .source("Request parameters, snat_entry"),
    field("endpoint_public_access", Type::Bool, text("Public API server", "公网访问 API Server"))
        .aliases(&["public_slb"])
        .default("false")
        .help(text(
            "Reaches the API server through an elastic IP. With false it can only be reached from inside the VPC. (The other two pages say the default is true.)",
            "通过 EIP 暴露 API Server。设为 false 时只能在 VPC 内访问。（另外两份文档的默认值为 true。）",
        ))
        .source("Request parameters, endpoint_public_access"),
    field("ssh_flags", Type::Bool, text("Public SSH to masters", "公网 SSH 登录"))
        .kinds(MASTERS)
        .default("false")
        .help(text(
            "Whether the masters of a dedicated cluster can be reached by SSH from the internet. Managed clusters pass over it.",
            "是否允许从公网 SSH 登录专有版集群的 Master 节点，对托管版集群不生效。",
        ))
        .source("Request parameters, ssh_flags"),
    field("timezone", string(), text("Time zone", "时区"))
        .examples(&["Asia/Shanghai"])
        .help(text("The time zone of the cluster, as the IANA names it: Asia/Shanghai.", "集群使用的时区，使用 IANA 时区名，例如 Asia/Shanghai。"))
        .source("Request parameters, timezone"),
    field("node_cidr_mask", format(Format::Digits(1, 32)), text("Node address block (mask)", "节点 Pod 网段掩码"))
        .kinds(NODES)
        .forbidden_when(
            ONLY_TERWAY,
            Warning,
            text("It only counts for Flannel networks.", "该参数仅对 Flannel 网络生效。"),
        )
        .default("\"26\"")
        .examples(&["25"])
        .help(text(
            "Flannel only: the mask length of the block of pod addresses each node gets, in quotes: \"26\" is 64 addresses, \"25\" 128. With the pod range it bounds the number of nodes. (A number on the page on managed clusters.)",
            "仅用于 Flannel 网络：每个节点的 Pod 网段掩码长度，写成字符串：\"26\" 为 64 个地址，\"25\" 为 128 个。它与容器网段共同决定节点数上限。（托管版集群的文档中为整数。）",
        ))
        .source("Request parameters, node_cidr_mask"),
    field("user_ca", string(), text("Cluster CA", "自定义集群 CA"))
        .help(text("A CA certificate of your own for the cluster, as PEM text.", "自定义的集群 CA 证书（PEM 文本）。"))
        .source("Request parameters, user_ca"),
    field("user_data", string(), text("Node script", "节点自定义数据"))
        .kinds(NODES)
        .examples(&["IyEvdXNyL2Jpbi9iYXNoCmVjaG8gIkhlbGxvIEFDSyEi"])
        .help(text("A script that nodes run when they start, in Base64.", "节点启动时执行的自定义数据，Base64 编码。"))
        .source("Request parameters, user_data"),
    field("cluster_domain", string(), text("Cluster domain", "集群本地域名"))
        .pattern(&DOMAIN)
        .examples(&["cluster.local"])
        .help(text(
            "The local domain of the cluster: lowercase letters, digits and hyphens in parts joined by dots.",
            "集群本地域名：由小数点分隔，每部分由小写字母、数字和短划线组成。",
        ))
        .source("Request parameters, cluster_domain"),
    field("node_name_mode", string(), text("Node names", "自定义节点名称"))
        .kinds(NODES)
        .examples(&["customized,aliyun.com,5,test", "aliyun.com00055test"])
        .help(text(
            "Node names are prefix + the last 5 to 12 digits of the zero-padded address + suffix: 192.168.0.55 with aliyun.com, 5 and test becomes aliyun.com00055test. The document shows that resulting name as the value; the page on dedicated clusters sends customized,prefix,digits,suffix.",
            "节点名称由前缀、节点 IP 末尾的 5～12 位数字和后缀组成：192.168.0.55 在前缀 aliyun.com、长度 5、后缀 test 时为 aliyun.com00055test。文档以该结果作为示例值；专有版集群的文档则写作 customized,前缀,长度,后缀。",
        ))
        .source("Request parameters, node_name_mode"),
    field("custom_san", format(Format::Listed(&Format::Host)), text("Extra names of the API server", "自定义证书 SAN"))
        .examples(&["cs.aliyun.com"])
        .help(text(
            "Further DNS names and IP addresses for the API server's certificate, in one string, separated by commas.",
            "API Server 证书中额外的域名或 IP，写在一个字符串中，以英文逗号分隔。",
        ))
        .source("Request parameters, custom_san"),
    field("encryption_provider_key", format(Format::Uuid), text("KMS key", "KMS 密钥 ID"))
        .basis(Basis::Example)
        .kinds(&["managed-pro"])
        .help(text(
            "The ID of a KMS key that encrypts data disks. ACK Pro clusters only.",
            "用于加密数据盘的 KMS 密钥 ID，仅在 ACK Pro 版集群中生效。",
        ))
        .source("Request parameters, encryption_provider_key"),
    field("service_account_issuer", string(), text("Token issuer", "ServiceAccount Token 签发身份"))
        .examples(&["kubernetes.default.svc"])
        .help(text(
            "The issuer (iss) in service account tokens. Usually set together with api_audiences.",
            "ServiceAccount Token 中的签发身份（iss），通常与 api_audiences 一起设置。",
        ))
        .source("Request parameters, service_account_issuer"),
    field("api_audiences", format(Format::Listed(&Format::Text)), text("Token audiences", "合法的请求 Token 身份"))
        .examples(&["kubernetes.default.svc"])
        .help(text(
            "The audiences whose tokens the API server accepts, separated by commas. Usually set together with service_account_issuer.",
            "API Server 认可的 Token 身份（audience），多个以英文逗号分隔，通常与 service_account_issuer 一起设置。",
        ))
        .source("Request parameters, api_audiences"),
    field("image_id", string(), text("Custom image", "自定义镜像"))
        .kinds(NODES)
        .examples(&["m-bp16z7xko3vvv8gtaaaa"])
        .help(text(
            "A custom image for the nodes. It takes the place of the system image that platform selects.",
            "节点使用的自定义镜像，将取代 platform 对应的默认系统镜像。",
        ))
        .source("Request parameters, image_id"),
    field("rds_instances", array(&RDS_INSTANCES), text("RDS instances", "RDS 实例"))
        .kinds(NODES)
        .help(text(
            "RDS instances whose whitelist the nodes join. The text says names, the sample is an ID (rm-…).",
            "需要把节点加入白名单的 RDS 实例。文档写的是实例名称，示例为实例 ID（rm-…）。",
        ))
        .source("Request parameters, rds_instances"),
    field("tags", array(&TAGS), text("Tags", "标签"))
        .length(0, 20)
        .help(text(
            "20 tags at most, keys not repeated, upper and lower case told apart. The document calls them node tags; the page on managed clusters, cluster tags. If they become node labels, Kubernetes' stricter limits (63 characters) apply as well.",
            "最多 20 个标签，键不可重复，区分大小写。该文档称为节点标签，托管版集群的文档称为集群标签。若用作节点标签，还须满足 Kubernetes 更严格的限制（63 个字符）。",
        ))
        .source("Request parameters, tags"),
    field("addons", array(&ADDONS), text("Add-ons", "集群组件"))
        .examples(&[
            "[{\"name\": \"flannel\"}, {\"name\": \"csi-plugin\"}, {\"name\": \"csi-provisioner\"}, {\"name\": \"nginx-ingress-controller\", \"config\": \"{\\\"IngressSlbNetworkType\\\":\\\"internet\\\"}\"}]",
            "[{\"name\": \"terway-eni\"}, {\"name\": \"csi-plugin\"}, {\"name\": \"csi-provisioner\"}]",
            "[{\"name\": \"logtail-ds\"}]",
        ])
        .help(text(
            "The add-ons to install. The network add-on among them decides the network: flannel or terway-….",
            "随集群安装的组件列表。其中的网络组件决定网络类型：flannel 或 terway-…。",
        ))
        .source("Request parameters, addons"),
    field("taints", array(&TAINTS), text("Taints", "节点污点"))
        .kinds(NODES)
        .aliases(&["taint"])
        .help(text(
            "Taints of the nodes: pods that do not tolerate them stay away.",
            "节点污点：不能容忍这些污点的 Pod 不会调度到节点上。",
        ))
        .source("Request parameters, taints"),
    field("cloud_monitor_flags", Type::Bool, text("Cloud monitor agent", "云监控插件"))
        .default("false")
        .help(text("Whether the cloud monitor agent is installed.", "集群是否安装云监控插件。"))
        .source("Request parameters, cloud_monitor_flags"),
    field("platform", choice(PLATFORMS), text("Operating system", "操作系统发行版"))
        .kinds(NODES)
        .default("\"AliyunLinux\"")
        .help(text(
            "The distribution the nodes run. (The page on dedicated clusters uses image_type, with another list and another default.)",
            "节点的操作系统发行版。（专有版集群的文档使用 image_type，取值和默认值均不同。）",
        ))
        .source("Request parameters, platform"),
    field("os_type", choice(OS_TYPES), text("Platform type", "操作系统平台类型"))
        .kinds(NODES)
        .default("\"Linux\"")
        .help(text("Whether the nodes run Linux or Windows; it has to suit platform.", "节点操作系统平台类型，应与 platform 一致。"))
        .source("Request parameters, os_type"),
    field("cpu_policy", choice(CPU_POLICIES), text("CPU management", "CPU 管理策略"))
        .kinds(NODES)
        .since("1.12.6", Error)
        .default("\"none\"")
        .help(text("Whether pods can own whole CPU cores; from 1.12.6 on.", "是否允许 Pod 独占 CPU 核心；1.12.6 及以上版本支持。"))
        .source("Request parameters, cpu_policy"),
    field("proxy_mode", choice(PROXY_MODES), text("Service forwarding", "kube-proxy 代理模式"))
        .default("\"ipvs\"")
        .help(text(
            "How kube-proxy forwards traffic to services. (The page on managed clusters says the default is iptables.)",
            "kube-proxy 的代理模式。（托管版集群的文档默认值为 iptables。）",
        ))
        .source("Request parameters, proxy_mode"),
    field("node_port_range", string(), text("Node ports", "节点服务端口"))
        .pattern(&PORTS)
        .default("\"30000-32767\"")
        .examples(&["30000-32767"])
        .help(text(
            "The ports of services of type NodePort, within 30000 to 65535. The table's sample has a tilde; the default and the examples have a hyphen.",
            "NodePort 类型 Service 的端口范围，可选 30000～65535。参数表的示例值使用波浪号，默认值和请求示例使用短划线。",
        ))
        .source("Request parameters, node_port_range"),
    field("key_pair", string(), text("Key pair", "密钥对"))
        .kinds(NODES)
        .blank("key pair name")
        .help(text("The name of the key pair that nodes are logged into with: this or login_password.", "登录节点的密钥对名称，和 login_password 二选一。"))
        .source("Request parameters, key_pair"),
    field("login_password", string(), text("Password", "登录密码"))
        .kinds(NODES)
        .secret()
        .length(8, 30)
        .pattern(&PASSWORD)
        .blank("password")
        .help(text(
            "The SSH password of the nodes: this or key_pair. 8 to 30 characters with at least three of capital letters, small letters, digits and special characters; the document can also be read as demanding letters, digits and special characters.",
            "节点的 SSH 登录密码，和 key_pair 二选一。8～30 个字符，至少包含大写字母、小写字母、数字、特殊符号中的三种；文档也可理解为字母、数字和特殊符号缺一不可。",
        ))
        .source("Request parameters, login_password"),
    field("master_count", Type::Integer(3, 5), text("Masters", "Master 节点数量"))
        .kinds(MASTERS)
        .default("3")
        .among(&[3, 5])
        .help(text(
            "3 or 5 masters. A default and yet marked required: it may be left out.",
            "Master 节点数量，3 或 5。文档同时标为必选并给出默认值，可以不填。",
        ))
        .source("Request parameters, master_count"),
    field("master_vswitch_ids", array(&MASTER_VSWITCHES), text("Master vSwitches", "Master 虚拟交换机"))
        .kinds(MASTERS)
        .required()
        .help(text(
            "The vSwitches of the masters, one for each master as in the examples. The zones of the vSwitches are the zones of the masters.",
            "Master 节点的虚拟交换机，按示例每个 Master 一个。虚拟交换机所在的可用区即 Master 所在的可用区。",
        ))
        .source("Request parameters, master_vswitch_ids"),
    field("master_instance_types", array(&MASTER_TYPES), text("Master instance types", "Master 实例规格"))
        .kinds(MASTERS)
        .required()
        .help(text("The ECS instance types of the masters, one for each master as in the examples.", "Master 节点的实例规格，按示例每个 Master 一个。"))
        .source("Request parameters, master_instance_types"),
    field("master_system_disk_category", choice(MASTER_DISKS), text("Master system disk", "Master 系统盘类型"))
        .kinds(MASTERS)
        .default("\"cloud_ssd\"")
        .help(text("The type of the masters' system disks. The default may differ by zone.", "Master 节点系统盘类型，不同可用区的默认值可能不同。"))
        .source("Request parameters, master_system_disk_category"),
    field("master_system_disk_size", Type::Integer(40, 500), text("Master system disk size", "Master 系统盘大小"))
        .kinds(MASTERS)
        .default("40")
        .help(text("In GiB, 40 to 500. (The page on dedicated clusters says the default is 120.)", "单位 GiB，取值 40～500。（专有版集群的文档默认值为 120。）"))
        .source("Request parameters, master_system_disk_size"),
    field("master_system_disk_performance_level", suggest(PERFORMANCE_LEVELS), text("Master disk performance", "Master 系统盘性能等级"))
        .kinds(MASTERS)
        .forbidden_when(
            Cond::Not(&Cond::Is("/master_system_disk_category", &["cloud_essd"])),
            Warning,
            text("Only ESSD disks (cloud_essd) have performance levels.", "只有 ESSD 云盘（cloud_essd）才有性能等级。"),
        )
        .derived()
        .basis(Basis::Example)
        .help(text("The performance level of an ESSD disk. Only seen in the examples.", "ESSD 云盘的性能等级，仅见于请求示例。"))
        .source("Request examples, master_system_disk_performance_level"),
    field("master_system_disk_snapshot_policy_id", string(), text("Master snapshot policy", "Master 系统盘快照策略"))
        .kinds(MASTERS)
        .examples(&["sp-2zej1nogjvovnz4zaaaa"])
        .help(text("The automatic snapshot policy of the masters' system disks.", "Master 节点系统盘采用的自动快照策略 ID。"))
        .source("Request parameters, master_system_disk_snapshot_policy_id"),
    field("master_instance_charge_type", choice(CHARGE_TYPES), text("Master billing", "Master 付费类型"))
        .kinds(MASTERS)
        .default("\"PostPaid\"")
        .help(text("How the masters are paid for.", "Master 节点付费类型。"))
        .source("Request parameters, master_instance_charge_type"),
    field("master_period_unit", choice(MONTH), text("Master period unit", "Master 付费周期单位"))
        .kinds(MASTERS)
        .required_when(MASTERS_PREPAID, PREPAID)
        .forbidden_when(Cond::Not(&MASTERS_PREPAID), Warning, NOT_PREPAID)
        .help(text("The unit of the subscription: months only.", "包年包月的周期单位，仅支持按月。"))
        .source("Request parameters, master_period_unit"),
    field("master_period", Type::Integer(1, 60), text("Master period", "Master 包年包月时长"))
        .kinds(MASTERS)
        .among(PERIODS)
        .required_when(MASTERS_PREPAID, PREPAID)
        .forbidden_when(Cond::Not(&MASTERS_PREPAID), Warning, NOT_PREPAID)
        .default("1")
        .help(text("The length of the subscription in months. It has a default, and the text demands it nevertheless.", "包年包月时长（月）。文档给出了默认值，但文字说明为必选。"))
        .source("Request parameters, master_period"),
    field("master_auto_renew", Type::Bool, text("Renew masters", "Master 自动续费"))
        .kinds(MASTERS)
        .forbidden_when(Cond::Not(&MASTERS_PREPAID), Warning, NOT_PREPAID)
        .default("true")
        .help(text("Whether the subscription is renewed by itself.", "包年包月到期后是否自动续费。"))
        .source("Request parameters, master_auto_renew"),
    field("master_auto_renew_period", Type::Integer(1, 12), text("Master renewal period", "Master 自动续费周期"))
        .kinds(MASTERS)
        .among(RENEWALS)
        .required_when(Cond::All(&[MASTERS_PREPAID, Cond::Not(&Cond::Is("/master_auto_renew", &["false"]))]), PREPAID)
        .forbidden_when(Cond::Any(&[Cond::Not(&MASTERS_PREPAID), Cond::Is("/master_auto_renew", &["false"])]), Warning, NOT_RENEWED)
        .default("1")
        .help(text("For how many months the subscription is renewed.", "自动续费的周期（月）。"))
        .source("Request parameters, master_auto_renew_period"),
    field("num_of_nodes", Type::Integer(0, 100), text("Workers", "Worker 节点数"))
        .kinds(NODES)
        .required()
        .help(text("How many worker nodes are made, 0 to 100.", "Worker 节点数，取值 0～100。"))
        .source("Request parameters, num_of_nodes"),
    field("worker_vswitch_ids", array(&VSWITCHES_OF_WORKERS), text("Worker vSwitches", "Worker 虚拟交换机"))
        .kinds(NODES)
        .required_when(Cond::Kind(MASTERS), text("A managed cluster may name them in vswitch_ids.", "托管版集群可改用 vswitch_ids。"))
        .length(1, 20)
        .help(text(
            "The vSwitches of the workers, 1 to 20; take several zones so that the cluster survives the loss of one. Managed clusters take vswitch_ids as well.",
            "Worker 节点的虚拟交换机，1～20 个，建议选择不同可用区以保证高可用。托管版集群也可使用 vswitch_ids。",
        ))
        .source("Request parameters, worker_vswitch_ids"),
    field("worker_instance_types", array(&WORKER_TYPES), text("Worker instance types", "Worker 实例规格"))
        .kinds(NODES)
        .required_when(
            Cond::Not(&Cond::Any(&[NO_WORKERS, Cond::Set("/instances")])),
            text("Workers are made of one of these types.", "Worker 节点按这些规格创建。"),
        )
        .length(1, u32::MAX)
        .help(text(
            "ECS instance types, at least one. Earlier ones go first; the next is taken when one is sold out.",
            "ECS 实例规格，至少一个。靠前的优先级高，无法创建时自动选择下一个。",
        ))
        .source("Request parameters, worker_instance_types"),
    field("worker_system_disk_category", choice(WORKER_DISKS), text("Worker system disk", "Worker 系统盘类型"))
        .kinds(NODES)
        .default("\"cloud_ssd\"")
        .help(text(
            "The type of the workers' system disks. The table has two values; the examples send cloud_essd as well.",
            "Worker 节点系统盘类型。参数表只列出两种，示例中还使用了 cloud_essd。",
        ))
        .source("Request parameters, worker_system_disk_category"),
    field("worker_system_disk_size", Type::Integer(20, 500), text("Worker system disk size", "Worker 系统盘大小"))
        .kinds(NODES)
        .help(text(
            "In GiB, 20 to 500, and no less than the image. Without it: 40, or the size of the image if that is more.",
            "单位 GiB，取值 20～500，且不小于镜像大小。不填写时取 40 与镜像大小中的较大者。",
        ))
        .source("Request parameters, worker_system_disk_size"),
    field("worker_system_disk_performance_level", suggest(PERFORMANCE_LEVELS), text("Worker disk performance", "Worker 系统盘性能等级"))
        .kinds(NODES)
        .forbidden_when(
            Cond::Not(&Cond::Is("/worker_system_disk_category", &["cloud_essd"])),
            Warning,
            text("Only ESSD disks (cloud_essd) have performance levels.", "只有 ESSD 云盘（cloud_essd）才有性能等级。"),
        )
        .derived()
        .basis(Basis::Example)
        .help(text("The performance level of an ESSD disk. Only seen in the examples.", "ESSD 云盘的性能等级，仅见于请求示例。"))
        .source("Request examples, worker_system_disk_performance_level"),
    field("worker_system_disk_snapshot_policy_id", string(), text("Worker snapshot policy", "Worker 系统盘快照策略"))
        .kinds(NODES)
        .examples(&["sp-2zej1nogjvovnz4zaaaa"])
        .help(text("The automatic snapshot policy of the workers' system disks.", "Worker 节点系统盘采用的自动快照策略 ID。"))
        .source("Request parameters, worker_system_disk_snapshot_policy_id"),
    field("worker_data_disks", array(&DATA_DISKS), text("Worker data disks", "Worker 数据盘"))
        .kinds(NODES)
        .forbidden_when(NO_WORKERS, Warning, text("No worker is made that could have them.", "未创建 Worker 节点，数据盘配置不起作用。"))
        .derived()
        .help(text(
            "Type, size and more of the data disks that every new worker gets.",
            "每个新建 Worker 节点的数据盘类型、大小等配置。",
        ))
        .source("Request parameters, worker_data_disks"),
    field("worker_instance_charge_type", choice(CHARGE_TYPES), text("Worker billing", "Worker 付费类型"))
        .kinds(NODES)
        .default("\"PostPaid\"")
        .help(text("How the workers are paid for.", "Worker 节点付费类型。"))
        .source("Request parameters, worker_instance_charge_type"),
    field("worker_period_unit", choice(MONTH), text("Worker period unit", "Worker 付费周期单位"))
        .kinds(NODES)
        .required_when(WORKERS_PREPAID, PREPAID)
        .forbidden_when(Cond::Not(&WORKERS_PREPAID), Warning, NOT_PREPAID)
        .help(text("The unit of the subscription: months only.", "包年包月的周期单位，仅支持按月。"))
        .source("Request parameters, worker_period_unit"),
    field("worker_period", Type::Integer(1, 60), text("Worker period", "Worker 包年包月时长"))
        .kinds(NODES)
        .among(PERIODS)
        .required_when(WORKERS_PREPAID, PREPAID)
        .forbidden_when(Cond::Not(&WORKERS_PREPAID), Warning, NOT_PREPAID)
        .default("1")
        .help(text(
            "The length of the subscription in months. (The page on managed clusters goes up to 12.)",
            "包年包月时长（月）。（托管版集群的文档最长 12 个月。）",
        ))
        .source("Request parameters, worker_period"),
    field("worker_auto_renew", Type::Bool, text("Renew workers", "Worker 自动续费"))
        .kinds(NODES)
        .forbidden_when(Cond::Not(&WORKERS_PREPAID), Warning, NOT_PREPAID)
        .default("true")
        .help(text("Whether the subscription is renewed by itself.", "包年包月到期后是否自动续费。"))
        .source("Request parameters, worker_auto_renew"),
    field("worker_auto_renew_period", Type::Integer(1, 12), text("Worker renewal period", "Worker 自动续费周期"))
        .kinds(NODES)
        .among(RENEWALS)
        .required_when(Cond::All(&[WORKERS_PREPAID, Cond::Not(&Cond::Is("/worker_auto_renew", &["false"]))]), PREPAID)
        .forbidden_when(Cond::Any(&[Cond::Not(&WORKERS_PREPAID), Cond::Is("/worker_auto_renew", &["false"])]), Warning, NOT_RENEWED)
        .help(text(
            "For how many months the subscription is renewed. The masters' has a default, this has none.",
            "自动续费的周期（月）。Master 的该参数有默认值，此处没有。",
        ))
        .source("Request parameters, worker_auto_renew_period"),
    field("instances", array(&INSTANCES), text("Existing instances", "已有实例"))
        .kinds(NODES)
        .help(text(
            "Existing ECS instances that become nodes (IDs, though the text says names). The document does not say how it goes with num_of_nodes; expect 0 there, or the same number.",
            "作为节点加入集群的已有 ECS 实例（文档写的是名称，示例为 ID）。文档未说明它与 num_of_nodes 的关系，后者应为 0 或与实例数相同。",
        ))
        .source("Request parameters, instances"),
    field("format_disk", Type::Bool, text("Use the instances' data disk", "挂载数据盘"))
        .kinds(NODES)
        .forbidden_when(Cond::Not(&Cond::Set("/instances")), Warning, ONLY_EXISTING)
        .default("false")
        .help(text(
            "Whether existing instances keep containers and images on their data disk. true formats the last data disk if it has no file system (ext4, for /var/lib/docker and /var/lib/kubelet): what is on it is lost. Without a data disk none is mounted.",
            "已有实例是否把容器和镜像存储在数据盘。设为 true 时，若最后一块数据盘的文件系统未初始化，会被格式化为 ext4 用于 /var/lib/docker、/var/lib/kubelet，原有数据将丢失；没有数据盘时不会挂载新盘。",
        ))
        .source("Request parameters, format_disk"),
    field("keep_instance_name", Type::Bool, text("Keep instance names", "保留实例名称"))
        .kinds(NODES)
        .forbidden_when(Cond::Not(&Cond::Set("/instances")), Warning, ONLY_EXISTING)
        .default("true")
        .help(text("Whether existing instances keep their names.", "已有实例加入集群时是否保留实例名称。"))
        .source("Request parameters, keep_instance_name"),
    field("service_discovery_types", array(&DISCOVERY_TYPES), text("Service discovery", "服务发现方式"))
        .kinds(SERVERLESS)
        .help(text(
            "How services are found in a serverless cluster; none unless set. It is a list, but one of the two is enough.",
            "Serverless 集群的服务发现方式，默认不开启。该参数为数组，通常二者选一即可。",
        ))
        .source("Request parameters, service_discovery_types"),
    field("nat_gateway", Type::Bool, text("NAT gateway (serverless)", "NAT 网关（Serverless）"))
        .kinds(SERVERLESS)
        .default("true")
        .help(text(
            "Makes a NAT gateway with SNAT rules. Described in the words of snat_entry; only the serverless example sends it, the others send snat_entry.",
            "为专有网络创建 NAT 网关并配置 SNAT 规则。描述与 snat_entry 相同，但只有 Serverless 示例使用它，其他示例使用 snat_entry。",
        ))
        .source("Request parameters, nat_gateway"),
    field("zone_id", string(), text("Zone", "可用区"))
        .blank("zone ID")
        .examples(&["cn-beijing-b", "cn-zhangjiakou-b"])
        .help(text(
            "A zone of the region. A serverless cluster without a VPC needs it, so that a VPC can be made there.",
            "地域中的可用区 ID。未指定 VPC 的 Serverless 集群需要它，以便自动创建网络。",
        ))
        .source("Request parameters, zone_id"),
    field("profile", choice(PROFILES), text("Edge marker", "边缘集群标识"))
        .help(text(
            "Edge for an edge cluster, where it is required; managed clusters only.",
            "创建边缘托管版集群时必填 Edge，仅用于托管版集群。",
        ))
        .source("Request parameters, profile"),
    field("deletion_protection", Type::Bool, text("Deletion protection", "集群删除保护"))
        .default("false")
        .help(text(
            "With true the cluster cannot be deleted by console or API until the protection is lifted.",
            "启用后不能通过控制台或 API 删除集群。",
        ))
        .source("Request parameters, deletion_protection"),
    field("disable_rollback", Type::Bool, text("Rollback on failure", "失败是否回滚"))
        .default("true")
        .note(Warning, text(
            "the documents contradict each other: by this one true rolls back on failure, by the name and the page on managed clusters it does not",
            "文档相互矛盾：该文档称 true 表示失败时回滚，而按参数名及托管版集群的文档，true 表示不回滚",
        ))
        .help(text(
            "This document says true rolls a failed creation back and false does not; the name and the page on managed clusters say the opposite. Leave it out, or try it before you rely on it.",
            "该文档称 true 为失败时回滚、false 为不回滚；参数名和托管版集群的文档含义相反。建议不填，或先验证再使用。",
        ))
        .source("Request parameters, disable_rollback"),
    field("timeout_mins", Type::Integer(0, i64::MAX), text("Timeout (minutes)", "创建超时（分钟）"))
        .default("60")
        .help(text("After how many minutes the creation counts as failed.", "集群创建超时时间，单位分钟。"))
        .source("Request parameters, timeout_mins"),
    field("cluster_id", Type::Any, text("Cluster ID", "集群 ID"))
        .read_only(ANSWERED)
        .source("Response data, cluster_id"),
    field("request_id", Type::Any, text("Request ID", "请求 ID"))
        .read_only(ANSWERED)
        .source("Response data, request_id"),
    field("task_id", Type::Any, text("Task ID", "任务 ID"))
        .read_only(ANSWERED)
        .source("Response data, task_id"),
];

const ANSWERED: Text = text(
    "The service answers with it; a request cannot choose it.",
    "由服务在响应中返回，请求中不能指定。",
);
const PREPAID: Text =
    text("It does so for subscriptions (PrePaid).", "付费类型为包年包月（PrePaid）时必填。");
const NOT_PREPAID: Text = text(
    "It only counts for subscriptions (PrePaid).",
    "仅在付费类型为包年包月（PrePaid）时生效。",
);
const NOT_RENEWED: Text = text(
    "It only counts for subscriptions (PrePaid) that are renewed by themselves.",
    "仅在付费类型为包年包月（PrePaid）且开启自动续费时生效。",
);
const ONLY_EXISTING: Text = text(
    "It is about existing instances, and instances names none.",
    "该参数仅用于已有实例，而 instances 未指定任何实例。",
);

/// The document links its structure; this is the examples'.
const RUNTIME: &[Field] = &[
    field("name", suggest(RUNTIMES), text("Name", "名称"))
        .basis(Basis::Example)
        .help(text("Which runtime.", "容器运行时名称。"))
        .source("Request examples, runtime"),
    field("version", string(), text("Version", "版本"))
        .basis(Basis::Example)
        .examples(&["19.03.5"])
        .help(text("Its version.", "容器运行时版本。"))
        .source("Request examples, runtime"),
];

const fn vswitch(source: &'static str) -> Field {
    each(string(), text("vSwitch", "虚拟交换机"))
        .blank("vSwitch ID")
        .examples(&["vsw-2ze3ds0mdip0hdz8iaaaa"])
        .source(source)
}

const VSWITCHES: Items = items(vswitch("Request examples, vswitch_ids").basis(Basis::Example));
const POD_VSWITCHES: Items = items(vswitch("Request parameters, pod_vswitch_ids"));
const MASTER_VSWITCHES: Items = items(vswitch("Request parameters, master_vswitch_ids"));
const VSWITCHES_OF_WORKERS: Items = items(vswitch("Request parameters, worker_vswitch_ids"));

const RDS_INSTANCES: Items = items(
    each(string(), text("RDS instance", "RDS 实例")).source("Request parameters, rds_instances"),
);

const TAGS: Items =
    items(each(object(TAG_MEMBERS), text("Tag", "标签")).source("Request parameters, tags"));

const TAG_MEMBERS: &[Field] = &[
    field("key", string(), text("Key", "标签键"))
        .required()
        .derived()
        .length(1, 64)
        .pattern(&TAG_TEXT)
        .blank("tag key")
        .help(text(
            "64 characters at most, not starting with aliyun, acs:, https:// or http://.",
            "最长 64 个字符，不能以 aliyun、acs:、https:// 或 http:// 开头。",
        ))
        .source("Request parameters, tags"),
    field("value", string(), text("Value", "标签值"))
        .length(0, 128)
        .pattern(&TAG_TEXT)
        .help(text(
            "128 characters at most, may be empty, not starting with aliyun, acs:, https:// or http://.",
            "最长 128 个字符，可以为空，不能以 aliyun、acs:、https:// 或 http:// 开头。",
        ))
        .source("Request parameters, tags"),
];

const TAINTS: Items =
    items(each(object(TAINT), text("Taint", "污点")).source("Request parameters, taints"));

/// The document links its structure; this is Kubernetes' own.
const TAINT: &[Field] = &[
    field("key", string(), text("Key", "键"))
        .required()
        .derived()
        .blank("taint key")
        .help(text("The key that tolerations name.", "容忍度所匹配的键。"))
        .source("Request parameters, taints"),
    field("value", string(), text("Value", "值"))
        .derived()
        .help(text("The value that tolerations name.", "容忍度所匹配的值。"))
        .source("Request parameters, taints"),
    field("effect", suggest(EFFECTS), text("Effect", "效果"))
        .derived()
        .blank("effect")
        .help(text(
            "What happens to pods that do not tolerate it.",
            "对不能容忍该污点的 Pod 的处理方式。",
        ))
        .source("Request parameters, taints"),
];

const MASTER_TYPES: Items = items(instance_type("Request parameters, master_instance_types"));
const WORKER_TYPES: Items = items(instance_type("Request parameters, worker_instance_types"));

const fn instance_type(source: &'static str) -> Field {
    each(string(), text("Instance type", "实例规格"))
        .blank("instance type")
        .examples(&["ecs.n4.large", "ecs.c6.large"])
        .source(source)
}

const DATA_DISKS: Items = items(
    each(Type::Map(&DATA_DISK_MORE, DATA_DISK), text("Data disk", "数据盘"))
        .source("Request parameters, worker_data_disks"),
);

/// The document only links the structure of a disk, so other members are let through.
const DATA_DISK_MORE: Field =
    each(Type::Any, text("More", "其他")).derived().source("Request parameters, worker_data_disks");

const DATA_DISK: &[Field] = &[
    field("category", suggest(DISK_CATEGORIES), text("Category", "类型"))
        .derived()
        .help(text("The type of the disk.", "数据盘类型。"))
        .source("Request parameters, worker_data_disks"),
    field("size", Type::Any, text("Size", "大小"))
        .derived()
        .help(text(
            "In GiB. The document does not say whether as a number or a string.",
            "单位 GiB。文档未说明是数字还是字符串。",
        ))
        .source("Request parameters, worker_data_disks"),
];

const INSTANCES: Items = items(
    each(string(), text("Instance", "实例"))
        .blank("instance ID")
        .examples(&["i-2ze4zxnm36vq00xnaaaa"])
        .source("Request parameters, instances"),
);

const DISCOVERY_TYPES: Items = unique(
    each(choice(DISCOVERIES), text("Service discovery", "服务发现"))
        .source("Request parameters, service_discovery_types"),
);
