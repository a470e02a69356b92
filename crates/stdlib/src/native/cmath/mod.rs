//! `cmath`: functions of complex numbers. Answers to CPython's Modules/cmathmodule.c.
//!
//! Infinities and NaNs follow C99's annex G; zeros have signs, which tell the two sides of a branch cut apart.

mod exponential;
mod functions;
mod inverse;

use minipy_vm::object::def::ModuleDef;
use minipy_vm::types::complex::{Parts, PyComplex};
use minipy_vm::{PyResult, Raised, Value, Vm};

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "cmath",
    doc: "This module provides access to mathematical functions for complex\nnumbers.",
    functions: &[functions::FUNCTIONS],
    types: &[],
    init: Some(init),
};

fn init(vm: &mut Vm, module: &Value) -> PyResult<()> {
    let constants = [
        ("pi", vm.new_float(std::f64::consts::PI)),
        ("e", vm.new_float(std::f64::consts::E)),
        ("tau", vm.new_float(std::f64::consts::TAU)),
        ("inf", vm.new_float(f64::INFINITY)),
        ("infj", vm.new_complex(0.0, f64::INFINITY)),
        ("nan", vm.new_float(f64::NAN)),
        ("nanj", vm.new_complex(0.0, f64::NAN)),
    ];
    for (name, constant) in constants {
        let name = vm.intern(name);
        vm.set_attr(module, &name, &constant)?;
    }
    Ok(())
}

/// Why a function has no value (C's errno).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Failure {
    /// EDOM
    Domain,
    /// ERANGE
    Range,
}

/// A value, or why there is none.
type Outcome<T = Parts> = Result<T, Failure>;

#[cold]
fn raise(vm: &mut Vm, failure: Failure) -> Raised {
    match failure {
        Failure::Domain => vm.value_error("math domain error"),
        Failure::Range => vm.overflow_error("math range error"),
    }
}

/// An argument as a complex number.
fn to_complex(vm: &mut Vm, value: &Value) -> PyResult<Parts> {
    if let Some(complex) = value.downcast::<PyComplex>() {
        return Ok(complex.parts());
    }
    if let Some(parts) = vm.special_complex(value)? {
        return Ok(parts);
    }
    Ok((vm.to_f64(value)?, 0.0))
}

/// Above this, sums of two squares or magnitudes may be out of range.
const LARGE: f64 = f64::MAX / 4.0;

fn is_finite(z: Parts) -> bool {
    z.0.is_finite() && z.1.is_finite()
}

fn is_nan(z: Parts) -> bool {
    z.0.is_nan() || z.1.is_nan()
}

/// `i * z`
fn times_i(z: Parts) -> Parts {
    (-z.1, z.0)
}

/// `-i * z`
fn times_minus_i(z: Parts) -> Parts {
    (z.1, -z.0)
}
