//! Right bodies: every row kept, every condition between members honoured.

use clusterwright::diagnostic::Severity;
use clusterwright::json;
use clusterwright::rules::How;
use clusterwright::spec::format::placeholder;
use clusterwright::spec::{Field, Format, Items, RowId, Type};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::string::string_regex;
use proptest::test_runner::TestRunner;
use serde_json::{Map, Value};

use super::Table;
use super::conditions::Told;

/// Bodies that break nothing. None holds a blank or an empty value, nor a member that is only returned.
pub(crate) fn body(table: Table) -> BoxedStrategy<Value> {
    value(table.index.row(RowId::ROOT).field).prop_map(move |body| settle(&table, body)).boxed()
}

fn value(field: &'static Field) -> BoxedStrategy<Value> {
    match &field.ty {
        Type::Any => prop_oneof![
            any::<bool>().prop_map(Value::from),
            (0..99i64).prop_map(Value::from),
            "[a-z]{1,8}".prop_map(Value::from)
        ]
        .boxed(),
        Type::Bool => any::<bool>().prop_map(Value::from).boxed(),
        Type::Integer(..) if !field.among.is_empty() => {
            prop::sample::select(field.among).prop_map(Value::from).boxed()
        }
        // Where only some will do the document shows which.
        Type::Integer(..) if !shown(field).is_empty() => prop::sample::select(shown(field)).boxed(),
        Type::Array(Items { item: Field { ty: Type::Object(_), .. }, .. })
            if !shown(field).is_empty() =>
        {
            prop::sample::select(shown(field)).boxed()
        }
        Type::Integer(least, greatest) => (*least..=*greatest).prop_map(Value::from).boxed(),
        Type::String(format) => text(field, format),
        Type::Array(items) => {
            let (least, greatest) = field.length.unwrap_or((0, 4));
            let count = least as usize..=greatest.min(least + 4) as usize;
            let unique = items.unique;
            let item = value(&items.item);
            if unique {
                // Strings are compared without regard to case.
                let folded = |item: &Value| item.as_str().map(str::to_ascii_lowercase);
                let many = prop::collection::vec(item, count.clone()).prop_map(move |mut items| {
                    let mut seen = Vec::new();
                    items.retain(|item| {
                        let new = !seen.contains(&folded(item));
                        seen.push(folded(item));
                        new
                    });
                    items
                });
                many.prop_filter("too few are left", move |items| count.contains(&items.len()))
                    .prop_map(Value::from)
                    .boxed()
            } else {
                prop::collection::vec(item, count).prop_map(Value::from).boxed()
            }
        }
        Type::Object(fields) => members(fields).prop_map(Value::from).boxed(),
        Type::Map(other, named) => {
            let (least, greatest) = field.length.unwrap_or((0, 4));
            let free = prop::collection::btree_map(
                "[a-z]{1,3}[.-][a-z]{1,3}",
                value(other),
                least as usize..=greatest as usize,
            );
            (members(named), free)
                .prop_map(|(mut named, free)| {
                    named.extend(free);
                    Value::from(named)
                })
                .boxed()
        }
    }
}

/// What the document shows for a member, as JSON.
fn shown(field: &Field) -> Vec<Value> {
    field.examples.iter().filter_map(|example| serde_json::from_str(example).ok()).collect()
}

fn members(fields: &'static [Field]) -> BoxedStrategy<Map<String, Value>> {
    let each: Vec<BoxedStrategy<Option<Value>>> = fields
        .iter()
        .filter(|field| field.read_only.is_none())
        .map(|field| {
            if field.always_required() {
                value(field).prop_map(Some).boxed()
            } else {
                prop::option::weighted(0.4, value(field)).boxed()
            }
        })
        .collect();
    let names: Vec<&str> =
        fields.iter().filter(|field| field.read_only.is_none()).map(|field| field.name).collect();
    each.prop_map(move |values| {
        let given =
            names.iter().zip(values).filter_map(|(name, value)| Some(((*name).to_owned(), value?)));
        given.collect()
    })
    .boxed()
}

