//! The node pools of the request body. The document prints their members in the request syntax and an example and describes none:
//! what is said here of a member is what its name means in Kubernetes and for the masters.

use super::super::patterns::{LOGIN, PASSWORD};
use super::table::{
    CHARGES, DISKS, ESSD_ONLY, IMAGE_TYPES, LEVELS, NOT_SUBSCRIBED, RUNTIMES, SUBSCRIBED, TAGS,
    UNITS,
};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{Basis, text};
use crate::spec::{
    Choice, Cond, Field, Items, Pattern, Type, array, choice, each, field, items, object, one,
    string, suggest,
};

/// The node pools.
pub(super) const POOLS: Items =
    items(each(object(POOL), text("Node pool", "节点池")).source("Request syntax, nodepools"));

/// The greatest number the document's Long is taken for.
const MANY: i64 = 2_147_483_647;

const POOL: &[Field] = &[
    field("auto_scaling", object(AUTO_SCALING), text("Auto scaling", "弹性伸缩"))
        .help(text("Whether and how far the pool grows and shrinks by itself. Seen in the request syntax.", "节点池是否自动伸缩及伸缩范围。见于请求语法。"))
        .source("Request syntax, auto_scaling"),
    field("kubernetes_config", object(KUBERNETES), text("Kubernetes settings", "Kubernetes 配置"))
        .help(text("Labels, taints, runtime and the like of the pool's nodes. Seen in the request syntax.", "节点的标签、污点、运行时等配置。见于请求语法。"))
        .source("Request syntax, kubernetes_config"),
    field("nodepool_info", object(INFO), text("Name and group", "节点池信息"))
        .help(text("What the pool is called and which resource group it belongs to. Seen in the request syntax.", "节点池的名称及所属资源组。见于请求语法。"))
        .source("Request syntax, nodepool_info"),
    field("scaling_group", object(SCALING_GROUP), text("Instances", "实例配置（伸缩组）"))
        .help(text("What the pool's instances are: types, disks, billing, network, login. Seen in the request syntax.", "节点池实例的规格、磁盘、付费、网络和登录配置。见于请求语法。"))
        .source("Request syntax, scaling_group"),
    field("tee_config", object(TEE), text("Trusted execution", "加密计算（TEE）"))
        .help(text("Confidential computing on the pool's nodes. Seen in the request syntax.", "节点池的加密计算配置。见于请求语法。"))
        .source("Request syntax, tee_config"),
    field("management", object(MANAGEMENT), text("Managed node pool", "托管节点池"))
        .help(text("Whether the service repairs and upgrades the nodes by itself. Seen in the request syntax.", "是否由服务自动修复和升级节点。见于请求语法。"))
        .source("Request syntax, management"),
    field("count", Type::Integer(0, MANY), text("Number of nodes", "节点数"))
        .help(text("How many nodes the pool has, unless it scales by itself. Seen in the request syntax; the example also has desired_size.", "节点池的节点数（未开启弹性伸缩时）。见于请求语法；请求示例中另有 desired_size。"))
        .source("Request syntax, count"),
    field("interconnect_mode", suggest(&[one("basic", text("the mode the example shows", "请求示例中的取值"))]), text("Interconnect mode", "互联模式"))
        .basis(Basis::Example)
        .help(text("How an edge pool is connected to the cloud. Only in the request example, as basic.", "边缘节点池与云端的互联方式。仅见于请求示例，取值为 basic。"))
        .source("Request example, interconnect_mode"),
    field("interconnect_config", object(INTERCONNECT), text("Interconnect", "互联配置"))
        .basis(Basis::Example)
        .help(text("The networks of an improved interconnect. Only in the request example.", "增强型互联的网络配置。仅见于请求示例。"))
        .source("Request example, interconnect_config"),
    field("max_nodes", Type::Integer(0, MANY), text("Most nodes", "最大节点数"))
        .basis(Basis::Example)
        .help(text("The most nodes the pool may have. Only in the request example.", "节点池允许的最大节点数。仅见于请求示例。"))
        .source("Request example, max_nodes"),
];

/// Nodes of the pool get elastic IP addresses.
const WITH_EIP: Cond = Cond::Is("/nodepools/*/auto_scaling/is_bond_eip", &["true"]);

