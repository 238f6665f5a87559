//! A tag key twice.

use std::collections::HashMap;

use crate::diagnostic::Severity::Error;
use crate::diagnostic::{Change, Fix, Place, at, text};
use crate::rules::{Check, Context, How, Sink, rule};
use crate::spec::Given;

pub(super) static CHECK: Check = rule(
    "ack-tag-duplicate",
    Error,
    text("Tag key given twice", "标签键重复"),
    text("the tag key {value} is there twice", "标签键 {value} 重复"),
    text(
        "Keys of tags must not repeat. Upper and lower case are told apart: env and Env are two keys.",
        "标签键不可重复，且区分大小写：env 和 Env 是两个不同的键。",
    ),
)
.stated(&[at("ack-createcluster", "Request parameters, tags")])
.check(How::Code(check));

/// The lists of tags, and the keys in them.
const KEYS: [(&str, &str); 2] = [
    ("/tags", "/tags/*/key"),
    ("/nodepools/*/scaling_group/tags", "/nodepools/*/scaling_group/tags/*/key"),
];

fn check(context: &Context, sink: &mut Sink) {
    let view = context.view;
    for (list, key) in KEYS {
        for list in view.all(list) {
            let mut seen = HashMap::new();
            for item in view.doc.children(list) {
                let Some(node) = view.beside(key, item) else { continue };
                let Given::Is(own) = view.text_of(node) else { continue };
                let first = *seen.entry(own).or_insert(node);
                if first == node {
                    continue;
                }
                let title = text("Take the second tag out", "删除后一个标签");
                let found = sink
                    .found(Place::value(node))
                    .arg("value", view.show(node))
                    .relate(Place::value(first))
                    .fix(Fix::risky(title, Change::Remove(item)));
                sink.push(found);
            }
        }
    }
}
