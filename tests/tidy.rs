//! What holds all over the project: its order, its words, its secrets. A failure says which file or row.

#[path = "support/pages.rs"]
mod pages;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::Command;

use clusterwright::analysis::{Analysis, Inputs, analyze};
use clusterwright::diagnostic::{Arg, Locale, Rule, Text, syntax};
use clusterwright::edition::{self, Edition};
use clusterwright::json::{Fault, NodeId};
use clusterwright::rules::How;
use clusterwright::share;
use clusterwright::spec::{Field, Format, Required, Row, Type};
use clusterwright::{picture, request};
use pages::{Role, pages as all_pages, rules};

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

#[test]
fn codes_are_kebab_case_and_unique() {
    let mut seen: BTreeMap<&str, &Rule> = BTreeMap::new();
    for (rule, edition) in rules() {
        let code = rule.code;
        let words = code.split('-').all(|word| {
            !word.is_empty()
                && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
        assert!(words && code.contains('-'), "{code} is not kebab-case");
        // Editions of a family share rules.
        let other = seen.insert(code, rule);
        assert!(other.is_none_or(|other| std::ptr::eq(other, rule)), "{code} is used twice");
        let family = edition.map_or("", |edition| edition.id.split('-').next().unwrap_or_default());
        assert!(code.starts_with(family), "{code} does not start with {family}");
    }
}

#[test]
fn every_fault_of_the_parser_has_a_rule() {
    let source = fs::read_to_string(root().join("src/json/mod.rs")).expect("the faults are there");
    let body = source
        .split("pub enum Fault {")
        .nth(1)
        .and_then(|rest| rest.split("\n}").next())
        .expect("enum Fault");
    let faults: Vec<&str> = body
        .lines()
        .map(str::trim)
        .filter(|line| !line.starts_with("//") && !line.is_empty())
        .collect();
    assert_eq!(faults.len(), syntax::ALL.len(), "{faults:?}");
    for (fault, rule) in [(Fault::Empty, "json-empty"), (Fault::DuplicateKey, "json-duplicate-key")]
    {
        assert_eq!(syntax::rule_of(fault).code, rule);
    }
    for name in faults {
        let name = name.trim_end_matches(',');
        let kebab: String = name
            .chars()
            .flat_map(|char| {
                if char.is_uppercase() { vec!['-', char.to_ascii_lowercase()] } else { vec![char] }
            })
            .collect();
        assert!(
            syntax::ALL.iter().any(|rule| rule.code == format!("json{kebab}")),
            "{name} has no rule json{kebab}"
        );
    }
}

fn places(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

#[test]
fn messages_name_the_same_arguments_in_both_languages() {
    for (rule, _) in rules() {
        for (what, words) in [("title", rule.title), ("message", rule.message), ("help", rule.help)]
        {
            assert!(!words.en.is_empty() && !words.zh.is_empty(), "{}: no {what}", rule.code);
            assert_eq!(places(words.en), places(words.zh), "{}: {what}", rule.code);
        }
        assert!(places(rule.title.en).is_empty(), "{}: a title has no arguments", rule.code);
    }
}

/// The analyses of every example of every page, and of every preset, with where they come from.
fn corpus() -> Vec<(String, Analysis)> {
    let mut corpus = Vec::new();
    for page in all_pages() {
        let blocks =
            [Role::Invalid, Role::Fixed, Role::Valid].into_iter().flat_map(|role| page.of(role));
        for block in blocks.filter(|block| block.generated.is_none()) {
            corpus.push((format!("{}:{}", page.code, block.line), block.analyse()));
        }
    }
    for edition in edition::ALL {
        for preset in edition.presets {
            let analysis = analyze(preset.text, Some(edition), &Inputs::default());
            corpus.push((format!("{} {}", edition.id, preset.id), analysis));
        }
    }
    corpus
}

#[test]
fn every_place_in_a_message_is_filled() {
    let mut failures = BTreeSet::new();
    for (at, analysis) in corpus() {
        for found in &analysis.diagnostics {
            let code = format!("{at}: {}", found.rule.code);
            for words in [found.message, found.help] {
                for locale in Locale::ALL {
                    for place in places(words.get(locale)) {
                        if !found.args.iter().any(|(name, _)| *name == place) {
                            failures.insert(format!(
                                "{code}: nothing fills {{{place}}} of {:?}",
                                words.get(locale)
                            ));
                        }
                    }
                }
                if places(words.en) != places(words.zh) {
                    failures.insert(format!(
                        "{code}: {words:?} names other arguments in the other language"
                    ));
                }
            }
            for fix in &found.fixes {
                if fix.title.en.is_empty() || places(fix.title.en) != places(fix.title.zh) {
                    failures.insert(format!(
                        "{code}: the fix {:?} has not the same words in both languages",
                        fix.title
                    ));
                }
                for place in places(fix.title.en) {
                    if !fix.args.iter().any(|(name, _)| *name == place) {
                        failures.insert(format!(
                            "{code}: nothing fills {{{place}}} of the fix {:?}",
                            fix.title.en
                        ));
                    }
                }
            }
            let texts = found.args.iter().flat_map(|(_, arg)| texts_of(arg));
            for text in texts.filter(|text| !text.is_empty() && !speaks_both(*text)) {
                failures.insert(format!("{code}: {text:?} is not there in both languages"));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.into_iter().collect::<Vec<_>>().join("\n"));
}

fn texts_of(arg: &Arg) -> Vec<Text> {
    match arg {
        Arg::Text(text) => vec![*text],
        Arg::List(items) => items.iter().flat_map(texts_of).collect(),
        Arg::Plain(_) | Arg::Number(_) => Vec::new(),
    }
}

/// Words that Chinese takes over as they are.
const TERMS: [&str; 4] = ["VPC ID", "IPv6", "null", "Open Telekom Cloud CCE v3"];

fn speaks_both(words: Text) -> bool {
    let chinese = |char| matches!(char, '\u{4e00}'..='\u{9fff}');
    let term = words.en == words.zh && TERMS.contains(&words.en);
    term || !words.en.is_empty() && !words.en.chars().any(chinese) && words.zh.chars().any(chinese)
}

#[test]
fn everything_is_said_in_both_languages() {
    let mut failures = Vec::new();
    let mut say = |what: String, words: Text| {
        if !speaks_both(words) {
            failures.push(format!("{what}: {words:?}"));
        }
    };
    for (rule, _) in rules() {
        for (what, words) in [("title", rule.title), ("message", rule.message), ("help", rule.help)]
        {
            // What is nothing but an argument says what the argument says.
            if !words.en.starts_with('{')
                || !words.en.ends_with('}')
                || words.en.matches('{').count() > 1
            {
                say(format!("{} {what}", rule.code), words);
            }
        }
    }
    for edition in edition::ALL {
        let id = edition.id;
        say(format!("{id}: name"), edition.name);
        say(format!("{id}: document"), edition.document);
        say(format!("{id}: success"), edition.views().request.success);
        for kind in edition.kinds.all {
            say(format!("{id}: kind {}", kind.id), kind.name);
        }
        for group in edition.views().layout {
            say(format!("{id}: group"), group.title);
            if !group.help.is_empty() || !group.help.zh.is_empty() {
                say(format!("{id}: help of a group"), group.help);
            }
        }
        for preset in edition.presets {
            say(format!("{id}: preset {}", preset.id), preset.name);
            say(format!("{id}: help of preset {}", preset.id), preset.help);
        }
        for range in edition.ranges {
            say(format!("{id}: range {}", range.pointer), range.name);
        }
        let request = &edition.views().request;
        let helps = request.headers.iter().map(|header| header.help);
        let helps = helps.chain(request.variables.iter().map(|variable| variable.help));
        for help in helps.chain(request.prerequisites.iter().copied()) {
            say(format!("{id}: request"), help);
        }
        for (_, row) in edition.index().rows() {
            for (what, words) in row_words(row.field) {
                say(format!("{id}: {what} of {}", row.pointer), words);
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Everything a row says, with what it is.
fn row_words(field: &Field) -> Vec<(&'static str, Text)> {
    let mut words = vec![("label", field.label)];
    if !field.help.is_empty() || !field.help.zh.is_empty() {
        words.push(("help", field.help));
    }
    words.extend(field.choices().iter().map(|choice| ("a choice", choice.help)));
    words.extend(
        field.choices().iter().filter_map(|choice| choice.when.map(|(_, words)| ("a gate", words))),
    );
    words.extend(field.read_only.map(|because| ("the reason for read-only", because)));
    words.extend(field.note.map(|note| ("the note", note.text)));
    words.extend(field.deprecated.map(|deprecated| ("the deprecation", deprecated.because)));
    words.extend(field.forbidden.map(|forbidden| ("the prohibition", forbidden.because)));
    words.extend(field.pattern.map(|pattern| ("the pattern", pattern.words)));
    if let Required::When(_, because) = field.required {
        words.push(("the demand", because));
    }
    words
}

#[test]
fn every_row_has_a_source_and_help() {
    let mut failures = Vec::new();
    for edition in edition::ALL {
        for (_, row) in edition.index().rows() {
            let field = row.field;
            let own = format!("{} {:?}", edition.id, row.pointer);
            if field.source.is_empty() {
                failures.push(format!("{own}: no source"));
            }
            // Items of a list, free members and the body are explained where they are listed.
            let elsewhere = field.name == "*" || field.name.is_empty();
            if field.help.is_empty() && field.read_only.is_none() && !elsewhere {
                failures.push(format!("{own}: no help"));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn rows_point_at_rows() {
    for edition in edition::ALL {
        let index = edition.index();
        let known = |pointer: &'static str| {
            assert!(index.find(pointer).is_some(), "{}: no row {pointer}", edition.id);
        };
        for (_, row) in index.rows() {
            if let Some(successor) =
                row.field.deprecated.and_then(|deprecated| deprecated.successor)
            {
                known(successor);
            }
        }
        edition
            .views()
            .layout
            .iter()
            .flat_map(|group| group.rows)
            .for_each(|pointer| known(pointer));
        let members = edition.ranges.iter().filter(|range| !range.pointer.is_empty());
        members.for_each(|range| known(range.pointer));
        for (_, row) in index.rows() {
            for kind in row.field.kinds {
                let there = edition.kinds.all.iter().any(|own| own.id == *kind);
                assert!(there, "{}: {} names no kind {kind}", edition.id, row.pointer);
            }
        }
        if !edition.version.is_empty() {
            known(edition.version);
        }
    }
}

/// Rules are shared by the editions of a family, so a pointer of one may be unknown to some, but not to all.
#[test]
fn rules_look_at_members_that_an_edition_has() {
    fn pointers(how: &How, out: &mut Vec<&'static str>) {
        match how {
            How::AtMostOneOf(own)
            | How::AtLeastOneOf(own, _)
            | How::ExactlyOneOf(own, _)
            | How::Together(own)
            | How::Ascending(own)
            | How::Distinct(own) => {
                out.extend(*own);
            }
            How::Wrong { at, related, .. } | How::MustBe { at, related, .. } => {
                out.extend(related.iter().chain([at]));
            }
            How::CountEquals(own, _) => out.push(own),
            How::Each(ways) => ways.iter().for_each(|how| pointers(how, out)),
            How::SameCount(number, arrays) => out.extend(arrays.iter().chain([number])),
            How::Disjoint(some, others) => out.extend(some.iter().chain(*others)),
            How::StartsWith(own, with) | How::PrefixLonger { number: own, range: with, .. } => {
                out.extend([own, with]);
            }
            How::RangesDisjoint(..) | How::Code(_) => {}
        }
    }
    let checks: Vec<_> = edition::ALL
        .iter()
        .flat_map(|edition| edition.checks.iter().map(move |check| (edition, check)))
        .collect();
    for (_, check) in &checks {
        let mut named = Vec::new();
        pointers(&check.how, &mut named);
        for pointer in named {
            let known = checks.iter().any(|(edition, other)| {
                other.rule.code == check.rule.code && edition.index().find(pointer).is_some()
            });
            assert!(known, "{}: no edition has {pointer}", check.rule.code);
        }
    }
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

/// What must never be seen again. Some hold what a placeholder or a Base64 text holds, since those have messages of their own.
const CANARIES: [&str; 7] = [
    "Canary7Secret",
    "CanaryxxxSecret",
    "Canary***Secret",
    "Canary 7\\nSecretABC",
    "LS0tCanary7Secret",
    "-----BEGIN PRIVATE KEY-----\\nCanary7Secret\\n-----END PRIVATE KEY-----",
    "4021799430",
];

/// Whether a text shows a part of a canary.
fn sings(text: &str) -> bool {
    // The last is how the key above begins in Base64.
    ["Canary", "7Secret", "xxxSecret", "4021799", "LS0tLS1CRUdJTi"]
        .iter()
        .any(|part| text.contains(part))
}

#[test]
fn no_output_holds_a_secret() {
    let mut rows_seen = 0;
    let mut leaks = BTreeMap::new();
    for &edition in &edition::ALL {
        for (_, row) in edition.index().rows().filter(|(_, row)| row.field.secret) {
            rows_seen += 1;
            for spelling in spellings() {
                // The one item of an array is its first.
                let pointer = row.pointer.replace('*', "0");
                hear(edition, &body(row.pointer, &spelling), &pointer, &mut leaks);
            }
        }
        for name in ["accessKeySecret", "access_key_id", "password", "X-Auth-Token", "secretKey"] {
            for pointer in
                [format!("/{name}"), format!("/spec/{name}"), format!("/spec/hostNetwork/{name}")]
            {
                for spelling in spellings() {
                    hear(edition, &body(&pointer, &spelling), &pointer, &mut leaks);
                }
            }
        }
    }
    assert!(rows_seen > 0, "no edition has a secret row");
    let leaks: Vec<String> =
        leaks.into_iter().map(|(what, example)| format!("the {what} holds {example}")).collect();
    assert!(leaks.is_empty(), "{}", leaks.join("\n\n"));
}

/// The canaries in every spelling: as a string, faultily quoted, bare, as other JSON, twice.
fn spellings() -> Vec<String> {
    let mut spellings = Vec::new();
    for canary in CANARIES {
        spellings.push(format!("\"{canary}\""));
        spellings.push(format!("'{canary}'"));
        spellings.push(format!("\u{201c}{canary}\u{201d}"));
        spellings.push(canary.to_owned());
        spellings.push(format!("\"{canary}"));
        spellings.push(format!("\"a\"{canary}\"b\""));
        spellings.push(format!("\"{canary}\\q\""));
        spellings.push(format!("[\"{canary}\", \"{canary}\"]"));
        spellings.push(format!("{{\"{canary}\": 1, \"{canary}\": 2}}"));
        spellings.push(format!("{{\"value\": \"{canary}\"}}"));
        spellings.push(format!("\" {canary} \""));
    }
    spellings
}

/// A body that says `json` at a pointer, whose `*` become the first item or a member.
fn body(pointer: &str, json: &str) -> String {
    let segments: Vec<String> = pointer
        .split('/')
        .skip(1)
        .map(|segment| clusterwright::json::unescape(segment).into_owned())
        .collect();
    segments.iter().rev().fold(json.to_owned(), |inner, segment| {
        if segment == "*" {
            format!("[{inner}]")
        } else {
            format!("{{\n\"{segment}\": {inner}\n}}")
        }
    })
}

/// Looks at everything that may leave the editor for a text; adds to `leaks` what holds a secret, with the first example.
fn hear(
    edition: &'static Edition,
    text: &str,
    pointer: &str,
    leaks: &mut BTreeMap<String, String>,
) {
    let analysis = analyze(text, Some(edition), &Inputs::default());
    let mut outputs: Vec<_> = request::Shell::ALL
        .iter()
        .map(|shell| (shell.id().to_owned(), shell.snippet(&analysis)))
        .collect();
    let cut = share::cut(&analysis);
    outputs.push(("text of a link".to_owned(), cut.body.text().to_owned()));
    outputs.push(("preview of what is left out".to_owned(), format!("{:?}", cut.left_out)));
    outputs.push(("file".to_owned(), share::file(&share::Setting::default(), &cut.body)));
    if cut.left_out.is_empty() {
        outputs.push(("cut that says nothing of it".to_owned(), text.to_owned()));
    }
    let view = analysis.view();
    for node in (0..u32::try_from(analysis.doc.len()).expect("a small body")).map(NodeId) {
        if analysis.doc.pointer(node).starts_with(pointer) {
            outputs.push(("value as messages show it".to_owned(), view.show(node)));
        }
    }
    for locale in Locale::ALL {
        for picture in
            [picture::map(&analysis, locale, 780), picture::sketch(&analysis, locale, 780)]
        {
            outputs.push((format!("picture {}", picture.file), picture::svg(&picture)));
            let places = picture.groups.iter().filter_map(|group| group.goes.clone());
            outputs.push(("places of a picture".to_owned(), places.collect()));
        }
        for found in &analysis.diagnostics {
            let code = found.rule.code;
            outputs.push((format!("message of {code}"), found.message_in(locale)));
            outputs.push((format!("help of {code}"), found.help_in(locale)));
            for (name, arg) in &found.args {
                let shown = clusterwright::diagnostic::text("{it}", "{it}")
                    .fill(locale, &[("it", arg.clone())]);
                outputs.push((format!("argument {name} of {code}"), shown));
            }
            for fix in &found.fixes {
                outputs.push((format!("fix of {code}"), fix.title.fill(locale, &fix.args)));
            }
            if !analysis.pointer(&found.place).starts_with(pointer) {
                outputs.push((format!("pointer of {code}"), analysis.pointer(&found.place)));
            }
        }
    }
    for (what, output) in outputs.into_iter().filter(|(_, output)| sings(output)) {
        leaks
            .entry(what)
            .or_insert_with(|| format!("the secret of {} {pointer}\n{text}\n{output}", edition.id));
    }
}

#[test]
fn secret_rows_look_like_secrets() {
    for edition in edition::ALL {
        for (_, row) in edition.index().rows() {
            let Row { field, pointer, .. } = row;
            let key = matches!(field.ty, Type::String(Format::PrivateKey));
            let named = clusterwright::spec::format::secret_name(field.name);
            assert!(
                field.secret || !key && !named,
                "{} {pointer} holds a secret and does not say so",
                edition.id
            );
        }
    }
}
