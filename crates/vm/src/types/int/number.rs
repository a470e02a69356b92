//! Arithmetic on big ints that dashu does not have in Python's way: floor division, correctly rounded quotients,
//! conversion from and comparison with floats.

use std::cmp::Ordering;

use dashu_int::ops::DivRem;
use dashu_int::{IBig, Sign, UBig};

use super::{Num, division};
use crate::types::float::parts;

/// Hashes of numbers are modulo this prime (`sys.hash_info.modulus`).
pub const HASH_MODULUS: i64 = (1 << 61) - 1;

/// Below zero.
#[inline]
pub fn is_negative(big: &IBig) -> bool {
    big.sign() == Sign::Negative && !big.is_zero()
}

/// The lowest 64 bits of the magnitude.
#[inline]
pub fn low_word(big: &IBig) -> u64 {
    big.as_sign_words().1.first().copied().unwrap_or(0)
}

/// Bits of the magnitude.
#[inline]
pub fn bit_length(big: &IBig) -> usize {
    let words = big.as_sign_words().1;
    words.last().map_or(0, |top| words.len() * 64 - top.leading_zeros() as usize)
}

/// The number, if it fits 64 bits.
#[inline]
pub fn small(big: &IBig) -> Option<i64> {
    match big.as_sign_words() {
        (_, []) => Some(0),
        (Sign::Positive, [low]) => i64::try_from(*low).ok(),
        (Sign::Negative, [low]) => 0i64.checked_sub_unsigned(*low),
        _ => None,
    }
}

/// The number, if its magnitude has at most 126 bits: sums and differences of two such fit 128 bits.
#[inline]
pub fn wide(big: &IBig) -> Option<i128> {
    let (sign, words) = big.as_sign_words();
    let magnitude = match *words {
        [] => 0,
        [low] => i128::from(low),
        [low, high] if high < 1 << 62 => i128::from(high) << 64 | i128::from(low),
        _ => return None,
    };
    Some(if sign == Sign::Negative { -magnitude } else { magnitude })
}

/// As `floor_div_rem`, of numbers of at most 126 bits.
#[inline]
pub fn wide_floor_div_rem(a: i128, b: i128) -> (i128, i128) {
    let (quotient, rest) = match (i64::try_from(a), i64::try_from(b)) {
        (Ok(a), Ok(b)) => {
            let (quotient, rest) = small_floor_div_rem(a, b);
            return (quotient, i128::from(rest));
        }
        _ => (a / b, a % b),
    };
    if rest != 0 && (rest < 0) != (b < 0) { (quotient - 1, rest + b) } else { (quotient, rest) }
}

/// As `floor_div_rem`, for a long number and a divisor of at most 32 bits; `None` for others.
pub fn floor_div_rem_short(a: &IBig, b: i64) -> Option<(IBig, i64)> {
    let (words, divisor, negative) = long_by_short(a, b)?;
    let (quotient, rest) = division::div_rem(words, divisor);
    let quotient = UBig::from_words(&quotient);
    if !negative {
        return Some((IBig::from(quotient), signed_rest(rest, b)));
    }
    if rest == 0 {
        return Some((-IBig::from(quotient), 0));
    }
    Some((-IBig::from(quotient + UBig::ONE), signed_rest(u64::from(divisor) - rest, b)))
}

/// As `floor_rem`, for a long number and a divisor of at most 32 bits; `None` for others.
pub fn floor_rem_short(a: &IBig, b: i64) -> Option<i64> {
    let (words, divisor, negative) = long_by_short(a, b)?;
    let rest = division::rem(words, divisor);
    Some(signed_rest(if negative && rest != 0 { u64::from(divisor) - rest } else { rest }, b))
}

/// The words of a long number, a short divisor's magnitude, and whether their signs differ.
fn long_by_short(a: &IBig, b: i64) -> Option<(&[u64], u32, bool)> {
    let divisor = u32::try_from(b.unsigned_abs()).ok().filter(|&divisor| divisor > 0)?;
    let (sign, words) = a.as_sign_words();
    if words.len() < 8 { None } else { Some((words, divisor, (sign == Sign::Negative) != (b < 0))) }
}

/// A rest below 2**32 with the divisor's sign.
fn signed_rest(rest: u64, divisor: i64) -> i64 {
    if divisor < 0 { -(rest as i64) } else { rest as i64 }
}

/// The rest of the division rounded down, which has the divisor's sign. The divisor is not zero.
pub fn floor_rem(a: &IBig, b: &IBig) -> IBig {
    let rest = a % b;
    if !rest.is_zero() && is_negative(&rest) != is_negative(b) { rest + b } else { rest }
}

/// The magnitude.
pub fn magnitude(big: &IBig) -> UBig {
    big.clone().into_parts().1
}

