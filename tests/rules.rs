//! The pages of `docs/rules/`, run. What the marks and info strings of their examples mean stands in `support/pages.rs`.
//!
//! `BLESS=1 cargo test --test rules` writes the marks and fixed texts that the code makes into the pages; read the difference.

#[path = "support/pages.rs"]
mod pages;
#[path = "support/run.rs"]
mod run;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use clusterwright::analysis::{Analysis, Inputs, analyze};
use clusterwright::diagnostic::{Applicability, Severity};
use clusterwright::edition;
use pages::{Page, Role, directory, pages as all_pages, rules};
use run::{blessed, fixed, footing, rule, run, source, tally, without};

const FINDS: &str = "## What it finds · 发现什么";
const WHY: &str = "## Why · 原因";
const EXAMPLE: &str = "## Example · 示例";
const FIX: &str = "## Fix safety · 修复的安全性";

#[test]
fn every_rule_has_a_page_and_every_page_a_rule() {
    let rules: BTreeSet<&str> = rules().into_iter().map(|(rule, _)| rule.code).collect();
    let pages = all_pages();
    let pages: BTreeSet<&str> = pages.iter().map(|page| page.code.as_str()).collect();
    let missing: Vec<_> = rules.difference(&pages).collect();
    let idle: Vec<_> = pages.difference(&rules).collect();
    assert!(
        missing.is_empty() && idle.is_empty(),
        "rules without a page: {missing:?}; pages without a rule: {idle:?}"
    );
}

#[test]
fn pages_have_the_fixed_form() {
    for page in all_pages() {
        let rule = rule(&page);
        let code = &page.code;
        let text = source(&page);
        let head = format!("# {code}\n\n{}  \n{}\n\n{FINDS}\n", rule.title.en, rule.title.zh);
        assert!(text.starts_with(&head), "{code}: does not start with\n{head}");
        let fixable = fix_kinds(&page);
        let mut wanted = vec![FINDS, WHY, EXAMPLE];
        if !fixable.is_empty() {
            wanted.push(FIX);
        }
        let headings: Vec<&str> =
            outside_blocks(&text).into_iter().filter(|line| line.starts_with("## ")).collect();
        assert_eq!(headings, wanted, "{code}: headings");
        for heading in wanted.iter().filter(|heading| **heading != EXAMPLE) {
            let section = section(&text, heading);
            assert!(
                section.lines().any(is_english) && section.lines().any(is_chinese),
                "{code}: {heading:?} is not there in both languages"
            );
        }
        let footing = footing(rule);
        assert!(
            section(&text, WHY).trim_end().ends_with(&footing),
            "{code}: {WHY:?} does not end with\n{footing}"
        );
        if !fixable.is_empty() {
            let section = section(&text, FIX);
            for (word, kind) in [("**Safe**", "safe"), ("**Unsafe**", "unsafe")] {
                assert_eq!(
                    section.contains(word),
                    fixable.contains(kind),
                    "{code}: does the page tell of {kind} fixes?"
                );
            }
        }
        assert!(page.of(Role::Invalid).next().is_some(), "{code}: no invalid example");
        assert!(page.of(Role::Valid).next().is_some(), "{code}: no valid example");
        for block in page.of(Role::Invalid) {
            let offers = block
                .analyse()
                .diagnostics
                .iter()
                .any(|found| found.rule.code == *code && !found.fixes.is_empty());
            let shows = page
                .blocks
                .iter()
                .any(|other| other.line > block.line && other.role == Role::Fixed);
            assert!(!offers || shows, "{code}:{}: its fix is not shown", block.line);
        }
        for mark in page.blocks.iter().flat_map(|block| &block.marks) {
            assert_eq!(mark.code, *code, "{code}: marks another rule");
        }
    }
}

