//! The rows of a body.

use std::borrow::Cow;

use super::card::{self, Card, Telling};
use super::{Form, FormGroup, FormRow, ITEMS, Openness, Origin, State, Widget, Wish, blanks};
use crate::analysis::Analysis;
use crate::diagnostic::{Part, Severity, Text, text};
use crate::json::{self, Document, Kind, NodeId};
use crate::network;
use crate::spec::{Cond, Format, Required, Row, RowId, Type, View};
use crate::text::{order, shorten};

/// The form of the analysed body, as far as the wish has it shown.
pub fn plan(analysis: &Analysis, wish: &Wish) -> Form {
    let view = analysis.view();
    let index = analysis.edition.index();
    let layout = analysis.edition.views().layout;
    let mut planner = Planner {
        analysis,
        view: &view,
        wish,
        findings: Findings::new(analysis),
        homes: vec![usize::MAX; index.count()],
        listed: vec![false; index.count()],
        rows: Vec::new(),
        home: 0,
        within: Vec::new(),
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
            let optional = !index.row(id).field.always_required();
            let nested = group.rows.len() > 1 && (optional || pointer.matches('/').count() > 1);
            planner.place(id, pointer, nested);
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
            planner.place(id, row.pointer, true);
        }
    }
    if !planner.rows.is_empty() {
        let rows = std::mem::take(&mut planner.rows);
        groups.push(FormGroup { title: text("Other", "其他"), help: Text::NONE, rows });
    }
    let mut form = Form { groups, blanks: Vec::new() };
    form.blanks = blanks::blanks(analysis, &form);
    form
}

/// The findings by the node they stand at, so that what is not shown costs nothing.
struct Findings<'a> {
    analysis: &'a Analysis,
    /// Node and index of each finding, in the order of the nodes.
    by_node: Vec<(u32, usize)>,
}

impl<'a> Findings<'a> {
    fn new(analysis: &'a Analysis) -> Self {
        let found = &analysis.diagnostics;
        let places = order(found.iter().map(|found| (found.place.node.0, 0)));
        let by_node = places.into_iter().map(|at| (found[at].place.node.0, at)).collect();
        Self { analysis, by_node }
    }

    fn between(&self, start: u32, end: u32) -> &[(u32, usize)] {
        let from = self.by_node.partition_point(|&(node, _)| node < start);
        let to = self.by_node.partition_point(|&(node, _)| node < end);
        &self.by_node[from..to]
    }

    /// Those at a node that `fits`.
    fn at(&self, node: NodeId, fits: impl Fn(&Part) -> bool) -> Vec<usize> {
        let part = |at: usize| &self.analysis.diagnostics[at].place.part;
        let own = self.between(node.0, node.0 + 1);
        own.iter().map(|&(_, at)| at).filter(|&at| fits(part(at))).collect()
    }

    /// How many of each severity stand in a value.
    fn count(&self, node: NodeId) -> [usize; 3] {
        let end = self.analysis.doc.node(node).next;
        let mut counts = [0; 3];
        for &(_, at) in self.between(node.0, end) {
            let severity = self.analysis.diagnostics[at].severity;
            if let Some(at) = Severity::ALL.into_iter().position(|own| own == severity) {
                counts[at] += 1;
            }
        }
        counts
    }
}

/// Where rows are read from: the body, or the JSON that a string of it holds.
struct Source<'a> {
    doc: &'a Document,
    /// The body through its table; nothing in a string.
    view: Option<&'a View<'a>>,
    /// The string's pointer and node.
    base: &'a str,
    holder: NodeId,
}

impl Source<'_> {
    fn is_empty(&self, node: NodeId) -> bool {
        match self.doc.kind(node) {
            Kind::Null | Kind::Missing => true,
            Kind::String => self.doc.span(node).len() <= 2,
            _ => false,
        }
    }

    fn state(&self, node: Option<NodeId>, row: &Row) -> State {
        let waits =
            |node| self.is_empty(node) || self.doc.string(node).is_some_and(|own| row.waits(&own));
        match node {
            None => State::Absent,
            Some(node) if waits(node) => State::Blank,
            Some(_) => State::Set,
        }
    }

    /// The value of a row that lies directly below `parent`; of equal names the last, as the checks and most parsers take it.
    fn child(&self, parent: NodeId, id: RowId, row: &Row) -> Option<NodeId> {
        let exact = self.doc.member(parent, row.field.name);
        exact.or_else(|| self.view.and_then(|view| view.within(parent, id)))
    }

    fn said(&self, node: NodeId) -> Cow<'_, str> {
        self.doc.string(node).unwrap_or_else(|| Cow::Borrowed(self.doc.raw(node)))
    }
}

