//! `bytearray`. Answers to CPython's Objects/bytearrayobject.c; what it shares with bytes is in `types/bytes`.

mod construct;
mod mutate;
mod ops;

use std::cell::Cell;

use minipy_macros::pyclass;

use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::protocol::buffer::BufferAccess;
use crate::value::Value;
use crate::vm::Vm;

/// bytearray(iterable_of_ints) -> bytearray
/// bytearray(string, encoding[, errors]) -> bytearray
/// bytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer
/// bytearray(int) -> bytes array of size given by the parameter, filled with null bytes
/// bytearray() -> empty bytes array
#[pyclass(
    name = "bytearray",
    layout = 105,
    flags(basetype, match_self),
    no_trace,
    parts(methods, case, construct, mutate, ops)
)]
pub struct PyByteArray {
    /// The bytes.
    pub bytes: VmCell<Vec<u8>>,
    /// Buffers lent: the size may not change while there are any.
    pub exports: Cell<usize>,
}

impl PyByteArray {
    /// Holding `bytes`.
    pub fn new(bytes: Vec<u8>) -> PyByteArray {
        PyByteArray { bytes: VmCell::new(bytes), exports: Cell::new(0) }
    }

    /// BufferError if the size may not change now.
    pub fn check_resizable(&self, vm: &mut Vm) -> PyResult<()> {
        if self.exports.get() > 0 {
            return Err(vm.buffer_error("Existing exports of data: object cannot be re-sized"));
        }
        Ok(())
    }
}

fn read<'a>(vm: &'a Vm, value: &'a Value) -> &'a [u8] {
    value.downcast::<PyByteArray>().map_or(&[], |array| array.bytes.borrow(vm))
}

fn write<'a>(vm: &'a mut Vm, value: &'a Value) -> &'a mut [u8] {
    match value.downcast::<PyByteArray>() {
        Some(array) => array.bytes.borrow_mut(vm),
        None => &mut [],
    }
}

fn exports(value: &Value) -> Option<&Cell<usize>> {
    value.downcast::<PyByteArray>().map(|array| &array.exports)
}

static ACCESS: BufferAccess = BufferAccess { read, write, exports };
