//! What there is: rules, editions and their schemas.

use std::io::{self, Write};

use super::pages;
use super::plain::{SOURCE, WHY, labelled, source_words};
use crate::diagnostic::{Locale, Rule, Text, syntax, text};
use crate::edition::{self, Edition};
use crate::spec::{faults, schema};

/// Every rule: those of JSON itself, those that rows carry out, then each edition's own.
pub(super) fn all_rules() -> Vec<&'static Rule> {
    let own = edition::ALL.iter().flat_map(|edition| edition.checks).map(|check| &check.rule);
    let mut rules: Vec<&'static Rule> = Vec::new();
    for rule in syntax::ALL.iter().chain(faults::ALL).chain(edition::RULES).chain(own) {
        // Editions may share a rule.
        if !rules.iter().any(|other| other.code == rule.code) {
            rules.push(rule);
        }
    }
    rules
}

/// `clusterwright rules`: code, severity and title of each.
pub(super) fn rules(out: &mut dyn Write, locale: Locale) -> io::Result<()> {
    let rules = all_rules();
    let width = rules.iter().map(|rule| rule.code.len()).max().unwrap_or(0);
    for rule in rules {
        writeln!(
            out,
            "{:width$}  {:7}  {}",
            rule.code,
            rule.severity.id(),
            rule.title.get(locale)
        )?;
    }
    Ok(())
}

/// `clusterwright editions`: id, name and document of each.
pub(super) fn editions(out: &mut dyn Write, locale: Locale) -> io::Result<()> {
    let width = edition::ALL.iter().map(|edition| edition.id.len()).max().unwrap_or(0);
    for edition in edition::ALL {
        writeln!(out, "{:width$}  {}", edition.id, edition.name.get(locale))?;
        writeln!(out, "{:width$}  {}", "", edition.document.get(locale))?;
    }
    Ok(())
}

/// `clusterwright schema`: the JSON Schema of an edition's body.
pub(super) fn schema(
    out: &mut dyn Write,
    edition: &'static Edition,
    locale: Locale,
) -> io::Result<()> {
    let about =
        schema::About { id: edition.id, title: edition.name, description: edition.document };
    out.write_all(schema::text(edition.index(), &about, locale).as_bytes())
}

/// `clusterwright explain`: the rule in its own words, then its page.
pub(super) fn explain(out: &mut dyn Write, rule: &Rule, locale: Locale) -> io::Result<()> {
    let label = rule.severity.label().get(locale);
    writeln!(out, "{label}[{}]: {}", rule.code, rule.title.get(locale))?;
    let line = |out: &mut dyn Write, name: Text, words: &str| {
        writeln!(out, "  = {}{words}", labelled(name, locale))
    };
    // Some rules leave all their words to the row.
    for (name, words) in [(text("says", "说明"), rule.message), (WHY, rule.help)] {
        let words = words.get(locale).replace("{because}", "");
        if !(words.is_empty()
            || words.starts_with('{') && words.ends_with('}') && words.matches('{').count() == 1)
        {
            line(out, name, &template(words.trim()))?;
        }
    }
    for &source in rule.sources {
        line(out, SOURCE, &source_words(source, rule.basis, locale))?;
    }
    if rule.sources.is_empty() {
        let row = text("the table row of the member", "该参数所在的表格行");
        line(out, SOURCE, row.get(locale))?;
    }
    if let Some(page) = pages::of(rule.code, locale) {
        writeln!(out, "\n{}", page.trim_end())?;
    }
    Ok(())
}

/// A message whose arguments each finding fills, as usage lines write them: `<other name>` for `{other_name}`.
fn template(words: &str) -> String {
    let mut out = String::new();
    for (at, piece) in words.split('{').enumerate() {
        match piece.split_once('}').filter(|_| at > 0) {
            Some((name, rest)) => out.extend(["<", &name.replace('_', " "), ">", rest]),
            None => out.push_str(piece),
        }
    }
    out
}
