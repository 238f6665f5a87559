//! What each format takes and refuses, and how it mends.

use clusterwright::diagnostic::{Applicability, Severity};
use clusterwright::spec::format::{cidr, described, host, placeholder, secret_name};
use clusterwright::spec::{Format, Version};
use ipnet::Ipv4Net;
use proptest::prelude::*;
use proptest::sample::select;

/// `ok`, or the severity with the mended text and whether the mend is safe.
fn verdict(format: Format, value: &str) -> String {
    match format.fault(value) {
        None => "ok".to_owned(),
        Some(fault) => {
            let mend = fault.mend.map_or_else(String::new, |(text, applicability)| {
                format!(" -> {text}{}", if applicability == Applicability::Safe { "" } else { "?" })
            });
            format!("{}{mend}", if fault.severity == Severity::Error { "error" } else { "warning" })
        }
    }
}

#[test]
fn ranges() {
    let cases = [
        ("10.0.0.0/8", "ok"),
        ("0.0.0.0/0", "ok"),
        ("255.255.255.255/32", "ok"),
        ("172.16.1.0/20", "warning -> 172.16.0.0/20?"),
        (" 10.0.0.0/8 ", "error -> 10.0.0.0/8"),
        ("10.0.0.0", "error"),
        ("10.0.0.0/33", "error"),
        ("10.0.0/8", "error"),
        ("10.0.0.256/8", "error"),
        ("10.00.0.0/8", "error"),
        ("10.0.0.0/8/8", "error"),
        ("10.0.0.0/", "error"),
        ("fd00::/8", "error"),
        ("", "error"),
    ];
    for (value, expected) in cases {
        assert_eq!(verdict(Format::Cidr, value), expected, "{value:?}");
    }
    assert_eq!(verdict(Format::AnyCidr, "fd00::/8"), "ok");
    assert_eq!(verdict(Format::AnyCidr, "10.0.0.1"), "error -> 10.0.0.1/32?");
    assert_eq!(verdict(Format::AnyCidr, "fd00::/129"), "error");
}

#[test]
fn hosts() {
    let cases = [
        ("example.com", "ok"),
        ("*.example.com", "ok"),
        ("EXAMPLE.com", "ok"),
        ("a", "ok"),
        ("93.184.216.34", "ok"),
        ("2001:db8::1", "ok"),
        ("DNS Name=example.com", "error -> example.com"),
        ("IP Address=93.184.216.34", "error -> 93.184.216.34"),
        ("https://example.com/", "error -> example.com"),
        (" example.com", "error -> example.com"),
        ("10.0.0.300", "error"),
        ("-a.com", "error"),
        ("a-.com", "error"),
        ("a..b", "error"),
        ("ex_ample.com", "error"),
        ("例子.中国", "error"),
        ("xn--fsqu00a.xn--fiqs8s", "ok"),
    ];
    for (value, expected) in cases {
        assert_eq!(verdict(Format::Host, value), expected, "{value:?}");
    }
    let hint = |format: Format, value: &str| {
        format.fault(value).is_some_and(|fault| fault.expected.en.contains("xn--"))
    };
    for format in [Format::Host, Format::Listed(&Format::Host)] {
        assert!(hint(format, "例子.中国"), "{format:?}");
        assert!(!hint(format, "ex_ample.com"), "{format:?}");
    }
    assert!(host::dns_name(&format!("{}.com", "a".repeat(63))));
    assert!(!host::dns_name(&format!("{}.com", "a".repeat(64))));
}

#[test]
fn certificates_and_keys() {
    use base64::Engine as _;
    let encode = |pem: &str| base64::engine::general_purpose::STANDARD.encode(pem);
    let certificate = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
    let key = "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n";
    let locked =
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIE\n-----END ENCRYPTED PRIVATE KEY-----\n";
    assert_eq!(verdict(Format::Certificate, &encode(certificate)), "ok");
    assert_eq!(verdict(Format::PrivateKey, &encode(key)), "ok");
    assert_eq!(verdict(Format::Certificate, &encode("no certificate")), "warning");
    assert_eq!(
        verdict(Format::Certificate, certificate),
        format!("error -> {}", encode(certificate))
    );
    assert_eq!(verdict(Format::Certificate, "not base64!"), "error");
    assert_eq!(verdict(Format::PrivateKey, &encode(locked)), "error");
    let legacy =
        "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n-----END RSA PRIVATE KEY-----\n";
    assert_eq!(verdict(Format::PrivateKey, &encode(legacy)), "error");
    let broken: String = encode(certificate)
        .as_bytes()
        .chunks(20)
        .map(|line| String::from_utf8_lossy(line).into_owned() + "\n")
        .collect();
    assert_eq!(verdict(Format::Certificate, &broken), format!("error -> {}", encode(certificate)));
}

#[test]
fn versions_are_compared_as_far_as_they_are_written() {
    let before = |own: &str, other: &str| {
        Version::parse(own).expect("a version").before(Version::parse(other).expect("a version"))
    };
    assert_eq!(before("v1.19.8-r0", "v1.21"), Some(true));
    assert_eq!(before("v1.9", "v1.11"), Some(true));
    assert_eq!(before("v1.25", "v1.25"), Some(false));
    assert_eq!(before("v1.25.3-r0", "v1.25"), Some(false));
    assert_eq!(before("v1.17.9", "v1.17.17"), Some(true));
    assert_eq!(before("v1.17", "v1.17.17"), None);
    assert_eq!(Version::parse("latest"), None);
    assert_eq!(Version::parse("v1"), None);
    assert_eq!(Version::parse("v1.2.3.4"), None);
    assert_eq!(Version::parse("1.16.9-aliyun.1"), Version::parse("v1.16.9"));
}

