//! `_random`: the generator behind `random`, and the digest that turns a text into a seed.
//! Answers to CPython's Modules/_randommodule.c.

mod generator;
mod sha512;
mod twister;

use minipy_macros::{functions, pyfunction};
use minipy_vm::object::def::{ModuleDef, PyClass};
use minipy_vm::{PyResult, Value, Vm};

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_random",
    doc: "Module implements the Mersenne Twister random number generator.",
    functions: &[functions![_sha512]],
    types: &[generator::PyRandom::TYPE],
    init: None,
};

/// The SHA-512 digest of bytes.
#[pyfunction("_random._sha512(data, /)")]
fn _sha512(vm: &mut Vm, data: &Value) -> PyResult {
    let bytes = vm.buffer_copy(data)?;
    Ok(vm.new_bytes(&sha512::digest(&bytes)))
}
