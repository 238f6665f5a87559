//! The command line as a program: its use, exit codes, language and colours, the commands beside `check`, and what it does with files
//! that cannot be read, pipes that close, terminals and texts of any size.

#[path = "support/cli.rs"]
mod cli;

use std::collections::BTreeSet;
use std::fs;
use std::process::Stdio;

use cli::{CLEAN, EXAMPLE, check, command, file, finish, run, scratch, with};

#[test]
fn exit_codes() {
    assert_eq!(check(CLEAN, &[]).code, 0);
    assert_eq!(check(&with("/spec/description", "\"\""), &[]).code, 0, "an info is no error");
    assert_eq!(check(&with("/spec/flavor", "\"huge\""), &[]).code, 1);
    assert_eq!(check(&with("/spec/flavor", "\"huge\""), &["--format", "json"]).code, 1);
    let directory = scratch("exit-codes");
    let good = file(&directory, "good.json", CLEAN);
    let missing = directory.join("missing.json");
    assert_eq!(run(&["check", &good]).code, 0);
    assert_eq!(run(&["check", &good, missing.to_str().unwrap()]).code, 2);
}

#[test]
fn wrong_use_is_told_on_standard_error() {
    let wrong: &[&[&str]] = &[
        &[],
        &["chekc"],
        &["check"],
        &["check", "--api", "none", "a.json"],
        &["check", "--format", "xml", "a.json"],
        &["check", "--lang", "de", "a.json"],
        &["check", "--vpc-cidr", "10.0.0.0", "a.json"],
        &["check", "--write", "a.json"],
        &["check", "--fix", "a.json", "b.json"],
        &["check", "--fix", "--write", "-"],
        &["check", "-", "-"],
        &["explain"],
        &["explain", "json-coma"],
        &["schema", "none"],
        &["completions", "none"],
    ];
    for args in wrong {
        let run = run(args);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{args:?} {run:?}");
        assert!(!run.err.is_empty(), "{args:?}");
    }
    assert!(run(&["explain", "json-comments"]).err.contains("did you mean 'json-comment'?"));
    let several = run(&["check", "--fix", "--lang", "zh-CN", "a.json", "b.json"]).err;
    assert!(several.contains("多个文件请加 --write"), "{several}");
}

#[test]
fn help_and_version_follow_the_conventions() {
    for args in [
        &["--help"][..],
        &["-h"],
        &["help"],
        &["help", "--help"],
        &["help", "-h"],
        &["check", "--help"],
    ] {
        let run = run(args);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{args:?}");
        assert!(run.out.contains("Usage: clusterwright"), "{}", run.out);
    }
    let version = run(&["--version"]);
    assert_eq!(
        (version.code, version.out.as_str()),
        (0, concat!("clusterwright ", env!("CARGO_PKG_VERSION"), "\n"))
    );
    let help = run(&["check", "--help"]).out;
    for option in [
        "--api <ID>",
        "--format <FORMAT>",
        "--lang <LANG>",
        "--vpc-cidr <CIDR>",
        "--fix",
        "--write",
        "<FILE>...",
    ] {
        assert!(help.contains(option), "{option}\n{help}");
    }
}