/// A row to be made.
struct Spot<'p> {
    id: RowId,
    pointer: &'p str,
    node: Option<NodeId>,
    /// The object or list it lies in, if that is there.
    parent: Option<NodeId>,
    depth: usize,
    /// Its place and how many there are, if it is an item.
    item: Option<(usize, usize)>,
}

struct Planner<'a> {
    analysis: &'a Analysis,
    view: &'a View<'a>,
    wish: &'a Wish,
    findings: Findings<'a>,
    /// The group of each row.
    homes: Vec<usize>,
    /// Whether the layout names the row itself, so that it is placed there and not below its parent.
    listed: Vec<bool>,
    rows: Vec<FormRow>,
    home: usize,
    /// The items that the next row lies in.
    within: Vec<(Text, usize)>,
}

impl Planner<'_> {
    /// Puts a member of the group's own: an object's members directly, under a heading only if others stand beside it.
    fn place(&mut self, id: RowId, pointer: &str, heading: bool) {
        let row = self.analysis.edition.index().row(id);
        let source = Source {
            doc: &self.analysis.doc,
            view: Some(self.view),
            base: "",
            holder: NodeId::ROOT,
        };
        let there =
            |pointer: &str, id| self.analysis.doc.find(pointer).or_else(|| self.view.first_of(id));
        let node = there(pointer, id);
        let odd = matches!(widget(&source, row, node), Widget::Json);
        if matches!(row.field.ty, Type::Object(_)) && !heading && !odd {
            self.below(&source, id, pointer, node, 0);
        } else {
            let above = pointer.rsplit_once('/').map_or("", |(above, _)| above);
            let parent = there(above, row.parent);
            self.row(&source, &Spot { id, pointer, node, parent, depth: 0, item: None });
        }
    }

    fn row(&mut self, source: &Source, spot: &Spot) {
        let index = self.analysis.edition.index();
        let &Spot { id, pointer, node, parent, depth, item } = spot;
        let row = index.row(id);
        let field = row.field;
        let near = node.or(parent).filter(|_| source.view.is_some()).unwrap_or(source.holder);
        if node.is_none() && (field.read_only.is_some() || field.deprecated.is_some()) {
            return;
        }
        let known =
            field.known_when.as_ref().is_none_or(|cond| self.view.holds(cond, near) == Some(true));
        if node.is_none() && !known {
            return;
        }
        let inner = node.and_then(|node| held(source, row, node));
        let widget = match &inner {
            Some(_) => shape(row),
            None => widget(source, row, node),
        };
        let widget = if item.is_some() && widget == Widget::Heading && card::is_card(index, id) {
            Widget::Card
        } else {
            widget
        };
        let state = source.state(node, row);
        let required = match source.view {
            Some(view) => view.demands(field, near) == Some(true),
            None => matches!(field.required, Required::Yes),
        };
        let ruled_out = field.forbidden.as_ref().filter(|forbidden| {
            source.view.is_some() && self.view.holds(&forbidden.when, near) == Some(true)
        });
        let unused = state == State::Absent
            && (self.view.uses(field) == Some(false)
                || ruled_out.is_some_and(|forbidden| by_kind(&forbidden.when)));
        let name = match item {
            Some((at, _)) => (at + 1).to_string(),
            None => json::unescape(pointer.rsplit('/').next().unwrap_or_default()).into_owned(),
        };
        let value = match node {
            Some(node) if state == State::Set && !widget.heads() => source.said(node).into_owned(),
            _ => String::new(),
        };
        let (origin, applies) = self.origin(row, state, pointer);
        let count = match (&inner, node) {
            (Some(inner), _) => inner.children(NodeId::ROOT).count(),
            (None, Some(node)) if matches!(widget, Widget::List | Widget::Map) => {
                source.doc.children(node).count()
            }
            _ => 0,
        };
        let place = self.rows.len();
        self.rows.push(FormRow {
            name,
            row: row.pointer,
            within: self.within.clone(),
            label: field.label,
            help: field.help,
            source: field.source,
            widget,
            state,
            origin,
            applies,
            value,
            depth,
            required,
            more: state == State::Absent && (!required || ruled_out.is_some()),
            unused,
            secret: field.secret,
            removable: node.is_some() && (item.is_some() || field.name == "*" || !required),
            free: field.name == "*" && item.is_none(),
            item,
            card: None,
            default: field.default,
            hint: field.blank,
            examples: field.examples,
            count,
            findings: self.found(source, spot, inner.is_some()),
            pointer: pointer.to_owned(),
        });
        if let Some((at, _)) = item {
            self.within.push((field.label, at + 1));
        }
        match (&inner, node) {
            (Some(inner), Some(holder)) => {
                let source = Source { doc: inner, view: None, base: pointer, holder };
                self.inside(&source, spot, widget, NodeId::ROOT, place);
            }
            (_, Some(node)) => self.inside(source, spot, widget, node, place),
            // What lies below an absent optional object comes when the object does.
            (_, None) if widget == Widget::Heading && required => {
                self.below(source, id, pointer, None, depth + 1);
            }
            // Of free members those that are known are there to be found.
            (_, None) if widget == Widget::Map => {
                let inside = Source { doc: source.doc, view: None, base: pointer, holder: near };
                let held = matches!(field.ty, Type::String(_));
                let source = if held { &inside } else { source };
                self.below(source, id, pointer, None, depth + 1);
                self.name(pointer, place, depth + 1);
            }
            _ => {}
        }
        if item.is_some() {
            self.within.pop();
        }
    }

    /// The rows below one that is there.
    fn inside(&mut self, source: &Source, spot: &Spot, widget: Widget, node: NodeId, place: usize) {
        let &Spot { id, pointer, depth, .. } = spot;
        let row = self.analysis.edition.index().row(id);
        match widget {
            Widget::Heading => self.below(source, id, pointer, Some(node), depth + 1),
            Widget::Card => {
                let list = pointer.rsplit_once('/').map_or("", |(list, _)| list);
                let count = spot.item.map_or(0, |(_, count)| count);
                let open = self.wish.is_open(list, pointer, count);
                let counts = if source.view.is_some() { self.findings.count(node) } else { [0; 3] };
                self.rows[place].card = Some(Card { open, counts, ..Card::default() });
                if open {
                    self.below(source, id, pointer, Some(node), depth + 1);
                    if self.rows[place..].iter().any(|row| row.more && !row.unused) {
                        let end = [pointer, "/"].concat();
                        let more = FormRow::bare(end, row.pointer, Widget::More, depth + 1);
                        self.rows.push(FormRow { within: self.within.clone(), ..more });
                    }
                }
            }
            Widget::List => self.items(source, row.first, pointer, node, depth + 1),
            Widget::Map => {
                self.below(source, id, pointer, Some(node), depth + 1);
                let index = self.analysis.edition.index();
                for child in source.doc.children(node).take(ITEMS) {
                    let name = source.doc.name(child).unwrap_or_default();
                    let free = |id: &RowId| index.row(*id).field.name == "*";
                    let Some(id) = index.child(id, &name).filter(free) else { continue };
                    let pointer = [pointer, "/", &json::escape(&name)].concat();
                    let (parent, depth) = (Some(node), depth + 1);
                    let node = Some(child);
                    self.row(
                        source,
                        &Spot { id, pointer: &pointer, node, parent, depth, item: None },
                    );
                }
                self.name(pointer, place, depth + 1);
            }
            _ => {}
        }
    }

    /// What adds a free member to those of a row.
    fn name(&mut self, pointer: &str, place: usize, depth: usize) {
        let map = &self.rows[place];
        let bare = FormRow::bare([pointer, "/"].concat(), map.row, Widget::Name, depth);
        let label = map.label;
        self.rows.push(FormRow { label, within: self.within.clone(), ..bare });
    }

    /// The items of a list: as many as may have rows at once, from the first that is wished for, and those that are kept.
    fn items(&mut self, source: &Source, id: RowId, list: &str, node: NodeId, depth: usize) {
        let index = self.analysis.edition.index();
        let count = source.doc.children(node).count();
        let start = self.rows.len();
        // From so far before the item that is looked at that a share of the rows comes before it.
        let cards = card::is_card(index, id);
        let members = card::below(index, id, 0) + 1;
        let mut first = self.wish.near(list).min(count.saturating_sub(1));
        let mut before = 0;
        while first > 0 && before < ITEMS / 4 {
            first -= 1;
            let own = [list, "/", &first.to_string()].concat();
            let open = !cards || self.wish.is_open(list, &own, count);
            before += if open { members } else { 1 };
        }
        let telling = if cards { card::telling(index, id) } else { Telling::default() };
        let kept: Vec<usize> = self.wish.kept(list).filter(|&item| item < count).collect();
        let mut skipped = 0;
        let mut own = 0;
        for (at, child) in source.doc.children(node).enumerate() {
            let here = at >= first && (own == 0 || own < ITEMS);
            if !here && !kept.contains(&at) {
                skipped += 1;
                continue;
            }
            self.gap(list, id, at - skipped, &mut skipped, depth);
            let pointer = [list, "/", &at.to_string()].concat();
            let before = self.rows.len();
            self.row(
                source,
                &Spot {
                    id,
                    pointer: &pointer,
                    node: Some(child),
                    parent: Some(node),
                    depth,
                    item: Some((at, count)),
                },
            );
            self.sum_up(source, before, child, &telling);
            if here {
                own += self.rows.len() - before;
            }
        }
        self.gap(list, id, count - skipped, &mut skipped, depth);
        debug_assert!(count == 0 || self.rows.len() > start, "a list shows an item");
    }

    /// A row for items that have none.
    fn gap(&mut self, list: &str, id: RowId, first: usize, skipped: &mut usize, depth: usize) {
        if *skipped > 0 {
            let index = self.analysis.edition.index();
            let pointer = [list, "/", &first.to_string()].concat();
            let open = self.wish.is_open(list, &pointer, usize::MAX);
            let row = FormRow::bare(pointer, index.row(id).pointer, Widget::Gap, depth);
            let card = card::is_card(index, id).then(|| Card { open, ..Card::default() });
            self.rows.push(FormRow { card, count: std::mem::take(skipped), ..row });
        }
    }

    /// Has a card say its name and its most telling values.
    fn sum_up(&mut self, source: &Source, place: usize, node: NodeId, telling: &Telling) {
        let index = self.analysis.edition.index();
        let Some(card) = &mut self.rows[place].card else { return };
        let read = |id: RowId| {
            let own = lookup(source, index, node, id)?;
            if source.state(Some(own), index.row(id)) != State::Set || self.view.is_secret(own) {
                return None;
            }
            Some(match source.doc.kind(own) {
                Kind::Array => {
                    let mut items = source.doc.children(own);
                    let one = items
                        .find(|&item| source.state(Some(item), index.row(id)) == State::Set)?;
                    let rest = source.doc.children(own).count() - 1;
                    let one = shorten(&source.said(one));
                    if rest > 0 { [&one, " +", &rest.to_string()].concat() } else { one }
                }
                Kind::Object => return None,
                _ => shorten(&source.said(own)),
            })
        };
        card.title = telling.title.and_then(read).unwrap_or_default();
        let values =
            telling.values.iter().filter_map(|&id| Some((index.row(id).field.label, read(id)?)));
        card.values = values.take(card::VALUES).collect();
    }

    fn below(
        &mut self,
        source: &Source,
        id: RowId,
        pointer: &str,
        node: Option<NodeId>,
        depth: usize,
    ) {
        let index = self.analysis.edition.index();
        let parent = index.row(id);
        for id in (parent.first.0..parent.first.0 + parent.count).map(RowId) {
            let child = index.row(id);
            if child.field.name == "*" {
                continue;
            }
            if source.view.is_some()
                && (self.homes[id.index()] != self.home || self.listed[id.index()])
            {
                continue;
            }
            let own = [pointer, "/", &json::escape(child.field.name)].concat();
            let at = node.and_then(|node| source.child(node, id, child));
            self.row(
                source,
                &Spot { id, pointer: &own, node: at, parent: node, depth, item: None },
            );
        }
    }

    fn origin(&self, row: &Row, state: State, pointer: &str) -> (Origin, String) {
        match state {
            State::Set => return (Origin::Set, String::new()),
            State::Blank => return (Origin::Blank, String::new()),
            State::Absent => {}
        }
        let implied =
            self.analysis.plan.ranges.iter().find(|range| {
                range.origin == network::Origin::Implied && range.pointer == row.pointer
            });
        match (implied, row.field.default_text()) {
            (Some(range), _) if pointer == row.pointer => (Origin::Implied, range.net.to_string()),
            (_, Some(default)) => (Origin::Default, default.to_owned()),
            _ => (Origin::Absent, String::new()),
        }
    }

    /// The findings that stand at a row and not at one below it.
    fn found(&self, source: &Source, spot: &Spot, opened: bool) -> Vec<usize> {
        if source.view.is_none() {
            let own = &spot.pointer[source.base.len()..];
            return self.findings.at(
                source.holder,
                |part| matches!(part, Part::Inside(pointer, _) if pointer == own),
            );
        }
        match (spot.node, spot.parent) {
            (Some(node), _) => self.findings.at(node, |part| match part {
                Part::Absent(_) => false,
                Part::Inside(pointer, _) => !opened || pointer.is_empty(),
                Part::Text(_) => node != NodeId::ROOT,
                Part::Key | Part::Value => true,
            }),
            (None, Some(parent)) => {
                let name = self.analysis.edition.index().row(spot.id).field.name;
                self.findings
                    .at(parent, |part| matches!(part, Part::Absent(absent) if absent == name))
            }
            (None, None) => Vec::new(),
        }
    }
}

