//! The forgiving parser. It takes any text for the JSON it was meant to be, says what keeps it from being that, and how to mend it.
//!
//! Where a text can be read in more than one way, the reading wins that leaves the fewest faults in the rest: brackets are
//! weighed by [`Brackets`], and a text whose brackets do not balance is read by its indentation as well. Looking ahead is
//! paid for from a budget in proportion to the text; when it is spent, the nearest reading is taken. So time stays linear.

mod brackets;
mod closing;
mod document;
mod escaped;
mod foreign;
mod listing;
mod members;
mod strings;
mod trivia;
mod values;
mod words;

pub use foreign::foreign;

use std::cell::Cell;

use super::lexer::{self, offset};
use super::names::mark;
use super::parser::{ERROR_CAP, in_order};
use super::tree::{Kind, Node, inner};
use super::{Fault, SyntaxError, names, patch};
use crate::text::{Edit, Span};
use brackets::Brackets;

/// A text that stops being JSON at or after some place, on its way to be read in the ways that it can be.
#[derive(Debug)]
pub(super) struct Reading {
    /// That place.
    strict: usize,
    brackets: Brackets,
    way: Way,
    now: Paused,
}

/// The way a text is read in at the moment, and what was read before.
#[derive(Debug)]
enum Way {
    /// By indentation, as its brackets do not balance.
    Indented,
    /// By brackets alone; perhaps it has been read by indentation.
    Plain(Option<Read>),
    /// By indentation, as reading it by brackets left doubts.
    Doubted(Read),
    /// It has been read in every way.
    Done,
}

impl Reading {
    #[cold]
    pub(super) fn new(text: &str, strict: usize) -> Self {
        let brackets = Brackets::of(text);
        let indented = !brackets.balanced();
        let way = if indented { Way::Indented } else { Way::Plain(None) };
        Self { strict, brackets, way, now: Paused::new(text, indented) }
    }

    /// Reads some `bytes` on. Gives the nodes and errors, once, when all is read. `text` is always the same.
    #[cold]
    pub(super) fn step(
        &mut self,
        text: &str,
        bytes: usize,
    ) -> Option<(Vec<Node>, Vec<SyntaxError>)> {
        let now = std::mem::replace(&mut self.now, Paused::new("", false));
        let read = match now.resume(text, &self.brackets).run(bytes) {
            Ok(read) => read,
            Err(now) => {
                self.now = now;
                return None;
            }
        };
        let (way, chosen) = match std::mem::replace(&mut self.way, Way::Done) {
            // No reading has less than one fault, and of equals this one is taken.
            Way::Indented if read.unbalanced && read.faults == 1 => (Way::Done, Some(read)),
            Way::Indented => (Way::Plain(Some(read)), None),
            Way::Plain(_) if !read.is_doubtful() => (Way::Done, Some(read)),
            Way::Plain(Some(other)) => (Way::Done, Some(read.or(other))),
            Way::Plain(None) => (Way::Doubted(read), None),
            Way::Doubted(plain) => (Way::Done, Some(plain.or(read))),
            Way::Done => unreachable!("a text that has been read has no further step"),
        };
        let Some(mut read) = chosen else {
            self.now = Paused::new(text, matches!(way, Way::Doubted(_)));
            self.way = way;
            return None;
        };
        if read.errors.iter().all(|error| error.fault == Fault::DuplicateKey) {
            let span = Span::at(offset(text.floor_char_boundary(self.strict)));
            let error =
                SyntaxError { fault: Fault::Unexpected, span, related: None, fix: Vec::new() };
            read.errors.insert(0, error);
        }
        Some((read.nodes, in_order(read.errors)))
    }
}

/// What a reading came to.
#[derive(Debug)]
struct Read {
    nodes: Vec<Node>,
    errors: Vec<SyntaxError>,
    /// How many errors there are, also those that are not kept.
    faults: usize,
    /// Whether one of them may have its cause in a bracket elsewhere.
    unbalanced: bool,
}

