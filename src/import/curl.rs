//! A curl command, whatever the shell it was written for, or an aliyun command.

use super::{Import, Kind, aliyun, bash, cmd};
use crate::request::Shell;

/// Reads a script that has a curl or aliyun command with a body in it.
pub(super) fn read(text: &str) -> Option<Import> {
    let line = text.lines().find(|line| line.contains("curl") || line.contains("aliyun"))?;
    let caret = line.trim_end().ends_with('^') || line.contains(" ^\"");
    let doubled = text.contains("{\"\"") && !text.contains('\'');
    if caret || doubled {
        let commands = cmd::commands(text);
        return commands
            .iter()
            .find_map(|words| command(words))
            .map(|found| found.import(Shell::Cmd, None));
    }
    let commands = bash::commands(text);
    let (at, found) =
        commands.iter().enumerate().find_map(|(at, own)| Some((at, command(&own.words)?)))?;
    let before = at.checked_sub(1).map(|at| &commands[at]).filter(|before| before.piped);
    let said = |own: &bash::Command| match own.words.first().map(String::as_str) {
        Some("echo" | "printf") => own.words.last().cloned(),
        _ => own.input.clone(),
    };
    let input = commands[at].input.clone().or_else(|| said(before?));
    let written = |file: &str| {
        commands.iter().filter(|own| own.output.as_deref() == Some(file)).find_map(said)
    };
    Some(
        found.import(
            Shell::Bash,
            Some(&|file| if file == "-" { input.clone() } else { written(file) }),
        ),
    )
}

/// What files hold, as far as the text tells.
type Files<'a> = &'a dyn Fn(&str) -> Option<String>;

/// What the options of a command say.
#[derive(Default)]
pub(super) struct Options {
    /// Whether it is aliyun's and not curl's.
    pub(super) aliyun: bool,
    pub(super) method: String,
    pub(super) url: String,
    pub(super) headers: Vec<String>,
    /// The pieces of the body, and whether each is the name of a file.
    pub(super) data: Vec<(String, bool)>,
}

/// The options of a command that sends a body.
pub(super) fn command(words: &[String]) -> Option<Options> {
    let at = words.iter().position(|word| !before(word))?;
    let name = words[at].rsplit(['/', '\\']).next()?.to_ascii_lowercase();
    let sends = |options: Options| (!options.data.is_empty()).then_some(options);
    match name.trim_end_matches(".exe") {
        "curl" => {}
        "aliyun" => return sends(aliyun::options(&words[at + 1..])),
        _ => return None,
    }
    let mut options = Options::default();
    let mut rest = words[at + 1..].iter();
    while let Some(word) = rest.next() {
        let (name, joined) = split(word);
        let mut value =
            || joined.map(str::to_owned).or_else(|| rest.next().cloned()).unwrap_or_default();
        match name {
            "-d" | "--data" | "--data-ascii" | "--data-binary" | "--json" => {
                let value = value();
                match value.strip_prefix('@') {
                    Some(file) => options.data.push((file.to_owned(), true)),
                    None => options.add(value),
                }
            }
            "--data-raw" => options.add(value()),
            "-T" | "--upload-file" => options.data.push((value(), true)),
            "-H" | "--header" => options.headers.push(value()),
            "-u" | "--user" => options.headers.push(["Authorization: ", &value()].concat()),
            "-b" | "--cookie" => options.headers.push(["Cookie: ", &value()].concat()),
            "-X" | "--request" => options.method = value(),
            "--url" => options.url = value(),
            _ if valued(name) => {
                value();
            }
            _ if !name.starts_with('-') && options.url.is_empty() => {
                word.clone_into(&mut options.url);
            }
            _ => {}
        }
    }
    sends(options)
}

/// Whether a word may stand before a command's name: a prompt, an assignment, another program that starts it.
fn before(word: &str) -> bool {
    let assigned = word.split_once('=').is_some_and(|(name, _)| bash::named(name) == name.len());
    assigned || ["$", ">", "#", "%", "sudo", "time", "env", "!"].contains(&word)
}

/// An option and the value that is written together with it.
fn split(word: &str) -> (&str, Option<&str>) {
    if word.starts_with("--") {
        return word.split_once('=').map_or((word, None), |(name, value)| (name, Some(value)));
    }
    let joined =
        ["-d", "-H", "-X", "-u", "-b", "-T", "-o"].iter().any(|name| word.starts_with(name));
    if joined && word.len() > 2 { (&word[..2], Some(&word[2..])) } else { (word, None) }
}

/// Whether an option that is of no interest takes a value.
fn valued(name: &str) -> bool {
    [
        "-o",
        "-w",
        "-m",
        "-x",
        "-A",
        "-e",
        "-E",
        "-K",
        "-c",
        "-F",
        "-r",
        "--output",
        "--write-out",
        "--max-time",
        "--connect-timeout",
        "--proxy",
        "--user-agent",
        "--referer",
        "--cacert",
        "--cert",
        "--key",
        "--config",
        "--cookie-jar",
        "--form",
        "--resolve",
        "--retry",
        "--range",
    ]
    .contains(&name)
}

impl Options {
    /// Adds a piece of the body, which may be what a file holds: `$(cat body.json)`.
    pub(super) fn add(&mut self, value: String) {
        let read = value.strip_prefix("$(").and_then(|inside| inside.strip_suffix(')'));
        let file = read
            .map(str::trim)
            .and_then(|inside| inside.strip_prefix("cat ").or_else(|| inside.strip_prefix('<')));
        match file {
            Some(file) => {
                self.data.push((file.trim().trim_matches(['"', '\'']).to_owned(), true));
            }
            None => self.data.push((value, false)),
        }
    }

    /// What the command says. `file` knows what a file holds, if the text tells.
    pub(super) fn import(self, shell: Shell, file: Option<Files<'_>>) -> Import {
        let kind = if self.aliyun { Kind::Aliyun } else { Kind::Command(shell) };
        let mut read = Import::new(kind, "");
        let mut pieces = Vec::new();
        for (piece, is_file) in self.data {
            if !is_file {
                pieces.push(piece);
            } else if let Some(known) = file.and_then(|file| file(&piece)) {
                pieces.push(known);
            } else {
                read.file = Some(piece);
            }
        }
        read.body = pieces.join("&");
        for header in &self.headers {
            read.header(header);
        }
        let method = if self.method.is_empty() { "POST" } else { &self.method };
        read.target(method, &self.url)
    }
}
