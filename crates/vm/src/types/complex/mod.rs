//! `complex` (CPython's Objects/complexobject.c).

mod arith;
mod construct;
mod methods;
mod power;

use minipy_macros::pyclass;

use crate::exc::PyResult;
use crate::types::int::Num;
use crate::value::Value;
use crate::vm::Vm;

/// Create a complex number from a real part and an optional imaginary part.
///
/// This is equivalent to (real + imag*1j) where imag defaults to 0.
#[pyclass(name = "complex", layout = 80, flags(basetype), no_trace, parts(construct, arith, power, methods))]
pub struct PyComplex {
    /// Real part.
    pub real: f64,
    /// Imaginary part.
    pub imag: f64,
}

/// Real and imaginary part.
pub type Parts = (f64, f64);

impl PyComplex {
    /// Both parts.
    pub fn parts(&self) -> Parts {
        (self.real, self.imag)
    }
}

/// `a * b`.
pub fn product(a: Parts, b: Parts) -> Parts {
    (a.0 * b.0 - a.1 * b.1, a.0 * b.1 + a.1 * b.0)
}

/// `a / b` by the larger part of `b` (Smith's way); `None` if `b` is zero.
pub fn quotient(a: Parts, b: Parts) -> Option<Parts> {
    let (real, imag) = (b.0.abs(), b.1.abs());
    if real >= imag {
        if real == 0.0 {
            return None;
        }
        let ratio = b.1 / b.0;
        let denominator = b.0 + b.1 * ratio;
        Some(((a.0 + a.1 * ratio) / denominator, (a.1 - a.0 * ratio) / denominator))
    } else if imag >= real {
        let ratio = b.0 / b.1;
        let denominator = b.0 * ratio + b.1;
        Some(((a.0 * ratio + a.1) / denominator, (a.1 * ratio - a.0) / denominator))
    } else {
        Some((f64::NAN, f64::NAN))
    }
}

/// `abs(a)`; infinite though both parts are finite where it is out of range.
pub fn absolute(a: Parts) -> f64 {
    if a.0.is_infinite() || a.1.is_infinite() { f64::INFINITY } else { a.0.hypot(a.1) }
}

impl Vm {
    /// A complex number.
    pub fn new_complex(&self, real: f64, imag: f64) -> Value {
        self.new_object(PyComplex { real, imag })
    }

    /// An operand of complex's operators; `None` if it is no number.
    fn complex_operand(&mut self, value: &Value) -> PyResult<Option<Parts>> {
        if let Some(complex) = value.downcast::<PyComplex>() {
            return Ok(Some(complex.parts()));
        }
        Ok(self.float_operand(value)?.map(|real| (real, 0.0)))
    }
}

/// Whether a complex number and an int are equal, exactly.
fn equals_int(complex: Parts, int: Num<'_>) -> bool {
    let order = crate::types::int::number::compare_with_f64(int, complex.0);
    complex.1 == 0.0 && order.is_some_and(std::cmp::Ordering::is_eq)
}