fn text(field: &'static Field, format: &Format) -> BoxedStrategy<Value> {
    let (least, greatest) = field.length.unwrap_or((0, 40));
    let of = |values: &'static [&'static str]| {
        prop::sample::select(values).prop_map(str::to_owned).boxed()
    };
    let strings: BoxedStrategy<String> = match *format {
        // Not every regular expression can be run backwards.
        Format::Text if field.pattern.is_some_and(|pattern| pattern.regex.contains("(?=")) => {
            string_regex("[A-Z][a-z]{4}[0-9]{4}[!._-]").unwrap().boxed()
        }
        Format::Text if field.pattern.is_some_and(|pattern| pattern.regex.contains("(?!")) => {
            let test = field.pattern.unwrap().test;
            string_regex("[a-zA-Z0-9 ._ä中😀-]{1,40}")
                .unwrap()
                .prop_filter("what the pattern rules out", move |text| test(text))
                .boxed()
        }
        Format::Text | Format::Suggest(_) if field.pattern.is_some() => {
            let regex = field.pattern.unwrap().regex.trim_start_matches('^').trim_end_matches('$');
            // Endless repetition would mostly give strings that are too long.
            let short =
                regex.replace("]*", "]{0,8}").replace("]+", "]{1,4}").replace(")*", "){0,2}");
            string_regex(&short).unwrap().boxed()
        }
        Format::Text => string_regex(&format!(
            "[a-zA-Z0-9 ._ä中😀-]{{{},{}}}",
            least.max(1),
            greatest.min(least + 40)
        ))
        .unwrap()
        .boxed(),
        Format::Suggest(choices) => {
            let known = choices.iter().map(|choice| choice.value.to_owned()).collect::<Vec<_>>();
            prop_oneof![prop::sample::select(known), "[a-z]{3,8}"].boxed()
        }
        Format::Choice(choices) => prop::sample::select(
            choices.iter().map(|choice| choice.value.to_owned()).collect::<Vec<_>>(),
        )
        .boxed(),
        Format::Cidr => {
            (0..100u8, 16..=22u8).prop_map(|(net, prefix)| format!("10.{net}.0.0/{prefix}")).boxed()
        }
        Format::AnyCidr => {
            of(&["0.0.0.0/0", "10.0.0.0/8", "203.0.113.9/32", "2001:db8::/32", "::/0"])
        }
        Format::Ip => of(&["10.0.0.1", "203.0.113.9"]),
        Format::Host => of(&[
            "example.com",
            "*.example.com",
            "a",
            "10.0.0.1",
            "2001:db8::1",
            "www.example.com.",
        ]),
        Format::Uuid => "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}".boxed(),
        Format::Version | Format::PlainVersion if !field.examples.is_empty() => of(field.examples),
        Format::Version => of(&["v1.25", "v1.27.3"]),
        Format::PlainVersion => of(&["1.16.9-aliyun.1", "1.24.6"]),
        Format::Digits(least, greatest) => {
            (least..=greatest).prop_map(|number| number.to_string()).boxed()
        }
        Format::Listed(_) => of(&["example.com", "10.0.0.1,example.com", "a,b,c"]),
        Format::Certificate => of(&[CERTIFICATE]),
        Format::PrivateKey => of(&[PRIVATE_KEY]),
        Format::Json(inner) => return embedded(inner),
    };
    let fits = move |text: &String| {
        let length = u32::try_from(text.chars().count()).unwrap();
        !text.is_empty()
            && !placeholder(text)
            && (field.length.is_none() || (least..=greatest).contains(&length))
    };
    strings.prop_filter("a blank, or of the wrong length", fits).prop_map(Value::from).boxed()
}

/// JSON as a string. Its rows know no conditions.
fn embedded(inner: &'static Type) -> BoxedStrategy<Value> {
    let field: &'static Field = Box::leak(Box::new(clusterwright::spec::field(
        "",
        *inner,
        clusterwright::diagnostic::Text::NONE,
    )));
    value(field).prop_map(|value| Value::from(value.to_string())).boxed()
}

