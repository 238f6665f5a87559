//! A pod range with room for fewer nodes than the body asks for.

use crate::diagnostic::Severity::{Error, Warning};
use crate::diagnostic::{Place, at, text};
use crate::edition::ack::capacity::{MASK, demand};
use crate::network::role;
use crate::rules::{Check, Context, How, Sink, rule};

pub(super) static CHECK: Check = rule(
    "ack-node-capacity",
    Error,
    text("Pod range too small for the nodes", "容器网段容纳不下全部节点"),
    text(
        "the pod range has room for {nodes} nodes of {addresses} addresses each; the body asks for {wanted}",
        "容器网段最多容纳 {nodes} 个节点（每节点 {addresses} 个地址），而请求体需要 {wanted} 个",
    ),
    text(
        "2^(mask - prefix) nodes fit into a pod range. The range cannot be changed later: take a shorter prefix, or a longer mask, which leaves a node fewer pods. What node pools may grow to is only a warning.",
        "一个容器网段可容纳 2^(掩码-前缀) 个节点，且创建后不能修改：请使用更大的网段，或更长的掩码（单节点 Pod 数会减少）。仅节点池扩容上限超出时为警告。",
    ),
)
.derived_from(&[
    at("ack-createcluster", "Request parameters, node_cidr_mask, container_cidr, num_of_nodes"),
    at("ack-dedicated", "Request body, node_cidr_mask, container_cidr, master_count"),
    at("ack-managed", "RequestBody, node_cidr_mask, container_cidr, num_of_nodes"),
])
.check(How::Code(check));

fn check(context: &Context, sink: &mut Sink) {
    let Some(capacity) = &context.plan.capacity else { return };
    let demand = demand(context.view);
    // A block that does not fit, or fills the range alone, is another rule's finding.
    if capacity.nodes <= 1 || capacity.nodes >= demand.most {
        return;
    }
    let range = context.plan.of(role::POD).find_map(|range| range.node);
    let mask = context.view.get(MASK);
    let Some(place) = mask.or(range).or(demand.nodes.first().copied()) else { return };
    let mut found = sink
        .found(Place::value(place))
        .arg("nodes", capacity.nodes)
        .arg("addresses", capacity.addresses_per_node)
        .arg("wanted", demand.most);
    if capacity.nodes >= demand.asked {
        found = found.severity(Warning);
    }
    for other in range.into_iter().chain(demand.nodes).filter(|&other| other != place).take(8) {
        found = found.relate(Place::value(other));
    }
    sink.push(found);
}
