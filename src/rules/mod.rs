//! What members say about each other. A check is first a template filled with data; code only where no template says it.

mod template;

use crate::diagnostic::{Arg, Basis, Diagnostic, Place, Rule, Severity, Source, Text, long};
use crate::json::NodeId;
use crate::network::{Inputs, Plan};
use crate::spec::{Cond, View};

/// A cross-field check: what it is called and says, and how it is run.
#[derive(Debug)]
pub struct Check {
    /// The rule as people know it.
    pub rule: Rule,
    /// How a breach is found.
    pub how: How,
}

/// How a breach is found. Pointers may hold `*`; templates then look at each item by itself. Rules are shared by the editions of a
/// family: of a pointer that an edition's table does not name nothing is said.
#[derive(Debug)]
pub enum How {
    /// At most one of these members may be set. The finding stands at each after the first, related to the first.
    AtMostOneOf(&'static [&'static str]),
    /// At least one of these members must be set, where the condition holds. The finding stands at the first, absent.
    AtLeastOneOf(&'static [&'static str], Cond),
    /// Exactly one of these members must be set, where the condition holds: both of the above.
    ExactlyOneOf(&'static [&'static str], Cond),
    /// All of these members or none.
    Together(&'static [&'static str]),
    /// The member must not say what the condition describes. Related are the members named.
    Wrong {
        /// The member the finding stands at.
        at: &'static str,
        /// When it is wrong.
        when: Cond,
        /// What else belongs to it.
        related: &'static [&'static str],
    },
    /// Where the condition holds, the member, if it is set, must be one of these values, written as JSON. One alone is offered.
    MustBe {
        /// The member the finding stands at.
        at: &'static str,
        /// When it must.
        when: Cond,
        /// What it may be.
        values: &'static [&'static str],
        /// What else belongs to it.
        related: &'static [&'static str],
    },
    /// Where the condition holds, the number (a prefix length) is greater than the range's own prefix length.
    PrefixLonger {
        /// The member with the number; the finding stands there.
        number: &'static str,
        /// The member with the range.
        range: &'static str,
        /// When the two belong together.
        when: Cond,
    },
    /// The array has as many items as the first case that holds says.
    CountEquals(&'static str, &'static [(Cond, usize)]),
    /// No two of the plan's ranges of these roles overlap.
    RangesDisjoint(&'static [&'static str], &'static [&'static str]),
    /// Several ways.
    Each(&'static [How]),
    /// Each of the arrays has as many items as the number says. The finding stands at the array.
    SameCount(&'static str, &'static [&'static str]),
    /// Of these numbers none is less than one before it. The finding stands at the later one.
    Ascending(&'static [&'static str]),
    /// No two strings of one of these members are equal within the innermost list they are in. The finding stands at the later one.
    Distinct(&'static [&'static str]),
    /// No string of the second members is one of the first members'. The finding stands at the second's.
    Disjoint(&'static [&'static str], &'static [&'static str]),
    /// The first member's string starts with the second's.
    StartsWith(&'static str, &'static str),
    /// Code.
    Code(fn(&Context, &mut Sink)),
}

/// What a check may look at.
#[derive(Debug)]
pub struct Context<'a> {
    /// The bound body.
    pub view: &'a View<'a>,
    /// The address plan: written, implied and given ranges.
    pub plan: &'a Plan,
    /// What the user said that the body does not hold.
    pub inputs: &'a Inputs,
    /// The edition's id, the document of every row's source.
    pub document: &'static str,
}

/// Where a check puts its findings.
#[derive(Debug)]
pub struct Sink<'a> {
    rule: &'static Rule,
    document: &'static str,
    view: &'a View<'a>,
    out: &'a mut Vec<Diagnostic>,
}

impl Sink<'_> {
    /// A finding of this check at `place`, not yet reported.
    pub fn found(&self, place: Place) -> Diagnostic {
        let location = self.view.row(place.node).map_or("", |row| row.field.source);
        Diagnostic::new(self.rule, place, Source { document: self.document, location })
    }

    /// Reports a finding, unless it is about a member that the body's kind of cluster passes over: then only that is said.
    pub fn push(&mut self, found: Diagnostic) {
        let mut nodes =
            std::iter::successors(Some(found.place.node), |&node| self.view.doc.parent(node));
        let unused = |node| {
            let row = self.view.row(node);
            row.is_some_and(|row| self.view.uses(row.field) == Some(false))
        };
        if !nodes.any(unused) {
            self.out.push(found);
        }
    }
}

impl Context<'_> {
    /// Whether the edition's table has a row for that pointer.
    pub fn knows(&self, pointer: &'static str) -> bool {
        self.view.index.find(pointer).is_some()
    }

    /// What messages call a value: its name, `name[2]` for an item.
    pub fn called(&self, node: NodeId) -> Arg {
        crate::spec::called(self.view.doc, node)
    }
}

/// A check that a rule file offers: `code` names the fault, the texts say what, why and what to do.
pub const fn rule(
    code: &'static str,
    severity: Severity,
    title: Text,
    message: Text,
    help: Text,
) -> Rule {
    Rule {
        code,
        severity,
        title: long(title),
        message,
        help: long(help),
        basis: Basis::Derived,
        sources: &[],
    }
}

impl Rule {
    /// The documents say it, at those places; without any, at the row of the member the finding stands at.
    #[must_use]
    pub const fn stated(mut self, sources: &'static [Source]) -> Self {
        self.basis = Basis::Stated;
        self.sources = sources;
        self
    }

    /// It follows from what the documents say at those places; without any, at the row of the member the finding stands at.
    #[must_use]
    pub const fn derived_from(mut self, sources: &'static [Source]) -> Self {
        self.basis = Basis::Derived;
        self.sources = sources;
        self
    }

    /// The check that finds breaches of it.
    pub const fn check(self, how: How) -> Check {
        Check { rule: self, how }
    }
}

impl Check {
    /// Runs the check and adds its findings to `out`.
    pub fn run<'a>(&'static self, context: &Context<'a>, out: &'a mut Vec<Diagnostic>) {
        let mut sink =
            Sink { rule: &self.rule, document: context.document, view: context.view, out };
        template::run(&self.how, context, &mut sink);
    }
}
