//! The algebra of sets, on tables. Orders of insertion are CPython's, and so are the orders of iteration that follow.

use super::{PyFrozenSet, PySet, SetTable, any_set};
use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::object::CompareOp;
use crate::types::dict::PyDict;
use crate::value::Value;
use crate::vm::Vm;

/// Elements under construction or inside an object.
pub(super) type Elements = VmCell<SetTable>;

pub(super) fn empty() -> Elements {
    VmCell::new(SetTable::default())
}

/// A copy of a set's elements.
pub(super) fn copy(vm: &mut Vm, set: &Elements) -> PyResult<Elements> {
    let result = empty();
    result.merge(vm, set)?;
    Ok(result)
}

/// The elements of any iterable.
pub(super) fn from_iterable(vm: &mut Vm, iterable: &Value) -> PyResult<Elements> {
    let result = empty();
    update(vm, &result, iterable)?;
    Ok(result)
}

/// Adds all of an iterable's items.
pub fn update(vm: &mut Vm, set: &Elements, other: &Value) -> PyResult<()> {
    if let Some(other) = any_set(other) {
        return set.merge(vm, other);
    }
    if vm.is_exact::<PyDict>(other)
        && let Some(dict) = other.downcast::<PyDict>()
    {
        let count = dict.len(vm);
        set.reserve(vm, count);
        let mut position = 0;
        while let Some((key, hash, _)) = dict.next_entry(vm, &mut position) {
            set.add_hashed(vm, key, hash)?;
        }
        return Ok(());
    }
    vm.for_each(other, |vm, item| set.add(vm, item).map(|_| ()))
}

/// The items of an iterable that are in `set`.
pub fn intersection(vm: &mut Vm, set: &Elements, other: &Value) -> PyResult<Elements> {
    let result = empty();
    if let Some(other) = any_set(other) {
        if std::ptr::eq(set, other) {
            return copy(vm, set);
        }
        let swap = other.borrow(vm).len() > set.borrow(vm).len();
        let (set, other) = if swap { (other, set) } else { (set, other) };
        let mut place = 0;
        while let Some((key, hash)) = other.next(vm, &mut place) {
            if set.has_hashed(vm, &key, hash)? {
                result.add_hashed(vm, key, hash)?;
            }
        }
        return Ok(result);
    }
    vm.for_each(other, |vm, item| {
        let hash = vm.hash(&item)?;
        if set.has_hashed(vm, &item, hash)? {
            result.add_hashed(vm, item, hash)?;
        }
        Ok(())
    })?;
    Ok(result)
}

/// The intersection of a set and any number of iterables.
pub(super) fn intersection_all(vm: &mut Vm, set: &Elements, others: &[Value]) -> PyResult<Elements> {
    let Some((first, rest)) = others.split_first() else { return copy(vm, set) };
    let mut result = intersection(vm, set, first)?;
    for other in rest {
        result = intersection(vm, &result, other)?;
    }
    Ok(result)
}

/// Removes all of an iterable's items.
pub fn difference_update(vm: &mut Vm, set: &Elements, other: &Value) -> PyResult<()> {
    match any_set(other) {
        Some(same) if std::ptr::eq(same, set) => {
            let removed = set.borrow_mut(vm).clear();
            drop(removed);
            return Ok(());
        }
        Some(other_set) => {
            let common;
            let much_larger = other_set.borrow(vm).len() >> 3 > set.borrow(vm).len();
            let other_set = if much_larger {
                common = intersection(vm, set, other)?;
                &common
            } else {
                other_set
            };
            let mut place = 0;
            while let Some((key, hash)) = other_set.next(vm, &mut place) {
                set.discard_hashed(vm, &key, hash)?;
            }
        }
        None => vm.for_each(other, |vm, item| {
            let hash = vm.hash(&item)?;
            set.discard_hashed(vm, &item, hash).map(|_| ())
        })?,
    }
    set.borrow_mut(vm).tidy();
    Ok(())
}

/// A set without the items of an iterable.
pub(super) fn difference(vm: &mut Vm, set: &Elements, other: &Value) -> PyResult<Elements> {
    let dict = if vm.is_exact::<PyDict>(other) { other.downcast::<PyDict>() } else { None };
    let size = match (any_set(other), dict) {
        (Some(other), _) => Some(other.borrow(vm).len()),
        (None, Some(dict)) => Some(dict.len(vm)),
        (None, None) => None,
    };
    // Copying and removing is better where there is little to remove.
    if size.is_none_or(|size| set.borrow(vm).len() >> 2 > size) {
        let result = copy(vm, set)?;
        difference_update(vm, &result, other)?;
        return Ok(result);
    }
    let result = empty();
    let mut place = 0;
    while let Some((key, hash)) = set.next(vm, &mut place) {
        let there = match (any_set(other), dict) {
            (Some(other), _) => other.has_hashed(vm, &key, hash)?,
            (None, Some(dict)) => dict.lookup(vm, &key, hash)?.is_some(),
            (None, None) => false,
        };
        if !there {
            result.add_hashed(vm, key, hash)?;
        }
    }
    Ok(result)
}

