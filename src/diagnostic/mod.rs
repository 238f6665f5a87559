//! Findings as data. A [`Diagnostic`] is a rule, its arguments and places; words are made last, by whoever shows it.

pub mod syntax;
mod text;

use std::borrow::Cow;

pub use text::{Arg, Locale, Text, fill, long, text};

use crate::json::{Document, NodeId, patch};
use crate::text::{Edit, Span, apply};

/// How bad a finding is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// The document says the API rejects it, or it cannot work.
    Error,
    /// Ignored, discouraged, deprecated, or very likely not meant.
    Warning,
    /// A default that will apply, or a fact worth knowing.
    Info,
}

impl Severity {
    /// Every severity, worst first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Info];

    /// The name in the command line's JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }

    /// The word for people.
    pub const fn label(self) -> Text {
        match self {
            Self::Error => text("error", "错误"),
            Self::Warning => text("warning", "警告"),
            Self::Info => text("note", "提示"),
        }
    }
}

/// What a finding rests on.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Basis {
    /// The document says it.
    Stated,
    /// It is only seen in an example of the document.
    Example,
    /// It follows from what the document says, or from the standards it rests on.
    Derived,
}

impl Basis {
    /// The name in the command line's JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Example => "example",
            Self::Derived => "derived",
        }
    }

    /// The words for people.
    pub const fn label(self) -> Text {
        match self {
            Self::Stated => text("stated", "文档明示"),
            Self::Example => text("seen in an example", "仅见于示例"),
            Self::Derived => text("derived", "推导得出"),
        }
    }
}

/// Where a fact stands: a document's id and a place in it (`"Table 10, mode"`).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Source {
    /// The id of the document: an edition's id, or a standard's name (`"RFC 8259"`).
    pub document: &'static str,
    /// The place in it.
    pub location: &'static str,
}

/// The place `location` of the document `document`.
pub const fn at(document: &'static str, location: &'static str) -> Source {
    Source { document, location }
}

/// A rule as people know it: what it is called, how bad a breach is, what is said. Its check lives with whoever runs it.
#[derive(Debug)]
pub struct Rule {
    /// The code, kebab-case, naming the fault: `cidr-overlap`.
    pub code: &'static str,
    /// The severity of its findings, unless a finding says otherwise.
    pub severity: Severity,
    /// One line that names the fault.
    pub title: Text,
    /// What is wrong; names its arguments in braces.
    pub message: Text,
    /// Why, and what to do.
    pub help: Text,
    /// What it rests on, unless a finding says otherwise.
    pub basis: Basis,
    /// Where it is written, a document each; empty when it is the field's own source that counts.
    pub sources: &'static [Source],
}

impl Rule {
    /// Where the document says it; of what no document of ours says, the standard it rests on.
    pub fn source_in(&self, document: &str) -> Option<Source> {
        let own = self.sources.iter().find(|source| source.document == document);
        own.or_else(|| self.sources.first()).copied()
    }
}

/// The part of a value that a finding is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// The member's key.
    Key,
    /// The value.
    Value,
    /// A member that is not there, of the object (or missing object) at the node.
    Absent(Cow<'static, str>),
    /// A place of its own in the text: a fault of syntax, or a part of a string.
    Text(Span),
    /// A place inside the JSON that a string holds: the pointer inside it, and the bytes in the outer text.
    Inside(String, Span),
}

/// Where a finding stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// The value.
    pub node: NodeId,
    /// Which part of it.
    pub part: Part,
}

impl Place {
    /// The value at `node`.
    pub const fn value(node: NodeId) -> Self {
        Self { node, part: Part::Value }
    }

    /// The key of `node`.
    pub const fn key(node: NodeId) -> Self {
        Self { node, part: Part::Key }
    }

    /// The member `name` that `object` does not have.
    pub const fn absent(object: NodeId, name: &'static str) -> Self {
        Self { node: object, part: Part::Absent(Cow::Borrowed(name)) }
    }

    /// The bytes of it. An absent member has its parent's.
    pub fn span(&self, doc: &Document) -> Span {
        match &self.part {
            Part::Key => doc.key_span(self.node).unwrap_or_else(|| doc.span(self.node)),
            Part::Value | Part::Absent(_) => doc.span(self.node),
            Part::Text(span) | Part::Inside(_, span) => *span,
        }
    }
}

/// Whether a fix may be applied unasked.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Applicability {
    /// It keeps what the author meant: part of "fix all".
    Safe,
    /// It may change what the author meant: one click, after a look.
    Unsafe,
}

impl Applicability {
    /// The name in the command line's JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Unsafe => "unsafe",
        }
    }
}

/// One step of a fix, by node; the analysis turns it into edits of the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// An edit of the text itself.
    Text(Edit),
    /// Puts JSON in the place of a value.
    Replace(NodeId, String),
    /// Gives a member another name.
    Rename(NodeId, String),
    /// Takes a member or item away.
    Remove(NodeId),
    /// Takes several away, none inside another, in the order of the text.
    RemoveAll(Vec<NodeId>),
    /// Gives an object a member, where the edition's table orders it.
    Insert(NodeId, Cow<'static, str>, String),
    /// Puts JSON at a pointer, making the objects on the way.
    Set(String, String),
    /// Steps in the JSON that a string holds, by its own nodes.
    Inside(NodeId, Vec<Change>),
}

