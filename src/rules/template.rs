//! The templates: checks that are data.

use std::borrow::Cow;

use super::{Context, How, Sink};
use crate::diagnostic::{Arg, Basis, Change, Fix, Part, Place, Severity, text};
use crate::json::{self, Kind, NodeId, patch};
use crate::spec::Cond;

pub(super) fn run(how: &How, context: &Context, sink: &mut Sink) {
    match how {
        How::AtMostOneOf(pointers) => at_most_one_of(pointers, context, sink),
        How::ExactlyOneOf(pointers, cond) => exactly_one_of(pointers, cond, context, sink),
        How::Together(pointers) => together(pointers, context, sink),
        How::Wrong { at, when, related } => wrong(at, when, related, context, sink),
        How::CountEquals(array, cases) => count_equals(array, cases, context, sink),
        How::RangesDisjoint(some, others) => ranges_disjoint(some, others, context, sink),
        How::Code(check) => check(context, sink),
    }
}

/// The objects that members of these pointers live in: the items of the innermost array they share, else the body.
fn scopes(context: &Context, pointer: &str) -> Vec<NodeId> {
    match pointer.rfind("/*") {
        Some(end) => context.view.all(&pointer[..end + 2]).collect(),
        None => vec![NodeId::ROOT],
    }
}

fn set<'p>(context: &Context, pointers: &[&'p str], scope: NodeId) -> Vec<(&'p str, NodeId)> {
    pointers
        .iter()
        .filter_map(|&pointer| context.view.beside(pointer, scope).map(|node| (pointer, node)))
        .filter(|&(_, node)| !context.view.is_empty(node))
        .collect()
}

fn names(pointers: &[&str]) -> Arg {
    let last =
        |pointer: &str| json::unescape(pointer.rsplit('/').next().unwrap_or_default()).into_owned();
    Arg::List(pointers.iter().map(|pointer| Arg::from(last(pointer))).collect())
}

fn at_most_one_of(pointers: &[&str], context: &Context, sink: &mut Sink) {
    for scope in scopes(context, pointers[0]) {
        let set = set(context, pointers, scope);
        let Some((&(_, first), rest)) = set.split_first() else { continue };
        for &(_, other) in rest {
            let fix = |node: NodeId, name: Arg| {
                Fix::risky(text("Take {name} out", "删除 {name}"), Change::Remove(node))
                    .arg("name", name)
            };
            let found = sink
                .found(Place::key(other))
                .arg("name", context.called(other))
                .arg("other", context.called(first))
                .arg("names", names(pointers))
                .relate(Place::key(first))
                .fix(fix(other, context.called(other)))
                .fix(fix(first, context.called(first)));
            sink.push(found);
        }
    }
}

fn exactly_one_of(pointers: &[&str], cond: &Cond, context: &Context, sink: &mut Sink) {
    at_most_one_of(pointers, context, sink);
    for scope in scopes(context, pointers[0]) {
        if !set(context, pointers, scope).is_empty()
            || context.view.holds(cond, scope) != Some(true)
        {
            continue;
        }
        let name = json::unescape(pointers[0].rsplit('/').next().unwrap_or_default()).into_owned();
        let parent = pointers[0].rsplit_once('/').map_or("", |(parent, _)| parent);
        let Some(object) = context.view.beside(parent, scope) else { continue };
        let found = sink
            .found(Place { node: object, part: Part::Absent(Cow::Owned(name.clone())) })
            .arg("name", name)
            .arg("names", names(pointers));
        sink.push(found);
    }
}

fn together(pointers: &[&str], context: &Context, sink: &mut Sink) {
    for scope in scopes(context, pointers[0]) {
        let set = set(context, pointers, scope);
        let Some(&(_, first)) = set.first() else { continue };
        for &pointer in pointers {
            if set.iter().any(|&(own, _)| own == pointer) {
                continue;
            }
            let name = json::unescape(pointer.rsplit('/').next().unwrap_or_default()).into_owned();
            let parent = pointer.rsplit_once('/').map_or("", |(parent, _)| parent);
            let Some(object) = context.view.beside(parent, scope) else { continue };
            let found = sink
                .found(Place { node: object, part: Part::Absent(Cow::Owned(name.clone())) })
                .arg("name", name)
                .arg("other", context.called(first))
                .relate(Place::key(first));
            sink.push(found);
        }
    }
}

fn wrong(at: &str, when: &Cond, related: &[&str], context: &Context, sink: &mut Sink) {
    for node in context.view.all(at) {
        if context.view.is_empty(node) || context.view.holds(when, node) != Some(true) {
            continue;
        }
        let mut found = sink
            .found(Place::value(node))
            .arg("name", context.called(node))
            .arg("value", context.view.show(node));
        for pointer in related {
            if let Some(other) = context.view.beside(pointer, node) {
                found = found.arg("other", context.view.show(other)).relate(Place::value(other));
            }
        }
        sink.push(found);
    }
}

fn count_equals(array: &str, cases: &[(Cond, usize)], context: &Context, sink: &mut Sink) {
    for node in context.view.all(array) {
        if context.view.doc.kind(node) != Kind::Array {
            continue;
        }
        let Some(&(_, wanted)) =
            cases.iter().find(|(cond, _)| context.view.holds(cond, node) == Some(true))
        else {
            continue;
        };
        let count = context.view.doc.children(node).count();
        if count == wanted {
            continue;
        }
        let found = sink
            .found(Place::value(node))
            .arg("name", context.called(node))
            .arg("wanted", wanted)
            .arg("count", count);
        sink.push(found);
    }
}

fn ranges_disjoint(some: &[&str], others: &[&str], context: &Context, sink: &mut Sink) {
    for (at, overlap) in context.plan.overlaps.iter().enumerate() {
        let (left, right) =
            (&context.plan.ranges[overlap.left], &context.plan.ranges[overlap.right]);
        // Of two of a kind the later is the one too many.
        let (own, other) = if some.contains(&right.role) && others.contains(&left.role) {
            (right, left)
        } else if some.contains(&left.role) && others.contains(&right.role) {
            (left, right)
        } else {
            continue;
        };
        // The finding stands at a range that is written; what is implied or given explains it.
        let (own, other) = if own.node.is_none() { (other, own) } else { (own, other) };
        let Some(node) = own.node else { continue };
        let mut found = sink
            .found(Place::value(node))
            .arg("range", own.net.to_string())
            .arg("name", own.name)
            .arg("other", other.net.to_string())
            .arg("other_name", other.name)
            .arg("origin", other.origin.label());
        if other.basis == Basis::Example {
            found = found.severity(Severity::Warning);
        }
        if let Some(other) = other.node {
            found = found.relate(Place::value(other));
        }
        // Looking for room costs a pass over all ranges; nobody mends more than a few by hand.
        if at < 32
            && let Some(free) = context.plan.free_like(own)
        {
            let fix = Fix::risky(
                text("Use {free}, the next free range", "改用下一个空闲网段 {free}"),
                Change::Replace(node, patch::quote(&free.to_string())),
            );
            found = found.fix(fix.arg("free", free.to_string()));
        }
        sink.push(found);
    }
}
