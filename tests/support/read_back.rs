//! A tree read back as a value.

use clusterwright::json::{Document, Kind, NodeId};
use serde_json::Value;

use crate::texts::parsed;

/// The value of a subtree, by the tree alone.
pub(crate) fn read_back(doc: &Document, id: NodeId) -> Value {
    match doc.kind(id) {
        Kind::Missing | Kind::Null => Value::Null,
        Kind::Bool(value) => Value::from(value),
        Kind::Number => doc.number(id).map_or(Value::Null, |number| parsed(&number)),
        Kind::String => Value::from(doc.string(id).expect("it is a string").into_owned()),
        Kind::Array => doc.children(id).map(|child| read_back(doc, child)).collect(),
        Kind::Object => {
            let member = |child| {
                (doc.name(child).expect("a member has a name").into_owned(), read_back(doc, child))
            };
            Value::Object(doc.children(id).map(member).collect())
        }
    }
}
