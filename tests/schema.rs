//! The exported JSON Schema and the checks of rows alone say the same, with the `jsonschema` crate as the referee.

#![expect(clippy::unwrap_used, reason = "a failure ends the test")]

#[path = "support/bodies/mod.rs"]
mod bodies;
#[path = "support/made_up.rs"]
mod made_up;

use std::cell::Cell;

use clusterwright::diagnostic::{Diagnostic, Locale, Part, Severity, text};
use clusterwright::edition;
use clusterwright::json::Document;
use clusterwright::spec::schema::{self, About};
use clusterwright::spec::{Cond, Format, Required, RowId, Type};
use jsonschema::Validator;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use serde_json::Value;

use bodies::{Table, body, mutations, sampler};

/// How many bodies each table is tried with: as many right ones, and each with one member put wrong.
const CASES: u32 = 1500;

/// Every edition's table and the made-up one.
fn tables() -> Vec<Table> {
    edition::ALL.into_iter().map(Table::of).chain([made_up::table()]).collect()
}

fn schema_of(table: &Table, locale: Locale) -> Value {
    let about =
        About {
            id: table.id, title: text("title", "标题"), description: text("document", "文档")
        };
    schema::schema(table.index, &about, locale)
}

fn validator(table: &Table) -> Validator {
    jsonschema::draft202012::new(&schema_of(table, Locale::En)).unwrap()
}

/// Whether a finding is one that JSON Schema can make too. Those it cannot:
///
/// - in JSON that a string holds: `contentSchema` is not asserted;
/// - formats that no short regular expression tells (host names, ranges of either family, Base64, wide ranges of numbers);
/// - members demanded or ruled out by versions or kinds;
/// - choices gated by other members, versions a member needs, and rules between members.
///
/// Bodies are made so that these differences do not matter elsewhere: they hold no blanks (`"<VPC ID>"`, only a warning), no
/// empty optional values (an info; the schema wants them left out), no names in other case (a warning), no duplicates in
/// other case, and no whole numbers spelled `1.0`.
fn takes_part(table: &Table, doc: &Document, found: &Diagnostic) -> bool {
    if found.severity != Severity::Error || matches!(found.place.part, Part::Inside(..)) {
        return false;
    }
    let own = doc.pointer(found.place.node);
    let pointer = match &found.place.part {
        Part::Absent(name) => format!("{own}/{}", clusterwright::json::escape(name)),
        Part::Key | Part::Value | Part::Text(_) | Part::Inside(..) => own,
    };
    let field = table.index.row(table.index.resolve(&pointer).unwrap()).field;
    match found.rule.code {
        "field-type"
        | "field-empty-required"
        | "field-choice"
        | "field-range"
        | "field-length"
        | "field-pattern"
        | "field-unique" => true,
        "field-required" | "field-forbidden" if !field.kinds.is_empty() => false,
        "field-required" => match &field.required {
            Required::When(cond, _) => tellable(cond),
            Required::Yes | Required::No => true,
        },
        "field-forbidden" => field.forbidden.is_some_and(|forbidden| tellable(&forbidden.when)),
        "field-format" => match field.ty {
            Type::String(Format::Cidr) => true,
            Type::String(Format::Digits(least, greatest)) => greatest - least < 64,
            _ => false,
        },
        _ => false,
    }
}

/// Whether JSON Schema can tell a condition: it orders no versions, and kinds are told by code.
fn tellable(cond: &Cond) -> bool {
    match cond {
        Cond::Set(_) | Cond::Is(..) | Cond::Starts(..) | Cond::Longer(..) => true,
        Cond::Has(..) | Cond::From(_) | Cond::Before(_) | Cond::Kind(_) => false,
        Cond::All(conds) | Cond::Any(conds) => conds.iter().all(tellable),
        Cond::Not(cond) => tellable(cond),
    }
}

