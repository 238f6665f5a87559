//! The reference pages, made from the tables.

use std::fmt::Write as _;

use clusterwright::diagnostic::{Basis, Locale, Rule, Text, text};
use clusterwright::edition::Edition;
use clusterwright::spec::{Choice, Cond, Field, Required, Row, Type};

/// The page of an edition.
pub(crate) fn page(edition: &'static Edition) -> String {
    let mut out = String::new();
    let Text { en, zh } = edition.name;
    let _ = writeln!(
        out,
        "<!-- Written by `make docs` from the edition's table; changes belong there. -->\n"
    );
    let _ = writeln!(out, "# {}: {en}\n\n{en}  \n{zh}\n", edition.id);
    let _ = writeln!(out, "- Document · 文档: {}; {}", edition.document.en, edition.document.zh);
    let _ = writeln!(
        out,
        "- Request · 请求: `{} {}` ({})",
        edition.views().request.method,
        edition.views().request.url,
        edition.source
    );
    let _ = writeln!(
        out,
        "- Answer · 响应: {}  \n  {}\n",
        edition.views().request.success.en,
        edition.views().request.success.zh
    );
    let _ = writeln!(out, "## Kinds of cluster · 集群类型\n");
    for kind in edition.kinds.all {
        let _ = writeln!(out, "- `{}`: {} · {}", kind.id, kind.name.en, kind.name.zh);
    }
    let _ = writeln!(
        out,
        "\n## Members · 参数\n\nIn a pointer `*` stands for any item or name. · 指针中的 `*` 表示任意列表项或名称。"
    );
    for (_, row) in edition.index().rows().skip(1) {
        member(&mut out, edition, row);
    }
    let _ = writeln!(
        out,
        "\n## Rules · 规则\n\nWhat members say about each other, beside the [general rules](../rules/README.md). · 参数之间的规则；通用规则见[规则列表](../rules/README.md)。\n"
    );
    let mut rules: Vec<&Rule> = edition.checks.iter().map(|check| &check.rule).collect();
    rules.sort_by_key(|rule| rule.code);
    for rule in rules {
        line(&mut out, rule, "../rules/");
    }
    out
}

/// The list of all rules.
pub(crate) fn list<'a>(rules: impl Iterator<Item = &'a Rule>) -> String {
    let mut out = "<!-- Written by `make docs`. -->\n\n# Rules · 规则\n\n".to_owned();
    rules.for_each(|rule| line(&mut out, rule, ""));
    out
}

fn line(out: &mut String, rule: &Rule, folder: &str) {
    let (code, severity) = (rule.code, rule.severity.label());
    let _ = writeln!(
        out,
        "- [{code}]({folder}{code}.md) ({} · {}): {} · {}",
        severity.en, severity.zh, rule.title.en, rule.title.zh
    );
}

fn member(out: &mut String, edition: &Edition, row: &Row) {
    let field = row.field;
    let _ = writeln!(out, "\n### `{}`\n\n{} · {}", row.pointer, field.label.en, field.label.zh);
    if !field.help.is_empty() {
        let _ = writeln!(out, "\n{}\n\n{}", field.help.en, field.help.zh);
    }
    let _ = writeln!(out);
    let Text { en, zh } = kind_of_value(field);
    let _ = writeln!(out, "- Type · 类型: {en} · {zh}");
    presence(out, edition, field);
    if let Some(default) = field.default {
        let _ = writeln!(out, "- Default · 默认值: `{default}`");
    }
    if let Type::Integer(least, greatest) = field.ty {
        let end =
            |value: i64, end: i64| if value == end { "…".to_owned() } else { value.to_string() };
        if least != i64::MIN || greatest != i64::MAX {
            let _ = writeln!(
                out,
                "- Range · 取值范围: {} to {}",
                end(least, i64::MIN),
                end(greatest, i64::MAX)
            );
        }
    }
    if let Some((least, greatest)) = field.length {
        let _ = writeln!(out, "- Length · 长度: {least} to {greatest}");
    }
    if let Some(pattern) = field.pattern {
        let _ =
            writeln!(out, "- Form · 格式: must {} · 必须{}", pattern.words.en, pattern.words.zh);
    }
    if let Some(since) = field.since {
        let _ = writeln!(out, "- Since · 起始版本: {}", since.version);
    }
    if field.secret {
        let _ = writeln!(out, "- Secret: it never leaves the editor. · 敏感信息，不会离开编辑器。");
    }
    if !field.aliases.is_empty() {
        let names: Vec<String> = field.aliases.iter().map(|name| format!("`{name}`")).collect();
        let _ = writeln!(
            out,
            "- Other, wrong or older names · 其他、错误或旧的名称: {}",
            names.join(", ")
        );
    }
    if let Some(note) = field.note {
        let label = note.severity.label();
        let _ = writeln!(
            out,
            "- Said whenever it is set · 设置时提示 ({} · {}): {} · {}",
            label.en, label.zh, note.text.en, note.text.zh
        );
    }
    if !field.choices().is_empty() {
        let _ = writeln!(out, "- Values · 取值:");
        field.choices().iter().for_each(|choice| value(out, edition, choice));
    }
    if !field.examples.is_empty() {
        let seen: Vec<String> = field.examples.iter().map(|value| format!("`{value}`")).collect();
        let _ = writeln!(out, "- Seen in the document · 文档示例值: {}", seen.join(", "));
    }
    let _ = write!(out, "- Source · 来源: {}", field.source);
    let _ = match field.basis {
        Basis::Stated => writeln!(out),
        basis => writeln!(out, " ({} · {})", basis.label().en, basis.label().zh),
    };
}

