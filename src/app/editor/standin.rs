//! Stands in for `clusterwright::completion`.

use clusterwright::analysis::Analysis;
use clusterwright::diagnostic::Text;
use clusterwright::text::Span;

pub(crate) struct Completion {
    pub(crate) span: Span,
    pub(crate) items: Vec<Item>,
}

pub(crate) struct Item {
    pub(crate) label: String,
    pub(crate) insert: String,
    pub(crate) caret: Option<usize>,
    pub(crate) detail: Text,
    pub(crate) required: bool,
    pub(crate) pointer: String,
}

pub(crate) fn complete(_: &Analysis, _: u32) -> Option<Completion> {
    None
}
