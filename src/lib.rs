//! Clusterwright: request bodies that create Kubernetes clusters, built and verified.
//!
//! A body flows one way. [`text`] names its places, [`json`] reads it whatever its faults, [`spec`] binds each value to a row of
//! the [`edition`]'s table and checks the row, [`rules`] check what members say about each other with the address plan of
//! [`network`]; [`analysis`] gathers what was found as [`diagnostic`]s whose fixes are edits of the same text.
//! [`form`], [`completion`], [`request`] and [`picture`] are further views of an analysis, [`secrets`] says what must not leave it, [`share`]
//! makes links and files that do, [`import`] takes bodies out of what people paste. The command line and the page sit on top.

pub mod analysis;
pub mod completion;
pub mod diagnostic;
pub mod edition;
pub mod form;
pub mod import;
pub mod json;
pub mod network;
pub mod picture;
pub mod request;
pub mod rules;
pub mod secrets;
pub mod share;
pub mod spec;
pub mod text;

#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
