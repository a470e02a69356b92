//! `reduce`.

use minipy_macros::pyfunction;
use minipy_vm::{PyResult, Value, Vm};

/// reduce(function, iterable[, initial]) -> value
///
/// Apply a function of two arguments cumulatively to the items of an iterable, from left to right, so as to reduce it
/// to a single value: reduce(lambda x, y: x+y, [1, 2, 3, 4]) computes (((1+2)+3)+4). If initial is present, it comes
/// before the items, and is the result when there are none.
#[pyfunction("reduce(function, iterable, initial=<unrepresentable>, /)", no_text)]
pub fn reduce(vm: &mut Vm, function: &Value, iterable: &Value, initial: Option<&Value>) -> PyResult {
    let iterator = match vm.iter(iterable) {
        Ok(iterator) => iterator,
        Err(raised) => {
            if !vm.raised_is(vm.exc.type_error) {
                return Err(raised);
            }
            vm.clear_raised();
            return Err(vm.type_error("reduce() arg 2 must support iteration"));
        }
    };
    let mut result = initial.cloned();
    while let Some(item) = vm.next_item(&iterator)? {
        result = Some(match result {
            Some(so_far) => vm.call(function, &[so_far, item])?,
            None => item,
        });
        vm.poll()?;
    }
    match result {
        Some(result) => Ok(result),
        None => Err(vm.type_error("reduce() of empty iterable with no initial value")),
    }
}
