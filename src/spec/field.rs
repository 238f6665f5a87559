//! A row of an edition's table, in the shape of the vendor's own table, built by `const` functions.

use super::Cond;
use super::format::Format;
use crate::diagnostic::{Basis, Severity, Text, long};
use crate::text::same;

/// One member an API accepts: everything that is known of it without looking at other members.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The member's name; `"*"` for the items of an array or the free members of a map.
    pub name: &'static str,
    /// What its value is.
    pub ty: Type,
    /// What it is called in the form.
    pub label: Text,
    /// What it means and what to watch for.
    pub help: Text,
    /// Where the document describes it: `"Table 10, mode"`.
    pub source: &'static str,
    /// What the row itself rests on.
    pub basis: Basis,
    /// Whether it must be there.
    pub required: Required,
    /// When it must not be there.
    pub forbidden: Option<Forbidden>,
    /// When it is known, of members that are otherwise free: elsewhere it is one of them, and never more than a doubt is had of it.
    pub known_when: Option<Cond>,
    /// The kinds of cluster that use it; empty means all. A kind that does not use it does not demand it either.
    pub kinds: &'static [&'static str],
    /// Why it is no part of a request, if it is only ever returned.
    pub read_only: Option<Text>,
    /// What takes its place, if it is deprecated.
    pub deprecated: Option<Deprecated>,
    /// The first cluster version that knows it.
    pub since: Option<Since>,
    /// What the API takes when it is absent, as JSON.
    pub default: Option<&'static str>,
    /// The least and greatest length of the string (characters) or array (items).
    pub length: Option<(u32, u32)>,
    /// What the string has to look like.
    pub pattern: Option<&'static Pattern>,
    /// The only numbers of its range that it may be; empty means all.
    pub among: &'static [i64],
    /// What the documents' examples show for it, offered but never demanded.
    pub examples: &'static [&'static str],
    /// What stands for it in a body that is not filled in yet: `"VPC ID"` becomes `"<VPC ID>"`.
    pub blank: &'static str,
    /// Whether its value must never leave the editor.
    pub secret: bool,
    /// What is said whenever it is set.
    pub note: Option<Note>,
    /// Wrong or older names that people give it.
    pub aliases: &'static [&'static str],
}

