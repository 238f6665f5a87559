//! The table language: rows that say everything about one member, and the checks that follow from rows alone.

mod check;
mod cond;
pub mod faults;
mod field;
pub mod format;
mod index;
mod kind;
pub mod schema;
mod version;
mod view;

pub(crate) use check::called;
pub use check::{Checked, check};
pub use cond::Cond;
pub use field::{
    Choice, Class, Classes, Deprecated, Field, Forbidden, Items, Note, Pattern, Required, Since,
    Type, array, choice, each, field, format, items, object, one, string, suggest, unique,
};
pub use format::Format;
pub use index::{Index, Row, RowId};
pub use kind::{ClusterKind, Kinds};
pub use version::Version;
pub use view::{Binding, Given, View};

/// The blank that stands for a member which is not filled in yet, as JSON: `"<VPC ID>"`, or the only value it may have. Of an
/// object the required members are there, also those required on a condition that `holds`.
pub fn blank(field: &Field, holds: &dyn Fn(&Cond) -> bool) -> String {
    use crate::json::patch::quote;
    match field.ty {
        Type::Bool => usual(field).unwrap_or("false").to_owned(),
        Type::Integer(least, _) => usual(field).map_or_else(|| least.to_string(), str::to_owned),
        Type::Array(items) => {
            let item = &items.item;
            let least = field.length.map_or(0, |(least, _)| least);
            // A list whose items say what to put there starts with one.
            let starts = !item.blank.is_empty()
                || matches!(item.ty, Type::Object(fields) if fields.iter().any(Field::always_required));
            let one = blank(item, holds).replace('\n', "\n  ");
            let each = vec![one; least.max(u32::from(starts)) as usize];
            if each.is_empty() {
                "[]".to_owned()
            } else {
                format!("[\n  {}\n]", each.join(",\n  "))
            }
        }
        Type::Object(fields) | Type::Map(_, fields) => {
            let members: Vec<String> = fields
                .iter()
                .filter(|field| match &field.required {
                    Required::No => false,
                    Required::Yes => true,
                    Required::When(cond, _) => holds(cond),
                })
                .map(|field| {
                    format!("{}: {}", quote(field.name), blank(field, holds).replace('\n', "\n  "))
                })
                .collect();
            if members.is_empty() {
                "{}".to_owned()
            } else {
                format!("{{\n  {}\n}}", members.join(",\n  "))
            }
        }
        Type::String(Format::Choice([only])) => quote(only.value),
        Type::Any | Type::String(_) => {
            let own = match field.blank {
                // An item has no name.
                "" if field.name == "*" => field.label.en,
                "" => field.name,
                own => own,
            };
            quote(&format!("<{own}>"))
        }
    }
}

/// The JSON a number or boolean may well be: its default, or what the document shows.
fn usual(field: &Field) -> Option<&'static str> {
    field.default.or_else(|| field.examples.first().copied())
}
