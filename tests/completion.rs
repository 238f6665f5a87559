//! What could be typed: at each kind of place, in whole and in broken text, and what becomes of the text.

#[path = "support/read_back.rs"]
mod read_back;
#[path = "support/texts.rs"]
mod texts;

use std::collections::BTreeSet;

use clusterwright::analysis::{Analysis, Inputs, analyze};
use clusterwright::completion::{Completion, Item, ItemKind, complete};
use clusterwright::edition::{self, Edition};
use clusterwright::json::{Document, Kind, NodeId, patch};
use clusterwright::text::{Edit, Span, apply};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use read_back::read_back;
use texts::{config, invariants, mutate, mutated, soup};

fn edition(id: &str) -> &'static Edition {
    edition::find(id).unwrap_or_else(|| panic!("there is an edition {id}"))
}

fn analysis(id: &str, text: &str) -> Analysis {
    analyze(text, Some(edition(id)), &Inputs::default())
}

/// What could be typed at the `|` of a text, and the text without it.
fn at(id: &str, marked: &str) -> (String, Option<Completion>) {
    let caret = marked.find('|').unwrap_or_else(|| panic!("{marked} has a caret"));
    let text = marked.replacen('|', "", 1);
    let found = complete(&analysis(id, &text), u32::try_from(caret).expect("small"));
    (text, found)
}

fn labels(id: &str, marked: &str) -> Vec<String> {
    let (_, found) = at(id, marked);
    found.map(|found| found.items.into_iter().map(|item| item.label).collect()).unwrap_or_default()
}

/// The text after the item is taken, with a `|` for the caret where the item says one.
fn taken(text: &str, found: &Completion, item: &Item) -> String {
    let mut insert = item.insert.clone();
    if let Some(caret) = item.caret {
        insert.insert(caret, '|');
    }
    apply(text, &[Edit::replace(found.span, insert)])
}

