//! A node's block of addresses that is larger than the container range.

use crate::diagnostic::Place;
use crate::diagnostic::Severity::Error;
use crate::diagnostic::{at, text};
use crate::network::role;
use crate::rules::{Check, Context, How, Sink, rule};

pub(super) static CHECK: Check = rule(
    "cce-fix-pool-mask-prefix",
    Error,
    text(
        "Node block larger than the container range",
        "节点 IP 池大于容器网段",
    ),
    text(
        "a /{mask} block for each node does not fit into container range {range}",
        "每个节点 /{mask} 的 IP 池无法放入容器网段 {range}",
    ),
    text(
        "Each node gets a block of that mask out of the container range, so the mask cannot be shorter than the range's prefix. Equal, there is room for one node.",
        "每个节点从容器网段中分配一个该掩码的地址块，因此掩码不能短于容器网段的前缀；二者相等时只能容纳一个节点。",
    ),
)
.derived_from(&[at("cce-otc", "Table 14, alpha.cce/fixPoolMask")])
.check(How::Code(check));

fn check(context: &Context, sink: &mut Sink) {
    let Some((node, mask)) = super::fix_pool_mask(context.view) else { return };
    for range in context.plan.of(role::POD).filter(|range| mask < range.net.prefix_len()) {
        let mut found =
            sink.found(Place::value(node)).arg("mask", mask).arg("range", range.net.to_string());
        if let Some(other) = range.node {
            found = found.relate(Place::value(other));
        }
        sink.push(found);
    }
}
