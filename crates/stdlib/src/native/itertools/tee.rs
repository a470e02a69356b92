//! `tee`, with its iterators `_tee` over a chain of `_tee_dataobject`s.

use std::cell::Cell;

use minipy_macros::{pyclass, pyfunction, pymethods};
use minipy_vm::args::This;
use minipy_vm::types::list::PyList;
use minipy_vm::{PyResult, Ty, Value, Vm, VmCell};

use super::{reduced, state_items};

/// Items a link of the chain holds.
const LINK: usize = 57;

/// teedataobject(iterable, values, next, /)
/// --
///
/// Data container common to multiple tee objects.
#[pyclass(name = "_tee_dataobject", module = "itertools", layout = 158)]
pub struct PyTeeData {
    iterator: Value,
    /// The items of this link that have been read.
    values: VmCell<Vec<Value>>,
    /// The next link.
    next: VmCell<Option<Value>>,
    #[pyclass(skip)]
    running: Cell<bool>,
}

impl PyTeeData {
    fn new_link(vm: &Vm, iterator: Value) -> Value {
        let next = VmCell::new(None);
        vm.new_object(PyTeeData { iterator, values: VmCell::new(Vec::new()), next, running: Cell::new(false) })
    }

    /// The item at a place, read now if no tee has been there yet.
    fn item(&self, vm: &mut Vm, place: usize) -> PyResult<Option<Value>> {
        if let Some(value) = self.values.borrow(vm).get(place) {
            return Ok(Some(value.clone()));
        }
        if self.running.replace(true) {
            return Err(vm.runtime_error("cannot re-enter the tee iterator"));
        }
        let item = vm.next(&self.iterator);
        self.running.set(false);
        let item = item?;
        self.values.borrow_mut(vm).extend(item.clone());
        Ok(item)
    }

    fn next_link(&self, vm: &mut Vm) -> Value {
        if let Some(next) = self.next.get(vm) {
            return next;
        }
        let link = PyTeeData::new_link(vm, self.iterator.clone());
        self.next.set(vm, Some(link.clone()));
        link
    }
}

#[pymethods]
impl PyTeeData {
    #[new("_tee_dataobject(iterable, values, next, /)", no_text)]
    fn new(vm: &mut Vm, _cls: Ty, iterable: &Value, values: &PyList, next: &Value) -> PyResult {
        let values = values.items.get(vm);
        let full = values.len() == LINK;
        if values.len() > LINK || (!next.is_none() && (!full || !next.is_a::<PyTeeData>())) {
            return Err(vm.value_error("Invalid arguments"));
        }
        let next = if next.is_none() { None } else { Some(next.clone()) };
        let data = PyTeeData {
            iterator: iterable.clone(),
            values: VmCell::new(values),
            next: VmCell::new(next),
            running: Cell::new(false),
        };
        Ok(vm.new_object(data))
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyTeeData>) -> Value {
        let values = this.values.get(vm);
        let values = vm.new_list(values);
        let next = this.next.get(vm).unwrap_or(Value::NONE);
        reduced(vm, this.value(), &[this.iterator.clone(), values, next], None)
    }
}

/// Iterator wrapped to make it copyable.
#[pyclass(name = "_tee", module = "itertools", layout = 159, flags(weakref))]
pub struct PyTee {
    /// The link it reads.
    data: VmCell<Option<Value>>,
    /// Its place in it.
    #[pyclass(skip)]
    index: Cell<usize>,
}

impl PyTee {
    fn over(vm: &mut Vm, iterable: &Value) -> PyResult {
        let iterator = vm.iter(iterable)?;
        if let Some(tee) = iterator.downcast::<PyTee>() {
            return Ok(tee.copied(vm));
        }
        let data = VmCell::new(Some(PyTeeData::new_link(vm, iterator)));
        Ok(vm.new_object(PyTee { data, index: Cell::new(0) }))
    }

    fn copied(&self, vm: &mut Vm) -> Value {
        let data = VmCell::new(self.data.get(vm));
        vm.new_object(PyTee { data, index: self.index.clone() })
    }
}

#[pymethods]
impl PyTee {
    #[new("_tee(iterable, /)")]
    fn new(vm: &mut Vm, _cls: Ty, iterable: &Value) -> PyResult {
        PyTee::over(vm, iterable)
    }

    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyTee>) -> PyResult<Option<Value>> {
        let Some(mut link) = this.data.get(vm) else { return Ok(None) };
        if this.index.get() >= LINK
            && let Some(data) = link.downcast::<PyTeeData>()
        {
            let next = data.next_link(vm);
            this.data.set(vm, Some(next.clone()));
            this.index.set(0);
            link = next;
        }
        let Some(data) = link.downcast::<PyTeeData>() else { return Ok(None) };
        let item = data.item(vm, this.index.get())?;
        if item.is_some() {
            this.index.set(this.index.get() + 1);
        }
        Ok(item)
    }

    /// Returns an independent iterator.
    #[pymethod("__copy__($self, /)", no_text)]
    fn copy(vm: &mut Vm, this: This<'_, PyTee>) -> Value {
        this.copied(vm)
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyTee>) -> Value {
        let empty = vm.new_tuple(Vec::new());
        let state = [this.data.get(vm).unwrap_or(Value::NONE), vm.new_int(this.index.get() as i64)];
        let state = vm.new_tuple_from(&state);
        reduced(vm, this.value(), &[empty], Some(state))
    }

    /// Set state information for unpickling.
    #[pymethod("__setstate__($self, state, /)", no_text)]
    fn setstate(vm: &mut Vm, this: This<'_, PyTee>, state: &Value) -> PyResult<()> {
        let items = state_items(vm, state)?;
        let [data, index] = items else {
            return Err(vm.type_error(format!("function takes exactly 2 arguments ({} given)", items.len())));
        };
        if !data.is_a::<PyTeeData>() {
            let name = vm.type_name(data);
            return Err(vm.type_error(format!("argument 1 must be itertools._tee_dataobject, not {name}")));
        }
        match usize::try_from(vm.index_isize(index)?) {
            Ok(index) if index <= LINK => this.index.set(index),
            _ => return Err(vm.value_error("Index out of range")),
        }
        this.data.set(vm, Some(data.clone()));
        Ok(())
    }
}

/// Returns a tuple of n independent iterators.
#[pyfunction("itertools.tee(iterable, n=2, /)")]
pub fn tee(vm: &mut Vm, iterable: &Value, n: isize) -> PyResult {
    let Ok(n) = usize::try_from(n) else { return Err(vm.value_error("n must be >= 0")) };
    vm.check_size(n.saturating_mul(8))?;
    if n == 0 {
        return Ok(vm.new_tuple(Vec::new()));
    }
    let iterator = vm.iter(iterable)?;
    let name = vm.intern("__copy__");
    let (first, copy) = match vm.get_attr_opt(&iterator, &name)? {
        Some(copy) => (iterator, copy),
        None => {
            let first = PyTee::over(vm, &iterator)?;
            let copy = vm.get_attr(&first, &name)?;
            (first, copy)
        }
    };
    let mut tees = vec![first];
    for _ in 1..n {
        tees.push(vm.call(&copy, &[])?);
    }
    Ok(vm.new_tuple(tees))
}
