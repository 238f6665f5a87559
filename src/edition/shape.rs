//! A text that is no body by its outermost object or list: the body lies inside, or it is what the API answered.

use super::detect::outer;
use super::{ALL, Edition};
use crate::diagnostic::{
    Basis, Change, Diagnostic, Fix, Part, Place, Rule, Severity, at, long, text,
};
use crate::json::{Document, Kind, NodeId};
use crate::text::Span;

/// The body that is all that a list, or a member of no edition's, holds; also several of them around each other.
pub(super) fn wrapped(doc: &Document) -> Option<NodeId> {
    let mut at = NodeId::ROOT;
    loop {
        let mut children = doc.children(at);
        let only = children.next().filter(|_| children.next().is_none())?;
        let name = doc.name(only);
        let known = |edition: &'static Edition| {
            name.as_ref()
                .is_some_and(|name| edition.index().rows().any(|(_, row)| row.field.name == *name))
        };
        if ALL.into_iter().any(known) {
            return None;
        }
        let body = |edition: &'static Edition| outer(doc, only, edition) > 1;
        if doc.kind(only) == Kind::Object && ALL.into_iter().any(body) {
            return Some(only);
        }
        at = only;
    }
}

/// Whether the text says what went wrong with a request, by itself or as an `error`, or what is being made of it.
fn answers(doc: &Document) -> bool {
    let at = doc.member(NodeId::ROOT, "error").unwrap_or(NodeId::ROOT);
    let has = |names: &[&str]| {
        doc.children(at)
            .take(8)
            .filter_map(|member| doc.name(member))
            .any(|own| names.iter().any(|name| own.eq_ignore_ascii_case(name)))
    };
    has(&["errorCode", "error_code"])
        || has(&["message"]) && has(&["code", "status"])
        || has(&["cluster_id"]) && has(&["task_id"])
}

/// The one finding about a text that is no body by its outermost object or list.
pub fn misshapen(doc: &Document, edition: &'static Edition) -> Option<Diagnostic> {
    let wrapped = wrapped(doc);
    let rule = match wrapped {
        Some(_) => &WRAPPED,
        None if answers(doc) => &ANSWER,
        None => return None,
    };
    let start = doc.span(NodeId::ROOT).start;
    let place = Place { node: NodeId::ROOT, part: Part::Text(Span::new(start, start + 1)) };
    let found = Diagnostic::new(rule, place, at(edition.id, edition.source));
    Some(match wrapped {
        Some(inside) => found.fix(Fix::risky(
            text("Take the body out", "取出请求体"),
            Change::Replace(NodeId::ROOT, doc.raw(inside).to_owned()),
        )),
        None => found,
    })
}

/// A body inside a list or a member that no document knows.
pub(super) static WRAPPED: Rule = Rule {
    code: "body-wrapped",
    severity: Severity::Error,
    title: long(text("Body inside another value", "请求体外多了一层")),
    message: text(
        "the body is wrapped in a list or in a member that the API does not know",
        "请求体外多了一层列表或 API 不认识的参数",
    ),
    help: long(text(
        "The API looks for the members at the top of the body and finds none of them. Take the body out; it is checked then.",
        "API 在请求体的最外层查找参数，多包一层就找不到。请取出里面的请求体，之后会继续检查。",
    )),
    basis: Basis::Derived,
    sources: &[],
};

/// What an API answers to a request.
pub(super) static ANSWER: Rule = Rule {
    code: "body-answer",
    title: long(text("Answer of the API", "是 API 的响应")),
    message: text(
        "this is what the API answered, not the body of a request",
        "这是 API 返回的响应，不是请求体",
    ),
    help: long(text(
        "An answer says what was wrong, or what is being made, and holds nothing of what was sent. Paste the body that was sent: it is checked then.",
        "响应只说明出错原因或返回新集群的 ID，不包含发送的内容。请粘贴当时发送的请求体，之后会继续检查。",
    )),
    ..WRAPPED
};
