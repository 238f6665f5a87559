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
        "Prefix and suffix are parts joined by dots, of letters (in CreateCluster lowercase only), digits and hyphens, each starting and ending with a letter or digit; 5 to 12 digits of the address stand between them. The documents show two spellings and define neither, so this is no error.",
        "前缀和后缀由英文句号分隔的若干部分组成，每部分只含字母（CreateCluster 仅允许小写）、数字和短划线，首尾为字母或数字；中间为 IP 地址的 5～12 位数字。文档出现了两种写法但都未定义，因此仅作警告。",
    ),
)
.derived_from(&[
    at("ack-createcluster", "Request parameters, node_name_mode"),
    at("ack-dedicated", "Request body, node_name_mode"),
])
.check(How::Code(check));

fn check(context: &Context, sink: &mut Sink) {
    let view = context.view;
    let lower = context.document == "ack-createcluster";
    for pointer in ["/node_name_mode", "/nodepools/*/kubernetes_config/node_name_mode"] {
        for node in view.all(pointer) {
            let Given::Is(mode) = view.text_of(node) else { continue };
            if customized(&mode, lower) || joined(&mode, lower) {
                // The text of that page has the whole address between prefix and suffix; its example shows other forms.
                if context.document == "ack-dedicated" && !whole_address(&mode) {
                    let found = sink.found(Place::value(node));
                    let found = found.severity(Severity::Info).basis(Basis::Example).message(text(
                        "{name} {value} has a form that only the example shows; the text describes prefix, whole IP address and suffix",
                        "{name} {value} 的写法仅见于示例；文档正文描述的是前缀、完整 IP 地址和后缀",
                    ));
                    let found =
                        found.arg("name", context.called(node)).arg("value", view.show(node));
                    sink.push(found);
                }
                continue;
            }
            let found = sink
                .found(Place::value(node))
                .arg("name", context.called(node))
                .arg("value", view.show(node));
            sink.push(found);
        }
    }
}

/// `customized,aliyun.com,5,test`. The suffix may be empty.
fn customized(mode: &str, lower: bool) -> bool {
    let parts: Vec<&str> = mode.split(',').collect();
    let ["customized", prefix, digits, suffix] = parts.as_slice() else { return false };
    let affix = |text: &str| text.is_empty() || parts_of(text, lower);
    affix(prefix) && affix(suffix) && digits.parse().is_ok_and(|count| (5..=12u8).contains(&count))
}

/// `aliyun.com00055test`, or with the whole address, `aliyun.com192.168.0.55test`.
fn joined(mode: &str, lower: bool) -> bool {
    let digits = mode.split(|char: char| !char.is_ascii_digit() && char != '.');
    let longest =
        digits.map(|run| run.bytes().filter(u8::is_ascii_digit).count()).max().unwrap_or_default();
    parts_of(mode, lower) && longest >= 5
}

/// Whether an IPv4 address stands in it: three dots between four runs of digits.
fn whole_address(mode: &str) -> bool {
    let runs: Vec<&str> = mode.split('.').collect();
    let digits = |run: &&str| !run.is_empty() && run.bytes().all(|byte| byte.is_ascii_digit());
    runs.windows(2).any(|inner| inner.iter().all(digits))
}

fn parts_of(text: &str, lower: bool) -> bool {
    let plain = |byte: u8| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || !lower && byte.is_ascii_uppercase()
    };
    text.split('.').all(|part| {
        let bytes = part.as_bytes();
        bytes.first().copied().is_some_and(plain)
            && bytes.last().copied().is_some_and(plain)
            && bytes.iter().all(|&byte| plain(byte) || byte == b'-')
    })
}
