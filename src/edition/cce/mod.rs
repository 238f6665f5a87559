//! Cloud Container Engine: Huawei Cloud's API and its sibling at Open Telekom Cloud.

/// How the ids of the family's editions start.
pub(super) const FAMILY: &str = "cce-";

pub mod huawei;
pub mod otc;
mod rules;
