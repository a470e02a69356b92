//! `_weakref`: the native half of weakref. Answers to CPython's Modules/_weakref.c.

use minipy_macros::{functions, pyfunction};
use minipy_vm::object::def::{ModuleDef, PyClass};
use minipy_vm::types::dict::PyDict;
use minipy_vm::types::weakproxy::{PyWeakCallableProxy, PyWeakProxy};
use minipy_vm::types::weakref::{self, PyWeakRef};
use minipy_vm::{PyResult, Value, Vm};

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_weakref",
    doc: "Weak-reference support module.",
    functions: &[functions![getweakrefcount, getweakrefs, proxy, remove_dead_weakref]],
    types: &[],
    init: Some(init),
};

fn init(vm: &mut Vm, module: &Value) -> PyResult<()> {
    let reference = vm.static_type(PyWeakRef::TYPE);
    let types = [
        ("ref", reference),
        ("ReferenceType", reference),
        ("ProxyType", vm.static_type(PyWeakProxy::TYPE)),
        ("CallableProxyType", vm.static_type(PyWeakCallableProxy::TYPE)),
    ];
    for (name, ty) in types {
        let name = vm.intern(name);
        vm.set_attr(module, &name, &ty.value())?;
    }
    Ok(())
}

/// Return the number of weak references to 'object'.
#[pyfunction("_weakref.getweakrefcount(object, /)")]
fn getweakrefcount(vm: &mut Vm, object: &Value) -> usize {
    vm.count_weak_references(object)
}

/// getweakrefs(object) -- return a list of all weak reference objects
/// that point to 'object'.
#[pyfunction("_weakref.getweakrefs(object, /)", no_text)]
fn getweakrefs(vm: &mut Vm, object: &Value) -> Value {
    let references = vm.weak_references(object);
    vm.new_list(references)
}

/// proxy(object[, callback]) -- create a proxy object that weakly
/// references 'object'.  'callback', if given, is called with a
/// reference to the proxy when 'object' is about to be finalized.
#[pyfunction("_weakref.proxy(object, callback=None, /)", no_text)]
fn proxy(vm: &mut Vm, object: &Value, callback: Option<&Value>) -> PyResult {
    weakref::proxy(vm, object, callback)
}

/// Atomically remove key from dict if it points to a dead weakref.
#[pyfunction("_weakref._remove_dead_weakref(dct, key, /)")]
fn remove_dead_weakref(vm: &mut Vm, dct: &PyDict, key: &Value) -> PyResult<()> {
    let Some(found) = dct.get(vm, key)? else { return Ok(()) };
    match weakref::referent_of(&found) {
        None => Err(vm.type_error("not a weakref")),
        Some(Some(_)) => Ok(()),
        Some(None) => dct.remove(vm, key).map(drop),
    }
}
