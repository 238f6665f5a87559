//! Cloud Container Engine: Huawei Cloud's API and its sibling at Open Telekom Cloud.

pub mod huawei;
pub mod otc;
mod rules;
