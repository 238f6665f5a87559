//! Masters in something that does not look like a zone.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{Basis, Change, Fix, Place, Rule, at, text};
use crate::json::patch::quote;
use crate::rules::{Check, Context, How, Sink, rule};
use crate::spec::Given;

pub(super) static CHECK: Check = Rule {
    basis: Basis::Example,
    ..rule(
        "cce-zone-name",
        Warning,
        text("Not the name of a zone", "不像可用区名称"),
        text(
            "{value} does not look like the name of an availability zone, such as eu-de-01",
            "{value} 不像可用区名称（例如 eu-de-01）",
        ),
        text(
            "The document gives no grammar, only eu-de-01 and eu-de-02: the region's name, a hyphen and the zone, in lower case.",
            "文档未规定格式，示例为 eu-de-01、eu-de-02：由小写的区域名、中划线和可用区编号组成。",
        ),
    )
    .derived_from(&[at("cce-otc", "Table 13, availabilityZone")])
}
.check(How::Code(check));

fn check(context: &Context, sink: &mut Sink) {
    let view = context.view;
    for node in view.all("/spec/masters/*/availabilityZone") {
        let Given::Is(zone) = view.text_of(node) else { continue };
        if zone_like(&zone) {
            continue;
        }
        let mended = zone.trim().to_ascii_lowercase().replace(['_', ' '], "-");
        let fix = zone_like(&mended).then(|| {
            let json = quote(&mended);
            Fix::risky(text("Write {json}", "改写为 {json}"), Change::Replace(node, json.clone()))
                .arg("json", json)
        });
        let found = sink.found(Place::value(node)).arg("value", view.show(node)).maybe_fix(fix);
        sink.push(found);
    }
}

/// Lowercase words and numbers joined by hyphens, at least two of them, the first no number.
fn zone_like(zone: &str) -> bool {
    zone.contains('-')
        && zone.starts_with(|char: char| char.is_ascii_lowercase())
        && zone.split('-').all(|part| {
            !part.is_empty()
                && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        })
}
