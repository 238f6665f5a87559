//! An edition's table, flattened: every member's row with its pointer.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::format::{bare, impersonal, placeholder};
use super::{Field, Format, Type};
use crate::json::{self, Document, Node};
use crate::text::hash;

/// The number of a row in its edition's [`Index`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct RowId(pub u16);

impl RowId {
    /// The row of the whole body.
    pub const ROOT: Self = Self(0);
    /// No row: an unknown member or what lies below one.
    pub const NONE: Self = Self(u16::MAX);

    /// As an index.
    #[inline(always)]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A row with its place.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says whether a step of the walk can be left out"
)]
pub struct Row {
    /// What the table says.
    pub field: &'static Field,
    /// The field's type. Every value is looked at by it, so it stands where the rest of what a look needs does.
    pub(super) ty: Type,
    /// Whether strings have a length or a pattern to keep to.
    pub(super) measured: bool,
    /// The JSON pointer; array items and free members are `*`. The root's is empty.
    pub pointer: &'static str,
    /// The row of the containing object, map or array; the root's is its own.
    pub parent: RowId,
    /// The innermost row of an item or free member that it lies in, or is; the root's if there is none.
    pub scope: RowId,
    /// The first of the rows directly below, which follow one another in the table's order.
    pub first: RowId,
    /// How many rows are directly below.
    pub count: u16,
    /// Whether members that no row names are free: the last of the rows below is theirs.
    pub open: bool,
    /// Which of the rows below, by their places, have something to say of absent members: a required one, or one required on a
    /// condition.
    pub(super) demands: Few,
    /// Whether it is the row of an item or of free members.
    pub(super) is_item: bool,
    /// Whether its string is free text, for people to read.
    free: bool,
    /// Whether it lies in the JSON that a string holds.
    pub(super) is_held: bool,
    /// Whether there is something to say whenever the member is there.
    pub remarks: bool,
    /// Whether other members decide if it, or its value, is allowed.
    pub gated: bool,
}

/// The rows of an edition, made once from its table.
#[derive(Debug)]
pub struct Index {
    rows: Vec<Row>,
    by_name: ByName,
    by_pointer: HashMap<&'static str, RowId, BuildHasherDefault<Quick>>,
}

impl Index {
    /// Flattens a table. Pointers are leaked: there is one index an edition, and it lives as long as the program.
    pub fn new(root: &'static Field) -> Self {
        let mut rows = vec![Row::new(root, "", RowId::ROOT)];
        let mut at = 0;
        while at < rows.len() {
            let (fields, open): (Vec<&'static Field>, bool) = match rows[at].field.ty.shape() {
                Type::Object(fields) => (fields.iter().collect(), false),
                Type::Map(other, fields) => (fields.iter().chain([*other]).collect(), true),
                Type::Array(items) => (vec![&items.item], false),
                Type::Any | Type::Bool | Type::Integer(..) | Type::String(_) => (Vec::new(), false),
            };
            rows[at].first = row_id(rows.len());
            rows[at].count = u16::try_from(fields.len()).unwrap_or(u16::MAX);
            rows[at].open = open;
            let named = fields.len() - usize::from(open);
            assert!(named <= Few::SIZE, "an object with more rows needs a wider set");
            for (below, field) in fields[..named].iter().enumerate() {
                if !matches!(field.required, super::Required::No) {
                    rows[at].demands.add(below);
                }
            }
            let parent = row_id(at);
            for field in fields {
                let pointer: &'static str =
                    String::leak(format!("{}/{}", rows[at].pointer, json::escape(field.name)));
                let mut row = Row::new(field, pointer, parent);
                row.is_held =
                    rows[at].is_held || matches!(rows[at].ty, Type::String(Format::Json(_)));
                row.free = matches!(row.ty, Type::String(Format::Text))
                    && (field.name == "description" || open && row.is_item);
                row.scope = if field.name == "*" { row_id(rows.len()) } else { rows[at].scope };
                rows.push(row);
            }
            at += 1;
        }
        let by_pointer =
            rows.iter().enumerate().map(|(at, row)| (row.pointer, row_id(at))).collect();
        let by_name = ByName::new(&rows);
        Self { rows, by_name, by_pointer }
    }

