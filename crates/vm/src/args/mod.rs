//! Arguments of natives: the only argument parser. Answers to CPython's Python/getargs.c and to the checks of
//! Objects/methodobject.c and descrobject.c.
//!
//! A native gets [`Args`], a borrow of the value stack. `#[pymethod]` and `#[pyfunction]` generate the code that binds
//! them to a [`Signature`] and converts each with [`FromArg`]; results go back through [`IntoPy`]. The words of errors
//! are CPython 3.10's and differ by calling convention, which is inferred from the signature ([`Convention`]).

pub mod bind;
pub mod error;
pub mod from_arg;
pub mod generated;
pub mod into_py;
pub mod receiver;
pub mod signature;
#[cfg(test)]
mod tests;

pub use bind::{Bound, KwArgs};
pub use from_arg::{Absent, FromArg, Place};
pub use into_py::IntoPy;
pub use receiver::{Receiver, This};
pub use signature::{Convention, Literal, Param, ParamKind, Signature};

use crate::value::Value;

/// The arguments of a call, borrowed: positional values first, then the values of the keywords.
#[derive(Clone, Copy)]
pub struct Args<'a> {
    values: &'a [Value],
    names: &'a [Value],
}

impl<'a> Args<'a> {
    /// No arguments.
    pub const EMPTY: Args<'static> = Args { values: &[], names: &[] };

    /// `values` are the positional values followed by one value for each of `names` (interned strs).
    /// Were there fewer values than names, the surplus names would be ignored.
    #[inline(always)]
    pub const fn new(values: &'a [Value], names: &'a [Value]) -> Args<'a> {
        Args { values, names }
    }

    /// Positional arguments only.
    #[inline(always)]
    pub const fn positional_only(values: &'a [Value]) -> Args<'a> {
        Args { values, names: &[] }
    }

    /// How many are positional.
    #[inline(always)]
    pub const fn len_positional(self) -> usize {
        self.values.len().saturating_sub(self.names.len())
    }

    /// Whether there are neither positional nor keyword arguments.
    #[inline(always)]
    pub const fn is_empty(self) -> bool {
        self.values.is_empty()
    }

    /// The positional values.
    #[inline(always)]
    pub fn positional(self) -> &'a [Value] {
        self.values.get(..self.len_positional()).unwrap_or(&[])
    }

    /// The i-th positional value.
    #[inline(always)]
    pub fn get(self, i: usize) -> Option<&'a Value> {
        self.positional().get(i)
    }

    /// Whether any argument is given by name.
    #[inline(always)]
    pub const fn has_keywords(self) -> bool {
        !self.names.is_empty()
    }

    /// The names of the keyword arguments.
    #[inline(always)]
    pub const fn names(self) -> &'a [Value] {
        self.names
    }

    /// All values as they lie: positional, then those of the keywords.
    #[inline(always)]
    pub const fn values(self) -> &'a [Value] {
        self.values
    }

    /// The keyword arguments in call order, as (name, value).
    #[inline]
    pub fn keywords(self) -> impl Iterator<Item = (&'a Value, &'a Value)> {
        self.names.iter().zip(self.values.get(self.len_positional()..).unwrap_or(&[]))
    }

    /// Without the first positional value (the receiver); unchanged if there is none.
    #[inline(always)]
    pub fn skip_first(self) -> Args<'a> {
        match self.values.split_first() {
            Some((_, rest)) if self.len_positional() > 0 => Args { values: rest, names: self.names },
            _ => self,
        }
    }

    /// The first positional value (the receiver) and the rest.
    #[inline(always)]
    pub fn split_first(self) -> Option<(&'a Value, Args<'a>)> {
        match self.values.split_first() {
            Some((first, rest)) if rest.len() >= self.names.len() => {
                Some((first, Args { values: rest, names: self.names }))
            }
            _ => None,
        }
    }
}
