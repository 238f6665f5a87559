//! A key pair and a password for the same nodes.

use crate::diagnostic::Severity::Error;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};

pub(super) static CHECK: Check = rule(
    "ack-login-both",
    Error,
    text("Key pair and password both given", "同时设置了密钥对和密码"),
    text("{other} is set too: give one of {names}", "已设置 {other}：{names} 只能二选一"),
    text(
        "Nodes are logged into either with a key pair or with a password. The documents' own examples send both.",
        "节点登录方式为密钥对或密码二选一，文档自带的示例却同时填写了两者。",
    ),
)
.stated(&[
    at("ack-createcluster", "Request parameters, key_pair, login_password"),
    at("ack-dedicated", "Request body, key_pair, login_password"),
    at("ack-managed", "Request body, key_pair, login_password"),
])
.check(How::Each(&[
    How::AtMostOneOf(&["/key_pair", "/login_password"]),
    How::AtMostOneOf(&[
        "/nodepools/*/scaling_group/key_pair",
        "/nodepools/*/scaling_group/login_password",
    ]),
]));