const AUTO_SCALING: &[Field] = &[
    field("enable", Type::Bool, text("On", "启用"))
        .help(text("Whether the pool scales by itself. Seen in the request syntax.", "是否开启弹性伸缩。见于请求语法。"))
        .source("Request syntax, auto_scaling.enable"),
    field("max_instances", Type::Integer(0, MANY), text("Most instances", "最大实例数"))
        .help(text("The most nodes auto scaling makes. Seen in the request syntax.", "弹性伸缩的最大实例数。见于请求语法。"))
        .source("Request syntax, auto_scaling.max_instances"),
    field("min_instances", Type::Integer(0, MANY), text("Fewest instances", "最小实例数"))
        .help(text("The fewest nodes auto scaling leaves. Seen in the request syntax.", "弹性伸缩的最小实例数。见于请求语法。"))
        .source("Request syntax, auto_scaling.min_instances"),
    field("type", suggest(&[one("cpu", text("by CPU use, as in the example", "按 CPU 伸缩，请求示例中的取值"))]), text("Kind of scaling", "伸缩类型"))
        .help(text("What kind of instances auto scaling makes. Seen in the request syntax; cpu in the example.", "弹性伸缩的实例类型。见于请求语法，示例取值为 cpu。"))
        .source("Request syntax, auto_scaling.type"),
    field("is_bond_eip", Type::Bool, text("Elastic IP addresses", "绑定 EIP"))
        .help(text("Whether each new node gets an elastic IP address. Seen in the request syntax.", "是否为扩容的节点绑定 EIP。见于请求语法。"))
        .source("Request syntax, auto_scaling.is_bond_eip"),
    field("eip_internet_charge_type", suggest(&[one("PayByTraffic", text("by traffic", "按使用流量计费"))]), text("Billing of elastic IPs", "EIP 计费方式"))
        .forbidden_when(Cond::Not(&WITH_EIP), Warning, text("It only counts where nodes get elastic IP addresses (is_bond_eip).", "仅在绑定 EIP（is_bond_eip）时有意义。"))
        .derived()
        .help(text("How the traffic of the elastic IPs is paid for. Seen in the request syntax.", "EIP 的计费方式。见于请求语法。"))
        .source("Request syntax, auto_scaling.eip_internet_charge_type"),
    field("eip_bandwidth", Type::Integer(0, MANY), text("Bandwidth of elastic IPs, Mbit/s", "EIP 带宽（Mbps）"))
        .forbidden_when(Cond::All(&[Cond::Not(&WITH_EIP), Cond::Not(&Cond::Is("/nodepools/*/auto_scaling/eip_bandwidth", &["0"]))]), Warning, text("It only counts where nodes get elastic IP addresses (is_bond_eip).", "仅在绑定 EIP（is_bond_eip）时有意义。"))
        .derived()
        .help(text("The bandwidth of the elastic IPs. Seen in the request syntax.", "EIP 的带宽。见于请求语法。"))
        .source("Request syntax, auto_scaling.eip_bandwidth"),
];

const KUBERNETES: &[Field] = &[
    field("cms_enabled", Type::Bool, text("Cloud monitor", "安装云监控插件"))
        .help(text("Whether the cloud monitor agent is installed on the pool's nodes. Seen in the request syntax.", "是否在节点池的节点上安装云监控插件。见于请求语法。"))
        .source("Request syntax, kubernetes_config.cms_enabled"),
    field("cpu_policy", choice(CPU_POLICIES), text("CPU management", "CPU 管理策略"))
        .help(text("Whether pods can own CPU cores. Seen in the request syntax; the values are CreateCluster's.", "是否允许 Pod 独占 CPU 核心。见于请求语法，取值来自 CreateCluster 文档。"))
        .source("Request syntax, kubernetes_config.cpu_policy")
        .derived(),
    field("labels", array(&LABELS), text("Node labels", "节点标签"))
        .help(text("Kubernetes labels of the pool's nodes, each key once. Seen in the request syntax.", "节点的 Kubernetes 标签，键不应重复。见于请求语法。"))
        .source("Request syntax, kubernetes_config.labels"),
    field("runtime", suggest(RUNTIMES), text("Runtime", "容器运行时"))
        .help(text("The runtime by name; here a plain string, at the cluster an object. It should be the cluster's. Seen in the request syntax.", "容器运行时名称，此处为字符串，集群级为对象，两者应一致。见于请求语法。"))
        .source("Request syntax, kubernetes_config.runtime"),
    field("runtime_version", string(), text("Runtime version", "容器运行时版本"))
        .examples(&["19.03.5"])
        .help(text("The runtime's version. It should be the cluster's. Seen in the request syntax.", "容器运行时版本，应与集群一致。见于请求语法。"))
        .source("Request syntax, kubernetes_config.runtime_version"),
    field("taints", array(&TAINTS), text("Taints", "污点"))
        .aliases(&["taint"])
        .help(text("Kubernetes taints, which keep pods off the nodes. Seen in the request syntax.", "节点的 Kubernetes 污点，用于限制 Pod 调度。见于请求语法。"))
        .source("Request syntax, kubernetes_config.taints"),
    field("user_data", string(), text("User data", "实例自定义数据"))
        .examples(&["dGhpcyBpcyBhIGV4YW1wbGU="])
        .help(text("A script for new nodes; the example has it in Base64. Seen in the request syntax.", "节点的自定义脚本，示例中为 Base64 文本。见于请求语法。"))
        .source("Request syntax, kubernetes_config.user_data"),
    field("node_name_mode", string(), text("Node names", "自定义节点名称"))
        .basis(Basis::Example)
        .examples(&["aliyun.com00055test"])
        .help(text(
            "How the pool's nodes are named. Only in the request example, and there a finished name, aliyun.com00055test, unlike the cluster's own.",
            "节点池的节点命名方式。仅见于请求示例，且为结果名称 aliyun.com00055test，与集群级的写法不同。",
        ))
        .source("Request example, kubernetes_config.node_name_mode"),
];

