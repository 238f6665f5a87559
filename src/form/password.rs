//! Passwords: which of their rules a text keeps, and one that keeps them all.

use crate::diagnostic::{Arg, Text, text};
use crate::spec::{Classes, Field, format};

/// A rule, and whether a text keeps it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tick {
    /// The rule.
    pub words: Text,
    /// What fills its words.
    pub args: Vec<(&'static str, Arg)>,
    /// Whether it is kept.
    pub kept: bool,
    /// Whether it is one of several of which not all are needed.
    pub part: bool,
}

/// The length of a password that is made, where the rules allow it.
const LENGTH: usize = 20;

/// The rules of a member, and which of them a text keeps: those that its row is checked by.
pub fn ticks(field: &Field, password: &str) -> Vec<Tick> {
    let mut ticks = Vec::new();
    if let Some((least, greatest)) = field.length {
        let length = password.chars().count();
        ticks.push(Tick {
            words: text("{least} to {greatest} characters", "{least}～{greatest} 个字符"),
            args: vec![("least", least.into()), ("greatest", greatest.into())],
            kept: (least as usize..=greatest as usize).contains(&length),
            part: false,
        });
    }
    if let Some(classes) = classes(field) {
        ticks.push(Tick {
            words: text(
                "at least {least} of these {count}",
                "以下 {count} 类字符中至少 {least} 类",
            ),
            args: vec![("least", classes.least.into()), ("count", classes.all.len().into())],
            kept: classes.fit(password),
            part: false,
        });
        ticks.extend(classes.all.iter().map(|class| Tick {
            words: class.words,
            args: Vec::new(),
            kept: password.chars().any(class.holds),
            part: true,
        }));
    }
    ticks
}

/// The classes of characters that a member's rules speak of.
pub fn classes(field: &Field) -> Option<&'static Classes> {
    field.pattern.and_then(|pattern| pattern.classes)
}

/// A password that keeps every rule of a member, made of random bytes; a few hundred are enough. None if there are too few, or
/// the member has no rules to go by.
pub fn make(field: &Field, random: &[u8]) -> Option<String> {
    let all = classes(field)?.all;
    let (least, greatest) = field.length.unwrap_or((1, u32::MAX));
    let length = LENGTH.clamp(least as usize, greatest as usize);
    let mut bytes = random.iter().copied();
    loop {
        let mut made: Vec<u8> = Vec::with_capacity(length);
        while made.len() < length {
            // One of each class, then any: the order is settled below.
            let from = match all.get(made.len()) {
                Some(class) => class.letters.as_bytes(),
                None => all[below(all.len(), &mut bytes)?].letters.as_bytes(),
            };
            made.push(from[below(from.len(), &mut bytes)?]);
        }
        for at in (1..made.len()).rev() {
            made.swap(at, below(at + 1, &mut bytes)?);
        }
        let made = String::from_utf8(made).ok()?;
        // What chance makes must not look like a mask.
        if ticks(field, &made).iter().all(|tick| tick.kept || tick.part)
            && !format::placeholder(&made)
        {
            return Some(made);
        }
    }
}

/// A number below `count` (at most 256), each as likely as the other: bytes that would favour some are passed over.
fn below(count: usize, bytes: &mut impl Iterator<Item = u8>) -> Option<usize> {
    let limit = 256 - 256 % count;
    bytes.map(usize::from).find(|&byte| byte < limit).map(|byte| byte % count)
}
