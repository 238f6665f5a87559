//! Findings as text, each with its source line and what can be done.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};

use super::excerpt::{excerpt, printable};
use super::positions::Positions;
use crate::analysis::Analysis;
use crate::diagnostic::{
    Applicability, Basis, Diagnostic, Locale, Part, Severity, Source, Text, text,
};
use crate::edition::DETECTED;
use crate::secrets::Secrets;

pub(super) const WHY: Text = text("why", "原因");
pub(super) const SOURCE: Text = text("source", "出处");
const RELATED: Text = text("related", "相关");
const INSIDE: Text = text("inside", "字符串内");
const SAFE: Text = text("fix (safe)", "修复（安全）");
const UNSAFE: Text = text("fix (unsafe)", "修复（需确认）");

/// Writes the findings of one file.
#[derive(Debug)]
pub(super) struct Plain<'a> {
    analysis: &'a Analysis,
    name: String,
    locale: Locale,
    colour: bool,
    positions: Positions<'a>,
    secrets: Secrets,
}

impl<'a> Plain<'a> {
    /// The report of `analysis`, which is of the file `name`.
    pub(super) fn new(analysis: &'a Analysis, name: &str, locale: Locale, colour: bool) -> Self {
        Self {
            analysis,
            name: printable(name),
            locale,
            colour,
            positions: Positions::new(analysis.text(), analysis.lines()),
            secrets: Secrets::new(analysis),
        }
    }

    /// Writes every finding in the order of their places, after the edition if that was told from the body.
    pub(super) fn write(&self, out: &mut impl Write) -> io::Result<()> {
        if self.analysis.detected {
            let edition = self.analysis.edition;
            let (detected, title) = (DETECTED.get(self.locale), edition.name.get(self.locale));
            match self.locale {
                Locale::En => writeln!(out, "{}: {} ({detected}): {title}", self.name, edition.id)?,
                Locale::Zh => {
                    writeln!(out, "{}: {}（{detected}）：{title}", self.name, edition.id)?;
                }
            }
        }
        self.analysis.diagnostics.iter().try_for_each(|found| self.finding(out, found))
    }

    fn finding(&self, out: &mut impl Write, found: &Diagnostic) -> io::Result<()> {
        let mark = self.analysis.mark(&found.place);
        let position = self.positions.at(mark.start);
        let severity = severity_style(found.severity);
        let label = found.severity.label().get(self.locale);
        let arguments = self.secrets.arguments(found);
        let message = printable(&found.message.fill(self.locale, &arguments));
        writeln!(
            out,
            "{}:{}:{}: {}: {}",
            self.name,
            position.line,
            position.column,
            self.paint(severity, &format!("{label}[{}]", found.rule.code)),
            self.paint(Style::new().bold(), &message),
        )?;
        let shown =
            excerpt(self.analysis.text(), self.positions.line(position.line), mark, &self.secrets);
        let gutter = position.line.to_string();
        let pad = " ".repeat(gutter.len());
        let bar = self.paint(RULER, "|");
        writeln!(out, "{pad} {bar}")?;
        writeln!(out, "{} {bar} {}", self.paint(RULER, &gutter), shown.line)?;
        let carets = self.paint(severity, &"^".repeat(shown.length));
        writeln!(out, "{pad} {bar} {}{carets}", " ".repeat(shown.before))?;
        let note = |out: &mut dyn Write, label: Text, words: &str| {
            writeln!(
                out,
                "{pad} {} {}{words}",
                self.paint(RULER, "="),
                labelled(label, self.locale)
            )
        };
        if let Part::Inside(pointer, _) = &found.place.part
            && !pointer.is_empty()
        {
            note(out, INSIDE, &printable(pointer))?;
        }
        let help = printable(&found.help.fill(self.locale, &arguments));
        if !help.trim().is_empty() {
            note(out, WHY, help.trim())?;
        }
        note(out, SOURCE, &source_words(found.source, found.basis, self.locale))?;
        for related in &found.related {
            let at = self.positions.at(self.analysis.mark(&related.place).start);
            let pointer = printable(&self.analysis.pointer(&related.place));
            note(
                out,
                RELATED,
                format!("{}:{}:{} {pointer}", self.name, at.line, at.column).trim_end(),
            )?;
        }
        for fix in &found.fixes {
            let label = match fix.applicability {
                Applicability::Safe => SAFE,
                Applicability::Unsafe => UNSAFE,
            };
            note(out, label, &printable(&fix.title.fill(self.locale, &fix.args)))?;
        }
        writeln!(out)
    }

