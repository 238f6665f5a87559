//! Settings of add-ons that several of the documents show; each cites its own.

use crate::diagnostic::text;
use crate::spec::{Cond, Field, field, one, suggest};

/// Of the Ingress.
pub(super) const INGRESS_NETWORK: Field = field(
    "IngressSlbNetworkType",
    suggest(&[one("internet", text("reachable from the Internet", "开启公网访问"))]),
    text("Network of the load balancer", "负载均衡网络类型"),
)
.known_when(Cond::Is("/addons/*/name", &["nginx-ingress-controller"]))
.help(text(
    "Where the Ingress can be reached from; only internet is shown.",
    "Ingress 的访问范围，文档中仅出现 internet。",
));

/// Of the log service.
pub(super) const INGRESS_DASHBOARDS: Field = field(
    "IngressDashboardEnabled",
    suggest(&[
        one("true", text("with dashboards", "启用仪表盘")),
        one("false", text("without", "不启用")),
    ]),
    text("Ingress dashboards", "Ingress 仪表盘"),
);
