//! What the members of an ACK body say about each other. A rule is a file here, two lines below, and a page in `docs/rules/`.

mod login_both;

use crate::rules::Check;

/// Every rule of the family; of a member that an edition does not have nothing is said.
pub(super) static ALL: &[&Check] = &[&login_both::CHECK];
