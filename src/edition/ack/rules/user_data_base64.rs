//! A script that is not encoded.

use base64::Engine as _;

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{Basis, Change, Fix, Place, Rule, at, text};
use crate::json::patch::quote;
use crate::rules::{Check, Context, How, Sink, rule};
use crate::spec::Given;
use crate::spec::format::base64::decode;

pub(super) static CHECK: Check = Rule {
    basis: Basis::Example,
    ..rule(
        "ack-user-data-base64",
        Warning,
        text("Node script is not Base64", "节点自定义数据不是 Base64"),
        text("{name} is not Base64", "{name} 不是 Base64 编码"),
        text(
            "The documents' samples are Base64 of a shell script. A script as it is would not be run.",
            "文档的示例值为 Shell 脚本的 Base64 编码，未编码的脚本不会被执行。",
        ),
    )
    .derived_from(&[
        at("ack-createcluster", "Request parameters, user_data"),
        at("ack-dedicated", "Request examples, user_data"),
    ])
}
.check(How::Code(check));

fn check(context: &Context, sink: &mut Sink) {
    let view = context.view;
    for pointer in ["/user_data", "/nodepools/*/kubernetes_config/user_data"] {
        for node in view.all(pointer) {
            let Given::Is(data) = view.text_of(node) else { continue };
            if decode(&data).is_some() {
                continue;
            }
            // What begins like a script is one; anything else may be Base64 gone wrong.
            let script = data.trim_start().starts_with("#!") || data.starts_with("#cloud-config");
            let fix = script.then(|| {
                let encoded = base64::engine::general_purpose::STANDARD.encode(data.as_bytes());
                let title = text("Encode the script", "对脚本进行编码");
                Fix::risky(title, Change::Replace(node, quote(&encoded)))
            });
            let found =
                sink.found(Place::value(node)).arg("name", context.called(node)).maybe_fix(fix);
            sink.push(found);
        }
    }
}
