//! The form: which rows there are for a body, as plain data, and the edits that typing into them makes.
//!
//! There is no form model. [`plan`] reads the rows off an analysis; every change of a row is an edit of the text.

use std::collections::HashMap;

use crate::analysis::Analysis;
use crate::diagnostic::{Part, Text, text};
use crate::json::{self, Kind, NodeId, patch};
use crate::spec::{Choice, Cond, Field, Format, Required, Row, RowId, Type, View, blank};
use crate::text::Edit;

/// So many items or free members of one value have rows: nobody scrolls through more, and bodies of megabytes stay quick.
pub const ITEMS: usize = 500;

/// The form of a body.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Form {
    /// The groups, in the edition's layout.
    pub groups: Vec<FormGroup>,
}

/// A group of rows under a heading.
#[derive(Clone, PartialEq, Debug)]
pub struct FormGroup {
    /// The heading.
    pub title: Text,
    /// What belongs together here, if that needs words.
    pub help: Text,
    /// The rows, in order.
    pub rows: Vec<FormRow>,
}

/// One row.
#[derive(Clone, PartialEq, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "they are independent marks of a row, not states"
)]
pub struct FormRow {
    /// The JSON pointer of the member, also where it is absent. Names the row for as long as it is there.
    pub pointer: String,
    /// The member's own name; an item's is its place, from 1.
    pub name: String,
    /// What it is called.
    pub label: Text,
    /// What it means.
    pub help: Text,
    /// Where the document describes it.
    pub source: &'static str,
    /// How it is shown.
    pub widget: Widget,
    /// Whether the body says it.
    pub state: State,
    /// What it says: a string's content, else the JSON as spelled. Empty where it waits for its author.
    pub value: String,
    /// How deep it lies below its group's own rows.
    pub depth: usize,
    /// Whether it must be there, as the body stands.
    pub required: bool,
    /// Whether it stays behind "more" until it is set.
    pub more: bool,
    /// Whether its value is hidden on the screen.
    pub secret: bool,
    /// Whether it can be taken out: it is there and not demanded, or an item of a list.
    pub removable: bool,
    /// What the API takes when it is absent, as JSON.
    pub default: Option<&'static str>,
    /// What could stand there.
    pub hint: &'static str,
    /// Values seen in the documents.
    pub examples: &'static [&'static str],
    /// How many of its items or free members have no row, because there are too many.
    pub beyond: usize,
    /// The findings that stand at it, as indexes into the analysis.
    pub findings: Vec<usize>,
}

/// How a row is shown.
#[derive(Clone, Copy, Debug)]
pub enum Widget {
    /// A heading over the rows that follow one level deeper.
    Heading,
    /// A list: a heading with a button that adds an item.
    List,
    /// Free members: a heading with a button that adds one by name.
    Map,
    /// `true`, `false` or nothing.
    Toggle,
    /// One of these values; if open, any other too.
    Choice(&'static [Choice], Openness),
    /// A whole number.
    Number,
    /// One line of text.
    Line,
    /// An address range.
    Range,
    /// Many lines of text: certificates, JSON in a string.
    Block,
    /// JSON as it is spelled, where the body holds another type than the table says.
    Json,
}

/// Whether values beyond the list may be typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Openness {
    /// Only the list.
    Closed,
    /// Any value; the list is offered.
    Open,
}

impl PartialEq for Widget {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Choice(own, open), Self::Choice(choices, other)) => {
                std::ptr::eq(own.as_ptr(), choices.as_ptr()) && open == other
            }
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

/// Whether the body says a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// The member is not there.
    Absent,
    /// It is there and waits for its author: empty, or a placeholder.
    Blank,
    /// It is there.
    Set,
}

/// The form of the analysed body.
pub fn plan(analysis: &Analysis) -> Form {
    let view = analysis.view();
    let index = analysis.edition.index();
    let layout = analysis.edition.layout;
    let mut findings: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, found) in analysis.diagnostics.iter().enumerate() {
        let of_value =
            !matches!(found.place.part, Part::Text(_)) || found.place.node != NodeId::ROOT;
        if of_value {
            findings.entry(analysis.pointer(&found.place)).or_default().push(at);
        }
    }
    let mut planner = Planner {
        analysis,
        view: &view,
        findings,
        homes: vec![usize::MAX; index.count()],
        listed: vec![false; index.count()],
        rows: Vec::new(),
        home: 0,
    };
    for (id, row) in index.rows() {
        let named = layout
            .iter()
            .enumerate()
            .flat_map(|(home, group)| group.rows.iter().map(move |prefix| (home, *prefix)));
        let best = named
            .filter(|(_, prefix)| {
                row.pointer
                    .strip_prefix(prefix)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            })
            .max_by_key(|(_, prefix)| prefix.len());
        planner.homes[id.index()] = best.map_or(layout.len(), |(home, _)| home);
        planner.listed[id.index()] = best.is_some_and(|(_, prefix)| prefix == row.pointer);
    }
    let mut groups = Vec::new();
    for (home, group) in layout.iter().enumerate() {
        planner.home = home;
        for pointer in group.rows {
            let Some(id) = index.find(pointer) else { continue };
            let nested = pointer.matches('/').count() > 1 && group.rows.len() > 1;
            planner.place(id, pointer, view.first_of(id), nested);
        }
        groups.push(FormGroup {
            title: group.title,
            help: group.help,
            rows: std::mem::take(&mut planner.rows),
        });
    }
    planner.home = layout.len();
    for row in index.below(RowId::ROOT) {
        if let Some(id) = index.find(row.pointer)
            && planner.homes[id.index()] == layout.len()
        {
            planner.place(id, row.pointer, view.first_of(id), true);
        }
    }
    if !planner.rows.is_empty() {
        let rows = std::mem::take(&mut planner.rows);
        groups.push(FormGroup { title: text("Other", "其他"), help: Text::NONE, rows });
    }
    Form { groups }
}

