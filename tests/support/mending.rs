//! Faulty texts, each with its faults and with what the fixes make of it.

use clusterwright::json::Fault::DuplicateKey;
use clusterwright::json::{Document, Fault};
use clusterwright::text::{Edit, apply};

use crate::texts::{accepted, invariants};

/// A text, its faults with the text each one is about, and what the fixes make of it; nothing if there is no fix.
pub(crate) type Case = (&'static str, &'static [(Fault, &'static str)], &'static str);

#[track_caller]
pub(crate) fn check(cases: &[Case]) {
    let mut wrong = Vec::new();
    for (text, faults, fixed) in cases {
        let doc = Document::parse(*text);
        invariants(&doc);
        let found: Vec<(Fault, &str)> =
            doc.errors().iter().map(|error| (error.fault, error.span.of(text))).collect();
        let fixes = fixes(&doc);
        let after = if fixes.is_empty() { String::new() } else { apply(text, &fixes) };
        if found != *faults || after != *fixed {
            wrong.push(format!(
                "{text}\n  expected {faults:?}\n  found    {found:?}\n  expected {fixed:?}\n  fixed    {after:?}\n"
            ));
        }
        let all_fixed =
            doc.errors().iter().all(|error| error.fault == DuplicateKey || !error.fix.is_empty());
        if all_fixed && !accepted(&after) {
            wrong.push(format!("{text}\n  is mended to {after}\n"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

pub(crate) fn fixes(doc: &Document) -> Vec<Edit> {
    doc.errors().iter().flat_map(|error| error.fix.iter().cloned()).collect()
}
