//! The request body, in the order of the document.

use crate::diagnostic::text;
use crate::spec::{Field, field, object, string};

/// The body.
pub(super) const BODY: Field = field("", object(MEMBERS), text("Request body", "请求体"));

const MEMBERS: &[Field] = &[
    field("key_pair", string(), text("Key pair", "密钥对")).source("Request body, key_pair"),
    field("login_password", string(), text("Password", "登录密码"))
        .secret()
        .source("Request body, login_password"),
];
