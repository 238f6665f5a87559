//! The request body, in the order of the document's table.

use super::super::ONLY_TERWAY;
use super::super::patterns::PASSWORD;
use super::super::settings;
use crate::diagnostic::Severity::{Error, Warning};
use crate::diagnostic::{Basis, Text, text};
use crate::spec::{
    Choice, Cond, Field, Format, Items, Pattern, Type, array, choice, each, field, format, items,
    object, one, string, suggest,
};

/// The body.
pub(super) const BODY: Field =
    field("", object(MEMBERS), text("Request body", "请求体")).source("RequestBody");

/// Workers that are paid for in advance.
const PREPAID: Cond = Cond::Is("/worker_instance_charge_type", &["PrePaid"]);
const PREPAID_NEEDS: Text = text(
    "It does so for prepaid workers (PrePaid); the column says optional.",
    "预付费（PrePaid）的 Worker 节点必须填写；表格列则标为可选。",
);
const PREPAID_ONLY: Text = text(
    "It only counts for prepaid workers: worker_instance_charge_type is not PrePaid here.",
    "仅对预付费的 Worker 节点生效，而当前 worker_instance_charge_type 不是 PrePaid。",
);
/// The months that can be paid for.
const MONTHS: &[i64] = &[1, 2, 3, 6, 12];
/// The sizes of disks, GiB: the document gives no range.
const SIZE: Type = Type::Integer(1, i64::MAX);

