//! Problems that are alike stand as one in the list, with the number of the others.

use clusterwright::analysis::Analysis;
use clusterwright::diagnostic::Part;
use clusterwright::json::NodeId;

use crate::app::state::Page;

/// So many of a kind are listed one by one.
const FEW: usize = 3;
/// So many kinds are told apart; what comes after them stands for itself.
const KINDS: usize = 64;

/// What findings have in common that are told as one: the rule, the member, and what it lies in, whatever the item of a list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Kind<'a> {
    rule: &'static str,
    member: &'a str,
    parent: &'a str,
}

impl<'a> Kind<'a> {
    /// What a finding has in common with others.
    pub(super) fn of(analysis: &'a Analysis, at: usize) -> Self {
        let found = &analysis.diagnostics[at];
        let rule = found.rule.code;
        let of = |member, parent| Self { rule, member, parent };
        let (member, node) = named(analysis, Some(found.place.node));
        match &found.place.part {
            // How a text is spelled is no member's.
            _ if is_syntax(rule) => of("", ""),
            Part::Absent(name) => of(name, member),
            Part::Inside(inner, _) => of(inner, member),
            Part::Key | Part::Value | Part::Text(_) => {
                let above = node.and_then(|node| analysis.doc.parent(node));
                of(member, named(analysis, above).0)
            }
        }
    }

    /// Whether their rule is of every document, and looks at each by itself.
    pub(super) fn is_general(&self) -> bool {
        self.rule.starts_with("field-") || is_syntax(self.rule)
    }

    /// A name for it that stays.
    pub(super) fn key(&self) -> String {
        [self.rule, " ", self.parent, " ", self.member].concat()
    }
}

/// Whether a rule is one of JSON's own.
pub(super) fn is_syntax(rule: &str) -> bool {
    rule.starts_with("json-")
}

/// The name a value goes by, or of the list that it is an item of; and where that is written.
fn named(analysis: &Analysis, mut node: Option<NodeId>) -> (&str, Option<NodeId>) {
    while let Some(own) = node {
        if let Some(key) = analysis.doc.key_span(own) {
            return (key.of(analysis.text()), node);
        }
        node = analysis.doc.parent(own);
    }
    ("", None)
}

/// A finding in the list.
#[derive(Clone, Copy)]
pub(super) struct Told {
    /// Its place among the findings.
    pub(super) at: usize,
    /// How many others it heads, which are alike.
    pub(super) alike: usize,
    /// Whether these are listed as well.
    pub(super) each: bool,
}

impl Told {
    /// A finding that stands for itself.
    pub(super) const fn alone(at: usize) -> Self {
        Self { at, alike: 0, each: true }
    }
}

/// The findings that are listed of some: of many alike the first, unless the reader wants to see each.
pub(super) fn told(page: Page, analysis: &Analysis, found: &[usize]) -> Vec<Told> {
    let mut kinds: Vec<(Kind, Vec<usize>)> = Vec::new();
    for (rank, &at) in found.iter().enumerate() {
        let kind = Kind::of(analysis, at);
        match kinds.iter().position(|(own, _)| *own == kind) {
            Some(nth) => kinds[nth].1.push(rank),
            None if kinds.len() < KINDS => kinds.push((kind, vec![rank])),
            None => {}
        }
    }
    let mut all: Vec<Option<Told>> = found.iter().map(|&at| Some(Told::alone(at))).collect();
    page.unfolded.with_untracked(|unfolded| {
        for (kind, ranks) in kinds.iter().filter(|(_, ranks)| ranks.len() > FEW) {
            let each = unfolded.contains(&kind.key());
            let first = ranks[0];
            all[first] = Some(Told { at: found[first], alike: ranks.len() - 1, each });
            if !each {
                ranks[1..].iter().for_each(|&rank| all[rank] = None);
            }
        }
    });
    all.into_iter().flatten().collect()
}

/// Lists each of a kind, by its name, or one for all if each was listed.
pub(super) fn turn(page: Page, kind: &str) {
    page.unfolded.update(|all| match all.iter().position(|own| own == kind) {
        Some(at) => drop(all.swap_remove(at)),
        None => all.push(kind.to_owned()),
    });
}