/// A set without the items of any number of iterables.
pub(super) fn difference_all(vm: &mut Vm, set: &Elements, others: &[Value]) -> PyResult<Elements> {
    let Some((first, rest)) = others.split_first() else { return copy(vm, set) };
    let result = difference(vm, set, first)?;
    for other in rest {
        difference_update(vm, &result, other)?;
    }
    Ok(result)
}

/// Removes what `other` has too and adds what only `other` has.
pub fn symmetric_update(vm: &mut Vm, set: &Elements, other: &Value) -> PyResult<()> {
    if vm.is_exact::<PyDict>(other)
        && let Some(dict) = other.downcast::<PyDict>()
    {
        let mut position = 0;
        while let Some((key, hash, _)) = dict.next_entry(vm, &mut position) {
            toggle(vm, set, key, hash)?;
        }
        return Ok(());
    }
    let collected;
    let other = match any_set(other) {
        Some(other) if std::ptr::eq(other, set) => {
            let removed = set.borrow_mut(vm).clear();
            drop(removed);
            return Ok(());
        }
        Some(other) => other,
        None => {
            collected = from_iterable(vm, other)?;
            &collected
        }
    };
    let mut place = 0;
    while let Some((key, hash)) = other.next(vm, &mut place) {
        toggle(vm, set, key, hash)?;
    }
    Ok(())
}

fn toggle(vm: &mut Vm, set: &Elements, key: Value, hash: i64) -> PyResult<()> {
    if !set.discard_hashed(vm, &key, hash)? {
        set.add_hashed(vm, key, hash)?;
    }
    Ok(())
}

/// What is in exactly one of the two.
pub(super) fn symmetric_difference(vm: &mut Vm, set: &Value, other: &Value) -> PyResult<Elements> {
    let result = from_iterable(vm, other)?;
    symmetric_update(vm, &result, set)?;
    Ok(result)
}

/// Whether all elements of `set` are in `other`.
pub(super) fn is_subset(vm: &mut Vm, set: &Elements, other: &Elements) -> PyResult<bool> {
    if set.borrow(vm).len() > other.borrow(vm).len() {
        return Ok(false);
    }
    let mut place = 0;
    while let Some((key, hash)) = set.next(vm, &mut place) {
        if !other.has_hashed(vm, &key, hash)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether no item of an iterable is in `set`.
pub(super) fn is_disjoint(vm: &mut Vm, set: &Elements, other: &Value) -> PyResult<bool> {
    let exact = vm.is_exact::<PySet>(other) || vm.is_exact::<PyFrozenSet>(other);
    if let Some(other) = any_set(other) {
        if std::ptr::eq(set, other) {
            return Ok(set.borrow(vm).is_empty());
        }
        if exact {
            let swap = other.borrow(vm).len() > set.borrow(vm).len();
            let (set, other) = if swap { (other, set) } else { (set, other) };
            let mut place = 0;
            while let Some((key, hash)) = other.next(vm, &mut place) {
                if set.has_hashed(vm, &key, hash)? {
                    return Ok(false);
                }
            }
            return Ok(true);
        }
    }
    let iterator = vm.iter(other)?;
    while let Some(item) = vm.next_item(&iterator)? {
        let hash = vm.hash(&item)?;
        if set.has_hashed(vm, &item, hash)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The comparison operators: subset and superset.
pub(super) fn compare(vm: &mut Vm, this: &Value, other: &Value, op: CompareOp) -> PyResult {
    let (Some(a), Some(b)) = (any_set(this), any_set(other)) else { return Ok(Value::NOT_IMPLEMENTED) };
    let (a_len, b_len) = (a.borrow(vm).len(), b.borrow(vm).len());
    let holds = match op {
        CompareOp::Eq | CompareOp::Ne => {
            let equal = a_len == b_len && !hashes_differ(this, other) && is_subset(vm, a, b)?;
            equal == (op == CompareOp::Eq)
        }
        CompareOp::Lt => a_len < b_len && is_subset(vm, a, b)?,
        CompareOp::Le => is_subset(vm, a, b)?,
        CompareOp::Gt => a_len > b_len && is_subset(vm, b, a)?,
        CompareOp::Ge => is_subset(vm, b, a)?,
    };
    Ok(Value::bool(holds))
}

fn hashes_differ(a: &Value, b: &Value) -> bool {
    match (a.downcast::<PyFrozenSet>(), b.downcast::<PyFrozenSet>()) {
        (Some(a), Some(b)) => a.hash.get() != -1 && b.hash.get() != -1 && a.hash.get() != b.hash.get(),
        _ => false,
    }
}

fn shuffle(hash: u64) -> u64 {
    ((hash ^ 89_869_747) ^ (hash << 16)).wrapping_mul(3_644_798_167)
}

/// frozenset's hash: order does not matter.
pub(super) fn hash(table: &SetTable) -> i64 {
    let mut hash = table.hashes().fold(0, |mixed, hash| mixed ^ shuffle(hash as u64));
    hash ^= (table.len() as u64 + 1).wrapping_mul(1_927_868_237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923);
    if hash == u64::MAX { 590_923_713 } else { hash as i64 }
}
