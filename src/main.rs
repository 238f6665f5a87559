//! The page: mounts the app, nothing else.

mod app;

use leptos::mount::mount_to;
use leptos::prelude::document;
use wasm_bindgen::JsCast;

fn main() {
    let place =
        document().get_element_by_id(app::APP).expect("index.html has an element for the app");
    place.set_text_content(None);
    let root = place.clone();
    mount_to(place.unchecked_into(), move || {
        root.append_child(&app::app()).expect("an element takes children");
    })
    .forget();
}
