//! Sorting values: `list.sort` and `sorted`.
//!
//! Keys that are all ints, all floats or all strs, or tuples of such, are compared without calling anything (CPython's
//! unsafe_*_compare); all others go through `<` in the merge sort of `merge.rs`.

use std::cmp::Ordering;

use super::merge::merge_sort;
use crate::exc::PyResult;
use crate::heap::Payload;
use crate::heap::var::{PyTuple, StrData};
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

    /// A number whose order is that of the keys; keys of equal numbers are still to be compared.
    #[inline(always)]
    fn rank(self, key: &Value) -> i64 {
        match self {
            Keys::SmallInts => key.as_small_int().unwrap_or(0),
            Keys::Floats => {
                // Negative numbers turn their order round; -0.0 is 0.0.
                let bits = (key.as_small_float().unwrap_or(0.0) + 0.0).to_bits().cast_signed();
                if bits < 0 { bits ^ i64::MAX } else { bits }
            }
            Keys::Strs => exact_str(key).map_or(0, |text| str_rank(text.data())),
            Keys::Mixed => 0,
        }
    }
}

/// The first seven code points of a str. What is beyond Latin-1 looks alike, so nothing behind it counts.
#[inline(always)]
fn str_rank(text: StrData<'_>) -> i64 {
    let mut rank = 0;
    let mut left = 7;
    if let StrData::Ascii(units) = text {
        for &unit in units.iter().take(7) {
            rank = (rank << 8) | i64::from(unit);
            left -= 1;
        }
        return rank << (8 * left);
    }
    for c in text.code_points().take(7) {
        rank = (rank << 8) | i64::from(c.min(255));
        left -= 1;
        if c >= 255 {
            break;
        }
    }
    rank << (8 * left)
}

/// What all keys are, where comparing them runs no Python code: one kind, or tuples with one kind in each place.
enum Shape {
    Plain(Keys),
    /// The kinds by place, as many as there are.
    Tuples([Keys; MOST_COLUMNS]),
}

/// Longer tuples are compared as any objects.
const MOST_COLUMNS: usize = 6;

impl Shape {
    /// `None` if comparing the keys may run Python code or fail.
    fn of(keys: &[Value]) -> Option<Shape> {
        let first = keys.first()?;
        let plain = Keys::of_all(keys.iter());
        if plain != Keys::Mixed {
            return Some(Shape::Plain(plain));
        }
        let items = exact_tuple(first)?;
        let mut kinds = [Keys::Mixed; MOST_COLUMNS];
        let columns = kinds.get_mut(..items.len())?;
        columns.iter_mut().zip(items).for_each(|(kind, item)| *kind = Keys::of(item));
        let same = |key: &Value| {
            exact_tuple(key).is_some_and(|items| {
                items.len() == columns.len() && items.iter().zip(&*columns).all(|(item, kind)| Keys::of(item) == *kind)
            })
        };
        if columns.is_empty() || columns.contains(&Keys::Mixed) || !keys.iter().all(same) {
            return None;
        }
        Some(Shape::Tuples(kinds))
    }

    fn compare(&self, a: &Value, b: &Value) -> Ordering {
        match self {
            Shape::Plain(kind) => kind.compare(a, b),
            Shape::Tuples(columns) => {
                let (Some(a), Some(b)) = (exact_tuple(a), exact_tuple(b)) else { return Ordering::Equal };
                let mut orders = columns.iter().zip(a.iter().zip(b)).map(|(kind, (a, b))| kind.compare(a, b));
                orders.find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
            }
        }
    }

    fn rank(&self, key: &Value) -> i64 {
        match self {
            Shape::Plain(kind) => kind.rank(key),
            Shape::Tuples(columns) => match (columns.first(), exact_tuple(key).and_then(<[Value]>::first)) {
                (Some(kind), Some(item)) => kind.rank(item),
                _ => 0,
            },
        }
    }

    /// Whether keys of equal rank are equal.
    fn rank_decides(&self) -> bool {
        matches!(self, Shape::Plain(Keys::SmallInts | Keys::Floats))
    }

    /// The positions of `keys` in ascending order, each behind its key's rank.
    fn order(&self, keys: &[Value]) -> Vec<(i64, u32)> {
        let mut ranked: Vec<(i64, u32)> = keys.iter().map(|key| self.rank(key)).zip(0..).collect();
        if self.rank_decides() {
            // The position makes the order total: what a stable sort gives.
            ranked.sort_unstable();
        } else {
            ranked.sort_by(|(x, i), (y, j)| {
                x.cmp(y).then_with(|| match (keys.get(*i as usize), keys.get(*j as usize)) {
                    (Some(a), Some(b)) => self.compare(a, b),
                    _ => Ordering::Equal,
                })
            });
        }
        ranked
    }
}

/// The items of a value whose type is tuple itself.
fn exact_tuple(value: &Value) -> Option<&[Value]> {
    let exact = value.header().is_some_and(|head| head.shape_id().index() == usize::from(PyTuple::LAYOUT));
    if exact { value.downcast::<PyTuple>().map(PyTuple::items) } else { None }
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
    match Shape::of(items) {
        // Equal ints are the same word: stability shows in nothing.
        Some(Shape::Plain(Keys::SmallInts)) => {
            items.sort_unstable_by_key(|item| item.word().cast_signed());
            Ok(())
        }
        Some(shape) if u32::try_from(items.len()).is_ok() => {
            let order = shape.order(items);
            permute(items, order.into_iter().map(|(_, position)| position));
            Ok(())
        }
        _ => {
            let (order, result) = merge_positions(vm, items);
            permute(items, order.into_iter());
            result
        }
    }
}

fn sort_by_keys(vm: &mut Vm, items: &mut Vec<Value>, mut keys: Vec<Value>, reverse: bool) -> PyResult<()> {
    if reverse {
        items.reverse();
        keys.reverse();
    }
    match Shape::of(&keys) {
        Some(shape) if u32::try_from(keys.len()).is_ok() => {
            permute(items, shape.order(&keys).into_iter().map(|(_, position)| position));
            Ok(())
        }
        _ => {
            let (order, result) = merge_positions(vm, &keys);
            permute(items, order.into_iter());
            result
        }
    }
}

/// The positions of `keys` in ascending order, as far as they could be compared.
fn merge_positions(vm: &mut Vm, keys: &[Value]) -> (Vec<u32>, PyResult<()>) {
    let Ok(len) = u32::try_from(keys.len()) else { return (Vec::new(), Err(vm.memory_error())) };
    let mut order: Vec<u32> = (0..len).collect();
    let result = merge_sort(&mut order, |a, b| match (keys.get(a as usize), keys.get(b as usize)) {
        (Some(a), Some(b)) => vm.compare_bool(a, b, CompareOp::Lt),
        _ => Ok(false),
    });
    (order, result)
}

/// Brings `items` into this order; an order of another length changes nothing.
fn permute(items: &mut Vec<Value>, order: impl ExactSizeIterator<Item = u32>) {
    if order.len() == items.len() {
        let mut taken: Vec<Option<Value>> = std::mem::take(items).into_iter().map(Some).collect();
        items.reserve_exact(taken.len());
        items.extend(order.filter_map(|i| taken.get_mut(i as usize).and_then(Option::take)));
    }
}
