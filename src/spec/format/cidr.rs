//! Address ranges.

use ipnet::{IpNet, Ipv4Net};
use std::net::Ipv4Addr;

use super::FormatFault;
use crate::diagnostic::{Applicability, text};

/// The IPv4 range that `text` writes, host bits and all; `None` if it is none.
pub fn parse(text: &str) -> Option<Ipv4Net> {
    let (address, prefix) = split(text.as_bytes())?;
    Ipv4Net::new(Ipv4Addr::from(address), prefix).ok()
}

/// Reads `a.b.c.d/p` in one pass; leading zeros are refused, since readers disagree on them.
fn split(bytes: &[u8]) -> Option<(u32, u8)> {
    let mut address = 0u32;
    let mut number = 0u32;
    let mut digits = 0;
    let mut parts = 0;
    for &byte in bytes {
        let digit = u32::from(byte.wrapping_sub(b'0'));
        if digit < 10 {
            // Three digits at most, and no zero before another digit.
            if digits > 0 && number == 0 || digits == 3 {
                return None;
            }
            number = number * 10 + digit;
            digits += 1;
        } else {
            let border = if parts == 3 { b'/' } else { b'.' };
            if byte != border || digits == 0 || number > 255 || parts > 3 {
                return None;
            }
            address = address << 8 | number;
            parts += 1;
            number = 0;
            digits = 0;
        }
    }
    (parts == 4 && digits > 0 && number <= 32).then_some((address, u8::try_from(number).ok()?))
}

/// What is wrong with a range; host bits set are only worth a warning, for the APIs take them.
pub(super) fn fault(value: &str, any_family: bool) -> Option<FormatFault> {
    match parse(value) {
        Some(net) if net.network() == net.addr() => None,
        Some(net) => Some(
            FormatFault::warning(text(
                "the address of a network, with no host bits set",
                "网络地址，即主机位全为 0",
            ))
            .mend(net.trunc().to_string(), Applicability::Unsafe),
        ),
        None if any_family
            && value.parse::<IpNet>().is_ok_and(|net| matches!(net, IpNet::V6(_))) =>
        {
            None
        }
        None => {
            let expected = if any_family {
                text("a CIDR block such as 192.168.0.0/16", "形如 192.168.0.0/16 的 CIDR 网段")
            } else {
                text(
                    "an IPv4 CIDR block such as 192.168.0.0/16",
                    "形如 192.168.0.0/16 的 IPv4 CIDR 网段",
                )
            };
            let fault = FormatFault::error(expected);
            let tidy: String = value.chars().filter(|char| !char.is_whitespace()).collect();
            Some(match parse(&tidy) {
                Some(net) => fault.mend(net.to_string(), Applicability::Safe),
                // A lone address is a host of a trust list; as a range of the cluster's own it would be no use.
                None => match tidy.parse::<Ipv4Addr>() {
                    Ok(address) if any_family => {
                        fault.mend(format!("{address}/32"), Applicability::Unsafe)
                    }
                    _ => fault,
                },
            })
        }
    }
}
