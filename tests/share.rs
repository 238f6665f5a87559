//! Links, files and drafts: what is written comes back, what is wrong is refused by itself, and no secret goes out.

use clusterwright::analysis::{Inputs, analyze};
use clusterwright::diagnostic::Locale;
use clusterwright::edition;
use clusterwright::network::GivenRange;
use clusterwright::share::{Body, Cut, Left, Setting, State, cut, file, fragment, open_text, read};
use proptest::prelude::*;

fn nets(words: &[&str]) -> Vec<GivenRange> {
    words.iter().map(|word| word.parse().expect("a range")).collect()
}

fn inputs(vpc: &[&str], taken: &[&str]) -> Inputs {
    let mut inputs = Inputs::default();
    inputs.vpc.extend(nets(vpc));
    inputs.taken.extend(nets(taken));
    inputs
}

fn setting() -> Setting {
    Setting {
        api: edition::find("ack-dedicated"),
        lang: Some(Locale::Zh),
        theme: Some("light"),
        tab: Some("request"),
        inputs: inputs(&["10.0.0.0/8"], &["172.16.0.0/12", "192.168.3.0/24"]),
    }
}

fn same(state: &State, wanted: &Setting) {
    let own = &state.setting;
    assert_eq!(own.api.map(|api| api.id), wanted.api.map(|api| api.id));
    assert_eq!(own.lang, wanted.lang);
    assert_eq!(own.theme, wanted.theme);
    assert_eq!(own.tab, wanted.tab);
    assert_eq!(own.inputs, wanted.inputs);
    assert!(state.refused.is_empty(), "{:?}", state.refused);
    assert!(!state.newer);
}

fn cut_as(id: &str, text: &str) -> Cut {
    cut(&analyze(text, Some(edition::find(id).expect("an edition")), &Inputs::default()))
}

fn values(cut: &Cut) -> Vec<&str> {
    let values = cut.left_out.iter().map(|left| match left {
        Left::Value(pointer) => pointer.as_str(),
        Left::Comment(_) => "comment",
        Left::Text(_) => "text",
    });
    values.collect()
}

#[test]
fn a_link_says_everything_and_says_it_back() {
    let link = fragment(&setting(), Some(&[0xfb, 0xff, 0x00, 0x3e]));
    assert_eq!(
        link,
        "v=1&api=ack-dedicated&lang=zh-CN&theme=light&tab=request&vpc=10.0.0.0/8\
         &taken=172.16.0.0/12,192.168.3.0/24&body=-_8APg"
    );
    let state = read(&link).expect("a link");
    same(&state, &setting());
    assert_eq!(state.body, Some(Body::Deflated(vec![0xfb, 0xff, 0x00, 0x3e])));
    assert_eq!(fragment(&Setting::default(), None), "v=1");
}

#[test]
fn every_list_of_the_network_plan_goes_along() {
    let mut wanted = Inputs::default();
    for (name, _) in Inputs::default().lists() {
        *wanted.list_mut(name).expect("a list of that name") = nets(&["10.0.0.0/8"]);
    }
    let link = fragment(&Setting { inputs: wanted.clone(), ..setting() }, None);
    assert_eq!(read(&link).expect("a link").setting.inputs, wanted, "{link}");
}

#[test]
fn ranges_keep_their_names_but_those_that_speak_of_secrets() {
    let own = inputs(&["10.0.0.0/16"], &["10.1.0.0/16 cluster-b", "10.2.0.0/16 办公 网络"]);
    let setting = |inputs: &Inputs| Setting { inputs: inputs.clone(), ..Setting::default() };
    let link = fragment(&setting(&own), None);
    assert_eq!(
        link,
        "v=1&vpc=10.0.0.0/16&taken=10.1.0.0/16%20cluster-b,10.2.0.0/16%20%E5%8A%9E%E5%85%AC%20%E7%BD%91%E7%BB%9C"
    );
    assert_eq!(read(&link).expect("a link").setting.inputs, own);
    let told = inputs(&[], &["10.1.0.0/16 password.hunter2"]);
    assert_eq!(fragment(&setting(&told), None), "v=1&taken=10.1.0.0/16");
    let state = read("taken=10.1.0.0/16%20cluster-b,10.2.0.0/16%3Cb%3E").expect("a link");
    assert_eq!(state.refused, ["taken"]);
    assert_eq!(state.setting.inputs.taken, nets(&["10.1.0.0/16 cluster-b"]));
}

#[test]
fn what_is_no_link_is_none() {
    for fragment in ["", "#", "#request-body", "v=1", "a=b&c", "%%%", "&&&==="] {
        assert!(read(fragment).is_none(), "{fragment}");
    }
    assert!(read("#api=cce-otc").is_some());
}

