//! Sorting values: `list.sort` and `sorted`.
//!
//! Keys that are all ints, all floats or all strs are compared without calling anything (CPython's unsafe_*_compare);
//! all others go through `<` in the merge sort of `merge.rs`.

use std::cmp::Ordering;

use super::merge::merge_sort;
use crate::exc::PyResult;
use crate::object::CompareOp;
use crate::types::dict::exact_str;
use crate::types::str::compare_strs;
use crate::value::Value;
use crate::vm::Vm;

/// What all keys are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keys {
    SmallInts,
    /// Immediate floats, none of them NaN.
    Floats,
    Strs,
    Mixed,
}

impl Keys {
    fn of(key: &Value) -> Keys {
        if key.as_small_int().is_some() {
            Keys::SmallInts
        } else if key.as_small_float().is_some_and(|float| !float.is_nan()) {
            Keys::Floats
        } else if exact_str(key).is_some() {
            Keys::Strs
        } else {
            Keys::Mixed
        }
    }

    fn of_all<'a>(mut keys: impl Iterator<Item = &'a Value>) -> Keys {
        let Some(first) = keys.next().map(Keys::of) else { return Keys::Mixed };
        if keys.all(|key| Keys::of(key) == first) { first } else { Keys::Mixed }
    }

    /// The order of two keys of this kind; of mixed ones nothing is known.
    #[inline(always)]
    fn compare(self, a: &Value, b: &Value) -> Ordering {
        match self {
            Keys::SmallInts => a.as_small_int().cmp(&b.as_small_int()),
            Keys::Floats => a.as_small_float().partial_cmp(&b.as_small_float()).unwrap_or(Ordering::Equal),
            Keys::Strs => match (exact_str(a), exact_str(b)) {
                (Some(a), Some(b)) => compare_strs(a, b),
                _ => Ordering::Equal,
            },
            Keys::Mixed => Ordering::Equal,
        }
    }
}

/// Sorts `items`, which no program can reach meanwhile, by themselves or by what `key` returns for each.
/// After an error they are some permutation of what they were.
pub fn sort_values(vm: &mut Vm, items: &mut Vec<Value>, key: Option<&Value>, reverse: bool) -> PyResult<()> {
    let result = match key {
        None => {
            if reverse {
                items.reverse();
            }
            sort_plain(vm, items)
        }
        Some(key) => {
            let keys =
                items.iter().map(|item| vm.call(key, std::slice::from_ref(item))).collect::<PyResult<Vec<_>>>()?;
            sort_by_keys(vm, items, keys, reverse)
        }
    };
    if reverse {
        items.reverse();
    }
    result
}

fn sort_plain(vm: &mut Vm, items: &mut Vec<Value>) -> PyResult<()> {
    match Keys::of_all(items.iter()) {
        // Equal ints are the same word: stability shows in nothing.
        Keys::SmallInts => items.sort_unstable_by_key(|item| item.word().cast_signed()),
        Keys::Mixed => {
            let (order, result) = merge_positions(vm, items);
            permute(items, &order);
            return result;
        }
        kind => items.sort_by(|a, b| kind.compare(a, b)),
    }
    Ok(())
}

fn sort_by_keys(vm: &mut Vm, items: &mut Vec<Value>, mut keys: Vec<Value>, reverse: bool) -> PyResult<()> {
    if reverse {
        items.reverse();
        keys.reverse();
    }
    let kind = Keys::of_all(keys.iter());
    if kind == Keys::Mixed {
        let (order, result) = merge_positions(vm, &keys);
        permute(items, &order);
        return result;
    }
    let mut pairs: Vec<(Value, Value)> = keys.into_iter().zip(items.drain(..)).collect();
    pairs.sort_by(|(a, _), (b, _)| kind.compare(a, b));
    items.extend(pairs.into_iter().map(|(_, item)| item));
    Ok(())
}

/// The positions of `keys` in ascending order, as far as they could be compared.
fn merge_positions(vm: &mut Vm, keys: &[Value]) -> (Vec<u32>, PyResult<()>) {
    let Ok(len) = u32::try_from(keys.len()) else { return (Vec::new(), Err(vm.memory_error())) };
    let mut order: Vec<u32> = (0..len).collect();
    let result = merge_sort(&mut order, |a, b| match (keys.get(a as usize), keys.get(b as usize)) {
        (Some(a), Some(b)) => less(vm, a, b),
        _ => Ok(false),
    });
    (order, result)
}

#[inline]
fn less(vm: &mut Vm, a: &Value, b: &Value) -> PyResult<bool> {
    match (a.as_small_float(), b.as_small_float()) {
        (Some(a), Some(b)) => Ok(a < b),
        _ => vm.compare_bool(a, b, CompareOp::Lt),
    }
}

/// Brings `items` into this order; an order of another length changes nothing.
fn permute(items: &mut Vec<Value>, order: &[u32]) {
    if order.len() == items.len() {
        let sorted: Vec<Value> = order.iter().filter_map(|&i| items.get(i as usize).cloned()).collect();
        *items = sorted;
    }
}
