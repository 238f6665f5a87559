//! Running the examples of a page, and making their marks.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::sync::OnceLock;

use clusterwright::analysis::{Analysis, analyze};
use clusterwright::diagnostic::{Basis, Diagnostic, Fix, Rule, Severity};
use clusterwright::edition::Edition;
use clusterwright::text::apply;

use crate::pages::{Block, Mark, Page, Role, directory, rules};

/// The page as it stands.
pub(crate) fn source(page: &Page) -> String {
    fs::read_to_string(directory().join(format!("{}.md", page.code))).expect("a page can be read")
}

/// The rule that a page is about.
pub(crate) fn rule(page: &Page) -> &'static Rule {
    let found = rules().into_iter().find(|(rule, _)| rule.code == page.code);
    found.unwrap_or_else(|| panic!("{}: no rule of that code", page.code)).0
}

/// Runs every example with the findings that `keep` lets through, in the edition that `stand_in` gives for the block's own.
/// Says what is not as the page claims.
pub(crate) fn run(
    page: &Page,
    keep: &dyn Fn(&Diagnostic) -> bool,
    stand_in: &dyn Fn(&'static Edition) -> &'static Edition,
) -> Result<(), String> {
    let mut last = None;
    for block in &page.blocks {
        let place = format!("{}:{}", page.code, block.line);
        let edition = stand_in(block.edition);
        match block.role {
            Role::Fixed => {
                let broken: &Block =
                    last.ok_or_else(|| format!("{place}: nothing to fix before it"))?;
                let fixed = fix_own(&page.code, broken, edition, keep);
                if fixed != block.text {
                    return Err(format!(
                        "{place}: the fix gives\n{fixed}\ninstead of\n{}",
                        block.text
                    ));
                }
            }
            Role::Invalid => {
                last = Some(block);
                let analysis = block.analyse_as(edition);
                let mut found = marks(&page.code, &analysis, keep);
                found.sort();
                if block.generated.is_some() {
                    if found.len() != 1 {
                        return Err(format!("{place}: {} findings instead of one", found.len()));
                    }
                } else if found != block.marks || found.is_empty() {
                    return Err(format!(
                        "{place}: the findings are\n{}",
                        draw(&block.text, &found)
                    ));
                }
            }
            Role::Valid => {
                let analysis = block.analyse_as(edition);
                let breach =
                    analysis.diagnostics.iter().filter(|found| keep(found)).find(|found| {
                        found.rule.code == page.code
                            || block.whole && found.severity == Severity::Error
                    });
                if let Some(found) = breach {
                    let pointer = analysis.pointer(&found.place);
                    return Err(format!(
                        "{place}: {} at {pointer:?} in a valid example",
                        found.rule.code
                    ));
                }
            }
        }
    }
    Ok(())
}

/// A page with the marks and fixed texts that the code really makes.
pub(crate) fn blessed(page: &Page) -> String {
    let mut out = String::new();
    let text = source(page);
    let mut blocks = page.blocks.iter().peekable();
    let mut lines = text.lines().zip(1..);
    let mut last = None;
    while let Some((line, at)) = lines.next() {
        out += line;
        out += "\n";
        let Some(block) = blocks.next_if(|block| block.line == at) else { continue };
        let fence = &line[..line.len() - line.trim_start_matches('`').len()];
        let body: Vec<&str> =
            lines.by_ref().map(|(line, _)| line).take_while(|line| *line != fence).collect();
        if block.role == Role::Invalid {
            last = Some(block);
        }
        out += &match block.role {
            Role::Invalid if block.generated.is_none() => {
                let mut found = marks(&page.code, &block.analyse_as(block.edition), &|_| true);
                found.sort();
                draw(&block.text, &found)
            }
            Role::Fixed => {
                fix_own(&page.code, last.expect("an invalid block"), block.edition, &|_| true)
                    + "\n"
            }
            Role::Invalid | Role::Valid => body.iter().flat_map(|line| [line, "\n"]).collect(),
        };
        out += fence;
        out += "\n";
    }
    out
}

/// The text after a fix.
pub(crate) fn fixed(analysis: &Analysis, fix: &Fix) -> String {
    apply(analysis.text(), &analysis.edits(fix))
}

/// How many findings there are of each rule and severity at each pointer.
pub(crate) fn tally(analysis: &Analysis) -> BTreeMap<(&'static str, String), usize> {
    let mut tally = BTreeMap::new();
    for found in &analysis.diagnostics {
        *tally.entry((found.rule.code, analysis.pointer(&found.place))).or_default() += 1;
    }
    tally
}

/// The block's text after its rule's own first fixes.
fn fix_own(
    code: &str,
    block: &Block,
    edition: &'static Edition,
    keep: &dyn Fn(&Diagnostic) -> bool,
) -> String {
    let mut analysis = block.analyse_as(edition);
    for _ in 0..10 {
        let own =
            analysis.diagnostics.iter().filter(|found| found.rule.code == code && keep(found));
        let Some(fix) = own.into_iter().find_map(|found| found.fixes.first()) else { break };
        analysis = analyze(fixed(&analysis, fix), Some(edition), &block.inputs);
    }
    analysis.doc.into_text()
}

/// Where the findings of a rule stand.
fn marks(code: &str, analysis: &Analysis, keep: &dyn Fn(&Diagnostic) -> bool) -> Vec<Mark> {
    let own = analysis.diagnostics.iter().filter(|found| found.rule.code == code && keep(found));
    own.map(|found| {
        let span = analysis.mark(&found.place);
        let start = analysis.lines().position(analysis.text(), span.start);
        let line = analysis.lines().span(analysis.text(), start.line);
        let shown =
            &analysis.text()[span.start as usize..span.end.min(line.end).max(span.start) as usize];
        Mark {
            line: start.line as usize,
            column: start.column as usize,
            width: shown.chars().count().max(1),
            code: code.to_owned(),
        }
    })
    .collect()
}

/// A text with its marks below its lines.
fn draw(text: &str, marks: &[Mark]) -> String {
    let mut out = String::new();
    for (line, at) in text.split('\n').zip(1..) {
        out += line;
        out += "\n";
        for mark in marks.iter().filter(|mark| mark.line == at) {
            let _ = writeln!(
                out,
                "{}{} {}",
                " ".repeat(mark.column - 1),
                "^".repeat(mark.width),
                mark.code
            );
        }
    }
    out
}

/// `edition` without one of its checks.
pub(crate) fn without(edition: &'static Edition, code: &str) -> &'static Edition {
    let checks: Vec<_> =
        edition.checks.iter().copied().filter(|check| check.rule.code != code).collect();
    Box::leak(Box::new(Edition {
        checks: Vec::leak(checks),
        rows: OnceLock::new(),
        id: edition.id,
        name: edition.name,
        document: edition.document,
        root: edition.root,
        version: edition.version,
        kinds: edition.kinds,
        presets: edition.presets,
        ranges: edition.ranges,
        capacity: edition.capacity,
        source: edition.source,
    }))
}

/// What a page says a rule rests on.
pub(crate) fn footing(rule: &Rule) -> String {
    let places: Vec<String> = rule
        .sources
        .iter()
        .map(|source| format!("{}, {}", source.document, source.location))
        .collect();
    let source = if places.is_empty() {
        "the row of the member · 该参数所在的表格行".to_owned()
    } else {
        places.join(" | ")
    };
    let basis = match rule.basis {
        Basis::Stated => "stated · 文档明示",
        Basis::Example => "seen in an example · 仅见于示例",
        Basis::Derived => "derived · 推导得出",
    };
    let severity = match rule.severity {
        Severity::Error => "error · 错误",
        Severity::Warning => "warning · 警告",
        Severity::Info => "note · 提示",
    };
    format!("- Source · 来源: {source}\n- Basis · 依据: {basis}\n- Severity · 级别: {severity}")
}
