//! The address map: a panel for each block that ranges lie in, to the scale of the block, a row for each range.

use ipnet::Ipv4Net;

use super::{Area, Group, LINE, Picture, Shape, grouped};
use crate::analysis::Analysis;
use crate::diagnostic::{Arg, Basis, Locale, Text, text};
use crate::network::{Origin, Plan, Range, role};
use crate::text::order;

const TITLE: Text = text("Address map", "地址分布图");
const ABOUT: Text = text(
    "Ranges: {ranges}, in blocks of the address space: {blocks}. Overlaps: {overlaps}. The bars of a block are to its scale.",
    "网段 {ranges} 个，分布于 {blocks} 个地址块；重叠 {overlaps} 处。同一地址块内的条形按比例绘制。",
);
const COUNT: [Text; 2] =
    [text("1 address", "1 个地址"), text("{count} addresses", "{count} 个地址")];
const BY_DEFAULT: Text = text("{name}, by default", "{name}（默认）");
const MAYBE_DEFAULT: Text = text("{name}, the likely default", "{name}（推测的默认值）");
const OVERLAPS: Text = text("overlaps {name} {net}", "重叠：{name} {net}");
const OVERLAPS_MORE: [Text; 2] = [
    text("overlaps 1 more range", "还与另外 1 个网段重叠"),
    text("overlaps {count} more ranges", "还与另外 {count} 个网段重叠"),
];
const OUTSIDE: Text = text("outside the VPC", "不在 VPC 网段内");
const MORE: [Text; 2] = [
    text("and 1 more range", "另有 1 个网段"),
    text("and {count} more ranges", "另有 {count} 个网段"),
];
const ROOM: Text = text(
    "Room for {nodes} nodes, with {addresses} pod addresses each.",
    "最多可容纳 {nodes} 个节点，每个节点 {addresses} 个 Pod 地址。",
);
const ENOUGH: Text = text(
    "The body asks for or allows {wanted}: that fits.",
    "请求体要求或允许 {wanted} 个节点，容量足够。",
);
const SHORT: Text = text(
    "The body asks for or allows {wanted}: {missing} too many.",
    "请求体要求或允许 {wanted} 个节点，超出 {missing} 个。",
);

/// So many ranges are drawn.
const ROWS: usize = 60;
/// So many overlaps are told at each of them.
const TOLD: usize = 3;
/// From this width on names stand beside the bars and not above them.
const WIDE: i32 = 560;
const NAMES: i32 = 210;
const BAR: i32 = 18;

/// The room for nodes in words, and whether it is enough; nothing where the body does not say enough to tell.
pub fn capacity(plan: &Plan, locale: Locale) -> Option<(String, bool)> {
    let room = plan.capacity.as_ref()?;
    let args = [
        ("nodes", grouped(room.nodes).into()),
        ("addresses", grouped(room.addresses_per_node).into()),
    ];
    let mut words = ROOM.fill(locale, &args);
    let missing = room.wanted.map_or(0, |wanted| wanted.saturating_sub(room.nodes));
    if let Some(wanted) = room.wanted {
        if locale == Locale::En {
            words.push(' ');
        }
        let args = [("wanted", Arg::from(grouped(wanted))), ("missing", grouped(missing).into())];
        words.push_str(&if missing == 0 { ENOUGH } else { SHORT }.fill(locale, &args));
    }
    Some((words, missing == 0))
}

/// Draws the ranges of a plan, at least 300 pixels wide.
pub fn map(analysis: &Analysis, locale: Locale, width: i32) -> Picture {
    let plan = &analysis.plan;
    let width = width.max(300);
    let shown = &plan.ranges[..plan.ranges.len().min(ROWS)];
    let sorted = order(
        shown
            .iter()
            .map(|range| (range.net.network().to_bits(), u32::from(range.net.prefix_len()))),
    );
    let nets: Vec<Ipv4Net> = sorted.iter().map(|&at| shown[at].net).collect();
    let mut blocks = Vec::new();
    split(&nets, &mut blocks);
    let mut sheet = Sheet { analysis, locale, width, y: 0, groups: Vec::new() };
    let mut rows = sorted.as_slice();
    for &block in &blocks {
        let end = rows.iter().take_while(|&&at| block.contains(&shown[at].net)).count();
        sheet.panel(block, &rows[..end]);
        rows = &rows[end..];
    }
    let left_out = plan.ranges.len() - shown.len();
    if left_out > 0 {
        sheet.say(&counted(MORE, left_out as u64, locale), "small");
    }
    let about = [
        ("ranges", Arg::from(plan.ranges.len())),
        ("blocks", blocks.len().into()),
        ("overlaps", plan.overlaps.len().into()),
    ];
    let room = capacity(plan, locale).map_or(String::new(), |(words, _)| words);
    Picture {
        file: "address-map",
        width,
        height: sheet.y.max(1),
        title: TITLE.get(locale).to_owned(),
        about: [ABOUT.fill(locale, &about), room].join(text(" ", "").get(locale)),
        groups: sheet.groups,
    }
}

