//! Places of one text counted in bytes and in UTF-16 code units, and the smallest edit between two texts.

use clusterwright::text::{Edit, Span, apply, difference, same, utf8_offset, utf16_offset, word};
use proptest::prelude::*;

/// Long enough for several blocks, with characters of every width at and across their borders.
fn long() -> String {
    let mut text = "x".repeat(1023);
    text.push_str("é集𝒳");
    text.push_str(&"y".repeat(2043));
    text.push('𝒳');
    text.push_str(&"é".repeat(600));
    text
}

#[test]
fn every_place_of_a_long_text_is_counted_as_its_characters_are() {
    let text = long();
    let (mut bytes, mut units) = (0, 0);
    for char in text.chars() {
        assert_eq!(utf16_offset(&text, bytes), units, "at byte {bytes}");
        assert_eq!(utf8_offset(&text, units), bytes, "at unit {units}");
        bytes += u32::try_from(char.len_utf8()).expect("at most 4");
        units += u32::try_from(char.len_utf16()).expect("at most 2");
    }
    assert_eq!(utf16_offset(&text, bytes), units);
    assert_eq!(utf8_offset(&text, units), bytes);
    assert_eq!(utf8_offset(&text, units + 5), bytes, "past the end it is the end");
}

#[test]
fn a_difference_is_as_small_as_it_can_be_and_never_cuts_a_character() {
    assert_eq!(difference("same", "same"), None);
    assert_eq!(difference("abc", "axc"), Some(Edit::replace(Span::new(1, 2), "x")));
    assert_eq!(difference("aa", "aaa"), Some(Edit::insert(2, "a")));
    assert_eq!(difference("", "new"), Some(Edit::insert(0, "new")));
    assert_eq!(difference("old", ""), Some(Edit::delete(Span::new(0, 3))));
    // These share their first byte, and those their last.
    assert_eq!(difference("é", "è"), Some(Edit::replace(Span::new(0, 2), "è")));
    assert_eq!(difference("á", "š"), Some(Edit::replace(Span::new(0, 2), "š")));
}

proptest! {
    #[test]
    fn a_difference_makes_the_new_text_of_the_old(old in "[ab集𝒳é]{0,12}", new in "[ab集𝒳é]{0,12}") {
        let edits: Vec<Edit> = difference(&old, &new).into_iter().collect();
        prop_assert_eq!(apply(&old, &edits), new);
    }

    #[test]
    fn same_texts_are_equal_texts(left in "[ab]{0,20}", right in "[ab]{0,20}", at in 0_usize..20) {
        prop_assert_eq!(same(left.as_bytes(), right.as_bytes()), left == right);
        // The same but for one byte, wherever it is.
        let mut other = left.clone().into_bytes();
        prop_assert!(same(left.as_bytes(), &other));
        if let Some(byte) = other.get_mut(at) {
            *byte = b'c';
            prop_assert!(!same(left.as_bytes(), &other));
        }
    }

    #[test]
    fn a_word_has_its_bytes_in_order(bytes in prop::collection::vec(any::<u8>(), 0..=8)) {
        let mut all = [0; 8];
        all[..bytes.len()].copy_from_slice(&bytes);
        prop_assert_eq!(word(&bytes), u64::from_le_bytes(all));
    }
}
