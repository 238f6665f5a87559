//! What bodies are made from.

use clusterwright::edition::Edition;
use clusterwright::json::Document;
use clusterwright::rules::Check;
use clusterwright::spec::{Checked, Index, Kinds, check};
use proptest::test_runner::{Config, RngSeed};

/// A table, with what it takes to check a body by it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Table {
    pub(crate) id: &'static str,
    pub(crate) index: &'static Index,
    pub(crate) version: &'static str,
    pub(crate) kinds: &'static Kinds,
    /// What members say about each other.
    pub(crate) checks: &'static [&'static Check],
}

impl Table {
    pub(crate) fn of(edition: &'static Edition) -> Self {
        Self {
            id: edition.id,
            index: edition.index(),
            version: edition.version,
            kinds: &edition.kinds,
            checks: edition.checks,
        }
    }

    /// What the rows alone say of a body.
    pub(crate) fn check(&self, doc: &Document) -> Checked {
        check(doc, self.index, self.id, self.version, self.kinds)
    }
}

/// The same cases in every run: a failure is the change's own. `PROPTEST_CASES` and `PROPTEST_RNG_SEED` ask for others.
pub(crate) fn sampler(cases: u32) -> Config {
    let mut config =
        Config { failure_persistence: None, max_local_rejects: 1_000_000, ..Config::default() };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = cases;
    }
    if std::env::var_os("PROPTEST_RNG_SEED").is_none() {
        config.rng_seed = RngSeed::Fixed(20_240_115);
    }
    config
}