const CPU_POLICIES: &[Choice] = &[
    one("none", text("cores are shared by all pods", "不独占，CPU 核心由 Pod 共享")),
    one("static", text("pods can own cores", "Pod 可独占 CPU 核心")),
];

const LABELS: Items =
    items(each(object(LABEL), text("Label", "标签")).source("Request syntax, labels"));

const LABEL: &[Field] = &[
    field("key", string(), text("Key", "标签键"))
        .blank("label key")
        .examples(&["env"])
        .help(text("The label's key. Seen in the request syntax.", "标签的键。见于请求语法。"))
        .source("Request syntax, labels.key"),
    field("value", string(), text("Value", "标签值"))
        .examples(&["prod"])
        .help(text("The label's value. Seen in the request syntax.", "标签的值。见于请求语法。"))
        .source("Request syntax, labels.value"),
];

const TAINTS: Items =
    items(each(object(TAINT), text("Taint", "污点")).source("Request syntax, taints"));

const TAINT: &[Field] = &[
    field("key", string(), text("Key", "污点键"))
        .blank("taint key")
        .help(text("The taint's key. Seen in the request syntax.", "污点的键。见于请求语法。"))
        .source("Request syntax, taints.key"),
    field("value", string(), text("Value", "污点值"))
        .help(text("The taint's value. Seen in the request syntax.", "污点的值。见于请求语法。"))
        .source("Request syntax, taints.value"),
    field("effect", suggest(EFFECTS), text("Effect", "污点效果"))
        .help(text("What happens to pods that do not tolerate the taint. Seen in the request syntax; NoSchedule in the example.", "对不能容忍该污点的 Pod 的处理方式。见于请求语法，示例取值为 NoSchedule。"))
        .source("Request syntax, taints.effect"),
];

const EFFECTS: &[Choice] = &[
    one("NoSchedule", text("no new pods", "不调度新的 Pod")),
    one("PreferNoSchedule", text("no new pods if possible", "尽量不调度新的 Pod")),
    one("NoExecute", text("no new pods, and running ones leave", "不调度新的 Pod，并驱逐已有 Pod")),
];

const INFO: &[Field] = &[
    field("name", string(), text("Pool name", "节点池名称"))
        .blank("node pool name")
        .help(text("What the pool is called; each pool of a cluster should have its own name. Seen in the request syntax.", "节点池名称，同一集群内不应重复。见于请求语法。"))
        .source("Request syntax, nodepool_info.name"),
    field("resource_group_id", string(), text("Resource group", "资源组 ID"))
        .blank("resource group ID")
        .help(text("The pool's resource group, which may be another than the cluster's, as in the example. Seen in the request syntax.", "节点池所属资源组，可以与集群的不同（示例即如此）。见于请求语法。"))
        .source("Request syntax, nodepool_info.resource_group_id"),
    field("type", suggest(&[one("ess", text("instances made by a scaling group", "由伸缩组创建的实例"))]), text("Pool type", "节点池类型"))
        .basis(Basis::Example)
        .help(text("What kind of pool it is. Only in the request example, as ess.", "节点池类型。仅见于请求示例，取值为 ess。"))
        .source("Request example, nodepool_info.type"),
];

const PREPAID: Cond = Cond::Is("/nodepools/*/scaling_group/instance_charge_type", &["PrePaid"]);
const POSTPAID: Cond = Cond::Is("/nodepools/*/scaling_group/instance_charge_type", &["PostPaid"]);
const RENEWED: Cond =
    Cond::All(&[PREPAID, Cond::Is("/nodepools/*/scaling_group/auto_renew", &["true"])]);

