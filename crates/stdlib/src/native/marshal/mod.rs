//! `marshal` (CPython's Python/marshal.c): the format itself is the bytecode crate's.

mod read;
mod write;

use minipy_bytecode::Constant;
use minipy_bytecode::marshal;
use minipy_macros::{functions, pyfunction};
use minipy_vm::exc::PyResult;
use minipy_vm::heap::var::PyBytes;
use minipy_vm::object::def::ModuleDef;
use minipy_vm::types::code::PyCode;
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

/// The bytes of a value. Code objects are the bytecode crate's.
fn write(vm: &mut Vm, value: &Value, version: i32) -> PyResult<Vec<u8>> {
    let Some(code) = value.downcast::<PyCode>() else { return write::dumps(vm, value, version) };
    let constant = Constant::Code(code.object().clone());
    let dumps = if value.refcount() > 1 { marshal::dumps_referenced } else { marshal::dumps_version };
    match dumps(&constant, u32::try_from(version).unwrap_or(0)) {
        Ok(bytes) => Ok(bytes),
        Err(error) => Err(vm.value_error(error.to_string())),
    }
}

/// The value at the beginning of the bytes, and how many it took.
fn read(vm: &mut Vm, bytes: &[u8]) -> PyResult<(Value, usize)> {
    if bytes.first().is_none_or(|tag| tag & 0x7f != b'c') {
        return read::loads(vm, bytes);
    }
    match marshal::load(bytes) {
        Ok((Constant::Code(code), used)) => Ok((vm.new_code(code)?, used)),
        Ok((constant, used)) => Ok((vm.constant_value(&constant), used)),
        Err(fault) => Err(vm.raise_marshal_fault(&fault)),
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
    read(vm, &bytes).map(|(value, _)| value)
}

/// Read one value from the open file and return it.
#[pyfunction("marshal.load(file, /)")]
fn load(vm: &mut Vm, file: &Value) -> PyResult {
    let nothing = vm.call_method_str(file, "read", &[Value::int32(0)])?;
    if !nothing.is_a::<PyBytes>() {
        let got = vm.type_name(&nothing);
        return Err(vm.type_error(format!("file.read() returned not bytes but {got}")));
    }
    let tell = vm.call_method_str(file, "tell", &[])?;
    let start = vm.index_i64(&tell)?;
    let bytes = vm.call_method_str(file, "read", &[])?;
    let bytes = vm.buffer_copy(&bytes)?;
    let (value, used) = read(vm, &bytes)?;
    let place = vm.new_int(start.saturating_add(used as i64));
    vm.call_method_str(file, "seek", &[place])?;
    Ok(value)
}
