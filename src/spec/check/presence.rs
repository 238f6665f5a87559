//! What is said because a member is there, or is not; most of it waits until every member is bound.

use std::borrow::Cow;

use super::{Checker, Later, is_empty};
use crate::diagnostic::{Arg, Basis, Change, Diagnostic, Fix, Place, Severity, Text, text};
use crate::json::patch::quote;
use crate::json::{self, Kind, NodeId};
use crate::spec::view::{Given, View};
use crate::spec::{Choice, Cond, Deprecated, Field, Required, Row, RowId, Type, blank, faults};
use crate::text::{order, shorten};

impl<'a> Checker<'a> {
    pub(super) fn absent(
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
            .maybe_fix(self.gathered(view, object, field))
            .fix(fix.arg("name", field.name))
    }

    /// The fix that makes an absent object of the members that belong into it and stand beside it, for want of a level, and of blanks.
    /// A single one has a fix of its own.
    fn gathered(&self, view: &View, object: NodeId, field: &'static Field) -> Option<Fix> {
        let Type::Object(fields) = field.ty else { return None };
        let here = view.row(object).map_or(RowId::ROOT, |_| view.row_id(object));
        let mut strays = vec![None; fields.len()];
        for child in self.doc.children(object) {
            if let Some(name) = self.doc.name(child)
                && self.index.child(here, &name).is_none()
                && let Some(at) = fields.iter().position(|field| field.name == name)
            {
                strays[at].get_or_insert(child);
            }
        }
        let moved: Vec<NodeId> =
            self.doc.children(object).filter(|child| strays.contains(&Some(*child))).collect();
        let [first, rest @ ..] = &moved[..] else { return None };
        if rest.is_empty() {
            return None;
        }
        let holds = |cond: &Cond| view.holds(cond, object) == Some(true);
        let member = |(field, own): (&Field, &Option<NodeId>)| {
            let missing = || field.always_required().then(|| blank(field, &holds));
            let json = own.map(|child| self.unindented(child)).or_else(missing)?;
            Some([&quote(field.name), ": ", &json].concat().replace('\n', "\n  "))
        };
        let members: Vec<String> = fields.iter().zip(&strays).filter_map(member).collect();
        let json = format!("{{\n  {}\n}}", members.join(",\n  "));
        // The first becomes the object, for steps of a fix must not touch each other's place.
        let title = text(
            "Move the {count} members of {name} into it",
            "将 {name} 的 {count} 个参数移入其中",
        );
        let fix = Fix::risky(title, Change::Rename(*first, field.name.to_owned()));
        let fix = fix.and(Change::Replace(*first, json)).and(Change::RemoveAll(rest.to_vec()));
        Some(fix.arg("count", moved.len()).arg("name", field.name))
    }

    /// What is said of a member just because it is there. True if its value needs no further look.
    pub(super) fn remark(&mut self, node: NodeId, id: RowId, row: &'a Row) -> bool {
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
        if is_empty(self.doc.node(node)) {
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
    pub(super) fn succeed(&self, node: NodeId, deprecated: &Deprecated) -> Option<Fix> {
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
    pub(super) fn succeed_in_item(
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
    /// not there yet, the member itself becomes the way, for steps of a fix must not touch each other's place. `*` is the first
    /// item of a list that is still to be made.
    pub(super) fn relocate(&self, title: Text, node: NodeId, to: &str, json: String) -> Fix {
        let own = self.doc.parent(node).map(|parent| self.doc.pointer(parent)).unwrap_or_default();
        let rest = to.strip_prefix(own.as_str()).and_then(|rest| rest.strip_prefix('/'));
        if let Some(rest) = rest {
            let (first, below) = rest.split_once('/').unwrap_or((rest, ""));
            if self.doc.find(&format!("{own}/{first}")).is_none() {
                let segments = below.rsplit('/').filter(|segment| !segment.is_empty());
                let json = segments.fold(json, |json, segment| {
                    let json = json.replace('\n', "\n  ");
                    match segment {
                        "*" => format!("[\n  {json}\n]"),
                        name => format!("{{\n  {}: {json}\n}}", quote(&json::unescape(name))),
                    }
                });
                let rename = Change::Rename(node, json::unescape(first).into_owned());
                return Fix::risky(title, rename).and(Change::Replace(node, json));
            }
        }
        Fix::risky(title, Change::Set(to.to_owned(), json)).and(Change::Remove(node))
    }

    /// A value as it is spelled, its further lines without the indentation of the first.
    pub(super) fn unindented(&self, node: NodeId) -> String {
        let before = &self.doc.text()[..self.doc.span(node).start as usize];
        let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
        let indent = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
        self.doc.raw(node).replace(&format!("\n{indent}"), "\n")
    }

    #[cold]
    pub(super) fn empty(&mut self, node: NodeId, row: &'a Row, required: bool) {
        let found = if required {
            let fix = Fix::risky(
                text("Put a blank to fill in", "填入待替换的占位符"),
                Change::Replace(node, blank(row.field, &|_| false)),
            );
            self.about(&faults::EMPTY_REQUIRED, Place::value(node), row).fix(fix)
        } else {
            let fix = Fix::risky(text("Take it out", "删除该参数"), Change::Remove(node));
            let found = self.about(&faults::EMPTY, Place::value(node), row).fix(fix);
            if row.is_item {
                found.severity(Severity::Warning).message(text(
                    "{name} is empty: fill it in, or take it out of the list",
                    "{name} 为空：请填写，或从列表中删除",
                ))
            } else {
                found
            }
        };
        self.out.push(found);
    }

    pub(super) fn settle(&mut self, view: &View, later: Later) {
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

    pub(super) fn gates(&mut self, view: &View, node: NodeId, row: &'a Row) {
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
            let found = if forbidden.severity == Severity::Warning {
                found.message(text("{name} has no effect here", "当前条件下 {name} 不起作用"))
            } else {
                found
            };
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
            && let Some(choice) = Choice::of(field.choices(), &value)
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
    pub(super) fn unused(&mut self, view: &View, node: NodeId, row: &'a Row) {
        let name = |kind: &&str| Arg::from(self.kinds.find(kind).name);
        let found = self
            .about(&faults::KIND, Place::key(node), row)
            .arg("kind", self.kinds.find(view.kind).name)
            .arg("kinds", Arg::List(row.field.kinds.iter().map(name).collect()))
            .fix(Fix::risky(text("Take it out", "删除该参数"), Change::Remove(node)));
        self.out.push(found);
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

/// Where a body holds several members of answers, it is one: they go together.
pub(super) fn strip(found: &mut [Diagnostic]) {
    let answered = |one: &&Diagnostic| one.rule.code == faults::READ_ONLY.code;
    let nodes: Vec<NodeId> = found.iter().filter(answered).map(|found| found.place.node).collect();
    if nodes.len() < 2 {
        return;
    }
    let order = order(nodes.iter().map(|node| (0, node.0)));
    let nodes: Vec<NodeId> = order.into_iter().map(|at| nodes[at]).collect();
    let count = nodes.len();
    let fix = Fix::risky(
        text("Take out all {count} members of responses", "删除全部 {count} 个响应参数"),
        Change::RemoveAll(nodes),
    )
    .arg("count", count);
    if let Some(first) = found.iter_mut().find(|one| answered(&&**one)) {
        first.fixes.push(fix);
    }
}
