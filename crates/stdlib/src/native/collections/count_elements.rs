//! `_count_elements`: what Counter counts with.

use minipy_macros::pyfunction;
use minipy_vm::object::BinaryOp;
use minipy_vm::types::dict::PyDict;
use minipy_vm::{PyResult, Value, Vm};

/// Count elements in the iterable, updating the mapping
#[pyfunction("_collections._count_elements(mapping, iterable, /)")]
pub fn count_elements(vm: &mut Vm, mapping: &Value, iterable: &Value) -> PyResult<()> {
    let (get, set) = (vm.names.get.clone(), vm.names.__setitem__.clone());
    if let Some(dict) = mapping.downcast::<PyDict>()
        && inherits(vm, mapping, &get)
        && inherits(vm, mapping, &set)
    {
        return vm.for_each(iterable, |vm, key| {
            let hash = vm.hash(&key)?;
            let count = match dict.get_hashed(vm, &key, hash)? {
                None => Value::int32(1),
                Some(count) => match count.as_small_int() {
                    Some(count) => vm.new_int(count + 1),
                    None => vm.binary(BinaryOp::Add, &count, &Value::int32(1))?,
                },
            };
            dict.set_hashed(vm, &key, hash, count)
        });
    }
    let get = vm.get_attr(mapping, &get)?;
    vm.for_each(iterable, |vm, key| {
        let count = vm.call(&get, &[key.clone(), Value::int32(0)])?;
        let count = vm.binary(BinaryOp::Add, &count, &Value::int32(1))?;
        vm.set_item(mapping, &key, &count)
    })
}

/// Whether a method is dict's own.
fn inherits(vm: &mut Vm, mapping: &Value, name: &Value) -> bool {
    let found = vm.type_of(mapping).lookup(vm, name);
    let own = vm.ty::<PyDict>().lookup(vm, name);
    matches!((found, own), (Some(found), Some(own)) if found.is(&own))
}
