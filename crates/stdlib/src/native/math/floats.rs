//! Taking floats apart and telling what they are.

use minipy_macros::{functions, pyfunction};
use minipy_vm::object::def::MethodDef;
use minipy_vm::types::float::parts;
use minipy_vm::types::int::Num;
use minipy_vm::{PyResult, Value, Vm};

use super::{elementary, range_error};

/// Return the mantissa and exponent of x, as pair (m, e).
///
/// m is a float and e is an int, such that x = m * 2.**e.
/// If x is 0, m and e are both 0.  Else 0.5 <= abs(m) < 1.0.
#[pyfunction("math.frexp(x, /)")]
fn frexp(vm: &mut Vm, x: f64) -> Value {
    let (mantissa, exponent) = parts::split(x);
    let pair = [vm.new_float(mantissa), Value::int32(exponent)];
    vm.new_tuple_from(&pair)
}

/// Return x * (2**i).
///
/// This is essentially the inverse of frexp().
#[pyfunction("math.ldexp(x, i, /)")]
fn ldexp(vm: &mut Vm, x: f64, i: &Value) -> PyResult<f64> {
    let exponent = match Num::of(i) {
        Some(Num::Small(exponent)) => exponent,
        Some(big) => {
            if big.is_negative() {
                i64::MIN
            } else {
                i64::MAX
            }
        }
        None => return Err(vm.type_error("Expected an int as second argument to ldexp.")),
    };
    let result = parts::scale(x, exponent);
    if result.is_infinite() && x.is_finite() { Err(range_error(vm)) } else { Ok(result) }
}

/// Return the fractional and integer parts of x.
///
/// Both results carry the sign of x and are floats.
#[pyfunction("math.modf(x, /)")]
fn modf(vm: &mut Vm, x: f64) -> Value {
    let whole = x.trunc();
    let fraction = if x.is_infinite() { 0.0 } else { x - whole };
    let pair = [vm.new_float(fraction.copysign(x)), vm.new_float(whole)];
    vm.new_tuple_from(&pair)
}

/// Return True if x is neither an infinity nor a NaN, and False otherwise.
#[pyfunction("math.isfinite(x, /)")]
fn isfinite(x: f64) -> bool {
    x.is_finite()
}

/// Return True if x is a NaN (not a number), and False otherwise.
#[pyfunction("math.isnan(x, /)")]
fn isnan(x: f64) -> bool {
    x.is_nan()
}

/// Return True if x is a positive or negative infinity, and False otherwise.
#[pyfunction("math.isinf(x, /)")]
fn isinf(x: f64) -> bool {
    x.is_infinite()
}

/// Tell whether two floats are close in value.
///
///   rel_tol
///     how far apart they may be, as a part of the larger magnitude of the two
///   abs_tol
///     how far apart they may be whatever their magnitude
///
/// One of the two limits is enough. NaN is close to nothing, not even itself; infinities are close to themselves only.
#[pyfunction("math.isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)")]
fn isclose(vm: &mut Vm, a: f64, b: f64, rel_tol: f64, abs_tol: f64) -> PyResult<bool> {
    if rel_tol < 0.0 || abs_tol < 0.0 {
        return Err(vm.value_error("tolerances must be non-negative"));
    }
    if a == b {
        return Ok(true);
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(false);
    }
    let apart = (b - a).abs();
    Ok(apart <= (rel_tol * b).abs() || apart <= (rel_tol * a).abs() || apart <= abs_tol)
}

/// Return the next floating-point value after x towards y.
#[pyfunction("math.nextafter(x, y, /)")]
fn nextafter(x: f64, y: f64) -> f64 {
    if x.is_nan() || y.is_nan() {
        f64::NAN
    } else if x == y {
        y
    } else if x < y {
        x.next_up()
    } else {
        x.next_down()
    }
}

/// Return the value of the least significant bit of the float x.
#[pyfunction("math.ulp(x, /)")]
fn ulp(x: f64) -> f64 {
    let x = x.abs();
    if !x.is_finite() {
        x
    } else if x == f64::MAX {
        x - x.next_down()
    } else {
        x.next_up() - x
    }
}

pub(super) const FUNCTIONS: &[MethodDef] = functions![
    frexp,
    ldexp,
    modf,
    isfinite,
    isnan,
    isinf,
    isclose,
    nextafter,
    ulp,
    elementary::atan2,
    elementary::copysign,
    elementary::remainder,
    elementary::fmod,
    elementary::pow,
    elementary::degrees,
    elementary::radians
];
