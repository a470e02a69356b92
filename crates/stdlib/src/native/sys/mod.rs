//! `sys` (CPython's Python/sysmodule.c).

mod functions;
mod info;
pub use info::COPYRIGHT;
mod stdlib_names;

use minipy_vm::exc::PyResult;
use minipy_vm::object::def::ModuleDef;
use minipy_vm::types::set::{PyFrozenSet, SetTable};
use minipy_vm::{Value, Vm};

/// The definition.
pub static MODULE: ModuleDef = ModuleDef {
    name: "sys",
    doc: "This module provides access to some objects used or maintained by the\ninterpreter and to functions that interact strongly with the interpreter.",
    functions: &[functions::FUNCTIONS],
    types: &[],
    init: Some(init),
};

fn strings(vm: &mut Vm, items: &[std::ffi::OsString]) -> Value {
    let items = items.iter().map(|item| vm.new_str(&item.to_string_lossy())).collect();
    vm.new_list(items)
}

fn init(vm: &mut Vm, module: &Value) -> PyResult<()> {
    let config = vm.config.clone();
    let executable = vm.new_str(&config.executable.to_string_lossy());
    let finders = [
        vm.ty::<minipy_vm::import::PyBuiltinImporter>(),
        vm.ty::<minipy_vm::import::PyPathFinder>(),
        vm.ty::<minipy_vm::import::PyFrozenImporter>(),
    ];
    let mut builtin_names: Vec<&str> = vm.library.native.iter().map(|def| def.name).collect();
    builtin_names.sort_unstable();
    let builtin_names = builtin_names.iter().map(|name| vm.intern(name)).collect();
    let values = [
        ("argv", strings(vm, &config.argv)),
        ("orig_argv", strings(vm, &config.orig_argv)),
        ("path", strings(vm, &config.path)),
        ("modules", vm.modules.clone()),
        ("meta_path", vm.new_list(finders.iter().map(|ty| ty.value()).collect())),
        ("path_hooks", vm.new_list(Vec::new())),
        ("path_importer_cache", vm.new_dict()),
        ("builtin_module_names", vm.new_tuple(builtin_names)),
        ("executable", executable.clone()),
        ("_base_executable", executable),
        ("warnoptions", text_list(vm, &config.warn_options)),
        ("_xoptions", x_options(vm, &config.x_options)?),
        ("dont_write_bytecode", Value::bool(config.dont_write_bytecode)),
        ("pycache_prefix", Value::NONE),
    ];
    for (name, value) in values {
        set(vm, module, name, value)?;
    }
    for name in ["excepthook", "displayhook", "breakpointhook", "unraisablehook"] {
        let key = vm.intern(name);
        let hook = vm.get_attr(module, &key)?;
        set(vm, module, &format!("__{name}__"), hook)?;
    }
    vm.set_late_attributes(module, &[("stdlib_module_names", |vm| names_set(vm, stdlib_names::STDLIB))]);
    info::fill(vm, module)?;
    if let Some(dict) = vm.module_dict(module) {
        vm.sys_dict = dict;
    }
    Ok(())
}

fn names_set(vm: &mut Vm, names: &[&str]) -> PyResult {
    let set = vm.new_object(PyFrozenSet::new(SetTable::default()));
    if let Some(payload) = set.downcast::<PyFrozenSet>() {
        for name in names {
            let name = vm.intern(name);
            payload.table.add(vm, name)?;
        }
    }
    Ok(set)
}

fn text_list(vm: &mut Vm, items: &[String]) -> Value {
    let items = items.iter().map(|item| vm.new_str(item)).collect();
    vm.new_list(items)
}

fn x_options(vm: &mut Vm, options: &[String]) -> PyResult {
    let dict = vm.new_dict();
    for option in options {
        let (key, value) = match option.split_once('=') {
            Some((key, value)) => (key, vm.new_str(value)),
            None => (option.as_str(), Value::TRUE),
        };
        let key = vm.new_str(key);
        vm.set_item(&dict, &key, &value)?;
    }
    Ok(dict)
}

/// `module.name = value`.
fn set(vm: &mut Vm, module: &Value, name: &str, value: Value) -> PyResult<()> {
    let name = vm.intern(name);
    vm.set_attr(module, &name, &value)
}
