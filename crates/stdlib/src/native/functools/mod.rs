//! `_functools`: the native half of functools. Answers to CPython's Modules/_functoolsmodule.c.
//!
//! Layout numbers 170 to 172.

mod key;
mod lru_cache;
mod partial;
mod reduce;

use minipy_macros::functions;
use minipy_vm::object::def::{ModuleDef, PyClass};

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_functools",
    doc: "Tools that operate on functions.",
    functions: &[functions![reduce::reduce, key::cmp_to_key]],
    types: &[partial::PyPartial::TYPE, lru_cache::PyLruCache::TYPE],
    init: Some(|vm, _| {
        // Not among the module's names, but its objects are made without being looked up.
        vm.static_type(key::PyKey::TYPE);
        Ok(())
    }),
};
