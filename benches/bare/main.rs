//! The smallest Leptos page that takes input: what the page's start is measured against (benches/start.mjs).
//! A binary and no example, because examples are built with what only the tests need.

use leptos::prelude::*;

fn main() {
    mount_to_body(|| view! { <textarea aria-label="Request body"></textarea> });
}
