//! Container Service for Kubernetes (ACK) of Alibaba Cloud: one call, described by three documents.

mod capacity;
pub mod createcluster;
pub mod dedicated;
pub mod managed;
mod patterns;
mod rules;

use crate::spec::Cond;

/// Pods get addresses from a range of their own.
const FLANNEL: Cond = Cond::Has("/addons/*/name", &["flannel"]);
/// Pods get addresses from vSwitches.
const TERWAY: Cond = Cond::Has("/addons/*/name", &["terway*"]);
