//! The module's functions.

use minipy_macros::{functions, pyfunction};
use minipy_vm::object::def::MethodDef;
use minipy_vm::types::complex::{Parts, absolute, quotient};
use minipy_vm::{PyResult, Value, Vm};

use super::{Failure, Outcome, exponential, inverse, is_finite, is_nan, raise, times_i, times_minus_i, to_complex};

/// Applies `compute` to an argument.
fn apply(vm: &mut Vm, z: &Value, compute: fn(Parts) -> Outcome) -> PyResult {
    let z = to_complex(vm, z)?;
    match compute(z) {
        Ok((real, imag)) => Ok(vm.new_complex(real, imag)),
        Err(failure) => Err(raise(vm, failure)),
    }
}

macro_rules! unary {
    ($($name:ident $text:literal $compute:expr, $doc:literal;)*) => {
        $(
            #[doc = $doc]
            #[pyfunction($text)]
            fn $name(vm: &mut Vm, z: &Value) -> PyResult {
                apply(vm, z, $compute)
            }
        )*
    };
}

unary! {
    acos "cmath.acos(z, /)" |z| Ok(inverse::acos(z)), "Return the arc cosine of z.";
    acosh "cmath.acosh(z, /)" |z| Ok(inverse::acosh(z)), "Return the inverse hyperbolic cosine of z.";
    asin "cmath.asin(z, /)" |z| Ok(times_minus_i(inverse::asinh(times_i(z)))), "Return the arc sine of z.";
    asinh "cmath.asinh(z, /)" |z| Ok(inverse::asinh(z)), "Return the inverse hyperbolic sine of z.";
    atan "cmath.atan(z, /)" |z| inverse::atanh(times_i(z)).map(times_minus_i), "Return the arc tangent of z.";
    atanh "cmath.atanh(z, /)" inverse::atanh, "Return the inverse hyperbolic tangent of z.";
    cos "cmath.cos(z, /)" |z| exponential::cosh(times_i(z)), "Return the cosine of z.";
    cosh "cmath.cosh(z, /)" exponential::cosh, "Return the hyperbolic cosine of z.";
    exp "cmath.exp(z, /)" exponential::exp, "Return the exponential value e**z.";
    log10 "cmath.log10(z, /)" inverse::log10, "Return the base-10 logarithm of z.";
    sin "cmath.sin(z, /)" |z| exponential::sinh(times_i(z)).map(times_minus_i), "Return the sine of z.";
    sinh "cmath.sinh(z, /)" exponential::sinh, "Return the hyperbolic sine of z.";
    sqrt "cmath.sqrt(z, /)" |z| Ok(inverse::sqrt(z)), "Return the square root of z.";
    tan "cmath.tan(z, /)" |z| exponential::tanh(times_i(z)).map(times_minus_i), "Return the tangent of z.";
    tanh "cmath.tanh(z, /)" exponential::tanh, "Return the hyperbolic tangent of z.";
}

/// log(z[, base]) -> the logarithm of z to the given base.
///
/// If the base not specified, returns the natural logarithm (base e) of z.
#[pyfunction("cmath.log(z, base=<unrepresentable>, /)")]
fn log(vm: &mut Vm, z: &Value, base: Option<&Value>) -> PyResult {
    let z = to_complex(vm, z)?;
    let outcome = match base {
        None => inverse::log(z),
        Some(base) => {
            let base = to_complex(vm, base)?;
            // Zero has a logarithm here: a base makes CPython forget that it was out of the domain.
            let lenient = |z: Parts| inverse::log(z).or_else(|_| Ok((f64::NEG_INFINITY, z.1.atan2(z.0))));
            match (lenient(z), inverse::log(base)) {
                (Ok(z), Ok(base)) => quotient(z, base).ok_or(Failure::Domain),
                (Err(failure), _) | (_, Err(failure)) => Err(failure),
            }
        }
    };
    match outcome {
        Ok((real, imag)) => Ok(vm.new_complex(real, imag)),
        Err(failure) => Err(raise(vm, failure)),
    }
}

