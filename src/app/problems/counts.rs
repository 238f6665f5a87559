//! How many problems there are, in words.

use clusterwright::analysis::Analysis;
use clusterwright::diagnostic::{Diagnostic, Locale, Severity, Text};
use clusterwright::spec::faults::PLACEHOLDER;

use crate::app::strings;

/// What problems are counted, and can be chosen, by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Error,
    /// Without the blanks.
    Warning,
    Note,
    /// A placeholder that waits for a value.
    Blank,
}

impl Kind {
    /// All kinds, as they are told.
    pub(crate) const ALL: [Self; 4] = [Self::Error, Self::Warning, Self::Note, Self::Blank];

    /// The kind of a finding.
    pub(crate) fn of(found: &Diagnostic) -> Self {
        match found.severity {
            Severity::Error => Self::Error,
            _ if found.rule.code == PLACEHOLDER.code => Self::Blank,
            Severity::Warning => Self::Warning,
            Severity::Info => Self::Note,
        }
    }

    /// What style sheets know it by.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "info",
            Self::Blank => "blank",
        }
    }

    /// What stands before its number, where something else stands before that.
    pub(super) const fn joint(self) -> Text {
        if matches!(self, Self::Blank) { strings::SEMICOLON } else { strings::COMMA }
    }
}

/// The problems of a body, counted.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Counts {
    /// How many there are of each kind.
    of: [usize; 4],
    /// Whether there is no text to speak of.
    pub(crate) bare: bool,
}

impl Counts {
    /// Counts the findings of an analysis.
    pub(crate) fn of(analysis: &Analysis) -> Self {
        let mut counts = Self {
            bare: analysis.is_bare() && analysis.text().trim_ascii().is_empty(),
            ..Self::default()
        };
        for found in &analysis.diagnostics {
            counts.of[Kind::of(found) as usize] += 1;
        }
        counts
    }

    /// How many there are of a kind.
    pub(crate) const fn number(&self, kind: Kind) -> usize {
        self.of[kind as usize]
    }

    /// The worst there is: a name for the style sheet.
    pub(crate) const fn state(&self) -> &'static str {
        let warnings = self.number(Kind::Warning) + self.number(Kind::Blank);
        match (self.bare, self.number(Kind::Error), warnings) {
            (true, ..) => "bare",
            (_, 0, 0) => "clean",
            (_, 0, _) => "warning",
            _ => "error",
        }
    }
}

/// `2 errors, 3 warnings, 1 note; 2 blanks left to fill`. That there is no error is said, too.
pub(crate) fn sentence(counts: &Counts, locale: Locale) -> String {
    let mut out = without_errors(counts, locale).to_owned();
    for kind in Kind::ALL {
        let number = counts.number(kind);
        if !counts.bare && number > 0 {
            if !out.is_empty() {
                out.push_str(kind.joint().get(locale));
            }
            out.push_str(&counted(kind, number, locale));
        }
    }
    out
}

/// What is said where there is no error to count.
pub(super) fn without_errors(counts: &Counts, locale: Locale) -> &'static str {
    match (counts.bare, counts.number(Kind::Error)) {
        (true, _) => strings::NOTHING_YET.get(locale),
        (_, 0) => strings::NO_ERRORS.get(locale),
        _ => "",
    }
}

/// So many of a kind, in words.
pub(super) fn counted(kind: Kind, number: usize, locale: Locale) -> String {
    let (one, many) = match kind {
        Kind::Error => (strings::ERROR_ONE, strings::ERRORS),
        Kind::Warning => (strings::WARNING_ONE, strings::WARNINGS),
        Kind::Note => (strings::NOTE_ONE, strings::NOTES),
        Kind::Blank => (strings::BLANK_ONE, strings::BLANKS),
    };
    if number == 1 {
        one.get(locale).to_owned()
    } else {
        many.fill(locale, &[("count", number.into())])
    }
}
