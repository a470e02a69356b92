//! `bool` (CPython's Objects/boolobject.c).

use crate::types::int::PyInt;
use crate::value::Value;
use minipy_macros::pyclass;

/// bool(x) -> bool
///
/// Returns True when the argument x is true, False otherwise.
/// The builtins True and False are the only two instances of the class bool.
/// The class bool is a subclass of the class int, and cannot be subclassed.
#[pyclass(name = "bool", layout = 10, base = PyInt, flags(match_self), accepts = is_bool, parts())]
pub struct PyBool(());

fn is_bool(value: &Value) -> bool {
    value.as_bool().is_some()
}
