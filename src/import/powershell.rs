//! PowerShell: its own commands for requests, and curl called from it. Nothing is run; a variable of the environment becomes `${NAME}`.

use std::cell::Cell;

use super::bash::named;
use super::cursor::Cursor;
use super::{Import, Kind, curl};
use crate::request::Shell;

/// Reads a script that sends a body.
pub(super) fn read(text: &str) -> Option<Import> {
    let own = text.to_ascii_lowercase();
    let calls = REQUESTS.iter().any(|name| own.contains(name));
    let line = own.lines().find(|line| line.contains("curl")).unwrap_or_default();
    let here =
        || own.lines().any(|line| ["@'", "@\""].iter().any(|mark| line.trim_end().ends_with(mark)));
    let marked = line.trim_end().ends_with('`') || line.contains("$env:") || here();
    if !calls && (line.is_empty() || !marked) {
        return None;
    }
    let variables = Variables { known: Vec::new(), budget: Cell::new(4 * text.len()) };
    let mut script = Script { cursor: Cursor::new(text), depth: 0, variables };
    while script.cursor.at < text.len() {
        let statement = script.statement();
        if let Some(read) = request(&statement) {
            return Some(read);
        }
    }
    None
}

const REQUESTS: [&str; 4] = ["invoke-restmethod", "invoke-webrequest", "irm ", "iwr "];

/// What a statement is made of.
#[derive(Clone, Debug)]
enum Token {
    /// A word without quotes.
    Bare(String),
    /// A text.
    Text(String),
    /// A table: names and values.
    Table(Vec<(String, String)>),
}

impl Token {
    fn text(&self) -> &str {
        match self {
            Self::Bare(text) | Self::Text(text) => text,
            Self::Table(_) => "",
        }
    }

    fn size(&self) -> usize {
        match self {
            Self::Bare(text) | Self::Text(text) => text.len(),
            Self::Table(rows) => rows.iter().map(|(name, value)| name.len() + value.len()).sum(),
        }
    }
}

/// The request that a statement makes.
fn request(statement: &[Token]) -> Option<Import> {
    let at = statement.iter().position(|token| match token {
        Token::Bare(word) => {
            let word = word.to_ascii_lowercase();
            word == "curl" || word == "curl.exe" || REQUESTS.iter().any(|name| name.trim() == word)
        }
        _ => false,
    })?;
    let named = |token: &Token, name: &str| {
        matches!(token, Token::Bare(word) if word.strip_prefix('-').is_some_and(|own| {
            let own = own.trim_end_matches(':').to_ascii_lowercase();
            !own.is_empty() && name.starts_with(&own)
        }))
    };
    let after = |name: &str| {
        let at = statement[at..].iter().position(|token| named(token, name))? + at;
        statement.get(at + 1)
    };
    if statement[at].text().to_ascii_lowercase().starts_with("curl") && after("body").is_none() {
        let words: Vec<String> =
            statement[at..].iter().map(|token| token.text().to_owned()).collect();
        return Some(curl::command(&words)?.import(Shell::PowerShell, None));
    }
    let mut read = Import::new(Kind::Command(Shell::PowerShell), "");
    if let Some(body) = after("body") {
        body.text().clone_into(&mut read.body);
    } else {
        read.file = Some(after("infile")?.text().to_owned());
    }
    if let Some(Token::Table(headers)) = after("headers") {
        for (name, value) in headers {
            read.header(&[name, ": ", value].concat());
        }
    }
    if after("contenttype").is_some() {
        read.header("Content-Type:");
    }
    let method = after("method").map_or("POST", Token::text);
    let url = after("uri")
        .map(Token::text)
        .or_else(|| Some(statement.get(at + 1)?.text()).filter(|text| text.contains("://")));
    Some(read.target(&method.to_ascii_uppercase(), url.unwrap_or_default()))
}

struct Script<'t> {
    cursor: Cursor<'t>,
    /// How many brackets are open.
    depth: u32,
    variables: Variables,
}

/// What variables are known to hold.
struct Variables {
    known: Vec<(String, Token)>,
    /// How many bytes may still be copied out of them: a variable may hold itself twice.
    budget: Cell<usize>,
}

/// Brackets deeper than this are not looked into.
const DEPTH: u32 = 32;

