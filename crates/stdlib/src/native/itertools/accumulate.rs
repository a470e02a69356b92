//! `accumulate`.

use minipy_macros::{pyclass, pymethods};
use minipy_vm::args::This;
use minipy_vm::object::BinaryOp;
use minipy_vm::object::def::PyClass;
use minipy_vm::{PyResult, Ty, Value, Vm, VmCell};

use super::chain::PyChain;
use super::islice::PyISlice;
use super::reduced;

/// Return series of accumulated sums (or other binary function results).
#[pyclass(name = "accumulate", module = "itertools", layout = 140, flags(basetype))]
pub struct PyAccumulate {
    iterator: Value,
    /// None: addition.
    function: Option<Value>,
    total: VmCell<Option<Value>>,
    initial: VmCell<Option<Value>>,
}

#[pymethods]
impl PyAccumulate {
    #[new("accumulate(iterable, func=None, *, initial=None)")]
    fn new(vm: &mut Vm, cls: Ty, iterable: &Value, func: Option<&Value>, initial: Option<&Value>) -> PyResult {
        let iterator = vm.iter(iterable)?;
        let initial = VmCell::new(initial.cloned());
        let accumulate = PyAccumulate { iterator, function: func.cloned(), total: VmCell::new(None), initial };
        Ok(vm.new_instance(cls, accumulate))
    }

    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyAccumulate>) -> PyResult<Option<Value>> {
        if let Some(initial) = this.initial.take(vm) {
            this.total.set(vm, Some(initial.clone()));
            return Ok(Some(initial));
        }
        let Some(item) = vm.next(&this.iterator)? else { return Ok(None) };
        let total = match (this.total.get(vm), &this.function) {
            (None, _) => item,
            (Some(total), None) => vm.binary(BinaryOp::Add, &total, &item)?,
            (Some(total), Some(function)) => vm.call(function, &[total, item])?,
        };
        this.total.set(vm, Some(total.clone()));
        Ok(Some(total))
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyAccumulate>) -> PyResult {
        let function = this.function.clone().unwrap_or(Value::NONE);
        if let Some(initial) = this.initial.get(vm) {
            let chained = PyChain::of(vm, &[initial], &this.iterator)?;
            return Ok(reduced(vm, this.value(), &[chained, function], Some(Value::NONE)));
        }
        if this.total.borrow(vm).as_ref().is_some_and(Value::is_none) {
            // A total of None says "not begun" to __setstate__: it is computed again, and skipped.
            let chained = PyChain::of(vm, &[Value::NONE], &this.iterator)?;
            let class = vm.static_type(PyAccumulate::TYPE).value();
            let again = vm.call(&class, &[chained, function])?;
            let islice = vm.static_type(PyISlice::TYPE).value();
            let arguments = vm.new_tuple_from(&[again, Value::int32(1), Value::NONE]);
            return Ok(vm.new_tuple_from(&[islice, arguments]));
        }
        let total = this.total.get(vm).unwrap_or(Value::NONE);
        Ok(reduced(vm, this.value(), &[this.iterator.clone(), function], Some(total)))
    }

    /// Set state information for unpickling.
    #[pymethod("__setstate__($self, state, /)", no_text)]
    fn setstate(vm: &mut Vm, this: This<'_, PyAccumulate>, state: &Value) {
        let total = if state.is_none() { None } else { Some(state.clone()) };
        this.total.set(vm, total);
    }
}