#[test]
fn wrong_values_are_refused_one_by_one_and_the_rest_is_kept() {
    let state = read(
        "#v=x&api=nope&lang=fr&theme=pink&tab=admin&vpc=10.0.0.0/16,what,10.2.0.0/16&taken=172.16.0.0%2F12\
         &endpoint=https%3A%2F%2Fevil.example&body=***",
    )
    .expect("a link");
    assert_eq!(state.refused, ["v", "api", "lang", "theme", "tab", "vpc", "body"]);
    assert_eq!(state.setting.inputs.vpc, nets(&["10.0.0.0/16", "10.2.0.0/16"]));
    assert_eq!(state.setting.inputs.taken, nets(&["172.16.0.0/12"]));
    assert!(state.setting.api.is_none() && state.body.is_none());
    // Bytes that are no text, and half a percent sign.
    assert_eq!(read("lang=%ff&tab=plan").expect("a link").refused, ["lang"]);
    assert_eq!(read("lang=%e&tab=plan").expect("a link").setting.tab, Some("plan"));
}

#[test]
fn base64_comes_in_every_spelling() {
    let bytes = Some(Body::Deflated(vec![0xfb, 0xff, 0x00, 0x3e]));
    for spelled in ["-_8APg", "-_8APg==", "-_8APg%3D%3D", "+/8APg==", "%2B/8APg"] {
        assert_eq!(read(&["body=", spelled].concat()).expect("a link").body, bytes, "{spelled}");
    }
    assert_eq!(read("body=").expect("a link").refused, ["body"]);
}

