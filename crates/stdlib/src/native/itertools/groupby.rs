//! `groupby` and its `_grouper`.

use std::cell::Cell;

use minipy_macros::{pyclass, pymethods};
use minipy_vm::args::This;
use minipy_vm::{PyResult, Ty, Value, Vm, VmCell};

use super::{reduced, reduced_iter, state_items};

/// make an iterator that returns consecutive keys and groups from the iterable
///
///   iterable
///     Elements to divide into groups according to the key function.
///   key
///     A function for computing the group category for each element.
///     Without one the element itself is used for grouping.
#[pyclass(name = "groupby", module = "itertools", layout = 146, flags(basetype))]
pub struct PyGroupBy {
    iterator: Value,
    key: Option<Value>,
    /// Key of the group that was given out last.
    target: VmCell<Option<Value>>,
    /// Key of the last element read.
    current: VmCell<Option<Value>>,
    /// The last element read, if no group has given it out.
    element: VmCell<Option<Value>>,
    /// Number of the newest group: older ones are at their end.
    group: Cell<GroupNumber>,
}

type GroupNumber = u64;

impl PyGroupBy {
    /// Reads one element; false at the end.
    fn step(&self, vm: &mut Vm) -> PyResult<bool> {
        let Some(element) = vm.next(&self.iterator)? else { return Ok(false) };
        let key = match &self.key {
            Some(function) => vm.call(function, std::slice::from_ref(&element))?,
            None => element.clone(),
        };
        self.element.set(vm, Some(element));
        self.current.set(vm, Some(key));
        Ok(true)
    }
}

#[pymethods]
impl PyGroupBy {
    #[new("groupby(iterable, key=None)")]
    fn new(vm: &mut Vm, cls: Ty, iterable: &Value, key: Option<&Value>) -> PyResult {
        let iterator = vm.iter(iterable)?;
        let groupby = PyGroupBy {
            iterator,
            key: key.cloned(),
            target: VmCell::new(None),
            current: VmCell::new(None),
            element: VmCell::new(None),
            group: Cell::new(0),
        };
        Ok(vm.new_instance(cls, groupby))
    }

    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyGroupBy>) -> PyResult<Option<Value>> {
        this.group.set(this.group.get() + 1);
        let key = loop {
            match (this.current.get(vm), this.target.get(vm)) {
                (None, _) => {}
                (Some(current), None) => break current,
                (Some(current), Some(target)) => {
                    if !vm.eq(&target, &current)? {
                        break current;
                    }
                }
            }
            if !this.step(vm)? {
                return Ok(None);
            }
            vm.poll()?;
        };
        this.target.set(vm, Some(key.clone()));
        let grouper =
            PyGrouper { parent: this.value().clone(), target: key.clone(), group: Cell::new(this.group.get()) };
        let grouper = vm.new_object(grouper);
        Ok(Some(vm.new_tuple_from(&[key, grouper])))
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyGroupBy>) -> Value {
        let arguments = [this.iterator.clone(), this.key.clone().unwrap_or(Value::NONE)];
        let state = match (this.current.get(vm), this.element.get(vm), this.target.get(vm)) {
            (Some(current), Some(element), Some(target)) => Some(vm.new_tuple_from(&[current, element, target])),
            _ => None,
        };
        reduced(vm, this.value(), &arguments, state)
    }

    /// Set state information for unpickling.
    #[pymethod("__setstate__($self, state, /)", no_text)]
    fn setstate(vm: &mut Vm, this: This<'_, PyGroupBy>, state: &Value) -> PyResult<()> {
        let items = state_items(vm, state)?;
        let [current, element, target] = items else {
            return Err(vm.type_error(format!("function takes exactly 3 arguments ({} given)", items.len())));
        };
        this.current.set(vm, Some(current.clone()));
        this.element.set(vm, Some(element.clone()));
        this.target.set(vm, Some(target.clone()));
        Ok(())
    }
}

/// One group.
#[pyclass(name = "_grouper", module = "itertools", layout = 147)]
pub struct PyGrouper {
    parent: Value,
    target: Value,
    group: Cell<GroupNumber>,
}

#[pymethods]
impl PyGrouper {
    #[new("_grouper(parent, tgtkey, /)", no_text)]
    fn new(vm: &mut Vm, _cls: Ty, parent: This<'_, PyGroupBy>, tgtkey: &Value) -> PyResult {
        parent.group.set(parent.group.get() + 1);
        let group = Cell::new(parent.group.get());
        Ok(vm.new_object(PyGrouper { parent: parent.value().clone(), target: tgtkey.clone(), group }))
    }

    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyGrouper>) -> PyResult<Option<Value>> {
        let Some(parent) = this.parent.downcast::<PyGroupBy>() else { return Ok(None) };
        if parent.group.get() != this.group.get() {
            return Ok(None);
        }
        if parent.element.borrow(vm).is_none() && !parent.step(vm)? {
            return Ok(None);
        }
        let Some(current) = parent.current.get(vm) else { return Ok(None) };
        if !vm.eq(&this.target, &current)? {
            return Ok(None);
        }
        parent.current.set(vm, None);
        Ok(parent.element.take(vm))
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyGrouper>) -> PyResult {
        let live = this.parent.downcast::<PyGroupBy>().is_some_and(|parent| parent.group.get() == this.group.get());
        if !live {
            let empty = vm.new_tuple(Vec::new());
            return reduced_iter(vm, empty);
        }
        Ok(reduced(vm, this.value(), &[this.parent.clone(), this.target.clone()], None))
    }
}
