//! An edition's table as JSON Schema 2020-12, for editors and pipelines that know no rule of ours.
//!
//! The schema refuses a body exactly where a row alone makes a finding an error, as far as JSON Schema can say it. It says nothing
//! of members that no row names and of those that are only returned, for these are ignored. Left out, because no short regular
//! expression says the same: host names, ranges of either family, certificates and keys, JSON inside strings (given as
//! `contentSchema`, which validators do not assert), wide ranges of numbers in strings, and conditions on versions and kinds. An
//! empty value (`null` or `""`) of an optional member counts as absent for the API; the schema wants it left out.

use std::fmt::{self, Display, Formatter};

use super::{Choice, Cond, Field, Format, Index, Items, Required, Row, RowId, Type};
use crate::diagnostic::{Locale, Severity, Text};
use crate::json::patch::quote;

/// What a schema says of itself.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// The id of the edition.
    pub id: &'static str,
    /// What the edition is called.
    pub title: Text,
    /// The document the table follows.
    pub description: Text,
}

/// The schema of the body whose rows are `index`.
pub fn schema(index: &'static Index, about: &About, locale: Locale) -> serde_json::Value {
    serde_json::from_str(&text(index, about, locale)).unwrap_or_default()
}

/// The schema as indented text, its members in the table's order.
pub fn text(index: &'static Index, about: &About, locale: Locale) -> String {
    let writer = Writer { index, locale };
    let mut root = vec![
        member("$schema", string("https://json-schema.org/draft/2020-12/schema")),
        member("$id", string(&format!("urn:clusterwright:schema:{}", about.id))),
        member("title", string(about.title.get(locale))),
        member("description", string(about.description.get(locale))),
    ];
    root.extend(writer.constraints(index.row(RowId::ROOT).field, RowId::ROOT));
    format!("{}\n", Indented(&Json::Object(root), 0))
}

/// JSON whose members keep the order they were given in.
#[derive(Clone, PartialEq)]
enum Json {
    /// JSON as it is to be written.
    Raw(String),
    Array(Vec<Self>),
    Object(Vec<Member>),
}

type Member = (String, Json);

/// What the members of one object must do when a condition holds.
struct Demand {
    holds: Json,
    object: RowId,
    /// Whether the members must be absent; else they must be there.
    forbids: bool,
    names: Vec<&'static str>,
}

struct Writer {
    index: &'static Index,
    locale: Locale,
}

impl Writer {
    /// The schema of a row's value.
    fn value(&self, field: &'static Field, id: RowId) -> Json {
        let mut out: Vec<Member> = Vec::new();
        self.describe(field, &mut out);
        if field.read_only.is_none() {
            out.extend(self.constraints(field, id));
        }
        Json::Object(out)
    }

    fn describe(&self, field: &Field, out: &mut Vec<Member>) {
        out.push(member("title", string(field.label.get(self.locale))));
        let reasons = [field.read_only, field.deprecated.map(|deprecated| deprecated.because)];
        let words = [field.help]
            .into_iter()
            .chain(reasons.into_iter().flatten())
            .map(|text| text.get(self.locale));
        let choices = field.choices().iter().map(|choice| choice_line(choice, self.locale));
        let lines: Vec<String> =
            words.filter(|words| !words.is_empty()).map(str::to_owned).chain(choices).collect();
        if !lines.is_empty() {
            out.push(member("description", string(&lines.join("\n"))));
        }
        if !field.source.is_empty() {
            out.push(member("$comment", string(field.source)));
        }
        if let Some(default) = field.default {
            out.push(member("default", raw(default)));
        }
        let mut examples: Vec<Json> =
            field.examples.iter().map(|example| sample(field, example)).collect();
        if let Type::String(Format::Suggest(choices)) = field.ty {
            examples.extend(choices.iter().map(|choice| string(choice.value)));
        }
        if !examples.is_empty() {
            out.push(member("examples", Json::Array(examples)));
        }
        for (name, holds) in [
            ("deprecated", field.deprecated.is_some()),
            ("readOnly", field.read_only.is_some()),
            ("writeOnly", field.secret),
        ] {
            if holds {
                out.push(member(name, raw("true")));
            }
        }
    }

