//! `enumerate`. Answers to the first half of CPython's Objects/enumobject.c.

use std::cell::Cell;

use dashu_int::IBig;
use minipy_macros::{pyclass, pymethods};

use crate::args::This;
use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::object::Ty;
use crate::value::Value;
use crate::vm::Vm;

/// Return an enumerate object.
///
///   iterable
///     an object supporting iteration
///
/// It yields pairs: a count, which begins at start (zero by default), and an item of the iterable.
///
/// (0, seq[0]), (1, seq[1]), (2, seq[2]), ...
#[pyclass(name = "enumerate", layout = 55, flags(basetype))]
pub struct PyEnumerate {
    /// Iterator of the items.
    pub(crate) iterator: Value,
    /// The next count, unless `large` has it.
    #[pyclass(skip)]
    pub(crate) index: Cell<i64>,
    /// The next count when it does not fit 64 bits.
    #[pyclass(skip)]
    pub(crate) large: VmCell<Option<IBig>>,
}

impl PyEnumerate {
    /// The next count and item.
    #[inline]
    pub(crate) fn next_pair(&self, vm: &mut Vm) -> PyResult<Option<(Value, Value)>> {
        let Some(item) = vm.next_item(&self.iterator)? else { return Ok(None) };
        Ok(Some((self.count(vm), item)))
    }

    /// The next count as a value; counts on.
    #[inline]
    pub(crate) fn count(&self, vm: &mut Vm) -> Value {
        let index = self.index.get();
        if index < i64::MAX {
            self.index.set(index + 1);
            return vm.new_int(index);
        }
        let count = self.large.take(vm).unwrap_or_else(|| IBig::from(i64::MAX));
        self.large.set(vm, Some(&count + IBig::ONE));
        vm.new_bigint(count)
    }
}

#[pymethods]
impl PyEnumerate {
    #[new("enumerate(iterable, start=0)")]
    fn new(vm: &mut Vm, cls: Ty, iterable: &Value, start: Option<&Value>) -> PyResult {
        let (index, large) = match start {
            None => (0, None),
            Some(start) => {
                let start = vm.to_bigint(start)?;
                i64::try_from(&start).map_or_else(|_| (i64::MAX, Some(start)), |index| (index, None))
            }
        };
        let iterator = vm.iter(iterable)?;
        Ok(vm.new_instance(cls, PyEnumerate { iterator, index: Cell::new(index), large: VmCell::new(large) }))
    }

    #[slot(iter)]
    fn iter(this: &Value) -> PyResult {
        Ok(this.clone())
    }

    #[slot(next)]
    fn next(vm: &mut Vm, this: This<'_, PyEnumerate>) -> PyResult<Option<Value>> {
        let pair = this.next_pair(vm)?;
        Ok(pair.map(|(count, item)| vm.new_tuple_exact(2, [count, item].into_iter())))
    }

    /// Return state information for pickling.
    #[pymethod("__reduce__($self, /)")]
    fn reduce(vm: &mut Vm, this: This<'_, PyEnumerate>) -> Value {
        let count = match this.large.borrow(vm) {
            Some(large) => vm.new_bigint(large.clone()),
            None => vm.new_int(this.index.get()),
        };
        let arguments = vm.new_tuple_from(&[this.iterator.clone(), count]);
        let class = vm.type_of(this.value()).value();
        vm.new_tuple_from(&[class, arguments])
    }

    /// See PEP 585
    #[classmethod("__class_getitem__($type, item, /)", no_text)]
    fn class_getitem(vm: &mut Vm, cls: Ty, item: &Value) -> PyResult {
        vm.generic_alias(&cls.value(), item)
    }
}