#[test]
fn a_later_version_opens_as_far_as_it_is_understood() {
    let state = read("v=7&api=cce-otc&tab=diagram&colour=blue&body=AAAA").expect("a link");
    assert!(state.newer);
    assert_eq!(state.refused, ["tab"]);
    assert_eq!(state.setting.api.map(|api| api.id), Some("cce-otc"));
    assert!(state.body.is_some());
    let state = open_text(r#"{"clusterwright": 2, "api": "cce-otc", "more": {}, "body": "{}"}"#);
    let state = state.expect("a file");
    assert!(state.newer && state.refused.is_empty());
    assert_eq!(state.body, Some(Body::Text("{}".to_owned())));
}

/// What the fixtures say; see `tests/share/README.md`.
fn of_version_1() -> Setting {
    Setting {
        api: edition::find("cce-otc"),
        lang: Some(Locale::Zh),
        theme: Some("dark"),
        tab: Some("plan"),
        inputs: inputs(&["10.0.0.0/16", "10.1.0.0/16"], &["192.168.0.0/24"]),
    }
}

#[test]
fn links_and_files_of_version_1_open_for_ever() {
    let state = read(include_str!("share/v1-full.txt").trim()).expect("a link");
    same(&state, &of_version_1());
    // What the bytes inflate to is the browser's to say: tests/browser/share.test.mjs.
    assert!(matches!(state.body, Some(Body::Deflated(_))));
    let state = read(include_str!("share/v1-zlib.txt").trim()).expect("a link");
    assert!(matches!(state.body, Some(Body::Deflated(_))) && state.refused.is_empty());
    let state = read(include_str!("share/v1-edition.txt").trim()).expect("a link");
    assert_eq!(state.setting.api.map(|api| api.id), Some("ack-managed"));
    assert!(state.body.is_none() && state.refused.is_empty());
    let state = open_text(include_str!("share/v1.clusterwright.json")).expect("a file");
    same(&state, &of_version_1());
    assert_eq!(state.body, Some(Body::Text(include_str!("share/v1-body.txt").to_owned())));
}

#[test]
fn a_file_says_the_same_and_a_body_is_no_file() {
    let text = "{\n  // \"quoted\" \\ 中文 \u{1f680}\n\t\"kind\": 'Cluster'\u{7}\n}";
    let cut = cut_as("cce-otc", text);
    assert_eq!(cut.body.text(), text);
    let file = file(&setting(), &cut.body);
    let parsed: serde_json::Value = serde_json::from_str(&file).expect("JSON");
    assert_eq!(parsed["body"], text);
    let state = open_text(&file).expect("a file");
    same(&state, &setting());
    assert_eq!(state.body, Some(Body::Text(text.to_owned())));
    for body in [text, "", "[]", "{\"clusterwright\": \"mine\"}", "{\"name\": \"clusterwright\"}"] {
        assert!(open_text(body).is_none(), "{body}");
    }
    let state = open_text(r#"{"clusterwright": 1, "tab": 5, "body": {}}"#).expect("a file");
    assert_eq!(state.refused, ["tab", "body"]);
}

#[test]
fn a_text_without_secrets_stays_as_it_is() {
    for edition in edition::ALL {
        for preset in edition.presets {
            let cut = cut_as(edition.id, preset.text);
            let own = preset.text;
            // The documents print passwords.
            if cut.left_out.is_empty() {
                assert_eq!(cut.body.text(), own, "{} {}", edition.id, preset.id);
            } else {
                assert!(
                    preset.id.starts_with("document"),
                    "{} {}: {:?}",
                    edition.id,
                    preset.id,
                    cut
                );
            }
        }
    }
    let plain = r#"{"login_password": "", "key_pair": "my-key", "tags": [{"key": "team", "value": "Passau"}]}"#;
    assert_eq!(cut_as("ack-dedicated", plain).body.text(), plain);
}

#[test]
fn each_secret_gives_way_to_its_blank_and_is_named() {
    let cut = cut_as(
        "ack-dedicated",
        r#"{"name": "a", "login_password": "Hunter2Hunter2", "worker_instance_types": ["x"]}"#,
    );
    let text = cut.body.text();
    assert_eq!(values(&cut), ["/login_password"]);
    let parsed: serde_json::Value = serde_json::from_str(text).expect("JSON");
    let blank = parsed["login_password"].as_str().expect("a string");
    assert!(blank.starts_with('<') && blank.ends_with('>'), "{blank}");
    assert_eq!(parsed["worker_instance_types"][0], "x");
    // Cut again, there is nothing to cut.
    let again = cut_as("ack-dedicated", text);
    assert_eq!(again.body.text(), text);
    assert_eq!(again.left_out, []);
}

/// A body, and the pointers of what is left out of it. None of them may keep `Hunter2`.
const HIDDEN: [(&str, &[&str]); 14] = [
    (r#"{"login_pasword": "Hunter2!"}"#, &["/login_pasword"]),
    (r#"{"loginPassword": "Hunter2!"}"#, &["/loginPassword"]),
    (r#"{"nodes": {"root_passwd": ["Hunter2!"]}}"#, &["/nodes/root_passwd"]),
    (r#"{"name": "a" /* the password is Hunter2! */}"#, &["comment"]),
    ("{\"name\": \"a\"} // 登录密码是 Hunter2!", &["comment"]),
    (
        r#"{"addons": [{"name": "x", "config": "{\"token\": \"Hunter2!\", \"a\": 1}"}]}"#,
        &["/addons/0/config"],
    ),
    (r#"{"user_data": "IyEvYmluL3NoCmV4cG9ydCBEQl9QQVNTV09SRD1IdW50ZXIyIQo="}"#, &["/user_data"]),
    (r##"{"user_data": "#!/bin/sh\nexport DB_PASSWORD=Hunter2!\n"}"##, &["/user_data"]),
    (r#"{"tags": [{"key": "db-password", "value": "Hunter2!"}]}"#, &["/tags/0/value"]),
    (r#"{"name": "https://me:Hunter2!@example.org/x"}"#, &["/name"]),
    (
        r#"{"login_password": "Hunter2!", "name": "Hunter2!", "key_pair": "a"}"#,
        &["/login_password", "text"],
    ),
    ("curl -H 'X-Auth-Token: Hunter2!' -d {\"name\": \"a\"}", &["comment"]),
    ("X-Auth-Token: Hunter2!", &["/X-Auth-Token"]),
    (r#"{"login_password": "Hunter2!", "Hunter2!", "key_pair": "a"}"#, &["/login_password"]),
];

#[test]
fn what_sounds_like_a_secret_is_left_out_wherever_it_stands() {
    for (text, pointers) in HIDDEN {
        let cut = cut_as("ack-dedicated", text);
        let left = cut.body.text();
        assert!(
            !left.contains("Hunter2") && !left.contains("SHVudGVy") && !left.contains("SHVudGVyMi"),
            "{text}\n{left}"
        );
        assert!(!left.contains("1IdW50"), "{text}\n{left}");
        assert_eq!(values(&cut), *pointers, "{text}\n{left}");
        assert!(!format!("{:?}", cut.left_out).contains("Hunter2"), "{cut:?}");
    }
}

#[test]
fn json_in_a_string_keeps_the_rest() {
    let text = r#"{"addons": [{"name": "x", "config": "{\"token\": \"Hunter2!\", \"a\": 1}"}]}"#;
    let cut = cut_as("ack-dedicated", text);
    let parsed: serde_json::Value = serde_json::from_str(cut.body.text()).expect("JSON");
    assert_eq!(parsed["addons"][0]["config"], r#"{"token": "<secret>", "a": 1}"#);
}

/// Bodies that do not parse, broken around the secret. What follows the secret's line stays.
const BROKEN: [&str; 9] = [
    "{\n\"login_password\": \"Hunter2\" Hunter2\",\n\"key_pair\": \"kept\"\n}",
    "{\n\"login_password\": \"Hunter2\n Hunter2\",\n\"key_pair\": \"kept\"\n}",
    "{\n\"login_password\": \"Hunter2\",\"Hunter2\",\n\"key_pair\": \"kept\"\n}",
    "{\n\"login_password\": \"Hunter2,\n\"key_pair\": \"kept\"\n}",
    "{\n\"login_password\" \"Hunter2\",\n\"key_pair\": \"kept\"\n}",
    "{\n\"login_password\": Hunter2 Hunter2 # Hunter2\n\"key_pair\": \"kept\"\n}",
    "{\n'login_password': 'Hunter2''Hunter2',\n\"key_pair\": \"kept\"\n}",
    "{\nlogin_password = Hunter2;\n\"key_pair\": \"kept\"\n}",
    "{\n\"login_password\": \"a\\qHunter2\\\",\n\"key_pair\": \"kept\"\n}",
];

#[test]
fn of_a_text_that_does_not_parse_more_is_left_out() {
    for text in BROKEN {
        let cut = cut_as("ack-dedicated", text);
        let left = cut.body.text();
        assert!(!left.contains("Hunter2"), "{text}\n{left}");
        assert!(left.contains("kept"), "{text}\n{left}");
        assert!(!cut.left_out.is_empty(), "{text}");
    }
}

#[test]
fn a_body_in_a_listing_or_a_string_is_taken_out_before_it_is_cut() {
    let body = "{\n  \"name\": \"a\",\n  \"login_password\":\n    \"Hunter-22\"\n}";
    let without = "{\n  \"name\": \"a\",\n  \"login_password\":\n    \"<password>\"\n}";
    let listed: Vec<String> =
        body.lines().zip(1..).map(|(line, at)| format!("{at}: {line}")).collect();
    let listed = listed.join("\n");
    let quoted = body.replace('"', "\\\"").replace('\n', "\" +\n  \"\\n");
    for text in [listed.clone(), format!("String b = \"{quoted}\";")] {
        let cut = cut_as("ack-createcluster", &text);
        assert_eq!(cut.body.text(), without, "{text}");
        assert_eq!(values(&cut), ["/login_password"], "{text}");
    }
    // Without a secret a text stays as it is.
    let listed = listed.replace("login_password", "login_word");
    let cut = cut_as("ack-createcluster", &listed);
    assert_eq!((cut.body.text(), cut.left_out.len()), (listed.as_str(), 0));
}

#[test]
fn what_is_too_large_to_be_read_is_left_out_whole() {
    let text = [&" ".repeat(8 << 20), "{\"login_password\": \"Hunter2!\"}"].concat();
    let cut = cut_as("ack-dedicated", &text);
    assert_eq!(cut.body.text(), "");
    assert_eq!(cut.left_out, [Left::Text(1)]);
    let deep = ["[".repeat(200), "{\"login_password\": \"Hunter2!\"}".to_owned(), "]".repeat(200)]
        .concat();
    assert!(!cut_as("ack-dedicated", &deep).body.text().contains("Hunter2"));
}

proptest! {
    #[test]
    fn reading_never_fails(text in ".{0,200}", bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
        let _ = read(&text);
        let _ = read(&["api=", &text, "&vpc=", &text, "&body=", &text].concat());
        let _ = open_text(&text);
        let _ = open_text(&["{\"clusterwright\":", &text].concat());
        let state = read(&fragment(&setting(), Some(&[&[1], &*bytes].concat()))).expect("a link");
        prop_assert_eq!(state.body, Some(Body::Deflated([&[1], &*bytes].concat())));
    }

    #[test]
    fn no_faults_around_a_secret_save_it(
        before in r#"[{}\[\]:,"'<>=a-d \n\\/*]{0,60}"#,
        key in r#""(login_password|token|db_password)" ?: ?"#,
        quotes in r#"["'`]"#,
        after in r#"[{}\[\]:,"'<>=a-d \n\\/*]{0,60}"#,
    ) {
        let text = [&before, &key, &quotes, "Canary7Hidden", &quotes, &after].concat();
        let cut = cut_as("ack-dedicated", &text);
        prop_assert!(!cut.body.text().contains("Canary7"), "{text}\n{}", cut.body.text());
        prop_assert!(!cut.left_out.is_empty(), "{text}");
        prop_assert!(!format!("{:?}", cut.left_out).contains("Canary7"), "{:?}", cut.left_out);
    }
}