/// The blocks that networks in the order of their addresses are shown in: the smallest that holds them all, halved as long as they
/// fill less than a sixteenth of it.
fn split(nets: &[Ipv4Net], blocks: &mut Vec<Ipv4Net>) {
    let Some((first, rest)) = nets.split_first() else { return };
    let size = |net: &Ipv4Net| 1u64 << (32 - net.prefix_len());
    let (mut outer, mut top, mut filled) = (*first, *first, size(first));
    for net in rest {
        while !outer.contains(net) {
            let Some(wider) = outer.supernet() else { break };
            outer = wider;
        }
        if !top.contains(net) {
            top = *net;
            filled += size(net);
        }
    }
    let halves = outer.subnets(outer.prefix_len() + 1);
    match halves.ok().and_then(|mut halves| halves.nth(1)) {
        Some(upper) if filled * 16 < size(&outer) => {
            let at = nets.iter().position(|net| upper.contains(net)).unwrap_or(nets.len());
            split(&nets[..at], blocks);
            split(&nets[at..], blocks);
        }
        _ => blocks.push(outer),
    }
}

/// The words for one and for several, filled.
fn counted([one, several]: [Text; 2], count: u64, locale: Locale) -> String {
    let words = if count == 1 { one } else { several };
    words.fill(locale, &[("count", grouped(count).into())])
}

/// A range's look by what it is for.
fn look(range: &Range) -> &'static str {
    match (range.role, range.origin) {
        (role::VPC, Origin::Implied) => "range vpc implied",
        (role::VPC, _) => "range vpc",
        (role::SUBNET, _) => "range subnet",
        (role::ENI, _) => "range eni",
        (role::POD, Origin::Implied) => "range pod implied",
        (role::POD, _) => "range pod",
        (role::SERVICE, Origin::Implied) => "range service implied",
        (role::SERVICE, _) => "range service",
        _ => "range other",
    }
}

struct Sheet<'a> {
    analysis: &'a Analysis,
    locale: Locale,
    width: i32,
    y: i32,
    groups: Vec<Group>,
}