    /// What a row demands of its value.
    fn constraints(&self, field: &'static Field, id: RowId) -> Vec<Member> {
        let required = field.always_required();
        match &field.ty {
            // Everything but what counts as empty.
            Type::Any if required => vec![member("not", empty())],
            Type::Any => Vec::new(),
            Type::Bool => vec![typed("boolean")],
            Type::Integer(least, greatest) => {
                let mut out = vec![typed("integer")];
                out.extend((*least > i64::MIN).then(|| member("minimum", number(least))));
                out.extend((*greatest < i64::MAX).then(|| member("maximum", number(greatest))));
                let among: Vec<Json> = field.among.iter().map(number).collect();
                out.extend((!among.is_empty()).then(|| member("enum", Json::Array(among))));
                out
            }
            Type::String(format) => self.string(field, id, format, required),
            Type::Array(items) => self.array(field, items, id),
            Type::Object(_) => self.object(id),
            Type::Map(other, named) => {
                let mut out = self.object(id);
                let first = self.index.row(id).first.0;
                let other_id = RowId(first + u16::try_from(named.len()).unwrap_or(0));
                out.push(member("additionalProperties", self.value(other, other_id)));
                out.extend(bounds("minProperties", "maxProperties", field.length, 0));
                out
            }
        }
    }

    fn string(
        &self,
        field: &'static Field,
        id: RowId,
        format: &Format,
        required: bool,
    ) -> Vec<Member> {
        let mut out = vec![typed("string")];
        if let Format::Choice(choices) = format {
            out.push(member(
                "enum",
                Json::Array(choices.iter().map(|choice| string(choice.value)).collect()),
            ));
        }
        if let Format::Json(inner) = format {
            out.push(member("contentMediaType", string("application/json")));
            let inner = match inner {
                Type::Array(items) => self.array(field, items, id),
                Type::Object(_) | Type::Map(..) => self.object(id),
                Type::Any | Type::Bool | Type::Integer(..) | Type::String(_) => Vec::new(),
            };
            out.push(member("contentSchema", Json::Object(inner)));
            // The length on such a row is not that of the text.
            out.extend(required.then(|| member("minLength", number(&1))));
            return out;
        }
        if matches!(format, Format::Certificate | Format::PrivateKey) {
            out.push(member("contentEncoding", string("base64")));
            out.push(member("contentMediaType", string("application/x-pem-file")));
        }
        let floor = u32::from(required && !matches!(format, Format::Choice(_)));
        out.extend(bounds("minLength", "maxLength", field.length, floor));
        let mut patterns = pattern_of(format)
            .into_iter()
            .chain(field.pattern.map(|pattern| pattern.regex.to_owned()));
        if let Some(first) = patterns.next() {
            out.push(member("pattern", string(&first)));
        }
        let others: Vec<Json> =
            patterns.map(|regex| Json::Object(vec![member("pattern", string(&regex))])).collect();
        if !others.is_empty() {
            out.push(member("allOf", Json::Array(others)));
        }
        out
    }

    fn array(&self, field: &'static Field, items: &'static Items, id: RowId) -> Vec<Member> {
        let row = self.index.row(id);
        let mut out = vec![typed("array"), member("items", self.value(&items.item, row.first))];
        if !matches!(field.ty, Type::String(_)) {
            out.extend(bounds("minItems", "maxItems", field.length, 0));
        }
        // The checks compare strings only, and do so without regard to case, which JSON Schema cannot.
        if items.unique && matches!(items.item.ty, Type::String(_)) {
            out.push(member("uniqueItems", raw("true")));
        }
        out
    }

    fn object(&self, id: RowId) -> Vec<Member> {
        let mut out = vec![typed("object")];
        let row = self.index.row(id);
        let named = || {
            let below = self.index.below(id).iter().zip(row.first.0..);
            below.filter(|(own, _)| own.field.name != "*").map(|(own, id)| (own, RowId(id)))
        };
        let required: Vec<Json> = named()
            .filter(|(own, _)| own.field.always_required())
            .map(|(own, _)| string(own.field.name))
            .collect();
        let properties: Vec<Member> = named()
            .map(|(own, id)| (own.field.name.to_owned(), self.value(own.field, id)))
            .collect();
        if !properties.is_empty() {
            out.push(member("properties", Json::Object(properties)));
        }
        if !required.is_empty() {
            out.push(member("required", Json::Array(required)));
        }
        let conditions = self.conditions(id);
        if !conditions.is_empty() {
            out.push(member("allOf", Json::Array(conditions)));
        }
        out
    }

