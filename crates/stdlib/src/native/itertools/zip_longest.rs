//! `zip_longest`.

use std::cell::Cell;

use minipy_macros::{pyclass, pymethods};
use minipy_vm::args::{Args, This};
use minipy_vm::{PyResult, Ty, Value, Vm, VmCell};

use super::reduced;

/// zip_longest(iter1 [,iter2 [...]], [fillvalue=None]) --> zip_longest object
///
/// Yields tuples with one item of each of the iterables, until the longest is exhausted; fillvalue (None by default)
/// stands for the items that the shorter ones do not have.
#[pyclass(name = "zip_longest", module = "itertools", layout = 160, flags(basetype))]
pub struct PyZipLongest {
    /// Exhausted ones are None.
    iterators: VmCell<Vec<Option<Value>>>,
    fill: VmCell<Value>,
    /// How many are not exhausted.
    #[pyclass(skip)]
    active: Cell<usize>,
}

#[pymethods]
impl PyZipLongest {
    #[new("zip_longest(*iterables, fillvalue=None)", no_text, raw)]
    fn new(vm: &mut Vm, cls: Ty, args: Args<'_>) -> PyResult {
        let mut fill = Value::NONE;
        for (name, value) in args.keywords() {
            if vm.str_lossy(name) != "fillvalue" || args.names().len() > 1 {
                return Err(vm.type_error("zip_longest() got an unexpected keyword argument"));
            }
            fill = value.clone();
        }
        let iterators = args.positional().iter().map(|iterable| vm.iter(iterable).map(Some));
        let iterators = iterators.collect::<PyResult<Vec<_>>>()?;
        let active = Cell::new(iterators.len());
        let zipped = PyZipLongest { iterators: VmCell::new(iterators), fill: VmCell::new(fill), active };
        Ok(vm.new_instance(cls, zipped))
    }

    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyZipLongest>) -> PyResult<Option<Value>> {
        if this.active.get() == 0 {
            return Ok(None);
        }
        let count = this.iterators.borrow(vm).len();
        let mut items = Vec::with_capacity(count);
        for place in 0..count {
            let iterator = this.iterators.borrow(vm).get(place).cloned().flatten();
            let item = match iterator {
                None => None,
                Some(iterator) => match vm.next(&iterator) {
                    Ok(Some(item)) => Some(item),
                    Ok(None) => {
                        this.active.set(this.active.get().saturating_sub(1));
                        if this.active.get() == 0 {
                            return Ok(None);
                        }
                        if let Some(exhausted) = this.iterators.borrow_mut(vm).get_mut(place) {
                            *exhausted = None;
                        }
                        None
                    }
                    Err(raised) => {
                        this.active.set(0);
                        return Err(raised);
                    }
                },
            };
            items.push(item.unwrap_or_else(|| this.fill.get(vm)));
        }
        Ok(Some(vm.new_tuple(items)))
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyZipLongest>) -> Value {
        let empty = vm.new_tuple(Vec::new());
        let iterators = this.iterators.get(vm).into_iter().map(|iterator| iterator.unwrap_or_else(|| empty.clone()));
        let arguments: Vec<Value> = iterators.collect();
        let fill = this.fill.get(vm);
        reduced(vm, this.value(), &arguments, Some(fill))
    }

    /// Set state information for unpickling.
    #[pymethod("__setstate__($self, state, /)", no_text)]
    fn setstate(vm: &mut Vm, this: This<'_, PyZipLongest>, state: &Value) {
        this.fill.set(vm, state.clone());
    }
}
