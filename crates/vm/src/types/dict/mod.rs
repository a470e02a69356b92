//! `dict`. Answers to CPython's Objects/dictobject.c.

pub mod lookup;
pub mod table;

use crate::heap::{Payload, Trace, Visitor, VmCell};
pub use table::{DictTable, Entry};

/// The payload of `dict`.
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

impl Payload for PyDict {
    const LAYOUT: u8 = 7;
    const NAME: &'static str = "dict";
    fn trace(&self, visit: &mut Visitor<'_>) {
        self.table.trace(visit);
    }
    fn clear(&self) {
        self.table.clear();
    }
}
