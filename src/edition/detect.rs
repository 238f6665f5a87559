//! Which edition a body is for, told from the body.

use super::{ALL, Edition, cce};
use crate::diagnostic::{Basis, Diagnostic, Rule, Severity, long, text};
use crate::json::{Document, Kind, NodeId};
use crate::spec::{check, faults};

/// So many members of one object or items of one list are looked at.
const WIDTH: usize = 64;
/// How deep members are looked at.
const DEPTH: usize = 4;
/// Texts up to this many bytes are checked by every table that might be theirs.
const SMALL: usize = 200_000;

/// The edition a body is for: of those of its shape, the one whose table names most of its members and finds least wrong with
/// them. Of equals the first offered is taken.
pub fn detect(doc: &Document) -> &'static Edition {
    let scores = ALL.into_iter().rev().filter(|edition| shaped(doc, edition));
    scores.max_by_key(|edition| fit(doc, edition)).unwrap_or(ALL[0])
}

/// Whether a body has the shape of the edition's family; one that has neither shape may be any's.
fn shaped(doc: &Document, edition: &Edition) -> bool {
    let outer = |edition: &'static Edition| {
        let index = edition.index();
        let members = doc.children(NodeId::ROOT).take(WIDTH);
        members
            .filter(|&node| {
                doc.name(node)
                    .is_some_and(|name| index.child(crate::spec::RowId::ROOT, &name).is_some())
            })
            .count()
    };
    let most = |kubernetes: bool| {
        ALL.into_iter().filter(|own| nested(own) == kubernetes).map(outer).max().unwrap_or(0)
    };
    let (flat, deep) = (most(false), most(true));
    flat == deep || nested(edition) == (deep > flat)
}

/// Whether an edition's bodies are nested as Kubernetes' own objects are.
fn nested(edition: &Edition) -> bool {
    edition.id.starts_with(cce::FAMILY)
}

/// How well an edition's table fits a body.
fn fit(doc: &Document, edition: &'static Edition) -> i64 {
    let mut known = 0;
    members(doc, NodeId::ROOT, DEPTH, &mut |node| {
        let index = edition.index();
        let row = index.resolve(&doc.pointer(node)).map(|row| index.row(row).field);
        known += match row {
            Some(field) if field.read_only.is_some() || field.deprecated.is_some() => 1,
            Some(_) => 2,
            None => 0,
        };
    });
    if doc.text().len() > SMALL {
        return known;
    }
    let found = check(doc, edition.index(), edition.id, edition.version, &edition.kinds);
    let wrong = found.diagnostics.iter().filter(|found| tells(found)).count();
    known - 2 * i64::try_from(wrong).unwrap_or(i64::MAX)
}

/// Whether a finding speaks against the edition. What is missing does not: the body may not be finished.
fn tells(found: &Diagnostic) -> bool {
    let missing = [faults::REQUIRED.code, faults::EMPTY_REQUIRED.code];
    found.severity == Severity::Error && !missing.contains(&found.rule.code)
}

fn members(doc: &Document, node: NodeId, depth: usize, each: &mut dyn FnMut(NodeId)) {
    if depth == 0 {
        return;
    }
    for child in doc.children(node).take(WIDTH) {
        if doc.kind(node) == Kind::Object {
            each(child);
        }
        members(doc, child, depth - 1, each);
    }
}

/// How much better another edition has to fit before anything is said of it: three members that only the other knows.
const CLEARLY: i64 = 6;

/// The edition that a body, checked as `edition`, is rather for, and whether it is one of another family.
pub fn other(doc: &Document, edition: &'static Edition) -> Option<(&'static Edition, bool)> {
    let best = detect(doc);
    let foreign = nested(best) != nested(edition);
    let clear = foreign || fit(doc, best) >= fit(doc, edition) + CLEARLY;
    (best.id != edition.id && clear).then_some((best, foreign))
}

/// A body that is rather for another edition than the one it is checked as.
pub static OTHER: Rule = Rule {
    code: "edition-other",
    severity: Severity::Warning,
    title: long(text("Body of another API edition", "其他 API 版本的请求体")),
    message: text("this looks like a body for {other}", "这看起来是 {other} 的请求体"),
    help: long(text(
        "Its members are those of that edition's document, not of the one it is checked as. Check it as {id}.",
        "其参数属于该版本的文档，而不是当前检查所用的文档。请按 {id} 检查。",
    )),
    basis: Basis::Derived,
    sources: &[],
};
