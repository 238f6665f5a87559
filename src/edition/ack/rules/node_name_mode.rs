//! Node names that cannot be made.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{Basis, Place, Severity, at, text};
use crate::rules::{Check, Context, How, Sink, rule};
use crate::spec::Given;

pub(super) static CHECK: Check = rule(
    "ack-node-name-mode",
    Warning,
    text("Node names of the wrong form", "节点名称格式不对"),
    text(
        "{name} {value} is neither customized,prefix,digits,suffix nor prefix, digits and suffix joined",
        "{name} {value} 既不是 customized,前缀,长度,后缀，也不是前缀、IP 数字和后缀相连的形式",
    ),
    text(
        "By CreateCluster, prefix and suffix are parts of lowercase letters, digits and hyphens, joined by dots, with the last 5 to 12 digits of the address between them; by the page on dedicated clusters the whole address stands between them. Their examples use several spellings, among them one with commas, and define none, so this is no error.",
        "CreateCluster 文档：前缀和后缀由英文句号分隔的若干部分组成，每部分只含小写字母、数字和短划线，中间为 IP 地址末尾的 5～12 位数字；专有版集群的文档：中间为完整的节点 IP。各示例的写法不一（包括逗号分隔的写法）且都未定义，因此仅作警告。",
    ),
)
.derived_from(&[
    at("ack-createcluster", "Request parameters, node_name_mode"),
    at("ack-dedicated", "Request body, node_name_mode"),
])
.check(How::Code(check));

fn check(context: &Context, sink: &mut Sink) {
    let view = context.view;
    let dedicated = context.document == "ack-dedicated";
    for pointer in ["/node_name_mode", "/nodepools/*/kubernetes_config/node_name_mode"] {
        for node in view.all(pointer) {
            let Given::Is(mode) = view.text_of(node) else { continue };
            let fine =
                if dedicated { with_address(&mode) } else { customized(&mode) || joined(&mode) };
            if fine {
                continue;
            }
            let mut found = sink
                .found(Place::value(node))
                .arg("name", context.called(node))
                .arg("value", view.show(node));
            if dedicated {
                found = found.message(text(
                    "{name} {value} is not prefix, whole address and suffix, as the text of this document has it",
                    "{name} {value} 不是该文档正文所述的“前缀 + 完整节点 IP + 后缀”形式",
                ));
                // The example, and the documents beside it, show these.
                if customized(&mode) || joined(&mode) {
                    found = found.severity(Severity::Info).basis(Basis::Example);
                }
            }
            sink.push(found);
        }
    }
}

/// `customized,aliyun.com,5,test`. Prefix and suffix may be empty.
fn customized(mode: &str) -> bool {
    let parts: Vec<&str> = mode.split(',').collect();
    let ["customized", prefix, digits, suffix] = parts.as_slice() else { return false };
    let affix = |text: &str| text.is_empty() || lowercase_parts(text);
    affix(prefix) && affix(suffix) && digits.parse().is_ok_and(|count| (5..=12u8).contains(&count))
}

/// `aliyun.com00055test`.
fn joined(mode: &str) -> bool {
    let digits = mode.split(|char: char| !char.is_ascii_digit());
    lowercase_parts(mode) && digits.map(str::len).max().unwrap_or_default() >= 5
}

fn lowercase_parts(text: &str) -> bool {
    let plain = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    text.split('.').all(|part| {
        let bytes = part.as_bytes();
        bytes.first().is_some_and(plain)
            && bytes.last().is_some_and(plain)
            && bytes.iter().all(|byte| plain(byte) || *byte == b'-')
    })
}

/// `aliyun.com192.168.0.55test`: 2 to 64 characters, a letter first, four numbers joined by dots somewhere.
fn with_address(mode: &str) -> bool {
    let address = |run: &str| run.split('.').filter(|number| !number.is_empty()).count() >= 4;
    (2..=64).contains(&mode.len())
        && mode.starts_with(|char: char| char.is_ascii_alphabetic())
        && mode.ends_with(|char: char| char.is_ascii_alphanumeric())
        && mode.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'))
        && !mode.contains("--")
        && !mode.contains("..")
        && mode.split(|char: char| !char.is_ascii_digit() && char != '.').any(address)
}
