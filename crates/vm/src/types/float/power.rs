//! `**` and `pow()` of floats.

use minipy_macros::pymethods;

use super::PyFloat;
use super::arith::operands;
use crate::exc::{PyResult, Raised};
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    /// OverflowError with the words and number of C's ERANGE.
    #[cold]
    pub fn range_error(&mut self) -> Raised {
        let args = [Value::int32(34), self.new_str("Numerical result out of range")];
        self.raise_with(self.exc.overflow_error, &args)
    }

    /// `base ** exponent`.
    pub(crate) fn float_power(&mut self, base: f64, exponent: f64) -> PyResult {
        if base == 0.0 && exponent < 0.0 && exponent.is_finite() {
            return Err(self.zero_division_error("0.0 cannot be raised to a negative power"));
        }
        let finite = base.is_finite() && exponent.is_finite();
        if finite && base < 0.0 && exponent != exponent.floor() {
            return self.complex_power((base, 0.0), (exponent, 0.0));
        }
        let result = base.powf(exponent);
        if finite && result.is_infinite() {
            return Err(self.range_error());
        }
        Ok(self.new_float(result))
    }
}

#[pymethods(part = "power")]
impl PyFloat {
    #[slot(power)]
    fn power(vm: &mut Vm, base: &Value, exponent: &Value, modulus: &Value) -> PyResult {
        if !modulus.is_none() {
            return Err(vm.type_error("pow() 3rd argument not allowed unless all arguments are integers"));
        }
        let (base, exponent) = operands!(vm, base, exponent);
        vm.float_power(base, exponent)
    }
}
