//! The form of a body: its rows, and the edits that typing into them makes.

use std::fmt::Write as _;

use clusterwright::analysis::{Analysis, Inputs, analyze};
use clusterwright::diagnostic::Severity;
use clusterwright::edition;
use clusterwright::edition::ack::{createcluster, dedicated};
use clusterwright::edition::cce::otc::EDITION;
use clusterwright::form::{self, Form, FormRow, Origin, State, Widget, Wish};
use clusterwright::text::{Edit, apply};

fn analysis(text: &str) -> Analysis {
    analyze(text, Some(&EDITION), &Inputs::default())
}

fn planned(text: &str) -> Form {
    form::plan(&analysis(text), &Wish::default())
}

fn preset(id: &str) -> &'static str {
    EDITION.presets.iter().find(|preset| preset.id == id).expect("the preset exists").text
}

fn row<'a>(form: &'a Form, pointer: &str) -> &'a FormRow {
    let mut rows = form.groups.iter().flat_map(|group| &group.rows);
    rows.find(|row| row.pointer == pointer)
        .unwrap_or_else(|| panic!("the form has no row {pointer}"))
}

/// The text after an edit of the form.
fn after(text: &str, edit: impl Fn(&Analysis) -> Vec<Edit>) -> String {
    let analysis = analysis(text);
    apply(text, &edit(&analysis))
}

#[test]
fn the_rows_of_a_preset() {
    let form = planned(preset("ha-zones"));
    let mut shown = String::new();
    for group in &form.groups {
        let _ = writeln!(shown, "{}", group.title.en);
        for row in group.rows.iter().filter(|row| !row.more) {
            let indent = "  ".repeat(row.depth + 1);
            let required = if row.required { " required" } else { "" };
            let _ =
                writeln!(shown, "{indent}{} {:?}{required} {:?}", row.name, row.state, row.value);
        }
    }
    assert!(
        shown.starts_with(
            "Cluster\n  name Blank required \"\"\n  flavor Set required \"cce.s2.small\"\n"
        ),
        "{shown}"
    );
    assert!(shown.contains("  containerNetwork Set required \"\"\n"), "{shown}");
    assert!(shown.contains("    mode Set required \"overlay_l2\"\n"), "{shown}");
    assert!(shown.contains("      1 Set \"\"\n"), "{shown}");
    assert!(shown.contains("        cidr Set required \"172.16.0.0/16\"\n"), "{shown}");
    assert!(shown.contains("  clusterAZ Set \"multi_az\"\n"), "{shown}");
}

#[test]
fn every_row_is_there_once_and_absent_optional_ones_wait() {
    for body in ["", "{}", preset("ha-tunnel"), preset("document-example")] {
        let form = planned(body);
        let mut pointers: Vec<&str> = form
            .groups
            .iter()
            .flat_map(|group| &group.rows)
            .map(|row| row.pointer.as_str())
            .collect();
        let rows = pointers.len();
        pointers.sort_unstable();
        pointers.dedup();
        assert_eq!(pointers.len(), rows, "a row stands twice in the form of {body:?}");
        assert!(!row(&form, "/metadata/name").more);
        assert!(row(&form, "/spec/customSan").more);
    }
}