    /// What rows demand on conditions, where `scope` is the innermost object that holds such a row and all its condition looks at.
    /// Conditions that JSON Schema cannot express are left out.
    fn conditions(&self, scope: RowId) -> Vec<Json> {
        let mut demands: Vec<Demand> = Vec::new();
        // What depends on the kind of cluster cannot be told.
        let told = |row: &Row| row.field.kinds.is_empty() && !self.in_text(row.parent);
        for (_, row) in self.index.rows().filter(|(id, row)| *id != RowId::ROOT && told(row)) {
            let mut add = |cond: &Cond, forbids: bool| {
                if self.scope(cond, row) != Some(scope) {
                    return;
                }
                let Some(holds) = self.holds(cond, scope) else { return };
                let same = |demand: &&mut Demand| {
                    demand.object == row.parent
                        && demand.forbids == forbids
                        && demand.holds == holds
                };
                match demands.iter_mut().find(same) {
                    Some(demand) => demand.names.push(row.field.name),
                    None => demands.push(Demand {
                        holds,
                        object: row.parent,
                        forbids,
                        names: vec![row.field.name],
                    }),
                }
            };
            if let Required::When(cond, _) = &row.field.required {
                add(cond, false);
            }
            if let Some(forbidden) = &row.field.forbidden
                && forbidden.severity == Severity::Error
            {
                add(&forbidden.when, true);
            }
        }
        let written = |demand: Demand| {
            let then = if demand.forbids {
                let never = demand.names.iter().map(|name| member(name, raw("false"))).collect();
                member("properties", Json::Object(never))
            } else {
                member(
                    "required",
                    Json::Array(demand.names.iter().map(|name| string(name)).collect()),
                )
            };
            let then = self.reach(scope, demand.object, Json::Object(vec![then]))?;
            Some(Json::Object(vec![member("if", demand.holds), member("then", then)]))
        };
        demands.into_iter().filter_map(written).collect()
    }

    /// Whether a row lies in JSON that a string holds.
    fn in_text(&self, mut id: RowId) -> bool {
        loop {
            let row = self.index.row(id);
            if matches!(row.field.ty, Type::String(_)) {
                return true;
            }
            if id == RowId::ROOT {
                return false;
            }
            id = row.parent;
        }
    }

    /// The innermost object that holds a row and everything its condition looks at.
    fn scope(&self, cond: &Cond, row: &Row) -> Option<RowId> {
        let mut pointers = Vec::new();
        pointers_of(cond, &mut pointers);
        let mut at = row.parent;
        loop {
            let own = self.index.row(at);
            let holds = |pointer: &&str| {
                pointer.strip_prefix(own.pointer).is_some_and(|rest| rest.starts_with('/'))
            };
            if matches!(own.field.ty, Type::Object(_) | Type::Map(..)) && pointers.iter().all(holds)
            {
                return Some(at);
            }
            if at == RowId::ROOT {
                return None;
            }
            at = own.parent;
        }
    }

    /// `demand`, made of the object `target`, as a demand on `scope`, which holds it.
    fn reach(&self, scope: RowId, target: RowId, demand: Json) -> Option<Json> {
        let (mut at, mut demand) = (target, demand);
        while at != scope {
            let row = self.index.row(at);
            let parent = self.index.row(row.parent);
            demand = match parent.field.ty {
                Type::Array(_) => Json::Object(vec![member("items", demand)]),
                // Which of a map's members are free is not said twice.
                Type::Map(..) if row.field.name == "*" => return None,
                _ => Json::Object(vec![member(
                    "properties",
                    Json::Object(vec![member(row.field.name, demand)]),
                )]),
            };
            at = row.parent;
        }
        Some(demand)
    }

