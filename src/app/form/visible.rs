//! Which rows of the form are in the document: not those folded away, not those the search and the filter pass over, and never
//! too many. What is left out keeps its room, so that scrolling leads to it.

use std::collections::{HashMap, HashSet};

use clusterwright::diagnostic::{Locale, Text};
use clusterwright::edition::Edition;
use clusterwright::form::{self, Form, FormGroup, FormRow, State, Widget};
use clusterwright::spec::Row;

/// So many rows are in the document at once, in all groups together.
const ROWS: usize = 60;
/// So many of them come before the one that is looked at.
const BEFORE: usize = 20;

/// Which rows the reader wants to see.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Filter {
    /// All of them.
    #[default]
    All,
    /// Those that must be there, and those that wait for their author.
    Required,
    /// Those that are there.
    Set,
}

/// How high a closed card is, before one has been seen.
const CARD: i32 = 64;

/// What the reader has done to the form's view.
#[derive(Default)]
pub(crate) struct Wish {
    /// What is searched for.
    pub(crate) search: String,
    pub(crate) filter: Filter,
    /// The groups whose optional rows are shown.
    pub(crate) open: Vec<String>,
    /// The groups whose rows for other kinds of cluster are shown.
    pub(crate) others: Vec<String>,
    /// Rows that stay, because the reader has been there.
    pub(crate) kept: Vec<String>,
    /// What of lists is open and looked at.
    pub(crate) cards: form::Wish,
    /// The row that is looked at.
    pub(crate) anchor: String,
    /// The row that has the focus.
    pub(crate) focus: Option<String>,
    /// How high rows were that have been in the document.
    pub(crate) heights: HashMap<String, i32>,
    /// How high closed cards are.
    pub(crate) card: Option<i32>,
}

impl Wish {
    /// Whether a row stays.
    pub(crate) fn keeps(&self, pointer: &str) -> bool {
        self.kept.iter().any(|kept| kept == pointer)
    }

    /// Has what was just added show no more of itself than is kept, though the cards around it show all: what these show beside it
    /// stays.
    pub(crate) fn fold_around(&mut self, form: &Form, pointer: &str) {
        let inside = |row: &FormRow, outer: &str| {
            row.pointer.strip_prefix(outer).is_some_and(|rest| rest.starts_with('/'))
        };
        let around = form.all().filter(|row| {
            row.card.is_some()
                && pointer.strip_prefix(&*row.pointer).is_some_and(|rest| rest.starts_with('/'))
        });
        for card in around.map(|row| &row.pointer) {
            if self.cards.is_unfolded(card) {
                let beside = form.all().filter(|row| inside(row, card) && !inside(row, pointer));
                self.kept.extend(beside.map(|row| row.pointer.clone()));
                self.cards.unfold(card, false);
            }
        }
    }

    /// How high a row is, or would be.
    pub(crate) fn height(&self, row: &FormRow) -> i32 {
        if row.widget == Widget::Gap {
            return i32::try_from(row.count).unwrap_or(0).saturating_mul(self.item_height(row));
        }
        let known = self.heights.get(&row.pointer);
        known.copied().unwrap_or_else(|| match row.widget {
            Widget::Card => self.card.unwrap_or(CARD),
            Widget::More => 40,
            widget if widget.heads() => 46,
            _ => 66,
        })
    }

    /// How high an item of a gap would be, in the mean.
    pub(crate) fn item_height(&self, gap: &FormRow) -> i32 {
        match &gap.card {
            Some(card) if card.open => 900,
            Some(_) => self.card.unwrap_or(CARD).max(1),
            None => 66,
        }
    }
}

/// A group as it is shown.
pub(crate) struct Shown {
    /// What names the group.
    pub(crate) key: &'static str,
    pub(crate) title: Text,
    pub(crate) help: Text,
    /// The rows that pass, as indexes into the group's.
    pub(crate) rows: Vec<usize>,
    /// What is in the document of them, in order.
    pub(crate) slots: Vec<Slot>,
    /// How many rows are behind "more", or would be; without those of cards.
    pub(crate) more: usize,
    /// The same of each open card, by the row that shows them.
    pub(crate) cards: Vec<(usize, usize)>,
    /// Whether these are shown.
    pub(crate) open: bool,
    /// How many rows are for other kinds of cluster, and whether they are shown.
    pub(crate) others: usize,
    pub(crate) others_open: bool,
}

/// A piece of a group in the document.
pub(crate) enum Slot {
    /// A row, as an index into the group's.
    Row(usize),
    /// Room for rows that are not in the document: the first and last of them, as places in the group's `rows`, and how high.
    Space(usize, usize, i32),
}

