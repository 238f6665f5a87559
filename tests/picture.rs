//! The pictures: to scale, nothing over anything else, overlaps where they are, and counts as the bodies say.

use clusterwright::analysis::{Analysis, Inputs, analyze};
use clusterwright::diagnostic::{Arg, Locale};
use clusterwright::edition::sketch::Sketch;
use clusterwright::edition::{self, Edition};
use clusterwright::network::{GivenRange, Range, role};
use clusterwright::picture::{Area, Group, Picture, Shape, map, sketch, svg, width, wrap};
use ipnet::Ipv4Net;
use proptest::prelude::*;

const WIDTHS: [i32; 4] = [300, 358, 780, 960];

fn find(id: &str) -> Option<&'static Edition> {
    edition::find(id)
}

fn nets(list: &[&str]) -> Vec<GivenRange> {
    list.iter().map(|net| net.parse().expect("a range")).collect()
}

fn words(group: &Group) -> Vec<&str> {
    group.shapes.iter().filter_map(|shape| shape.words.as_deref()).collect()
}

/// The panels of a map: each with its network, its track, and its rows.
fn panels(picture: &Picture) -> Vec<(Ipv4Net, Area, Vec<&Group>)> {
    let mut panels: Vec<(Ipv4Net, Area, Vec<&Group>)> = Vec::new();
    for group in &picture.groups {
        if let Some(track) = group.shapes.iter().find(|shape| shape.look == "track") {
            let net = group.name.split(':').next().expect("a name").parse().expect("a network");
            panels.push((net, track.area, Vec::new()));
        } else if group.shapes.iter().any(|shape| shape.look.starts_with("range ")) {
            panels.last_mut().expect("rows come after their panel").2.push(group);
        }
    }
    panels
}

fn net_of(row: &Group) -> Ipv4Net {
    let own = row.shapes.iter().find(|shape| shape.look == "mono").expect("a network is named");
    own.words.as_deref().and_then(|words| words.parse().ok()).expect("a network")
}

fn bar_of(row: &Group) -> Area {
    row.shapes.iter().find(|shape| shape.look.starts_with("range ")).expect("a bar").area
}

fn marks_of(row: &Group) -> Vec<Area> {
    row.shapes.iter().filter(|shape| shape.look == "clash").map(|shape| shape.area).collect()
}

/// Where a network lies on a track: exact edges, in pixels.
fn exact(net: Ipv4Net, block: Ipv4Net, track: Area) -> (f64, f64) {
    let whole = 2f64.powi(32 - i32::from(block.prefix_len()));
    let at = |address: f64| {
        f64::from(track.x)
            + (address - f64::from(block.network().to_bits())) / whole * f64::from(track.width)
    };
    (at(f64::from(net.network().to_bits())), at(f64::from(net.broadcast().to_bits()) + 1.0))
}

/// Asserts that an area is where a network lies: to the pixel, or at least three wide within the track.
fn assert_at(area: Area, net: Ipv4Net, block: Ipv4Net, track: Area) {
    let (from, to) = exact(net, block, track);
    let (left, right) = (f64::from(area.x), f64::from(area.x + area.width));
    assert!(area.x >= track.x && area.x + area.width <= track.x + track.width, "{net} in {block}");
    if to - from >= 4.0 {
        assert!((left - from).abs() <= 1.0 && (right - to).abs() <= 1.0, "{net} in {block}");
    } else {
        assert!(area.width >= 3 && left <= from + 1.0 && right + 1.0 >= to, "{net} in {block}");
        assert!((left - from).abs() <= 4.0 && area.width <= 4, "{net} in {block}");
    }
}

fn overlap(left: &Area, right: &Area) -> bool {
    left.x < right.x + right.width
        && right.x < left.x + left.width
        && left.y < right.y + right.height
        && right.y < left.y + left.height
}

