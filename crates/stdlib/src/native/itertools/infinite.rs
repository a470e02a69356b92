//! `count`, `cycle` and `repeat`.

use std::cell::Cell;

use minipy_macros::{pyclass, pymethods};
use minipy_vm::args::This;
use minipy_vm::object::BinaryOp;
use minipy_vm::types::list::PyList;
use minipy_vm::{PyResult, Ty, Value, Vm, VmCell};

use super::{reduced, state_items};

/// Return a count object whose .__next__() method returns consecutive values.
///
/// It counts from start in steps of step: start, start + step, start + 2 * step, ...
#[pyclass(name = "count", module = "itertools", layout = 148, flags(basetype))]
pub struct PyCount {
    count: VmCell<Value>,
    step: Value,
}

impl PyCount {
    fn by_one(&self) -> bool {
        self.step.as_small_int() == Some(1)
    }
}

/// Whether arithmetic is to be expected of it.
fn is_number(vm: &Vm, value: &Value) -> bool {
    let slots = &vm.type_of(value).slots;
    slots.index.get().is_some()
        || slots.int.get().is_some()
        || slots.float.get().is_some()
        || vm.type_name(value) == "complex"
}

#[pymethods]
impl PyCount {
    #[new("count(start=0, step=1)")]
    fn new(vm: &mut Vm, cls: Ty, start: Option<&Value>, step: Option<&Value>) -> PyResult {
        let start = start.cloned().unwrap_or(Value::int32(0));
        let step = step.cloned().unwrap_or(Value::int32(1));
        // Where both are small ints, True counts as 1 from the first.
        let start = match (vm.int_to_i64(&start), vm.int_to_i64(&step)) {
            (Some(number), Some(_)) => vm.new_int(number),
            _ => start,
        };
        if !is_number(vm, &start) || !is_number(vm, &step) {
            return Err(vm.type_error("a number is required"));
        }
        Ok(vm.new_instance(cls, PyCount { count: VmCell::new(start), step }))
    }

    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyCount>) -> PyResult<Option<Value>> {
        let count = this.count.get(vm);
        let next = match (count.as_small_int(), this.step.as_small_int()) {
            (Some(count), Some(step)) => vm.new_int(count + step),
            _ => vm.binary(BinaryOp::Add, &count, &this.step)?,
        };
        this.count.set(vm, next);
        Ok(Some(count))
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyCount>) -> PyResult {
        let name = vm.type_of(this.value()).name(vm);
        let count = this.count.get(vm);
        let count = vm.repr_string(&count)?;
        if this.by_one() {
            return Ok(vm.new_str(&format!("{name}({count})")));
        }
        let step = vm.repr_string(&this.step)?;
        Ok(vm.new_str(&format!("{name}({count}, {step})")))
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyCount>) -> Value {
        let count = this.count.get(vm);
        if this.by_one() {
            return reduced(vm, this.value(), &[count], None);
        }
        reduced(vm, this.value(), &[count, this.step.clone()], None)
    }
}

/// Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.
#[pyclass(name = "cycle", module = "itertools", layout = 149, flags(basetype))]
pub struct PyCycle {
    /// The iterator of the first round; None after it.
    iterator: VmCell<Option<Value>>,
    /// What it gave.
    saved: VmCell<Vec<Value>>,
    /// Place of the next element in `saved`, after the first round.
    #[pyclass(skip)]
    index: Cell<usize>,
    /// The iterator's items are in `saved` already: it came with a pickle.
    #[pyclass(skip)]
    complete: Cell<bool>,
}

