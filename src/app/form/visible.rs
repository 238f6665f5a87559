//! Which rows of the form are in the document: not those behind "more", not those the search passes over, and never too many.

use clusterwright::diagnostic::{Locale, Text};
use clusterwright::form::{Form, FormGroup, FormRow, Widget};

/// So many rows are in the document at once, in all groups together.
const ROWS: usize = 90;

/// What the reader has done to the form's view.
#[derive(Default)]
pub(crate) struct Wish {
    /// What is searched for.
    pub(crate) search: String,
    /// The groups whose optional rows are shown.
    pub(crate) open: Vec<String>,
    /// Rows that stay, because the reader has been there.
    pub(crate) kept: Vec<String>,
    /// The first row that a long group shows.
    pub(crate) from: Vec<(String, usize)>,
}

impl Wish {
    /// Whether a row stays.
    pub(crate) fn keeps(&self, pointer: &str) -> bool {
        self.kept.iter().any(|kept| kept == pointer)
    }

    /// Has a group begin at a row.
    pub(crate) fn begin(&mut self, key: &str, row: usize) {
        self.from.retain(|(own, _)| own != key);
        self.from.push((key.to_owned(), row));
    }

    fn first_of(&self, key: &str) -> usize {
        self.from.iter().find(|(own, _)| own == key).map_or(0, |(_, row)| *row)
    }
}

/// A group as it is shown.
pub(crate) struct Shown {
    /// What names the group.
    pub(crate) key: &'static str,
    pub(crate) title: Text,
    pub(crate) help: Text,
    /// The rows to show, as indexes into the group's.
    pub(crate) rows: Vec<usize>,
    /// How many rows are behind "more", or would be.
    pub(crate) more: usize,
    /// Whether these are shown.
    pub(crate) open: bool,
    /// How many rows come before and after those shown.
    pub(crate) before: usize,
    pub(crate) after: usize,
}

/// The rows to show. `helped` tells whether the help of the row at a pointer holds a word.
pub(crate) fn shown(form: &Form, wish: &Wish, helped: &dyn Fn(&str, &str) -> bool) -> Vec<Shown> {
    let needle = wish.search.trim().to_ascii_lowercase();
    let mut groups: Vec<Shown> =
        form.groups.iter().map(|group| in_group(group, wish, &needle, helped)).collect();
    if !needle.is_empty() {
        groups.retain(|group| !group.rows.is_empty());
    }
    let total: usize = groups.iter().map(|group| group.rows.len()).sum();
    if total > ROWS {
        let share = (ROWS / groups.len().max(1)).max(8);
        for group in &mut groups {
            let last = group.rows.len().saturating_sub(1) / share * share;
            group.before = wish.first_of(group.key).min(last);
            group.rows.drain(..group.before);
            group.after = group.rows.len().saturating_sub(share);
            group.rows.truncate(share);
        }
    }
    groups
}

/// How many rows a button moves a long group by.
pub(crate) fn step(groups: usize) -> usize {
    (ROWS / groups.max(1)).max(8)
}

fn in_group(
    group: &FormGroup,
    wish: &Wish,
    needle: &str,
    helped: &dyn Fn(&str, &str) -> bool,
) -> Shown {
    let key = group.title.en;
    let open = wish.open.iter().any(|open| open == key);
    let optional = |row: &FormRow| row.more && !wish.keeps(&row.pointer);
    let rows = if needle.is_empty() {
        (0..group.rows.len()).filter(|&at| open || !optional(&group.rows[at])).collect()
    } else {
        matching(group, needle, helped)
    };
    let more =
        if needle.is_empty() { group.rows.iter().filter(|row| optional(row)).count() } else { 0 };
    Shown { key, title: group.title, help: group.help, rows, more, open, before: 0, after: 0 }
}

/// The rows that hold the needle, each with the headings above it.
fn matching(group: &FormGroup, needle: &str, helped: &dyn Fn(&str, &str) -> bool) -> Vec<usize> {
    let mut above: Vec<usize> = Vec::new();
    let mut rows = Vec::new();
    for (at, row) in group.rows.iter().enumerate() {
        above.retain(|&heading| group.rows[heading].depth < row.depth);
        if holds(row, needle) || helped(&row.pointer, needle) {
            rows.append(&mut above);
            rows.push(at);
        } else if matches!(row.widget, Widget::Heading | Widget::List | Widget::Map) {
            above.push(at);
        }
    }
    rows
}

fn holds(row: &FormRow, needle: &str) -> bool {
    let texts = Locale::ALL.map(|locale| row.label.get(locale));
    texts
        .into_iter()
        .chain([row.name.as_str()])
        .any(|text| text.to_ascii_lowercase().contains(needle))
}
