//! The line that stands for an item with many members: its name and what else tells it from the others.

use crate::diagnostic::Text;
use crate::spec::{Format, Index, Required, RowId, Type};

/// What is to be seen of an item whose rows are folded away.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Card {
    /// Whether its rows are shown.
    pub open: bool,
    /// What it calls itself; empty if it does not.
    pub title: String,
    /// Its most telling values, with their labels.
    pub values: Vec<(Text, String)>,
    /// How many findings of each severity stand in it, worst first.
    pub counts: [usize; 3],
}

/// An item with more members below it than this is a card.
const FEW: usize = 4;
/// So many values stand in the line.
pub(super) const VALUES: usize = 4;

/// Which members tell items of one table from each other.
#[derive(Default)]
pub(super) struct Telling {
    /// What an item calls itself.
    pub(super) title: Option<RowId>,
    /// What else tells, the most telling first.
    pub(super) values: Vec<RowId>,
}

/// Whether items of this row are cards.
pub fn is_card(index: &Index, item: RowId) -> bool {
    matches!(index.row(item).field.ty, Type::Object(_)) && below(index, item, 0) > FEW
}

/// How many members an item may have, in objects of its own too.
pub(super) fn below(index: &Index, id: RowId, depth: usize) -> usize {
    let row = index.row(id);
    if depth > 3 || !matches!(row.field.ty, Type::Object(_)) {
        return 0;
    }
    let first = row.first.0;
    (first..first + row.count).map(|id| 1 + below(index, RowId(id), depth + 1)).sum()
}

/// Reads off the table which members of an item tell.
pub(super) fn telling(index: &Index, item: RowId) -> Telling {
    let mut leaves = Vec::new();
    gather(index, item, 0, &mut leaves);
    let title = leaves
        .iter()
        .filter(|&&(id, _)| {
            let field = index.row(id).field;
            field.name.ends_with("name") && matches!(field.ty, Type::String(_))
        })
        .min_by_key(|&&(id, depth)| (depth, index.row(id).field.name != "name", id))
        .map(|&(id, _)| id);
    let scores = leaves
        .iter()
        .filter(|&&(id, _)| Some(id) != title)
        .filter_map(|&(id, depth)| Some((score(index, id)? + depth, id)));
    let ranked: Vec<(u32, RowId)> = scores.collect();
    let order = crate::text::order(ranked.iter().map(|&(score, id)| (score, u32::from(id.0))));
    Telling { title, values: order.into_iter().map(|at| ranked[at].1).collect() }
}

fn gather(index: &Index, id: RowId, depth: u32, leaves: &mut Vec<(RowId, u32)>) {
    let row = index.row(id);
    for id in (row.first.0..row.first.0 + row.count).map(RowId) {
        let field = index.row(id).field;
        match field.ty {
            Type::Object(_) if depth < 3 => gather(index, id, depth + 1, leaves),
            _ if field.secret || field.deprecated.is_some() => {}
            _ => leaves.push((id, depth)),
        }
    }
}

/// How little a member tells; nothing for what does not fit into a line.
fn score(index: &Index, id: RowId) -> Option<u32> {
    let field = index.row(id).field;
    let own = match field.ty {
        Type::Integer(..) | Type::String(Format::Cidr | Format::AnyCidr) => 1,
        Type::Array(items) if matches!(items.item.ty, Type::String(_)) => 2,
        Type::String(Format::Choice(_)) => 3,
        Type::String(Format::Suggest(_)) => 4,
        Type::String(Format::Certificate | Format::PrivateKey | Format::Json(_)) => return None,
        Type::String(_) if !matches!(field.required, Required::No) => 3,
        _ => return None,
    };
    Some(if matches!(field.required, Required::No) { own + 1 } else { own })
}
