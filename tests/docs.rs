//! What is written from the tables: the reference pages of `docs/editions/`, the list of rules, and the page's files of long texts in
//! `static/help/`. Each has to be as the tables say.
//!
//! `make docs` (`BLESS=1 cargo test --test docs`) writes them.

#[path = "support/reference.rs"]
mod reference;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use clusterwright::diagnostic::{Locale, Rule, syntax};
use clusterwright::edition;
use clusterwright::spec::faults;
use serde_json::{Map, Value};

/// Every file, by path from the project's root, with the text it has to have.
fn files() -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for edition in edition::ALL {
        files.insert(format!("docs/editions/{}.md", edition.id), reference::page(edition));
        for locale in Locale::ALL {
            let rows = edition.index().rows().filter(|(_, row)| !row.field.help.is_empty());
            let texts = rows.map(|(_, row)| (row.pointer, row.field.help.get(locale)));
            files.insert(help(edition.id, locale), object(texts));
        }
    }
    let rules = rules();
    for locale in Locale::ALL {
        let texts = rules.values().map(|rule| (rule.code, rule.help.get(locale)));
        files.insert(help("rules", locale), object(texts));
    }
    files.insert("docs/rules/README.md".to_owned(), reference::list(rules.values().copied()));
    files
}

fn help(name: &str, locale: Locale) -> String {
    format!("static/help/{name}.{}.json", locale.tag())
}

fn object<'a>(texts: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let texts: Map<String, Value> =
        texts.map(|(key, text)| (key.to_owned(), Value::from(text))).collect();
    serde_json::to_string_pretty(&texts).expect("texts are JSON") + "\n"
}

fn rules() -> BTreeMap<&'static str, &'static Rule> {
    let own = edition::ALL.iter().flat_map(|edition| edition.checks).map(|check| &check.rule);
    let all = faults::ALL.into_iter().chain(&syntax::ALL).chain(edition::RULES).chain(own);
    all.map(|rule| (rule.code, rule)).collect()
}

fn there(folder: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let Ok(entries) = fs::read_dir(path) else { return Vec::new() };
    let name = |entry: fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
    entries.map(|entry| format!("{folder}/{}", name(entry.expect("an entry")))).collect()
}

#[test]
fn what_is_written_from_the_tables_is_up_to_date() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = files();
    if std::env::var_os("BLESS").is_some() {
        for (path, text) in &files {
            let path = root.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
            fs::write(path, text).expect("a file can be written");
        }
    }
    let stale: Vec<&String> = files
        .iter()
        .filter(|(path, text)| fs::read_to_string(root.join(path)).ok().as_ref() != Some(*text))
        .map(|(path, _)| path)
        .collect();
    assert!(stale.is_empty(), "out of date, `make docs` writes them anew: {stale:?}");
    let known = ["docs/editions", "static/help"].into_iter().flat_map(there);
    let idle: Vec<String> = known.filter(|path| !files.contains_key(path)).collect();
    assert!(idle.is_empty(), "nothing is written to {idle:?} any more");
}

#[test]
fn a_reference_page_names_every_member_with_its_source() {
    for edition in edition::ALL {
        let page = reference::page(edition);
        for (_, row) in edition.index().rows().skip(1) {
            assert!(
                page.contains(&format!("`{}`", row.pointer)),
                "{}: {}",
                edition.id,
                row.pointer
            );
            assert!(page.contains(row.field.source), "{}: {}", edition.id, row.field.source);
            for choice in row.field.choices() {
                let line = format!("`{}`: {}", choice.value, choice.help.en);
                assert!(page.contains(&line), "{}: {line}", edition.id);
            }
        }
    }
}
