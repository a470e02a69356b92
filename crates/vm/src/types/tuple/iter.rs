//! `tuple_iterator`.

use std::cell::Cell;

use minipy_macros::{pyclass, pymethods};

use crate::args::This;
use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::heap::var::PyTuple;
use crate::types::iterator::{reduce_exhausted, reduce_iter};
use crate::value::Value;
use crate::vm::Vm;

/// The iterator of a tuple.
#[pyclass(name = "tuple_iterator", layout = 52)]
pub struct PyTupleIterator {
    /// The tuple; None once it is exhausted.
    pub(crate) tuple: VmCell<Option<Value>>,
    /// Place of the next item.
    #[pyclass(skip)]
    pub(crate) index: Cell<usize>,
}

impl PyTupleIterator {
    /// An iterator at the start of `tuple`.
    #[inline(always)]
    pub fn new(tuple: &Value) -> PyTupleIterator {
        PyTupleIterator { tuple: VmCell::new(Some(tuple.clone())), index: Cell::new(0) }
    }

    /// The next item.
    #[inline]
    pub fn advance(&self, vm: &mut Vm) -> Option<Value> {
        let index = self.index.get();
        let item = self.tuple.borrow(vm).as_ref()?.downcast::<PyTuple>()?.items().get(index).cloned();
        if item.is_some() {
            self.index.set(index + 1);
        } else {
            self.tuple.set(vm, None);
        }
        item
    }

    fn len(&self, vm: &Vm) -> usize {
        self.tuple
            .borrow(vm)
            .as_ref()
            .and_then(|tuple| tuple.downcast::<PyTuple>())
            .map_or(0, |tuple| tuple.items().len())
    }
}

#[pymethods]
impl PyTupleIterator {
    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyTupleIterator>) -> PyResult<Option<Value>> {
        Ok(this.advance(vm))
    }

    /// Private method returning an estimate of len(list(it)).
    #[pymethod("__length_hint__($self, /)")]
    fn length_hint(vm: &mut Vm, this: This<'_, PyTupleIterator>) -> usize {
        this.len(vm).saturating_sub(this.index.get())
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)")]
    fn reduce(vm: &mut Vm, this: This<'_, PyTupleIterator>) -> PyResult {
        match this.tuple.get(vm) {
            Some(tuple) => reduce_iter(vm, "iter", tuple, Some(this.index.get() as i64)),
            None => {
                let empty = vm.new_tuple(Vec::new());
                reduce_exhausted(vm, empty)
            }
        }
    }

    /// Set state information for unpickling.
    #[pymethod("__setstate__($self, state, /)")]
    fn setstate(vm: &mut Vm, this: This<'_, PyTupleIterator>, state: isize) {
        if this.tuple.borrow(vm).is_some() {
            this.index.set((state.max(0) as usize).min(this.len(vm)));
        }
    }
}
