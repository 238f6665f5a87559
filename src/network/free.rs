//! The next free range.

use ipnet::Ipv4Net;
use std::net::Ipv4Addr;

use crate::text::order;

/// The private blocks of RFC 1918, in the order they are offered, and the shortest prefix a container range should have there.
pub const PRIVATE: [(Ipv4Net, u8); 3] = [
    (Ipv4Net::new_assert(Ipv4Addr::new(10, 0, 0, 0), 8), 12),
    (Ipv4Net::new_assert(Ipv4Addr::new(172, 16, 0, 0), 12), 16),
    (Ipv4Net::new_assert(Ipv4Addr::new(192, 168, 0, 0), 16), 16),
];

/// Whether a network lies in a private block.
pub fn is_private(net: Ipv4Net) -> bool {
    PRIVATE.iter().any(|(block, _)| block.contains(&net))
}

/// The first network of that prefix length in one of `blocks` that shares no address with `taken`.
pub(super) fn next_free(prefix: u8, blocks: &[Ipv4Net], taken: &[Ipv4Net]) -> Option<Ipv4Net> {
    let bounds = |net: &Ipv4Net| (net.network().to_bits(), net.broadcast().to_bits());
    let order = order(taken.iter().map(bounds));
    for block in blocks {
        if prefix < block.prefix_len() {
            continue;
        }
        let size = 1u64 << (32 - prefix);
        let (mut at, end) =
            (u64::from(block.network().to_bits()), u64::from(block.broadcast().to_bits()));
        for (first, last) in order.iter().map(|&at| bounds(&taken[at])) {
            if at + size <= u64::from(first) {
                break;
            }
            if u64::from(last) >= at {
                at = (u64::from(last) + 1).next_multiple_of(size);
            }
        }
        if at + size - 1 <= end {
            let address = Ipv4Addr::from(u32::try_from(at).ok()?);
            return Ipv4Net::new(address, prefix).ok();
        }
    }
    None
}