struct Planner<'a> {
    analysis: &'a Analysis,
    view: &'a View<'a>,
    findings: HashMap<String, Vec<usize>>,
    /// The group of each row.
    homes: Vec<usize>,
    /// Whether the layout names the row itself, so that it is placed there and not below its parent.
    listed: Vec<bool>,
    rows: Vec<FormRow>,
    home: usize,
}

impl Planner<'_> {
    /// Puts a member of the group's own: an object's members directly, under a heading only if others stand beside it.
    fn place(&mut self, id: RowId, pointer: &str, node: Option<NodeId>, heading: bool) {
        let row = self.analysis.edition.index().row(id);
        let odd = matches!(self.widget(row, node), Widget::Json);
        if matches!(row.field.ty, Type::Object(_)) && !heading && !odd {
            self.below(id, pointer, node, 0);
        } else {
            self.row(id, pointer, node, 0);
        }
    }

    fn row(&mut self, id: RowId, pointer: &str, node: Option<NodeId>, depth: usize) {
        let index = self.analysis.edition.index();
        let row = index.row(id);
        let field = row.field;
        if node.is_none() && (field.read_only.is_some() || field.deprecated.is_some()) {
            return;
        }
        let widget = self.widget(row, node);
        let state = match node {
            None => State::Absent,
            Some(node) if self.view.is_empty(node) || self.view.is_blank(node) => State::Blank,
            Some(_) => State::Set,
        };
        let doc = &self.analysis.doc;
        let value = match node {
            Some(node) if state == State::Set => doc
                .string(node)
                .map_or_else(|| doc.raw(node).to_owned(), std::borrow::Cow::into_owned),
            _ => String::new(),
        };
        let near = node.unwrap_or(NodeId::ROOT);
        let required = self.view.demands(field, near) == Some(true);
        let idle = self.view.uses(field) == Some(false)
            || field
                .forbidden
                .as_ref()
                .is_some_and(|forbidden| self.view.holds(&forbidden.when, near) == Some(true));
        let item = field.name == "*";
        let name = if item
            && pointer
                .rsplit('/')
                .next()
                .is_some_and(|last| last.bytes().all(|byte| byte.is_ascii_digit()))
        {
            let place: usize =
                pointer.rsplit('/').next().and_then(|last| last.parse().ok()).unwrap_or(0);
            (place + 1).to_string()
        } else {
            json::unescape(pointer.rsplit('/').next().unwrap_or_default()).into_owned()
        };
        let beyond = match (widget, node) {
            (Widget::List | Widget::Map, Some(node)) => {
                doc.children(node).count().saturating_sub(ITEMS)
            }
            _ => 0,
        };
        self.rows.push(FormRow {
            name,
            label: field.label,
            help: field.help,
            source: field.source,
            widget,
            state,
            value,
            depth,
            required,
            more: state == State::Absent && (!required || idle),
            secret: field.secret,
            removable: node.is_some() && (item || !required),
            default: field.default,
            hint: field.blank,
            examples: field.examples,
            beyond,
            findings: self.findings.remove(pointer).unwrap_or_default(),
            pointer: pointer.to_owned(),
        });
        match widget {
            // What lies below an absent optional object comes when the object does.
            Widget::Heading if node.is_none() && !required => {}
            Widget::Heading => self.below(id, pointer, node, depth + 1),
            Widget::List => {
                let Some(node) = node else { return };
                for (at, child) in doc.children(node).take(ITEMS).enumerate() {
                    self.row(row.first, &format!("{pointer}/{at}"), Some(child), depth + 1);
                }
            }
            Widget::Map => {
                let Some(node) = node else { return };
                for child in doc.children(node).take(ITEMS) {
                    let child_id = self.view.row_id(child);
                    if child_id != RowId::NONE {
                        let name = doc.name(child).unwrap_or_default();
                        self.row(
                            child_id,
                            &format!("{pointer}/{}", json::escape(&name)),
                            Some(child),
                            depth + 1,
                        );
                    }
                }
            }
            _ => {}
        }
    }

    fn below(&mut self, id: RowId, pointer: &str, node: Option<NodeId>, depth: usize) {
        let index = self.analysis.edition.index();
        let parent = index.row(id);
        for at in 0..parent.count {
            let child_id = RowId(parent.first.0 + at);
            let child = index.row(child_id);
            if self.homes[child_id.index()] != self.home || self.listed[child_id.index()] {
                continue;
            }
            let child_node = node.and_then(|node| self.view.within(node, child_id));
            self.row(
                child_id,
                &format!("{pointer}/{}", json::escape(child.field.name)),
                child_node,
                depth,
            );
        }
    }

    fn widget(&self, row: &Row, node: Option<NodeId>) -> Widget {
        let kind =
            node.filter(|&node| !self.view.is_empty(node)).map(|node| self.analysis.doc.kind(node));
        // A scalar of another type keeps its control: what is wrong is said beside it, and what is typed next mends it.
        let fits = match (&row.field.ty, kind) {
            (_, None) => true,
            (Type::Object(_) | Type::Map(..), Some(kind)) => kind == Kind::Object,
            (Type::Array(_), Some(kind)) => kind == Kind::Array,
            (Type::Bool | Type::Integer(..) | Type::String(_), Some(kind)) => {
                !matches!(kind, Kind::Object | Kind::Array)
            }
            (Type::Any, Some(_)) => false,
        };
        if !fits {
            return Widget::Json;
        }
        match row.field.ty {
            Type::Object(_) => Widget::Heading,
            Type::Map(..) => Widget::Map,
            Type::Array(_) => Widget::List,
            Type::Bool => Widget::Toggle,
            Type::Integer(..) => Widget::Number,
            Type::Any => Widget::Json,
            Type::String(format) => match format {
                Format::Choice(choices) => Widget::Choice(choices, Openness::Closed),
                Format::Suggest(choices) => Widget::Choice(choices, Openness::Open),
                Format::Cidr | Format::AnyCidr => Widget::Range,
                Format::Certificate | Format::PrivateKey | Format::Json(_) => Widget::Block,
                Format::Digits(..) => Widget::Number,
                Format::Text
                | Format::Listed(_)
                | Format::Ip
                | Format::Host
                | Format::Uuid
                | Format::Version
                | Format::PlainVersion => Widget::Line,
            },
        }
    }
}

