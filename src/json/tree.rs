//! The arena of values. Nodes stand in the order of the text (a parent before its children), so a subtree is a run of nodes.

use std::borrow::Cow;

use super::{SyntaxError, lexer, mark, parser, pointer};
use crate::text::{Span, same};

/// What a value is. Faulty spellings count as what they stand for: `True` is a boolean, `'x'` a string.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Kind {
    /// Nothing stands where a value should (`"a": ,`, an empty text).
    Missing,
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, in the text's own spelling.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

/// The index of a node in its document's arena. The root is [`NodeId::ROOT`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct NodeId(pub u32);

impl NodeId {
    /// The document's own value.
    pub const ROOT: Self = Self(0);

    /// As an index.
    #[inline(always)]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// One value. Children of a node follow it directly; the next sibling is at [`Node::next`].
#[derive(Clone, Copy, Debug)]
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// Whether the key's bytes are not simply its text between two `"` (escapes, other quotes, no quotes).
    pub(super) key_odd: bool,
    /// Whether the string's bytes are not simply its text between two `"`.
    pub(super) odd: bool,
    /// What [`mark`] makes of the member's name, so that it can be looked up without being read; only where the key is not odd.
    pub(super) mark: u32,
    /// The value with its brackets or quotes.
    pub span: Span,
    /// The member's key with its quotes. Empty for array items, where `start` is the item's place in its array, and for the root.
    pub key: Span,
    /// The index of the parent; the root's is its own.
    pub parent: u32,
    /// The index of the first node after this one's subtree.
    pub next: u32,
}

/// What is between the quotes of a plain string or key.
#[inline(always)]
pub(super) const fn inner(span: Span) -> Span {
    Span::new(span.start + 1, span.end - 1)
}

/// A parsed text. Owns the text; every span is a place in it.
#[derive(Clone, Debug)]
pub struct Document {
    pub(super) text: String,
    pub(super) nodes: Vec<Node>,
    pub(super) errors: Vec<SyntaxError>,
}

impl Document {
    /// Parses any text; never fails. See [`Document::errors`].
    pub fn parse(text: impl Into<String>) -> Self {
        parser::parse(text.into())
    }

    /// The text as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text, and nothing else of the document.
    pub fn into_text(self) -> String {
        self.text
    }

    /// The faults of the text as JSON, in the order of their places.
    pub fn errors(&self) -> &[SyntaxError] {
        &self.errors
    }