#[test]
fn what_cannot_be_read_is_one_line_and_the_rest_is_checked() {
    let directory = scratch("unreadable");
    file(&directory, "first.json", with("/spec/description", "7"));
    file(&directory, "latin1.json", b"{\n  \"name\": \"Stra\xdfe\"\n}");
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    file(&directory, "utf16.json", utf16("\u{feff}{}"));
    file(&directory, "bare16.json", utf16("{}"));
    fs::create_dir(directory.join("folder")).unwrap();
    file(&directory, "last.json", CLEAN);
    let files = [
        "first.json",
        "latin1.json",
        "utf16.json",
        "bare16.json",
        "folder",
        "missing.json",
        "last.json",
    ];
    let run = finish(command(["check"]).args(files).current_dir(&directory), b"");
    assert_eq!(run.code, 2);
    let lines: Vec<&str> = run.err.lines().collect();
    assert_eq!(lines.len(), 5, "{}", run.err);
    assert_eq!(lines[0], "clusterwright: latin1.json: the text is not UTF-8: byte 0xDF on line 2");
    assert_eq!(lines[1], "clusterwright: utf16.json: the text is UTF-16; save it as UTF-8");
    assert_eq!(lines[2], "clusterwright: bare16.json: the text is UTF-16; save it as UTF-8");
    assert!(lines[3].starts_with("clusterwright: folder: "), "{}", lines[3]);
    assert!(lines[4].starts_with("clusterwright: missing.json: "), "{}", lines[4]);
    assert_eq!(
        run.faults(),
        ["first.json:10:20: error[field-type]: description must be a string, not a number"]
    );
    assert_eq!(
        run.out.lines().last(),
        Some(
            "1 error, 0 warnings, 2 notes in 2 files; 5 files not checked; 1 with a safe fix (--fix)"
        )
    );

    let run = finish(
        command(["check", "--format", "json", "--lang", "zh-CN"])
            .args(files)
            .current_dir(&directory),
        b"",
    );
    assert_eq!(run.code, 2);
    assert!(
        run.err
            .starts_with("clusterwright: latin1.json: 文本不是 UTF-8 编码：第 2 行的字节 0xDF\n"),
        "{}",
        run.err
    );
    let document = run.json();
    let names: Vec<&str> = document["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["file"].as_str().unwrap())
        .collect();
    assert_eq!(names, files);
    assert_eq!(
        document["files"][1],
        serde_json::json!({
            "file": "latin1.json",
            "error": "文本不是 UTF-8 编码：第 2 行的字节 0xDF",
            "diagnostics": [],
        })
    );
    assert!(document["files"][6].get("error").is_none());
    assert_eq!(document["summary"], serde_json::json!({ "error": 1, "warning": 0, "info": 2 }));
}

#[test]
fn the_language_follows_the_environment_unless_told() {
    let spoken = |env: &[(&str, &str)], args: &[&str]| {
        let mut command = command(["check"]);
        command.args(args).arg("-").envs(env.iter().copied());
        finish(&mut command, CLEAN.as_bytes()).out.lines().last().unwrap().to_owned()
    };
    let (english, chinese) =
        ("0 errors, 0 warnings, 1 note in 1 file", "1 个文件：0 个错误，0 个警告，1 条提示");
    assert_eq!(spoken(&[], &[]), english);
    assert_eq!(spoken(&[("LANG", "zh_CN.UTF-8")], &[]), chinese);
    assert_eq!(spoken(&[("LANG", "zh_TW")], &[]), chinese);
    assert_eq!(spoken(&[("LANG", "de_DE.UTF-8")], &[]), english);
    assert_eq!(spoken(&[("LANG", "zh_CN.UTF-8"), ("LC_MESSAGES", "C")], &[]), english);
    assert_eq!(
        spoken(&[("LANG", "zh_CN.UTF-8"), ("LC_MESSAGES", "C"), ("LC_ALL", "zh_CN")], &[]),
        chinese
    );
    assert_eq!(spoken(&[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "")], &[]), chinese);
    assert_eq!(spoken(&[("LANG", "zh_CN.UTF-8")], &["--lang", "en"]), english);
    assert_eq!(spoken(&[], &["--lang", "zh-CN"]), chinese);
}

