//! What is said of a value by its own row: type, range, length, format, choices, and the JSON that strings hold.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::{Checker, UNTOLD};
use crate::diagnostic::{
    Applicability, Arg, Basis, Change, Fix, Part, Place, Severity, Text, text,
};
use crate::json::patch::quote;
use crate::json::{self, Document, Kind, NodeId};
use crate::spec::format::{Format, cidr, described, host, may_wait, placeholder};
use crate::spec::{Choice, Pattern, Row, RowId, Type, faults};
use crate::text::{CASE, Edit, hash, shorten};

impl<'a> Checker<'a> {
    #[cold]
    pub(super) fn placeholder(&mut self, node: NodeId, row: &'a Row) {
        let found = self
            .about(&faults::PLACEHOLDER, Place::value(node), row)
            .arg("value", self.show(node, row));
        self.out.push(found);
    }

    #[cold]
    pub(super) fn wrong_type(&mut self, node: NodeId, row: &'a Row, kind: Kind) {
        let raw = self.doc.raw(node);
        let bare = self.doc.string(node);
        let bare = bare.as_deref().map(str::trim);
        let title = text("Write {json}", "改写为 {json}");
        let (json, applicability) = match (&row.field.ty, kind) {
            (Type::String(Format::Json(_)), Kind::Object | Kind::Array) => {
                (Some(quote(&json::patch::compact(raw))), Applicability::Safe)
            }
            (Type::String(_), Kind::Number | Kind::Bool(_)) => {
                (Some(quote(raw)), Applicability::Safe)
            }
            (Type::Bool, Kind::String) => {
                let word = bare.map(str::to_ascii_lowercase);
                (word.filter(|word| word == "true" || word == "false"), Applicability::Safe)
            }
            (Type::Integer(..), Kind::String) => {
                let digits =
                    bare.filter(|text| text.parse::<i64>().is_ok() && !text.starts_with('+'));
                (digits.map(str::to_owned), Applicability::Safe)
            }
            (Type::Array(items), Kind::Object | Kind::String)
                if matches!(
                    (&items.item.ty, kind),
                    (Type::Object(_), Kind::Object) | (Type::String(_), Kind::String)
                ) =>
            {
                (Some(format!("[{raw}]")), Applicability::Unsafe)
            }
            _ => (None, Applicability::Unsafe),
        };
        let fix = json.map(|json| {
            let shown = if row.field.secret { "••••".to_owned() } else { shorten(&json) };
            Fix { applicability, ..Fix::safe(title, Change::Replace(node, json)) }
                .arg("json", shown)
        });
        let mut found = self
            .about(&faults::TYPE, Place::value(node), row)
            .arg("expected", row.field.ty.label())
            .arg("found", kind_label(kind))
            .maybe_fix(fix);
        // Of what is free but for its use somewhere no document demands a type.
        if row.field.known_when.is_some() {
            found = found.severity(Severity::Warning);
        }
        self.out.push(found);
    }

    pub(super) fn integer(&mut self, node: NodeId, row: &'a Row, least: i64, greatest: i64) {
        let raw = self.doc.raw(node);
        let among = row.field.among;
        if let Ok(number) = raw.parse::<i64>()
            && (least..=greatest).contains(&number)
        {
            if !among.is_empty() && !among.contains(&number) {
                let found = self
                    .about(&faults::CHOICE, Place::value(node), row)
                    .arg("value", shorten(raw))
                    .arg("choices", Arg::List(among.iter().map(|&one| Arg::from(one)).collect()));
                self.out.push(found);
            }
            self.clear.add(node);
            return;
        }
        let whole = raw.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        let found = if whole {
            let found = self
                .about(&faults::RANGE, Place::value(node), row)
                .arg("least", least)
                .arg("greatest", greatest)
                .arg("value", shorten(raw));
            if least == greatest {
                let title = text("Write {json}", "改写为 {json}");
                let fix = Fix::risky(title, Change::Replace(node, least.to_string()));
                let only = text(
                    "{name} can only be {least}, not {value}",
                    "{name} 只能是 {least}，而不是 {value}",
                );
                found.message(only).fix(fix.arg("json", least))
            } else if greatest == i64::MAX {
                found.message(text(
                    "{name} must be at least {least}, not {value}",
                    "{name} 应不小于 {least}，而不是 {value}",
                ))
            } else {
                found
            }
        } else {
            self.about(&faults::TYPE, Place::value(node), row)
                .arg("expected", row.field.ty.label())
                .arg("found", shorten(raw))
        };
        self.out.push(found);
    }