/// `-----BEGIN CERTIFICATE-----\nMAo=\n-----END CERTIFICATE-----\n`.
const CERTIFICATE: &str =
    "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1Bbz0KLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo=";
/// `-----BEGIN PRIVATE KEY-----\nMAo=\n-----END PRIVATE KEY-----\n`.
const PRIVATE_KEY: &str =
    "LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCk1Bbz0KLS0tLS1FTkQgUFJJVkFURSBLRVktLS0tLQo=";

/// Takes out what others forbid, puts in what they demand, and keeps address ranges apart.
fn settle(table: &Table, mut body: Value) -> Value {
    for _ in 0..20 {
        let Some((pointer, member)) = next_change(table, &body) else { break };
        set(&mut body, &pointer, member);
    }
    assert!(
        next_change(table, &body).is_none(),
        "the conditions of {} go round in circles: {body}",
        table.id
    );
    let mut net = 0;
    for (pointer, id) in present(table, &body) {
        if matches!(table.index.row(id).field.ty, Type::String(Format::Cidr)) {
            let given = body.pointer_mut(&pointer).unwrap();
            let prefix = given.as_str().unwrap().split_once('/').unwrap().1;
            *given = Value::from(format!("10.{net}.0.0/{prefix}"));
            net += 1;
        }
    }
    body
}

/// A member's pointer and what it has to be; `None` is absent.
type Change = (String, Option<Value>);

/// The first member that conditions want otherwise.
fn next_change(table: &Table, body: &Value) -> Option<Change> {
    let mut errors = table.checks.iter().filter(|check| check.rule.severity == Severity::Error);
    wanted_by_rows(table, body)
        .or_else(|| errors.find_map(|check| wanted_by_check(table, body, &check.how)))
}

/// What a check that is data wants otherwise. Those that are code the rows' own values keep: ranges stand apart, in private
/// blocks, with short prefixes.
fn wanted_by_check(table: &Table, body: &Value, how: &How) -> Option<Change> {
    let told = Told::new(table, body);
    let pointers: &[&str] = match how {
        How::AtMostOneOf(pointers)
        | How::AtLeastOneOf(pointers, _)
        | How::ExactlyOneOf(pointers, _)
        | How::Together(pointers)
        | How::Ascending(pointers)
        | How::SameCount(_, pointers) => pointers,
        How::Wrong { at, .. } | How::MustBe { at, .. } | How::StartsWith(at, _) => &[at],
        How::PrefixLonger { number, range, when } => {
            return told.holds(when, "").then(|| roomy(table, body, number, range)).flatten();
        }
        How::CountEquals(array, _) => &[array],
        How::Each(ways) => return ways.iter().find_map(|how| wanted_by_check(table, body, how)),
        How::Disjoint(some, others) => return apart(table, body, some, others),
        How::Distinct(pointers) => {
            return pointers.iter().find_map(|pointer| told_apart(table, body, pointer));
        }
        How::RangesDisjoint(..) | How::Code(_) => return None,
    };
    let scope = pointers[0].rfind("/*").map_or("", |end| &pointers[0][..end + 2]);
    let scopes =
        present(table, body).into_iter().filter(|(_, id)| table.index.row(*id).pointer == scope);
    for (own, _) in scopes {
        let members = pointers.iter().map(|pointer| format!("{own}{}", &pointer[scope.len()..]));
        let (given, absent): (Vec<String>, Vec<String>) =
            members.partition(|member| body.pointer(member).is_some());
        let change = match how {
            How::AtMostOneOf(_) => given.get(1).map(|second| (second.clone(), None)),
            How::AtLeastOneOf(_, cond) | How::ExactlyOneOf(_, cond)
                if given.is_empty() && told.holds(cond, &own) =>
            {
                let known = |pointer: &'static str| table.index.find(pointer);
                let first =
                    pointers.iter().zip(absent).find_map(|(own, at)| Some((known(own)?, at)));
                first.map(|(row, at)| (at, Some(value_of(table.index.row(row).field))))
            }
            How::ExactlyOneOf(_, cond) if told.holds(cond, &own) => {
                given.get(1).map(|second| (second.clone(), None))
            }
            How::Together(_) if !absent.is_empty() => {
                given.first().map(|first| (first.clone(), None))
            }
            How::Wrong { when, .. } => {
                given.into_iter().find(|at| told.holds(when, at)).map(|at| {
                    // An empty list may have to be there all the same.
                    let empty = body.pointer(&at).is_some_and(|list| *list == Value::Array(vec![]));
                    let row = table.index.row(table.index.find(pointers[0]).unwrap());
                    match row.field.ty {
                        Type::Array(items) if empty => {
                            (at, Some(Value::from(vec![value_of(&items.item)])))
                        }
                        _ => (at, None),
                    }
                })
            }
            How::MustBe { when, values, .. } => given.into_iter().find_map(|at| {
                let right = values.contains(&body.pointer(&at)?.to_string().as_str());
                let value = serde_json::from_str(values[0]).unwrap();
                (!right && told.holds(when, &at)).then_some((at, Some(value)))
            }),
            How::CountEquals(_, cases) => given.into_iter().find_map(|array| {
                let (_, wanted) = cases.iter().find(|(cond, _)| told.holds(cond, &array))?;
                let items = body.pointer(&array)?.as_array()?;
                let row = table.index.row(table.index.find(pointers[0])?);
                let Type::Array(kind) = row.field.ty else { return None };
                let spare = value_of(&kind.item);
                let resized: Vec<Value> =
                    items.iter().cloned().chain(std::iter::repeat(spare)).take(*wanted).collect();
                (items.len() != *wanted).then(|| (array, Some(Value::from(resized))))
            }),
            _ => None,
        };
        if change.is_some() {
            return change;
        }
    }
    None
}

