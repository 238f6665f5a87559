//! Words as POSIX shells and bash split them. Nothing is run; a variable stays as `${NAME}`.

use std::collections::BTreeSet;

use super::cursor::Cursor;

/// A command of a script.
#[derive(Default, Debug)]
pub(super) struct Command {
    /// Its words.
    pub(super) words: Vec<String>,
    /// What it reads from the script itself.
    pub(super) input: Option<String>,
    /// The file it writes to.
    pub(super) output: Option<String>,
    /// Whether the next command reads what it writes.
    pub(super) piped: bool,
}

/// The commands of a script.
pub(super) fn commands(text: &str) -> Vec<Command> {
    let mut lexer = Lexer::new(text);
    lexer.run();
    lexer.done
}

/// A document that is due at the line's end.
struct Due {
    delimiter: String,
    /// Whether it is taken as it stands.
    raw: bool,
    /// Whether tabs before lines go.
    tabs: bool,
    /// The command that reads it.
    owner: usize,
}

/// What the next word is for.
#[derive(PartialEq)]
enum Next {
    Word,
    Input,
    Output,
    Skipped,
}

struct Lexer<'t> {
    cursor: Cursor<'t>,
    word: Option<String>,
    own: Command,
    done: Vec<Command>,
    due: Vec<Due>,
    /// Variables that were given what is made of the environment's variable of the same name in capitals.
    made: BTreeSet<String>,
    /// How many documents stand around this one.
    depth: u32,
}

/// Documents within documents are looked into so deep.
const DEPTH: u32 = 8;