    /// A condition as a schema of `scope`.
    fn holds(&self, cond: &Cond, scope: RowId) -> Option<Json> {
        let both = |name: &str, conds: &[Cond]| {
            let parts: Option<Vec<Json>> =
                conds.iter().map(|cond| self.holds(cond, scope)).collect();
            Some(Json::Object(vec![member(name, Json::Array(parts?))]))
        };
        match cond {
            Cond::Set(pointer) => self.given(pointer, scope, set()),
            Cond::Is(pointer, values) => {
                let field = self.index.row(self.index.find(pointer)?).field;
                let values: Vec<&str> = values.to_vec();
                let listed = Json::Array(values.iter().map(|value| sample(field, value)).collect());
                let test = Json::Object(vec![member("enum", listed)]);
                let default = field.default_text().is_some_and(|text| values.contains(&text));
                self.given_or(pointer, scope, test, default)
            }
            Cond::Starts(pointer, starts) => {
                let field = self.index.row(self.index.find(pointer)?).field;
                let starts: Vec<String> = starts.iter().map(|start| escaped(start)).collect();
                let regex = format!("^(?:{})", starts.join("|"));
                let test = Json::Object(vec![typed("string"), member("pattern", string(&regex))]);
                // A default is as good as a value here too, but no table has such a row.
                if field.default.is_some() { None } else { self.given(pointer, scope, test) }
            }
            Cond::Longer(pointer, length) => {
                let test = vec![typed("array"), member("minItems", number(&(length + 1)))];
                self.given(pointer, scope, Json::Object(test))
            }
            Cond::All([]) => Some(raw("true")),
            Cond::Any([]) => Some(raw("false")),
            Cond::All(conds) => both("allOf", conds),
            Cond::Any(conds) => both("anyOf", conds),
            Cond::Not(cond) => Some(Json::Object(vec![member("not", self.holds(cond, scope)?)])),
            // Versions are ordered by number and kinds told by code; JSON Schema knows neither.
            Cond::Has(..) | Cond::From(_) | Cond::Before(_) | Cond::Kind(_) => None,
        }
    }

    /// The member at `pointer` is there and passes `test`; or it is as good as absent, where that counts too.
    fn given_or(
        &self,
        pointer: &'static str,
        scope: RowId,
        test: Json,
        absent: bool,
    ) -> Option<Json> {
        let given = self.given(pointer, scope, test)?;
        if !absent {
            return Some(given);
        }
        let unset = Json::Object(vec![member("not", self.given(pointer, scope, set())?)]);
        Some(Json::Object(vec![member("anyOf", Json::Array(vec![given, unset]))]))
    }

    fn given(&self, pointer: &'static str, scope: RowId, test: Json) -> Option<Json> {
        let mut at = self.index.find(pointer)?;
        let mut test = test;
        while at != scope {
            let row = self.index.row(at);
            if at == RowId::ROOT || row.field.name == "*" {
                return None;
            }
            let name = row.field.name;
            test = Json::Object(vec![
                typed("object"),
                member("properties", Json::Object(vec![member(name, test)])),
                member("required", Json::Array(vec![string(name)])),
            ]);
            at = row.parent;
        }
        Some(test)
    }
}

/// The format as a regular expression that refuses exactly what is an error; `None` where no short one does.
fn pattern_of(format: &Format) -> Option<String> {
    const BYTE: &str = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    /// The widest range of numbers that is spelled out.
    const WIDEST: i64 = 64;
    match *format {
        Format::Cidr => Some(format!("^(?:{BYTE}\\.){{3}}{BYTE}/(?:3[0-2]|[12]?[0-9])$")),
        Format::Digits(least, greatest) if least > 0 && greatest - least < WIDEST => {
            let numbers: Vec<String> =
                (least..=greatest).map(|number| number.to_string()).collect();
            Some(format!("^0*(?:{})$", numbers.join("|")))
        }
        // What breaks an address, an id or a version is only worth a warning; for the rest see the head of the file.
        Format::Text
        | Format::Choice(_)
        | Format::Suggest(_)
        | Format::Ip
        | Format::Uuid
        | Format::Version
        | Format::PlainVersion
        | Format::AnyCidr
        | Format::Host
        | Format::Certificate
        | Format::PrivateKey
        | Format::Digits(..)
        | Format::Listed(_)
        | Format::Json(_) => None,
    }
}

