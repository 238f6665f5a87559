//! Bodies made from the tables: right ones are clean, and one member put wrong is found at that member and nowhere else.

#![expect(clippy::unwrap_used, reason = "a failure ends the test")]

#[path = "support/bodies/mod.rs"]
mod bodies;

use clusterwright::analysis::{Analysis, Inputs, analyze};
use clusterwright::diagnostic::{Locale, Severity};
use clusterwright::edition::{self, Edition};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::Value;

use bodies::{Table, body, mutations, sampler};

fn analysis(edition: &'static Edition, body: &Value) -> Analysis {
    analyze(serde_json::to_string_pretty(body).unwrap(), Some(edition), &Inputs::default())
}

/// Pointer, rule and words of every error.
fn errors(analysis: &Analysis) -> Vec<(String, &'static str, String)> {
    let errors = analysis.diagnostics.iter().filter(|found| found.severity == Severity::Error);
    errors
        .map(|found| {
            (analysis.pointer(&found.place), found.rule.code, found.message_in(Locale::En))
        })
        .collect()
}

#[test]
fn right_bodies_have_no_error() {
    for edition in edition::ALL {
        TestRunner::new(sampler(600))
            .run(&body(Table::of(edition)), |right| {
                let errors = errors(&analysis(edition, &right));
                prop_assert!(errors.is_empty(), "{right:#}\n{errors:#?}");
                Ok(())
            })
            .unwrap_or_else(|error| panic!("{}: {error}", edition.id));
    }
}

#[test]
fn one_member_put_wrong_is_found_there_and_nowhere_else() {
    for edition in edition::ALL {
        let table = Table::of(edition);
        let given = (body(table), any::<prop::sample::Index>());
        TestRunner::new(sampler(1200))
            .run(&given, |(right, at)| {
                let mutations = mutations(&table, &right);
                let mutation = at.get(&mutations);
                let wrong = mutation.of(&right);
                let errors = errors(&analysis(edition, &wrong));
                let there = errors.iter().all(|(pointer, ..)| *pointer == mutation.pointer);
                let found = errors.iter().any(|(_, rule, _)| *rule == mutation.rule);
                prop_assert!(there && found, "{mutation:?}\n{wrong:#}\n{errors:#?}");
                Ok(())
            })
            .unwrap_or_else(|error| panic!("{}: {error}", edition.id));
    }
}
