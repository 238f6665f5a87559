//! What is said of a value by its own row: type, range, length, format, choices, and the JSON that strings hold.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::{Checker, UNTOLD};
use crate::diagnostic::syntax;
use crate::diagnostic::{
    Applicability, Arg, Basis, Change, Fix, Part, Place, Severity, Text, text,
};
use crate::json::patch::quote;
use crate::json::{self, Document, Fault, Kind, NodeId};
use crate::spec::format::{
    Format, bare, cidr, described, host, json_placeholder, may_wait, placeholder,
};
use crate::spec::{Choice, Field, Pattern, Required, Row, RowId, Type, faults};
use crate::text::{CASE, Edit, Span, hash, shorten};

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
        let whole = node == NodeId::ROOT;
        let title = if whole {
            text("Take it out of the string", "还原为原始 JSON")
        } else {
            text("Write {json}", "改写为 {json}")
        };
        let (json, applicability) = match (&row.field.ty, kind) {
            (Type::Object(_), Kind::String) if whole => {
                let body = bare.filter(|text| text.starts_with('{'));
                (body.map(str::to_owned), Applicability::Safe)
            }
            (Type::String(Format::Json(_)), Kind::Object | Kind::Array) => {
                (Some(quote(&json::patch::compact(raw))), Applicability::Safe)
            }
            (Type::String(format), Kind::Number | Kind::Bool(_)) => {
                // What is none of a closed list is not mended by quotes.
                let meant = match format {
                    Format::Choice(choices) => Choice::of(choices, raw).is_some(),
                    _ => true,
                };
                (meant.then(|| quote(raw)), Applicability::Safe)
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
            (Type::Array(items), Kind::Object | Kind::String) => {
                (self.as_list(node, &items.item.ty), Applicability::Unsafe)
            }
            (Type::Object(fields), Kind::String) if row.is_item => {
                let json = quote(bare.unwrap_or_default());
                (only_member(fields).map(|name| object(name, &json)), Applicability::Unsafe)
            }
            _ => (None, Applicability::Unsafe),
        };
        let fix = json.map(|json| {
            let shown =
                if whole || row.field.secret { "••••".to_owned() } else { shorten(&json) };
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
            found = found.severity(Severity::Warning).help(NOT_DEMANDED);
        }
        self.out.push(found);
    }

    /// The list that a lone value, or what lists its values in another way, was meant to be.
    fn as_list(&self, node: NodeId, item: &Type) -> Option<String> {
        let raw = self.doc.raw(node);
        let list = |items: Vec<String>| format!("[{}]", items.join(", "));
        match (item, self.doc.string(node)) {
            (Type::String(_), Some(text)) => {
                let inner = Document::parse(text.trim());
                let listed = inner.errors().is_empty() && inner.kind(NodeId::ROOT) == Kind::Array;
                if listed {
                    return Some(text.trim().to_owned());
                }
                let parts = text.split([',', '，']).map(str::trim).filter(|part| !part.is_empty());
                Some(list(parts.map(quote).collect()))
            }
            (Type::Object(fields), Some(text)) => {
                only_member(fields).map(|name| list(vec![object(name, &quote(&text))]))
            }
            (Type::Object(fields) | Type::Map(_, fields), None) => {
                let named = |node| {
                    let name = self.doc.name(node).unwrap_or_default();
                    fields.iter().any(|field| field.name == name)
                };
                let members = || self.doc.children(node);
                if members().any(named) {
                    return Some(list(vec![raw.to_owned()]));
                }
                // Labels and tags are written as one object elsewhere.
                let pairs = ["key", "value"]
                    .iter()
                    .all(|own| fields.iter().any(|field| field.name == *own));
                let scalar = |node| !matches!(self.doc.kind(node), Kind::Array | Kind::Object);
                (pairs && members().all(scalar)).then(|| {
                    list(
                        members()
                            .map(|node| {
                                let name = quote(&self.doc.name(node).unwrap_or_default());
                                let text = self.doc.string(node);
                                let value = quote(text.as_deref().unwrap_or(self.doc.raw(node)));
                                format!("{{\"key\": {name}, \"value\": {value}}}")
                            })
                            .collect(),
                    )
                })
            }
            _ => None,
        }
    }

    pub(super) fn integer(&mut self, node: NodeId, row: &'a Row, least: i64, greatest: i64) {
        let raw = self.doc.raw(node);
        let among = row.field.among;
        let inside = |number: &i64| (least..=greatest).contains(number);
        if let Ok(number) = raw.parse::<i64>()
            && (inside(&number) || !among.is_empty())
        {
            if !among.is_empty() && !among.contains(&number) {
                let found = self
                    .about(&faults::CHOICE, Place::value(node), row)
                    .arg("value", shorten(raw))
                    .arg("choices", Arg::List(among.iter().map(|&one| Arg::from(one)).collect()));
                self.out.push(found);
            }
            if inside(&number) {
                self.clear.add(node);
            }
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
            } else if greatest == i64::MAX && !raw.starts_with('-') && raw.parse::<i64>().is_err() {
                found.message(text(
                    "{name} is {value}, which is larger than any integer that is read",
                    "{name} 的值 {value} 过大，超出了整数的表示范围",
                ))
            } else if greatest == i64::MAX {
                found.message(text(
                    "{name} must be at least {least}, not {value}",
                    "{name} 应不小于 {least}，而不是 {value}",
                ))
            } else {
                found
            }
        } else if raw.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte)) {
            self.about(&faults::TYPE, Place::value(node), row)
                .arg("expected", row.field.ty.label())
                .arg("found", shorten(raw))
        } else {
            // What is no number at all is a fault of the syntax.
            return;
        };
        self.out.push(found);
    }

    /// Whether a string is there and right beyond doubt.
    #[inline(always)]
    pub(super) fn plainly_fine(&self, node: NodeId, format: &Format) -> bool {
        match (self.doc.plain(node), format) {
            (None | Some([] | [.., b' ']), _) => false,
            (Some(value), Format::Choice(choices)) => Choice::spelled(choices, value).is_some(),
            (Some(value), Format::Text) => !may_wait(value),
            (Some(value), Format::Suggest(choices)) => {
                !may_wait(value) && Choice::in_other_case(choices, value).is_none()
            }
            _ => false,
        }
    }

    pub(super) fn string(&mut self, node: NodeId, id: RowId, row: &'a Row, format: &Format) {
        let doc = self.doc;
        let Some(value) = doc.string(node) else { return };
        // A host's name may be a blank all the same.
        let mut clear = true;
        let pasted = row.pasted(doc.node(node), &value);
        let fine = match format {
            Format::Choice(choices) => Choice::of(choices, &value).is_some(),
            Format::Text => !row.waits(&value) && pasted.is_none(),
            Format::Suggest(choices) => {
                !placeholder(&value)
                    && !described(&value)
                    && Choice::in_other_case(choices, value.as_bytes()).is_none()
                    && pasted.is_none()
            }
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
        let mut short = false;
        if let Some((least, _)) = row.field.length {
            let length = value.chars().count();
            short = length < least as usize;
            self.length(node, row, length, text("characters", "个字符"));
        }
        if let Some(pattern) = row.field.pattern
            // What is too short has no room for all the characters it needs.
            && !(short && pattern.classes.is_some())
            && !(pattern.test)(&value)
        {
            self.off_pattern(node, row, pattern, &value);
        } else if let Some(own) = pasted {
            self.spaced(node, row, &own, Severity::Warning);
        }
    }

    /// White space stands in a value, and breaks no pattern: the fix of that would take it out.
    #[cold]
    fn spaced(&mut self, node: NodeId, row: &'a Row, own: &str, severity: Severity) {
        let json = quote(own);
        let shown = if row.field.secret { "••••".to_owned() } else { shorten(&json) };
        let title = text("Write {json}", "改写为 {json}");
        let fix = Fix::safe(title, Change::Replace(node, json)).arg("json", shown);
        let found = self
            .about(&faults::SPACE, Place::value(node), row)
            .severity(severity)
            .arg("value", self.show(node, row))
            .fix(fix);
        self.out.push(found);
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
        // A name with a dot in it is a host's, in whatever letters.
        let speaks = match format {
            Format::Text => false,
            Format::Host | Format::Listed(Format::Host) => !value.contains('.'),
            _ => true,
        };
        if row.waits(value) || speaks && described(value) {
            self.placeholder(node, row);
            return true;
        }
        let own = bare(value);
        let (faulty, mended) = match format {
            Format::Choice(choices) => (Some(Severity::Error), Choice::of(choices, &own).is_some()),
            format => {
                (format.fault(value).map(|fault| fault.severity), format.fault(&own).is_none())
            }
        };
        if let Some(severity) = faulty
            && own.len() < value.len()
            && mended
        {
            self.spaced(node, row, &own, severity);
            return true;
        }
        if let Format::Choice(choices) = format {
            self.no_choice(node, row, choices, value);
            return true;
        }
        if let Format::Suggest(choices) = format
            && let Some(choice) = Choice::in_other_case(choices, value.as_bytes())
        {
            let json = quote(choice.value);
            let fix = Fix::risky(
                text("Write {json}", "改写为 {json}"),
                Change::Replace(node, json.clone()),
            );
            let found = self
                .about(&faults::VALUE_CASE, Place::value(node), row)
                .arg("value", self.show(node, row))
                .arg("right", json.clone())
                .fix(fix.arg("json", json));
            self.out.push(found);
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
        let own = row.pasted(self.doc.node(node), value);
        let own = own.as_deref().unwrap_or(value);
        let (mended, applicability) = if (pattern.test)(own) {
            (Some(own.to_owned()), Applicability::Safe)
        } else {
            (pattern.mend.and_then(|mend| mend(own)), Applicability::Unsafe)
        };
        let fix = mended.map(|mended| {
            let json = quote(&mended);
            let shown = shorten(&json);
            let title = text("Write {json}", "改写为 {json}");
            Fix { applicability, ..Fix::safe(title, Change::Replace(node, json)) }
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
        let said = value.to_ascii_lowercase();
        let distance = |choice: &Choice| {
            strsim::damerau_levenshtein(&choice.value.to_ascii_lowercase(), &said)
        };
        // A value cut short: `overlay` for `overlay_l2`.
        let mut longer = choices.iter().filter(|choice| {
            said.len() > 2 && choice.value.to_ascii_lowercase().starts_with(&said)
        });
        let near = same
            .or(if let [only] = choices { Some(only) } else { None })
            .or_else(|| {
                let near = choices.iter().min_by_key(|choice| distance(choice));
                // Of a short word one letter is too much to be a slip.
                near.filter(|choice| distance(choice) <= 2 && distance(choice) * 3 < said.len())
            })
            .or_else(|| longer.next().filter(|_| longer.next().is_none()));
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
        self.out.push(if choices.len() == 1 {
            found
                .message(text(
                    "{name} must be {choices}, not {value}",
                    "{name} 只能是 {choices}，而不是 {value}",
                ))
                .help(text("The document knows this value only.", "文档只规定了这一个取值。"))
        } else {
            found
        });
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
        let found = if greatest == u32::MAX && least == 1 {
            found.message(text("{name} must not be empty", "{name} 不能为空"))
        } else if greatest == u32::MAX {
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
        if json_placeholder(&inner_text) {
            self.placeholder(node, row);
            return;
        }
        let inner = Document::parse(inner_text.into_owned());
        if inner.errors().iter().any(|error| error.fault != Fault::DuplicateKey) {
            let fix = meant(&inner, row).map(|json| {
                Fix::safe(
                    text("Mend the JSON inside", "修复字符串中的 JSON"),
                    Change::Replace(node, quote(&json)),
                )
            });
            let found = self.about(&faults::JSON_TEXT, Place::value(node), row).maybe_fix(fix);
            self.out.push(found);
            return;
        }
        if !holds(&inner, row) {
            self.other_json(node, row, inner.kind(NodeId::ROOT));
            return;
        }
        let mut checker = Checker::new(&inner, self.index, self.document, &UNTOLD);
        checker.content(NodeId::ROOT, id, row);
        if !checker.deferred.is_empty() {
            checker.settle_all("");
        }
        if inner.errors().is_empty() && checker.out.is_empty() {
            return;
        }
        let places = self.doc.spelled(node).map(|(_, places)| places).unwrap_or_default();
        let twice = inner.errors().iter().map(|error| syntax::diagnostic(&inner, error));
        let outer = |at: u32| places.get(at as usize).copied().unwrap_or(self.doc.span(node).end);
        for mut found in twice.chain(checker.out) {
            let mut pointer = inner.pointer(found.place.node);
            if let Part::Absent(name) = &found.place.part {
                pointer = format!("{pointer}/{}", json::escape(name));
            }
            let span = found.place.span(&inner);
            let span = Span::new(outer(span.start), outer(span.end));
            found.place = Place { node, part: Part::Inside(pointer, span) };
            found.related.clear();
            for fix in &mut found.fixes {
                fix.changes = vec![Change::Inside(node, std::mem::take(&mut fix.changes))];
            }
            self.out.push(found);
        }
    }

    /// The JSON in a string is of another type than the row gives for it.
    fn other_json(&mut self, node: NodeId, row: &'a Row, kind: Kind) {
        let shape = row.field.ty.shape();
        let mut found = self
            .about(&faults::TYPE, Place::value(node), row)
            .message(text(
                "the JSON in {name} must be {expected}, not {found}",
                "{name} 中的 JSON 应为{expected}，而不是{found}",
            ))
            .arg("expected", shape.label())
            .arg("found", kind_label(kind));
        // Where members are free, the document shows what is meant and demands nothing.
        if matches!(shape, Type::Map(..)) {
            found = found.severity(Severity::Warning).help(NOT_DEMANDED);
        }
        self.out.push(found);
    }

    /// Checks the JSON in a string, which is of the type that the row gives for it.
    fn content(&mut self, node: NodeId, id: RowId, row: &'a Row) {
        self.rows[node.index()] = id;
        match self.doc.kind(node) {
            Kind::Array => {
                for child in self.doc.children(node) {
                    self.walk(child, row.first);
                }
            }
            Kind::Object if row.count > 0 => self.members(node, id, row),
            _ => {}
        }
    }
}

/// Why a value of another type is worth a warning where no document demands the type.
const NOT_DEMANDED: Text = text(
    "No document demands the type, so the API may take the value; what uses it expects one of this type.",
    "文档没有强制规定该类型，API 可能会接受此值，但使用它的组件需要此类型的值。",
);

/// The member that alone has to be there.
fn only_member(fields: &[Field]) -> Option<&'static str> {
    let mut demanded = fields.iter().filter(|field| !matches!(field.required, Required::No));
    let only = demanded.next().filter(|field| matches!(field.ty, Type::String(_)))?;
    demanded.next().is_none().then_some(only.name)
}

/// An object of one member, as JSON.
fn object(name: &str, json: &str) -> String {
    format!("{{{}: {json}}}", quote(name))
}

/// Whether the JSON in a string is of the type that its row gives for it.
fn holds(inner: &Document, row: &Row) -> bool {
    match (row.field.ty.shape(), inner.kind(NodeId::ROOT)) {
        (Type::Array(_), kind) => kind == Kind::Array,
        (Type::Object(_) | Type::Map(..), kind) => kind == Kind::Object,
        (Type::Any, _) => true,
        _ => false,
    }
}

/// The JSON that a string was meant to hold: its faults mended, or its quotes escaped once less. Not what only quotes it once more.
fn meant(inner: &Document, row: &Row) -> Option<String> {
    let edits: Vec<Edit> = inner.errors().iter().flat_map(|error| error.fix.clone()).collect();
    let mended = crate::text::apply(inner.text(), &edits);
    let unescaped = inner.text().replace("\\\"", "\"");
    let fits = |text: &String| {
        let doc = Document::parse(text.as_str());
        let container = matches!(doc.kind(NodeId::ROOT), Kind::Object | Kind::Array);
        doc.errors().is_empty() && container && holds(&doc, row)
    };
    [mended, unescaped].into_iter().find(fits)
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
