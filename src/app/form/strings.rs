//! The form's own words.

use clusterwright::diagnostic::{Text, text};

pub(crate) const SHOW: Text = text("Show fields", "显示哪些参数");
pub(crate) const SHOW_ALL: Text = text("All", "全部");
pub(crate) const SHOW_REQUIRED: Text = text("Required only", "仅必填");
pub(crate) const SHOW_SET: Text = text("Set", "已设置");
pub(crate) const NEXT_BLANK: Text = text("Next blank ({count})", "下一个待填项（{count}）");
pub(crate) const NO_BLANK: Text = text("Every required field is filled in.", "必填项均已填写。");

pub(crate) const ORIGIN_SET: Text = text("set", "已设置");
pub(crate) const ORIGIN_BLANK: Text = text("blank", "待填写");
pub(crate) const ORIGIN_DEFAULT: Text = text("default: {value}", "默认：{value}");
pub(crate) const ORIGIN_IMPLIED: Text = text("implied: {value}", "由其他参数决定：{value}");
pub(crate) const ORIGIN_ABSENT: Text = text("absent", "未设置");
pub(crate) const RESET: Text = text("Reset", "重置");
pub(crate) const RESET_WHAT: Text = text("Reset to absent: {name}", "重置为未设置：{name}");

pub(crate) const UNUSED: Text =
    text("Not used by this kind of cluster ({count})", "此类集群不使用（{count}）");
pub(crate) const TYPE: Text = text("Type: {type}.", "类型：{type}。");
pub(crate) const TYPE_OF: Text = text("Type: {type}, {what}.", "类型：{type}，{what}。");
pub(crate) const ALWAYS: Text = text("Required.", "必选。");
pub(crate) const SOMETIMES: Text =
    text("Required in some cases: {because}", "特定条件下必选：{because}");
pub(crate) const NEVER: Text = text("Optional.", "可选。");
pub(crate) const MEMBERS: Text = text("Members: ", "可用参数：");
pub(crate) const SINCE: Text =
    text("From cluster version {version} on.", "集群版本 {version} 及以上支持。");
pub(crate) const KINDS: Text = text("Used by: {kinds}.", "适用于：{kinds}。");
pub(crate) const NUMBERS: Text =
    text("From {least} to {greatest}.", "取值范围：{least}～{greatest}。");
pub(crate) const AMONG: Text = text("One of {among}.", "可选值：{among}。");
pub(crate) const LENGTH: Text =
    text("Length: {least} to {greatest}.", "长度：{least}～{greatest}。");
pub(crate) const MUST: Text = text("It must {words}.", "应 {words}。");
pub(crate) const ONLY: Text = text("only {words}", "仅 {words}");
pub(crate) const NOT_NOW: Text = text("not as the body stands", "当前请求体不适用");

pub(crate) const INSIDE: Text = text(" ({item})", "（{item}）");
pub(crate) const OPEN_ALL: Text = text("Open all", "全部展开");
pub(crate) const CLOSE_ALL: Text = text("Close all", "全部收起");
pub(crate) const OPEN_ALL_OF: Text = text("Open all: {name}", "全部展开：{name}");
pub(crate) const CLOSE_ALL_OF: Text = text("Close all: {name}", "全部收起：{name}");
pub(crate) const COUNT: Text = text("{count} items", "{count} 项");
pub(crate) const WITHOUT_ROW: Text = text(
    "The first {shown} have rows here; the other {count} are in the tab “Body”.",
    "此处仅显示前 {shown} 个，其余 {count} 个请在“请求体”标签页中查看。",
);
pub(crate) const VALUE_OF: Text = text("{label}: {value}", "{label}：{value}");
pub(crate) const ERROR_COUNT: Text = text("errors: {count}", "错误：{count}");
pub(crate) const WARNING_COUNT: Text = text("warnings: {count}", "警告：{count}");
pub(crate) const UP: Text = text("Move up: {name}", "上移：{name}");
pub(crate) const DOWN: Text = text("Move down: {name}", "下移：{name}");
pub(crate) const DUPLICATE: Text = text("Duplicate: {name}", "复制：{name}");
pub(crate) const MOVED: Text =
    text("Now at place {place} of {count}.", "已移到第 {place} 位，共 {count} 项。");
pub(crate) const DUPLICATED: Text = text("Duplicated: {name}.", "已复制：{name}。");
pub(crate) const REMOVED: Text = text("Removed: {name}.", "已删除：{name}。");
pub(crate) const NAME_OF: Text = text("Name of {name}", "{name} 的名称");
pub(crate) const NAME_TAKEN: Text =
    text("There is a member of the name {name} already.", "名称 {name} 已存在。");

pub(crate) const EXTENT: Text =
    text("{first} – {last}, {size} addresses", "{first}～{last}，共 {size} 个地址");
pub(crate) const NEXT_FREE: Text = text("Use next free range", "使用下一个空闲网段");
pub(crate) const NEXT_FREE_FOR: Text =
    text("Use next free range: {name}", "使用下一个空闲网段：{name}");
pub(crate) const NO_FREE: Text = text("No range of that size is free.", "没有该大小的空闲网段。");
pub(crate) const TOO_OLD: Text = text("Too old for: {members}.", "版本过低，不支持：{members}。");
pub(crate) const GATE: Text = text("{member} (from {version})", "{member}（{version} 起）");

pub(crate) const KEPT: Text = text("kept", "已满足");
pub(crate) const OPEN_RULE: Text = text("not yet", "未满足");
pub(crate) const GENERATE: Text = text("Generate", "生成");
pub(crate) const GENERATE_WHAT: Text = text("Generate: {name}", "生成：{name}");
pub(crate) const GENERATED: Text = text(
    "A password was made in this browser and put in. Keep it somewhere safe: the page does not.",
    "已在浏览器中生成密码并填入。请妥善保存，本页面不会保留。",
);
