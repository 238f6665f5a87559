//! The request body, in the order of the document. Node pools have a file of their own.

use super::super::patterns::{LOGIN, PASSWORD, TAG_TEXT};
use super::super::settings;
use super::super::{ONLY_FLANNEL, ONLY_TERWAY, PERIODS, RENEWALS};
use super::pools::POOLS;
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{Basis, Text, text};
use crate::spec::{
    Choice, Cond, Field, Format, Items, Pattern, Type, array, choice, each, field, format, items,
    object, one, string, suggest,
};

/// The body.
pub(super) const BODY: Field =
    field("", object(MEMBERS), text("Request body", "请求体")).source("Request body");

const MEMBERS: &[Field] = &[
    // Basics.
    field("name", string(), text("Cluster name", "集群名称"))
        .required()
        .length(1, 63)
        .pattern(&NAME)
        .blank("cluster name")
        .examples(&["cluster-demo"])
        .help(text(
            "1 to 63 characters: digits, Chinese characters, English letters, hyphens and underscores; no underscore at the start. (The other two ACK documents do not allow underscores.)",
            "1～63 个字符，由数字、汉字、英文字符、短划线（-）或下划线（_）组成，不能以下划线开头。（另外两份 ACK 文档不允许下划线。）",
        ))
        .source("Request body, name")
        .derived(),
    field("region_id", string(), text("Region ID", "地域 ID"))
        .blank("region ID")
        .aliases(&["regionid", "region"])
        .examples(&["cn-beijing", "cn-zhangjiakou"])
        .help(text(
            "The region the cluster is made in. This page's column for required parameters is lost; the managed document demands it, CreateCluster calls it optional.",
            "集群所在的地域。本文档“是否必选”列的内容已丢失；托管集群文档要求必填，CreateCluster 文档则标为可选。",
        ))
        .source("Request body, region_id"),
    field("cluster_type", choice(CLUSTER_TYPES), text("Cluster type", "集群类型"))
        .required()
        .examples(&["Kubernetes"])
        .help(text(
            "Kubernetes for a dedicated cluster, which is what this page describes. (CreateCluster calls serverless clusters Ask; here they are a kind of ManagedKubernetes.)",
            "专有版集群取 Kubernetes，本文档只描述该类型。（CreateCluster 文档中 Serverless 集群为 Ask，本文档归入 ManagedKubernetes。）",
        ))
        .source("Request body, cluster_type")
        .derived(),
    field("kubernetes_version", format(Format::PlainVersion), text("Kubernetes version", "集群版本"))
        .basis(Basis::Example)
        .examples(&["1.16.9-aliyun.1", "1.18.8-aliyun.1"])
        .help(text(
            "Without it the newest version is taken, which is recommended. The console offers the two newest; the API makes others too.",
            "不填写时使用最新版本（推荐）。控制台只提供两种最新版本，API 还可以创建其他版本。",
        ))
        .source("Request body, kubernetes_version"),
    field("runtime", object(RUNTIME), text("Container runtime", "容器运行时"))
        .help(text(
            "The container runtime, by name and version. Node pools name theirs as two plain members.",
            "容器运行时的名称和版本。节点池中为两个单独的字符串参数。",
        ))
        .source("Request body, runtime"),
    field("resource_group_id", string(), text("Resource group", "资源组 ID"))
        .blank("resource group ID")
        .examples(&["rg-acfm3mkrure****"])
        .help(text("The resource group the cluster belongs to, such as rg-….", "集群所属的资源组，形如 rg-…，用于隔离资源。"))
        .source("Request body, resource_group_id"),
    // Network.
    field("vpcid", string(), text("VPC ID", "VPC ID"))
        .required()
        .blank("VPC ID")
        .aliases(&["vpc_id", "vpc"])
        .examples(&["vpc-2zeik9h3ahvv2zz95****"])
        .help(text(
            "The VPC the cluster uses. It must exist: this page demands it, although it also mentions an automatic VPC.",
            "集群使用的专有网络，须已存在。本文档要求必填，尽管也提到系统自动创建 VPC 的情况。",
        ))
        .source("Request body, vpcid"),
    field("pod_vswitch_ids", array(&POD_VSWITCHES), text("Pod vSwitches", "Pod 虚拟交换机"))
        .required_when(ONLY_TERWAY, text("Terway gives pods addresses from these vSwitches.", "Terway 网络从这些虚拟交换机为 Pod 分配地址。"))
        .forbidden_when(
            ONLY_FLANNEL,
            Warning,
            text("With Flannel pods get addresses from container_cidr, and these vSwitches have no use.", "Flannel 网络的 Pod 地址来自 container_cidr，无需填写这些虚拟交换机。"),
        )
        .derived()
        .examples(&["[\"vsw-2ze97jwri7cei0mpw****\"]"])
        .help(text(
            "For Terway: the vSwitches pods get addresses from, at least one in the zone of every node vSwitch and none of the node vSwitches themselves. A mask of /19 or shorter is recommended.",
            "Terway 网络使用：为 Pod 分配地址的虚拟交换机。每个节点虚拟交换机的可用区至少对应一个，且不能与节点虚拟交换机重复；建议网段掩码不大于 19。",
        ))
        .source("Request body, pod_vswitch_ids"),
    field("container_cidr", format(Format::Cidr), text("Pod range", "容器网段"))
        .required_when(ONLY_FLANNEL, text("Flannel gives pods addresses from it.", "Flannel 网络从该网段为 Pod 分配地址。"))
        .forbidden_when(
            ONLY_TERWAY,
            Warning,
            text("With Terway pods get addresses from vSwitches, and the range has no use.", "Terway 网络的 Pod 地址来自虚拟交换机，无需填写该网段。"),
        )
        .blank("pod range")
        .aliases(&["pod_cidr"])
        .examples(&["172.20.0.0/16"])
        .help(text(
            "For Flannel: the range pods get addresses from. It must stay clear of the VPC and of the service range. Where the system makes the VPC it is 172.16.0.0/16 by default.",
            "Flannel 网络使用：Pod 的地址网段，不能与 VPC 网段及服务网段冲突。系统自动创建 VPC 时默认为 172.16.0.0/16。",
        ))
        .source("Request body, container_cidr"),
    field("service_cidr", format(Format::Cidr), text("Service range", "服务网段"))
        .default("\"172.19.0.0/20\"")
        .blank("service range")
        .aliases(&["svc_cidr"])
        .examples(&["172.21.0.0/20"])
        .help(text(
            "The range services get addresses from: a /16 to /24 in 10.0.0.0, 172.16.0.0 to 172.31.0.0 or 192.168.0.0, clear of the VPC and of other clusters in it. It cannot be changed later.",
            "Service 的地址网段：10.0.0.0、172.16.0.0～172.31.0.0、192.168.0.0 中的 /16～/24，不能与 VPC 及其中其他集群的网段重复，创建后不能修改。",
        ))
        .source("Request body, service_cidr"),
    field("node_cidr_mask", format(Format::Digits(1, 32)), text("Address block of each node (mask)", "节点 IP 数量（掩码）"))
        .default("\"26\"")
        .forbidden_when(
            ONLY_TERWAY,
            Warning,
            text("It only counts for Flannel.", "只对 Flannel 网络生效。"),
        )
        .examples(&["25"])
        .help(text(
            "For Flannel: the mask length of the block of pod addresses each node gets, as a string: \"26\" is 64 addresses, \"25\" 128. With the pod range it bounds the number of nodes.",
            "Flannel 网络使用：每个节点的 Pod 网段掩码位数，写成字符串：\"26\" 为 64 个地址，\"25\" 为 128 个。它与容器网段共同决定节点数上限。",
        ))
        .source("Request body, node_cidr_mask"),
    field("security_group_id", string(), text("Security group", "安全组 ID"))
        .blank("security group ID")
        .examples(&["sg-bp1bdue0qc1g7k****"])
        .help(text(
            "An existing security group that all nodes join, instead of one made by is_enterprise_security_group.",
            "使用已有安全组时填写，集群节点自动加入。与 is_enterprise_security_group 二选一。",
        ))
        .source("Request body, security_group_id"),
    field("is_enterprise_security_group", Type::Bool, text("Make an advanced security group", "自动创建企业级安全组"))
        .default("true")
        .help(text(
            "Makes an advanced security group; it only counts without security_group_id. An ordinary group takes 2000 nodes and Terway pods at most, so Terway clusters should have an advanced one.",
            "自动创建企业级安全组，仅当 security_group_id 为空时生效。普通安全组中节点与 Terway Pod 总数不能超过 2000，因此 Terway 集群建议使用企业级安全组。",
        ))
        .source("Request body, is_enterprise_security_group"),
    field("snat_entry", Type::Bool, text("SNAT", "配置 SNAT"))
        .default("true")
        .help(text(
            "Makes a NAT gateway and SNAT rules. Without it nodes and applications cannot reach the internet; it can be added to the cluster later.",
            "创建 NAT 网关并配置 SNAT 规则。设为 false 时，节点和应用不能访问公网，可在创建后再开启。",
        ))
        .source("Request body, snat_entry"),
    field("endpoint_public_access", Type::Bool, text("Public API server", "API Server 公网访问"))
        .aliases(&["public_slb"])
        .default("true")
        .help(text(
            "Whether the API server gets an elastic IP address. On by default here; off by default in CreateCluster.",
            "是否通过 EIP 暴露 API Server。本文档默认开启；CreateCluster 文档默认不开启。",
        ))
        .source("Request body, endpoint_public_access"),
    field("load_balancer_spec", choice(BALANCERS), text("Load balancer", "负载均衡规格"))
        .default("\"slb.s2.small\"")
        .help(text("The specification of the API server's load balancer.", "API Server 负载均衡实例的规格。"))
        .source("Request body, load_balancer_spec"),
    // Advanced options.
    field("ssh_flags", Type::Bool, text("SSH from the internet", "公网 SSH 登录"))
        .default("false")
        .forbidden_when(
            Cond::Is("/cluster_type", &["ManagedKubernetes"]),
            Warning,
            text("It has no effect for managed clusters, which have no masters to log into.", "对托管版集群不生效：托管版集群没有可登录的 Master 节点。"),
        )
        .help(text("Whether the masters can be logged into from the internet.", "是否允许从公网通过 SSH 登录 Master 节点。"))
        .source("Request body, ssh_flags"),
    field("timezone", string(), text("Time zone", "时区"))
        .examples(&["Asia/Shanghai"])
        .help(text("The cluster's time zone by its IANA name.", "集群使用的时区（IANA 时区名）。"))
        .source("Request body, timezone"),
    field("proxy_mode", choice(PROXY_MODES), text("Service forwarding", "kube-proxy 代理模式"))
        .default("\"ipvs\"")
        .help(text(
            "How kube-proxy forwards traffic to services. ipvs by default here and in CreateCluster, iptables in the managed document.",
            "kube-proxy 的代理模式。本文档与 CreateCluster 文档默认 ipvs，托管集群文档默认 iptables。",
        ))
        .source("Request body, proxy_mode"),
    field("enable_rrsa", Type::Bool, text("RAM roles for service accounts", "启用 RRSA"))
        .help(text("Lets service accounts take on RAM roles. No default is stated.", "是否启用 RRSA（为 ServiceAccount 授予 RAM 角色）。文档未说明默认值。"))
        .source("Request body, enable_rrsa"),
    field("tags", array(&TAGS), text("Tags", "标签"))
        .length(0, 20)
        .help(text("Tags of the cluster, 20 at most, each key once. Upper and lower case differ.", "集群的标签，最多 20 个，键不可重复，区分大小写。"))
        .source("Request body, tags"),
    field("cluster_domain", string(), text("Cluster domain", "集群本地域名"))
        .pattern(&DOMAIN)
        .examples(&["cluster.local"])
        .help(text(
            "The cluster's local domain: parts of lowercase letters, digits and hyphens, 63 characters each at most, joined by dots.",
            "集群本地域名：由小数点分隔的若干部分，每部分最长 63 个字符，可用小写字母、数字和短划线，首尾为小写字母或数字。",
        ))
        .source("Request body, cluster_domain"),
    field("custom_san", format(Format::Listed(&Format::Host)), text("Extra names of the API server", "自定义证书 SAN"))
        .examples(&["cs.aliyun.com"])
        .help(text(
            "Further DNS names and IP addresses in the API server's certificate, in one string, separated by commas.",
            "API Server 证书中额外的域名和 IP 地址，写成一个字符串，用英文逗号分隔。",
        ))
        .source("Request body, custom_san"),
    field("service_account_issuer", string(), text("Token issuer", "ServiceAccount Token 签发身份"))
        .examples(&["kubernetes.default.svc"])
        .help(text("The issuer (iss) in the tokens of service accounts.", "ServiceAccount Token 中的签发身份，即 iss 字段。"))
        .source("Request body, service_account_issuer"),
    field("api_audiences", format(Format::Listed(&Format::Text)), text("Token audiences", "合法的请求 Token 身份"))
        .examples(&["kubernetes.default.svc"])
        .help(text("The audiences that the API server accepts in tokens, separated by commas.", "API Server 认可的 Token 身份（audience），多个以英文逗号分隔。"))
        .source("Request body, api_audiences"),
    field("disable_rollback", Type::Bool, text("Rollback on failure", "失败时回滚"))
        .default("true")
        .note(Warning, text(
            "the documents say opposite things of disable_rollback: here and in CreateCluster true rolls a failed cluster back, in the managed document true keeps it, as the name says",
            "各文档对 disable_rollback 的说明相反：本文档与 CreateCluster 文档中 true 表示失败时回滚；托管集群文档中 true 表示不回滚（与名称一致）",
        ))
        .help(text(
            "By this page: true rolls back when the creation fails, false does not. The name and the managed document say the opposite; leave it out unless you tried it.",
            "按本文档：true 表示创建失败时回滚，false 表示不回滚。参数名和托管集群文档的含义相反，未经验证建议不填。",
        ))
        .source("Request body, disable_rollback"),
    field("timeout_mins", Type::Integer(0, 2_147_483_647), text("Timeout, minutes", "创建超时时间（分钟）"))
        .default("60")
        .help(text("After how many minutes the creation counts as failed.", "超过该时间（分钟）仍未完成，则视为创建失败。"))
        .source("Request body, timeout_mins"),
    field("deletion_protection", Type::Bool, text("Deletion protection", "集群删除保护"))
        .default("false")
        .help(text("Whether console and API refuse to delete the cluster.", "启用后不能通过控制台或 API 删除集群。"))
        .source("Request body, deletion_protection"),
    field("node_name_mode", string(), text("Node names", "自定义节点名称"))
        .examples(&["customized,aliyun,5,test"])
        .help(text(
            "How nodes are named: prefix, node IP address, suffix; 2 to 64 characters in all, letters, digits, hyphens and dots. The table shows a finished name, aliyun.com192.168.0.55test, with a mandatory prefix; the request example shows customized,aliyun,5,test as CreateCluster does.",
            "节点名称由前缀、节点 IP 地址、后缀组成，总长 2～64 个字符，可用大小写字母、数字、短划线和点号，前缀必选。表格示例为结果名称 aliyun.com192.168.0.55test，请求示例则与 CreateCluster 文档一样写作 customized,aliyun,5,test。",
        ))
        .source("Request body, node_name_mode"),
    field("keep_instance_name", Type::Bool, text("Keep instance names", "保留实例名称"))
        .default("true")
        .help(text(
            "Whether existing instances keep their names. This page has no member for existing instances, so it has little to act on.",
            "使用已有实例创建集群时是否保留实例名称。本文档没有指定已有实例的参数，因此基本不起作用。",
        ))
        .source("Request body, keep_instance_name"),
    field("rds_instances", array(&RDS), text("RDS instances", "RDS 实例"))
        .examples(&["[\"rm-2zev748xi27xc****\"]"])
        .help(text("The RDS instances whose allowlists nodes are added to.", "将节点加入其白名单的 RDS 实例列表。"))
        .source("Request body, rds_instances"),
    // Masters.
    field("master_count", Type::Integer(3, 5), text("Number of masters", "Master 节点数量"))
        .kinds(DEDICATED)
        .default("3")
        .among(&[3, 5])
        .help(text("3 or 5; vSwitches and instance types are given for each master.", "3 或 5；虚拟交换机和实例规格需与 Master 节点一一对应。"))
        .source("Request body, master_count"),
    field("image_type", choice(IMAGE_TYPES), text("OS image", "操作系统发行版"))
        .default("\"CentOS\"")
        .help(text(
            "The operating system of the nodes; the recommended way to choose it. CentOS by default here, AliyunLinux in CreateCluster.",
            "节点的操作系统发行版，推荐使用该参数指定。本文档默认 CentOS，CreateCluster 文档默认 AliyunLinux。",
        ))
        .source("Request body, image_type"),
    field("image_id", string(), text("Custom image", "自定义镜像 ID"))
        .blank("image ID")
        .examples(&["m-bp16z7xko3vvv8gt****"])
        .help(text("An image of your own, taken instead of the system image that image_type names.", "自定义镜像，将取代 image_type 对应的系统镜像。"))
        .source("Request body, image_id"),
    field("os_type", choice(OS_TYPES), text("OS platform", "操作系统平台"))
        .default("\"Linux\"")
        .help(text("Linux or Windows; it has to go with the image.", "操作系统平台类型，须与镜像一致。"))
        .source("Request body, os_type"),
    field("master_vswitch_ids", array(&MASTER_VSWITCHES), text("vSwitches of the masters", "Master 节点虚拟交换机"))
        .kinds(DEDICATED)
        .required()
        .examples(&["[\"vsw-2ze3ds0mdip0hdz8i****\"]"])
        .help(text(
            "One vSwitch for each master, in the order of the masters. Different zones keep the cluster alive when one fails.",
            "Master 节点使用的虚拟交换机，每个 Master 对应一项。建议分布在不同可用区。",
        ))
        .source("Request body, master_vswitch_ids")
        .derived(),
    field("master_instance_types", array(&MASTER_TYPES), text("Instance types of the masters", "Master 节点实例规格"))
        .kinds(DEDICATED)
        .required()
        .examples(&["[\"ecs.n4.xlarge\"]"])
        .help(text("One ECS instance type for each master.", "Master 节点的 ECS 实例规格，每个 Master 对应一项。"))
        .source("Request body, master_instance_types")
        .derived(),
    field("master_system_disk_category", choice(DISKS), text("System disk of the masters", "Master 系统盘类型"))
        .kinds(DEDICATED)
        .default("\"cloud_ssd\"")
        .help(text("The kind of disk. The default may differ by zone. (The table's type, Long, is a slip.)", "Master 节点系统盘类型，不同可用区的默认值可能不同。（表格中的类型 Long 有误。）"))
        .source("Request body, master_system_disk_category"),
    field("master_system_disk_size", Type::Integer(40, 500), text("System disk size of the masters, GiB", "Master 系统盘大小（GiB）"))
        .kinds(DEDICATED)
        .default("120")
        .help(text("40 to 500 GiB. 120 by default here, 40 in CreateCluster.", "40～500 GiB。本文档默认 120，CreateCluster 文档默认 40。"))
        .source("Request body, master_system_disk_size"),
    field("master_system_disk_performance_level", suggest(LEVELS), text("ESSD level of the masters", "Master 系统盘性能等级"))
        .kinds(DEDICATED)
        .forbidden_when(
            Cond::Not(&Cond::Is("/master_system_disk_category", &["cloud_essd"])),
            Warning,
            ESSD_ONLY,
        )
        .help(text("The performance level of an ESSD; which are open depends on the disk's size.", "ESSD 云盘的性能等级，可选等级与磁盘大小有关。"))
        .source("Request body, master_system_disk_performance_level"),
    field("master_system_disk_snapshot_policy_id", string(), text("Snapshot policy of the masters", "Master 自动快照策略"))
        .kinds(DEDICATED)
        .blank("snapshot policy ID")
        .examples(&["sp-2zej1nogjvovnz4z****"])
        .help(text("The automatic snapshot policy of the masters' system disks.", "Master 节点系统盘采用的自动快照策略 ID。"))
        .source("Request body, master_system_disk_snapshot_policy_id"),
    field("master_instance_charge_type", choice(CHARGES), text("Billing of the masters", "Master 付费类型"))
        .kinds(DEDICATED)
        .default("\"PostPaid\"")
        .help(text("Subscription or pay-as-you-go. A subscription needs its period, unit and renewal period.", "包年包月或按量付费。包年包月还须填写时长、周期和自动续费周期。"))
        .source("Request body, master_instance_charge_type"),
    field("master_period_unit", choice(UNITS), text("Subscription unit of the masters", "Master 付费周期"))
        .kinds(DEDICATED)
        .required_when(PREPAID, SUBSCRIBED)
        .forbidden_when(NOT_PREPAID, Warning, NOT_SUBSCRIBED)
        .derived()
        .help(text("Month is the only unit.", "目前仅支持 Month。"))
        .source("Request body, master_period_unit"),
    field("master_period", Type::Integer(1, 60), text("Subscription period of the masters", "Master 包年包月时长"))
        .kinds(DEDICATED)
        .required_when(PREPAID, SUBSCRIBED)
        .forbidden_when(NOT_PREPAID, Warning, NOT_SUBSCRIBED)
        .default("1")
        .among(PERIODS)
        .help(text("In months: 1, 2, 3, 6, 12, 24, 36, 48 or 60.", "以月为单位：1、2、3、6、12、24、36、48、60。"))
        .source("Request body, master_period"),
    field("master_auto_renew", Type::Bool, text("Renew the masters", "Master 自动续费"))
        .kinds(DEDICATED)
        .forbidden_when(NOT_PREPAID, Warning, NOT_SUBSCRIBED)
        .default("true")
        .help(text("Whether the subscription renews itself.", "包年包月到期后是否自动续费。"))
        .source("Request body, master_auto_renew"),
    field("master_auto_renew_period", Type::Integer(1, 12), text("Renewal period of the masters", "Master 自动续费周期"))
        .kinds(DEDICATED)
        .required_when(PREPAID, SUBSCRIBED)
        .forbidden_when(NOT_PREPAID, Warning, NOT_SUBSCRIBED)
        .default("1")
        .among(RENEWALS)
        .help(text("In months: 1, 2, 3, 6 or 12.", "以月为单位：1、2、3、6、12。"))
        .source("Request body, master_auto_renew_period"),
    field("key_pair", string(), text("Key pair", "密钥对"))
        .blank("key pair name")
        .aliases(&["key_name", "keypair"])
        .examples(&["security-key"])
        .help(text("The key pair for logging into the masters. Either it or login_password.", "登录 Master 节点的密钥对名称，与 login_password 二选一。"))
        .source("Request body, key_pair"),
    field("login_password", string(), text("Password", "登录密码"))
        .secret()
        .length(8, 30)
        .pattern(&PASSWORD)
        .blank("password")
        .aliases(&["password"])
        .help(LOGIN)
        .source("Request body, login_password"),
    // Add-ons.
    field("addons", array(&ADDONS), text("Add-ons", "集群组件"))
        .kinds(DEDICATED)
        .required()
        .examples(&[
            "[{\"name\": \"flannel\"}, {\"name\": \"csi-plugin\"}, {\"name\": \"csi-provisioner\"}]",
            "[{\"name\": \"terway-eniip\"}, {\"name\": \"flexvolume\"}]",
        ])
        .help(text(
            "The add-ons to install. A network add-on (flannel or terway-eniip) and a storage add-on (csi-plugin with csi-provisioner, or flexvolume) are mandatory. Without the log add-on there is no cluster audit. The Ingress controller and the event centre are installed unless disabled.",
            "要安装的组件。网络组件（flannel 或 terway-eniip）和存储组件（csi-plugin 加 csi-provisioner，或 flexvolume）必选。不安装日志组件则无法使用集群审计。Ingress 组件和事件中心默认安装，可禁用。",
        ))
        .source("Request body, addons"),
    field("cloud_monitor_flags", Type::Bool, text("Cloud monitor", "安装云监控插件"))
        .default("false")
        .help(text("Whether the cloud monitor agent is installed on the nodes.", "是否在节点上安装云监控插件。"))
        .source("Request body, cloud_monitor_flags"),
    // Node pools.
    field("nodepools", array(&POOLS), text("Node pools", "节点池"))
        .aliases(&["node_pools"])
        .help(text(
            "The pools of worker nodes made with the cluster. The document lists their members in the syntax and an example only, without a word of description.",
            "随集群创建的节点池。文档只在请求语法和示例中列出其中的参数，没有任何说明。",
        ))
        .source("Request body, nodepools"),
    field("num_of_nodes", Type::Any, text("Number of workers (elsewhere)", "Worker 节点数（其他文档）"))
        .forbidden_when(
            Cond::Set("/num_of_nodes"),
            Warning,
            text(
                "This document's body has no such member: worker nodes are asked for with nodepools and their count.",
                "本文档的请求体没有该参数：Worker 节点通过 nodepools 及其 count 指定。",
            ),
        )
        .derived()
        .help(text(
            "The other two ACK documents ask for workers with num_of_nodes and worker_*; this one with node pools.",
            "另外两份 ACK 文档用 num_of_nodes 和 worker_* 指定 Worker 节点，本文档使用节点池。",
        ))
        .source("Request body, nodepools"),
    // Returned.
    field("cluster_id", string(), text("Cluster ID", "集群 ID"))
        .read_only(RETURNED)
        .source("Response body, cluster_id"),
    field("request_id", string(), text("Request ID", "请求 ID"))
        .read_only(RETURNED)
        .source("Response body, request_id"),
    field("task_id", string(), text("Task ID", "任务 ID"))
        .read_only(RETURNED)
        .source("Response body, task_id"),
];