fn field_at(analysis: &Analysis, pointer: &str) -> Option<&'static Field> {
    let index = analysis.edition.index();
    index.resolve(pointer).map(|row| index.row(row).field)
}

/// The edits that make the member at `pointer` say what was typed. Nothing typed takes an optional member out and leaves a
/// required one empty.
pub fn input(analysis: &Analysis, pointer: &str, typed: &str) -> Vec<Edit> {
    let Some(field) = field_at(analysis, pointer) else { return Vec::new() };
    if typed.is_empty() {
        return match field.required {
            Required::No if field.name != "*" => remove(analysis, pointer),
            _ if analysis.doc.find(pointer).is_none() => Vec::new(),
            _ => set(analysis, pointer, "\"\""),
        };
    }
    let json = match field.ty {
        Type::String(_) => patch::quote(typed),
        Type::Bool if typed == "true" || typed == "false" => typed.to_owned(),
        Type::Integer(..) if typed.parse::<i64>().is_ok() => typed.to_owned(),
        _ => {
            let spelled = json::Document::parse(typed);
            if spelled.errors().is_empty() { typed.to_owned() } else { patch::quote(typed) }
        }
    };
    set(analysis, pointer, &json)
}

/// The edits that put JSON at `pointer`, making the objects on the way.
pub fn set(analysis: &Analysis, pointer: &str, json: &str) -> Vec<Edit> {
    patch::set(&analysis.doc, pointer, json, &|parent| analysis.order(parent)).unwrap_or_default()
}

/// The edits that take the member or item at `pointer` out.
pub fn remove(analysis: &Analysis, pointer: &str) -> Vec<Edit> {
    analysis.doc.find(pointer).map(|node| patch::remove(&analysis.doc, node)).unwrap_or_default()
}

/// The edits that put an absent member there, blank; of a list, that add an item.
pub fn add(analysis: &Analysis, pointer: &str) -> Vec<Edit> {
    let Some(field) = field_at(analysis, pointer) else { return Vec::new() };
    let view = analysis.view();
    let holds: &dyn Fn(&Cond) -> bool = &|cond| view.holds(cond, NodeId::ROOT) == Some(true);
    if let Type::Array(items) = field.ty {
        let item = blank(&items.item, holds);
        return match analysis.doc.find(pointer) {
            Some(node) if analysis.doc.kind(node) == Kind::Array => {
                let end = analysis.doc.children(node).count();
                set(analysis, &format!("{pointer}/{end}"), &item)
            }
            _ => set(analysis, pointer, &format!("[\n  {}\n]", item.replace('\n', "\n  "))),
        };
    }
    set(analysis, pointer, &blank(field, holds))
}

/// The edits that give the free members at `pointer` one more, of that name.
pub fn add_member(analysis: &Analysis, pointer: &str, name: &str) -> Vec<Edit> {
    let own = format!("{pointer}/{}", json::escape(name));
    let json = field_at(analysis, &own).map_or_else(
        || "\"\"".to_owned(),
        |field| match field.examples {
            [example, ..] => patch::quote(example),
            [] => "\"\"".to_owned(),
        },
    );
    set(analysis, &own, &json)
}