    /// How many values there are (at least the root).
    #[expect(clippy::len_without_is_empty, reason = "a document always has its root")]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The node itself.
    #[inline(always)]
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.index()]
    }

    /// What the value is.
    #[inline(always)]
    pub fn kind(&self, id: NodeId) -> Kind {
        self.node(id).kind
    }

    /// The place of the value, with its brackets or quotes.
    #[inline(always)]
    pub fn span(&self, id: NodeId) -> Span {
        self.node(id).span
    }

    /// The place of the member's key with its quotes; `None` for array items and the root.
    pub fn key_span(&self, id: NodeId) -> Option<Span> {
        let key = self.node(id).key;
        (!key.is_empty()).then_some(key)
    }

    /// The value as it is spelled.
    pub fn raw(&self, id: NodeId) -> &str {
        self.span(id).of(&self.text)
    }

    /// The member's name with escapes resolved; `None` for array items and the root.
    pub fn name(&self, id: NodeId) -> Option<Cow<'_, str>> {
        let node = self.node(id);
        let key = self.key_span(id)?;
        Some(self.decoded(key, node.key_odd))
    }

    /// What [`mark`] makes of a member's name; that of the empty name for array items and the root.
    #[inline(always)]
    pub(crate) fn mark(&self, member: &Node) -> u32 {
        if member.key_odd { mark(&lexer::decode(member.key.of(&self.text))) } else { member.mark }
    }

    /// Whether a member's name, with escapes resolved, is this.
    #[inline(always)]
    pub(crate) fn is_called(&self, member: &Node, name: &str) -> bool {
        if member.key_odd {
            return self.decodes(member.key, name);
        }
        !member.key.is_empty() && same(inner(member.key).bytes(&self.text), name.as_bytes())
    }

    #[cold]
    fn decodes(&self, key: Span, name: &str) -> bool {
        lexer::decode(key.of(&self.text)) == name
    }

    /// The string with escapes resolved; `None` if the value is no string.
    pub fn string(&self, id: NodeId) -> Option<Cow<'_, str>> {
        let node = self.node(id);
        if node.kind != Kind::String {
            return None;
        }
        Some(self.decoded(node.span, node.odd))
    }

    /// The bytes of a string that are simply its text: no escapes, no quotes but `"`.
    #[inline(always)]
    pub(crate) fn plain(&self, id: NodeId) -> Option<&[u8]> {
        let node = self.node(id);
        if node.odd || !matches!(node.kind, Kind::String) {
            return None;
        }
        Some(inner(node.span).bytes(&self.text))
    }

    /// What a string or key, with its quotes, stands for.
    #[inline(always)]
    fn decoded(&self, span: Span, odd: bool) -> Cow<'_, str> {
        if odd {
            lexer::decode(span.of(&self.text))
        } else {
            Cow::Borrowed(inner(span).of(&self.text))
        }
    }

    /// The string with escapes resolved, and where each of its bytes is spelled, with the place behind the last; `None` if the
    /// value is no string.
    pub fn spelled(&self, id: NodeId) -> Option<(Cow<'_, str>, Vec<u32>)> {
        Some((self.string(id)?, lexer::places(self.raw(id), self.span(id).start)))
    }

    /// The structural character (`{ } [ ] : ,`, also full-width) that comes next from `offset` on, behind white space and
    /// comments, and its place.
    pub fn mark_behind(&self, offset: u32) -> Option<(u8, Span)> {
        // Where the last block comment ends is not looked up: that would be a pass over the whole text.
        let at = lexer::skip_trivia(&self.text, offset as usize, self.text.len());
        let (mark, len) = lexer::punctuation(self.text.as_bytes(), at)?;
        Some((mark, Span::new(lexer::offset(at), lexer::offset(at + len))))
    }

    /// The number as JSON spells it, whatever its own spelling; `None` if the value is no number or has no such spelling.
    pub fn number(&self, id: NodeId) -> Option<Cow<'_, str>> {
        if self.kind(id) == Kind::Number { lexer::plain_number(self.raw(id)) } else { None }
    }

    /// The containing value; `None` for the root.
    #[inline(always)]
    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        (id != NodeId::ROOT).then(|| NodeId(self.node(id).parent))
    }

    /// Members or items in the order of the text; nothing for other values.
    #[inline(always)]
    pub fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        Children { nodes: &self.nodes, at: id.0 + 1, end: self.node(id).next }
    }

    /// The object's member of that exact name; of several the last, as most parsers take it.
    pub fn member(&self, id: NodeId, name: &str) -> Option<NodeId> {
        if self.kind(id) != Kind::Object {
            return None;
        }
        self.children(id).filter(|&child| self.is_called(self.node(child), name)).last()
    }

    /// The array's item at `index`, from 0.
    pub fn item(&self, id: NodeId, index: usize) -> Option<NodeId> {
        if self.kind(id) != Kind::Array {
            return None;
        }
        self.children(id).nth(index)
    }

    /// The place of an item in its array, from 0; `None` if the parent is no array.
    pub fn position(&self, id: NodeId) -> Option<usize> {
        self.parent(id).filter(|&parent| self.kind(parent) == Kind::Array)?;
        Some(self.node(id).key.start as usize)
    }

    /// The JSON pointer (RFC 6901) of a node; empty for the root.
    pub fn pointer(&self, id: NodeId) -> String {
        let mut segments = Vec::new();
        let mut at = id;
        while let Some(parent) = self.parent(at) {
            segments.push(match self.name(at) {
                Some(name) => pointer::escape(&name).into_owned(),
                None => self.position(at).unwrap_or_default().to_string(),
            });
            at = parent;
        }
        segments.iter().rev().fold(String::new(), |path, segment| path + "/" + segment)
    }

    /// The node a JSON pointer names, if it is there.
    pub fn find(&self, pointer: &str) -> Option<NodeId> {
        let mut at = NodeId::ROOT;
        if pointer.is_empty() {
            return Some(at);
        }
        for segment in pointer.strip_prefix('/')?.split('/') {
            let segment = pointer::unescape(segment);
            at = match self.kind(at) {
                Kind::Object => self.member(at, &segment)?,
                Kind::Array => self.item(at, segment.parse().ok()?)?,
                _ => return None,
            };
        }
        Some(at)
    }

    /// The innermost value whose place, or whose key's place, touches `offset`; the root if none does.
    pub fn at(&self, offset: u32) -> NodeId {
        let mut at = NodeId::ROOT;
        while let Some(child) = self.child_at(at, offset) {
            at = child;
        }
        at
    }

    /// The first child whose place touches `offset`. Nodes stand in the order of the text, so it is looked for by halving.
    fn child_at(&self, parent: NodeId, offset: u32) -> Option<NodeId> {
        let start =
            |node: &Node| if node.key.is_empty() { node.span.start } else { node.key.start };
        let first = parent.0 + 1;
        let below = &self.nodes[first as usize..self.node(parent).next as usize];
        let touches =
            |id: NodeId| Span::new(start(self.node(id)), self.node(id).span.end).touches(offset);
        let mut found = None;
        let mut end =
            first + u32::try_from(below.partition_point(|node| start(node) <= offset)).unwrap_or(0);
        // From the last child that starts there or before, back over those that touch it too.
        while end > first {
            let mut child = NodeId(end - 1);
            while self.node(child).parent != parent.0 {
                child = NodeId(self.node(child).parent);
            }
            if !touches(child) {
                break;
            }
            found = Some(child);
            end = child.0;
        }
        found
    }
}

/// See [`Document::children`].
struct Children<'a> {
    nodes: &'a [Node],
    at: u32,
    end: u32,
}

impl Iterator for Children<'_> {
    type Item = NodeId;

    #[inline(always)]
    fn next(&mut self) -> Option<NodeId> {
        let child = self.at;
        if child >= self.end {
            return None;
        }
        self.at = self.nodes[child as usize].next;
        Some(NodeId(child))
    }
}