    /// Every row, the root first, children of a row side by side.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = (RowId, &Row)> {
        self.rows.iter().enumerate().map(|(at, row)| (row_id(at), row))
    }

    /// How many rows there are.
    pub const fn count(&self) -> usize {
        self.rows.len()
    }

    /// A row.
    #[inline(always)]
    pub fn row(&self, id: RowId) -> &Row {
        &self.rows[id.index()]
    }

    /// The rows directly below, in the table's order.
    pub fn below(&self, id: RowId) -> &[Row] {
        let row = self.row(id);
        &self.rows[row.first.index()..row.first.index() + row.count as usize]
    }

    /// The row directly below `parent` that a member follows by its name; free members follow none.
    #[inline(always)]
    pub(super) fn named(&self, parent: RowId, doc: &Document, member: &Node) -> Option<RowId> {
        let mark = doc.mark(member);
        let mut at = self.by_name.start(parent, mark);
        loop {
            let own = self.by_name.slots[at];
            if own.row == RowId::NONE {
                return None;
            }
            let fits = own.mark == mark && own.parent == parent;
            if fits && doc.is_called(member, self.row(own.row).field.name) {
                return Some(own.row);
            }
            at = self.by_name.after(at);
        }
    }

    /// The row of a pointer whose array places and free members are `*`.
    ///
    /// Rules ask for the same pointers again and again. A string of the program's own never changes, so the answer is known by
    /// where it stands, without a look at its bytes.
    pub fn find(&'static self, pointer: &'static str) -> Option<RowId> {
        let key = (std::ptr::from_ref(self).addr(), pointer.as_ptr().addr(), pointer.len());
        let row = KNOWN.with(|known| {
            let slot = &known[slot(key)];
            let (own, row) = slot.get();
            if own == key {
                return row;
            }
            let row = self.by_pointer.get(pointer).copied().unwrap_or(RowId::NONE);
            slot.set((key, row));
            row
        });
        (row != RowId::NONE).then_some(row)
    }

    /// The row below `parent` that the member or item `name` follows.
    pub fn child(&self, parent: RowId, name: &str) -> Option<RowId> {
        let row = self.row(parent);
        let below = self.below(parent);
        let own = below.iter().position(|row| row.field.name == name);
        let at = own.or_else(|| {
            (row.open || matches!(row.field.ty.shape(), Type::Array(_))).then(|| below.len() - 1)
        })?;
        Some(RowId(row.first.0 + u16::try_from(at).unwrap_or(0)))
    }

    /// The row of a body's own pointer: array places and free members fall to `*`.
    pub fn resolve(&self, pointer: &str) -> Option<RowId> {
        pointer
            .split('/')
            .skip(1)
            .try_fold(RowId::ROOT, |row, segment| self.child(row, &json::unescape(segment)))
    }
}

/// Rows by the row they are directly below and the mark of their names; a hash table with open addressing.
#[derive(Debug)]
struct ByName {
    slots: Vec<Slot>,
    /// How far a hash is shifted down to be a place in the table.
    shift: u32,
}

#[derive(Clone, Copy, Debug)]
struct Slot {
    mark: u32,
    parent: RowId,
    row: RowId,
}

impl ByName {
    fn new(rows: &[Row]) -> Self {
        let empty = Slot { mark: 0, parent: RowId::NONE, row: RowId::NONE };
        // So much room that a name mostly stands where its search begins.
        let bits = (rows.len() * 4).next_power_of_two().trailing_zeros();
        let mut own = Self { slots: vec![empty; 1 << bits], shift: u32::BITS - bits };
        for (at, row) in rows.iter().enumerate().filter(|(_, row)| !row.is_item).skip(1) {
            let slot =
                Slot { mark: json::mark(row.field.name), parent: row.parent, row: row_id(at) };
            let mut at = own.start(slot.parent, slot.mark);
            while own.slots[at].row != RowId::NONE {
                at = own.after(at);
            }
            own.slots[at] = slot;
        }
        own
    }

