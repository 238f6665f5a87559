//! What strings may look like: one function a format, no regular expressions.

pub mod base64;
pub mod cidr;
pub mod host;

use std::borrow::Cow;

use super::field::{Choice, Type};
use crate::diagnostic::{Applicability, Severity, Text, text};
use crate::json::is_invisible;
use crate::text::{CASE, firsts, word};

/// The format of a string.
#[derive(Clone, Copy, Debug)]
pub enum Format {
    /// Any text.
    Text,
    /// One of these; the document closes the list.
    Choice(&'static [Choice]),
    /// The document names these and leaves others open.
    Suggest(&'static [Choice]),
    /// An IPv4 range, `10.0.0.0/16`.
    Cidr,
    /// An IPv4 or IPv6 range.
    AnyCidr,
    /// An IPv4 address.
    Ip,
    /// A DNS name (a leading `*.` is allowed) or an IP address.
    Host,
    /// A resource id shaped like a UUID.
    Uuid,
    /// A PEM certificate inside Base64.
    Certificate,
    /// An unencrypted PEM private key inside Base64.
    PrivateKey,
    /// A Kubernetes version with a leading `v`, as CCE writes it.
    Version,
    /// A Kubernetes version without a leading `v`, as ACK writes it.
    PlainVersion,
    /// A whole number written as a string, from the first to the second.
    Digits(i64, i64),
    /// Values of this format in one string, separated by commas.
    Listed(&'static Format),
    /// JSON of this type, written as a string.
    Json(&'static Type),
}

/// What is wrong with a string by its format.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FormatFault {
    /// How bad it is.
    pub severity: Severity,
    /// What it has to be; completes "must be …".
    pub expected: Text,
    /// The right string, if one can be made, and whether it means the same.
    pub mend: Option<(String, Applicability)>,
}

impl FormatFault {
    fn error(expected: Text) -> Self {
        Self { severity: Severity::Error, expected, mend: None }
    }

    fn warning(expected: Text) -> Self {
        Self { severity: Severity::Warning, ..Self::error(expected) }
    }

    fn mend(mut self, text: String, applicability: Applicability) -> Self {
        self.mend = Some((text, applicability));
        self
    }
}

impl Format {
    /// What is wrong with `value`; `None` if nothing is. Choices and JSON are the checker's own matter.
    pub fn fault(&self, value: &str) -> Option<FormatFault> {
        match *self {
            Self::Text | Self::Choice(_) | Self::Suggest(_) | Self::Json(_) => None,
            Self::Cidr => cidr::fault(value, false),
            Self::AnyCidr => cidr::fault(value, true),
            Self::Ip => host::ip_fault(value),
            Self::Host => host::fault(value),
            Self::Uuid => host::uuid_fault(value),
            Self::Certificate => base64::certificate_fault(value),
            Self::PrivateKey => base64::private_key_fault(value),
            Self::Version => version_fault(value),
            Self::PlainVersion => plain_version_fault(value),
            Self::Digits(least, greatest) => digits_fault(value, least, greatest),
            Self::Listed(item) => listed_fault(value, item),
        }
    }

    /// What a string of this format is called.
    pub const fn label(&self) -> Text {
        match self {
            Self::Text => text("text", "文本"),
            Self::Choice(_) => text("one of a closed list", "固定取值之一"),
            Self::Suggest(_) => text("text, with known values", "文本，有已知取值"),
            Self::Cidr => text("an IPv4 CIDR block", "IPv4 CIDR 网段"),
            Self::AnyCidr => text("a CIDR block", "CIDR 网段"),
            Self::Ip => text("an IPv4 address", "IPv4 地址"),
            Self::Host => text("a DNS name or IP address", "域名或 IP 地址"),
            Self::Uuid => text("a resource ID (UUID)", "资源 ID（UUID）"),
            Self::Certificate => text("a PEM certificate in Base64", "Base64 编码的 PEM 证书"),
            Self::PrivateKey => {
                text("an unencrypted PEM private key in Base64", "Base64 编码且未加密的 PEM 私钥")
            }
            Self::Version | Self::PlainVersion => text("a Kubernetes version", "Kubernetes 版本号"),
            Self::Digits(..) => text("a whole number in quotes", "以字符串书写的整数"),
            Self::Listed(_) => text("values separated by commas", "以英文逗号分隔的多个值"),
            Self::Json(_) => text("JSON in a string", "字符串形式的 JSON"),
        }
    }
}

fn version_fault(value: &str) -> Option<FormatFault> {
    if super::version::Version::parse(value).is_some() && value.starts_with('v') {
        return None;
    }
    let fault = FormatFault::warning(text(
        "a version such as v1.25 or v1.19.8-r0",
        "形如 v1.25 或 v1.19.8-r0 的版本号",
    ));
    let trimmed = value.trim().trim_start_matches(['v', 'V']);
    let mended = format!("v{trimmed}");
    let plain = super::version::Version::parse(trimmed).is_some();
    Some(if plain { fault.mend(mended, Applicability::Unsafe) } else { fault })
}

fn plain_version_fault(value: &str) -> Option<FormatFault> {
    let plain = |text: &str| {
        super::version::Version::parse(text).is_some()
            && text.starts_with(|char: char| char.is_ascii_digit())
    };
    if plain(value) {
        return None;
    }
    let fault = FormatFault::warning(text(
        "a version such as 1.16.9-aliyun.1",
        "形如 1.16.9-aliyun.1 的版本号",
    ));
    let trimmed = value.trim().trim_start_matches(['v', 'V']);
    Some(if plain(trimmed) { fault.mend(trimmed.to_owned(), Applicability::Unsafe) } else { fault })
}

fn digits_fault(value: &str, least: i64, greatest: i64) -> Option<FormatFault> {
    let number: Option<i64> = value.parse().ok();
    if number.is_some_and(|number| (least..=greatest).contains(&number) && !value.starts_with('+'))
    {
        return None;
    }
    let fault = FormatFault::error(text(
        "a whole number from {least} to {greatest}",
        "{least} 到 {greatest} 之间的整数",
    ));
    let trimmed = value.trim().trim_start_matches(['/', '+']);
    let fits = trimmed.parse().is_ok_and(|number: i64| (least..=greatest).contains(&number));
    Some(if fits { fault.mend(trimmed.to_owned(), Applicability::Safe) } else { fault })
}

fn listed_fault(value: &str, item: &Format) -> Option<FormatFault> {
    let fault = |value: &str| {
        let items: Vec<&str> = value.split(',').map(str::trim).collect();
        let wrong = |text: &&str| {
            text.is_empty()
                || item.fault(text).is_some_and(|fault| fault.severity == Severity::Error)
        };
        if items.iter().any(wrong) {
            Some(FormatFault::error(match item {
                Format::Host if described(value) => text(
                    "DNS names or IP addresses, separated by commas, a Chinese name in its ASCII form (xn--…)",
                    "以英文逗号分隔的域名或 IP 地址，中文域名应写成 ASCII 形式（xn-- 开头）",
                ),
                Format::Host => text(
                    "DNS names or IP addresses, separated by commas",
                    "以英文逗号分隔的域名或 IP 地址",
                ),
                _ => text(
                    "values separated by commas, none of them empty",
                    "以英文逗号分隔且不含空项的值",
                ),
            }))
        } else if firsts(&items).into_iter().enumerate().any(|(at, first)| first < at) {
            Some(FormatFault::warning(text("a list without repeats", "没有重复项的列表")))
        } else {
            None
        }
    };
    let found = fault(value)?;
    let parts = value.split([',', '，', '、', ';', '；', ' ', '\n']).map(str::trim);
    let items: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let firsts = firsts(&items).into_iter().enumerate().filter(|(at, first)| at == first);
    let mended = firsts.map(|(at, _)| items[at]).collect::<Vec<_>>().join(",");
    let right = !items.is_empty() && fault(&mended).is_none();
    Some(if right { found.mend(mended, Applicability::Unsafe) } else { found })
}

/// A string without the white space at its ends, and without what has no width. That binds the signs of some scripts, so of those it
/// stays inside.
pub(super) fn bare(text: &str) -> Cow<'_, str> {
    let own = text.trim_matches(|char: char| char.is_whitespace() || is_invisible(char));
    if own.contains(is_invisible) {
        let seen = own.replace(is_invisible, "");
        if seen.is_ascii() {
            return Cow::Owned(seen);
        }
    }
    Cow::Borrowed(own)
}

/// Whether a string still waits for its author: masks (`****`, `xxx`), angle brackets (`<VPC ID>`), templates (`$ID`, `${id}`,
/// `{{id}}`), the type of a value in its place (`String`), or words that ask for a value.
pub fn placeholder(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.is_empty() || bytes.len() > 256 {
        return false;
    }
    may_wait(bytes) && waits(text)
}

/// A text without the words that ask for a value in the place of an ID and mean what they say in a sentence.
pub(super) fn impersonal(text: &str) -> String {
    text.replace("您的", "").replace("你的", "").replace("替换为", "")
}

/// Whether a string that is to hold JSON waits for its author instead; a brace alone does not make a placeholder of it.
pub fn json_placeholder(text: &str) -> bool {
    let own = text.trim();
    let template = own.starts_with("{{") && own.ends_with("}}");
    (template || !own.starts_with(['{', '['])) && placeholder(text)
}

/// Whether a string may be a [`placeholder`], or hold what is no ASCII. What is right almost always fails this first look.
#[inline]
pub(super) fn may_wait(bytes: &[u8]) -> bool {
    may_mask(bytes) || may_ask(bytes)
}

/// Whether a text begins as one may that asks for a value: with a bracket, a sign, white space, what is no ASCII, or the first letters
/// of words that ask.
#[inline]
fn may_ask(bytes: &[u8]) -> bool {
    match *bytes {
        [b'<' | b'$' | b'{' | ..=b' ' | 0x80.., ..] => true,
        [first, second, third, ..] => matches!(
            &[first | 0x20, second | 0x20, third | 0x20],
            b"you" | b"cha" | b"rep" | b"tod" | b"tbd" | b"str"
        ),
        _ => false,
    }
}

/// Whether two bytes side by side may belong to a mask (`*`, `x`), or one to words that no ASCII spells; eight bytes at a time.
fn may_mask(bytes: &[u8]) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = ONES << 7;
    // The high bit of each byte that is zero. One above such a byte may be taken for one too, which costs a second look at most.
    let zero = |word: u64| word.wrapping_sub(ONES) & !word & HIGH;
    let marks = |word: u64| {
        let (star, cross) = (ONES * u64::from(b'*'), ONES * u64::from(b'x'));
        zero(word ^ star) | zero((word | CASE) ^ cross)
    };
    let look = |word: u64| {
        let marks = marks(word);
        marks & marks << 8 | word & HIGH
    };
    let Some(last) = bytes.last_chunk() else { return look(word(bytes)) != 0 };
    // Of three marks in a row two are in one word.
    let words = bytes.as_chunks::<8>().0.iter().chain([last]);
    words.fold(0, |found, own| found | look(u64::from_le_bytes(*own))) != 0
}

#[cold]
fn waits(text: &str) -> bool {
    let mask = |three: &[u8]| three == b"***" || three.eq_ignore_ascii_case(b"xxx");
    if text.as_bytes().windows(3).any(mask) {
        return true;
    }
    let trimmed = text.trim();
    let wrapped = |open: &str, close: &str| {
        trimmed.len() > 2 && trimmed.starts_with(open) && trimmed.ends_with(close)
    };
    if wrapped("<", ">") || wrapped("${", "}") || wrapped("{{", "}}") || wrapped("＜", "＞") {
        return true;
    }
    // A shell's variable, where a here-document was not expanded.
    let shell = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
    let variable = trimmed.strip_prefix('$').filter(|name| !name.is_empty());
    if variable.is_some_and(|name| name.bytes().all(shell)) {
        return true;
    }
    let starts = |mark: &str| {
        trimmed
            .as_bytes()
            .get(..mark.len())
            .is_some_and(|own| own.eq_ignore_ascii_case(mark.as_bytes()))
    };
    let asks = ["your-", "your_", "changeme", "replace-me", "replaceme", "todo"];
    if trimmed.len() <= 40 && trimmed.is_ascii() {
        return asks.into_iter().any(starts)
            || trimmed.eq_ignore_ascii_case("tbd")
            || trimmed == "String";
    }
    !trimmed.is_ascii()
        && ["请输入", "请填写", "请替换", "替换为", "您的", "你的", "待填写", "公共请求"]
            .iter()
            .any(|mark| trimmed.contains(mark))
}

/// Whether a string describes a value instead of being one: Chinese words where no free text is wanted, as the vendors' skeletons
/// of bodies have them.
pub fn described(text: &str) -> bool {
    !text.is_ascii() && text.chars().filter(|char| matches!(char, '一'..='鿿')).nth(1).is_some()
}

/// Whether a string is what documents print in the place of a value that is no string: its type.
pub fn type_name(text: &str) -> bool {
    matches!(text.trim(), "Boolean" | "Integer" | "Long" | "Number" | "Object" | "Array")
}

/// Whether a member of that name holds a credential wherever it stands.
pub fn secret_name(name: &str) -> bool {
    let name: String = name
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|char| char.to_ascii_lowercase())
        .collect();
    [
        "accesskeyid",
        "accesskeysecret",
        "accesskey",
        "secretkey",
        "secretaccesskey",
        "securitytoken",
        "ak",
        "sk",
        "xauthtoken",
        "authtoken",
        "token",
        "password",
        "passwd",
        "loginpassword",
        "adminpass",
        "privatekey",
    ]
    .contains(&name.as_str())
}