impl Read {
    /// Whether another way to read the text may do better.
    const fn is_doubtful(&self) -> bool {
        self.unbalanced && self.faults < 1000
    }

    /// The other reading, unless it has more faults.
    fn or(self, other: Self) -> Self {
        if other.faults <= self.faults { other } else { self }
    }
}

/// What a string or word stands for in its container.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Key,
    Member,
    Item,
    Root,
}

/// What is to come next.
#[derive(Debug)]
enum State {
    /// The document, before which other text may stand.
    Begin,
    /// A value.
    Value,
    /// The colon after a key.
    Colon,
    /// A member or item: after this comma, or as the first.
    Next(Option<Span>),
    /// A comma or an end.
    After,
    /// Nothing: the document's value is complete.
    Done,
}

/// An open container.
#[derive(Debug)]
struct Level {
    node: u32,
    object: bool,
    /// Its bracket; `None` if that is missing, and `wrap` is the error that says so.
    open: Option<Span>,
    wrap: Option<usize>,
    /// The indentation of the line it begins on, and the place of that line.
    indent: usize,
    line: usize,
    /// Whether its bracket is the last on its line.
    broken: bool,
    /// The indentation of its children, once one begins a line.
    children: Option<usize>,
    /// How many children it has.
    count: u32,
}

impl Level {
    const fn closing(&self) -> u8 {
        if self.object { b'}' } else { b']' }
    }
}

#[derive(Debug)]
struct Recovery<'t> {
    text: &'t str,
    bytes: &'t [u8],
    brackets: &'t Brackets,
    /// What comes when a step begins.
    state: State,
    /// Whether indentation closes containers.
    indented: bool,
    read: Read,
    stack: Vec<Level>,
    at: usize,
    /// Where the current line begins, and whether only white space and comments stand between there and `at`.
    line: usize,
    fresh: bool,
    /// The end of the last value, key or opening bracket: what is missing after it goes here.
    value_end: usize,
    /// The end of the last token of any kind.
    token_end: usize,
    key: Option<(Span, bool)>,
    too_deep: bool,
    newline: &'static str,
    /// See [`lexer::last_block_end`].
    blocks: usize,
    budget: Cell<usize>,
}