const MEMBERS: &[Field] = &[
    field("cluster_type", choice(CLUSTER_TYPES), text("Cluster type", "集群类型"))
        .required()
        .help(text(
            "ManagedKubernetes: this page describes managed clusters only. Its own example has a name here instead.",
            "取 ManagedKubernetes，本文档只描述托管集群。文档示例在此处误填了集群名称。",
        ))
        .source("RequestBody, cluster_type")
        .derived(),
    field("key_pair", string(), text("Key pair", "密钥对"))
        .blank("key pair name")
        .help(text(
            "The name of the key pair that logs into the nodes. Either this or login_password, although both are marked mandatory.",
            "登录节点的密钥对名称，与 login_password 二选一（表格中两者都标为必选）。",
        ))
        .source("RequestBody, key_pair"),
    field("login_password", string(), text("Password", "登录密码"))
        .length(8, 30)
        .pattern(&PASSWORD)
        .blank("password")
        .secret()
        .help(text(
            "The password that logs into the nodes: 8 to 30 characters of at least three classes. Either this or key_pair.",
            "登录节点的密码，8～30 个字符，至少包含三类字符。与 key_pair 二选一。",
        ))
        .source("RequestBody, login_password"),
    field("name", string(), text("Cluster name", "集群名称"))
        .required()
        .pattern(&NAME)
        .blank("cluster name")
        .examples(&["test"])
        .help(text(
            "English letters, Chinese characters, digits and hyphens; this page gives no length. (CreateCluster: 1 to 63 characters, no hyphen at the start; the dedicated document also allows underscores.)",
            "可用大小写英文字母、中文、数字和短划线，本文档未规定长度。（CreateCluster 文档：1～63 个字符且不以短划线开头；专有版文档还允许下划线。）",
        ))
        .source("RequestBody, name"),
    field("num_of_nodes", Type::Integer(0, 100), text("Number of workers", "Worker 节点数"))
        .required()
        .examples(&["3"])
        .help(text("How many workers are made with the cluster, 0 to 100.", "随集群创建的 Worker 节点数，取值 0～100。"))
        .source("RequestBody, num_of_nodes"),
    field("region_id", string(), text("Region", "地域"))
        .required()
        .blank("region ID")
        .examples(&["cn-beijing"])
        .help(text(
            "The ID of the region the cluster is made in, such as cn-beijing. (Optional in CreateCluster.)",
            "集群所在的地域 ID，例如 cn-beijing。（CreateCluster 文档标为可选。）",
        ))
        .source("RequestBody, region_id"),
    field("snat_entry", Type::Bool, text("SNAT", "配置 SNAT"))
        .required()
        .examples(&["true"])
        .help(text(
            "Whether the nodes reach the internet through SNAT. Must be true where the VPC is made automatically; in a VPC of yours it depends on whether that has another way out. (Optional, true by default, in the other two ACK documents.)",
            "是否为网络配置 SNAT。自动创建 VPC 时必须为 true；使用已有 VPC 时取决于其是否已具备出网能力。（另外两份 ACK 文档为可选，默认 true。）",
        ))
        .source("RequestBody, snat_entry"),
    field("vswitch_ids", array(&VSWITCHES), text("vSwitches of the nodes", "节点虚拟交换机"))
        .required_when(
            Cond::Set("/vpcid"),
            text("A VPC of yours and its vSwitches are given together.", "使用已有 VPC 时，VPC 和虚拟交换机必须同时填写。"),
        )
        .length(0, 3)
        .aliases(&["vswitch_id", "vswitchids", "vswitchid", "worker_vswitch_ids"])
        .help(text(
            "1 to 3 vSwitches of the VPC that the nodes are placed in. Marked mandatory, yet left empty together with vpcid to have a VPC made. (CreateCluster: worker_vswitch_ids, 1 to 20.)",
            "节点所在的虚拟交换机，1～3 个。表格标为必选，但可与 vpcid 同时为空，此时自动创建 VPC。（CreateCluster 文档为 worker_vswitch_ids，1～20 个。）",
        ))
        .source("RequestBody, vswitch_ids"),
    field("worker_system_disk_category", suggest(SYSTEM_DISKS), text("System disk type", "系统盘类型"))
        .required()
        .help(text(
            "The type of the workers' system disks. This page lists none; CreateCluster lists these two.",
            "Worker 节点的系统盘类型。本文档未列出取值，CreateCluster 文档列出了这两种。",
        ))
        .source("RequestBody, worker_system_disk_category"),
    field("worker_system_disk_size", SIZE, text("System disk size", "系统盘大小"))
        .required()
        .examples(&["120"])
        .help(text(
            "The size of the workers' system disks in GiB. This page gives no range; CreateCluster says 20 to 500.",
            "Worker 节点的系统盘大小，单位 GiB。本文档未给出范围，CreateCluster 文档为 20～500。",
        ))
        .source("RequestBody, worker_system_disk_size"),
    field("addons", array(&ADDONS), text("Add-ons", "组件"))
        .examples(&[
            "[{\"name\": \"flannel\"}, {\"name\": \"aliyun-log-controller\"}, {\"name\": \"nginx-ingress-controller\"}]",
            "[{\"name\": \"terway-eniip\"}]",
        ])
        .help(text(
            "What is installed with the cluster: one network add-on, Flannel or Terway, and optional ones. Without a log add-on there is no cluster audit; Ingress is installed by default.",
            "随集群安装的组件：网络组件 Flannel 与 Terway 二选一，其他可选。不开启日志服务则无法使用集群审计；默认安装 Ingress。",
        ))
        .source("RequestBody, addons"),
    field("container_cidr", format(Format::Cidr), text("Pod range", "容器网段"))
        .forbidden_when(
            ONLY_TERWAY,
            Warning,
            text("With Terway pods get addresses from vSwitches, and the range has no use.", "Terway 网络的 Pod 地址来自虚拟交换机，无需该网段。"),
        )
        .derived()
        .blank("pod range")
        .aliases(&["pod_cidr"])
        .examples(&["172.20.0.0/16"])
        .help(text(
            "The range pods get addresses from, clear of the VPC and of the service range. 172.16.0.0/16 where the VPC is made automatically; for a VPC of yours no default is stated, so give it with Flannel.",
            "Pod 的地址网段，不能与 VPC 网段及服务网段冲突。自动创建 VPC 时默认 172.16.0.0/16；使用已有 VPC 时文档未说明默认值，使用 Flannel 时请填写。",
        ))
        .source("RequestBody, container_cidr"),
    field("cloud_monitor_flags", Type::Bool, text("Cloud monitor agent", "云监控插件"))
        .help(text("Whether the cloud monitor agent is installed on the nodes.", "是否在节点上安装云监控插件。"))
        .source("RequestBody, cloud_monitor_flags"),
    field("disable_rollback", Type::Bool, text("Keep what a failure leaves", "失败时不回滚"))
        .note(Warning, text(
            "the documents say opposite things of disable_rollback: here true keeps what a failed creation has made, as the name says; in CreateCluster and the dedicated document true rolls it back",
            "各文档对 disable_rollback 的说明相反：本文档中 true 表示失败时不回滚（与名称一致）；CreateCluster 和专有版文档中 true 表示失败时回滚",
        ))
        .help(text(
            "By this page: true keeps what a failed creation has made; false releases all of it and is not recommended. The other two ACK documents say the opposite, with true as the default; this page states no default.",
            "按本文档：true 表示失败时不回滚；false 表示回滚并释放已创建的资源，不推荐。另外两份 ACK 文档含义相反（默认 true），本文档未说明默认值。",
        ))
        .source("RequestBody, disable_rollback"),
    field("public_slb", Type::Bool, text("Public API server (old name)", "公网 API Server（旧参数）"))
        .default("true")
        .deprecated_by(
            "/endpoint_public_access",
            text("Its place is endpoint_public_access. Send that one only.", "请改用 endpoint_public_access，且只填写该参数。"),
        )
        .help(text("The expired name of endpoint_public_access.", "已废弃，由 endpoint_public_access 取代。"))
        .source("RequestBody, public_slb"),
    field("proxy_mode", choice(PROXY_MODES), text("Service forwarding", "kube-proxy 代理模式"))
        .default("\"iptables\"")
        .help(text(
            "How kube-proxy forwards traffic to services. iptables by default here, ipvs in the other two ACK documents.",
            "kube-proxy 的代理模式。本文档默认 iptables，另外两份 ACK 文档默认 ipvs。",
        ))
        .source("RequestBody, proxy_mode"),
    field("endpoint_public_access", Type::Bool, text("Public API server", "公网 API Server"))
        .default("true")
        .help(text(
            "Whether the API server can be reached from the internet; false leaves a private one. On by default here, off by default in CreateCluster.",
            "是否开启公网 API Server；false 表示仅创建私网 API Server。本文档默认开启，CreateCluster 文档默认不开启。",
        ))
        .source("RequestBody, endpoint_public_access"),
    field("security_group_id", string(), text("Security group", "安全组"))
        .blank("security group ID")
        .examples(&["sg-bp1bdue0qc1g7k****"])
        .help(text("The ID, sg-…, of the security group that the cluster's ECS instances join.", "集群 ECS 实例所属的安全组 ID，形如 sg-…。"))
        .source("RequestBody, security_group_id"),
    field("service_cidr", format(Format::Cidr), text("Service range", "服务网段"))
        .blank("service range")
        .aliases(&["svc_cidr"])
        .examples(&["172.21.0.0/20"])
        .help(text(
            "The range services get addresses from, clear of the VPC and of the pod range. 172.19.0.0/20 where the VPC is made automatically. (The other two ACK documents have that default always, and allow /16 to /24 only.)",
            "Service 的地址网段，不能与 VPC 网段及容器网段冲突。自动创建 VPC 时默认 172.19.0.0/20。（另外两份 ACK 文档始终默认该网段，且只允许 /16～/24。）",
        ))
        .source("RequestBody, service_cidr"),
    field("tags", array(&TAGS), text("Tags", "标签"))
        .help(text("Tags of the cluster. (In CreateCluster they are the nodes'.)", "集群的标签。（CreateCluster 文档中为节点标签。）"))
        .source("RequestBody, tags"),
    field("taints", array(&TAINTS), text("Taints", "污点"))
        .aliases(&["taint"])
        .help(text(
            "Taints of the nodes: only pods that tolerate them are placed there. The document's example misspells the name as taint.",
            "节点的污点：只有能容忍该污点的 Pod 才会调度到节点上。文档示例误写为 taint。",
        ))
        .source("RequestBody, taints"),
    field("timeout_mins", Type::Integer(1, i64::MAX), text("Timeout, minutes", "创建超时时间（分钟）"))
        .default("60")
        .help(text("After how many minutes the creation of the resource stack counts as failed.", "集群资源栈创建的超时时间，单位为分钟。"))
        .source("RequestBody, timeout_mins"),
    field("vpcid", string(), text("VPC ID", "VPC ID"))
        .required_when(
            Cond::Longer("/vswitch_ids", 0),
            text("A VPC of yours and its vSwitches are given together.", "使用已有 VPC 时，VPC 和虚拟交换机必须同时填写。"),
        )
        .blank("VPC ID")
        .aliases(&["vpc_id", "vpc"])
        .examples(&["vpc-2zegvl5etah5requ09nec"])
        .help(text(
            "The VPC, vpc-…, that the cluster is placed in. Left out together with vswitch_ids, a VPC of 192.168.0.0/16 is made. (The other two ACK documents demand a VPC.)",
            "集群使用的 VPC ID，形如 vpc-…。与 vswitch_ids 同时为空时，系统自动创建网段为 192.168.0.0/16 的 VPC。（另外两份 ACK 文档要求必填。）",
        ))
        .source("RequestBody, vpcid"),
    field("worker_auto_renew", Type::Bool, text("Renew workers", "Worker 自动续费"))
        .forbidden_when(Cond::Not(&PREPAID), Warning, PREPAID_ONLY)
        .derived()
        .help(text("Whether prepaid workers are renewed automatically.", "预付费的 Worker 节点是否自动续费。"))
        .source("RequestBody, worker_auto_renew"),
    field("worker_auto_renew_period", Type::Integer(1, i64::MAX), text("Renewal period", "自动续费周期"))
        .required_when(PREPAID, PREPAID_NEEDS)
        .forbidden_when(Cond::Not(&PREPAID), Warning, PREPAID_ONLY)
        .among(MONTHS)
        .help(text("For how long each renewal is, in months: 1, 2, 3, 6 or 12. A number, although the document quotes it.", "每次自动续费的时长（月）：1、2、3、6、12。类型为整数（文档中带引号）。"))
        .source("RequestBody, worker_auto_renew_period"),
    field("worker_data_disk", Type::Any, text("Workers have data disks", "挂载数据盘"))
        .examples(&["\"true\"", "\"false\""])
        .help(text(
            "Whether workers have data disks: \"true\" or \"false\". The table says a string, the skeleton a boolean, so both are let through. Without true, worker_data_disks has no effect.",
            "Worker 节点是否挂载数据盘：\"true\" 或 \"false\"。表格标为字符串，请求体结构示例则像布尔值，两种写法都接受。不为 true 时 worker_data_disks 不生效。",
        ))
        .source("RequestBody, worker_data_disk"),
    field("worker_data_disks", array(&DATA_DISKS), text("Data disks", "数据盘"))
        .help(text(
            "Type and size of each data disk of the workers. It only counts where worker_data_disk is true, which the document's example forgets.",
            "Worker 节点每块数据盘的类型和大小。仅在 worker_data_disk 为 true 时有效（文档示例遗漏了该开关）。",
        ))
        .source("RequestBody, worker_data_disks"),
    field("worker_data_disk_category", Type::Any, text("Data disk type (old place)", "数据盘类型（旧参数）"))
        .deprecated_by(
            "/worker_data_disks/*/category",
            text("Its place is category in worker_data_disks.", "请改用 worker_data_disks 中的 category。"),
        )
        .help(text("The expired place of category in worker_data_disks. The document types it as an integer, probably by mistake.", "已废弃，由 worker_data_disks 中的 category 取代。文档将其类型写为整数，应为笔误。"))
        .source("RequestBody, worker_data_disk_category"),
    field("worker_data_disk_size", Type::Any, text("Data disk size (old place)", "数据盘大小（旧参数）"))
        .deprecated_by(
            "/worker_data_disks/*/size",
            text("Its place is size in worker_data_disks.", "请改用 worker_data_disks 中的 size。"),
        )
        .converted(bare_number)
        .help(text("The expired place of size in worker_data_disks. The document types it as a string; numbers are let through as well.", "已废弃，由 worker_data_disks 中的 size 取代。文档将其类型写为字符串，数字也接受。"))
        .source("RequestBody, worker_data_disk_size"),
    field("worker_instance_charge_type", choice(CHARGE_TYPES), text("Billing of workers", "Worker 付费类型"))
        .help(text("How workers are paid for. The document states no default.", "Worker 节点的付费类型，文档未说明默认值。"))
        .source("RequestBody, worker_instance_charge_type"),
    field("worker_period", Type::Integer(1, i64::MAX), text("Subscription length", "包年包月时长"))
        .required_when(PREPAID, PREPAID_NEEDS)
        .forbidden_when(Cond::Not(&PREPAID), Warning, PREPAID_ONLY)
        .among(MONTHS)
        .help(text("How long workers are paid for in advance, in months: 1, 2, 3, 6 or 12. A number, although the document quotes it. (CreateCluster goes up to 60.)", "预付费时长（月）：1、2、3、6、12。类型为整数（文档中带引号）。（CreateCluster 文档最长 60。）"))
        .source("RequestBody, worker_period"),
    field("worker_period_unit", choice(PERIOD_UNITS), text("Subscription unit", "包年包月周期单位"))
        .required_when(PREPAID, PREPAID_NEEDS)
        .forbidden_when(Cond::Not(&PREPAID), Warning, PREPAID_ONLY)
        .help(text("What worker_period counts. The table explains Month only.", "worker_period 的计时单位，表格只说明了 Month。"))
        .source("RequestBody, worker_period_unit"),
    field("worker_instance_types", array(&INSTANCE_TYPES), text("Instance types of workers", "Worker 实例规格"))
        .required()
        .length(1, u32::MAX)
        .help(text("One or more ECS instance types for the workers, such as ecs.hfc5.xlarge.", "Worker 节点的 ECS 实例规格，可填写多个，例如 ecs.hfc5.xlarge。"))
        .source("RequestBody, worker_instance_types"),
    field("cpu_policy", choice(CPU_POLICIES), text("CPU management", "CPU 策略"))
        .default("\"none\"")
        .since("1.12.6", Error)
        .help(text("Whether pods can own whole CPU cores; from 1.12.6 on.", "是否允许 Pod 独占 CPU 核心；1.12.6 及以上版本支持。"))
        .source("RequestBody, cpu_policy"),
    field("runtime", object(RUNTIME), text("Container runtime", "容器运行时"))
        .help(text("The container runtime by name and version, as an object; usually docker.", "容器运行时的名称和版本（对象），一般为 docker。"))
        .source("RequestBody, runtime"),
    field("platform", string(), text("Platform of the hosts", "主机平台架构"))
        .help(text(
            "The architecture of the hosts that pods run on; no values are listed. (In CreateCluster it is the operating system's distribution.)",
            "运行 Pod 的主机的平台架构，文档未列出取值。（CreateCluster 文档中为操作系统发行版。）",
        ))
        .source("RequestBody, platform"),
    field("os_type", suggest(OS_TYPES), text("OS of the hosts", "主机操作系统"))
        .help(text("The operating system of the hosts that pods run on; the list is left open.", "运行 Pod 的主机的操作系统类型，取值不限于所列的几种。"))
        .source("RequestBody, os_type"),
    field("node_cidr_mask", Type::Integer(1, 32), text("Address block of each node (mask)", "节点网络前缀"))
        .forbidden_when(
            ONLY_TERWAY,
            Warning,
            text("It cuts the pod range into blocks, which Terway does not use.", "它用于划分容器网段，而 Terway 网络不使用容器网段。"),
        )
        .derived()
        .examples(&["25"])
        .help(text(
            "The mask length of the block of pod addresses each node gets: 24 is 256 pods, 25 is 128, so 2^(32 - mask); the formula printed beside it says otherwise. With the pod range it bounds the number of nodes. A number here, a string in the other two ACK documents.",
            "每个节点的 Pod 网段掩码长度：24 对应 256 个 Pod，25 对应 128 个，即 2^(32-掩码)（文档中的公式有误）。它与容器网段共同决定节点数上限。本文档为整数，另外两份 ACK 文档为字符串。",
        ))
        .source("RequestBody, node_cidr_mask"),
    field("kubernetes_version", format(Format::PlainVersion), text("Kubernetes version", "集群版本"))
        .basis(Basis::Example)
        .examples(&["1.12.6-aliyun.1"])
        .help(text("Without it the newest version is taken.", "不填写时使用最新版本。"))
        .source("RequestBody, kubernetes_version"),
    field("deletion_protection", Type::Bool, text("Deletion protection", "集群删除保护"))
        .help(text("Whether console and API refuse to delete the cluster.", "是否开启集群删除保护，防止通过控制台或 API 误删除。"))
        .source("RequestBody, deletion_protection"),
    field("cluster_id", string(), text("Cluster ID", "集群 ID"))
        .read_only(ANSWER)
        .source("ResponseBody, cluster_id"),
    field("request_id", string(), text("Request ID", "请求 ID"))
        .read_only(ANSWER)
        .source("ResponseBody, request_id"),
    field("task_id", string(), text("Task ID", "任务 ID"))
        .read_only(ANSWER)
        .source("ResponseBody, task_id"),
];

