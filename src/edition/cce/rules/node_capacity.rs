//! Container ranges with less room than the flavor manages.

use crate::diagnostic::Place;
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::network::role;
use crate::rules::{Check, Context, How, Sink, rule};

pub(super) static CHECK: Check = rule(
    "cce-node-capacity",
    Warning,
    text(
        "Container ranges too small for the flavor",
        "容器网段容量小于集群规格",
    ),
    text(
        "the container ranges have room for {nodes} nodes of {addresses} addresses each; the flavor manages {wanted}",
        "容器网段最多容纳 {nodes} 个节点（每节点 {addresses} 个地址），而集群规格支持 {wanted} 个节点",
    ),
    text(
        "On the VPC network every node takes a fixed block, so 2^(mask - prefix) nodes fit into a range. Container ranges cannot be changed later: take a shorter prefix, a longer mask, or a further range.",
        "VPC 网络中每个节点占用固定大小的地址块，一个网段可容纳 2^(掩码-前缀) 个节点。容器网段创建后不可修改：请使用更大的网段、更长的掩码或增加网段。",
    ),
)
.derived_from(&[at("cce-otc", "Table 14, alpha.cce/fixPoolMask; Table 5, flavor")])
.check(How::Code(check));

fn check(context: &Context, sink: &mut Sink) {
    let Some((node, mask)) = super::fix_pool_mask(context.view) else { return };
    // A block that does not fit at all is another rule's finding.
    if context.plan.of(role::POD).any(|range| mask < range.net.prefix_len()) {
        return;
    }
    let Some(capacity) = &context.plan.capacity else { return };
    let Some(wanted) = capacity.wanted.filter(|&wanted| capacity.nodes < wanted) else { return };
    let mut found = sink
        .found(Place::value(node))
        .arg("nodes", capacity.nodes)
        .arg("addresses", capacity.addresses_per_node)
        .arg("wanted", wanted);
    for other in context
        .plan
        .of(role::POD)
        .filter_map(|range| range.node)
        .chain(context.view.get("/spec/flavor"))
    {
        found = found.relate(Place::value(other));
    }
    sink.push(found);
}