const SCALING_GROUP: &[Field] = &[
    field("auto_renew", Type::Bool, text("Renew", "自动续费"))
        .aliases(&["/worker_auto_renew"])
        .forbidden_when(Cond::All(&[POSTPAID, Cond::Is("/nodepools/*/scaling_group/auto_renew", &["true"])]), Warning, NOT_SUBSCRIBED)
        .derived()
        .help(text("Whether subscriptions renew themselves. Seen in the request syntax.", "包年包月实例到期后是否自动续费。见于请求语法。"))
        .source("Request syntax, scaling_group.auto_renew"),
    field("auto_renew_period", Type::Integer(0, 12), text("Renewal period", "自动续费周期"))
        .aliases(&["/worker_auto_renew_period"])
        .required_when(RENEWED, SUBSCRIBED)
        .forbidden_when(Cond::All(&[POSTPAID, Cond::Not(&Cond::Is("/nodepools/*/scaling_group/auto_renew_period", &["0"]))]), Warning, NOT_SUBSCRIBED)
        .derived()
        .examples(&["1", "2", "3", "6", "12"])
        .help(text("In months; as for the masters 1, 2, 3, 6 or 12. Seen in the request syntax.", "以月为单位，与 Master 节点相同，取 1、2、3、6、12。见于请求语法。"))
        .source("Request syntax, scaling_group.auto_renew_period"),
    field("data_disks", array(&DATA_DISKS), text("Data disks", "数据盘"))
        .aliases(&["/worker_data_disks"])
        .help(text("The data disks of each instance. Seen in the request syntax.", "每个实例的数据盘。见于请求语法。"))
        .source("Request syntax, scaling_group.data_disks"),
    field("image_id", string(), text("Image", "镜像 ID"))
        .blank("image ID")
        .examples(&["aliyun_2_1903_x64_20G_alibase_20200529.vhd"])
        .help(text("The image of the pool's nodes, taken instead of the one that platform or image_type names. Seen in the request syntax.", "节点池使用的镜像，优先于 platform 和 image_type。见于请求语法。"))
        .source("Request syntax, scaling_group.image_id"),
    field("instance_charge_type", choice(CHARGES), text("Billing", "付费类型"))
        .aliases(&["/worker_instance_charge_type"])
        .help(text("Subscription or pay-as-you-go, as for the masters. Seen in the request syntax.", "包年包月或按量付费，取值与 Master 节点相同。见于请求语法。"))
        .source("Request syntax, scaling_group.instance_charge_type")
        .derived(),
    field("instance_types", array(&INSTANCE_TYPES), text("Instance types", "实例规格"))
        .aliases(&["/worker_instance_types"])
        .examples(&["[\"ecs.d1ne.2xlarge\"]"])
        .help(text("The ECS instance types the pool may use, at least one. Seen in the request syntax.", "节点池可用的 ECS 实例规格，至少一个。见于请求语法。"))
        .source("Request syntax, scaling_group.instance_types"),
    field("key_pair", string(), text("Key pair", "密钥对"))
        .blank("key pair name")
        .aliases(&["key_name", "keypair"])
        .examples(&["np-key-name"])
        .help(text("The key pair for logging into the pool's nodes. Either it or login_password. Seen in the request syntax.", "登录节点的密钥对名称，与 login_password 二选一。见于请求语法。"))
        .source("Request syntax, scaling_group.key_pair"),
    field("login_password", string(), text("Password", "登录密码"))
        .secret()
        .length(8, 30)
        .pattern(&PASSWORD)
        .blank("password")
        .help(LOGIN)
        .source("Request syntax, scaling_group.login_password")
        .derived(),
    field("period", Type::Integer(0, 60), text("Subscription period", "包年包月时长"))
        .aliases(&["/worker_period"])
        .required_when(PREPAID, SUBSCRIBED)
        .forbidden_when(Cond::All(&[POSTPAID, Cond::Not(&Cond::Is("/nodepools/*/scaling_group/period", &["0"]))]), Warning, NOT_SUBSCRIBED)
        .derived()
        .examples(&["1", "2", "3", "6", "12", "24", "36", "48", "60"])
        .help(text("In months; as for the masters 1, 2, 3, 6, 12, 24, 36, 48 or 60. Seen in the request syntax.", "以月为单位，与 Master 节点相同，取 1、2、3、6、12、24、36、48、60。见于请求语法。"))
        .source("Request syntax, scaling_group.period"),
    field("period_unit", suggest(UNITS), text("Subscription unit", "付费周期"))
        .aliases(&["/worker_period_unit"])
        .required_when(PREPAID, SUBSCRIBED)
        .forbidden_when(POSTPAID, Warning, NOT_SUBSCRIBED)
        .derived()
        .help(text("The unit of the period; Month in the example, the only one for masters. Seen in the request syntax.", "付费周期单位，示例为 Month，Master 节点仅支持该值。见于请求语法。"))
        .source("Request syntax, scaling_group.period_unit"),
    field("platform", suggest(PLATFORMS), text("OS distribution", "操作系统发行版（platform）"))
        .help(text("The operating system, beside image_type; the two should agree. Seen in the request syntax; AliyunLinux in the example.", "操作系统发行版，应与 image_type 一致。见于请求语法，示例取值为 AliyunLinux。"))
        .source("Request syntax, scaling_group.platform"),
    field("rds_instances", array(&RDS), text("RDS instances", "RDS 实例"))
        .help(text("The RDS instances whose allowlists the pool's nodes are added to. Seen in the request syntax.", "将节点加入其白名单的 RDS 实例列表。见于请求语法。"))
        .source("Request syntax, scaling_group.rds_instances"),
    field("spot_strategy", suggest(&[one("NoSpot", text("no spot instances", "不使用抢占式实例"))]), text("Spot strategy", "抢占式实例策略"))
        .help(text("Whether the pool takes spot instances, and at which price. Seen in the request syntax; NoSpot in the example.", "是否使用抢占式实例及出价策略。见于请求语法，示例取值为 NoSpot。"))
        .source("Request syntax, scaling_group.spot_strategy"),
    field("spot_price_limit", array(&SPOT_PRICES), text("Spot price limits", "抢占式实例价格上限"))
        .help(text("The most to pay for spot instances, by instance type. Seen in the request syntax.", "各实例规格的抢占式实例价格上限。见于请求语法。"))
        .source("Request syntax, scaling_group.spot_price_limit"),
    field("scaling_policy", suggest(&[one("release", text("instances are released when the pool shrinks", "缩容时释放实例"))]), text("Scaling policy", "伸缩模式"))
        .help(text("What happens to instances when the pool shrinks. Seen in the request syntax; release in the example.", "缩容时对实例的处理方式。见于请求语法，示例取值为 release。"))
        .source("Request syntax, scaling_group.scaling_policy"),
    field("security_group_id", string(), text("Security group", "安全组 ID"))
        .blank("security group ID")
        .help(text("The security group of the pool's nodes. Either it or security_group_ids. Seen in the request syntax.", "节点池的安全组，与 security_group_ids 二选一。见于请求语法。"))
        .source("Request syntax, scaling_group.security_group_id"),
    field("security_group_ids", array(&GROUPS), text("Security groups", "安全组 ID 列表"))
        .help(text("The security groups of the pool's nodes. Either they or security_group_id. Seen in the request syntax.", "节点池的安全组列表，与 security_group_id 二选一。见于请求语法。"))
        .source("Request syntax, scaling_group.security_group_ids"),
    field("system_disk_category", suggest(DISKS), text("System disk", "系统盘类型"))
        .aliases(&["/worker_system_disk_category"])
        .help(text("The kind of system disk; the values are the masters'. Seen in the request syntax.", "系统盘类型，取值参照 Master 节点。见于请求语法。"))
        .source("Request syntax, scaling_group.system_disk_category"),
    field("system_disk_size", Type::Integer(0, MANY), text("System disk size, GiB", "系统盘大小（GiB）"))
        .aliases(&["/worker_system_disk_size"])
        .help(text("In GiB; no limits are given for pools. Seen in the request syntax.", "单位 GiB，文档未给出节点池的取值范围。见于请求语法。"))
        .source("Request syntax, scaling_group.system_disk_size"),
    field("system_disk_performance_level", suggest(LEVELS), text("ESSD level of the system disk", "系统盘性能等级"))
        .aliases(&["/worker_system_disk_performance_level"])
        .forbidden_when(
            Cond::All(&[
                Cond::Set("/nodepools/*/scaling_group/system_disk_category"),
                Cond::Not(&Cond::Is("/nodepools/*/scaling_group/system_disk_category", &["cloud_essd"])),
            ]),
            Warning,
            ESSD_ONLY,
        )
        .help(text("The performance level of an ESSD. Only in the request example, there beside a disk that has none.", "ESSD 云盘的性能等级。仅见于请求示例，且示例中的磁盘并非 ESSD。"))
        .source("Request example, scaling_group.system_disk_performance_level")
        .basis(Basis::Example)
        .derived(),
    field("tags", array(&TAGS), text("Tags", "标签"))
        .length(0, 20)
        .help(text("Tags of the pool's instances; the rules are those of the cluster's tags. Seen in the request syntax.", "节点池实例的标签，规则与集群标签相同。见于请求语法。"))
        .source("Request syntax, scaling_group.tags"),
    field("vswitch_ids", array(&VSWITCHES), text("vSwitches", "虚拟交换机"))
        .aliases(&["vswitchids", "vswitch_id", "/worker_vswitch_ids"])
        .help(text("The vSwitches the pool's nodes are in, at least one, and none that pods use. Seen in the request syntax.", "节点所在的虚拟交换机，至少一个，不能与 Pod 虚拟交换机重复。见于请求语法。"))
        .source("Request syntax, scaling_group.vswitch_ids"),
    field("multi_az_policy", suggest(&[one("COST_OPTIMIZED", text("the cheapest instances, mixed with on-demand ones", "成本优化策略"))]), text("Zones", "多可用区扩缩容策略"))
        .help(text("How instances are spread over zones. Seen in the request syntax; COST_OPTIMIZED in the example.", "实例在多个可用区之间的分布策略。见于请求语法，示例取值为 COST_OPTIMIZED。"))
        .source("Request syntax, scaling_group.multi_az_policy"),
    field("on_demand_base_capacity", Type::Integer(0, MANY), text("On-demand base", "按量实例最小数量"))
        .help(text("How many instances are on demand before others are considered. Seen in the request syntax.", "按量实例的最小数量。见于请求语法。"))
        .source("Request syntax, scaling_group.on_demand_base_capacity"),
    field("on_demand_percentage_above_base_capacity", Type::Integer(0, 100), text("On-demand share above the base, percent", "超出部分按量实例占比（%）"))
        .help(text("The share of on-demand instances above the base, in percent. Seen in the request syntax.", "超出最小数量的部分中按量实例的百分比。见于请求语法。"))
        .source("Request syntax, scaling_group.on_demand_percentage_above_base_capacity")
        .derived(),
    field("spot_instance_pools", Type::Integer(0, MANY), text("Spot pools", "抢占式实例规格数"))
        .help(text("From how many of the cheapest instance types spot instances are taken. Seen in the request syntax.", "创建抢占式实例时选用价格最低的几种规格。见于请求语法。"))
        .source("Request syntax, scaling_group.spot_instance_pools"),
    field("spot_instance_remedy", Type::Bool, text("Replace reclaimed spot instances", "抢占式实例补偿"))
        .help(text("Whether spot instances about to be reclaimed are replaced. Seen in the request syntax.", "抢占式实例将被回收时是否自动补充。见于请求语法。"))
        .source("Request syntax, scaling_group.spot_instance_remedy"),
    field("compensate_with_on_demand", Type::Bool, text("On-demand where spot is short", "以按量实例补足"))
        .help(text("Whether on-demand instances fill in where spot instances are short. Seen in the request syntax.", "抢占式实例不足时是否以按量实例补足。见于请求语法。"))
        .source("Request syntax, scaling_group.compensate_with_on_demand"),
    field("internet_charge_type", suggest(&[one("PayByTraffic", text("by traffic", "按使用流量计费"))]), text("Billing of public bandwidth", "公网计费方式"))
        .help(text("How public traffic is paid for. Seen in the request syntax; PayByTraffic in the example.", "公网带宽的计费方式。见于请求语法，示例取值为 PayByTraffic。"))
        .source("Request syntax, scaling_group.internet_charge_type"),
    field("internet_max_bandwidth_out", Type::Integer(0, MANY), text("Public bandwidth, Mbit/s", "公网出带宽（Mbps）"))
        .forbidden_when(
            Cond::All(&[
                WITH_EIP,
                Cond::Not(&Cond::Is("/nodepools/*/scaling_group/internet_max_bandwidth_out", &["0"])),
            ]),
            Warning,
            text("The nodes get elastic IP addresses already (is_bond_eip): use one of the two.", "节点已绑定 EIP（is_bond_eip），两种公网方式请选其一。"),
        )
        .derived()
        .help(text("The most outbound bandwidth of each node; above 0 a node gets a public address. Seen in the request syntax.", "每个节点的公网出带宽上限，大于 0 时分配公网 IP。见于请求语法。"))
        .source("Request syntax, scaling_group.internet_max_bandwidth_out"),
    field("image_type", suggest(IMAGE_TYPES), text("OS image", "操作系统发行版"))
        .basis(Basis::Example)
        .help(text("The operating system of the pool's nodes. Only in the request example, as AliyunLinux.", "节点池的操作系统发行版。仅见于请求示例，取值为 AliyunLinux。"))
        .source("Request example, scaling_group.image_type"),
    field("deploymentset_id", string(), text("Deployment set", "部署集 ID"))
        .basis(Basis::Example)
        .blank("deployment set ID")
        .help(text("A deployment set, which keeps instances apart. Only in the request example.", "部署集，用于将实例分散部署。仅见于请求示例。"))
        .source("Request example, scaling_group.deploymentset_id"),
    field("desired_size", Type::Integer(0, MANY), text("Desired number of nodes", "期望节点数"))
        .basis(Basis::Example)
        .help(text("How many nodes the pool should have; beside count, with which it should agree. Only in the request example.", "节点池的期望节点数，应与 count 一致。仅见于请求示例。"))
        .source("Request example, scaling_group.desired_size"),
];

