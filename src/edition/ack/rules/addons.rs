//! What rules on add-ons share.

use std::borrow::Cow;

use crate::json::{Kind, NodeId};
use crate::rules::Context;
use crate::spec::Given;

/// The names of the add-ons, with where they stand; `None` where the list is absent or not all of it is clear.
pub(super) fn names<'a>(context: &Context<'a>) -> Option<Vec<(NodeId, Cow<'a, str>)>> {
    let view = context.view;
    let list = view.get("/addons").filter(|&list| view.doc.kind(list) == Kind::Array)?;
    let names: Vec<(NodeId, Cow<str>)> = view
        .all("/addons/*/name")
        .map(|node| match view.text_of(node) {
            Given::Is(name) => Some((node, name)),
            Given::Absent | Given::Unclear => None,
        })
        .collect::<Option<_>>()?;
    (names.len() == view.doc.children(list).count()).then_some(names)
}