/// The only kind of cluster the page describes.
const DEDICATED: &[&str] = &["dedicated"];

const RETURNED: Text = text(
    "The service answers with it; take it out of a request.",
    "它只出现在响应中，请从请求中删除。",
);

const PREPAID: Cond = Cond::Is("/master_instance_charge_type", &["PrePaid"]);
const NOT_PREPAID: Cond = Cond::Not(&PREPAID);

/// Why a subscription demands a member.
pub(super) const SUBSCRIBED: Text = text(
    "A subscription (PrePaid) needs its period, its unit and its renewal period.",
    "包年包月（PrePaid）必须填写时长、周期和自动续费周期。",
);

/// Why a member has no use without a subscription.
pub(super) const NOT_SUBSCRIBED: Text = text(
    "It only counts for subscriptions (PrePaid).",
    "仅当付费类型为包年包月（PrePaid）时生效。",
);

/// Why a disk has no performance level.
pub(super) const ESSD_ONLY: Text = text(
    "Only ESSDs (cloud_essd) have performance levels.",
    "性能等级仅对 ESSD 云盘（cloud_essd）生效。",
);

const fn is_name_char(char: char) -> bool {
    char.is_ascii_alphanumeric()
        || matches!(char, '-' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

const NAME: Pattern = Pattern {
    regex: "^[0-9A-Za-z㐀-䶿一-鿿-][0-9A-Za-z㐀-䶿一-鿿_-]*$",
    test: |name| {
        name.starts_with(is_name_char) && name.chars().all(|char| is_name_char(char) || char == '_')
    },
    words: text(
        "hold digits, Chinese characters, English letters, hyphens and underscores only, and not start with an underscore",
        "由数字、汉字、英文字符、短划线（-）或下划线（_）组成，且不以下划线开头",
    ),
    classes: None,
    mend: Some(|name| {
        let mended: String = name
            .trim()
            .trim_start_matches('_')
            .chars()
            .map(|char| if is_name_char(char) || char == '_' { char } else { '-' })
            .collect();
        (!mended.is_empty()).then_some(mended)
    }),
};

const DOMAIN: Pattern = Pattern {
    regex: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$",
    test: |domain| {
        domain.split('.').all(|part| {
            (1..=63).contains(&part.len())
                && !part.starts_with('-')
                && !part.ends_with('-')
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        })
    },
    words: text(
        "be parts of lowercase letters, digits and inner hyphens, 63 characters each at most, joined by dots",
        "由小数点分隔的部分组成，每部分最长 63 个字符，只含小写字母、数字和短划线，且首尾为小写字母或数字",
    ),
    classes: None,
    mend: Some(|domain| Some(domain.trim().trim_matches('.').to_ascii_lowercase())),
};

const CLUSTER_TYPES: &[Choice] = &[
    one(
        "Kubernetes",
        text(
            "a dedicated cluster, with masters of your own",
            "ACK 专有版集群，Master 节点归用户所有",
        ),
    ),
    one(
        "ManagedKubernetes",
        text(
            "a managed cluster: Pro, Basic, Serverless or Edge; not described here",
            "ACK 托管版集群（Pro、基础、Serverless、Edge 等），本文档未描述",
        ),
    ),
    one(
        "ExternalKubernetes",
        text("a registered cluster; not described here", "ACK 注册集群，本文档未描述"),
    ),
];

/// The runtimes of nodes.
pub(super) const RUNTIMES: &[Choice] = &[
    one("containerd", text("containerd", "containerd 运行时")),
    one(
        "docker",
        text(
            "Docker; recent Kubernetes versions no longer have it",
            "Docker 运行时，较新的 Kubernetes 版本已不支持",
        ),
    ),
    one(
        "Sandboxed-Container.runv",
        text("sandboxed containers in light virtual machines", "安全沙箱运行时"),
    ),
];

const RUNTIME: &[Field] = &[
    field("name", choice(RUNTIMES), text("Runtime", "运行时名称"))
        .default("\"docker\"")
        .help(text(
            "containerd, docker or Sandboxed-Container.runv. Without a runtime it is docker.",
            "containerd、docker 或 Sandboxed-Container.runv。不填写时默认为 docker。",
        ))
        .source("Request body, runtime"),
    field("version", string(), text("Version", "运行时版本"))
        .examples(&["19.03.5"])
        .help(text(
            "The version of the runtime; which are open depends on the cluster's version.",
            "容器运行时版本，可选版本取决于集群版本。",
        ))
        .source("Request body, runtime"),
];

const POD_VSWITCHES: Items = items(
    each(string(), text("vSwitch ID", "虚拟交换机 ID"))
        .blank("pod vSwitch ID")
        .source("Request body, pod_vswitch_ids"),
);

const RDS: Items = items(
    each(string(), text("RDS instance", "RDS 实例"))
        .blank("RDS instance ID")
        .source("Request body, rds_instances"),
);

const MASTER_VSWITCHES: Items = items(
    each(string(), text("vSwitch ID", "虚拟交换机 ID"))
        .blank("vSwitch ID")
        .source("Request body, master_vswitch_ids"),
);

const MASTER_TYPES: Items = items(
    each(string(), text("Instance type", "实例规格"))
        .blank("instance type")
        .source("Request body, master_instance_types"),
);

const BALANCERS: &[Choice] = &[
    one("slb.s1.small", text("shared, small I", "简约型 I（slb.s1.small）")),
    one("slb.s2.small", text("standard I; the default", "标准型 I（默认）")),
    one("slb.s2.medium", text("standard II", "标准型 II")),
    one("slb.s3.small", text("high-end I", "高阶型 I")),
    one("slb.s3.medium", text("high-end II", "高阶型 II")),
    one("slb.s3.large", text("super I", "超强型 I")),
];

const PROXY_MODES: &[Choice] = &[
    one(
        "iptables",
        text("mature; suits a small number of services", "成熟稳定，适用于 Service 数量较少的集群"),
    ),
    one("ipvs", text("fast; suits many services", "高性能，适用于 Service 数量较多的集群")),
];

/// The tags of a cluster or of a pool's instances.
pub(super) const TAGS: Items =
    items(each(object(TAG), text("Tag", "标签")).source("Request body, tags"));

const TAG: &[Field] = &[
    field("key", string(), text("Key", "标签键"))
        .required()
        .length(1, 64)
        .pattern(&TAG_TEXT)
        .blank("tag key")
        .help(text(
            "64 characters at most, each key once; not starting with aliyun, acs:, https:// or http://.",
            "最长 64 个字符，不可重复，不能以 aliyun、acs:、https:// 或 http:// 开头。",
        ))
        .source("Request body, tags")
        .derived(),
    field("value", string(), text("Value", "标签值"))
        .length(0, 128)
        .pattern(&TAG_TEXT)
        .help(text(
            "128 characters at most; may be empty; not starting with aliyun, acs:, https:// or http://.",
            "最长 128 个字符，可以为空，不能以 aliyun、acs:、https:// 或 http:// 开头。",
        ))
        .source("Request body, tags"),
];

/// The operating systems as this page prints them, and as the other documents spell those of Alibaba Cloud.
pub(super) const IMAGE_TYPES: &[Choice] = &[
    one("CentOS", text("CentOS", "CentOS 系统")),
    one(
        "Alibaba Cloud Linux",
        text("as printed; elsewhere AliyunLinux", "文档中的写法，其他文档写作 AliyunLinux"),
    ),
    one(
        "Alibaba Cloud Linux Qboot",
        text("as printed; the fast-booting image", "文档中的写法，快速启动版"),
    ),
    one("Alibaba Cloud LinuxUEFI", text("as printed; the UEFI image", "文档中的写法，UEFI 版")),
    one("Alibaba Cloud Linux3", text("as printed; version 3", "文档中的写法，第 3 版")),
    one("Windows", text("Windows Server", "Windows Server 系统")),
    one("WindowsCore", text("Windows Server Core", "Windows Server Core 系统")),
    one(
        "Alibaba Cloud Linux3Arm64",
        text("as printed; version 3 for Arm", "文档中的写法，第 3 版 ARM 镜像"),
    ),
    one("ContainerOS", text("ContainerOS, made for containers", "ContainerOS，为容器优化")),
    one(
        "AliyunLinux",
        text("not in the list, but in the document's example", "列表中没有，但文档示例使用该值"),
    ),
    one(
        "AliyunLinuxQboot",
        text(
            "not in the list; likely what Alibaba Cloud Linux Qboot was",
            "列表中没有，可能是 Alibaba Cloud Linux Qboot 的原值",
        ),
    ),
    one(
        "AliyunLinuxUEFI",
        text(
            "not in the list; likely what Alibaba Cloud LinuxUEFI was",
            "列表中没有，可能是 Alibaba Cloud LinuxUEFI 的原值",
        ),
    ),
    one(
        "AliyunLinux3",
        text(
            "not in the list; likely what Alibaba Cloud Linux3 was",
            "列表中没有，可能是 Alibaba Cloud Linux3 的原值",
        ),
    ),
    one(
        "AliyunLinux3Arm64",
        text(
            "not in the list; likely what Alibaba Cloud Linux3Arm64 was",
            "列表中没有，可能是 Alibaba Cloud Linux3Arm64 的原值",
        ),
    ),
];

const OS_TYPES: &[Choice] =
    &[one("Windows", text("Windows", "Windows 平台")), one("Linux", text("Linux", "Linux 平台"))];

/// The kinds of disks.
pub(super) const DISKS: &[Choice] = &[
    one("cloud_efficiency", text("ultra disk", "高效云盘")),
    one("cloud_ssd", text("standard SSD", "SSD 云盘")),
    one("cloud_essd", text("enhanced SSD, with performance levels", "ESSD 云盘，可选性能等级")),
];

/// The performance levels of an ESSD; the document shows PL1 only.
pub(super) const LEVELS: &[Choice] =
    &[one("PL1", text("the level the document shows", "文档示例中的等级"))];

/// How instances are paid for.
pub(super) const CHARGES: &[Choice] = &[
    one("PrePaid", text("subscription", "包年包月")),
    one("PostPaid", text("pay as you go", "按量付费")),
];

/// The units of a subscription.
pub(super) const UNITS: &[Choice] = &[one("Month", text("months", "按月"))];

const ADDONS: Items =
    items(each(object(ADDON), text("Add-on", "组件")).source("Request body, addons"));

const ADDON: &[Field] = &[
    field("name", suggest(ADDON_NAMES), text("Add-on name", "组件名称"))
        .required()
        .blank("add-on name")
        .help(text("Which add-on. Others than those named here exist.", "组件名称，除此处列出的以外还有其他组件。"))
        .source("Request body, addons")
        .derived(),
    field("config", format(Format::Json(&Type::Map(&SETTING, SETTINGS))), text("Settings", "组件配置"))
        .help(text(
            "JSON in a string, or nothing. Settings are shown in the document for logtail-ds, ack-node-problem-detector and nginx-ingress-controller; others may have some too.",
            "字符串形式的 JSON，可为空。文档给出了 logtail-ds、ack-node-problem-detector 和 nginx-ingress-controller 的配置，其他组件也可能有配置。",
        ))
        .source("Request body, addons"),
    field("disabled", Type::Bool, text("Do not install", "禁止安装"))
        .help(text("true keeps an add-on from being installed by default.", "true 表示禁止默认安装该组件。"))
        .source("Request body, addons"),
];

const SETTING: Field =
    each(Type::Any, text("Setting", "配置项")).derived().source("Request body, addons");

/// What the document shows of the settings of some add-ons.
const SETTINGS: &[Field] = &[
    settings::INGRESS_DASHBOARDS
    .known_when(Cond::Is("/addons/*/name", &["logtail-ds"]))
    .help(text(
        "Whether the log service comes with dashboards of the Ingress; a string. Only \"true\" is shown.",
        "日志服务是否启用 Ingress 仪表盘，取值为字符串。文档仅出现 \"true\"。",
    ))
    .source("Request body, addons"),
    field("sls_project_name", string(), text("Log project", "日志 Project"))
        .blank("SLS project name")
        .known_when(Cond::Is("/addons/*/name", &["logtail-ds", "ack-node-problem-detector"]))
        .help(text(
            "The existing log project to use. logtail-ds without it makes a new log project; for ack-node-problem-detector the example leaves it empty.",
            "使用的已有日志 Project。logtail-ds 不填写时新建日志 Project；ack-node-problem-detector 在请求示例中为空。",
        ))
        .source("Request body, addons"),
    settings::INGRESS_NETWORK.source("Request body, addons"),
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
            "network: pods get addresses from pod_vswitch_ids",
            "网络组件：Pod 地址来自 pod_vswitch_ids",
        ),
    ),
    one(
        "csi-plugin",
        text("storage (CSI), with csi-provisioner", "存储组件（CSI），与 csi-provisioner 一起安装"),
    ),
    one(
        "csi-provisioner",
        text("storage (CSI), with csi-plugin", "存储组件（CSI），与 csi-plugin 一起安装"),
    ),
    one("flexvolume", text("storage, the older kind", "存储组件（旧）")),
    one("logtail-ds", text("logs; cluster audit needs it", "日志组件，集群审计依赖它")),
    one(
        "nginx-ingress-controller",
        text(
            "Ingress; installed by default in dedicated clusters",
            "Ingress 组件，专有版集群默认安装",
        ),
    ),
    one(
        "ack-node-problem-detector",
        text(
            "event centre, on by default; its log store is free for 90 days",
            "事件中心，默认开启，关联的 Logstore 90 天内免费",
        ),
    ),
    one("arms-prometheus", text("monitoring; only in the example", "监控组件，仅见于请求示例")),
];
