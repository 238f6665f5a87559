//! The ids of elements that others refer to.

/// The id of the app's own element in `index.html`.
pub(crate) const APP: &str = "app";
/// The body's text: a textarea, or the code editor.
pub(crate) const BODY: &str = "request-body";
/// The form.
pub(crate) const FORM: &str = "cluster-fields";
/// The form's search field.
pub(crate) const SEARCH: &str = "search-fields";
/// The sentence that counts the problems.
pub(crate) const COUNTS: &str = "problem-counts";
/// The list of problems with what surrounds it.
pub(crate) const PROBLEMS: &str = "problem-panel";
/// The curl command.
pub(crate) const CURL: &str = "curl-command";

/// An id made of a name and a piece of the body: what an id cannot hold is spelled in hexadecimal.
pub(crate) fn of(name: &str, pointer: &str) -> String {
    let mut id = String::with_capacity(name.len() + pointer.len() + 1);
    id.push_str(name);
    for byte in pointer.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'-' {
            id.push(char::from(byte));
        } else {
            id.push('_');
            for digit in [byte >> 4, byte & 15] {
                id.push(char::from_digit(digit.into(), 16).unwrap_or('0'));
            }
        }
    }
    id
}

/// The id of the control of a form row.
pub(crate) fn control(pointer: &str) -> String {
    of("field", pointer)
}
