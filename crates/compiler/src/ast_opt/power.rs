//! Powers of constant numbers.
//!
//! Answers to `long_pow`, `float_pow` and `complex_pow`. Nothing comes back where Python would raise, or where the
//! result would be large.

use dashu_int::IBig;
use dashu_int::ops::{BitTest, UnsignedAbs};

use super::MAX_INT_SIZE;
use super::number::{Complex, int_to_float};
use crate::consts::Value;

/// `base ** exponent` of ints; a float for a negative exponent.
pub fn int_power(base: &IBig, exponent: &IBig) -> Option<Value<'static>> {
    let zero = IBig::ZERO;
    if *exponent < zero {
        return float_power(int_to_float(base)?, int_to_float(exponent)?);
    }
    if *exponent == zero {
        return Some(Value::Int(1));
    }
    if *base == zero {
        return Some(Value::Int(0));
    }
    let times = u64::try_from(exponent).ok()?;
    let bits = base.clone().unsigned_abs().bit_len() as u64;
    if bits > MAX_INT_SIZE / times {
        return None;
    }
    Some(Value::int(base.pow(usize::try_from(times).ok()?)))
}

fn is_odd(value: f64) -> bool {
    (value.abs() % 2.0) == 1.0
}

/// `base ** exponent` of floats; a complex for a fractional power of a negative number.
pub fn float_power(base: f64, exponent: f64) -> Option<Value<'static>> {
    let odd = is_odd(exponent);
    let value = if exponent == 0.0 {
        1.0
    } else if base.is_nan() {
        base
    } else if exponent.is_nan() {
        if base == 1.0 { 1.0 } else { exponent }
    } else if exponent.is_infinite() {
        if base.abs() == 1.0 {
            1.0
        } else if (exponent > 0.0) == (base.abs() > 1.0) {
            f64::INFINITY
        } else {
            0.0
        }
    } else if base.is_infinite() {
        match (exponent > 0.0, odd) {
            (true, true) => base,
            (true, false) => base.abs(),
            (false, true) => 0f64.copysign(base),
            (false, false) => 0.0,
        }
    } else if base == 0.0 {
        if exponent < 0.0 {
            return None;
        }
        if odd { base } else { 0.0 }
    } else if base < 0.0 && exponent.fract() != 0.0 {
        let complex = |real| Complex { real, imag: 0.0 };
        return complex_power(complex(base), complex(exponent)).map(Value::from);
    } else {
        let power = if base.abs() == 1.0 { 1.0 } else { base.abs().powf(exponent) };
        if power.is_infinite() {
            return None;
        }
        if base < 0.0 && odd { -power } else { power }
    };
    Some(Value::float(value))
}

/// `base ** exponent` of complex numbers.
pub fn complex_power(base: Complex, exponent: Complex) -> Option<Complex> {
    const SMALL: f64 = 100.0;
    let whole = exponent.imag == 0.0 && exponent.real == exponent.real.floor() && exponent.real.abs() <= SMALL;
    let power = if !whole {
        general_power(base, exponent)?
    } else if exponent.real > 0.0 {
        whole_power(base, exponent.real as u32)
    } else {
        Complex { real: 1.0, imag: 0.0 }.div(whole_power(base, -exponent.real as u32))?
    };
    (!power.real.is_infinite() && !power.imag.is_infinite()).then_some(power)
}

fn whole_power(base: Complex, exponent: u32) -> Complex {
    let mut result = Complex { real: 1.0, imag: 0.0 };
    let mut square = base;
    let mut mask = 1u32;
    while mask > 0 && exponent >= mask {
        if exponent & mask != 0 {
            result = result.mul(square);
        }
        mask <<= 1;
        square = square.mul(square);
    }
    result
}

fn general_power(base: Complex, exponent: Complex) -> Option<Complex> {
    if exponent.real == 0.0 && exponent.imag == 0.0 {
        return Some(Complex { real: 1.0, imag: 0.0 });
    }
    if base.real == 0.0 && base.imag == 0.0 {
        let allowed = exponent.imag == 0.0 && exponent.real >= 0.0;
        return allowed.then_some(Complex { real: 0.0, imag: 0.0 });
    }
    let size = base.real.hypot(base.imag);
    let mut length = size.powf(exponent.real);
    let angle = base.imag.atan2(base.real);
    let mut phase = angle * exponent.real;
    if exponent.imag != 0.0 {
        length /= (angle * exponent.imag).exp();
        phase += exponent.imag * size.ln();
    }
    // C's cosine of an infinity is a domain error.
    let power = Complex { real: length * phase.cos(), imag: length * phase.sin() };
    (!phase.is_infinite()).then_some(power)
}
