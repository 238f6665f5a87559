//! Forms of text that the ACK documents share.

use crate::diagnostic::text;
use crate::spec::Pattern;

/// A password for the nodes: three of four classes of characters.
pub(super) const PASSWORD: Pattern = Pattern {
    regex: "^(?:(?=[\\s\\S]*[a-z])(?=[\\s\\S]*[A-Z])(?=[\\s\\S]*[0-9])|(?=[\\s\\S]*[a-z])(?=[\\s\\S]*[A-Z])(?=[\\s\\S]*[^A-Za-z0-9])|(?=[\\s\\S]*[a-z])(?=[\\s\\S]*[0-9])(?=[\\s\\S]*[^A-Za-z0-9])|(?=[\\s\\S]*[A-Z])(?=[\\s\\S]*[0-9])(?=[\\s\\S]*[^A-Za-z0-9]))[\\s\\S]*$",
    test: |password| {
        let classes: [fn(char) -> bool; 4] = [
            |char| char.is_ascii_lowercase(),
            |char| char.is_ascii_uppercase(),
            |char| char.is_ascii_digit(),
            |char| !char.is_ascii_alphanumeric(),
        ];
        classes.into_iter().filter(|class| password.chars().any(class)).count() >= 3
    },
    words: text(
        "hold at least three of: capital letters, small letters, digits, special characters",
        "至少包含大写字母、小写字母、数字、特殊符号中的三种",
    ),
    mend: None,
};

/// A tag's key or value: the service keeps some beginnings for itself.
pub(super) const TAG_TEXT: Pattern = Pattern {
    regex: "^(?!aliyun|acs:|https?://)[\\s\\S]*$",
    test: |tag| {
        !["aliyun", "acs:", "https://", "http://"].iter().any(|start| tag.starts_with(start))
    },
    words: text(
        "not start with aliyun, acs:, https:// or http://",
        "不以 aliyun、acs:、https:// 或 http:// 开头",
    ),
    mend: None,
};
