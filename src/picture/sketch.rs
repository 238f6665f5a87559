//! The cluster as its body asks for it: ways in and out, control plane, network, node pools, in boxes.

use super::{Area, Group, LINE, Picture, Shape, grouped};
use crate::analysis::Analysis;
use crate::diagnostic::{Arg, Locale, Text, text};
use crate::edition::sketch::{Line, Pool, Sketch};
use crate::json::NodeId;

const TITLE: Text = text("Cluster", "集群");
const ABOUT: Text = text(
    "Masters: {masters}. Node pools: {pools}, with {nodes} nodes to begin with.",
    "控制节点 {masters} 个；节点池 {pools} 个，初始节点 {nodes} 个。",
);
const ENTRIES: Text = text("Ways in and out", "访问入口与出口");
const CONTROL: Text = text("Control plane", "控制平面");
const NETWORK: Text = text("Network", "网络");
const POOLS: Text = text("Nodes", "节点");
const NONE: Text = text("The body says nothing of it.", "请求体中未说明。");
const NODE: Text = text("1 node", "1 个节点");
const NODES: Text = text("{count} nodes", "{count} 个节点");
const UP_TO: Text = text("{nodes}, up to {most}", "{nodes}，最多 {most} 个");
const UNSAID: Text = text("number of nodes not said", "未说明节点数");
const MORE: Text = text(
    "and {pools} more node pools, with {nodes} nodes",
    "另有 {pools} 个节点池，共 {nodes} 个节点",
);
const BY_DEFAULT: Text = text("{value} (default)", "{value}（默认）");

/// From this width on boxes stand beside each other.
const WIDE: i32 = 560;
const GAP: i32 = 18;
const PAD: i32 = 10;
/// So many nodes of a pool are drawn each.
const DOTS: u64 = 12;
const DOT: i32 = 10;

/// Draws the cluster that a body asks for, at least 300 pixels wide.
pub fn sketch(analysis: &Analysis, locale: Locale, width: i32) -> Picture {
    let view = analysis.view();
    let cluster = Sketch::new(&view, &analysis.edition.views().sketch);
    let width = width.max(300);
    let mut sheet = Sheet { analysis, locale, groups: Vec::new() };
    let columns = if width >= WIDE { 2 } else { 1 };
    let column = (width - GAP * (columns - 1)) / columns;
    let second = if columns == 2 { column + GAP } else { 0 };

    let entries = sheet.lines(ENTRIES, (0, 0, column), &cluster.entries, 1);
    let below = if columns == 2 { 0 } else { entries + GAP };
    let control = sheet.control(&cluster, (second, below, column));
    let mut y = if columns == 2 { sheet.level(&[entries, control]) } else { control };
    y = sheet.wire(width / 2, y);
    y = sheet.lines(NETWORK, (0, y, width), &cluster.network, columns);
    y = sheet.wire(width / 2, y);
    y = sheet.pools(&cluster, y, width);

    let masters = cluster.count_masters();
    let pools = cluster.pools.len() as u64 + cluster.more_pools;
    let about = [
        ("masters", Arg::from(grouped(masters))),
        ("pools", grouped(pools).into()),
        ("nodes", grouped(cluster.nodes()).into()),
    ];
    let kind = analysis.kind.name;
    let title = if kind.is_empty() { TITLE } else { kind };
    Picture {
        file: "cluster",
        width,
        height: y,
        title: title.get(locale).to_owned(),
        about: ABOUT.fill(locale, &about),
        groups: sheet.groups,
    }
}

struct Sheet<'a> {
    analysis: &'a Analysis,
    locale: Locale,
    groups: Vec<Group>,
}

