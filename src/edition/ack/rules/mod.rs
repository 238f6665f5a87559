//! What the members of an ACK body say about each other. A rule is a file here, two lines below, and a page in `docs/rules/`.

mod automatic_vpc_snat;
mod data_disk_half;
mod data_disk_switch;
mod data_disk_value;
mod flannel_range_missing;
mod given_range_overlap;
mod login_both;
mod node_capacity;
mod node_mask;
mod pod_node_vswitches;
mod range_overlap;
mod range_private;
mod service_range_mask;
mod terway_missing;
mod vpc_vswitches;

use crate::rules::Check;

/// Every rule of the family; of a member that an edition does not have nothing is said.
pub(super) static ALL: &[&Check] = &[
    &automatic_vpc_snat::CHECK,
    &data_disk_half::CHECK,
    &data_disk_switch::CHECK,
    &data_disk_value::CHECK,
    &flannel_range_missing::CHECK,
    &given_range_overlap::CHECK,
    &login_both::CHECK,
    &node_capacity::CHECK,
    &node_mask::CHECK,
    &pod_node_vswitches::CHECK,
    &range_overlap::CHECK,
    &range_private::CHECK,
    &service_range_mask::CHECK,
    &terway_missing::CHECK,
    &vpc_vswitches::CHECK,
];