/// What a value is.
#[derive(Clone, Copy, Debug)]
pub enum Type {
    /// Anything.
    Any,
    /// `true` or `false`.
    Bool,
    /// A whole number from the first to the second, both included.
    Integer(i64, i64),
    /// A string of a format.
    String(Format),
    /// An array of such items.
    Array(&'static Items),
    /// An object of these members.
    Object(&'static [Field]),
    /// An object of free members; those named in the second have rows of their own.
    Map(&'static Field, &'static [Field]),
}

impl Type {
    /// The type of the value itself, or of the JSON it holds as a string.
    pub const fn shape(&self) -> &Self {
        match self {
            Self::String(Format::Json(inner)) => inner,
            own => own,
        }
    }

    /// What the type is called.
    pub const fn label(&self) -> Text {
        use crate::diagnostic::text;
        match self {
            Self::Any => text("any value", "任意值"),
            Self::Bool => text("a boolean", "布尔值"),
            Self::Integer(..) => text("an integer", "整数"),
            Self::String(_) => text("a string", "字符串"),
            Self::Array(_) => text("an array", "数组"),
            Self::Object(_) | Self::Map(..) => text("an object", "对象"),
        }
    }
}

/// The items of an array.
#[derive(Clone, Copy, Debug)]
pub struct Items {
    /// The row every item follows; its name is `"*"`.
    pub item: Field,
    /// Whether no two items may be equal (strings compare without regard to case).
    pub unique: bool,
}

/// Whether a member must be there.
#[derive(Clone, Copy, Debug)]
pub enum Required {
    /// It may be left out.
    No,
    /// It must be there.
    Yes,
    /// It must be there when the condition holds, for the reason given.
    When(Cond, Text),
}

/// When a member must not be there.
#[derive(Clone, Copy, Debug)]
pub struct Forbidden {
    /// The condition.
    pub when: Cond,
    /// How bad it is then.
    pub severity: Severity,
    /// Why.
    pub because: Text,
    /// What that rests on.
    pub basis: Basis,
}

/// A member that another has replaced.
#[derive(Clone, Copy, Debug)]
pub struct Deprecated {
    /// The pointer of the successor, if there is one.
    pub successor: Option<&'static str>,
    /// Why, and what to use.
    pub because: Text,
    /// Makes the successor's JSON from this member's, where it is not the same.
    pub convert: Option<fn(&str) -> String>,
}

/// The first cluster version that knows a member.
#[derive(Clone, Copy, Debug)]
pub struct Since {
    /// As the document writes it: `"v1.25"`.
    pub version: &'static str,
    /// How bad it is to use it on an older one.
    pub severity: Severity,
}

/// What is said whenever a member is set.
#[derive(Clone, Copy, Debug)]
pub struct Note {
    /// How loud.
    pub severity: Severity,
    /// What.
    pub text: Text,
    /// What that rests on.
    pub basis: Basis,
}

/// What a string has to look like. The three forms of one grammar are held together by a test.
#[derive(Debug)]
pub struct Pattern {
    /// The grammar as an anchored ECMA-262 regular expression, for the exported JSON Schema.
    pub regex: &'static str,
    /// The grammar as a function.
    pub test: fn(&str) -> bool,
    /// The grammar in words, to complete "must …".
    pub words: Text,
    /// The nearest right value, if one can be made.
    pub mend: Option<fn(&str) -> Option<String>>,
    /// The classes of characters that it is all about, if it is: `test` asks them.
    pub classes: Option<&'static Classes>,
}

/// Classes of characters of which a string has to hold some.
#[derive(Debug)]
pub struct Classes {
    /// How many of the classes.
    pub least: usize,
    /// The classes.
    pub all: &'static [Class],
}

/// A class of characters.
#[derive(Debug)]
pub struct Class {
    /// What it is called.
    pub words: Text,
    /// Whether a character is of it.
    pub holds: fn(char) -> bool,
    /// Some of its characters, all ASCII, for strings that are made up.
    pub letters: &'static str,
}

impl Classes {
    /// Whether a string holds characters of enough classes.
    pub fn fit(&self, text: &str) -> bool {
        self.all.iter().filter(|class| text.chars().any(class.holds)).count() >= self.least
    }
}

/// One of the values a member may have.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// The value.
    pub value: &'static str,
    /// What it means.
    pub help: Text,
    /// When it may be chosen, and the words that complete "only …".
    pub when: Option<(Cond, Text)>,
}

/// A value that may always be chosen.
pub const fn one(value: &'static str, help: Text) -> Choice {
    Choice { value, help, when: None }
}

impl Choice {
    /// The one of `choices` that is `value`.
    pub fn of<'a>(choices: &'a [Self], value: &str) -> Option<&'a Self> {
        Self::spelled(choices, value.as_bytes())
    }

    /// The one that `value` would be in other capitals, if it is none as it is written.
    pub(super) fn in_other_case<'a>(choices: &'a [Self], value: &[u8]) -> Option<&'a Self> {
        if Self::spelled(choices, value).is_some() {
            return None;
        }
        choices.iter().find(|choice| choice.value.as_bytes().eq_ignore_ascii_case(value))
    }

    /// The same by its bytes.
    #[inline]
    pub(super) fn spelled<'a>(choices: &'a [Self], value: &[u8]) -> Option<&'a Self> {
        choices.iter().find(|choice| same(choice.value.as_bytes(), value))
    }

    /// The value may be chosen only when `cond` holds; `words` complete "only …".
    #[must_use]
    pub const fn only(mut self, cond: Cond, words: Text) -> Self {
        self.when = Some((cond, words));
        self
    }
}

/// A row for the member `name` with values of type `ty`.
pub const fn field(name: &'static str, ty: Type, label: Text) -> Field {
    Field {
        name,
        ty,
        label,
        help: Text::NONE,
        source: "",
        basis: Basis::Stated,
        required: Required::No,
        forbidden: None,
        known_when: None,
        kinds: &[],
        read_only: None,
        deprecated: None,
        since: None,
        default: None,
        length: None,
        pattern: None,
        among: &[],
        examples: &[],
        blank: "",
        secret: false,
        note: None,
        aliases: &[],
    }
}

/// A row for the items of an array or the free members of a map.
pub const fn each(ty: Type, label: Text) -> Field {
    field("*", ty, label)
}

/// Any string.
pub const fn string() -> Type {
    Type::String(Format::Text)
}

/// A string that is one of `choices`; the document closes the list.
pub const fn choice(choices: &'static [Choice]) -> Type {
    Type::String(Format::Choice(choices))
}

/// A string for which the document names some values and leaves others open.
pub const fn suggest(choices: &'static [Choice]) -> Type {
    Type::String(Format::Suggest(choices))
}

/// A string of a format.
pub const fn format(format: Format) -> Type {
    Type::String(format)
}

/// An array of `items`.
pub const fn array(items: &'static Items) -> Type {
    Type::Array(items)
}

/// The items of an array.
pub const fn items(item: Field) -> Items {
    Items { item, unique: false }
}

/// The items of an array, no two of them equal.
pub const fn unique(item: Field) -> Items {
    Items { item, unique: true }
}

/// An object of `fields`.
pub const fn object(fields: &'static [Field]) -> Type {
    Type::Object(fields)
}

impl Field {
    /// What it means and what to watch for.
    #[must_use]
    pub const fn help(mut self, help: Text) -> Self {
        self.help = long(help);
        self
    }

    /// Where the document describes it.
    #[must_use]
    pub const fn source(mut self, source: &'static str) -> Self {
        self.source = source;
        self
    }