#[test]
fn numbers_in_strings() {
    for (value, expected) in [
        ("24", "ok"),
        ("28", "ok"),
        ("23", "error"),
        ("29", "error"),
        ("/25", "error -> 25"),
        (" 25", "error -> 25"),
        ("2.5", "error"),
        ("", "error"),
    ] {
        assert_eq!(verdict(Format::Digits(24, 28), value), expected, "{value:?}");
    }
}

#[test]
fn lists_in_one_string() {
    for (value, expected) in [
        ("cs.aliyun.com", "ok"),
        ("cs.aliyun.com,10.0.0.1", "ok"),
        ("cs.aliyun.com, 10.0.0.1", "ok"),
        ("cs.aliyun.com，10.0.0.1", "error -> cs.aliyun.com,10.0.0.1?"),
        ("cs.aliyun.com,", "error -> cs.aliyun.com?"),
        ("https://a/b,c", "error"),
        ("a.com,b.com,a.com", "warning -> a.com,b.com?"),
    ] {
        assert_eq!(verdict(Format::Listed(&Format::Host), value), expected, "{value:?}");
    }
    assert_eq!(verdict(Format::Listed(&Format::Text), "kubernetes.default.svc, a b"), "ok");
    assert_eq!(verdict(Format::Listed(&Format::Text), "a,,b"), "error -> a,b?");
}

/// Were the items of a list compared each with each, this test would take minutes.
#[test]
fn endless_lists_in_a_string_are_read_in_one_pass() {
    let names: Vec<String> = (0..100_000).map(|at| format!("h{at}.example.com")).collect();
    let listed = Format::Listed(&Format::Host);
    assert_eq!(listed.fault(&names.join(",")), None);
    let twice = format!("{},h7.example.com", names.join(","));
    let fault = listed.fault(&twice).expect("an item is there twice");
    assert_eq!(fault.mend.map(|(mended, _)| mended), Some(names.join(",")));
}

#[test]
fn placeholders() {
    for text in [
        "vpc-****",
        "xxx",
        "vsw-xxxxxx",
        "<VPC ID>",
        "${vpc}",
        "$VPC_ID",
        "{{ vpc }}",
        "your-vpc-id",
        "YOUR_VPC",
        "请输入VPC ID",
        "changeme",
        "＜集群名＞",
        "TBD",
        "String",
    ] {
        assert!(placeholder(text), "{text:?} waits for its author");
    }
    for text in [
        "$",
        "$5.00",
        "Pa$$W0RD",
        "",
        "example.com",
        "v1.25",
        "a<b",
        "maxx",
        "c90b3ce5-e1f1-4c87-a006-644d78846438",
        "yourself",
        "演示集群",
        "**",
        "exxon",
        "string",
        "String theory",
    ] {
        assert!(!placeholder(text), "{text:?} is a value");
    }
}

#[test]
fn descriptions_in_the_place_of_values() {
    for text in ["是否回滚", "Worker节点数", "集群类型,ManagedKubernetes"] {
        assert!(described(text), "{text:?} describes a value");
    }
    for text in ["", "true", "VPC ID", "是", "ä中x"] {
        assert!(!described(text), "{text:?} may be a value");
    }
}

#[test]
fn credentials_by_name() {
    for name in [
        "accessKeyId",
        "AccessKeySecret",
        "access_key_secret",
        "X-Auth-Token",
        "AK",
        "login_password",
    ] {
        assert!(secret_name(name), "{name}");
    }
    for name in ["key_pair", "tokenizer", "vpc", "mask", "task"] {
        assert!(!secret_name(name), "{name}");
    }
}

proptest! {
    /// The hand-made reader takes what the library's does, but for leading zeros, which readers disagree on.
    #[test]
    fn range_reader_agrees_with_the_library(text in "[0-9]{1,3}(\\.[0-9]{1,3}){2,4}/[0-9]{1,3}") {
        let plain = !text.split(['.', '/']).any(|part| part.len() > 1 && part.starts_with('0'));
        prop_assert_eq!(cidr::parse(&text), text.parse::<Ipv4Net>().ok().filter(|_| plain));
    }

    /// No format panics, and what it mends by a safe fix is right or at least another fault.
    #[test]
    fn formats_are_total(text in any::<String>()) {
        for format in [Format::Cidr, Format::AnyCidr, Format::Ip, Format::Host, Format::Uuid, Format::Certificate, Format::PrivateKey, Format::Version, Format::PlainVersion, Format::Digits(24, 28)] {
            if let Some(fault) = format.fault(&text) && let Some((mended, Applicability::Safe)) = fault.mend {
                prop_assert!(format.fault(&mended).is_none_or(|again| again.severity != Severity::Error), "{:?} -> {:?}", text, mended);
            }
        }
        let _ = placeholder(&text);
    }

    /// A mask is three stars or crosses in a row wherever they stand; the look at eight bytes at a time misses none.
    #[test]
    fn masks_are_found_wherever_they_stand(
        before in "[d-q]{0,20}",
        (marks, masked) in select(&[("***", true), ("xXx", true), ("****", true), ("**", false), ("xx", false), ("*x*", false), ("x", false)][..]),
        after in "[d-q]{0,20}",
    ) {
        let text = format!("{before}{marks}{after}");
        prop_assert_eq!(placeholder(&text), masked, "{}", text);
    }
}
