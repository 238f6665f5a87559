//! A switch for data disks that is neither on nor off.

use crate::diagnostic::Severity::Error;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "ack-data-disk-value",
    Error,
    text("Data disk switch neither true nor false", "数据盘开关取值无效"),
    text("{name} cannot be {value}; it is one of {values}", "{name} 不能取 {value}，可选值为：{values}"),
    text(
        "It says whether workers have data disks. The document's table has a string, its skeleton a boolean; either is let through.",
        "该参数表示 Worker 节点是否挂载数据盘。文档表格为字符串，请求体结构示例像布尔值，两种写法都接受。",
    ),
)
.stated(&[at("ack-managed", "RequestBody, worker_data_disk")])
.check(How::MustBe {
    at: "/worker_data_disk",
    when: Cond::All(&[]),
    values: &["\"true\"", "\"false\"", "true", "false"],
    related: &[],
});
