//! The pages of `docs/rules/`, read so that their examples can be run.
//!
//! A fenced block is an example. Its info string reads
//!
//! ```text
//! json cce-otc invalid            findings of the page's rule stand exactly where the lines of `^` say
//! json cce-otc valid              there is no finding of the page's rule; with `whole`, no error at all
//! json fixed                      the invalid block before it, after the rule's own first fix, again and again until none is left
//! ```
//!
//! and may go on with `vpc=RANGE`, `subnets=RANGE` and `taken=RANGE` (the network plan) and `generated=NAME` (the block is a picture; the
//! text comes from [`generate`]). A line of spaces, carets and a rule's code marks the line of text above it: the carets stand below the
//! bytes of [`Analysis::mark`](clusterwright::analysis::Analysis::mark) as far as they are on the line where they start, and
//! one caret stands where there are none. `sample` in the place of an edition's id is the small table at the end of this file.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use clusterwright::analysis::{Analysis, Inputs, analyze};
use clusterwright::diagnostic::{Rule, syntax, text};
use clusterwright::edition::{self, Edition};
use clusterwright::json::{DEPTH_CAP, SIZE_CAP};
use clusterwright::spec::{ClusterKind, Kinds, Type, faults, field, object};

/// A page.
#[derive(Debug)]
pub(crate) struct Page {
    /// The file's name without its ending: the rule's code.
    pub(crate) code: String,
    /// Its examples.
    pub(crate) blocks: Vec<Block>,
}

/// An example.
#[derive(Debug)]
pub(crate) struct Block {
    /// The line of the page (from 1) where the fence opens.
    pub(crate) line: usize,
    /// What it shows.
    pub(crate) role: Role,
    /// The edition it is checked as.
    pub(crate) edition: &'static Edition,
    /// The network plan it is checked with.
    pub(crate) inputs: Inputs,
    /// Whether it is a whole body.
    pub(crate) whole: bool,
    /// Where its text comes from, if it is not the block's own.
    pub(crate) generated: Option<String>,
    /// Its text without marks.
    pub(crate) text: String,
    /// The marks in it.
    pub(crate) marks: Vec<Mark>,
}

/// What an example shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Role {
    /// A text with findings of the page's rule.
    Invalid,
    /// The invalid text before it, mended.
    Fixed,
    /// A text without.
    Valid,
}

/// A marked part of one line, counted from 1 in characters.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Mark {
    /// The line.
    pub(crate) line: usize,
    /// The column of the first character.
    pub(crate) column: usize,
    /// How many characters.
    pub(crate) width: usize,
    /// The rule that marks it.
    pub(crate) code: String,
}

/// Every rule there is, with the edition it belongs to if it is one's own.
pub(crate) fn rules() -> Vec<(&'static Rule, Option<&'static Edition>)> {
    let shared = faults::ALL
        .iter()
        .copied()
        .chain(&syntax::ALL)
        .chain(edition::RULES)
        .map(|rule| (rule, None));
    let own = edition::ALL
        .iter()
        .flat_map(|&edition| edition.checks.iter().map(move |check| (&check.rule, Some(edition))));
    shared.chain(own).collect()
}

/// The directory of the pages.
pub(crate) fn directory() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules")
}

/// Every page, by code.
pub(crate) fn pages() -> Vec<Page> {
    let mut pages: Vec<Page> = fs::read_dir(directory())
        .expect("docs/rules is there")
        .map(|entry| entry.expect("docs/rules can be listed").path())
        .filter(|path| {
            path.extension().is_some_and(|ending| ending == "md") && !path.ends_with("README.md")
        })
        .map(|path| {
            let code = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
            Page::read(code, &fs::read_to_string(&path).expect("a page can be read"))
        })
        .collect();
    pages.sort_by(|left, right| left.code.cmp(&right.code));
    pages
}

impl Page {
    fn read(code: String, text: &str) -> Self {
        let mut blocks: Vec<Block> = Vec::new();
        let mut lines = text.lines().zip(1..);
        while let Some((line, at)) = lines.next() {
            let info = line.trim_start_matches('`');
            let fence = &line[..line.len() - info.len()];
            if fence.len() < 3 {
                continue;
            }
            let body: Vec<&str> =
                lines.by_ref().map(|(line, _)| line).take_while(|line| *line != fence).collect();
            let block = Block::read(&code, at, info, &body, blocks.last());
            blocks.push(block);
        }
        Self { code, blocks }
    }

    /// The examples of a role.
    pub(crate) fn of(&self, role: Role) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(move |block| block.role == role)
    }
}

