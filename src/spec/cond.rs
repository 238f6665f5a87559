//! Conditions between members, as data.

/// A condition on a body. Pointers are absolute; a `*` in one stands for the same item as in the pointer of the row it belongs to.
///
/// It is neither true nor false where a value it needs is ill-typed or a blank: then nothing is said.
#[derive(Clone, Copy, Debug)]
pub enum Cond {
    /// The member is there, and neither `null` nor `""`.
    Set(&'static str),
    /// The member's value, or its default if it is absent, is one of these.
    Is(&'static str, &'static [&'static str]),
    /// The member's string starts with one of these.
    Starts(&'static str, &'static [&'static str]),
    /// Some value of the row, in whatever items, is one of these; what ends with `*` stands for all that start so.
    Has(&'static str, &'static [&'static str]),
    /// The array has more items than that.
    Longer(&'static str, usize),
    /// The cluster's version is that or newer; no version means the newest.
    From(&'static str),
    /// The cluster's version is older than that; no version means the newest.
    Before(&'static str),
    /// The body is of one of these kinds of the edition.
    Kind(&'static [&'static str]),
    /// All hold.
    All(&'static [Cond]),
    /// At least one holds.
    Any(&'static [Cond]),
    /// It does not hold.
    Not(&'static Cond),
}