impl<'t> Lexer<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            cursor: Cursor::new(text),
            word: None,
            own: Command::default(),
            done: Vec::new(),
            due: Vec::new(),
            made: BTreeSet::new(),
            depth: 0,
        }
    }

    fn add(&mut self, text: &str) {
        self.word.get_or_insert_default().push_str(text);
    }

    fn run(&mut self) {
        let mut next = Next::Word;
        while self.cursor.at < self.cursor.text.len() {
            if self.cursor.eat("\\\r\n") || self.cursor.eat("\\\n") {
                continue;
            }
            let starts = self.word.is_none();
            if starts && self.cursor.eat("<<<") {
                next = Next::Input;
                continue;
            }
            if self.cursor.rest().starts_with("<<") {
                self.end_word(&mut next);
                let due = self.here();
                self.due.push(due);
                continue;
            }
            let Some(char) = self.cursor.char() else { break };
            match char {
                ' ' | '\t' | '\r' => self.end_word(&mut next),
                '\n' => {
                    self.end_word(&mut next);
                    self.end_command(false);
                    self.documents();
                }
                ';' | '&' | '|' | '(' | ')' => {
                    self.end_word(&mut next);
                    let piped = char == '|' && !self.cursor.eat("|");
                    self.end_command(piped);
                }
                '#' if starts => {
                    self.cursor.at +=
                        self.cursor.rest().find('\n').unwrap_or(self.cursor.rest().len());
                }
                '<' => {
                    self.end_word(&mut next);
                    next = Next::Skipped;
                }
                '>' => {
                    self.cursor.eat(">");
                    if self
                        .word
                        .as_ref()
                        .is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
                    {
                        self.word = None;
                    }
                    self.end_word(&mut next);
                    next = Next::Output;
                }
                '\'' => {
                    let end = self.cursor.rest().find('\'').unwrap_or(self.cursor.rest().len());
                    let inside = self.cursor.rest()[..end].to_owned();
                    self.add(&inside);
                    self.cursor.at = (self.cursor.at + end + 1).min(self.cursor.text.len());
                }
                '"' => self.double(),
                '$' if self.cursor.eat("'") => self.ansi(),
                '$' if self.cursor.eat("\"") => self.double(),
                '$' => {
                    let value = self.variable();
                    self.add(&value);
                }
                '\\' => {
                    if let Some(char) = self.cursor.char() {
                        self.add(char.encode_utf8(&mut [0; 4]));
                    }
                }
                _ => self.add(char.encode_utf8(&mut [0; 4])),
            }
        }
        self.end_word(&mut next);
        self.end_command(false);
    }

    fn end_word(&mut self, next: &mut Next) {
        let Some(word) = self.word.take() else { return };
        match std::mem::replace(next, Next::Word) {
            Next::Word => self.own.words.push(word),
            Next::Input => self.own.input = Some(word),
            Next::Output => self.own.output = Some(word),
            Next::Skipped => {}
        }
    }

    fn end_command(&mut self, piped: bool) {
        let mut own = std::mem::take(&mut self.own);
        own.piped = piped;
        if let [only] = &own.words[..]
            && let Some((name, value)) = only.split_once('=')
            && value.contains(&["${", &name.to_ascii_uppercase(), ":?}"].concat())
        {
            self.made.insert(name.to_owned());
        }
        if !own.words.is_empty() {
            self.done.push(own);
        }
    }

    fn double(&mut self) {
        self.add("");
        while let Some(char) = self.cursor.char() {
            match char {
                '"' => return,
                '\\' if self.cursor.eat("\r\n") || self.cursor.eat("\n") => {}
                '\\' if self.cursor.rest().starts_with(['$', '`', '"', '\\']) => {
                    let char = self.cursor.char().unwrap_or('\\');
                    self.add(char.encode_utf8(&mut [0; 4]));
                }
                '$' => {
                    let value = self.variable();
                    self.add(&value);
                }
                _ => self.add(char.encode_utf8(&mut [0; 4])),
            }
        }
    }

    /// `$'…'`, with the escapes of C.
    fn ansi(&mut self) {
        self.add("");
        while let Some(char) = self.cursor.char() {
            match char {
                '\'' => return,
                '\\' => {
                    let Some(char) = self.cursor.char() else { return };
                    let plain = match char {
                        'n' => '\n',
                        't' => '\t',
                        'r' => '\r',
                        'a' => '\u{7}',
                        'b' => '\u{8}',
                        'f' => '\u{c}',
                        'v' => '\u{b}',
                        'e' | 'E' => '\u{1b}',
                        'x' => self.code(2, 16),
                        'u' => self.code(4, 16),
                        'U' => self.code(8, 16),
                        '0'..='7' => {
                            self.cursor.at -= 1;
                            self.code(3, 8)
                        }
                        other => other,
                    };
                    self.add(plain.encode_utf8(&mut [0; 4]));
                }
                _ => self.add(char.encode_utf8(&mut [0; 4])),
            }
        }
    }

    fn code(&mut self, most: usize, radix: u32) -> char {
        let digits =
            self.cursor.rest().chars().take(most).take_while(|char| char.is_digit(radix)).count();
        let value = u32::from_str_radix(&self.cursor.rest()[..digits], radix).ok();
        self.cursor.at += digits;
        value.and_then(char::from_u32).unwrap_or('\u{FFFD}')
    }

    /// What follows a `$`: a variable as `${NAME}`, `$(cat <<EOF …)` as its document, anything else as it stands.
    fn variable(&mut self) -> String {
        if self.cursor.eat("{") {
            let end = self.cursor.rest().find('}').unwrap_or(self.cursor.rest().len());
            let name = &self.cursor.rest()[..end];
            let name = &name[..named(name)];
            let made = self.made.contains(name).then(|| name.to_ascii_uppercase());
            let value = ["${", made.as_deref().unwrap_or(name), "}"].concat();
            self.cursor.at = (self.cursor.at + end + 1).min(self.cursor.text.len());
            return value;
        }
        if self.depth < DEPTH && self.cursor.rest().starts_with("(cat <<") {
            self.cursor.at += "(cat ".len();
            let due = self.here();
            self.cursor.at +=
                self.cursor.rest().find('\n').map_or(self.cursor.rest().len(), |at| at + 1);
            let document = self.document(&due);
            self.cursor.at += self.cursor.rest().find(')').map_or(0, |at| at + 1);
            return document.trim_end_matches('\n').to_owned();
        }
        if self.cursor.rest().starts_with('(') {
            let end = closing(self.cursor.rest());
            let whole = &self.cursor.rest()[..end];
            self.cursor.at += end;
            return ["$", whole].concat();
        }
        let name = named(self.cursor.rest());
        if name == 0 {
            return "$".to_owned();
        }
        let value = ["${", &self.cursor.rest()[..name], "}"].concat();
        self.cursor.at += name;
        value
    }

    /// `<<EOF`: what it says of a document that is still to come.
    fn here(&mut self) -> Due {
        self.cursor.at += 2;
        let tabs = self.cursor.eat("-");
        while self.cursor.eat(" ") {}
        let ends = [' ', '\t', '\n', '\r', '|', ';', ')', '>', '&'];
        let written = &self.cursor.rest()
            [..self.cursor.rest().find(ends).unwrap_or(self.cursor.rest().len())];
        let delimiter: String = written.chars().filter(|char| !"'\"\\".contains(*char)).collect();
        self.cursor.at += written.len();
        Due { raw: delimiter.len() != written.len(), delimiter, tabs, owner: self.done.len() }
    }

    /// Reads the documents that are due, from the beginning of a line on.
    fn documents(&mut self) {
        for due in std::mem::take(&mut self.due) {
            let document = self.document(&due);
            if let Some(owner) = self.done.get_mut(due.owner) {
                owner.input = Some(document);
            }
        }
    }

    fn document(&mut self, due: &Due) -> String {
        let mut document = String::new();
        while self.cursor.at < self.cursor.text.len() {
            let end = self.cursor.rest().find('\n').map_or(self.cursor.rest().len(), |at| at + 1);
            let line = &self.cursor.rest()[..end];
            self.cursor.at += end;
            let line = if due.tabs { line.trim_start_matches('\t') } else { line };
            if line.trim_end_matches(['\r', '\n']) == due.delimiter {
                break;
            }
            document.push_str(line);
        }
        if due.raw { document } else { expanded(&document, self.depth + 1) }
    }
}

/// A document in which variables and escapes count.
fn expanded(document: &str, depth: u32) -> String {
    let mut lexer = Lexer::new(document);
    lexer.depth = depth;
    while let Some(char) = lexer.cursor.char() {
        match char {
            '\\' if lexer.cursor.eat("\n") => {}
            '\\' if lexer.cursor.rest().starts_with(['$', '`', '\\']) => {
                let char = lexer.cursor.char().unwrap_or('\\');
                lexer.add(char.encode_utf8(&mut [0; 4]));
            }
            '$' => {
                let value = lexer.variable();
                lexer.add(&value);
            }
            _ => lexer.add(char.encode_utf8(&mut [0; 4])),
        }
    }
    lexer.word.unwrap_or_default()
}

/// How much of a text is a variable's name.
pub(super) fn named(text: &str) -> usize {
    let end =
        text.find(|char: char| !char.is_ascii_alphanumeric() && char != '_').unwrap_or(text.len());
    if text.starts_with(|char: char| char.is_ascii_digit()) { 0 } else { end }
}

/// The end of the bracket that a text begins with, as far as counting tells.
fn closing(text: &str) -> usize {
    let mut depth = 0;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    text.len()
}