/// What the search and the filter ask of a row of the form, and of a row of the table.
struct Sieve<'a> {
    needle: String,
    filter: Filter,
    edition: &'static Edition,
    helped: &'a dyn Fn(&str, &str) -> bool,
    /// What waits for its author, and all that it lies in.
    waiting: HashSet<&'a str>,
}

/// The rows to show. `helped` tells whether the help of a row of the table, by its pointer, holds a word.
pub(crate) fn shown(
    form: &Form,
    wish: &Wish,
    edition: &'static Edition,
    helped: &dyn Fn(&str, &str) -> bool,
) -> Vec<Shown> {
    let needle = wish.search.trim().to_lowercase();
    let mut waiting = HashSet::new();
    for blank in form.blanks.iter().filter(|_| wish.filter == Filter::Required) {
        waiting.extend(blank.match_indices('/').map(|(end, _)| &blank[..end]));
        waiting.insert(blank.as_str());
    }
    let sieve = Sieve { needle, filter: wish.filter, edition, helped, waiting };
    let mut groups: Vec<Shown> =
        form.groups.iter().map(|group| in_group(group, wish, &sieve)).collect();
    if !sieve.needle.is_empty() || sieve.filter != Filter::All {
        groups.retain(|group| !group.rows.is_empty());
    }
    place(form, wish, &mut groups);
    groups
}

/// Settles which of the rows that pass are in the document.
fn place(form: &Form, wish: &Wish, groups: &mut [Shown]) {
    let row = |key: &str, at: usize| {
        form.groups.iter().find(|group| group.title.en == key).map(|group| &group.rows[at])
    };
    let total: usize = groups.iter().map(|group| group.rows.len()).sum();
    let (mut from, mut to) = (0, total);
    if total > ROWS {
        // The row that is looked at, or the one it lies in.
        let all = groups.iter().flat_map(|group| group.rows.iter().map(|&at| (group.key, at)));
        let mut best = (0, 0);
        for (place, (key, at)) in all.enumerate() {
            let Some(row) = row(key, at) else { continue };
            let rest = wish.anchor.strip_prefix(row.pointer.as_str());
            let holds = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
            if holds && row.pointer.len() > best.0 {
                best = (row.pointer.len(), place);
            }
        }
        from = best.1.saturating_sub(BEFORE).min(total - ROWS);
        to = from + ROWS;
    }
    let mut flat = 0;
    for group in groups {
        let mut space: Option<(usize, i32)> = None;
        for (place, &at) in group.rows.iter().enumerate() {
            let Some(row) = row(group.key, at) else { continue };
            let focused = wish.focus.as_ref().is_some_and(|focus| *focus == row.pointer);
            let here = (from..to).contains(&flat) || focused;
            flat += 1;
            if here && row.widget != Widget::Gap {
                if let Some((first, height)) = space.take() {
                    group.slots.push(Slot::Space(first, place - 1, height));
                }
                group.slots.push(Slot::Row(at));
            } else {
                let (first, height) = space.unwrap_or((place, 0));
                space = Some((first, height.saturating_add(wish.height(row))));
            }
        }
        if let Some((first, height)) = space {
            group.slots.push(Slot::Space(first, group.rows.len() - 1, height));
        }
    }
}

fn in_group(group: &FormGroup, wish: &Wish, sieve: &Sieve) -> Shown {
    let key = group.title.en;
    let others_open = wish.others.iter().any(|open| open == key);
    let mut shown = Shown {
        key,
        title: group.title,
        help: group.help,
        rows: Vec::new(),
        slots: Vec::new(),
        more: 0,
        cards: Vec::new(),
        open: wish.open.iter().any(|open| open == key),
        others: 0,
        others_open,
    };
    if !sieve.needle.is_empty() || sieve.filter != Filter::All {
        shown.rows = sieve.passing(group, wish);
        return shown;
    }
    // The open cards around a row: depth, whether all their rows are shown, how many are folded away.
    let mut around: Vec<(usize, bool, usize)> = Vec::new();
    for (at, row) in group.rows.iter().enumerate() {
        around.retain(|&(depth, ..)| depth < row.depth);
        let folded = row.more && !wish.keeps(&row.pointer);
        let here = match around.last_mut() {
            _ if row.widget == Widget::Name => heads(group, &shown.rows, at),
            Some(&mut (_, _, count)) if row.widget == Widget::More => {
                shown.cards.push((at, count));
                count > 0
            }
            _ if !folded => true,
            _ if row.unused => {
                shown.others += 1;
                others_open
            }
            Some((_, all, count)) => {
                *count += 1;
                *all
            }
            None => {
                shown.more += 1;
                shown.open
            }
        };
        if here {
            shown.rows.push(at);
        }
        if row.card.as_ref().is_some_and(|card| card.open) {
            around.push((row.depth, wish.cards.is_unfolded(&row.pointer), 0));
        }
    }
    shown
}

