//! The address plan: overlaps, capacity, the next free range.

use clusterwright::analysis::{Analysis, Inputs, analyze};
use clusterwright::diagnostic::{Fix, Locale, text};
use clusterwright::edition;
use clusterwright::network::{GivenRange, Origin, parse_ranges, print_ranges};
use clusterwright::text::apply;
use proptest::prelude::*;

fn with_spec(spec: &str, vpc: &[&str]) -> Analysis {
    let inputs = Inputs {
        vpc: vpc.iter().map(|net| net.parse().expect("a range")).collect(),
        ..Inputs::default()
    };
    analyze(format!("{{\"spec\": {{{spec}}}}}"), edition::find("cce-otc"), &inputs)
}

fn overlaps(analysis: &Analysis) -> Vec<(String, String)> {
    let name = |at: usize| analysis.plan.ranges[at].net.to_string();
    analysis.plan.overlaps.iter().map(|overlap| (name(overlap.left), name(overlap.right))).collect()
}

fn pair(left: &str, right: &str) -> (String, String) {
    (left.to_owned(), right.to_owned())
}

#[test]
fn ranges_are_written_implied_and_given() {
    let analysis = with_spec(
        r#""containerNetwork": {"cidrs": [{"cidr": "172.16.0.0/16"}]}"#,
        &["192.168.0.0/16"],
    );
    let ranges: Vec<_> = analysis
        .plan
        .ranges
        .iter()
        .map(|range| (range.role, range.net.to_string(), range.origin))
        .collect();
    assert_eq!(
        ranges,
        [
            ("pod", "172.16.0.0/16".to_owned(), Origin::Written),
            ("service", "10.247.0.0/16".to_owned(), Origin::Implied),
            ("vpc", "192.168.0.0/16".to_owned(), Origin::Given),
        ]
    );
    assert_eq!(overlaps(&analysis), []);
}

#[test]
fn what_is_no_range_is_named_and_no_room_is_reckoned_from_it() {
    let mask = r#""extendParam": {"alpha.cce/fixPoolMask": "25"}"#;
    let mode = r#""mode": "vpc-router""#;
    let analyzed = |cidrs: &[&str]| {
        let cidrs: Vec<_> = cidrs.iter().map(|net| format!("{{\"cidr\": {net}}}")).collect();
        let network =
            format!("\"containerNetwork\": {{{mode}, \"cidrs\": [{}]}}", cidrs.join(", "));
        with_spec(&format!("{mask}, {network}"), &[])
    };
    let read = analyzed(&["\"10.0.0.0/16\""]);
    assert_eq!(read.plan.capacity.as_ref().map(|room| room.nodes), Some(512));
    assert_eq!(read.plan.unread.len(), 0);
    let some = analyzed(&["\"fd00::/48\"", "\"10.0.0.0/16\"", "\"10.0.0.0\"", "\"\"", "7"]);
    let unread: Vec<_> =
        some.plan.unread.iter().map(|(field, node)| (field.role, some.doc.raw(*node))).collect();
    let pod = |written| ("pod", written);
    assert_eq!(unread, ["\"fd00::/48\"", "\"10.0.0.0\"", "7"].map(pod));
    assert_eq!(some.plan.of("pod").count(), 1);
    assert_eq!(some.plan.capacity, None);
    assert_eq!(analyzed(&["\"x\""]).plan.capacity, None);
    assert_eq!(analyzed(&[]).plan.capacity, None, "none at all");
}

