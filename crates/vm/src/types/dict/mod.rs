//! `dict`. Answers to CPython's Objects/dictobject.c.

pub mod iter;
mod key;
pub mod lookup;
mod methods;
mod ops;
pub mod table;
pub mod update;
pub mod views;

use minipy_macros::pyclass;

use crate::heap::VmCell;

pub use key::{exact_str, exact_tuple, same_key};
pub use table::{DictTable, Entry};
pub use update::Duplicates;
pub use views::{PyDictItems, PyDictKeys, PyDictValues};

/// dict() -> new empty dictionary
/// dict(mapping) -> new dictionary initialized from a mapping object's
///     (key, value) pairs
/// dict(iterable) -> new dictionary initialized as if via:
///     d = {}
///     for k, v in iterable:
///         d[k] = v
/// dict(**kwargs) -> new dictionary initialized with the name=value pairs
///     in the keyword argument list.  For example:  dict(one=1, two=2)
#[pyclass(name = "dict", layout = 7, flags(basetype, mapping, match_self), parts(methods, ops))]
#[derive(Default)]
pub struct PyDict {
    /// Keys and values.
    pub table: VmCell<DictTable>,
}

impl PyDict {
    /// An empty dict.
    pub fn new() -> PyDict {
        PyDict::default()
    }
}
