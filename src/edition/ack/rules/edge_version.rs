//! An edge cluster of an ordinary version, or the other way round.

use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{Change, Fix, Part, Place, at, text};
use crate::json::NodeId;
use crate::rules::{Check, Context, How, Sink, rule};
use crate::spec::{Cond, Given};

pub(super) static CHECK: Check = rule(
    "ack-edge-version",
    Warning,
    text("Version and edge marker do not go together", "集群版本与边缘标识不一致"),
    text(
        "{version} is no version for edge clusters, which profile Edge asks for",
        "profile 为 Edge 表示边缘集群，而 {version} 不是边缘集群的版本",
    ),
    text(
        "Edge clusters need profile Edge, and their versions end like -aliyunedge.1, as in the document's example; other clusters have -aliyun.1.",
        "边缘集群须将 profile 设为 Edge，其版本形如 -aliyunedge.1（见文档示例）；其他集群的版本形如 -aliyun.1。",
    ),
)
.derived_from(&[
    at("ack-createcluster", "Request parameters, kubernetes_version, profile"),
])
.check(How::Code(check));

/// A type that has edge clusters, and no edge marker.
const UNMARKED: Cond = Cond::Kind(&["managed-standard", "managed-pro"]);

fn check(context: &Context, sink: &mut Sink) {
    let view = context.view;
    if !context.knows("/profile") {
        return;
    }
    let Some(version) = view.get("/kubernetes_version") else { return };
    let Given::Is(words) = view.text_of(version) else { return };
    let edge = words.contains("aliyunedge");
    // Where nothing follows the numbers nothing tells what the version is for.
    let ordinary = words.contains("-aliyun.");
    let profile = view.get("/profile");
    if let Some(profile) = profile
        && view.kind == "edge"
        && ordinary
    {
        let found = sink
            .found(Place::value(version))
            .arg("version", view.show(version))
            .relate(Place::value(profile));
        sink.push(found);
    } else if edge && view.holds(&UNMARKED, version) == Some(true) {
        let title = text("Set profile to Edge", "将 profile 设为 Edge");
        let (place, change) = match profile {
            Some(profile) => {
                (Place::value(profile), Change::Replace(profile, "\"Edge\"".to_owned()))
            }
            None => (
                Place { node: NodeId::ROOT, part: Part::Absent("profile".into()) },
                Change::Insert(NodeId::ROOT, "profile".into(), "\"Edge\"".to_owned()),
            ),
        };
        let found = sink
            .found(place)
            .message(text(
                "the version {version} is for edge clusters, and profile does not say Edge",
                "{version} 是边缘集群的版本，而 profile 未设为 Edge",
            ))
            .arg("version", view.show(version))
            .relate(Place::value(version))
            .fix(Fix::risky(title, change));
        sink.push(found);
    } else if edge && !matches!(view.kind, "" | "edge") {
        let found = sink
            .found(Place::value(version))
            .message(text(
                "the version {version} is for edge clusters, which are of type ManagedKubernetes",
                "{version} 是边缘集群的版本，而边缘集群的类型为 ManagedKubernetes",
            ))
            .arg("version", view.show(version));
        sink.push(found);
    }
}