/// The findings of a body that JSON Schema can make too, in words.
fn structural(table: &Table, body: &Value) -> Vec<String> {
    let doc = Document::parse(serde_json::to_string_pretty(body).unwrap());
    assert!(doc.errors().is_empty());
    let found = table.check(&doc).diagnostics;
    found
        .iter()
        .filter(|found| takes_part(table, &doc, found))
        .map(|found| found.message_in(Locale::En))
        .collect()
}

#[test]
fn the_schema_is_valid_2020_12() {
    for table in tables() {
        for locale in Locale::ALL {
            let schema = schema_of(&table, locale);
            assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
            jsonschema::draft202012::meta::validate(&schema).unwrap();
        }
    }
}

#[test]
fn the_schema_refuses_what_the_rows_call_an_error_and_nothing_else() {
    for table in tables() {
        let validator = validator(&table);
        let refusals = Cell::new(0);
        let given = (body(table), any::<prop::sample::Index>());
        TestRunner::new(sampler(CASES))
            .run(&given, |(right, at)| {
                let found = structural(&table, &right);
                let refused = validator.validate(&right).err().map(|error| error.to_string());
                prop_assert!(
                    found.is_empty() && refused.is_none(),
                    "{right:#}\n{found:?}\n{refused:?}"
                );
                let mutations = mutations(&table, &right);
                let mutation = at.get(&mutations);
                let wrong = mutation.of(&right);
                let found = structural(&table, &wrong);
                let refused = validator.validate(&wrong).err();
                prop_assert_eq!(
                    found.is_empty(),
                    refused.is_none(),
                    "{:?}\n{:#}\n{:?}\n{:?}",
                    mutation,
                    wrong,
                    found,
                    refused
                );
                if let Some(error) = refused {
                    refusals.set(refusals.get() + 1);
                    // What is missing is told of the object that lacks it.
                    let place = error.instance_path().to_string();
                    prop_assert!(
                        mutation.pointer.starts_with(&place),
                        "{mutation:?}\n{wrong:#}\n{error}"
                    );
                }
                Ok(())
            })
            .unwrap_or_else(|error| panic!("{}: {error}", table.id));
        // Where both sides were always content, little would be shown.
        assert!(refusals.get() * 4 > CASES * 3, "{}: {} of {CASES}", table.id, refusals.get());
    }
}

