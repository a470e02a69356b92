//! `list_iterator` and `list_reverseiterator`.

use std::cell::Cell;

use minipy_macros::{pyclass, pymethods};

use super::PyList;
use crate::args::This;
use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::types::iterator::{reduce_exhausted, reduce_iter};
use crate::value::Value;
use crate::vm::Vm;

/// The iterator of a list.
#[pyclass(name = "list_iterator", layout = 50)]
pub struct PyListIterator {
    /// The list; None once it is exhausted.
    pub(crate) list: VmCell<Option<Value>>,
    /// Place of the next item.
    #[pyclass(skip)]
    pub(crate) index: Cell<usize>,
}

impl PyListIterator {
    /// An iterator at the start of `list`.
    #[inline(always)]
    pub fn new(list: &Value) -> PyListIterator {
        PyListIterator { list: VmCell::new(Some(list.clone())), index: Cell::new(0) }
    }

    /// The next item.
    #[inline]
    pub fn advance(&self, vm: &mut Vm) -> Option<Value> {
        let index = self.index.get();
        let item = self.list.borrow(vm).as_ref()?.downcast::<PyList>()?.items.borrow(vm).get(index).cloned();
        if item.is_some() {
            self.index.set(index + 1);
        } else {
            self.list.set(vm, None);
        }
        item
    }
}

#[pymethods]
impl PyListIterator {
    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyListIterator>) -> PyResult<Option<Value>> {
        Ok(this.advance(vm))
    }

    /// Private method returning an estimate of len(list(it)).
    #[pymethod("__length_hint__($self, /)")]
    fn length_hint(vm: &mut Vm, this: This<'_, PyListIterator>) -> usize {
        let list = this.list.borrow(vm).as_ref().and_then(|list| list.downcast::<PyList>());
        list.map_or(0, |list| list.len(vm).saturating_sub(this.index.get()))
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)")]
    fn reduce(vm: &mut Vm, this: This<'_, PyListIterator>) -> PyResult {
        match this.list.get(vm) {
            Some(list) => reduce_iter(vm, "iter", list, Some(this.index.get() as i64)),
            None => {
                let empty = vm.new_list(Vec::new());
                reduce_exhausted(vm, empty)
            }
        }
    }

    /// Set state information for unpickling.
    #[pymethod("__setstate__($self, state, /)")]
    fn setstate(vm: &mut Vm, this: This<'_, PyListIterator>, state: isize) {
        if let Some(list) = this.list.borrow(vm).as_ref().and_then(|list| list.downcast::<PyList>()) {
            this.index.set((state.max(0) as usize).min(list.len(vm)));
        }
    }
}

/// The iterator that `reversed` gives for a list.
#[pyclass(name = "list_reverseiterator", layout = 51)]
pub struct PyListReverseIterator {
    /// The list; None once it is exhausted.
    pub(crate) list: VmCell<Option<Value>>,
    /// Place of the next item; -1 at the end.
    #[pyclass(skip)]
    pub(crate) index: Cell<isize>,
}

impl PyListReverseIterator {
    /// An iterator at the end of `list`, whose payload is `items`.
    pub fn new(vm: &Vm, list: &Value, items: &PyList) -> PyListReverseIterator {
        let last = items.len(vm) as isize - 1;
        PyListReverseIterator { list: VmCell::new(Some(list.clone())), index: Cell::new(last) }
    }

    /// The next item.
    #[inline]
    pub fn advance(&self, vm: &mut Vm) -> Option<Value> {
        let index = self.index.get();
        let list = self.list.borrow(vm).as_ref().and_then(|list| list.downcast::<PyList>());
        let place = usize::try_from(index).ok();
        let item = list.zip(place).and_then(|(list, place)| list.get(vm, place));
        if item.is_some() {
            self.index.set(index - 1);
        } else {
            self.index.set(-1);
            self.list.set(vm, None);
        }
        item
    }

    /// Items to come.
    pub(crate) fn left(&self, vm: &Vm) -> usize {
        let list = self.list.borrow(vm).as_ref().and_then(|list| list.downcast::<PyList>());
        let left = (self.index.get() + 1) as usize;
        list.map_or(0, |list| if list.len(vm) < left { 0 } else { left })
    }
}

#[pymethods]
impl PyListReverseIterator {
    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyListReverseIterator>) -> PyResult<Option<Value>> {
        Ok(this.advance(vm))
    }

    /// Private method returning an estimate of len(list(it)).
    #[pymethod("__length_hint__($self, /)")]
    fn length_hint(vm: &mut Vm, this: This<'_, PyListReverseIterator>) -> usize {
        this.left(vm)
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)")]
    fn reduce(vm: &mut Vm, this: This<'_, PyListReverseIterator>) -> PyResult {
        match this.list.get(vm) {
            Some(list) => reduce_iter(vm, "reversed", list, Some(this.index.get() as i64)),
            None => {
                let empty = vm.new_list(Vec::new());
                reduce_exhausted(vm, empty)
            }
        }
    }

    /// Set state information for unpickling.
    #[pymethod("__setstate__($self, state, /)")]
    fn setstate(vm: &mut Vm, this: This<'_, PyListReverseIterator>, state: isize) {
        if let Some(list) = this.list.borrow(vm).as_ref().and_then(|list| list.downcast::<PyList>()) {
            let last = list.len(vm) as isize - 1;
            this.index.set(state.clamp(-1, last.max(-1)));
        }
    }
}