#[test]
fn colours_are_for_terminals_or_where_they_are_forced() {
    let coloured = |env: &[(&str, &str)]| {
        let mut command = command(["check", "-"]);
        command.envs(env.iter().copied());
        finish(&mut command, EXAMPLE.as_bytes()).out.contains('\x1b')
    };
    assert!(!coloured(&[]), "a pipe");
    assert!(coloured(&[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[("NO_COLOR", "1")]));
    assert!(!coloured(&[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]));
}

#[test]
fn lists_name_what_there_is() {
    let editions = run(&["editions"]);
    assert_eq!(editions.code, 0);
    for edition in clusterwright::edition::ALL {
        assert!(editions.out.contains(edition.id), "{}", editions.out);
    }
    let rules = run(&["rules"]).out;
    assert!(
        rules.lines().any(|line| line.starts_with("json-trailing-comma ")
            && line.ends_with("  error    Trailing comma")),
        "{rules}"
    );
    let chinese = run(&["rules", "--lang", "zh-CN"]).out;
    assert!(chinese.lines().any(|line| line.ends_with("  error    多余的逗号")), "{chinese}");
    assert_eq!(rules.lines().count(), chinese.lines().count());
    let codes: Vec<&str> =
        rules.lines().map(|line| line.split_whitespace().next().unwrap()).collect();
    let unique: BTreeSet<&&str> = codes.iter().collect();
    assert_eq!(unique.len(), codes.len());
}

#[test]
fn schema_is_that_of_the_edition() {
    let schema = run(&["schema", "cce-otc"]);
    assert_eq!((schema.code, schema.err.as_str()), (0, ""));
    assert_eq!(schema.json()["$id"], "urn:clusterwright:schema:cce-otc");
    let chinese = run(&["schema", "cce-otc", "--lang", "zh-CN"]).json();
    assert_eq!(chinese["properties"]["metadata"]["properties"]["name"]["title"], "集群名称");
}

#[test]
fn every_rule_is_explained_with_its_page() {
    let rules = run(&["rules"]).out;
    let mut without = Vec::new();
    for code in rules.lines().map(|line| line.split_whitespace().next().unwrap()) {
        let explained = run(&["explain", code]);
        assert_eq!((explained.code, explained.err.as_str()), (0, ""), "{code}");
        assert!(
            explained.out.lines().next().unwrap().contains(&format!("[{code}]: ")),
            "{}",
            explained.out
        );
        assert!(explained.out.contains("\n  = source: "), "{}", explained.out);
        let page =
            fs::read_to_string(format!("{}/docs/rules/{code}.md", env!("CARGO_MANIFEST_DIR")));
        match page {
            Ok(page) => told_in_either_language(code, &explained.out, &page),
            Err(_) => without.push(code),
        }
    }
    assert!(without.is_empty(), "docs/rules/ lacks: {without:?}");
}

/// What is explained are the page's lines in the language asked for, each of them, and its examples.
fn told_in_either_language(code: &str, english: &str, page: &str) {
    let chinese = run(&["explain", code, "--lang", "zh-CN"]).out;
    let lines = |text: &str| {
        let page = &text[text.find(&format!("\n# {code}\n")).expect(code)..];
        page.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>()
    };
    let (english, chinese) = (lines(english), lines(&chinese));
    let mut fence = "";
    for line in page.lines() {
        let held = |lines: &[String]| lines.contains(&line.trim_end().to_owned());
        let sides = (held(&english), held(&chinese));
        let mark = &line[..line.len() - line.trim_start_matches('`').len()];
        let edge = mark.len() > 2 && (fence.is_empty() || fence == mark);
        if edge {
            fence = if fence.is_empty() { mark } else { "" };
        }
        if edge || !fence.is_empty() || line.is_empty() || line.starts_with("# ") {
            assert_eq!(sides, (true, true), "{code}: {line}");
        } else if !line.contains(" · ") {
            assert!(sides.0 != sides.1, "{code}: {line}");
        }
    }
}

#[test]
fn explain_tells_a_rule_in_either_language() {
    let head = |args: &[&str]| run(args).out.lines().take(4).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(
        head(&["explain", "json-trailing-comma"]),
        [
            "error[json-trailing-comma]: Trailing comma",
            "  = says: nothing follows this comma",
            "  = why: The API reads strict JSON and refuses the whole body otherwise.",
            "  = source: RFC 8259, section 5 (stated)",
        ]
    );
    assert_eq!(
        head(&["explain", "json-trailing-comma", "--lang", "zh-CN"]),
        [
            "错误[json-trailing-comma]: 多余的逗号",
            "  = 说明：该逗号后面没有内容",
            "  = 原因：API 只接受严格的 JSON，否则会拒绝整个请求体。",
            "  = 出处：RFC 8259，section 5（文档明示）",
        ]
    );
}

#[test]
fn explain_says_a_page_in_one_language_and_arguments_as_usage_lines_do() {
    let explained = |lang| {
        let told = run(&["explain", "cce-service-range-overlap", "--lang", lang]).out;
        let from = told.find("\n- ").unwrap();
        let to = told.find("\n```").unwrap();
        [told.lines().nth(1).unwrap(), told[from..to].trim()].join("\n")
    };
    assert_eq!(
        explained("en"),
        "  = says: <name> <range> overlaps <other name> <other> (<origin>)\n- Source: cce-otc, Table 5, kubernetesSvcIpRange\n- Basis: derived\n- Severity: error\n\n## Example"
    );
    assert_eq!(
        explained("zh-CN"),
        "  = 说明：<name> <range> 与以下网段重叠：<other name> <other>（<origin>）\n- 来源: cce-otc, Table 5, kubernetesSvcIpRange\n- 依据: 推导得出\n- 级别: 错误\n\n## 示例"
    );
}

#[test]
fn completions_offer_commands_editions_and_rules() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = run(&["completions", shell]);
        assert_eq!((script.code, script.err.as_str()), (0, ""), "{shell}");
        assert!(
            script.out.contains("clusterwright") && script.out.contains("completions"),
            "{shell}"
        );
    }
    let bash = run(&["completions", "bash"]).out;
    assert!(bash.contains("cce-otc") && bash.contains("json-trailing-comma"));
}