/// A way to mend a finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fix {
    /// What it does; names the arguments of `args`.
    pub title: Text,
    /// What fills the title.
    pub args: Vec<(&'static str, Arg)>,
    /// Whether it may be applied unasked.
    pub applicability: Applicability,
    /// The steps, which touch different places.
    pub changes: Vec<Change>,
}

impl Fix {
    /// A fix that keeps what the author meant.
    pub fn safe(title: Text, change: Change) -> Self {
        Self { title, args: Vec::new(), applicability: Applicability::Safe, changes: vec![change] }
    }

    /// A fix that may change what the author meant.
    pub fn risky(title: Text, change: Change) -> Self {
        Self { applicability: Applicability::Unsafe, ..Self::safe(title, change) }
    }

    /// The fix with an argument for its title.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// The fix with a further step.
    #[must_use]
    pub fn and(mut self, change: Change) -> Self {
        self.changes.push(change);
        self
    }
}

/// Another place that explains a finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Related {
    /// Where.
    pub place: Place,
}

/// One finding.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// How bad it is.
    pub severity: Severity,
    /// Where it stands.
    pub place: Place,
    /// What is wrong; names the arguments of `args`.
    pub message: Text,
    /// Why, and what to do.
    pub help: Text,
    /// What fills message and help. No argument holds a secret's value.
    pub args: Vec<(&'static str, Arg)>,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// Ways to mend it, best first.
    pub fixes: Vec<Fix>,
    /// Where the fact is written.
    pub source: Source,
    /// What it rests on.
    pub basis: Basis,
}

impl Diagnostic {
    /// A finding of `rule` at `place`, in the rule's own words. `source` counts where the rule names none.
    pub fn new(rule: &'static Rule, place: Place, source: Source) -> Self {
        Self {
            rule,
            severity: rule.severity,
            place,
            message: rule.message,
            help: rule.help,
            args: Vec::new(),
            related: Vec::new(),
            fixes: Vec::new(),
            source: rule.source_in(source.document).unwrap_or(source),
            basis: rule.basis,
        }
    }

    /// With an argument.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// With a fix after the others.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fixes.push(fix);
        self
    }

    /// With a fix, if there is one.
    #[must_use]
    pub fn maybe_fix(mut self, fix: Option<Fix>) -> Self {
        self.fixes.extend(fix);
        self
    }

    /// With another place.
    #[must_use]
    pub fn relate(mut self, place: Place) -> Self {
        self.related.push(Related { place });
        self
    }

    /// As bad as `severity`.
    #[must_use]
    pub const fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// In other words than the rule's own.
    #[must_use]
    pub const fn message(mut self, message: Text) -> Self {
        self.message = message;
        self
    }

    /// With another reason than the rule's own; no words keep the rule's.
    #[must_use]
    pub const fn help(mut self, help: Text) -> Self {
        if !help.is_empty() {
            self.help = help;
        }
        self
    }

    /// Resting on something else than the rule.
    #[must_use]
    pub const fn basis(mut self, basis: Basis) -> Self {
        self.basis = basis;
        self
    }

    /// The message in `locale`.
    pub fn message_in(&self, locale: Locale) -> String {
        self.message.fill(locale, &self.args)
    }

    /// The reason in `locale`.
    pub fn help_in(&self, locale: Locale) -> String {
        self.help.fill(locale, &self.args)
    }
}

impl Change {
    /// The edits that carry the step out on `doc`. `order` names the members an object may have, in the table's order, by the
    /// object's pointer.
    pub fn edits(&self, doc: &Document, order: &dyn Fn(&str) -> Vec<&'static str>) -> Vec<Edit> {
        match self {
            Self::Text(edit) => vec![edit.clone()],
            Self::Replace(node, json) => patch::replace(doc, *node, json),
            Self::Rename(node, name) => patch::rename(doc, *node, name),
            Self::Remove(node) => patch::remove(doc, *node),
            Self::RemoveAll(nodes) => patch::remove_all(doc, nodes),
            Self::Insert(object, name, json) => {
                patch::insert(doc, *object, name, json, &order(&doc.pointer(*object)))
            }
            Self::Set(pointer, json) => patch::set(doc, pointer, json, order).unwrap_or_default(),
            Self::Inside(node, changes) => {
                let Some(text) = doc.string(*node) else { return Vec::new() };
                let inner = Document::parse(text.into_owned());
                let edits: Vec<Edit> =
                    changes.iter().flat_map(|own| own.edits(&inner, &|_| Vec::new())).collect();
                patch::replace(doc, *node, &patch::quote(&apply(inner.text(), &edits)))
            }
        }
    }
}