const PLATFORMS: &[Choice] = &[
    one("AliyunLinux", text("Alibaba Cloud Linux, as in the example", "请求示例中的取值")),
    one("CentOS", text("CentOS", "CentOS 系统")),
    one("Windows", text("Windows Server", "Windows Server 系统")),
];

const DATA_DISKS: Items = items(
    each(object(DATA_DISK), text("Data disk", "数据盘")).source("Request syntax, data_disks"),
);

const DATA_DISK: &[Field] = &[
    field("category", suggest(DISKS), text("Kind", "磁盘类型"))
        .help(text("The kind of disk; the values are the masters'. Seen in the request syntax.", "磁盘类型，取值参照 Master 节点。见于请求语法。"))
        .source("Request syntax, data_disks.category"),
    field("size", Type::Integer(0, MANY), text("Size, GiB", "大小（GiB）"))
        .help(text("In GiB; no limits are given. Seen in the request syntax.", "单位 GiB，文档未给出取值范围。见于请求语法。"))
        .source("Request syntax, data_disks.size"),
    field("encrypted", choice(YES_NO), text("Encrypted", "加密"))
        .help(text("Whether the disk is encrypted; a string, \"true\" or \"false\". Seen in the request syntax.", "是否加密，写成字符串 \"true\" 或 \"false\"。见于请求语法。"))
        .source("Request syntax, data_disks.encrypted")
        .derived(),
    field("auto_snapshot_policy_id", string(), text("Snapshot policy", "自动快照策略"))
        .blank("snapshot policy ID")
        .help(text("The disk's automatic snapshot policy. Seen in the request syntax.", "数据盘采用的自动快照策略 ID。见于请求语法。"))
        .source("Request syntax, data_disks.auto_snapshot_policy_id"),
    field("performance_level", suggest(LEVELS), text("ESSD level", "性能等级"))
        .forbidden_when(
            Cond::All(&[
                Cond::Set("/nodepools/*/scaling_group/data_disks/*/category"),
                Cond::Not(&Cond::Is("/nodepools/*/scaling_group/data_disks/*/category", &["cloud_essd"])),
            ]),
            Warning,
            ESSD_ONLY,
        )
        .help(text("The performance level of an ESSD. Only in the request example, there beside a disk that has none.", "ESSD 云盘的性能等级。仅见于请求示例，且示例中的磁盘并非 ESSD。"))
        .source("Request example, data_disks.performance_level")
        .basis(Basis::Example)
        .derived(),
];