#[test]
fn pages_show_what_the_rules_find() {
    if std::env::var_os("BLESS").is_some() {
        for page in all_pages() {
            fs::write(directory().join(format!("{}.md", page.code)), blessed(&page))
                .expect("a page can be written");
        }
    }
    let failures: Vec<String> =
        all_pages().iter().filter_map(|page| run(page, &|_| true, &|own| own).err()).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_fix_removes_its_finding_and_adds_no_error() {
    let mut failures = Vec::new();
    let mut fixes = 0;
    let pages = all_pages();
    let blocks =
        pages.iter().flat_map(|page| page.blocks.iter().map(move |block| (&page.code, block)));
    for (code, block) in blocks.filter(|(_, block)| block.generated.as_deref() != Some("too-large"))
    {
        let at = format!("{code}:{}", block.line);
        fixes += apply_each(&at, &block.analyse(), &block.inputs, &mut failures);
    }
    for edition in edition::ALL {
        let printed = printed_examples(edition.id);
        let presets =
            edition.presets.iter().map(|preset| (preset.id.to_owned(), preset.text.to_owned()));
        for (name, text) in presets.chain(printed) {
            let inputs = Inputs::default();
            let analysis = analyze(text, Some(edition), &inputs);
            fixes +=
                apply_each(&format!("{} {name}", edition.id), &analysis, &inputs, &mut failures);
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(fixes > 100, "only {fixes} fixes were tried");
}

/// Applies each fix of each finding by itself; says how many there are.
fn apply_each(at: &str, before: &Analysis, inputs: &Inputs, failures: &mut Vec<String>) -> usize {
    let there = tally(before);
    let mut count = 0;
    for found in &before.diagnostics {
        for fix in &found.fixes {
            count += 1;
            let own = (found.rule.code, before.pointer(&found.place));
            let after = analyze(fixed(before, fix), Some(before.edition), inputs);
            let left = tally(&after).get(&own).copied().unwrap_or_default();
            if left >= there[&own] {
                failures.push(format!(
                    "{at}: {:?} leaves {own:?} in\n{}",
                    fix.title.en,
                    after.text()
                ));
            }
            for new in new_errors(&own, before, &after) {
                failures.push(format!("{at}: {:?} of {own:?} adds {new:?}", fix.title.en));
            }
        }
    }
    count
}

/// The examples that an edition's document prints, as they stand.
fn printed_examples(edition: &str) -> Vec<(String, String)> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/examples");
    let paths = fs::read_dir(directory)
        .expect("tests/examples is there")
        .map(|entry| entry.expect("an entry").path());
    let named =
        paths.map(|path| (path.file_name().expect("a name").to_string_lossy().into_owned(), path));
    let mut own: Vec<(String, PathBuf)> = named
        .filter(|(name, _)| {
            name.starts_with(edition)
                && Path::new(name).extension().is_some_and(|ending| ending == "txt")
        })
        .collect();
    own.sort();
    own.into_iter()
        .map(|(name, path)| (name, fs::read_to_string(path).expect("an example can be read")))
        .collect()
}

#[test]
fn switching_a_check_off_fails_its_page() {
    let pages: BTreeMap<String, Page> =
        all_pages().into_iter().map(|page| (page.code.clone(), page)).collect();
    for (rule, edition) in rules() {
        let Some(page) = pages.get(rule.code) else { continue };
        let outcome = match edition {
            Some(_) => run(page, &|_| true, &|own| without(own, rule.code)),
            None => run(page, &|found| found.rule.code != rule.code, &|own| own),
        };
        assert!(outcome.is_err(), "{}: its page holds without it", rule.code);
    }
}

/// The words for the kinds of fixes that the findings of the page's rule offer in its invalid examples.
fn fix_kinds(page: &Page) -> BTreeSet<&'static str> {
    let mut kinds = BTreeSet::new();
    for block in page.of(Role::Invalid) {
        for found in block.analyse().diagnostics.iter().filter(|found| found.rule.code == page.code)
        {
            for fix in &found.fixes {
                kinds.insert(match fix.applicability {
                    Applicability::Safe => "safe",
                    Applicability::Unsafe => "unsafe",
                });
            }
        }
    }
    kinds
}

/// The errors that a fix of the finding `own` brought. Items may have moved up, so a rule has to be broken more often than before;
/// and where a member was missing that the fix had to make on its way, what the member lacks was missing before.
fn new_errors(
    own: &(&'static str, String),
    before: &Analysis,
    after: &Analysis,
) -> Vec<(&'static str, String)> {
    let (before, after) = (errors(before), errors(after));
    let count = |errors: &[(&'static str, String)], code| {
        errors.iter().filter(|error| error.0 == code).count()
    };
    let within = |pointer: &str, outer: &str| {
        pointer.strip_prefix(outer).is_some_and(|rest| rest.starts_with('/'))
    };
    let known = |new: &(&'static str, String)| {
        before.contains(new)
            || count(&before, new.0) >= count(&after, new.0)
            || before
                .iter()
                .any(|old| old.0 == "field-required" && old != own && within(&new.1, &old.1))
    };
    after.iter().filter(|new| !known(new)).cloned().collect()
}

fn errors(analysis: &Analysis) -> Vec<(&'static str, String)> {
    let errors = analysis.diagnostics.iter().filter(|found| found.severity == Severity::Error);
    errors.map(|found| (found.rule.code, analysis.pointer(&found.place))).collect()
}

fn outside_blocks(text: &str) -> Vec<&str> {
    let mut fence = "";
    text.lines()
        .filter(|line| {
            let ticks = &line[..line.len() - line.trim_start_matches('`').len()];
            let border = if fence.is_empty() { ticks.len() >= 3 } else { *line == fence };
            if border {
                fence = if fence.is_empty() { ticks } else { "" };
            }
            !border && fence.is_empty()
        })
        .collect()
}

fn section<'a>(text: &'a str, heading: &str) -> &'a str {
    let start = text.find(&format!("{heading}\n")).map_or(text.len(), |at| at + heading.len() + 1);
    let rest = &text[start..];
    &rest[..rest.find("\n## ").unwrap_or(rest.len())]
}

fn is_chinese(line: &str) -> bool {
    !line.starts_with('-')
        && line.chars().filter(|char| ('\u{4e00}'..='\u{9fff}').contains(char)).count() >= 2
}

fn is_english(line: &str) -> bool {
    !line.starts_with('-')
        && !line.chars().any(|char| ('\u{4e00}'..='\u{9fff}').contains(&char))
        && line.split(' ').count() >= 4
}
