//! Words in every language the project speaks, and the arguments that fill them.

use std::borrow::Cow;
use std::fmt::Write as _;

/// A language of the page and the command line.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Locale {
    /// English, `en`.
    #[default]
    En,
    /// Simplified Chinese, `zh-CN`.
    Zh,
}

impl Locale {
    /// Every locale, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::En, Self::Zh];

    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh-CN",
        }
    }

    /// The locale a language tag asks for: any Chinese is `zh-CN`, everything else English.
    pub fn from_tag(tag: &str) -> Self {
        if tag.get(..2).is_some_and(|language| language.eq_ignore_ascii_case("zh")) {
            Self::Zh
        } else {
            Self::En
        }
    }
}

/// The same words in each language. A missing translation does not compile.
///
/// In messages `{name}` stands for the argument of that name.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Text {
    /// English.
    pub en: &'static str,
    /// Simplified Chinese.
    pub zh: &'static str,
}

/// Words in English and Chinese.
pub const fn text(en: &'static str, zh: &'static str) -> Text {
    Text { en, zh }
}

/// Long words: what a member means, why a finding is one. The page's own build leaves them out; it fetches them as the files of
/// `static/help/`, when they are first looked at.
pub const fn long(words: Text) -> Text {
    if cfg!(feature = "app") { Text::NONE } else { words }
}

impl Text {
    /// No words at all.
    pub const NONE: Self = text("", "");

    /// The words in `locale`.
    pub const fn get(self, locale: Locale) -> &'static str {
        match locale {
            Locale::En => self.en,
            Locale::Zh => self.zh,
        }
    }

    /// Whether there are no words.
    pub const fn is_empty(self) -> bool {
        self.en.is_empty()
    }

    /// The words in `locale` with `{name}` replaced by the arguments. A name without an argument stays as it is.
    pub fn fill(self, locale: Locale, args: &[(&'static str, Arg)]) -> String {
        fill(self.get(locale), locale, args)
    }
}

/// `words`, which are of the language `locale`, with `{name}` replaced by the arguments. A name without an argument stays as it is.
pub fn fill(words: &str, locale: Locale, args: &[(&'static str, Arg)]) -> String {
    let mut rest = words;
    let mut out = String::with_capacity(rest.len() + 32);
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        rest = &rest[open..];
        let close = rest.find('}').map_or(rest.len(), |close| close + 1);
        let name = rest[..close].trim_matches(['{', '}']);
        match args.iter().find(|(own, _)| *own == name) {
            Some((_, arg)) => {
                let start = out.len();
                arg.write(locale, &mut out);
                close_up(&mut out, start);
                rest = &rest[close..];
                if rest.starts_with(' ') && out.ends_with(is_wide) && rest[1..].starts_with(is_wide)
                {
                    rest = &rest[1..];
                }
                continue;
            }
            None => out.push_str(&rest[..close]),
        }
        rest = &rest[close..];
    }
    out.push_str(rest);
    out
}

/// Takes out the space before `at` if it stands between two Chinese characters, where none is written.
fn close_up(out: &mut String, at: usize) {
    let before = &out[..at];
    let between = before.strip_suffix(' ').is_some_and(|before| before.ends_with(is_wide));
    if between && out[at..].starts_with(is_wide) {
        out.remove(at - 1);
    }
}

/// Whether a character is a Chinese one, or punctuation of its width.
const fn is_wide(char: char) -> bool {
    matches!(char, '\u{3001}'..='\u{303F}' | '\u{3400}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF5E}')
}

/// What fills a place in a message.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Arg {
    /// A piece of the body or a name: the same in every language.
    Plain(Cow<'static, str>),
    /// Words.
    Text(Text),
    /// A count.
    Number(i128),
    /// Several, joined as the language joins alternatives.
    List(Vec<Arg>),
}

impl Arg {
    fn write(&self, locale: Locale, out: &mut String) {
        match self {
            Self::Plain(text) => out.push_str(text),
            Self::Text(text) => out.push_str(text.get(locale)),
            Self::Number(number) => {
                let _ = write!(out, "{number}");
            }
            Self::List(items) => {
                let separator = text(", ", "、").get(locale);
                for (at, item) in items.iter().enumerate() {
                    if at > 0 {
                        out.push_str(separator);
                    }
                    item.write(locale, out);
                }
            }
        }
    }
}

impl From<&'static str> for Arg {
    fn from(text: &'static str) -> Self {
        Self::Plain(Cow::Borrowed(text))
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Plain(Cow::Owned(text))
    }
}

impl From<Text> for Arg {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

macro_rules! number_arg {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Arg {
            fn from(number: $kind) -> Self {
                Self::Number(number.into())
            }
        }
    )*};
}
number_arg!(i64, u64, u32, u8, i32);

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(number as i128)
    }
}