impl Script<'_> {
    fn space(&mut self, lines: bool) {
        loop {
            if self.cursor.eat("`\r\n") || self.cursor.eat("`\n") {
                continue;
            }
            match self.cursor.rest().chars().next() {
                Some(' ' | '\t' | '\r') => self.cursor.at += 1,
                Some('\n') if lines => self.cursor.at += 1,
                Some('#') if lines => {
                    self.cursor.at +=
                        self.cursor.rest().find('\n').unwrap_or(self.cursor.rest().len());
                }
                _ => return,
            }
        }
    }

    /// The next statement, without its end. An assignment is carried out.
    fn statement(&mut self) -> Vec<Token> {
        self.space(true);
        if let Some(name) = self.assigned() {
            let mut value = self.tokens(&['\n', ';'], false);
            // What a request answers is often kept.
            if let Some(Token::Bare(_)) = value.first() {
                return value;
            }
            // What an operator makes of a value (`-replace`) stands for that value.
            let operator =
                |token: &Token| matches!(token, Token::Bare(word) if word.starts_with('-'));
            let own = value.iter().position(operator).unwrap_or(value.len());
            value.truncate(own);
            if !value.is_empty() {
                let value = if value.len() == 1 { value.remove(0) } else { joined(&value) };
                self.variables.known.retain(|(known, _)| *known != name);
                self.variables.known.push((name, value));
            }
            return Vec::new();
        }
        self.tokens(&['\n', ';', '|', '{', '}'], false)
    }

    /// The name of the variable that the statement assigns to.
    fn assigned(&mut self) -> Option<String> {
        let rest = self.cursor.rest().strip_prefix('$')?;
        let name = named(rest);
        let behind = rest[name..].trim_start_matches([' ', '\t']);
        if name == 0 || !behind.starts_with('=') || behind.starts_with("==") {
            return None;
        }
        let found = rest[..name].to_ascii_lowercase();
        self.cursor.at = self.cursor.text.len() - behind.len() + 1;
        Some(found)
    }

    /// Tokens up to one of `ends`, which is taken. What `+` joins is one.
    fn tokens(&mut self, ends: &[char], lines: bool) -> Vec<Token> {
        let mut tokens: Vec<Token> = Vec::new();
        let mut joins = false;
        loop {
            self.space(lines || joins);
            let Some(char) = self.cursor.rest().chars().next() else { return tokens };
            if ends.contains(&char) && !joins {
                self.cursor.at += char.len_utf8();
                return tokens;
            }
            if char == '+' || char == ',' {
                self.cursor.at += 1;
                joins = char == '+';
                continue;
            }
            let token = self.token();
            match (joins, tokens.last_mut()) {
                (true, Some(last)) => *last = joined(&[last.clone(), token]),
                _ => tokens.push(token),
            }
            joins = false;
        }
    }

    fn token(&mut self) -> Token {
        if let Some(here) = self.here() {
            return Token::Text(here);
        }
        if self.depth < DEPTH && self.cursor.eat("@{") {
            self.depth += 1;
            let table = self.table();
            self.depth -= 1;
            return table;
        }
        let Some(char) = self.cursor.char() else { return Token::Text(String::new()) };
        match char {
            '(' if self.depth < DEPTH => {
                self.depth += 1;
                let inside = self.tokens(&[')'], true);
                self.depth -= 1;
                let said: Vec<Token> =
                    inside.into_iter().filter(|token| !matches!(token, Token::Bare(_))).collect();
                if said.len() == 1 { said[0].clone() } else { joined(&said) }
            }
            '\'' | '‘' | '’' | '‚' | '‛' => Token::Text(self.single()),
            '"' | '“' | '”' | '„' => Token::Text(self.double()),
            '$' => self.variable(),
            _ => {
                let mut word = String::from(char);
                while let Some(char) = self.cursor.rest().chars().next() {
                    if char.is_whitespace()
                        || "(){};,|'\"".contains(char)
                        || self.cursor.rest().starts_with("`\n")
                    {
                        break;
                    }
                    self.cursor.at += char.len_utf8();
                    word.push(char);
                }
                Token::Bare(word)
            }
        }
    }

    /// `@' … '@` and `@" … "@`, each on lines of its own.
    fn here(&mut self) -> Option<String> {
        let quote = ["@'", "@\""].into_iter().find(|mark| self.cursor.rest().starts_with(mark))?;
        let from = self.cursor.at + 2 + self.cursor.rest()[2..].find('\n')? + 1;
        let end = ["\n", &quote[1..], "@"].concat();
        // Nothing between them: the line's end before is the first one's.
        let stop = self.cursor.text[from - 1..].find(&end)? + from - 1;
        let inside = self.cursor.text[from.min(stop)..stop].trim_end_matches('\r').to_owned();
        self.cursor.at = stop + end.len();
        Some(if quote == "@'" { inside } else { self.variables.expanded(&inside) })
    }

    fn table(&mut self) -> Token {
        let mut entries = Vec::new();
        loop {
            self.space(true);
            while self.cursor.eat(";") || self.cursor.eat("\n") {
                self.space(true);
            }
            if self.cursor.eat("}") || self.cursor.rest().is_empty() {
                return Token::Table(entries);
            }
            let name = self.key();
            self.space(false);
            if !self.cursor.eat("=") {
                // No table as tables are: on to its end.
                self.cursor.at +=
                    self.cursor.rest().find('}').map_or(self.cursor.rest().len(), |at| at + 1);
                return Token::Table(entries);
            }
            let value = self.tokens(&['\n', ';', '}'], false);
            let closed = self.cursor.text[..self.cursor.at].ends_with('}');
            entries.push((name, joined(&value).text().to_owned()));
            if closed {
                return Token::Table(entries);
            }
        }
    }

    fn key(&mut self) -> String {
        if self.cursor.rest().starts_with(['\'', '"']) {
            return self.token().text().to_owned();
        }
        let end =
            self.cursor.rest().find(['=', ' ', '\n', '}']).unwrap_or(self.cursor.rest().len());
        let name = self.cursor.rest()[..end].to_owned();
        self.cursor.at += end;
        name
    }

    fn single(&mut self) -> String {
        let mut out = String::new();
        let quotes = ['\'', '‘', '’', '‚', '‛'];
        while let Some(char) = self.cursor.char() {
            if quotes.contains(&char) {
                if !self.cursor.rest().starts_with(quotes) {
                    break;
                }
                self.cursor.char();
            }
            out.push(char);
        }
        out
    }

    fn double(&mut self) -> String {
        let quotes = ['"', '“', '”', '„'];
        let from = self.cursor.at;
        while let Some(char) = self.cursor.char() {
            if char == '`' {
                self.cursor.char();
            } else if quotes.contains(&char) {
                if !self.cursor.rest().starts_with(quotes) {
                    return self
                        .variables
                        .expanded(&self.cursor.text[from..self.cursor.at - char.len_utf8()]);
                }
                self.cursor.char();
            }
        }
        self.variables.expanded(&self.cursor.text[from..])
    }

    fn variable(&mut self) -> Token {
        let (token, len) = self.variables.at(self.cursor.rest());
        self.cursor.at += len;
        token
    }
}

