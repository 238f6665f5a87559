//! An add-on named twice.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{Change, Fix, Place, at, text};
use crate::rules::{Check, Context, How, Sink, rule};
use crate::spec::Given;

pub(super) static CHECK: Check = rule(
    "ack-addon-duplicate",
    Warning,
    text("Add-on named twice", "组件重复"),
    text("the add-on {name} is in the list already", "组件 {name} 已在列表中"),
    text(
        "An add-on is installed once, and the document does not say which of two entries counts. Keep the one with the settings you want.",
        "每个组件只安装一次，文档未说明重复时以哪一项为准。请保留需要的那一项配置。",
    ),
)
.derived_from(&[
    at("ack-createcluster", "Request parameters, addons"),
    at("ack-dedicated", "Request body, addons"),
    at("ack-managed", "RequestBody, addons"),
])
.check(How::Code(check));

fn check(context: &Context, sink: &mut Sink) {
    let view = context.view;
    let mut seen = std::collections::BTreeMap::new();
    for node in view.all("/addons/*/name") {
        let Given::Is(name) = view.text_of(node) else { continue };
        let first = *seen.entry(name.clone()).or_insert(node);
        if first == node {
            continue;
        }
        let item = view.doc.parent(node).unwrap_or(node);
        let found = sink
            .found(Place::value(node))
            .arg("name", crate::text::shorten(&name))
            .relate(Place::value(first))
            .fix(Fix::risky(text("Take the second out", "删除重复项"), Change::Remove(item)));
        sink.push(found);
    }
}
