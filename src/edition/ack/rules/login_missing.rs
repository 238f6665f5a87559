//! Nodes that nobody could log into.

use crate::diagnostic::Severity::Error;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "ack-login-missing",
    Error,
    text("Neither key pair nor password", "密钥对和密码都未设置"),
    text("nodes need a login: give one of {names}", "节点需要登录方式：请设置 {names} 之一"),
    text(
        "The documents demand one of the two for clusters with nodes. A managed cluster without workers is let through.",
        "文档要求有节点的集群二选一填写。没有 Worker 节点的托管版集群不作要求。",
    ),
)
.stated(&[
    at("ack-createcluster", "Request parameters, key_pair, login_password"),
    at("ack-dedicated", "Request body, key_pair, login_password"),
    at("ack-managed", "Request body, key_pair, login_password"),
])
.check(How::AtLeastOneOf(
    &["/key_pair", "/login_password"],
    Cond::Any(&[
        Cond::Kind(&["dedicated"]),
        Cond::All(&[
            Cond::Kind(&[
                "managed-standard",
                "managed-pro",
                "edge",
                "existing-vpc",
                "automatic-vpc",
            ]),
            Cond::Not(&Cond::Is("/num_of_nodes", &["0"])),
        ]),
    ]),
));
