//! What list, tuple and range have in common: subscripts, and the searches and comparisons that run Python code.
//!
//! Answers to the sequence halves of CPython's Objects/abstract.c and listobject.c. Items are fetched one by one through
//! a function, because any `__eq__` may change the sequence it is called from.

use crate::exc::PyResult;
use crate::heap::var::PyStr;
use crate::object::CompareOp;
use crate::types::dict::same_key;
use crate::types::str::builder::StrBuilder;
use crate::value::Value;
use crate::vm::Vm;

/// The place that `index` means in a sequence of `len` items.
#[inline(always)]
pub fn wrap_index(index: isize, len: usize) -> Option<usize> {
    let place = if index < 0 { index.wrapping_add(len as isize) } else { index };
    usize::try_from(place).ok().filter(|place| *place < len)
}

/// An int subscript; `None` if `key` is no int (then it should be a slice). IndexError for ints that no sequence has.
#[inline(always)]
pub fn int_subscript(vm: &mut Vm, key: &Value) -> PyResult<Option<isize>> {
    match key.as_small_int() {
        Some(index) => Ok(Some(index as isize)),
        None => slow_subscript(vm, key),
    }
}

#[cold]
fn slow_subscript(vm: &mut Vm, key: &Value) -> PyResult<Option<isize>> {
    if vm.type_of(key).slots.index.get().is_none() {
        return Ok(None);
    }
    let index = vm.to_bigint(key)?;
    match isize::try_from(&index) {
        Ok(index) => Ok(Some(index)),
        Err(_) => {
            let name = vm.type_name(key);
            Err(vm.index_error(format!("cannot fit '{name}' into an index-sized integer")))
        }
    }
}

/// TypeError for a subscript that is neither an int nor a slice.
#[cold]
pub fn bad_subscript(vm: &mut Vm, what: &str, key: &Value) -> crate::exc::Raised {
    let name = vm.type_name(key);
    vm.type_error(format!("{what} indices must be integers or slices, not {name}"))
}

/// A start or stop argument of `index()`: an int of any size, clamped, and negative ones counted from the end.
pub fn search_bound(vm: &mut Vm, bound: Option<&Value>, default: usize, len: usize) -> PyResult<usize> {
    let Some(bound) = bound else { return Ok(default) };
    if vm.type_of(bound).slots.index.get().is_none() {
        return Err(vm.type_error("slice indices must be integers or have an __index__ method"));
    }
    let index = vm.index_isize_clamped(bound)?;
    let index = if index < 0 { index.saturating_add(len as isize).max(0) } else { index };
    Ok(index as usize)
}

/// Whether two values are known to be equal or different without calling anything.
#[inline(always)]
pub fn quick_equal(a: &Value, b: &Value) -> Option<bool> {
    if a.is(b) {
        return Some(true);
    }
    if a.as_small_int().is_some() && b.as_small_int().is_some() {
        return Some(false);
    }
    None
}

/// The first place from `start` up to `stop` whose item equals `value`.
pub fn find_equal<F>(vm: &mut Vm, item: F, value: &Value, start: usize, stop: usize) -> PyResult<Option<usize>>
where
    F: Fn(&Vm, usize) -> Option<Value>,
{
    let mut place = start;
    while place < stop {
        let Some(found) = item(vm, place) else { break };
        let equal = match quick_equal(&found, value) {
            Some(equal) => equal,
            None => vm.eq(&found, value)?,
        };
        if equal {
            return Ok(Some(place));
        }
        place += 1;
    }
    Ok(None)
}

/// How many items equal `value`.
pub fn count_equal<F>(vm: &mut Vm, item: F, value: &Value) -> PyResult<usize>
where
    F: Copy + Fn(&Vm, usize) -> Option<Value>,
{
    let mut count = 0;
    let mut place = 0;
    while let Some(found) = find_equal(vm, item, value, place, usize::MAX)? {
        count += 1;
        place = found + 1;
    }
    Ok(count)
}

/// How many items at the start of two sequences are equal, as far as that shows without calling anything.
#[inline]
pub fn equal_start(a: &[Value], b: &[Value]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| same_key(a, b) == Some(true)).count()
}

/// Compares two sequences item by item, from an item before which they are equal. `len` gives a sequence's present length.
pub fn compare_items<A, B>(
    vm: &mut Vm,
    (a, a_len): (A, impl Fn(&Vm) -> usize),
    (b, b_len): (B, impl Fn(&Vm) -> usize),
    op: CompareOp,
    start: usize,
) -> PyResult
where
    A: Fn(&Vm, usize) -> Option<Value>,
    B: Fn(&Vm, usize) -> Option<Value>,
{
    let mut place = start;
    while let (Some(x), Some(y)) = (a(vm, place), b(vm, place)) {
        let equal = match quick_equal(&x, &y) {
            Some(equal) => equal,
            None => vm.eq(&x, &y)?,
        };
        if equal {
            place += 1;
            continue;
        }
        if place >= a_len(vm) || place >= b_len(vm) {
            break;
        }
        return match op {
            CompareOp::Eq => Ok(Value::FALSE),
            CompareOp::Ne => Ok(Value::TRUE),
            _ => vm.compare(&x, &y, op),
        };
    }
    Ok(Value::bool(op.holds(a_len(vm).cmp(&b_len(vm)))))
}

/// Appends the repr of `value`.
pub fn push_repr(vm: &mut Vm, text: &mut StrBuilder, value: &Value) -> PyResult<()> {
    let repr = vm.repr(value)?;
    push_str_value(text, &repr);
    Ok(())
}

/// Appends the text of a str; other values add nothing.
pub fn push_str_value(text: &mut StrBuilder, value: &Value) {
    if let Some(value) = value.downcast::<PyStr>() {
        text.push_data(value.data());
    }
}

/// `open`, the reprs of the items with commas between, `close`.
pub fn repr_items<F>(vm: &mut Vm, item: F, open: &str, close: &str) -> PyResult
where
    F: Fn(&Vm, usize) -> Option<Value>,
{
    let mut text = StrBuilder::new();
    text.push_str(open);
    let mut place = 0;
    while let Some(value) = item(vm, place) {
        if place > 0 {
            text.push_str(", ");
        }
        push_repr(vm, &mut text, &value)?;
        place += 1;
    }
    text.push_str(close);
    Ok(vm.new_str_data(text.data()))
}

/// The number of items of `count` copies of `len`, if memory can be had for so many values.
pub fn repeated_len(vm: &mut Vm, len: usize, count: isize) -> PyResult<usize> {
    let count = usize::try_from(count).unwrap_or(0);
    match len.checked_mul(count).filter(|total| *total <= isize::MAX as usize / 8) {
        Some(total) => {
            vm.check_size(total * 8)?;
            Ok(total)
        }
        None => Err(vm.memory_error()),
    }
}

/// What `body` makes of a container, or `placeholder` if the container is already being shown further out.
pub fn guarded_repr(vm: &mut Vm, value: &Value, placeholder: &str, body: impl FnOnce(&mut Vm) -> PyResult) -> PyResult {
    if !vm.enter_repr(value) {
        return Ok(vm.new_str(placeholder));
    }
    let result = body(vm);
    vm.leave_repr();
    result
}
