//! Members that no row names: misspelt, misplaced, or unknown.

use super::{Checker, below_id};
use crate::diagnostic::{Change, Fix, Place, Severity, text};
use crate::json::{Kind, NodeId};
use crate::spec::format::{Format, placeholder, secret_name};
use crate::spec::index::Few;
use crate::spec::{Row, Type, faults};
use crate::text::shorten;

impl<'a> Checker<'a> {
    /// Reports a member that no row names, and gives the place of the row it was meant for, so that its absence is not
    /// reported too.
    #[cold]
    pub(super) fn unknown(
        &mut self,
        object: NodeId,
        child: NodeId,
        name: &str,
        parent: &'a Row,
        below: &'a [Row],
        seen: Few,
    ) -> Option<usize> {
        if let Some(at) = below.iter().position(|own| own.field.name.eq_ignore_ascii_case(name)) {
            let right = below[at].field.name;
            let fix = if seen.has(at) {
                // Two of one name would be worse than two of nearly one.
                Fix::risky(text("Take it out", "删除该参数"), Change::Remove(child))
            } else {
                Fix::safe(
                    text("Rename to {right}", "改名为 {right}"),
                    Change::Rename(child, right.to_owned()),
                )
            };
            let found = self
                .found(&faults::NAME_CASE, Place::key(child), below[at].field)
                .arg("name", shorten(name))
                .arg("right", right)
                .fix(fix.arg("right", right));
            self.out.push(found);
            self.walk(child, below_id(parent, at));
            return Some(at);
        }
        let surely = || nearest(name, below).is_some_and(|(_, sure)| sure);
        if parent.open && (below.is_empty() || !surely()) {
            self.walk(child, below_id(parent, parent.count as usize - 1));
            return None;
        }
        if secret_name(name) {
            let fix =
                Fix::safe(text("Take the credential out", "删除该凭据"), Change::Remove(child));
            let found = self
                .found(&faults::CREDENTIAL, Place::key(child), parent.field)
                .arg("name", shorten(name))
                .fix(fix);
            self.out.push(found);
            return None;
        }
        let open = |at: usize| !seen.has(at);
        let whole = |node| matches!(self.doc.kind(node), Kind::Array | Kind::Object);
        let fits = |at: usize| match below[at].field.ty {
            // That a secret was meant is known by its rename alone.
            _ if below[at].field.secret => true,
            Type::Any | Type::String(Format::Json(_)) => true,
            Type::Array(_) | Type::Object(_) | Type::Map(..) => whole(child),
            _ => !whole(child),
        };
        let near = nearest(name, below);
        if near.is_none()
            && let Some(home) = self.elsewhere(name, parent)
        {
            let found = self
                .found(&faults::ELSEWHERE, Place::key(child), home.field)
                .arg("name", shorten(name))
                .arg("right", home.pointer)
                .arg("parent", self.called(object));
            let title = text("Move it to {right}", "移动到 {right}");
            // Nothing is moved into a string.
            let open = (!home.is_held).then(|| self.open_place(object, home.pointer)).flatten();
            let fix = open.map(|to| {
                let fix = self.relocate(title, child, &to, self.unindented(child));
                fix.arg("right", to.replace('*', "0"))
            });
            let found = found.maybe_fix(fix);
            self.out.push(found);
            return None;
        }
        let mut found = self
            .found(
                &faults::UNKNOWN,
                Place::key(child),
                near.map_or(parent.field, |(at, _)| below[at].field),
            )
            .arg("name", shorten(name))
            .arg("parent", self.called(object));
        if let Some((at, sure)) = near
            && open(at)
            && (sure || fits(at))
        {
            let right = below[at].field.name;
            let title = text("Rename to {right}", "改名为 {right}");
            let change = Change::Rename(child, right.to_owned());
            let fix = if sure { Fix::safe(title, change) } else { Fix::risky(title, change) };
            found = found.fix(fix.arg("right", right));
        }
        // Without a required member that is only misspelt the body would be worse than with it.
        let needed = |at: usize| open(at) && below[at].field.always_required();
        found = match near.filter(|&(at, _)| needed(at)) {
            // As the body stands, what is required is not there.
            Some((at, _)) => found
                .severity(Severity::Error)
                .message(text(
                    "{name} is not a member of {parent}, and {right}, which is required, is missing",
                    "{parent} 中没有参数 {name}，并且缺少必选参数 {right}",
                ))
                .arg("right", below[at].field.name),
            None => {
                found.fix(Fix::risky(text("Take it out", "删除该参数"), Change::Remove(child)))
            }
        };
        self.out.push(found);
        near.map(|(at, _)| at)
    }

