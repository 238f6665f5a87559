//! What an address range spans, and where there is room for one.

use std::net::Ipv4Addr;

use crate::analysis::Analysis;
use crate::spec::format::cidr;

/// What a range spans.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Extent {
    /// The first address.
    pub first: Ipv4Addr,
    /// The last address.
    pub last: Ipv4Addr,
    /// How many addresses there are.
    pub size: u64,
}

/// What an IPv4 range spans; nothing for what is none.
pub fn extent(text: &str) -> Option<Extent> {
    let net = cidr::parse(text)?;
    Some(Extent { first: net.network(), last: net.broadcast(), size: 1 << (32 - net.prefix_len()) })
}

/// The next free range for the member at a pointer, of the size it has or usually has. Nothing for members that are no part of
/// the address plan.
pub fn free(analysis: &Analysis, pointer: &str) -> Option<String> {
    let index = analysis.edition.index();
    let row = index.row(index.resolve(pointer)?);
    let known = analysis.edition.ranges.iter().find(|range| range.pointer == row.pointer)?;
    let own = analysis.doc.find(pointer);
    let size = |text: &str| cidr::parse(text).map(|net| net.prefix_len());
    let said = own.and_then(|node| analysis.doc.string(node)).and_then(|text| size(&text));
    let usual = || known.implied.and_then(|implied| size(implied.net));
    let shown = || row.field.examples.iter().find_map(|example| size(example));
    let prefix = said.or_else(usual).or_else(shown).unwrap_or(16);
    let plan = &analysis.plan;
    plan.free(known.role, prefix, &|range| {
        // Its own range, or the one that goes when it is set.
        range.node.is_some() && range.node == own
            || range.node.is_none() && range.pointer == row.pointer
    })
    .map(|net| net.to_string())
}