/// Asserts that everything is on the sheet, no words lie over other words, and no bar over words.
fn assert_readable(picture: &Picture) {
    let shapes: Vec<&Shape> = picture.groups.iter().flat_map(|group| &group.shapes).collect();
    let sheet = Area { x: 0, y: 0, width: picture.width, height: picture.height };
    for shape in &shapes {
        let Area { x, y, width, height } = shape.area;
        assert!(
            x >= 0 && y >= 0 && x + width <= sheet.width && y + height <= sheet.height,
            "off the sheet of {}: {shape:?}",
            picture.width
        );
    }
    let solid = |shape: &&&Shape| {
        ["range ", "clash", "master", "node"].iter().any(|look| shape.look.starts_with(look))
    };
    let texts: Vec<&&Shape> = shapes.iter().filter(|shape| shape.words.is_some()).collect();
    for (at, text) in texts.iter().enumerate() {
        for other in &texts[at + 1..] {
            assert!(!overlap(&text.area, &other.area), "{text:?} and {other:?}");
        }
        for other in shapes.iter().filter(solid) {
            assert!(!overlap(&text.area, &other.area), "{text:?} under {other:?}");
        }
    }
}

fn pictures(analysis: &Analysis) -> Vec<Picture> {
    let mut all = Vec::new();
    for locale in Locale::ALL {
        for width in WIDTHS {
            all.push(map(analysis, locale, width));
            all.push(sketch(analysis, locale, width));
        }
    }
    all
}

/// Whether two ranges may not share addresses though they do: the plain definition.
fn clash(left: &Range, right: &Range) -> bool {
    let within = |role| role == role::SUBNET || role == role::ENI;
    let own = (left.role == role::VPC && within(right.role))
        || (right.role == role::VPC && within(left.role))
        || (within(left.role)
            && within(right.role)
            && left.role != right.role
            && left.net == right.net);
    !own && (left.net.contains(&right.net.network()) || right.net.contains(&left.net.network()))
}

