//! An API open to everyone by name.

use crate::diagnostic::Place;
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, Context, How, Sink, rule};

pub(super) static CHECK: Check = rule(
    "cce-public-access-open",
    Warning,
    text(
        "API open to everyone",
        "API 对所有来源开放",
    ),
    text(
        "{range} lets every address reach the cluster's API",
        "{range} 允许任意地址访问集群 API",
    ),
    text(
        "It is also what applies without publicAccess. Name the ranges that need the API: the VPC, the container ranges, your office.",
        "不配置 publicAccess 时也是如此。请只填写需要访问 API 的网段：VPC、容器网段、办公网络。",
    ),
)
.derived_from(&[at("cce-otc", "Table 7, cidrs")])
.check(How::Code(check));

fn check(context: &Context, sink: &mut Sink) {
    let view = context.view;
    let v4 = view.nets(LIST).filter(|(_, net)| net.prefix_len() == 0).map(|(node, _)| node);
    let v6 =
        view.all(LIST).filter(|&node| view.doc.string(node).is_some_and(|text| text == "::/0"));
    for node in v4.chain(v6) {
        let found = sink.found(Place::value(node)).arg("range", view.show(node));
        sink.push(found);
    }
}

const LIST: &str = "/spec/publicAccess/cidrs/*";
