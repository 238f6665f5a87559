//! A service range of public addresses.

use crate::diagnostic::Place;
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::network::{is_private, role};
use crate::rules::{Check, Context, How, Sink, rule};

pub(super) static CHECK: Check = rule(
    "cce-service-range-public",
    Warning,
    text(
        "Service range is not private",
        "服务网段不是私有网段",
    ),
    text(
        "service range {range} lies outside the private blocks",
        "服务网段 {range} 不在私有网段内",
    ),
    text(
        "Pods could no longer reach the public addresses it covers. Private are 10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16.",
        "Pod 将无法访问该网段所覆盖的公网地址。私有网段为 10.0.0.0/8、172.16.0.0/12、192.168.0.0/16。",
    ),
)
.derived_from(&[at("cce-otc", "Table 5, kubernetesSvcIpRange")])
.check(How::Code(check));

fn check(context: &Context, sink: &mut Sink) {
    for range in context.plan.of(role::SERVICE).filter(|range| !is_private(range.net)) {
        let Some(node) = range.node else { continue };
        let found = sink.found(Place::value(node)).arg("range", range.net.to_string());
        sink.push(found);
    }
}
