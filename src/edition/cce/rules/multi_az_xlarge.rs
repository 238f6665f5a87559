//! Several zones for the one high-availability flavor that the document's list leaves out.

use super::MULTI_AZ;
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::{at, text};
use crate::rules::{Check, How, rule};
use crate::spec::Cond;

pub(super) static CHECK: Check = rule(
    "cce-multi-az-xlarge",
    Warning,
    text(
        "Several zones not listed for cce.s2.xlarge",
        "cce.s2.xlarge 未列入多可用区规格",
    ),
    text(
        "the document's list of flavors for multi_az does not name cce.s2.xlarge",
        "文档的多可用区规格列表中没有 cce.s2.xlarge",
    ),
    text(
        "The flavor table calls cce.s2.xlarge highly available, which allows several zones; the note on clusterAZ names the s2 flavors without it. The document contradicts itself, so this is no error.",
        "规格表称 cce.s2.xlarge 为高可用规格，应支持多可用区；但 clusterAZ 的说明中没有列出它。文档自相矛盾，因此不视为错误。",
    ),
)
.stated(&[at("cce-otc", "Table 14, clusterAZ")])
.check(How::Wrong {
    at: "/spec/extendParam/clusterAZ",
    when: Cond::All(&[MULTI_AZ, Cond::Is("/spec/flavor", &["cce.s2.xlarge"])]),
    related: &["/spec/flavor"],
});
