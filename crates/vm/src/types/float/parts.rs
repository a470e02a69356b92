//! Floats as mantissa and exponent: taking apart, putting together with one rounding, hashing.

use super::super::int::number::HASH_MODULUS;

/// Mantissa and exponent of a finite float from 0: `mantissa * 2**exponent`.
pub fn decode(float: f64) -> (u64, i32) {
    let bits = float.to_bits();
    let fraction = bits & ((1 << 52) - 1);
    match (bits >> 52 & 0x7ff) as i32 {
        0 => (fraction, -1074),
        exponent => (fraction | 1 << 52, exponent - 1075),
    }
}

/// `2**exponent` for an exponent that normal floats have (-1022 to 1023).
fn power_of_two(exponent: i32) -> f64 {
    f64::from_bits(((exponent + 1023).clamp(1, 2046) as u64) << 52)
}

/// The float nearest to `mantissa * 2**exponent`, ties to even; infinite where it is out of range.
pub fn round_to_f64(mantissa: u64, exponent: i32) -> f64 {
    if mantissa == 0 {
        return 0.0;
    }
    let bits = 64 - mantissa.leading_zeros() as i32;
    if bits + exponent > 1024 {
        return f64::INFINITY;
    }
    // Bits that a float of this size has no room for.
    let surplus = (bits - 53).max(-1074 - exponent).max(0);
    let mut kept = mantissa;
    if surplus > 64 {
        return 0.0;
    }
    if surplus > 0 {
        let wide = u128::from(mantissa);
        let (high, low, half) = (wide >> surplus, wide & ((1 << surplus) - 1), 1u128 << (surplus - 1));
        kept = high as u64 + u64::from(low > half || (low == half && high & 1 != 0));
    }
    // `kept` is at most 2**53 and its scaled value is a float or out of range: both steps are exact.
    let scale = exponent + surplus;
    let first = (scale / 2).clamp(-1022, 1023);
    kept as f64 * power_of_two(first) * power_of_two(scale - first)
}

/// `float * 2**exponent`, rounded once; infinite where it is out of range (C's ldexp).
pub fn scale(float: f64, exponent: i64) -> f64 {
    if float == 0.0 || !float.is_finite() {
        return float;
    }
    let (mantissa, own) = decode(float.abs());
    let exponent = exponent.saturating_add(i64::from(own)).clamp(-3000, 3000) as i32;
    round_to_f64(mantissa, exponent).copysign(float)
}

/// Fraction from 0.5 to 1 (in magnitude) and exponent of a float (C's frexp); zeros, infinities and nan come with 0.
pub fn split(float: f64) -> (f64, i32) {
    if float == 0.0 || !float.is_finite() {
        return (float, 0);
    }
    let (mantissa, exponent) = decode(float.abs());
    let bits = 64 - mantissa.leading_zeros() as i32;
    ((mantissa as f64 * power_of_two(-bits)).copysign(float), exponent + bits)
}

/// `hash(float)` for all but nan: the value modulo 2**61 - 1, with its sign, never -1.
pub fn hash(float: f64) -> i64 {
    if float.is_infinite() {
        return if float > 0.0 { 314_159 } else { -314_159 };
    }
    let (mantissa, exponent) = decode(float.abs());
    // Multiplying by a power of two is a rotation of 61 bits.
    let turn = exponent.rem_euclid(61) as u32;
    let modulus = HASH_MODULUS as u64;
    let rest = mantissa % modulus;
    let turned = ((rest << turn) & modulus) | (rest >> (61 - turn));
    let rest = if turned == modulus { 0 } else { turned as i64 };
    match if float < 0.0 { -rest } else { rest } {
        -1 => -2,
        hash => hash,
    }
}

/// The next float towards positive infinity (of floats from 0).
pub fn next_up(float: f64) -> f64 {
    f64::from_bits(float.to_bits() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scaling_rounds_once() {
        assert_eq!(scale(1.5, -1074), 1e-323);
        assert_eq!(scale(5e-324, -1), 0.0);
        assert_eq!(scale(1.5 * 5e-324_f64.max(f64::MIN_POSITIVE), -53), 0.0_f64.max(scale(1.5, -1075)));
        assert_eq!(scale(1.0, 1024), f64::INFINITY);
        assert_eq!(scale(5e-324, 1074), 1.0);
        assert_eq!(scale(-3.0, 10), -3072.0);
        assert_eq!(split(8.0), (0.5, 4));
        assert_eq!(split(-5e-324), (-0.5, -1073));
    }

    #[test]
    fn hashes_are_those_of_equal_ints() {
        assert_eq!(hash(1.5), 1_152_921_504_606_846_977);
        assert_eq!(hash(1e300), 1_224_995_262_755_759_164);
        assert_eq!(hash(5e-324), 16_777_216);
        assert_eq!(hash(0.1), 230_584_300_921_369_408);
        assert_eq!(hash(-1.0), -2);
    }
}
