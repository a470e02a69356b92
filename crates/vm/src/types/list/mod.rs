//! `list`. Answers to CPython's Objects/listobject.c.

pub mod iter;
mod merge;
mod methods;
mod ops;
pub mod sort;

use minipy_macros::pyclass;

use crate::heap::VmCell;
use crate::value::Value;
use crate::vm::Vm;

pub use iter::{PyListIterator, PyListReverseIterator};
pub use sort::sort_values;

/// Built-in mutable sequence.
///
/// If no argument is given, the constructor creates a new empty list.
/// The argument must be an iterable if specified.
#[pyclass(name = "list", layout = 8, flags(basetype, sequence, match_self), parts(methods, ops))]
pub struct PyList {
    /// The items.
    pub items: VmCell<Vec<Value>>,
}

impl Drop for PyList {
    fn drop(&mut self) {
        // The last first, as CPython does: programs can see it by their finalisers.
        let items = self.items.get_mut();
        while items.pop().is_some() {}
    }
}

impl PyList {
    /// A list of these items.
    #[inline(always)]
    pub fn new(items: Vec<Value>) -> PyList {
        PyList { items: VmCell::new(items) }
    }

    /// The present number of items.
    #[inline(always)]
    pub fn len(&self, vm: &Vm) -> usize {
        self.items.borrow(vm).len()
    }

    /// Whether there are none at present.
    #[inline(always)]
    pub fn is_empty(&self, vm: &Vm) -> bool {
        self.len(vm) == 0
    }

    /// The item at a place.
    #[inline(always)]
    pub fn get(&self, vm: &Vm, place: usize) -> Option<Value> {
        self.items.borrow(vm).get(place).cloned()
    }

    /// Appends an item.
    #[inline(always)]
    pub fn push(&self, vm: &mut Vm, item: Value) {
        self.items.borrow_mut(vm).push(item);
    }
}
