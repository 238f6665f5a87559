//! The words of the network plan.

use clusterwright::diagnostic::{Text, text};

pub(super) const MAP: Text = text("Address map", "地址分布图");
pub(super) const CLUSTER: Text = text("Cluster", "集群");
pub(super) const NO_CLUSTER: Text = text(
    "The cluster is drawn here as soon as there is a body.",
    "填写请求体后，这里会显示集群示意图。",
);
pub(super) const SAVE: Text = text("Save as SVG", "保存为 SVG");
pub(super) const LEFT_OUT: Text = text("… {count} more", "……另有 {count} 项");
pub(super) const OUTSIDE: Text =
    text("The {name} {net} lies outside the ranges of the VPC.", "{name} {net} 不在 VPC 网段内。");
pub(super) const USE_FREE: Text =
    text("Use next free range {net} for the {name}", "{name} 改用下一个空闲网段 {net}");
pub(super) const MOVED: Text = text("The {name} is {net} now.", "{name} 已改为 {net}。");
pub(super) const RANGES: Text = text("All ranges", "全部网段");
pub(super) const NO_RANGES: Text =
    text("The body names no address range yet.", "请求体中还没有网段。");
pub(super) const UNREAD: Text = text(
    "Left out here, since no IPv4 range can be read in it: {found}.",
    "以下内容不是可识别的 IPv4 网段，未计入网络规划：{found}。",
);
pub(super) const NO_OVERLAPS_READ: Text =
    text("No two of the ranges that can be read share an address.", "可识别的各网段之间没有重叠。");
pub(super) const RANGE: Text = text("Range", "网段");
pub(super) const WHAT_FOR: Text = text("For", "用途");
pub(super) const ADDRESSES: Text = text("Addresses", "地址范围");
pub(super) const SIZE: Text = text("Size", "地址数");
pub(super) const ORIGIN: Text = text("From", "来历");
pub(super) const PLACE: Text = text("Place", "位置");
pub(super) const OVERLAPS: Text = text("Overlaps", "重叠");
pub(super) const NO_OVERLAPS: Text =
    text("No two ranges share an address.", "各网段之间没有重叠。");
pub(super) const OVERLAP: Text = text(
    "{left} {left_net} and {right} {right_net} share addresses.",
    "{left} {left_net} 与以下网段重叠：{right} {right_net}。",
);
pub(super) const CAPACITY: Text = text("Room for nodes", "节点容量");
pub(super) const NO_CAPACITY: Text =
    text("The body does not say enough to tell.", "请求体中的信息不足以计算。");
pub(super) const SURROUNDINGS: Text = text("What is around the cluster", "集群所处的网络");
pub(super) const SURROUNDINGS_HELP: Text = text(
    "The body does not say these. Given here, they are checked against its ranges. Separate several with commas or spaces; a name may follow each: 10.8.0.0/16 cluster-b.",
    "请求体中没有这些信息。在此填写后会与请求体中的网段一起检查；多个网段用逗号或空格分隔，网段后可加名称，例如 10.8.0.0/16 cluster-b。",
);
pub(super) const VPC_RANGES: Text = text("Ranges of the VPC", "VPC 网段");
pub(super) const SUBNETS: Text = text("Subnets of the VPC", "VPC 的子网");
pub(super) const TAKEN_RANGES: Text = text("Ranges in use elsewhere", "其他已用网段");
pub(super) const NO_RANGE: Text = text(
    "Not an IPv4 range: {found}. Write it like 10.0.0.0/16.",
    "不是有效的 IPv4 网段：{found}。正确写法如 10.0.0.0/16。",
);
