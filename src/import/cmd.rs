//! Words as Windows' cmd and the programs it starts split them. A variable becomes `${NAME}`.

use super::bash::named;

/// The commands of a script, each as its words.
pub(super) fn commands(text: &str) -> Vec<Vec<String>> {
    lines(text).iter().map(|line| words(line)).filter(|words| !words.is_empty()).collect()
}

/// What cmd makes of a script: its commands, without carets, with its variables.
fn lines(text: &str) -> Vec<String> {
    let text = text.replace("\r\n", "\n");
    let (mut done, mut line, mut quoted) = (Vec::new(), String::new(), false);
    let mut chars = text.char_indices();
    while let Some((at, char)) = chars.next() {
        match char {
            '%' => {
                let rest = &text[at + 1..];
                let name = named(rest);
                if name > 0 && rest[name..].starts_with('%') {
                    line.push_str(&["${", &rest[..name], "}"].concat());
                    chars.nth(name);
                } else {
                    line.push('%');
                    // In a file the sign itself is written twice.
                    if rest.starts_with('%') {
                        chars.next();
                    }
                }
            }
            '"' => {
                quoted = !quoted;
                line.push(char);
            }
            '^' if !quoted => match chars.next() {
                // The line goes on, and what its continuation begins with is as it stands.
                Some((_, '\n')) => line.extend(chars.next().map(|(_, char)| char)),
                Some((_, char)) => line.push(char),
                None => {}
            },
            '\n' => {
                quoted = false;
                done.push(std::mem::take(&mut line));
            }
            '&' | '|' if !quoted => done.push(std::mem::take(&mut line)),
            _ => line.push(char),
        }
    }
    done.push(line);
    done
}

/// What a program makes of its command line.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted) = (Vec::new(), None::<String>, false);
    let mut rest = line;
    while let Some(char) = rest.chars().next() {
        let slashes = rest.len() - rest.trim_start_matches('\\').len();
        if slashes > 0 {
            let word = word.get_or_insert_default();
            rest = &rest[slashes..];
            if rest.starts_with('"') {
                word.push_str(&"\\".repeat(slashes / 2));
                if slashes % 2 == 1 {
                    word.push('"');
                    rest = &rest[1..];
                }
            } else {
                word.push_str(&"\\".repeat(slashes));
            }
            continue;
        }
        rest = &rest[char.len_utf8()..];
        match char {
            '"' if quoted && rest.starts_with('"') => {
                word.get_or_insert_default().push('"');
                rest = &rest[1..];
            }
            '"' => {
                quoted = !quoted;
                word.get_or_insert_default();
            }
            ' ' | '\t' if !quoted => words.extend(word.take()),
            _ => word.get_or_insert_default().push(char),
        }
    }
    words.extend(word);
    words
}
