//! The operators `<< >> & | ^ ~` of ints.

use dashu_int::IBig;
use minipy_macros::pymethods;

use super::arith::operands;
use super::{Num, PyInt};
use crate::exc::PyResult;
use crate::value::Value;
use crate::vm::Vm;

/// Most bits that an int of CPython can have: above, OverflowError instead of MemoryError.
const MOST_BITS: u64 = (i64::MAX as u64 / 4).saturating_mul(30);

impl Vm {
    /// `number << count`, `count` from 0.
    pub(crate) fn shift_left(&mut self, number: Num<'_>, count: Num<'_>) -> PyResult {
        if number.is_zero() {
            return Ok(Value::int32(0));
        }
        let Num::Small(count) = count else {
            // CPython asks for 2**63 / 4 digits of 30 bits when the count is too large to say, and refuses those.
            let possible = u64::try_from(count.big().as_ref()).is_ok_and(|count| count < MOST_BITS);
            return Err(if possible { self.memory_error() } else { self.overflow_error("too many digits in integer") });
        };
        if let Num::Small(int) = number
            && count < 64
        {
            let wide = i128::from(int) << count;
            return Ok(match i64::try_from(wide) {
                Ok(small) => self.new_int(small),
                Err(_) => self.new_bigint(IBig::from(wide)),
            });
        }
        let count = usize::try_from(count).unwrap_or(0);
        self.check_bits(count.saturating_add(number.bit_length()))?;
        Ok(self.new_bigint(number.big().as_ref() << count))
    }

    /// `number >> count`, `count` from 0.
    pub(crate) fn shift_right(&mut self, number: Num<'_>, count: Num<'_>) -> PyResult {
        let count = match count {
            Num::Small(count) => usize::try_from(count).unwrap_or(0),
            Num::Big(_) => usize::MAX,
        };
        if count > number.bit_length() {
            return Ok(Value::int32(if number.is_negative() { -1 } else { 0 }));
        }
        Ok(match number {
            Num::Small(int) => self.new_int(int >> count.min(63)),
            Num::Big(big) => self.new_bigint(big >> count),
        })
    }
}

#[pymethods(part = "bits")]
impl PyInt {
    #[slot(lshift)]
    pub(crate) fn lshift(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        let (number, count) = operands!(left, right);
        if count.is_negative() {
            return Err(vm.value_error("negative shift count"));
        }
        vm.shift_left(number, count)
    }

    #[slot(rshift)]
    pub(crate) fn rshift(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        let (number, count) = operands!(left, right);
        if count.is_negative() {
            return Err(vm.value_error("negative shift count"));
        }
        vm.shift_right(number, count)
    }

    #[slot(and)]
    pub(crate) fn and(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        Ok(match operands!(left, right) {
            (Num::Small(a), Num::Small(b)) => vm.new_int(a & b),
            (a, b) => vm.new_bigint(a.big().as_ref() & b.big().as_ref()),
        })
    }

    #[slot(or)]
    pub(crate) fn or(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        Ok(match operands!(left, right) {
            (Num::Small(a), Num::Small(b)) => vm.new_int(a | b),
            (a, b) => vm.new_bigint(a.big().as_ref() | b.big().as_ref()),
        })
    }

    #[slot(xor)]
    pub(crate) fn xor(vm: &mut Vm, left: &Value, right: &Value) -> PyResult {
        Ok(match operands!(left, right) {
            (Num::Small(a), Num::Small(b)) => vm.new_int(a ^ b),
            (a, b) => vm.new_bigint(a.big().as_ref() ^ b.big().as_ref()),
        })
    }

    #[slot(invert)]
    fn invert(vm: &mut Vm, this: &Value) -> PyResult {
        Ok(match Num::of(this) {
            Some(Num::Small(int)) => vm.new_int(!int),
            Some(Num::Big(big)) => vm.new_bigint(!big),
            None => Value::NOT_IMPLEMENTED,
        })
    }
}
