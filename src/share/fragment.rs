//! The fragment of a link: `v=1&api=…&lang=…&body=<deflate, base64url>`.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::{Body, Setting, State, VERSION};

/// The fragment, without its `#`, that says all this. `deflated` is a [`Clean`](super::Clean) text, deflated. The body comes
/// last: where a mail program cuts a link short, the rest of it still holds.
pub fn fragment(setting: &Setting, deflated: Option<&[u8]>) -> String {
    let mut out = ["v=", &VERSION.to_string()].concat();
    for (name, value) in setting.pairs() {
        out.push('&');
        out.push_str(name);
        out.push('=');
        encode(&value, &mut out);
    }
    if let Some(bytes) = deflated {
        out.push_str("&body=");
        URL_SAFE_NO_PAD.encode_string(bytes, &mut out);
    }
    out
}

/// Reads a fragment, with or without its `#`. Nothing if it names nothing that a link says, so that it is no link at all.
pub fn read(fragment: &str) -> Option<State> {
    let mut state = State::default();
    let mut known = false;
    for pair in fragment.trim_start_matches('#').split('&') {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let value = decode(value);
        let text = value.as_deref().unwrap_or("\0");
        match name {
            "v" => state.take_version("v", text),
            "body" => {
                known = true;
                state.body = unpack(text).map(Body::Deflated);
                state.refuse_unless("body", state.body.is_some());
            }
            _ => known |= state.take(name, text),
        }
    }
    known.then_some(state)
}

/// The bytes of Base64 in either alphabet, padded or not; nothing where it is something else, or empty.
fn unpack(text: &str) -> Option<Vec<u8>> {
    let text = text.trim_end_matches('=').replace('+', "-").replace('/', "_");
    URL_SAFE_NO_PAD.decode(text).ok().filter(|bytes| !bytes.is_empty())
}

/// Writes what a fragment may hold as it is, and percent signs for the rest.
fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/,:".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for digit in [byte >> 4, byte & 15] {
                out.push(char::from_digit(digit.into(), 16).unwrap_or('0').to_ascii_uppercase());
            }
        }
    }
}

/// What percent signs stand for. Nothing if that is no text.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, others @ ..] = rest {
        let digit = |at: usize| char::from(*others.get(at)?).to_digit(16);
        match (*first, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push(u8::try_from(high << 4 | low).ok()?);
                rest = &others[2..];
            }
            (byte, ..) => {
                bytes.push(byte);
                rest = others;
            }
        }
    }
    String::from_utf8(bytes).ok()
}
