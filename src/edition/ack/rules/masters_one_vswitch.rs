//! All masters in one zone.

use crate::diagnostic::Place;
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, Context, How, Sink, rule};

pub(super) static CHECK: Check = rule(
    "ack-masters-one-vswitch",
    Warning,
    text("All masters on one vSwitch", "所有 Master 节点使用同一虚拟交换机"),
    text(
        "all {count} masters are on the vSwitch {value}, and so in one zone",
        "{count} 个 Master 节点都使用虚拟交换机 {value}，位于同一可用区",
    ),
    text(
        "A vSwitch lies in one zone: when that zone fails, all masters fail. Take vSwitches of different zones. The documents' own examples repeat one vSwitch.",
        "虚拟交换机只属于一个可用区，该可用区故障时所有 Master 都不可用。请使用不同可用区的虚拟交换机。文档自带的示例重复使用了同一个虚拟交换机。",
    ),
)
.derived_from(&[
    at("ack-createcluster", "Request parameters, master_vswitch_ids, worker_vswitch_ids"),
    at("ack-dedicated", "Request body, master_vswitch_ids"),
])
.check(How::Code(check));

fn check(context: &Context, sink: &mut Sink) {
    let view = context.view;
    for array in view.all("/master_vswitch_ids") {
        let ids: Vec<_> = view.doc.children(array).map(|item| view.doc.string(item)).collect();
        // A mask at an ID's end hides the same end of the same ID; a blank to fill in says nothing yet.
        let told = |id: &str| !id.is_empty() && !id.trim_start().starts_with(['<', '$', '{']);
        let [Some(first), rest @ ..] = ids.as_slice() else { continue };
        if rest.is_empty() || !told(first) || rest.iter().any(|id| id.as_ref() != Some(first)) {
            continue;
        }
        let found = sink
            .found(Place::value(array))
            .arg("count", ids.len())
            .arg("value", crate::text::shorten(first));
        sink.push(found);
    }
}
