//! A subscription for a number of months that is not on offer.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{Arg, Change, Fix, Place, at, text};
use crate::edition::ack::{PERIODS, RENEWALS};
use crate::json::Kind;
use crate::rules::{Check, Context, How, Sink, rule};
use crate::spec::{Cond, Given};

pub(super) static CHECK: Check = rule(
    "ack-subscription-period",
    Warning,
    text("No such subscription period", "包年包月时长不在可选范围内"),
    text(
        "{name} cannot be {value}; it is one of {choices}",
        "{name} 不能取 {value}，可选值为：{choices}",
    ),
    text(
        "The document lists these months for masters and describes nothing of node pools, whose subscriptions are very likely sold in the same way.",
        "文档为 Master 节点列出了上述月数，对节点池没有说明，其可选值很可能相同。",
    ),
)
.derived_from(&[at("ack-dedicated", "Request body, master_period, master_auto_renew_period")])
.check(How::Code(check));

const POOL: Cond = Cond::Is("/nodepools/*/scaling_group/instance_charge_type", &["PrePaid"]);
const MEMBERS: [(&str, &[i64]); 2] = [
    ("/nodepools/*/scaling_group/period", PERIODS),
    ("/nodepools/*/scaling_group/auto_renew_period", RENEWALS),
];

fn check(context: &Context, sink: &mut Sink) {
    let view = context.view;
    for (pointer, allowed) in MEMBERS {
        for node in view.all(pointer) {
            let Given::Is(months) = view.integer_of(node) else { continue };
            if view.doc.kind(node) != Kind::Number {
                continue;
            }
            // Without a subscription the number is ignored; what lies outside the row's range is said by the row.
            let inside = (0..=allowed[allowed.len() - 1]).contains(&months);
            let counts = view.holds(&POOL, node) == Some(true);
            if !inside || !counts || allowed.contains(&months) {
                continue;
            }
            let near = allowed.iter().copied().min_by_key(|other| (months - other).abs());
            let fix = near.map(|near| {
                Fix::risky(
                    text("Write {months}", "改写为 {months}"),
                    Change::Replace(node, near.to_string()),
                )
                .arg("months", near)
            });
            let found = sink
                .found(Place::value(node))
                .arg("name", context.called(node))
                .arg("value", months)
                .arg(
                    "choices",
                    Arg::List(allowed.iter().map(|&months| Arg::from(months)).collect()),
                )
                .maybe_fix(fix);
            sink.push(found);
        }
    }
}
