//! The curl command, carried out by a real shell with a stand-in for curl that says what it was given.

#![cfg(unix)]

use std::os::unix::fs::PermissionsExt as _;
use std::process::{Command, Output};

use clusterwright::analysis::{Inputs, analyze};
use clusterwright::edition;
use clusterwright::request::{Shell, curl, preview};
use clusterwright::secrets::Secrets;
use proptest::prelude::*;

/// Runs the command for a body. Gives curl's arguments, one a line with line feeds as `\n`, then what it read.
fn run(body: &str, variables: &[(&str, &str)]) -> Output {
    let analysis = analyze(body, edition::find("cce-otc"), &Inputs::default());
    let folder = tempfile::tempdir().expect("a folder");
    let stand_in = folder.path().join("curl");
    std::fs::write(&stand_in, "#!/bin/sh\nprintf '%s\\0' \"$@\"\ncat\n").expect("written");
    std::fs::set_permissions(&stand_in, std::fs::Permissions::from_mode(0o755))
        .expect("executable");
    let path = format!("{}:{}", folder.path().display(), std::env::var("PATH").unwrap_or_default());
    let mut shell = Command::new("sh");
    shell
        .env_clear()
        .env("PATH", path)
        .envs(variables.iter().copied())
        .arg("-c")
        .arg(Shell::Bash.snippet(&analysis));
    shell.output().expect("a shell")
}

const ENV: [(&str, &str); 3] =
    [("CCE_ENDPOINT", "cce.example.com"), ("PROJECT_ID", "p1"), ("OTC_TOKEN", "t0ken")];

fn arguments(output: &Output) -> Vec<String> {
    String::from_utf8_lossy(&output.stdout).split('\0').map(str::to_owned).collect()
}

#[test]
fn the_command_sends_the_body_as_it_is_and_the_token_on_standard_input() {
    let body = "{\n  \"metadata\": {\"name\": \"it's $HOME `id` \\\\ !x\"} // kept\n}\n";
    let output = run(body, &ENV);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(
        arguments(&output),
        [
            "--fail-with-body",
            "--request",
            "POST",
            "https://cce.example.com/api/v3/projects/p1/clusters",
            "--header",
            "Content-Type: application/json",
            "--header",
            "@-",
            "--data-raw",
            body,
            "X-Auth-Token: t0ken",
        ]
    );
}

#[test]
fn a_missing_variable_stops_it_before_anything_is_sent() {
    for missing in ["CCE_ENDPOINT", "PROJECT_ID", "OTC_TOKEN"] {
        let rest: Vec<_> = ENV.into_iter().filter(|(name, _)| *name != missing).collect();
        let output = run("{}", &rest);
        assert!(!output.status.success(), "without {missing}");
        assert!(output.stdout.is_empty(), "without {missing}");
    }
}

#[test]
fn a_secret_of_the_body_comes_from_the_environment() {
    let body = r#"{"spec": {"authentication": {"authenticatingProxy": {"privateKey": "SECRET'S", "ca": "Y2E="}}}}"#;
    let analysis = analyze(body, edition::find("cce-otc"), &Inputs::default());
    assert!(!curl(&analysis).contains("SECRET"));
    let output = run(body, &[ENV[0], ENV[1], ENV[2], ("PRIVATE_KEY", "a b$c")]);
    assert_eq!(arguments(&output)[9], body.replace("SECRET'S", "a b$c"));
    let without = run(body, &ENV);
    assert!(!without.status.success() && without.stdout.is_empty());
}

#[test]
fn a_secret_is_written_as_in_json() {
    let secret = "Pa\"w\\rd'1$(id)`&\\";
    let body =
        r#"{"spec": {"authentication": {"authenticatingProxy": {"privateKey": "x"}}, "a": "é"}}"#;
    let output = run(body, &[ENV[0], ENV[1], ENV[2], ("PRIVATE_KEY", secret)]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let sent: serde_json::Value = serde_json::from_str(&arguments(&output)[9]).expect("JSON");
    assert_eq!(sent["spec"]["authentication"]["authenticatingProxy"]["privateKey"], secret);
    let analysis = analyze(body, edition::find("cce-otc"), &Inputs::default());
    let powershell = Shell::PowerShell.snippet(&analysis);
    let lines: Vec<&str> = powershell.lines().skip(3).take(2).collect();
    assert_eq!(
        lines,
        [
            r#"$private_key = $env:PRIVATE_KEY -replace '[\\"]', '\$&'"#,
            r#"$body = '{"spec": {"authentication": {"authenticatingProxy": {"privateKey": "' + $private_key + '"}}, "a": "é"}}'"#,
        ]
    );
}

#[test]
fn a_secret_of_a_broken_body_comes_from_the_environment_as_well() {
    let body = "{\"description\": \"\", \"x\": 0é\"ak\n\u{1}$(id)\u{1}";
    let without = run(body, &ENV);
    assert!(!without.status.success() && without.stdout.is_empty());
    let output = run(body, &[ENV[0], ENV[1], ENV[2], ("AK", "k'1")]);
    let sent = &arguments(&output)[9];
    assert!(sent.contains("k'1") && !sent.contains("id"), "{sent:?}");
}

#[test]
fn the_preview_names_the_variable_and_never_a_token() {
    let preview = preview(edition::find("cce-otc").expect("the edition"));
    assert_eq!(
        (preview.method, preview.url),
        ("POST", "https://{endpoint}/api/v3/projects/{project_id}/clusters")
    );
    let headers: Vec<_> =
        preview.headers.iter().map(|(name, value, _)| (*name, value.as_str())).collect();
    assert_eq!(headers, [("Content-Type", "application/json"), ("X-Auth-Token", "$OTC_TOKEN")]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Whatever the body holds, the shell hands curl exactly that, and runs nothing of it.
    #[test]
    fn any_body_survives_the_shell(value in "[ -~\n\t'\"$`\\\\;&|%!^é中]{0,40}", control in any::<bool>()) {
        let body = format!("{{\"description\": {}, \"x\": {value}{}", serde_json::Value::from(value.as_str()), if control { "\u{1}$(id)\u{1}" } else { "" });
        // What is asked of the environment instead has its own test above.
        let analysis = analyze(body.as_str(), edition::find("cce-otc"), &Inputs::default());
        prop_assume!(Secrets::new(&analysis).spans().is_empty());
        let output = run(&body, &ENV);
        prop_assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        prop_assert_eq!(&arguments(&output)[9], &body);
    }
}
