//! What the builtin iterators have in common: their pickling.

use crate::exc::PyResult;
use crate::value::Value;
use crate::vm::Vm;

/// `(iter, (iterable,), state)`, with the function of this name from builtins; no state, no third item.
pub fn reduce_iter(vm: &mut Vm, function: &str, iterable: Value, state: Option<i64>) -> PyResult {
    let state = state.map(|state| vm.new_int(state));
    reduce_call(vm, function, &[iterable], state)
}

/// `(iter, (empty,))`, for an iterator at its end.
pub fn reduce_exhausted(vm: &mut Vm, empty: Value) -> PyResult {
    reduce_call(vm, "iter", &[empty], None)
}

/// `(function, arguments, state)`, with the function of this name from builtins; no state, no third item.
pub fn reduce_call(vm: &mut Vm, function: &str, arguments: &[Value], state: Option<Value>) -> PyResult {
    let function = vm.builtin(function)?;
    let mut parts = vec![function, vm.new_tuple_from(arguments)];
    parts.extend(state);
    Ok(vm.new_tuple(parts))
}
