//! The page: mounts the app, nothing else.

mod app;

use leptos::mount::mount_to;
use leptos::prelude::document;
use wasm_bindgen::JsCast;

fn main() {
    app::when_at_rest(Box::new(|| {
        let place =
            document().get_element_by_id(app::APP).expect("index.html has an element for the app");
        let root = place.clone();
        mount_to(place.unchecked_into(), move || app::app(&root)).forget();
    }));
}