fn value(out: &mut String, edition: &Edition, choice: &Choice) {
    let _ = write!(out, "  - `{}`: {} · {}", choice.value, choice.help.en, choice.help.zh);
    let _ = match &choice.when {
        None => writeln!(out),
        Some((cond, words)) => writeln!(
            out,
            "; only {} ({}) · 仅{}",
            words.en,
            said(edition, cond, Locale::En),
            words.zh
        ),
    };
}

fn kind_of_value(field: &Field) -> Text {
    match field.ty {
        Type::String(format) => format.label(),
        ty => ty.label(),
    }
}

fn presence(out: &mut String, edition: &Edition, field: &Field) {
    let mut say = |words: Text, more: Option<Text>| {
        let Text { en, zh } = more.unwrap_or_default();
        let (before, pause) = if en.is_empty() { ("", "") } else { (": ", "：") };
        let _ = writeln!(out, "- {}{before}{en} · {}{pause}{zh}", words.en, words.zh);
    };
    match &field.required {
        _ if field.name == "*" => {}
        Required::No if field.read_only.is_some() || field.deprecated.is_some() => {}
        Required::No => say(text("Optional", "可选"), None),
        Required::Yes => say(text("Required", "必选"), None),
        Required::When(cond, because) => {
            say(text("Required on a condition", "条件必选"), Some(*because));
            condition(out, edition, cond);
            return presence_rest(out, edition, field);
        }
    }
    presence_rest(out, edition, field);
}

fn presence_rest(out: &mut String, edition: &Edition, field: &Field) {
    if !field.kinds.is_empty() {
        let names = |locale| {
            let kinds = field.kinds.iter().map(|kind| edition.kinds.find(kind).name.get(locale));
            kinds.collect::<Vec<_>>().join(if locale == Locale::En { ", " } else { "、" })
        };
        let _ = writeln!(out, "- Only for: {} · 仅用于：{}", names(Locale::En), names(Locale::Zh));
    }
    if let Some(forbidden) = &field.forbidden {
        let label = forbidden.severity.label();
        let Text { en, zh } = forbidden.because;
        let _ = writeln!(
            out,
            "- Not allowed on a condition ({}): {en} · 条件禁止（{}）：{zh}",
            label.en, label.zh
        );
        condition(out, edition, &forbidden.when);
    }
    if let Some(cond) = &field.known_when {
        let _ = writeln!(
            out,
            "- Known on a condition, else a free member · 满足条件时适用，否则视为自定义成员"
        );
        condition(out, edition, cond);
    }
    if let Some(Text { en, zh }) = field.read_only {
        let _ = writeln!(out, "- In responses only: {en} · 仅出现在响应中：{zh}");
    }
    if let Some(deprecated) = &field.deprecated {
        let Text { en, zh } = deprecated.because;
        let _ = writeln!(out, "- Deprecated: {en} · 已废弃：{zh}");
        if let Some(successor) = deprecated.successor {
            let _ = writeln!(out, "- Successor · 替代参数: `{successor}`");
        }
    }
}

fn condition(out: &mut String, edition: &Edition, cond: &Cond) {
    let _ = writeln!(
        out,
        "  - When · 条件: {} · {}",
        said(edition, cond, Locale::En),
        said(edition, cond, Locale::Zh)
    );
}

/// A condition in words.
fn said(edition: &Edition, cond: &Cond, locale: Locale) -> String {
    let words = |text: Text| text.get(locale);
    let quoted = |values: &[&str]| {
        let each: Vec<String> = values.iter().map(|value| format!("`{value}`")).collect();
        each.join(words(text(" or ", " 或 ")))
    };
    let joined = |conds: &[Cond], between: Text| {
        let each: Vec<String> = conds.iter().map(|cond| said(edition, cond, locale)).collect();
        format!("({})", each.join(words(between)))
    };
    match *cond {
        Cond::Set(pointer) => format!("`{pointer}` {}", words(text("is set", "已设置"))),
        Cond::Is(pointer, values) => {
            format!("`{pointer}` {} {}", words(text("is", "为")), quoted(values))
        }
        Cond::Starts(pointer, values) => {
            format!("`{pointer}` {} {}", words(text("starts with", "开头为")), quoted(values))
        }
        Cond::Has(pointer, values) => {
            format!(
                "{} `{pointer}` {} {}",
                words(text("some", "某个")),
                words(text("is", "为")),
                quoted(values)
            )
        }
        Cond::Longer(pointer, length) => {
            format!(
                "`{pointer}` {} {length} {}",
                words(text("has more than", "多于")),
                words(text("items", "项"))
            )
        }
        Cond::From(version) => format!("{} {version}", words(text("version from", "版本不低于"))),
        Cond::Before(version) => format!("{} {version}", words(text("version before", "版本低于"))),
        Cond::Kind(kinds) => {
            let names: Vec<&str> =
                kinds.iter().map(|kind| words(edition.kinds.find(kind).name)).collect();
            format!(
                "{} {}",
                words(text("a", "集群类型为")),
                names.join(words(text(" or ", " 或 ")))
            )
        }
        Cond::All(conds) => joined(conds, text(" and ", " 且 ")),
        Cond::Any(conds) => joined(conds, text(" or ", " 或 ")),
        Cond::Not(cond) => format!("{} {}", words(text("not", "非")), said(edition, cond, locale)),
    }
}
