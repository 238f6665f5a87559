//! The browser's own deflate.

use clusterwright::json::SIZE_CAP;
use clusterwright::share::Clean;
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::futures::JsFuture;
use web_sys::js_sys::{Array, Function, Reflect, Uint8Array};
use web_sys::{Blob, ReadableStreamDefaultReader, ReadableWritablePair};

/// Why there is no text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Failure {
    /// The browser cannot do it.
    Unknown,
    /// The bytes are not what they should be.
    Damaged,
    /// The text is larger than a body may be.
    TooLarge,
}

/// The bytes of a text for a link; nothing where the browser cannot make them.
pub(super) async fn deflate(text: &Clean) -> Option<Vec<u8>> {
    run("CompressionStream", "deflate-raw", text.text().as_bytes()).await.ok()
}

/// The text of a link's bytes, whether raw or wrapped as zlib does.
pub(super) async fn inflate(bytes: &[u8]) -> Result<String, Failure> {
    // A wrapped stream says so in its first two bytes; raw ones can look like that, if hardly ever.
    let wrapped = matches!(bytes, [first, second, ..]
        if first & 15 == 8 && (u32::from(*first) << 8 | u32::from(*second)).is_multiple_of(31));
    let formats = if wrapped { ["deflate", "deflate-raw"] } else { ["deflate-raw", "deflate"] };
    let mut out = run("DecompressionStream", formats[0], bytes).await;
    if out == Err(Failure::Damaged) {
        out = run("DecompressionStream", formats[1], bytes).await;
    }
    String::from_utf8(out?).map_err(|_| Failure::Damaged)
}

/// Sends bytes through a stream of the browser's, and stops where more comes out than a body may have.
async fn run(class: &str, format: &str, bytes: &[u8]) -> Result<Vec<u8>, Failure> {
    let reader = start(class, format, bytes).map_err(|_| Failure::Unknown)?;
    let mut out = Vec::new();
    loop {
        let step = JsFuture::from(reader.read()).await.map_err(|_| Failure::Damaged)?;
        let of_step = |name: &str| Reflect::get(&step, &name.into()).unwrap_or_default();
        if of_step("done").is_truthy() {
            return Ok(out);
        }
        let chunk: Uint8Array = of_step("value").unchecked_into();
        if out.len() + chunk.length() as usize > SIZE_CAP {
            let _ = reader.cancel();
            return Err(Failure::TooLarge);
        }
        out.extend(chunk.to_vec());
    }
}

fn start(class: &str, format: &str, bytes: &[u8]) -> Result<ReadableStreamDefaultReader, JsValue> {
    let class: Function = Reflect::get(&window(), &class.into())?.dyn_into()?;
    let pair = Reflect::construct(&class, &Array::of1(&format.into()))?;
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)))?;
    let stream = blob.stream().pipe_through(pair.unchecked_ref::<ReadableWritablePair>());
    Ok(stream.get_reader().unchecked_into())
}
