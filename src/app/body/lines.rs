//! The lines of the body that are near the visible part, with the marks of the findings in them.

use clusterwright::analysis::Analysis;
use clusterwright::diagnostic::Severity;
use clusterwright::text::Span;

/// Lines are made in steps of this many, so that a little scrolling makes none.
const STEP: i32 = 16;
/// Lines of more bytes than this are shown in part.
const LONG: usize = 2_000;
/// So many columns of a long line are shown.
const PART: usize = 1_000;
/// So many marks are shown at once.
const MARKS: usize = 300;
/// So many lines are shown at once, however tall the window.
const MOST: i32 = 160;

/// The part of the text that is in the document.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Window {
    /// The first line, from 0.
    pub(crate) first: i32,
    /// How many lines.
    pub(crate) count: i32,
    /// The first column of long lines.
    pub(crate) column: i32,
}

impl Window {
    /// The window around what is visible: the first line, how many, the first column.
    pub(crate) fn around(line: i32, height: i32, column: i32) -> Self {
        let first = (line / STEP - 1).max(0) * STEP;
        let count = (height + 4 * STEP - 1) / STEP * STEP;
        Self { first, count: count.min(MOST), column: (column / 200 - 1).max(0) * 200 }
    }
}

/// A line as it is shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Line {
    /// Its number, from 1.
    pub(crate) number: u32,
    /// The worst that starts on it.
    pub(crate) severity: Option<Severity>,
    /// How many columns are left out before its parts.
    pub(crate) skipped: i32,
    /// Its text with its marks; nothing where nothing is marked.
    pub(crate) parts: Vec<Part>,
}

/// A piece of a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Part {
    /// The text.
    pub(crate) text: String,
    /// What it is marked as.
    pub(crate) severity: Option<Severity>,
}

/// The lines of a window.
pub(crate) fn lines(analysis: &Analysis, window: Window) -> Vec<Line> {
    let (text, index) = (analysis.text(), analysis.lines());
    let first = window.first.cast_unsigned();
    let last = (first + window.count.cast_unsigned())
        .min(u32::try_from(index.lines()).unwrap_or(u32::MAX));
    let mut marks_left = MARKS;
    // That there is no text is no fault of its first line.
    let found = if text.trim_ascii().is_empty() { &[][..] } else { &analysis.diagnostics };
    let start = if first < last { index.span(text, first + 1).start } else { 0 };
    // The findings stand in the order of their places.
    let mut next = found.partition_point(|found| analysis.mark(&found.place).start < start);
    (first..last)
        .map(|line| {
            let span = index.span(text, line + 1);
            let mut severity: Option<Severity> = None;
            let mut marks = Vec::new();
            while let Some(one) = found.get(next) {
                let mark = analysis.mark(&one.place);
                if mark.start > span.end {
                    break;
                }
                severity = Some(severity.map_or(one.severity, |worst| worst.min(one.severity)));
                if marks_left > 0 {
                    marks.push((mark, one.severity));
                    marks_left -= 1;
                }
                next += 1;
            }
            let (skipped, parts) = if marks.is_empty() {
                (0, Vec::new())
            } else {
                parts(text, span, &marks, window.column)
            };
            Line { number: line + 1, severity, skipped, parts }
        })
        .collect()
}

/// Cuts a line where marks begin and end. The worse mark wins.
fn parts(text: &str, line: Span, marks: &[(Span, Severity)], column: i32) -> (i32, Vec<Part>) {
    let mut whole = line.of(text);
    let (mut offset, mut skipped) = (line.start as usize, 0);
    if whole.len() > LONG {
        let from = usize::try_from(column).unwrap_or(0);
        let at = whole.char_indices().nth(from).map_or(whole.len(), |(at, _)| at);
        whole = &whole[at..];
        let end = whole.char_indices().nth(PART).map_or(whole.len(), |(end, _)| end);
        whole = &whole[..end];
        (offset, skipped) = (offset + at, column);
    }
    let mut paint: Vec<Option<Severity>> = vec![None; whole.len()];
    for (mark, severity) in marks {
        let start = (mark.start as usize).saturating_sub(offset).min(whole.len());
        let mut end = (mark.end as usize).saturating_sub(offset).min(whole.len());
        let mut start = if (mark.start as usize) < offset { 0 } else { start };
        if start == end && mark.is_empty() {
            // Something is missing here: the character after or else before the place carries the mark.
            end = whole[start..].chars().next().map_or(start, |char| start + char.len_utf8());
            if start == end {
                start = whole[..start]
                    .chars()
                    .next_back()
                    .map_or(start, |char| start - char.len_utf8());
            }
        }
        for place in &mut paint[start..end] {
            *place = Some(place.map_or(*severity, |worst| worst.min(*severity)));
        }
    }
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, _) in whole.char_indices().skip(1).chain([(whole.len(), ' ')]) {
        if at == whole.len() || paint[at] != paint[from] {
            if from < at {
                parts.push(Part { text: whole[from..at].to_owned(), severity: paint[from] });
            }
            from = at;
        }
    }
    (skipped, parts)
}
