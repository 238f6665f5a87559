//! A disk that is about to be formatted.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "ack-format-disk",
    Warning,
    text("Data of existing instances will be lost", "已有实例的数据将丢失"),
    text(
        "{name} true wipes the data disks of the existing instances",
        "{name} 为 true 会清除已有实例数据盘中的数据",
    ),
    text(
        "The last data disk of each instance is taken for containers and images, and formatted. Save what is on it first, or set it to false.",
        "每个实例的最后一块数据盘将被格式化，用于存储容器和镜像。请先备份数据，或设为 false。",
    ),
)
.stated(&[at("ack-createcluster", "Request parameters, format_disk")])
.check(How::Wrong {
    at: "/format_disk",
    when: Cond::All(&[Cond::Is("/format_disk", &["true"]), Cond::Set("/instances")]),
    related: &["/instances"],
});