impl Sheet<'_> {
    fn words(&self, arg: &Arg) -> String {
        text("{words}", "{words}").fill(self.locale, &[("words", arg.clone())])
    }

    fn pointer(&self, node: Option<NodeId>) -> Option<String> {
        node.map(|node| self.analysis.doc.pointer(node))
    }

    /// Opens a box with a heading. Gives its number and where its content starts.
    fn open(
        &mut self,
        title: &str,
        look: &'static str,
        (x, y, width): (i32, i32, i32),
    ) -> (usize, i32) {
        let mut group = Group::new(title.to_owned());
        group.add(Area::new(x, y, width, 0), look);
        let y = y + 8 + group.write((x + PAD, y + 8, width - 2 * PAD), "title", title, 2);
        self.groups.push(group);
        (self.groups.len() - 1, y + 4)
    }

    /// Closes a box below its content. Gives its lower edge.
    fn close(&mut self, at: usize, y: i32) -> i32 {
        let area = &mut self.groups[at].shapes[0].area;
        area.height = y + 6 - area.y;
        y + 6
    }

    /// Makes the boxes that were drawn last, one for each lower edge, end on one line.
    fn level(&mut self, edges: &[i32]) -> i32 {
        let low = edges.iter().copied().max().unwrap_or(0);
        for group in &mut self.groups {
            let first = &mut group.shapes[0];
            if first.look == "box" && edges.contains(&(first.area.y + first.area.height)) {
                first.area.height = low - first.area.y;
            }
        }
        low
    }

    /// What connects two boxes. Gives the next one's upper edge.
    fn wire(&mut self, x: i32, y: i32) -> i32 {
        let mut group = Group::new(String::new());
        group.add(Area::new(x - 1, y, 2, GAP), "wire");
        self.groups.push(group);
        y + GAP
    }

    /// A label, and what it says, in two columns. Gives where the next may start.
    fn pair(
        &mut self,
        label: &str,
        value: &str,
        goes: Option<String>,
        (x, y, width): (i32, i32, i32),
    ) -> i32 {
        let mut group = Group::new([label, text(": ", "：").get(self.locale), value].concat());
        group.goes = goes;
        let first = width * 2 / 5;
        let left = group.write((x + 4, y + 4, first - 8), "small", label, 3);
        let right = group.write((x + first, y + 4, width - first - 4), "value", value, 4);
        let height = left.max(right).max(LINE) + 7;
        group.shapes.insert(0, Shape::plain(Area::new(x, y, width, height), "hit"));
        self.groups.push(group);
        y + height
    }

    fn line(&mut self, line: &Line, place: (i32, i32, i32)) -> i32 {
        let mut value = self.words(&line.value);
        if line.default {
            value = BY_DEFAULT.fill(self.locale, &[("value", value.into())]);
        }
        let goes = self.pointer(line.node);
        self.pair(line.label.get(self.locale), &value, goes, place)
    }

    /// A box of lines in columns. Gives its lower edge.
    fn lines(
        &mut self,
        title: Text,
        (x, y, width): (i32, i32, i32),
        lines: &[Line],
        columns: i32,
    ) -> i32 {
        let (at, top) = self.open(title.get(self.locale), "box", (x, y, width));
        let column = (width - 2 * PAD + 4) / columns;
        let mut low = top;
        if lines.is_empty() {
            low += self.note(NONE.get(self.locale), (x + PAD, top, width - 2 * PAD));
        }
        for row in lines.chunks(usize::try_from(columns).unwrap_or(1)) {
            let start = low;
            for (nth, line) in (0..).zip(row) {
                let place = (x + PAD - 4 + nth * column, start, column);
                low = low.max(self.line(line, place));
            }
        }
        self.close(at, low)
    }

    /// Words in a box that are no line. Gives their height.
    fn note(&mut self, words: &str, place: (i32, i32, i32)) -> i32 {
        let mut group = Group::new(words.to_owned());
        let height = group.write(place, "small", words, 4);
        self.groups.push(group);
        height
    }

    fn control(&mut self, cluster: &Sketch, (x, y, width): (i32, i32, i32)) -> i32 {
        let locale = self.locale;
        let (at, mut low) = self.open(CONTROL.get(locale), "box", (x, y, width));
        let row = |y: i32| (x + PAD - 4, y, width - 2 * PAD + 4);
        let total = cluster.count_masters();
        let mut plane = cluster.plane.get(locale).to_owned();
        if total > 0 {
            plane = [&plane, text(": ", "：").get(locale), &grouped(total)].concat();
        }
        low += self.note(&plane, (x + PAD, low, width - 2 * PAD)) + 4;
        for spot in &cluster.masters {
            let name = self.words(&spot.name);
            let first = self.groups.len();
            let goes = self.pointer(spot.node);
            let top = low;
            low = self.pair(&grouped(spot.count), &name, goes, row(low));
            self.dots(first, spot.count, "master", (x + PAD + 16, top + 7, width * 2 / 5 - 30));
        }
        for line in &cluster.control {
            low = self.line(line, row(low));
        }
        self.close(at, low)
    }

    /// Draws so many nodes into a group, as far as there is room. Gives the height.
    fn dots(
        &mut self,
        group: usize,
        count: u64,
        look: &'static str,
        (x, y, width): (i32, i32, i32),
    ) -> i32 {
        let room = u64::try_from(width / (DOT + 4)).unwrap_or(0).min(DOTS);
        for (nth, _) in (0..).zip(0..count.min(room)) {
            self.groups[group].add(Area::new(x + nth * (DOT + 4), y, DOT, DOT), look);
        }
        if count > 0 { DOT + 6 } else { 0 }
    }

    fn pools(&mut self, cluster: &Sketch, y: i32, width: i32) -> i32 {
        let locale = self.locale;
        let (at, mut low) = self.open(POOLS.get(locale), "box", (0, y, width));
        let inner = width - 2 * PAD;
        if cluster.pools.is_empty() {
            low += self.note(cluster.no_pools.get(locale), (PAD, low, inner));
        }
        let columns = if width >= WIDE { 2 } else { 1 };
        let column = (inner - (columns - 1) * PAD) / columns;
        for row in cluster.pools.chunks(usize::try_from(columns).unwrap_or(1)) {
            let mut edges = Vec::new();
            let start = low;
            for (nth, pool) in (0..).zip(row) {
                edges.push(self.pool(pool, (PAD + nth * (column + PAD), start, column)));
            }
            low = edges.iter().copied().max().unwrap_or(low) + 8;
        }
        if cluster.more_pools > 0 {
            let args = [
                ("pools", Arg::from(grouped(cluster.more_pools))),
                ("nodes", grouped(cluster.more_nodes).into()),
            ];
            low += self.note(&MORE.fill(locale, &args), (PAD, low, inner));
        }
        self.close(at, low + 2)
    }

    fn pool(&mut self, pool: &Pool, (x, y, width): (i32, i32, i32)) -> i32 {
        let locale = self.locale;
        let name = self.words(&pool.name);
        let nodes = match pool.nodes {
            Some(1) => NODE.get(locale).to_owned(),
            Some(count) => NODES.fill(locale, &[("count", grouped(count).into())]),
            None => UNSAID.get(locale).to_owned(),
        };
        let nodes = match pool.most {
            Some(most) => {
                UP_TO.fill(locale, &[("nodes", nodes.into()), ("most", grouped(most).into())])
            }
            None => nodes,
        };
        let (at, mut low) = self.open(&name, "card", (x, y, width));
        let own = &mut self.groups[at];
        low += own.write((x + PAD, low - 2, width - 2 * PAD), "value", &nodes, 2);
        own.name = [&name, text(": ", "：").get(locale), &nodes].concat();
        own.goes = pool.node.map(|node| self.analysis.doc.pointer(node));
        low += self.dots(at, pool.nodes.unwrap_or(0), "node", (x + PAD, low + 2, width - 2 * PAD));
        for line in &pool.lines {
            low = self.line(line, (x + PAD - 4, low, width - 2 * PAD + 4));
        }
        self.close(at, low)
    }
}
