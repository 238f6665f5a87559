//! The command line, run as people run it.

#![expect(clippy::unwrap_used, reason = "a failure ends the test")]

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

const EXAMPLE: &str = include_str!("../src/edition/cce/otc/presets/document-example.txt");
const CLEAN: &str = include_str!("support/clean.json");

/// What a run left behind.
#[derive(Debug)]
struct Run {
    code: i32,
    out: String,
    err: String,
}

impl Run {
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}\n{}", self.out))
    }

    /// The first lines of the findings: `file:line:column: severity[code]: message`.
    fn heads(&self) -> Vec<&str> {
        self.out.lines().filter(|line| line.contains("]: ") && !line.starts_with(' ')).collect()
    }

    /// Those of errors and warnings.
    fn faults(&self) -> Vec<&str> {
        self.heads().into_iter().filter(|head| !head.contains(": note[")).collect()
    }
}

/// The command line in an environment that says nothing of languages and colours.
fn command(args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_clusterwright"));
    command.args(args);
    for name in
        ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR"]
    {
        command.env_remove(name);
    }
    command
}

fn finish(command: &mut Command, stdin: &[u8]) -> Run {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A child that does not read its input may be gone already.
    let _ = child.stdin.take().unwrap().write_all(stdin);
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

fn run(args: &[&str]) -> Run {
    finish(&mut command(args), b"")
}

fn check(body: &str, args: &[&str]) -> Run {
    finish(command(["check"]).args(args).arg("-"), body.as_bytes())
}

/// An empty directory for one test.
fn scratch(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

fn file(directory: &Path, name: &str, content: impl AsRef<[u8]>) -> String {
    let path = directory.join(name);
    fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

/// A right body with one member's JSON replaced: `with("/spec/flavor", "7")`. The text around it stays.
fn with(pointer: &str, json: &str) -> String {
    let doc = clusterwright::json::Document::parse(CLEAN);
    let span = doc.span(doc.find(pointer).unwrap());
    format!("{}{json}{}", &CLEAN[..span.start as usize], &CLEAN[span.end as usize..])
}

#[test]
fn the_documents_example_in_english() {
    let directory = scratch("example-en");
    let example = file(&directory, "example.json", EXAMPLE);
    let run = finish(command(["check", "example.json"]).current_dir(&directory), b"");
    assert_eq!(run.code, 1, "{run:?} {example}");
    assert_eq!(run.err, "");
    assert_eq!(
        run.out.lines().next(),
        Some("example.json: cce-otc (detected): Open Telekom Cloud CCE v3")
    );
    assert_eq!(
        run.heads(),
        [
            "example.json:6:9: warning[field-note]: labels have no effect: the service writes them itself, although the document's own example sets some",
            "example.json:10:13: warning[field-note]: this annotation has no effect: annotations are not stored and only name add-ons to install",
            "example.json:16:9: note[field-note]: the versions on offer differ by region, and older ones are taken offline in time; without version the newest is made",
            "example.json:20:13: note[field-note]: subnet wants the subnet's network ID, which is not its IPv4 (Neutron) subnet ID",
            "example.json:24:13: warning[field-deprecated]: cidr is deprecated",
            "example.json:27:27: error[json-trailing-comma]: nothing follows this comma",
            "example.json:30:9: warning[field-read-only]: billingMode is not part of a request",
        ]
    );
    let comma = "\
example.json:27:27: error[json-trailing-comma]: nothing follows this comma
   |
27 |             \"mode\": \"rbac\",
   |                           ^
   = why: The API reads strict JSON and refuses the whole body otherwise.
   = source: RFC 8259, section 5 (stated)
   = fix (safe): Remove the comma

";
    assert!(run.out.contains(comma), "{}", run.out);
    assert!(
        run.out.contains("   = fix (unsafe): Move it to /spec/containerNetwork/cidrs\n"),
        "{}",
        run.out
    );
    let last = "1 error, 4 warnings, 2 notes in 1 file; 1 with a safe fix (--fix)";
    assert_eq!(run.out.lines().last(), Some(last));
}

#[test]
fn the_documents_example_in_chinese() {
    let directory = scratch("example-zh");
    file(&directory, "example.json", EXAMPLE);
    let run =
        finish(command(["check", "--lang", "zh-CN", "example.json"]).current_dir(&directory), b"");
    assert_eq!((run.code, run.err.as_str()), (1, ""));
    assert_eq!(
        run.out.lines().next(),
        Some("example.json: cce-otc（自动识别）：Open Telekom Cloud CCE v3")
    );
    assert_eq!(
        run.heads(),
        [
            "example.json:6:9: 警告[field-note]: labels 不会生效：该参数由系统自动生成（文档自己的示例中却设置了它）",
            "example.json:10:13: 警告[field-note]: 该注解不会生效：注解不会存储，仅用于指定要安装的插件",
            "example.json:16:9: 提示[field-note]: 各区域提供的版本不同，旧版本会逐步下线；不填写 version 时使用最新版本",
            "example.json:20:13: 提示[field-note]: subnet 需要的是子网的网络 ID（Network ID），而不是 IPv4 子网 ID（Neutron）",
            "example.json:24:13: 警告[field-deprecated]: cidr 已废弃",
            "example.json:27:27: 错误[json-trailing-comma]: 该逗号后面没有内容",
            "example.json:30:9: 警告[field-read-only]: billingMode 不是请求参数",
        ]
    );
    let comma = "\
   |                           ^
   = 原因：API 只接受严格的 JSON，否则会拒绝整个请求体。
   = 出处：RFC 8259，section 5（文档明示）
   = 修复（安全）：删除逗号
";
    assert!(run.out.contains(comma), "{}", run.out);
    assert_eq!(
        run.out.lines().last(),
        Some("1 个文件：1 个错误，4 个警告，2 条提示；其中 1 项可安全修复（--fix）")
    );
}

#[test]
fn the_documents_example_as_json() {
    let run = check(EXAMPLE, &["--format", "json", "--api", "cce-otc"]);
    assert_eq!((run.code, run.err.as_str()), (1, ""));
    let document = run.json();
    assert_eq!(document["summary"], serde_json::json!({ "error": 1, "warning": 4, "info": 2 }));
    let file = &document["files"][0];
    assert_eq!((&file["file"], &file["api"]), (&"-".into(), &"cce-otc".into()));
    assert_eq!((&file["kind"], &file["detected"]), (&"virtual-machine".into(), &false.into()));
    let found = file["diagnostics"].as_array().unwrap();
    let heads: Vec<String> = found
        .iter()
        .map(|found| {
            let start = &found["range"]["start"];
            let text = |name: &str| found[name].as_str().unwrap().to_owned();
            let (line, column) = (&start["line"], &start["column"]);
            format!(
                "{line}:{column} {} {} {} {}",
                text("severity"),
                text("rule"),
                text("part"),
                text("pointer")
            )
        })
        .collect();
    assert_eq!(
        heads,
        [
            "6:9 warning field-note key /metadata/labels",
            "10:13 warning field-note key /metadata/annotations/foo2",
            "16:9 info field-note key /spec/version",
            "20:13 info field-note key /spec/hostNetwork/subnet",
            "24:13 warning field-deprecated key /spec/containerNetwork/cidr",
            "27:27 error json-trailing-comma value /spec/authentication/mode",
            "30:9 warning field-read-only key /spec/billingMode",
        ]
    );
    let comma =
        u32::try_from(EXAMPLE.find(",\n        },\n        \"kubeProxyMode").unwrap()).unwrap();
    let range = |from: u32, to: u32| {
        serde_json::json!({
            "start": { "line": 27, "column": from, "offset": comma + from - 27 },
            "end": { "line": 27, "column": to, "offset": comma + to - 27 },
        })
    };
    assert_eq!(
        found[5],
        serde_json::json!({
            "rule": "json-trailing-comma",
            "severity": "error",
            "pointer": "/spec/authentication/mode",
            "part": "value",
            "range": range(27, 28),
            "message": "nothing follows this comma",
            "help": "The API reads strict JSON and refuses the whole body otherwise.",
            "related": [],
            "fixes": [{
                "title": "Remove the comma",
                "applicability": "safe",
                "edits": [{ "range": range(27, 28), "text": "" }],
            }],
            "source": { "document": "RFC 8259", "location": "section 5" },
            "basis": "stated",
        })
    );
    let chinese = check(EXAMPLE, &["--format", "json", "--lang", "zh-CN"]).json();
    let found = &chinese["files"][0]["diagnostics"][5];
    assert_eq!(found["message"], "该逗号后面没有内容");
    assert_eq!(found["help"], "API 只接受严格的 JSON，否则会拒绝整个请求体。");
    assert_eq!(found["fixes"][0]["title"], "删除逗号");
    assert_eq!(chinese["files"][0]["detected"], true);
}

#[test]
fn a_missing_member_has_its_own_pointer_and_its_parents_range() {
    let body = "{\"kind\": \"Cluster\", \"apiVersion\": \"v3\", \"metadata\": {}, \"spec\": {}}";
    let document = check(body, &["--format", "json"]).json();
    let found = document["files"][0]["diagnostics"].as_array().unwrap();
    let name = found.iter().find(|found| found["pointer"] == "/metadata/name").unwrap();
    assert_eq!(name["rule"], "field-required");
    let (start, end) = (&name["range"]["start"]["offset"], &name["range"]["end"]["offset"]);
    let object = u32::try_from(body.find("{}").unwrap()).unwrap();
    assert_eq!((start, end), (&object.into(), &(object + 2).into()));
    // The text marks what introduces the parent instead of all of it.
    let text = check(body, &[]);
    let head = format!(
        "<stdin>:1:{}: error[field-required]: name (Cluster name) is required",
        body.find("\"metadata").unwrap() + 1
    );
    assert!(text.out.contains(&head), "{}", text.out);
}

#[test]
fn what_is_found_inside_a_string_says_where() {
    let body = with(
        "/metadata/name",
        r#""mycluster", "annotations": {"cluster.install.addons.external/install": "[{}]"}"#,
    );
    let document = check(&body, &["--format", "json"]).json();
    let found = &document["files"][0]["diagnostics"][0];
    assert_eq!(found["pointer"], "/metadata/annotations/cluster.install.addons.external~1install");
    assert_eq!(found["inside"], "/0/addonTemplateName");
    assert!(check(&body, &[]).out.contains(" = inside: /0/addonTemplateName\n"));
}

#[test]
fn columns_count_characters_and_offsets_bytes() {
    let body = "{\"描述\": \"说明 😀\", \"kindd\": 1}";
    let document = check(body, &["--format", "json"]).json();
    let found = document["files"][0]["diagnostics"].as_array().unwrap();
    let found = found.iter().find(|found| found["pointer"] == "/kindd").unwrap();
    assert_eq!(
        found["range"],
        serde_json::json!({
            "start": { "line": 1, "column": 16, "offset": 26 },
            "end": { "line": 1, "column": 23, "offset": 33 },
        })
    );
}

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
    for args in [&["--help"][..], &["-h"], &["help"], &["check", "--help"]] {
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
    file(&directory, "first.json", with("/spec/flavor", "7"));
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
        ["first.json:9:15: error[field-type]: flavor must be a string, not a number"]
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
    assert_eq!(names, ["first.json", "last.json"]);
    assert_eq!(document["summary"], serde_json::json!({ "error": 1, "warning": 0, "info": 2 }));
}

#[test]
fn fix_prints_the_fixed_text_and_reports_what_is_left_on_standard_error() {
    let run = check(EXAMPLE, &["--fix"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(run.out, EXAMPLE.replace("\"rbac\",\n", "\"rbac\"\n"));
    assert!(!run.err.contains("json-trailing-comma"), "{}", run.err);
    assert!(run.err.starts_with("<stdin>: cce-otc (detected): "), "{}", run.err);
    assert!(run.err.contains("<stdin>:30:9: warning[field-read-only]"), "{}", run.err);
    assert_eq!(run.err.lines().last(), Some("0 errors, 4 warnings, 2 notes in 1 file"));
    let run = check(EXAMPLE, &["--fix", "--format", "json"]);
    assert!(run.out.starts_with("{\n    \"kind\""), "{}", run.out);
    let document: Value = serde_json::from_str(&run.err).unwrap();
    assert_eq!(document["summary"], serde_json::json!({ "error": 0, "warning": 4, "info": 2 }));
    // What cannot be mended stays an error.
    assert_eq!(check(&with("/spec/flavor", "\"huge\""), &["--fix"]).code, 1);
}

#[test]
fn fix_write_changes_files_in_place_and_only_where_there_is_something_to_fix() {
    let directory = scratch("fix-write");
    let broken = file(&directory, "broken.json", EXAMPLE.replace('\n', "\r\n"));
    let clean = file(&directory, "clean.json", CLEAN);
    let before = fs::metadata(&clean).unwrap().modified().unwrap();
    let written = finish(
        command(["check", "--fix", "--write", "broken.json", "clean.json"]).current_dir(&directory),
        b"",
    );
    assert_eq!((written.code, written.err.as_str()), (0, ""));
    assert_eq!(written.faults().len(), 4, "{}", written.out);
    assert!(written.faults()[3].starts_with("broken.json:30:9: warning[field-read-only]"));
    let expected = EXAMPLE.replace("\"rbac\",\n", "\"rbac\"\n").replace('\n', "\r\n");
    assert_eq!(fs::read_to_string(&broken).unwrap(), expected);
    assert_eq!(fs::read_to_string(&clean).unwrap(), CLEAN);
    assert_eq!(fs::metadata(&clean).unwrap().modified().unwrap(), before);
    let names: BTreeSet<_> =
        fs::read_dir(&directory).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(
        names,
        BTreeSet::from(["broken.json".into(), "clean.json".into()]),
        "nothing is left behind"
    );
}

#[cfg(unix)]
#[test]
fn fix_write_keeps_permissions_and_links_and_obeys_read_only() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let directory = scratch("fix-permissions");
    let body = file(&directory, "body.json", EXAMPLE);
    let mode = |path: &str, mode: u32| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    mode(&body, 0o640);
    symlink("body.json", directory.join("link.json")).unwrap();
    let link = directory.join("link.json");
    assert_eq!(run(&["check", "--fix", "--write", link.to_str().unwrap()]).code, 0);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(!fs::read_to_string(&body).unwrap().contains("\"rbac\","));
    assert_eq!(fs::metadata(&body).unwrap().permissions().mode() & 0o777, 0o640);

    let locked = file(&directory, "locked.json", EXAMPLE);
    mode(&locked, 0o444);
    let refused = run(&["check", "--fix", "--write", &locked, &body]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.starts_with(&format!("clusterwright: {locked}: ")), "{}", refused.err);
    assert_eq!(refused.err.lines().count(), 1);
    assert_eq!(fs::read_to_string(&locked).unwrap(), EXAMPLE);
    assert!(
        refused.out.contains("body.json:30:9: "),
        "the other file is still checked: {}",
        refused.out
    );
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
fn the_vpcs_ranges_are_weighed_against_the_bodys() {
    let body = with("/spec/containerNetwork/cidrs/0/cidr", "\"10.4.0.0/16\"");
    assert!(check(&body, &[]).faults().is_empty());
    let apart = check(&body, &["--vpc-cidr", "192.168.0.0/16"]);
    assert!(apart.faults().is_empty(), "{}", apart.out);
    let run = check(&body, &["--vpc-cidr", "192.168.0.0/16", "--vpc-cidr", "10.4.128.0/17"]);
    assert_eq!(run.code, 0, "{}", run.out);
    assert_eq!(
        run.faults(),
        [
            "<stdin>:17:27: warning[cce-given-range-overlap]: container range 10.4.0.0/16 overlaps VPC 10.4.128.0/17 of your network plan"
        ]
    );
}

#[test]
fn several_files_are_one_report() {
    let directory = scratch("several");
    let a = file(&directory, "a.json", with("/spec/flavor", "\"huge\""));
    let b = file(&directory, "b.json", with("/spec/type", "\"Metal\""));
    let run = finish(
        command(["check", "a.json", "-", "b.json"]).current_dir(&directory),
        CLEAN.as_bytes(),
    );
    assert_eq!(run.code, 1, "{a} {b}");
    let heads = run.faults();
    assert_eq!(heads.len(), 2, "{}", run.out);
    assert!(
        heads[0].starts_with("a.json:9:15: error[field-choice]")
            && heads[1].starts_with("b.json:8:13: "),
        "{heads:?}"
    );
    assert_eq!(run.out.lines().filter(|line| line.contains("(detected)")).count(), 3);
    assert!(
        run.out.lines().last().unwrap().starts_with("2 errors, 0 warnings, 3 notes in 3 files"),
        "{}",
        run.out
    );
    let mut json = command(["check", "--format", "json", "a.json", "-", "b.json"]);
    let document = finish(json.current_dir(&directory), CLEAN.as_bytes()).json();
    let counts: Vec<usize> = document["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["diagnostics"].as_array().unwrap().len())
        .collect();
    assert_eq!(counts, [2, 1, 2]);
}

/// Every way a secret might come to light: in findings about it, beside it, in fixes made from it.
#[test]
fn secrets_are_never_printed() {
    const KEY: &str = "/spec/authentication/authenticatingProxy/privateKey";
    let pem = "-----BEGIN PRIVATE KEY-----\\nCANARY\\n-----END PRIVATE KEY-----\\n";
    let encoded =
        "LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCkNBTkFSWQotLS0tLUVORCBQUklWQVRFIEtFWS0tLS0tCg==";
    let spoilt = [
        "\"CANARY\"",
        "\"xxxCANARY\"",
        "\"CANARY with spaces\"",
        "\"CANA\\u0052Y\"",
        "\"CANARY",
        "\"CANARY \"CANARY\" CANARY\"",
        "'CANARY'",
        "“CANARY”",
        "CANARY",
        "{\"CANARY\": \"CANARY\"}",
        "[\"CANARY\"]",
        "\"CANARY\" /* \" */, \"privateKey\": \"CANARY\"",
        "\"CANARY\", \"unknown\": 1",
        "\"CANARY\" \"ca\": \"again\"",
        &format!("\"{pem}\""),
        &format!("\"{}\"", pem.replace("\\n", "\n")),
        &format!("\"{encoded}\""),
        &format!("\"{} {}\"", &encoded[..40], &encoded[40..]),
        "081547110815",
        "+081547110815",
        "[081547110815]",
        "true081547110815",
        "\"access-key 081547110815\"",
    ];
    let authentication = r#"{"mode": "authenticating_proxy", "authenticatingProxy": {"ca": 7, "cert": "no", "privateKey": 0}}"#;
    let proxy =
        with("/spec/description", &format!("\"secret\", \"authentication\": {authentication}"));
    let doc = clusterwright::json::Document::parse(proxy.as_str());
    let span = doc.span(doc.find(KEY).unwrap());
    for secret in spoilt {
        let body =
            format!("{}{secret}{}", &proxy[..span.start as usize], &proxy[span.end as usize..]);
        let bodies = [
            body.clone(),
            body.replace("privateKey", "privatKey"),
            format!("// the privateKey is CANARY\n{body}"),
            format!("POST /clusters X-Auth-Token: CANARY\n{body}"),
            body.replace("\"ca\": 7", "\"ca\": 7 /* password: 0815471108 */"),
            body.replace("privateKey", "password"),
            body.replace("\"privateKey\"", "privateKey"),
        ];
        for body in bodies {
            for args in [
                &[][..],
                &["--lang", "zh-CN"],
                &["--format", "json"],
                &["--fix"],
                &["--fix", "--format", "json"],
            ] {
                let run = check(&body, args);
                assert_eq!(run.code, 1, "{run:?}");
                // With --fix standard output is the user's own text.
                let report = if args.contains(&"--fix") { &run.err } else { &run.out };
                for canary in [
                    "CANARY",
                    "CANA\\",
                    "0815471108",
                    "Q0FOQVJZ",
                    "NBTkFSW",
                    "DQU5BUl",
                    &encoded[..30],
                ] {
                    assert!(
                        !report.contains(canary),
                        "{canary} of {secret} in {args:?}:\n{report}\n{body}"
                    );
                }
            }
        }
    }
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
            Ok(page) => assert!(
                explained.out.contains(page.trim_end()),
                "docs/rules/ has no page of {code}"
            ),
            Err(_) => without.push(code),
        }
    }
    assert!(without.is_empty(), "docs/rules/ lacks: {without:?}");
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
