//! Container ranges with less room than the flavor manages.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{Change, Fix, Place, at, text};
use crate::json::patch::quote;
use crate::network::{Capacity, role};
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
        "Container ranges cannot be changed later. On the VPC network of Open Telekom Cloud every node takes a fixed block, so 2^(mask - prefix) nodes fit into a range: take a shorter prefix, a longer mask, or a further range. On Huawei Cloud a node runs 110 pods by default, each with an address: take a shorter prefix. With fewer nodes or pods than that the range will do.",
        "容器网段创建后不可修改。Open Telekom Cloud 的 VPC 网络中每个节点占用固定大小的地址块，一个网段可容纳 2^(掩码-前缀) 个节点：请使用更大的网段、更长的掩码或增加网段。华为云每个节点默认最多 110 个 Pod，每个 Pod 占用一个地址：请使用更大的网段。如果实际的节点或 Pod 较少，则无需修改。",
    ),
)
.derived_from(&[
    at("cce-huawei", "Table 7, cidr; Table 5, flavor"),
    at("cce-otc", "Table 14, alpha.cce/fixPoolMask; Table 5, flavor"),
])
.check(How::Code(check));

fn check(context: &Context, sink: &mut Sink) {
    let Some(capacity) = &context.plan.capacity else { return };
    let Some(wanted) = capacity.wanted.filter(|&wanted| capacity.nodes < wanted) else { return };
    let mask = super::fix_pool_mask(context.view);
    // A block that does not fit at all is another rule's finding.
    if let Some((_, mask)) = mask
        && context.plan.of(role::POD).any(|range| mask < range.net.prefix_len())
    {
        return;
    }
    let ranges = || context.plan.of(role::POD).filter_map(|range| range.node);
    let Some(node) = mask.map(|(node, _)| node).or_else(|| ranges().next()) else { return };
    let mut found = sink
        .found(Place::value(node))
        .arg("nodes", capacity.nodes)
        .arg("addresses", capacity.addresses_per_node)
        .arg("wanted", wanted);
    for other in ranges().filter(|&other| other != node).chain(context.view.get("/spec/flavor")) {
        found = found.relate(Place::value(other));
    }
    if mask.is_none() {
        found = found.maybe_fix(larger(context, capacity, wanted));
    }
    sink.push(found);
}

/// The next free range with room for the flavor's nodes in place of the only one there is.
fn larger(context: &Context, capacity: &Capacity, wanted: u64) -> Option<Fix> {
    let range = context.plan.of(role::POD).next()?;
    let bits = (wanted * capacity.addresses_per_node).next_power_of_two().ilog2();
    let mut large = range.clone();
    large.net = ipnet::Ipv4Net::new(range.net.network(), u8::try_from(32 - bits).ok()?).ok()?;
    let free = context.plan.free_like(&large)?.to_string();
    let title =
        text("Use {free}, a free range that is large enough", "改用足够大的空闲网段 {free}");
    Some(Fix::risky(title, Change::Replace(range.node?, quote(&free))).arg("free", free))
}
