//! Running the command line as people run it.

#![expect(clippy::unwrap_used, reason = "a failure ends the test")]

use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

pub(crate) const EXAMPLE: &str =
    include_str!("../../src/edition/cce/otc/presets/document-example.txt");
pub(crate) const CLEAN: &str = include_str!("clean.json");

/// What a run left behind.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}\n{}", self.out))
    }

    /// The first lines of the findings: `file:line:column: severity[code]: message`.
    pub(crate) fn heads(&self) -> Vec<&str> {
        self.out.lines().filter(|line| line.contains("]: ") && !line.starts_with(' ')).collect()
    }

    /// Those of errors and warnings.
    pub(crate) fn faults(&self) -> Vec<&str> {
        self.heads().into_iter().filter(|head| !head.contains(": note[")).collect()
    }
}

/// The command line in an environment that says nothing of languages and colours.
pub(crate) fn command(args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_clusterwright"));
    command.args(args);
    for name in
        ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR"]
    {
        command.env_remove(name);
    }
    command
}

pub(crate) fn finish(command: &mut Command, stdin: &[u8]) -> Run {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A child that does not read its input may be gone already.
    let _ = child.stdin.take().unwrap().write_all(stdin);
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

pub(crate) fn run(args: &[&str]) -> Run {
    finish(&mut command(args), b"")
}

pub(crate) fn check(body: &str, args: &[&str]) -> Run {
    finish(command(["check"]).args(args).arg("-"), body.as_bytes())
}

/// An empty directory for one test.
pub(crate) fn scratch(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

pub(crate) fn file(directory: &Path, name: &str, content: impl AsRef<[u8]>) -> String {
    let path = directory.join(name);
    fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

/// A right body with one member's JSON replaced: `with("/spec/flavor", "7")`. The text around it stays.
pub(crate) fn with(pointer: &str, json: &str) -> String {
    let doc = clusterwright::json::Document::parse(CLEAN);
    let span = doc.span(doc.find(pointer).unwrap());
    format!("{}{json}{}", &CLEAN[..span.start as usize], &CLEAN[span.end as usize..])
}
