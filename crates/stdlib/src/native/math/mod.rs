//! `math`: functions of real numbers. Answers to CPython's Modules/mathmodule.c.
//!
//! What the machine's C library computes comes from it (through Rust's std), so results agree with CPython's to the last
//! bit; asinh, acosh, atanh, gamma and lgamma follow the formulas that CPython's results come from.

mod elementary;
mod floats;
mod gamma;
mod integers;
mod logarithms;
mod norm;
mod rounding;
mod sums;

use minipy_macros::functions;
use minipy_vm::object::def::ModuleDef;
use minipy_vm::{PyResult, Raised, Value, Vm};

pub(crate) use elementary::asinh;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "math",
    doc: "This module provides access to the mathematical functions\ndefined by the C standard.",
    functions: &[
        elementary::FUNCTIONS,
        gamma::FUNCTIONS,
        logarithms::FUNCTIONS,
        floats::FUNCTIONS,
        functions![rounding::ceil, rounding::floor, rounding::trunc],
        functions![integers::gcd, integers::lcm, integers::isqrt, integers::factorial, integers::perm, integers::comb],
        functions![norm::dist, norm::hypot, sums::fsum, sums::prod],
    ],
    types: &[],
    init: Some(init),
};

fn init(vm: &mut Vm, module: &Value) -> PyResult<()> {
    let constants = [
        ("pi", std::f64::consts::PI),
        ("e", std::f64::consts::E),
        ("tau", std::f64::consts::TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ];
    for (name, constant) in constants {
        let (name, constant) = (vm.intern(name), vm.new_float(constant));
        vm.set_attr(module, &name, &constant)?;
    }
    Ok(())
}

/// C's EDOM.
#[cold]
fn domain_error(vm: &mut Vm) -> Raised {
    vm.value_error("math domain error")
}

/// C's ERANGE.
#[cold]
fn range_error(vm: &mut Vm) -> Raised {
    vm.overflow_error("math range error")
}

/// What an infinite result of a finite argument means.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Infinite {
    /// The function has a pole there: ValueError.
    Pole,
    /// The result is out of range: OverflowError.
    Overflow,
}

/// The result of a function of `arguments`, or the error that it stands for.
fn checked(vm: &mut Vm, arguments: &[f64], result: f64, infinite: Infinite) -> PyResult<f64> {
    if result.is_nan() && !arguments.iter().any(|argument| argument.is_nan()) {
        return Err(domain_error(vm));
    }
    if result.is_infinite() && arguments.iter().all(|argument| argument.is_finite()) {
        return Err(if infinite == Infinite::Pole { domain_error(vm) } else { range_error(vm) });
    }
    Ok(result)
}