#[test]
fn an_edit_touches_its_value_and_nothing_else() {
    let text = "{\n\t// who\n\t\"metadata\": {\"name\": \"old\", \"mine\": 1.50}, /* x */ \"kind\": \"Cluster\"\n}";
    let typed = after(text, |analysis| form::input(analysis, "/metadata/name", "new \"one\""));
    assert_eq!(typed, text.replace("\"old\"", r#""new \"one\"""#));
}

#[test]
fn an_absent_nested_member_comes_where_the_table_orders_it() {
    let text = "{\n  \"spec\": {\n    \"flavor\": \"cce.s2.small\",\n    \"kubeProxyMode\": \"ipvs\"\n  }\n}\n";
    let typed = after(text, |analysis| form::input(analysis, "/spec/hostNetwork/vpc", "an-id"));
    let expected = "{\n  \"spec\": {\n    \"flavor\": \"cce.s2.small\",\n    \"hostNetwork\": {\n      \"vpc\": \"an-id\"\n    },\n    \"kubeProxyMode\": \"ipvs\"\n  }\n}\n";
    assert_eq!(typed, expected);
}

#[test]
fn nothing_typed_takes_an_optional_member_out_and_leaves_a_required_one_empty() {
    let text =
        r#"{"metadata": {"name": "x"}, "spec": {"type": "VirtualMachine", "description": "y"}}"#;
    let optional = after(text, |analysis| form::input(analysis, "/spec/description", ""));
    assert_eq!(optional, r#"{"metadata": {"name": "x"}, "spec": {"type": "VirtualMachine"}}"#);
    let required = after(text, |analysis| form::input(analysis, "/metadata/name", ""));
    assert_eq!(required, text.replace("\"x\"", "\"\""));
}

#[test]
fn where_a_step_changed_the_body() {
    let differ = |old: &str, new: &str| form::changed(&analysis(old), &analysis(new));
    let text =
        r#"{"kind": "Cluster", "spec": {"flavor": "cce.s1.small", "hostNetwork": {"vpc": "a"}}}"#;
    assert_eq!(differ(text, text), None);
    for (old, new, pointer) in [
        ("s1", "s2", "/spec/flavor"),
        (r#""flavor": "cce.s1.small", "#, "", "/spec/flavor"),
        (r#": "a""#, r#": "a", "subnet": "b""#, "/spec/hostNetwork/subnet"),
        (r#", "hostNetwork": {"vpc": "a"}"#, "", "/spec/hostNetwork"),
    ] {
        let other = text.replace(old, new);
        assert_eq!(differ(text, &other).as_deref(), Some(pointer), "{old} to {new}");
        assert_eq!(differ(&other, text).as_deref(), Some(pointer), "{new} to {old}");
    }
    // An item that is gone has no row, and neither has a free member.
    let ranges =
        |items: &str| [r#"{"spec": {"containerNetwork": {"cidrs": ["#, items, r"]}}}"].concat();
    let (one, two) = (ranges(r#"{"cidr": "a"}"#), ranges(r#"{"cidr": "a"}, {"cidr": "b"}"#));
    assert_eq!(differ(&one, &two).as_deref(), Some("/spec/containerNetwork/cidrs/1"));
    assert_eq!(differ(&two, &one).as_deref(), Some("/spec/containerNetwork/cidrs"));
}

#[test]
fn what_most_people_begin_with() {
    for edition in edition::ALL {
        let common = form::common(edition);
        let index = edition.index();
        assert!(common.iter().all(|row| index.find(row).is_some()), "{}", edition.id);
        assert!(!common.is_empty(), "{}", edition.id);
    }
    let common = form::common(edition::find("ack-dedicated").unwrap());
    assert!(common.contains(&"/nodepools/*/scaling_group/vswitch_ids"));
    assert!(!common.contains(&"/nodepools/*/scaling_group/auto_renew"), "one preset of three");
    assert!(
        !common.contains(&"/nodepools/*/scaling_group/spot_strategy"),
        "only the document's example has it"
    );
}

#[test]
fn an_item_is_added_and_removed() {
    let text = r#"{"spec": {"customSan": ["a.example"]}}"#;
    let more = after(text, |analysis| form::add(analysis, "/spec/customSan"));
    let form = planned(&more);
    assert_eq!(row(&form, "/spec/customSan/0").value, "a.example");
    assert_eq!(row(&form, "/spec/customSan/1").state, State::Blank);
    assert!(row(&form, "/spec/customSan/1").removable);
    let typed = after(&more, |analysis| form::input(analysis, "/spec/customSan/1", "b.example"));
    let less = after(&typed, |analysis| form::remove(analysis, "/spec/customSan/0"));
    assert_eq!(row(&planned(&less), "/spec/customSan/0").value, "b.example");
}

#[test]
fn a_first_item_makes_the_list() {
    let text = after("{}", |analysis| form::add(analysis, "/spec/containerNetwork/cidrs"));
    let value: serde_json::Value = serde_json::from_str(&text).expect("the text is JSON");
    assert_eq!(value["spec"]["containerNetwork"]["cidrs"][0]["cidr"], "<container range>");
}

#[test]
fn blanks_and_masks_wait_for_their_author_and_show_no_value() {
    for written in ["<VPC ID>", "****", "xxx", ""] {
        let text = format!(r#"{{"spec": {{"hostNetwork": {{"vpc": "{written}"}}}}}}"#);
        let form = planned(&text);
        let vpc = row(&form, "/spec/hostNetwork/vpc");
        assert_eq!((vpc.state, vpc.value.as_str()), (State::Blank, ""), "{written}");
        assert_eq!(row(&form, "/spec/hostNetwork/subnet").state, State::Absent);
    }
}

#[test]
fn a_scalar_of_another_type_keeps_its_control_and_typing_mends_it() {
    let text = r#"{"spec": {"description": 5, "ipv6enable": "true", "hostNetwork": []}}"#;
    let form = planned(text);
    assert_eq!(
        (row(&form, "/spec/description").widget, row(&form, "/spec/description").value.as_str()),
        (Widget::Line, "5")
    );
    assert_eq!(row(&form, "/spec/ipv6enable").widget, Widget::Toggle);
    assert_eq!(row(&form, "/spec/hostNetwork").widget, Widget::Json);
    assert!(!row(&form, "/spec/ipv6enable").findings.is_empty());
    let typed = after(text, |analysis| form::input(analysis, "/spec/description", "55"));
    assert_eq!(typed, text.replace("5,", "\"55\","));
    let chosen = after(text, |analysis| form::input(analysis, "/spec/ipv6enable", "true"));
    assert_eq!(chosen, text.replace("\"true\"", "true"));
}

#[test]
fn free_members_are_added_by_name() {
    let text = after("{}", |analysis| form::add_member(analysis, "/metadata/annotations", "a/b~c"));
    let value: serde_json::Value = serde_json::from_str(&text).expect("the text is JSON");
    assert_eq!(value["metadata"]["annotations"]["a/b~c"], "");
}

/// A body with so many node pools.
fn pools(count: usize) -> String {
    let pool = |at: usize| {
        format!(
            "    {{\"nodepool_info\": {{\"name\": \"np-{at}\"}}, \"count\": {at}, \"scaling_group\": {{\"instance_types\": [\"ecs.a\", \"ecs.b\"], \"login_password\": \"Canary-1234\"}}}}"
        )
    };
    let pools: Vec<String> = (0..count).map(pool).collect();
    format!(
        "{{\n  \"cluster_type\": \"Kubernetes\",\n  \"nodepools\": [\n{}\n  ]\n}}\n",
        pools.join(",\n")
    )
}

fn pooled(text: &str, wish: &Wish) -> Form {
    form::plan(&analyze(text, Some(&dedicated::EDITION), &Inputs::default()), wish)
}

#[test]
fn of_very_many_items_few_have_rows_and_a_gap_counts_the_rest() {
    let text = pools(2_000);
    let bare = pooled(&pools(1), &Wish::default()).rows();
    let mut wish = Wish::default();
    let closed = pooled(&text, &wish);
    assert!(closed.rows() <= bare + form::ITEMS, "{} rows", closed.rows());
    let list = row(&closed, "/nodepools");
    assert_eq!((list.widget, list.count), (Widget::List, 2_000));
    assert_eq!(row(&closed, "/nodepools/399").item, Some((399, 2_000)));
    let gap = row(&closed, "/nodepools/400");
    assert_eq!((gap.widget, gap.count), (Widget::Gap, 1_600));
    // All of them open: no more rows than may be planned, and one card's at most beyond.
    wish.turn_all("/nodepools", true);
    let open = pooled(&text, &wish);
    assert!(open.rows() <= bare + form::ITEMS + 100, "{} rows", open.rows());
    assert_eq!(row(&open, "/nodepools/0/nodepool_info/name").value, "np-0");
    // One in the middle, and what is kept before it.
    wish.turn_all("/nodepools", false);
    wish.reveal("/nodepools/1500/scaling_group/image_id");
    wish.keep_only(Some("/nodepools/3/count".to_owned()));
    let middle = pooled(&text, &wish);
    assert_eq!(row(&middle, "/nodepools/1500/scaling_group/image_id").state, State::Absent);
    assert_eq!(row(&middle, "/nodepools/3").widget, Widget::Card);
    assert_eq!(row(&middle, "/nodepools/0").count, 3);
    let shown: usize =
        middle.all().filter(|row| row.item.is_some_and(|(_, of)| of == 2_000)).count();
    let skipped: usize =
        middle.all().filter(|row| row.widget == Widget::Gap).map(|row| row.count).sum();
    assert_eq!(shown + skipped, 2_000, "every item is shown or counted");
}

#[test]
fn a_card_says_its_name_its_telling_values_and_how_much_is_wrong_in_it() {
    let text = pools(7).replace("\"count\": 6", "\"count\": true");
    let form = pooled(&text, &Wish::default());
    let card = row(&form, "/nodepools/5").card.as_ref().expect("a pool is a card");
    assert!(!card.open);
    assert_eq!(card.title, "np-5");
    let values: Vec<&str> = card.values.iter().map(|(_, value)| value.as_str()).collect();
    assert_eq!(values, ["5", "ecs.a +1"]);
    assert!(!format!("{form:?}").contains("Canary"), "no secret in a closed card");
    let wrong = row(&form, "/nodepools/6").card.as_ref().expect("a pool is a card");
    assert_eq!(wrong.counts[0], card.counts[0] + 1);
    // A handful are open.
    let few = pooled(&pools(form::HANDFUL), &Wish::default());
    assert!(row(&few, "/nodepools/4").card.as_ref().is_some_and(|card| card.open));
}

#[test]
fn what_was_opened_follows_its_item() {
    let mut wish = Wish::default();
    wish.turn("/nodepools/3", true);
    wish.turn("/nodepools/4", false);
    let count = 9;
    // The third is taken out.
    wish.moved("/nodepools", &|item| match item {
        2 => None,
        item if item > 2 => Some(item - 1),
        item => Some(item),
    });
    assert!(wish.is_open("/nodepools", "/nodepools/2", count));
    assert!(!wish.is_open("/nodepools", "/nodepools/3", 1));
    assert!(!wish.is_open("/nodepools", "/nodepools/4", count));
}

#[test]
fn where_what_applies_comes_from() {
    let form = planned(
        "{\"spec\": {\"hostNetwork\": {\"vpc\": \"<VPC ID>\"}, \"flavor\": \"cce.s2.small\"}}",
    );
    let said = |pointer: &str| {
        let row = row(&form, pointer);
        (row.origin, row.applies.as_str())
    };
    assert_eq!(said("/spec/flavor"), (Origin::Set, ""));
    assert_eq!(said("/spec/hostNetwork/vpc"), (Origin::Blank, ""));
    assert_eq!(said("/spec/kubernetesSvcIpRange"), (Origin::Implied, "10.247.0.0/16"));
    assert_eq!(said("/spec/description"), (Origin::Absent, ""));
    let form = pooled("{\"cluster_type\": \"Kubernetes\"}", &Wish::default());
    let rollback = row(&form, "/proxy_mode");
    assert_eq!((rollback.origin, rollback.applies.as_str()), (Origin::Default, "ipvs"));
}

#[test]
fn members_of_other_kinds_are_folded_unless_they_are_set() {
    let body = |extra: &str| format!("{{\"cluster_type\": \"Ask\", {extra}\"name\": \"x\"}}");
    let plan = |text: &str| {
        form::plan(
            &analyze(text, Some(&createcluster::EDITION), &Inputs::default()),
            &Wish::default(),
        )
    };
    let form = plan(&body(""));
    let masters = row(&form, "/master_count");
    assert!(masters.unused && !masters.required);
    assert!(!row(&form, "/name").unused);
    let set = plan(&body("\"master_count\": 3, "));
    let masters = row(&set, "/master_count");
    assert!(!masters.unused && !masters.more && !masters.findings.is_empty(), "{masters:?}");
}

#[test]
fn the_required_members_that_are_still_blank_in_the_forms_order() {
    let text = "{\"kind\": \"Cluster\", \"apiVersion\": \"v3\", \"spec\": {\"containerNetwork\": {\"mode\": \"overlay_l2\"}, \"flavor\": \"\", \"type\": \"VirtualMachine\", \"hostNetwork\": {\"subnet\": \"<subnet>\"}}}";
    let form = planned(text);
    let blanks =
        ["/metadata/name", "/spec/flavor", "/spec/hostNetwork/vpc", "/spec/hostNetwork/subnet"];
    assert_eq!(form.blanks, blanks);
    assert_eq!(form.next_blank(None), Some(blanks[0]));
    assert_eq!(form.next_blank(Some("/spec/flavor")), Some(blanks[2]));
    assert_eq!(
        form.next_blank(Some("/spec/containerNetwork/mode")),
        Some(blanks[0]),
        "past the last"
    );
    assert_eq!(form.next_blank(Some(blanks[3])), Some(blanks[0]));
    assert_eq!(planned(preset("ha-zones")).blanks.len(), 3);
}

#[test]
fn items_are_moved_and_copied_with_their_spelling() {
    let text = "{\n  \"spec\": {\n    \"customSan\": [\n      // first\n      \"a.example\",\n      \"\\u0062.example\" // second\n    ]\n  }\n}\n";
    let moved = after(text, |analysis| form::reorder(analysis, "/spec/customSan/0", 1));
    assert_eq!(
        moved,
        text.replace(
            "      // first\n      \"a.example\",\n      \"\\u0062.example\" // second\n",
            "      \"\\u0062.example\", // second\n      // first\n      \"a.example\"\n"
        )
    );
    let copied = after(text, |analysis| form::copy(analysis, "/spec/customSan/1"));
    assert_eq!(
        copied,
        text.replace(
            "\"\\u0062.example\" // second",
            "\"\\u0062.example\", // second\n      \"\\u0062.example\""
        )
    );
    assert!(form::reorder(&analysis(text), "/spec/customSan/1", 2).is_empty());
}

#[test]
fn a_free_member_gets_another_name() {
    let text = r#"{"metadata": {"labels": {"a": "1", "b": "2"}}}"#;
    let form = planned(text);
    assert!(row(&form, "/metadata/labels/a").free);
    let renamed = after(text, |analysis| form::rename(analysis, "/metadata/labels/a", "c/d"));
    assert_eq!(renamed, text.replace("\"a\"", "\"c/d\""));
    assert!(form::rename(&analysis(text), "/metadata/labels/a", "b").is_empty(), "it is taken");
    assert!(form::rename(&analysis(text), "/metadata/labels/a", "").is_empty());
}

#[test]
fn json_in_a_string_is_a_form_of_its_own() {
    let own = "/metadata/annotations/cluster.install.addons.external~1install";
    let text = r#"{"metadata": {"annotations": {"cluster.install.addons.external/install": "[{\"addonTemplateName\": \"ica\", \"x\": 1.50}]"}}}"#;
    let form = planned(text);
    assert_eq!(row(&form, own).widget, Widget::List);
    let name = format!("{own}/0/addonTemplateName");
    assert_eq!((row(&form, &name).value.as_str(), row(&form, &name).required), ("ica", true));
    let typed = after(text, |analysis| form::input(analysis, &name, "icagent"));
    assert_eq!(typed, text.replace(r#"\"ica\""#, r#"\"icagent\""#), "the rest stays");
    let more = after(text, |analysis| form::add(analysis, own));
    assert!(more.contains(r#"1.50}, {\"addonTemplateName\": \"<"#), "{more}");
    let swapped = after(&more, |analysis| form::reorder(analysis, &format!("{own}/1"), 0));
    assert_eq!(row(&planned(&swapped), &format!("{own}/1/addonTemplateName")).value, "ica");
    let gone = after(&more, |analysis| form::remove(analysis, &format!("{own}/0")));
    assert_eq!(
        planned(&gone).all().filter(|row| row.pointer.starts_with(&format!("{own}/0/"))).count(),
        1
    );
    // From nothing.
    let new = after("{}", |analysis| form::add(analysis, own));
    assert_eq!(row(&planned(&new), &name).state, State::Blank);
    // What cannot be read stays text.
    let broken = planned(&text.replace("}]", "}"));
    assert_eq!(row(&broken, own).widget, Widget::Block);
}

#[test]
fn known_names_of_free_members_have_rows_before_they_are_there() {
    let huawei = edition::find("cce-huawei").expect("the edition exists");
    let zones = "/spec/extendParam/clusterAZ";
    for (text, state) in [
        ("{}", Some(State::Absent)),
        (r#"{"spec": {}}"#, Some(State::Absent)),
        (r#"{"spec": {"extendParam": {"own": "1"}}}"#, Some(State::Absent)),
        (r#"{"spec": {"extendParam": {"own": "1", "clusterAZ": "multi_az"}}}"#, Some(State::Set)),
    ] {
        let form = form::plan(&analyze(text, Some(huawei), &Inputs::default()), &Wish::default());
        let mut known = form.all().filter(|row| row.pointer == zones);
        assert_eq!(known.next().map(|row| row.state), state, "{text}");
        assert!(known.next().is_none(), "one row each: {text}");
        let own = form.all().filter(|row| row.pointer == "/spec/extendParam/own");
        let own: Vec<bool> = own.map(|row| row.free).collect();
        assert_eq!(own, if text.contains("own") { vec![true] } else { vec![] }, "{text}");
        let last = form.all().filter(|row| row.pointer.starts_with("/spec/extendParam/")).last();
        assert_eq!(last.map(|row| row.widget), Some(Widget::Name), "{text}");
    }
}

#[test]
fn the_settings_of_a_known_add_on_are_a_form_of_their_own() {
    let names = |text: &str| -> Vec<String> {
        let analysis = analyze(text, Some(&dedicated::EDITION), &Inputs::default());
        let form = form::plan(&analysis, &Wish::default());
        let own = form.all().filter(|row| row.pointer.starts_with("/addons/0/config/"));
        let own = own.filter(|row| row.widget != Widget::Name);
        own.map(|row| format!("{} {:?}", row.name, row.state)).collect()
    };
    let addon = |name: &str, config: &str| {
        format!(r#"{{"addons": [{{"name": "{name}", "config": {config}}}]}}"#)
    };
    // Nothing there yet, nothing in it yet, some of it.
    for config in [r#""""#, r#""{}""#] {
        assert_eq!(
            names(&addon("nginx-ingress-controller", config)),
            ["IngressSlbNetworkType Absent"]
        );
    }
    assert_eq!(
        names(r#"{"addons": [{"name": "logtail-ds"}]}"#),
        ["IngressDashboardEnabled Absent", "sls_project_name Absent"]
    );
    assert_eq!(
        names(&addon("logtail-ds", r#""{\"x\":1,\"sls_project_name\":\"k8s-log\"}""#)),
        ["IngressDashboardEnabled Absent", "sls_project_name Set", "x Set"]
    );
    // Of an add-on that the document says nothing of, and of one whose name is still missing, what is there is free.
    for name in ["arms-prometheus", ""] {
        assert_eq!(
            names(&addon(name, r#""{\"IngressSlbNetworkType\":\"intranet\"}""#)),
            ["IngressSlbNetworkType Set"]
        );
        assert!(names(&addon(name, r#""""#)).is_empty());
    }
    // What is typed is written into the string.
    for config in ["", r#", "config": """#, r#", "config": "{}""#] {
        let text = format!(r#"{{"addons": [{{"name": "nginx-ingress-controller"{config}}}]}}"#);
        let analysis = analyze(text.as_str(), Some(&dedicated::EDITION), &Inputs::default());
        let edits = form::input(&analysis, "/addons/0/config/IngressSlbNetworkType", "internet");
        let value: serde_json::Value =
            serde_json::from_str(&apply(&text, &edits)).expect("it is JSON");
        let config = value["addons"][0]["config"].as_str().expect("it is a string");
        assert_eq!(config, r#"{"IngressSlbNetworkType":"internet"}"#, "{text}");
    }
}

#[test]
fn of_settings_that_are_otherwise_free_a_wrong_type_is_a_doubt() {
    let text = r#"{"addons": [{"name": "logtail-ds", "config": "{\"IngressDashboardEnabled\":true,\"own\":true,\"sls_project_name\":\"\"}"}]}"#;
    let analysis = analyze(text, Some(&dedicated::EDITION), &Inputs::default());
    let config = analysis.doc.find("/addons/0/config").expect("it is there");
    let found = analysis.diagnostics.iter().filter(|found| found.place.node == config);
    let found: Vec<_> = found.map(|found| (found.rule.code, found.severity)).collect();
    assert_eq!(found, [("field-type", Severity::Warning)]);
}

#[test]
fn a_number_is_written_as_json_spells_it() {
    let text = r#"{"spec": {"billingMode": 0, "containerNetwork": {"cidrs": []}}}"#;
    let number = edition::ALL.iter().find_map(|edition| {
        let rows = edition.index().rows();
        let mut numbers = rows.filter(|(_, row)| {
            matches!(row.field.ty, clusterwright::spec::Type::Integer(..))
                && !row.pointer.contains('*')
        });
        numbers.next().map(|(_, row)| (*edition, row.pointer))
    });
    let (edition, pointer) = number.expect("an edition has a number");
    let typed = |typed: &str| {
        let analysis = analyze(text, Some(edition), &Inputs::default());
        let edited = apply(text, &form::input(&analysis, pointer, typed));
        let value: serde_json::Value = serde_json::from_str(&edited).expect("it stays JSON");
        value.pointer(pointer).expect("it is there").to_string()
    };
    assert_eq!(typed("120"), "120");
    assert_eq!(typed(" 0120 "), "120");
    assert_eq!(typed("-007"), "-7");
    assert_eq!(typed("00"), "0");
    assert_eq!(typed("１２０"), "120");
    let big = "99999999999999999999";
    let analysis = analyze(text, Some(edition), &Inputs::default());
    assert!(apply(text, &form::input(&analysis, pointer, big)).contains(big), "no digit is lost");
    assert_eq!(typed("1.5 "), "1.5");
    assert_eq!(typed("12 GB"), "\"12 GB\"");
}

#[test]
fn a_row_writes_where_it_reads() {
    let set = |text: &str, pointer: &str, value: &str| {
        let edited = after(text, |analysis| form::input(analysis, pointer, value));
        let own = planned(&edited);
        assert_eq!(row(&own, pointer).value, value, "{edited}");
        edited
    };
    // Other capitals: the row is the member's all the same.
    let text =
        r#"{"spec": {"hostNetWork": {"vpc": "a", "subnet": "b"}, "Flavor": "cce.s1.small"}}"#;
    assert_eq!(set(text, "/spec/hostNetwork/vpc", "c"), text.replace("\"a\"", "\"c\""));
    assert_eq!(
        set(text, "/spec/flavor", "cce.s2.small"),
        text.replace("cce.s1.small", "cce.s2.small")
    );
    let removed = after(text, |analysis| form::remove(analysis, "/spec/hostNetwork"));
    assert!(!removed.contains("hostNetWork"), "{removed}");
    // Twice the same name: the last counts.
    let text = r#"{"spec": {"flavor": "cce.s1.small", "flavor": "cce.s1.medium"}}"#;
    assert_eq!(row(&planned(text), "/spec/flavor").value, "cce.s1.medium");
    assert_eq!(
        set(text, "/spec/flavor", "cce.s2.small"),
        text.replace("cce.s1.medium", "cce.s2.small")
    );
    let text = r#"{"spec": {"flavor": "cce.s1.small"}, "spec": {"flavor": "cce.s1.medium"}}"#;
    assert_eq!(row(&planned(text), "/spec/flavor").value, "cce.s1.medium");
    set(text, "/spec/flavor", "cce.s2.small");
}

#[test]
fn what_a_choice_takes() {
    let text = "{\"spec\": {\"containerNetwork\": {\"mode\": \"overlay_l2\"}}}";
    let gated = EDITION
        .index()
        .rows()
        .find(|(_, row)| row.field.choices().iter().any(|choice| choice.when.is_some()));
    let (_, gated) = gated.expect("the edition has a gated choice");
    let offers = form::offers(&analysis(text), gated.pointer, gated.field.choices());
    assert_eq!(offers.len(), gated.field.choices().len());
    assert!(offers.iter().any(|offer| !offer.only.is_empty()));
}

#[test]
fn the_extent_of_a_range_and_the_next_free_one() {
    let extent = form::extent("10.1.2.3/22").expect("it is a range");
    assert_eq!(
        (extent.first.to_string(), extent.last.to_string(), extent.size),
        ("10.1.0.0".to_owned(), "10.1.3.255".to_owned(), 1_024)
    );
    assert_eq!(form::extent("10.1.2.3"), None);
    let text = "{\"spec\": {\"containerNetwork\": {\"cidrs\": [{\"cidr\": \"10.0.0.0/16\"}, {\"cidr\": \"10.0.0.0/17\"}]}}}";
    let free = |pointer: &str| form::free(&analysis(text), pointer);
    // Of its own size; 10.0.0.0/16 is the other's.
    let second = free("/spec/containerNetwork/cidrs/1/cidr");
    assert_eq!(second.as_deref(), Some("10.1.0.0/17"));
    // The service range that applies by itself goes when another is set.
    assert_eq!(free("/spec/kubernetesSvcIpRange").as_deref(), Some("10.1.0.0/16"));
    assert_eq!(free("/spec/description"), None);
}

#[test]
fn what_a_version_is_too_old_for() {
    let known = form::known_versions(&EDITION);
    let place = |version: &str| known.iter().position(|own| *own == version);
    assert!(
        place("v1.25") < place("v1.19.8-r0") && place("v1.19.8-r0") < place("v1.11.7"),
        "{known:?}"
    );
    let names = |version: &str| -> Vec<&str> {
        form::too_new(&EDITION, version).iter().map(|gate| gate.pointer).collect()
    };
    assert!(names("v1.19.8-r0").contains(&"/spec/ipv6enable"));
    assert!(!names("v1.19.8-r0").contains(&"/spec/category"));
    assert!(names("v1.25").is_empty());
    assert!(names("newest").is_empty());
}

#[test]
fn the_rules_of_a_password_are_those_it_is_checked_by() {
    let index = dedicated::EDITION.index();
    let field = index.row(index.resolve("/login_password").expect("there is a row")).field;
    let kept = |password: &str| {
        let ticks = form::password::ticks(field, password);
        (
            ticks.iter().map(|tick| tick.kept).collect::<Vec<_>>(),
            ticks.iter().all(|tick| tick.kept || tick.part),
        )
    };
    assert_eq!(kept("abc").0, [false, false, false, true, false, false]);
    assert_eq!(kept("Abcdefg1").0, [true, true, true, true, true, false]);
    for password in
        ["abc", "Abcdefg1", "abcdefgh", "ABC-12345", "ABCDEFG1", "密码密码密码Aa", "A1-"]
    {
        let text =
            format!("{{\"cluster_type\": \"Kubernetes\", \"login_password\": \"{password}\"}}");
        let found = analyze(text, Some(&dedicated::EDITION), &Inputs::default());
        let wrong = found
            .diagnostics
            .iter()
            .any(|found| ["length", "pattern"].iter().any(|code| found.rule.code.contains(code)));
        assert_eq!(kept(password).1, !wrong, "{password}");
    }
}

#[test]
fn a_password_that_is_made_keeps_its_rules() {
    let index = dedicated::EDITION.index();
    let field = index.row(index.resolve("/login_password").expect("there is a row")).field;
    let mut seed = 7_u32;
    let mut made = std::collections::BTreeSet::new();
    for _ in 0..500 {
        let random: Vec<u8> = (0..512)
            .map(|_| {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (seed >> 24) as u8
            })
            .collect();
        let password = form::password::make(field, &random).expect("the bytes are enough");
        assert_eq!(password.len(), 20);
        assert!(form::password::ticks(field, &password).iter().all(|tick| tick.kept), "{password}");
        made.insert(password);
    }
    assert_eq!(made.len(), 500);
    assert_eq!(form::password::make(field, &[1; 10]), None, "too few bytes");
    let name = index.row(index.resolve("/name").expect("there is a row")).field;
    assert_eq!(form::password::make(name, &[1; 512]), None);
}

#[test]
fn what_a_rule_demands_is_a_blank_until_it_is_there() {
    let blanks = |login: &str| {
        let text = format!(
            r#"{{"name": "a", "cluster_type": "ManagedKubernetes", "region_id": "cn-beijing", "vpcid": "vpc-1",
            "num_of_nodes": 2, "worker_instance_types": ["ecs.g6.large"]{login}}}"#
        );
        let body = analyze(text, Some(&createcluster::EDITION), &Inputs::default());
        form::plan(&body, &Wish::default()).blanks
    };
    // That the vSwitches are missing is a warning.
    assert_eq!(blanks(""), ["/key_pair"]);
    assert_eq!(blanks(r#", "login_password": "<password>""#), ["/login_password"]);
    assert_eq!(blanks(r#", "key_pair": "mine""#), [""; 0]);
}

#[test]
fn every_placeholder_is_a_blank_also_of_optional_members_and_items() {
    let text = r#"{"name": "a", "cluster_type": "Kubernetes", "vpcid": "vpc-1", "timezone": "<time zone>",
        "master_vswitch_ids": ["<vSwitch ID>"], "nodepools": [{"nodepool_info": {"name": "<pool>"}}]}"#;
    let body = analyze(text, Some(&dedicated::EDITION), &Inputs::default());
    let form = form::plan(&body, &Wish::default());
    let waiting: Vec<&str> = form.blanks.iter().map(String::as_str).collect();
    let told = ["/timezone", "/master_vswitch_ids/0", "/nodepools/0/nodepool_info/name"];
    assert!(told.iter().all(|own| waiting.contains(own)), "{waiting:?}");
    assert!(!waiting.contains(&"/name"), "{waiting:?}");
}

#[test]
fn an_open_card_ends_with_what_shows_its_folded_rows() {
    let text = r#"{"nodepools": [{"count": 1}, {"count": 2}]}"#;
    let body = analyze(text, Some(&dedicated::EDITION), &Inputs::default());
    let mut wish = Wish::default();
    wish.turn("/nodepools/1", false);
    let form = form::plan(&body, &wish);
    let more: Vec<&FormRow> = form.all().filter(|row| row.widget == Widget::More).collect();
    let pointers: Vec<&str> = more.iter().map(|row| row.pointer.as_str()).collect();
    assert_eq!(pointers, ["/nodepools/0/"]);
    assert_eq!(
        more[0].within.iter().map(|(label, at)| (label.en, *at)).collect::<Vec<_>>(),
        [("Node pool", 1)]
    );
    let last = form.all().filter(|row| row.pointer.starts_with("/nodepools/0/")).last();
    assert_eq!(last.map(|row| row.widget), Some(Widget::More));
    assert_eq!(form.next_blank(Some("/nodepools/0/")), form.next_blank(Some("/nodepools/0")));
}

#[test]
fn what_a_card_shows_follows_it_to_its_new_place() {
    let mut wish = Wish::default();
    wish.unfold("/nodepools/0", true);
    wish.moved("/nodepools", &|item| Some(1 - item));
    assert!(wish.is_unfolded("/nodepools/1") && !wish.is_unfolded("/nodepools/0"));
    wish.unfold("/nodepools/1", false);
    assert!(!wish.is_unfolded("/nodepools/1"));
}

#[test]
fn what_is_required_is_a_blank_though_a_misspelt_name_stands_in_its_place() {
    let text = r#"{"spec": {"hostNetwrk": {"vpc": "v", "subnet": "s"}}}"#;
    let form = planned(text);
    assert!(row(&form, "/spec/hostNetwork/vpc").required);
    assert!(form.blanks.iter().any(|own| own == "/spec/hostNetwork/vpc"), "{:?}", form.blanks);
}
