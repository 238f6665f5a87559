//! Words that speak of secrets, where no table says which members are.

use crate::spec::format::secret_name;
use crate::text::Span;

/// What names of secrets have in them.
const PARTS: [&str; 14] = [
    "password",
    "passwd",
    "passphrase",
    "secret",
    "token",
    "privatekey",
    "credential",
    "apikey",
    "accesskey",
    "authorization",
    "密码",
    "口令",
    "密钥",
    "令牌",
];

/// The bytes that they begin with.
const FIRST: [bool; 256] = {
    let mut first = [false; 256];
    let mut at = 0;
    while at < PARTS.len() {
        first[PARTS[at].as_bytes()[0] as usize] = true;
        at += 1;
    }
    first
};

/// Whether a name, or a word of a sentence, is one for something secret. It is generous: what is left out of a link is
/// missed, what is not is told to the world.
pub(super) fn speaks(word: &str) -> bool {
    let has = word.char_indices().any(|(at, _)| {
        let first = word.as_bytes()[at].to_ascii_lowercase();
        // Most letters begin none; beyond ASCII there are some that are one when small.
        (!first.is_ascii() || FIRST[usize::from(first)])
            && PARTS.iter().any(|part| {
                let mut rest = plain(&word[at..]);
                part.chars().all(|char| rest.next() == Some(char))
            })
    });
    has || ["pwd", "pass", "cookie", "bearer"].iter().any(|whole| plain(word).eq(whole.chars()))
        || secret_name(word)
}

/// The letters and digits of a word, small.
fn plain(word: &str) -> impl Iterator<Item = char> + '_ {
    word.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// Whether a text has such a word in it.
pub(super) fn mentions(text: &str) -> bool {
    words(text).any(|span| speaks(span.of(text)))
}

/// The places where a text says what a secret is: `token: …`, `"password" = …`, `--password …`, `https://user:…@`. Each runs to
/// the end of its line, but for the punctuation there. What is empty or a blank (`<…>`) tells nothing. `known` are names that
/// a table says are no secrets.
pub(super) fn told(text: &str, known: &dyn Fn(&str) -> bool) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut done = 0;
    for word in words(text) {
        let own = word.of(text);
        if word.start < done {
            continue;
        }
        let Some(start) = value_after(text, word).filter(|_| speaks(own) && !known(own)) else {
            continue;
        };
        let line = text[start..].split(['\n', '\r']).next().unwrap_or_default();
        let value = line
            .trim_end_matches(|char: char| char.is_whitespace() || "\"'`,;}])\\".contains(char));
        if !value.is_empty() {
            let span = Span::new(offset(start), offset(start + value.len()));
            done = span.end;
            out.push(span);
        }
    }
    out.extend(in_addresses(text));
    out
}

/// Whether a text is, or is the Base64 of, a private key or something that says a secret.
pub(super) fn holds(text: &str) -> bool {
    let plain =
        |text: &str| text.contains("PRIVATE KEY-----") || !told(text, &|_| false).is_empty();
    let packed = || {
        let joined: String = text.chars().filter(|char| !char.is_ascii_whitespace()).collect();
        let bytes = crate::spec::format::base64::decode(&joined)?;
        String::from_utf8(bytes).ok()
    };
    plain(text) || text.len() >= 16 && packed().is_some_and(|text| plain(&text))
}

/// The words of a text: letters and digits of any script, with `-` and `_` between.
fn words(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let mut start = None;
        while let Some(&byte) = text.as_bytes().get(at) {
            let (inner, len) = if byte.is_ascii() {
                (byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-', 1)
            } else {
                let char = text[at..].chars().next()?;
                (char.is_alphanumeric(), char.len_utf8())
            };
            if inner {
                start = start.or(Some(at));
            } else if start.is_some() {
                break;
            }
            at += len;
        }
        Some(Span::new(offset(start?), offset(at)))
    })
}

/// Where the value starts that stands behind a word and a colon or an equals sign, or behind an option of a command. Nothing
/// where none does, and where it is empty or a blank.
fn value_after(text: &str, word: Span) -> Option<usize> {
    let rest = &text[word.end as usize..];
    let quote = |char: char| "\"'`\\”’」]".contains(char);
    let space = |char: char| matches!(char, ' ' | '\t');
    let behind = rest.trim_start_matches(|char| quote(char) || space(char));
    let sign = |char: char| matches!(char, ':' | '=' | '：' | '＝' | '>');
    let value = if behind.starts_with(sign) {
        behind.trim_start_matches(|char| sign(char) || space(char))
    } else if word.of(text).starts_with("--") && rest.starts_with(space) {
        behind
    } else {
        return None;
    };
    let bare = value.trim_start_matches(|char: char| quote(char) || char == '“');
    let ends =
        |rest: &str| rest.is_empty() || rest.starts_with(|char: char| !char.is_alphanumeric());
    let empty = bare.is_empty()
        || bare.starts_with(['\n', '\r', ',', '}'])
        || bare.starts_with('…')
        || ["null", "{}", "[]"].iter().any(|none| bare.strip_prefix(none).is_some_and(ends));
    let blank = bare.strip_prefix('<').and_then(|inner| {
        let (name, after) = inner.split_once('>')?;
        (!name.contains(['\n', '"', '<']) && ends(after)).then_some(())
    });
    (!empty && blank.is_none()).then(|| text.len() - value.len())
}

/// The passwords of addresses.
fn in_addresses(text: &str) -> impl Iterator<Item = Span> + '_ {
    text.match_indices("://").filter_map(|(at, mark)| {
        let start = at + mark.len();
        let host = text[start..].split(['/', '?', '#', '"', '\'', ' ', '\n']).next()?;
        let (user, _) = host.rsplit_once('@')?;
        let (name, password) = user.split_once(':')?;
        let start = start + name.len() + 1;
        let blank = password.is_empty() || password.starts_with('<') && password.ends_with('>');
        (!blank).then(|| Span::new(offset(start), offset(start + password.len())))
    })
}

/// Texts are capped far below what 32 bits count.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
