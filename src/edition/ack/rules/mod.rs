//! What the members of an ACK body say about each other. A rule is a file here, two lines below, and a page in `docs/rules/`.

mod addon_duplicate;
mod addons;
mod automatic_vpc_snat;
mod cluster_type_elsewhere;
mod data_disk_half;
mod data_disk_switch;
mod data_disk_value;
mod edge_version;
mod flannel_range_missing;
mod format_disk;
mod given_range_overlap;
mod image_type_spelling;
mod interconnect_basic;
mod list_duplicate;
mod list_empty;
mod login_both;
mod login_missing;
mod management_off;
mod master_count;
mod masters_one_vswitch;
mod network_addon;
mod node_capacity;
mod node_mask;
mod node_name_mode;
mod node_port_range;
mod os_mismatch;
mod pod_node_vswitches;
mod pool_counts;
mod pool_incomplete;
mod pool_scaling;
mod pool_security_groups;
mod range_overlap;
mod range_private;
mod region_missing;
mod runtime_docker;
mod runtime_mismatch;
mod sample_password;
mod security_group_both;
mod serverless_addon;
mod serverless_network;
mod service_range_mask;
mod spot_fields;
mod spot_prepaid;
mod storage_addon;
mod subscription_period;
mod surge_both;
mod tag_duplicate;
mod terway_missing;
mod terway_security_group;
mod user_ca_pem;
mod user_data_base64;
mod value_form;
mod vpc_vswitches;
mod worker_essd;
mod worker_vswitches;
mod zone_region;

use crate::rules::Check;

/// Every rule of the family; of a member that an edition does not have nothing is said.
pub(super) static ALL: &[&Check] = &[
    &addon_duplicate::CHECK,
    &automatic_vpc_snat::CHECK,
    &cluster_type_elsewhere::CHECK,
    &data_disk_half::CHECK,
    &data_disk_switch::CHECK,
    &data_disk_value::CHECK,
    &edge_version::CHECK,
    &flannel_range_missing::CHECK,
    &format_disk::CHECK,
    &given_range_overlap::CHECK,
    &image_type_spelling::CHECK,
    &interconnect_basic::CHECK,
    &list_duplicate::CHECK,
    &list_empty::CHECK,
    &login_both::CHECK,
    &login_missing::CHECK,
    &management_off::CHECK,
    &master_count::CHECK,
    &masters_one_vswitch::CHECK,
    &network_addon::CHECK,
    &node_capacity::CHECK,
    &node_mask::CHECK,
    &node_name_mode::CHECK,
    &node_port_range::CHECK,
    &os_mismatch::CHECK,
    &pod_node_vswitches::CHECK,
    &pool_counts::CHECK,
    &pool_incomplete::CHECK,
    &pool_scaling::CHECK,
    &pool_security_groups::CHECK,
    &range_overlap::CHECK,
    &range_private::CHECK,
    &region_missing::CHECK,
    &runtime_docker::CHECK,
    &runtime_mismatch::CHECK,
    &sample_password::CHECK,
    &security_group_both::CHECK,
    &serverless_addon::CHECK,
    &serverless_network::CHECK,
    &service_range_mask::CHECK,
    &spot_fields::CHECK,
    &spot_prepaid::CHECK,
    &storage_addon::CHECK,
    &subscription_period::CHECK,
    &surge_both::CHECK,
    &tag_duplicate::CHECK,
    &terway_missing::CHECK,
    &terway_security_group::CHECK,
    &user_ca_pem::CHECK,
    &user_data_base64::CHECK,
    &value_form::CHECK,
    &vpc_vswitches::CHECK,
    &worker_essd::CHECK,
    &worker_vswitches::CHECK,
    &zone_region::CHECK,
];