/// The value of a row anywhere below an item.
fn lookup(source: &Source, index: &crate::spec::Index, item: NodeId, id: RowId) -> Option<NodeId> {
    if let Some(view) = source.view {
        return view.within(item, id);
    }
    let own = index.row(id);
    let direct = source.doc.member(item, own.field.name);
    direct.filter(|_| index.row(own.parent).field.name == "*")
}

/// Whether only the kind of cluster decides a condition.
fn by_kind(cond: &Cond) -> bool {
    match cond {
        Cond::Kind(_) => true,
        Cond::Not(cond) => by_kind(cond),
        Cond::All(conds) | Cond::Any(conds) => conds.iter().all(by_kind),
        _ => false,
    }
}

/// The JSON that a string holds, if the table knows it and it can be read.
fn held(source: &Source, row: &Row, node: NodeId) -> Option<Document> {
    let known = matches!(row.field.ty, Type::String(Format::Json(_))) && row.count > 0;
    let text = source.doc.string(node).filter(|_| known && source.view.is_some())?;
    let inner = Document::parse(text.into_owned());
    let fits = match (row.field.ty.shape(), inner.kind(NodeId::ROOT)) {
        (Type::Array(_), kind) => kind == Kind::Array,
        (Type::Object(_) | Type::Map(..), kind) => kind == Kind::Object,
        _ => false,
    };
    (fits && inner.errors().is_empty()).then_some(inner)
}

