//! `**` and `pow()` of ints, with modular powers and inverses.

use dashu_int::fast_div::ConstDivisor;
use dashu_int::ops::{DivRem, ExtendedGcd};
use dashu_int::{IBig, UBig};
use minipy_macros::pymethods;

use super::{Num, PyInt, number};
use crate::exc::PyResult;
use crate::value::Value;
use crate::vm::Vm;

/// From so many bits on, one multiplication takes long enough to look at the eval breaker after it.
const SLOW_BITS: usize = 1 << 14;

/// `base ** exponent` by squaring, if it fits 64 bits.
fn small_power(base: i64, mut exponent: u64) -> Option<i64> {
    let (mut result, mut square) = (1i64, base);
    while exponent != 0 {
        if exponent & 1 != 0 {
            result = result.checked_mul(square)?;
        }
        exponent >>= 1;
        if exponent != 0 {
            square = square.checked_mul(square)?;
        }
    }
    Some(result)
}

/// As `small_power`, modulo something.
fn small_power_modulo(base: u64, mut exponent: u64, modulus: u64) -> u64 {
    let multiply = |a: u64, b: u64| (u128::from(a) * u128::from(b) % u128::from(modulus)) as u64;
    let (mut result, mut square) = (1 % modulus, base % modulus);
    while exponent != 0 {
        if exponent & 1 != 0 {
            result = multiply(result, square);
        }
        square = multiply(square, square);
        exponent >>= 1;
    }
    result
}

/// The inverse of `a` modulo `n` (both from 1), if there is one.
fn inverse(a: &IBig, n: &IBig) -> Option<IBig> {
    let (gcd, factor, _) = ExtendedGcd::gcd_ext(number::magnitude(a), number::magnitude(n));
    (gcd == UBig::ONE).then(|| number::floor_div_rem(&factor, n).1)
}

impl Vm {
    /// `base ** exponent` for an exponent from 0.
    pub(crate) fn int_power(&mut self, base: Num<'_>, exponent: Num<'_>) -> PyResult {
        match base {
            Num::Small(0) => return Ok(Value::int32(i32::from(exponent.is_zero()))),
            Num::Small(1) => return Ok(Value::int32(1)),
            Num::Small(-1) => return Ok(Value::int32(if exponent.is_odd() { -1 } else { 1 })),
            _ => {}
        }
        let Num::Small(exponent) = exponent else { return Err(self.memory_error()) };
        let exponent = exponent.unsigned_abs();
        if let Num::Small(base) = base
            && let Some(result) = small_power(base, exponent)
        {
            return Ok(self.new_int(result));
        }
        let exponent = exponent as usize;
        self.check_bits(base.bit_length().saturating_mul(exponent))?;
        let result = self.big_power(&base.big(), exponent)?;
        Ok(self.new_bigint(result))
    }

    fn big_power(&mut self, base: &IBig, exponent: usize) -> PyResult<IBig> {
        if number::bit_length(base).saturating_mul(exponent) < SLOW_BITS {
            return Ok(base.pow(exponent));
        }
        // Powers of two in the base are a shift.
        let (sign, mut odd) = base.clone().into_parts();
        let twos = odd.trailing_zeros().unwrap_or(0);
        odd >>= twos;
        let mut result = UBig::ONE;
        if odd != UBig::ONE {
            for bit in (0..usize::BITS - exponent.leading_zeros()).rev() {
                result = result.sqr();
                if exponent >> bit & 1 != 0 {
                    result *= &odd;
                }
                self.poll()?;
            }
        }
        let sign = if exponent & 1 != 0 { sign } else { dashu_int::Sign::Positive };
        Ok(IBig::from_parts(sign, result << (twos * exponent)))
    }

    /// `pow(base, exponent, modulus)`.
    fn power_modulo(&mut self, base: Num<'_>, exponent: Num<'_>, modulus: Num<'_>) -> PyResult {
        if modulus.is_zero() {
            return Err(self.value_error("pow() 3rd argument cannot be 0"));
        }
        let divisor = IBig::from(number::magnitude(&modulus.big()));
        if divisor.is_one() {
            return Ok(Value::int32(0));
        }
        let mut base = number::floor_div_rem(&base.big(), &divisor).1;
        if exponent.is_negative() {
            base = match inverse(&base, &divisor) {
                Some(inverse) => inverse,
                None => return Err(self.value_error("base is not invertible for the given modulus")),
            };
        }
        let result = self.residue_power(base, &exponent.big(), &divisor)?;
        let negative = modulus.is_negative() && !result.is_zero();
        Ok(self.new_bigint(if negative { result - divisor } else { result }))
    }

    /// `base ** |exponent|` modulo `divisor`, of residues.
    fn residue_power(&mut self, base: IBig, exponent: &IBig, divisor: &IBig) -> PyResult<IBig> {
        let exponent = number::magnitude(exponent);
        if let (Ok(base), Ok(exponent), Ok(divisor)) =
            (u64::try_from(&base), u64::try_from(&exponent), u64::try_from(divisor))
        {
            return Ok(IBig::from(small_power_modulo(base, exponent, divisor)));
        }
        let (base, modulus) = (number::magnitude(&base), number::magnitude(divisor));
        let words = exponent.as_words();
        if number::bit_length(divisor).saturating_mul(words.len()) < SLOW_BITS * 8 {
            let ring = ConstDivisor::new(modulus);
            return Ok(ring.reduce(base).pow(&exponent).residue().into());
        }
        // Four bits of the exponent at a time.
        let mut table = vec![UBig::ONE % &modulus];
        for place in 0..15 {
            let next = table.get(place).map(|last| last * &base % &modulus).unwrap_or_default();
            table.push(next);
        }
        let mut result = UBig::ONE;
        for word in words.iter().rev() {
            for nibble in (0..16).rev() {
                for _ in 0..4 {
                    result = (result.sqr()).div_rem(&modulus).1;
                }
                if let Some(factor) =
                    table.get((word >> (nibble * 4) & 15) as usize).filter(|_| word >> (nibble * 4) & 15 != 0)
                {
                    result = (result * factor).div_rem(&modulus).1;
                }
                self.poll()?;
            }
        }
        Ok(result.into())
    }
}

#[pymethods(part = "power")]
impl PyInt {
    #[slot(power)]
    fn power(vm: &mut Vm, base: &Value, exponent: &Value, modulus: &Value) -> PyResult {
        let (Some(a), Some(b)) = (Num::of(base), Num::of(exponent)) else { return Ok(Value::NOT_IMPLEMENTED) };
        if !modulus.is_none() {
            let Some(modulus) = Num::of(modulus) else { return Ok(Value::NOT_IMPLEMENTED) };
            return vm.power_modulo(a, b, modulus);
        }
        if b.is_negative() {
            let (a, b) = (vm.int_to_f64(base)?, vm.int_to_f64(exponent)?);
            return vm.float_power(a, b);
        }
        vm.int_power(a, b)
    }
}
