//! `callable_iterator`: `iter(callable, sentinel)`. Answers to calliter of CPython's Objects/iterobject.c.

use minipy_macros::{pyclass, pymethods};

use super::iterator::{reduce_call, reduce_exhausted};
use crate::args::This;
use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::value::Value;
use crate::vm::Vm;

/// The iterator that calls a function until it returns the sentinel.
#[pyclass(name = "callable_iterator", layout = 61)]
pub struct PyCallableIterator {
    /// The function; None once the sentinel was seen.
    pub(crate) callable: VmCell<Option<Value>>,
    /// The value that ends the iteration.
    pub(crate) sentinel: Value,
}

impl PyCallableIterator {
    /// `iter(callable, sentinel)`.
    pub fn new(callable: Value, sentinel: Value) -> PyCallableIterator {
        PyCallableIterator { callable: VmCell::new(Some(callable)), sentinel }
    }
}

#[pymethods]
impl PyCallableIterator {
    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyCallableIterator>) -> PyResult<Option<Value>> {
        let Some(callable) = this.callable.get(vm) else { return Ok(None) };
        match vm.call(&callable, &[]) {
            Ok(result) => {
                if !vm.eq(&this.sentinel, &result)? {
                    return Ok(Some(result));
                }
            }
            Err(_) if vm.raised_is(vm.exc.stop_iteration) => vm.clear_raised(),
            Err(raised) => return Err(raised),
        }
        this.callable.set(vm, None);
        Ok(None)
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)")]
    fn reduce(vm: &mut Vm, this: This<'_, PyCallableIterator>) -> PyResult {
        match this.callable.get(vm) {
            Some(callable) => reduce_call(vm, "iter", &[callable, this.sentinel.clone()], None),
            None => {
                let empty = vm.new_tuple(Vec::new());
                reduce_exhausted(vm, empty)
            }
        }
    }
}
