//! `**` and `pow()` of complex numbers.

use minipy_macros::pymethods;

use super::arith::operands;
use super::{Parts, PyComplex, product, quotient};
use crate::exc::PyResult;
use crate::value::Value;
use crate::vm::Vm;

/// `base ** exponent` by squaring.
fn whole_power(base: Parts, exponent: u32) -> Parts {
    let (mut result, mut square, mut bit) = ((1.0, 0.0), base, 1);
    while exponent >= bit {
        if exponent & bit != 0 {
            result = product(result, square);
        }
        bit <<= 1;
        square = product(square, square);
    }
    result
}

/// `base ** exponent` by polar coordinates; `None` outside the domain.
fn polar_power(base: Parts, exponent: Parts) -> Option<Parts> {
    if exponent == (0.0, 0.0) {
        return Some((1.0, 0.0));
    }
    if base == (0.0, 0.0) {
        return if exponent.1 != 0.0 || exponent.0 < 0.0 { None } else { Some((0.0, 0.0)) };
    }
    let radius = base.0.hypot(base.1);
    let angle = base.1.atan2(base.0);
    let mut length = radius.powf(exponent.0);
    let mut phase = angle * exponent.0;
    if exponent.1 != 0.0 {
        length /= (angle * exponent.1).exp();
        phase += exponent.1 * radius.ln();
    }
    let result = (length * phase.cos(), length * phase.sin());
    // C's cosine of an infinity is a domain error.
    if phase.is_infinite() { None } else { Some(result) }
}

impl Vm {
    /// `base ** exponent`.
    pub(crate) fn complex_power(&mut self, base: Parts, exponent: Parts) -> PyResult {
        let small = exponent.1 == 0.0 && exponent.0 == exponent.0.floor() && exponent.0.abs() <= 100.0;
        let result = if !small {
            polar_power(base, exponent)
        } else if exponent.0 > 0.0 {
            Some(whole_power(base, exponent.0 as u32))
        } else {
            quotient((1.0, 0.0), whole_power(base, -exponent.0 as u32))
        };
        match result {
            None => Err(self.zero_division_error("0.0 to a negative or complex power")),
            Some((real, imag)) if real.is_infinite() || imag.is_infinite() => {
                Err(self.overflow_error("complex exponentiation"))
            }
            Some((real, imag)) => Ok(self.new_complex(real, imag)),
        }
    }
}

#[pymethods(part = "power")]
impl PyComplex {
    #[slot(power)]
    fn power(vm: &mut Vm, base: &Value, exponent: &Value, modulus: &Value) -> PyResult {
        let (base, exponent) = operands!(vm, base, exponent);
        if !modulus.is_none() {
            return Err(vm.value_error("complex modulo"));
        }
        vm.complex_power(base, exponent)
    }
}
