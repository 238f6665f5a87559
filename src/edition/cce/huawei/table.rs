//! The request body, in the order of the document.

use crate::diagnostic::text;
use crate::spec::{Field, field, object, string};

/// The body.
pub(super) const BODY: Field = field("", object(MEMBERS), text("Request body", "请求体"));

const MEMBERS: &[Field] =
    &[field("kind", string(), text("API type", "API 类型")).source("Table 3, kind")];
