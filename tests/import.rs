//! What people paste, and what is read out of it.

use clusterwright::analysis::{Analysis, Inputs, analyze, fix_all};
use clusterwright::diagnostic::Change;
use clusterwright::edition;
use clusterwright::import::{Import, Kind, read};
use clusterwright::json::{Document, print};
use clusterwright::request::Shell;
use clusterwright::share::cut;
use clusterwright::text::apply;
use proptest::prelude::*;

const BODY: &str = r#"{"kind": "Cluster", "metadata": {"name": "it's"}}"#;

fn headers(read: &Import) -> Vec<(&str, &str)> {
    read.credentials.iter().map(|known| (known.header(), known.reveal())).collect()
}

#[track_caller]
fn takes(text: &str, kind: Kind, body: &str) -> Import {
    let read = read(text);
    assert_eq!((read.kind, read.body.as_str()), (kind, body), "{text}");
    read
}

#[test]
fn a_body_stays_as_it_is_whatever_is_wrong_with_it() {
    for text in [
        BODY,
        "",
        "  \n{\"a\": 1,}\n",
        "// mine\n{\"a\": 1}",
        "[1, 2]",
        "{'a': curl -d '{}'}",
        "no JSON at all",
        "use curl for it:\n{\"a\": 1}",
        "\"annotations\": {\"a\": \"b\"}",
        "kind: Cluster, a: 1",
        "\"a string\"",
        "{\n```json\n{}\n```",
    ] {
        let read = takes(text, Kind::Body, text);
        assert!(read.aside.is_empty() && read.file.is_none(), "{text}");
    }
}

#[test]
fn an_http_message_gives_its_body_and_names_what_is_left() {
    let read = takes(
        "POST https://cce.example.com/api/v3/projects/p1/clusters?secret=s HTTP/1.1\nContent-Type: application/json\nX-Auth-Token: MIIabc\n\n{\"a\": 1}\n",
        Kind::Http,
        "{\"a\": 1}\n",
    );
    assert_eq!(
        read.aside,
        [
            "POST https://cce.example.com/api/v3/projects/p1/clusters",
            "Content-Type",
            "X-Auth-Token"
        ]
    );
    assert_eq!(headers(&read), [("X-Auth-Token", "MIIabc")]);
    // As the documents print it: no empty line, names of the header's group, full-width colons.
    takes("POST /api/v3/projects/{project_id}/clusters\n{\"a\": 1}", Kind::Http, "{\"a\": 1}");
    takes(
        "POST /clusters HTTP/1.1 \nContent-Type:application/json\n<公共请求头>\n{\"a\": 1}",
        Kind::Http,
        "{\"a\": 1}",
    );
    takes("Content-Type：application/json\n\n{\"a\": 1}", Kind::Http, "{\"a\": 1}");
    let one = takes(
        "HTTP/1.1 202 Accepted <公共响应头> { \"cluster_id\": \"c\" }",
        Kind::Answer,
        "{ \"cluster_id\": \"c\" }",
    );
    assert!(one.credentials.is_empty());
    // What only stands for a token is none.
    for waits in ["$OTC_TOKEN", "{{token}}", "<token>", "****", ""] {
        let text = format!("POST /x\nX-Auth-Token: {waits}\n\n{{}}");
        assert!(read_credentials(&text).is_empty(), "{waits}");
    }
}

fn read_credentials(text: &str) -> Vec<String> {
    read(text).credentials.iter().map(|known| known.reveal().to_owned()).collect()
}

