//! `bool` (CPython's Objects/boolobject.c).

use crate::exc::PyResult;
use crate::object::Ty;
use crate::types::int::PyInt;
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{pyclass, pymethods};

/// bool(x) -> bool
///
/// Returns True when the argument x is true, False otherwise.
/// The builtins True and False are the only two instances of the class bool.
/// The class bool is a subclass of the class int, and cannot be subclassed.
#[pyclass(name = "bool", layout = 10, base = PyInt, flags(match_self), accepts = is_bool)]
pub struct PyBool(());

fn is_bool(value: &Value) -> bool {
    value.as_bool().is_some()
}

/// Two bools, or what the operator of int says of other operands.
fn logical(
    vm: &mut Vm,
    left: &Value,
    right: &Value,
    on_bools: fn(bool, bool) -> bool,
    on_ints: fn(&mut Vm, &Value, &Value) -> PyResult,
) -> PyResult {
    match (left.as_bool(), right.as_bool()) {
        (Some(left), Some(right)) => Ok(Value::bool(on_bools(left, right))),
        _ => on_ints(vm, left, right),
    }
}

#[pymethods]
impl PyBool {
    #[new("bool(x=False, /)", no_text, convention = "positional")]
    fn new(vm: &mut Vm, _cls: Ty, x: Option<&Value>) -> PyResult {
        Ok(Value::bool(match x {
            Some(x) => vm.truth(x)?,
            None => false,
        }))
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: &Value) -> PyResult {
        Ok(vm.intern(if this.is_true() { "True" } else { "False" }))
    }

    #[slot(and)]
    fn and(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        logical(vm, left, right, |a, b| a & b, PyInt::and)
    }

    #[slot(or)]
    fn or(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        logical(vm, left, right, |a, b| a | b, PyInt::or)
    }

    #[slot(xor)]
    fn xor(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        logical(vm, left, right, |a, b| a ^ b, PyInt::xor)
    }
}
