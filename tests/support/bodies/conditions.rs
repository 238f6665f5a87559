//! Conditions between members, told from plain JSON: a second reading of them beside the core's own.

use std::cell::OnceCell;

use clusterwright::json::Document;
use clusterwright::spec::{Cond, Field, Required, Version};
use serde_json::Value;

use super::Table;

/// A body in the making.
pub(super) struct Told<'a> {
    pub(super) table: &'a Table,
    pub(super) body: &'a Value,
    kind: OnceCell<&'static str>,
}

impl<'a> Told<'a> {
    pub(super) fn new(table: &'a Table, body: &'a Value) -> Self {
        Self { table, body, kind: OnceCell::new() }
    }

    /// Whether a condition holds for the member at `near`.
    pub(super) fn holds(&self, cond: &Cond, near: &str) -> bool {
        match *cond {
            Cond::Set(pointer) => self.given(pointer, near).is_some(),
            Cond::Is(pointer, values) => {
                self.says(pointer, near).is_some_and(|said| values.contains(&said.as_str()))
            }
            Cond::Starts(pointer, starts) => self
                .says(pointer, near)
                .is_some_and(|said| starts.iter().any(|start| said.starts_with(start))),
            Cond::Has(pointer, values) => {
                let fits = |said: &str| {
                    values.iter().any(|value| match value.strip_suffix('*') {
                        Some(start) => said.starts_with(start),
                        None => said == *value,
                    })
                };
                let all = super::values::present(self.table, self.body);
                all.iter().any(|(own, id)| {
                    self.table.index.row(*id).pointer == pointer
                        && self.given(own, own).is_some_and(|said| fits(&as_text(said)))
                })
            }
            Cond::Longer(pointer, length) => self
                .given(pointer, near)
                .and_then(Value::as_array)
                .is_some_and(|items| items.len() > length),
            Cond::From(version) => !self.older(version),
            Cond::Before(version) => self.older(version),
            Cond::Kind(kinds) => kinds.contains(&self.kind()),
            Cond::All(conds) => conds.iter().all(|cond| self.holds(cond, near)),
            Cond::Any(conds) => conds.iter().any(|cond| self.holds(cond, near)),
            Cond::Not(cond) => !self.holds(cond, near),
        }
    }

    /// Whether a member must be there.
    pub(super) fn demands(&self, field: &Field, near: &str) -> bool {
        let used = field.kinds.is_empty() || field.kinds.contains(&self.kind());
        used && match &field.required {
            Required::No => false,
            Required::Yes => true,
            Required::When(cond, _) => self.holds(cond, near),
        }
    }

    /// Whether the body asks for a version older than `version`; no version means the newest.
    pub(super) fn older(&self, version: &str) -> bool {
        let own =
            self.body.pointer(self.table.version).and_then(Value::as_str).and_then(Version::parse);
        own.is_some_and(|own| own.before(Version::parse(version).unwrap()) != Some(false))
    }

    fn kind(&self) -> &'static str {
        self.kind.get_or_init(|| {
            let doc = Document::parse(self.body.to_string());
            let binding = self.table.check(&doc).binding;
            binding.view(&doc, self.table.index).kind
        })
    }

    /// The member at `pointer`, in the same items as `near`, unless it is as good as absent.
    fn given(&self, pointer: &str, near: &str) -> Option<&Value> {
        let mut own: Vec<&str> = pointer.split('/').collect();
        for (segment, same) in own.iter_mut().zip(near.split('/')) {
            if *segment == "*" {
                *segment = same;
            }
        }
        self.body.pointer(&own.join("/")).filter(|value| !value.is_null() && **value != "")
    }

    /// What a member says as text, or its default.
    fn says(&self, pointer: &'static str, near: &str) -> Option<String> {
        let Some(value) = self.given(pointer, near) else {
            let row = self.table.index.row(self.table.index.find(pointer)?);
            return row.field.default.map(|json| json.trim_matches('"').to_owned());
        };
        Some(as_text(value))
    }
}

fn as_text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
