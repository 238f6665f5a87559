//! A body bound to its table: which row each value follows, and what members hold, by pointer.

use std::borrow::Cow;
use std::cell::{Cell, OnceCell};

use ipnet::Ipv4Net;

use super::version::Version;
use super::{Choice, Cond, Field, Index, Required, Row, RowId, Type, format};
use crate::json::{Document, Kind, NodeId};
use crate::text::{same, shorten};

/// Which row each value of a body follows.
#[derive(Clone, Debug)]
pub struct Binding {
    pub(super) rows: Vec<RowId>,
    pub(super) clear: Clear,
    pub(super) places: Places,
    pub(super) nets: Vec<(RowId, NodeId, Ipv4Net)>,
    pub(super) version_pointer: &'static str,
    pub(super) kind: &'static str,
}

impl Binding {
    /// The id of the kind of cluster; `""` where the body does not tell.
    pub const fn kind(&self) -> &'static str {
        self.kind
    }

    /// The body through its table. `doc` and `index` must be those the binding was made from.
    pub const fn view<'a>(&'a self, doc: &'a Document, index: &'static Index) -> View<'a> {
        View {
            doc,
            index,
            version_pointer: self.version_pointer,
            kind: self.kind,
            rows: self.rows.as_slice(),
            clear: &self.clear,
            places: &self.places,
            nets: self.nets.as_slice(),
            version: OnceCell::new(),
        }
    }
}

/// The values that were seen to be what their rows want, so far as others may build on it: of the right type, in range, one of the
/// choices, no blank. A set of nodes; of what is not in it nothing is known.
#[derive(Clone, Debug)]
pub(super) struct Clear(Vec<u64>);

impl Clear {
    /// Of so many nodes none.
    pub(super) fn new(nodes: usize) -> Self {
        Self(vec![0; nodes / 64 + 1])
    }

    #[inline(always)]
    pub(super) fn add(&mut self, node: NodeId) {
        self.0[node.index() / 64] |= 1 << (node.0 % 64);
    }

    #[inline(always)]
    fn has(&self, node: NodeId) -> bool {
        self.0[node.index() / 64] >> (node.0 % 64) & 1 != 0
    }
}

/// Where the values of each row stand: their nodes in the order of the text, row after row.
#[derive(Clone, Debug)]
pub(super) struct Places {
    rows: Vec<Run>,
    nodes: Vec<u32>,
}

/// A row's nodes: from which to before which of them all, and which of them was found last. Most questions are about the items of a list,
/// one after the other.
#[derive(Clone, Default, Debug)]
struct Run {
    start: u32,
    end: u32,
    last: Cell<u32>,
}

impl Places {
    /// Sorts the nodes of a body by the row of each.
    pub(super) fn new(rows: &[RowId], count: usize) -> Self {
        let mut runs = vec![Run::default(); count];
        for row in rows.iter().filter(|row| **row != RowId::NONE) {
            runs[row.index()].end += 1;
        }
        let mut sum = 0;
        for run in &mut runs {
            let count = run.end;
            (run.start, run.end, run.last) = (sum, sum, Cell::new(sum));
            sum += count;
        }
        let mut nodes = vec![0; sum as usize];
        for (node, row) in (0..).zip(rows).filter(|(_, row)| **row != RowId::NONE) {
            let end = &mut runs[row.index()].end;
            nodes[*end as usize] = node;
            *end += 1;
        }
        Self { rows: runs, nodes }
    }

    /// The first of a row's nodes from `from` on.
    #[inline(always)]
    fn first_from(&self, row: RowId, from: u32) -> Option<u32> {
        let run = self.rows.get(row.index())?;
        let before = |at: u32| self.nodes[at as usize] < from;
        let mut at = run.last.get();
        if at < run.end && before(at) {
            at += 1;
        }
        if at < run.end && before(at) || at > run.start && !before(at - 1) {
            let nodes = &self.nodes[run.start as usize..run.end as usize];
            at = run.start + u32::try_from(nodes.partition_point(|&node| node < from)).unwrap_or(0);
        }
        run.last.set(at);
        (at < run.end).then(|| self.nodes[at as usize])
    }

    #[inline(always)]
    fn of(&self, row: RowId) -> &[u32] {
        match self.rows.get(row.index()) {
            Some(run) => &self.nodes[run.start as usize..run.end as usize],
            None => &[],
        }
    }
}

/// A parsed body, bound to the rows of an edition.
#[derive(Debug)]
pub struct View<'a> {
    /// The body.
    pub doc: &'a Document,
    /// The table.
    pub index: &'static Index,
    /// The pointer of the member that holds the cluster's version.
    pub version_pointer: &'static str,
    /// The kind of cluster the body asks for; one of the edition's kinds, or `""` where it does not tell.
    pub kind: &'static str,
    rows: &'a [RowId],
    clear: &'a Clear,
    places: &'a Places,
    /// The IPv4 ranges that were read while checking, in the order of the text.
    nets: &'a [(RowId, NodeId, Ipv4Net)],
    version: OnceCell<Given<Version>>,
}

