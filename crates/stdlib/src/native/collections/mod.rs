//! `_collections`: the native half of the package collections. Answers to CPython's Modules/_collectionsmodule.c and
//! Objects/odictobject.c.
//!
//! Layout numbers 166 to 175.

mod count_elements;
mod defaultdict;
mod deque;
mod deque_iter;
mod ordered_dict;
mod ordered_views;
mod tuplegetter;

use minipy_macros::functions;
use minipy_vm::object::def::{ModuleDef, PyClass};

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_collections",
    doc: "High performance data structures.",
    functions: &[functions![count_elements::count_elements]],
    types: &[
        ordered_dict::PyOrderedDict::TYPE,
        deque_iter::PyDequeIterator::TYPE,
        deque_iter::PyDequeReverseIterator::TYPE,
        tuplegetter::PyTupleGetter::TYPE,
        defaultdict::PyDefaultDict::TYPE,
        deque::PyDeque::TYPE,
    ],
    init: None,
};
