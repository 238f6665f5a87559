//! The HTTP request that carries a body, as data. Nothing is sent from here.

mod curl;

pub use curl::curl;

use crate::diagnostic::Text;
use crate::edition::{Edition, HeaderValue};

/// A request, ready to be shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Preview {
    /// The method.
    pub method: &'static str,
    /// The URL with its variables as `{name}`.
    pub url: &'static str,
    /// Names, values and what to know of them; a secret's value is the environment variable it comes from, `$NAME`.
    pub headers: Vec<(&'static str, String, Text)>,
    /// The URL's variables: name, environment variable, meaning.
    pub variables: Vec<(&'static str, &'static str, Text)>,
    /// What has to exist or be allowed first.
    pub prerequisites: &'static [Text],
    /// What the answer looks like.
    pub success: Text,
}

/// The request of an edition.
pub fn preview(edition: &'static Edition) -> Preview {
    let request = &edition.request;
    Preview {
        method: request.method,
        url: request.url,
        headers: request
            .headers
            .iter()
            .map(|header| {
                let value = match header.value {
                    HeaderValue::Fixed(value) => value.to_owned(),
                    HeaderValue::Secret(name) => format!("${name}"),
                };
                (header.name, value, header.help)
            })
            .collect(),
        variables: request
            .variables
            .iter()
            .map(|variable| (variable.name, variable.env, variable.help))
            .collect(),
        prerequisites: request.prerequisites,
        success: request.success,
    }
}
