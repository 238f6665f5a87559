//! What a body asks for, as a picture of the cluster shows it: masters, node pools, network, ways in and out.

use crate::diagnostic::{Arg, Text, text};
use crate::json::{Kind, NodeId};
use crate::spec::View;
use crate::text::shorten;

/// So many node pools are shown each; the others are summed up.
pub const POOLS: usize = 10;
/// So many places of masters are told apart.
const SPOTS: usize = 8;
/// So many items of a list are named.
const ITEMS: usize = 4;

/// How an edition's bodies are drawn. Lines are named by the pointer of the member that says them, with the label of its row.
#[derive(Clone, Copy, Debug)]
pub struct Draft {
    /// The members that say what the control plane is.
    pub control: &'static [&'static str],
    /// The members that say how nodes, pods and services are connected.
    pub network: &'static [&'static str],
    /// The members that say how the cluster is reached, and how it reaches out.
    pub entries: &'static [&'static str],
    /// Adds masters, node pools, and lines that no single member says.
    pub rest: fn(&View, &mut Sketch),
}

impl Draft {
    /// Nothing is drawn.
    pub const NONE: Self = Self { control: &[], network: &[], entries: &[], rest: |_, _| () };
}

/// A cluster as its body asks for it.
#[derive(Debug, Default)]
pub struct Sketch {
    /// Who runs the control plane, in words.
    pub plane: Text,
    /// The masters, by the place they stand in.
    pub masters: Vec<Spot>,
    /// What the control plane is.
    pub control: Vec<Line>,
    /// How nodes, pods and services are connected.
    pub network: Vec<Line>,
    /// How the cluster is reached, and how it reaches out.
    pub entries: Vec<Line>,
    /// The first node pools.
    pub pools: Vec<Pool>,
    /// How many node pools there are beyond these.
    pub more_pools: u64,
    /// How many nodes these have.
    pub more_nodes: u64,
    /// Why there is no node pool.
    pub no_pools: Text,
}

/// A place that masters stand in.
#[derive(Debug)]
pub struct Spot {
    /// A zone, a switch, or words.
    pub name: Arg,
    /// How many masters.
    pub count: u64,
    /// The value that says so.
    pub node: Option<NodeId>,
}

/// A member's label and what it says.
#[derive(Debug)]
pub struct Line {
    /// The label.
    pub label: Text,
    /// What the member says.
    pub value: Arg,
    /// The value; none where the body does not write it.
    pub node: Option<NodeId>,
    /// Whether it is the default that applies.
    pub default: bool,
}

/// A node pool.
#[derive(Debug)]
pub struct Pool {
    /// What it is called.
    pub name: Arg,
    /// How many nodes it has to begin with, where the body says so.
    pub nodes: Option<u64>,
    /// How many it may grow to, where that is more.
    pub most: Option<u64>,
    /// What its nodes are.
    pub lines: Vec<Line>,
    /// The value that is the pool, or the one that counts its nodes.
    pub node: Option<NodeId>,
}

impl Sketch {
    /// Draws a body.
    pub fn new(view: &View, draft: &Draft) -> Self {
        let lines = |pointers: &[&'static str]| {
            pointers.iter().filter_map(|pointer| line(view, pointer, NodeId::ROOT)).collect()
        };
        let mut own = Self {
            control: lines(draft.control),
            network: lines(draft.network),
            entries: lines(draft.entries),
            ..Self::default()
        };
        (draft.rest)(view, &mut own);
        own
    }

    /// Every node of every pool.
    pub fn nodes(&self) -> u64 {
        let shown = self.pools.iter().filter_map(|pool| pool.nodes);
        shown.fold(self.more_nodes, u64::saturating_add)
    }

    /// Every master.
    pub fn count_masters(&self) -> u64 {
        self.masters.iter().map(|spot| spot.count).sum()
    }

    /// Adds `total` masters, one for each place while there are any, the rest without a place.
    pub(super) fn place(
        &mut self,
        total: u64,
        places: impl Iterator<Item = (String, NodeId)>,
        rest: Text,
    ) {
        let mut left = total;
        for (name, node) in places.take(usize::try_from(total).unwrap_or(0)) {
            let name = Arg::from(name);
            if let Some(spot) = self.masters.iter_mut().find(|spot| spot.name == name) {
                spot.count += 1;
            } else if self.masters.len() < SPOTS {
                self.masters.push(Spot { name, count: 1, node: Some(node) });
            } else {
                continue;
            }
            left -= 1;
        }
        if left > 0 {
            self.masters.push(Spot { name: rest.into(), count: left, node: None });
        }
    }
}

