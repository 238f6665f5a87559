//! The browser's edge: what can fail there fails here, quietly.

use std::time::Duration;

use leptos::prelude::{document, request_animation_frame, set_timeout, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::Array;
use web_sys::{
    Blob, Element, HtmlElement, HtmlTextAreaElement, MediaQueryList, ScrollBehavior,
    ScrollIntoViewOptions, ScrollLogicalPosition, Url,
};

/// What was kept under `key`; nothing where storage is forbidden.
pub(crate) fn kept(key: &str) -> Option<String> {
    window().local_storage().ok().flatten()?.get_item(key).ok().flatten()
}

/// Keeps `value` under `key`, or forgets it, if the browser lets us.
pub(crate) fn keep(key: &str, value: Option<&str>) {
    let Ok(Some(storage)) = window().local_storage() else { return };
    let _ = match value {
        Some(value) => storage.set_item(key, value),
        None => storage.remove_item(key),
    };
}

/// Runs `work` and lets the User Timing API know how long it took, for the measurements and the browser's own tools.
pub(crate) fn timed<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let Some(clock) = window().performance() else { return work() };
    let _ = clock.mark(name);
    let out = work();
    let _ = clock.measure_with_start_mark(name, name);
    // Observers have been told; kept entries would pile up over a session.
    clock.clear_marks_with_mark_name(name);
    clock.clear_measures_with_measure_name(name);
    out
}

/// The language the reader's browser asks for.
pub(crate) fn language() -> String {
    window().navigator().language().unwrap_or_default()
}

/// A media query, watched for as long as the page lives.
pub(crate) fn watch_media(query: &str, told: impl Fn(bool) + 'static) -> bool {
    let Ok(Some(list)) = window().match_media(query) else { return true };
    let now = list.matches();
    let watched: MediaQueryList = list.clone();
    let listener = Closure::<dyn Fn()>::new(move || told(watched.matches()));
    let _ = list.add_event_listener_with_callback("change", listener.as_ref().unchecked_ref());
    listener.forget();
    now
}

/// Puts text on the clipboard and tells whether that went well.
pub(crate) fn copy(text: &str, done: impl Fn(bool) + 'static) {
    let clipboard = window().navigator().clipboard();
    if clipboard.is_undefined() {
        return done(false);
    }
    let done = std::rc::Rc::new(done);
    let fine = done.clone();
    let kept = Closure::<dyn FnMut(JsValue)>::once(move |_| fine(true));
    let refused = Closure::<dyn FnMut(JsValue)>::once(move |_| done(false));
    let _ = clipboard.write_text(text).then2(&kept, &refused);
    kept.forget();
    refused.forget();
}

/// Has the browser save a text as a file.
pub(crate) fn download(name: &str, text: &str) -> Option<()> {
    let blob = Blob::new_with_str_sequence(&Array::of1(&text.into())).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let anchor = document().create_element("a").ok()?;
    let _ = anchor.set_attribute("href", &url);
    let _ = anchor.set_attribute("download", name);
    anchor.unchecked_into::<HtmlElement>().click();
    // The download has begun once this task is over.
    later(0, move || {
        let _ = Url::revoke_object_url(&url);
    });
    Some(())
}

/// Selects everything an element shows.
pub(crate) fn select_all(id: &str) {
    let Some(element) = document().get_element_by_id(id) else { return };
    if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        let _ = area.focus();
        area.select();
    } else if let Ok(Some(selection)) = window().get_selection() {
        let _ = selection.select_all_children(&element);
    }
}

/// The element of that id, if it is there.
pub(crate) fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus to an element, once what is being changed has been painted.
pub(crate) fn focus_soon(id: impl Into<String>) {
    let id = id.into();
    request_animation_frame(move || {
        if let Some(element) = element(&id) {
            show(&element);
            let _ = element.focus();
        }
    });
}

/// Brings an element into view without moving more than needed.
pub(crate) fn show(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_behavior(ScrollBehavior::Auto);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// A length that the style sheet gives an element, in whole pixels.
pub(crate) fn pixels(element: &Element, property: &str) -> Option<i32> {
    let style = window().get_computed_style(element).ok()??;
    style.get_property_value(property).ok()?.split(['.', 'p']).next()?.parse().ok()
}

/// Reads a file as text.
pub(crate) fn read(file: &web_sys::File, done: impl Fn(String) + 'static) {
    let come = Closure::<dyn FnMut(JsValue)>::once(move |text: JsValue| {
        done(text.as_string().unwrap_or_default());
    });
    let _ = file.text().then(&come);
    come.forget();
}

/// Runs something after `milliseconds`.
pub(crate) fn later(milliseconds: u64, run: impl FnOnce() + 'static) {
    set_timeout(run, Duration::from_millis(milliseconds));
}
