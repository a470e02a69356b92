//! The operators `+ - * / // %`, divmod, signs, comparison, truth and hash of ints.

use dashu_int::IBig;
use minipy_macros::pymethods;

use super::{Num, PyInt, number};
use crate::exc::{PyResult, Raised};
use crate::object::{BinaryOp, CompareOp};
use crate::value::Value;
use crate::vm::Vm;

/// Both operands as numbers; gives NotImplemented from the calling slot if one is no int.
macro_rules! operands {
    ($left:expr, $right:expr) => {
        match ($crate::types::int::Num::of($left), $crate::types::int::Num::of($right)) {
            (Some(left), Some(right)) => (left, right),
            _ => return Ok($crate::value::Value::NOT_IMPLEMENTED),
        }
    };
}
pub(super) use operands;

#[cold]
fn zero_division(vm: &mut Vm) -> Raised {
    vm.zero_division_error("integer division or modulo by zero")
}

impl Vm {
    fn new_wide_int(&self, value: i128) -> Value {
        match i64::try_from(value) {
            Ok(small) => self.new_int(small),
            Err(_) => self.new_object(PyInt::new(IBig::from(value))),
        }
    }

    /// The rest alone.
    fn int_rem(&mut self, a: Num<'_>, b: Num<'_>) -> PyResult {
        match (a.wide(), b.wide()) {
            _ if b.is_zero() => Err(zero_division(self)),
            (Some(a), Some(b)) => Ok(self.new_wide_int(number::wide_floor_div_rem(a, b).1)),
            _ => {
                if let (Num::Big(a), Num::Small(b)) = (a, b)
                    && let Some(rest) = number::floor_rem_short(a, b)
                {
                    return Ok(self.new_int(rest));
                }
                if let (Num::Big(a), Num::Big(b)) = (a, b)
                    && number::bit_length(a) < number::bit_length(b)
                {
                    return Ok(self.new_bigint(if number::is_negative(a) == number::is_negative(b) {
                        a.clone()
                    } else {
                        a + b
                    }));
                }
                self.check_bits(a.bit_length())?;
                Ok(self.new_bigint(number::floor_rem(&a.big(), &b.big())))
            }
        }
    }

    /// `a <op> b` for two values of exactly type int; `None` for operators that ints do not have.
    #[inline]
    pub(crate) fn int_binary(&mut self, op: BinaryOp, a: &Value, b: &Value) -> Option<PyResult> {
        Some(match op {
            BinaryOp::Add => PyInt::add(self, a, b),
            BinaryOp::Subtract => PyInt::subtract(self, a, b),
            BinaryOp::Multiply => PyInt::multiply(self, a, b),
            BinaryOp::FloorDivide => PyInt::floor_divide(self, a, b),
            BinaryOp::Remainder => PyInt::remainder(self, a, b),
            BinaryOp::TrueDivide => PyInt::true_divide(self, a, b),
            BinaryOp::And => PyInt::and(self, a, b),
            BinaryOp::Or => PyInt::or(self, a, b),
            BinaryOp::Xor => PyInt::xor(self, a, b),
            BinaryOp::LeftShift => PyInt::lshift(self, a, b),
            BinaryOp::RightShift => PyInt::rshift(self, a, b),
            _ => return None,
        })
    }

    /// Floor quotient and rest of ints.
    pub(crate) fn int_div_rem(&mut self, a: Num<'_>, b: Num<'_>) -> PyResult<(Value, Value)> {
        if b.is_zero() {
            return Err(zero_division(self));
        }
        if let (Some(a), Some(b)) = (a.wide(), b.wide()) {
            let (quotient, rest) = number::wide_floor_div_rem(a, b);
            return Ok((self.new_wide_int(quotient), self.new_wide_int(rest)));
        }
        self.check_bits(a.bit_length())?;
        if let (Num::Big(a), Num::Small(b)) = (a, b)
            && let Some((quotient, rest)) = number::floor_div_rem_short(a, b)
        {
            return Ok((self.new_bigint(quotient), self.new_int(rest)));
        }
        let (quotient, rest) = number::floor_div_rem(&a.big(), &b.big());
        Ok((self.new_bigint(quotient), self.new_bigint(rest)))
    }
}

#[pymethods(part = "arith")]
impl PyInt {
    #[slot(add)]
    fn add(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        match operands!(left, right) {
            (Num::Small(a), Num::Small(b)) => Ok(vm.new_wide_int(i128::from(a) + i128::from(b))),
            (a, b) => {
                if let (Some(a), Some(b)) = (a.wide(), b.wide()) {
                    return Ok(vm.new_wide_int(a + b));
                }
                vm.check_bits(a.bit_length().max(b.bit_length()))?;
                Ok(vm.new_bigint(a.big().as_ref() + b.big().as_ref()))
            }
        }
    }

