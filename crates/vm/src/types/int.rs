//! `int`: immediates of 62 bits, big ints behind the same type (CPython's Objects/longobject.c).

use dashu_int::IBig;

use crate::exc::PyResult;
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::pyclass;

/// The payload of ints that are no immediates: big ones, and instances of subclasses.
#[pyclass(name = "int", layout = 3, flags(basetype, match_self), no_trace, accepts = is_int, parts())]
pub struct PyInt {
    /// The number.
    #[pyclass(skip)]
    pub value: IBig,
}

impl PyInt {
    /// The payload for a number.
    pub fn new(value: IBig) -> PyInt {
        PyInt { value }
    }
}

/// Whether `value` is an int (or bool).
pub fn is_int(value: &Value) -> bool {
    value.as_small_int().is_some() || value.as_bool().is_some() || value.is_a::<PyInt>()
}

impl Vm {
    /// The number that an int or bool is; `None` for other values.
    pub fn int_value(&self, value: &Value) -> Option<IBig> {
        if let Some(int) = value.as_small_int() {
            return Some(IBig::from(int));
        }
        if let Some(truth) = value.as_bool() {
            return Some(IBig::from(u8::from(truth)));
        }
        value.downcast::<PyInt>().map(|big| big.value.clone())
    }

    /// The int or bool as an `i64`, if it fits.
    pub fn int_to_i64(&self, value: &Value) -> Option<i64> {
        if let Some(int) = value.as_small_int() {
            return Some(int);
        }
        if let Some(truth) = value.as_bool() {
            return Some(i64::from(truth));
        }
        value.downcast::<PyInt>().and_then(|big| i64::try_from(&big.value).ok())
    }

    /// Whether an int is below zero.
    pub fn is_negative_int(&self, value: &Value) -> bool {
        match value.as_small_int() {
            Some(int) => int < 0,
            None => value.downcast::<PyInt>().is_some_and(|big| big.value < IBig::ZERO),
        }
    }

    /// `operator.index(value)` as a number.
    pub fn to_bigint(&mut self, value: &Value) -> PyResult<IBig> {
        let index = self.index(value)?;
        Ok(self.int_value(&index).unwrap_or(IBig::ZERO))
    }

    /// The hash that an int has: its value modulo 2**61 - 1.
    pub fn hash_of_int(&mut self, value: &Value) -> PyResult<i64> {
        let Some(number) = self.int_value(value) else {
            return Err(self.type_error("__hash__ method should return an integer"));
        };
        let modulus = (1i64 << 61) - 1;
        let rest = i64::try_from(&(number % IBig::from(modulus))).unwrap_or(0);
        Ok(if rest == -1 { -2 } else { rest })
    }
}
