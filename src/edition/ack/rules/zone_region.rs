//! A zone of another region.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};

pub(super) static CHECK: Check = rule(
    "ack-zone-region",
    Warning,
    text("Zone of another region", "可用区不属于该地域"),
    text(
        "the zone {value} does not look like one of the region {other_value}",
        "可用区 {value} 不像是地域 {other_value} 中的可用区",
    ),
    text(
        "The ID of a zone starts with that of its region: cn-beijing-b lies in cn-beijing.",
        "可用区 ID 以所在地域的 ID 开头，例如 cn-beijing-b 属于 cn-beijing。",
    ),
)
.derived_from(&[at("ack-createcluster", "Request parameters, region_id, zone_id")])
.check(How::StartsWith("/zone_id", "/region_id"));
