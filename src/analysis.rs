//! The boundary everything above the core talks to: one call, one result, no language.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use crate::diagnostic::{Applicability, Diagnostic, Fix, Part, Place, Severity, at, syntax};
use crate::edition::{self, Edition};
use crate::json::{self, Document, Kind, NodeId, Reading};
pub use crate::network::Inputs;
use crate::network::Plan;
use crate::rules::Context;
use crate::spec::{Binding, ClusterKind, View, check, faults};
use crate::text::{Edit, LineIndex, Span, apply, order};

/// Everything there is to say of a text. Public data; owns the text.
#[derive(Debug)]
pub struct Analysis {
    /// The edition it was checked as.
    pub edition: &'static Edition,
    /// Whether the edition was told from the body.
    pub detected: bool,
    /// The edition it is rather for, if that is clearly not the one it was to be checked as.
    pub other: Option<&'static Edition>,
    /// Whether that one is of another family, so that nothing else is said of the body.
    pub foreign: bool,
    /// The kind of cluster it asks for.
    pub kind: ClusterKind,
    /// The text and its tree.
    pub doc: Document,
    /// The address plan.
    pub plan: Plan,
    /// Every finding, in the order of their places.
    pub diagnostics: Vec<Diagnostic>,
    binding: Binding,
    lines: OnceCell<LineIndex>,
}

/// Parses and checks a text. Without an edition the body tells it.
pub fn analyze(
    text: impl Into<String>,
    edition: Option<&'static Edition>,
    inputs: &Inputs,
) -> Analysis {
    let mut check = Check::new(text, edition, inputs.clone());
    loop {
        if let Some(analysis) = check.advance(usize::MAX, usize::MAX) {
            return analysis;
        }
    }
}

/// An analysis in the making, step by step, for whoever has other things to do in between.
#[derive(Debug)]
pub struct Check {
    stage: Stage,
    edition: Option<&'static Edition>,
    /// Whether nobody has chosen the edition.
    told: bool,
    inputs: Inputs,
}

#[derive(Debug)]
enum Stage {
    Text(Reading),
    Parsed(Document),
    Bound(Box<Bound>),
    Done,
}

/// A body whose rows have been checked; the rules are being run.
#[derive(Debug)]
struct Bound {
    doc: Document,
    binding: Binding,
    edition: &'static Edition,
    other: Option<(&'static Edition, bool)>,
    plan: Plan,
    diagnostics: Vec<Diagnostic>,
    /// The next of the edition's checks.
    next: usize,
}

/// So many rules make a step.
const RULES: usize = 8;
/// So many bytes of a text that is not JSON make a step.
const BYTES: usize = 1 << 18;

impl Check {
    /// Nothing of it is done yet.
    pub fn new(text: impl Into<String>, edition: Option<&'static Edition>, inputs: Inputs) -> Self {
        Self { stage: Stage::Text(Reading::new(text)), edition, told: edition.is_none(), inputs }
    }

    /// Of a body that has told its edition before and was changed since in ways that leave it what it is.
    #[must_use]
    pub fn told(mut self, edition: &'static Edition) -> Self {
        if self.told {
            self.edition = Some(edition);
        }
        self
    }

    /// Does the next step: reading the text, or a part of one that is not JSON, checking the rows, some of the rules. Gives the
    /// analysis, once, when it is complete; must not be called after that.
    pub fn step(&mut self) -> Option<Analysis> {
        self.advance(BYTES, RULES)
    }

    fn advance(&mut self, bytes: usize, rules: usize) -> Option<Analysis> {
        self.stage = match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Text(mut reading) => match reading.step(bytes) {
                Some(doc) => Stage::Parsed(doc),
                None => Stage::Text(reading),
            },
            Stage::Parsed(doc) => Stage::Bound(Box::new(self.bind(doc))),
            Stage::Bound(mut bound) => {
                if bound.run(&self.inputs, rules) {
                    return Some(bound.finish(self.told));
                }
                Stage::Bound(bound)
            }
            Stage::Done => unreachable!("a check that is complete has no further step"),
        };
        None
    }

