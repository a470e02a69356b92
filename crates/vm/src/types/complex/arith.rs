//! The operators of complex but `**`.

use minipy_macros::pymethods;

use super::{PyComplex, absolute, equals_int, product, quotient};
use crate::args::This;
use crate::exc::PyResult;
use crate::object::CompareOp;
use crate::protocol::format::{FloatFlags, FloatForm, double_to_string};
use crate::types::float::parts;
use crate::types::int::Num;
use crate::value::Value;
use crate::vm::Vm;

/// Both operands as complex numbers; gives NotImplemented from the calling slot if one is no number.
macro_rules! operands {
    ($vm:expr, $left:expr, $right:expr) => {{
        let Some(left) = $vm.complex_operand($left)? else { return Ok($crate::value::Value::NOT_IMPLEMENTED) };
        let Some(right) = $vm.complex_operand($right)? else { return Ok($crate::value::Value::NOT_IMPLEMENTED) };
        (left, right)
    }};
}
pub(super) use operands;

/// `repr`: the real part is left out where it is zero and not negative.
fn to_text(real: f64, imag: f64) -> String {
    let part = |part: f64| double_to_string(part, FloatForm::Repr, FloatFlags::default());
    let imaginary = part(imag);
    if real == 0.0 && real.is_sign_positive() {
        return format!("{imaginary}j");
    }
    let sign = if imaginary.starts_with('-') { "" } else { "+" };
    format!("({}{sign}{imaginary}j)", part(real))
}

#[pymethods(part = "arith")]
impl PyComplex {
    #[slot(add)]
    fn add(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        let (a, b) = operands!(vm, left, right);
        Ok(vm.new_complex(a.0 + b.0, a.1 + b.1))
    }

    #[slot(subtract)]
    fn subtract(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        let (a, b) = operands!(vm, left, right);
        Ok(vm.new_complex(a.0 - b.0, a.1 - b.1))
    }

    #[slot(multiply)]
    fn multiply(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        let (a, b) = operands!(vm, left, right);
        let (real, imag) = product(a, b);
        Ok(vm.new_complex(real, imag))
    }

    #[slot(true_divide)]
    fn true_divide(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        let (a, b) = operands!(vm, left, right);
        match quotient(a, b) {
            Some((real, imag)) => Ok(vm.new_complex(real, imag)),
            None => Err(vm.zero_division_error("complex division by zero")),
        }
    }

    #[slot(negative)]
    fn negative(vm: &mut Vm, this: This<'_, PyComplex>) -> PyResult {
        Ok(vm.new_complex(-this.real, -this.imag))
    }

    #[slot(positive)]
    fn positive(vm: &mut Vm, this: This<'_, PyComplex>) -> PyResult {
        Ok(if vm.is_exact::<PyComplex>(this.value()) {
            this.value().clone()
        } else {
            vm.new_complex(this.real, this.imag)
        })
    }

    #[slot(absolute)]
    fn absolute(vm: &mut Vm, this: This<'_, PyComplex>) -> PyResult {
        let result = absolute(this.parts());
        if result.is_infinite() && this.real.is_finite() && this.imag.is_finite() {
            return Err(vm.overflow_error("absolute value too large"));
        }
        Ok(vm.new_float(result))
    }

    #[slot(bool)]
    fn truth(_vm: &mut Vm, this: This<'_, PyComplex>) -> PyResult<bool> {
        Ok(this.real != 0.0 || this.imag != 0.0)
    }

    #[slot(hash)]
    fn hash(vm: &mut Vm, this: This<'_, PyComplex>) -> PyResult<i64> {
        let identity = vm.identity_hash(this.value());
        let part = |part: f64| if part.is_nan() { identity } else { parts::hash(part) };
        Ok(match part(this.real).wrapping_add(part(this.imag).wrapping_mul(1_000_003)) {
            -1 => -2,
            hash => hash,
        })
    }

    #[slot(richcompare)]
    fn richcompare(_vm: &mut Vm, this: This<'_, PyComplex>, other: &Value, op: CompareOp) -> PyResult {
        let equal = if let Some(other) = other.downcast::<PyComplex>() {
            this.parts() == other.parts()
        } else if let Some(float) = other.as_float() {
            this.parts() == (float, 0.0)
        } else if let Some(int) = Num::of(other) {
            equals_int(this.parts(), int)
        } else {
            return Ok(Value::NOT_IMPLEMENTED);
        };
        Ok(match op {
            CompareOp::Eq => Value::bool(equal),
            CompareOp::Ne => Value::bool(!equal),
            _ => Value::NOT_IMPLEMENTED,
        })
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyComplex>) -> PyResult {
        Ok(vm.new_str(&to_text(this.real, this.imag)))
    }
}