    fn paint(&self, style: Style, words: &str) -> String {
        if self.colour { format!("{style}{words}{style:#}") } else { words.to_owned() }
    }
}

const RULER: Style = AnsiColor::Blue.on_default().bold();

fn severity_style(severity: Severity) -> Style {
    let colour = match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Info => AnsiColor::Cyan,
    };
    colour.on_default().bold()
}

/// A source in one line: `cce-otc, Table 10, mode (stated)`.
pub(super) fn source_words(source: Source, basis: Basis, locale: Locale) -> String {
    let Source { document, location } = source;
    let comma = if location.is_empty() { "" } else { text(", ", "，").get(locale) };
    let basis = basis.label().get(locale);
    match locale {
        Locale::En => format!("{document}{comma}{location} ({basis})"),
        Locale::Zh => format!("{document}{comma}{location}（{basis}）"),
    }
}

/// A label with the colon of its language.
pub(super) fn labelled(label: Text, locale: Locale) -> String {
    format!("{}{}", label.get(locale), text(": ", "：").get(locale))
}

/// How much was found in all files.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// Files that were checked.
    pub(super) files: usize,
    /// Files that could not be read or written.
    pub(super) unread: usize,
    /// Findings by severity.
    pub(super) counts: [usize; 3],
    fixable: usize,
}

impl Tally {
    /// Whether no file was met yet.
    pub(super) const fn is_empty(&self) -> bool {
        self.files + self.unread == 0
    }

    /// Counts a file's findings in.
    pub(super) fn add(&mut self, analysis: &Analysis) {
        self.files += 1;
        for (count, severity) in self.counts.iter_mut().zip(Severity::ALL) {
            *count += analysis.count(severity);
        }
        let safe = |found: &&Diagnostic| {
            found.fixes.iter().any(|fix| fix.applicability == Applicability::Safe)
        };
        self.fixable += analysis.diagnostics.iter().filter(safe).count();
    }

    /// The last line of the report.
    pub(super) fn write(
        &self,
        out: &mut impl Write,
        locale: Locale,
        fixing: bool,
    ) -> io::Result<()> {
        let [errors, warnings, infos] = self.counts;
        let none = self.counts == [0; 3];
        match locale {
            Locale::En => {
                let counted = |count: usize, word: &str| {
                    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
                };
                if none {
                    write!(out, "no findings in {}", counted(self.files, "file"))?;
                } else {
                    let (errors, warnings) =
                        (counted(errors, "error"), counted(warnings, "warning"));
                    write!(
                        out,
                        "{errors}, {warnings}, {} in {}",
                        counted(infos, "note"),
                        counted(self.files, "file")
                    )?;
                }
                if self.unread > 0 {
                    write!(out, "; {} not checked", counted(self.unread, "file"))?;
                }
                if self.fixable > 0 && !fixing {
                    write!(out, "; {} with a safe fix (--fix)", self.fixable)?;
                }
            }
            Locale::Zh => {
                write!(out, "{} 个文件：", self.files)?;
                if none {
                    write!(out, "未发现问题")?;
                } else {
                    write!(out, "{errors} 个错误，{warnings} 个警告，{infos} 条提示")?;
                }
                if self.unread > 0 {
                    write!(out, "；{} 个文件未检查", self.unread)?;
                }
                if self.fixable > 0 && !fixing {
                    write!(out, "；其中 {} 项可安全修复（--fix）", self.fixable)?;
                }
            }
        }
        writeln!(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_counts_in_either_language() {
        let last = |tally: &Tally, locale, fixing| {
            let mut out = Vec::new();
            tally.write(&mut out, locale, fixing).unwrap();
            String::from_utf8(out).unwrap()
        };
        let none = Tally { files: 1, ..Tally::default() };
        assert_eq!(last(&none, Locale::En, false), "no findings in 1 file\n");
        assert_eq!(last(&none, Locale::Zh, false), "1 个文件：未发现问题\n");
        let some = Tally { files: 2, unread: 1, counts: [1, 2, 0], fixable: 3 };
        assert_eq!(
            last(&some, Locale::En, false),
            "1 error, 2 warnings, 0 notes in 2 files; 1 file not checked; 3 with a safe fix (--fix)\n"
        );
        assert_eq!(
            last(&some, Locale::Zh, true),
            "2 个文件：1 个错误，2 个警告，0 条提示；1 个文件未检查\n"
        );
    }
}
