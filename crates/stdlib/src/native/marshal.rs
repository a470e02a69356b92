//! `marshal` (CPython's Python/marshal.c): the format itself is the bytecode crate's.

use minipy_bytecode::Constant;
use minipy_bytecode::marshal::{self, FaultKind};
use minipy_macros::{functions, pyfunction};
use minipy_vm::exc::{PyResult, Raised};
use minipy_vm::heap::var::PyTuple;
use minipy_vm::object::def::ModuleDef;
use minipy_vm::types::dict::PyDict;
use minipy_vm::types::list::PyList;
use minipy_vm::types::set::{PyFrozenSet, PySet};
use minipy_vm::{Value, Vm};

/// The definition.
pub static MODULE: ModuleDef = ModuleDef {
    name: "marshal",
    doc: "This module contains functions that can read and write Python values in\na binary format.",
    functions: &[functions![dumps, dump, loads, load]],
    types: &[],
    init: Some(init),
};

fn init(vm: &mut Vm, module: &Value) -> PyResult<()> {
    let name = vm.intern("version");
    vm.set_attr(module, &name, &Value::int32(4))
}

/// Nesting that CPython's writer allows.
const MAX_DEPTH: usize = 2000;

/// A value as the format sees it.
fn to_constant(vm: &mut Vm, value: &Value, depth: usize) -> PyResult<Constant> {
    if depth > MAX_DEPTH {
        return Err(vm.value_error("object too deeply nested to marshal"));
    }
    let each = |vm: &mut Vm, items: Vec<Value>| {
        items.iter().map(|item| to_constant(vm, item, depth + 1)).collect::<PyResult<Vec<Constant>>>()
    };
    if let Some(tuple) = value.downcast::<PyTuple>() {
        return Ok(Constant::Tuple(each(vm, tuple.items().to_vec())?.into()));
    }
    if value.is_a::<PyList>() {
        let items = vm.collect(value)?;
        return Ok(Constant::List(each(vm, items)?.into()));
    }
    if value.is_a::<PySet>() || value.is_a::<PyFrozenSet>() {
        let items = vm.collect(value)?;
        let items = each(vm, items)?.into();
        return Ok(if value.is_a::<PySet>() { Constant::Set(items) } else { Constant::FrozenSet(items) });
    }
    if let Some(dict) = value.downcast::<PyDict>() {
        let entries: Vec<(Value, Value)> =
            dict.table.borrow(vm).iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect();
        let mut items = Vec::with_capacity(entries.len());
        for (key, value) in &entries {
            items.push((to_constant(vm, key, depth + 1)?, to_constant(vm, value, depth + 1)?));
        }
        return Ok(Constant::Dict(items.into()));
    }
    if value.is(&vm.exc.stop_iteration.value()) {
        return Ok(Constant::StopIteration);
    }
    if let Some(constant) = vm.value_constant(value) {
        return Ok(constant);
    }
    if vm.has_buffer(value) {
        return Ok(Constant::Bytes(vm.buffer_copy(value)?.into()));
    }
    Err(vm.value_error("unmarshallable object"))
}

/// A constant as a value. Code must pass the verifier.
fn to_value(vm: &mut Vm, constant: &Constant) -> PyResult {
    match constant {
        Constant::Code(code) => vm.new_code(code.clone()),
        other => Ok(vm.constant_value(other)),
    }
}

fn write(vm: &mut Vm, value: &Value, version: i32) -> PyResult<Vec<u8>> {
    let constant = to_constant(vm, value, 0)?;
    match marshal::dumps_version(&constant, u32::try_from(version).unwrap_or(0)) {
        Ok(bytes) => Ok(bytes),
        Err(error) => Err(vm.value_error(error.to_string())),
    }
}

/// A fault of the reader as the exception that CPython raises.
fn fault(vm: &mut Vm, fault: &marshal::Fault) -> Raised {
    let text = fault.kind.to_string();
    match fault.kind {
        FaultKind::TooShort | FaultKind::ObjectExpected => vm.eof_error(text),
        _ => vm.value_error(text),
    }
}

/// Return the bytes object that would be written to a file by dump(value, file).
#[pyfunction("marshal.dumps(value, version=4, /)")]
fn dumps(vm: &mut Vm, value: &Value, version: i32) -> PyResult {
    let bytes = write(vm, value, version)?;
    Ok(vm.new_bytes(&bytes))
}

/// Write the value on the open file.
#[pyfunction("marshal.dump(value, file, version=4, /)")]
fn dump(vm: &mut Vm, value: &Value, file: &Value, version: i32) -> PyResult {
    let bytes = write(vm, value, version)?;
    let bytes = vm.new_bytes(&bytes);
    vm.call_method_str(file, "write", &[bytes])
}

/// Convert the bytes-like object to a value.
#[pyfunction("marshal.loads(bytes, /)")]
fn loads(vm: &mut Vm, bytes: &Value) -> PyResult {
    let bytes = vm.buffer_copy(bytes)?;
    match marshal::load(&bytes) {
        Ok((constant, _)) => to_value(vm, &constant),
        Err(error) => Err(fault(vm, &error)),
    }
}

/// Read one value from the open file and return it.
#[pyfunction("marshal.load(file, /)")]
fn load(vm: &mut Vm, file: &Value) -> PyResult {
    let tell = vm.call_method_str(file, "tell", &[])?;
    let start = vm.index_i64(&tell)?;
    let bytes = vm.call_method_str(file, "read", &[])?;
    let bytes = vm.buffer_copy(&bytes)?;
    match marshal::load(&bytes) {
        Ok((constant, used)) => {
            let place = vm.new_int(start.saturating_add(used as i64));
            vm.call_method_str(file, "seek", &[place])?;
            to_value(vm, &constant)
        }
        Err(error) => Err(fault(vm, &error)),
    }
}
