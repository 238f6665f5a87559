//! What the members of an ACK body say about each other. A rule is a file here, two lines below, and a page in `docs/rules/`.

mod addon_duplicate;
mod addons;
mod cluster_type_elsewhere;
mod image_type_spelling;
mod interconnect_basic;
mod list_duplicate;
mod list_empty;
mod login_both;
mod management_off;
mod network_addon;
mod pool_counts;
mod pool_incomplete;
mod pool_scaling;
mod pool_security_groups;
mod region_missing;
mod runtime_mismatch;
mod spot_fields;
mod spot_prepaid;
mod storage_addon;
mod subscription_period;
mod surge_both;

use crate::rules::Check;

/// Every rule of the family; of a member that an edition does not have nothing is said.
pub(super) static ALL: &[&Check] = &[
    &addon_duplicate::CHECK,
    &cluster_type_elsewhere::CHECK,
    &image_type_spelling::CHECK,
    &interconnect_basic::CHECK,
    &list_duplicate::CHECK,
    &list_empty::CHECK,
    &login_both::CHECK,
    &management_off::CHECK,
    &network_addon::CHECK,
    &pool_counts::CHECK,
    &pool_incomplete::CHECK,
    &pool_scaling::CHECK,
    &pool_security_groups::CHECK,
    &region_missing::CHECK,
    &runtime_mismatch::CHECK,
    &spot_fields::CHECK,
    &spot_prepaid::CHECK,
    &storage_addon::CHECK,
    &subscription_period::CHECK,
    &surge_both::CHECK,
];
