//! The form: which rows there are for a body, as plain data, and the edits that typing into them makes.
//!
//! There is no form model. [`plan`] reads the rows off an analysis; every change of a row is an edit of the text. What the reader
//! has opened is a [`Wish`]: only what it shows has rows, so that a body of thousands of items costs no more than one of ten.

mod blanks;
mod card;
mod changed;
mod common;
mod edit;
mod offers;
pub mod password;
mod plan;
mod range;
mod versions;
mod wish;

pub use card::{Card, is_card};
pub use changed::changed;
pub use common::common;
pub use edit::{add, add_member, copy, input, remove, rename, reorder, set};
pub use offers::{Offer, offers};
pub use plan::plan;
pub use range::{Extent, extent, free};
pub use versions::{Gate, known_versions, too_new};
pub use wish::Wish;

use crate::diagnostic::Text;
use crate::spec::Choice;

/// So many rows of one list are planned at once, around the item that is looked at.
pub const ITEMS: usize = 400;

/// A list with more items than this has its cards closed until they are opened.
pub const HANDFUL: usize = 5;

/// The form of a body.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Form {
    /// The groups, in the edition's layout.
    pub groups: Vec<FormGroup>,
    /// The pointers of what still waits for its author, in the form's order: required members that are blank, and placeholders.
    pub blanks: Vec<String>,
}

/// A group of rows under a heading.
#[derive(Clone, PartialEq, Debug)]
pub struct FormGroup {
    /// The heading.
    pub title: Text,
    /// What belongs together here, if that needs words.
    pub help: Text,
    /// The rows, in order.
    pub rows: Vec<FormRow>,
}

/// One row.
#[derive(Clone, PartialEq, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "they are independent marks of a row, not states"
)]
pub struct FormRow {
    /// The JSON pointer of the member, also where it is absent. Names the row for as long as it is there.
    pub pointer: String,
    /// The pointer of its row in the table.
    pub row: &'static str,
    /// The items it lies in, outermost first: what such an item is called, and its place from 1.
    pub within: Vec<(Text, usize)>,
    /// The member's own name; an item's is its place, from 1.
    pub name: String,
    /// What it is called.
    pub label: Text,
    /// What it means.
    pub help: Text,
    /// Where the document describes it.
    pub source: &'static str,
    /// How it is shown.
    pub widget: Widget,
    /// Whether the body says it.
    pub state: State,
    /// Where what applies comes from.
    pub origin: Origin,
    /// What applies though the body does not say it: the default, or what other members imply.
    pub applies: String,
    /// What it says: a string's content, else the JSON as spelled. Empty where it waits for its author.
    pub value: String,
    /// How deep it lies below its group's own rows.
    pub depth: usize,
    /// Whether it must be there, as the body stands.
    pub required: bool,
    /// Whether it stays behind "more" until it is set.
    pub more: bool,
    /// Whether the body's kind of cluster has no use for it, and it is not set.
    pub unused: bool,
    /// Whether its value is hidden on the screen.
    pub secret: bool,
    /// Whether it can be taken out: it is there and not demanded, or an item of a list.
    pub removable: bool,
    /// Whether it is a free member, whose name is its author's.
    pub free: bool,
    /// Whether it is an item of a list: its place from 0, and how many there are.
    pub item: Option<(usize, usize)>,
    /// What is to be seen of an item whose rows are folded away.
    pub card: Option<Card>,
    /// What the API takes when it is absent, as JSON.
    pub default: Option<&'static str>,
    /// What could stand there.
    pub hint: &'static str,
    /// Values seen in the documents.
    pub examples: &'static [&'static str],
    /// How many items it has, or stands for.
    pub count: usize,
    /// The findings that stand at it, as indexes into the analysis.
    pub findings: Vec<usize>,
}

/// How a row is shown.
#[derive(Clone, Copy, Debug)]
pub enum Widget {
    /// A heading over the rows that follow one level deeper.
    Heading,
    /// An item with many members: a line that says the most telling of them, over its rows if it is open.
    Card,
    /// Items that have no rows at the moment; the pointer is the first one's.
    Gap,
    /// What shows those rows of a card that stay folded away; the pointer is the card's with a slash behind it.
    More,
    /// A list: a heading with a button that adds an item.
    List,
    /// Free members: a heading over them and over those that are known.
    Map,
    /// What adds a free member by name, behind the others; the pointer is theirs with a slash behind it.
    Name,
    /// `true`, `false` or nothing.
    Toggle,
    /// One of these values; if open, any other too.
    Choice(&'static [Choice], Openness),
    /// A whole number.
    Number,
    /// One line of text.
    Line,
    /// An address range.
    Range,
    /// A Kubernetes version.
    Version,
    /// A secret whose rules are known one by one.
    Password,
    /// Many lines of text: certificates, JSON in a string.
    Block,
    /// JSON as it is spelled, where the body holds another type than the table says.
    Json,
}

/// Whether values beyond the list may be typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Openness {
    /// Only the list.
    Closed,
    /// Any value; the list is offered.
    Open,
}

impl PartialEq for Widget {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Choice(own, open), Self::Choice(choices, other)) => {
                std::ptr::eq(own.as_ptr(), choices.as_ptr()) && open == other
            }
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

impl Widget {
    /// Whether it stands over rows of its own.
    pub const fn heads(self) -> bool {
        matches!(self, Self::Heading | Self::Card | Self::List | Self::Map)
    }
}

/// Whether the body says a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// The member is not there.
    Absent,
    /// It is there and waits for its author: empty, or a placeholder.
    Blank,
    /// It is there.
    Set,
}

/// Where what applies comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// The body says it.
    Set,
    /// The body has it, but it waits for its author.
    Blank,
    /// The table's default applies.
    Default,
    /// Other members, or their absence, imply it.
    Implied,
    /// Nothing applies.
    Absent,
}

impl FormRow {
    /// A row that is no member's.
    fn bare(pointer: String, row: &'static str, widget: Widget, depth: usize) -> Self {
        Self {
            pointer,
            row,
            within: Vec::new(),
            name: String::new(),
            label: Text::NONE,
            help: Text::NONE,
            source: "",
            widget,
            state: State::Set,
            origin: Origin::Set,
            applies: String::new(),
            value: String::new(),
            depth,
            required: false,
            more: false,
            unused: false,
            secret: false,
            removable: false,
            free: false,
            item: None,
            card: None,
            default: None,
            hint: "",
            examples: &[],
            count: 0,
            findings: Vec::new(),
        }
    }
}

impl Form {
    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.groups.iter().map(|group| group.rows.len()).sum()
    }

    /// Every row, in order.
    pub fn all(&self) -> impl Iterator<Item = &FormRow> {
        self.groups.iter().flat_map(|group| &group.rows)
    }

    /// The blank that follows a place of the form; past the last one the first.
    pub fn next_blank(&self, after: Option<&str>) -> Option<&str> {
        let first = self.blanks.first()?;
        let Some(after) = after else { return Some(first) };
        if let Some(at) = self.blanks.iter().position(|blank| blank == after) {
            return self.blanks.get(at + 1).or(Some(first)).map(String::as_str);
        }
        let own = blanks::rank(self, after);
        let next = self.blanks.iter().find(|blank| blanks::rank(self, blank) > own);
        next.or(Some(first)).map(String::as_str)
    }
}
