//! A trust list without the cluster's own ranges.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{Change, Fix, Place};
use crate::diagnostic::{at, text};
use crate::json::patch::quote;
use crate::network::{Range, role};
use crate::rules::{Check, Context, How, Sink, rule};
use ipnet::{Ipv4Net, Ipv6Net};

pub(super) static CHECK: Check = rule(
    "cce-public-access-misses",
    Warning,
    text(
        "Trusted ranges leave out the cluster's own",
        "访问白名单未包含集群自身网段",
    ),
    text(
        "the trusted ranges do not hold {name} {range} ({origin})",
        "访问白名单未包含：{name} {range}（{origin}）",
    ),
    text(
        "The document advises to trust the VPC and container ranges, so that nodes and pods reach the cluster's API.",
        "文档建议放通 VPC 网段和容器网段，以便节点和 Pod 访问集群 API。",
    ),
)
.stated(&[at("cce-otc", "Table 7, cidrs")])
.check(How::Code(check));

fn check(context: &Context, sink: &mut Sink) {
    let view = context.view;
    let Some(list) = view.get("/spec/publicAccess/cidrs") else { return };
    let trusted = || view.nets("/spec/publicAccess/cidrs/*").map(|(_, net)| net.trunc());
    // A range that cannot be read may hold what the others leave out.
    let readable = |node| {
        view.doc
            .string(node)
            .is_some_and(|text| text.contains(':') && text.parse::<Ipv6Net>().is_ok())
    };
    if trusted().count() < view.doc.children(list).filter(|&node| !readable(node)).count() {
        return;
    }
    let Some(widest) = trusted().min_by_key(Ipv4Net::prefix_len) else { return };
    let own: Vec<&Range> = context
        .plan
        .of(role::POD)
        .chain(context.plan.of(role::VPC))
        .filter(|range| !widest.contains(&range.net))
        .collect();
    if own.is_empty() {
        return;
    }
    let trusted = Ipv4Net::aggregate(&trusted().collect());
    let misses = own.into_iter().filter(|range| {
        let at = trusted.partition_point(|net| net.network() <= range.net.network());
        at == 0 || !trusted[at - 1].contains(&range.net)
    });
    for range in misses.take(8) {
        let end = view.doc.children(list).count();
        let fix = Fix::risky(
            text("Trust {range}", "放通 {range}"),
            Change::Set(format!("{}/{end}", view.doc.pointer(list)), quote(&range.net.to_string())),
        );
        let mut found = sink
            .found(Place::value(list))
            .arg("name", range.name)
            .arg("range", range.net.to_string())
            .arg("origin", range.origin.label())
            .fix(fix.arg("range", range.net.to_string()));
        if let Some(node) = range.node {
            found = found.relate(Place::value(node));
        }
        sink.push(found);
    }
}
