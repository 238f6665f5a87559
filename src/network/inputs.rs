//! What the user says beside the body, and its spelling as plain text.

use std::fmt;
use std::str::FromStr;

use ipnet::Ipv4Net;

use crate::spec::format::cidr;
use crate::text::shorten;

/// A range that the user says beside the body.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GivenRange {
    /// The range.
    pub net: Ipv4Net,
    /// What its user calls it; mostly nothing.
    pub name: String,
}

impl From<Ipv4Net> for GivenRange {
    fn from(net: Ipv4Net) -> Self {
        Self { net, name: String::new() }
    }
}

impl fmt::Display for GivenRange {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}{}{}", self.net, if self.name.is_empty() { "" } else { " " }, self.name)
    }
}

impl FromStr for GivenRange {
    /// The words that are no range.
    type Err = Vec<String>;

    /// Reads one range with its name, if it has one.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (mut all, wrong) = parse_ranges(text);
        match all.pop() {
            Some(own) if all.is_empty() && wrong.is_empty() => Ok(own),
            _ => Err(wrong),
        }
    }
}

/// The ranges that the user says beside the body.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Inputs {
    /// The ranges of the VPC.
    pub vpc: Vec<GivenRange>,
    /// The ranges of the VPC's subnets.
    pub subnets: Vec<GivenRange>,
    /// Ranges that are in use elsewhere and must stay clear: other clusters, peers, data centres.
    pub taken: Vec<GivenRange>,
}

impl Inputs {
    /// Each list with the name it has where it is stored or sent, in one order.
    pub const fn lists(&self) -> [(&'static str, &Vec<GivenRange>); 3] {
        [("vpc", &self.vpc), ("subnets", &self.subnets), ("taken", &self.taken)]
    }

    /// The list of that name.
    pub fn list_mut(&mut self, name: &str) -> Option<&mut Vec<GivenRange>> {
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
/// A name has at most so many characters.
const LONGEST: usize = 40;

/// Reads a list of ranges, `10.0.0.0/16, 10.1.0.0/16 cluster-b`: with commas, semicolons or white space between, Chinese ones too, and behind
/// a range what it is called. Gives the ranges and the words that are neither, shortened; what is past the 200th is such a word.
pub fn parse_ranges(text: &str) -> (Vec<GivenRange>, Vec<String>) {
    let (mut all, mut wrong): (Vec<GivenRange>, Vec<String>) = (Vec::new(), Vec::new());
    for part in text.split([',', ';', '，', '、', '；']) {
        let mut named = None;
        for word in part.split_whitespace() {
            if let Some(net) = cidr::parse(word).filter(|_| all.len() < MOST) {
                named = Some(all.len());
                all.push(net.into());
            } else if let Some(own) = named.and_then(|at: usize| all.get_mut(at))
                && may_name(word)
                && own.name.chars().count() + word.chars().count() < LONGEST
            {
                if !own.name.is_empty() {
                    own.name.push(' ');
                }
                own.name.push_str(word);
            } else if wrong.len() < MOST {
                wrong.push(shorten(word));
            }
        }
    }
    (all, wrong)
}

/// Whether a word may be one of a name; a range that is misspelt is none.
fn may_name(word: &str) -> bool {
    let inner = |char: char| char.is_alphanumeric() || matches!(char, '-' | '_' | '.');
    word.starts_with(char::is_alphabetic) && word.chars().all(inner)
}

/// The list that [`parse_ranges`] reads as these ranges.
pub fn print_ranges(all: &[GivenRange]) -> String {
    all.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