    /// Where the search for a row begins.
    #[inline(always)]
    fn start(&self, parent: RowId, mark: u32) -> usize {
        let hash = (mark ^ u32::from(parent.0).rotate_left(20)).wrapping_mul(0x9e37_79b9);
        (hash >> self.shift) as usize
    }

    #[inline(always)]
    const fn after(&self, at: usize) -> usize {
        (at + 1) & (self.slots.len() - 1)
    }
}

/// A set of the rows directly below one, by their places.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Few([u64; 2]);

impl Few {
    const SIZE: usize = 128;

    #[inline(always)]
    pub(super) const fn add(&mut self, at: usize) {
        self.0[at / 64] |= 1 << (at % 64);
    }

    pub(super) const fn has(self, at: usize) -> bool {
        self.0[at / 64] >> (at % 64) & 1 != 0
    }

    /// Takes every member of `other` out.
    pub(super) const fn less(self, other: Self) -> Self {
        Self([self.0[0] & !other.0[0], self.0[1] & !other.0[1]])
    }

    /// Takes the first member out.
    pub(super) fn pop(&mut self) -> Option<usize> {
        let word = self.0.iter().position(|word| *word != 0)?;
        let at = self.0[word].trailing_zeros() as usize;
        self.0[word] &= self.0[word] - 1;
        Some(word * 64 + at)
    }
}

impl Row {
    fn new(field: &'static Field, pointer: &'static str, parent: RowId) -> Self {
        let gated = field.forbidden.is_some()
            || field.since.is_some()
            || !field.kinds.is_empty()
            || field.choices().iter().any(|choice| choice.when.is_some());
        let remarks = gated
            || field.read_only.is_some()
            || field.note.is_some()
            || field.deprecated.is_some();
        Self {
            field,
            ty: field.ty,
            measured: field.length.is_some() || field.pattern.is_some(),
            pointer,
            parent,
            scope: RowId::ROOT,
            first: RowId::NONE,
            count: 0,
            open: false,
            demands: Few::default(),
            is_item: field.name == "*",
            free: false,
            is_held: false,
            remarks,
            gated,
        }
    }

    /// Whether a string still waits for its author. Free text may speak of what is its reader's own.
    pub fn waits(&self, text: &str) -> bool {
        placeholder(text) && (!self.free || placeholder(&impersonal(text)))
    }

    /// An ID or a name without the white space in it, if there is some. A secret and a free member's value may mean theirs, and a text
    /// of several words or lines is not looked up by anyone.
    pub(super) fn pasted<'t>(&self, node: &Node, value: &'t str) -> Option<Cow<'t, str>> {
        let named = matches!(self.ty, Type::String(Format::Text | Format::Suggest(_)))
            && !self.field.secret
            && (!self.is_item || node.key.is_empty());
        let own = named.then(|| bare(value))?;
        let around = own.len() < value.len() && !own.is_empty();
        (around && !own.contains(char::is_whitespace)).then_some(own)
    }
}

fn row_id(at: usize) -> RowId {
    RowId(u16::try_from(at).unwrap_or(u16::MAX))
}

/// The table, the place and the length of a pointer, and its row.
type Known = Cell<((usize, usize, usize), RowId)>;
const KNOWN_SIZE: usize = 4096;

/// Where what is known of a pointer stands. Strings stand close to each other in a program, so all bits of the place have to count.
fn slot((table, place, length): (usize, usize, usize)) -> usize {
    let all = (place ^ length << 20 ^ table.rotate_left(16)) as u64;
    usize::try_from(all.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 52).unwrap_or_default() % KNOWN_SIZE
}

thread_local! {
    static KNOWN: [Known; KNOWN_SIZE] = const { [const { Cell::new(((0, 0, 0), RowId::NONE)) }; KNOWN_SIZE] };
}

/// Hashes a pointer: it is short and never chosen by an attacker.
#[derive(Default)]
struct Quick(u64);

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        self.0 ^= hash(bytes, 0);
    }

    // The end of a string says nothing that its bytes have not said.
    fn write_u8(&mut self, _: u8) {}

    fn finish(&self) -> u64 {
        self.0
    }
}
