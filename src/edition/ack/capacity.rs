//! How many nodes the pod range has room for, and how many a body asks for.

use crate::json::NodeId;
use crate::network::{Capacity, Range, role};
use crate::spec::{Given, View};

use super::TERWAY;

/// The mask length of the block of pod addresses each node gets.
pub(super) const MASK: &str = "/node_cidr_mask";

/// The nodes a body asks for.
#[derive(Debug, Default)]
pub(super) struct Demand {
    /// Those that are made with the cluster for certain.
    pub asked: u64,
    /// With what node pools hold or may grow to.
    pub most: u64,
    /// The values that say so.
    pub nodes: Vec<NodeId>,
}

/// Each node takes a block out of the pod range. Nothing is reckoned for Terway, whose pods live in vSwitches, nor where the
/// mask is neither written nor has a default.
pub(super) fn capacity(view: &View, ranges: &[Range]) -> Option<Capacity> {
    if view.holds(&TERWAY, NodeId::ROOT) != Some(false) {
        return None;
    }
    let mask = u8::try_from(mask(view)?).ok().filter(|mask| (1..=32).contains(mask))?;
    let mut pods = ranges.iter().filter(|range| range.role == role::POD).peekable();
    pods.peek()?;
    let nodes = pods
        .filter(|range| range.net.prefix_len() <= mask)
        .map(|range| 1u64 << (mask - range.net.prefix_len()))
        .sum();
    let wanted = Some(demand(view).most).filter(|&most| most > 0);
    Some(Capacity { nodes, addresses_per_node: 1 << (32 - mask), wanted })
}

fn mask(view: &View) -> Option<i64> {
    let row = view.index.row(view.index.find(MASK)?).field;
    match view.get(MASK).map_or(Given::Absent, |node| view.integer_of(node)) {
        Given::Is(mask) => Some(mask),
        Given::Absent => row.default_text()?.parse().ok(),
        Given::Unclear => None,
    }
}

/// Workers, masters and what node pools hold at most. What is unclear counts as none.
pub(super) fn demand(view: &View) -> Demand {
    let mut demand = Demand::default();
    for pointer in ["/num_of_nodes", "/master_count"] {
        let Some(row) = view.index.find(pointer).map(|id| view.index.row(id).field) else {
            continue;
        };
        if view.uses(row) != Some(true) {
            continue;
        }
        let node = view.get(pointer);
        let written = match node.map_or(Given::Absent, |node| view.integer_of(node)) {
            Given::Is(count) => u64::try_from(count).ok(),
            Given::Absent => row.default.and_then(|json| json.parse().ok()),
            Given::Unclear => None,
        };
        demand.asked += written.unwrap_or_default();
        demand.nodes.extend(node);
    }
    demand.most = demand.asked;
    for pool in view.all("/nodepools/*") {
        let greatest = POOL
            .iter()
            .filter_map(|pointer| view.beside(pointer, pool))
            .filter_map(|node| match view.integer_of(node) {
                Given::Is(count) => Some((u64::try_from(count).ok()?, node)),
                Given::Absent | Given::Unclear => None,
            })
            .max_by_key(|&(count, _)| count);
        if let Some((count, node)) = greatest {
            demand.most = demand.most.saturating_add(count);
            demand.nodes.push(node);
        }
    }
    demand
}

/// What says how many nodes a pool has or may have.
const POOL: [&str; 4] = [
    "/nodepools/*/count",
    "/nodepools/*/max_nodes",
    "/nodepools/*/scaling_group/desired_size",
    "/nodepools/*/auto_scaling/max_instances",
];
