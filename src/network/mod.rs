//! The address plan of a body: its ranges, which of them overlap, how much room they have, and where room is left.

mod free;
mod inputs;

pub use free::{PRIVATE, is_private};
pub use inputs::{GivenRange, Inputs, parse_ranges, print_ranges};

use ipnet::Ipv4Net;

use crate::diagnostic::{Arg, Basis, Change, Locale, Text, text};
use crate::json::{NodeId, patch};
use crate::spec::format::cidr;
use crate::spec::{Cond, View};

/// The roles that ranges of plan inputs have.
pub mod role {
    /// The VPC.
    pub const VPC: &str = "vpc";
    /// A subnet of the VPC.
    pub const SUBNET: &str = "subnet";
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
    /// What its user calls it; mostly nothing.
    pub own_name: String,
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
    /// What the body writes where a range belongs and is none that can be read, blanks too: what it is for, and the value.
    pub unread: Vec<(&'static RangeField, NodeId)>,
    /// Every two ranges that share addresses and should not; of deep nests each range's eight innermost holders.
    pub overlaps: Vec<Overlap>,
    /// The ranges that belong into the VPC and lie in none of its ranges, where these are known.
    pub outside: Vec<usize>,
    /// The room for nodes, where the edition knows how to reckon it.
    pub capacity: Option<Capacity>,
}

impl Plan {
    /// Gathers the ranges of a body: written, implied by defaults, and given beside it.
    pub fn new(
        view: &View,
        fields: &'static [RangeField],
        inputs: &Inputs,
        capacity: Option<Reckon>,
    ) -> Self {
        let (mut ranges, mut unread) = (Vec::new(), Vec::new());
        for field in fields {
            if field.when.is_some_and(|cond| view.holds(&cond, NodeId::ROOT) != Some(true)) {
                continue;
            }
            if field.pointer.is_empty() {
                continue;
            }
            let mut nets = view.nets(field.pointer).peekable();
            for node in view.all(field.pointer) {
                if let Some((_, net)) = nets.next_if(|(own, _)| *own == node) {
                    ranges.push(Range {
                        role: field.role,
                        name: field.name,
                        own_name: String::new(),
                        net: net.trunc(),
                        origin: Origin::Written,
                        basis: Basis::Stated,
                        node: Some(node),
                        pointer: field.pointer,
                    });
                } else if !view.is_empty(node) {
                    unread.push((field, node));
                }
            }
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
                    own_name: String::new(),
                    net,
                    origin: Origin::Implied,
                    basis: implied.basis,
                    node: None,
                    pointer: field.pointer,
                });
            }
        }
        for (role, name, given) in [
            (role::VPC, text("VPC", "VPC 网段"), &inputs.vpc),
            (role::SUBNET, text("subnet", "子网"), &inputs.subnets),
            (role::OTHER, text("range in use elsewhere", "其他已用网段"), &inputs.taken),
        ] {
            ranges.extend(given.iter().map(|given| Range {
                role,
                name,
                own_name: given.name.clone(),
                net: given.net.trunc(),
                origin: Origin::Given,
                basis: Basis::Stated,
                node: None,
                pointer: "",
            }));
        }
        let (overlaps, outside) = compare(&ranges);
        // How much room a range has that cannot be read, nobody knows.
        let known = ranges.iter().any(|range: &Range| range.role == role::POD)
            && unread.iter().all(|(field, _)| field.role != role::POD);
        let capacity = capacity.filter(|_| known).and_then(|capacity| capacity(view, &ranges));
        Self { ranges, unread, overlaps, outside, capacity }
    }

    /// The ranges of one role.
    pub fn of(&self, role: &str) -> impl Iterator<Item = &Range> {
        self.ranges.iter().filter(move |range| range.role == role)
    }

    /// The overlaps but those with a subnet that lies in a range of the VPC, beside which they say nothing new.
    pub fn chief_overlaps(&self) -> impl Iterator<Item = Overlap> {
        let covered = |at: usize, other: usize| {
            let subnet = &self.ranges[at];
            subnet.role == role::SUBNET
                && !self.ranges[other].is_inside()
                && self.of(role::VPC).any(|vpc| vpc.net.contains(&subnet.net))
        };
        let covered =
            move |pair: &Overlap| covered(pair.left, pair.right) || covered(pair.right, pair.left);
        self.overlaps.iter().copied().filter(move |pair| !covered(pair))
    }

    /// The first range of the same size as `range` that overlaps no other range of the plan; see [`Plan::free`].
    pub fn free_like(&self, range: &Range) -> Option<Ipv4Net> {
        self.free(range.role, range.net.prefix_len(), &|other| std::ptr::eq(other, range))
    }

    /// The first private range of that prefix length that overlaps no range of the plan but those that `go`. What belongs into the VPC
    /// stays in the VPC's own ranges, where these are known.
    pub fn free(&self, role: &str, prefix: u8, go: &dyn Fn(&Range) -> bool) -> Option<Ipv4Net> {
        let nets = |vpc: bool| {
            let own = move |range: &&Range| (range.role == role::VPC) == vpc;
            self.ranges.iter().filter(own).filter(|range| !go(range)).map(|range| range.net)
        };
        let (vpc, mut taken): (Vec<Ipv4Net>, Vec<Ipv4Net>) =
            (nets(true).collect(), nets(false).collect());
        if is_inside(role) && !vpc.is_empty() {
            return free::next_free(prefix, &vpc, &taken);
        }
        taken.extend(vpc);
        free::next_free(prefix, &PRIVATE.map(|(block, _)| block), &taken)
    }
}

