//! The values that members can choose from.

use crate::diagnostic::text;
use crate::spec::{Choice, Cond, one};

pub(super) const CLUSTER_TYPES: &[Choice] = &[
    one(
        "Kubernetes",
        text("a dedicated cluster: you own the masters", "专有版集群：Master 节点归用户所有"),
    ),
    one(
        "ManagedKubernetes",
        text(
            "a managed cluster, standard, Pro or edge: the service runs the masters",
            "标准托管版、Pro 版或边缘托管版集群：Master 节点由服务托管",
        ),
    ),
    one("Ask", text("a serverless cluster without nodes", "Serverless 集群，无需管理节点")),
    one(
        "ExternalKubernetes",
        text(
            "an existing cluster that is registered; the document describes no member for it",
            "注册至 ACK 的外部集群；文档没有说明其参数",
        ),
    ),
];

pub(super) const CLUSTER_SPECS: &[Choice] = &[
    one("ack.pro.small", text("ACK Pro", "专业托管集群（ACK Pro 版）")),
    one("ack.standard", text("standard managed cluster", "标准托管集群")),
];

pub(super) const RUNTIMES: &[Choice] = &[
    one("docker", text("Docker, the default", "Docker，默认值")),
    one(
        "containerd",
        text(
            "containerd; named by the page on dedicated clusters",
            "containerd，见专有版集群的文档",
        ),
    ),
    one(
        "Sandboxed-Container.runv",
        text(
            "sandboxed containers; named by the page on dedicated clusters",
            "安全沙箱容器，见专有版集群的文档",
        ),
    ),
];

pub(super) const EFFECTS: &[Choice] = &[
    one("NoSchedule", text("new pods stay away", "不调度新的 Pod")),
    one("PreferNoSchedule", text("new pods stay away if they can", "尽量不调度新的 Pod")),
    one("NoExecute", text("running pods leave, too", "同时驱逐已运行的 Pod")),
];

pub(super) const PLATFORMS: &[Choice] = &[
    one("CentOS", text("CentOS Linux", "CentOS 系统")),
    one(
        "AliyunLinux",
        text("Alibaba Cloud Linux, the default", "Alibaba Cloud Linux 系统，默认值"),
    ),
    one(
        "QbootAliyunLinux",
        text("Alibaba Cloud Linux with quick boot", "快速启动版 Alibaba Cloud Linux 系统"),
    ),
    one("Qboot", text("quick boot", "快速启动版系统")),
    one(
        "Windows",
        text("Windows; goes with os_type Windows", "Windows 系统，os_type 须为 Windows"),
    ),
    one(
        "WindowsCore",
        text(
            "Windows Server Core; goes with os_type Windows",
            "Windows Server Core 系统，os_type 须为 Windows",
        ),
    ),
];

pub(super) const OS_TYPES: &[Choice] = &[
    one("Windows", text("Windows nodes", "Windows 节点")),
    one("Linux", text("Linux nodes", "Linux 节点")),
];

pub(super) const CPU_POLICIES: &[Choice] = &[
    one(
        "static",
        text("pods of certain resources can own cores", "允许具有某些资源特征的 Pod 独占 CPU 核心"),
    ),
    one("none", text("cores are shared by all pods", "使用默认的 CPU 亲和性方案")),
];

pub(super) const PROXY_MODES: &[Choice] = &[
    one("iptables", text("mature; suits few services", "成熟稳定，适用于 Service 较少的集群")),
    one("ipvs", text("fast; suits many services", "高性能，适用于 Service 较多的集群")),
];

pub(super) const MASTER_DISKS: &[Choice] = &[
    one("cloud_efficiency", text("ultra disk", "高效云盘")),
    one("cloud_ssd", text("standard SSD", "SSD 云盘")),
    one("cloud_essd", text("enhanced SSD", "ESSD 云盘")),
];

pub(super) const WORKER_DISKS: &[Choice] = &[
    one("cloud_efficiency", text("ultra disk", "高效云盘")),
    one("cloud_ssd", text("standard SSD", "SSD 云盘")),
    one("cloud_essd", text("enhanced SSD; only seen in the examples", "ESSD 云盘，仅见于请求示例")),
];

pub(super) const PERFORMANCE_LEVELS: &[Choice] = &[
    one(
        "PL0",
        text(
            "the lowest; of ESSD disks in general, not in the examples",
            "最低级别；ESSD 云盘通用，示例中未出现",
        ),
    ),
    one("PL1", text("as in the examples", "示例中的取值")),
    one(
        "PL2",
        text(
            "higher; of ESSD disks in general, not in the examples",
            "较高级别；ESSD 云盘通用，示例中未出现",
        ),
    ),
    one(
        "PL3",
        text(
            "the highest; of ESSD disks in general, not in the examples",
            "最高级别；ESSD 云盘通用，示例中未出现",
        ),
    ),
];

pub(super) const CHARGE_TYPES: &[Choice] = &[
    one("PrePaid", text("subscription; needs a period", "包年包月，须指定周期")),
    one("PostPaid", text("pay as you go", "按量付费")),
];

pub(super) const MONTH: &[Choice] = &[one("Month", text("the only unit", "唯一支持的单位"))];

pub(super) const DISK_CATEGORIES: &[Choice] = &[
    one("cloud", text("basic disk", "普通云盘")),
    one("cloud_efficiency", text("ultra disk", "高效云盘")),
    one("cloud_ssd", text("standard SSD", "SSD 云盘")),
    one("cloud_essd", text("enhanced SSD", "ESSD 云盘")),
];

pub(super) const DISCOVERIES: &[Choice] = &[
    one(
        "CoreDNS",
        text(
            "CoreDNS, in two instances of 0.25 cores and 512 MiB",
            "CoreDNS，默认使用两个 0.25 Core 512 MiB 的 ECI 实例",
        ),
    ),
    one(
        "PrivateZone",
        text("the PrivateZone service, which must be enabled", "PrivateZone，须先开通该服务"),
    ),
];

pub(super) const PROFILES: &[Choice] = &[
    one("Default", text("no edge cluster", "非边缘集群")),
    one("Edge", text("an edge cluster", "边缘集群")).only(
        Cond::Kind(&["edge"]),
        text("for clusters of type ManagedKubernetes", "在 ManagedKubernetes 类型的集群中"),
    ),
];
