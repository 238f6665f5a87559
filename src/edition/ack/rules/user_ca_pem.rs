//! A CA that is no PEM text.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{Basis, Rule, at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = Rule {
    basis: Basis::Example,
    ..rule(
        "ack-user-ca-pem",
        Warning,
        text("CA is no PEM text", "CA 不是 PEM 文本"),
        text(
            "{name} does not start with -----BEGIN CERTIFICATE-----",
            "{name} 没有以 -----BEGIN CERTIFICATE----- 开头",
        ),
        text(
            "The document's sample is PEM text as it is, not its Base64 and not the name of a file.",
            "文档的示例值为 PEM 文本原文，不是其 Base64 编码，也不是文件名。",
        ),
    )
    .derived_from(&[at("ack-createcluster", "Request parameters, user_ca")])
}
.check(How::Wrong {
    at: "/user_ca",
    when: Cond::Not(&Cond::Starts("/user_ca", &["-----BEGIN CERTIFICATE-----"])),
    related: &[],
});
