//! An add-on named twice.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};

pub(super) static CHECK: Check = rule(
    "ack-addon-duplicate",
    Warning,
    text("Add-on named twice", "组件重复"),
    text("the add-on {value} is in the list already", "组件 {value} 已在列表中"),
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
.check(How::Distinct(&["/addons/*/name"]));