/// Quotient rounded down, and the rest, which has the divisor's sign. The divisor is not zero.
pub fn floor_div_rem(a: &IBig, b: &IBig) -> (IBig, IBig) {
    let (quotient, rest) = a.div_rem(b);
    if !rest.is_zero() && is_negative(&rest) != is_negative(b) {
        (quotient - IBig::ONE, rest + b)
    } else {
        (quotient, rest)
    }
}

/// As `floor_div_rem`, of machine ints; wide, because the least int by -1 does not fit.
#[inline]
pub fn small_floor_div_rem(a: i64, b: i64) -> (i128, i64) {
    let (wide, divisor) = (i128::from(a), i128::from(b));
    let (quotient, rest) = (wide / divisor, (wide % divisor) as i64);
    if rest != 0 && (rest < 0) != (b < 0) { (quotient - 1, rest + b) } else { (quotient, rest) }
}

/// The float nearest to `a / b`, ties to even; `None` if it is out of range. The divisor is not zero.
pub fn true_divide(a: &IBig, b: &IBig) -> Option<f64> {
    if a.is_zero() {
        return Some(if is_negative(b) { -0.0 } else { 0.0 });
    }
    let negative = is_negative(a) != is_negative(b);
    let signed = |quotient: f64| if negative { -quotient } else { quotient };
    // The quotient lies between 2**(exponent - 1) and 2**(exponent + 1).
    let exponent = bit_length(a) as i64 - bit_length(b) as i64;
    if exponent > 1024 {
        return None;
    }
    if exponent < -1076 {
        return Some(signed(0.0));
    }
    // The integer quotient of a shifted division keeps at least two bits more than the float, the last one sticky.
    let shift = exponent.max(-1021) - 55;
    let (a, b) = (magnitude(a), magnitude(b));
    let (quotient, rest) =
        if shift > 0 { (&a).div_rem(&(b << shift as usize)) } else { (a << shift.unsigned_abs() as usize).div_rem(&b) };
    let bits = u64::try_from(&quotient).unwrap_or(u64::MAX) | u64::from(!rest.is_zero());
    Some(signed(parts::round_to_f64(bits, shift as i32))).filter(|float| float.is_finite())
}

/// The int that a finite float is, cut off towards zero.
pub fn from_f64(float: f64) -> IBig {
    let float = float.trunc();
    if float.abs() < 9e18 {
        return IBig::from(float as i64);
    }
    let (mantissa, exponent) = parts::decode(float.abs());
    let magnitude = IBig::from(mantissa) << exponent.max(0) as usize;
    if float < 0.0 { -magnitude } else { magnitude }
}

/// Fraction from 0.5 to 1 and exponent of a positive big int (C's frexp), rounded to nearest, ties to even.
pub fn split(big: &IBig) -> (f64, i64) {
    let bits = bit_length(big) as i64;
    let shift = (bits - 62).max(0);
    let (high, rest) = (big >> shift as usize, low_bits_set(big, shift as usize));
    let mantissa = u64::try_from(&high).unwrap_or(u64::MAX) | u64::from(rest);
    let fraction = parts::round_to_f64(mantissa, (shift - bits) as i32);
    if fraction == 1.0 { (0.5, bits + 1) } else { (fraction, bits) }
}

/// Whether one of the lowest `count` bits of the magnitude is set.
fn low_bits_set(big: &IBig, count: usize) -> bool {
    let words = big.as_sign_words().1;
    let whole = count / 64;
    let (low, high) = words.split_at_checked(whole).unwrap_or((words, &[]));
    let mask = (1u64 << (count % 64)) - 1;
    low.iter().any(|&word| word != 0) || high.first().is_some_and(|word| word & mask != 0)
}

/// The order of an int and a float, exactly; `None` for nan.
pub fn compare_with_f64(int: Num<'_>, float: f64) -> Option<Ordering> {
    if float.is_nan() {
        return None;
    }
    if float.is_infinite() {
        return Some(if float > 0.0 { Ordering::Less } else { Ordering::Greater });
    }
    let whole = float.trunc();
    let order = match int {
        Num::Small(int) if whole.abs() < 9e18 => int.cmp(&(whole as i64)),
        Num::Small(int) if whole.abs() < 2e19 => i128::from(int).cmp(&(whole as i128)),
        Num::Small(_) => {
            if whole > 0.0 {
                Ordering::Less
            } else {
                Ordering::Greater
            }
        }
        Num::Big(big) if whole.abs() < 9e18 => {
            if is_negative(big) {
                Ordering::Less
            } else {
                Ordering::Greater
            }
        }
        Num::Big(big) => big.cmp(&from_f64(whole)),
    };
    Some(order.then_with(|| 0.0.partial_cmp(&(float - whole)).unwrap_or(Ordering::Equal)))
}
