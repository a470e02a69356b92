//! `set_iterator`.

use std::cell::Cell;

use minipy_macros::{pyclass, pymethods};

use super::{SetTable, any_set};
use crate::args::This;
use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::types::iterator::reduce_exhausted;
use crate::value::Value;
use crate::vm::Vm;

/// The iterator of a set or frozenset.
#[pyclass(name = "set_iterator", layout = 71)]
pub struct PySetIterator {
    /// The set; None once it is exhausted.
    pub(crate) set: VmCell<Option<Value>>,
    /// Number of elements at the start; `usize::MAX` once a change was noticed.
    #[pyclass(skip)]
    pub(crate) used: Cell<usize>,
    /// Place in the table at which to go on.
    #[pyclass(skip)]
    pub(crate) place: Cell<usize>,
    /// Elements to come.
    #[pyclass(skip)]
    pub(crate) left: Cell<usize>,
}

impl PySetIterator {
    /// An iterator at the start of `set`, whose elements are `table`.
    pub fn new(vm: &Vm, set: &Value, table: &VmCell<SetTable>) -> PySetIterator {
        let len = table.borrow(vm).len();
        PySetIterator {
            set: VmCell::new(Some(set.clone())),
            used: Cell::new(len),
            place: Cell::new(0),
            left: Cell::new(len),
        }
    }
}

#[pymethods]
impl PySetIterator {
    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PySetIterator>) -> PyResult<Option<Value>> {
        let Some(table) = this.set.borrow(vm).as_ref().and_then(any_set) else { return Ok(None) };
        if table.borrow(vm).len() != this.used.get() {
            this.used.set(usize::MAX);
            return Err(vm.runtime_error("Set changed size during iteration"));
        }
        let mut place = this.place.get();
        let next = table.next(vm, &mut place);
        this.place.set(place);
        match next {
            Some((key, _)) => {
                this.left.set(this.left.get().saturating_sub(1));
                Ok(Some(key))
            }
            None => {
                this.set.set(vm, None);
                Ok(None)
            }
        }
    }

    /// Private method returning an estimate of len(list(it)).
    #[pymethod("__length_hint__($self, /)")]
    fn length_hint(vm: &mut Vm, this: This<'_, PySetIterator>) -> usize {
        match this.set.borrow(vm).as_ref().and_then(any_set) {
            Some(table) if table.borrow(vm).len() == this.used.get() => this.left.get(),
            _ => 0,
        }
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)")]
    fn reduce(vm: &mut Vm, this: This<'_, PySetIterator>) -> PyResult {
        let rest = PySetIterator {
            set: VmCell::new(this.set.get(vm)),
            used: this.used.clone(),
            place: this.place.clone(),
            left: this.left.clone(),
        };
        let rest = vm.new_object(rest);
        let items = vm.collect(&rest)?;
        let items = vm.new_list(items);
        reduce_exhausted(vm, items)
    }
}
