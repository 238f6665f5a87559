//! Names and addresses of hosts, and ids of resources.

use std::net::{IpAddr, Ipv4Addr};

use super::{FormatFault, described};
use crate::diagnostic::{Applicability, text};

/// Where a reader of a DNS name stands: at a label's start, after a letter or digit, after a hyphen, or lost.
#[derive(Clone, Copy)]
#[repr(u8)]
enum At {
    Start,
    Letter,
    Hyphen,
    Lost,
}

/// The next state by state and byte.
static NEXT: [[u8; 256]; 4] = {
    let mut table = [[At::Lost as u8; 256]; 4];
    let mut byte = 0;
    while byte < 256 {
        #[expect(clippy::cast_possible_truncation, reason = "byte < 256")]
        match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => {
                table[At::Start as usize][byte] = At::Letter as u8;
                table[At::Letter as usize][byte] = At::Letter as u8;
                table[At::Hyphen as usize][byte] = At::Letter as u8;
            }
            b'-' => {
                table[At::Letter as usize][byte] = At::Hyphen as u8;
                table[At::Hyphen as usize][byte] = At::Hyphen as u8;
            }
            b'.' => table[At::Letter as usize][byte] = At::Start as u8,
            _ => {}
        }
        byte += 1;
    }
    table
};

/// Whether `name` is a DNS name (RFC 1123): labels of 1 to 63 letters, digits and inner hyphens, 253 characters in all.
pub fn dns_name(name: &str) -> bool {
    let bytes = name.as_bytes();
    let bytes = bytes.strip_suffix(b".").unwrap_or(bytes);
    let end = bytes
        .iter()
        .fold(At::Start as u8, |at, &byte| NEXT[usize::from(at & 3)][usize::from(byte)]);
    end == At::Letter as u8
        && bytes.len() <= 253
        && (bytes.len() <= 63 || bytes.split(|&byte| byte == b'.').all(|label| label.len() <= 63))
}

/// What is wrong with a DNS name or IP address.
pub(super) fn fault(value: &str) -> Option<FormatFault> {
    let name = value.strip_prefix("*.").unwrap_or(value);
    if dns_name(name) && has_letter(name) || value.parse::<IpAddr>().is_ok() {
        return None;
    }
    let fault = FormatFault::error(if described(value) {
        text(
            "a DNS name or an IP address, a Chinese name in its ASCII form (xn--…)",
            "域名或 IP 地址，中文域名应写成 ASCII 形式（xn-- 开头）",
        )
    } else {
        text("a DNS name or an IP address", "域名或 IP 地址")
    });
    let bare = value.trim();
    let bare = ["DNS Name=", "DNS:", "IP Address=", "IP:", "https://", "http://"]
        .iter()
        .find_map(|prefix| bare.strip_prefix(prefix))
        .unwrap_or(bare)
        .trim_end_matches('/');
    let good =
        bare != value && (dns_name(bare) && has_letter(bare) || bare.parse::<IpAddr>().is_ok());
    Some(if good { fault.mend(bare.to_owned(), Applicability::Safe) } else { fault })
}

/// Whether there is more than digits and dots: without, it is an address gone wrong (`10.0.0.300`), not a name.
pub fn has_letter(name: &str) -> bool {
    name.bytes().any(|byte| !byte.is_ascii_digit() && byte != b'.')
}

/// What is wrong with an IPv4 address.
pub(super) fn ip_fault(value: &str) -> Option<FormatFault> {
    if value.parse::<Ipv4Addr>().is_ok() {
        return None;
    }
    let fault = FormatFault::warning(text("an IPv4 address", "IPv4 地址"));
    let trimmed = value.trim();
    Some(if trimmed != value && trimmed.parse::<Ipv4Addr>().is_ok() {
        fault.mend(trimmed.to_owned(), Applicability::Safe)
    } else {
        fault
    })
}

/// What is wrong with an id shaped like a UUID. Only a warning: the shape is seen in examples, not demanded.
pub(super) fn uuid_fault(value: &str) -> Option<FormatFault> {
    if is_uuid(value) {
        return None;
    }
    let fault = FormatFault::warning(text(
        "an ID such as 23d3725f-6ffe-400e-8fb6-b4f9a7b3e8c1",
        "形如 23d3725f-6ffe-400e-8fb6-b4f9a7b3e8c1 的 ID",
    ));
    let trimmed = value.trim();
    Some(if trimmed != value && is_uuid(trimmed) {
        fault.mend(trimmed.to_owned(), Applicability::Safe)
    } else {
        fault
    })
}

fn is_uuid(value: &str) -> bool {
    let bytes = value.as_bytes();
    bytes.len() == 36
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}
