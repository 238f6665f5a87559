//! What still waits for its author.

use super::wish::item_of;
use super::{Form, State, Widget};
use crate::analysis::Analysis;
use crate::diagnostic::{Part, Severity};
use crate::json::{self, NodeId};
use crate::spec::{RowId, Type, faults};
use crate::text::order;

/// The pointers of what still waits for its author: members that are required or demanded by a rule and are blank, and placeholders
/// anywhere. They are read off
/// the findings, for cards that are closed have no rows, and off the rows: a required object that is absent counts by what it must
/// hold.
pub(super) fn blanks(analysis: &Analysis, form: &Form) -> Vec<String> {
    let index = analysis.edition.index();
    let mut found = Vec::new();
    for finding in &analysis.diagnostics {
        let code = finding.rule.code;
        // A rule demands a member by an error where it is absent.
        let absent = matches!(finding.place.part, Part::Absent(_));
        let missing =
            code == faults::EMPTY_REQUIRED.code || absent && finding.severity == Severity::Error;
        if !missing && code != faults::PLACEHOLDER.code {
            continue;
        }
        let mut pointer = analysis.pointer(&finding.place);
        if let Part::Inside(inside, _) = &finding.place.part {
            pointer.push_str(inside);
        }
        let Some(row) = index.resolve(&pointer) else { continue };
        if missing {
            leaves(analysis, row, &pointer, finding.place.node, &mut found);
        } else {
            found.push(pointer);
        }
    }
    // What goes by a name that it was not meant by is not told as missing.
    for row in form.all().filter(|row| row.required && row.state != State::Set) {
        if !row.widget.heads() && !found.contains(&row.pointer) {
            found.push(row.pointer.clone());
        }
    }
    let ranks: Vec<(u32, u32)> = found.iter().map(|pointer| rank(form, pointer)).collect();
    let places = order(ranks.into_iter());
    places.into_iter().map(|at| std::mem::take(&mut found[at])).collect()
}

/// What an absent member must hold, or it itself if that is all there is.
fn leaves(analysis: &Analysis, id: RowId, pointer: &str, near: NodeId, found: &mut Vec<String>) {
    let index = analysis.edition.index();
    let view = analysis.view();
    let row = index.row(id);
    let before = found.len();
    if matches!(row.field.ty, Type::Object(_)) {
        for id in (row.first.0..row.first.0 + row.count).map(RowId) {
            let field = index.row(id).field;
            if view.demands(field, near) == Some(true) {
                let own = [pointer, "/", &json::escape(field.name)].concat();
                leaves(analysis, id, &own, near, found);
            }
        }
    }
    if found.len() == before {
        found.push(pointer.to_owned());
    }
}

/// Where a pointer stands in the form, also where it has no row: by the outermost list around it, the item, and its row.
pub(super) fn rank(form: &Form, pointer: &str) -> (u32, u32) {
    let mut best: Option<(usize, &str, bool)> = None;
    let mut list: Option<(usize, usize)> = None;
    for (at, row) in form.all().enumerate() {
        let Some(rest) = pointer.strip_prefix(row.pointer.as_str()) else { continue };
        if !rest.is_empty() && !rest.starts_with('/')
            || matches!(row.widget, Widget::Gap | Widget::More | Widget::Name)
        {
            continue;
        }
        if list.is_none()
            && row.widget == Widget::List
            && let Some((item, _)) = item_of(&row.pointer, pointer)
        {
            list = Some((at, item));
        }
        if best.is_none_or(|(_, own, _)| own.len() < row.pointer.len()) {
            best = Some((at, &row.pointer, rest.is_empty()));
        }
    }
    let own = best.map_or(0, |(at, ..)| at);
    let (high, item) = list.map_or((own, 0), |(at, item)| (at, item + 1));
    let low = item << 10 | (own - high).min(1023);
    (u32::try_from(high).unwrap_or(u32::MAX), u32::try_from(low).unwrap_or(u32::MAX))
}
