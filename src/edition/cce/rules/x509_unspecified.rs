//! Client certificates on the version the document leaves out.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "cce-x509-unspecified",
    Warning,
    text("x509 on v1.12 is not described", "文档未说明 v1.12 的 x509"),
    text(
        "the document lists x509 up to v1.11 and drops it from v1.13, but says nothing of v1.12",
        "文档说明 v1.11 及以下支持 x509、v1.13 起不再支持，未说明 v1.12",
    ),
    text(
        "It may or may not be taken. rbac is listed on both sides of the gap.",
        "该取值不一定被接受。rbac 在前后两个版本范围中都支持。",
    ),
)
.derived_from(&[at("cce-otc", "Table 8, mode")])
.check(How::Wrong {
    at: "/spec/authentication/mode",
    when: Cond::All(&[
        Cond::Is("/spec/authentication/mode", &["x509"]),
        Cond::From("v1.12"),
        Cond::Before("v1.13"),
    ]),
    related: &["/spec/version"],
});
