//! `pairwise`.

use minipy_macros::{pyclass, pymethods};
use minipy_vm::args::This;
use minipy_vm::{PyResult, Ty, Value, Vm, VmCell};

use super::next_of;

/// Return an iterator of overlapping pairs taken from the input iterator.
///
///     s -> (s0,s1), (s1,s2), (s2, s3), ...
#[pyclass(name = "pairwise", module = "itertools", layout = 152, flags(basetype))]
pub struct PyPairwise {
    /// None at the end.
    iterator: VmCell<Option<Value>>,
    /// The last item.
    old: VmCell<Option<Value>>,
}

#[pymethods]
impl PyPairwise {
    #[new("pairwise(iterable, /)")]
    fn new(vm: &mut Vm, cls: Ty, iterable: &Value) -> PyResult {
        let iterator = vm.iter(iterable)?;
        let pairwise = PyPairwise { iterator: VmCell::new(Some(iterator)), old: VmCell::new(None) };
        Ok(vm.new_instance(cls, pairwise))
    }

    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyPairwise>) -> PyResult<Option<Value>> {
        let old = match this.old.get(vm) {
            Some(old) => old,
            None => match next_of(vm, &this.iterator)? {
                Some(first) => first,
                None => return Ok(None),
            },
        };
        let Some(new) = next_of(vm, &this.iterator)? else {
            this.old.set(vm, None);
            return Ok(None);
        };
        this.old.set(vm, Some(new.clone()));
        Ok(Some(vm.new_tuple_from(&[old, new])))
    }
}
