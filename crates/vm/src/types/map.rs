//! `map`. Answers to map_* of CPython's Python/bltinmodule.c.

use minipy_macros::{pyclass, pymethods};

use crate::args::{Args, This};
use crate::exc::PyResult;
use crate::object::Ty;
use crate::value::Value;
use crate::vm::Vm;

/// map(func, *iterables) --> map object
///
/// An iterator over what the function returns for the items of each of the iterables; the shortest one ends it.
#[pyclass(name = "map", layout = 57, flags(basetype))]
pub struct PyMap {
    /// What is called.
    pub(crate) function: Value,
    /// Iterators of its arguments.
    pub(crate) iterators: Box<[Value]>,
}

#[pymethods]
impl PyMap {
    #[new("map(func, *iterables)", no_text, raw)]
    fn new(vm: &mut Vm, cls: Ty, args: Args<'_>) -> PyResult {
        if args.has_keywords() && cls == vm.ty::<PyMap>() {
            return Err(vm.type_error("map() takes no keyword arguments"));
        }
        let [function, iterables @ ..] = args.positional() else {
            return Err(vm.type_error("map() must have at least two arguments."));
        };
        if iterables.is_empty() {
            return Err(vm.type_error("map() must have at least two arguments."));
        }
        let iterators = iterables.iter().map(|iterable| vm.iter(iterable)).collect::<PyResult<Box<[Value]>>>()?;
        Ok(vm.new_instance(cls, PyMap { function: function.clone(), iterators }))
    }

    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyMap>) -> PyResult<Option<Value>> {
        if let [only] = &*this.iterators {
            let Some(item) = vm.next_item(only)? else { return Ok(None) };
            return vm.call(&this.function, &[item]).map(Some);
        }
        if let [first, second] = &*this.iterators {
            let Some(a) = vm.next_item(first)? else { return Ok(None) };
            let Some(b) = vm.next_item(second)? else { return Ok(None) };
            return vm.call(&this.function, &[a, b]).map(Some);
        }
        let mut items = Vec::with_capacity(this.iterators.len());
        for iterator in &this.iterators {
            match vm.next(iterator)? {
                Some(item) => items.push(item),
                None => return Ok(None),
            }
        }
        vm.call(&this.function, &items).map(Some)
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)")]
    fn reduce(vm: &mut Vm, this: This<'_, PyMap>) -> Value {
        let len = this.iterators.len() + 1;
        let arguments = vm.new_tuple_exact(len, std::iter::once(&this.function).chain(&this.iterators).cloned());
        let class = vm.type_of(this.value()).value();
        vm.new_tuple_from(&[class, arguments])
    }
}