const YES_NO: &[Choice] =
    &[one("true", text("encrypted", "加密")), one("false", text("not encrypted", "不加密"))];

const INSTANCE_TYPES: Items = items(
    each(string(), text("Instance type", "实例规格"))
        .blank("instance type")
        .source("Request syntax, scaling_group.instance_types"),
);

const RDS: Items = items(
    each(string(), text("RDS instance", "RDS 实例"))
        .blank("RDS instance ID")
        .source("Request syntax, scaling_group.rds_instances"),
);

const GROUPS: Items = items(
    each(string(), text("Security group ID", "安全组 ID"))
        .blank("security group ID")
        .source("Request syntax, scaling_group.security_group_ids"),
);

const VSWITCHES: Items = items(
    each(string(), text("vSwitch ID", "虚拟交换机 ID"))
        .blank("vSwitch ID")
        .source("Request syntax, scaling_group.vswitch_ids"),
);

const SPOT_PRICES: Items = items(
    each(object(SPOT_PRICE), text("Price limit", "价格上限"))
        .source("Request syntax, spot_price_limit"),
);

const SPOT_PRICE: &[Field] = &[
    field("instance_type", string(), text("Instance type", "实例规格"))
        .blank("instance type")
        .help(text(
            "The instance type the limit is for; one of the pool's. Seen in the request syntax.",
            "该上限对应的实例规格，应为节点池的实例规格之一。见于请求语法。",
        ))
        .source("Request syntax, spot_price_limit.instance_type"),
    field("price_limit", string(), text("Price limit", "价格上限"))
        .pattern(&PRICE)
        .examples(&["0.39"])
        .help(text(
            "The most to pay an hour, as a decimal number in a string. Seen in the request syntax.",
            "每小时价格上限，以字符串表示的小数。见于请求语法。",
        ))
        .source("Request syntax, spot_price_limit.price_limit")
        .derived(),
];

