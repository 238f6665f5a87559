//! The browser's edge: what can fail there fails here, quietly.

use std::time::Duration;

use leptos::prelude::{document, request_animation_frame, set_timeout, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::*;
use web_sys::js_sys::{Array, Object, Reflect};
use web_sys::{
    Blob, BlobPropertyBag, Element, HtmlElement, MediaQueryList, ScrollBehavior,
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

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance)]
    fn measure(name: &str, options: &Object);
}

/// Milliseconds since the page began.
pub(crate) fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

/// Lets the User Timing API know how long something took, for the measurements and the browser's own tools.
pub(crate) fn report(name: &str, milliseconds: f64) {
    let Some(clock) = window().performance() else { return };
    let options = Object::new();
    let _ = Reflect::set(&options, &"start".into(), &(clock.now() - milliseconds).into());
    let _ = Reflect::set(&options, &"duration".into(), &milliseconds.into());
    measure(name, &options);
    // Observers have been told; kept entries would pile up over a session.
    clock.clear_measures_with_measure_name(name);
}

/// The language the reader's browser asks for.
pub(crate) fn language() -> String {
    window().navigator().language().unwrap_or_default()
}

/// Whether the reader's keyboard is a Mac's.
pub(crate) fn is_mac() -> bool {
    window().navigator().user_agent().is_ok_and(|agent| agent.contains("Mac OS"))
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

/// The element of that id, if it is there.
pub(crate) fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus to an element, once what is being changed has been painted. What is not there yet is waited for a little.
pub(crate) fn focus_soon(id: impl Into<String>) {
    focus_within(id.into(), 20);
}

fn focus_within(id: String, frames: usize) {
    request_animation_frame(move || {
        if let Some(element) = element(&id) {
            show(&element);
            let _ = element.focus();
        } else if frames > 0 {
            focus_within(id, frames - 1);
        }
    });
}

/// The element that has the focus.
pub(crate) fn active() -> Option<Element> {
    document().active_element()
}

/// Random bytes from the browser's own source.
pub(crate) fn random() -> Option<[u8; 1024]> {
    let mut bytes = [0; 1024];
    window().crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
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

/// Lets the reader save a text as a file; nothing where the browser does not.
pub(crate) fn download(name: &str, kind: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link = document().create_element("a").ok()?;
    let _ = link.set_attribute("href", &address);
    let _ = link.set_attribute("download", name);
    link.unchecked_into::<HtmlElement>().click();
    // The download has begun by then.
    later(60_000, move || {
        let _ = Url::revoke_object_url(&address);
    });
    Some(())
}

/// Runs something just before the next picture is painted; as a task, where none is painted because nobody looks.
pub(crate) fn before_paint(run: impl FnOnce() + 'static) {
    if document().hidden() {
        return later(0, run);
    }
    request_animation_frame(run);
}

/// Runs something when the next picture has been painted; at once, as a task, where none is painted because nobody looks.
pub(crate) fn after_paint(run: impl FnOnce() + 'static) {
    before_paint(move || later(0, run));
}

/// Runs something after `milliseconds`.
pub(crate) fn later(milliseconds: u64, run: impl FnOnce() + 'static) {
    set_timeout(run, Duration::from_millis(milliseconds));
}