    /// Whether a string is there and right beyond doubt.
    #[inline(always)]
    pub(super) fn plainly_fine(&self, node: NodeId, format: &Format) -> bool {
        match (self.doc.plain(node), format) {
            (None | Some([]), _) => false,
            (Some(value), Format::Choice(choices)) => Choice::spelled(choices, value).is_some(),
            (Some(value), Format::Text | Format::Suggest(_)) => !may_wait(value),
            _ => false,
        }
    }

    pub(super) fn string(&mut self, node: NodeId, id: RowId, row: &'a Row, format: &Format) {
        let doc = self.doc;
        let Some(value) = doc.string(node) else { return };
        // A host's name may be a blank all the same.
        let mut clear = true;
        let fine = match format {
            Format::Choice(choices) => Choice::of(choices, &value).is_some(),
            Format::Text => !placeholder(&value),
            Format::Suggest(_) => !placeholder(&value) && !described(&value),
            Format::Cidr | Format::AnyCidr => match cidr::parse(&value) {
                Some(net) => {
                    self.nets.push((id, node, net));
                    net.addr() == net.network()
                }
                None => false,
            },
            // What has the form of a name can still be a row of `x`.
            Format::Host => {
                clear = false;
                host::dns_name(&value) && !value.starts_with("xx") && host::has_letter(&value)
            }
            format => !placeholder(&value) && format.fault(&value).is_none(),
        };
        if fine && clear {
            self.clear.add(node);
        } else if !fine && self.ill_formed(node, row, format, &value) {
            return;
        }
        if row.field.length.is_some() {
            self.length(node, row, value.chars().count(), text("characters", "个字符"));
        }
        if let Some(pattern) = row.field.pattern
            && !(pattern.test)(&value)
        {
            self.off_pattern(node, row, pattern, &value);
        }
    }

    /// Reports what is wrong with a string by its format. True if something is: then nothing more is said of it.
    #[cold]
    pub(super) fn ill_formed(
        &mut self,
        node: NodeId,
        row: &'a Row,
        format: &Format,
        value: &str,
    ) -> bool {
        if placeholder(value) || !matches!(format, Format::Text) && described(value) {
            self.placeholder(node, row);
            return true;
        }
        if let Format::Choice(choices) = format {
            self.no_choice(node, row, choices, value);
            return true;
        }
        let Some(fault) = format.fault(value) else { return false };
        let fix = fault.mend.map(|(mended, applicability)| {
            let json = quote(&mended);
            let shown = if row.field.secret { "••••".to_owned() } else { shorten(&json) };
            let title = text("Write {json}", "改写为 {json}");
            Fix { applicability, ..Fix::safe(title, Change::Replace(node, json)) }
                .arg("json", shown)
        });
        let shown = self.show(node, row);
        let mut found = self
            .about(&faults::FORMAT, Place::value(node), row)
            .basis(if row.field.basis == Basis::Stated {
                faults::FORMAT.basis
            } else {
                row.field.basis
            })
            .severity(fault.severity)
            .arg("expected", fault.expected)
            .arg("value", shown)
            .maybe_fix(fix);
        if let Format::Digits(least, greatest) = *format {
            found = found
                .message(text(
                    "{name} must be a whole number from {least} to {greatest}, in quotes",
                    "{name} 应为 {least} 到 {greatest} 之间的整数（写成字符串）",
                ))
                .arg("least", least)
                .arg("greatest", greatest);
        }
        self.out.push(found);
        true
    }

