//! `round()` of floats: to the nearest int, or correctly to a number of decimal digits; ties to even.

use std::cmp::Ordering;

use dashu_int::IBig;

use crate::types::int::{Num, number as ints};

/// More digits after the point than these change no float; fewer round every float to zero.
const MOST_DIGITS: i64 = 323;
const FEWEST_DIGITS: i64 = -308;

/// `float` rounded to a multiple of `10**-digits`; infinite if that is out of range.
pub fn to_digits(float: f64, digits: i64) -> f64 {
    if digits > MOST_DIGITS || !float.is_finite() {
        return float;
    }
    if digits < FEWEST_DIGITS {
        return 0.0f64.copysign(float);
    }
    if let Ok(digits) = usize::try_from(digits) {
        return format!("{float:.digits$}").parse().unwrap_or(float);
    }
    // Digits before the point: all that is right of the rounding place is a tie or not, exactly.
    let unit = IBig::from(10).pow(digits.unsigned_abs() as usize);
    let whole = ints::from_f64(float.abs());
    let (quotient, rest) = ints::floor_div_rem(&whole, &unit);
    let order =
        (&rest * IBig::from(2)).cmp(&unit).then(if float.fract() == 0.0 { Ordering::Equal } else { Ordering::Greater });
    let up = match order {
        Ordering::Less => false,
        Ordering::Greater => true,
        Ordering::Equal => ints::low_word(&quotient) & 1 != 0,
    };
    let rounded = whole - rest + if up { unit } else { IBig::ZERO };
    Num::Big(&rounded).to_f64().unwrap_or(f64::INFINITY).copysign(float)
}
