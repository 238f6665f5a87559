//! A table with a row of every kind, whatever the editions happen to have.

use clusterwright::diagnostic::Severity::Error;
use clusterwright::diagnostic::text;
use clusterwright::spec::{
    Cond, Field, Format, Index, Items, Kinds, Pattern, Type, array, choice, each, field, format,
    items, object, one, string, suggest, unique,
};

use super::bodies::Table;

/// The made-up table.
pub(crate) fn table() -> Table {
    Table {
        id: "made-up",
        index: Box::leak(Box::new(Index::new(&MADE_UP))),
        version: "",
        kinds: &KINDS,
        checks: &[],
    }
}

static KINDS: Kinds = Kinds { all: &[], of: |_| "" };

static MADE_UP: Field = field("", object(MEMBERS), text("Everything", "全部"));

const NAME: Pattern = Pattern {
    regex: "^[a-z]+(?:-[a-z]+)*$",
    test: |name| {
        name.split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase()))
    },
    words: text("be lowercase words joined by hyphens", "由中划线连接的小写单词组成"),
    classes: None,
    mend: None,
};

const LABEL: Field = each(string(), text("Label", "标签")).length(2, 5);
const NAMES: Items = unique(each(string(), text("Name", "名称")).pattern(&NAME).length(1, 9));
const COUNTS: Items = items(each(Type::Integer(-3, 3), text("Count", "计数")));
const POOLS: Items = items(each(object(POOL), text("Pool", "节点池")));
const EMBEDDED: Items = items(each(object(POOL), text("Pool", "节点池")));

const POOL: &[Field] = &[
    field(
        "mode",
        choice(&[one("auto", text("", "")), one("manual", text("", ""))]),
        text("Mode", "模式"),
    )
    .default("\"auto\""),
    field("size", Type::Integer(1, 1000), text("Size", "大小"))
        .required_when(Cond::Is("/pools/*/mode", &["manual"]), text("", "")),
    field("most", Type::Integer(1, 1000), text("Most", "上限"))
        .required_when(Cond::Is("/pools/*/mode", &["auto"]), text("", "")),
    field("spare", Type::Bool, text("Spare", "备用")).forbidden_when(
        Cond::Set("/pools/*/size"),
        Error,
        text("", ""),
    ),
];

const MEMBERS: &[Field] = &[
    field("on", Type::Bool, text("On", "开")).required().default("false"),
    field("count", Type::Integer(2, 40), text("Count", "计数")).required(),
    field("open", Type::Integer(i64::MIN, 7), text("Open", "开放")),
    field("anything", Type::Any, text("Anything", "任意")).required(),
    field("name", string(), text("Name", "名称")).required().pattern(&NAME).length(3, 12),
    field(
        "free",
        suggest(&[one("eu.one", text("", "")), one("eu.two", text("", ""))]),
        text("Free", "自由"),
    )
    .required(),
    field("text", string(), text("Text", "文本")).length(2, 6),
    field("range", format(Format::Cidr), text("Range", "网段")).required(),
    field("few", Type::Integer(1, 9), text("Few", "几个")).among(&[1, 3, 5]),
    field("listed", format(Format::Listed(&Format::Host)), text("Listed", "列举")),
    field("mask", format(Format::Digits(8, 30)), text("Mask", "掩码")),
    field("wide", format(Format::Digits(1, 65_535)), text("Wide", "大范围")),
    field("labels", Type::Map(&LABEL, &[]), text("Labels", "标签")).length(1, 3),
    field(
        "mixed",
        Type::Map(&LABEL, &[field("own", Type::Bool, text("Own", "自有"))]),
        text("Mixed", "混合"),
    ),
    field("names", array(&NAMES), text("Names", "名称")).length(1, 4),
    field("counts", array(&COUNTS), text("Counts", "计数")).length(0, 2),
    field("pools", array(&POOLS), text("Pools", "节点池")),
    field("inner", format(Format::Json(&Type::Array(&EMBEDDED))), text("Inner", "内层")).required(),
    field("returned", Type::Integer(1, 2), text("Returned", "返回")).read_only(text("", "")),
    field("starts", string(), text("Starts", "前缀"))
        .required_when(Cond::Starts("/free", &["eu.", "us+"]), text("", "")),
    field("rare", string(), text("Rare", "少见")).forbidden_when(
        Cond::Any(&[
            Cond::Longer("/counts", 1),
            Cond::All(&[Cond::Set("/mask"), Cond::Not(&Cond::Is("/on", &["true"]))]),
        ]),
        Error,
        text("", ""),
    ),
];
