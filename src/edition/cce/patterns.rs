//! Grammars that the editions share.

use crate::diagnostic::text;
use crate::spec::Pattern;

/// The name of a cluster.
pub(super) const NAME: Pattern = Pattern {
    regex: "^[a-z]([a-z0-9-]*[a-z0-9])?$",
    test: |name| {
        name.starts_with(|char: char| char.is_ascii_lowercase())
            && !name.ends_with('-')
            && name
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    },
    words: text(
        "start with a lowercase letter, hold lowercase letters, digits and hyphens only, and not end with a hyphen",
        "以小写字母开头，只含小写字母、数字和中划线（-），且不以中划线结尾",
    ),
    classes: None,
    mend: Some(mend_name),
};

/// Lowercase, with hyphens for what is not allowed.
fn mend_name(name: &str) -> Option<String> {
    let mended: String = name
        .trim()
        .chars()
        .map(|char| char.to_ascii_lowercase())
        .map(|char| if char.is_ascii_lowercase() || char.is_ascii_digit() { char } else { '-' })
        .collect();
    let mended =
        mended.trim_start_matches(|char: char| !char.is_ascii_lowercase()).trim_end_matches('-');
    (mended.len() >= 4).then(|| mended.to_owned())
}
