//! What most people begin with.

use crate::edition::Edition;
use crate::json::{Document, NodeId};

/// The rows of the table, by their pointers, that most of the edition's presets use that use what they lie in. A document's example
/// that is printed with faults is there to be mended: it does not count.
pub fn common(edition: &'static Edition) -> Vec<&'static str> {
    let index = edition.index();
    let mut used = vec![0_usize; index.count()];
    for preset in edition.presets {
        let doc = Document::parse(preset.text.to_owned());
        let nodes = u32::try_from(doc.len()).unwrap_or(0);
        let pointers = (0..nodes).map(|node| doc.pointer(NodeId(node)));
        if doc.errors().is_empty() {
            pointers
                .filter_map(|pointer| index.resolve(&pointer))
                .for_each(|row| used[row.index()] += 1);
        }
    }
    let most = index.rows().filter(|(id, row)| used[id.index()] * 2 > used[row.parent.index()]);
    most.map(|(_, row)| row.pointer).collect()
}
