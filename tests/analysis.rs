//! The boundary: what holds of every analysis, whatever the text.

use std::fs;
use std::path::Path;

use clusterwright::analysis::{Check, Inputs, analyze};
use clusterwright::diagnostic::{Applicability, Diagnostic, Locale, Severity};
use clusterwright::edition;
use clusterwright::json::Document;

/// The documents' examples as printed, and the presets.
fn texts() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/examples");
    let mut texts: Vec<String> = fs::read_dir(folder)
        .expect("the folder can be listed")
        .map(|entry| entry.expect("an entry can be read").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .map(|path| fs::read_to_string(path).expect("an example can be read"))
        .collect();
    texts.extend(
        edition::ALL
            .iter()
            .flat_map(|edition| edition.presets.iter().map(|preset| preset.text.to_owned())),
    );
    texts
}

#[test]
fn a_check_in_steps_finds_what_one_call_finds() {
    let texts = texts();
    assert!(texts.len() > 20);
    for text in texts {
        let whole = analyze(text.as_str(), None, &Inputs::default());
        let mut check = Check::new(text.as_str(), None, Inputs::default());
        let mut steps = 1;
        let stepped = loop {
            match check.step() {
                Some(analysis) => break analysis,
                None => steps += 1,
            }
        };
        assert!(steps > 3, "reading, rows and rules are steps of their own");
        assert_eq!(stepped.text(), whole.text());
        assert_eq!(stepped.edition.id, whole.edition.id);
        assert_eq!(format!("{:?}", stepped.diagnostics), format!("{:?}", whole.diagnostics));
    }
}

