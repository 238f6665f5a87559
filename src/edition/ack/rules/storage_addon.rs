//! No storage add-on, half of one, or two.

use super::addons;
use crate::diagnostic::Severity::{Error, Warning};
use crate::diagnostic::{Change, Fix, Place, at, text};
use crate::rules::{Check, Context, How, Sink, rule};

pub(super) static CHECK: Check = rule(
    "ack-storage-addon",
    Error,
    text("Not one storage add-on", "存储组件应有且仅有一种"),
    text(
        "addons names no storage add-on: csi-plugin with csi-provisioner, or flexvolume",
        "addons 中没有存储组件：csi-plugin 加 csi-provisioner，或 flexvolume",
    ),
    text(
        "Volumes are served either by CSI, which is the two add-ons csi-plugin and csi-provisioner, or by flexvolume.",
        "存储卷由 CSI（csi-plugin 与 csi-provisioner 两个组件）或 flexvolume 提供，二选一。",
    ),
)
.stated(&[at("ack-dedicated", "Request body, addons")])
.check(How::Code(check));

fn check(context: &Context, sink: &mut Sink) {
    let view = context.view;
    let Some(names) = addons::names(context) else { return };
    let of = |wanted: &str| names.iter().find(|(_, name)| name == wanted).map(|(node, _)| *node);
    let (plugin, provisioner, flex) = (of("csi-plugin"), of("csi-provisioner"), of("flexvolume"));
    // Only this document demands one.
    let demanded = context.document == "ack-dedicated" && view.kind == "dedicated";
    match (plugin.or(provisioner), flex) {
        (None, None) => {
            if let Some(list) = view.get("/addons").filter(|_| demanded) {
                let found = sink.found(Place::key(list));
                sink.push(found);
            }
        }
        (Some(csi), Some(flex)) => {
            let item = view.doc.parent(flex).unwrap_or(flex);
            let found = sink
                .found(Place::value(flex))
                .severity(if demanded { Error } else { Warning })
                .message(text(
                    "flexvolume is a second kind of storage add-on beside CSI",
                    "flexvolume 与 CSI 是两种存储组件，只能二选一",
                ))
                .relate(Place::value(csi))
                .fix(Fix::risky(
                    text("Take flexvolume out", "删除 flexvolume"),
                    Change::Remove(item),
                ));
            sink.push(found);
        }
        (Some(csi), None) => {
            let (own, missing) = match (plugin, provisioner) {
                (Some(_), None) => ("csi-plugin", "csi-provisioner"),
                (None, Some(_)) => ("csi-provisioner", "csi-plugin"),
                _ => return,
            };
            let change = Change::Set(
                format!("/addons/{}", names.len()),
                format!("{{\n  \"name\": \"{missing}\"\n}}"),
            );
            let found = sink
                .found(Place::value(csi))
                .severity(Warning)
                .message(text(
                    "{own} is named without {missing}, with which it makes CSI",
                    "只有 {own} 而没有 {missing}，两者共同构成 CSI 存储",
                ))
                .arg("own", own)
                .arg("missing", missing)
                .fix(
                    Fix::risky(text("Add {missing}", "添加 {missing}"), change)
                        .arg("missing", missing),
                );
            sink.push(found);
        }
        (None, Some(_)) => {}
    }
}
