//! The element `<body-editor>` as the page uses it; `main.js` says what its parts do.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;
use web_sys::js_sys::Array;

/// What the editor asks, and from where to where, and with what.
pub(crate) type Ask = Closure<dyn Fn(String, f64, f64, JsValue) -> JsValue>;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = HtmlElement)]
    #[derive(Clone)]
    pub(crate) type BodyEditor;

    #[wasm_bindgen(method)]
    pub(crate) fn start(this: &BodyEditor, text: &str, ask: &Ask);
    #[wasm_bindgen(method)]
    pub(crate) fn say(this: &BodyEditor, label: &str, keys: &str, empty: &str, locale: &str);
    #[wasm_bindgen(method)]
    pub(crate) fn change(this: &BodyEditor, changes: &Array, kind: &str);
    #[wasm_bindgen(method)]
    pub(crate) fn checked(this: &BodyEditor);
    #[wasm_bindgen(method)]
    pub(crate) fn show(this: &BodyEditor, from: u32, to: u32, explained: bool);
    #[wasm_bindgen(method)]
    pub(crate) fn undo(this: &BodyEditor);
    #[wasm_bindgen(method)]
    pub(crate) fn redo(this: &BodyEditor);
    #[wasm_bindgen(method)]
    pub(crate) fn select(this: &BodyEditor);
    #[wasm_bindgen(method, getter = selectionStart)]
    pub(crate) fn selection_start(this: &BodyEditor) -> u32;
    #[wasm_bindgen(method, js_name = setSelectionRange)]
    pub(crate) fn set_selection_range(this: &BodyEditor, from: u32, to: u32);
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_line(this: &BodyEditor, line: i32);
}
