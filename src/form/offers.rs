//! The values a member may have, with what each means and what it takes.

use crate::analysis::Analysis;
use crate::diagnostic::Text;
use crate::json::NodeId;
use crate::spec::Choice;

/// A value that is offered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Offer {
    /// The value.
    pub value: &'static str,
    /// What it means.
    pub help: Text,
    /// What it takes: completes "only …". Empty if it may always be chosen.
    pub only: Text,
    /// Whether the body as it stands rules it out.
    pub ruled_out: bool,
}

/// The values of a list for the member at a pointer.
pub fn offers(analysis: &Analysis, pointer: &str, choices: &'static [Choice]) -> Vec<Offer> {
    let view = analysis.view();
    let mut near = pointer;
    let near = loop {
        match analysis.doc.find(near) {
            Some(node) => break node,
            None => near = near.rsplit_once('/').map_or("", |(parent, _)| parent),
        }
        if near.is_empty() {
            break NodeId::ROOT;
        }
    };
    let offer = |choice: &Choice| Offer {
        value: choice.value,
        help: choice.help,
        only: choice.when.map_or(Text::NONE, |(_, words)| words),
        ruled_out: choice.when.is_some_and(|(cond, _)| view.holds(&cond, near) == Some(false)),
    };
    choices.iter().map(offer).collect()
}
