//! `starmap`.

use minipy_macros::{pyclass, pymethods};
use minipy_vm::args::This;
use minipy_vm::heap::var::PyTuple;
use minipy_vm::{PyResult, Ty, Value, Vm};

use super::reduced;

/// Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.
#[pyclass(name = "starmap", module = "itertools", layout = 157, flags(basetype))]
pub struct PyStarMap {
    function: Value,
    iterator: Value,
}

#[pymethods]
impl PyStarMap {
    #[new("starmap(function, iterable, /)")]
    fn new(vm: &mut Vm, cls: Ty, function: &Value, iterable: &Value) -> PyResult {
        let iterator = vm.iter(iterable)?;
        Ok(vm.new_instance(cls, PyStarMap { function: function.clone(), iterator }))
    }

    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyStarMap>) -> PyResult<Option<Value>> {
        let Some(arguments) = vm.next(&this.iterator)? else { return Ok(None) };
        if vm.is_exact::<PyTuple>(&arguments)
            && let Some(tuple) = arguments.downcast::<PyTuple>()
        {
            return vm.call(&this.function, tuple.items()).map(Some);
        }
        let arguments = vm.collect(&arguments)?;
        vm.call(&this.function, &arguments).map(Some)
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyStarMap>) -> Value {
        reduced(vm, this.value(), &[this.function.clone(), this.iterator.clone()], None)
    }
}
