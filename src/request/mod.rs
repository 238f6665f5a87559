//! The HTTP request that carries a body, as data. Nothing is sent from here.

mod cmd;
mod curl;
mod http;
mod pieces;
mod powershell;

pub use cmd::{CMD_MOST, cmd};
pub use curl::curl;
pub use http::http;
pub use powershell::powershell;

use crate::analysis::{Analysis, Inputs, analyze};
use crate::diagnostic::{Text, text};
use crate::edition::{Edition, HeaderValue};
use crate::json::print;

/// What carries a request out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shell {
    /// curl in bash and other POSIX shells.
    Bash,
    /// PowerShell.
    PowerShell,
    /// curl in Windows' cmd.
    Cmd,
    /// A file that editors send.
    Http,
}

impl Shell {
    /// Every one, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Bash, Self::PowerShell, Self::Cmd, Self::Http];

    /// A name for machines.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Bash => "bash",
            Self::PowerShell => "powershell",
            Self::Cmd => "cmd",
            Self::Http => "http",
        }
    }

    /// What it is called.
    pub const fn name(self) -> Text {
        match self {
            Self::Bash => text("curl (bash)", "curl（bash）"),
            Self::PowerShell => text("PowerShell", "PowerShell"),
            Self::Cmd => text("curl (cmd)", "curl（cmd）"),
            Self::Http => text("HTTP file", "HTTP 文件"),
        }
    }

    /// What to know of its snippets.
    pub const fn help(self) -> Text {
        match self {
            Self::Bash => text(
                "For POSIX shells. The token and the body's secrets are taken from environment variables and are no part of the command.",
                "适用于 POSIX shell。令牌和请求体中的机密取自环境变量，不会出现在命令中。",
            ),
            Self::PowerShell => text(
                "For PowerShell 5.1 and later. The token and the body's secrets are taken from environment variables and are no part of the command.",
                "适用于 PowerShell 5.1 及以上版本。令牌和请求体中的机密取自环境变量，不会出现在命令中。",
            ),
            Self::Cmd => text(
                "For the Windows command prompt, which takes 8,191 characters at most. The token and the body's secrets are taken from environment variables; one that holds & | < > ^ \" or \\ does not survive there: use PowerShell.",
                "适用于 Windows 命令提示符（cmd），命令最长 8191 个字符。令牌和请求体中的机密取自环境变量；如果其中含有 & | < > ^ \" 或 \\，cmd 会改变其内容，请改用 PowerShell。",
            ),
            Self::Http => text(
                "For editors that send .http files (REST Client in VS Code). The token and the body's secrets are taken from environment variables as they stand: in one for the body write \" as \\\" and \\ as \\\\.",
                "适用于支持 .http 文件的编辑器（如 VS Code 的 REST Client）。令牌和请求体中的机密原样取自环境变量：用于请求体的变量中，\" 须写成 \\\"，\\ 须写成 \\\\。",
            ),
        }
    }

    /// The snippet that sends the analysed body. Holds none of its secrets.
    pub fn snippet(self, analysis: &Analysis) -> String {
        match self {
            Self::Bash => curl(analysis),
            Self::PowerShell => powershell(analysis),
            Self::Cmd => cmd(analysis),
            Self::Http => http(analysis),
        }
    }
}

/// The analysed body as JSON without white space; nothing where it is no JSON.
fn strict(analysis: &Analysis) -> Option<Analysis> {
    let text = print::minify(&analysis.doc)?;
    Some(analyze(text, Some(analysis.edition), &Inputs::default()))
}

/// The header that says who is asking, and its environment variable.
fn secret_header(edition: &Edition) -> Option<(&'static str, &'static str)> {
    edition.views().request.headers.iter().find_map(|header| match header.value {
        HeaderValue::Secret(env) => Some((header.name, env)),
        HeaderValue::Fixed(_) => None,
    })
}

/// The URL with its variables as a shell has them.
fn url(edition: &Edition, variable: impl Fn(&str) -> String) -> String {
    edition
        .views()
        .request
        .variables
        .iter()
        .fold(edition.views().request.url.to_owned(), |url, known| {
            url.replace(&["{", known.name, "}"].concat(), &variable(known.env))
        })
}

/// A name for a file with the body: after the edition and the cluster's name.
pub fn file_name(analysis: &Analysis) -> String {
    let view = analysis.view();
    let name = ["/metadata/name", "/name"]
        .into_iter()
        .filter_map(|pointer| analysis.doc.find(pointer))
        .find_map(|node| view.text_of(node).known());
    let mut file = String::from(analysis.edition.id);
    if let Some(name) = name.filter(|name| !name.is_empty()) {
        file.push('-');
        // What a file's name cannot hold somewhere is one hyphen.
        for char in name.chars().take(80) {
            let plain = char.is_alphanumeric() || char == '_';
            if plain {
                file.push(char);
            } else if !file.ends_with('-') {
                file.push('-');
            }
        }
        file.truncate(file.trim_end_matches('-').len());
    }
    file + ".json"
}

/// A request, ready to be shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Preview {
    /// The method.
    pub method: &'static str,
    /// The URL with its variables as `{name}`.
    pub url: &'static str,
    /// Names, values and what to know of them; a secret's value is the environment variable it comes from, `$NAME`.
    pub headers: Vec<(&'static str, String, Text)>,
    /// The URL's variables: name, environment variable, meaning.
    pub variables: Vec<(&'static str, &'static str, Text)>,
    /// What has to exist or be allowed first.
    pub prerequisites: &'static [Text],
    /// What the answer looks like.
    pub success: Text,
}

/// The request of an edition.
pub fn preview(edition: &'static Edition) -> Preview {
    let request = &edition.views().request;
    Preview {
        method: request.method,
        url: request.url,
        headers: request
            .headers
            .iter()
            .map(|header| {
                let value = match header.value {
                    HeaderValue::Fixed(value) => value.to_owned(),
                    HeaderValue::Secret(name) => format!("${name}"),
                };
                (header.name, value, header.help)
            })
            .collect(),
        variables: request
            .variables
            .iter()
            .map(|variable| (variable.name, variable.env, variable.help))
            .collect(),
        prerequisites: request.prerequisites,
        success: request.success,
    }
}