    fn bind(&self, doc: Document) -> Bound {
        let edition = self.edition.unwrap_or_else(|| edition::detect(&doc));
        let index = edition.index();
        let checked = check(&doc, index, edition.id, edition.version, &edition.kinds);
        let mut diagnostics = checked.diagnostics;
        let binding = checked.binding;
        let strange = !diagnostics.is_empty();
        let misshapen = strange.then(|| edition::misshapen(&doc, edition)).flatten();
        let whole = misshapen.is_none();
        if let Some(found) = misshapen {
            diagnostics = vec![found];
        }
        let other =
            (!self.told && doubtful(&diagnostics)).then(|| edition::other(&doc, edition)).flatten();
        if let Some((other, foreign)) = other {
            // What a table of another family says of the body follows from that one fault.
            if foreign {
                diagnostics.clear();
            }
            let mut found = taken_for(&doc, edition, other);
            if foreign {
                // Nothing of it is checked.
                found = found.severity(Severity::Error);
            }
            diagnostics.push(found);
        }
        let plan =
            Plan::new(&binding.view(&doc, index), edition.ranges, &self.inputs, edition.capacity);
        let silent = !whole || other.is_some_and(|(_, foreign)| foreign);
        let next = if silent { edition.checks.len() } else { 0 };
        Bound { doc, binding, edition, other, plan, diagnostics, next }
    }
}

impl Bound {
    /// Runs so many further rules, and tells whether these were the last.
    fn run(&mut self, inputs: &Inputs, rules: usize) -> bool {
        let view = self.binding.view(&self.doc, self.edition.index());
        let context = Context { view: &view, plan: &self.plan, inputs, document: self.edition.id };
        let end = self.next.saturating_add(rules).min(self.edition.checks.len());
        for check in &self.edition.checks[self.next..end] {
            check.run(&context, &mut self.diagnostics);
        }
        self.next = end;
        end == self.edition.checks.len()
    }

    fn finish(self, detected: bool) -> Analysis {
        let Self { doc, binding, edition, other, plan, diagnostics, .. } = self;
        let view = binding.view(&doc, edition.index());
        // Of findings at one place those of the syntax come first: what else is said there may follow from them.
        let syntax = doc.errors().iter().map(|error| {
            let mut found = syntax::diagnostic(&doc, error);
            if view.is_secret(found.place.node) {
                found.args.retain(|(name, _)| *name != "found");
                found = found.arg("found", "••••");
            }
            found
        });
        let diagnostics: Vec<Diagnostic> = syntax.chain(diagnostics).collect();
        let order = order(
            diagnostics.iter().map(|found| (mark(&doc, &found.place).start, found.severity as u32)),
        );
        let mut unordered: Vec<Option<Diagnostic>> = diagnostics.into_iter().map(Some).collect();
        let diagnostics = order.into_iter().filter_map(|at| unordered[at].take()).collect();
        let kind = edition.kinds.find(view.kind);
        Analysis {
            edition,
            detected,
            other: other.map(|(other, _)| other),
            foreign: other.is_some_and(|(_, foreign)| foreign),
            kind,
            plan,
            diagnostics,
            binding,
            lines: OnceCell::new(),
            doc,
        }
    }
}

/// Whether the rows have much to say that a body of another edition would explain.
fn doubtful(found: &[Diagnostic]) -> bool {
    let strange = [&faults::UNKNOWN, &faults::ELSEWHERE, &faults::TYPE, &faults::CHOICE];
    found.iter().filter(|found| strange.iter().any(|rule| rule.code == found.rule.code)).count()
        >= 3
}

/// The finding that a body is rather for `other`, at its first character.
fn taken_for(doc: &Document, edition: &'static Edition, other: &'static Edition) -> Diagnostic {
    let start = doc.span(NodeId::ROOT).start;
    let place = Place { node: NodeId::ROOT, part: Part::Text(Span::new(start, start + 1)) };
    Diagnostic::new(&edition::OTHER, place, at(edition.id, edition.source))
        .arg("other", other.name)
        .arg("id", other.id)
}

impl Analysis {
    /// The text.
    pub fn text(&self) -> &str {
        self.doc.text()
    }

    /// Whether the text holds nothing that an edition could be told from.
    pub fn is_bare(&self) -> bool {
        self.doc.kind(NodeId::ROOT) == Kind::Missing
    }