/// A body and inputs of made-up ranges.
fn made_up() -> impl Strategy<Value = (String, Inputs)> {
    let block = prop_oneof![
        (0u8..4, 0u8..=255, 16u8..=26).prop_map(|(two, three, prefix)| (10, two, three, prefix)),
        (16u8..32, 0u8..=255, 12u8..=24).prop_map(|(two, three, prefix)| (172, two, three, prefix)),
        (168u8..169, 0u8..=255, 16u8..=30)
            .prop_map(|(two, three, prefix)| (192, two, three, prefix)),
        (0u8..=255, 0u8..=255, 1u8..=32).prop_map(|(two, three, prefix)| (10, two, three, prefix)),
    ];
    let net = block.prop_map(|(one, two, three, prefix): (u8, u8, u8, u8)| {
        Ipv4Net::new([one, two, three, 0].into(), prefix).expect("a prefix").trunc()
    });
    let list = |most| prop::collection::vec(net.clone(), 0..=most);
    (list(3), list(1), list(2), list(3), list(2)).prop_map(|(pods, eni, vpc, subnets, taken)| {
        let items: Vec<String> =
            pods.iter().map(|net| format!("{{\"cidr\": \"{net}\"}}")).collect();
        let eni = eni.first().map_or(String::new(), |net| {
            format!(", \"eniNetwork\": {{\"eniSubnetCIDR\": \"{net}\"}}")
        });
        let body = format!(
            "{{\"spec\": {{\"containerNetwork\": {{\"cidrs\": [{}]}}{eni}}}}}",
            items.join(",")
        );
        let plain = |nets: Vec<Ipv4Net>| nets.into_iter().map(GivenRange::from).collect();
        let name = "the-other-cluster-of-the-office-in-town";
        let named = |net| GivenRange { net, name: name.to_owned() };
        let taken = taken.into_iter().map(named).collect();
        (body, Inputs { vpc: plain(vpc), subnets: plain(subnets), taken })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn bars_are_to_scale_and_overlaps_are_marked_where_they_are((body, inputs) in made_up(), width in 300i32..1000) {
        let analysis = analyze(body, find("cce-otc"), &inputs);
        let ranges = &analysis.plan.ranges;
        prop_assert!(ranges.len() >= inputs.lists().map(|(_, list)| list.len()).iter().sum());
        let picture = map(&analysis, Locale::En, width);
        let panels = panels(&picture);
        prop_assert_eq!(panels.iter().map(|(.., rows)| rows.len()).sum::<usize>(), ranges.len());
        let mut drawn = Vec::new();
        for (at, (block, track, rows)) in panels.iter().enumerate() {
            for (other, ..) in &panels[at + 1..] {
                prop_assert!(!block.contains(other) && !other.contains(block), "{} and {}", block, other);
            }
            for row in rows {
                let net = net_of(row);
                prop_assert!(block.contains(&net));
                assert_at(bar_of(row), net, *block, *track);
                // What others it clashes with, as networks; equal ranges have equal rows.
                let marks = marks_of(row);
                drawn.push((net, *block, *track, marks));
            }
        }
        // Every range, with the pieces it shares with others.
        let mut wanted = Vec::new();
        for (at, range) in ranges.iter().enumerate() {
            let mut pieces: Vec<Ipv4Net> = ranges
                .iter()
                .enumerate()
                .filter(|(other, own)| *other != at && clash(range, own))
                .map(|(_, own)| if own.net.prefix_len() > range.net.prefix_len() { own.net } else { range.net })
                .collect();
            pieces.sort();
            pieces.dedup();
            wanted.push((range.net, pieces));
        }
        for (net, block, track, marks) in drawn {
            // One of the ranges of that network has just these pieces.
            let found = wanted.iter().position(|(own, pieces)| {
                *own == net && pieces.iter().all(|piece| {
                    let (from, to) = exact(*piece, block, track);
                    marks.iter().any(|mark| {
                        f64::from(mark.x) <= from + 1.0 && f64::from(mark.x + mark.width) + 1.0 >= to
                    })
                }) && marks.iter().all(|mark| {
                    pieces.iter().any(|piece| {
                        let (from, to) = exact(*piece, block, track);
                        f64::from(mark.x) + 4.0 >= from && f64::from(mark.x + mark.width) - 4.0 <= to
                    })
                }) && marks.is_empty() == pieces.is_empty()
            });
            let Some(found) = found else {
                return Err(TestCaseError::fail(format!("{net} has other marks: {marks:?} of {wanted:?}")));
            };
            wanted.remove(found);
        }
        prop_assert!(wanted.is_empty());
    }

    #[test]
    fn made_up_maps_can_be_read((body, inputs) in made_up()) {
        let analysis = analyze(body, find("cce-otc"), &inputs);
        for width in WIDTHS {
            for locale in Locale::ALL {
                assert_readable(&map(&analysis, locale, width));
            }
        }
    }

    #[test]
    fn what_lies_outside_the_vpc_is_told((body, inputs) in made_up()) {
        let analysis = analyze(body, find("cce-otc"), &inputs);
        let ranges = &analysis.plan.ranges;
        let vpcs: Vec<_> = ranges.iter().filter(|range| range.role == role::VPC).collect();
        let mut wanted: Vec<usize> = (0..ranges.len())
            .filter(|&at| ["subnet", "eni"].contains(&ranges[at].role))
            .filter(|&at| !vpcs.is_empty() && !vpcs.iter().any(|vpc| vpc.net.contains(&ranges[at].net)))
            .collect();
        let mut found = analysis.plan.outside.clone();
        found.sort_unstable();
        wanted.sort_unstable();
        prop_assert_eq!(found, wanted);
    }

    #[test]
    fn wrapped_words_fit_and_lose_nothing(words in "[ a-zA-Z0-9/,.中文网段-]{0,80}", room in 30i32..300) {
        for font in [map_font(false), map_font(true)] {
            let lines = wrap(&words, room, font, 100);
            for line in &lines {
                prop_assert!(width(line, font) <= room, "{line}");
            }
            let bare = |text: &str| text.replace(' ', "");
            prop_assert_eq!(bare(&lines.concat()), bare(&words));
            let cut = wrap(&words, room, font, 1);
            prop_assert_eq!(cut.len(), usize::from(!lines.is_empty()));
            prop_assert!(cut.iter().all(|line| width(line, font) <= room));
        }
    }
}

#[test]
fn chinese_lines_neither_end_nor_start_with_the_wrong_bracket() {
    let font = map_font(false);
    for room in 64..200 {
        let lines = wrap("系统盘大小（GiB），系统盘类型（默认），数据盘：三块。", room, font, 100);
        for (at, line) in lines.iter().enumerate() {
            assert!(!line.ends_with('（'), "{lines:?}");
            assert!(at == 0 || !line.starts_with(['）', '，', '：', '。']), "{lines:?}");
        }
    }
}

fn map_font(mono: bool) -> clusterwright::picture::Font {
    clusterwright::picture::Font { size: 12, mono }
}

/// A body that Huawei's sibling takes, with ranges that lie far apart.
fn plan(inputs: &Inputs) -> Analysis {
    let body = r#"{"spec": {"kubernetesSvcIpRange": "10.247.0.0/16", "containerNetwork": {"mode": "vpc-router", "cidr": "172.16.0.0/16"}}}"#;
    analyze(body, find("cce-otc"), inputs)
}

#[test]
fn blocks_far_apart_are_panels_of_their_own() {
    let inputs = Inputs {
        vpc: nets(&["192.168.0.0/16"]),
        subnets: nets(&["192.168.0.0/24", "192.168.64.0/18"]),
        taken: nets(&["10.240.0.0/14"]),
    };
    let picture = map(&plan(&inputs), Locale::En, 780);
    let blocks: Vec<_> =
        panels(&picture).iter().map(|(net, _, rows)| (net.to_string(), rows.len())).collect();
    // The two in 10.240.0.0/13 fill five eighths of it.
    let wanted = [("10.240.0.0/13", 2), ("172.16.0.0/16", 1), ("192.168.0.0/16", 3)];
    assert_eq!(blocks, wanted.map(|(net, rows)| (net.to_owned(), rows)));
}

#[test]
fn a_row_says_its_range_its_place_and_what_it_overlaps() {
    let inputs = Inputs { vpc: nets(&["172.16.0.0/12"]), ..Inputs::default() };
    let analysis = plan(&inputs);
    let picture = map(&analysis, Locale::En, 780);
    let row = |name: &str| {
        picture.groups.iter().find(|group| group.name.starts_with(name)).expect("a row")
    };
    let pods = row("container range");
    assert_eq!(
        pods.name,
        "container range 172.16.0.0/16, 65,536 addresses, overlaps VPC 172.16.0.0/12"
    );
    assert_eq!(pods.goes.as_deref(), Some("/spec/containerNetwork/cidr"));
    assert!(words(pods).contains(&"✕ overlaps VPC 172.16.0.0/12"));
    let vpc = row("VPC");
    assert!(words(vpc).contains(&"✕ overlaps container range 172.16.0.0/16"));
    assert_eq!(vpc.goes, None);
    // The whole pod range, and of the VPC the sixteenth that is shared.
    let [_, (_, track, _)] = panels(&picture)[..] else { panic!("two blocks") };
    assert_eq!(marks_of(pods), [bar_of(pods)]);
    assert_eq!(bar_of(pods).width, track.width / 16);
    assert_eq!(marks_of(vpc).len(), 1);
    assert_eq!(marks_of(vpc)[0].width, track.width / 16);
    assert_eq!(bar_of(vpc).width, track.width);
    let chinese = map(&analysis, Locale::Zh, 780);
    assert!(
        chinese.groups.iter().any(|group| words(group).contains(&"✕ 重叠：VPC 网段 172.16.0.0/12"))
    );
}

#[test]
fn one_is_not_several() {
    // One more overlap than are told.
    let vpc = ["172.16.0.1/32", "172.16.0.0/24", "172.16.0.0/23", "172.16.0.0/22"];
    let picture = map(&plan(&Inputs { vpc: nets(&vpc), ..Inputs::default() }), Locale::En, 780);
    let names: Vec<&str> = picture.groups.iter().map(|group| &*group.name).collect();
    assert!(
        names.iter().any(|name| name.starts_with("VPC 172.16.0.1/32, 1 address, ")),
        "{names:?}"
    );
    assert!(names.iter().any(|name| name.ends_with(", overlaps 1 more range")), "{names:?}");
}

#[test]
fn a_default_is_dashed_and_called_one() {
    let analysis = analyze("{\"spec\": {}}", find("cce-otc"), &Inputs::default());
    let picture = map(&analysis, Locale::En, 780);
    let row = picture.groups.iter().find(|group| group.name.starts_with("service")).expect("a row");
    assert!(row.name.contains("default"), "{}", row.name);
    assert!(row.shapes.iter().any(|shape| shape.look == "range service implied"));
    assert_eq!(row.goes, None);
}

#[test]
fn without_ranges_there_is_an_empty_sheet() {
    let analysis = analyze("{}", find("cce-huawei"), &Inputs::default());
    assert_eq!(map(&analysis, Locale::En, 780).groups, []);
    roxmltree::Document::parse(&svg(&map(&analysis, Locale::En, 780))).expect("XML");
    let bare = analyze("", None, &Inputs::default());
    for picture in pictures(&bare) {
        assert_readable(&picture);
    }
}

/// The printed examples and the presets, with their editions.
fn bodies() -> Vec<(String, Analysis)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples");
    let mut bodies = Vec::new();
    let inputs = Inputs {
        vpc: nets(&["192.168.0.0/16", "172.16.0.0/12"]),
        subnets: nets(&["192.168.0.0/24"]),
        taken: nets(&["10.0.0.0/8", "10.96.0.0/12"]),
    };
    for entry in std::fs::read_dir(folder).expect("the examples are there").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let own = edition::ALL.into_iter().find(|edition| name.starts_with(edition.id));
        if let (Some(own), Some("json" | "txt")) = (own, name.rsplit('.').next()) {
            let text = std::fs::read_to_string(entry.path()).expect("an example can be read");
            bodies.push((name, analyze(text, Some(own), &inputs)));
        }
    }
    for own in edition::ALL {
        for preset in own.presets {
            let name = format!("{} {}", own.id, preset.id);
            bodies.push((name, analyze(preset.text, Some(own), &inputs)));
        }
    }
    bodies
}

