//! The secrets a body holds, so that nothing that leaves the editor shows one.

use std::borrow::Cow;

use crate::analysis::Analysis;
use crate::diagnostic::{Arg, Change, Diagnostic, Part};
use crate::json::{Document, Fault, Kind, NodeId};
use crate::spec::View;
use crate::spec::format::secret_name;
use crate::text::{Edit, Span};

/// What stands for a secret.
pub const MASK: &str = "••••";

/// The places of a text that are secret.
#[derive(Debug)]
pub struct Secrets {
    /// None overlaps another; in the order of the text.
    spans: Vec<Span>,
    /// The values among them that are filled in, as they are spelled without their quotes.
    filled: Vec<Span>,
}

impl Secrets {
    /// Looks at every value once, where [`View::is_secret`] for each would climb to the root each time. Beside what a row calls
    /// secret that is what bears a secret's name where no row stands, or nearly, and comments and text around the body that
    /// speak of one.
    pub fn new(analysis: &Analysis) -> Self {
        let (doc, view) = (&analysis.doc, analysis.view());
        let of_rows: Vec<&str> = view
            .index
            .rows()
            .filter(|(_, row)| row.field.secret)
            .map(|(_, row)| row.field.name)
            .collect();
        let named = |name: &str| secret_name(name) || of_rows.contains(&name);
        let misspelt = misspelt(analysis, &view);
        let mut own = Self { spans: Vec::new(), filled: Vec::new() };
        let mut at = NodeId::ROOT;
        while at.index() < doc.len() {
            let secret = match view.row(at) {
                Some(row) => row.field.secret,
                None => doc
                    .name(at)
                    .is_some_and(|name| named(&name) || misspelt.binary_search(&name).is_ok()),
            };
            if !secret {
                at = NodeId(at.0 + 1);
                continue;
            }
            own.spans.push(doc.span(at));
            if !view.is_empty(at) && !view.is_blank(at) {
                own.filled.push(inner(doc, doc.span(at)));
            }
            at = NodeId(doc.node(at).next);
        }
        let aside = |fault| {
            matches!(
                fault,
                Fault::Comment | Fault::TextBefore | Fault::TextAfter | Fault::Unexpected
            )
        };
        // Of another language's text, of a listing and of one inside a string, nothing was read.
        let unread = |fault| {
            matches!(fault, Fault::IsYaml | Fault::IsTerraform | Fault::Listing | Fault::Escaped)
        };
        let whole = Span::new(0, offset(doc.text().len()));
        let places = doc.errors().iter().filter_map(|error| {
            if unread(error.fault) { Some(whole) } else { aside(error.fault).then_some(error.span) }
        });
        let string = (doc.kind(NodeId::ROOT) == Kind::String).then_some(whole);
        let places = places.chain(string);
        let told = places.filter(|span| {
            let words = span
                .of(doc.text())
                .split(|char: char| !(char.is_alphanumeric() || "-_".contains(char)));
            words.into_iter().any(|word| named(word) || tells(word))
        });
        for span in told {
            own.spans.push(span);
            if span == whole {
                own.filled.push(span);
            }
        }
        own.spans.sort_unstable();
        let mut end = 0;
        own.spans.retain(|span| {
            let outermost = span.end > end;
            end = end.max(span.end);
            outermost
        });
        own
    }

    /// Every secret: values with their quotes or brackets, comments and text that speak of one. None overlaps another; in the
    /// order of the text.
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// The first secret that ends after `offset`.
    pub fn after(&self, offset: u32) -> Option<Span> {
        let at = self.spans.partition_point(|span| span.end <= offset);
        self.spans.get(at).copied()
    }

    /// What fills a finding's words. A fault of the text may quote what it stands at.
    pub fn arguments<'f>(&self, found: &'f Diagnostic) -> Cow<'f, [(&'static str, Arg)]> {
        let Part::Text(place) = found.place.part else { return Cow::Borrowed(&found.args) };
        if self.after(place.start).is_none_or(|secret| place.end <= secret.start) {
            return Cow::Borrowed(&found.args);
        }
        let quotes = |name: &str| name == "found";
        let masked = found
            .args
            .iter()
            .map(|(name, arg)| (*name, if quotes(name) { MASK.into() } else { arg.clone() }));
        Cow::Owned(masked.collect())
    }

    /// Whether the text that an edit brings holds a secret, or what is made from one. `near` is the value that the finding is
    /// about: an edit moves no other.
    pub fn told_by(&self, text: &str, edit: &Edit, near: Span) -> bool {
        if !edit.text.chars().any(char::is_alphanumeric) {
            // Quotes and brackets around a secret tell nothing.
            return false;
        }
        let within = |place: Span| {
            let from = self.filled.partition_point(|secret| secret.end <= place.start);
            self.filled[from..].iter().take_while(move |secret| secret.start < place.end)
        };
        within(edit.span).next().is_some()
            || within(near).any(|secret| edit.text.contains(secret.of(text)))
    }
}

/// The names of unknown members that a fix would change to a secret row's.
fn misspelt<'a>(analysis: &'a Analysis, view: &View) -> Vec<Cow<'a, str>> {
    let renames =
        analysis.diagnostics.iter().flat_map(|found| &found.fixes).flat_map(|fix| &fix.changes);
    let mut names: Vec<_> = renames
        .filter_map(|change| {
            let Change::Rename(node, right) = change else { return None };
            let parent = view.row_id(view.doc.parent(*node)?);
            let row = view.index.child(parent, right)?;
            if view.index.row(row).field.secret { analysis.doc.name(*node) } else { None }
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// A value's bytes without quotes around them.
fn inner(doc: &Document, span: Span) -> Span {
    let raw = span.of(doc.text());
    let from = raw.len() - raw.trim_start_matches(['"', '\'']).len();
    let to = raw.trim_end_matches(['"', '\'']).len().max(from);
    let bare = Span::new(span.start + offset(from), span.start + offset(to));
    if bare.is_empty() { span } else { bare }
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(0)
}

/// Whether a word of a command or a message comes before what says who is asking.
fn tells(word: &str) -> bool {
    ["authorization", "cookie", "-u", "--user", "-b", "--cookie"]
        .iter()
        .any(|known| word.eq_ignore_ascii_case(known))
}
