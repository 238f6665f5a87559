//! What the members of a body say about each other. A rule is a file here, a line in each list, and a page in `docs/rules/`.

mod bare_metal_mode;
mod ca_size;
mod container_range_overlap;
mod container_range_recommended;
mod container_ranges_mode;
mod container_ranges_version;
mod eni_ipv6;
mod eni_range_overlap;
mod fix_pool_mask_prefix;
mod given_range_overlap;
mod highway_subnet;
mod masters_count;
mod masters_zones;
mod multi_az_flavor;
mod multi_az_value;
mod multi_az_xlarge;
mod node_capacity;
mod public_access_misses;
mod public_access_open;
mod service_range_overlap;
mod service_range_public;
mod single_master;
mod windows_bare_metal;
mod windows_constraints;
mod x509_unspecified;
mod zone_name;

use crate::json::NodeId;
use crate::rules::Check;
use crate::spec::{Cond, Given, View};

/// Every rule of the family; of a member that an edition does not have nothing is said.
pub(super) static ALL: &[&Check] = &[
    &bare_metal_mode::CHECK,
    &ca_size::CHECK,
    &container_range_overlap::CHECK,
    &container_range_recommended::CHECK,
    &container_ranges_mode::CHECK,
    &container_ranges_version::CHECK,
    &eni_ipv6::CHECK,
    &eni_range_overlap::CHECK,
    &fix_pool_mask_prefix::CHECK,
    &given_range_overlap::CHECK,
    &highway_subnet::CHECK,
    &masters_count::CHECK,
    &masters_zones::CHECK,
    &multi_az_flavor::CHECK,
    &multi_az_value::CHECK,
    &multi_az_xlarge::CHECK,
    &node_capacity::CHECK,
    &public_access_misses::CHECK,
    &public_access_open::CHECK,
    &service_range_overlap::CHECK,
    &service_range_public::CHECK,
    &single_master::CHECK,
    &windows_bare_metal::CHECK,
    &windows_constraints::CHECK,
    &x509_unspecified::CHECK,
    &zone_name::CHECK,
];

/// The masters are to be spread over zones.
pub(super) const MULTI_AZ: Cond = Cond::Is("/spec/extendParam/clusterAZ", &["multi_az"]);

/// Single-master flavors.
pub(super) const SINGLE: Cond = Cond::Starts("/spec/flavor", &["cce.s1.", "cce.t1."]);
/// High-availability flavors.
pub(super) const HA: Cond = Cond::Starts("/spec/flavor", &["cce.s2.", "cce.t2."]);

/// A cluster of bare-metal servers.
const BARE_METAL: Cond = Cond::Is("/spec/type", &["BareMetal"]);
/// A cluster that runs Windows.
const WINDOWS: Cond = Cond::Is("/spec/type", &["Windows"]);

/// The VPC network.
pub(super) const VPC_ROUTER: Cond = Cond::Is("/spec/containerNetwork/mode", &["vpc-router"]);

/// The mask of a node's address block, where it is right and the network uses it.
pub(super) fn fix_pool_mask(view: &View) -> Option<(NodeId, u8)> {
    let node = view.get("/spec/extendParam/alpha.cce~1fixPoolMask")?;
    let Given::Is(mask) = view.integer_of(node) else { return None };
    let mask = u8::try_from(mask).ok().filter(|mask| (24..=28).contains(mask))?;
    (view.holds(&VPC_ROUTER, node) == Some(true)).then_some((node, mask))
}
