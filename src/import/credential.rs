//! What says who is asking.

use std::fmt;

use zeroize::Zeroize;

use crate::spec::format::{placeholder, secret_name};

/// The value of a header that whoever knows it can use. It is neither written nor shown, and wiped when it is dropped.
pub struct Credential {
    header: String,
    value: String,
}

impl Credential {
    /// A header's value, if it is a credential and not what stands for one.
    pub(super) fn of(header: &str, value: &str) -> Option<Self> {
        let name = header.to_ascii_lowercase();
        let bearer = ["authorization", "cookie", "token", "secret", "api-key", "password"]
            .iter()
            .any(|part| name.contains(part));
        let waits = value.is_empty()
            || value.contains("${")
            || value.contains("{{")
            || value.split_whitespace().any(placeholder);
        ((bearer || secret_name(header)) && !waits)
            .then(|| Self { header: header.to_owned(), value: value.to_owned() })
    }

    /// The header's name.
    pub fn header(&self) -> &str {
        &self.header
    }

    /// The value itself, for the request and nothing else.
    pub fn reveal(&self) -> &str {
        &self.value
    }
}

impl fmt::Debug for Credential {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: ••••", self.header)
    }
}

impl Drop for Credential {
    fn drop(&mut self) {
        self.value.zeroize();
    }
}
