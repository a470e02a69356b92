//! Functions that the C library has: powers, roots, exponentials, trigonometric and hyperbolic functions.

use minipy_macros::{functions, pyfunction};
use minipy_vm::object::def::MethodDef;
use minipy_vm::{PyResult, Vm};

use super::Infinite::{Overflow, Pole};
use super::{checked, domain_error, range_error};

/// From here on `sqrt(x * x + 1)` is `x`, and below its inverse `x * x` is lost beside 1.
const LARGE: f64 = 268_435_456.0;

/// Inverse hyperbolic sine.
pub(crate) fn asinh(x: f64) -> f64 {
    let a = x.abs();
    if !x.is_finite() || a < 1.0 / LARGE {
        return x;
    }
    let result = if a > LARGE {
        a.ln() + std::f64::consts::LN_2
    } else if a > 2.0 {
        (2.0 * a + 1.0 / ((a * a + 1.0).sqrt() + a)).ln()
    } else {
        let square = a * a;
        (a + square / (1.0 + (1.0 + square).sqrt())).ln_1p()
    };
    result.copysign(x)
}

/// Inverse hyperbolic cosine; nan below 1.
fn acosh(x: f64) -> f64 {
    if x.is_nan() || x < 1.0 {
        f64::NAN
    } else if x >= LARGE {
        x.ln() + std::f64::consts::LN_2
    } else if x > 2.0 {
        (2.0 * x - 1.0 / (x + (x * x - 1.0).sqrt())).ln()
    } else {
        let over = x - 1.0;
        (over + (2.0 * over + over * over).sqrt()).ln_1p()
    }
}

/// Inverse hyperbolic tangent; nan outside -1 to 1.
fn atanh(x: f64) -> f64 {
    let a = x.abs();
    if a < 1.0 / LARGE || x.is_nan() {
        return x;
    }
    let result = if a < 0.5 {
        let double = a + a;
        0.5 * (double + double * a / (1.0 - a)).ln_1p()
    } else if a < 1.0 {
        0.5 * ((a + a) / (1.0 - a)).ln_1p()
    } else if a == 1.0 {
        f64::INFINITY
    } else {
        f64::NAN
    };
    result.copysign(x)
}

/// `x - n * y` for the whole `n` nearest to `x / y`, the even one of two; exact.
fn ieee_remainder(x: f64, y: f64) -> f64 {
    if x.is_nan() || y.is_nan() {
        return f64::NAN;
    }
    if x.is_infinite() || y == 0.0 {
        return f64::NAN;
    }
    if y.is_infinite() {
        return x;
    }
    let (a, b) = (x.abs(), y.abs());
    let below = a % b;
    let above = b - below;
    let rest = if below < above {
        below
    } else if below > above {
        -above
    } else {
        // A tie: below again if the quotient is even, minus that if it is odd.
        below - 2.0 * ((0.5 * (a - below)) % b)
    };
    1.0f64.copysign(x) * rest
}

/// `log1p` that keeps the sign of a zero.
fn log1p(x: f64) -> f64 {
    if x == 0.0 { x } else { x.ln_1p() }
}