    /// The body through its table.
    pub fn view(&self) -> View<'_> {
        self.binding.view(&self.doc, self.edition.index())
    }

    /// The kind of cluster it asks for, where the edition has several and the body tells.
    pub fn told_kind(&self) -> Option<ClusterKind> {
        let several = self.edition.kinds.all.len() > 1 && !self.is_bare();
        (several && !self.binding.kind().is_empty()).then_some(self.kind)
    }

    /// Where the lines start.
    pub fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(self.doc.text()))
    }

    /// How many findings there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|found| found.severity == severity).count()
    }

    /// How many members of the body have no place in the edition's table.
    pub fn strangers(&self) -> usize {
        let strange = [faults::UNKNOWN.code, faults::ELSEWHERE.code];
        self.diagnostics.iter().filter(|found| strange.contains(&found.rule.code)).count()
    }

    /// The JSON pointer of a place. An absent member has its parent's pointer and its own name.
    pub fn pointer(&self, place: &Place) -> String {
        let own = self.doc.pointer(place.node);
        match &place.part {
            Part::Absent(name) => format!("{own}/{}", json::escape(name)),
            _ => own,
        }
    }

    /// The bytes of a place. An absent member has its parent's.
    pub fn span(&self, place: &Place) -> Span {
        place.span(&self.doc)
    }

    /// The bytes to mark for a place: as [`Analysis::span`], but for an absent member what introduces its parent.
    pub fn mark(&self, place: &Place) -> Span {
        mark(&self.doc, place)
    }

    /// The names that the object at a pointer may have, in the table's order.
    pub fn order(&self, pointer: &str) -> Vec<&'static str> {
        let index = self.edition.index();
        index
            .resolve(pointer)
            .map(|row| {
                index
                    .below(row)
                    .iter()
                    .map(|row| row.field.name)
                    .filter(|name| *name != "*")
                    .collect()
            })
            .unwrap_or_default()
    }

    /// The edits that carry a fix out.
    pub fn edits(&self, fix: &Fix) -> Vec<Edit> {
        fix.changes
            .iter()
            .flat_map(|change| change.edits(&self.doc, &|pointer| self.order(pointer)))
            .collect()
    }

    /// The edits of every finding's safe fix, and how many fixes these are.
    fn safe_edits(&self) -> (Vec<Edit>, usize) {
        let safe = |fix: &&Fix| fix.applicability == Applicability::Safe;
        self.edits_of(self.diagnostics.iter().filter_map(|found| found.fixes.iter().find(safe)))
    }

    /// The edits of some fixes, in the order of the text, without those that stand in an earlier one's way; and how many are left.
    pub fn edits_of<'a>(&self, fixes: impl Iterator<Item = &'a Fix>) -> (Vec<Edit>, usize) {
        let mut taken: BTreeMap<u32, u32> = BTreeMap::new();
        let mut chosen = Vec::new();
        let mut count = 0;
        for fix in fixes {
            let edits = self.edits(fix);
            let clash = edits.iter().any(|edit| {
                let span = edit.span;
                let before = taken.range(..=span.start).next_back();
                let after = taken.range(span.start..).next();
                before.is_some_and(|(&start, &end)| {
                    end > span.start || start == span.start && end == span.end && !span.is_empty()
                }) || after.is_some_and(|(&start, _)| start < span.end)
            });
            if clash {
                continue;
            }
            for edit in &edits {
                let end = taken.entry(edit.span.start).or_insert(edit.span.end);
                *end = (*end).max(edit.span.end);
            }
            chosen.extend(edits);
            count += 1;
        }
        (chosen, count)
    }
}

/// Applies every safe fix, again and again until none is left (ten rounds at most). Gives the text and how many there were.
pub fn fix_all(text: &str, edition: Option<&'static Edition>, inputs: &Inputs) -> (String, usize) {
    let mut analysis = analyze(text, edition, inputs);
    let mut edition = edition;
    let mut made = 0;
    for _ in 0..10 {
        let (edits, count) = analysis.safe_edits();
        if edits.is_empty() {
            break;
        }
        made += count;
        let fixed = apply(analysis.text(), &edits);
        // What is not read yet tells no edition.
        if analysis.doc.kind(NodeId::ROOT) == Kind::Object {
            edition = Some(analysis.edition);
        }
        analysis = analyze(fixed, edition, inputs);
    }
    (analysis.doc.into_text(), made)
}

fn mark(doc: &Document, place: &Place) -> Span {
    match &place.part {
        Part::Key | Part::Value | Part::Text(_) | Part::Inside(..) => place.span(doc),
        Part::Absent(_) => doc.key_span(place.node).unwrap_or_else(|| {
            let span = doc.span(place.node);
            Span::new(span.start, span.end.min(span.start + 1))
        }),
    }
}
