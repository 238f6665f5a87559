//! Right bodies with one member put wrong.

use clusterwright::diagnostic::Severity;
use clusterwright::spec::format::placeholder;
use clusterwright::spec::{Field, Format, Type};
use serde_json::{Value, json};

use super::Table;
use super::conditions::Told;
use super::values::{present, set, value_of, values_of};

/// One way to put a body wrong.
#[derive(Clone, Debug)]
pub(crate) struct Mutation {
    /// The member that is changed.
    pub(crate) at: String,
    /// What it becomes; `None` takes it away.
    pub(crate) value: Option<Value>,
    /// Where the finding has to stand.
    pub(crate) pointer: String,
    /// The rule that has to find it.
    pub(crate) rule: &'static str,
}

impl Mutation {
    /// `body` with the member put wrong.
    pub(crate) fn of(&self, body: &Value) -> Value {
        let mut wrong = body.clone();
        if self.at.is_empty() {
            self.value.clone().unwrap()
        } else {
            set(&mut wrong, &self.at, self.value.clone());
            wrong
        }
    }
}

/// Every way to put one member of a right body wrong by its own row.
pub(crate) fn mutations(table: &Table, body: &Value) -> Vec<Mutation> {
    let mut out = Vec::new();
    for (pointer, id) in present(table, body) {
        let row = table.index.row(id);
        let field = row.field;
        let value = body.pointer(&pointer).unwrap();
        if value.is_object() {
            let told = Told::new(table, body);
            for below in table.index.below(id) {
                let own = format!("{pointer}/{}", clusterwright::json::escape(below.field.name));
                if let Some(forbidden) = below.field.forbidden
                    && forbidden.severity == Severity::Error
                    && body.pointer(&own).is_none()
                    && told.holds(&forbidden.when, &own)
                {
                    let value = Some(value_of(below.field));
                    out.push(Mutation {
                        at: own.clone(),
                        value,
                        pointer: own,
                        rule: "field-forbidden",
                    });
                }
            }
        }
        let mut push = |rule, value| {
            out.push(Mutation { at: pointer.clone(), value, pointer: pointer.clone(), rule });
        };
        for wrong in other_types(field) {
            push("field-type", Some(wrong));
        }
        let item = field.name == "*" || pointer.is_empty();
        if !item {
            let told = Told::new(table, body);
            if told.demands(field, &pointer) {
                push("field-required", None);
                if field.always_required() {
                    push("field-empty-required", Some(Value::Null));
                    push("field-empty-required", Some(Value::from("")));
                }
            }
        }
        match (&field.ty, value) {
            (Type::Integer(least, greatest), _) => {
                let rule = if field.among.is_empty() { "field-range" } else { "field-choice" };
                let outside = [least.checked_sub(1), greatest.checked_add(1)];
                outside
                    .into_iter()
                    .flatten()
                    .for_each(|number| push(rule, Some(Value::from(number))));
                if !field.among.is_empty()
                    && let Some(gap) = (*least..=*greatest).find(|one| !field.among.contains(one))
                {
                    push("field-choice", Some(Value::from(gap)));
                }
            }
            (Type::String(format), Value::String(text)) => {
                for (rule, wrong) in wrong_texts(field, format, text) {
                    push(rule, Some(Value::from(wrong)));
                }
            }
            (Type::Array(items), Value::Array(given)) => {
                let (least, greatest) = field.length.unwrap_or((0, u32::MAX));
                if let Some(first) = given.first()
                    && greatest < 1000
                    && !items.unique
                {
                    // Some lists allow no repeats.
                    let more = values_of(&items.item, greatest as usize);
                    let many = std::iter::once(first.clone()).chain(more);
                    push("field-length", Some(many.collect::<Vec<_>>().into()));
                }
                if least > 0 {
                    push("field-length", Some(given[..least as usize - 1].to_vec().into()));
                }
                let full = given.len() >= greatest as usize;
                if let Some(Value::String(first)) = given.first()
                    && items.unique
                    && !full
                {
                    let end = format!("{pointer}/{}", given.len());
                    let value = Some(Value::from(first.clone()));
                    out.push(Mutation {
                        at: end.clone(),
                        value,
                        pointer: end,
                        rule: "field-unique",
                    });
                }
            }
            (Type::Map(..), Value::Object(members)) => {
                let (least, greatest) = field.length.unwrap_or((0, u32::MAX));
                if let Some((_, first)) = members.iter().next()
                    && greatest < 1000
                {
                    let many = (0..=greatest).map(|at| (format!("free.{at}"), first.clone()));
                    push("field-length", Some(Value::Object(many.collect())));
                }
                if least > 0 {
                    push("field-length", Some(json!({})));
                }
            }
            _ => {}
        }
    }
    out
}

