//! `set` and `frozenset`. Answers to CPython's Objects/setobject.c.

mod algebra;
pub mod iter;
mod methods;
pub mod table;

use std::cell::Cell;

use minipy_macros::pyclass;

use crate::heap::VmCell;
use crate::value::Value;

pub use algebra::{difference_update, intersection, symmetric_update, update};
pub use iter::PySetIterator;
pub use table::SetTable;

/// set() -> new empty set object
/// set(iterable) -> new set object
///
/// Build an unordered collection of unique elements.
#[pyclass(name = "set", layout = 23, flags(basetype, match_self, weakref), parts(common, mutable))]
pub struct PySet {
    /// The elements.
    pub table: VmCell<SetTable>,
}

/// frozenset() -> empty frozenset object
/// frozenset(iterable) -> frozenset object
///
/// Build an immutable unordered collection of unique elements.
#[pyclass(name = "frozenset", layout = 24, flags(basetype, match_self, weakref), parts(common, frozen))]
pub struct PyFrozenSet {
    /// The elements.
    pub table: VmCell<SetTable>,
    /// Cached hash; -1 when not computed yet.
    #[pyclass(skip)]
    pub hash: Cell<i64>,
}

impl PySet {
    /// A set of these elements.
    pub fn new(table: SetTable) -> PySet {
        PySet { table: VmCell::new(table) }
    }
}

impl PyFrozenSet {
    /// A frozenset of these elements.
    pub fn new(table: SetTable) -> PyFrozenSet {
        PyFrozenSet { table: VmCell::new(table), hash: Cell::new(-1) }
    }
}

/// The elements of a set or frozenset.
#[inline(always)]
pub fn any_set(value: &Value) -> Option<&VmCell<SetTable>> {
    match value.downcast::<PySet>() {
        Some(set) => Some(&set.table),
        None => value.downcast::<PyFrozenSet>().map(|set| &set.table),
    }
}
