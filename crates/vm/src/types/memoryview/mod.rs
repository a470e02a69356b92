//! `memoryview`. Answers to CPython's Objects/memoryobject.c.

mod item;
pub mod iter;
mod methods;
mod ops;

use minipy_macros::pyclass;

use crate::exc::PyResult;
use crate::heap::{Trace, Visitor, VmCell};
use crate::protocol::buffer::Buffer;
use crate::value::Value;
use crate::vm::Vm;

/// Create a new memoryview object which references the given object.
#[pyclass(name = "memoryview", layout = 106, flags(sequence, weakref), parts(methods, ops))]
pub struct PyMemoryView {
    /// The memory seen; none when released.
    buffer: VmCell<Option<Buffer>>,
    /// Cached hash; -1 when not computed yet.
    #[pyclass(skip)]
    hash: std::cell::Cell<i64>,
}

impl Trace for Buffer {
    fn trace(&self, visit: &mut Visitor<'_>) {
        visit(&self.owner);
    }
}

impl PyMemoryView {
    /// A view of `buffer`.
    pub fn new(buffer: Buffer) -> PyMemoryView {
        PyMemoryView { buffer: VmCell::new(Some(buffer)), hash: std::cell::Cell::new(-1) }
    }

    /// What is seen; ValueError when released.
    pub fn buffer(&self, vm: &mut Vm) -> PyResult<Buffer> {
        match self.buffer.borrow(vm) {
            Some(buffer) => Ok(buffer.clone()),
            None => Err(vm.value_error("operation forbidden on released memoryview object")),
        }
    }

    /// The byte at an index of a plain one-dimensional view of bytes; `None` for any other view, or out of bounds.
    fn plain_byte(&self, vm: &Vm, index: i64) -> Option<u8> {
        let buffer = self.buffer.borrow(vm).as_ref()?;
        let ([len], [stride], "B") = (buffer.shape.as_slice(), buffer.strides.as_slice(), buffer.format.as_str())
        else {
            return None;
        };
        let index = Vm::normalize_index(isize::try_from(index).ok()?, *len)?;
        let place = buffer.offset.wrapping_add_signed(stride.wrapping_mul(index as isize));
        (buffer.access.read)(vm, &buffer.owner).get(place).copied()
    }

    /// Gives the memory back.
    pub fn release(&self, vm: &mut Vm) {
        self.buffer.take(vm);
    }
}

impl Vm {
    /// `memoryview(object)`.
    pub fn new_memoryview(&mut self, object: &Value) -> PyResult {
        if !self.has_buffer(object) {
            let ty = self.type_name(object);
            return Err(self.type_error(format!("memoryview: a bytes-like object is required, not '{ty}'")));
        }
        let buffer = self.buffer(object)?;
        Ok(self.new_object(PyMemoryView::new(buffer)))
    }
}
