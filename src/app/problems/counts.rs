//! How many problems there are, in words.

use clusterwright::analysis::Analysis;
use clusterwright::diagnostic::{Locale, Severity, Text};
use clusterwright::spec::faults::PLACEHOLDER;

use crate::app::strings;

/// The problems of a body, counted.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Counts {
    pub(crate) errors: usize,
    /// Without the blanks.
    pub(crate) warnings: usize,
    pub(crate) notes: usize,
    /// Placeholders that wait for a value.
    pub(crate) blanks: usize,
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
            let slot = match found.severity {
                Severity::Error => &mut counts.errors,
                Severity::Warning | Severity::Info if found.rule.code == PLACEHOLDER.code => {
                    &mut counts.blanks
                }
                Severity::Warning => &mut counts.warnings,
                Severity::Info => &mut counts.notes,
            };
            *slot += 1;
        }
        counts
    }

    /// The worst there is: a name for the style sheet.
    pub(crate) const fn state(&self) -> &'static str {
        match (self.bare, self.errors, self.warnings + self.blanks) {
            (true, ..) => "bare",
            (_, 0, 0) => "clean",
            (_, 0, _) => "warning",
            _ => "error",
        }
    }
}

/// `2 errors, 3 warnings, 1 note; 2 blanks left to fill`. That there is no error is said, too.
pub(crate) fn sentence(counts: &Counts, locale: Locale) -> String {
    if counts.bare {
        return strings::NOTHING_YET.get(locale).to_owned();
    }
    let mut out = if counts.errors == 0 {
        strings::NO_ERRORS.get(locale).to_owned()
    } else {
        counted(counts.errors, strings::ERROR_ONE, strings::ERRORS, locale)
    };
    for (number, one, many, joint) in [
        (counts.warnings, strings::WARNING_ONE, strings::WARNINGS, strings::COMMA),
        (counts.notes, strings::NOTE_ONE, strings::NOTES, strings::COMMA),
        (counts.blanks, strings::BLANK_ONE, strings::BLANKS, strings::SEMICOLON),
    ] {
        if number > 0 {
            out.push_str(joint.get(locale));
            out.push_str(&counted(number, one, many, locale));
        }
    }
    out
}

fn counted(number: usize, one: Text, many: Text, locale: Locale) -> String {
    if number == 1 {
        one.get(locale).to_owned()
    } else {
        many.fill(locale, &[("count", number.into())])
    }
}
