//! Bodies made from a table: right ones, and right ones with one member put wrong.

mod conditions;
mod mutate;
mod table;
mod values;

pub(crate) use mutate::mutations;
pub(crate) use table::{Table, sampler};
pub(crate) use values::body;