    #[cold]
    pub(super) fn off_pattern(
        &mut self,
        node: NodeId,
        row: &'a Row,
        pattern: &Pattern,
        value: &str,
    ) {
        let fix = pattern.mend.and_then(|mend| mend(value)).map(|mended| {
            let json = quote(&mended);
            let shown = shorten(&json);
            Fix::risky(text("Write {json}", "改写为 {json}"), Change::Replace(node, json))
                .arg("json", shown)
        });
        let shown = self.show(node, row);
        let found = self
            .about(&faults::PATTERN, Place::value(node), row)
            .arg("words", pattern.words)
            .arg("value", shown)
            .maybe_fix(fix);
        self.out.push(found);
    }

    #[cold]
    pub(super) fn no_choice(
        &mut self,
        node: NodeId,
        row: &'a Row,
        choices: &'static [Choice],
        value: &str,
    ) {
        let same = choices.iter().find(|choice| choice.value.eq_ignore_ascii_case(value.trim()));
        let near = same.or_else(|| {
            choices
                .iter()
                .map(|choice| {
                    (
                        strsim::damerau_levenshtein(
                            &choice.value.to_ascii_lowercase(),
                            &value.to_ascii_lowercase(),
                        ),
                        choice,
                    )
                })
                .min_by_key(|(distance, _)| *distance)
                .filter(|(distance, choice)| {
                    *distance <= 2 || choices.len() == 1 && *distance < choice.value.len()
                })
                .map(|(_, choice)| choice)
                .or_else(|| choices.first().filter(|_| choices.len() == 1))
        });
        let fix = near.map(|choice| {
            let json = quote(choice.value);
            let applicability =
                if same.is_some() { Applicability::Safe } else { Applicability::Unsafe };
            let title = text("Write {json}", "改写为 {json}");
            Fix { applicability, ..Fix::safe(title, Change::Replace(node, json.clone())) }
                .arg("json", json)
        });
        let shown = self.show(node, row);
        let found = self
            .about(&faults::CHOICE, Place::value(node), row)
            .arg("value", shown)
            .arg(
                "choices",
                Arg::List(choices.iter().map(|choice| Arg::from(choice.value)).collect()),
            )
            .maybe_fix(fix);
        self.out.push(found);
    }

    pub(super) fn length(&mut self, node: NodeId, row: &'a Row, length: usize, unit: Text) {
        let Some((least, greatest)) = row.field.length else { return };
        if (least as usize..=greatest as usize).contains(&length) {
            return;
        }
        let found = self
            .about(&faults::LENGTH, Place::value(node), row)
            .arg("least", least)
            .arg("greatest", greatest)
            .arg("length", length)
            .arg("unit", unit);
        let found = if greatest == u32::MAX {
            found.message(text(
                "{name} must have at least {least} {unit}, not {length}",
                "{name} 的长度应至少为 {least} {unit}，当前为 {length}",
            ))
        } else {
            found
        };
        self.out.push(found);
    }

    /// Finds strings that occur twice in an array, without regard to case.
    pub(super) fn uniqueness(&mut self, array: NodeId) {
        let doc = self.doc;
        let items = || doc.children(array).filter(|&item| doc.kind(item) == Kind::String);
        let mut seen: HashMap<u64, NodeId, BuildHasherDefault<Hashed>> = HashMap::default();
        seen.reserve(items().count());
        for item in items() {
            let first = *seen.entry(hash(doc.raw(item).as_bytes(), CASE)).or_insert(item);
            if first != item && doc.raw(item).eq_ignore_ascii_case(doc.raw(first)) {
                self.twice(array, first, item);
            }
        }
    }

