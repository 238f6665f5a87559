//! A subscription for a number of months that is not on offer.

use crate::diagnostic::Severity::{self, Error, Warning};
use crate::diagnostic::{Arg, Change, Fix, Place, at, text};
use crate::json::Kind;
use crate::rules::{Check, Context, How, Sink, rule};
use crate::spec::{Cond, Given};

pub(super) static CHECK: Check = rule(
    "ack-subscription-period",
    Error,
    text("No such subscription period", "包年包月时长不在可选范围内"),
    text(
        "{name} cannot be {value}; it is one of {choices}",
        "{name} 不能取 {value}，可选值为：{choices}",
    ),
    text(
        "Subscriptions are sold for these numbers of months only. For node pools the list is taken from the masters'.",
        "包年包月只能选择上述月数。节点池的可选值参照 Master 节点。",
    ),
)
.stated(&[
    at("ack-createcluster", "Request parameters, master_period, master_auto_renew_period"),
    at("ack-dedicated", "Request body, master_period, master_auto_renew_period"),
])
.check(How::Code(check));

const PERIODS: &[i64] = &[1, 2, 3, 6, 12, 24, 36, 48, 60];
const RENEWALS: &[i64] = &[1, 2, 3, 6, 12];
const MASTERS: Cond = Cond::Is("/master_instance_charge_type", &["PrePaid"]);
const POOL: Cond = Cond::Is("/nodepools/*/scaling_group/instance_charge_type", &["PrePaid"]);
const MEMBERS: [(&str, &[i64], Cond, Severity); 4] = [
    ("/master_period", PERIODS, MASTERS, Error),
    ("/master_auto_renew_period", RENEWALS, MASTERS, Error),
    ("/nodepools/*/scaling_group/period", PERIODS, POOL, Warning),
    ("/nodepools/*/scaling_group/auto_renew_period", RENEWALS, POOL, Warning),
];

fn check(context: &Context, sink: &mut Sink) {
    let view = context.view;
    for (pointer, allowed, subscribed, severity) in MEMBERS {
        for node in view.all(pointer) {
            let Given::Is(months) = view.integer_of(node) else { continue };
            if view.doc.kind(node) != Kind::Number {
                continue;
            }
            // Without a subscription the number is ignored; what lies outside the row's range is said by the row.
            let inside = (0..=allowed[allowed.len() - 1]).contains(&months);
            let counts = view.holds(&subscribed, node) == Some(true);
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
                .severity(severity)
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
