//! `iterator`: iteration by `__getitem__` with 0, 1, 2, ... Answers to seqiter of CPython's Objects/iterobject.c.

use std::cell::Cell;

use minipy_macros::{pyclass, pymethods};

use super::iterator::{reduce_exhausted, reduce_iter};
use crate::args::This;
use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::value::Value;
use crate::vm::Vm;

/// The iterator of what has only `__getitem__`.
#[pyclass(name = "iterator", layout = 60)]
pub struct PySeqIter {
    /// The sequence; None once it is exhausted.
    pub(crate) sequence: VmCell<Option<Value>>,
    /// Next subscript.
    #[pyclass(skip)]
    pub(crate) index: Cell<i64>,
}

impl PySeqIter {
    /// An iterator at the start of `sequence`.
    pub fn new(sequence: Value) -> PySeqIter {
        PySeqIter { sequence: VmCell::new(Some(sequence)), index: Cell::new(0) }
    }
}

#[pymethods]
impl PySeqIter {
    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PySeqIter>) -> PyResult<Option<Value>> {
        let Some(sequence) = this.sequence.get(vm) else { return Ok(None) };
        let index = this.index.get();
        if index == i64::MAX {
            return Err(vm.overflow_error("iter index too large"));
        }
        let key = vm.new_int(index);
        match vm.get_item(&sequence, &key) {
            Ok(item) => {
                this.index.set(index + 1);
                Ok(Some(item))
            }
            Err(_) if vm.raised_is(vm.exc.index_error) || vm.raised_is(vm.exc.stop_iteration) => {
                vm.clear_raised();
                this.sequence.set(vm, None);
                Ok(None)
            }
            Err(raised) => Err(raised),
        }
    }

    /// Private method returning an estimate of len(list(it)).
    #[pymethod("__length_hint__($self, /)")]
    fn length_hint(vm: &mut Vm, this: This<'_, PySeqIter>) -> PyResult {
        let Some(sequence) = this.sequence.get(vm) else { return Ok(Value::int32(0)) };
        if vm.type_of(&sequence).slots.len.get().is_none() {
            return Ok(Value::NOT_IMPLEMENTED);
        }
        let left = vm.len(&sequence)? as i64 - this.index.get();
        Ok(vm.new_int(left.max(0)))
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)")]
    fn reduce(vm: &mut Vm, this: This<'_, PySeqIter>) -> PyResult {
        match this.sequence.get(vm) {
            Some(sequence) => reduce_iter(vm, "iter", sequence, Some(this.index.get())),
            None => {
                let empty = vm.new_tuple(Vec::new());
                reduce_exhausted(vm, empty)
            }
        }
    }

    /// Set state information for unpickling.
    #[pymethod("__setstate__($self, state, /)")]
    fn setstate(vm: &mut Vm, this: This<'_, PySeqIter>, state: isize) {
        if this.sequence.borrow(vm).is_some() {
            this.index.set(state.max(0) as i64);
        }
    }
}
