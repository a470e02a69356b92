//! `gamma` and `lgamma`, by Lanczos' approximation with the parameters (13 terms, g = 6.02...) that Boost and CPython use.

use minipy_macros::{functions, pyfunction};
use minipy_vm::object::def::MethodDef;
use minipy_vm::{PyResult, Vm};

use super::{domain_error, range_error};

const G: f64 = 6.024_680_040_776_73;
const G_MINUS_HALF: f64 = 5.524_680_040_776_73;
/// `ln(pi)`
const LN_PI: f64 = 1.144_729_885_849_400_2;

/// The Lanczos sum as a quotient of polynomials: (numerator, denominator) by rising power. The denominator is
/// x(x+1)...(x+11).
#[expect(clippy::excessive_precision, reason = "the digits are those of the published coefficients")]
const COEFFICIENTS: [(f64, f64); 13] = [
    (23531376880.410759688572007674451636754734846804940, 0.0),
    (42919803642.649098768957899047001988850926355848959, 39916800.0),
    (35711959237.355668049440185451547166705960488635843, 120543840.0),
    (17921034426.037209699919755754458931112671403265390, 150917976.0),
    (6039542586.3520280050642916443072979210699388420708, 105258076.0),
    (1439720407.3117216736632230727949123939715485786772, 45995730.0),
    (248874557.86205415651146038641322942321632125127801, 13339535.0),
    (31426415.585400194380614231628318205362874684987640, 2637558.0),
    (2876370.6289353724412254090516208496135991145378768, 357423.0),
    (186056.26539522349504029498971604569928220784236328, 32670.0),
    (8071.6720023658162106380029022722506138218516325024, 1925.0),
    (210.82427775157934587250973392071336271166969580291, 66.0),
    (2.5066282746310002701649081771338373386264310793408, 1.0),
];

/// The Lanczos sum at `x` from 0; in powers of `1/x` where those of `x` get large.
fn lanczos_sum(x: f64) -> f64 {
    let (numerator, denominator) = if x < 5.0 {
        COEFFICIENTS.iter().rev().fold((0.0, 0.0), |(n, d), (a, b)| (n * x + a, d * x + b))
    } else {
        COEFFICIENTS.iter().fold((0.0, 0.0), |(n, d), (a, b)| (n / x + a, d / x + b))
    };
    numerator / denominator
}

/// `sin(pi * x)` of a finite `x`, with what is whole in `2 * x` taken away first.
fn sin_pi(x: f64) -> f64 {
    use std::f64::consts::PI;
    let y = x.abs() % 2.0;
    let result = match (2.0 * y).round() as i32 {
        0 => (PI * y).sin(),
        1 => (PI * (y - 0.5)).cos(),
        2 => (PI * (1.0 - y)).sin(),
        3 => -(PI * (y - 1.5)).cos(),
        _ => (PI * (y - 2.0)).sin(),
    };
    1.0f64.copysign(x) * result
}

/// What a special function gives where it has no value.
enum Special {
    Domain,
    Range,
}

/// `(n - 1)!` of a whole float from 1 to 23.
fn small_factorial(n: f64) -> f64 {
    (1..n as u64).product::<u64>() as f64
}

/// The gamma function.
fn tgamma(x: f64) -> Result<f64, Special> {
    if x.is_nan() || x == f64::INFINITY {
        return Ok(x);
    }
    if x == f64::NEG_INFINITY || x == 0.0 {
        return Err(Special::Domain);
    }
    if x == x.floor() {
        if x < 0.0 {
            return Err(Special::Domain);
        }
        // 21! and 22! are whole floats, but products of u64 end at 20!.
        match x {
            ..=21.0 => return Ok(small_factorial(x)),
            22.0 => return Ok(51_090_942_171_709_440_000.0),
            23.0 => return Ok(1_124_000_727_777_607_680_000.0),
            _ => {}
        }
    }
    let a = x.abs();
    if a < 1e-20 {
        let result = 1.0 / x;
        return if result.is_infinite() { Err(Special::Range) } else { Ok(result) };
    }
    if a > 200.0 {
        return if x < 0.0 { Ok(0.0 / sin_pi(x)) } else { Err(Special::Range) };
    }
    let y = a + G_MINUS_HALF;
    // The error of that sum, of which the power below would make more.
    let lost = if a > G_MINUS_HALF { (y - a) - G_MINUS_HALF } else { (y - G_MINUS_HALF) - a };
    let correction = lost * G / y;
    let (power, twice) = if a < 140.0 { (y.powf(a - 0.5), false) } else { (y.powf(a / 2.0 - 0.25), true) };
    let mut result;
    if x < 0.0 {
        result = -std::f64::consts::PI / sin_pi(a) / a * y.exp() / lanczos_sum(a);
        result -= correction * result;
        result /= power;
        if twice {
            result /= power;
        }
    } else {
        result = lanczos_sum(a) / y.exp();
        result += correction * result;
        result *= power;
        if twice {
            result *= power;
        }
    }
    if result.is_infinite() { Err(Special::Range) } else { Ok(result) }
}

/// Logarithm of the gamma function's magnitude.
fn log_gamma(x: f64) -> Result<f64, Special> {
    if x.is_nan() {
        return Ok(x);
    }
    if x.is_infinite() {
        return Ok(f64::INFINITY);
    }
    if x == x.floor() && x <= 2.0 {
        return if x <= 0.0 { Err(Special::Domain) } else { Ok(0.0) };
    }
    let a = x.abs();
    if a < 1e-20 {
        return Ok(-a.ln());
    }
    let mut result = lanczos_sum(a).ln() - G;
    result += (a - 0.5) * ((a + G - 0.5).ln() - 1.0);
    if x < 0.0 {
        result = LN_PI - sin_pi(a).abs().ln() - a.ln() - result;
    }
    if result.is_infinite() { Err(Special::Range) } else { Ok(result) }
}

fn raised(vm: &mut Vm, result: Result<f64, Special>) -> PyResult<f64> {
    match result {
        Ok(result) => Ok(result),
        Err(Special::Domain) => Err(domain_error(vm)),
        Err(Special::Range) => Err(range_error(vm)),
    }
}

/// Gamma function at x.
#[pyfunction("math.gamma(x, /)")]
fn gamma(vm: &mut Vm, x: f64) -> PyResult<f64> {
    raised(vm, tgamma(x))
}

/// Natural logarithm of absolute value of Gamma function at x.
#[pyfunction("math.lgamma(x, /)")]
fn lgamma(vm: &mut Vm, x: f64) -> PyResult<f64> {
    raised(vm, log_gamma(x))
}

pub(super) const FUNCTIONS: &[MethodDef] = functions![gamma, lgamma];