/// A reading between two steps, without the text and its brackets, which their owner keeps.
#[derive(Debug)]
struct Paused(Box<Recovery<'static>>);

static NO_BRACKETS: Brackets = Brackets::none();

impl Paused {
    /// Nothing of `text` is read yet.
    fn new(text: &str, indented: bool) -> Self {
        Self(Box::new(Recovery {
            text: "",
            bytes: &[],
            brackets: &NO_BRACKETS,
            state: State::Begin,
            indented,
            read: Read {
                nodes: Vec::with_capacity(text.len() / 32 + 4),
                errors: Vec::new(),
                faults: 0,
                unbalanced: false,
            },
            stack: Vec::new(),
            at: 0,
            line: 0,
            fresh: true,
            value_end: 0,
            token_end: 0,
            key: None,
            too_deep: false,
            newline: patch::line_end(text),
            blocks: lexer::last_block_end(text),
            budget: Cell::new(16 * text.len() + 4096),
        }))
    }

    fn resume<'t>(self, text: &'t str, brackets: &'t Brackets) -> Recovery<'t> {
        Recovery { text, bytes: text.as_bytes(), brackets, ..*self.0 }
    }
}

impl Recovery<'_> {
    fn pause(self, state: State) -> Paused {
        Paused(Box::new(Recovery {
            text: "",
            bytes: &[],
            brackets: &NO_BRACKETS,
            state,
            indented: self.indented,
            read: self.read,
            stack: self.stack,
            at: self.at,
            line: self.line,
            fresh: self.fresh,
            value_end: self.value_end,
            token_end: self.token_end,
            key: self.key,
            too_deep: self.too_deep,
            newline: self.newline,
            blocks: self.blocks,
            budget: self.budget,
        }))
    }

    /// Reads some `bytes` on. All that is read, if there is no more.
    fn run(mut self, bytes: usize) -> Result<Read, Paused> {
        let until = self.at.saturating_add(bytes);
        let mut state = std::mem::replace(&mut self.state, State::Done);
        loop {
            state = match state {
                State::Begin => self.begin(),
                State::Value => self.value(),
                State::Colon => self.colon(),
                State::Next(comma) if self.stack.last().is_some_and(|level| level.object) => {
                    self.member(comma)
                }
                State::Next(comma) => self.item(comma),
                State::After if self.stack.is_empty() => State::Done,
                State::After => self.after(),
                State::Done => break,
            };
            if self.at >= until {
                return Err(self.pause(state));
            }
        }
        self.finish();
        if self.read.nodes.is_empty() {
            self.leaf(Kind::Missing, Span::at(offset(self.at)), false);
        }
        Ok(self.read)
    }

    fn report(&mut self, fault: Fault, span: Span, related: Option<Span>, fix: Vec<Edit>) {
        self.read.faults += 1;
        self.read.unbalanced |= matches!(
            fault,
            Fault::Unclosed
                | Fault::StrayClose
                | Fault::MissingBraces
                | Fault::TextAfter
                | Fault::Unexpected
        );
        if self.read.errors.len() < ERROR_CAP {
            self.read.errors.push(SyntaxError { fault, span, related, fix });
        }
    }

    /// The place of the next `len` bytes.
    const fn here(&self, len: usize) -> Span {
        Span::new(offset(self.at), offset(self.at + len))
    }

    const fn value_place(&self) -> Span {
        Span::at(offset(self.value_end))
    }

    /// Pays for looking at `bytes` bytes ahead.
    fn spend(&self, bytes: usize) -> bool {
        self.budget.set(self.budget.get().saturating_sub(bytes));
        self.budget.get() > 0
    }

    /// Goes on after a token that ends at `end`.
    const fn take(&mut self, end: usize) {
        self.at = end;
        self.token_end = end;
        self.fresh = false;
    }

    /// The next token from `at` on, without going there.
    fn look(&self, at: usize) -> usize {
        let next = lexer::skip_trivia(self.text, at, self.blocks);
        // The call itself costs about as much as some bytes.
        self.spend(next - at + 16);
        next
    }

    fn line_between(&self, from: usize, to: usize) -> bool {
        self.bytes[from..to].contains(&b'\n')
    }

    /// Whether nothing stands on the line from `at` on.
    fn line_ends(&self, at: usize) -> bool {
        self.text[at..].trim_start_matches([' ', '\t']).starts_with(['\n', '\r'])
            || at == self.bytes.len()
    }

    fn punctuation(&self) -> Option<(u8, usize)> {
        lexer::punctuation(self.bytes, self.at)
    }

    fn ended(&self) -> bool {
        self.at == self.bytes.len() || self.bytes[self.at..].starts_with(b"```")
    }

    /// Reports the structural character at the current place if it is a full-width one, and goes past it.
    fn structural(&mut self, plain: u8, len: usize) -> Span {
        let span = self.here(len);
        if len > 1 {
            let text = match plain {
                b'{' => "{",
                b'}' => "}",
                b'[' => "[",
                b']' => "]",
                b':' => ":",
                _ => ",",
            };
            self.report(Fault::FullWidth, span, None, vec![Edit::replace(span, text)]);
        }
        self.take(self.at + len);
        span
    }

    /// How many faults the brackets from `from` on would be if the innermost `closed` containers were closed and one that ends
    /// with `opened` were open.
    fn cost(&self, closed: usize, opened: Option<u8>, from: usize) -> usize {
        if self.budget.get() == 0 {
            return 0;
        }
        let open = &self.stack[..self.stack.len() - closed];
        let (cost, work) =
            self.brackets.cost(open.iter().map(Level::closing).chain(opened).collect(), from);
        self.spend(work + self.stack.len());
        cost
    }

    fn role(&self) -> Role {
        match self.stack.last() {
            None => Role::Root,
            Some(level) if level.object => Role::Member,
            Some(_) => Role::Item,
        }
    }

    fn leaf(&mut self, kind: Kind, span: Span, odd: bool) -> u32 {
        let id = offset(self.read.nodes.len());
        let (parent, place) = match self.stack.last_mut() {
            Some(level) => {
                level.count += 1;
                (level.node, level.count - 1)
            }
            None => (0, 0),
        };
        let (key, key_odd) = self.key.take().unwrap_or((Span::at(place), false));
        let plain = !key.is_empty() && !key_odd;
        let mark = if plain { mark(inner(key).of(self.text)) } else { 0 };
        self.read.nodes.push(Node { kind, key_odd, odd, mark, span, key, parent, next: id + 1 });
        self.value_end = span.end as usize;
        id
    }

    /// Opens a container at the current place, whose bracket takes `len` bytes; 0 if the bracket is missing.
    fn open(&mut self, object: bool, len: usize) {
        let kind = if object { Kind::Object } else { Kind::Array };
        let start = self.at;
        let node = self.leaf(kind, Span::at(offset(start)), false);
        let (mut open, mut wrap) = (None, None);
        if len == 0 {
            let fix = vec![Edit::insert(offset(start), if object { "{" } else { "[" })];
            wrap = Some(self.read.errors.len());
            self.report(Fault::MissingBraces, Span::at(offset(start)), None, fix);
        } else {
            open = Some(self.structural(if object { b'{' } else { b'[' }, len));
        }
        self.value_end = self.at;
        self.token_end = self.at;
        let indent = self.bytes[self.line.min(start)..start]
            .iter()
            .take_while(|byte| byte.is_ascii_whitespace())
            .count();
        let broken = len > 0 && {
            let blanks = self.bytes[self.at..]
                .iter()
                .take_while(|byte| matches!(byte, b' ' | b'\t'))
                .count();
            matches!(self.bytes.get(self.at + blanks), None | Some(b'\n' | b'\r' | b'/' | b'#'))
        };
        self.stack.push(Level {
            node,
            object,
            open,
            wrap,
            indent,
            line: self.line,
            broken,
            children: None,
            count: 0,
        });
    }

    /// Closes the innermost container, which reaches to `end`.
    fn close(&mut self, end: usize) -> State {
        if let Some(level) = self.stack.pop() {
            let next = offset(self.read.nodes.len());
            let node = &mut self.read.nodes[level.node as usize];
            node.span.end = offset(end);
            node.next = next;
            if level.object && !names::distinct(&self.read.nodes, level.node) {
                for error in names::repeated(self.text, &self.read.nodes, level.node) {
                    self.report(error.fault, error.span, error.related, error.fix);
                }
            }
            self.value_end = end;
        }
        State::After
    }

    /// Closes the innermost container at `end`, where its closing bracket is missing.
    fn close_missing(&mut self, end: usize) {
        let Some(level) = self.stack.last() else { return };
        let place = Span::at(offset(end));
        let bracket = if level.object { "}" } else { "]" };
        let text = if level.broken && level.line != self.line {
            let indent = &self.text[level.line..level.line + level.indent];
            format!("{}{indent}{bracket}", self.newline)
        } else {
            bracket.to_owned()
        };
        let (open, wrap) = (level.open, level.wrap);
        match wrap {
            Some(error) => {
                if let Some(error) = self.read.errors.get_mut(error) {
                    error.fix.push(Edit::insert(offset(end), text));
                }
            }
            None => {
                self.report(Fault::Unclosed, place, open, vec![Edit::insert(offset(end), text)]);
            }
        }
        self.close(end);
    }
}

/// How far a name or placeholder may reach to be seen as one.
const NAME: usize = 512;