#[test]
fn a_written_range_takes_the_place_of_the_default() {
    let analysis = with_spec(r#""kubernetesSvcIpRange": "10.96.0.0/16""#, &[]);
    let services: Vec<_> = analysis.plan.of("service").map(|range| range.net.to_string()).collect();
    assert_eq!(services, ["10.96.0.0/16"]);
}

#[test]
fn the_discarded_member_counts_only_without_its_successor() {
    let both = with_spec(
        r#""containerNetwork": {"cidr": "10.0.0.0/16", "cidrs": [{"cidr": "172.16.0.0/16"}]}"#,
        &[],
    );
    let pods: Vec<_> = both.plan.of("pod").map(|range| range.net.to_string()).collect();
    assert_eq!(pods, ["172.16.0.0/16"]);
    let alone = with_spec(r#""containerNetwork": {"cidr": "10.0.0.0/16"}"#, &[]);
    assert_eq!(alone.plan.of("pod").count(), 1);
}

#[test]
fn a_range_inside_another_and_equal_ranges_overlap() {
    let analysis = with_spec(
        r#""kubernetesSvcIpRange": "10.0.0.0/8", "containerNetwork": {"cidrs": [{"cidr": "10.1.0.0/16"}, {"cidr": "10.1.0.0/16"}, {"cidr": "11.0.0.0/16"}]}"#,
        &[],
    );
    let mut found = overlaps(&analysis);
    found.sort();
    assert_eq!(
        found,
        [
            pair("10.1.0.0/16", "10.0.0.0/8"),
            pair("10.1.0.0/16", "10.0.0.0/8"),
            pair("10.1.0.0/16", "10.1.0.0/16"),
        ]
    );
}

#[test]
fn neighbours_do_not_overlap() {
    let analysis = with_spec(
        r#""kubernetesSvcIpRange": "10.0.0.0/16", "containerNetwork": {"cidrs": [{"cidr": "10.1.0.0/16"}]}"#,
        &["9.0.0.0/8", "11.0.0.0/8"],
    );
    assert_eq!(overlaps(&analysis), []);
}

#[test]
fn host_bits_do_not_hide_an_overlap() {
    let analysis = with_spec(
        r#""kubernetesSvcIpRange": "10.1.255.0/16", "containerNetwork": {"cidrs": [{"cidr": "10.1.0.0/20"}]}"#,
        &[],
    );
    assert_eq!(overlaps(&analysis), [pair("10.1.0.0/20", "10.1.0.0/16")]);
}

#[test]
fn the_vpc_network_has_room_for_a_block_a_node() {
    let spec = |mask: &str, cidrs: &str| {
        format!(
            r#""flavor": "cce.s2.large", "containerNetwork": {{"mode": "vpc-router", "cidrs": [{cidrs}]}}, "extendParam": {{"alpha.cce/fixPoolMask": "{mask}"}}"#
        )
    };
    let one = with_spec(&spec("24", r#"{"cidr": "172.16.0.0/16"}"#), &[]);
    let capacity = one.plan.capacity.expect("a capacity");
    assert_eq!(
        (capacity.nodes, capacity.addresses_per_node, capacity.wanted),
        (256, 256, Some(1000))
    );
    let two = with_spec(&spec("25", r#"{"cidr": "172.16.0.0/16"}, {"cidr": "10.0.0.0/19"}"#), &[]);
    let capacity = two.plan.capacity.expect("a capacity");
    assert_eq!((capacity.nodes, capacity.addresses_per_node), (512 + 64, 128));
}

#[test]
fn the_tunnel_network_has_no_fixed_blocks() {
    let analysis = with_spec(
        r#""containerNetwork": {"mode": "overlay_l2", "cidrs": [{"cidr": "172.16.0.0/16"}]}, "extendParam": {"alpha.cce/fixPoolMask": "25"}"#,
        &[],
    );
    assert_eq!(analysis.plan.capacity, None);
}

/// What a body of Huawei Cloud's with that type, flavor, mode and range has room for, and what is found of it.
fn room(
    of: &str,
    flavor: &str,
    mode: &str,
    cidr: &str,
) -> (Option<(u64, u64, Option<u64>)>, usize) {
    let body = format!(
        r#"{{"spec": {{"type": "{of}", "flavor": "{flavor}", "containerNetwork": {{"mode": "{mode}", "cidr": "{cidr}"}}}}}}"#
    );
    let analysis = analyze(body, edition::find("cce-huawei"), &Inputs::default());
    let capacity = analysis.plan.capacity.as_ref();
    let room = capacity.map(|own| (own.nodes, own.addresses_per_node, own.wanted));
    let found = analysis.diagnostics.iter().filter(|found| found.rule.code == "cce-node-capacity");
    (room, found.count())
}

#[test]
fn single_addresses_have_room_for_a_hundred_and_ten_pods_a_node() {
    let tunnel = |flavor: &str, cidr: &str| room("VirtualMachine", flavor, "overlay_l2", cidr);
    for (prefix, nodes) in [(16, 595), (17, 297), (18, 148), (19, 74)] {
        let cidr = format!("172.16.0.0/{prefix}");
        for (flavor, most) in [("cce.s1.small", 50), ("cce.s2.medium", 200), ("cce.s1.large", 1000)]
        {
            let faults = usize::from(nodes < most);
            assert_eq!(tunnel(flavor, &cidr), (Some((nodes, 110, Some(most))), faults), "{cidr}");
        }
    }
    // The first range with room for the largest flavor.
    assert_eq!(tunnel("cce.s2.large", "10.0.0.0/15"), (Some((1191, 110, Some(1000))), 0));
    for (flavor, most) in [("cce.t1.small", 10), ("cce.t2.medium", 100), ("cce.t2.large", 500)] {
        let bare = room("BareMetal", flavor, "underlay_ipvlan", "10.1.0.0/17");
        assert_eq!(bare, (Some((297, 110, Some(most))), usize::from(most > 297)), "{flavor}");
    }
}

#[test]
fn what_the_body_does_not_tell_is_not_reckoned() {
    // Blocks of a size that the document does not tell.
    assert_eq!(room("VirtualMachine", "cce.s2.large", "vpc-router", "172.16.0.0/19"), (None, 0));
    assert_eq!(room("VirtualMachine", "cce.s2.large", "<mode>", "172.16.0.0/19"), (None, 0));
    assert_eq!(room("VirtualMachine", "cce.s2.large", "overlay_l2", "<range>"), (None, 0));
    // A flavor that is a blank, no flavor, or not open to the type.
    for flavor in ["<flavor>", "cce.s9.large", "cce.t2.large"] {
        let tunnel = room("VirtualMachine", flavor, "overlay_l2", "172.16.0.0/19");
        assert_eq!(tunnel, (Some((74, 110, None)), 0), "{flavor}");
    }
}

#[test]
fn the_next_free_range_is_the_first_private_one() {
    let free = |own: &str, vpc: &[&str]| {
        let analysis = with_spec(&format!(r#""kubernetesSvcIpRange": "{own}""#), vpc);
        let range = analysis.plan.of("service").next().expect("the service range");
        analysis.plan.free_like(range).map(|net| net.to_string())
    };
    assert_eq!(free("10.247.0.0/16", &[]).as_deref(), Some("10.0.0.0/16"));
    assert_eq!(free("10.247.0.0/16", &["10.0.0.0/15"]).as_deref(), Some("10.2.0.0/16"));
    assert_eq!(free("10.247.0.0/16", &["10.0.0.0/8"]).as_deref(), Some("172.16.0.0/16"));
    assert_eq!(
        free("10.247.0.0/16", &["10.0.0.0/8", "172.16.0.0/12"]).as_deref(),
        Some("192.168.0.0/16")
    );
    assert_eq!(free("10.247.0.0/16", &["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/24"]), None);
}

proptest! {
    /// Against the plain definition: two networks overlap if either holds the other's first address.
    #[test]
    fn overlaps_are_those_of_every_pair(nets in prop::collection::vec((0u32..64, 8u8..=32), 0..8)) {
        let nets: Vec<String> = nets.iter().map(|(seed, prefix)| format!("10.{}.{}.0/{prefix}", seed % 8, seed / 8)).collect();
        let items: Vec<String> = nets.iter().map(|net| format!("{{\"cidr\": \"{net}\"}}")).collect();
        let analysis = with_spec(&format!(r#""kubernetesSvcIpRange": "192.168.0.0/24", "containerNetwork": {{"cidrs": [{}]}}"#, items.join(",")), &[]);
        let pods: Vec<_> = analysis.plan.of("pod").map(|range| range.net).collect();
        let mut expected = Vec::new();
        for (right, net) in pods.iter().enumerate() {
            for (left, other) in pods[..right].iter().enumerate() {
                if net.contains(&other.network()) || other.contains(&net.network()) {
                    expected.push((left, right));
                }
            }
        }
        let mut found: Vec<_> = analysis.plan.overlaps.iter().map(|overlap| (overlap.left, overlap.right)).collect();
        found.sort_unstable();
        expected.sort_unstable();
        prop_assert_eq!(found, expected);
    }

    /// A free range overlaps nothing of the plan and is as large as was asked.
    #[test]
    fn a_free_range_is_free(nets in prop::collection::vec((0u8..=255, 9u8..=24), 0..12), prefix in 12u8..=24) {
        let vpc: Vec<String> = nets.iter().map(|(second, prefix)| format!("10.{second}.0.0/{prefix}")).collect();
        let vpc: Vec<&str> = vpc.iter().map(String::as_str).collect();
        let analysis = with_spec(&format!(r#""kubernetesSvcIpRange": "10.0.0.0/{prefix}""#), &vpc);
        let own = analysis.plan.of("service").next().expect("the service range");
        let free = analysis.plan.free_like(own).expect("172.16.0.0/12 is untouched");
        prop_assert_eq!(free.prefix_len(), prefix);
        for range in analysis.plan.ranges.iter().filter(|range| range.role != "service") {
            prop_assert!(!free.contains(&range.net) && !range.net.contains(&free), "{} overlaps {}", free, range.net);
        }
    }
}

/// A plan of the one service range, with ranges given beside it.
fn around(service: &str, vpc: &[&str], subnets: &[&str], taken: &[&str]) -> Analysis {
    let nets = |list: &[&str]| list.iter().map(|net| net.parse().expect("a range")).collect();
    let inputs = Inputs { vpc: nets(vpc), subnets: nets(subnets), taken: nets(taken) };
    let body = format!(r#"{{"spec": {{"kubernetesSvcIpRange": "{service}"}}}}"#);
    analyze(body, edition::find("cce-otc"), &inputs)
}

fn given_overlaps(analysis: &Analysis) -> usize {
    let own = |code| code == "cce-given-range-overlap";
    analysis.diagnostics.iter().filter(|found| own(found.rule.code)).count()
}

#[test]
fn subnets_lie_in_the_vpc_and_clear_of_each_other() {
    let fine = around("10.247.0.0/16", &["10.0.0.0/16"], &["10.0.0.0/24", "10.0.1.0/24"], &[]);
    assert_eq!((overlaps(&fine), fine.plan.outside.len()), (Vec::new(), 0));
    let whole = around("10.247.0.0/16", &["10.0.0.0/16"], &["10.0.0.0/16"], &[]);
    assert_eq!((overlaps(&whole), whole.plan.outside.len()), (Vec::new(), 0));
    let twice = around("10.247.0.0/16", &["10.0.0.0/16"], &["10.0.0.0/23", "10.0.1.0/24"], &[]);
    assert_eq!(overlaps(&twice), [pair("10.0.0.0/23", "10.0.1.0/24")]);
    let astray = around(
        "10.247.0.0/16",
        &["10.0.0.0/16"],
        &["10.0.0.0/24", "10.1.0.0/24", "10.0.0.0/15"],
        &[],
    );
    let outside: Vec<_> =
        astray.plan.outside.iter().map(|&at| astray.plan.ranges[at].net.to_string()).collect();
    assert_eq!(outside, ["10.0.0.0/15", "10.1.0.0/24"]);
    // Without a range of the VPC nothing is known to lie outside it.
    assert_eq!(around("10.247.0.0/16", &[], &["10.1.0.0/24"], &[]).plan.outside, [0usize; 0]);
}

#[test]
fn a_subnet_has_a_finding_of_its_own_only_without_its_vpc() {
    let alone = around("10.0.0.0/24", &[], &["10.0.0.0/24"], &[]);
    assert_eq!((overlaps(&alone).len(), given_overlaps(&alone)), (1, 1));
    let both = around("10.0.0.0/24", &["10.0.0.0/16"], &["10.0.0.0/24"], &[]);
    assert_eq!((overlaps(&both).len(), given_overlaps(&both)), (2, 1));
    assert_eq!(both.plan.chief_overlaps().count(), 1);
    let apart = around("10.0.0.0/24", &["10.1.0.0/16"], &["10.0.0.0/24"], &[]);
    assert_eq!((apart.plan.chief_overlaps().count(), given_overlaps(&apart)), (1, 1));
}

#[test]
fn the_subnet_of_network_interfaces_belongs_into_the_vpc() {
    let inputs = |vpc: &str, subnet: &str| Inputs {
        vpc: vec![vpc.parse().expect("a range")],
        subnets: vec![subnet.parse().expect("a range")],
        taken: Vec::new(),
    };
    let body = r#"{"spec": {"eniNetwork": {"eniSubnetCIDR": "10.0.4.0/22"}}}"#;
    let with = |inputs: Inputs| analyze(body, edition::find("cce-otc"), &inputs);
    let own = with(inputs("10.0.0.0/16", "10.0.4.0/22"));
    assert_eq!((overlaps(&own), own.plan.outside.len()), (Vec::new(), 0));
    let half = with(inputs("10.0.0.0/16", "10.0.4.0/24"));
    assert_eq!(overlaps(&half), [pair("10.0.4.0/22", "10.0.4.0/24")]);
    assert_eq!(with(inputs("10.1.0.0/16", "10.1.0.0/24")).plan.outside, [0]);
}

#[test]
fn a_range_is_called_as_its_user_calls_it() {
    let inputs = Inputs {
        taken: vec!["10.1.0.0/16 cluster-b".parse().expect("a range")],
        ..Inputs::default()
    };
    let analysis = analyze("{}", edition::find("cce-otc"), &inputs);
    let own = analysis.plan.of("other").next().expect("the range");
    assert_eq!(own.title(Locale::En), "cluster-b (range in use elsewhere)");
    assert_eq!(own.title(Locale::Zh), "cluster-b（其他已用网段）");
    assert_eq!(text("{own}", "").fill(Locale::En, &[("own", own.into())]), "cluster-b");
    let implied = analysis.plan.of("service").next().expect("the default");
    assert_eq!(
        text("{own}", "").fill(Locale::En, &[("own", implied.into())]),
        implied.title(Locale::En)
    );
}

#[test]
fn the_next_free_range_for_network_interfaces_is_the_vpc_s() {
    let nets = |list: &[&str]| list.iter().map(|net| net.parse().expect("a range")).collect();
    let body = r#"{"spec": {"eniNetwork": {"eniSubnetCIDR": "10.0.4.0/24"}}}"#;
    let free = |vpc: &[&str], subnets: &[&str]| {
        let inputs = Inputs { vpc: nets(vpc), subnets: nets(subnets), taken: Vec::new() };
        let analysis = analyze(body, edition::find("cce-otc"), &inputs);
        let own = analysis.plan.of("eni").next().expect("the subnet");
        analysis.plan.free_like(own).map(|net| net.to_string())
    };
    assert_eq!(free(&[], &[]).as_deref(), Some("10.0.0.0/24"));
    assert_eq!(free(&["172.20.0.0/23"], &["172.20.0.0/24"]).as_deref(), Some("172.20.1.0/24"));
    // The first range is full, and no other is the VPC's.
    let full = ["172.20.0.0/24", "172.20.1.0/24"];
    assert_eq!(free(&["172.20.0.0/23", "100.64.0.0/16"], &full).as_deref(), Some("100.64.0.0/24"));
    assert_eq!(free(&["172.20.0.0/23"], &full), None);
    assert_eq!(free(&["172.20.0.0/25"], &[]), None);
}

#[test]
fn only_what_the_body_says_of_pods_and_services_can_be_moved() {
    let inputs = Inputs { vpc: vec!["10.0.0.0/8".parse().expect("a range")], ..Inputs::default() };
    let body = r#"{"spec": {"containerNetwork": {"cidrs": [{"cidr": "10.1.0.0/16"}]}, "eniNetwork": {"eniSubnetCIDR": "10.2.0.0/16"}}}"#;
    let analysis = analyze(body, edition::find("cce-otc"), &inputs);
    let free = "172.16.0.0/16".parse().expect("a range");
    let moved: Vec<_> = analysis
        .plan
        .ranges
        .iter()
        .map(|range| (range.role, range.moved_to(free).is_some()))
        .collect();
    assert_eq!(moved, [("pod", true), ("eni", false), ("service", true), ("vpc", false)]);
    // The service range is implied: the change writes it.
    let change = analysis.plan.ranges[2].moved_to(free).expect("a change");
    let fix = Fix::risky(text("", ""), change);
    let after = apply(analysis.text(), &analysis.edits(&fix));
    let after = analyze(after, edition::find("cce-otc"), &inputs);
    let services: Vec<_> = after.plan.of("service").map(|range| range.net.to_string()).collect();
    assert_eq!(services, ["172.16.0.0/16"]);
}

#[test]
fn lists_of_ranges_are_plain_text() {
    let (nets, wrong) = parse_ranges("10.0.0.0/16, 10.1.0.0/16；192.168.0.0/24\n10.2.0.5/16");
    assert_eq!(print_ranges(&nets), "10.0.0.0/16, 10.1.0.0/16, 192.168.0.0/24, 10.2.0.5/16");
    assert_eq!(wrong, [""; 0]);
    let (nets, wrong) = parse_ranges("10.0.0.0, 10.0.0.0/33 fe80::/10、10.0.0.0/8,,");
    assert_eq!(print_ranges(&nets), "10.0.0.0/8");
    assert_eq!(wrong, ["10.0.0.0", "10.0.0.0/33", "fe80::/10"]);
    // Behind a range stands what it is called.
    let (nets, wrong) =
        parse_ranges("10.0.0.0/16 cluster-b 10.1.0.0/16 办公 网络；10.2.0.0/16 10.3.0.0/33 eu-1");
    let names: Vec<_> = nets.iter().map(|own| own.name.as_str()).collect();
    assert_eq!(names, ["cluster-b", "办公 网络", "eu-1"]);
    assert_eq!(wrong, ["10.3.0.0/33"]);
    assert_eq!(
        print_ranges(&nets),
        "10.0.0.0/16 cluster-b, 10.1.0.0/16 办公 网络, 10.2.0.0/16 eu-1"
    );
    // No name: one before any range, and more than forty characters.
    let (nets, wrong) = parse_ranges(&format!("office, 10.0.0.0/8 {}", "n".repeat(41)));
    assert_eq!((print_ranges(&nets).as_str(), wrong.len()), ("10.0.0.0/8", 2));
    let mut inputs = Inputs::default();
    for (name, _) in Inputs::default().lists() {
        *inputs.list_mut(name).expect("a list of that name") =
            vec!["10.0.0.0/8".parse().expect("a range")];
    }
    assert!(inputs.lists().into_iter().all(|(_, list)| list.len() == 1));
    assert!(inputs.list_mut("other").is_none());
}

proptest! {
    #[test]
    fn printed_lists_are_read_as_they_were(
        given in prop::collection::vec((any::<u32>(), 0u8..=32, "|[a-zé集][a-z0-9_.-]{0,9}( [a-z集]{1,9}){0,2}"), 0..20),
    ) {
        let given: Vec<GivenRange> = given
            .into_iter()
            .map(|(address, prefix, name)| {
                let net = ipnet::Ipv4Net::new(address.into(), prefix).expect("a prefix");
                GivenRange { net, name }
            })
            .collect();
        prop_assert_eq!(parse_ranges(&print_ranges(&given)), (given, Vec::new()));
    }

    #[test]
    fn any_text_is_a_list(text in ".{0,200}") {
        let (nets, _) = parse_ranges(&text);
        prop_assert!(nets.len() <= 200);
    }
}
