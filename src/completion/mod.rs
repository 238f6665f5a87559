//! What could be typed at a place of a body: names, values and items, by the edition's table alone.

mod place;

use crate::analysis::Analysis;
use crate::diagnostic::{Text, text};
use crate::edition::Edition;
use crate::json::patch::{Spelling, compact, quote};
use crate::json::{Document, NodeId};
use crate::spec::format::placeholder;
use crate::spec::{Cond, Field, Format, Index, Row, RowId, Type, View, blank, string};
use crate::text::{Edit, Span, apply, order};
use place::{Place, What};

/// What could be typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Completion {
    /// The bytes that an item's text replaces. Where a comma is missing they reach back to where it belongs.
    pub span: Span,
    /// What fits, best first. What does not go with what is typed already is left out, so nothing is left to filter.
    pub items: Vec<Item>,
}

/// One thing that could be typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    /// What is shown: a name, or a value without its quotes.
    pub label: String,
    /// What is put in, with the commas it needs.
    pub insert: String,
    /// Where in `insert` the caret goes, in bytes; behind it if there is no better place. Where that is before `<`, the blank up
    /// to `>` is what is to be typed over.
    pub caret: Option<usize>,
    /// What it is.
    pub kind: ItemKind,
    /// A few words about it; they may be none.
    pub detail: Text,
    /// Whether the body lacks it.
    pub required: bool,
    /// The row whose long help explains it; empty if there is none.
    pub pointer: String,
}

/// What an item is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ItemKind {
    /// A member's name, with a start of its value.
    Name,
    /// A value.
    Value,
    /// A blank to fill in.
    Blank,
    /// An object or array, or a whole body.
    Item,
}

/// What could be typed at `offset`: members that are not there yet, those the body lacks first, and values. `None` if nothing.
///
/// Members are left out that the kind of cluster does not use, that what else the body says forbids, or that are deprecated or only
/// returned; so are choices that are not open. Of secrets nothing is offered but a blank.
pub fn complete(analysis: &Analysis, offset: u32) -> Option<Completion> {
    let text = analysis.text();
    let offset = text.floor_char_boundary(offset as usize);
    let view = analysis.view();
    let (edition, index) = (analysis.edition, analysis.edition.index());
    Completer { edition, index, view: &view, doc: &analysis.doc, root: RowId::ROOT, outer: None }
        .at(u32::try_from(offset).ok()?)
}

struct Completer<'a> {
    edition: &'static Edition,
    index: &'static Index,
    view: &'a View<'a>,
    doc: &'a Document,
    /// The row of the document's own value.
    root: RowId,
    /// The string of the body that `doc` is in, if it is in one.
    outer: Option<NodeId>,
}

/// Something to offer, before it is spelled.
struct Offer {
    label: String,
    /// JSON of two spaces a level.
    json: String,
    kind: ItemKind,
    detail: Text,
}

impl Offer {
    fn value(label: &str, json: String, detail: Text) -> Self {
        Self { label: label.to_owned(), json, kind: ItemKind::Value, detail }
    }

    fn blank(field: &Field, json: String) -> Self {
        let label = json.trim_matches('"').to_owned();
        Self { label, json, kind: ItemKind::Blank, detail: field.label }
    }

    fn item(label: &str, json: String, detail: Text) -> Self {
        Self { kind: ItemKind::Item, ..Self::value(label, json, detail) }
    }
}

