//! What holds of the project's files: which module knows which, what no file says, links. A failure says which file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::Command;

use clusterwright::edition;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The project's files as text, by path from its root: everything but what `.gitignore` names.
fn files() -> BTreeMap<String, String> {
    let ignored = fs::read_to_string(root().join(".gitignore")).expect(".gitignore is there");
    let ignored: Vec<&str> = ignored
        .lines()
        .map(|line| line.trim_matches('/'))
        .filter(|line| !line.is_empty())
        .collect();
    let mut files = BTreeMap::new();
    let mut open = vec![root().to_path_buf()];
    while let Some(directory) = open.pop() {
        for entry in fs::read_dir(&directory).expect("a directory can be listed") {
            let path = entry.expect("a directory can be listed").path();
            let name =
                path.file_name().expect("an entry has a name").to_string_lossy().into_owned();
            let skipped = name == ".git"
                || ignored.iter().any(|ignored| match ignored.split_once('*') {
                    Some((start, end)) => name.starts_with(start) && name.ends_with(end),
                    None => *ignored == name,
                });
            if skipped {
                continue;
            }
            if path.is_dir() {
                open.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                let own = path
                    .strip_prefix(root())
                    .expect("it lies below the root")
                    .to_string_lossy()
                    .replace('\\', "/");
                files.insert(own, text);
            }
        }
    }
    files
}

fn sources(under: &str) -> Vec<(String, String)> {
    files()
        .into_iter()
        .filter(|(path, _)| path.starts_with(under) && has_ending(path, "rs"))
        .collect()
}

fn has_ending(path: &str, ending: &str) -> bool {
    Path::new(path).extension().is_some_and(|own| own == ending)
}

/// The modules in the one order in which they may know each other: a module knows those on the lines above its own.
const ORDER: [&[&str]; 12] = [
    &["text"],
    &["json"],
    &["diagnostic"],
    &["spec"],
    &["network"],
    &["rules"],
    &["edition"],
    &["analysis"],
    &["secrets"],
    &["form", "completion", "request", "picture", "share"],
    &["import"],
    &["cli", "app"],
];

#[test]
fn modules_depend_one_way_only() {
    let rank = |module: &str| ORDER.iter().position(|line| line.contains(&module));
    let mut seen = BTreeSet::new();
    let mut failures = Vec::new();
    for (path, text) in sources("src/") {
        let module = path["src/".len()..].split(['/', '.']).next().unwrap_or_default().to_owned();
        if matches!(module.as_str(), "lib" | "main" | "bin") {
            continue;
        }
        let Some(own) = rank(&module) else {
            failures.push(format!("{path}: the order does not name its module"));
            continue;
        };
        seen.insert(module.clone());
        for (line, number) in text.lines().zip(1..) {
            for other in named_modules(line) {
                match rank(&other) {
                    Some(at) if at < own || other == module => {}
                    Some(_) => failures.push(format!("{path}:{number}: {module} knows {other}")),
                    None => {
                        failures.push(format!("{path}:{number}: the order does not name {other}"));
                    }
                }
            }
        }
    }
    let missing: Vec<_> =
        ORDER.iter().copied().flatten().filter(|module| !seen.contains(**module)).collect();
    assert!(missing.is_empty(), "named in the order and not there: {missing:?}");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// The modules that a line of code names after `crate::` or `clusterwright::`.
fn named_modules(line: &str) -> Vec<String> {
    let code = line.split("//").next().unwrap_or_default();
    let mut named = Vec::new();
    for prefix in ["crate::", "clusterwright::"] {
        for (at, _) in code.match_indices(prefix) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|char| char.is_alphanumeric() || matches!(char, '_' | '$' | ':'))
            {
                continue;
            }
            let rest = &code[at + prefix.len()..];
            let word = |text: &str| -> String {
                text.chars().take_while(|char| char.is_alphanumeric() || *char == '_').collect()
            };
            if let Some(group) = rest.strip_prefix('{') {
                let mut depth = 0;
                let mut start = 0;
                for (at, char) in group.char_indices() {
                    match char {
                        '{' => depth += 1,
                        '}' if depth > 0 => depth -= 1,
                        ',' | '}' if depth == 0 => {
                            named.push(word(group[start..at].trim()));
                            start = at + 1;
                        }
                        _ => {}
                    }
                }
            } else {
                named.push(word(rest));
            }
        }
    }
    named.retain(|name| name.starts_with(|char: char| char.is_ascii_lowercase()));
    named
}

#[test]
fn dependencies_are_told_from_code() {
    assert_eq!(named_modules("use crate::spec::{Cond, view::View};"), ["spec"]);
    assert_eq!(
        named_modules("use crate::{json, diagnostic::{Arg, text}, rules};"),
        ["json", "diagnostic", "rules"]
    );
    assert_eq!(
        named_modules("    let at = crate::text::apply(text, &edits); // crate::app"),
        ["text"]
    );
    assert_eq!(named_modules("use clusterwright::form::Form;"), ["form"]);
    assert_eq!(named_modules("//! see [`crate::app`]"), [""; 0]);
}

/// Names of members that are words of the page's own as well, and say nothing of a vendor.
const GENERAL: [&str; 21] = [
    "*",
    "key",
    "value",
    "effect",
    "size",
    "name",
    "type",
    "kind",
    "mode",
    "version",
    "status",
    "cidr",
    "labels",
    "spec",
    "metadata",
    "description",
    "disabled",
    "category",
    "vpc",
    "az",
    "count",
];