macro_rules! unary {
    ($($name:ident $text:literal $infinite:ident $compute:expr, $($doc:literal)*;)*) => {
        $(
            $(#[doc = $doc])*
            #[pyfunction($text)]
            fn $name(vm: &mut Vm, x: f64) -> PyResult<f64> {
                let compute: fn(f64) -> f64 = $compute;
                checked(vm, &[x], compute(x), $infinite)
            }
        )*
    };
}

/// Between -1.25 and -27/32 in glibc's way, which differs in the last bit.
fn erfc(x: f64) -> f64 {
    if x > -1.25 && x <= -0.84375 { 1.0 + libm::erf(-x) } else { libm::erfc(x) }
}

/// The functions of one float, each under the name it has in Python.
mod unary {
    use super::*;

    unary! {
        acos "math.acos(x, /)" Pole f64::acos, "Return the arc cosine (measured in radians) of x." "" "The result is between 0 and pi.";
        acosh "math.acosh(x, /)" Pole super::acosh, "Return the inverse hyperbolic cosine of x.";
        asin "math.asin(x, /)" Pole f64::asin, "Return the arc sine (measured in radians) of x." "" "The result is between -pi/2 and pi/2.";
        asinh "math.asinh(x, /)" Pole super::asinh, "Return the inverse hyperbolic sine of x.";
        atan "math.atan(x, /)" Pole f64::atan, "Return the arc tangent (measured in radians) of x." "" "The result is between -pi/2 and pi/2.";
        atanh "math.atanh(x, /)" Pole super::atanh, "Return the inverse hyperbolic tangent of x.";
        cos "math.cos(x, /)" Pole f64::cos, "Return the cosine of x (measured in radians).";
        cosh "math.cosh(x, /)" Overflow f64::cosh, "Return the hyperbolic cosine of x.";
        erf "math.erf(x, /)" Pole libm::erf, "Error function at x.";
        erfc "math.erfc(x, /)" Pole super::erfc, "Complementary error function at x.";
        exp "math.exp(x, /)" Overflow f64::exp, "Return e raised to the power of x.";
        expm1 "math.expm1(x, /)" Overflow f64::exp_m1, "Return exp(x)-1." "" "For small x this keeps the precision that computing exp(x) first would lose.";
        fabs "math.fabs(x, /)" Pole f64::abs, "Return the absolute value of the float x.";
        log1p "math.log1p(x, /)" Pole super::log1p, "Return the natural logarithm of 1+x (base e)." "" "It is accurate for x near zero.";
        sin "math.sin(x, /)" Pole f64::sin, "Return the sine of x (measured in radians).";
        sinh "math.sinh(x, /)" Overflow f64::sinh, "Return the hyperbolic sine of x.";
        sqrt "math.sqrt(x, /)" Pole f64::sqrt, "Return the square root of x.";
        tan "math.tan(x, /)" Pole f64::tan, "Return the tangent of x (measured in radians).";
        tanh "math.tanh(x, /)" Pole f64::tanh, "Return the hyperbolic tangent of x.";
    }

    pub(in crate::native::math) const FUNCTIONS: &[MethodDef] = functions![
        acos, acosh, asin, asinh, atan, atanh, cos, cosh, erf, erfc, exp, expm1, fabs, log1p, sin, sinh, sqrt, tan,
        tanh
    ];
}

pub(in crate::native::math) use unary::FUNCTIONS;

/// Return the arc tangent (measured in radians) of y/x.
///
/// Unlike atan(y/x), it looks at the signs of both.
#[pyfunction("math.atan2(y, x, /)")]
pub fn atan2(vm: &mut Vm, y: f64, x: f64) -> PyResult<f64> {
    checked(vm, &[y, x], y.atan2(x), Overflow)
}

/// Return a float with the magnitude (absolute value) of x but the sign of y.
///
/// copysign(1.0, -0.0) is -1.0.
#[pyfunction("math.copysign(x, y, /)")]
pub fn copysign(x: f64, y: f64) -> f64 {
    x.copysign(y)
}

/// Difference between x and the closest integer multiple of y.
///
/// Return x - n*y where n*y is the closest integer multiple of y. Of two that are equally close, the one with an even n is
/// taken. The result is always exact.
#[pyfunction("math.remainder(x, y, /)")]
pub fn remainder(vm: &mut Vm, x: f64, y: f64) -> PyResult<f64> {
    checked(vm, &[x, y], ieee_remainder(x, y), Overflow)
}

/// Return fmod(x, y), according to platform C.
///
/// x % y may differ.
#[pyfunction("math.fmod(x, y, /)")]
pub fn fmod(vm: &mut Vm, x: f64, y: f64) -> PyResult<f64> {
    checked(vm, &[x, y], x % y, Overflow)
}

/// Return x**y (x to the power of y).
#[pyfunction("math.pow(x, y, /)")]
pub fn pow(vm: &mut Vm, x: f64, y: f64) -> PyResult<f64> {
    let result = x.powf(y);
    let finite = x.is_finite() && y.is_finite();
    if result.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain_error(vm));
    }
    if result.is_infinite() && x == 0.0 {
        return Err(domain_error(vm));
    }
    if result.is_infinite() && finite {
        return Err(range_error(vm));
    }
    Ok(result)
}

/// Convert angle x from radians to degrees.
#[pyfunction("math.degrees(x, /)")]
pub fn degrees(x: f64) -> f64 {
    x * (180.0 / std::f64::consts::PI)
}

/// Convert angle x from degrees to radians.
#[pyfunction("math.radians(x, /)")]
pub fn radians(x: f64) -> f64 {
    x * (std::f64::consts::PI / 180.0)
}