impl Completer<'_> {
    fn at(&self, offset: u32) -> Option<Completion> {
        if let Some(end) = place::unclosed_name(self.doc, offset) {
            return self.with_quote(end, offset);
        }
        let holds_json = |node| {
            self.row(node).is_some_and(|row| {
                matches!(self.index.row(row).field.ty, Type::String(Format::Json(_)))
            })
        };
        let place = place::find(self.doc, offset, &holds_json)?;
        let items = match place.what {
            What::Inside(node) => return self.inside(node, offset),
            What::Name { object, own, bare } => self.names(&place, object, own, bare),
            What::Member(node) => self.values(&place, node, self.row(node)?),
            What::Item(array) => {
                let row = self.index.row(self.row(array)?);
                let Type::Array(items) = row.field.ty.shape() else { return None };
                let mut offered = self.values(&place, array, row.first);
                if items.unique {
                    let doc = self.doc;
                    let others =
                        doc.children(array).filter(|&item| !place.span.touches(doc.span(item).end));
                    let there: Vec<_> = others.filter_map(|item| doc.string(item)).collect();
                    offered.retain(|item| there.iter().all(|own| *own != item.label));
                }
                offered
            }
            What::Document => self.documents(&place),
        };
        (!items.is_empty()).then_some(Completion { span: place.span, items })
    }

    /// What could be typed if a quote stood at `quote`; and a brace at the end, should that not make a name of it yet.
    fn with_quote(&self, quote: u32, offset: u32) -> Option<Completion> {
        let mended =
            |end| [Edit::insert(quote, "\""), Edit::insert(self.doc.span(NodeId::ROOT).end, end)];
        let docs = ["", "}"].map(|end| Document::parse(apply(self.doc.text(), &mended(end))));
        let is_name =
            |doc: &&Document| doc.key_span(doc.at(offset)).is_some_and(|key| key.touches(offset));
        let doc = docs.iter().find(is_name)?;
        let completer = Completer { doc, outer: Some(self.near(NodeId::ROOT)), ..*self };
        let mut completion = completer.at(offset)?;
        let at = |place: u32| if place > quote { place - 1 } else { place };
        completion.span = Span::new(at(completion.span.start), at(completion.span.end));
        Some(completion)
    }

    /// What could be typed in the JSON that a string holds, spelled for that string.
    fn inside(&self, node: NodeId, offset: u32) -> Option<Completion> {
        let (inner, places) = self.doc.spelled(node)?;
        let at = |inner: u32| places.get(inner as usize).copied();
        let inner_offset = places.partition_point(|&place| place < offset).min(inner.len());
        let doc = Document::parse(inner.as_ref());
        let completer = Completer { doc: &doc, root: self.row(node)?, outer: Some(node), ..*self };
        let mut completion = completer.at(u32::try_from(inner_offset).ok()?)?;
        completion.span = Span::new(at(completion.span.start)?, at(completion.span.end)?);
        for item in &mut completion.items {
            let escaped = |text: &str| {
                let quoted = quote(text);
                quoted[1..quoted.len() - 1].to_owned()
            };
            item.caret = item.caret.map(|caret| escaped(&item.insert[..caret]).len());
            item.insert = escaped(&item.insert);
        }
        Some(completion)
    }

    /// The row that a value follows, also where the walk over the body did not come.
    fn row(&self, node: NodeId) -> Option<RowId> {
        let Some(parent) = self.doc.parent(node) else { return Some(self.root) };
        let name = self.doc.name(node).unwrap_or_default();
        self.index.child(self.row(parent)?, &name)
    }

    /// The value of the body that conditions are looked at from.
    fn near(&self, node: NodeId) -> NodeId {
        self.outer.unwrap_or(node)
    }

    fn holds(&self, node: NodeId) -> impl Fn(&Cond) -> bool {
        move |cond| self.view.holds(cond, self.near(node)) == Some(true)
    }

    fn names(&self, place: &Place, object: NodeId, own: Option<NodeId>, bare: bool) -> Vec<Item> {
        let Some(row) = self.row(object) else { return Vec::new() };
        if !matches!(self.index.row(row).field.ty.shape(), Type::Object(_) | Type::Map(..)) {
            return Vec::new();
        }
        let doc = self.doc;
        let there: Vec<_> = doc
            .children(object)
            .filter(|&child| Some(child) != own)
            .filter_map(|child| doc.name(child))
            .collect();
        let near = self.near(object);
        let demanded = |row: &Row| self.view.demands(row.field, near) == Some(true);
        let rows: Vec<&Row> = self
            .index
            .below(row)
            .iter()
            .filter(|row| row.field.name != "*" && there.iter().all(|name| name != row.field.name))
            .filter(|row| demanded(row) || !self.is_idle(row, near))
            .collect();
        let spelling = Spelling::at(doc, object, place.span.end);
        let ranks =
            rows.iter().map(|row| (rank(row.field.name, &place.typed), u32::from(!demanded(row))));
        let ranks: Vec<_> = ranks.collect();
        order(ranks.iter().copied())
            .into_iter()
            .filter(|&at| ranks[at].0 < NO_MATCH)
            .map(|at| {
                let field = rows[at].field;
                let value = if bare {
                    String::new()
                } else {
                    self.spell(&spelling, &self.start(field, object))
                };
                let name = if bare { quote(field.name) } else { spelling.name(field.name) };
                let caret = caret(&value).map(|caret| place.lead.len() + name.len() + caret);
                Item {
                    label: field.name.to_owned(),
                    insert: [&place.lead, &name, &value, place.tail].concat(),
                    caret,
                    kind: ItemKind::Name,
                    detail: field.label,
                    required: ranks[at].1 == 0,
                    pointer: rows[at].pointer.to_owned(),
                }
            })
            .collect()
    }

    /// Whether a member would only be remarked upon.
    fn is_idle(&self, row: &Row, near: NodeId) -> bool {
        let field = row.field;
        // Some are forbidden as soon as they are there.
        let forbids = |when: &Cond| {
            matches!(when, Cond::Set(own) if *own == row.pointer)
                || self.view.holds(when, near) == Some(true)
        };
        field.read_only.is_some()
            || field.deprecated.is_some()
            || self.view.uses(field) == Some(false)
            || field.forbidden.is_some_and(|forbidden| forbids(&forbidden.when))
            || field.known_when.is_some_and(|cond| self.view.holds(&cond, near) != Some(true))
            || field.since.is_some_and(|since| self.view.before(since.version) == Some(true))
    }

    /// The value that a new member starts with, as JSON.
    fn start(&self, field: &Field, near: NodeId) -> String {
        match field.ty {
            // What it may be is offered once the caret is there.
            Type::String(Format::Choice([_, _, ..]) | Format::Suggest(_)) => "\"\"".to_owned(),
            Type::String(Format::Json(Type::Any)) => "\"{}\"".to_owned(),
            Type::String(Format::Json(inner)) => {
                let field = Field { ty: *inner, ..*field };
                quote(&compact(&blank(&field, &self.holds(near))))
            }
            _ => blank(field, &self.holds(near)),
        }
    }

    fn values(&self, place: &Place, near: NodeId, id: RowId) -> Vec<Item> {
        let row = self.index.row(id);
        let offers = self.offers(row.field, near, id == self.root);
        let spelling = Spelling::at(self.doc, near, place.span.end);
        // A value that is there as a whole is to be changed for any other.
        let whole = placeholder(place.span.of(self.doc.text()).trim_matches('"'))
            || offers.iter().any(|offer| offer.label == place.typed);
        let typed = if whole { "" } else { &place.typed };
        let ranks: Vec<_> = offers.iter().map(|offer| (rank(&offer.label, typed), 0)).collect();
        order(ranks.iter().copied())
            .into_iter()
            .filter(|&at| ranks[at].0 < NO_MATCH)
            .map(|at| {
                let offer = &offers[at];
                let value = self.spell(&spelling, &offer.json);
                let caret = match offer.kind {
                    ItemKind::Value => None,
                    _ => caret(&value).map(|caret| place.lead.len() + caret),
                };
                Item {
                    label: offer.label.clone(),
                    insert: [&place.lead, &value, place.tail].concat(),
                    caret,
                    kind: offer.kind,
                    detail: offer.detail,
                    required: false,
                    pointer: row.pointer.to_owned(),
                }
            })
            .collect()
    }

    /// JSON as the text spells it; in a string on one line, if that is on one.
    fn spell(&self, spelling: &Spelling, json: &str) -> String {
        if self.outer.is_some() && !self.doc.text().contains('\n') {
            compact(json)
        } else {
            spelling.value(json)
        }
    }

    fn offers(&self, field: &'static Field, near: NodeId, whole: bool) -> Vec<Offer> {
        let mut offers: Vec<Offer> = Vec::new();
        let mut add = |offer: Offer| {
            if offers.iter().all(|other| other.json != offer.json) {
                offers.push(offer);
            }
        };
        let ty = if whole { field.ty.shape() } else { &field.ty };
        let open = |when: &Option<(Cond, Text)>| {
            when.is_none_or(|(cond, _)| self.view.holds(&cond, self.near(near)) != Some(false))
        };
        let quoted = matches!(ty, Type::String(_));
        if !field.secret {
            for choice in field.choices().iter().filter(|choice| open(&choice.when)) {
                add(Offer::value(choice.value, quote(choice.value), choice.help));
            }
            if let (Some(json), Some(text)) = (field.default, field.default_text()) {
                add(Offer::value(text, json.to_owned(), DEFAULT));
            }
            if matches!(ty, Type::Bool) {
                for json in ["true", "false"] {
                    add(Offer::value(json, json.to_owned(), Text::NONE));
                }
            }
            for number in field.among {
                let json = number.to_string();
                add(Offer::value(&json.clone(), json, Text::NONE));
            }
            for example in field.examples.iter().filter(|example| !placeholder(example)) {
                let json = if quoted { quote(example) } else { (*example).to_owned() };
                if Document::parse(json.as_str()).errors().is_empty() {
                    add(Offer::value(example.trim_matches('"'), json, EXAMPLE));
                }
            }
        }
        match ty {
            Type::Bool | Type::Integer(..) | Type::String(Format::Choice(_)) => {}
            Type::Array(_) | Type::Object(_) | Type::Map(..) => {
                let field = Field { ty: *ty, ..*field };
                let json = blank(&field, &self.holds(near));
                if let Some(naming) = naming(field.name, ty) {
                    let own = |value: &str| [&quote(naming.name), ": ", value].concat();
                    let empty = own(&blank(naming, &self.holds(near)));
                    for choice in naming.choices().iter().filter(|choice| open(&choice.when)) {
                        let json = json.replacen(&empty, &own(&quote(choice.value)), 1);
                        add(Offer::item(choice.value, json, choice.help));
                    }
                }
                let label = if matches!(ty, Type::Array(_)) { "[…]" } else { "{…}" };
                add(Offer::item(label, json, field.label));
            }
            Type::String(Format::Json(_)) => add(Offer::blank(field, self.start(field, near))),
            Type::String(_) | Type::Any => {
                let plain = Field { ty: string(), ..*field };
                add(Offer::blank(field, blank(&plain, &|_| false)));
            }
        }
        offers
    }

    /// What a text can start with: its own row's blank, or one of the edition's presets.
    fn documents(&self, place: &Place) -> Vec<Item> {
        let row = self.index.row(self.root);
        let mut items = self.values(place, NodeId::ROOT, self.root);
        if self.outer.is_none() {
            for item in &mut items {
                item.detail = self.edition.name;
            }
            items.extend(
                self.edition
                    .presets
                    .iter()
                    .filter(|preset| rank(preset.id, &place.typed) < NO_MATCH)
                    .map(|preset| Item {
                        label: preset.id.to_owned(),
                        insert: preset.text.to_owned(),
                        caret: None,
                        kind: ItemKind::Item,
                        detail: preset.name,
                        required: false,
                        pointer: row.pointer.to_owned(),
                    }),
            );
        }
        items
    }
}

