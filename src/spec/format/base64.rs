//! Base64, and the PEM documents it carries.

use ::base64::Engine as _;
use ::base64::engine::general_purpose::STANDARD;

use super::FormatFault;
use crate::diagnostic::{Applicability, Text, text};

/// The most bytes a CA certificate may have, decoded; the document says "1 MB" and does not say which.
pub const MEGABYTE: usize = 1 << 20;

/// The bytes that standard Base64 (RFC 4648 §4, padded) stands for; white space inside is refused.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok().filter(|bytes| !bytes.is_empty())
}

pub(super) fn certificate_fault(value: &str) -> Option<FormatFault> {
    pem_fault(
        value,
        |pem| {
            pem.contains("-----BEGIN CERTIFICATE-----") && pem.contains("-----END CERTIFICATE-----")
        },
        text("the Base64 of a PEM certificate", "PEM 证书的 Base64 编码"),
    )
}

pub(super) fn private_key_fault(value: &str) -> Option<FormatFault> {
    let encrypted = |pem: &str| pem.contains("ENCRYPTED");
    if decode(value).is_some_and(|bytes| String::from_utf8(bytes).is_ok_and(|pem| encrypted(&pem)))
    {
        return Some(FormatFault::error(text(
            "a private key without a password (this one is encrypted)",
            "未加密的私钥（当前私钥带有密码）",
        )));
    }
    pem_fault(
        value,
        |pem| pem.contains("-----BEGIN ") && pem.contains("PRIVATE KEY-----"),
        text("the Base64 of a PEM private key", "PEM 私钥的 Base64 编码"),
    )
}

/// PEM given as it is gets encoded; Base64 broken into lines gets joined.
fn pem_fault(value: &str, right: fn(&str) -> bool, expected: Text) -> Option<FormatFault> {
    if value.trim_start().starts_with("-----BEGIN ") {
        let fault = FormatFault::error(expected);
        return Some(if right(value) {
            fault.mend(STANDARD.encode(value), Applicability::Safe)
        } else {
            fault
        });
    }
    let Some(bytes) = decode(value) else {
        let joined: String = value.chars().filter(|char| !char.is_ascii_whitespace()).collect();
        let fault = FormatFault::error(expected);
        let mended = joined != value && decode(&joined).is_some();
        return Some(if mended { fault.mend(joined, Applicability::Safe) } else { fault });
    };
    let fine = std::str::from_utf8(&bytes).is_ok_and(right);
    // The documents' own sample strings are too short to be what they stand for, so this is no error.
    (!fine).then(|| FormatFault::warning(expected))
}
