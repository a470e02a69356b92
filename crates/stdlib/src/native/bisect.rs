//! `_bisect`. Answers to CPython's Modules/_bisectmodule.c.

use minipy_macros::{functions, pyfunction};
use minipy_vm::object::CompareOp;
use minipy_vm::object::def::ModuleDef;
use minipy_vm::types::list::PyList;
use minipy_vm::{PyResult, Value, Vm};

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_bisect",
    doc: "Bisection algorithms.",
    functions: &[functions![bisect_right, insort_right, bisect_left, insort_left]],
    types: &[],
    init: None,
};

/// On which side of equal items.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

/// Where to look.
#[derive(Clone, Copy)]
struct Bounds<'a> {
    low: isize,
    high: Option<&'a Value>,
    key: Option<&'a Value>,
}

/// Where `x` belongs among the items of a sequence.
fn search(vm: &mut Vm, sequence: &Value, x: &Value, bounds: Bounds<'_>, side: Side) -> PyResult<usize> {
    let Ok(mut low) = usize::try_from(bounds.low) else { return Err(vm.value_error("lo must be non-negative")) };
    let mut high = match bounds.high {
        None => vm.len(sequence)?,
        Some(high) if vm.type_of(high).slots.index.get().is_none() => {
            let name = vm.type_name(high);
            return Err(vm.type_error(format!("argument should be integer or None, not '{name}'")));
        }
        Some(high) => match vm.index_isize(high)? {
            // Old code passes -1 for no bound.
            -1 => vm.len(sequence)?,
            high => high.max(0) as usize,
        },
    };
    while low < high {
        let middle = low + (high - low) / 2;
        let index = vm.new_int(middle as i64);
        let item = vm.get_item(sequence, &index)?;
        let item = match bounds.key {
            Some(key) => vm.call(key, &[item])?,
            None => item,
        };
        let go_left = match side {
            Side::Right => vm.compare_bool(x, &item, CompareOp::Lt)?,
            Side::Left => !vm.compare_bool(&item, x, CompareOp::Lt)?,
        };
        if go_left {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Ok(low)
}

fn insert(vm: &mut Vm, sequence: &Value, x: &Value, bounds: Bounds<'_>, side: Side) -> PyResult<()> {
    let place = match bounds.key {
        Some(key) => {
            let wanted = vm.call(key, std::slice::from_ref(x))?;
            search(vm, sequence, &wanted, bounds, side)?
        }
        None => search(vm, sequence, x, bounds, side)?,
    };
    if vm.is_exact::<PyList>(sequence)
        && let Some(list) = sequence.downcast::<PyList>()
    {
        let items = list.items.borrow_mut(vm);
        let place = place.min(items.len());
        items.insert(place, x.clone());
        return Ok(());
    }
    let place = vm.new_int(place as i64);
    vm.call_method_str(sequence, "insert", &[place, x.clone()]).map(|_| ())
}

/// Return the index where to insert item x in list a, assuming a is sorted.
///
/// The return value i is such that all e in a[:i] have e <= x, and all e in
/// a[i:] have e > x.  So if x already appears in the list, a.insert(i, x) will
/// insert just after the rightmost x already there.
///
/// Optional args lo (default 0) and hi (default len(a)) bound the
/// slice of a to be searched.
#[pyfunction("_bisect.bisect_right($module, /, a, x, lo=0, hi=None, *, key=None)")]
pub fn bisect_right(
    vm: &mut Vm,
    a: &Value,
    x: &Value,
    lo: isize,
    hi: Option<&Value>,
    key: Option<&Value>,
) -> PyResult<usize> {
    search(vm, a, x, Bounds { low: lo, high: hi, key }, Side::Right)
}

/// Insert item x in list a, and keep it sorted assuming a is sorted.
///
/// If x is already in a, insert it to the right of the rightmost x.
///
/// Optional args lo (default 0) and hi (default len(a)) bound the
/// slice of a to be searched.
#[pyfunction("_bisect.insort_right($module, /, a, x, lo=0, hi=None, *, key=None)")]
pub fn insort_right(
    vm: &mut Vm,
    a: &Value,
    x: &Value,
    lo: isize,
    hi: Option<&Value>,
    key: Option<&Value>,
) -> PyResult<()> {
    insert(vm, a, x, Bounds { low: lo, high: hi, key }, Side::Right)
}

/// Return the index where to insert item x in list a, assuming a is sorted.
///
/// The return value i is such that all e in a[:i] have e < x, and all e in
/// a[i:] have e >= x.  So if x already appears in the list, a.insert(i, x) will
/// insert just before the leftmost x already there.
///
/// Optional args lo (default 0) and hi (default len(a)) bound the
/// slice of a to be searched.
#[pyfunction("_bisect.bisect_left($module, /, a, x, lo=0, hi=None, *, key=None)")]
pub fn bisect_left(
    vm: &mut Vm,
    a: &Value,
    x: &Value,
    lo: isize,
    hi: Option<&Value>,
    key: Option<&Value>,
) -> PyResult<usize> {
    search(vm, a, x, Bounds { low: lo, high: hi, key }, Side::Left)
}

/// Insert item x in list a, and keep it sorted assuming a is sorted.
///
/// If x is already in a, insert it to the left of the leftmost x.
///
/// Optional args lo (default 0) and hi (default len(a)) bound the
/// slice of a to be searched.
#[pyfunction("_bisect.insort_left($module, /, a, x, lo=0, hi=None, *, key=None)")]
pub fn insort_left(
    vm: &mut Vm,
    a: &Value,
    x: &Value,
    lo: isize,
    hi: Option<&Value>,
    key: Option<&Value>,
) -> PyResult<()> {
    insert(vm, a, x, Bounds { low: lo, high: hi, key }, Side::Left)
}