    #[slot(subtract)]
    fn subtract(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        match operands!(left, right) {
            (Num::Small(a), Num::Small(b)) => Ok(vm.new_wide_int(i128::from(a) - i128::from(b))),
            (a, b) => {
                if let (Some(a), Some(b)) = (a.wide(), b.wide()) {
                    return Ok(vm.new_wide_int(a - b));
                }
                vm.check_bits(a.bit_length().max(b.bit_length()))?;
                Ok(vm.new_bigint(a.big().as_ref() - b.big().as_ref()))
            }
        }
    }

    #[slot(multiply)]
    fn multiply(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        match operands!(left, right) {
            (Num::Small(a), Num::Small(b)) => Ok(vm.new_wide_int(i128::from(a) * i128::from(b))),
            (a, b) => {
                vm.check_bits(a.bit_length() + b.bit_length())?;
                Ok(vm.new_bigint(a.big().as_ref() * b.big().as_ref()))
            }
        }
    }

    #[slot(floor_divide)]
    fn floor_divide(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        let (a, b) = operands!(left, right);
        if let (Num::Big(a), Num::Big(b)) = (a, b)
            && number::bit_length(a) < number::bit_length(b)
        {
            return Ok(Value::int32(if number::is_negative(a) == number::is_negative(b) { 0 } else { -1 }));
        }
        Ok(vm.int_div_rem(a, b)?.0)
    }

    #[slot(remainder)]
    fn remainder(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        let (a, b) = operands!(left, right);
        vm.int_rem(a, b)
    }

    #[slot(divmod)]
    fn divmod(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        let (a, b) = operands!(left, right);
        let (quotient, rest) = vm.int_div_rem(a, b)?;
        Ok(vm.new_tuple_from(&[quotient, rest]))
    }

    #[slot(true_divide)]
    fn true_divide(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        const EXACT: u64 = 1 << 53;
        let (a, b) = operands!(left, right);
        if b.is_zero() {
            return Err(vm.zero_division_error("division by zero"));
        }
        if let (Num::Small(a), Num::Small(b)) = (a, b)
            && a.unsigned_abs() <= EXACT
            && b.unsigned_abs() <= EXACT
        {
            return Ok(vm.new_float(a as f64 / b as f64));
        }
        match number::true_divide(&a.big(), &b.big()) {
            Some(float) => Ok(vm.new_float(float)),
            None => Err(vm.overflow_error("integer division result too large for a float")),
        }
    }

    #[slot(negative)]
    fn negative(vm: &mut Vm, this: &Value) -> PyResult {
        Ok(match Num::of(this) {
            Some(Num::Small(int)) => vm.new_wide_int(-i128::from(int)),
            Some(Num::Big(big)) => vm.new_bigint(-big),
            None => Value::NOT_IMPLEMENTED,
        })
    }

    #[slot(positive)]
    fn positive(vm: &mut Vm, this: &Value) -> PyResult {
        Ok(vm.exact_int(this))
    }

    #[slot(absolute)]
    fn absolute(vm: &mut Vm, this: &Value) -> PyResult {
        if vm.is_negative_int(this) { PyInt::negative(vm, this) } else { Ok(vm.exact_int(this)) }
    }

    #[slot(bool)]
    fn truth(_vm: &mut Vm, this: &Value) -> PyResult<bool> {
        Ok(!Num::of(this).is_some_and(Num::is_zero))
    }

    #[slot(int)]
    fn int(vm: &mut Vm, this: &Value) -> PyResult {
        Ok(vm.exact_int(this))
    }

    #[slot(index)]
    fn index(vm: &mut Vm, this: &Value) -> PyResult {
        Ok(vm.exact_int(this))
    }

    #[slot(float)]
    fn float(vm: &mut Vm, this: &Value) -> PyResult {
        let float = vm.int_to_f64(this)?;
        Ok(vm.new_float(float))
    }

    #[slot(hash)]
    fn hash(vm: &mut Vm, this: &Value) -> PyResult<i64> {
        vm.hash_of_int(this)
    }

    #[slot(richcompare)]
    fn richcompare(_vm: &mut Vm, this: &Value, other: &Value, op: CompareOp) -> PyResult {
        let order = match operands!(this, other) {
            (Num::Small(a), Num::Small(b)) => a.cmp(&b),
            (a, b) => a.big().as_ref().cmp(b.big().as_ref()),
        };
        Ok(Value::bool(op.holds(order)))
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: &Value) -> PyResult {
        match Num::of(this) {
            Some(Num::Big(big)) => {
                let text = vm.int_decimal(big)?;
                Ok(vm.new_str(&text))
            }
            Some(Num::Small(int)) => Ok(vm.new_decimal(int)),
            None => vm.default_repr(this),
        }
    }
}
