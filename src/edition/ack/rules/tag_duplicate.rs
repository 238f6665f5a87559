//! A tag key twice.

use crate::diagnostic::Severity::Error;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};

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
.check(How::Distinct(&["/tags/*/key", "/nodepools/*/scaling_group/tags/*/key"]));
