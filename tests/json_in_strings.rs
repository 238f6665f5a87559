//! JSON that a string of the body holds: what is said of it stands at its place, and what mends it leaves JSON of the right type.

use clusterwright::analysis::{Analysis, Inputs, analyze, fix_all};
use clusterwright::diagnostic::{Locale, Severity};
use clusterwright::edition;
use serde_json::Value;

/// A body whose add-on has these settings, spelled as they stand in the text.
fn body(config: &str) -> String {
    format!(r#"{{"addons": [{{"name": "logtail-ds", "config": {config}}}]}}"#)
}

fn checked(text: &str) -> Analysis {
    analyze(text, edition::find("ack-dedicated"), &Inputs::default())
}

/// What is said of the settings: rule, severity and the text that is marked.
fn said(config: &str) -> Vec<(&'static str, Severity, String)> {
    let text = body(config);
    let analysis = checked(&text);
    let found = analysis.diagnostics.iter();
    let own = found.filter(|found| analysis.pointer(&found.place) == "/addons/0/config");
    own.map(|found| {
        (found.rule.code, found.severity, analysis.span(&found.place).of(&text).to_owned())
    })
    .collect()
}

/// The settings after every safe fix.
fn mended(config: &str) -> String {
    let (text, _) = fix_all(&body(config), edition::find("ack-dedicated"), &Inputs::default());
    let value: Value = serde_json::from_str(&text).expect("the body is JSON");
    value["addons"][0]["config"].as_str().expect("the settings are a string").to_owned()
}

#[test]
fn what_is_said_stands_where_it_belongs() {
    use Severity::Warning;
    assert_eq!(
        said(r#""{\"sls_project_name\":\"k8s-log-****\",\"IngressDashboardEnabled\":true}""#),
        [
            ("field-placeholder", Warning, r#"\"k8s-log-****\""#.to_owned()),
            ("field-type", Warning, "true".to_owned()),
        ]
    );
    // An escape of another kind, and more than one byte a character.
    assert_eq!(
        said(r#""{\"中\":\u0022文\u0022,\"IngressDashboardEnabled\":1}""#),
        [("field-type", Warning, "1".to_owned())]
    );
}

#[test]
fn a_name_given_twice_is_said_of_the_name() {
    let found = said(r#""{\"a\":1,\"b\":2,\"a\":3}""#);
    assert_eq!(found, [("json-duplicate-key", Severity::Error, r#"\"a\""#.to_owned())]);
    let text = body(r#""{\"a\":1,\"a\":3}""#);
    assert_eq!(
        checked(&text).diagnostics.iter().filter(|f| f.rule.code == "field-json").count(),
        0
    );
}

#[test]
fn json_of_another_type_is_told_from_the_string() {
    for (config, type_name) in
        [(r#""[]""#, "an array"), (r#""true""#, "a boolean"), (r#""\"x\"""#, "a string")]
    {
        let text = body(config);
        let analysis = checked(&text);
        let config = analysis.doc.find("/addons/0/config").expect("it is there");
        let found: Vec<_> =
            analysis.diagnostics.iter().filter(|found| found.place.node == config).collect();
        let [found] = found[..] else { panic!("{text}: {} findings", found.len()) };
        assert_eq!((found.rule.code, found.severity), ("field-type", Severity::Warning));
        assert_eq!(
            found.message_in(Locale::En),
            format!("the JSON in config must be an object, not {type_name}")
        );
        assert!(!found.help_in(Locale::En).contains("refuse"), "a warning says of no refusal");
    }
}

#[test]
fn faults_are_mended_and_quotes_escaped_too_often_are_escaped_once_less() {
    let right = r#"{"IngressDashboardEnabled":"true"}"#;
    for config in [
        r#""{'IngressDashboardEnabled':'true'}""#,
        r#""{\"IngressDashboardEnabled\":\"true\",}""#,
        r#""{\\\"IngressDashboardEnabled\\\":\\\"true\\\"}""#,
    ] {
        let mended: Value = serde_json::from_str(&mended(config)).expect("it is JSON");
        assert_eq!(mended.to_string(), right, "{config}");
    }
}

#[test]
fn what_is_no_object_is_not_quoted_once_more() {
    for text in ["IngressSlbNetworkType=internet", "eyJhIjoxfQ==", "{{ toJson .cfg }}", "${CONFIG}"]
    {
        assert_eq!(mended(&format!("\"{text}\"")), text);
    }
    let blank = |text: &str| said(&format!("\"{text}\""))[0].0;
    assert_eq!(blank("{{ toJson .cfg }}"), "field-placeholder");
    assert_eq!(blank("IngressSlbNetworkType=internet"), "field-json");
}