/// Whether the row that this one ends is among those shown.
fn heads(group: &FormGroup, rows: &[usize], at: usize) -> bool {
    let depth = group.rows[at].depth;
    let head = (0..at).rev().find(|&above| group.rows[above].depth < depth);
    head.is_some_and(|head| rows.binary_search(&head).is_ok())
}

impl Sieve<'_> {
    /// The rows that pass, each with the headings above it.
    fn passing(&self, group: &FormGroup, wish: &Wish) -> Vec<usize> {
        let mut above: Vec<usize> = Vec::new();
        let mut rows = Vec::new();
        // Items of one table hold the same members: it is looked through once.
        let mut known: Vec<(&str, bool)> = Vec::new();
        // How deep the heading lies that was itself found: what is set below it comes along.
        let mut found: Option<usize> = None;
        for (at, row) in group.rows.iter().enumerate() {
            above.retain(|&heading| group.rows[heading].depth < row.depth);
            found = found.filter(|&depth| depth < row.depth);
            if row.widget == Widget::Name {
                rows.extend(heads(group, &rows, at).then_some(at));
                continue;
            }
            let next = group.rows[at + 1..].iter().find(|row| row.widget != Widget::Name);
            let bare = row.widget.heads() && next.is_none_or(|next| next.depth <= row.depth);
            let hidden = match &row.card {
                Some(card) => !card.open && row.widget != Widget::Gap,
                None => bare && !self.needle.is_empty() && self.filtered(row),
            };
            let holds = row.widget == Widget::Gap && (!self.is_place() || self.is_at(row))
                || hidden && self.lies_below(row)
                || hidden && {
                    let said = known.iter().find(|(own, _)| *own == row.row).map(|own| own.1);
                    said.unwrap_or_else(|| {
                        let any = self.any_below(row.row);
                        known.push((row.row, any));
                        any
                    })
                };
            let own = row.widget != Widget::More && self.passes(row);
            if row.widget.heads() && !self.needle.is_empty() && self.titled(row) {
                found = found.or(Some(row.depth));
            }
            let along = found.is_some() && !row.more && self.filtered(row);
            if own || holds || along || wish.keeps(&row.pointer) && self.needle.is_empty() {
                rows.append(&mut above);
                rows.push(at);
            } else if row.widget.heads() {
                above.push(at);
            }
        }
        rows
    }

    fn filtered(&self, row: &FormRow) -> bool {
        match self.filter {
            Filter::All => true,
            Filter::Required => row.required || self.waiting.contains(&*row.pointer),
            Filter::Set => row.state != State::Absent,
        }
    }

    fn passes(&self, row: &FormRow) -> bool {
        self.filtered(row)
            && (self.needle.is_empty()
                || self.titled(row)
                || self.is_at(row)
                || self.holds(&row.name, row.label, row.row))
    }

    /// Whether what is searched for is a place in the body, as problems name theirs.
    fn is_place(&self) -> bool {
        self.needle.starts_with('/')
    }

    /// Whether a row is at that place, or below it; the last name may be half typed, but no number.
    fn is_at(&self, row: &FormRow) -> bool {
        let pointer = row.pointer.to_lowercase();
        let rest = pointer.strip_prefix(&self.needle).filter(|_| self.is_place());
        rest.is_some_and(|rest| !rest.starts_with(|next: char| next.is_ascii_digit()))
    }

    /// Whether that place lies below a row.
    fn lies_below(&self, row: &FormRow) -> bool {
        let rest = self.needle.strip_prefix(&row.pointer.to_lowercase());
        self.is_place() && rest.is_some_and(|rest| rest.starts_with('/'))
    }

    /// Whether the words over a row hold what is searched for.
    fn titled(&self, row: &FormRow) -> bool {
        let card = row.card.as_ref().map_or("", |card| &card.title);
        let labels = Locale::ALL.into_iter().map(|locale| row.label.get(locale));
        labels.chain([card]).any(|words| words.to_lowercase().contains(&self.needle))
    }

    /// Whether a member that an item may have passes.
    fn any_below(&self, item: &str) -> bool {
        let passes = |row: &Row| {
            row.pointer.strip_prefix(item).is_some_and(|rest| rest.starts_with('/'))
                && (self.needle.is_empty()
                    || self.holds(row.field.name, row.field.label, row.pointer))
        };
        self.edition.index().rows().any(|(_, row)| passes(row))
    }

    fn holds(&self, name: &str, label: Text, row: &str) -> bool {
        Locale::ALL
            .into_iter()
            .any(|locale| label.get(locale).to_lowercase().contains(&self.needle))
            || name.to_lowercase().contains(&self.needle)
            || row.to_lowercase().contains(&self.needle)
            || (self.helped)(row, &self.needle)
    }
}
