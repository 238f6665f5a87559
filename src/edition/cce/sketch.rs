//! What the family's bodies are drawn as: masters by zone, no nodes, for these are made by further requests.

use super::rules::{HA, MULTI_AZ, SINGLE};
use crate::diagnostic::text;
use crate::edition::sketch::{Draft, Line, Sketch, each};
use crate::json::NodeId;
use crate::spec::View;

pub(super) const DRAFT: Draft = Draft {
    control: &["/spec/type", "/spec/flavor", "/spec/version"],
    network: &[
        "/spec/hostNetwork/vpc",
        "/spec/hostNetwork/subnet",
        "/spec/hostNetwork/highwaySubnet",
        "/spec/containerNetwork/mode",
        "/spec/containerNetwork/cidr",
        "/spec/containerNetwork/cidrs/*/cidr",
        "/spec/eniNetwork/eniSubnetCIDR",
        "/spec/kubernetesSvcIpRange",
        "/spec/kubeProxyMode",
        "/spec/ipv6enable",
    ],
    entries: &[
        "/spec/extendParam/clusterExternalIP",
        "/spec/publicAccess/cidrs",
        "/spec/customSan",
    ],
    rest,
};

fn rest(view: &View, sketch: &mut Sketch) {
    let holds = |cond| view.holds(cond, NodeId::ROOT) == Some(true);
    let listed = view.items("/spec/masters").len() as u64;
    // High-availability flavors have three masters, single-master flavors one.
    let total = if holds(&HA) {
        3
    } else if holds(&SINGLE) {
        1
    } else {
        listed
    };
    let rest = if holds(&MULTI_AZ) && total > 1 {
        text("different zones", "不同可用区")
    } else {
        text("zone not said", "未指定可用区")
    };
    sketch.plane = text("Masters", "控制节点");
    sketch.place(total, each(view, "/spec/masters/*/availabilityZone"), rest);
    let external = "/spec/extendParam/clusterExternalIP";
    let public = view.get(external).is_some_and(|node| !view.is_empty(node));
    if !public {
        sketch.entries.insert(
            0,
            Line {
                label: text("API server", "API Server"),
                value: text("inside the VPC only", "仅限 VPC 内访问").into(),
                node: None,
                default: false,
            },
        );
    }
    sketch.no_pools = text(
        "This request makes no nodes: they are added to the finished cluster by further requests.",
        "该请求不创建节点；集群创建完成后，再通过其他请求添加节点。",
    );
}