/// The first string of a row that equals one before it in the same list, made another.
fn told_apart(table: &Table, body: &Value, row: &str) -> Option<Change> {
    let depth = row.rfind('*').map_or(0, |at| row[at..].matches('/').count());
    let list = |pointer: &str| {
        (0..=depth).fold(pointer.to_owned(), |at, _| {
            at.rsplit_once('/').map_or_else(String::new, |(parent, _)| parent.to_owned())
        })
    };
    let mut seen = std::collections::BTreeSet::new();
    present(table, body).into_iter().find_map(|(pointer, id)| {
        let text = body.pointer(&pointer)?.as_str()?;
        let own = table.index.row(id).pointer == row;
        let twice = own && !seen.insert((list(&pointer), text.to_owned()));
        twice.then(|| (pointer.clone(), Some(Value::from(format!("{text}{}", seen.len())))))
    })
}

/// Another text in the place of the first that stands among `some` as well.
fn apart(
    table: &Table,
    body: &Value,
    some: &[&'static str],
    others: &[&'static str],
) -> Option<Change> {
    others.iter().find(|pointer| table.index.find(pointer).is_some())?;
    let all = present(table, body);
    let of = |pointers: &[&str]| -> Vec<&str> {
        let own = all.iter().filter(|(_, id)| pointers.contains(&table.index.row(*id).pointer));
        own.map(|(pointer, _)| pointer.as_str()).collect()
    };
    let taken: Vec<&Value> = of(some).into_iter().filter_map(|at| body.pointer(at)).collect();
    let twice = of(others)
        .into_iter()
        .find(|at| body.pointer(at).is_some_and(|own| taken.contains(&own)))?;
    let other = format!("{}x", body.pointer(twice)?.as_str()?);
    Some((twice.to_owned(), Some(Value::from(other))))
}

/// A number, or a range where the number is a default, so that the number lies well beyond the range's prefix: there is room as
/// well for what the body asks for.
fn roomy(table: &Table, body: &Value, number: &'static str, range: &'static str) -> Option<Change> {
    let field = table.index.row(table.index.find(number)?).field;
    let length = |said: &str| said.trim_matches('"').parse::<u8>().ok();
    let written = body.pointer(range).and_then(|range| range.as_str()?.rsplit_once('/'));
    let prefix = written.map_or(Some(16), |(_, prefix)| length(prefix))?;
    let right = (prefix + 8).min(32);
    match body.pointer(number) {
        Some(own) if length(&own.to_string())? < right => {
            let text = matches!(field.ty, Type::String(_));
            let value = if text { Value::from(right.to_string()) } else { Value::from(right) };
            Some((number.to_owned(), Some(value)))
        }
        None if length(field.default?)? < right && written.is_some() => {
            Some((range.to_owned(), Some(Value::from("10.0.0.0/16"))))
        }
        _ => None,
    }
}

fn wanted_by_rows(table: &Table, body: &Value) -> Option<Change> {
    let told = Told::new(table, body);
    for (pointer, id) in present(table, body) {
        let field = table.index.row(id).field;
        let ruled_out =
            field.forbidden.is_some_and(|forbidden| told.holds(&forbidden.when, &pointer))
                || field.since.is_some_and(|since| told.older(since.version));
        if ruled_out {
            return Some((pointer, None));
        }
        let open = |choice: &&clusterwright::spec::Choice| {
            choice.when.as_ref().is_none_or(|(cond, _)| told.holds(cond, &pointer))
        };
        let value = body.pointer(&pointer).unwrap();
        if let Some(chosen) = field.choices().iter().find(|choice| *value == choice.value)
            && !open(&chosen)
        {
            let other = field.choices().iter().find(open).unwrap();
            return Some((pointer, Some(Value::from(other.value))));
        }
        if !value.is_object() {
            continue;
        }
        for below in table.index.below(id) {
            let own = format!("{pointer}/{}", json::escape(below.field.name));
            if body.pointer(&own).is_none() && told.demands(below.field, &own) {
                return Some((own, Some(value_of(below.field))));
            }
        }
    }
    None
}

/// Always the same right value.
pub(super) fn value_of(field: &'static Field) -> Value {
    value(field).new_tree(&mut TestRunner::deterministic()).unwrap().current()
}

/// Always the same right values, one after the other.
pub(super) fn values_of(field: &'static Field, count: usize) -> Vec<Value> {
    let mut runner = TestRunner::deterministic();
    (0..count).map(|_| value(field).new_tree(&mut runner).unwrap().current()).collect()
}

/// Every member and item that a row describes, with its pointer; parents before children.
pub(super) fn present(table: &Table, body: &Value) -> Vec<(String, RowId)> {
    let mut out = vec![(String::new(), RowId::ROOT)];
    let mut at = 0;
    while at < out.len() {
        let (pointer, id) = out[at].clone();
        let names: Vec<String> = match body.pointer(&pointer).unwrap() {
            Value::Object(members) => members.keys().cloned().collect(),
            Value::Array(items) => (0..items.len()).map(|at| at.to_string()).collect(),
            _ => Vec::new(),
        };
        for name in names {
            if let Some(row) = table.index.child(id, &name) {
                out.push((format!("{pointer}/{}", json::escape(&name)), row));
            }
        }
        at += 1;
    }
    out
}

/// Puts a value at a pointer whose parent is there, or takes the member away.
pub(super) fn set(body: &mut Value, pointer: &str, value: Option<Value>) {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let name = json::unescape(name).into_owned();
    match body.pointer_mut(parent).unwrap() {
        Value::Object(members) => {
            match value {
                Some(value) => members.insert(name, value),
                None => members.remove(&name),
            };
        }
        Value::Array(items) => {
            let at: usize = name.parse().unwrap();
            match value {
                Some(value) if at == items.len() => items.push(value),
                Some(value) => items[at] = value,
                None => {
                    items.remove(at);
                }
            }
        }
        other => panic!("{parent} is {other}"),
    }
}
