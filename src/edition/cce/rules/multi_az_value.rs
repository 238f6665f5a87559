//! Another value than the one the document shows for several zones.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{Change, Fix, Place, at, text};
use crate::json::patch::quote;
use crate::rules::{Check, Context, How, Sink, rule};
use crate::spec::Given;

pub(super) static CHECK: Check = rule(
    "cce-multi-az-value",
    Warning,
    text(
        "Unknown value for several zones",
        "未知的多可用区取值",
    ),
    text(
        "the document shows multi_az for clusterAZ and nothing else, not {value}",
        "文档中 clusterAZ 只有 multi_az 一种取值，没有 {value}",
    ),
    text(
        "multi_az spreads the masters over zones. The document does not close the list, so another value may be taken, or have no effect; for masters in one zone leave the member out.",
        "multi_az 表示控制节点跨可用区部署。文档未说明只能取该值，其他取值可能被接受，也可能不生效；单可用区部署请删除该参数。",
    ),
)
.derived_from(&[at("cce-huawei", "Table 5, extendParam"), at("cce-otc", "Table 14, clusterAZ")])
.check(How::Code(check));

fn check(context: &Context, sink: &mut Sink) {
    let view = context.view;
    let Some(node) = view.get("/spec/extendParam/clusterAZ") else { return };
    let Given::Is(value) = view.text_of(node) else { return };
    if value == "multi_az" {
        return;
    }
    let meant = value.trim().replace([' ', '-'], "_").eq_ignore_ascii_case("multi_az");
    let fix = meant.then(|| {
        Fix::risky(
            text("Write multi_az", "改写为 multi_az"),
            Change::Replace(node, quote("multi_az")),
        )
    });
    let found = sink.found(Place::value(node)).arg("value", view.show(node)).maybe_fix(fix);
    sink.push(found);
}
