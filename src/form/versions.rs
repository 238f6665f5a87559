//! What the table says of versions: which it names, and what a version is too old for.

use crate::diagnostic::Text;
use crate::edition::Edition;
use crate::spec::{Cond, Field, Required, Version};

/// A member that needs a version.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Gate {
    /// The version it needs, as the document writes it.
    pub version: &'static str,
    /// What the member is called.
    pub label: Text,
    /// The member's pointer.
    pub pointer: &'static str,
}

/// Every member that a version gates, in the table's order.
fn gates(edition: &'static Edition) -> impl Iterator<Item = Gate> {
    edition.index().rows().filter_map(|(_, row)| {
        let since = row.field.since?;
        Some(Gate { version: since.version, label: row.field.label, pointer: row.pointer })
    })
}

/// The versions that the table names, newest first.
pub fn known_versions(edition: &'static Edition) -> Vec<&'static str> {
    let index = edition.index();
    let mut known: Vec<&'static str> = Vec::new();
    let mut add = |version: &'static str| {
        if !known.contains(&version) {
            known.push(version);
        }
    };
    for (_, row) in index.rows() {
        if row.pointer == edition.version {
            row.field.examples.iter().copied().for_each(&mut add);
        }
        named(row.field, &mut add);
    }
    let key = |text: &&str| {
        let version = Version::parse(text);
        let part = |part: u32| part.min(0xffff);
        version.map_or((0, 0), |own| {
            (!(part(own.major) << 16 | part(own.minor)), !own.patch.unwrap_or(0))
        })
    };
    let places = crate::text::order(known.iter().map(key));
    places.into_iter().map(|at| known[at]).collect()
}

/// The versions that a row names.
fn named(field: &'static Field, add: &mut impl FnMut(&'static str)) {
    if let Some(since) = field.since {
        add(since.version);
    }
    if let Required::When(cond, _) = &field.required {
        versions_in(cond, add);
    }
    if let Some(forbidden) = &field.forbidden {
        versions_in(&forbidden.when, add);
    }
    for choice in field.choices() {
        if let Some((cond, _)) = &choice.when {
            versions_in(cond, add);
        }
    }
}

fn versions_in(cond: &Cond, add: &mut impl FnMut(&'static str)) {
    match cond {
        Cond::From(version) | Cond::Before(version) => add(version),
        Cond::All(conds) | Cond::Any(conds) => conds.iter().for_each(|cond| versions_in(cond, add)),
        Cond::Not(cond) => versions_in(cond, add),
        _ => {}
    }
}

/// The members that `version` is too old for, in the table's order.
pub fn too_new(edition: &'static Edition, version: &str) -> Vec<Gate> {
    let Some(own) = Version::parse(version) else { return Vec::new() };
    gates(edition)
        .filter(|gate| {
            Version::parse(gate.version).is_some_and(|needed| own.before(needed) == Some(true))
        })
        .collect()
}