#[track_caller]
fn takes(cases: &[(&str, &str, &str, &str)]) {
    let mut wrong = Vec::new();
    for (id, marked, label, expected) in cases {
        let (text, found) = at(id, marked);
        let after = found.as_ref().and_then(|found| {
            let item = found.items.iter().find(|item| item.label == *label)?;
            Some(taken(&text, found, item))
        });
        if after.as_deref() != Some(*expected) {
            wrong.push(format!(
                "{id} {marked}\n--- {label} expected\n{expected}\n--- found\n{}\n",
                after.unwrap_or_else(|| format!("{:?}", labels(id, marked)))
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// An item of a list has no name that its blank could have.
#[test]
fn a_blank_item_says_what_it_is() {
    takes(&[
        (
            "cce-otc",
            r#"{"spec": {"customSan": [|]}}"#,
            "<Name or address>",
            r#"{"spec": {"customSan": ["|<Name or address>"]}}"#,
        ),
        (
            "cce-otc",
            r#"{"spec": {"publicAccess": {"cidrs": [|]}}}"#,
            "<Range>",
            r#"{"spec": {"publicAccess": {"cidrs": ["|<Range>"]}}}"#,
        ),
    ]);
}

#[track_caller]
fn offers(cases: &[(&str, &str, &[&str])]) {
    let mut wrong = Vec::new();
    for (id, marked, expected) in cases {
        let found = labels(id, marked);
        if found.iter().take(expected.len()).ne(expected.iter())
            || expected.is_empty() && !found.is_empty()
        {
            wrong
                .push(format!("{id} {marked}\n--- expected\n{expected:?}\n--- found\n{found:?}\n"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn names_come_with_a_start_of_their_value() {
    takes(&[
        // A blank, a list with its first item, a word to change, a choice to make, a number.
        ("ack-managed", "{|}", "name", "{\"name\": \"|<cluster name>\"}"),
        (
            "ack-createcluster",
            "{\n\t\"name\":\"x\",\n\t|\n}",
            "tags",
            "{\n\t\"name\":\"x\",\n\t\"tags\":[\n\t\t{\n\t\t\t\"key\": \"|<tag key>\"\n\t\t}\n\t]\n}",
        ),
        ("ack-createcluster", "{|}", "deletion_protection", "{\"deletion_protection\": |false}"),
        ("cce-huawei", "{\"spec\": {|}}", "type", "{\"spec\": {\"type\": \"|\"}}"),
        ("ack-createcluster", "{|}", "timeout_mins", "{\"timeout_mins\": 60}"),
        // An object with what it has to hold.
        (
            "cce-otc",
            "{\n  \"spec\": {\n    |\n  }\n}",
            "hostNetwork",
            "{\n  \"spec\": {\n    \"hostNetwork\": {\n      \"vpc\": \"|<VPC ID>\",\n      \"subnet\": \"<network ID of the subnet>\"\n    }\n  }\n}",
        ),
        ("cce-otc", "{\"metadata\": {|}}", "labels", "{\"metadata\": {\"labels\": {|}}}"),
        (
            "cce-otc",
            "{\"metadata\": {\"annotations\": {|}}}",
            "cluster.install.addons.external/install",
            "{\"metadata\": {\"annotations\": {\"cluster.install.addons.external/install\": \"[{\\\"addonTemplateName\\\":\\\"|<addonTemplateName>\\\"}]\"}}}",
        ),
        (
            "ack-dedicated",
            "{\"addons\": [{\"name\": \"flannel\", |}]}",
            "config",
            "{\"addons\": [{\"name\": \"flannel\", \"config\": \"{|}\"}]}",
        ),
    ]);
}

#[test]
fn commas_and_colons_are_put_where_they_lack() {
    takes(&[
        ("ack-managed", "{|\"tags\": []}", "timeout_mins", "{\"timeout_mins\": 60, \"tags\": []}"),
        (
            "ack-managed",
            "{\n  |\n  \"tags\": []\n}",
            "timeout_mins",
            "{\n  \"timeout_mins\": 60,\n  \"tags\": []\n}",
        ),
        (
            "ack-managed",
            "{\n  \"tags\": [], |\n}",
            "timeout_mins",
            "{\n  \"tags\": [], \"timeout_mins\": 60\n}",
        ),
        (
            "ack-managed",
            "{\n  \"tags\": []\n  |\n}",
            "timeout_mins",
            "{\n  \"tags\": [],\n  \"timeout_mins\": 60\n}",
        ),
        (
            "ack-managed",
            "{\n  \"tags\": [] // none\n  |\n}",
            "timeout_mins",
            "{\n  \"tags\": [], // none\n  \"timeout_mins\": 60\n}",
        ),
        (
            "ack-managed",
            "{\n  \"tags\": [],\n  |,\n  \"name\": \"x\"\n}",
            "timeout_mins",
            "{\n  \"tags\": [],\n  \"timeout_mins\": 60,\n  \"name\": \"x\"\n}",
        ),
        (
            "ack-managed",
            "{\n  \"tags\": []\n  \"time|\n  \"name\": \"x\"\n}",
            "timeout_mins",
            "{\n  \"tags\": [],\n  \"timeout_mins\": 60,\n  \"name\": \"x\"\n}",
        ),
        // Nothing is doubled.
        ("ack-managed", "{\"time|\": 30}", "timeout_mins", "{\"timeout_mins\": 30}"),
        (
            "ack-managed",
            "{\"time|\": , \"name\": \"x\"}",
            "timeout_mins",
            "{\"timeout_mins\": , \"name\": \"x\"}",
        ),
        ("ack-managed", "{\"time|\" 30}", "timeout_mins", "{\"timeout_mins\" 30}"),
        (
            "ack-managed",
            "{\"time|\" \"name\": \"x\"}",
            "timeout_mins",
            "{\"timeout_mins\": 60, \"name\": \"x\"}",
        ),
        ("ack-managed", "{\"proxy_mode\":|}", "ipvs", "{\"proxy_mode\": \"ipvs\"}"),
        (
            "ack-managed",
            "{\"name\":\"x\",\"proxy_mode\":|}",
            "ipvs",
            "{\"name\":\"x\",\"proxy_mode\":\"ipvs\"}",
        ),
        ("ack-managed", "{\"proxy_mode\" |}", "ipvs", "{\"proxy_mode\": \"ipvs\"}"),
        (
            "ack-managed",
            "{\"proxy_mode\": |\n\"name\": \"x\"}",
            "ipvs",
            "{\"proxy_mode\": \"ipvs\",\n\"name\": \"x\"}",
        ),
        (
            "ack-createcluster",
            "{\"addons\": [\n  {}\n  |\n]}",
            "flannel",
            "{\"addons\": [\n  {},\n  {\n    \"name\": \"flannel\"\n  }\n]}",
        ),
    ]);
}

#[test]
fn broken_texts_are_the_usual_case() {
    takes(&[
        ("cce-otc", "{k|", "kind", "{\"kind\": \"Cluster\""),
        ("cce-otc", "{ \"ki|", "kind", "{ \"kind\": \"Cluster\""),
        (
            "cce-otc",
            "{\"kind\": \"Cluster\",\n  ap|\n",
            "apiVersion",
            "{\"kind\": \"Cluster\",\n  \"apiVersion\": \"v3\"\n",
        ),
        (
            "cce-otc",
            "{\"spec\": {\"type\": \"BareMetal\",\n|",
            "flavor",
            "{\"spec\": {\"type\": \"BareMetal\",\n\"flavor\": \"|\"",
        ),
        ("cce-otc", "{\"spec\": {\"ty|\"}}", "type", "{\"spec\": {\"type\": \"VirtualMachine\"}}"),
        ("cce-otc", "{\"spec\": {ty|}}", "type", "{\"spec\": {\"type\": \"VirtualMachine\"}}"),
        (
            "cce-otc",
            "{\"spec\": {\n  \"ty|\n}}",
            "type",
            "{\"spec\": {\n  \"type\": \"VirtualMachine\"\n}}",
        ),
        ("cce-otc", "{'spec': {'ty|': 1}}", "type", "{'spec': {\"type\": 1}}"),
        ("ack-managed", "{\"proxy_mode\": ip|}", "ipvs", "{\"proxy_mode\": \"ipvs\"}"),
        ("ack-managed", "{\"proxy_mode\": \"ip|\n}", "ipvs", "{\"proxy_mode\": \"ipvs\"\n}"),
        (
            "ack-managed",
            "{\"proxy_mode\": \"ip|, \"name\": \"x\"}",
            "ipvs",
            "{\"proxy_mode\": \"ipvs\", \"name\": \"x\"}",
        ),
        (
            "ack-managed",
            "{\"snat_entry\": t|, \"name\": \"x\"}",
            "true",
            "{\"snat_entry\": true, \"name\": \"x\"}",
        ),
        (
            "ack-createcluster",
            "{\"addons\": [{\"name\": \"fla|",
            "flannel",
            "{\"addons\": [{\"name\": \"flannel\"",
        ),
    ]);
}

#[test]
fn a_first_name_without_its_closing_quote_is_a_name() {
    takes(&[
        ("cce-otc", "{\"spec\": {\"ty|}", "type", "{\"spec\": {\"type\": \"VirtualMachine\"}"),
        (
            "cce-otc",
            "{\"spec\": { \"ty|} }",
            "type",
            "{\"spec\": { \"type\": \"VirtualMachine\"} }",
        ),
        (
            "cce-otc",
            "{\"kind\": \"Cluster\", \"spec\": {\"t|y}}\n",
            "type",
            "{\"kind\": \"Cluster\", \"spec\": {\"type\": \"VirtualMachine\"}}\n",
        ),
        (
            "cce-otc",
            "{\"spec\": {\"ty|, \"flavor\": \"x\"}}",
            "type",
            "{\"spec\": {\"type\": \"VirtualMachine\", \"flavor\": \"x\"}}",
        ),
        (
            "cce-otc",
            "{\"spec\": {\"hostNetwork\": {\"|}}}",
            "vpc",
            "{\"spec\": {\"hostNetwork\": {\"vpc\": \"|<VPC ID>\"}}}",
        ),
        (
            "ack-createcluster",
            "{\"addons\": [{\"na|}]}",
            "name",
            "{\"addons\": [{\"name\": \"|\"}]}",
        ),
    ]);
    // A value that lacks its quote is none.
    offers(&[("cce-otc", "{\"kind\": \"Clus|}", &["Cluster"])]);
}

#[test]
fn values_come_with_what_is_known_of_them() {
    offers(&[
        (
            "cce-otc",
            "{\"spec\": {\"containerNetwork\": {\"mode\": |}}}",
            &["overlay_l2", "vpc-router"],
        ),
        ("cce-otc", "{\"spec\": {\"containerNetwork\": {\"mode\": \"vp|\"}}}", &["vpc-router"]),
        // One that is there is changed for any other.
        (
            "cce-otc",
            "{\"spec\": {\"containerNetwork\": {\"mode\": \"vpc-router|\"}}}",
            &["overlay_l2", "vpc-router"],
        ),
        (
            "cce-otc",
            "{\"spec\": {\"containerNetwork\": {\"mode\": |\"vpc-router\"}}}",
            &["overlay_l2", "vpc-router"],
        ),
        (
            "cce-otc",
            "{\"spec\": {\"containerNetwork\": {\"mode\": \"<network| model>\"}}}",
            &["overlay_l2", "vpc-router"],
        ),
        ("ack-managed", "{\"snat_entry\": |}", &["true", "false"]),
        ("ack-managed", "{\"snat_entry\": |false}", &["true", "false"]),
        ("ack-managed", "{\"proxy_mode\": \"|\"}", &["iptables", "ipvs"]),
        ("ack-managed", "{\"region_id\": \"|\"}", &["cn-beijing", "<region ID>"]),
        ("ack-managed", "{\"timeout_mins\": |}", &["60"]),
        ("ack-createcluster", "{\"addons\": [|]}", &["flannel", "terway-eni", "csi-plugin"]),
        (
            "ack-createcluster",
            "{\"addons\": [{\"name\": \"csi|\"}]}",
            &["csi-plugin", "csi-provisioner"],
        ),
        // What is not known has nothing to offer.
        ("cce-otc", "{\"nothing\": |}", &[]),
        ("cce-otc", "{\"spec\": {\"nothing\": {|}}}", &[]),
        ("cce-otc", "{\"kind\": 1|}", &[]),
        ("cce-otc", "{\"kind\": \"Cluster\"|}", &[]),
        ("cce-otc", "{\"kind\" // a | note\n: 1}", &[]),
        ("cce-otc", "{} |", &[]),
        ("cce-otc", "P|OST /clusters\n{}", &[]),
    ]);
    let (_, found) = at("cce-otc", "{\"spec\": {\"containerNetwork\": {\"mode\": |}}}");
    let first = found.expect("there are choices").items.remove(0);
    assert_eq!(first.kind, ItemKind::Value);
    assert_eq!(first.pointer, "/spec/containerNetwork/mode");
    assert!(!first.detail.is_empty());
}

#[test]
fn the_kind_of_cluster_and_other_members_count() {
    let of = |kind: &str, text: &str| {
        let typed = labels("ack-createcluster", text);
        assert!(!typed.is_empty(), "{kind}");
        typed
    };
    let managed = of("managed", "{\"cluster_type\": \"ManagedKubernetes\", |}");
    assert!(!managed.iter().any(|name| name == "master_count"), "{managed:?}");
    let dedicated = of("dedicated", "{\"cluster_type\": \"Kubernetes\", |}");
    assert!(dedicated.iter().any(|name| name == "master_count"), "{dedicated:?}");
    // What is only for subscriptions, only returned, deprecated or there already is not offered.
    let postpaid = labels("ack-managed", "{\"worker_instance_charge_type\": \"PostPaid\", |}");
    let prepaid = labels("ack-managed", "{\"worker_instance_charge_type\": \"PrePaid\", |}");
    assert!(!postpaid.iter().any(|name| name == "worker_period"));
    assert!(prepaid.iter().any(|name| name == "worker_period"));
    assert!(!prepaid.iter().any(|name| name == "worker_instance_charge_type"));
    for edition in edition::ALL {
        let offered = labels(edition.id, "{|}");
        for row in edition.index().below(clusterwright::spec::RowId::ROOT) {
            if row.field.read_only.is_some() || row.field.deprecated.is_some() {
                assert!(
                    !offered.iter().any(|name| name == row.field.name),
                    "{} {}",
                    edition.id,
                    row.pointer
                );
            }
        }
    }
}

#[test]
fn json_in_a_string_is_completed_too() {
    let whole = |inner: &str| {
        format!(
            "{{\"metadata\": {{\"annotations\": {{\"cluster.install.addons.external/install\": \"{inner}\"}}}}}}"
        )
    };
    for (before, label, after) in [
        ("|", "[…]", r#"[{\"addonTemplateName\":\"|<addonTemplateName>\"}]"#),
        ("[|]", "icagent", r#"[{\"addonTemplateName\":\"icagent\"}]"#),
        (r"[{|}]", "addonTemplateName", r#"[{\"addonTemplateName\": \"|\"}]"#),
        (r#"[{\"add|\": 1}]"#, "addonTemplateName", r#"[{\"addonTemplateName\": 1}]"#),
        (
            r#"[{\"addonTemplateName\": \"ic|\"}]"#,
            "icagent",
            r#"[{\"addonTemplateName\": \"icagent\"}]"#,
        ),
        (
            r#"[{\"addonTemplateName\": \"ic|}]"#,
            "icagent",
            r#"[{\"addonTemplateName\": \"icagent\"}]"#,
        ),
        (
            r#"[{\"addonTemplateName\": \u0022ic|\u0022}]"#,
            "icagent",
            r#"[{\"addonTemplateName\": \"icagent\"}]"#,
        ),
    ] {
        takes(&[("cce-otc", &whole(before), label, &whole(after))]);
    }
}

#[test]
fn the_settings_of_an_add_on_are_completed_by_its_name() {
    for (addon, expected) in [
        ("logtail-ds", &["IngressDashboardEnabled", "sls_project_name"][..]),
        ("ack-node-problem-detector", &["sls_project_name"]),
        ("nginx-ingress-controller", &["IngressSlbNetworkType"]),
        ("arms-prometheus", &[]),
    ] {
        let text = format!(r#"{{"addons": [{{"name": "{addon}", "config": "{{|}}"}}]}}"#);
        let (_, found) = at("ack-dedicated", &text);
        let names: Vec<String> = found.map_or_else(Vec::new, |found| {
            found.items.into_iter().map(|item| item.label).collect()
        });
        assert_eq!(names, expected, "{addon}");
    }
    let value = |value: &str| {
        format!(
            r#"{{"addons": [{{"name": "nginx-ingress-controller", "config": "{{\"IngressSlbNetworkType\": \"{value}\"}}"}}]}}"#
        )
    };
    takes(&[("ack-dedicated", &value("|"), "internet", &value("internet"))]);
}

#[test]
fn an_empty_text_starts_with_a_body() {
    for edition in edition::ALL {
        for text in ["|", " |\n", "\n|"] {
            let (text, found) = at(edition.id, text);
            let found = found.expect("a body can be typed");
            assert_eq!(found.items.len(), edition.presets.len() + 1);
            for (item, preset) in found.items.iter().skip(1).zip(edition.presets) {
                assert_eq!(taken(&text, &found, item), preset.text);
            }
            let body = taken(&text, &found, &Item { caret: None, ..found.items[0].clone() });
            let analysis = analysis(edition.id, &body);
            assert!(analysis.doc.errors().is_empty(), "{body}");
            for row in edition.index().below(clusterwright::spec::RowId::ROOT) {
                let there = analysis.doc.find(row.pointer).is_some();
                assert!(
                    there || !row.field.always_required(),
                    "{} {}\n{body}",
                    edition.id,
                    row.pointer
                );
            }
        }
    }
    assert!(labels("cce-otc", "{\"kind\": \"Cluster\"}\n|").is_empty());
}

/// Of a secret nothing is offered, but a blank.
#[test]
fn secrets_are_not_offered() {
    let mut seen = 0;
    for edition in edition::ALL {
        for (_, row) in edition.index().rows().filter(|(_, row)| row.field.secret) {
            let body = row.pointer.split('/').skip(1).collect::<Vec<_>>();
            let text = body.iter().rev().fold("\"|\"".to_owned(), |inner, name| match *name {
                "*" => format!("[{inner}]"),
                name => format!("{{\"{name}\": {inner}}}"),
            });
            let (_, found) = at(edition.id, &text);
            for item in found.into_iter().flat_map(|found| found.items) {
                assert_eq!(item.kind, ItemKind::Blank, "{} {text}: {item:?}", edition.id);
            }
            seen += 1;
        }
    }
    assert!(seen > 3, "only {seen} secret rows");
}

/// Every preset, with its edition.
fn bodies() -> Vec<(&'static Edition, &'static str)> {
    edition::ALL
        .iter()
        .flat_map(|&edition| edition.presets.iter().map(move |preset| (edition, preset.text)))
        .collect()
}

fn nodes(doc: &Document) -> impl Iterator<Item = NodeId> + use<> {
    (0..u32::try_from(doc.len()).expect("small")).map(NodeId)
}

/// Every place in a text where an object's next member may begin: behind its bracket and behind each comma, also on an empty line of its
/// own there and, behind the last member, where the comma is not there yet. As texts with the place.
fn member_places(doc: &Document) -> Vec<(String, u32, String)> {
    let text = doc.text();
    let mut places = Vec::new();
    for object in nodes(doc).filter(|&node| doc.kind(node) == Kind::Object) {
        let pointer = doc.pointer(object);
        let mut put = |at: u32, more: &str| {
            let (before, behind) = text.split_at(at as usize);
            let place = at + u32::try_from(more.len()).expect("small");
            places.push(([before, more, behind].concat(), place, pointer.clone()));
        };
        let open = doc.span(object).start + 1;
        put(open, "");
        put(open, "\n    ");
        for child in doc.children(object) {
            let end = doc.span(child).end;
            if let Some((b',', comma)) = doc.mark_behind(end) {
                put(comma.end, "");
                put(comma.end, " ");
                put(end, "\n  ");
            } else {
                put(end, "\n    ");
                put(end, ", ");
            }
        }
    }
    places
}

/// The names that the object at a pointer lacks, as the findings tell.
fn missing(analysis: &Analysis, pointer: &str) -> BTreeSet<String> {
    let found = analysis.diagnostics.iter().filter(|found| found.rule.code == "field-required");
    let pointers = found.map(|found| analysis.pointer(&found.place));
    pointers
        .filter_map(|own| {
            Some(own.rsplit_once('/').filter(|(parent, _)| *parent == pointer)?.1.to_owned())
        })
        .collect()
}

/// Whatever is taken at any member's place of any preset makes no text worse: no further fault of the syntax, no key twice, no unknown
/// member.
#[test]
fn whatever_is_taken_fits() {
    let mut taken_items = 0;
    for (edition, text) in bodies() {
        let doc = Document::parse(text);
        for (turn, (text, place, pointer)) in member_places(&doc).into_iter().enumerate() {
            let before = analyze(text.as_str(), Some(edition), &Inputs::default());
            let Some(found) = complete(&before, place) else { continue };
            for (at, item) in found.items.iter().enumerate() {
                assert_eq!(item.kind, ItemKind::Name, "{item:?}");
                assert!(
                    before.order(&pointer).contains(&item.label.as_str()),
                    "{pointer}: {item:?}"
                );
                let after = apply(&text, &[Edit::replace(found.span, item.insert.clone())]);
                let parsed = Document::parse(after.as_str());
                assert!(
                    parsed.errors().len() <= before.doc.errors().len(),
                    "{} {item:?} {:?}\n{after}",
                    edition.id,
                    parsed.errors()
                );
                assert!(item.caret.is_none_or(
                    |caret| item.insert.is_char_boundary(caret) && caret <= item.insert.len()
                ));
                taken_items += 1;
                if at % 16 == turn % 16 {
                    let after = analyze(after, Some(edition), &Inputs::default());
                    let own = after
                        .doc
                        .find(&format!("{pointer}/{}", clusterwright::json::escape(&item.label)))
                        .expect("it is there");
                    for found in after.diagnostics.iter().filter(|found| found.place.node == own) {
                        let bad = [
                            "field-unknown",
                            "field-elsewhere",
                            "json-duplicate-key",
                            "field-read-only",
                            "field-deprecated",
                            "field-kind",
                            "field-forbidden",
                            "field-type",
                        ];
                        assert!(
                            !bad.contains(&found.rule.code),
                            "{} {item:?}: {}\n{}",
                            edition.id,
                            found.rule.code,
                            after.text()
                        );
                    }
                }
            }
        }
    }
    assert!(taken_items > 10_000, "only {taken_items} items were taken");
}

/// What an object lacks is offered first, wherever a member may begin.
#[test]
fn what_is_missing_is_offered_first() {
    let mut offered = 0;
    for (edition, text) in bodies() {
        let whole = Document::parse(text);
        for member in nodes(&whole).filter(|&node| whole.key_span(node).is_some()) {
            let object = whole.parent(member).expect("a member has a parent");
            let pointer = whole.pointer(object);
            let text = apply(text, &patch::remove(&whole, member));
            let analysis = analyze(text, Some(edition), &Inputs::default());
            let missing = missing(&analysis, &pointer);
            if missing.is_empty() {
                continue;
            }
            let node = analysis.doc.find(&pointer).expect("the object is still there");
            let found = complete(&analysis, analysis.doc.span(node).start + 1)
                .expect("there is something to type");
            let first: BTreeSet<String> =
                found.items.iter().take(missing.len()).map(|item| item.label.clone()).collect();
            assert_eq!(first, missing, "{} {pointer} of\n{}", edition.id, analysis.text());
            let required: BTreeSet<String> = found
                .items
                .iter()
                .filter(|item| item.required)
                .map(|item| item.label.clone())
                .collect();
            assert_eq!(required, missing, "{} {pointer} of\n{}", edition.id, analysis.text());
            offered += 1;
        }
    }
    assert!(offered > 100, "only {offered} were missing");
}

/// A member of which only the start of its name is there, in every way that people start one, is offered and makes the text whole.
#[test]
fn half_typed_names_are_offered() {
    // All of them take a minute.
    let every = std::env::var_os("EVERY").is_some();
    let mut seen = 0;
    let mut wrong = Vec::new();
    for (edition, text) in bodies() {
        let whole = Document::parse(text);
        if !whole.errors().is_empty() {
            continue;
        }
        let analysis = analyze(text, Some(edition), &Inputs::default());
        let noted: Vec<NodeId> =
            analysis.diagnostics.iter().map(|found| found.place.node).collect();
        for member in nodes(&whole) {
            let (Some(key), Some(name)) = (whole.key_span(member), whole.name(member)) else {
                continue;
            };
            let pointer = whole.pointer(member);
            let object = whole.pointer(whole.parent(member).expect("a member has a parent"));
            if !analysis.order(&object).contains(&&*name) || noted.contains(&member) {
                continue;
            }
            for length in [0, 1, 3] {
                let start: String = name.chars().take(length).collect();
                for (open, close) in [("", ""), ("\"", ""), ("\"", "\"")] {
                    if open.is_empty() && length == 0 {
                        continue;
                    }
                    let typed = format!("{open}{start}");
                    let at = key.start + u32::try_from(typed.len()).expect("small");
                    // With the comma behind it, and before it is typed.
                    let end = whole.span(member).end;
                    let comma = whole
                        .mark_behind(end)
                        .filter(|(mark, _)| *mark == b',')
                        .map_or(end, |(_, comma)| comma.end);
                    for end in [end, comma] {
                        seen += 1;
                        if !every && seen % 8 != 0 {
                            continue;
                        }
                        let place = Span::new(key.start, end);
                        let text = apply(text, &[Edit::replace(place, format!("{typed}{close}"))]);
                        let broken = analyze(text.as_str(), Some(edition), &Inputs::default());
                        let found = complete(&broken, at);
                        let item = found
                            .as_ref()
                            .and_then(|found| found.items.iter().find(|item| item.label == *name));
                        let Some((found, item)) = found.as_ref().zip(item) else {
                            wrong.push(format!(
                                "{} {pointer}: not offered for {typed}{close}|\n{text}",
                                edition.id
                            ));
                            continue;
                        };
                        let after = Document::parse(taken(
                            &text,
                            found,
                            &Item { caret: None, ..item.clone() },
                        ));
                        let rest = |doc: &Document| {
                            let mut value = read_back(doc, NodeId::ROOT);
                            let members =
                                value.pointer_mut(&object).and_then(|value| value.as_object_mut());
                            members.expect("it is an object").remove(&*name);
                            value
                        };
                        if !after.errors().is_empty()
                            || after.find(&pointer).is_none()
                            || rest(&after) != rest(&whole)
                        {
                            wrong.push(format!(
                                "{} {pointer}: {typed}{close}| becomes {:?}\n{}",
                                edition.id,
                                after.errors(),
                                after.text()
                            ));
                        }
                    }
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {seen}:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(6)].join("\n\n")
    );
    assert!(seen > 1000, "only {seen}");
}

proptest! {
    #![proptest_config(config())]

    /// Any place of any text is answered, with something that goes there.
    #[test]
    fn any_place_of_any_text(text in prop_oneof![soup(), mutated()], at in any::<Index>()) {
        answered(edition::ALL[at.index(5)], &text, at);
    }

    #[test]
    fn any_place_of_a_body_with_slips(which in any::<Index>(), at in any::<Index>(), changes in prop::collection::vec((any::<u8>(), any::<Index>(), select(&["{", "\"", ",", "\\", "\n", "é", "/*", "["][..])), 0..3)) {
        let bodies = bodies();
        let (edition, text) = bodies[which.index(bodies.len())];
        answered(edition, &mutate(text, &changes), at);
    }
}

fn answered(edition: &'static Edition, text: &str, at: Index) {
    let analysis = analyze(text, Some(edition), &Inputs::default());
    let offset = u32::try_from(at.index(text.len() + 1)).expect("small");
    let Some(found) = complete(&analysis, offset) else { return };
    let caret = u32::try_from(text.floor_char_boundary(offset as usize)).expect("small");
    assert!(found.span.touches(caret), "{:?} at {caret} of {text:?}", found.span);
    assert!(text.get(found.span.start as usize..found.span.end as usize).is_some());
    assert!(!found.items.is_empty());
    for item in &found.items {
        taken(text, &found, item);
    }
    let first = Item { caret: None, ..found.items[0].clone() };
    invariants(&Document::parse(taken(text, &found, &first)));
}