#[test]
fn pictures_of_examples_and_presets_can_be_read_and_are_xml() {
    for (name, analysis) in bodies() {
        for picture in pictures(&analysis) {
            assert_readable(&picture);
            let text = svg(&picture);
            let document = roxmltree::Document::parse(&text)
                .unwrap_or_else(|error| panic!("{name}: {error} in\n{text}"));
            let root = document.root_element();
            assert_eq!(root.tag_name().namespace(), Some("http://www.w3.org/2000/svg"));
            let drawn = |tag| document.descendants().filter(|node| node.has_tag_name(tag)).count();
            let written = picture.groups.iter().flat_map(words).count();
            // The heading and what is to be seen are more.
            assert!(drawn(("http://www.w3.org/2000/svg", "text")) > written + 1, "{name}");
            for group in &picture.groups {
                for shape in &group.shapes {
                    let known = shape
                        .look
                        .split(' ')
                        .all(|look| clusterwright::picture::looks().any(|own| own == look));
                    assert!(known, "{}: no colour", shape.look);
                }
            }
        }
    }
}

#[test]
fn words_of_a_body_cannot_break_out_of_the_file() {
    let body = r#"{"nodepools": [{"nodepool_info": {"name": "</text><script>a&b\"\u0000\uffff"}, "count": 2}]}"#;
    let analysis = analyze(body, find("ack-dedicated"), &Inputs::default());
    let text = svg(&sketch(&analysis, Locale::En, 780));
    let document = roxmltree::Document::parse(&text).expect("XML");
    assert!(!document.descendants().any(|node| node.tag_name().name() == "script"));
    assert!(
        document
            .descendants()
            .filter_map(|node| node.text())
            .any(|text| text.contains("</text><script>a&b\""))
    );
}

