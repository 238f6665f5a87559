//! Where two bodies differ.

use crate::analysis::Analysis;
use crate::json::{Document, NodeId};
use crate::text::{Span, difference};

/// The pointer of the member or item in which a body differs from what it was, as far as the form may have a row for it. Of what was
/// taken out that is its own, unless it was an item or a free member: then it is what it lay in.
pub fn changed(old: &Analysis, new: &Analysis) -> Option<String> {
    let edit = difference(old.doc.text(), new.doc.text())?;
    if !edit.text.is_empty() {
        let end = edit.span.start + u32::try_from(edit.text.len()).ok()?;
        return Some(place(&new.doc, Span::new(edit.span.start, end)));
    }
    let mut gone = place(&old.doc, edit.span);
    let index = new.edition.index();
    let has_row = index.resolve(&gone).is_some_and(|row| index.row(row).field.name != "*");
    if !has_row && new.doc.find(&gone).is_none() {
        gone.truncate(gone.rfind('/').unwrap_or(0));
    }
    Some(gone)
}

/// The innermost value that holds a piece of text, or the first of the values in it that the piece is made of.
fn place(doc: &Document, piece: Span) -> String {
    let whole =
        |node| Span::new(doc.key_span(node).unwrap_or(doc.span(node)).start, doc.span(node).end);
    let mut at = NodeId::ROOT;
    loop {
        let mut below = doc.children(at).map(|node| (node, whole(node)));
        let next = below
            .find(|(_, own)| own.start < piece.end.max(piece.start + 1) && own.end > piece.start);
        let Some((node, own)) = next else { return doc.pointer(at) };
        at = node;
        if own.start > piece.start || own.end < piece.end {
            return doc.pointer(at);
        }
    }
}