const ANSWER: Text = text(
    "It is part of answers only. Take it out of a request.",
    "它只出现在响应中，请从请求中删除。",
);

const CLUSTER_TYPES: &[Choice] = &[one("ManagedKubernetes", text("a managed cluster", "托管集群"))];

const NAME: Pattern = Pattern {
    regex: "^[-A-Za-z0-9㐀-䶿一-鿿]+$",
    test: |name| !name.is_empty() && name.chars().all(in_name),
    words: text(
        "hold letters, Chinese characters, digits and hyphens only, by this document",
        "只含英文字母、中文、数字和短划线（以本文档为准）",
    ),
    classes: None,
    mend: Some(|name| {
        let mended: String =
            name.trim().chars().map(|char| if in_name(char) { char } else { '-' }).collect();
        mended.chars().any(|char| char != '-').then_some(mended)
    }),
};

const fn in_name(char: char) -> bool {
    char.is_ascii_alphanumeric()
        || char == '-'
        || matches!(char, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

const VSWITCHES: Items = items(
    each(string(), text("vSwitch", "虚拟交换机"))
        .blank("vSwitch ID")
        .examples(&["vsw-2ze48rkq464rsdts1****"])
        .help(text("The ID of a vSwitch, vsw-….", "虚拟交换机 ID，形如 vsw-…。"))
        .source("RequestBody, vswitch_ids"),
);

const SYSTEM_DISKS: &[Choice] = &[
    one("cloud_efficiency", text("ultra disk", "高效云盘")),
    one("cloud_ssd", text("SSD disk", "SSD 云盘")),
];

const ADDONS: Items =
    items(each(object(ADDON), text("Add-on", "组件")).source("RequestBody, addons"));

const ADDON: &[Field] = &[
    field("name", suggest(ADDON_NAMES), text("Name", "组件名称"))
        .required()
        .help(text("Which add-on to install.", "要安装的组件名称。"))
        .source("RequestBody, addons"),
    field("version", string(), text("Version", "组件版本"))
        .help(text("Without it the newest version is taken.", "为空时使用最新版本。"))
        .source("RequestBody, addons"),
    field("config", format(Format::Json(&Type::Map(&SETTING, SETTINGS))), text("Configuration", "组件配置"))
        .basis(Basis::Example)
        .help(text(
            "JSON in a string, its quotes escaped; left out, the add-on needs none. The document's example forgets to escape.",
            "字符串形式的 JSON，内部引号须转义；为空表示无需配置。文档示例遗漏了转义。",
        ))
        .source("RequestBody, addons"),
];

const SETTING: Field =
    each(Type::Any, text("Setting", "配置项")).derived().source("Request example, addons");

/// What the example shows of the settings of some add-ons.
const SETTINGS: &[Field] = &[
    field("sls_project_name", string(), text("Log project", "日志 Project"))
        .basis(Basis::Example)
        .blank("SLS project name")
        .known_when(Cond::Is("/addons/*/name", &["aliyun-log-controller"]))
        .help(text("The log project to use.", "使用的日志 Project。"))
        .source("Request example, addons"),
    settings::INGRESS_NETWORK.basis(Basis::Example).source("Request example, addons"),
];

const ADDON_NAMES: &[Choice] = &[
    one(
        "flannel",
        text(
            "network: pods get addresses from container_cidr",
            "网络组件：Pod 地址来自 container_cidr",
        ),
    ),
    one(
        "terway-eniip",
        text(
            "network: pods get addresses from vSwitches, for which this page has no member; the name is the dedicated document's",
            "网络组件：Pod 地址来自虚拟交换机，但本文档没有指定 Pod 虚拟交换机的参数；该名称取自专有版文档",
        ),
    ),
    one(
        "aliyun-log-controller",
        text("collects logs; the cluster audit needs it", "日志服务，集群审计依赖该组件"),
    ),
    one(
        "nginx-ingress-controller",
        text("Ingress; installed by default", "Ingress 组件，默认安装"),
    ),
];

const PROXY_MODES: &[Choice] = &[
    one(
        "iptables",
        text(
            "the traditional mode; slows down with many services",
            "传统模式，Service 数量多时性能下降",
        ),
    ),
    one("ipvs", text("higher throughput; suits large clusters", "性能更高，适合大规模集群")),
];

const TAGS: Items = items(each(object(TAG), text("Tag", "标签")).source("RequestBody, tags"));

const TAG: &[Field] = &[
    field("key", string(), text("Key", "标签键"))
        .help(text("The tag's name.", "标签名称。"))
        .source("RequestBody, tags"),
    field("value", string(), text("Value", "标签值"))
        .help(text("The tag's value.", "标签值。"))
        .source("RequestBody, tags"),
];

const TAINTS: Items = items(
    each(object(TAINT), text("Taint", "污点"))
        .basis(Basis::Example)
        .source("Request example, taint"),
);

/// Seen in the example only.
const TAINT: &[Field] = &[
    field("key", string(), text("Key", "污点键"))
        .basis(Basis::Example)
        .examples(&["special"])
        .help(text("What a toleration names.", "容忍度（toleration）中引用的键。"))
        .source("Request example, taint"),
    field("value", string(), text("Value", "污点值"))
        .basis(Basis::Example)
        .examples(&["true"])
        .help(text(
            "A string, also where it reads as a number or a boolean.",
            "字符串，即使内容像数字或布尔值。",
        ))
        .source("Request example, taint"),
    field("effect", suggest(EFFECTS), text("Effect", "污点效果"))
        .basis(Basis::Example)
        .help(text(
            "What happens to pods that do not tolerate it.",
            "对不能容忍该污点的 Pod 的处理方式。",
        ))
        .source("Request example, taint"),
];

const EFFECTS: &[Choice] = &[
    one("NoSchedule", text("they are not placed there", "不调度到该节点")),
    one("PreferNoSchedule", text("they are placed there only if need be", "尽量不调度到该节点")),
    one("NoExecute", text("they are not placed there, and evicted", "不调度，且驱逐已运行的 Pod")),
];

const DATA_DISKS: Items = items(
    each(object(DATA_DISK), text("Data disk", "数据盘")).source("RequestBody, worker_data_disks"),
);

const DATA_DISK: &[Field] = &[
    field("category", choice(DATA_DISK_TYPES), text("Type", "数据盘类型"))
        .help(text(
            "The type of the disk; this page lists no ESSD.",
            "数据盘类型，本文档未列出 ESSD。",
        ))
        .source("RequestBody, worker_data_disks"),
    field("size", SIZE, text("Size", "数据盘大小"))
        .examples(&["500"])
        .help(text(
            "The size of the disk in GiB; no range is given.",
            "数据盘大小，单位 GiB，文档未给出范围。",
        ))
        .source("RequestBody, worker_data_disks"),
];

const DATA_DISK_TYPES: &[Choice] = &[
    one("cloud", text("basic disk", "普通云盘")),
    one("cloud_efficiency", text("ultra disk", "高效云盘")),
    one("cloud_ssd", text("SSD disk", "SSD 云盘")),
];

/// A whole number without the quotes around it; anything else as it is.
fn bare_number(raw: &str) -> String {
    let bare = raw.trim_matches('"').trim();
    if bare.parse::<i64>().is_ok() { bare.to_owned() } else { raw.to_owned() }
}

const CHARGE_TYPES: &[Choice] = &[
    one("PrePaid", text("paid for in advance, by period", "预付费（包年包月）")),
    one("PostPaid", text("pay as you go", "按量付费")),
];

const PERIOD_UNITS: &[Choice] = &[
    one("Month", text("months", "以月为单位")),
    one(
        "Year",
        text(
            "years; named by the skeleton only, without a list of lengths",
            "以年为单位；仅请求体结构示例提到，未列出时长取值",
        ),
    ),
];

const INSTANCE_TYPES: Items = items(
    each(string(), text("Instance type", "实例规格"))
        .blank("instance type")
        .examples(&["ecs.hfc5.xlarge"])
        .source("RequestBody, worker_instance_types"),
);

const CPU_POLICIES: &[Choice] = &[
    one("none", text("cores are shared by all pods", "不独占，CPU 核心由 Pod 共享")),
    one("static", text("pods can own cores", "Pod 可独占 CPU 核心")),
];

const RUNTIME: &[Field] = &[
    field(
        "name",
        suggest(&[one("docker", text("the usual one", "常用的运行时"))]),
        text("Name", "运行时名称"),
    )
    .help(text("The name of the runtime, usually docker.", "容器运行时名称，一般为 docker。"))
    .source("RequestBody, runtime"),
    field("version", string(), text("Version", "运行时版本"))
        .help(text("The version of the runtime.", "容器运行时版本。"))
        .source("RequestBody, runtime"),
];

const OS_TYPES: &[Choice] = &[
    one("Linux", text("Linux hosts", "Linux 主机")),
    one("Windows", text("Windows hosts", "Windows 主机")),
];
