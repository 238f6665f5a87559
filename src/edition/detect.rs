//! Which edition a body is for, told from the body.

use std::collections::VecDeque;

use super::shape::wrapped;
use super::{ALL, Edition, cce};
use crate::diagnostic::{Basis, Rule, Severity, long, text};
use crate::json::{Document, NodeId};
use crate::spec::{RowId, check, faults};

/// So many members are looked at; what tells an edition stands at the beginning and high up.
const MEMBERS: usize = 400;
/// So many members of one object or items of one list.
const WIDTH: usize = 64;
/// How much the best table by names alone has to be ahead, that nothing else is asked: two members that only it knows.
const AHEAD: i64 = 16;
/// How much it speaks for a table that it finds nothing wrong: no more than a member that it knows, for a wrong value must not make
/// another table's body of the text.
const RIGHT: i64 = 4;
/// Texts up to this many bytes are checked by every table that might be theirs.
const SMALL: usize = 200_000;

/// The edition a body is for: of those of its shape, the one whose table names most of its members and, where that does not
/// tell, finds least wrong with them. Of equals the first offered is taken.
pub fn detect(doc: &Document) -> &'static Edition {
    if let Some(inside) = wrapped(doc) {
        return detect(&Document::parse(doc.raw(inside)));
    }
    let (flat, deep) = (best_of(doc, false), best_of(doc, true));
    match flat.1.cmp(&deep.1) {
        std::cmp::Ordering::Greater => flat.0,
        std::cmp::Ordering::Less => deep.0,
        std::cmp::Ordering::Equal => ALL[0],
    }
}

/// The edition of one shape that fits best, and how many of the body's own members it names.
fn best_of(doc: &Document, shape: bool) -> (&'static Edition, usize) {
    let family = || ALL.into_iter().filter(move |edition| nested(edition) == shape);
    let outer = family().map(|edition| outer(doc, NodeId::ROOT, edition)).max().unwrap_or(0);
    let mut scores: Vec<(&'static Edition, i64)> =
        family().map(|edition| (edition, known(doc, edition))).collect();
    let most = scores.iter().map(|&(_, score)| score).max().unwrap_or(0);
    scores.retain(|&(_, score)| score + AHEAD > most);
    if scores.len() > 1 && outer > 0 && doc.text().len() <= SMALL {
        for (edition, score) in &mut scores {
            *score -= wrong(doc, edition);
        }
    }
    let best = scores.iter().rev().max_by_key(|&&(_, score)| score);
    (best.map_or(ALL[0], |&(edition, _)| edition), outer)
}

/// Whether an edition's bodies are nested as Kubernetes' own objects are.
fn nested(edition: &Edition) -> bool {
    edition.id.starts_with(cce::FAMILY)
}

/// How many of an object's own members an edition names as members of the body.
pub(super) fn outer(doc: &Document, object: NodeId, edition: &'static Edition) -> usize {
    let index = edition.index();
    let named = |&node: &NodeId| {
        doc.name(node).is_some_and(|name| index.child(RowId::ROOT, &name).is_some())
    };
    doc.children(object).take(WIDTH).filter(named).count()
}

/// How well an edition's table names the members of a body: four for each that its document describes, two for one that is only
/// seen in an example or has no place in a request; four against it for each outside of lists that it does not know.
fn known(doc: &Document, edition: &'static Edition) -> i64 {
    let index = edition.index();
    let mut score = 0;
    // A list of a hundred node pools tells no more than one.
    let mut counted = vec![false; index.count()];
    let mut open = VecDeque::from([(NodeId::ROOT, RowId::ROOT)]);
    let mut seen = 0;
    while let Some((node, row)) = open.pop_front() {
        for child in doc.children(node).take(WIDTH) {
            let name = doc.name(child);
            let Some(below) = index.child(row, name.as_deref().unwrap_or("*")) else {
                // Of the items of a list each would tell the same, against the very table that knows the list.
                if !index.row(row).pointer.contains('*') {
                    score -= 4;
                }
                continue;
            };
            let field = index.row(below).field;
            if name.is_some()
                && field.name != "*"
                && !std::mem::replace(&mut counted[below.index()], true)
            {
                let idle = field.read_only.is_some() || field.deprecated.is_some();
                let described = !idle && field.basis != Basis::Example;
                score += if described { 4 } else { 2 };
            }
            seen += 1;
            if seen == MEMBERS {
                return score;
            }
            open.push_back((child, below));
        }
    }
    score
}

/// How much is said against an edition: the errors, but for what is missing, since the body may not be finished. Where there is
/// none, and each member has its place in a request, that speaks for it.
fn wrong(doc: &Document, edition: &'static Edition) -> i64 {
    let checked = check(doc, edition.index(), edition.id, edition.version, &edition.kinds);
    let missing = [faults::REQUIRED.code, faults::EMPTY_REQUIRED.code];
    let strange = [faults::UNKNOWN.code, faults::ELSEWHERE.code, faults::READ_ONLY.code];
    let found = checked.diagnostics.iter().map(|found| (found.rule.code, found.severity));
    let against =
        found.filter(|(code, severity)| *severity == Severity::Error || strange.contains(code));
    let weight = |(code, severity)| {
        let wrong = severity == Severity::Error && !missing.contains(&code);
        if wrong && !strange.contains(&code) { 2 } else { 0 }
    };
    against.map(weight).reduce(|sum, own| sum + own).unwrap_or(-RIGHT)
}

/// The edition that a body, checked as `edition`, is rather for, and whether it is one of another family.
pub fn other(doc: &Document, edition: &'static Edition) -> Option<(&'static Edition, bool)> {
    let best = detect(doc);
    let foreign = nested(best) != nested(edition)
        && outer(doc, NodeId::ROOT, best) > outer(doc, NodeId::ROOT, edition);
    let clear = foreign || known(doc, best) >= known(doc, edition) + CLEARLY;
    (best.id != edition.id && clear).then_some((best, foreign))
}

/// How much better another edition of the family has to fit before anything is said of it: three members that only it knows.
const CLEARLY: i64 = 24;

/// A body that is rather for another edition than the one it is checked as.
pub static OTHER: Rule = Rule {
    code: "edition-other",
    severity: Severity::Warning,
    title: long(text("Body of another API edition", "其他 API 的请求体")),
    message: text("this looks like a body for {other}", "这看起来是 {other} 的请求体"),
    help: long(text(
        "Its members are those of that edition's document, not of the one it is checked as. Check it as {id}.",
        "其参数属于该 API 的文档，而不是当前检查所用的文档。请按 {id} 检查。",
    )),
    basis: Basis::Derived,
    sources: &[],
};
