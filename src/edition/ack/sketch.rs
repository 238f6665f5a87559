//! What the family's bodies are drawn as: masters by vSwitch, or a control plane that the service runs; workers or node pools.

use crate::diagnostic::{Arg, Text, text};
use crate::edition::sketch::{Draft, Line, POOLS, Pool, Sketch, each, line, number, scalar};
use crate::json::{Document, NodeId};
use crate::spec::View;

/// A body whose nodes are all alike.
pub(super) const WORKERS: Draft = Draft { rest: workers, ..NODE_POOLS };

/// A body with node pools.
pub(super) const NODE_POOLS: Draft = Draft {
    control: &[
        "/cluster_type",
        "/cluster_spec",
        "/profile",
        "/kubernetes_version",
        "/master_instance_types",
        "/master_system_disk_category",
        "/master_system_disk_size",
    ],
    network: &[
        "/vpcid",
        "/vswitch_ids",
        "/container_cidr",
        "/pod_vswitch_ids",
        "/service_cidr",
        "/node_cidr_mask",
        "/proxy_mode",
        "/security_group_id",
    ],
    entries: &[
        "/endpoint_public_access",
        "/public_slb",
        "/load_balancer_spec",
        "/ssh_flags",
        "/snat_entry",
        "/nat_gateway",
    ],
    rest: node_pools,
};

fn workers(view: &View, sketch: &mut Sketch) {
    control_plane(view, sketch);
    sketch.no_pools = text("The body asks for no nodes.", "请求体未要求创建节点。");
    if view.kind == "serverless" {
        sketch.no_pools =
            text("Pods run without nodes of one's own.", "无需自建节点，Pod 直接运行。");
    } else if view.kind == "registered" {
        sketch.no_pools = text("The nodes are there already.", "节点已存在于所注册的集群中。");
    }
    let used = |pointer| {
        let row = view.index.find(pointer)?;
        Some(view.uses(view.index.row(row).field) != Some(false))
    };
    let nodes = number(view, "/num_of_nodes", NodeId::ROOT);
    let counted = view.get("/num_of_nodes").filter(|&node| !view.is_empty(node));
    let existing = !view.items("/instances").is_empty();
    if used("/num_of_nodes") != Some(true) || counted.is_none() && !existing {
        return;
    }
    let mut lines: Vec<Line> = ["/worker_instance_types", "/worker_vswitch_ids", "/instances"]
        .into_iter()
        .filter_map(|pointer| line(view, pointer, NodeId::ROOT))
        .collect();
    let disk = ["/worker_system_disk_category", "/worker_system_disk_size"];
    lines.extend(disks(view, disk, NodeId::ROOT, SYSTEM_DISK));
    for near in view.all("/worker_data_disks/*").take(DISKS) {
        let disk = ["/worker_data_disks/*/category", "/worker_data_disks/*/size"];
        lines.extend(disks(view, disk, near, DATA_DISK));
    }
    let name = text("Workers", "Worker 节点").into();
    let node = counted.or_else(|| view.get("/instances"));
    sketch.pools.push(Pool { name, nodes, most: None, lines, node });
}

/// What says how many nodes a pool has to begin with, the first that is there.
const NODES: [&str; 3] = [
    "/nodepools/*/count",
    "/nodepools/*/scaling_group/desired_size",
    "/nodepools/*/auto_scaling/min_instances",
];

