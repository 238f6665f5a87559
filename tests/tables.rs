//! What holds of every table and rule: its code, its words in both languages, its source, and that what it points at is there. A
//! failure says which row or rule.

#[path = "support/pages.rs"]
mod pages;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use clusterwright::analysis::{Analysis, Inputs, analyze};
use clusterwright::diagnostic::{Arg, Locale, Rule, Text, syntax};
use clusterwright::edition;
use clusterwright::json::Fault;
use clusterwright::rules::How;
use clusterwright::spec::{Cond, Field, Required};
use pages::{Role, pages as all_pages, rules};

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
    let source = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/json/mod.rs"))
        .expect("the faults are there");
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

/// What conditions of rows look at: pointers, with the values that the member there is compared with.
fn compared(cond: &Cond, out: &mut Vec<(&'static str, &'static [&'static str])>) {
    match cond {
        Cond::Is(own, values) => out.push((*own, *values)),
        Cond::Set(own) | Cond::Longer(own, _) | Cond::Starts(own, _) | Cond::Has(own, _) => {
            out.push((*own, &[]));
        }
        Cond::From(_) | Cond::Before(_) | Cond::Kind(_) => {}
        Cond::All(conds) | Cond::Any(conds) => conds.iter().for_each(|cond| compared(cond, out)),
        Cond::Not(cond) => compared(cond, out),
    }
}

#[test]
fn conditions_of_rows_look_at_rows_and_at_values_that_these_know() {
    let mut looked = 0;
    for edition in edition::ALL {
        let index = edition.index();
        for (_, row) in index.rows() {
            let field = row.field;
            let mut own = Vec::new();
            if let Required::When(cond, _) = &field.required {
                compared(cond, &mut own);
            }
            field.forbidden.iter().for_each(|forbidden| compared(&forbidden.when, &mut own));
            field.known_when.iter().for_each(|cond| compared(cond, &mut own));
            let gates = field.choices().iter().filter_map(|choice| choice.when.as_ref());
            gates.for_each(|(cond, _)| compared(cond, &mut own));
            for (pointer, values) in own {
                let at = format!("{} {}", edition.id, row.pointer);
                let Some(other) = index.find(pointer) else { panic!("{at}: no row {pointer}") };
                let choices = index.row(other).field.choices();
                let known = |value: &&&str| choices.iter().any(|choice| choice.value == **value);
                let strange: Vec<_> = values.iter().filter(|value| !known(value)).collect();
                assert!(choices.is_empty() || strange.is_empty(), "{at}: {pointer} {strange:?}");
                looked += 1;
            }
        }
    }
    assert!(looked > 50, "{looked}");
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