const PRICE: Pattern = Pattern {
    regex: "^[0-9]+(\\.[0-9]+)?$",
    test: |price| {
        let digits =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        match price.split_once('.') {
            Some((whole, part)) => digits(whole) && digits(part),
            None => digits(price),
        }
    },
    words: text("be a decimal number such as 0.39", "为小数，例如 0.39"),
    classes: None,
    mend: None,
};

const TEE: &[Field] = &[field("tee_enable", Type::Bool, text("On", "启用"))
    .help(text(
        "Whether the nodes offer confidential computing. Seen in the request syntax.",
        "是否开启加密计算（TEE）。见于请求语法。",
    ))
    .source("Request syntax, tee_config.tee_enable")];

const MANAGEMENT: &[Field] = &[
    field("enable", Type::Bool, text("On", "启用"))
        .help(text(
            "Whether the pool is a managed one. Seen in the request syntax.",
            "是否开启托管节点池。见于请求语法。",
        ))
        .source("Request syntax, management.enable"),
    field("auto_repair", Type::Bool, text("Repair nodes", "自动修复"))
        .help(text(
            "Whether broken nodes are repaired; needs enable. Seen in the request syntax.",
            "是否自动修复异常节点，需同时启用托管。见于请求语法。",
        ))
        .source("Request syntax, management.auto_repair"),
    field("upgrade_config", object(UPGRADE), text("Upgrades", "自动升级配置"))
        .help(text(
            "How nodes are upgraded; needs enable. Seen in the request syntax.",
            "节点的升级方式，需同时启用托管。见于请求语法。",
        ))
        .source("Request syntax, management.upgrade_config"),
];

