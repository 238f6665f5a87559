//! Container ranges outside the recommended blocks or sizes.

use crate::diagnostic::Place;
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::network::{PRIVATE, role};
use crate::rules::{Check, Context, How, Sink, rule};

pub(super) static CHECK: Check = rule(
    "cce-container-range-recommended",
    Warning,
    text(
        "Container range not as recommended",
        "容器网段不在推荐范围",
    ),
    text(
        "container range {range} is not one the document recommends: 10.0.0.0/12 to /19, 172.16.0.0/16 to /19, 192.168.0.0/16 to /19",
        "容器网段 {range} 不在文档推荐范围内：10.0.0.0/12-19、172.16.0.0/16-19、192.168.0.0/16-19",
    ),
    text(
        "A range outside the private blocks hides real addresses from the pods; one that is too small runs out, one that is too large collides easily.",
        "使用私有网段以外的地址会使 Pod 无法访问真实的公网地址；网段过小会耗尽，过大则容易冲突。",
    ),
)
.stated(&[at("cce-huawei", "Table 7, cidr"), at("cce-otc", "Table 10, cidr; Table 11, cidr")])
.check(How::Code(check));

/// Reads the list as: inside a private block, with a prefix from the block's first to 19. The bases are not taken
/// literally, since an example of Huawei Cloud's own document is 10.1.0.0/16.
fn check(context: &Context, sink: &mut Sink) {
    for range in context.plan.of(role::POD) {
        let Some(node) = range.node else { continue };
        let recommended = PRIVATE.iter().any(|&(block, longest)| {
            block.contains(&range.net) && (longest..=19).contains(&range.net.prefix_len())
        });
        if !recommended {
            let found = sink.found(Place::value(node)).arg("range", range.net.to_string());
            sink.push(found);
        }
    }
}