impl Block {
    fn read(code: &str, line: usize, info: &str, body: &[&str], before: Option<&Self>) -> Self {
        let place = format!("{code}:{line}");
        let mut words = info.split(' ');
        let language = words.next().unwrap_or_default();
        assert!(
            matches!(language, "json" | "text"),
            "{place}: a block is json or text, not {language:?}"
        );
        let mut word = words.next().unwrap_or_default();
        let edition = if word == "fixed" {
            before.unwrap_or_else(|| panic!("{place}: nothing to fix before it")).edition
        } else {
            let id = word;
            word = words.next().unwrap_or_default();
            if id == SAMPLE.id {
                &SAMPLE
            } else {
                edition::find(id).unwrap_or_else(|| panic!("{place}: no edition {id:?}"))
            }
        };
        let role = match word {
            "invalid" => Role::Invalid,
            "fixed" => Role::Fixed,
            "valid" => Role::Valid,
            other => panic!("{place}: a block is invalid, fixed or valid, not {other:?}"),
        };
        let mut block = Self {
            line,
            role,
            edition,
            inputs: Inputs::default(),
            whole: false,
            generated: None,
            text: String::new(),
            marks: Vec::new(),
        };
        for word in words {
            match word.split_once('=') {
                None if word == "whole" => block.whole = true,
                Some(("generated", name)) => block.generated = Some(name.to_owned()),
                own => {
                    let list =
                        own.and_then(|(name, range)| Some((block.inputs.list_mut(name)?, range)));
                    let (list, range) =
                        list.unwrap_or_else(|| panic!("{place}: what is {word:?}?"));
                    list.push(range.parse().expect("an address range"));
                }
            }
        }
        let mut texts: Vec<&str> = Vec::new();
        for own in body {
            match mark(own) {
                Some((column, width, code)) => {
                    block.marks.push(Mark {
                        line: texts.len().max(1),
                        column,
                        width,
                        code: code.to_owned(),
                    });
                }
                None => texts.push(own),
            }
        }
        assert!(
            !block.whole || role == Role::Valid,
            "{place}: only a valid example can be a whole body"
        );
        block.marks.sort();
        block.text = texts.join("\n");
        block
    }

    /// The analysis of the text as another edition.
    pub(crate) fn analyse_as(&self, edition: &'static Edition) -> Analysis {
        let text = self.generated.as_ref().map_or_else(|| self.text.clone(), |name| generate(name));
        analyze(text, Some(edition), &self.inputs)
    }

    /// The analysis of the text.
    pub(crate) fn analyse(&self) -> Analysis {
        self.analyse_as(self.edition)
    }
}

/// The column, width and code of a line that marks the one above it.
fn mark(line: &str) -> Option<(usize, usize, &str)> {
    let carets = line.trim_start_matches(' ');
    let column = line.len() - carets.len() + 1;
    let rest = carets.trim_start_matches('^');
    let width = carets.len() - rest.len();
    let code = rest.strip_prefix(' ')?;
    let plain = !code.is_empty()
        && code
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    (width > 0 && plain).then_some((column, width, code))
}

/// The texts that are too long to print, or whose fault cannot be seen.
pub(crate) fn generate(name: &str) -> String {
    match name {
        "too-large" => format!("{{\"kind\": \"{}\"}}", "x".repeat(SIZE_CAP)),
        "too-deep" => "[".repeat(DEPTH_CAP + 1) + &"]".repeat(DEPTH_CAP + 1),
        "byte-order-mark" => "\u{feff}{}".to_owned(),
        "large-certificate" => {
            let line = "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t";
            let ca = line.repeat((1 << 20) / 27 + 1);
            format!(
                r#"{{"spec": {{"authentication": {{"mode": "authenticating_proxy", "authenticatingProxy": {{"ca": "{ca}"}}}}}}}}"#
            )
        }
        other => panic!("no text is called {other:?}"),
    }
}

/// A small API made up for what no edition's table has.
static SAMPLE: Edition = Edition {
    id: "sample",
    name: text("Sample", "示例"),
    document: text("Sample", "示例"),
    root: field(
        "",
        object(&[field("count", Type::Integer(1, 100), text("Count", "数量"))]),
        text("Request body", "请求体"),
    ),
    version: "",
    kinds: Kinds {
        all: &[ClusterKind { id: "sample", name: text("sample", "示例") }],
        of: |_| "sample",
    },
    presets: &[],
    checks: &[],
    ranges: &[],
    capacity: None,
    source: "",
    rows: OnceLock::new(),
};
