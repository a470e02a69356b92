//! `filter`. Answers to filter_* of CPython's Python/bltinmodule.c.

use minipy_macros::{pyclass, pymethods};

use crate::args::This;
use crate::exc::PyResult;
use crate::object::Ty;
use crate::value::Value;
use crate::vm::Vm;

/// filter(function or None, iterable) --> filter object
///
/// An iterator over those items of iterable for which function(item) is true, or over the items that are true
/// themselves if function is None.
#[pyclass(name = "filter", layout = 58, flags(basetype))]
pub struct PyFilter {
    /// What decides; None: the item's own truth.
    pub(crate) function: Value,
    /// Iterator of the items.
    pub(crate) iterator: Value,
    /// Asking the function is the same as asking the item: it is None or bool.
    #[pyclass(skip)]
    pub(crate) by_truth: bool,
}

#[pymethods]
impl PyFilter {
    #[new("filter(function, iterable, /)", no_text)]
    fn new(vm: &mut Vm, cls: Ty, function: &Value, iterable: &Value) -> PyResult {
        let iterator = vm.iter(iterable)?;
        let by_truth = function.is_none() || function.is(&vm.type_of(&Value::TRUE).value());
        Ok(vm.new_instance(cls, PyFilter { function: function.clone(), iterator, by_truth }))
    }

    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyFilter>) -> PyResult<Option<Value>> {
        while let Some(item) = vm.next_item(&this.iterator)? {
            let chosen = if this.by_truth {
                vm.truth(&item)?
            } else {
                let answer = vm.call(&this.function, std::slice::from_ref(&item))?;
                vm.truth(&answer)?
            };
            if chosen {
                return Ok(Some(item));
            }
            vm.poll()?;
        }
        Ok(None)
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)")]
    fn reduce(vm: &mut Vm, this: This<'_, PyFilter>) -> Value {
        let arguments = vm.new_tuple_from(&[this.function.clone(), this.iterator.clone()]);
        let class = vm.type_of(this.value()).value();
        vm.new_tuple_from(&[class, arguments])
    }
}
