//! A CA certificate of more than a megabyte.

use crate::diagnostic::Place;
use crate::diagnostic::Severity::Error;
use crate::diagnostic::{at, text};
use crate::rules::{Check, Context, How, Sink, rule};
use crate::spec::format::base64::MEGABYTE;

pub(super) static CHECK: Check = rule(
    "cce-ca-size",
    Error,
    text(
        "CA certificate too large",
        "CA 证书过大",
    ),
    text(
        "the CA certificate has {size} bytes, and 1 MB is the most",
        "CA 证书大小为 {size} 字节，最大为 1 MB",
    ),
    text(
        "The document sets the limit; it does not say whether before or after Base64, nor which megabyte. This finding counts the decoded bytes and takes 1,048,576.",
        "文档规定了该上限，但未说明是编码前还是编码后，也未说明 1 MB 的具体含义。此处按解码后的字节数、1,048,576 字节计算。",
    ),
)
.stated(&[at("cce-otc", "Table 9, ca")])
.check(How::Code(check));

fn check(context: &Context, sink: &mut Sink) {
    let view = context.view;
    let Some(node) = view.get("/spec/authentication/authenticatingProxy/ca") else { return };
    let Some(text) = view.doc.string(node) else { return };
    let size = text.trim_end_matches('=').len() * 3 / 4;
    if size > MEGABYTE {
        let found = sink.found(Place::value(node)).arg("size", size);
        sink.push(found);
    }
}
