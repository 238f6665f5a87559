//! `clusterwright check`: what it reports, in words and as JSON, and what `--fix` writes.

#[path = "support/cli.rs"]
mod cli;

use std::collections::BTreeSet;
use std::fs;

use cli::{CLEAN, EXAMPLE, check, command, file, finish, run, scratch, with};
use serde_json::Value;

/// The first finding at a pointer, as the JSON of `check` says it.
fn found_at(body: &str, pointer: &str) -> Value {
    let document = check(body, &["--format", "json"]).json();
    let mut found = document["files"][0]["diagnostics"].as_array().into_iter().flatten();
    found.find(|found| found["pointer"] == pointer).expect("it is found").clone()
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
    let name = found_at(body, "/metadata/name");
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
    let found = found_at(body, "/kindd");
    assert_eq!(
        found["range"],
        serde_json::json!({
            "start": { "line": 1, "column": 16, "offset": 26 },
            "end": { "line": 1, "column": 23, "offset": 33 },
        })
    );
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

/// What files hold that are no bodies, however much fixes would make of them.
const NO_BODIES: [(&str, &str); 6] = [
    ("README.md", "# Title\n\nSee [the page](x) and {\"this\"}.\n"),
    ("Cargo.toml", "[package]\nname = \"x\"\n"),
    ("program.py", "import os\nxs = [1, 2]\nprint({'a': xs})\n"),
    ("tsconfig.json", "{\n  // strict\n  \"compilerOptions\": {\"strict\": \"true\",},\n}\n"),
    (
        "settings.json",
        "{\n  // for editors\n  \"name\": \"x\",\n  \"image\": \"y\",\n  \"mounts\": [],\n}\n",
    ),
    ("empty.json", ""),
];

/// Those of which fixes would make one.
const IN_PART: [(&str, &str); 5] = [
    ("page.md", "# Title\n\n```json\n{\"kind\": \"Cluster\",}\n```\n\nThe end.\n"),
    ("call.py", "import x\nx.call({'name': 'a'})\nprint(1)\n"),
    ("behind.json", "{\"kind\": \"Cluster\",}\n{\"kind\": \"Cluster\"}\n"),
    ("settings.toml", "name = \"x\"\nversion = \"1\"\n"),
    (".env", "name=x\nregion_id=y\n"),
];

#[test]
fn fix_leaves_what_is_no_body_as_it_is() {
    let directory = scratch("no-body");
    for (name, content) in NO_BODIES.into_iter().chain(IN_PART) {
        file(&directory, name, content);
    }
    let names = NO_BODIES.iter().chain(&IN_PART).map(|(name, _)| *name);
    let written = finish(
        command(["check", "--fix", "--write"]).args(names.clone()).current_dir(&directory),
        b"",
    );
    assert_eq!(written.code, 1, "{written:?}");
    let no_body = "no request body at its top level; left as it is";
    let in_part = "not one object in braces from end to end, so --write leaves it as it is (--fix alone prints the mended body)";
    let line = |name: &str, why: &str| format!("clusterwright: {name}: {why}");
    let lines: Vec<String> = NO_BODIES
        .iter()
        .map(|(name, _)| line(name, no_body))
        .chain(IN_PART.iter().map(|(name, _)| line(name, in_part)))
        .collect();
    assert_eq!(written.err.lines().collect::<Vec<_>>(), lines);
    for (name, content) in NO_BODIES.into_iter().chain(IN_PART) {
        assert_eq!(fs::read_to_string(directory.join(name)).unwrap(), content, "{name}");
    }
    for (name, content) in NO_BODIES {
        let printed = finish(command(["check", "--fix", name]).current_dir(&directory), b"");
        assert_eq!((printed.code, printed.out.as_str()), (1, content), "{name}");
        assert!(printed.err.starts_with(&line(name, no_body)), "{}", printed.err);
    }
    let printed = finish(command(["check", "--fix", "page.md"]).current_dir(&directory), b"");
    assert_eq!(printed.out.trim(), "{\"kind\": \"Cluster\"}");
    let json = finish(
        command(["check", "--fix", "--write", "--format", "json", "--lang", "zh-CN", "Cargo.toml"])
            .current_dir(&directory),
        b"",
    );
    assert_eq!(json.json()["files"][0]["error"], "最外层不是请求体，未作修改");
}

#[test]
fn no_edition_is_said_to_be_told_from_what_is_no_body() {
    let told = |body: &str| {
        let said = check(body, &[]).out.contains("(detected)");
        let file = check(body, &["--format", "json"]).json()["files"][0].clone();
        assert_eq!(file["detected"], said, "{body}");
        said
    };
    assert_eq!(["", "[1]", "{\"a\": 1}", "# Title"].map(told), [false; 4]);
    let wrapped = "{\"payload\": {\"kind\": \"Cluster\", \"spec\": {}}}";
    assert_eq!(["{\"kind\": 1}", wrapped].map(told), [true; 2]);
    let empty = check("", &[]).out;
    assert!(empty.contains("why: The API reads strict JSON"), "{empty}");
}

#[test]
fn a_name_in_other_capitals_is_a_bodys_once_it_is_mended() {
    assert_eq!(check("{\"Kind\": \"Cluster\"}", &["--fix"]).out, "{\"kind\": \"Cluster\"}");
}

#[cfg(unix)]
#[test]
fn fix_write_keeps_hard_links_and_leaves_what_is_no_file() {
    use std::os::unix::fs::MetadataExt as _;
    let directory = scratch("fix-special");
    let body = file(&directory, "body.json", EXAMPLE);
    fs::hard_link(&body, directory.join("same.json")).unwrap();
    assert_eq!(run(&["check", "--fix", "--write", &body]).code, 0);
    assert_eq!(fs::metadata(&body).unwrap().nlink(), 2);
    let same = fs::read_to_string(directory.join("same.json")).unwrap();
    assert_eq!(same, EXAMPLE.replace("\"rbac\",\n", "\"rbac\"\n"));

    let pipe = directory.join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let refused = run(&["check", "--fix", "--write", pipe.to_str().unwrap(), "/dev/null"]);
    assert_eq!(refused.code, 2);
    let why = "not a regular file; --write leaves it alone";
    assert_eq!(
        refused.err,
        format!("clusterwright: {}: {why}\nclusterwright: /dev/null: {why}\n", pipe.display())
    );
    assert!(!fs::metadata(&pipe).unwrap().is_file());
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
