//! What the reader has opened in the form, and which part of long lists is looked at.

use super::HANDFUL;

/// What has rows. Pointers are those of the body at the moment: whoever moves items tells it with [`Wish::moved`].
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Wish {
    /// Lists whose cards were all opened or closed.
    lists: Vec<(String, bool)>,
    /// Cards that were opened or closed.
    cards: Vec<(String, bool)>,
    /// Cards that show the rows that stay folded away otherwise.
    unfolded: Vec<String>,
    /// The items that are looked at, in long lists.
    near: Vec<(String, usize)>,
    /// Members that have a row whatever is looked at.
    kept: Vec<String>,
}

impl Wish {
    /// Whether a card of a list of `count` items is open.
    pub fn is_open(&self, list: &str, card: &str, count: usize) -> bool {
        said(&self.cards, card).or_else(|| said(&self.lists, list)).unwrap_or(count <= HANDFUL)
    }

    /// Opens or closes a card.
    pub fn turn(&mut self, card: &str, open: bool) {
        self.cards.retain(|(own, _)| own != card);
        self.cards.push((card.to_owned(), open));
    }

    /// Whether a card shows the rows that stay folded away otherwise.
    pub fn is_unfolded(&self, card: &str) -> bool {
        self.unfolded.iter().any(|own| own == card)
    }

    /// Has a card show the rows that stay folded away otherwise, or fold them away.
    pub fn unfold(&mut self, card: &str, all: bool) {
        self.unfolded.retain(|own| own != card);
        if all {
            self.unfolded.push(card.to_owned());
        }
    }

    /// Opens or closes every card of a list.
    pub fn turn_all(&mut self, list: &str, open: bool) {
        self.cards.retain(|(card, _)| item_of(list, card).is_none_or(|(_, rest)| !rest.is_empty()));
        self.lists.retain(|(own, _)| own != list);
        self.lists.push((list.to_owned(), open));
    }

    /// The item of a list that is looked at.
    pub fn near(&self, list: &str) -> usize {
        said(&self.near, list).unwrap_or(0)
    }

    /// Has this member, and no other, have a row whatever is looked at.
    pub fn keep_only(&mut self, pointer: Option<String>) {
        self.kept.clear();
        self.kept.extend(pointer);
    }

    /// The items of a list that have a row whatever is looked at.
    pub fn kept<'a>(&'a self, list: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.kept.iter().filter_map(move |kept| item_of(list, kept)).map(|(item, _)| item)
    }

    /// Looks at a place: the lists around it have rows near it.
    pub fn look_at(&mut self, pointer: &str) {
        for (list, item, _) in items_around(pointer) {
            self.near.retain(|(own, _)| own != list);
            if item > 0 {
                self.near.push((list.to_owned(), item));
            }
        }
    }

    /// Looks at a member, and opens the cards around it.
    pub fn reveal(&mut self, pointer: &str) {
        self.look_at(pointer);
        for (_, _, card) in items_around(pointer).filter(|(.., card)| card.len() < pointer.len()) {
            self.turn(card, true);
        }
    }

    /// Follows the items of a list to their new places; `place` tells an item's, or that it is gone.
    pub fn moved(&mut self, list: &str, place: &dyn Fn(usize) -> Option<usize>) {
        let follow = |pointer: &str| match item_of(list, pointer) {
            Some((item, rest)) => place(item).map(|item| format!("{list}/{item}{rest}")),
            None => Some(pointer.to_owned()),
        };
        let all = |pairs: &mut Vec<(String, bool)>| {
            *pairs = pairs.iter().filter_map(|(own, open)| Some((follow(own)?, *open))).collect();
        };
        all(&mut self.cards);
        all(&mut self.lists);
        self.near =
            self.near.iter().filter_map(|(own, item)| Some((follow(own)?, *item))).collect();
        for pointers in [&mut self.unfolded, &mut self.kept] {
            *pointers = pointers.iter().filter_map(|own| follow(own)).collect();
        }
    }
}

fn said<T: Copy>(pairs: &[(String, T)], pointer: &str) -> Option<T> {
    pairs.iter().find(|(own, _)| own == pointer).map(|(_, said)| *said)
}

/// The lists that a pointer leads through, with the item, and the item's pointer.
fn items_around(pointer: &str) -> impl Iterator<Item = (&str, usize, &str)> {
    let ends =
        (1..=pointer.len()).filter(|&at| at == pointer.len() || pointer.as_bytes()[at] == b'/');
    ends.filter_map(|end| {
        let card = &pointer[..end];
        let (list, item) = card.rsplit_once('/')?;
        Some((list, item.parse().ok()?, card))
    })
}

/// The item of `list` that a pointer is or lies in, and the rest of the pointer.
pub(super) fn item_of<'a>(list: &str, pointer: &'a str) -> Option<(usize, &'a str)> {
    let rest = pointer.strip_prefix(list)?.strip_prefix('/')?;
    let end = rest.find('/').unwrap_or(rest.len());
    Some((rest[..end].parse().ok()?, &rest[end..]))
}
