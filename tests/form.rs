//! The form of a body: its rows, and the edits that typing into them makes.

use std::fmt::Write as _;

use clusterwright::analysis::{Analysis, Inputs, analyze};
use clusterwright::edition::cce::otc::EDITION;
use clusterwright::form::{self, Form, FormRow, State, Widget};
use clusterwright::text::{Edit, apply};

fn analysis(text: &str) -> Analysis {
    analyze(text, Some(&EDITION), &Inputs::default())
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
    let form = form::plan(&analysis(preset("ha-zones")));
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
    let network = "  containerNetwork Set required \"{\\n      \\\"mode\\\"";
    assert!(shown.contains(network), "{shown}");
    assert!(shown.contains("    mode Set required \"overlay_l2\"\n"), "{shown}");
    assert!(shown.contains("      1 Set \"{\\n"), "{shown}");
    assert!(shown.contains("        cidr Set required \"172.16.0.0/16\"\n"), "{shown}");
    assert!(shown.contains("  clusterAZ Set \"multi_az\"\n"), "{shown}");
}

#[test]
fn every_row_is_there_once_and_absent_optional_ones_wait() {
    for body in ["", "{}", preset("ha-tunnel"), preset("document-example")] {
        let form = form::plan(&analysis(body));
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
fn an_item_is_added_and_removed() {
    let text = r#"{"spec": {"customSan": ["a.example"]}}"#;
    let more = after(text, |analysis| form::add(analysis, "/spec/customSan"));
    let form = form::plan(&analysis(&more));
    assert_eq!(row(&form, "/spec/customSan/0").value, "a.example");
    assert_eq!(row(&form, "/spec/customSan/1").state, State::Blank);
    assert!(row(&form, "/spec/customSan/1").removable);
    let typed = after(&more, |analysis| form::input(analysis, "/spec/customSan/1", "b.example"));
    let less = after(&typed, |analysis| form::remove(analysis, "/spec/customSan/0"));
    assert_eq!(row(&form::plan(&analysis(&less)), "/spec/customSan/0").value, "b.example");
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
        let form = form::plan(&analysis(&text));
        let vpc = row(&form, "/spec/hostNetwork/vpc");
        assert_eq!((vpc.state, vpc.value.as_str()), (State::Blank, ""), "{written}");
        assert_eq!(row(&form, "/spec/hostNetwork/subnet").state, State::Absent);
    }
}

#[test]
fn a_scalar_of_another_type_keeps_its_control_and_typing_mends_it() {
    let text = r#"{"spec": {"description": 5, "ipv6enable": "true", "hostNetwork": []}}"#;
    let form = form::plan(&analysis(text));
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

#[test]
fn of_very_many_items_the_first_have_rows_and_the_rest_are_counted() {
    let names: Vec<String> = (0..1200).map(|at| format!("\"n{at}.example\"")).collect();
    let text = format!(r#"{{"spec": {{"customSan": [{}]}}}}"#, names.join(","));
    let form = form::plan(&analysis(&text));
    assert_eq!(row(&form, "/spec/customSan").beyond, 1200 - form::ITEMS);
    assert_eq!(
        form.groups
            .iter()
            .flat_map(|group| &group.rows)
            .filter(|row| row.depth == 1 && row.name == "500")
            .count(),
        1
    );
}