fn example(name: &str) -> Analysis {
    let path = format!("{}/tests/examples/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("an example can be read");
    let own = edition::ALL.into_iter().find(|edition| name.starts_with(edition.id));
    analyze(text, own, &Inputs::default())
}

fn said(arg: &Arg) -> String {
    clusterwright::diagnostic::text("{it}", "{it}").fill(Locale::En, &[("it", arg.clone())])
}

/// What the sketch of an example holds, by hand from the document: masters by place, pools with their nodes, and lines.
fn assert_sketch(
    name: &str,
    masters: &[(&str, u64)],
    pools: &[(&str, u64)],
    lines: &[(&str, &str)],
) {
    let analysis = example(name);
    let own = Sketch::new(&analysis.view(), &analysis.edition.views().sketch);
    let spots: Vec<_> = own.masters.iter().map(|spot| (said(&spot.name), spot.count)).collect();
    let wanted: Vec<_> =
        masters.iter().map(|(place, count)| ((*place).to_owned(), *count)).collect();
    assert_eq!(spots, wanted, "{name}: masters");
    let drawn: Vec<_> =
        own.pools.iter().map(|pool| (said(&pool.name), pool.nodes.unwrap_or(0))).collect();
    let wanted: Vec<_> = pools.iter().map(|(pool, count)| ((*pool).to_owned(), *count)).collect();
    assert_eq!(drawn, wanted, "{name}: pools");
    let told: Vec<(&str, String)> = own
        .control
        .iter()
        .chain(&own.network)
        .chain(&own.entries)
        .chain(own.pools.iter().flat_map(|pool| &pool.lines))
        .map(|line| (line.label.en, said(&line.value)))
        .collect();
    for (label, value) in lines {
        assert!(
            told.iter().any(|(own, said)| own == label && said == value),
            "{name}: {label} {value} is not in {told:?}"
        );
    }
}

#[test]
fn sketches_say_what_the_documents_examples_say() {
    assert_sketch(
        "cce-huawei-1-vm-cluster",
        &[("zone not said", 1)],
        &[],
        &[
            ("Flavor", "cce.s1.small"),
            ("Network model", "overlay_l2"),
            ("Container range", "172.16.0.0/16"),
            ("API server", "inside the VPC only"),
        ],
    );
    assert_sketch(
        "cce-huawei-2-baremetal-cluster",
        &[("zone not said", 1)],
        &[],
        &[
            ("Network model", "underlay_ipvlan"),
            ("High-speed subnet ID", "a95d96e3-1f13-442a-8f06-f9cb4211eaa4"),
        ],
    );
    assert_sketch(
        "cce-otc-1-cce-cluster",
        &[("different zones", 3)],
        &[],
        &[
            ("Flavor", "cce.s2.small"),
            ("Service forwarding", "iptables"),
            ("Trusted ranges", "0.0.0.0/0"),
        ],
    );
    assert_sketch(
        "ack-createcluster-1-dedicated-prepaid-flannel",
        &[("vsw-2zete8s4qocqg0mf6****", 3)],
        &[("Workers", 2)],
        &[
            ("Master instance types", "3 × ecs.n4.large"),
            ("Worker instance types", "ecs.c6.large"),
            ("System disk", "cloud_ssd 120 GiB"),
            ("Network add-on", "flannel"),
            ("Ingress", "nginx-ingress-controller, public"),
            ("Public API server", "yes"),
            ("SNAT for the VPC", "yes"),
            ("Public SSH to masters", "yes"),
            ("Pod range", "172.20.0.0/16"),
        ],
    );
    assert_sketch(
        "ack-createcluster-2-dedicated-terway",
        &[("vsw-8vbmoffowsztjaawj****", 3)],
        &[("Workers", 2)],
        &[("Network add-on", "terway-eni"), ("Pod vSwitches", "vsw-8vbo5fwyqiw0bbtlq****")],
    );
    assert_sketch(
        "ack-createcluster-3-managed-pro",
        &[],
        &[("Workers", 2)],
        &[("Managed edition", "ack.pro.small"), ("Worker instance types", "ecs.c5.large")],
    );
    assert_sketch(
        "ack-createcluster-4-ask-serverless",
        &[],
        &[],
        &[("NAT gateway (serverless)", "yes"), ("Ingress", "nginx-ingress-controller, public")],
    );
    assert_sketch(
        "ack-createcluster-5-managed-edge",
        &[],
        &[("Workers", 1)],
        &[("Edge marker", "Edge"), ("System disk", "cloud_efficiency 40 GiB")],
    );
    assert_sketch(
        "ack-dedicated-1-full-prepaid-nodepool",
        &[("vsw-8vbmoffowsztjaawjtyzo", 3)],
        &[("cluster-demo", 1)],
        &[
            ("Instance types", "ecs.d1ne.2xlarge"),
            ("System disk", "cloud_efficiency 120 GiB"),
            ("Data disk", "cloud_ssd 40 GiB"),
            ("Load balancer", "slb.s2.small"),
            ("Ingress", "nginx-ingress-controller, public"),
        ],
    );
    assert_sketch(
        "ack-managed-1-postpaid-flannel",
        &[],
        &[("Workers", 3)],
        &[
            ("Public API server", "no"),
            ("SNAT", "yes"),
            ("Instance types of workers", "ecs.hfc5.xlarge"),
            ("Data disk", "cloud_ssd 500 GiB"),
        ],
    );
}

#[test]
fn masters_stand_in_the_zones_that_the_body_names() {
    let body = r#"{"spec": {"flavor": "cce.s2.large", "masters": [{"availabilityZone": "eu-de-01"}, {"availabilityZone": "eu-de-01"}, {"availabilityZone": "eu-de-02"}]}}"#;
    let analysis = analyze(body, find("cce-otc"), &Inputs::default());
    let own = Sketch::new(&analysis.view(), &analysis.edition.views().sketch);
    let spots: Vec<_> = own.masters.iter().map(|spot| (said(&spot.name), spot.count)).collect();
    assert_eq!(spots, [("eu-de-01".to_owned(), 2), ("eu-de-02".to_owned(), 1)]);
}

#[test]
fn two_thousand_node_pools_are_summed_up() {
    let pool = |at: usize| format!("{{\"nodepool_info\": {{\"name\": \"p{at}\"}}, \"count\": 3}}");
    let pools: Vec<String> = (0..2000).map(pool).collect();
    let body =
        format!("{{\"cluster_type\": \"Kubernetes\", \"nodepools\": [{}]}}", pools.join(","));
    let analysis = analyze(body, find("ack-dedicated"), &Inputs::default());
    let picture = sketch(&analysis, Locale::En, 780);
    assert!(picture.groups.len() < 100, "{} groups", picture.groups.len());
    let more = "and 1,990 more node pools, with 5,970 nodes";
    assert!(picture.groups.iter().any(|group| group.name == more));
    assert!(picture.about.contains("Node pools: 2,000, with 6,000 nodes"), "{}", picture.about);
    assert_readable(&picture);
}

#[test]
fn every_member_that_a_sketch_names_is_in_a_table_of_its_family() {
    for own in edition::ALL {
        let family = own.id.split('-').next().expect("a family");
        let lists =
            [own.views().sketch.control, own.views().sketch.network, own.views().sketch.entries];
        for pointer in lists.into_iter().flatten() {
            let known = edition::ALL
                .into_iter()
                .filter(|other| other.id.starts_with(family))
                .any(|other| other.index().find(pointer).is_some());
            assert!(known, "{}: {pointer}", own.id);
        }
    }
}