const DEFAULT: Text = text("the default", "默认值");
const EXAMPLE: Text = text("from an example of the document", "文档示例中的取值");

/// The member that tells the items of a list apart: the first that is always there and has known values, with room for others.
fn naming(name: &str, ty: &Type) -> Option<&'static Field> {
    let Type::Object(fields) = *ty else { return None };
    let fields = if name == "*" { fields } else { &[] };
    let suggests = |field: &Field| matches!(field.ty, Type::String(Format::Suggest(_)));
    fields.iter().find(|field| field.always_required() && suggests(field))
}

/// Where the caret goes in a value that waits for its author: to its first blank or empty place, or before a word that may be
/// changed for another.
fn caret(value: &str) -> Option<usize> {
    let empty = ["\"<", "\"\"", "{}", "[]"].iter().find_map(|empty| value.find(empty));
    empty.map(|at| at + 1).or_else(|| matches!(value, "true" | "false").then_some(0))
}

/// How well a name goes with what is typed of it: from the start, somewhere, letter by letter, not at all.
fn rank(name: &str, typed: &str) -> u32 {
    let (name, typed) = (name.to_ascii_lowercase(), typed.to_ascii_lowercase());
    let mut letters = name.chars();
    if name.starts_with(&typed) {
        0
    } else if name.contains(&typed) {
        1
    } else if typed.chars().all(|char| letters.any(|own| own == char)) {
        2
    } else {
        NO_MATCH
    }
}

const NO_MATCH: u32 = 3;
