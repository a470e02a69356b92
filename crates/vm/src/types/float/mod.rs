//! `float`: most are immediates (CPython's Objects/floatobject.c).

mod arith;
mod construct;
mod hex;
mod methods;
pub mod parts;
mod power;
mod round;

pub(crate) use construct::{number_len, parse_number, without_underscores};

use crate::value::Value;
use minipy_macros::pyclass;

/// Convert a string or number to a floating point number, if possible.
#[pyclass(
    name = "float",
    layout = 9,
    flags(basetype, match_self),
    no_trace,
    accepts = is_float,
    parts(construct, arith, power, methods, hex)
)]
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

/// The number a float receiver is.
fn number(this: &Value) -> f64 {
    this.as_float().unwrap_or(0.0)
}
