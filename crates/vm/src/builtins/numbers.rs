//! Builtins of arithmetic.

use crate::exc::PyResult;
use crate::object::{BinaryOp, MethodDef};
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{functions, pyfunction};

/// Return the absolute value of the argument.
#[pyfunction("abs(x, /)")]
fn abs(vm: &mut Vm, x: &Value) -> PyResult {
    vm.absolute(x)
}

/// Return the tuple (x//y, x%y).  Invariant: div*y + mod == x.
#[pyfunction("divmod(x, y, /)")]
fn divmod(vm: &mut Vm, x: &Value, y: &Value) -> PyResult {
    vm.binary(BinaryOp::DivMod, x, y)
}

/// Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments.
///
/// Some types, such as ints, are able to use a more efficient algorithm when
/// invoked using the three argument form.
#[pyfunction("pow(base, exp, mod=None)")]
fn pow(vm: &mut Vm, base: &Value, exp: &Value, modulus: Option<&Value>) -> PyResult {
    vm.power(base, exp, modulus.unwrap_or(&Value::NONE))
}

/// Round a number to a given precision in decimal digits.
///
/// The return value is an integer if ndigits is omitted or None.  Otherwise
/// the return value has the same type as the number.  ndigits may be negative.
#[pyfunction("round(number, ndigits=None)")]
fn round(vm: &mut Vm, number: &Value, ndigits: Option<&Value>) -> PyResult {
    let name = vm.names.__round__.clone();
    let result = match ndigits {
        None => vm.call_special(number, &name, &[])?,
        Some(digits) => vm.call_special(number, &name, std::slice::from_ref(digits))?,
    };
    match result {
        Some(rounded) => Ok(rounded),
        None => {
            let ty = vm.type_name(number);
            Err(vm.type_error(format!("type {ty} doesn't define __round__ method")))
        }
    }
}

/// The functions of this file.
pub const FUNCTIONS: &[MethodDef] = functions![abs, divmod, pow, round];
