//! The documents' own password.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{Place, at, text};
use crate::rules::{Check, Context, How, Sink, rule};
use crate::spec::Given;

pub(super) static CHECK: Check = rule(
    "ack-sample-password",
    Warning,
    text("Password of the documents", "文档中的示例密码"),
    text("{name} is a password that the documents print", "{name} 是文档中公开的示例密码"),
    text(
        "Everybody knows it, and the nodes can be reached by SSH: choose your own, or a key pair.",
        "该密码众所周知，而节点可通过 SSH 登录。请设置自己的密码，或改用密钥对。",
    ),
)
.derived_from(&[
    at("ack-createcluster", "Request parameters, login_password; Request examples"),
    at("ack-dedicated", "Request body, login_password; Request examples"),
])
.check(How::Code(check));

const PRINTED: [&str; 2] = ["Hello1234", "Hello@1234"];

fn check(context: &Context, sink: &mut Sink) {
    let view = context.view;
    for pointer in ["/login_password", "/nodepools/*/scaling_group/login_password"] {
        for node in view.all(pointer) {
            let Given::Is(password) = view.text_of(node) else { continue };
            if PRINTED.contains(&&*password) {
                let found = sink.found(Place::value(node)).arg("name", context.called(node));
                sink.push(found);
            }
        }
    }
}