/// What the member at `pointer` says, near a value: written, or the default that applies. A pointer with `*` says what all its
/// values do. Nothing where the body's kind of cluster has no use for the member, or there is nothing to show.
pub(super) fn line(view: &View, pointer: &'static str, near: NodeId) -> Option<Line> {
    let field = view.index.row(view.index.find(pointer)?).field;
    let uses = view.uses(field);
    if uses == Some(false) {
        return None;
    }
    // Of what lists hold the list has the telling label.
    let list = pointer.find("/*").filter(|_| near == NodeId::ROOT);
    let label = list.and_then(|end| view.index.resolve(&pointer[..end]));
    let label = label.map_or(field, |row| view.index.row(row).field).label;
    let written = match list {
        Some(_) => view.get(pointer),
        None => view.beside(pointer, near).filter(|&node| !view.is_empty(node)),
    };
    let value = match written {
        Some(_) if list.is_some() => tally(each(view, pointer).map(|(words, _)| words))?,
        Some(node) => value(view, node)?,
        None if uses == Some(true) && field.deprecated.is_none() => {
            words(field.default?.replace(['"', '[', ']'], ""))
        }
        None => return None,
    };
    Some(Line { label, value, node: written, default: written.is_none() })
}

/// A scalar, or the items of a list.
fn value(view: &View, node: NodeId) -> Option<Arg> {
    let nested = |node| matches!(view.doc.kind(node), Kind::Array | Kind::Object);
    if !nested(node) {
        return Some(words(scalar(view, node)));
    }
    let items = view.doc.children(node);
    tally(items.map(|item| if nested(item) { String::new() } else { scalar(view, item) }))
}

/// A list in words, equal items counted, of those without words only how many there are. Nothing for an empty one.
fn tally(list: impl Iterator<Item = String>) -> Option<Arg> {
    let mut items: Vec<(String, u64)> = Vec::new();
    let mut left = 0u64;
    for words in list {
        match items.iter().position(|(own, _)| *own == words) {
            Some(at) => items[at].1 += 1,
            None if items.len() < ITEMS => items.push((words, 1)),
            None => left += 1,
        }
    }
    if items.is_empty() {
        return None;
    }
    let counted = items.into_iter().map(|(words, count)| match (words.as_str(), count) {
        ("", count) => count.into(),
        (_, 1) => words.into(),
        _ => [&count.to_string(), " × ", &words].concat().into(),
    });
    let more = (left > 0).then(|| ["+", &left.to_string()].concat().into());
    Some(Arg::List(counted.chain(more).collect()))
}

/// A scalar in words, never a secret's.
pub(super) fn scalar(view: &View, node: NodeId) -> String {
    match view.doc.string(node) {
        Some(text) if !view.is_secret(node) => shorten(&text),
        _ => view.show(node),
    }
}

/// Truths as words, everything else as it is.
fn words(value: String) -> Arg {
    match value.as_str() {
        "true" => text("yes", "是").into(),
        "false" => text("no", "否").into(),
        _ => value.into(),
    }
}

/// The whole number that the member at `pointer` says near a value, or else its default.
pub(super) fn number(view: &View, pointer: &'static str, near: NodeId) -> Option<u64> {
    let written = view.beside(pointer, near).filter(|&node| !view.is_empty(node));
    if let Some(node) = written {
        return u64::try_from(view.integer_of(node).known()?).ok();
    }
    let field = view.index.row(view.index.find(pointer)?).field;
    field.default.filter(|_| view.uses(field) == Some(true))?.parse().ok()
}

/// The values of a row that say something, with their nodes.
pub(super) fn each<'v>(
    view: &'v View,
    pointer: &'static str,
) -> impl Iterator<Item = (String, NodeId)> + 'v {
    view.all(pointer).filter(|&node| !view.is_empty(node)).map(|node| (scalar(view, node), node))
}
