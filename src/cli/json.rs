//! Findings as one JSON document. Written piece by piece, so that many findings need no memory of their own.

use std::io::{self, Write};

use serde::{Serialize, Serializer};

use super::plain::Tally;
use super::positions::Positions;
use crate::analysis::Analysis;
use crate::diagnostic::{Diagnostic, Fix, Locale, Part, Place};
use crate::secrets::Secrets;
use crate::text::{self, Span};

/// Begins the document.
pub(super) fn open(out: &mut impl Write) -> io::Result<()> {
    out.write_all(b"{\"files\":[")
}

/// Adds a file that could not be read or written, and why.
pub(super) fn failed(out: &mut impl Write, file: &str, error: &str, first: bool) -> io::Result<()> {
    if !first {
        out.write_all(b",")?;
    }
    serde_json::to_writer(out, &Failed { file, error, diagnostics: [] }).map_err(io::Error::from)
}

/// Adds a file, and why it was left as it is, if it was to be mended.
pub(super) fn file(
    out: &mut impl Write,
    analysis: &Analysis,
    name: &str,
    error: Option<&str>,
    locale: Locale,
    first: bool,
) -> io::Result<()> {
    if !first {
        out.write_all(b",")?;
    }
    let edge = Edge {
        analysis,
        locale,
        positions: Positions::new(analysis.text(), analysis.lines()),
        secrets: Secrets::new(analysis),
    };
    let checked = Checked {
        file: name,
        error,
        api: analysis.edition.id,
        detected: analysis.detected,
        kind: analysis.kind.id,
        diagnostics: Findings(&edge),
    };
    serde_json::to_writer(out, &checked).map_err(io::Error::from)
}

/// Ends the document.
pub(super) fn close(out: &mut impl Write, tally: &Tally) -> io::Result<()> {
    let [error, warning, info] = tally.counts;
    out.write_all(b"],\"summary\":")?;
    serde_json::to_writer(&mut *out, &Summary { error, warning, info }).map_err(io::Error::from)?;
    out.write_all(b"}\n")
}

#[derive(Serialize)]
struct Summary {
    error: usize,
    warning: usize,
    info: usize,
}

#[derive(Serialize)]
struct Failed<'a> {
    file: &'a str,
    error: &'a str,
    diagnostics: [(); 0],
}

#[derive(Serialize)]
struct Checked<'a> {
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'a str>,
    api: &'static str,
    detected: bool,
    kind: &'static str,
    diagnostics: Findings<'a>,
}

#[derive(Serialize)]
struct Finding<'a> {
    rule: &'static str,
    severity: &'static str,
    pointer: String,
    part: &'static str,
    /// The pointer inside the JSON that the value holds as a string.
    #[serde(skip_serializing_if = "Option::is_none")]
    inside: Option<&'a str>,
    range: Range,
    message: String,
    help: String,
    related: Vec<Related>,
    fixes: Vec<Mend>,
    source: Source,
    basis: &'static str,
}

#[derive(Serialize)]
struct Related {
    pointer: String,
    range: Range,
}

#[derive(Serialize)]
struct Mend {
    title: String,
    applicability: &'static str,
    edits: Vec<Edit>,
}

#[derive(Serialize)]
struct Edit {
    range: Range,
    text: String,
}

#[derive(Serialize)]
struct Source {
    document: &'static str,
    location: &'static str,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: u32,
    column: u32,
    offset: u32,
}

/// An analysis with what it takes to show places of it.
struct Edge<'a> {
    analysis: &'a Analysis,
    locale: Locale,
    positions: Positions<'a>,
    secrets: Secrets,
}

/// The findings of a file, each made when it is written.
struct Findings<'a>(&'a Edge<'a>);

impl Serialize for Findings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer
            .collect_seq(self.0.analysis.diagnostics.iter().map(|found| self.0.finding(found)))
    }
}

impl Edge<'_> {
    fn finding<'f>(&self, found: &'f Diagnostic) -> Finding<'f> {
        let arguments = self.secrets.arguments(found);
        Finding {
            rule: found.rule.code,
            severity: found.severity.id(),
            pointer: self.analysis.pointer(&found.place),
            part: self.part(&found.place),
            inside: match &found.place.part {
                Part::Inside(pointer, _) => Some(pointer),
                Part::Key | Part::Value | Part::Absent(_) | Part::Text(_) => None,
            },
            range: self.range(self.analysis.span(&found.place)),
            message: found.message.fill(self.locale, &arguments),
            help: found.help.fill(self.locale, &arguments).trim().to_owned(),
            related: found.related.iter().map(|related| self.related(&related.place)).collect(),
            fixes: found.fixes.iter().filter_map(|fix| self.mend(found, fix)).collect(),
            source: Source { document: found.source.document, location: found.source.location },
            basis: found.basis.id(),
        }
    }

    fn related(&self, place: &Place) -> Related {
        Related {
            pointer: self.analysis.pointer(place),
            range: self.range(self.analysis.span(place)),
        }
    }

    /// A fix whose edits would tell a secret is left out: `--fix` applies it, a report must not carry it.
    fn mend(&self, found: &Diagnostic, fix: &Fix) -> Option<Mend> {
        let edits = self.analysis.edits(fix);
        let near = self.analysis.doc.span(found.place.node);
        let told = |edit: &text::Edit| self.secrets.told_by(self.analysis.text(), edit, near);
        (!edits.iter().any(told)).then(|| Mend {
            title: fix.title.fill(self.locale, &fix.args),
            applicability: fix.applicability.id(),
            edits: edits
                .into_iter()
                .map(|edit| Edit { range: self.range(edit.span), text: edit.text.into_owned() })
                .collect(),
        })
    }

    /// A place in the text that lies in a member's name is about the name.
    fn part(&self, place: &Place) -> &'static str {
        let in_key = match &place.part {
            Part::Key => true,
            Part::Text(span) => {
                let key = self.analysis.doc.key_span(place.node);
                !span.is_empty()
                    && key.is_some_and(|key| key.start <= span.start && span.end <= key.end)
            }
            Part::Value | Part::Absent(_) | Part::Inside(..) => false,
        };
        if in_key { "key" } else { "value" }
    }

    fn range(&self, span: Span) -> Range {
        Range { start: self.position(span.start), end: self.position(span.end) }
    }

    fn position(&self, offset: u32) -> Position {
        let text::Position { line, column, offset } = self.positions.at(offset);
        Position { line, column, offset }
    }
}
