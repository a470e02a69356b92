//! Logarithms of floats and of ints of any size.

use minipy_macros::{functions, pyfunction};
use minipy_vm::object::def::MethodDef;
use minipy_vm::types::int::{Num, number};
use minipy_vm::{Args, PyResult, Value, Vm};

use super::{Infinite, checked, domain_error};

/// The logarithm of a number by `compute`.
fn logarithm(vm: &mut Vm, x: &Value, compute: fn(f64) -> f64) -> PyResult<f64> {
    let Some(int) = Num::of(x) else {
        let x = vm.to_f64(x)?;
        return checked(vm, &[x], compute(x), Infinite::Pole);
    };
    if int.is_negative() || int.is_zero() {
        return Err(domain_error(vm));
    }
    if let Some(float) = int.to_f64() {
        return Ok(compute(float));
    }
    let (fraction, exponent) = number::split(&int.big());
    Ok(compute(fraction) + compute(2.0) * exponent as f64)
}

/// log(x, [base=math.e])
/// Return the logarithm of x to the given base.
///
/// If the base not specified, returns the natural logarithm (base e) of x.
#[pyfunction("math.log(x[, base])", raw)]
fn log(vm: &mut Vm, args: Args<'_>) -> PyResult<f64> {
    if args.has_keywords() {
        return Err(vm.type_error("log() takes no keyword arguments"));
    }
    let (x, base) = match args.positional() {
        [x] => (x, None),
        [x, base] => (x, Some(base)),
        _ => return Err(vm.type_error("math.log requires 1 to 2 arguments")),
    };
    let result = logarithm(vm, x, f64::ln)?;
    let Some(base) = base else { return Ok(result) };
    let base = logarithm(vm, base, f64::ln)?;
    if base == 0.0 {
        return Err(vm.zero_division_error("float division by zero"));
    }
    Ok(result / base)
}

/// Return the base 2 logarithm of x.
#[pyfunction("math.log2(x, /)")]
fn log2(vm: &mut Vm, x: &Value) -> PyResult<f64> {
    logarithm(vm, x, f64::log2)
}

/// Return the base 10 logarithm of x.
#[pyfunction("math.log10(x, /)")]
fn log10(vm: &mut Vm, x: &Value) -> PyResult<f64> {
    logarithm(vm, x, f64::log10)
}

pub(super) const FUNCTIONS: &[MethodDef] = functions![log, log2, log10];

#[cfg(test)]
mod tests {
    #[test]
    fn fractions_of_big_ints() {
        let big = dashu_int::IBig::from(3) << 5000;
        assert_eq!(super::number::split(&big), (0.75, 5002));
    }
}
