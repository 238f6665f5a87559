//! What the user says beside the body, and its spelling as plain text.

use ipnet::Ipv4Net;

use crate::spec::format::cidr;
use crate::text::shorten;

/// The ranges that the user says beside the body.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Inputs {
    /// The ranges of the VPC.
    pub vpc: Vec<Ipv4Net>,
    /// The ranges of the VPC's subnets.
    pub subnets: Vec<Ipv4Net>,
    /// Ranges that are in use elsewhere and must stay clear: other clusters, peers, data centres.
    pub taken: Vec<Ipv4Net>,
}

impl Inputs {
    /// Each list with the name it has where it is stored or sent, in one order.
    pub const fn lists(&self) -> [(&'static str, &Vec<Ipv4Net>); 3] {
        [("vpc", &self.vpc), ("subnets", &self.subnets), ("taken", &self.taken)]
    }

    /// The list of that name.
    pub fn list_mut(&mut self, name: &str) -> Option<&mut Vec<Ipv4Net>> {
        match name {
            "vpc" => Some(&mut self.vpc),
            "subnets" => Some(&mut self.subnets),
            "taken" => Some(&mut self.taken),
            _ => None,
        }
    }
}

/// So many ranges of a list are read; nobody types more.
const MOST: usize = 200;

/// Reads a list of ranges, `10.0.0.0/16, 10.1.0.0/16`: with commas, semicolons or white space between, Chinese ones too. Gives the
/// ranges and the words that are none, shortened; what is past the 200th is such a word.
pub fn parse_ranges(text: &str) -> (Vec<Ipv4Net>, Vec<String>) {
    let (mut nets, mut wrong) = (Vec::new(), Vec::new());
    let apart = |char: char| char.is_whitespace() || ",;，、；".contains(char);
    for word in text.split(apart).filter(|word| !word.is_empty()) {
        match cidr::parse(word).filter(|_| nets.len() < MOST) {
            Some(net) => nets.push(net),
            None if wrong.len() < MOST => wrong.push(shorten(word)),
            None => {}
        }
    }
    (nets, wrong)
}

/// The list that [`parse_ranges`] reads as these ranges.
pub fn print_ranges(nets: &[Ipv4Net]) -> String {
    let mut out = String::new();
    for net in nets {
        if !out.is_empty() {
            out.push_str(", ");
        }
        out.push_str(&net.to_string());
    }
    out
}
