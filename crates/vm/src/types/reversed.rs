//! `reversed`. Answers to the second half of CPython's Objects/enumobject.c.

use std::cell::Cell;

use minipy_macros::{pyclass, pymethods};

use crate::args::This;
use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::object::Ty;
use crate::value::Value;
use crate::vm::Vm;

/// Return a reverse iterator over the values of the given sequence.
#[pyclass(name = "reversed", layout = 59, flags(basetype))]
pub struct PyReversed {
    /// The sequence; None once it is exhausted.
    pub(crate) sequence: VmCell<Option<Value>>,
    /// Place of the next item; -1 at the end.
    #[pyclass(skip)]
    pub(crate) index: Cell<isize>,
}

#[pymethods]
impl PyReversed {
    #[new("reversed(sequence, /)")]
    fn new(vm: &mut Vm, cls: Ty, sequence: &Value) -> PyResult {
        let name = vm.names.__reversed__.clone();
        let method = vm.lookup_special(sequence, &name)?;
        if let Some(method) = method.as_ref().filter(|method| !method.is_none()) {
            return vm.call(method, &[]);
        }
        if method.is_some() || !vm.is_sequence(sequence) {
            let ty = vm.type_name(sequence);
            return Err(vm.type_error(format!("'{ty}' object is not reversible")));
        }
        let len = vm.len(sequence)?;
        let reversed = PyReversed { sequence: VmCell::new(Some(sequence.clone())), index: Cell::new(len as isize - 1) };
        Ok(vm.new_instance(cls, reversed))
    }

    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyReversed>) -> PyResult<Option<Value>> {
        let index = this.index.get();
        if index >= 0
            && let Some(sequence) = this.sequence.get(vm)
        {
            let key = vm.new_int(index as i64);
            match vm.get_item(&sequence, &key) {
                Ok(item) => {
                    this.index.set(index - 1);
                    return Ok(Some(item));
                }
                Err(raised) => {
                    this.index.set(-1);
                    this.sequence.set(vm, None);
                    if !vm.raised_is(vm.exc.index_error) && !vm.raised_is(vm.exc.stop_iteration) {
                        return Err(raised);
                    }
                    vm.clear_raised();
                }
            }
        }
        this.index.set(-1);
        this.sequence.set(vm, None);
        Ok(None)
    }

    /// Private method returning an estimate of len(list(it)).
    #[pymethod("__length_hint__($self, /)")]
    fn length_hint(vm: &mut Vm, this: This<'_, PyReversed>) -> PyResult<usize> {
        let Some(sequence) = this.sequence.get(vm) else { return Ok(0) };
        let len = vm.len(&sequence)?;
        let left = (this.index.get() + 1) as usize;
        Ok(if len < left { 0 } else { left })
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)")]
    fn reduce(vm: &mut Vm, this: This<'_, PyReversed>) -> Value {
        let class = vm.type_of(this.value()).value();
        match this.sequence.get(vm) {
            Some(sequence) => {
                let arguments = vm.new_tuple_from(&[sequence]);
                let index = vm.new_int(this.index.get() as i64);
                vm.new_tuple_from(&[class, arguments, index])
            }
            None => {
                let empty = vm.new_tuple(Vec::new());
                let arguments = vm.new_tuple_from(&[empty]);
                vm.new_tuple_from(&[class, arguments])
            }
        }
    }

    /// Set state information for unpickling.
    #[pymethod("__setstate__($self, state, /)")]
    fn setstate(vm: &mut Vm, this: This<'_, PyReversed>, state: isize) -> PyResult<()> {
        if let Some(sequence) = this.sequence.get(vm) {
            let last = vm.len(&sequence)? as isize - 1;
            this.index.set(state.max(-1).min(last));
        }
        Ok(())
    }
}
