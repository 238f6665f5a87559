//! Every check that a row alone decides, in one walk over the tree; what depends on other members is put off to its end.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use ipnet::Ipv4Net;

use super::format::{Format, cidr, described, host, placeholder, secret_name, type_name};
use super::view::{Binding, Given, Places, View};
use super::{
    Choice, Deprecated, Field, Index, Kinds, Pattern, Required, Row, RowId, Type, blank, faults,
};
use crate::diagnostic::{
    Applicability, Arg, Basis, Change, Diagnostic, Fix, Part, Place, Rule, Source, Text, text,
};
use crate::json::patch::quote;
use crate::json::{self, Document, Kind, NodeId};
use crate::text::{Edit, shorten};

/// A body bound to its table, and what the rows alone say of it.
#[derive(Debug)]
pub struct Checked {
    /// Which row each value follows.
    pub binding: Binding,
    /// The findings, in no order.
    pub diagnostics: Vec<Diagnostic>,
}

/// Binds `doc` to the rows of `index` and checks every row. `document` names the source of the rows, `version_pointer` the
/// member that holds the cluster's version (`""` if there is none), `kinds` the kinds of cluster a body may ask for.
pub fn check(
    doc: &Document,
    index: &'static Index,
    document: &'static str,
    version_pointer: &'static str,
    kinds: &'static Kinds,
) -> Checked {
    let mut checker = Checker::new(doc, index, document, kinds);
    checker.walk(NodeId::ROOT, RowId::ROOT);
    let binding = checker.settle_all(version_pointer);
    let diagnostics = checker.out;
    Checked { binding, diagnostics }
}

/// JSON inside a string does not tell the kind of cluster.
static UNTOLD: Kinds = Kinds { all: &[], of: |_| "" };

/// A check that has to wait until every member is bound.
#[derive(Clone, Copy)]
enum Later {
    /// The row is conditionally required and absent from the object.
    Absent(NodeId, RowId),
    /// The row is conditionally required and empty.
    Empty(NodeId, RowId),
    /// The row is present and has a gate.
    Present(NodeId, RowId),
}

struct Checker<'a> {
    doc: &'a Document,
    index: &'static Index,
    document: &'static str,
    kinds: &'static Kinds,
    rows: Vec<RowId>,
    nets: Vec<(RowId, NodeId, Ipv4Net)>,
    deferred: Vec<Later>,
    out: Vec<Diagnostic>,
}

impl<'a> Checker<'a> {
    fn new(
        doc: &'a Document,
        index: &'static Index,
        document: &'static str,
        kinds: &'static Kinds,
    ) -> Self {
        Self {
            doc,
            index,
            document,
            kinds,
            rows: vec![RowId::NONE; doc.len()],
            nets: Vec::new(),
            deferred: Vec::new(),
            out: Vec::new(),
        }
    }

    /// Binds what was walked and runs the checks that waited for it.
    fn settle_all(&mut self, version_pointer: &'static str) -> Binding {
        let mut binding = Binding {
            places: Places::new(&self.rows, self.index.count()),
            rows: std::mem::take(&mut self.rows),
            nets: std::mem::take(&mut self.nets),
            version_pointer,
            kind: "",
        };
        binding.kind = (self.kinds.of)(&binding.view(self.doc, self.index));
        let view = binding.view(self.doc, self.index);
        for later in std::mem::take(&mut self.deferred) {
            self.settle(&view, later);
        }
        binding
    }

    fn walk(&mut self, node: NodeId, id: RowId) {
        self.rows[node.index()] = id;
        let index = self.index;
        let row = index.row(id);
        let kind = self.doc.kind(node);
        if kind == Kind::Missing || row.remarks && self.remark(node, id, row) {
            return;
        }
        if self.is_empty(node, kind) && !is_item(row) {
            self.deferred.push(Later::Empty(node, id));
            return;
        }
        let any = matches!(row.field.ty, Type::Any);
        if !matches!(row.field.ty, Type::String(_))
            && kind == Kind::String
            && self.doc.string(node).is_some_and(|text| {
                placeholder(&text) || type_name(&text) || !any && described(&text)
            })
        {
            self.placeholder(node, row);
            return;
        }
        match (&row.field.ty, kind) {
            (Type::Any, _) | (Type::Bool, Kind::Bool(_)) => {}
            (Type::Integer(least, greatest), Kind::Number) => {
                self.integer(node, row, *least, *greatest);
            }
            (Type::String(Format::Json(_)), Kind::String) => self.embedded(node, id, row),
            (Type::String(format), Kind::String) => self.string(node, id, row, format),
            (Type::Array(items), Kind::Array) => {
                let mut count = 0;
                for child in self.doc.children(node) {
                    self.walk(child, row.first);
                    count += 1;
                }
                self.length(node, row, count, text("items", "项"));
                if items.unique {
                    self.uniqueness(node);
                }
            }
            (Type::Object(_) | Type::Map(..), Kind::Object) => self.members(node, id, row),
            _ => self.wrong_type(node, row, kind),
        }
    }