    /// What the row rests on, if not on the document's own words.
    #[must_use]
    pub const fn basis(mut self, basis: Basis) -> Self {
        self.basis = basis;
        self
    }

    /// It must be there.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = Required::Yes;
        self
    }

    /// It must be there when `cond` holds.
    #[must_use]
    pub const fn required_when(mut self, cond: Cond, because: Text) -> Self {
        self.required = Required::When(cond, because);
        self
    }

    /// It must not be there when `cond` holds.
    #[must_use]
    pub const fn forbidden_when(mut self, when: Cond, severity: Severity, because: Text) -> Self {
        self.forbidden = Some(Forbidden { when, severity, because, basis: Basis::Stated });
        self
    }

    /// Among free members it is known only when `cond` holds, seen from what they belong to.
    #[must_use]
    pub const fn known_when(mut self, cond: Cond) -> Self {
        self.known_when = Some(cond);
        self
    }

    /// Only these kinds of cluster use it: any other passes over it and does not demand it.
    #[must_use]
    pub const fn kinds(mut self, kinds: &'static [&'static str]) -> Self {
        self.kinds = kinds;
        self
    }

    /// What [`Field::forbidden_when`] or else [`Field::note`] rests on, if not on the document's own words.
    #[must_use]
    pub const fn derived(mut self) -> Self {
        if let Some(forbidden) = &mut self.forbidden {
            forbidden.basis = Basis::Derived;
        } else if let Some(note) = &mut self.note {
            note.basis = Basis::Derived;
        } else {
            self.basis = Basis::Derived;
        }
        self
    }

    /// It is only ever returned.
    #[must_use]
    pub const fn read_only(mut self, because: Text) -> Self {
        self.read_only = Some(because);
        self
    }

    /// It is deprecated and nothing takes its place.
    #[must_use]
    pub const fn deprecated(mut self, because: Text) -> Self {
        self.deprecated = Some(Deprecated { successor: None, because, convert: None });
        self
    }

    /// It is deprecated; `successor` (a pointer) takes its place.
    #[must_use]
    pub const fn deprecated_by(mut self, successor: &'static str, because: Text) -> Self {
        self.deprecated = Some(Deprecated { successor: Some(successor), because, convert: None });
        self
    }

    /// How the successor's JSON is made from this member's, where it is not the same.
    #[must_use]
    pub const fn converted(mut self, convert: fn(&str) -> String) -> Self {
        if let Some(deprecated) = &mut self.deprecated {
            deprecated.convert = Some(convert);
        }
        self
    }

    /// The first cluster version that knows it.
    #[must_use]
    pub const fn since(mut self, version: &'static str, severity: Severity) -> Self {
        self.since = Some(Since { version, severity });
        self
    }

    /// What the API takes when it is absent, as JSON.
    #[must_use]
    pub const fn default(mut self, json: &'static str) -> Self {
        self.default = Some(json);
        self
    }

    /// The least and greatest length of the string (characters) or array (items).
    #[must_use]
    pub const fn length(mut self, least: u32, greatest: u32) -> Self {
        self.length = Some((least, greatest));
        self
    }

    /// What the string has to look like.
    #[must_use]
    pub const fn pattern(mut self, pattern: &'static Pattern) -> Self {
        self.pattern = Some(pattern);
        self
    }

    /// The only numbers of its range that it may be.
    #[must_use]
    pub const fn among(mut self, among: &'static [i64]) -> Self {
        self.among = among;
        self
    }

    /// What the documents' examples show for it.
    #[must_use]
    pub const fn examples(mut self, examples: &'static [&'static str]) -> Self {
        self.examples = examples;
        self
    }

    /// What stands for it in a body that is not filled in yet.
    #[must_use]
    pub const fn blank(mut self, blank: &'static str) -> Self {
        self.blank = blank;
        self
    }

    /// Its value must never leave the editor.
    #[must_use]
    pub const fn secret(mut self) -> Self {
        self.secret = true;
        self
    }

    /// What is said whenever it is set.
    #[must_use]
    pub const fn note(mut self, severity: Severity, text: Text) -> Self {
        self.note = Some(Note { severity, text, basis: Basis::Stated });
        self
    }

    /// Wrong or older names that people give it; also what other documents call it. One that is a pointer says where it stands
    /// there, for a member that has moved.
    #[must_use]
    pub const fn aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    /// The default as text: the content of a string (none has escapes), other JSON as it is.
    pub fn default_text(&self) -> Option<&'static str> {
        let json = self.default?;
        Some(json.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(json))
    }

    /// Whether every kind of cluster demands it, whatever else the body says.
    pub const fn always_required(&self) -> bool {
        matches!(self.required, Required::Yes) && self.kinds.is_empty()
    }

    /// The values it may have or that are offered for it.
    pub const fn choices(&self) -> &'static [Choice] {
        match self.ty {
            Type::String(Format::Choice(choices) | Format::Suggest(choices)) => choices,
            _ => &[],
        }
    }
}