impl Sheet<'_> {
    /// Words below everything so far.
    fn say(&mut self, words: &str, look: &'static str) {
        let mut group = Group::new(words.to_owned());
        self.y += 8;
        self.y += group.write((0, self.y, self.width), look, words, 6);
        self.groups.push(group);
    }

    fn panel(&mut self, block: Ipv4Net, rows: &[usize]) {
        let wide = self.width >= WIDE;
        let left = if wide { NAMES } else { 0 };
        let size = 1u64 << (32 - block.prefix_len());
        let count = counted(COUNT, size, self.locale);
        let mut head = Group::new([&block.to_string(), ": ", &count].concat());
        if self.y > 0 {
            self.y += 16;
        }
        let end = head.write((0, self.y, NAMES), "mono strong", &block.to_string(), 1);
        let ends = (self.y, block.network().to_string(), block.broadcast().to_string());
        if !wide {
            self.y += end;
        }
        let track = Area::new(left + 1, self.y + LINE + 2, self.width - left - 2, 0);
        head.write((left, self.y, track.width), "mono", &ends.1, 1);
        let last = super::width(&ends.2, super::words::font("mono"));
        head.write((self.width - last, self.y, last + 1), "mono", &ends.2, 1);
        self.y = track.y;
        let at = self.groups.len();
        self.groups.push(head);
        for &row in rows {
            self.row(row, block, track);
        }
        let track = Area { height: self.y - track.y, ..track };
        let head = &mut self.groups[at].shapes;
        let mut behind = vec![Shape::plain(track, "track")];
        behind.extend((1..4).map(|quarter| {
            let x = track.x + track.width * quarter / 4;
            Shape::plain(Area { x, width: 1, ..track }, "tick")
        }));
        head.splice(0..0, behind);
    }

    fn row(&mut self, at: usize, block: Ipv4Net, track: Area) {
        let plan = &self.analysis.plan;
        let range = &plan.ranges[at];
        let locale = self.locale;
        let name = [("name", Arg::from(range.name))];
        let name = match (range.origin, range.basis) {
            (Origin::Implied, Basis::Example) => MAYBE_DEFAULT.fill(locale, &name),
            (Origin::Implied, _) => BY_DEFAULT.fill(locale, &name),
            _ => range.title(locale),
        };
        let net = range.net.to_string();
        let size = 1u64 << (32 - range.net.prefix_len());
        let count = counted(COUNT, size, locale);
        let others: Vec<&Range> = plan
            .overlaps
            .iter()
            .filter(|overlap| overlap.left == at || overlap.right == at)
            .map(|overlap| if overlap.left == at { overlap.right } else { overlap.left })
            .filter(|&other| other < ROWS)
            .map(|other| &plan.ranges[other])
            .collect();
        let mut told: Vec<String> = others
            .iter()
            .take(TOLD)
            .map(|other| {
                OVERLAPS.fill(
                    locale,
                    &[("name", (*other).into()), ("net", other.net.to_string().into())],
                )
            })
            .collect();
        if others.len() > TOLD {
            let more = (others.len() - TOLD) as u64;
            told.push(counted(OVERLAPS_MORE, more, locale));
        }
        if plan.outside.contains(&at) {
            told.push(OUTSIDE.get(locale).to_owned());
        }
        let mut spoken = vec![[&name, " ", &net].concat(), count.clone()];
        spoken.extend(told.iter().cloned());
        let mut group = Group::new(spoken.join(text(", ", "，").get(locale)));
        group.goes = range.node.map(|node| self.analysis.doc.pointer(node));

        let top = self.y;
        let wide = self.width >= WIDE;
        // The names, beside the bar or above it.
        let room = if wide { track.x - 12 } else { self.width - 12 };
        let mut y = top + 5;
        y += group.write((6, y, room - 6), "name", &name, 3);
        let count_room = super::width(&count, super::words::font("small"));
        if !wide {
            group.write((self.width - count_room - 6, y, count_room + 1), "small", &count, 1);
        }
        y += group.write((6, y, room - 6), "mono", &net, 1);
        let mut down = if wide { top + 6 } else { y + 2 };
        let place = |net: Ipv4Net| {
            let room = i64::from(track.width);
            let first = i64::from(net.network().to_bits() - block.network().to_bits());
            let last = i64::from(net.broadcast().to_bits() - block.network().to_bits()) + 1;
            let whole = 1i64 << (32 - block.prefix_len());
            let from = first * room / whole;
            // Too narrow a bar could not be seen.
            let width = (last * room / whole - from).max(3);
            let from = from.min(room - width);
            let pixels = |length: i64| i32::try_from(length).unwrap_or(0);
            Area::new(track.x + pixels(from), down, pixels(width), BAR)
        };
        let bar = place(range.net);
        group.add(bar, look(range));
        let mut marks: Vec<Area> = Vec::new();
        for other in others {
            let both =
                if range.net.prefix_len() > other.net.prefix_len() { range.net } else { other.net };
            let mark = place(both);
            if !marks.contains(&mark) {
                marks.push(mark);
                group.add(mark, "clash");
            }
        }
        down += BAR + 2;
        if wide {
            down += group.write((track.x + 6, down, track.width - 12), "small", &count, 1);
        }
        for words in &told {
            let words = ["✕ ", words].concat();
            let x = if wide { track.x + 6 } else { 6 };
            down += group.write((x, down, self.width - x - 6), "wrong", &words, 3);
        }
        self.y = y.max(down) + 5;
        let hit = Area::new(0, top, self.width, self.y - top);
        group.shapes.insert(0, Shape::plain(hit, "hit"));
        self.groups.push(group);
    }
}
