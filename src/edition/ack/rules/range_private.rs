//! Ranges outside the private blocks.

use crate::diagnostic::Severity::{Error, Warning};
use crate::diagnostic::{Basis, Place, at, text};
use crate::network::{is_private, role};
use crate::rules::{Check, Context, How, Sink, rule};

pub(super) static CHECK: Check = rule(
    "ack-range-private",
    Error,
    text("Range is not private", "网段不是私有网段"),
    text("{name} {range} lies outside the private blocks", "{name} {range} 不在私有网段内"),
    text(
        "CreateCluster allows 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 and their subnets for pods. The other two documents say nothing, but pods could no longer reach the public addresses that the range covers.",
        "CreateCluster 文档规定容器网段只能是 10.0.0.0/8、172.16.0.0/12、192.168.0.0/16 及其子网。另外两份文档未说明，但 Pod 将无法访问该网段覆盖的公网地址。",
    ),
)
.stated(&[at("ack-createcluster", "Request parameters, container_cidr")])
.check(How::Code(check));

/// What no document says is a warning. Service ranges are another rule's where their document bounds them.
fn check(context: &Context, sink: &mut Sink) {
    let stated = context.document == "ack-createcluster";
    let services = context.document == "ack-managed";
    for range in &context.plan.ranges {
        let (role::POD | role::SERVICE) = range.role else { continue };
        let Some(node) = range.node.filter(|_| range.role == role::POD || services) else {
            continue;
        };
        if is_private(range.net) {
            continue;
        }
        let mut found = sink
            .found(Place::value(node))
            .arg("name", range.name)
            .arg("range", range.net.to_string());
        if !stated {
            found = found.severity(Warning).basis(Basis::Derived);
        }
        sink.push(found);
    }
}
