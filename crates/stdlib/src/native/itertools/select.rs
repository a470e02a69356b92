//! `compress`, `dropwhile`, `filterfalse` and `takewhile`.

use std::cell::Cell;

use minipy_macros::{pyclass, pymethods};
use minipy_vm::args::This;
use minipy_vm::{PyResult, Ty, Value, Vm};

use super::reduced;

/// Whether the function says yes.
fn asks(vm: &mut Vm, function: &Value, item: &Value) -> PyResult<bool> {
    let answer = vm.call(function, std::slice::from_ref(item))?;
    vm.truth(&answer)
}

/// Return data elements corresponding to true selector elements.
///
/// The shorter of the two iterables ends it.
#[pyclass(name = "compress", module = "itertools", layout = 153, flags(basetype))]
pub struct PyCompress {
    data: Value,
    selectors: Value,
}

#[pymethods]
impl PyCompress {
    #[new("compress(data, selectors)")]
    fn new(vm: &mut Vm, cls: Ty, data: &Value, selectors: &Value) -> PyResult {
        let data = vm.iter(data)?;
        let selectors = vm.iter(selectors)?;
        Ok(vm.new_instance(cls, PyCompress { data, selectors }))
    }

    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyCompress>) -> PyResult<Option<Value>> {
        loop {
            let Some(item) = vm.next(&this.data)? else { return Ok(None) };
            let Some(selector) = vm.next(&this.selectors)? else { return Ok(None) };
            if vm.truth(&selector)? {
                return Ok(Some(item));
            }
            vm.poll()?;
        }
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyCompress>) -> Value {
        reduced(vm, this.value(), &[this.data.clone(), this.selectors.clone()], None)
    }
}

/// Drop items from the iterable while predicate(item) is true.
///
/// Afterwards, return every element until the iterable is exhausted.
#[pyclass(name = "dropwhile", module = "itertools", layout = 154, flags(basetype))]
pub struct PyDropWhile {
    function: Value,
    iterator: Value,
    #[pyclass(skip)]
    started: Cell<bool>,
}

#[pymethods]
impl PyDropWhile {
    #[new("dropwhile(predicate, iterable, /)")]
    fn new(vm: &mut Vm, cls: Ty, predicate: &Value, iterable: &Value) -> PyResult {
        let iterator = vm.iter(iterable)?;
        Ok(vm.new_instance(cls, PyDropWhile { function: predicate.clone(), iterator, started: Cell::new(false) }))
    }

    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyDropWhile>) -> PyResult<Option<Value>> {
        loop {
            let Some(item) = vm.next(&this.iterator)? else { return Ok(None) };
            if this.started.get() {
                return Ok(Some(item));
            }
            if !asks(vm, &this.function, &item)? {
                this.started.set(true);
                return Ok(Some(item));
            }
            vm.poll()?;
        }
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyDropWhile>) -> Value {
        let started = Value::int32(i32::from(this.started.get()));
        reduced(vm, this.value(), &[this.function.clone(), this.iterator.clone()], Some(started))
    }

    /// Set state information for unpickling.
    #[pymethod("__setstate__($self, state, /)", no_text)]
    fn setstate(this: This<'_, PyDropWhile>, state: bool) {
        this.started.set(state);
    }
}

/// Return those items of iterable for which function(item) is false.
///
/// If function is None, return the items that are false.
#[pyclass(name = "filterfalse", module = "itertools", layout = 155, flags(basetype))]
pub struct PyFilterFalse {
    function: Value,
    iterator: Value,
}

#[pymethods]
impl PyFilterFalse {
    #[new("filterfalse(function, iterable, /)")]
    fn new(vm: &mut Vm, cls: Ty, function: &Value, iterable: &Value) -> PyResult {
        let iterator = vm.iter(iterable)?;
        Ok(vm.new_instance(cls, PyFilterFalse { function: function.clone(), iterator }))
    }

    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyFilterFalse>) -> PyResult<Option<Value>> {
        let by_truth = this.function.is_none() || this.function.is(&vm.type_of(&Value::TRUE).value());
        loop {
            let Some(item) = vm.next(&this.iterator)? else { return Ok(None) };
            let drop = if by_truth { vm.truth(&item)? } else { asks(vm, &this.function, &item)? };
            if !drop {
                return Ok(Some(item));
            }
            vm.poll()?;
        }
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyFilterFalse>) -> Value {
        reduced(vm, this.value(), &[this.function.clone(), this.iterator.clone()], None)
    }
}

/// Return successive entries from an iterable as long as the predicate evaluates to true for each entry.
#[pyclass(name = "takewhile", module = "itertools", layout = 156, flags(basetype))]
pub struct PyTakeWhile {
    function: Value,
    iterator: Value,
    #[pyclass(skip)]
    stopped: Cell<bool>,
}

#[pymethods]
impl PyTakeWhile {
    #[new("takewhile(predicate, iterable, /)")]
    fn new(vm: &mut Vm, cls: Ty, predicate: &Value, iterable: &Value) -> PyResult {
        let iterator = vm.iter(iterable)?;
        Ok(vm.new_instance(cls, PyTakeWhile { function: predicate.clone(), iterator, stopped: Cell::new(false) }))
    }

    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyTakeWhile>) -> PyResult<Option<Value>> {
        if this.stopped.get() {
            return Ok(None);
        }
        let Some(item) = vm.next(&this.iterator)? else { return Ok(None) };
        if asks(vm, &this.function, &item)? {
            return Ok(Some(item));
        }
        this.stopped.set(true);
        Ok(None)
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyTakeWhile>) -> Value {
        let stopped = Value::int32(i32::from(this.stopped.get()));
        reduced(vm, this.value(), &[this.function.clone(), this.iterator.clone()], Some(stopped))
    }

    /// Set state information for unpickling.
    #[pymethod("__setstate__($self, state, /)", no_text)]
    fn setstate(this: This<'_, PyTakeWhile>, state: bool) {
        this.stopped.set(state);
    }
}
