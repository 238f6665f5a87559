//! JSON as people paste it: a total parser, a spanned tree, pointers, and edits that keep everything they do not touch.
//!
//! Parsing never fails. What is not strict JSON is a [`SyntaxError`] with its place and, where the repair is plain, a fix;
//! the tree holds the rest, so that the checks of the layers above still see it.

mod lexer;
mod names;
mod parser;
pub mod patch;
mod pointer;
pub mod print;
mod recovery;
mod tree;

pub(crate) use lexer::is_invisible;
pub(crate) use names::mark;
pub use parser::{DEPTH_CAP, Reading, SIZE_CAP};
pub use pointer::{escape, unescape};
pub use recovery::foreign;
pub use tree::{Document, Kind, Node, NodeId};

use crate::text::{Edit, Span};

/// What is wrong with the text as JSON. Every fault but [`Fault::DuplicateKey`] makes a strict parser refuse the text.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Fault {
    /// There is no value at all, only white space.
    Empty,
    /// Longer than [`SIZE_CAP`]; nothing was parsed.
    TooLarge,
    /// Deeper than [`DEPTH_CAP`]; what lies deeper was not read.
    TooDeep,
    /// A byte order mark before the document.
    ByteOrderMark,
    /// A `//`, `#` or `/* */` comment.
    Comment,
    /// A comma with no value or member after it.
    TrailingComma,
    /// Two values or members without a comma between them (also where `;` or another character stands instead).
    MissingComma,
    /// A key without a colon after it (also where `=` or `=>` stands instead).
    MissingColon,
    /// A key and colon without a value, which has no fix; or a comma with nothing before it.
    MissingValue,
    /// A string or key in other quotes than `"`: single, back-ticked, smart or full-width.
    WrongQuotes,
    /// A key without quotes.
    UnquotedKey,
    /// A value that is a bare word (or words): neither a literal nor a number.
    UnquotedValue,
    /// Full-width punctuation in the place of `: , { } [ ]`.
    FullWidth,
    /// White space that JSON does not know (a no-break space, say) between tokens.
    StrangeSpace,
    /// A `"` inside a string that is not escaped.
    UnescapedQuote,
    /// A control character (a raw line feed or tab, say) inside a string.
    ControlCharacter,
    /// A backslash sequence that JSON does not know.
    BadEscape,
    /// A string that does not end.
    UnclosedString,
    /// An object or array that does not end, or begins or ends with the other's bracket.
    Unclosed,
    /// A closing bracket that closes nothing.
    StrayClose,
    /// The text is YAML. Nothing was read.
    IsYaml,
    /// The text is a block of Terraform's language. Nothing was read.
    IsTerraform,
    /// Every line begins with its number or a mark. Nothing was read.
    Listing,
    /// The body is in a string: every quote is escaped, or a program puts it together from pieces. Nothing was read.
    Escaped,
    /// Text before the document (a request line, a code fence); or with no fix, a text that holds no document.
    TextBefore,
    /// Text after the document. It has no fix where it may be data.
    TextAfter,
    /// Members without the braces around them, or items without the array's brackets.
    MissingBraces,
    /// A number in a spelling that JSON does not know (`+1`, `01`, `.5`, `1.`, `0x10`, `1_000`).
    BadNumber,
    /// `NaN` or an infinity, which JSON cannot say.
    NotANumber,
    /// Something that has no meaning where it stands: a stray character, dots for what was left out, a value without a key.
    Unexpected,
    /// A literal of another language (`True`, `None`, `undefined`, `NULL`).
    ForeignLiteral,
    /// A key that its object has already; [`SyntaxError::related`] is the first.
    DuplicateKey,
}

/// One fault of the text as JSON.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SyntaxError {
    /// What is wrong.
    pub fault: Fault,
    /// Where: the offending bytes, or the empty place where something is missing.
    pub span: Span,
    /// A second place that explains the first: the opening bracket, the first of two equal keys.
    pub related: Option<Span>,
    /// The edits that mend it and change nothing else; empty where no repair is plain.
    pub fix: Vec<Edit>,
}