#[pymethods]
impl PyCycle {
    #[new("cycle(iterable, /)")]
    fn new(vm: &mut Vm, cls: Ty, iterable: &Value) -> PyResult {
        let iterator = vm.iter(iterable)?;
        let cycle = PyCycle {
            iterator: VmCell::new(Some(iterator)),
            saved: VmCell::new(Vec::new()),
            index: Cell::new(0),
            complete: Cell::new(false),
        };
        Ok(vm.new_instance(cls, cycle))
    }

    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyCycle>) -> PyResult<Option<Value>> {
        if let Some(iterator) = this.iterator.get(vm) {
            if let Some(item) = vm.next(&iterator)? {
                if !this.complete.get() {
                    this.saved.borrow_mut(vm).push(item.clone());
                }
                return Ok(Some(item));
            }
            this.iterator.set(vm, None);
        }
        let saved = this.saved.borrow(vm);
        let index = this.index.get();
        let item = saved.get(index).cloned();
        this.index.set(if index + 1 >= saved.len() { 0 } else { index + 1 });
        Ok(item)
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyCycle>) -> PyResult {
        let saved = this.saved.get(vm);
        let saved = vm.new_list(saved);
        let (iterator, complete) = match this.iterator.get(vm) {
            Some(iterator) => (iterator, this.complete.get()),
            None => {
                let iterator = vm.iter(&saved)?;
                for _ in 0..this.index.get() {
                    vm.next(&iterator)?;
                }
                (iterator, true)
            }
        };
        let state = vm.new_tuple_from(&[saved, Value::bool(complete)]);
        Ok(reduced(vm, this.value(), &[iterator], Some(state)))
    }

    /// Set state information for unpickling.
    #[pymethod("__setstate__($self, state, /)", no_text)]
    fn setstate(vm: &mut Vm, this: This<'_, PyCycle>, state: &Value) -> PyResult<()> {
        let items = state_items(vm, state)?;
        let [saved, complete] = items else {
            return Err(vm.type_error(format!("function takes exactly 2 arguments ({} given)", items.len())));
        };
        let Some(saved) = saved.downcast::<PyList>() else {
            let name = vm.type_name(saved);
            return Err(vm.type_error(format!("argument 1 must be list, not {name}")));
        };
        this.complete.set(vm.index_isize(complete)? != 0);
        let saved = saved.items.get(vm);
        this.saved.set(vm, saved);
        this.index.set(0);
        Ok(())
    }
}

/// repeat(object [,times]) -> create an iterator which returns the object
/// for the specified number of times.  If not specified, returns the object
/// endlessly.
#[pyclass(name = "repeat", module = "itertools", layout = 150, flags(basetype))]
pub struct PyRepeat {
    object: Value,
    /// How often it is still to be returned; None: endlessly.
    left: Cell<Option<Left>>,
}

type Left = u64;

#[pymethods]
impl PyRepeat {
    #[new("repeat(object, times=<unrepresentable>)", no_text)]
    fn new(vm: &mut Vm, cls: Ty, object: &Value, times: Option<&Value>) -> PyResult {
        let left = match times {
            Some(times) => Some(vm.index_isize(times)?.max(0) as u64),
            None => None,
        };
        Ok(vm.new_instance(cls, PyRepeat { object: object.clone(), left: Cell::new(left) }))
    }

    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(this: This<'_, PyRepeat>) -> PyResult<Option<Value>> {
        match this.left.get() {
            Some(0) => return Ok(None),
            Some(left) => this.left.set(Some(left - 1)),
            None => {}
        }
        Ok(Some(this.object.clone()))
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyRepeat>) -> PyResult {
        let name = vm.type_of(this.value()).name(vm);
        let object = vm.repr_string(&this.object)?;
        Ok(match this.left.get() {
            Some(left) => vm.new_str(&format!("{name}({object}, {left})")),
            None => vm.new_str(&format!("{name}({object})")),
        })
    }

    /// Private method returning an estimate of len(list(it)).
    #[pymethod("__length_hint__($self, /)", no_text)]
    fn length_hint(vm: &mut Vm, this: This<'_, PyRepeat>) -> PyResult<u64> {
        match this.left.get() {
            Some(left) => Ok(left),
            None => Err(vm.type_error("len() of unsized object")),
        }
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyRepeat>) -> Value {
        let mut arguments = vec![this.object.clone()];
        arguments.extend(this.left.get().map(|left| vm.new_int(left as i64)));
        reduced(vm, this.value(), &arguments, None)
    }
}
