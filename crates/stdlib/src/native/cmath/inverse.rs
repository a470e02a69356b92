//! Square roots, logarithms, and the inverse hyperbolic functions. The inverse circular ones are these along the other axis.

use super::{Failure, LARGE, Outcome, is_finite, is_nan};
use crate::native::math::asinh as real_asinh;
use minipy_vm::types::complex::Parts;
use minipy_vm::types::float::parts::scale;

use std::f64::consts::{FRAC_PI_2, LN_2, LN_10};

const INFINITY: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;

fn is_large(z: Parts) -> bool {
    z.0.abs() > LARGE || z.1.abs() > LARGE
}

/// `ln(2 * |z|)` of a large `z`.
fn log_of_double(z: Parts) -> f64 {
    (z.0 / 2.0).hypot(z.1 / 2.0).ln() + LN_2 * 2.0
}

/// Square root, its real part from 0.
pub(super) fn sqrt((x, y): Parts) -> Parts {
    if !is_finite((x, y)) {
        return if y.is_infinite() {
            (INFINITY, y)
        } else if x == INFINITY {
            (INFINITY, if y.is_nan() { NAN } else { 0.0f64.copysign(y) })
        } else if x == -INFINITY {
            if y.is_nan() { (NAN, INFINITY) } else { (0.0, INFINITY.copysign(y)) }
        } else {
            (NAN, NAN)
        };
    }
    if x == 0.0 && y == 0.0 {
        return (0.0, y);
    }
    let (a, b) = (x.abs(), y.abs());
    // Scaled: numbers that are not normal lack digits, large ones get out of range.
    let root = if a < f64::MIN_POSITIVE && b < f64::MIN_POSITIVE {
        let a = scale(a, 53);
        scale((a + a.hypot(scale(b, 53))).sqrt(), -27)
    } else {
        let a = a / 8.0;
        2.0 * (a + a.hypot(b / 8.0)).sqrt()
    };
    let other = b / (2.0 * root);
    if x >= 0.0 { (root, other.copysign(y)) } else { (other, root.copysign(y)) }
}

/// Natural logarithm.
pub(super) fn log((x, y): Parts) -> Outcome {
    let angle = y.atan2(x);
    if !is_finite((x, y)) {
        let infinite = x.is_infinite() || y.is_infinite();
        return Ok((if infinite { INFINITY } else { NAN }, if is_nan((x, y)) { NAN } else { angle }));
    }
    let (a, b) = (x.abs(), y.abs());
    let length = if is_large((x, y)) {
        (a / 2.0).hypot(b / 2.0).ln() + LN_2
    } else if a < f64::MIN_POSITIVE && b < f64::MIN_POSITIVE {
        if a == 0.0 && b == 0.0 {
            return Err(Failure::Domain);
        }
        scale(a, 53).hypot(scale(b, 53)).ln() - 53.0 * LN_2
    } else {
        let length = a.hypot(b);
        if (0.71..=1.73).contains(&length) {
            // Near the unit circle the logarithm is small: it comes of what the length has over 1.
            let (most, least) = if a > b { (a, b) } else { (b, a) };
            let over = (most - 1.0) * (most + 1.0) + least * least;
            (if over == 0.0 { over } else { over.ln_1p() }) / 2.0
        } else {
            length.ln()
        }
    };
    Ok((length, angle))
}

/// Logarithm to base 10.
pub(super) fn log10(z: Parts) -> Outcome {
    log(z).map(|(real, imag)| (real / LN_10, imag / LN_10))
}

/// Arc cosine.
pub(super) fn acos((x, y): Parts) -> Parts {
    if !is_finite((x, y)) {
        return if !is_nan((x, y)) {
            (y.abs().atan2(x), -INFINITY.copysign(y))
        } else if x.is_infinite() {
            (NAN, INFINITY)
        } else if y.is_infinite() {
            (NAN, -y)
        } else {
            (if x == 0.0 { FRAC_PI_2 } else { NAN }, NAN)
        };
    }
    if is_large((x, y)) {
        let length = log_of_double((x, y));
        return (y.abs().atan2(x), if x < 0.0 { -length.copysign(y) } else { length.copysign(-y) });
    }
    let (s, t) = (sqrt((1.0 - x, -y)), sqrt((1.0 + x, y)));
    (2.0 * s.0.atan2(t.0), real_asinh(t.0 * s.1 - t.1 * s.0))
}

/// Inverse hyperbolic cosine.
pub(super) fn acosh((x, y): Parts) -> Parts {
    if !is_finite((x, y)) {
        let infinite = x.is_infinite() || y.is_infinite();
        return (if infinite { INFINITY } else { NAN }, if is_nan((x, y)) { NAN } else { y.atan2(x) });
    }
    if is_large((x, y)) {
        return (log_of_double((x, y)), y.atan2(x));
    }
    let (s, t) = (sqrt((x - 1.0, y)), sqrt((x + 1.0, y)));
    (real_asinh(s.0 * t.0 + s.1 * t.1), 2.0 * s.1.atan2(t.0))
}

/// Inverse hyperbolic sine.
pub(super) fn asinh((x, y): Parts) -> Parts {
    if !is_finite((x, y)) {
        return if !is_nan((x, y)) {
            (INFINITY.copysign(x), y.atan2(x.abs()))
        } else if x.is_infinite() {
            (x, NAN)
        } else if y.is_infinite() {
            (INFINITY, NAN)
        } else {
            (NAN, if y == 0.0 { y } else { NAN })
        };
    }
    if is_large((x, y)) {
        let length = log_of_double((x, y));
        let real = if y >= 0.0 { length.copysign(x) } else { -length.copysign(-x) };
        return (real, y.atan2(x.abs()));
    }
    let (s, t) = (sqrt((1.0 + y, -x)), sqrt((1.0 - y, x)));
    (real_asinh(s.0 * t.1 - t.0 * s.1), y.atan2(s.0 * t.0 - s.1 * t.1))
}

/// Inverse hyperbolic tangent.
pub(super) fn atanh((x, y): Parts) -> Outcome {
    if !is_finite((x, y)) {
        return Ok(if y.is_infinite() {
            (if x.is_nan() { 0.0 } else { 0.0f64.copysign(x) }, FRAC_PI_2.copysign(y))
        } else if x.is_infinite() {
            (0.0f64.copysign(x), if y.is_nan() { NAN } else { FRAC_PI_2.copysign(y) })
        } else {
            (if x == 0.0 { x } else { NAN }, NAN)
        });
    }
    if x < 0.0 {
        return atanh((-x, -y)).map(|(real, imag)| (-real, -imag));
    }
    let b = y.abs();
    if x > LARGE.sqrt() || b > LARGE.sqrt() {
        // Like 1 / z there.
        let half = (x / 2.0).hypot(y / 2.0);
        return Ok((x / 4.0 / half / half, -FRAC_PI_2.copysign(-y)));
    }
    if x == 1.0 && b < f64::MIN_POSITIVE.sqrt() {
        if b == 0.0 {
            return Err(Failure::Domain);
        }
        return Ok((-(b.sqrt() / b.hypot(2.0).sqrt()).ln(), (2.0f64.atan2(-b) / 2.0).copysign(y)));
    }
    let ratio = 4.0 * x / ((1.0 - x) * (1.0 - x) + b * b);
    let real = if ratio == 0.0 { ratio } else { ratio.ln_1p() } / 4.0;
    Ok((real, -(-2.0 * y).atan2((1.0 - x) * (1.0 + x) - b * b) / 2.0))
}
