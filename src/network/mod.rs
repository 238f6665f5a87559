//! The address plan of a body: its ranges, which of them overlap, how much room they have, and where room is left.

mod free;

pub use free::{PRIVATE, is_private};

use ipnet::Ipv4Net;

use crate::diagnostic::{Basis, Text, text};
use crate::json::NodeId;
use crate::spec::format::cidr;
use crate::spec::{Cond, View};

/// The roles that ranges of plan inputs have.
pub mod role {
    /// The VPC.
    pub const VPC: &str = "vpc";
    /// A range that is in use elsewhere: another cluster, a peer.
    pub const OTHER: &str = "other";
    /// Pods.
    pub const POD: &str = "pod";
    /// Services.
    pub const SERVICE: &str = "service";
    /// Network interfaces that pods get from a subnet of the VPC.
    pub const ENI: &str = "eni";
}

/// A member of an edition that holds an address range.
#[derive(Clone, Copy, Debug)]
pub struct RangeField {
    /// What the range is for; see [`role`].
    pub role: &'static str,
    /// What people call it.
    pub name: Text,
    /// The member; may hold `*`. Empty where no member can write the range.
    pub pointer: &'static str,
    /// The range that applies when no member of this role is set.
    pub implied: Option<Implied>,
    /// When the member counts at all.
    pub when: Option<Cond>,
}

/// What the user says beside the body.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Inputs {
    /// The ranges of the VPC.
    pub vpc: Vec<Ipv4Net>,
    /// Ranges that are in use elsewhere and must stay clear.
    pub taken: Vec<Ipv4Net>,
}

/// A range that applies when the body writes none.
#[derive(Clone, Copy, Debug)]
pub struct Implied {
    /// The range.
    pub net: &'static str,
    /// When it applies.
    pub when: Cond,
    /// Whether the document says so or only shows it.
    pub basis: Basis,
}

/// Where a range comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// The body writes it.
    Written,
    /// The API takes it, because the body writes none.
    Implied,
    /// The user gave it beside the body.
    Given,
}

impl Origin {
    /// The words for people.
    pub const fn label(self) -> Text {
        match self {
            Self::Written => text("written in the body", "请求体中填写"),
            Self::Implied => text("the default that applies", "默认生效"),
            Self::Given => text("given in the network plan", "网络规划中给定"),
        }
    }
}

/// One range of the plan.
#[derive(Clone, Debug)]
pub struct Range {
    /// What it is for; see [`role`].
    pub role: &'static str,
    /// What people call it.
    pub name: Text,
    /// The network, host bits cleared.
    pub net: Ipv4Net,
    /// Where it comes from.
    pub origin: Origin,
    /// Whether it is certain to apply, or only seen in an example.
    pub basis: Basis,
    /// The value that writes it.
    pub node: Option<NodeId>,
    /// The pointer to write it at.
    pub pointer: &'static str,
}

/// Two ranges of a plan, by index, that share addresses.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Overlap {
    /// The one that comes first in the plan.
    pub left: usize,
    /// The other.
    pub right: usize,
}

/// How many nodes the ranges have room for, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Capacity {
    /// The most nodes the pod ranges have room for.
    pub nodes: u64,
    /// The pod addresses a node gets.
    pub addresses_per_node: u64,
    /// The most nodes the rest of the body asks for or allows, if it says.
    pub wanted: Option<u64>,
}

/// Reckons the room for nodes from a body and its ranges, where the body says enough.
pub type Reckon = fn(&View, &[Range]) -> Option<Capacity>;

/// The address plan of a body.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Every range, the body's in the order of the table, then the given ones.
    pub ranges: Vec<Range>,
    /// Every two ranges that share addresses, at most one for each range and its left neighbour's reach.
    pub overlaps: Vec<Overlap>,
    /// The room for nodes, where the edition knows how to reckon it.
    pub capacity: Option<Capacity>,
}