#[test]
fn what_looks_right_at_the_first_look_is_looked_at_whole() {
    let codes = |body: &str| -> Vec<&str> {
        let analysis = analyze(body, edition::find("cce-otc"), &Inputs::default());
        let own = |found: &&Diagnostic| analysis.pointer(&found.place).starts_with("/spec/");
        analysis.diagnostics.iter().filter(own).map(|found| found.rule.code).collect()
    };
    // As long as a name of the table, and with the same beginning and end.
    let named = |name: &str| codes(&format!(r#"{{"spec": {{"{name}": "10.247.0.0/16"}}}}"#));
    assert!(!named("kubernetesSvcIpRange").contains(&"field-unknown"));
    assert!(named("kubernetxxxxcIpRange").contains(&"field-unknown"));
    let described = |text: &str| codes(&format!(r#"{{"spec": {{"description": "{text}"}}}}"#));
    assert!(!described("a").contains(&"field-empty"));
    assert!(described("").contains(&"field-empty"));
}

/// Whether a list is searched as it stands or sorted, each equal is told of with the first.
#[test]
fn equals_in_short_and_long_lists() {
    for (length, twins) in [(5, vec![(0, 3), (0, 4)]), (40, vec![(2, 17), (0, 30), (2, 39)])] {
        let mut ids: Vec<String> = (0..length).map(|at| format!("vsw-{at:08}")).collect();
        for &(first, at) in &twins {
            ids[at] = ids[first].clone();
        }
        let body = format!(r#"{{"worker_vswitch_ids": {ids:?}}}"#);
        let analysis = analyze(body, edition::find("ack-createcluster"), &Inputs::default());
        let places = |found: &Diagnostic| {
            let at = |place| analysis.pointer(place);
            (at(&found.related[0].place), at(&found.place))
        };
        let found: Vec<_> = analysis
            .diagnostics
            .iter()
            .filter(|found| found.rule.code == "ack-list-duplicate")
            .map(places)
            .collect();
        let at = |at: usize| format!("/worker_vswitch_ids/{at}");
        let expected: Vec<_> = twins.iter().map(|&(first, own)| (at(first), at(own))).collect();
        assert_eq!(found, expected);
    }
}

/// The titles of the fixes for a finding at a pointer, with the values that they write.
fn fixed(edition: &str, text: &str, pointer: &str) -> Vec<String> {
    let analysis = analyze(text, edition::find(edition), &Inputs::default());
    let found = analysis.diagnostics.iter();
    let found = found.filter(|found| analysis.pointer(&found.place) == pointer);
    let fixes = found.flat_map(|found| &found.fixes);
    fixes.map(|fix| clusterwright::text::apply(text, &analysis.edits(fix))).collect()
}

#[test]
fn lists_written_in_other_ways_are_made_lists() {
    for (member, value, expected) in [
        ("master_vswitch_ids", r#""vsw-a1,vsw-a2， vsw-a3""#, r#"["vsw-a1", "vsw-a2", "vsw-a3"]"#),
        ("master_vswitch_ids", r#""[\"vsw-a1\"]""#, r#"["vsw-a1"]"#),
        ("master_vswitch_ids", r#""vsw-a1""#, r#"["vsw-a1"]"#),
        (
            "tags",
            r#"{"env": "prod", "n": 1}"#,
            r#"[{"key": "env", "value": "prod"}, {"key": "n", "value": "1"}]"#,
        ),
        ("tags", r#"{"key": "env"}"#, r#"[{"key": "env"}]"#),
        ("addons", r#""flannel""#, r#"[{"name": "flannel"}]"#),
    ] {
        let text = format!(r#"{{"{member}": {value}}}"#);
        let fixed = fixed("ack-createcluster", &text, &format!("/{member}"));
        assert_eq!(fixed, [format!(r#"{{"{member}": {expected}}}"#)], "{text}");
    }
    let text = r#"{"addons": ["flannel"]}"#;
    let fixed_item = fixed("ack-createcluster", text, "/addons/0");
    assert_eq!(fixed_item, [r#"{"addons": [{"name": "flannel"}]}"#]);
    // What neither names a member nor lists pairs is not wrapped.
    assert!(fixed("ack-createcluster", r#"{"addons": {"x": {"y": 1}}}"#, "/addons").is_empty());
}

#[test]
fn a_name_in_other_capitals_is_not_renamed_onto_one_that_is_there() {
    let text = r#"{"spec": {"Flavor": "cce.s2.small", "flavor": "cce.s1.small"}}"#;
    assert_eq!(fixed("cce-otc", text, "/spec/Flavor"), [r#"{"spec": {"flavor": "cce.s1.small"}}"#]);
    let (after, _) =
        clusterwright::analysis::fix_all(text, edition::find("cce-otc"), &Inputs::default());
    assert_eq!(after, text, "and not unasked");
}

#[test]
fn a_body_of_null_is_no_body() {
    for edition in edition::ALL {
        let analysis = analyze("null", Some(edition), &Inputs::default());
        let found: Vec<_> = analysis.diagnostics.iter().map(|found| found.rule.code).collect();
        assert_eq!(found, ["field-type"], "{}", edition.id);
    }
}

#[test]
fn a_body_that_was_changed_for_an_edition_stays_told() {
    let text = include_str!("examples/ack-managed-1-postpaid-flannel.txt");
    let managed = analyze(text, None, &Inputs::default()).edition;
    assert_eq!(managed.id, "ack-managed");
    let (fixed, _) = clusterwright::analysis::fix_all(text, Some(managed), &Inputs::default());
    let mut check = Check::new(fixed, None, Inputs::default()).told(managed);
    let analysis = loop {
        if let Some(analysis) = check.step() {
            break analysis;
        }
    };
    assert_eq!((analysis.edition.id, analysis.detected), ("ack-managed", true));
    // Of a chosen edition nothing is told.
    let chosen = edition::find("ack-dedicated");
    let mut check = Check::new(text, chosen, Inputs::default()).told(managed);
    let analysis = loop {
        if let Some(analysis) = check.step() {
            break analysis;
        }
    };
    assert_eq!((analysis.edition.id, analysis.detected), ("ack-dedicated", false));
}

#[test]
fn between_chinese_characters_no_space_is_written() {
    let words = clusterwright::diagnostic::text("{a} has {b}", "这里的 {a} 有 {b} 个参数");
    let own = clusterwright::diagnostic::text("body", "请求体");
    let fill = |b: clusterwright::diagnostic::Arg| {
        words.fill(clusterwright::diagnostic::Locale::Zh, &[("a", own.into()), ("b", b)])
    };
    assert_eq!(fill("x".into()), "这里的请求体有 x 个参数");
    assert_eq!(fill(own.into()), "这里的请求体有请求体个参数");
}

#[test]
fn a_known_value_in_other_capitals_is_one_finding() {
    let text = r#"{"cluster_type": "Kubernetes", "addons": [{"name": "Flannel"}], "nodepools": [{"scaling_group": {"spot_strategy": "nospot", "instance_charge_type": "PrePaid"}}]}"#;
    let analysis = analyze(text, edition::find("ack-dedicated"), &Inputs::default());
    let about = |pointer: &str| -> Vec<&str> {
        let found = analysis.diagnostics.iter();
        let own = found.filter(|found| analysis.pointer(&found.place) == pointer);
        own.map(|found| found.rule.code).collect()
    };
    assert_eq!(about("/addons/0/name"), ["field-value-case"]);
    assert_eq!(about("/nodepools/0/scaling_group/spot_strategy"), ["field-value-case"]);
    let codes: Vec<&str> = analysis.diagnostics.iter().map(|found| found.rule.code).collect();
    assert!(!codes.contains(&"ack-network-addon"), "what it rests on is not clear: {codes:?}");
    // What the document does not know may be right.
    let text = r#"{"addons": [{"name": "my-Addon"}]}"#;
    let analysis = analyze(text, edition::find("ack-dedicated"), &Inputs::default());
    assert!(analysis.diagnostics.iter().all(|found| found.rule.code != "field-value-case"));
}

/// What is said at a pointer, and what the first fix of it writes there.
fn said(edition: &str, text: &str, pointer: &str) -> Vec<(&'static str, Option<String>)> {
    let analysis = analyze(text, edition::find(edition), &Inputs::default());
    let found = analysis.diagnostics.iter();
    let own = found.filter(|found| analysis.pointer(&found.place) == pointer);
    own.map(|found| {
        let safe = found.fixes.iter().find(|fix| fix.applicability == Applicability::Safe);
        let fixed = safe.map(|fix| clusterwright::text::apply(text, &analysis.edits(fix)));
        let value = fixed.map(|text| {
            let doc = Document::parse(text);
            doc.find(pointer).map(|node| doc.raw(node).to_owned()).unwrap_or_default()
        });
        (found.rule.code, value)
    })
    .collect()
}

#[test]
fn what_is_written_in_chinese_is_no_placeholder_for_that() {
    let spec = |name: &str, value: &str| {
        said("cce-otc", &format!(r#"{{"spec": {{"{name}": {value}}}}}"#), &format!("/spec/{name}"))
    };
    let host = |value: &str| {
        let body = format!(r#"{{"spec": {{"customSan": ["{value}"]}}}}"#);
        said("cce-otc", &body, "/spec/customSan/0")
    };
    assert_eq!(host("中国.com"), [("field-format", None)]);
    assert_eq!(host("例子.中国"), [("field-format", None)]);
    assert_eq!(host("集群域名"), [("field-placeholder", None)]);
    assert_eq!(host("您的域名.com"), [("field-placeholder", None)]);
    assert_eq!(spec("description", r#""您的集群，已替换为新版本""#), []);
    for waits in ["<您的说明>", "请输入您的说明", "****的集群"] {
        assert_eq!(
            spec("description", &format!("\"{waits}\"")),
            [("field-placeholder", None)],
            "{waits}"
        );
    }
    let note = |value: &str| {
        let body = format!(r#"{{"metadata": {{"annotations": {{"a/b": "{value}"}}}}}}"#);
        said("cce-huawei", &body, "/metadata/annotations/a~1b")
    };
    assert_eq!(note("您的说明"), []);
    assert_eq!(note("请填写说明"), [("field-placeholder", None)]);
    assert_eq!(
        said("ack-createcluster", r#"{"vpcid": "您的专有网络"}"#, "/vpcid"),
        [("field-placeholder", None)]
    );
}

#[test]
fn white_space_around_an_id_or_a_name_is_taken_out() {
    let space = |value: &str| vec![("field-value-space", Some(value.to_owned()))];
    let of = |name: &str, value: &str| {
        said("ack-createcluster", &format!("{{\"{name}\": \"{value}\"}}"), &format!("/{name}"))
    };
    for around in [
        "vpc-2zeabc ",
        " vpc-2zeabc",
        "vpc-2zeabc\\n",
        "\\tvpc-2zeabc",
        "vpc-2zeabc\u{A0}",
        "\u{3000}vpc-2zeabc",
        "vpc-2zeabc\u{200B}",
        "\\u200bvpc-2zeabc\\u00a0 ",
        "vpc-\u{200B}2ze\u{FEFF}abc",
    ] {
        assert_eq!(of("vpcid", around), space("\"vpc-2zeabc\""), "{around:?}");
    }
    assert_eq!(of("vpcid", "vpc-2zeabc"), []);
    // Only white space, a blank, a secret, a script, a text of several words: as before.
    assert_eq!(of("vpcid", "  "), [("ack-value-form", None)]);
    assert_eq!(of("vpcid", " <VPC ID> "), [("field-placeholder", None)]);
    assert_eq!(of("login_password", "Abcdefgh1! "), []);
    assert_eq!(of("user_data", "#!/bin/sh\\nreboot\\n"), [("ack-user-data-base64", None)]);
    assert_eq!(
        said("cce-otc", r#"{"spec": {"description": "two words "}}"#, "/spec/description"),
        []
    );
    // Values of free members are nobody's to judge.
    let labels = r#"{"metadata": {"labels": {"a": "b "}, "annotations": {"c": " d"}}}"#;
    assert_eq!(said("cce-huawei", labels, "/metadata/labels/a"), []);
    assert_eq!(said("cce-huawei", labels, "/metadata/annotations/c"), []);
    // What mends the spaces already is said alone; a form that only the spaces break is mended safely.
    let name = |text: &str| Some(format!("\"{text}\""));
    assert_eq!(of("name", "cluster-a\u{200B}"), [("field-pattern", name("cluster-a"))]);
    assert_eq!(of("name", "cluster_a "), [("field-pattern", None)]);
    // Of a fixed format or a closed list the spaces are named, and nothing else.
    for range in ["172.20.0.0/16 ", "\u{FEFF}172.20.0.0/16", "172.20\u{200B}.0.0/16\u{A0}"] {
        assert_eq!(of("container_cidr", range), space("\"172.20.0.0/16\""), "{range:?}");
    }
    assert_eq!(of("container_cidr", "172.20.0.0/33 "), [("field-format", None)]);
    assert_eq!(of("container_cidr", "172.20.0.0/1 6"), [("field-format", name("172.20.0.0/16"))]);
    assert_eq!(of("cluster_type", "Kubernetes "), space("\"Kubernetes\""));
    let id = "23d3725f-6ffe-400e-8fb6-b4f9a7b3e8c1";
    for around in [format!("{id} "), format!("\u{A0}{id}"), format!("23d3\u{200B}{}", &id[4..])] {
        let body = format!(r#"{{"spec": {{"hostNetwork": {{"vpc": "{around}"}}}}}}"#);
        assert_eq!(said("cce-otc", &body, "/spec/hostNetwork/vpc"), space(&format!("\"{id}\"")));
    }
    // What joins the signs of a script stays.
    assert_eq!(of("vpcid", "vpc-क\u{94D}\u{200D}ष"), []);
    let severe = |body: &str| analyze(body, edition::find("ack-createcluster"), &Inputs::default());
    let severe = |body: &str| {
        let found = severe(body).diagnostics.into_iter();
        found.filter(|one| one.rule.code == "field-value-space").map(|one| one.severity).collect()
    };
    let severities: Vec<Severity> =
        severe(r#"{"vpcid": "vpc-1 ", "container_cidr": "172.20.0.0/16 "}"#);
    assert_eq!(severities, [Severity::Warning, Severity::Error]);
    // Known values of open lists.
    let addon = r#"{"addons": [{"name": "flannel "}]}"#;
    assert_eq!(said("ack-dedicated", addon, "/addons/0/name"), space("\"flannel\""));
}

#[test]
fn a_body_in_a_string_is_taken_out_and_checked_as_what_it_is() {
    let body = r#"{"cluster_type": "ManagedKubernetes", "name": "a", "vpcid": "vpc-1 "}"#;
    let right = body.replace("vpc-1 ", "vpc-1");
    let string = Document::parse(body).text().replace('"', "\\\"");
    for text in [format!("\"{string}\""), string.clone(), format!("12:00 sent {string} in 3 ms")] {
        let found = analyze(text.as_str(), None, &Inputs::default()).diagnostics;
        assert_eq!(found.len(), 1, "{text}");
        let (after, made) = clusterwright::analysis::fix_all(&text, None, &Inputs::default());
        assert_eq!((after.as_str(), made), (right.as_str(), 2), "{text}");
    }
}

#[test]
fn a_value_cut_short_is_completed_and_one_with_a_letter_wrong_is_mended_to_the_nearest() {
    let written = |member: &str, value: &str| {
        let text = format!(
            r#"{{"kind": "Cluster", "apiVersion": "v3", "spec": {{{member}: "{value}"}}}}"#
        );
        let body = analyze(text, edition::find("cce-otc"), &Inputs::default());
        let found = body.diagnostics.iter().find(|found| found.rule.code == "field-choice");
        let fix = found.and_then(|found| found.fixes.first());
        fix.map(|fix| clusterwright::text::apply(body.text(), &body.edits(fix)))
    };
    let holds = |text: Option<String>, value: &str| text.is_some_and(|text| text.contains(value));
    assert!(holds(
        written(r#""containerNetwork": {"mode""#, r#"overlay"}, "x": ""#),
        "\"overlay_l2\""
    ));
    assert_eq!(
        written(r#""containerNetwork": {"mode""#, r#"o"}, "x": ""#),
        None,
        "too little to tell"
    );
    assert!(holds(written(r#""kubeProxyMode""#, "iptable"), "\"iptables\""));
    assert!(holds(written(r#""kubeProxyMode""#, "ipvss"), "\"ipvs\""));
    // One letter of three is no slip.
    assert_eq!(
        told("ack-createcluster", r#"{"cluster_type": "ACK"}"#, "field-choice"),
        [(Severity::Error, vec![])]
    );
}

/// The findings of a rule in a body checked as an edition, each with its severity and the titles of its fixes in English.
fn told(edition: &str, text: &str, code: &str) -> Vec<(Severity, Vec<String>)> {
    let body = analyze(text, edition::find(edition), &Inputs::default());
    let own = body.diagnostics.iter().filter(|found| found.rule.code == code);
    let titles = |found: &Diagnostic| {
        found.fixes.iter().map(|fix| fix.title.fill(Locale::En, &fix.args)).collect()
    };
    own.map(|found| (found.severity, titles(found))).collect()
}

/// What the findings of a rule say, in English and in Chinese.
fn words(edition: &str, text: &str, code: &str) -> Vec<[String; 2]> {
    let body = analyze(text, edition::find(edition), &Inputs::default());
    let own = body.diagnostics.iter().filter(|found| found.rule.code == code);
    own.map(|found| [Locale::En, Locale::Zh].map(|locale| found.message_in(locale))).collect()
}

#[test]
fn messages_say_what_is_the_case() {
    let said = |edition: &str, text: &str, code: &str, en: &str, zh: &str| {
        assert_eq!(words(edition, text, code), [[en.to_owned(), zh.to_owned()]], "{text}");
    };
    let ack = "ack-createcluster";
    said(
        "cce-otc",
        r#"{"kind": "cluster"}"#,
        "field-choice",
        "kind must be Cluster, not \"cluster\"",
        "kind 只能是 Cluster，而不是 \"cluster\"",
    );
    let body = analyze(r#"{"kind": "cluster"}"#, edition::find("cce-otc"), &Inputs::default());
    let help: Vec<String> = body
        .diagnostics
        .iter()
        .filter(|found| found.rule.code == "field-choice")
        .map(|found| found.help_in(Locale::En))
        .collect();
    assert_eq!(help, ["The document knows this value only."]);
    said(
        "cce-otc",
        r#"{"spec": {"authentication": {"mode": "rbac", "authenticatingProxy": {}}}}"#,
        "field-forbidden",
        "authenticatingProxy has no effect here",
        "当前条件下 authenticatingProxy 不起作用",
    );
    said(
        "cce-otc",
        r#"{"spec": {"hostNetwok": {}}}"#,
        "field-unknown",
        "hostNetwok is not a member of spec, and hostNetwork, which is required, is missing",
        "spec 中没有参数 hostNetwok，并且缺少必选参数 hostNetwork",
    );
    said(
        ack,
        r#"{"timeout_mins": 99999999999999999999}"#,
        "field-range",
        "timeout_mins is 99999999999999999999, which is larger than any integer that is read",
        "timeout_mins 的值 99999999999999999999 过大，超出了整数的表示范围",
    );
    said(
        ack,
        r#"{"timeout_mins": -99999999999999999999}"#,
        "field-range",
        "timeout_mins must be at least 0, not -99999999999999999999",
        "timeout_mins 应不小于 0，而不是 -99999999999999999999",
    );
    said(
        "cce-otc",
        r#"{"spec": {"containerNetwork": {"mode": "vpc-router", "cidrs": [{"cidr": "10.0.0.0/20"}, {"cidr": "10.0.1.0/20"}]}}}"#,
        "cce-container-range-overlap",
        "container range 10.0.1.0/20 overlaps 10.0.0.0/20",
        "容器网段 10.0.1.0/20 与 10.0.0.0/20 重叠",
    );
    said(
        "ack-managed",
        r#"{"worker_instance_types": []}"#,
        "field-length",
        "worker_instance_types must not be empty",
        "worker_instance_types 不能为空",
    );
}

#[test]
fn one_fault_is_one_finding() {
    let of = |name: &str, json: &str| {
        let body = format!("{{\"{name}\": {json}}}");
        let found = analyze(body.as_str(), edition::find("ack-createcluster"), &Inputs::default());
        let own = found.diagnostics.iter().filter(|own| {
            own.rule.code.starts_with("json-") || found.pointer(&own.place) == format!("/{name}")
        });
        own.map(|found| found.rule.code).collect::<Vec<_>>()
    };
    assert_eq!(of("login_password", "\"a\""), ["field-length"]);
    assert_eq!(of("login_password", "\"abcdefgh\""), ["field-pattern"]);
    assert_eq!(of("login_password", "\"Abcdefg1\""), Vec::<&str>::new());
    assert_eq!(of("timeout_mins", "NaN"), ["json-not-a-number"]);
    assert_eq!(of("timeout_mins", "0x3C"), ["json-bad-number"]);
    assert_eq!(of("timeout_mins", "1.5"), ["field-type"]);
}

#[test]
fn a_misspelt_required_member_is_an_error_and_told_once() {
    let text = r#"{"kind": "Cluster", "apiVersion": "v3", "metadata": {"name": "abcd"}, "spec": {"type": "VirtualMachine", "flavour": "cce.s2.small", "hostNetwork": {"vpcId": "a", "subnetId": "b"}, "containerNetwork": {"mode": "overlay_l2"}}}"#;
    let unknown = told("cce-otc", text, "field-unknown");
    let renames: Vec<(Severity, &str)> =
        unknown.iter().map(|(severity, fixes)| (*severity, fixes[0].as_str())).collect();
    assert_eq!(
        renames,
        [
            (Severity::Error, "Rename to flavor"),
            (Severity::Error, "Rename to vpc"),
            (Severity::Error, "Rename to subnet")
        ]
    );
    assert_eq!(told("cce-otc", text, "field-required"), []);
    let optional = text.replace("\"flavour\"", "\"flavor\": \"cce.s2.small\", \"descriptin\"");
    assert_eq!(told("cce-otc", &optional, "field-unknown")[0].0, Severity::Warning);
}

#[test]
fn no_fix_writes_what_is_wrong_as_well() {
    let unfit = r#"{"spec": {"containerNetwork": {"cidrs": [{"cidr": "10.0.0.0/16"}]}}}"#;
    let [(_, fixes)] = &told("cce-huawei", unfit, "field-unknown")[..] else { panic!("one") };
    assert_eq!(fixes, &["Take it out"], "a list is no range");
    let quoted = |value: &str| {
        let text = format!(r#"{{"spec": {{"type": {value}, "description": {value}}}}}"#);
        told("cce-otc", &text, "field-type").into_iter().map(|(_, fixes)| fixes).collect::<Vec<_>>()
    };
    assert_eq!(quoted("true"), [vec![], vec!["Write \"true\"".to_owned()]]);
}

#[test]
fn a_body_of_another_vendor_is_an_error_for_nothing_of_it_is_checked() {
    let cce = r#"{"kind": "Cluster", "apiVersion": "v3", "metadata": {"name": "abcd"}, "spec": {"type": "VirtualMachine"}}"#;
    assert_eq!(told("ack-dedicated", cce, "edition-other")[0].0, Severity::Error);
    let sibling = r#"{"cluster_type": "ManagedKubernetes", "cluster_spec": "ack.pro.small", "profile": "Default", "os_type": "Linux", "platform": "CentOS", "taints": [], "num_of_nodes": 3, "tags": [], "node_cidr_mask": "25"}"#;
    let found = told("ack-managed", sibling, "edition-other");
    assert!(found.iter().all(|(severity, _)| *severity == Severity::Warning), "{found:?}");
}

/// A body after the first fix of the first finding of a rule.
fn mended(edition: &str, text: &str, code: &str) -> String {
    let body = analyze(text, edition::find(edition), &Inputs::default());
    let own = body.diagnostics.iter().find(|found| found.rule.code == code);
    clusterwright::text::apply(text, &body.edits(&own.expect(code).fixes[0]))
}

#[test]
fn members_that_lost_a_level_are_gathered_into_it() {
    let flat = r#"{
  "kind": "Cluster",
  "apiVersion": "v3",
  // who it is for
  "metadata": { "name": "my-cluster" },
  "type": "VirtualMachine",
  "flavor": "cce.s2.small",
  "other": 1,
  "hostNetwork": {
    "vpc": "a"
  },
  "containerNetwork": { "mode": "overlay_l2" }
}"#;
    let nested = r#"{
  "kind": "Cluster",
  "apiVersion": "v3",
  // who it is for
  "metadata": { "name": "my-cluster" },
  "spec": {
    "type": "VirtualMachine",
    "flavor": "cce.s2.small",
    "hostNetwork": {
      "vpc": "a"
    },
    "containerNetwork": { "mode": "overlay_l2" }
  },
  "other": 1
}"#;
    assert_eq!(mended("cce-otc", flat, "field-required"), nested);
    let one = r#"{"kind": "Cluster", "apiVersion": "v3", "flavor": "cce.s2.small"}"#;
    let [_, (_, fixes)] = &told("cce-otc", one, "field-required")[..] else { panic!("two") };
    assert_eq!(fixes, &["Insert spec"], "of one there is no more to say than where it belongs");
}

#[test]
fn a_member_moves_onto_what_was_never_filled_in() {
    let with = |there: &str| {
        format!(r#"{{"spec": {{"hostNetwork": {there}}}, "hostNetwork": {{"vpc": "a"}}}}"#)
    };
    let fixes = |there: &str| told("cce-otc", &with(there), "field-elsewhere").remove(0).1;
    for blank in [r#""""#, "null", "{}", r#"{"vpc": "<VPC ID>", "subnet": ""}"#] {
        assert_eq!(fixes(blank), ["Move it to /spec/hostNetwork"], "{blank}");
        assert_eq!(
            mended("cce-otc", &with(blank), "field-elsewhere"),
            r#"{"spec": {"hostNetwork": {"vpc": "a"}}}"#
        );
    }
    for filled in [r#"{"vpc": "b"}"#, "1", r#"{"vpc": "<VPC ID>", "subnet": "b"}"#] {
        assert_eq!(fixes(filled), [""; 0], "{filled}");
    }
}
