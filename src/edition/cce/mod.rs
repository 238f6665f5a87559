//! Cloud Container Engine: Huawei Cloud's API and its sibling at Open Telekom Cloud.

/// How the ids of the family's editions start.
pub(super) const FAMILY: &str = "cce-";

pub mod huawei;
pub mod otc;
mod patterns;
mod rules;

use crate::json::NodeId;
use crate::spec::{Given, View};

/// The most nodes that the flavor manages, where it is one of the edition's.
fn flavor_nodes(view: &View) -> Option<u64> {
    let row = view.index.row(view.index.find("/spec/flavor")?);
    let Given::Is(flavor) = view.text("/spec/flavor", NodeId::ROOT) else { return None };
    let choice = row.field.choices().iter().find(|choice| choice.value == flavor)?;
    // A flavor with a finding of its own says nothing about others.
    if choice.when.is_some_and(|(cond, _)| view.holds(&cond, NodeId::ROOT) == Some(false)) {
        return None;
    }
    let (family, size) = choice.value.strip_prefix("cce.")?.split_once('.')?;
    match (family.starts_with('t'), size) {
        (true, "small") => Some(10),
        (true, "medium") => Some(100),
        (true, "large") => Some(500),
        (false, "small") => Some(50),
        (false, "medium") => Some(200),
        (false, "large") => Some(1000),
        (false, "xlarge") => Some(2000),
        _ => None,
    }
}