impl Plan {
    /// Gathers the ranges of a body: written, implied by defaults, and given beside it.
    pub fn new(
        view: &View,
        fields: &[RangeField],
        inputs: &Inputs,
        capacity: Option<Reckon>,
    ) -> Self {
        let mut ranges = Vec::new();
        for field in fields {
            if field.when.is_some_and(|cond| view.holds(&cond, NodeId::ROOT) != Some(true)) {
                continue;
            }
            let nets = view.nets(field.pointer).filter(|_| !field.pointer.is_empty());
            ranges.extend(nets.map(|(node, net)| Range {
                role: field.role,
                name: field.name,
                net: net.trunc(),
                origin: Origin::Written,
                basis: Basis::Stated,
                node: Some(node),
                pointer: field.pointer,
            }));
        }
        for field in fields {
            let Some(implied) = field.implied else { continue };
            let written = fields
                .iter()
                .filter(|other| other.role == field.role)
                .filter(|other| !other.pointer.is_empty())
                .any(|other| view.all(other.pointer).any(|node| !view.is_empty(node)));
            let given = field.role == role::VPC && !inputs.vpc.is_empty();
            if !written
                && !given
                && view.holds(&implied.when, NodeId::ROOT) == Some(true)
                && let Some(net) = cidr::parse(implied.net)
            {
                ranges.push(Range {
                    role: field.role,
                    name: field.name,
                    net,
                    origin: Origin::Implied,
                    basis: implied.basis,
                    node: None,
                    pointer: field.pointer,
                });
            }
        }
        for (role, name, nets) in [
            (role::VPC, text("VPC", "虚拟私有云"), &inputs.vpc),
            (role::OTHER, text("range in use elsewhere", "其他已用网段"), &inputs.taken),
        ] {
            ranges.extend(nets.iter().map(|net| Range {
                role,
                name,
                net: net.trunc(),
                origin: Origin::Given,
                basis: Basis::Stated,
                node: None,
                pointer: "",
            }));
        }
        let overlaps = overlaps(&ranges);
        let capacity = capacity.and_then(|capacity| capacity(view, &ranges));
        Self { ranges, overlaps, capacity }
    }

    /// The ranges of one role.
    pub fn of(&self, role: &str) -> impl Iterator<Item = &Range> {
        self.ranges.iter().filter(move |range| range.role == role)
    }

    /// The first private range of the same size as `range` that overlaps no other range of the plan.
    pub fn free_like(&self, range: &Range) -> Option<Ipv4Net> {
        self.free(range.net.prefix_len(), &|other| std::ptr::eq(other, range))
    }

    /// The first private range of that prefix length that overlaps no range of the plan but those that `go`.
    pub fn free(&self, prefix: u8, go: &dyn Fn(&Range) -> bool) -> Option<Ipv4Net> {
        let stay = self.ranges.iter().filter(|range| !go(range));
        let taken: Vec<Ipv4Net> = stay.map(|range| range.net).collect();
        free::next_free(prefix, &taken)
    }
}

/// Pairs of ranges that share addresses, found by sorting. Networks are either disjoint or one holds the other, so a stack of
/// the networks that are still open finds every innermost holder; one pair is given for each range that lies in another.
fn overlaps(ranges: &[Range]) -> Vec<Overlap> {
    let order = crate::text::order(
        ranges
            .iter()
            .map(|range| (range.net.network().to_bits(), u32::from(range.net.prefix_len()))),
    );
    let mut open: Vec<usize> = Vec::new();
    let mut found: Vec<Overlap> = Vec::new();
    for at in order {
        while open.last().is_some_and(|&top| !ranges[top].net.contains(&ranges[at].net)) {
            open.pop();
        }
        // Every holder is told of, but deep nests of equal ranges must not make this quadratic.
        found.extend(
            open.iter()
                .rev()
                .take(8)
                .map(|&holder| Overlap { left: holder.min(at), right: holder.max(at) }),
        );
        open.push(at);
    }
    let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let by_place =
        crate::text::order(found.iter().map(|pair| (place(pair.right), place(pair.left))));
    by_place.into_iter().map(|at| found[at]).collect()
}
