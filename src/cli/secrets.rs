//! The secrets a body holds, so that nothing printed shows one.

use crate::json::{Document, NodeId};
use crate::spec::View;
use crate::spec::format::secret_name;
use crate::text::{Edit, Span};

/// What stands for a secret.
pub(super) const MASK: &str = "••••";

/// The places of the values that are secret, outermost only, in the order of the text.
#[derive(Debug)]
pub(super) struct Secrets {
    spans: Vec<Span>,
    /// Those of them that are filled in, as they are spelled without their quotes.
    filled: Vec<Span>,
}

impl Secrets {
    /// Looks at every value once, where [`View::is_secret`] for each would climb to the root each time.
    pub(super) fn new(view: &View) -> Self {
        let doc = view.doc;
        let mut own = Self { spans: Vec::new(), filled: Vec::new() };
        let mut at = NodeId::ROOT;
        while at.index() < doc.len() {
            let secret = match view.row(at) {
                Some(row) => row.field.secret,
                None => doc.name(at).is_some_and(|name| secret_name(&name)),
            };
            if !secret {
                at = NodeId(at.0 + 1);
                continue;
            }
            debug_assert!(view.is_secret(at));
            let span = doc.span(at);
            own.spans.push(span);
            if !view.is_empty(at) && !view.is_blank(at) {
                own.filled.push(inner(doc, span));
            }
            at = NodeId(doc.node(at).next);
        }
        own
    }

    /// The first secret that ends after `offset`.
    pub(super) fn after(&self, offset: u32) -> Option<Span> {
        let at = self.spans.partition_point(|span| span.end <= offset);
        self.spans.get(at).copied()
    }

    /// Whether the text that an edit brings holds a secret, or what is made from one.
    pub(super) fn told_by(&self, text: &str, edit: &Edit) -> bool {
        self.filled.iter().any(|secret| {
            // Quotes, brackets and escapes around a secret tell nothing.
            let made_from = secret.start < edit.span.end
                && edit.span.start < secret.end
                && edit.text.chars().any(char::is_alphanumeric);
            made_from || edit.text.contains(secret.of(text))
        })
    }
}

/// A value's bytes without quotes around them.
fn inner(doc: &Document, span: Span) -> Span {
    let raw = span.of(doc.text());
    let from = raw.len() - raw.trim_start_matches(['"', '\'']).len();
    let to = raw.trim_end_matches(['"', '\'']).len().max(from);
    let at = |offset: usize| span.start + u32::try_from(offset).unwrap_or(0);
    let bare = Span::new(at(from), at(to));
    if bare.is_empty() { span } else { bare }
}
