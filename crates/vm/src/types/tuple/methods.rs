//! The methods of tuple.

use minipy_macros::pymethods;

use crate::args::This;
use crate::exc::PyResult;
use crate::heap::var::PyTuple;
use crate::object::Ty;
use crate::types::list::PyList;
use crate::types::sequence::{count_equal, find_equal, search_bound};
use crate::value::Value;
use crate::vm::Vm;

#[pymethods(part = "methods")]
impl PyTuple {
    #[new("tuple(iterable=(), /)")]
    fn new(vm: &mut Vm, cls: Ty, iterable: Option<&Value>) -> PyResult {
        let Some(iterable) = iterable else { return Ok(vm.new_tuple_instance(cls, Vec::new())) };
        if cls == vm.ty::<PyTuple>() && vm.is_exact::<PyTuple>(iterable) {
            return Ok(iterable.clone());
        }
        if cls == vm.ty::<PyTuple>()
            && vm.is_exact::<PyList>(iterable)
            && let Some(list) = iterable.downcast::<PyList>()
        {
            return Ok(vm.new_tuple_from(list.items.borrow(vm)));
        }
        let items = vm.collect(iterable)?;
        Ok(vm.new_tuple_instance(cls, items))
    }

    #[pymethod("__getnewargs__($self, /)")]
    fn getnewargs(vm: &mut Vm, this: This<'_, PyTuple>) -> Value {
        let copy = vm.new_tuple_from(this.items());
        vm.new_tuple_from(&[copy])
    }

    /// Return first index of value.
    ///
    /// Raises ValueError if the value is not present.
    #[pymethod("index($self, value, start=0, stop=sys.maxsize, /)")]
    fn index(
        vm: &mut Vm,
        this: This<'_, PyTuple>,
        value: &Value,
        start: Option<&Value>,
        stop: Option<&Value>,
    ) -> PyResult<usize> {
        let len = this.items().len();
        let start = search_bound(vm, start, 0, len)?;
        let stop = search_bound(vm, stop, usize::MAX, len)?;
        match find_equal(vm, |_, i| this.items().get(i).cloned(), value, start, stop)? {
            Some(place) => Ok(place),
            None => Err(vm.value_error("tuple.index(x): x not in tuple")),
        }
    }

    /// Return number of occurrences of value.
    #[pymethod("count($self, value, /)")]
    fn count(vm: &mut Vm, this: This<'_, PyTuple>, value: &Value) -> PyResult<usize> {
        count_equal(vm, |_: &Vm, i| this.items().get(i).cloned(), value)
    }

    /// See PEP 585
    #[classmethod("__class_getitem__($type, item, /)", no_text)]
    fn class_getitem(vm: &mut Vm, cls: Ty, item: &Value) -> PyResult {
        vm.generic_alias(&cls.value(), item)
    }
}
