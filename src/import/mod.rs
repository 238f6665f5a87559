//! What people paste where a body is asked for: commands, HTTP messages, pages' snippets. [`read`] takes the body out of them and says what
//! it left aside. What a header says of who is asking is handed over apart, as a [`Credential`].

mod aliyun;
mod bash;
mod cmd;
mod credential;
mod curl;
mod cursor;
mod fence;
mod http;
mod powershell;

use crate::diagnostic::{Text, text};
use crate::json::{Document, Fault, Kind as Json, NodeId};
use crate::request::Shell;

pub use credential::Credential;

/// What a text is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A body, or nothing that is known.
    Body,
    /// A body with its quotes escaped, as it stands in a program's string.
    Escaped,
    /// A block between fences, as pages and chats have it.
    Fenced,
    /// A request line and headers, or either.
    Http,
    /// An answer with its status line and headers.
    Answer,
    /// A command.
    Command(Shell),
    /// A command of Alibaba Cloud's own program.
    Aliyun,
    /// YAML. Nothing is taken from it.
    Yaml,
    /// Terraform. Nothing is taken from it.
    Terraform,
}

impl Kind {
    /// What it is called.
    pub const fn name(self) -> Text {
        match self {
            Self::Body => text("a body", "请求体"),
            Self::Escaped => text("a string with escaped quotes", "引号已转义的字符串"),
            Self::Fenced => text("a fenced block", "代码块"),
            Self::Http => text("an HTTP request", "HTTP 请求"),
            Self::Answer => text("an HTTP answer", "HTTP 响应"),
            Self::Command(Shell::Bash) => text("a curl command", "curl 命令"),
            Self::Command(Shell::Cmd) => text("a curl command for cmd", "cmd 的 curl 命令"),
            Self::Command(Shell::PowerShell) => text("a PowerShell command", "PowerShell 命令"),
            Self::Command(Shell::Http) => text("an HTTP file", "HTTP 文件"),
            Self::Aliyun => text("an aliyun command", "aliyun 命令"),
            Self::Yaml => text("YAML", "YAML"),
            Self::Terraform => text("Terraform", "Terraform"),
        }
    }
}

/// What was read.
#[derive(Debug)]
pub struct Import {
    /// What the text is.
    pub kind: Kind,
    /// The body; the whole text where nothing was set aside.
    pub body: String,
    /// What was set aside: the request line, the names of headers.
    pub aside: Vec<String>,
    /// What headers said of who is asking.
    pub credentials: Vec<Credential>,
    /// The file that a command takes the body from. The body is not in the text then.
    pub file: Option<String>,
}

impl Import {
    fn new(kind: Kind, body: impl Into<String>) -> Self {
        Self { kind, body: body.into(), aside: Vec::new(), credentials: Vec::new(), file: None }
    }

    /// With a line that says where the request goes. What may be secret in a URL is left out.
    fn target(mut self, method: &str, url: &str) -> Self {
        let url = url.split(['?', '#']).next().unwrap_or_default();
        let url = match url.split_once("://") {
            Some((scheme, rest)) => {
                let host = rest.find('/').unwrap_or(rest.len());
                let from = rest[..host].rfind('@').map_or(0, |at| at + 1);
                [scheme, "://", &rest[from..]].concat()
            }
            None => url.to_owned(),
        };
        let line = [method, " ", &url].concat();
        let line = line.trim();
        if !line.is_empty() {
            self.aside.insert(0, crate::text::shorten(line));
        }
        self
    }

    /// With a header: its name is told, a value that says who is asking is kept apart.
    fn header(&mut self, line: &str) {
        let Some((name, value)) = line.split_once([':', '：']) else { return };
        let (name, value) = (name.trim(), value.trim());
        if name.is_empty() {
            return;
        }
        self.aside.push(crate::text::shorten(name));
        self.credentials.extend(Credential::of(name, value));
    }
}

/// Takes the body out of a text. Total: what is not known is a body as it stands.
pub fn read(text: &str) -> Import {
    once(text, true)
}

fn once(text: &str, outermost: bool) -> Import {
    let own = text.trim_start_matches('\u{FEFF}').trim_start();
    if own.len() > crate::json::SIZE_CAP {
        return Import::new(Kind::Body, text);
    }
    if own.starts_with(['{', '[', '"', '｛', '［', '\'']) || own.starts_with("//") {
        return plain(text);
    }
    if let Some(inside) = fence::inside(text).filter(|_| outermost) {
        let mut read = once(inside, false);
        if read.kind == Kind::Body {
            read.kind = Kind::Fenced;
        }
        return read;
    }
    let found = powershell::read(text)
        .or_else(|| curl::read(text))
        .or_else(|| http::read(text))
        .or_else(|| foreign(text));
    match found {
        Some(mut read) => {
            if let Some(body) = unescaped(&read.body) {
                read.body = body;
            }
            read
        }
        None => Import::new(Kind::Body, text),
    }
}

fn plain(text: &str) -> Import {
    match unescaped(text) {
        Some(body) => Import::new(Kind::Escaped, body),
        None => Import::new(Kind::Body, text),
    }
}

fn foreign(text: &str) -> Option<Import> {
    let kind = match crate::json::foreign(text)?.0 {
        Fault::IsTerraform => Kind::Terraform,
        _ => Kind::Yaml,
    };
    Some(Import::new(kind, text))
}

/// The body in a text that is one string with it inside, or would be with quotes around it.
fn unescaped(text: &str) -> Option<String> {
    let own = text.trim();
    let quoted = own.starts_with('"') && own.ends_with('"') && own.len() > 2;
    let inner = own.trim_start_matches(['"', '{', '[']).trim_start();
    let escaped = ["\\\"", "\\n", "\\r"].iter().any(|start| inner.starts_with(start));
    if !(escaped || quoted && own[1..].trim_start().starts_with(['{', '['])) {
        return None;
    }
    let whole = if quoted {
        own.to_owned()
    } else {
        ["\"", &own.replace("\r\n", "\\n").replace('\n', "\\n"), "\""].concat()
    };
    let doc = Document::parse(whole);
    if !doc.errors().is_empty() || doc.kind(NodeId::ROOT) != Json::String {
        return None;
    }
    let body = doc.string(NodeId::ROOT)?;
    body.trim_start().starts_with(['{', '[']).then(|| body.into_owned())
}
