//! `chain`.

use minipy_macros::{pyclass, pymethods};
use minipy_vm::args::{Args, This};
use minipy_vm::{PyResult, Ty, Value, Vm, VmCell};

use super::{reduced, state_items};

/// chain(*iterables) --> chain object
///
/// Yields the items of the first iterable, then those of the next, until all are exhausted.
#[pyclass(name = "chain", module = "itertools", layout = 141, flags(basetype))]
pub struct PyChain {
    /// Iterator of the iterables; None at the end.
    source: VmCell<Option<Value>>,
    /// Iterator of the current one.
    active: VmCell<Option<Value>>,
}

impl PyChain {
    fn over(source: Value) -> PyChain {
        PyChain { source: VmCell::new(Some(source)), active: VmCell::new(None) }
    }

    /// `chain(first, second)`.
    pub(super) fn of(vm: &mut Vm, first: &[Value], second: &Value) -> PyResult {
        let first = vm.new_tuple_from(first);
        let both = vm.new_tuple_from(&[first, second.clone()]);
        let source = vm.iter(&both)?;
        Ok(vm.new_object(PyChain::over(source)))
    }
}

#[pymethods]
impl PyChain {
    #[new("chain(*iterables)", no_text, raw)]
    fn new(vm: &mut Vm, cls: Ty, args: Args<'_>) -> PyResult {
        if args.has_keywords() && cls == vm.ty::<PyChain>() {
            return Err(vm.type_error("chain() takes no keyword arguments"));
        }
        let iterables = vm.new_tuple_from(args.positional());
        let source = vm.iter(&iterables)?;
        Ok(vm.new_instance(cls, PyChain::over(source)))
    }

    /// Alternative chain() constructor taking a single iterable argument that evaluates lazily.
    #[classmethod("from_iterable($type, iterable, /)")]
    fn from_iterable(vm: &mut Vm, cls: Ty, iterable: &Value) -> PyResult {
        let source = vm.iter(iterable)?;
        Ok(vm.new_instance(cls, PyChain::over(source)))
    }

    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyChain>) -> PyResult<Option<Value>> {
        if let Some(active) = this.active.get(vm) {
            if let Some(item) = vm.next_item(&active)? {
                return Ok(Some(item));
            }
            this.active.set(vm, None);
        }
        while let Some(source) = this.source.get(vm) {
            let active = match this.active.get(vm) {
                Some(active) => active,
                None => {
                    let next = vm.next(&source).and_then(|iterable| match iterable {
                        Some(iterable) => vm.iter(&iterable).map(Some),
                        None => Ok(None),
                    });
                    let Ok(Some(active)) = next else {
                        this.source.set(vm, None);
                        return next.map(|_| None);
                    };
                    this.active.set(vm, Some(active.clone()));
                    active
                }
            };
            if let Some(item) = vm.next(&active)? {
                return Ok(Some(item));
            }
            this.active.set(vm, None);
            vm.poll()?;
        }
        Ok(None)
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)", no_text)]
    fn reduce(vm: &mut Vm, this: This<'_, PyChain>) -> Value {
        let Some(source) = this.source.get(vm) else { return reduced(vm, this.value(), &[], None) };
        let mut state = vec![source];
        state.extend(this.active.get(vm));
        let state = vm.new_tuple(state);
        reduced(vm, this.value(), &[], Some(state))
    }

    /// Set state information for unpickling.
    #[pymethod("__setstate__($self, state, /)", no_text)]
    fn setstate(vm: &mut Vm, this: This<'_, PyChain>, state: &Value) -> PyResult<()> {
        let items = state_items(vm, state)?;
        let is_iterator = |vm: &Vm, value: &Value| vm.type_of(value).slots.next.get().is_some();
        let (source, active) = match items {
            [source] => (source, None),
            [source, active] => (source, Some(active.clone())),
            _ => return Err(vm.type_error(format!("function takes at most 2 arguments ({} given)", items.len()))),
        };
        if !is_iterator(vm, source) || active.as_ref().is_some_and(|active| !is_iterator(vm, active)) {
            return Err(vm.type_error("Arguments must be iterators."));
        }
        this.source.set(vm, Some(source.clone()));
        this.active.set(vm, active);
        Ok(())
    }

    /// See PEP 585
    #[classmethod("__class_getitem__($type, item, /)", no_text)]
    fn class_getitem(vm: &mut Vm, cls: Ty, item: &Value) -> PyResult {
        vm.generic_alias(&cls.value(), item)
    }
}
