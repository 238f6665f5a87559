//! Which part of a long form is in the document follows the scrolling: where room without rows comes into view, rows come.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::{StoredValue, document, request_animation_frame, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement};

use super::Rows;
use crate::app::ids;

/// So many pixels beyond the window have rows.
const MARGIN: f64 = 400.0;

/// The attribute that names a row's pointer.
pub(crate) const POINTER: &str = "data-pointer";
/// The attributes that name a space's group, and the place of it there.
pub(crate) const GROUP: &str = "data-group";
pub(crate) const PLACE: &str = "data-place";

/// A listener that goes with its owner.
struct Watch(Closure<dyn FnMut()>);

const EVENTS: [&str; 2] = ["scroll", "resize"];

impl Drop for Watch {
    fn drop(&mut self) {
        for event in EVENTS {
            let listener = self.0.as_ref().unchecked_ref();
            let _ = window().remove_event_listener_with_callback_and_bool(event, listener, true);
        }
    }
}

/// Has the rows follow the scrolling, as long as the form lives.
pub(crate) fn watch(rows: Rows) {
    let waiting = Rc::new(Cell::new(false));
    let watch = Watch(Closure::new(move || {
        if !waiting.replace(true) {
            let waiting = waiting.clone();
            request_animation_frame(move || {
                waiting.set(false);
                look(rows);
            });
        }
    }));
    // What scrolls is the window or a pane in it: scrolling does not bubble, but it can be caught on the way down.
    for event in EVENTS {
        let listener = watch.0.as_ref().unchecked_ref();
        let _ = window().add_event_listener_with_callback_and_bool(event, listener, true);
    }
    StoredValue::new_local(watch);
}

/// Every element of the form that a selector names.
fn all(selector: &str) -> Vec<Element> {
    let Ok(list) = document().query_selector_all(&["#", ids::FORM, " ", selector].concat()) else {
        return Vec::new();
    };
    (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok()).collect()
}

/// The pointer of the row that has the focus.
pub(crate) fn focused() -> Option<String> {
    let active = document().active_element()?;
    active.closest(&["[", POINTER, "]"].concat()).ok()??.get_attribute(POINTER)
}

/// The heights of the rows that are in the document.
pub(crate) fn heights() -> Vec<(String, i32)> {
    let rows = all(".row").into_iter();
    rows.filter_map(|row| {
        let pointer = row.get_attribute(POINTER)?;
        Some((pointer, row.unchecked_into::<HtmlElement>().offset_height()))
    })
    .collect()
}

/// How high a closed card is, in the mean of those in the document.
pub(crate) fn card_height() -> Option<i32> {
    let cards = all(".card:has([aria-expanded=\"false\"].card-line)");
    let high = |card: &Element| card.unchecked_ref::<HtmlElement>().offset_height();
    let sum: i32 = cards.iter().map(high).sum();
    sum.checked_div(i32::try_from(cards.len()).ok()?)
}

/// Brings rows where room without rows is in sight, or nearly.
fn look(rows: Rows) {
    let spaces = all(".space");
    if spaces.is_empty() {
        return;
    }
    let Some(pane) = document().query_selector(".form-pane").ok().flatten() else { return };
    let pane = pane.get_bounding_client_rect();
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0);
    let (top, bottom) = (pane.top().max(0.0), pane.bottom().min(height));
    let first = all(".row").into_iter().find_map(|row| {
        let own = row.get_bounding_client_rect();
        (own.bottom() > top).then(|| (own.top(), row))
    });
    let mut near = None;
    for space in spaces {
        let own = space.get_bounding_client_rect();
        let attribute = |name: &str| space.get_attribute(name).unwrap_or_default();
        let (group, place) = (attribute(GROUP), attribute(PLACE).parse().unwrap_or(0));
        // What comes first in the window: room, or a row.
        let room = own.bottom() > top && own.top() < bottom;
        if room && first.as_ref().is_none_or(|(row, _)| own.top() < *row) {
            return rows.look_into(&group, place, whole((top - own.top()).max(0.0)));
        }
        if own.bottom() > top - MARGIN && own.top() < bottom + MARGIN {
            let edge = if own.top() < top { whole(own.height()) - 1 } else { 0 };
            near = Some((group, place, edge));
        }
    }
    let pointer = first.and_then(|(_, row)| row.get_attribute(POINTER));
    if let (Some((group, place, edge)), Some(pointer)) = (near, pointer) {
        rows.look_beside(pointer, &group, place, edge);
    }
}

/// Whole pixels.
#[expect(clippy::cast_possible_truncation, reason = "no page is that high")]
fn whole(pixels: f64) -> i32 {
    pixels as i32
}