fn node_pools(view: &View, sketch: &mut Sketch) {
    control_plane(view, sketch);
    sketch.no_pools = text("The body names no node pool.", "请求体中没有节点池。");
    for near in view.all("/nodepools/*") {
        let of = |pointer| number(view, pointer, near);
        let nodes = NODES.into_iter().find_map(of);
        if sketch.pools.len() == POOLS {
            sketch.more_pools += 1;
            sketch.more_nodes = sketch.more_nodes.saturating_add(nodes.unwrap_or(0));
            continue;
        }
        let scales = view.holds(&super::SCALES, near) == Some(true);
        let most = of("/nodepools/*/auto_scaling/max_instances").filter(|_| scales);
        let mut lines: Vec<Line> =
            ["/nodepools/*/scaling_group/instance_types", "/nodepools/*/scaling_group/vswitch_ids"]
                .into_iter()
                .filter_map(|pointer| line(view, pointer, near))
                .collect();
        let disk = [
            "/nodepools/*/scaling_group/system_disk_category",
            "/nodepools/*/scaling_group/system_disk_size",
        ];
        lines.extend(disks(view, disk, near, SYSTEM_DISK));
        let list = view.beside("/nodepools/*/scaling_group/data_disks", near);
        for near in list.into_iter().flat_map(|list| view.doc.children(list)).take(DISKS) {
            let disk = [
                "/nodepools/*/scaling_group/data_disks/*/category",
                "/nodepools/*/scaling_group/data_disks/*/size",
            ];
            lines.extend(disks(view, disk, near, DATA_DISK));
        }
        let named = view.beside("/nodepools/*/nodepool_info/name", near);
        let name = match named.filter(|&node| !view.is_empty(node)) {
            Some(node) => scalar(view, node).into(),
            None => text("Node pool", "节点池").into(),
        };
        let most = most.filter(|&most| nodes.is_none_or(|nodes| nodes < most));
        sketch.pools.push(Pool { name, nodes, most, lines, node: Some(near) });
    }
}

/// So many data disks of a node are named.
const DISKS: usize = 3;

const SYSTEM_DISK: Text = text("System disk", "系统盘");
const DATA_DISK: Text = text("Data disk", "数据盘");

/// A disk by the pointers of its kind and size.
fn disks(view: &View, pointers: [&'static str; 2], near: NodeId, label: Text) -> Option<Line> {
    let [kind, size] = pointers.map(|pointer| line(view, pointer, near));
    let node = [&kind, &size].into_iter().flatten().find_map(|line| line.node)?;
    let words = |line: Option<Line>| match line.and_then(|line| line.node) {
        Some(node) => scalar(view, node),
        None => String::new(),
    };
    let (kind, mut size) = (words(kind), words(size));
    if !size.is_empty() {
        size.push_str(" GiB");
    }
    let gap = if kind.is_empty() || size.is_empty() { "" } else { " " };
    Some(Line {
        label,
        value: [&kind, gap, &size].concat().into(),
        node: Some(node),
        default: false,
    })
}

fn control_plane(view: &View, sketch: &mut Sketch) {
    let dedicated = view.get("/cluster_type").is_none()
        && view.index.find("/master_count").is_some()
        || view.text("/cluster_type", NodeId::ROOT).known().as_deref() == Some("Kubernetes");
    let masters = view.index.find("/master_count").is_some();
    sketch.plane = if dedicated && masters {
        text("Masters", "Master 节点")
    } else if view.kind == "registered" {
        text("Runs where the registered cluster does", "位于所注册的集群中")
    } else if masters && view.kind.is_empty() {
        text("Not said", "未说明")
    } else {
        text("Run by the service", "由服务托管")
    };
    if dedicated && masters {
        let total = number(view, "/master_count", NodeId::ROOT).unwrap_or_else(|| {
            each(view, "/master_vswitch_ids/*").take(usize::from(u8::MAX)).count() as u64
        });
        let rest = text("vSwitch not said", "未指定虚拟交换机");
        sketch.place(total, each(view, "/master_vswitch_ids/*"), rest);
    }
    for (name, node) in each(view, "/addons/*/name").take(ADDONS) {
        if matches!(&*name, "flannel") || name.starts_with("terway") {
            let label = text("Network add-on", "网络组件");
            sketch.network.push(Line {
                label,
                value: name.into(),
                node: Some(node),
                default: false,
            });
        } else if name.contains("ingress") {
            let label = text("Ingress", "Ingress");
            let reach = match reach(view, node).as_deref() {
                Some("internet") => Some(text("public", "公网")),
                Some("intranet") => Some(text("private", "私网")),
                _ => None,
            };
            let value =
                Arg::List([Arg::from(name)].into_iter().chain(reach.map(Arg::from)).collect());
            sketch.entries.push(Line { label, value, node: Some(node), default: false });
        }
    }
}

/// So many add-ons are looked at.
const ADDONS: usize = 100;

/// Where the load balancer of an ingress add-on listens, as the JSON in its settings says.
fn reach(view: &View, addon: NodeId) -> Option<String> {
    let config = view.beside("/addons/*/config", addon)?;
    let inner = Document::parse(view.doc.string(config)?);
    let node = inner.member(NodeId::ROOT, "IngressSlbNetworkType")?;
    inner.string(node).map(Into::into)
}
