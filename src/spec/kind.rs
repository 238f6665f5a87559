//! The kinds of cluster that an edition's bodies ask for.

use super::View;
use crate::diagnostic::Text;

/// A kind of cluster.
#[derive(Clone, Copy, Debug)]
pub struct ClusterKind {
    /// The public id.
    pub id: &'static str,
    /// What it is called: the words that complete "a …".
    pub name: Text,
}

/// The kinds of an edition, and how a body tells its own.
#[derive(Clone, Copy, Debug)]
pub struct Kinds {
    /// Every kind; the first is the usual one.
    pub all: &'static [ClusterKind],
    /// Tells the kind from a bound body: the id of one of them, or `""` where the members that tell it are missing or unclear.
    pub of: fn(&View) -> &'static str,
}

impl Kinds {
    /// The kind of that id; the usual one if there is none.
    pub fn find(&self, id: &str) -> ClusterKind {
        self.all.iter().copied().find(|kind| kind.id == id).unwrap_or(self.all[0])
    }
}
