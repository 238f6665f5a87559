//! Forms of text that the ACK documents share.

use crate::diagnostic::{Text, text};
use crate::spec::{Class, Classes, Pattern};

/// A password for the nodes: three of four classes of characters.
pub(super) const PASSWORD: Pattern = Pattern {
    regex: "^(?:(?=[\\s\\S]*[a-z])(?=[\\s\\S]*[A-Z])(?=[\\s\\S]*[0-9])|(?=[\\s\\S]*[a-z])(?=[\\s\\S]*[A-Z])(?=[\\s\\S]*[^A-Za-z0-9])|(?=[\\s\\S]*[a-z])(?=[\\s\\S]*[0-9])(?=[\\s\\S]*[^A-Za-z0-9])|(?=[\\s\\S]*[A-Z])(?=[\\s\\S]*[0-9])(?=[\\s\\S]*[^A-Za-z0-9]))[\\s\\S]*$",
    test: |password| KINDS_OF_CHARACTERS.fit(password),
    words: text(
        "hold at least three of: capital letters, small letters, digits, special characters",
        "至少包含大写字母、小写字母、数字、特殊符号中的三种",
    ),
    mend: None,
    classes: Some(&KINDS_OF_CHARACTERS),
};

/// The classes of characters of a password for the nodes.
static KINDS_OF_CHARACTERS: Classes = Classes {
    least: 3,
    all: &[
        Class {
            words: text("capital letters", "大写字母"),
            holds: |char| char.is_ascii_uppercase(),
            letters: "ABCDEFGHJKLMNPQRSTUVWXYZ",
        },
        Class {
            words: text("small letters", "小写字母"),
            holds: |char| char.is_ascii_lowercase(),
            letters: "abcdefghijkmnopqrstuvwxyz",
        },
        Class {
            words: text("digits", "数字"),
            holds: |char| char.is_ascii_digit(),
            letters: "23456789",
        },
        Class {
            words: text("special characters", "特殊符号"),
            holds: |char| !char.is_ascii_alphanumeric(),
            letters: "!#%+-=@_",
        },
    ],
};

/// What a login password is for and has to look like.
pub(super) const LOGIN: Text = text(
    "The SSH password of the nodes: 8 to 30 characters, at least three of capital letters, small letters, digits and special characters. Either it or key_pair.",
    "节点的 SSH 登录密码：8～30 个字符，至少包含大写字母、小写字母、数字、特殊符号中的三种。与 key_pair 二选一。",
);

/// What neither the key nor the value of a tag may start with.
pub(super) const TAG_TEXT: Pattern = Pattern {
    regex: "^(?!aliyun|acs:|https://|http://)",
    test: |text| {
        !["aliyun", "acs:", "https://", "http://"].iter().any(|start| text.starts_with(start))
    },
    words: text(
        "not start with aliyun, acs:, https:// or http://",
        "不以 aliyun、acs:、https:// 或 http:// 开头",
    ),
    mend: None,
    classes: None,
};