#[test]
fn bash_commands_give_their_body() {
    let body = BODY.replace('\'', "'\\''");
    let command = format!(
        "$ curl -sS -X POST 'https://u:pw@h/clusters' \\\n  -H 'X-Auth-Token: tok' \\\n  -H \"Content-Type: application/json\" \\\n  -d '{body}'"
    );
    let found = takes(&command, Kind::Command(Shell::Bash), BODY);
    assert_eq!(found.aside, ["POST https://h/clusters", "X-Auth-Token", "Content-Type"]);
    assert_eq!(headers(&found), [("X-Auth-Token", "tok")]);
    let bash = Kind::Command(Shell::Bash);
    takes(r#"curl --data "{\"a\": \"\$b \\\\ c\"}" https://h"#, bash, r#"{"a": "$b \\ c"}"#);
    takes(
        "curl https://h --json $'{\"a\": \"it\\'s \\u4e2d\\x41\"}'",
        bash,
        "{\"a\": \"it's 中A\"}",
    );
    takes(
        "curl https://h -d @- <<EOF\n{\"a\": \"$B \\$c\"}\nEOF\n",
        bash,
        "{\"a\": \"${B} $c\"}\n",
    );
    takes(
        "curl https://h -d @- <<-'EOF' -H 'A-B: c'\n\t{\"a\": \"$B\"}\n\tEOF\n",
        bash,
        "{\"a\": \"$B\"}\n",
    );
    takes("cat <<'EOF' | curl -d @- https://h\n{\"a\": 1}\nEOF", bash, "{\"a\": 1}\n");
    takes("echo '{\"a\": 1}' | curl -d @- https://h", bash, "{\"a\": 1}");
    takes(
        "cat > body.json <<EOF\n{\"a\": 1}\nEOF\ncurl -d @body.json https://h",
        bash,
        "{\"a\": 1}\n",
    );
    takes(
        "TOKEN=x curl --url=https://h --data-raw=\"$(cat <<'EOF'\n{\"a\": \"it's (\"}\nEOF\n)\"",
        bash,
        "{\"a\": \"it's (\"}",
    );
    takes(
        "# create it\nexport A=b; /usr/bin/curl -XPOST https://h -d'{\"a\": 1}' -o out.json | jq .",
        bash,
        "{\"a\": 1}",
    );
    let file = read("curl -d @body.json https://h");
    assert_eq!(
        (file.kind, file.body.as_str(), file.file.as_deref()),
        (bash, "", Some("body.json"))
    );
    let user = read("curl -u name:word -d '{}' https://h");
    assert_eq!(headers(&user), [("Authorization", "name:word")]);
}

#[test]
fn cmd_commands_give_their_body() {
    let cmd = Kind::Command(Shell::Cmd);
    takes(
        "curl -X POST https://h ^\r\n  -H \"X-Auth-Token: tok\" ^\r\n  -d \"{\\\"a\\\": \\\"b ^& c\\\"}\"",
        cmd,
        r#"{"a": "b & c"}"#,
    );
    takes(
        r#"curl -d "{""a"": ""it's""}" https://h"#.replace('\'', "").as_str(),
        cmd,
        r#"{"a": "its"}"#,
    );
    takes(
        "curl ^\"https://h^\" --data-raw ^\"{\\^\"a\\^\": \\^\"^& %NAME% 50%^%\\^\"}^\"",
        cmd,
        r#"{"a": "& ${NAME} 50%%"}"#,
    );
    takes(
        "curl ^\"https://h^\" --data-raw ^\"{^\n\n\\^\"a\\^\": 1^\n\n}^\"",
        cmd,
        "{\n\"a\": 1\n}",
    );
    takes(r#"curl ^"https://h^" -d ^"{\^"a\^": \^"\\\^"q\\\\\^"}^""#, cmd, r#"{"a": "\"q\\"}"#);
}

#[test]
fn powershell_commands_give_their_body() {
    let shell = Kind::Command(Shell::PowerShell);
    let found = takes(
        "$headers = @{\n  'X-Auth-Token' = 'tok'\n  Accept = \"a/b\"\n}\n$body = @'\n{\"a\": \"it's $b\"}\n'@\nInvoke-RestMethod -Method Post -Uri https://h/x `\n  -Headers $headers -Body $body -ContentType 'application/json'",
        shell,
        "{\"a\": \"it's $b\"}",
    );
    assert_eq!(found.aside, ["POST https://h/x", "X-Auth-Token", "Accept", "Content-Type"]);
    assert_eq!(headers(&found), [("X-Auth-Token", "tok")]);
    takes("irm https://h -Method POST -Body '{\"a\": \"it''s\"}'", shell, "{\"a\": \"it's\"}");
    takes(
        "$r = Invoke-WebRequest -Uri 'https://h' -Body \"{`\"a`\": `\"$env:B $c`\"}\"",
        shell,
        "{\"a\": \"${B} ${c}\"}",
    );
    takes(
        "curl.exe -X POST https://h `\n -H \"X-Auth-Token: $env:T\" `\n -d '{\\\"a\\\": 1}'",
        shell,
        "{\"a\": 1}",
    );
    takes("$n = 'x'\nirm https://h -Body (@\"\n{\"a\": \"$n\"}\n\"@)", shell, "{\"a\": \"x\"}");
    takes(
        "irm https://h -Headers @{ A = 'b'; 'C-D' = \"e\" } -Body ([Text.Encoding]::UTF8.GetBytes('{\"a\": 1}'))",
        shell,
        "{\"a\": 1}",
    );
    let file = read("Invoke-RestMethod https://h -Method Post -InFile body.json");
    assert_eq!(file.file.as_deref(), Some("body.json"));
    // A variable that holds itself twice is not unrolled without end.
    let many = format!("$a = 'aaaaaaaa'\n{}irm https://h -Body $a", "$a = \"$a$a\"\n".repeat(60));
    assert!(read(&many).body.len() < 100_000);
}

#[test]
fn blocks_and_strings_give_their_body() {
    takes("Send this:\n\n```json\n{\"a\": 1}\n```\nand wait.", Kind::Fenced, "{\"a\": 1}\n");
    takes("```python\nprint(1)\n```\n~~~\n{\"a\": 1}\n~~~", Kind::Fenced, "{\"a\": 1}\n");
    takes("```bash\ncurl -d '{\"a\": 1}' https://h\n```", Kind::Command(Shell::Bash), "{\"a\": 1}");
    takes("```http\nPOST /x\n\n{\"a\": 1}\n```", Kind::Http, "{\"a\": 1}\n");
    takes(r#""{\"a\": \"b\\n\"}""#, Kind::Escaped, r#"{"a": "b\n"}"#);
    takes("{\\\"a\\\": [1]}", Kind::Escaped, "{\"a\": [1]}");
    takes("{\\n  \\\"a\\\": 1\\n}", Kind::Escaped, "{\n  \"a\": 1\n}");
}

#[test]
fn other_languages_are_named_and_not_touched() {
    let manifest = "# a cluster\napiVersion: cce/v3\nkind: Cluster\nmetadata:\n  name: x\n  labels: {a: b}\nspec:\n  zones:\n    - eu-de-01\n  script: |\n    anything, at {all\n";
    let block =
        "# main.tf\nresource \"opentelekomcloud_cce_cluster_v3\" \"c\" {\n  name = \"x\"\n}\n";
    for (text, kind, rule, line) in [
        (manifest, Kind::Yaml, "json-is-yaml", 2),
        (block, Kind::Terraform, "json-is-terraform", 2),
    ] {
        takes(text, kind, text);
        for fenced in ["yaml", "hcl"] {
            takes(&format!("```{fenced}\n{text}```"), kind, text);
        }
        let analysis = analyze(text, edition::find("cce-otc"), &Inputs::default());
        let found: Vec<_> = analysis
            .diagnostics
            .iter()
            .map(|found| {
                let at = analysis.mark(&found.place).start;
                (found.rule.code, analysis.lines().position(text, at).line)
            })
            .collect();
        assert_eq!(found, [(rule, line)]);
    }
    for text in [
        "locals {\n  a = 1\n}",
        "terraform {\n}",
        "module \"m\" {\n}",
        "---\nkind: Cluster",
        "name: a\nspec:\n- b",
        "name: a\nregion_id: b\nvpcid: c",
    ] {
        assert!(matches!(read(text).kind, Kind::Yaml | Kind::Terraform), "{text}");
    }
    for text in [
        "locals {\"a\": 1}",
        "name: a,\nregion_id: b,\nvpcid: c",
        "data {\n\"a\": 1}",
        "a: {\n b: 1\n}",
        "spec:\n{\"a\": 1}",
        "\"a\": 1\n\"b\": 2\n\"c\": 3",
        "name: 'a'\nspec: [\n1]",
    ] {
        assert_eq!(read(text).kind, Kind::Body, "{text}");
    }
}

#[test]
fn a_credential_is_not_shown() {
    let read = read(
        "curl -H 'X-Auth-Token: CANARY' -H 'Authorization: Bearer CANARY' -b 'sid=CANARY' -d '{}' https://h",
    );
    assert_eq!(read.credentials.len(), 3);
    let shown = format!("{read:?}");
    assert!(!shown.contains("CANARY") && shown.contains("X-Auth-Token"), "{shown}");
}

/// The bodies of every example and preset, each with its edition.
fn bodies() -> Vec<(&'static str, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples");
    let mut bodies = Vec::new();
    for file in
        std::fs::read_dir(folder).expect("the examples").map(|file| file.expect("a file").path())
    {
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        let edition = edition::ALL.iter().find(|edition| name.starts_with(edition.id));
        if let Some(edition) = edition
            && file.extension().is_some_and(|end| end == "txt" || end == "json")
        {
            bodies.push((edition.id, std::fs::read_to_string(&file).expect("a text")));
        }
    }
    for edition in edition::ALL {
        bodies.extend(edition.presets.iter().map(|preset| (edition.id, preset.text.to_owned())));
    }
    assert!(bodies.len() > 40);
    bodies
}

/// The body with the environment's variables in the place of its secrets, as every snippet sends it.
fn sent(analysis: &Analysis) -> String {
    read(&Shell::Bash.snippet(analysis)).body
}

#[track_caller]
fn comes_back(analysis: &Analysis) {
    let body = sent(analysis);
    for shell in Shell::ALL {
        let snippet = shell.snippet(analysis);
        let back = read(&snippet);
        assert_eq!(back.kind, Kind::Command(shell), "{snippet}");
        assert!(back.credentials.is_empty(), "{snippet}");
        let doc = Document::parse(body.clone());
        match (shell, print::minify(&doc)) {
            (Shell::Bash | Shell::PowerShell, _) => assert_eq!(back.body, body, "{snippet}"),
            (_, Some(strict)) => {
                let value =
                    |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
                let back = print::minify(&Document::parse(back.body)).expect("JSON");
                assert_eq!(value(&back), value(&strict), "{snippet}");
            }
            (Shell::Http, None) => assert_eq!(back.body.trim_end(), body.trim(), "{snippet}"),
            (_, None) => assert_eq!(back.body, body.replace("\r\n", "\n"), "{snippet}"),
        }
    }
}

#[test]
fn every_snippet_gives_its_body_back() {
    for (id, body) in bodies() {
        let analysis = analyze(body.clone(), edition::find(id), &Inputs::default());
        if !body.contains("password") && !body.contains("rivateKey") {
            assert_eq!(sent(&analysis), body);
        }
        comes_back(&analysis);
    }
    let secret = r#"{"login_password": "SECRET%\"", "nodepools": [{"login_password": "OTHER"}, {"login_password": "OTHER"}]}"#;
    let analysis = analyze(secret, edition::find("ack-createcluster"), &Inputs::default());
    comes_back(&analysis);
    let body = sent(&analysis);
    assert_eq!(
        body,
        r#"{"login_password": "${LOGIN_PASSWORD}", "nodepools": [{"login_password": "${LOGIN_PASSWORD_2}"}, {"login_password": "${LOGIN_PASSWORD_2}"}]}"#
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_body_comes_back_from_every_snippet(
        name in "[ -~\n\t'\"$`\\\\;&|%!^{}é中’”]{0,40}",
        secret in "[ -~]{1,20}",
        pretty in any::<bool>(),
    ) {
        let value = serde_json::json!({"metadata": {"name": name}, "spec": {"authentication": {"authenticatingProxy": {"privateKey": secret}}}});
        let body = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) }.expect("JSON");
        comes_back(&analyze(body, edition::find("cce-otc"), &Inputs::default()));
    }

    /// Total, and never longer than what a text can hold.
    #[test]
    fn any_text_is_read(text in "[ -~\n\t'\"$`\\\\;&|%!^{}()@<>é中’]{0,60}", start in 0_usize..8) {
        let starts = ["", "curl -d '", "curl -d @- <<EOF\n", "irm -Body ", "$a = @{", "```\n", "POST /x\n", "curl ^\""];
        let text = [starts[start], &text].concat();
        let read = read(&text);
        prop_assert!(read.body.len() <= 4 * text.len() + 16);
        if read.kind == Kind::Body {
            prop_assert_eq!(read.body, text);
        }
    }
}

#[test]
fn deep_texts_are_read() {
    for part in ["$(", "((", "@{a=", "$(cat <<A\n", "`", "^", "$a=\"$a", "```\n", "<<A "] {
        for start in ["curl -d ", "irm -Body ", "", "$a = "] {
            let text = [start, &part.repeat(20_000)].concat();
            let _ = read(&text);
        }
    }
}

#[test]
fn an_answer_is_a_request_again_after_one_fix() {
    for (id, file) in [("cce-otc", "cce-otc-r1"), ("cce-huawei", "cce-huawei-r1")] {
        let path = format!("{}/tests/examples/responses/{file}.txt", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).expect("the answer");
        let answered = |analysis: &Analysis| {
            analysis.diagnostics.iter().filter(|found| found.rule.code == "field-read-only").count()
        };
        let (text, _) = fix_all(&text, edition::find(id), &Inputs::default());
        let analysis = analyze(text, edition::find(id), &Inputs::default());
        assert!(answered(&analysis) > 3, "{file}");
        let whole = analysis
            .diagnostics
            .iter()
            .flat_map(|found| &found.fixes)
            .find(|fix| matches!(fix.changes[..], [Change::RemoveAll(_)]))
            .expect("one fix for all");
        let stripped = apply(analysis.text(), &analysis.edits(whole));
        let body: serde_json::Value = serde_json::from_str(&stripped).expect("JSON");
        assert!(
            body["metadata"]["name"].is_string() && body["metadata"]["uid"].is_null(),
            "{stripped}"
        );
        assert!(body["spec"]["flavor"].is_string() && body["status"].is_null(), "{stripped}");
        assert_eq!(answered(&analyze(stripped, edition::find(id), &Inputs::default())), 0);
    }
}

/// Also a text that is kept as it was pasted is told to nobody with its token.
#[test]
fn a_kept_text_is_shared_without_its_credentials() {
    for text in [
        "curl -H 'X-Auth-Token: CANARY' -d '{\"a\": 1}' https://h",
        "curl -u me:CANARY -d '{\"a\": 1}' https://h",
        "POST /x\nAuthorization: Bearer CANARY\n\n{\"a\": 1}",
        "kind: Cluster\nspec:\n  password: CANARY\n  name: x\n",
        "resource \"a\" \"b\" {\n  password = \"CANARY\"\n}",
    ] {
        let analysis = analyze(text, edition::find("cce-otc"), &Inputs::default());
        let shared = cut(&analysis).body;
        assert!(!shared.text().contains("CANARY"), "{}", shared.text());
        for shell in Shell::ALL {
            let snippet = shell.snippet(&analysis);
            assert!(!snippet.contains("CANARY"), "{snippet}");
        }
    }
}

#[test]
fn aliyun_commands_give_their_body() {
    let body = BODY.replace('\'', "'\\''");
    let read_body = |text: &str| takes(text, Kind::Aliyun, BODY);
    let found = read_body(&format!(
        "$ aliyun cs POST /clusters --region cn-beijing \\\n  --header \"Content-Type=application/json;\" \\\n  --body '{body}' --force"
    ));
    assert_eq!(found.aside, ["cs POST /clusters", "Content-Type"]);
    assert!(found.credentials.is_empty() && found.file.is_none());
    let found = read_body(&format!(
        "aliyun --profile=mine --access-key-id LTAI5tCANARY --access-key-secret=sCANARY --quiet cs CreateCluster --body='{body}' --sts-token CANARY | jq ."
    ));
    assert_eq!(
        found.aside,
        ["cs CreateCluster", "access-key-id", "access-key-secret", "sts-token"]
    );
    assert_eq!(
        headers(&found),
        [
            ("access-key-id", "LTAI5tCANARY"),
            ("access-key-secret", "sCANARY"),
            ("sts-token", "CANARY")
        ]
    );
    assert!(!format!("{found:?}").contains("CANARY"));
    // A body in a file: which one, or what the text itself writes to it.
    for (file, name) in [
        ("\"$(cat create.json)\"", "create.json"),
        ("$(cat 'my create.json')", "my create.json"),
        ("\"$(< create.json)\"", "create.json"),
    ] {
        let found = takes(&format!("aliyun cs POST /clusters --body {file}"), Kind::Aliyun, "");
        assert_eq!(found.file.as_deref(), Some(name), "{file}");
    }
    takes(
        "cat > create.json <<'EOF'\n{\"a\": 1}\nEOF\naliyun cs POST /clusters --body \"$(cat create.json)\"",
        Kind::Aliyun,
        "{\"a\": 1}\n",
    );
    takes(
        "aliyun cs CreateCluster --body \"$(cat <<EOF\n{\"a\": \"$B\"}\nEOF\n)\"",
        Kind::Aliyun,
        "{\"a\": \"${B}\"}",
    );
    // For cmd.
    takes(
        "aliyun.exe cs POST /clusters ^\r\n  --body \"{\\\"a\\\": 1}\"",
        Kind::Aliyun,
        "{\"a\": 1}",
    );
    // The same of curl; and what is no such command.
    let curl = read("curl https://h -d \"$(cat create.json)\"");
    assert_eq!((curl.body.as_str(), curl.file.as_deref()), ("", Some("create.json")));
    for text in ["aliyun cs GET /clusters", "aliyun: see\n{\"a\": 1}"] {
        assert_eq!(read(text).kind, Kind::Body, "{text}");
    }
    assert_eq!(
        (Kind::Aliyun.name().en, Kind::Aliyun.name().zh),
        ("an aliyun command", "aliyun 命令")
    );
}
