//! `range_iterator` and `longrange_iterator`.

use std::cell::Cell;

use dashu_int::IBig;
use minipy_macros::{pyclass, pymethods};

use super::{Bounds, PyRange, Range};
use crate::args::This;
use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::types::iterator::reduce_call;
use crate::value::Value;
use crate::vm::Vm;

/// The iterator of a range whose items fit 64 bits.
#[pyclass(name = "range_iterator", layout = 53, no_trace)]
pub struct PyRangeIterator {
    /// First item.
    pub(crate) start: i64,
    /// Distance.
    pub(crate) step: i64,
    /// Number of items.
    pub(crate) len: i64,
    /// Items given out.
    pub(crate) index: Cell<i64>,
}

/// The iterator of any other range.
#[pyclass(name = "longrange_iterator", layout = 54, no_trace)]
pub struct PyLongRangeIterator {
    start: IBig,
    step: IBig,
    len: IBig,
    index: VmCell<IBig>,
}

fn small(start: i64, step: i64, len: i64) -> PyRangeIterator {
    PyRangeIterator { start, step, len, index: Cell::new(0) }
}

/// `iter(range)`.
pub(super) fn iterate(vm: &Vm, bounds: &Bounds) -> Value {
    if let Bounds::Small(Range { start, stop, step, len }) = *bounds {
        // The item after the last one must fit too.
        let fits = if step > 0 { stop <= i64::MAX - (step - 1) } else { stop >= i64::MIN + (-1 - step) };
        if len == 0 || fits {
            return vm.new_object(small(start, step, len));
        }
    }
    let Range { start, step, len, .. } = bounds.big();
    vm.new_object(PyLongRangeIterator { start, step, len, index: VmCell::new(IBig::ZERO) })
}

/// `reversed(range)`.
pub(super) fn iterate_reversed(vm: &Vm, bounds: &Bounds) -> Value {
    if let Bounds::Small(Range { start, step, len, .. }) = *bounds
        && let (Some(before), Some(down)) = (start.checked_sub(step), step.checked_neg())
    {
        return vm.new_object(small(before.wrapping_add(len.wrapping_mul(step)), down, len));
    }
    let Range { start, step, len, .. } = bounds.big();
    let last = start + (&len - IBig::ONE) * &step;
    vm.new_object(PyLongRangeIterator { start: last, step: -step, len, index: VmCell::new(IBig::ZERO) })
}

impl PyRangeIterator {
    /// The next number.
    #[inline(always)]
    pub fn advance(&self) -> Option<i64> {
        let index = self.index.get();
        if index >= self.len {
            return None;
        }
        self.index.set(index + 1);
        Some(self.start.wrapping_add(index.wrapping_mul(self.step)))
    }
}

#[pymethods]
impl PyRangeIterator {
    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyRangeIterator>) -> PyResult<Option<Value>> {
        Ok(this.advance().map(|number| vm.new_int(number)))
    }

    /// Private method returning an estimate of len(list(it)).
    #[pymethod("__length_hint__($self, /)")]
    fn length_hint(this: This<'_, PyRangeIterator>) -> i64 {
        this.len - this.index.get()
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)")]
    fn reduce(vm: &mut Vm, this: This<'_, PyRangeIterator>) -> PyResult {
        let stop = this.start.wrapping_add(this.len.wrapping_mul(this.step));
        let bounds = Bounds::new(this.start.into(), stop.into(), this.step.into());
        let (range, index) = (vm.new_object(PyRange { bounds }), vm.new_int(this.index.get()));
        reduce_call(vm, "iter", &[range], Some(index))
    }

    /// Set state information for unpickling.
    #[pymethod("__setstate__($self, state, /)")]
    fn setstate(this: This<'_, PyRangeIterator>, state: i64) {
        this.index.set(state.clamp(0, this.len));
    }
}

#[pymethods]
impl PyLongRangeIterator {
    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyLongRangeIterator>) -> PyResult<Option<Value>> {
        let index = this.index.get(vm);
        if index >= this.len {
            return Ok(None);
        }
        let item = &this.start + &index * &this.step;
        this.index.set(vm, index + IBig::ONE);
        Ok(Some(vm.new_bigint(item)))
    }

    /// Private method returning an estimate of len(list(it)).
    #[pymethod("__length_hint__($self, /)")]
    fn length_hint(vm: &mut Vm, this: This<'_, PyLongRangeIterator>) -> Value {
        let left = &this.len - this.index.borrow(vm);
        vm.new_bigint(left)
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)")]
    fn reduce(vm: &mut Vm, this: This<'_, PyLongRangeIterator>) -> PyResult {
        let stop = &this.start + &this.len * &this.step;
        let bounds = Bounds::new(this.start.clone(), stop, this.step.clone());
        let index = this.index.get(vm);
        let (range, index) = (vm.new_object(PyRange { bounds }), vm.new_bigint(index));
        reduce_call(vm, "iter", &[range], Some(index))
    }

    /// Set state information for unpickling.
    #[pymethod("__setstate__($self, state, /)")]
    fn setstate(vm: &mut Vm, this: This<'_, PyLongRangeIterator>, state: &Value) -> PyResult<()> {
        let state = vm.to_bigint(state)?;
        let index = state.max(IBig::ZERO).min(this.len.clone());
        this.index.set(vm, index);
        Ok(())
    }
}
