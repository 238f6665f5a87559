//! The templates: checks that are data.

use std::borrow::Cow;

use super::{Context, How, Sink};
use crate::diagnostic::{Arg, Basis, Change, Fix, Part, Place, Severity, text};
use crate::json::{self, Kind, NodeId, patch};
use crate::network;
use crate::spec::format::described;
use crate::spec::{Cond, Given};
use crate::text::{hash, order, same};

pub(super) fn run(how: &How, context: &Context, sink: &mut Sink) {
    match how {
        How::AtMostOneOf(pointers) => at_most_one_of(pointers, &Cond::All(&[]), context, sink),
        How::AtLeastOneOf(pointers, cond) => at_least_one_of(pointers, cond, context, sink),
        How::ExactlyOneOf(pointers, cond) => {
            at_most_one_of(pointers, cond, context, sink);
            at_least_one_of(pointers, cond, context, sink);
        }
        How::Together(pointers) => together(pointers, context, sink),
        How::Wrong { at, when, related } => wrong(at, when, related, context, sink),
        How::MustBe { at, when, values, related } => {
            must_be(at, when, values, related, context, sink);
        }
        How::PrefixLonger { number, range, when } => {
            prefix_longer(number, range, when, context, sink);
        }
        How::CountEquals(array, cases) => count_equals(array, cases, context, sink),
        How::RangesDisjoint(some, others) => ranges_disjoint(some, others, context, sink),
        How::Each(ways) => ways.iter().for_each(|how| run(how, context, sink)),
        How::SameCount(number, arrays) => same_count(number, arrays, context, sink),
        How::Ascending(pointers) => ascending(pointers, context, sink),
        How::Distinct(pointers) => pointers.iter().for_each(|at| distinct(at, context, sink)),
        How::Disjoint(some, others) => disjoint(some, others, context, sink),
        How::StartsWith(at, with) => starts_with(at, with, context, sink),
        How::Code(check) => check(context, sink),
    }
}

/// The objects that members of these pointers live in: the items of the innermost array they share, else the body.
fn scopes(context: &Context, pointer: &'static str) -> impl Iterator<Item = NodeId> {
    let items = pointer.rfind('*').map(|end| context.view.all(&pointer[..=end]));
    let body = items.is_none().then_some(NodeId::ROOT);
    items.into_iter().flatten().chain(body)
}

