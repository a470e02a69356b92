//! `ceil`, `floor`, `trunc`: the special methods, or floats rounded.

use minipy_macros::pyfunction;
use minipy_vm::types::float::PyFloat;
use minipy_vm::{PyResult, Value, Vm};

/// What the special method `name` makes of `x`, or `round` of the float that `x` is.
fn rounded(vm: &mut Vm, x: &Value, name: &Value, round: fn(f64) -> f64) -> PyResult {
    if !vm.is_exact::<PyFloat>(x)
        && let Some(result) = vm.call_special(x, name, &[])?
    {
        return Ok(result);
    }
    let float = vm.to_f64(x)?;
    vm.int_from_float(round(float))
}

/// Return the ceiling of x as an Integral.
///
/// This is the smallest integer >= x.
#[pyfunction("math.ceil(x, /)")]
pub fn ceil(vm: &mut Vm, x: &Value) -> PyResult {
    let name = vm.names.__ceil__.clone();
    rounded(vm, x, &name, f64::ceil)
}

/// Return the floor of x as an Integral.
///
/// This is the largest integer <= x.
#[pyfunction("math.floor(x, /)")]
pub fn floor(vm: &mut Vm, x: &Value) -> PyResult {
    let name = vm.names.__floor__.clone();
    rounded(vm, x, &name, f64::floor)
}

/// Truncates the Real x to the nearest Integral toward 0.
///
/// Uses the __trunc__ magic method.
#[pyfunction("math.trunc(x, /)")]
pub fn trunc(vm: &mut Vm, x: &Value) -> PyResult {
    let name = vm.names.__trunc__.clone();
    match vm.call_special(x, &name, &[])? {
        Some(result) => Ok(result),
        None => {
            let ty = vm.type_name(x);
            Err(vm.type_error(format!("type {ty} doesn't define __trunc__ method")))
        }
    }
}
