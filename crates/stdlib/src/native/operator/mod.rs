//! `_operator`: the operators as functions. Answers to CPython's Modules/_operator.c.
//!
//! Layout numbers 174 to 176.

mod functions;
mod getters;

use minipy_vm::object::def::{ModuleDef, PyClass};

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_operator",
    doc: "Operator interface.\n\nThis module exports a set of functions implemented in C corresponding\nto the intrinsic operators of Python.  For example, operator.add(x, y)\nis equivalent to the expression x+y.",
    functions: &[functions::FUNCTIONS],
    types: &[getters::PyAttrGetter::TYPE, getters::PyItemGetter::TYPE, getters::PyMethodCaller::TYPE],
    init: None,
};