fn pointers_of<'c>(cond: &'c Cond, out: &mut Vec<&'c str>) {
    match cond {
        Cond::Set(pointer)
        | Cond::Is(pointer, _)
        | Cond::Starts(pointer, _)
        | Cond::Longer(pointer, _) => {
            out.push(pointer);
        }
        Cond::All(conds) | Cond::Any(conds) => conds.iter().for_each(|cond| pointers_of(cond, out)),
        Cond::Not(cond) => pointers_of(cond, out),
        Cond::Has(..) | Cond::From(_) | Cond::Before(_) | Cond::Kind(_) => {}
    }
}

fn choice_line(choice: &Choice, locale: Locale) -> String {
    let colon = match locale {
        Locale::En => ": ",
        Locale::Zh => "：",
    };
    let help = choice.help.get(locale);
    if help.is_empty() { choice.value.to_owned() } else { format!("{}{colon}{help}", choice.value) }
}

/// A value that the table writes as bare text, as JSON of the row's type.
fn sample(field: &Field, value: &str) -> Json {
    match field.ty {
        Type::String(_) => string(value),
        Type::Any
        | Type::Bool
        | Type::Integer(..)
        | Type::Array(_)
        | Type::Object(_)
        | Type::Map(..) => {
            if serde_json::from_str::<serde::de::IgnoredAny>(value).is_ok() {
                raw(value)
            } else {
                string(value)
            }
        }
    }
}

/// A text as a regular expression that matches just it.
fn escaped(text: &str) -> String {
    let special = |char: char| r"\^$.|?*+()[]{}/-".contains(char);
    text.chars().flat_map(|char| special(char).then_some('\\').into_iter().chain([char])).collect()
}

fn empty() -> Json {
    Json::Object(vec![member("enum", Json::Array(vec![raw("null"), raw("\"\"")]))])
}

fn set() -> Json {
    Json::Object(vec![member("not", empty())])
}

/// Bounds of a length; `floor` is the least that is demanded anyway.
fn bounds(
    least_name: &str,
    greatest_name: &str,
    length: Option<(u32, u32)>,
    floor: u32,
) -> Vec<Member> {
    let (least, greatest) = length.unwrap_or((0, u32::MAX));
    let least = least.max(floor);
    let mut out = Vec::new();
    out.extend((least > 0).then(|| member(least_name, number(&least))));
    out.extend((greatest < u32::MAX).then(|| member(greatest_name, number(&greatest))));
    out
}

fn member(name: &str, value: Json) -> Member {
    (name.to_owned(), value)
}

fn typed(name: &str) -> Member {
    member("type", string(name))
}

fn string(text: &str) -> Json {
    Json::Raw(quote(text))
}

fn raw(json: &str) -> Json {
    Json::Raw(json.to_owned())
}

fn number(number: &impl Display) -> Json {
    Json::Raw(number.to_string())
}

/// JSON with two spaces a level.
struct Indented<'a>(&'a Json, usize);

impl Display for Indented<'_> {
    fn fmt(&self, out: &mut Formatter) -> fmt::Result {
        let deep = self.1 + 1;
        let mut many =
            |open: &str,
             close: &str,
             count: usize,
             each: &dyn Fn(&mut Formatter, usize) -> fmt::Result| {
                out.write_str(open)?;
                for at in 0..count {
                    write!(
                        out,
                        "{}\n{:width$}",
                        if at == 0 { "" } else { "," },
                        "",
                        width = deep * 2
                    )?;
                    each(out, at)?;
                }
                if count > 0 {
                    write!(out, "\n{:width$}", "", width = self.1 * 2)?;
                }
                out.write_str(close)
            };
        match self.0 {
            Json::Raw(json) => out.write_str(json),
            Json::Array(items) => {
                many("[", "]", items.len(), &|out, at| Indented(&items[at], deep).fmt(out))
            }
            Json::Object(members) => many("{", "}", members.len(), &|out, at| {
                write!(out, "{}: ", quote(&members[at].0))?;
                Indented(&members[at].1, deep).fmt(out)
            }),
        }
    }
}
