//! Changing what the body is checked as: the text stays, and what of it does not fit is said.

use clusterwright::diagnostic::{Text, text};
use clusterwright::edition::Edition;

use super::state::Page;

const FITS_NOT_ONE: Text = text(
    "The text was kept. 1 member of it means nothing to {edition}.",
    "文本保持不变，其中 1 个参数不属于 {edition}。",
);
const FITS_NOT: Text = text(
    "The text was kept. {count} members of it mean nothing to {edition}.",
    "文本保持不变，其中 {count} 个参数不属于 {edition}。",
);
const FOREIGN: Text = text(
    "The text was kept. It looks like a body for {other}, so nothing else is said of it as one for {edition}.",
    "文本保持不变。它看起来是 {other} 的请求体，因此不再按 {edition} 逐项检查。",
);

/// Checks the text as another edition; without one the body tells.
pub(crate) fn choose(page: Page, edition: Option<&'static Edition>) {
    page.check_as(edition);
    let analysis = page.seen();
    let Some(edition) = edition else { return page.notice.set(None) };
    let name = ("edition", edition.name.into());
    match (analysis.strangers(), analysis.other.filter(|_| analysis.foreign)) {
        (_, Some(other)) => page.tell_of_text(FOREIGN, vec![name, ("other", other.name.into())]),
        (0, _) => page.notice.set(None),
        (1, _) => page.tell_of_text(FITS_NOT_ONE, vec![name]),
        (count, _) => page.tell_of_text(FITS_NOT, vec![name, ("count", count.into())]),
    }
}
