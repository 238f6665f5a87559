//! The editions: one API document each, as tables, rules, presets and layout. [`ALL`] is the registry.

pub mod ack;
pub mod cce;
mod detect;
mod shape;
pub mod sketch;

pub use detect::{OTHER, detect, other};
pub use shape::misshapen;

use std::sync::OnceLock;

use crate::diagnostic::{Rule, Text, text};
use crate::network::{RangeField, Reckon};
use crate::rules::Check;
use crate::spec::{Field, Index, Kinds};
use sketch::Draft;

/// What is said of a text as a whole.
pub static RULES: [&Rule; 3] = [&OTHER, &shape::WRAPPED, &shape::ANSWER];

/// Every edition, in the order they are offered.
pub static ALL: [&Edition; 5] = [
    &cce::huawei::EDITION,
    &cce::otc::EDITION,
    &ack::createcluster::EDITION,
    &ack::dedicated::EDITION,
    &ack::managed::EDITION,
];

/// The edition of that id.
pub fn find(id: &str) -> Option<&'static Edition> {
    ALL.iter().copied().find(|edition| edition.id == id)
}

/// One API as one document describes it.
#[derive(Debug)]
pub struct Edition {
    /// The public id, `cce-otc`.
    pub id: &'static str,
    /// What it is called.
    pub name: Text,
    /// The source document: its title.
    pub document: Text,
    /// The row of the whole body.
    pub root: Field,
    /// The pointer of the member that holds the cluster's version; `""` if there is none.
    pub version: &'static str,
    /// The kinds of cluster a body can ask for.
    pub kinds: Kinds,
    /// The texts to start from.
    pub presets: &'static [Preset],
    /// The cross-field checks.
    pub checks: &'static [&'static Check],
    /// The members that hold address ranges.
    pub ranges: &'static [RangeField],
    /// Reckons the room for nodes.
    pub capacity: Option<Reckon>,
    /// Where the document describes the request.
    pub source: &'static str,
    /// The rows, flattened; made when first asked for.
    pub rows: OnceLock<Index>,
}

/// What of an edition only its views show. It stands beside the edition and is found by its id, so that a page can check bodies before
/// it has this.
#[derive(Clone, Copy, Debug)]
pub struct Views {
    /// The form's groups; rows that none names come last, in a group of their own.
    pub layout: &'static [Group],
    /// How its bodies are drawn.
    pub sketch: Draft,
    /// The HTTP request that carries the body.
    pub request: Request,
}

/// The views of [`ALL`], in the same order.
static VIEWS: [&Views; ALL.len()] = [
    &cce::huawei::VIEWS,
    &cce::otc::VIEWS,
    &ack::createcluster::VIEWS,
    &ack::dedicated::VIEWS,
    &ack::managed::VIEWS,
];

/// A group of the form.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// Its heading.
    pub title: Text,
    /// What belongs together here, if that needs words.
    pub help: Text,
    /// The pointers of the rows it shows, with all that is below them. A row goes to the group that names the longest prefix.
    pub rows: &'static [&'static str],
}

/// A text to start from. What has to be filled in stands as `"<…>"`.
#[derive(Clone, Copy, Debug)]
pub struct Preset {
    /// The id, kebab-case.
    pub id: &'static str,
    /// What it is called.
    pub name: Text,
    /// When to take it.
    pub help: Text,
    /// The body.
    pub text: &'static str,
}

/// The HTTP request that carries a body.
#[derive(Clone, Copy, Debug)]
pub struct Request {
    /// The method.
    pub method: &'static str,
    /// The URL; `{name}` stands for a variable.
    pub url: &'static str,
    /// The headers.
    pub headers: &'static [Header],
    /// The URL's variables, and what people put there.
    pub variables: &'static [Variable],
    /// What has to exist or be allowed before the request can succeed.
    pub prerequisites: &'static [Text],
    /// What the answer to a request that was accepted looks like.
    pub success: Text,
}

/// A header of a request.
#[derive(Clone, Copy, Debug)]
pub struct Header {
    /// Its name.
    pub name: &'static str,
    /// Its value, or where the value comes from.
    pub value: HeaderValue,
    /// What to know of it.
    pub help: Text,
}

/// The value of a header.
#[derive(Clone, Copy, Debug)]
pub enum HeaderValue {
    /// Always this.
    Fixed(&'static str),
    /// A secret, which snippets take from the environment variable of that name.
    Secret(&'static str),
}

/// A variable of the URL.
#[derive(Clone, Copy, Debug)]
pub struct Variable {
    /// Its name in the URL, without braces.
    pub name: &'static str,
    /// The environment variable that snippets take it from.
    pub env: &'static str,
    /// What it is and where to find it.
    pub help: Text,
}

impl Edition {
    /// The rows, flattened.
    pub fn index(&'static self) -> &'static Index {
        self.rows.get_or_init(|| Index::new(&self.root))
    }

    /// What its views show.
    pub fn views(&self) -> &'static Views {
        let own = ALL.iter().position(|edition| edition.id == self.id);
        VIEWS[own.expect("every edition is in the registry")]
    }
}

/// The words for a body that was recognised without being told its edition.
pub const DETECTED: Text = text("detected", "自动识别");