const UPGRADE: &[Field] = &[
    field("auto_upgrade", Type::Bool, text("Upgrade by itself", "自动升级"))
        .help(text("Whether nodes are upgraded by the service. Seen in the request syntax.", "是否自动升级节点。见于请求语法。"))
        .source("Request syntax, upgrade_config.auto_upgrade"),
    field("surge", Type::Integer(0, MANY), text("Extra nodes", "额外节点数"))
        .help(text("How many nodes are added during an upgrade. Either it or surge_percentage. Seen in the request syntax.", "升级时额外增加的节点数，与 surge_percentage 二选一。见于请求语法。"))
        .source("Request syntax, upgrade_config.surge"),
    field("surge_percentage", Type::Integer(0, 100), text("Extra nodes, percent", "额外节点比例（%）"))
        .help(text("The extra nodes of an upgrade in percent. Either it or surge. Seen in the request syntax.", "升级时额外增加的节点百分比，与 surge 二选一。见于请求语法。"))
        .source("Request syntax, upgrade_config.surge_percentage")
        .derived(),
    field("max_unavailable", Type::Integer(0, MANY), text("Most nodes out of service", "最大不可用节点数"))
        .help(text("How many nodes may be out of service at once. Seen in the request syntax.", "升级时允许的最大不可用节点数。见于请求语法。"))
        .source("Request syntax, upgrade_config.max_unavailable"),
];

const INTERCONNECT: &[Field] = &[
    field("cen_id", string(), text("CEN", "云企业网 ID"))
        .basis(Basis::Example)
        .blank("CEN ID")
        .help(text("The Cloud Enterprise Network. Only in the request example.", "云企业网（CEN）实例 ID。仅见于请求示例。"))
        .source("Request example, interconnect_config.cen_id"),
    field("ccn_id", string(), text("CCN", "云连接网 ID"))
        .basis(Basis::Example)
        .blank("CCN ID")
        .help(text("The Cloud Connect Network. Only in the request example.", "云连接网（CCN）实例 ID。仅见于请求示例。"))
        .source("Request example, interconnect_config.ccn_id"),
    field("ccn_region_id", string(), text("Region of the CCN", "云连接网地域"))
        .basis(Basis::Example)
        .examples(&["cn-shanghai"])
        .help(text("The region of the Cloud Connect Network. Only in the request example.", "云连接网所在地域。仅见于请求示例。"))
        .source("Request example, interconnect_config.ccn_region_id"),
    field("bandwidth", Type::Integer(0, MANY), text("Bandwidth, Mbit/s", "带宽（Mbps）"))
        .basis(Basis::Example)
        .help(text("The bandwidth of the connection. Only in the request example.", "互联带宽。仅见于请求示例。"))
        .source("Request example, interconnect_config.bandwidth"),
    field("improved_period", string(), text("Subscription period", "增强型互联时长"))
        .basis(Basis::Example)
        .examples(&["1"])
        .help(text("The subscription of the improved interconnect, in months, as a string. Only in the request example.", "增强型互联的购买时长（月），写成字符串。仅见于请求示例。"))
        .source("Request example, interconnect_config.improved_period"),
];