/// What a member says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Given<T> {
    /// It is absent, `null` or `""`: the default applies.
    Absent,
    /// It says something that cannot be read: a blank, another type. What depends on it stays unsaid.
    Unclear,
    /// It says this.
    Is(T),
}

impl<T> Given<T> {
    /// The value, if it is there and clear.
    pub fn known(self) -> Option<T> {
        match self {
            Self::Is(value) => Some(value),
            Self::Absent | Self::Unclear => None,
        }
    }
}

impl<'a> View<'a> {
    /// The row that a value follows; `None` for unknown members and what lies below them.
    pub fn row(&self, node: NodeId) -> Option<&'static Row> {
        let row = self.rows[node.index()];
        (row != RowId::NONE).then(|| self.index.row(row))
    }

    /// The number of the row that a value follows, or [`RowId::NONE`].
    pub fn row_id(&self, node: NodeId) -> RowId {
        self.rows[node.index()]
    }

    /// The first value that follows the row of `pointer` (which may hold `*`); nothing if the table has no such row.
    pub fn get(&self, pointer: &'static str) -> Option<NodeId> {
        self.first_of(self.index.find(pointer)?)
    }

    /// The first value that follows a row.
    pub fn first_of(&self, row: RowId) -> Option<NodeId> {
        self.places.of(row).first().copied().map(NodeId)
    }

    /// Every value that follows the row of `pointer`, in the order of the text; none if the table has no such row.
    pub fn all(&self, pointer: &'static str) -> impl ExactSizeIterator<Item = NodeId> + use<'a> {
        let row = self.index.find(pointer).unwrap_or(RowId::NONE);
        self.places.of(row).iter().copied().map(NodeId)
    }

    /// The IPv4 ranges that values of the row of `pointer` write, host bits and all, in the order of the text. Values that write
    /// none are left out.
    pub fn nets(&self, pointer: &'static str) -> impl Iterator<Item = (NodeId, Ipv4Net)> + use<'a> {
        let row = self.index.find(pointer).unwrap_or(RowId::NONE);
        self.nets.iter().filter(move |(own, ..)| *own == row).map(|&(_, node, net)| (node, net))
    }

    /// The value that follows the row of `pointer` and shares with `near` every array item that both pass through.
    pub fn beside(&self, pointer: &'static str, near: NodeId) -> Option<NodeId> {
        self.beside_row(self.index.find(pointer)?, near)
    }

    /// The first value within `node` that follows a row.
    pub fn within(&self, node: NodeId, row: RowId) -> Option<NodeId> {
        let at = self.places.first_from(row, node.0)?;
        (at < self.doc.node(node).next).then_some(NodeId(at))
    }

    /// The value that follows a row, beside another; a value of that row stands beside itself.
    fn beside_row(&self, row: RowId, near: NodeId) -> Option<NodeId> {
        if self.rows[near.index()] == row {
            return Some(near);
        }
        let scope = self.index.row(row).scope;
        if scope == RowId::ROOT {
            return self.first_of(row);
        }
        let mut anchor = near;
        while self.rows[anchor.index()] != scope {
            anchor = self.doc.parent(anchor)?;
        }
        self.within(anchor, row)
    }

    /// Whether a value is as good as absent: `null` or `""`.
    #[inline(always)]
    pub fn is_empty(&self, node: NodeId) -> bool {
        match self.doc.kind(node) {
            Kind::Null | Kind::Missing => true,
            Kind::String => self.doc.span(node).len() <= 2,
            _ => false,
        }
    }

    /// Whether a value is a string that still waits for its author: `<VPC ID>`, `****`, `xxx`.
    pub fn is_blank(&self, node: NodeId) -> bool {
        self.doc.string(node).is_some_and(|text| format::placeholder(&text))
    }

    /// The string of a member, beside `near` if the pointer passes through items.
    pub fn text(&self, pointer: &'static str, near: NodeId) -> Given<Cow<'a, str>> {
        self.beside(pointer, near).map_or(Given::Absent, |node| self.text_of(node))
    }

    /// The string a value holds.
    pub fn text_of(&self, node: NodeId) -> Given<Cow<'a, str>> {
        if self.is_empty(node) {
            return Given::Absent;
        }
        match self.doc.string(node) {
            Some(text) if !self.clear.has(node) && self.is_doubtful(node, &text) => Given::Unclear,
            Some(text) => Given::Is(text),
            None => Given::Unclear,
        }
    }

    /// Whether a string waits for its author, or is a known value but for its capitals, or has white space around it.
    fn is_doubtful(&self, node: NodeId, text: &str) -> bool {
        let choices = self.row(node).map_or(&[][..], |row| row.field.choices());
        self.row(node).map_or_else(|| format::placeholder(text), |row| row.waits(text))
            || Choice::in_other_case(choices, text.as_bytes()).is_some()
            || self.row(node).is_some_and(|row| row.pasted(self.doc.node(node), text).is_some())
    }

    /// What a scalar says, as text: the string's content, or `true`, `25`.
    pub fn scalar_of(&self, node: NodeId) -> Given<Cow<'a, str>> {
        match self.doc.kind(node) {
            Kind::Bool(value) => Given::Is(Cow::Borrowed(if value { "true" } else { "false" })),
            Kind::Number => Given::Is(Cow::Borrowed(self.doc.raw(node))),
            _ => self.text_of(node),
        }
    }

    /// The whole number a value says, written as a number or as a string.
    pub fn integer_of(&self, node: NodeId) -> Given<i64> {
        if self.doc.kind(node) == Kind::Number {
            return self.doc.raw(node).parse().map_or(Given::Unclear, Given::Is);
        }
        match self.text_of(node) {
            Given::Is(text) => text.trim().parse().map_or(Given::Unclear, Given::Is),
            Given::Absent => Given::Absent,
            Given::Unclear => Given::Unclear,
        }
    }

    /// The items of the array at a pointer; nothing if it is absent or no array.
    pub fn items(&self, pointer: &'static str) -> Vec<NodeId> {
        self.get(pointer)
            .filter(|&node| self.doc.kind(node) == Kind::Array)
            .map(|node| self.doc.children(node).collect())
            .unwrap_or_default()
    }

    /// The version the body asks for; absent means the newest.
    pub fn version(&self) -> Given<Version> {
        *self.version.get_or_init(|| {
            if self.version_pointer.is_empty() {
                return Given::Absent;
            }
            match self.text(self.version_pointer, NodeId::ROOT) {
                Given::Is(text) => Version::parse(&text).map_or(Given::Unclear, Given::Is),
                Given::Absent => Given::Absent,
                Given::Unclear => Given::Unclear,
            }
        })
    }

    /// Whether the version asked for is older than `version`; no version means the newest.
    pub fn before(&self, version: &str) -> Option<bool> {
        match self.version() {
            Given::Absent => Some(false),
            Given::Unclear => None,
            Given::Is(own) => own.before(Version::parse(version)?),
        }
    }

    /// Whether the body's kind of cluster uses a member; `None` where the body does not tell its kind.
    pub fn uses(&self, field: &Field) -> Option<bool> {
        if field.kinds.is_empty() { Some(true) } else { self.is_kind(field.kinds) }
    }

    /// Whether a member must be there, near a value; `None` where the body does not tell.
    pub fn demands(&self, field: &Field, near: NodeId) -> Option<bool> {
        match (&field.required, self.uses(field)) {
            (Required::No, _) | (_, Some(false)) => Some(false),
            (_, None) => None,
            (Required::Yes, _) => Some(true),
            (Required::When(cond, _), _) => self.holds(cond, near),
        }
    }

    fn is_kind(&self, kinds: &[&str]) -> Option<bool> {
        (!self.kind.is_empty()).then(|| kinds.contains(&self.kind))
    }

    /// Whether a condition holds near a value; `None` where the body does not tell.
    pub fn holds(&self, cond: &Cond, near: NodeId) -> Option<bool> {
        match *cond {
            Cond::Set(pointer) => {
                Some(self.beside(pointer, near).is_some_and(|node| !self.is_empty(node)))
            }
            Cond::Is(pointer, values) => self.compare(pointer, near, |said| {
                values.iter().any(|value| same(value.as_bytes(), said))
            }),
            Cond::Starts(pointer, values) => self.compare(pointer, near, |said| {
                values.iter().any(|value| said.starts_with(value.as_bytes()))
            }),
            Cond::Has(pointer, values) => self.has(pointer, values),
            Cond::Longer(pointer, length) => match self.beside(pointer, near) {
                Some(node) if self.doc.kind(node) == Kind::Array => {
                    Some(self.doc.children(node).take(length + 1).count() > length)
                }
                Some(node) if !self.is_empty(node) => None,
                _ => Some(false),
            },
            Cond::From(version) => self.before(version).map(|before| !before),
            Cond::Before(version) => self.before(version),
            Cond::Kind(kinds) => self.is_kind(kinds),
            Cond::All(conds) => {
                let mut all = Some(true);
                for cond in conds {
                    match self.holds(cond, near) {
                        Some(false) => return Some(false),
                        Some(true) => {}
                        None => all = None,
                    }
                }
                all
            }
            Cond::Any(conds) => {
                let mut any = Some(false);
                for cond in conds {
                    match self.holds(cond, near) {
                        Some(true) => return Some(true),
                        Some(false) => {}
                        None => any = None,
                    }
                }
                any
            }
            Cond::Not(cond) => self.holds(cond, near).map(|holds| !holds),
        }
    }

    /// Whether a value of the row of `pointer` is one of these, or starts with what stands before a `*`.
    fn has(&self, pointer: &'static str, values: &[&str]) -> Option<bool> {
        let fits = |text: &str| {
            values.iter().any(|value| match value.strip_suffix('*') {
                Some(start) => text.starts_with(start),
                None => text == *value,
            })
        };
        let mut has = if self.is_whole(pointer) { Some(false) } else { None };
        for node in self.all(pointer) {
            match self.scalar_of(node) {
                Given::Is(text) if fits(&text) => return Some(true),
                Given::Is(_) | Given::Absent => {}
                Given::Unclear => has = None,
            }
        }
        has
    }

    /// Whether every item that could hold a value of the row of `pointer` is of a type that can, and holds it if it has to.
    fn is_whole(&self, pointer: &'static str) -> bool {
        let Some((list, member)) = pointer.rsplit_once('*') else { return true };
        let list = &list[..list.len() - 1];
        let list_kept = |node| self.is_empty(node) || self.doc.kind(node) == Kind::Array;
        let item_kept = |item| {
            self.doc.kind(item) == Kind::Object
                && self.index.find(pointer).is_some_and(|row| {
                    !self.index.row(row).field.always_required()
                        || self.beside(pointer, item).is_some_and(|node| !self.is_empty(node))
                })
        };
        self.all(list).all(list_kept)
            && (member.is_empty() || self.all(&pointer[..list.len() + 2]).all(item_kept))
    }

    fn compare(
        &self,
        pointer: &'static str,
        near: NodeId,
        test: impl Fn(&[u8]) -> bool,
    ) -> Option<bool> {
        let id = self.index.find(pointer);
        let row = id.map(|row| self.index.row(row));
        let fits = |node| {
            row.is_none_or(|row| match (&row.field.ty, self.doc.kind(node)) {
                (Type::String(format::Format::Choice(choices)), Kind::String) => {
                    self.doc.string(node).is_some_and(|value| Choice::of(choices, &value).is_some())
                }
                (Type::String(_), own) => own == Kind::String,
                (Type::Bool, own) => matches!(own, Kind::Bool(_)),
                (Type::Integer(least, greatest), own) => {
                    let number: Option<i64> = self.doc.raw(node).parse().ok();
                    let inside = number.is_some_and(|number| (least..=greatest).contains(&&number));
                    own == Kind::Number && inside
                }
                _ => true,
            })
        };
        let given = id.and_then(|id| self.beside_row(id, near));
        let Some(node) = given.filter(|&node| !self.is_empty(node)) else {
            let default = row.and_then(|row| row.field.default_text());
            return Some(default.is_some_and(|default| test(default.as_bytes())));
        };
        if self.clear.has(node) {
            if let Some(said) = self.doc.plain(node) {
                return Some(test(said));
            }
        } else if !fits(node) {
            // A value with a finding of its own says nothing about others.
            return None;
        }
        match self.scalar_of(node) {
            Given::Is(said) => Some(test(said.as_bytes())),
            Given::Absent | Given::Unclear => None,
        }
    }

    /// A value in words for a message: as it is spelled, shortened, and never a secret's.
    pub fn show(&self, node: NodeId) -> String {
        if self.is_secret(node) {
            return "••••".to_owned();
        }
        shorten(self.doc.raw(node))
    }

    /// Whether a value, or anything it lies in, is secret.
    pub fn is_secret(&self, node: NodeId) -> bool {
        let mut at = Some(node);
        while let Some(node) = at {
            let row = self.rows[node.index()];
            if row != RowId::NONE && self.index.row(row).field.secret
                || row == RowId::NONE
                    && self.doc.name(node).is_some_and(|name| self.sounds_secret(&name))
            {
                return true;
            }
            at = self.doc.parent(node);
        }
        false
    }

    /// Whether a member that no row names bears a secret's name, or nearly the one of a secret row.
    pub(crate) fn sounds_secret(&self, name: &str) -> bool {
        let near =
            |row: &Row| name.len() <= 64 && strsim::damerau_levenshtein(row.field.name, name) <= 2;
        format::secret_name(name) || self.index.rows().any(|(_, row)| row.field.secret && near(row))
    }

    /// The names that the object at `node` may have, in the table's order.
    pub fn order(&self, node: NodeId) -> Vec<&'static str> {
        let row = self.rows[node.index()];
        if row == RowId::NONE
            || !matches!(self.index.row(row).field.ty.shape(), Type::Object(_) | Type::Map(..))
        {
            return Vec::new();
        }
        self.index.below(row).iter().map(|row| row.field.name).collect()
    }
}