impl Variables {
    /// What the text after a `$` names, and how much of the text that is.
    fn at(&self, text: &str) -> (Token, usize) {
        let mut at = usize::from(text.starts_with('{'));
        let env = text.get(at..at + 4).is_some_and(|start| start.eq_ignore_ascii_case("env:"));
        at += if env { 4 } else { 0 };
        let len = named(&text[at..]);
        let name = &text[at..at + len];
        at += len;
        if text.starts_with('{') && text[at..].starts_with('}') {
            at += 1;
        }
        if name.is_empty() {
            return (Token::Text("$".to_owned()), 0);
        }
        let known = self.known.iter().find(|(known, _)| !env && known.eq_ignore_ascii_case(name));
        let paid = |value: &Token| {
            let left = self.budget.get().checked_sub(value.size());
            self.budget.set(left.unwrap_or(0));
            left.is_some()
        };
        let token = match known {
            Some((_, value)) if paid(value) => value.clone(),
            _ => Token::Text(["${", name, "}"].concat()),
        };
        (token, at)
    }

    /// A text between double quotes, with its escapes and variables.
    fn expanded(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(char) = rest.chars().next() {
            rest = &rest[char.len_utf8()..];
            let next = rest.chars().next();
            match char {
                '`' => {
                    out.push(match next {
                        Some('n') => '\n',
                        Some('r') => '\r',
                        Some('t') => '\t',
                        Some('0') => '\0',
                        other => other.unwrap_or('`'),
                    });
                    rest = &rest[next.map_or(0, char::len_utf8)..];
                }
                '"' | '“' | '”' | '„' => {
                    out.push(char);
                    if let Some(second) = next.filter(|char| "\"“”„".contains(*char)) {
                        rest = &rest[second.len_utf8()..];
                    }
                }
                '$' => {
                    let (token, len) = self.at(rest);
                    out.push_str(token.text());
                    rest = &rest[len..];
                }
                _ => out.push(char),
            }
        }
        out
    }
}

fn joined(tokens: &[Token]) -> Token {
    Token::Text(tokens.iter().map(Token::text).collect())
}