    #[cold]
    pub(super) fn twice(&mut self, array: NodeId, first: NodeId, item: NodeId) {
        let index = self.index;
        let row = self.rows[item.index()];
        if row == RowId::NONE {
            return;
        }
        let fix = Fix::risky(text("Take the second out", "删除重复项"), Change::Remove(item));
        let found = self
            .found(&faults::UNIQUE, Place::value(item), index.row(row).field)
            .arg("value", shorten(self.doc.raw(item)))
            .arg("parent", self.called(array))
            .relate(Place::value(first))
            .fix(fix);
        self.out.push(found);
    }

    /// Parses the JSON that a string holds and checks it by the row's own table; what is found stands at the string.
    pub(super) fn embedded(&mut self, node: NodeId, id: RowId, row: &'a Row) {
        let Some(inner_text) = self.doc.string(node) else { return };
        if placeholder(&inner_text) && !inner_text.trim_start().starts_with(['{', '[']) {
            self.placeholder(node, row);
            return;
        }
        let inner = Document::parse(inner_text.into_owned());
        if !inner.errors().is_empty() {
            let edits: Vec<Edit> =
                inner.errors().iter().flat_map(|error| error.fix.clone()).collect();
            let mended = Document::parse(crate::text::apply(inner.text(), &edits));
            let fix = mended.errors().is_empty().then(|| {
                Fix::safe(
                    text("Mend the JSON inside", "修复字符串中的 JSON"),
                    Change::Replace(node, quote(mended.text())),
                )
            });
            let found = self.about(&faults::JSON_TEXT, Place::value(node), row).maybe_fix(fix);
            self.out.push(found);
            return;
        }
        let mut checker = Checker::new(&inner, self.index, self.document, &UNTOLD);
        checker.shape(NodeId::ROOT, id, row);
        if !checker.deferred.is_empty() {
            checker.settle_all("");
        }
        let span = self.doc.span(node);
        for mut found in checker.out {
            let pointer = match &found.place.part {
                Part::Absent(name) => {
                    format!("{}/{}", inner.pointer(found.place.node), json::escape(name))
                }
                _ => inner.pointer(found.place.node),
            };
            found.place = Place { node, part: Part::Inside(pointer, span) };
            found.related.clear();
            for fix in &mut found.fixes {
                let edits: Vec<Edit> = fix
                    .changes
                    .iter()
                    .flat_map(|change| change.edits(&inner, &|_| Vec::new()))
                    .collect();
                fix.changes =
                    vec![Change::Replace(node, quote(&crate::text::apply(inner.text(), &edits)))];
            }
            self.out.push(found);
        }
    }

    /// Checks the root of a string's own JSON by the type the row gives for it.
    pub(super) fn shape(&mut self, node: NodeId, id: RowId, row: &'a Row) {
        self.rows[node.index()] = id;
        match (row.field.ty.shape(), self.doc.kind(node)) {
            (Type::Array(_), Kind::Array) => {
                for child in self.doc.children(node) {
                    self.walk(child, row.first);
                }
            }
            (Type::Object(_) | Type::Map(..), Kind::Object) => self.members(node, id, row),
            (Type::Any, _) => {}
            (expected, kind) => {
                let found = self
                    .about(&faults::TYPE, Place::value(node), row)
                    .arg("expected", expected.label())
                    .arg("found", kind_label(kind));
                self.out.push(found);
            }
        }
    }
}

fn kind_label(kind: Kind) -> Text {
    match kind {
        Kind::Missing => text("nothing", "空"),
        Kind::Null => text("null", "null"),
        Kind::Bool(_) => text("a boolean", "布尔值"),
        Kind::Number => text("a number", "数字"),
        Kind::String => text("a string", "字符串"),
        Kind::Array => text("an array", "数组"),
        Kind::Object => text("an object", "对象"),
    }
}

/// Hands on what is a hash already.
#[derive(Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn write(&mut self, _: &[u8]) {
        debug_assert!(false, "only whole hashes are written");
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
