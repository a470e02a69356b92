//! The operators of float but `**`.

use minipy_macros::pymethods;

use super::{PyFloat, number, parts};
use crate::exc::PyResult;
use crate::object::CompareOp;
use crate::protocol::format::float_repr;
use crate::types::int::{Num, number as ints};
use crate::value::Value;
use crate::vm::Vm;

/// The rest of a floor division: C's fmod, moved to the divisor's sign.
fn modulo(a: f64, b: f64) -> f64 {
    let rest = a % b;
    if rest == 0.0 {
        0.0f64.copysign(b)
    } else if (b < 0.0) != (rest < 0.0) {
        rest + b
    } else {
        rest
    }
}

/// Floor quotient and rest of floats; the divisor is not zero.
pub(crate) fn floor_div_rem(a: f64, b: f64) -> (f64, f64) {
    let mut rest = a % b;
    // `a - rest` is a multiple of `b` but for rounding.
    let mut quotient = (a - rest) / b;
    if rest == 0.0 {
        rest = 0.0f64.copysign(b);
    } else if (b < 0.0) != (rest < 0.0) {
        rest += b;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0.0f64.copysign(a / b), rest);
    }
    let floor = quotient.floor();
    (if quotient - floor > 0.5 { floor + 1.0 } else { floor }, rest)
}

impl Vm {
    /// An operand of float's operators as a float: `None` if it is neither a float nor an int.
    #[inline]
    pub(crate) fn float_operand(&mut self, value: &Value) -> PyResult<Option<f64>> {
        if let Some(float) = value.as_float() {
            return Ok(Some(float));
        }
        let Some(int) = Num::of(value) else { return Ok(None) };
        match int.to_f64() {
            Some(float) => Ok(Some(float)),
            None => Err(self.overflow_error("int too large to convert to float")),
        }
    }
}

/// Both operands as floats; gives NotImplemented from the calling slot if one is neither a float nor an int.
macro_rules! operands {
    ($vm:expr, $left:expr, $right:expr) => {{
        let Some(left) = $vm.float_operand($left)? else { return Ok($crate::value::Value::NOT_IMPLEMENTED) };
        let Some(right) = $vm.float_operand($right)? else { return Ok($crate::value::Value::NOT_IMPLEMENTED) };
        (left, right)
    }};
}
pub(super) use operands;

#[pymethods(part = "arith")]
impl PyFloat {
    #[slot(add)]
    fn add(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        let (a, b) = operands!(vm, left, right);
        Ok(vm.new_float(a + b))
    }

    #[slot(subtract)]
    fn subtract(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        let (a, b) = operands!(vm, left, right);
        Ok(vm.new_float(a - b))
    }

    #[slot(multiply)]
    fn multiply(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        let (a, b) = operands!(vm, left, right);
        Ok(vm.new_float(a * b))
    }

    #[slot(true_divide)]
    fn true_divide(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        let (a, b) = operands!(vm, left, right);
        if b == 0.0 {
            return Err(vm.zero_division_error("float division by zero"));
        }
        Ok(vm.new_float(a / b))
    }

    #[slot(floor_divide)]
    fn floor_divide(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        let (a, b) = operands!(vm, left, right);
        if b == 0.0 {
            return Err(vm.zero_division_error("float floor division by zero"));
        }
        Ok(vm.new_float(floor_div_rem(a, b).0))
    }

    #[slot(remainder)]
    fn remainder(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        let (a, b) = operands!(vm, left, right);
        if b == 0.0 {
            return Err(vm.zero_division_error("float modulo"));
        }
        Ok(vm.new_float(modulo(a, b)))
    }

    #[slot(divmod)]
    fn divmod(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        let (a, b) = operands!(vm, left, right);
        if b == 0.0 {
            return Err(vm.zero_division_error("float divmod()"));
        }
        let (quotient, rest) = floor_div_rem(a, b);
        let pair = [vm.new_float(quotient), vm.new_float(rest)];
        Ok(vm.new_tuple_from(&pair))
    }

    #[slot(negative)]
    fn negative(vm: &mut Vm, this: &Value) -> PyResult {
        Ok(vm.new_float(-number(this)))
    }

    #[slot(positive)]
    fn positive(vm: &mut Vm, this: &Value) -> PyResult {
        Ok(vm.exact_float(this))
    }

    #[slot(absolute)]
    fn absolute(vm: &mut Vm, this: &Value) -> PyResult {
        Ok(vm.new_float(number(this).abs()))
    }

    #[slot(bool)]
    fn truth(_vm: &mut Vm, this: &Value) -> PyResult<bool> {
        Ok(number(this) != 0.0)
    }

    #[slot(int)]
    fn int(vm: &mut Vm, this: &Value) -> PyResult {
        vm.int_from_float(number(this))
    }

    #[slot(float)]
    fn float(vm: &mut Vm, this: &Value) -> PyResult {
        Ok(vm.exact_float(this))
    }

    #[slot(hash)]
    fn hash(vm: &mut Vm, this: &Value) -> PyResult<i64> {
        let float = number(this);
        Ok(if float.is_nan() { vm.identity_hash(this) } else { parts::hash(float) })
    }

    #[slot(richcompare)]
    fn richcompare(_vm: &mut Vm, this: &Value, other: &Value, op: CompareOp) -> PyResult {
        let float = number(this);
        let order = if let Some(other) = other.as_float() {
            float.partial_cmp(&other)
        } else if let Some(int) = Num::of(other) {
            ints::compare_with_f64(int, float).map(std::cmp::Ordering::reverse)
        } else {
            return Ok(Value::NOT_IMPLEMENTED);
        };
        Ok(Value::bool(order.map_or(op == CompareOp::Ne, |order| op.holds(order))))
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: &Value) -> PyResult {
        Ok(vm.new_str(&float_repr(number(this))))
    }
}

impl Vm {
    /// The same number as exactly a float.
    pub(crate) fn exact_float(&mut self, value: &Value) -> Value {
        match value.as_float() {
            Some(float) if !self.is_exact::<PyFloat>(value) => self.new_float(float),
            _ => value.clone(),
        }
    }

    /// The int that a float is, cut off towards zero; OverflowError for infinities, ValueError for nan.
    pub fn int_from_float(&mut self, float: f64) -> PyResult {
        if float.is_nan() {
            return Err(self.value_error("cannot convert float NaN to integer"));
        }
        if float.is_infinite() {
            return Err(self.overflow_error("cannot convert float infinity to integer"));
        }
        Ok(if float.abs() < 9e18 { self.new_int(float as i64) } else { self.new_bigint(ints::from_f64(float)) })
    }
}
