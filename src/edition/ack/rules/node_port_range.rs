//! Ports in the wrong order, or joined by a tilde.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{Change, Fix, Place, at, text};
use crate::json::patch::quote;
use crate::rules::{Check, Context, How, Sink, rule};
use crate::spec::Given;

pub(super) static CHECK: Check = rule(
    "ack-node-port-range",
    Warning,
    text("Port range written otherwise", "端口范围的写法不对"),
    text("{name} is written low-high: {json}", "{name} 应写成 小端口-大端口：{json}"),
    text(
        "The default and the examples join the ports with a hyphen; only the table's sample has a tilde. The smaller port comes first.",
        "默认值和请求示例都使用短划线，只有参数表的示例值使用波浪号。较小的端口在前。",
    ),
)
.derived_from(&[at("ack-createcluster", "Request parameters, node_port_range")])
.check(How::Code(check));

fn check(context: &Context, sink: &mut Sink) {
    let view = context.view;
    let Some(node) = view.get("/node_port_range") else { return };
    let Given::Is(range) = view.text_of(node) else { return };
    let Some((low, high)) = range.split_once(['-', '~']) else { return };
    let (Ok(low), Ok(high)) = (low.parse::<u16>(), high.parse::<u16>()) else { return };
    let right = format!("{}-{}", low.min(high), low.max(high));
    if low.min(high) < 30000 || range == right {
        return;
    }
    let json = quote(&right);
    let title = text("Write {json}", "改写为 {json}");
    let change = Change::Replace(node, json.clone());
    let fix = if low <= high { Fix::safe(title, change) } else { Fix::risky(title, change) };
    let found = sink
        .found(Place::value(node))
        .arg("name", context.called(node))
        .arg("json", json.clone())
        .fix(fix.arg("json", json));
    sink.push(found);
}