/// A body of one long line with 20,000 members that no row names.
fn many_unknown() -> String {
    let members: Vec<String> = (0..20_000).map(|at| format!("\"unknown{at}\": 1")).collect();
    format!("{{{}, \"kind\": \"Cluster\"}}", members.join(","))
}

#[test]
fn a_reader_that_has_seen_enough_is_no_fault() {
    let body = many_unknown();
    let directory = scratch("pipe");
    let path = file(&directory, "body.json", body);
    for args in [
        &["check", path.as_str()][..],
        &["check", "--format", "json", path.as_str()],
        &["schema", "cce-otc"],
    ] {
        let mut child =
            command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{args:?}");
        assert_eq!(output.status.code(), Some(i32::from(args[0] == "check")), "{args:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_a_fault() {
    let full = || Stdio::from(fs::OpenOptions::new().write(true).open("/dev/full").unwrap());
    let output =
        command(["schema", "cce-otc"]).stdout(full()).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .starts_with("clusterwright: cannot write the output: ")
    );
}

#[test]
fn large_and_deep_texts_are_reported_and_no_more() {
    let deep = check(&"[".repeat(100_000), &[]);
    assert_eq!(deep.code, 1);
    assert!(deep.out.contains("error[json-too-deep]"), "{}", &deep.out[..deep.out.len().min(2000)]);
    assert!(deep.out.lines().all(|line| line.chars().count() < 400));
    let large = check(&format!("[{}", " ".repeat(8 << 20)), &[]);
    assert_eq!(large.code, 1);
    assert_eq!(
        large.heads(),
        ["<stdin>:1:1: error[json-too-large]: the text is larger than 8 MiB and was not read"]
    );
    assert!(large.out.len() < 2000, "{}", large.out.len());
}

#[test]
fn every_finding_is_shown_however_many() {
    let body = many_unknown();
    let text = check(&body, &[]);
    assert_eq!(text.heads().iter().filter(|head| head.contains("[field-unknown]")).count(), 20_000);
    let json = check(&body, &["--format", "json"]).json();
    let found = json["files"][0]["diagnostics"].as_array().unwrap();
    let last = found.iter().rfind(|found| found["rule"] == "field-unknown").unwrap();
    assert_eq!(last["pointer"], "/unknown19999");
    let column = body[..body.find("\"unknown19999\"").unwrap()].chars().count() + 1;
    assert_eq!(last["range"]["start"]["column"], column);
}

#[test]
fn what_steers_a_terminal_is_not_passed_on() {
    let body = "{\"a\\u001b[2J\": 1, \"b\u{1b}[2J\": 2, \"\u{202e}c\": 3, // \u{1b}]0;title\u{7}\n \"kind\": \"x\u{1b}[2J\"}";
    let run = check(body, &[]);
    assert!(!run.out.contains(['\x1b', '\x07', '\u{202e}']), "{:?}", run.out);
    let directory = scratch("names");
    let path = file(&directory, "bad\u{1b}[2J.json", body);
    let named = self::run(&["check", &path]);
    assert_eq!(named.code, 1);
    assert!(!named.out.contains('\x1b'), "{:?}", named.out);
}
