//! The file that says what a link says, and more of it: an object of strings, the body among them as it is written.

use std::borrow::Cow;

use super::{Body, Clean, Setting, State, VERSION};
use crate::json::patch::quote;
use crate::json::{Document, Kind, NodeId};

/// The member that tells such a file from a body, with the version.
const MARK: &str = "clusterwright";

/// The text of a file that holds all this.
pub fn file(setting: &Setting, body: &Clean) -> String {
    let mut out = ["{\n  \"", MARK, "\": ", &VERSION.to_string()].concat();
    for (name, value) in setting.pairs() {
        out.push_str(&[",\n  \"", name, "\": ", &quote(&value)].concat());
    }
    out.push_str(",\n  \"body\": ");
    out.push_str(&quote(body.text()));
    out.push_str("\n}\n");
    out
}

/// Reads a file. Nothing if the text is none, but a body, say.
pub fn open_text(text: &str) -> Option<State> {
    // A body is not parsed a second time to learn that it is none.
    if !text.trim_start().starts_with('{') || !text.contains(MARK) {
        return None;
    }
    let doc = Document::parse(text);
    let mark = doc.member(NodeId::ROOT, MARK)?;
    let mut state = State::default();
    state.take_version("v", &doc.number(mark)?);
    for member in doc.children(NodeId::ROOT) {
        let name = doc.name(member).unwrap_or_default();
        // What is no string is of some later version, or wrong: no value of any name.
        let value = doc.string(member).unwrap_or(Cow::Borrowed("\0"));
        if name == "body" {
            let fine = doc.kind(member) == Kind::String;
            state.body = fine.then(|| Body::Text(value.into_owned()));
            state.refuse_unless("body", fine);
        } else {
            state.take(&name, &value);
        }
    }
    Some(state)
}
