//! `float`: most are immediates (CPython's Objects/floatobject.c).

use crate::value::Value;
use minipy_macros::pyclass;

/// The payload of floats that are no immediates: very large or small ones, and instances of subclasses.
#[pyclass(name = "float", layout = 9, flags(basetype, match_self), no_trace, accepts = is_float, parts())]
pub struct PyFloat {
    /// The number.
    pub value: f64,
}

impl PyFloat {
    /// The payload for a number.
    pub fn new(value: f64) -> PyFloat {
        PyFloat { value }
    }
}

/// Whether `value` is a float.
pub fn is_float(value: &Value) -> bool {
    value.as_small_float().is_some() || value.is_a::<PyFloat>()
}

impl Value {
    /// The number that a float is.
    #[inline(always)]
    pub fn as_float(&self) -> Option<f64> {
        match self.as_small_float() {
            Some(value) => Some(value),
            None => self.downcast::<PyFloat>().map(|boxed| boxed.value),
        }
    }
}