/// Those of these members that are set.
fn set(
    context: &Context,
    pointers: &[&'static str],
    scope: NodeId,
) -> impl Iterator<Item = (&'static str, NodeId)> {
    pointers
        .iter()
        .filter_map(move |&pointer| context.view.beside(pointer, scope).map(|node| (pointer, node)))
        .filter(move |&(_, node)| !context.view.is_empty(node))
}

fn names(pointers: &[&'static str]) -> Arg {
    let last = |pointer: &'static str| {
        json::unescape(pointer.rsplit('/').next().unwrap_or_default()).into_owned()
    };
    Arg::List(pointers.iter().map(|pointer| Arg::from(last(pointer))).collect())
}

/// How many of these members the body has anywhere. Most bodies lack what most checks are about.
fn there(pointers: &[&'static str], context: &Context) -> usize {
    pointers.iter().filter(|pointer| context.view.get(pointer).is_some()).count()
}

fn at_most_one_of(pointers: &[&'static str], cond: &Cond, context: &Context, sink: &mut Sink) {
    if there(pointers, context) < 2 {
        return;
    }
    for scope in scopes(context, pointers[0]) {
        let mut set = set(context, pointers, scope);
        let Some((_, first)) = set.next() else { continue };
        if context.view.holds(cond, scope) != Some(true) {
            continue;
        }
        for (_, other) in set {
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

fn at_least_one_of(pointers: &[&'static str], cond: &Cond, context: &Context, sink: &mut Sink) {
    for scope in scopes(context, pointers[0]) {
        if set(context, pointers, scope).next().is_some()
            || context.view.holds(cond, scope) != Some(true)
        {
            continue;
        }
        let Some(pointer) = pointers.iter().find(|pointer| context.knows(pointer)) else { return };
        let name = json::unescape(pointer.rsplit('/').next().unwrap_or_default()).into_owned();
        let parent = pointer.rsplit_once('/').map_or("", |(parent, _)| parent);
        let Some(object) = context.view.beside(parent, scope) else { continue };
        if context.view.doc.kind(object) != Kind::Object {
            continue;
        }
        let found = sink
            .found(Place { node: object, part: Part::Absent(Cow::Owned(name.clone())) })
            .arg("name", name)
            .arg("names", names(pointers));
        sink.push(found);
    }
}

fn together(pointers: &[&'static str], context: &Context, sink: &mut Sink) {
    if there(pointers, context) == 0 {
        return;
    }
    for scope in scopes(context, pointers[0]) {
        let Some((_, first)) = set(context, pointers, scope).next() else { continue };
        for pointer in pointers {
            let own = std::slice::from_ref(pointer);
            if set(context, own, scope).next().is_some() || !context.knows(pointer) {
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

fn wrong(
    at: &'static str,
    when: &Cond,
    related: &[&'static str],
    context: &Context,
    sink: &mut Sink,
) {
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

/// A value that is a blank or a description says nothing of the one that is meant.
fn must_be(
    at: &'static str,
    when: &Cond,
    values: &'static [&'static str],
    related: &[&'static str],
    context: &Context,
    sink: &mut Sink,
) {
    let view = context.view;
    for node in view.all(at) {
        let clear = matches!(view.scalar_of(node), Given::Is(text) if !described(&text))
            || matches!(view.doc.kind(node), Kind::Array | Kind::Object);
        if !clear || view.holds(when, node) != Some(true) || values.contains(&view.doc.raw(node)) {
            continue;
        }
        let mut found = sink
            .found(Place::value(node))
            .arg("name", context.called(node))
            .arg("value", view.show(node))
            .arg("values", Arg::List(values.iter().map(|&value| Arg::from(value)).collect()));
        for other in related.iter().filter_map(|pointer| view.beside(pointer, node)) {
            found = found.relate(Place::value(other));
        }
        if let &[value] = values {
            let change = Change::Replace(node, value.to_owned());
            let fix = Fix::risky(text("Write {json}", "改写为 {json}"), change);
            found = found.fix(fix.arg("json", value));
        }
        sink.push(found);
    }
}

fn prefix_longer(
    number: &'static str,
    range: &'static str,
    when: &Cond,
    context: &Context,
    sink: &mut Sink,
) {
    let view = context.view;
    for node in view.all(number) {
        let Given::Is(length) = view.integer_of(node) else { continue };
        let Some(other) = view.beside(range, node) else { continue };
        let Some((_, net)) = view.nets(range).find(|&(own, _)| own == other) else { continue };
        // What is no prefix length at all is the row's own finding.
        if !(0..=32).contains(&length)
            || length > i64::from(net.prefix_len())
            || view.holds(when, node) != Some(true)
        {
            continue;
        }
        let found = sink
            .found(Place::value(node))
            .arg("name", context.called(node))
            .arg("value", length)
            .arg("other", context.called(other))
            .arg("range", net.trunc().to_string())
            .arg("prefix", net.prefix_len())
            .relate(Place::value(other));
        sink.push(found);
    }
}

fn count_equals(array: &'static str, cases: &[(Cond, usize)], context: &Context, sink: &mut Sink) {
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

/// The array's length against what a number says: nothing where either is unclear.
fn same_count(number: &'static str, arrays: &[&'static str], context: &Context, sink: &mut Sink) {
    let view = context.view;
    for &array in arrays {
        for node in view.all(array) {
            let Some(teller) = view.beside(number, node) else { continue };
            let (Given::Is(wanted), Kind::Array) = (view.integer_of(teller), view.doc.kind(node))
            else {
                continue;
            };
            let count = view.doc.children(node).count();
            if i64::try_from(count) == Ok(wanted) {
                continue;
            }
            let found = sink
                .found(Place::value(node))
                .arg("name", context.called(node))
                .arg("count", count)
                .arg("other", context.called(teller))
                .arg("wanted", wanted)
                .relate(Place::value(teller));
            sink.push(found);
        }
    }
}

fn ascending(pointers: &[&'static str], context: &Context, sink: &mut Sink) {
    if there(pointers, context) < 2 {
        return;
    }
    let view = context.view;
    for scope in scopes(context, pointers[0]) {
        let mut greatest: Option<(i64, NodeId)> = None;
        for (_, node) in set(context, pointers, scope) {
            let Given::Is(value) = view.integer_of(node) else { continue };
            if let Some((before, other)) = greatest.filter(|&(before, _)| before > value) {
                let found = sink
                    .found(Place::value(node))
                    .arg("name", context.called(node))
                    .arg("value", value)
                    .arg("other", context.called(other))
                    .arg("other_value", before)
                    .relate(Place::value(other));
                sink.push(found);
            } else {
                greatest = Some((value, node));
            }
        }
    }
}

/// The strings that values of a row hold; blanks and what is ill-typed are left out.
fn strings<'a>(pointer: &'static str, context: &Context<'a>) -> Vec<(NodeId, Cow<'a, str>)> {
    let view = context.view;
    let known = view.all(pointer).filter_map(|node| match view.text_of(node) {
        Given::Is(text) => Some((node, text)),
        Given::Absent | Given::Unclear => None,
    });
    known.collect()
}

/// A number that equal strings share, and next to no others.
fn mark(text: &str) -> (u32, u32) {
    let hash = hash(text.as_bytes(), 0);
    (u32::try_from(hash >> 32).unwrap_or(0), u32::try_from(hash & 0xffff_ffff).unwrap_or(0))
}

fn distinct(pointer: &'static str, context: &Context, sink: &mut Sink) {
    if context.view.all(pointer).len() < 2 {
        return;
    }
    let doc = context.view.doc;
    let depth = pointer.rfind('*').map_or(0, |at| pointer[at..].matches('/').count());
    let item = |node| (0..depth).fold(node, |at, _| doc.parent(at).unwrap_or(at));
    let list = |node| doc.parent(item(node)).unwrap_or(NodeId::ROOT);
    let nodes: Vec<(NodeId, NodeId)> =
        context.view.all(pointer).map(|node| (list(node), node)).collect();
    // A string alone in its list has no equal there; most are.
    for own in nodes.chunk_by(|left, right| left.0 == right.0).filter(|own| own.len() > 1) {
        let text_of = |&(_, node): &(NodeId, NodeId)| match context.view.text_of(node) {
            Given::Is(text) => Some((node, text)),
            Given::Absent | Given::Unclear => None,
        };
        let all: Vec<(NodeId, Cow<str>)> = own.iter().filter_map(text_of).collect();
        for (first, at) in twins(&all) {
            let (first, node) = (all[first].0, all[at].0);
            // What is told apart by a name deep inside is more than a slip.
            let fix = (depth <= 1).then(|| {
                Fix::risky(
                    crate::diagnostic::text("Take the second out", "删除重复项"),
                    Change::Remove(item(node)),
                )
            });
            let found = sink
                .found(Place::value(node))
                .arg("value", context.view.show(node))
                .arg("name", context.called(node))
                .relate(Place::value(first))
                .maybe_fix(fix);
            sink.push(found);
        }
    }
}

/// So many strings are compared each with each.
const SOME: usize = 12;

/// The strings that are there already, each with the first that is equal, by their places.
fn twins(all: &[(NodeId, Cow<str>)]) -> Vec<(usize, usize)> {
    let equal = |left: usize, right: usize| same(all[left].1.as_bytes(), all[right].1.as_bytes());
    if all.len() <= SOME {
        let twin = |at| (0..at).find(|&first| equal(first, at)).map(|first| (first, at));
        return (1..all.len()).filter_map(twin).collect();
    }
    let marks: Vec<(u32, u32)> = all.iter().map(|(_, text)| mark(text)).collect();
    // Equal ones stand together, in the order of the text; next to nothing else shares their mark.
    let sorted = order(marks.iter().copied());
    let mut found = Vec::new();
    for own in sorted.chunk_by(|&left, &right| marks[left] == marks[right]) {
        for (rank, &at) in own.iter().enumerate().skip(1) {
            let first = own[..rank].iter().find(|&&first| equal(first, at));
            found.extend(first.map(|&first| (first, at)));
        }
    }
    found
}

fn disjoint(some: &[&'static str], others: &[&'static str], context: &Context, sink: &mut Sink) {
    if there(some, context) == 0 || there(others, context) == 0 {
        return;
    }
    let view = context.view;
    let all = |pointers: &[&'static str]| -> Vec<_> {
        pointers.iter().flat_map(|pointer| strings(pointer, context)).collect()
    };
    let first = all(some);
    let sorted = order(first.iter().map(|(_, text)| mark(text)));
    for (node, text) in all(others) {
        let from = sorted.partition_point(|&at| mark(&first[at].1) < mark(&text));
        let twin = sorted[from..].iter().map(|&at| &first[at]).find(|(_, other)| *other == text);
        let Some(&(other, _)) = twin.filter(|&&(other, _)| other != node) else { continue };
        let found = sink
            .found(Place::value(node))
            .arg("value", view.show(node))
            .arg("name", context.called(node))
            .arg("other", context.called(other))
            .relate(Place::value(other));
        sink.push(found);
    }
}

fn starts_with(at: &'static str, with: &'static str, context: &Context, sink: &mut Sink) {
    let view = context.view;
    for node in view.all(at) {
        let Some(other) = view.beside(with, node) else { continue };
        let (Given::Is(own), Given::Is(start)) = (view.text_of(node), view.text_of(other)) else {
            continue;
        };
        if own.starts_with(&*start) {
            continue;
        }
        let found = sink
            .found(Place::value(node))
            .arg("name", context.called(node))
            .arg("value", view.show(node))
            .arg("other", context.called(other))
            .arg("other_value", view.show(other))
            .relate(Place::value(other));
        sink.push(found);
    }
}

fn ranges_disjoint(
    some: &[&'static str],
    others: &[&'static str],
    context: &Context,
    sink: &mut Sink,
) {
    // With the host bits that it has in the body.
    let written = |range: &network::Range| {
        let text = range.node.and_then(|node| context.view.doc.string(node));
        text.map_or_else(|| range.net.to_string(), Cow::into_owned)
    };
    for (at, overlap) in context.plan.chief_overlaps().enumerate() {
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
            .arg("range", written(own))
            .arg("name", own)
            .arg("other", written(other))
            .arg("other_name", other)
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
