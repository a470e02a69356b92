//! `str_iterator`.

use std::cell::Cell;

use minipy_macros::{pyclass, pymethods};

use crate::args::This;
use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::heap::var::PyStr;
use crate::value::Value;
use crate::vm::Vm;

#[pyclass(name = "str_iterator", layout = 90)]
pub(crate) struct PyStrIterator {
    /// The str; None at the end.
    pub(crate) text: VmCell<Value>,
    #[pyclass(skip)]
    /// Place of the next character.
    pub(crate) place: Cell<usize>,
}

impl PyStrIterator {
    /// An iterator over a str.
    pub fn new(text: Value) -> PyStrIterator {
        PyStrIterator { text: VmCell::new(text), place: Cell::new(0) }
    }

    /// The next character.
    #[inline]
    pub fn advance(&self, vm: &mut Vm) -> Option<Value> {
        let place = self.place.get();
        let c = self.text.borrow(vm).downcast::<PyStr>().and_then(|text| text.data().get(place));
        match c {
            Some(c) => {
                self.place.set(place + 1);
                Some(vm.new_char(c))
            }
            None => {
                self.text.set(vm, Value::NONE);
                None
            }
        }
    }

    fn remaining(&self, vm: &Vm) -> usize {
        let len = self.text.borrow(vm).downcast::<PyStr>().map_or(0, PyStr::len);
        len.saturating_sub(self.place.get())
    }
}

#[pymethods]
impl PyStrIterator {
    #[slot(iter)]
    fn iter(_vm: &mut Vm, this: This<'_, PyStrIterator>) -> PyResult {
        Ok(this.value().clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyStrIterator>) -> PyResult<Option<Value>> {
        Ok(this.advance(vm))
    }

    /// Private method returning an estimate of len(list(it)).
    #[pymethod("__length_hint__($self, /)", no_text)]
    fn length_hint(vm: &mut Vm, this: This<'_, PyStrIterator>) -> usize {
        this.remaining(vm)
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyStrIterator>) -> PyResult {
        let iter = vm.builtin("iter")?;
        let text = this.text.get(vm);
        if text.is_none() {
            let empty = vm.new_str("");
            let args = vm.new_tuple(vec![empty]);
            return Ok(vm.new_tuple(vec![iter, args]));
        }
        let args = vm.new_tuple(vec![text]);
        let place = vm.new_int(this.place.get() as i64);
        Ok(vm.new_tuple(vec![iter, args, place]))
    }

    /// Set state information for unpickling.
    #[pymethod("__setstate__($self, state, /)", no_text)]
    fn setstate(vm: &mut Vm, this: This<'_, PyStrIterator>, state: isize) -> PyResult<()> {
        let len = this.text.borrow(vm).downcast::<PyStr>().map_or(0, PyStr::len);
        this.place.set(state.max(0).unsigned_abs().min(len));
        Ok(())
    }
}

#[pymethods(part = "iter")]
impl PyStr {
    #[slot(iter)]
    fn iter(vm: &mut Vm, this: This<'_, PyStr>) -> PyResult {
        Ok(vm.new_object(PyStrIterator::new(this.value().clone())))
    }
}