    fn is_empty(&self, node: NodeId, kind: Kind) -> bool {
        kind == Kind::Null || kind == Kind::String && self.doc.span(node).len() <= 2
    }

    fn members(&mut self, object: NodeId, id: RowId, row: &'a Row) {
        let below = self.index.below(id);
        let named = below.len() - usize::from(row.open);
        debug_assert!(named <= 128, "an object with more rows needs a wider set");
        let mut seen = 0u128;
        let mut unknown = Vec::new();
        // Bodies tend to keep the table's order, so the search starts after the last hit.
        let mut from = 0;
        for child in self.doc.children(object) {
            let name = self.doc.name(child).unwrap_or_default();
            let hit = (from..named).chain(0..from).find(|&at| below[at].field.name == name);
            match hit {
                Some(at) => {
                    seen |= 1 << at;
                    from = at + 1;
                    self.walk(child, below_id(row, at));
                }
                None => unknown.push((child, name)),
            }
        }
        for (child, name) in unknown {
            if let Some(at) = self.unknown(object, child, &name, row, &below[..named], seen) {
                seen |= 1 << at;
            }
        }
        if row.demands {
            for (at, own) in below[..named].iter().enumerate() {
                if seen & 1 << at == 0 && !matches!(own.field.required, Required::No) {
                    self.deferred.push(Later::Absent(object, below_id(row, at)));
                }
            }
        }
        if row.open && row.field.length.is_some() {
            let count = self.doc.children(object).count();
            self.length(object, row, count, text("members", "个成员"));
        }
    }

    /// Reports a member that no row names, and gives the place of the row it was meant for, so that its absence is not
    /// reported too.
    #[cold]
    fn unknown(
        &mut self,
        object: NodeId,
        child: NodeId,
        name: &str,
        parent: &'a Row,
        below: &'a [Row],
        seen: u128,
    ) -> Option<usize> {
        if let Some(at) = below.iter().position(|own| own.field.name.eq_ignore_ascii_case(name)) {
            let right = below[at].field.name;
            let fix = Fix::safe(
                text("Rename to {right}", "改名为 {right}"),
                Change::Rename(child, right.to_owned()),
            );
            let found = self
                .found(&faults::NAME_CASE, Place::key(child), below[at].field)
                .arg("name", shorten(name))
                .arg("right", right)
                .fix(fix.arg("right", right));
            self.out.push(found);
            self.walk(child, below_id(parent, at));
            return Some(at);
        }
        let surely = || nearest(name, below).is_some_and(|(_, sure)| sure);
        if parent.open && (below.is_empty() || !surely()) {
            self.walk(child, below_id(parent, parent.count as usize - 1));
            return None;
        }
        if secret_name(name) {
            let fix =
                Fix::safe(text("Take the credential out", "删除该凭据"), Change::Remove(child));
            let found = self
                .found(&faults::CREDENTIAL, Place::key(child), parent.field)
                .arg("name", shorten(name))
                .fix(fix);
            self.out.push(found);
            return None;
        }
        let open = |at: usize| seen & 1 << at == 0;
        let near = nearest(name, below);
        if near.is_none()
            && let Some(home) = self.elsewhere(name, parent)
        {
            let found = self
                .found(&faults::ELSEWHERE, Place::key(child), home.field)
                .arg("name", shorten(name))
                .arg("right", home.pointer)
                .arg("parent", self.called(object));
            let taken = home.pointer.contains('*') || self.doc.find(home.pointer).is_some();
            let title = text("Move it to {right}", "移动到 {right}");
            let fix = || self.relocate(title, child, home.pointer, self.unindented(child));
            let found = found.maybe_fix((!taken).then(|| fix().arg("right", home.pointer)));
            self.out.push(found);
            return None;
        }
        let mut found = self
            .found(
                &faults::UNKNOWN,
                Place::key(child),
                near.map_or(parent.field, |(at, _)| below[at].field),
            )
            .arg("name", shorten(name))
            .arg("parent", self.called(object));
        if let Some((at, sure)) = near
            && open(at)
        {
            let right = below[at].field.name;
            let title = text("Rename to {right}", "改名为 {right}");
            let change = Change::Rename(child, right.to_owned());
            let fix = if sure { Fix::safe(title, change) } else { Fix::risky(title, change) };
            found = found.fix(fix.arg("right", right));
        }
        // Without a required member that is only misspelt the body would be worse than with it.
        let needed = near.is_some_and(|(at, _)| open(at) && below[at].field.always_required());
        found = found.maybe_fix(
            (!needed).then(|| Fix::risky(text("Take it out", "删除该参数"), Change::Remove(child))),
        );
        self.out.push(found);
        near.map(|(at, _)| at)
    }

