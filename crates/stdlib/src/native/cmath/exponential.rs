//! exp, sinh, cosh, tanh and rect. The circular functions are these along the other axis.

use super::{Failure, LARGE, Outcome, is_finite};
use minipy_vm::types::complex::Parts;

const E: f64 = std::f64::consts::E;
const INFINITY: f64 = f64::INFINITY;
const MINUS_INFINITY: f64 = f64::NEG_INFINITY;
const NAN: f64 = f64::NAN;

/// An overflow that finite arguments lead to.
fn in_range(z: Parts) -> Outcome {
    if z.0.is_infinite() || z.1.is_infinite() { Err(Failure::Range) } else { Ok(z) }
}

/// A number of that magnitude on a ray at `angle`, as far as signs go.
fn on_ray(magnitude: f64, angle: f64) -> Parts {
    (magnitude.copysign(angle.cos()), magnitude.copysign(angle.sin()))
}

/// Whether the angle of a number says nothing: it is infinite (a domain error) or NaN.
fn lost(angle: f64, domain: bool) -> Outcome<bool> {
    if angle.is_infinite() && domain { Err(Failure::Domain) } else { Ok(!angle.is_finite()) }
}

/// `e ** z`
pub(super) fn exp((x, y): Parts) -> Outcome {
    if is_finite((x, y)) {
        // One factor of e is kept back where it decides between in and out of range.
        let (length, rest) = if x > LARGE.ln() { ((x - 1.0).exp(), E) } else { (x.exp(), 1.0) };
        return in_range((length * y.cos() * rest, length * y.sin() * rest));
    }
    if lost(y, !x.is_nan() && x != MINUS_INFINITY)? {
        return Ok(match x {
            MINUS_INFINITY => (0.0, 0.0),
            INFINITY => (INFINITY, NAN),
            _ => (NAN, NAN),
        });
    }
    Ok(match (x.is_nan(), y == 0.0) {
        (true, true) => (NAN, y),
        (true, false) => (NAN, NAN),
        (false, true) => (if x > 0.0 { INFINITY } else { 0.0 }, y),
        (false, false) => on_ray(if x > 0.0 { INFINITY } else { 0.0 }, y),
    })
}

/// `x` without 1 of its magnitude, where the hyperbolic functions of `x` may be out of range though the result is not, and
/// the factor that makes up for it.
fn reduced(x: f64) -> (f64, f64) {
    if x.abs() > LARGE.ln() { (x - 1.0f64.copysign(x), E) } else { (x, 1.0) }
}

/// Hyperbolic cosine.
pub(super) fn cosh((x, y): Parts) -> Outcome {
    if is_finite((x, y)) {
        let (x, rest) = reduced(x);
        return in_range((y.cos() * x.cosh() * rest, y.sin() * x.sinh() * rest));
    }
    if lost(y, !x.is_nan())? {
        return Ok(if x.is_infinite() {
            (INFINITY, NAN)
        } else if x == 0.0 {
            (NAN, 0.0)
        } else {
            (NAN, NAN)
        });
    }
    if x.is_nan() {
        return Ok((NAN, if y == 0.0 { 0.0 } else { NAN }));
    }
    if y == 0.0 {
        return Ok((INFINITY, y * 1.0f64.copysign(x)));
    }
    let (real, imag) = on_ray(INFINITY, y);
    Ok((real, imag * 1.0f64.copysign(x)))
}

/// Hyperbolic sine.
pub(super) fn sinh((x, y): Parts) -> Outcome {
    if is_finite((x, y)) {
        let (x, rest) = reduced(x);
        return in_range((y.cos() * x.sinh() * rest, y.sin() * x.cosh() * rest));
    }
    if lost(y, !x.is_nan())? {
        return Ok(if x.is_infinite() {
            (INFINITY, NAN)
        } else if x == 0.0 {
            (0.0, NAN)
        } else {
            (NAN, NAN)
        });
    }
    if x.is_nan() {
        return Ok((NAN, if y == 0.0 { y } else { NAN }));
    }
    if y == 0.0 {
        return Ok((x, y));
    }
    let (real, imag) = on_ray(INFINITY, y);
    Ok((real * 1.0f64.copysign(x), imag))
}

/// Hyperbolic tangent.
pub(super) fn tanh((x, y): Parts) -> Outcome {
    if is_finite((x, y)) {
        if x.abs() > LARGE.ln() {
            return Ok((1.0f64.copysign(x), 4.0 * y.sin() * y.cos() * (-2.0 * x.abs()).exp()));
        }
        let (a, b, c) = (x.tanh(), y.tan(), 1.0 / x.cosh());
        let denominator = 1.0 + (a * b) * (a * b);
        return Ok((a * (1.0 + b * b) / denominator, ((b / denominator) * c) * c));
    }
    let unknown = lost(y, x.is_finite())?;
    if x.is_infinite() {
        let one = 1.0f64.copysign(x);
        return Ok((one, if unknown { 0.0 } else { 0.0f64.copysign(2.0 * y.sin() * y.cos()) }));
    }
    Ok((NAN, if y == 0.0 { y } else { NAN }))
}

/// The number at a distance and an angle.
pub(super) fn rect(r: f64, phi: f64) -> Outcome {
    if r.is_finite() && phi.is_finite() {
        return Ok(if phi == 0.0 { (r, r * phi) } else { (r * phi.cos(), r * phi.sin()) });
    }
    if lost(phi, r != 0.0 && !r.is_nan())? {
        return Ok(if r == 0.0 {
            (0.0, 0.0)
        } else if r.is_infinite() {
            (INFINITY, NAN)
        } else {
            (NAN, NAN)
        });
    }
    if r.is_nan() {
        return Ok((NAN, if phi == 0.0 { 0.0 } else { NAN }));
    }
    let sign = 1.0f64.copysign(r);
    if phi == 0.0 {
        return Ok((r, phi * sign));
    }
    let (real, imag) = on_ray(INFINITY, phi);
    Ok((real * sign, imag * sign))
}