impl From<&Range> for Arg {
    /// What a range is called in a sentence: what its user calls it, else what it is.
    fn from(range: &Range) -> Self {
        if range.own_name.is_empty() { range.name.into() } else { range.own_name.clone().into() }
    }
}

impl Range {
    /// What it is, and what its user calls it.
    pub fn title(&self, locale: Locale) -> String {
        if self.own_name.is_empty() {
            return self.name.get(locale).to_owned();
        }
        let args = [("own", self.own_name.clone().into()), ("name", self.name.into())];
        text("{own} ({name})", "{own}（{name}）").fill(locale, &args)
    }

    /// Whether the range is one of the VPC's own, which pods and services stay clear of and which the VPC's ranges hold.
    fn is_inside(&self) -> bool {
        is_inside(self.role)
    }

    /// Whether the two may share addresses: what belongs into the VPC with the VPC, and the subnet of network interfaces with itself.
    fn may_share(&self, other: &Self) -> bool {
        let held = |own: &Self, other: &Self| own.role == role::VPC && other.is_inside();
        held(self, other)
            || held(other, self)
            || self.is_inside()
                && other.is_inside()
                && self.role != other.role
                && self.net == other.net
    }

    /// The change of the body that gives the range another network; none where it is not the body's to say, as the VPC's own are.
    pub fn moved_to(&self, net: Ipv4Net) -> Option<Change> {
        if !matches!(self.role, role::POD | role::SERVICE) {
            return None;
        }
        let json = patch::quote(&net.to_string());
        match self.node {
            Some(node) => Some(Change::Replace(node, json)),
            None if self.origin == Origin::Given || self.pointer.is_empty() => None,
            None if self.pointer.contains('*') => None,
            None => Some(Change::Set(self.pointer.to_owned(), json)),
        }
    }
}

/// Whether ranges of a role are the VPC's own.
fn is_inside(role: &str) -> bool {
    matches!(role, role::SUBNET | role::ENI)
}

/// The pairs of ranges that share addresses and should not, and the ranges that lie outside the VPC and should not. Found by sorting:
/// networks are either disjoint or one holds the other, so a stack of the networks that are still open finds every holder.
fn compare(ranges: &[Range]) -> (Vec<Overlap>, Vec<usize>) {
    // Of equal ranges the VPC's comes first: it is the one that holds.
    let order = crate::text::order(ranges.iter().map(|range| {
        let prefix = u32::from(range.net.prefix_len());
        (range.net.network().to_bits(), prefix << 1 | u32::from(range.role != role::VPC))
    }));
    let known = ranges.iter().any(|range| range.role == role::VPC);
    let mut open: Vec<usize> = Vec::new();
    let mut found: Vec<Overlap> = Vec::new();
    let mut outside: Vec<usize> = Vec::new();
    // How many of the open ranges are the VPC's, for a nest of thousands must not make this quadratic.
    let mut vpcs = 0usize;
    for at in order {
        let own = &ranges[at];
        while let Some(&top) = open.last()
            && !ranges[top].net.contains(&own.net)
        {
            vpcs -= usize::from(ranges[top].role == role::VPC);
            open.pop();
        }
        let holders = open.iter().rev().filter(|&&holder| !ranges[holder].may_share(own)).take(8);
        found
            .extend(holders.map(|&holder| Overlap { left: holder.min(at), right: holder.max(at) }));
        if known && own.is_inside() && vpcs == 0 {
            outside.push(at);
        }
        vpcs += usize::from(own.role == role::VPC);
        open.push(at);
    }
    let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let by_place =
        crate::text::order(found.iter().map(|pair| (place(pair.right), place(pair.left))));
    (by_place.into_iter().map(|at| found[at]).collect(), outside)
}
