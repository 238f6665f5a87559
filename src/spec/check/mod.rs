//! Every check that a row alone decides, in one walk over the tree; what depends on other members is put off to its end.

mod names;
mod presence;
mod values;

use ipnet::Ipv4Net;

use super::format::{Format, described, placeholder, type_name};
use super::index::Few;
use super::view::{Binding, Clear, Places};
use super::{Field, Index, Kinds, Row, RowId, Type};
use crate::diagnostic::{Arg, Diagnostic, Place, Rule, Source, text};
use crate::json::{Document, Kind, Node, NodeId};
use crate::text::shorten;

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
    let mut diagnostics = checker.out;
    presence::strip(&mut diagnostics);
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
    clear: Clear,
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
            clear: Clear::new(doc.len()),
            nets: Vec::new(),
            deferred: Vec::with_capacity(32),
            out: Vec::new(),
        }
    }

    /// Binds what was walked and runs the checks that waited for it.
    fn settle_all(&mut self, version_pointer: &'static str) -> Binding {
        let mut binding = Binding {
            places: Places::new(&self.rows, self.index.count()),
            rows: std::mem::take(&mut self.rows),
            clear: std::mem::replace(&mut self.clear, Clear::new(0)),
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

    /// Binds and checks a value. Most are right at the first look.
    #[inline(always)]
    fn look(&mut self, node: NodeId, id: RowId) {
        let row = self.index.row(id);
        let fine = !row.remarks
            && match (&row.ty, self.doc.kind(node)) {
                (Type::Bool, Kind::Bool(_)) => true,
                (Type::String(format), Kind::String) => {
                    !row.measured && self.plainly_fine(node, format)
                }
                _ => false,
            };
        if fine {
            self.rows[node.index()] = id;
            self.clear.add(node);
        } else {
            self.walk(node, id);
        }
    }

    fn walk(&mut self, node: NodeId, id: RowId) {
        self.rows[node.index()] = id;
        let index = self.index;
        let row = index.row(id);
        let own = self.doc.node(node);
        let kind = own.kind;
        if kind == Kind::Missing || row.remarks && self.remark(node, id, row) {
            return;
        }
        // Of free members it is not known that an empty one counts as absent.
        let optional = if row.is_item {
            // What is named may be empty, and other formats say what an item must be.
            own.key.is_empty()
                && kind == Kind::String
                && matches!(row.ty, Type::String(Format::Text | Format::Suggest(_)))
        } else {
            row.field.known_when.is_none()
        };
        if is_empty(own) && node != NodeId::ROOT && optional {
            self.deferred.push(Later::Empty(node, id));
            return;
        }
        let any = matches!(row.ty, Type::Any);
        if !matches!(row.ty, Type::String(_))
            && kind == Kind::String
            && self.doc.string(node).is_some_and(|text| {
                placeholder(&text) || type_name(&text) || !any && described(&text)
            })
        {
            self.placeholder(node, row);
            return;
        }
        match (&row.ty, kind) {
            (Type::Any, _) => {}
            (Type::Bool, Kind::Bool(_)) => self.clear.add(node),
            (Type::Integer(least, greatest), Kind::Number) => {
                self.integer(node, row, *least, *greatest);
            }
            (Type::String(Format::Json(_)), Kind::String) => self.embedded(node, id, row),
            (Type::String(format), Kind::String) => self.string(node, id, row, format),
            (Type::Array(items), Kind::Array) => {
                let mut count = 0;
                for child in self.doc.children(node) {
                    self.look(child, row.first);
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

    fn members(&mut self, object: NodeId, id: RowId, row: &'a Row) {
        let below = self.index.below(id);
        let named = below.len() - usize::from(row.open);
        let mut seen = Few::default();
        let mut unknown = Vec::new();
        let doc = self.doc;
        for child in doc.children(object) {
            match self.index.named(id, doc, doc.node(child)) {
                Some(own) => {
                    seen.add(own.index() - row.first.index());
                    self.look(child, own);
                }
                None => unknown.push(child),
            }
        }
        for child in unknown {
            let name = self.doc.name(child).unwrap_or_default();
            if let Some(at) = self.unknown(object, child, &name, row, &below[..named], seen) {
                seen.add(at);
            }
        }
        let mut missing = row.demands.less(seen);
        while let Some(at) = missing.pop() {
            self.deferred.push(Later::Absent(object, below_id(row, at)));
        }
        if row.open && row.field.length.is_some() {
            let count = self.doc.children(object).count();
            self.length(object, row, count, text("members", "个成员"));
        }
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

/// Whether a value is as good as absent: `null` or `""`.
#[inline(always)]
const fn is_empty(node: &Node) -> bool {
    matches!(node.kind, Kind::Null) || matches!(node.kind, Kind::String) && node.span.len() <= 2
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

fn below_id(row: &Row, at: usize) -> RowId {
    RowId(row.first.0 + u16::try_from(at).unwrap_or(0))
}