/// Values of every type but the row's own. The text is no blank and reads as no number or literal.
fn other_types(field: &Field) -> Vec<Value> {
    let mut values =
        vec![json!(true), json!(7), json!("text"), json!(["text"]), json!({ "some": 1 })];
    match field.ty {
        Type::Any => values.clear(),
        Type::Bool => values.retain(|value| !value.is_boolean()),
        Type::Integer(..) => {
            values.retain(|value| !value.is_number());
            values.push(json!(1.5));
        }
        Type::String(_) => values.retain(|value| !value.is_string()),
        Type::Array(_) => values.retain(|value| !value.is_array()),
        Type::Object(_) | Type::Map(..) => values.retain(|value| !value.is_object()),
    }
    if field.name == "*" && !matches!(field.ty, Type::Any) {
        values.push(Value::Null);
    }
    values
}

fn wrong_texts(field: &Field, format: &Format, text: &str) -> Vec<(&'static str, String)> {
    let mut out = Vec::new();
    let of_format: &[&str] = match format {
        Format::Choice(_) => {
            out.push(("field-choice", "none-of-them".to_owned()));
            &[]
        }
        Format::Json(_) => {
            out.push(("field-json", "[{]".to_owned()));
            return out;
        }
        Format::Cidr => &[
            "10.0.0.0",
            "10.0.0.0/33",
            "256.0.0.0/8",
            "010.0.0.0/8",
            "10.0.0.0/08",
            "10.0.0.0/ 8",
            "::/0",
        ],
        Format::AnyCidr => &["10.0.0.0", "10.0.0.0/33", "::/129"],
        Format::Host => &["no name", "-a", "10.0.0.300", "https://example.com"],
        Format::Certificate | Format::PrivateKey => &["no Base64!"],
        Format::Digits(..) => &["ten", "+8", "1.0", "99999999"],
        Format::Listed(_) => &["a,,b", ",a", "a,"],
        Format::Text
        | Format::Suggest(_)
        | Format::Ip
        | Format::Uuid
        | Format::Version
        | Format::PlainVersion => &[],
    };
    out.extend(of_format.iter().map(|wrong| ("field-format", (*wrong).to_owned())));
    if let Some((least, greatest)) = field.length {
        let end = text.chars().next_back().unwrap_or('a');
        if greatest < 10_000 {
            let longer =
                text.chars().chain(std::iter::repeat(end)).take(greatest as usize + 1).collect();
            // What is too long for the row may be no text of its format any more, which is then what is said.
            let longer: String = longer;
            let rule =
                if format.fault(&longer).is_some() { "field-format" } else { "field-length" };
            out.push((rule, longer));
        }
        if least > 1 {
            out.push(("field-length", text.chars().take(least as usize - 1).collect()));
        }
    }
    if let Some(pattern) = field.pattern {
        let candidates = [
            format!("{text}-"),
            format!("-{text}"),
            format!("{text}_"),
            text.to_uppercase(),
            format!("{text}\n"),
        ];
        let wrong = candidates.into_iter().filter(|wrong| !(pattern.test)(wrong));
        out.extend(wrong.map(|wrong| ("field-pattern", wrong)));
    }
    out.retain(|(_, wrong)| !wrong.is_empty() && !placeholder(wrong));
    out
}