    /// Where a member that belongs at `pointer` can be moved from `object`, if nothing is there yet or what is there was never filled
    /// in, and it is plain which item of a list is meant: the only one, or the first of a list that is still to be made.
    fn open_place(&self, object: NodeId, pointer: &str) -> Option<String> {
        let Some((list, below)) = pointer.split_once("/*") else {
            return self.waits(self.doc.find(pointer)).then(|| pointer.to_owned());
        };
        if object != NodeId::ROOT || below.contains('*') {
            return None;
        }
        let Some(node) = self.doc.find(list) else { return Some(pointer.to_owned()) };
        let only = format!("{list}/0{below}");
        (self.doc.children(node).count() == 1 && self.waits(self.doc.find(&only))).then_some(only)
    }

    /// Whether nothing in a value was filled in yet.
    fn waits(&self, node: Option<NodeId>) -> bool {
        node.is_none_or(|node| match self.doc.kind(node) {
            Kind::Null | Kind::Missing => true,
            Kind::String => {
                self.doc.string(node).is_none_or(|text| text.is_empty() || placeholder(&text))
            }
            Kind::Object | Kind::Array => {
                self.doc.children(node).all(|child| self.waits(Some(child)))
            }
            _ => false,
        })
    }

    /// The only row of that name somewhere else in the table, or the one that says that it is meant by that name at this place.
    pub(super) fn elsewhere(&self, name: &str, not: &Row) -> Option<&'a Row> {
        // What stands in a string knows nothing of the body around it.
        if not.is_held {
            return None;
        }
        let here = |alias: &&str| {
            let rest = alias.strip_prefix(not.pointer).and_then(|rest| rest.strip_prefix('/'));
            rest == Some(name)
        };
        let named = self.index.rows().find(|(_, row)| row.field.aliases.iter().any(here));
        if let Some((_, home)) = named {
            return Some(home);
        }
        let mut homes = self.index.rows().filter(|(_, row)| {
            row.field.name == name
                && row.parent != not.parent
                && row.field.read_only.is_none()
                && name != "*"
        });
        let (_, home) = homes.next()?;
        homes.next().is_none().then_some(home)
    }
}

/// The row that an unknown name was meant for, and whether that is sure (the same but for separators, or a known wrong name).
fn nearest(name: &str, below: &[Row]) -> Option<(usize, bool)> {
    let plain = squash(name);
    let sure = below.iter().position(|row| {
        squash(row.field.name) == plain
            || row.field.aliases.iter().any(|alias| squash(alias) == plain)
    });
    if let Some(at) = sure {
        return Some((at, true));
    }
    if name.len() > 64 {
        return None;
    }
    let distance = |row: &Row| strsim::damerau_levenshtein(&squash(row.field.name), &plain);
    let (best, at) = below.iter().enumerate().map(|(at, row)| (distance(row), at)).min()?;
    let close = plain.chars().count().max(3);
    if best <= 2 && best * 3 <= close {
        return Some((at, false));
    }
    // A name without its prefix or suffix: `securityGroup` for `securityGroupId`.
    let mut parts = below.iter().enumerate().filter(|(_, row)| {
        let own = squash(row.field.name);
        let id = |long: &str, short: &str| long.strip_suffix("id") == Some(short);
        id(&plain, &own)
            || id(&own, &plain)
            || plain.len() >= 5
                && (own.starts_with(&plain) || plain.starts_with(&own) && own.len() >= 5)
    });
    let (at, _) = parts.next()?;
    parts.next().is_none().then_some((at, false))
}

/// A name without case and separators.
fn squash(name: &str) -> String {
    name.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
