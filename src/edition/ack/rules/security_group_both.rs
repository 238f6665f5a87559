//! An existing security group, and a new one asked for as well.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{Change, Fix, Place, at, text};
use crate::rules::{Check, Context, How, Sink, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "ack-security-group-both",
    Warning,
    text("Existing and new security group both asked for", "同时指定已有安全组和新建安全组"),
    text(
        "{name} has no effect: nodes join the security group that {other} names",
        "{name} 不生效：节点会加入 {other} 指定的安全组",
    ),
    text(
        "The documents call the two alternatives: a new enterprise group is only made where no existing group is named.",
        "文档说明两者二选一：仅当未指定已有安全组时，才会自动创建企业级安全组。",
    ),
)
.stated(&[
    at("ack-createcluster", "Request parameters, security_group_id, is_enterprise_security_group"),
    at("ack-dedicated", "Request body, security_group_id, is_enterprise_security_group"),
])
.check(How::Code(check));

const OWN: &str = "/security_group_id";
const NEW: &str = "/is_enterprise_security_group";
/// Said, not only the default.
const NEW_WANTED: Cond = Cond::All(&[Cond::Set(OWN), Cond::Set(NEW), Cond::Is(NEW, &["true"])]);

fn check(context: &Context, sink: &mut Sink) {
    let view = context.view;
    let (Some(own), Some(new)) = (view.get(OWN), view.get(NEW)) else { return };
    if view.holds(&NEW_WANTED, new) != Some(true) {
        return;
    }
    let fix = Fix::risky(text("Take {name} out", "删除 {name}"), Change::Remove(new));
    let found = sink
        .found(Place::key(new))
        .arg("name", context.called(new))
        .arg("other", context.called(own))
        .relate(Place::key(own))
        .fix(fix.arg("name", context.called(new)));
    sink.push(found);
}