#[test]
fn the_page_names_no_field() {
    let names: BTreeSet<&str> = edition::ALL
        .iter()
        .flat_map(|edition| edition.index().rows().map(|(_, row)| row.field.name))
        .filter(|name| !name.is_empty() && !GENERAL.contains(name))
        .collect();
    let mut failures = Vec::new();
    for (path, text) in sources("src/app/") {
        for (line, number) in text.lines().zip(1..) {
            let words: BTreeSet<&str> =
                line.split(|char: char| !char.is_alphanumeric() && char != '_').collect();
            for name in &names {
                let plain = name.chars().all(|char| char.is_alphanumeric() || char == '_');
                if plain && words.contains(name) || !plain && line.contains(name) {
                    failures.push(format!("{path}:{number}: names the field {name}"));
                }
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    for name in GENERAL {
        let known = edition::ALL
            .iter()
            .any(|edition| edition.index().rows().any(|(_, row)| row.field.name == name));
        assert!(known, "{name} is no field: take it off the list");
    }
}

/// Where a Chinese character and what is filled in stand side by side, filling closes the space up if that is Chinese too.
#[test]
fn the_pages_chinese_has_a_space_beside_latin_and_what_is_filled_in() {
    let chinese = |char: char| ('\u{4e00}'..='\u{9fff}').contains(&char);
    let other = |char: char| char.is_ascii_alphanumeric() || "{}".contains(char);
    let mut failures = Vec::new();
    for (path, text) in sources("src/app/") {
        for (line, number) in text.lines().zip(1..) {
            let pairs = line.chars().zip(line.chars().skip(1));
            let close =
                |(left, right)| chinese(left) && other(right) || other(left) && chinese(right);
            if pairs.into_iter().any(close) {
                failures.push(format!("{path}:{number}: {}", line.trim()));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn the_native_build_has_no_page() {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| env!("CARGO").into());
    let output = Command::new(cargo)
        .args([
            "tree",
            "--offline",
            "--locked",
            "--edges",
            "normal",
            "--prefix",
            "none",
            "--format",
            "{p}",
        ])
        .current_dir(root())
        .output()
        .expect("cargo can be run");
    assert!(output.status.success(), "cargo tree: {}", String::from_utf8_lossy(&output.stderr));
    let tree = String::from_utf8_lossy(&output.stdout);
    let packages: BTreeSet<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(packages.contains("clusterwright") && packages.contains("ipnet"), "{tree}");
    for package in packages {
        let page = ["leptos", "wasm-bindgen", "web-sys", "js-sys", "gloo"]
            .iter()
            .any(|start| package.starts_with(start));
        assert!(!page, "{package} is part of the native build");
    }
}

#[test]
fn files_name_no_machine_and_no_registry() {
    // Written apart, so that this file is not found itself.
    let machine = [
        concat!("/ro", "ot/"),
        concat!("/ho", "me/"),
        concat!("/wo", "rk/"),
        concat!("/Us", "ers/"),
        concat!("/private/", "tmp"),
    ];
    let mut failures = Vec::new();
    for (path, text) in files() {
        for (line, number) in text.lines().zip(1..) {
            for part in machine {
                if line.contains(part) {
                    failures.push(format!("{path}:{number}: {part}"));
                }
            }
            let registry = if path == "Cargo.lock" {
                line.starts_with("source = ")
                    && !line.contains("registry+https://github.com/rust-lang/crates.io-index")
            } else if path == "package-lock.json" {
                line.contains("\"resolved\"") && !line.contains("https://registry.npmjs.org/")
            } else {
                has_ending(&path, "npmrc") && line.contains("registry=")
                    || path == ".npmrc" && line.starts_with("registry")
            };
            if registry {
                failures.push(format!("{path}:{number}: a registry: {line}"));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn links_between_files_resolve() {
    let files = files();
    let mut failures = Vec::new();
    let mut checked = 0;
    for (path, text) in files.iter().filter(|(path, _)| has_ending(path, "md")) {
        for (at, _) in text.match_indices("](") {
            let target = text[at + 2..].split([')', ' ', '\n']).next().unwrap_or_default();
            if target.is_empty() || target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            checked += 1;
            let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
            let full = if file.is_empty() {
                PathBuf::from(path)
            } else {
                normal(&Path::new(path).with_file_name(""), file)
            };
            if !root().join(&full).exists() {
                failures.push(format!("{path}: {target} is not there"));
            } else if !anchor.is_empty() && has_ending(&full.to_string_lossy(), "md") {
                let text = fs::read_to_string(root().join(&full)).expect("a page can be read");
                if !text
                    .lines()
                    .filter(|line| line.starts_with('#'))
                    .any(|line| slug(line) == anchor)
                {
                    failures.push(format!("{path}: {target} has no such heading"));
                }
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(checked > 0 || !files.contains_key("README.md"), "no link was looked at");
}

fn normal(base: &Path, relative: &str) -> PathBuf {
    let mut path = PathBuf::new();
    for part in base.join(relative).components() {
        match part {
            Component::ParentDir => {
                path.pop();
            }
            Component::CurDir => {}
            other => path.push(other),
        }
    }
    path
}

/// A heading as forges make anchors of it.
fn slug(heading: &str) -> String {
    let words = heading.trim_start_matches('#').trim().to_lowercase();
    words
        .chars()
        .filter(|char| char.is_alphanumeric() || matches!(char, ' ' | '-' | '_'))
        .collect::<String>()
        .replace(' ', "-")
}
