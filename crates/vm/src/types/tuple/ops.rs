//! The operators of tuple.

use minipy_macros::pymethods;

use super::iter::PyTupleIterator;
use crate::args::This;
use crate::exc::PyResult;
use crate::heap::var::PyTuple;
use crate::object::CompareOp;
use crate::types::sequence::{
    bad_subscript, compare_items, equal_start, find_equal, guarded_repr, int_subscript, repeated_len, repr_items,
    wrap_index,
};
use crate::types::slice::PySlice;
use crate::value::Value;
use crate::vm::Vm;

const PRIME_1: u64 = 11_400_714_785_074_694_791;
const PRIME_2: u64 = 14_029_467_366_897_019_727;
const PRIME_5: u64 = 2_870_177_450_012_600_261;

/// Takes in one item's hash (xxHash's mixing, as tupleobject.c uses it).
#[inline(always)]
fn mix(state: u64, hash: i64) -> u64 {
    state.wrapping_add((hash as u64).wrapping_mul(PRIME_2)).rotate_left(31).wrapping_mul(PRIME_1)
}

#[inline(always)]
fn finish(state: u64, len: u64) -> i64 {
    match state.wrapping_add(len ^ (PRIME_5 ^ 3_527_539)) {
        u64::MAX => 1_546_275_796,
        hash => hash as i64,
    }
}

impl PyTuple {
    /// `self[key]`.
    #[inline]
    pub fn subscript(vm: &mut Vm, this: &Value, key: &Value) -> PyResult {
        let Some(tuple) = this.downcast::<PyTuple>() else { return Ok(Value::NOT_IMPLEMENTED) };
        let items = tuple.items();
        if let Some(index) = int_subscript(vm, key)? {
            return match wrap_index(index, items.len()).and_then(|place| items.get(place)) {
                Some(item) => Ok(item.clone()),
                None => Err(vm.index_error("tuple index out of range")),
            };
        }
        let Some(slice) = key.downcast::<PySlice>() else { return Err(bad_subscript(vm, "tuple", key)) };
        let span = slice.unpack(vm)?.fit(items.len());
        if span.as_range().is_some_and(|range| range.len() == items.len()) && vm.is_exact::<PyTuple>(this) {
            return Ok(this.clone());
        }
        Ok(vm.new_tuple(span.select(items)))
    }
}

#[pymethods(part = "ops")]
impl PyTuple {
    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyTuple>) -> PyResult {
        let items = this.payload().items();
        if items.is_empty() {
            return Ok(vm.new_str("()"));
        }
        let close = if items.len() == 1 { ",)" } else { ")" };
        guarded_repr(vm, this.value(), "(...)", |vm| repr_items(vm, |_, i| items.get(i).cloned(), "(", close))
    }

    #[slot(hash)]
    fn hash(vm: &mut Vm, this: This<'_, PyTuple>) -> PyResult<i64> {
        let mut state = PRIME_5;
        for item in this.items() {
            state = mix(state, vm.hash(item)?);
        }
        Ok(finish(state, this.items().len() as u64))
    }

    #[slot(richcompare)]
    fn richcompare(vm: &mut Vm, this: This<'_, PyTuple>, other: &Value, op: CompareOp) -> PyResult {
        let Some(that) = other.downcast::<PyTuple>() else { return Ok(Value::NOT_IMPLEMENTED) };
        let (left, right) = (this.payload().items(), that.items());
        let start = equal_start(left, right);
        compare_items(
            vm,
            (|_: &Vm, i| left.get(i).cloned(), |_: &Vm| left.len()),
            (|_: &Vm, i| right.get(i).cloned(), |_: &Vm| right.len()),
            op,
            start,
        )
    }

    #[slot(iter)]
    fn iter(vm: &mut Vm, this: This<'_, PyTuple>) -> PyResult {
        Ok(vm.new_object(PyTupleIterator::new(this.value())))
    }

    #[slot(len)]
    fn len_slot(this: This<'_, PyTuple>) -> PyResult<usize> {
        Ok(this.items().len())
    }

    #[slot(getitem)]
    fn getitem(vm: &mut Vm, this: &Value, key: &Value) -> PyResult {
        PyTuple::subscript(vm, this, key)
    }

    #[slot(contains)]
    fn contains(vm: &mut Vm, this: This<'_, PyTuple>, item: &Value) -> PyResult<bool> {
        Ok(find_equal(vm, |_, i| this.items().get(i).cloned(), item, 0, usize::MAX)?.is_some())
    }

    #[slot(concat)]
    fn concat(vm: &mut Vm, this: This<'_, PyTuple>, other: &Value) -> PyResult {
        if this.items().is_empty() && vm.is_exact::<PyTuple>(other) {
            return Ok(other.clone());
        }
        let Some(that) = other.downcast::<PyTuple>() else {
            let name = vm.type_name(other);
            return Err(vm.type_error(format!("can only concatenate tuple (not \"{name}\") to tuple")));
        };
        if that.items().is_empty() && vm.is_exact::<PyTuple>(this.value()) {
            return Ok(this.value().clone());
        }
        let len = this.items().len() + that.items().len();
        Ok(vm.new_tuple_exact(len, this.items().iter().chain(that.items()).cloned()))
    }

    #[slot(repeat)]
    fn repeat(vm: &mut Vm, this: This<'_, PyTuple>, count: isize) -> PyResult {
        let items = this.items();
        if (items.is_empty() || count == 1) && vm.is_exact::<PyTuple>(this.value()) {
            return Ok(this.value().clone());
        }
        let total = repeated_len(vm, items.len(), count)?;
        Ok(vm.new_tuple_exact(total, items.iter().cycle().cloned()))
    }
}