/// Return argument, also known as the phase angle, of a complex.
#[pyfunction("cmath.phase(z, /)")]
fn phase(vm: &mut Vm, z: &Value) -> PyResult<f64> {
    let (real, imag) = to_complex(vm, z)?;
    let angle = imag.atan2(real);
    if angle == 0.0 && imag != 0.0 && real.is_finite() {
        // Lost below the smallest float, which C reports as a range error.
        return Err(raise(vm, Failure::Range));
    }
    Ok(angle)
}

/// Convert a complex from rectangular coordinates to polar coordinates.
///
/// r is the distance from 0 and phi the phase angle.
#[pyfunction("cmath.polar(z, /)")]
fn polar(vm: &mut Vm, z: &Value) -> PyResult {
    let z = to_complex(vm, z)?;
    let distance = absolute(z);
    if distance.is_infinite() && is_finite(z) {
        return Err(raise(vm, Failure::Range));
    }
    let pair = [vm.new_float(distance), vm.new_float(z.1.atan2(z.0))];
    Ok(vm.new_tuple_from(&pair))
}

/// Convert from polar coordinates to rectangular coordinates.
#[pyfunction("cmath.rect(r, phi, /)")]
fn rect(vm: &mut Vm, r: f64, phi: f64) -> PyResult {
    match exponential::rect(r, phi) {
        Ok((real, imag)) => Ok(vm.new_complex(real, imag)),
        Err(failure) => Err(raise(vm, failure)),
    }
}

/// Return True if both the real and imaginary parts of z are finite, else False.
#[pyfunction("cmath.isfinite(z, /)")]
fn isfinite(vm: &mut Vm, z: &Value) -> PyResult<bool> {
    Ok(is_finite(to_complex(vm, z)?))
}

/// Checks if the real or imaginary part of z not a number (NaN).
#[pyfunction("cmath.isnan(z, /)")]
fn isnan(vm: &mut Vm, z: &Value) -> PyResult<bool> {
    Ok(is_nan(to_complex(vm, z)?))
}

/// Checks if the real or imaginary part of z is infinite.
#[pyfunction("cmath.isinf(z, /)")]
fn isinf(vm: &mut Vm, z: &Value) -> PyResult<bool> {
    let (real, imag) = to_complex(vm, z)?;
    Ok(real.is_infinite() || imag.is_infinite())
}

/// Tell whether two complex numbers are close in value.
///
///   rel_tol
///     how far apart they may be, as a part of the larger magnitude of the two
///   abs_tol
///     how far apart they may be whatever their magnitude
///
/// One of the two limits is enough. NaN is close to nothing, not even itself; infinities are close to themselves only.
#[pyfunction("cmath.isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)")]
fn isclose(vm: &mut Vm, a: &Value, b: &Value, rel_tol: f64, abs_tol: f64) -> PyResult<bool> {
    let (a, b) = (to_complex(vm, a)?, to_complex(vm, b)?);
    if rel_tol < 0.0 || abs_tol < 0.0 {
        return Err(vm.value_error("tolerances must be non-negative"));
    }
    if a == b {
        return Ok(true);
    }
    if [a.0, a.1, b.0, b.1].iter().any(|part| part.is_infinite()) {
        return Ok(false);
    }
    let apart = absolute((a.0 - b.0, a.1 - b.1));
    Ok(apart <= rel_tol * absolute(b) || apart <= rel_tol * absolute(a) || apart <= abs_tol)
}

pub(super) const FUNCTIONS: &[MethodDef] = functions![
    acos, acosh, asin, asinh, atan, atanh, cos, cosh, exp, isclose, isfinite, isinf, isnan, log, log10, phase, polar,
    rect, sin, sinh, sqrt, tan, tanh
];
