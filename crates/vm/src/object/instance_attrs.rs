//! `__dict__` and `__weakref__` of instances, as the descriptors that a class gets for them.

use super::def::GetSetDef;
use crate::exc::PyResult;
use crate::types::dict::PyDict;
use crate::value::Value;
use crate::vm::Vm;

/// `instance.__dict__`.
pub static DICT: GetSetDef = GetSetDef {
    name: "__dict__",
    doc: Some("dictionary for instance variables (if defined)"),
    get: get_dict,
    set: Some(set_dict),
    is_member: false,
};

/// `instance.__weakref__`.
pub static WEAKREF: GetSetDef = GetSetDef {
    name: "__weakref__",
    doc: Some("list of weak references to the object (if defined)"),
    get: get_weakref,
    set: None,
    is_member: false,
};

fn get_dict(vm: &mut Vm, object: &Value) -> PyResult {
    vm.dict_of(object)
}

fn set_dict(vm: &mut Vm, object: &Value, value: Option<&Value>) -> PyResult<()> {
    match value {
        None => {
            let fresh = vm.new_dict();
            vm.set_instance_dict(object, fresh);
            Ok(())
        }
        Some(dict) if dict.is_a::<PyDict>() => {
            vm.set_instance_dict(object, dict.clone());
            Ok(())
        }
        Some(other) => {
            let got = vm.type_name(other);
            Err(vm.type_error(format!("__dict__ must be set to a dictionary, not a '{got}'")))
        }
    }
}

fn get_weakref(vm: &mut Vm, object: &Value) -> PyResult {
    Ok(vm.first_weakref(object).unwrap_or_default())
}