    /// The only row of that name somewhere else in the table.
    fn elsewhere(&self, name: &str, not: &Row) -> Option<&'a Row> {
        let mut homes = self.index.rows().filter(|(_, row)| {
            row.field.name == name
                && row.parent != not.parent
                && row.field.read_only.is_none()
                && name != "*"
        });
        let (_, home) = homes.next()?;
        homes.next().is_none().then_some(home)
    }

    fn absent(
        &self,
        view: &View,
        object: NodeId,
        field: &'static Field,
        because: Text,
    ) -> Diagnostic {
        let json = blank(field, &|cond| view.holds(cond, object) == Some(true));
        let fix = Fix::risky(
            text("Insert {name}", "插入 {name}"),
            Change::Insert(object, Cow::Borrowed(field.name), json),
        );
        self.found(&faults::REQUIRED, Place::absent(object, field.name), field)
            .basis(if field.basis == Basis::Derived {
                Basis::Derived
            } else {
                faults::REQUIRED.basis
            })
            .arg("name", field.name)
            .arg("label", field.label)
            .arg("because", because)
            .fix(fix.arg("name", field.name))
    }

    /// What is said of a member just because it is there. True if its value needs no further look.
    fn remark(&mut self, node: NodeId, id: RowId, row: &'a Row) -> bool {
        let field = row.field;
        if let Some(because) = field.read_only {
            let fix = Fix::risky(text("Take it out", "删除该参数"), Change::Remove(node));
            let found = self
                .about(&faults::READ_ONLY, Place::key(node), row)
                .arg("because", because)
                .fix(fix);
            self.out.push(found);
            return true;
        }
        if self.is_empty(node, self.doc.kind(node)) {
            return false;
        }
        if let Some(note) = field.note {
            let found = self
                .about(&faults::NOTE, Place::key(node), row)
                .severity(note.severity)
                .basis(note.basis)
                .arg("note", note.text);
            self.out.push(found);
        }
        if let Some(deprecated) = &field.deprecated {
            let found = self
                .about(&faults::DEPRECATED, Place::key(node), row)
                .arg("because", deprecated.because)
                .maybe_fix(self.succeed(node, deprecated));
            self.out.push(found);
        }
        if row.gated {
            self.deferred.push(Later::Present(node, id));
        }
        false
    }

    /// The fix that gives a deprecated member's value to its successor, or drops it where the successor is set.
    fn succeed(&self, node: NodeId, deprecated: &Deprecated) -> Option<Fix> {
        let successor = deprecated.successor?;
        if self.doc.find(successor).is_some() {
            return Some(Fix::risky(text("Take it out", "删除该参数"), Change::Remove(node)));
        }
        let raw = self.doc.raw(node);
        let json = deprecated.convert.map_or_else(|| raw.to_owned(), |convert| convert(raw));
        if let Some((list, member)) = successor.split_once("/*/") {
            return self.succeed_in_item(node, successor, list, member, json);
        }
        let title = text("Move it to {successor}", "移动到 {successor}");
        Some(self.relocate(title, node, successor, json).arg("successor", successor))
    }

    /// The fix that gives `json` to a member of a list's only item, which may have to be made; of several items none is meant.
    fn succeed_in_item(
        &self,
        node: NodeId,
        successor: &'static str,
        list: &'static str,
        member: &'static str,
        json: String,
    ) -> Option<Fix> {
        let title = text("Move it to {successor}", "移动到 {successor}");
        let Some(list_node) = self.doc.find(list) else {
            let json = json.replace('\n', "\n    ");
            let json = format!("[\n  {{\n    {}: {json}\n  }}\n]", quote(member));
            return Some(self.relocate(title, node, list, json).arg("successor", successor));
        };
        let mut items = self.doc.children(list_node);
        let (first, second) = (items.next()?, items.next());
        let open = second.is_none()
            && self.doc.kind(first) == Kind::Object
            && !self
                .doc
                .children(first)
                .any(|child| self.doc.name(child).as_deref() == Some(member));
        Some(if open {
            let insert = Change::Insert(first, Cow::Borrowed(member), json);
            Fix::risky(title, insert).and(Change::Remove(node)).arg("successor", successor)
        } else {
            Fix::risky(text("Take it out", "删除该参数"), Change::Remove(node))
        })
    }

    /// The fix that makes a member say `json` at another pointer. Where the way there starts in the member's own object and is
    /// not there yet, the member itself becomes the way, for steps of a fix must not touch each other's place.
    fn relocate(&self, title: Text, node: NodeId, to: &'static str, json: String) -> Fix {
        let own = self.doc.parent(node).map(|parent| self.doc.pointer(parent)).unwrap_or_default();
        let rest = to.strip_prefix(own.as_str()).and_then(|rest| rest.strip_prefix('/'));
        if let Some(rest) = rest {
            let (first, below) = rest.split_once('/').unwrap_or((rest, ""));
            if self.doc.find(&format!("{own}/{first}")).is_none() {
                let segments = below.rsplit('/').filter(|segment| !segment.is_empty());
                let json = segments.fold(json, |json, segment| {
                    format!(
                        "{{\n  {}: {}\n}}",
                        quote(&json::unescape(segment)),
                        json.replace('\n', "\n  ")
                    )
                });
                let rename = Change::Rename(node, json::unescape(first).into_owned());
                return Fix::risky(title, rename).and(Change::Replace(node, json));
            }
        }
        Fix::risky(title, Change::Set(to.to_owned(), json)).and(Change::Remove(node))
    }

    /// A value as it is spelled, its further lines without the indentation of the first.
    fn unindented(&self, node: NodeId) -> String {
        let before = &self.doc.text()[..self.doc.span(node).start as usize];
        let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
        let indent = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
        self.doc.raw(node).replace(&format!("\n{indent}"), "\n")
    }

    #[cold]
    fn empty(&mut self, node: NodeId, row: &'a Row, required: bool) {
        let found = if required {
            let fix = Fix::risky(
                text("Put a blank to fill in", "填入待替换的占位符"),
                Change::Replace(node, blank(row.field, &|_| false)),
            );
            self.about(&faults::EMPTY_REQUIRED, Place::value(node), row).fix(fix)
        } else {
            let fix = Fix::risky(text("Take it out", "删除该参数"), Change::Remove(node));
            self.about(&faults::EMPTY, Place::value(node), row).fix(fix)
        };
        self.out.push(found);
    }

    #[cold]
    fn placeholder(&mut self, node: NodeId, row: &'a Row) {
        let found = self
            .about(&faults::PLACEHOLDER, Place::value(node), row)
            .arg("value", self.show(node, row));
        self.out.push(found);
    }

    #[cold]
    fn wrong_type(&mut self, node: NodeId, row: &'a Row, kind: Kind) {
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
        let found = self
            .about(&faults::TYPE, Place::value(node), row)
            .arg("expected", row.field.ty.label())
            .arg("found", kind_label(kind))
            .maybe_fix(fix);
        self.out.push(found);
    }

    fn integer(&mut self, node: NodeId, row: &'a Row, least: i64, greatest: i64) {
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

    fn string(&mut self, node: NodeId, id: RowId, row: &'a Row, format: &Format) {
        let doc = self.doc;
        let Some(value) = doc.string(node) else { return };
        let fine = match format {
            Format::Choice(choices) => choices.iter().any(|choice| choice.value == value),
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
                host::dns_name(&value) && !value.starts_with("xx") && host::has_letter(&value)
            }
            format => !placeholder(&value) && format.fault(&value).is_none(),
        };
        if !fine && self.ill_formed(node, row, format, &value) {
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
    fn ill_formed(&mut self, node: NodeId, row: &'a Row, format: &Format, value: &str) -> bool {
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
    fn off_pattern(&mut self, node: NodeId, row: &'a Row, pattern: &Pattern, value: &str) {
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
    fn no_choice(&mut self, node: NodeId, row: &'a Row, choices: &'static [Choice], value: &str) {
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

    fn length(&mut self, node: NodeId, row: &'a Row, length: usize, unit: Text) {
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
    fn uniqueness(&mut self, array: NodeId) {
        let doc = self.doc;
        let items = || doc.children(array).filter(|&item| doc.kind(item) == Kind::String);
        let mut seen: HashMap<u64, NodeId, BuildHasherDefault<Hashed>> = HashMap::default();
        seen.reserve(items().count());
        for item in items() {
            let first = *seen.entry(fold(doc.raw(item))).or_insert(item);
            if first != item && doc.raw(item).eq_ignore_ascii_case(doc.raw(first)) {
                self.twice(array, first, item);
            }
        }
    }

    #[cold]
    fn twice(&mut self, array: NodeId, first: NodeId, item: NodeId) {
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
    fn embedded(&mut self, node: NodeId, id: RowId, row: &'a Row) {
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
        checker.settle_all("");
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
    fn shape(&mut self, node: NodeId, id: RowId, row: &'a Row) {
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

    fn settle(&mut self, view: &View, later: Later) {
        match later {
            Later::Absent(object, id) => {
                let field = self.index.row(id).field;
                if view.demands(field, object) == Some(true) {
                    let because = match field.required {
                        Required::When(_, because) => because,
                        Required::Yes | Required::No => Text::NONE,
                    };
                    let found = self.absent(view, object, field, because);
                    self.out.push(found);
                }
            }
            Later::Empty(node, id) => {
                let row = self.index.row(id);
                self.empty(node, row, view.demands(row.field, node) == Some(true));
            }
            Later::Present(node, id) => self.gates(view, node, self.index.row(id)),
        }
    }

    fn gates(&mut self, view: &View, node: NodeId, row: &'a Row) {
        let field = row.field;
        if view.uses(field) == Some(false) {
            self.unused(view, node, row);
            return;
        }
        if let Some(forbidden) = &field.forbidden
            && view.holds(&forbidden.when, node) == Some(true)
        {
            let fix = Fix::risky(text("Take it out", "删除该参数"), Change::Remove(node));
            let found = self
                .about(&faults::FORBIDDEN, Place::key(node), row)
                .severity(forbidden.severity)
                .basis(forbidden.basis)
                .arg("because", forbidden.because)
                .fix(fix);
            self.out.push(found);
        }
        if let Some(since) = field.since
            && view.before(since.version) == Some(true)
        {
            let version = match view.text(view.version_pointer, NodeId::ROOT) {
                Given::Is(text) => shorten(&text),
                Given::Absent | Given::Unclear => String::new(),
            };
            let mut found = self
                .about(&faults::VERSION, Place::key(node), row)
                .severity(since.severity)
                .arg("since", since.version)
                .arg("version", version)
                .fix(Fix::risky(text("Take it out", "删除该参数"), Change::Remove(node)));
            if let Some(other) = view.get(view.version_pointer) {
                found = found.relate(Place::value(other));
            }
            self.out.push(found);
        }
        if let Some(value) = self.doc.string(node)
            && let Some(choice) = field.choices().iter().find(|choice| choice.value == value)
            && let Some((cond, words)) = &choice.when
            && view.holds(cond, node) == Some(false)
        {
            let found = self
                .about(&faults::CHOICE_GATE, Place::value(node), row)
                .arg("value", choice.value)
                .arg("words", *words)
                .maybe_fix(open_twin(view, node, field, choice));
            self.out.push(found);
        }
    }

    /// Reports a member that the body's kind of cluster passes over.
    fn unused(&mut self, view: &View, node: NodeId, row: &'a Row) {
        let name = |kind: &&str| Arg::from(self.kinds.find(kind).name);
        let found = self
            .about(&faults::KIND, Place::key(node), row)
            .arg("kind", self.kinds.find(view.kind).name)
            .arg("kinds", Arg::List(row.field.kinds.iter().map(name).collect()))
            .fix(Fix::risky(text("Take it out", "删除该参数"), Change::Remove(node)));
        self.out.push(found);
    }

    fn found(&self, rule: &'static Rule, place: Place, field: &'static Field) -> Diagnostic {
        Diagnostic::new(rule, place, Source { document: self.document, location: field.source })
    }

    /// A finding about a member itself, named after it, on the row's own basis.
    fn about(&self, rule: &'static Rule, place: Place, row: &'a Row) -> Diagnostic {
        let name = self.called(place.node);
        self.found(rule, place, row.field).arg("name", name).arg("label", row.field.label)
    }

    /// What messages call a value: its name, `name[2]` for an item.
    fn called(&self, node: NodeId) -> Arg {
        called(self.doc, node)
    }

    fn show(&self, node: NodeId, row: &Row) -> String {
        if row.field.secret { "••••".to_owned() } else { shorten(self.doc.raw(node)) }
    }
}

/// The fix that takes, in place of a choice that is not open, the one that is and differs in a single character.
fn open_twin(view: &View, node: NodeId, field: &Field, closed: &Choice) -> Option<Fix> {
    let open = |choice: &&Choice| {
        choice.when.as_ref().is_none_or(|(cond, _)| view.holds(cond, node) == Some(true))
            && strsim::damerau_levenshtein(choice.value, closed.value) == 1
    };
    let json = quote(field.choices().iter().find(open)?.value);
    let title = text("Write {json}", "改写为 {json}");
    Some(Fix::risky(title, Change::Replace(node, json.clone())).arg("json", json))
}

/// What messages call a value: its name, `name[2]` for an item, "the body" for the whole.
pub(crate) fn called(doc: &Document, node: NodeId) -> Arg {
    let mut suffix = String::new();
    let mut at = node;
    loop {
        if let Some(name) = doc.name(at) {
            return Arg::from(format!("{}{suffix}", shorten(&name)));
        }
        let Some(parent) = doc.parent(at) else {
            return if suffix.is_empty() {
                Arg::from(text("the body", "请求体"))
            } else {
                Arg::from(suffix)
            };
        };
        suffix = format!("[{}]{suffix}", doc.position(at).unwrap_or_default());
        at = parent;
    }
}

fn is_item(row: &Row) -> bool {
    row.field.name == "*"
}

fn below_id(row: &Row, at: usize) -> RowId {
    RowId(row.first.0 + u16::try_from(at).unwrap_or(0))
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

/// The row that an unknown name was meant for, and whether that is sure (the same but for separators, or a known wrong name).
fn nearest(name: &str, below: &[Row]) -> Option<(usize, bool)> {
    let plain = squash(name);
    let sure = below.iter().position(|row| {
        squash(row.field.name) == plain
            || row.field.aliases.iter().any(|alias| squash(alias) == plain)
    });
    if let Some(at) = sure {
        return Some((at, true));
    }
    if name.len() > 64 {
        return None;
    }
    let distance = |row: &Row| strsim::damerau_levenshtein(&squash(row.field.name), &plain);
    let (best, at) = below.iter().enumerate().map(|(at, row)| (distance(row), at)).min()?;
    let close = plain.chars().count().max(3);
    if best <= 2 && best * 3 <= close {
        return Some((at, false));
    }
    // A name without its prefix or suffix: `securityGroup` for `securityGroupId`.
    let mut parts = below.iter().enumerate().filter(|(_, row)| {
        let own = squash(row.field.name);
        plain.len() >= 5 && (own.starts_with(&plain) || plain.starts_with(&own) && own.len() >= 5)
    });
    let (at, _) = parts.next()?;
    parts.next().is_none().then_some((at, false))
}

/// A name without case and separators.
fn squash(name: &str) -> String {
    name.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A hash of a text that does not regard ASCII case; eight bytes at a time.
fn fold(text: &str) -> u64 {
    const LOWER: u64 = 0x2020_2020_2020_2020;
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    let step = |hash: u64, word: [u8; 8]| {
        (hash.rotate_left(23) ^ (u64::from_le_bytes(word) | LOWER))
            .wrapping_mul(0x9e37_79b9_7f4a_7c15)
    };
    let hash = words.iter().copied().fold(text.len() as u64, step);
    let hash = step(hash, last);
    hash ^ (hash >> 32)
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