#[test]
fn every_kind_of_fault_is_tried() {
    let table = made_up::table();
    let validator = validator(&table);
    let mut runner = TestRunner::new(sampler(1));
    let mut missing: Vec<&str> = vec![
        "field-type",
        "field-required",
        "field-empty-required",
        "field-choice",
        "field-range",
        "field-length",
        "field-pattern",
        "field-format",
        "field-unique",
        "field-forbidden",
    ];
    for _ in 0..50 {
        let right = body(table).new_tree(&mut runner).unwrap().current();
        for mutation in mutations(&table, &right) {
            let wrong = mutation.of(&right);
            let found = structural(&table, &wrong);
            assert_eq!(
                validator.is_valid(&wrong),
                found.is_empty(),
                "{mutation:?}\n{wrong:#}\n{found:?}"
            );
            if !found.is_empty() {
                missing.retain(|rule| *rule != mutation.rule);
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn what_is_only_returned_may_be_anything() {
    let table = made_up::table();
    let validator = validator(&table);
    let mut runner = TestRunner::new(sampler(1));
    let mut pasted = body(table).new_tree(&mut runner).unwrap().current();
    for odd in [Value::Null, "odd".into(), 7.into(), vec!["odd"].into()] {
        pasted["returned"] = odd;
        assert!(
            validator.is_valid(&pasted) && structural(&table, &pasted).is_empty(),
            "{pasted:#}"
        );
    }
}

/// Strings near the grammar of a format or pattern, read by the function of the checks and by the exported expression.
#[test]
fn exported_patterns_say_what_the_checks_say() {
    let near = prop_oneof![
        "[0-9]{0,3}\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,4}/[0-9]{0,3}",
        "(0|1|25|2)?[0-9](\\.(0|1|25|2)?[0-9]){3}/[0-3]?[0-9]",
        "[+0 -]?0*[0-9]{1,3}",
        "[a-zA-Z0-9_.-]{1,12}\n?",
        "[a-z0-9-]{1,40}",
        "\\PC{1,6}",
    ];
    let mut shown = 0;
    for table in tables() {
        let rows = table
            .index
            .rows()
            .filter(|(_, row)| !matches!(row.field.ty.shape(), Type::Object(_) | Type::Map(..)));
        let schemas: Vec<(RowId, Validator)> = rows
            .filter_map(|(id, row)| {
                let own = at(&schema_of(&table, Locale::En), row.pointer)?;
                let expression = own.get("pattern")?;
                let only = serde_json::json!({ "pattern": expression, "allOf": own.get("allOf").unwrap_or(&Value::from(vec![true])) });
                Some((id, jsonschema::draft202012::new(&only).unwrap()))
            })
            .collect();
        shown += schemas.len();
        TestRunner::new(sampler(2000))
            .run(&near, |text| {
                for (id, validator) in &schemas {
                    let field = table.index.row(*id).field;
                    let Type::String(format) = field.ty else {
                        panic!("{} is no string", field.name)
                    };
                    let fault =
                        format.fault(&text).is_some_and(|fault| fault.severity == Severity::Error);
                    let right = !fault && field.pattern.is_none_or(|pattern| (pattern.test)(&text));
                    prop_assert_eq!(
                        validator.is_valid(&Value::from(text.clone())),
                        right,
                        "{} {:?}",
                        field.name,
                        text
                    );
                }
                Ok(())
            })
            .unwrap_or_else(|error| panic!("{}: {error}", table.id));
    }
    assert!(shown > 5, "{shown} expressions");
}

/// The schema of the row at `pointer`.
fn at(schema: &Value, pointer: &str) -> Option<Value> {
    let mut at = schema;
    for name in pointer.split('/').skip(1) {
        let name = clusterwright::json::unescape(name);
        let inside = if name == "*" {
            at.get("items").or_else(|| at.get("additionalProperties"))
        } else {
            None
        };
        at = inside.or_else(|| at.get("properties")?.get(&*name))?;
    }
    Some(at.clone())
}

#[test]
fn members_stand_in_the_order_of_the_table() {
    for edition in edition::ALL {
        let about = About { id: edition.id, title: edition.name, description: edition.document };
        let text = schema::text(edition.index(), &about, Locale::En);
        let top: Vec<&str> = text
            .lines()
            .filter_map(|line| line.strip_prefix("    \"")?.strip_suffix("\": {"))
            .collect();
        let below: Vec<&str> =
            edition.index().below(RowId::ROOT).iter().map(|row| row.field.name).collect();
        assert_eq!(top, below);
    }
}

#[test]
fn what_rows_say_beside_their_type_is_exported() {
    let table = Table::of(edition::find("cce-otc").unwrap());
    let schema = schema_of(&table, Locale::Zh);
    let of = |pointer| at(&schema, pointer).unwrap();
    assert_eq!(schema["$id"], "urn:clusterwright:schema:cce-otc");
    assert_eq!(schema["required"], serde_json::json!(["kind", "apiVersion", "metadata", "spec"]));
    assert_eq!(of("/spec/authentication/authenticatingProxy/privateKey")["writeOnly"], true);
    assert_eq!(of("/spec/authentication/authenticatingProxy/privateKey")["title"], "私钥");
    assert_eq!(of("/metadata/uid")["readOnly"], true);
    assert_eq!(of("/spec/containerNetwork/cidr")["deprecated"], true);
    assert_eq!(of("/spec/publicAccess/cidrs")["default"], serde_json::json!(["0.0.0.0/0"]));
    assert_eq!(of("/spec/customSan")["uniqueItems"], true);
    assert_eq!(of("/metadata/name")["minLength"], 4);
    assert_eq!(of("/spec/extendParam/alpha.cce~1fixPoolMask")["pattern"], "^0*(?:24|25|26|27|28)$");
    assert!(of("/spec/extendParam/clusterAZ").get("enum").is_none(), "an open list closes nothing");
}