/// How the JSON in a string is shown.
const fn shape(row: &Row) -> Widget {
    match row.field.ty.shape() {
        Type::Array(_) => Widget::List,
        Type::Map(..) => Widget::Map,
        _ => Widget::Heading,
    }
}

fn widget(source: &Source, row: &Row, node: Option<NodeId>) -> Widget {
    let kind = node.filter(|&node| !source.is_empty(node)).map(|node| source.doc.kind(node));
    // A scalar of another type keeps its control: what is wrong is said beside it, and what is typed next mends it.
    let fits = match (&row.field.ty, kind) {
        (_, None) | (Type::Any, Some(_)) => true,
        (Type::Object(_) | Type::Map(..), Some(kind)) => kind == Kind::Object,
        (Type::Array(_), Some(kind)) => kind == Kind::Array,
        (Type::Bool | Type::Integer(..) | Type::String(_), Some(kind)) => {
            !matches!(kind, Kind::Object | Kind::Array)
        }
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
        // Of what may be anything, a scalar fits on a line.
        Type::Any if !matches!(kind, Some(Kind::Object | Kind::Array)) => Widget::Line,
        Type::Any => Widget::Json,
        Type::String(format) => match format {
            Format::Choice(choices) => Widget::Choice(choices, Openness::Closed),
            Format::Suggest(choices) => Widget::Choice(choices, Openness::Open),
            Format::Cidr | Format::AnyCidr => Widget::Range,
            // What is not there yet is made item by item; what cannot be read stays text.
            Format::Json(inner) if kind.is_none() && row.count > 0 => match inner {
                Type::Array(_) => Widget::List,
                Type::Map(..) => Widget::Map,
                _ => Widget::Heading,
            },
            Format::Certificate | Format::PrivateKey | Format::Json(_) => Widget::Block,
            Format::Digits(..) => Widget::Number,
            Format::Version | Format::PlainVersion => Widget::Version,
            Format::Text if super::password::classes(row.field).is_some() => Widget::Password,
            Format::Text | Format::Listed(_) | Format::Ip | Format::Host | Format::Uuid => {
                Widget::Line
            }
        },
    }
}
