//! The buffer protocol (PEP 3118): how one object lends its bytes to another.
//!
//! Answers to CPython's Objects/abstract.c (PyObject_GetBuffer) and Include/cpython/object.h. A type that has a buffer fills
//! the slot `buffer`. Bytes are read and written only through the Vm, so no borrow of them is alive while Python code runs;
//! an exporter that may change its size counts its exports and refuses while there are any.

use std::cell::Cell;

use crate::exc::{PyResult, Raised};
use crate::heap::var::PyBytes;
use crate::types::bytearray::PyByteArray;
use crate::value::Value;
use crate::vm::Vm;

/// How an exporter's memory is reached.
pub struct BufferAccess {
    /// All bytes of the exporter.
    pub read: for<'a> fn(&'a Vm, &'a Value) -> &'a [u8],
    /// The same, for writing.
    pub write: for<'a> fn(&'a mut Vm, &'a Value) -> &'a mut [u8],
    /// The count of exports, if the exporter keeps one.
    pub exports: for<'a> fn(&'a Value) -> Option<&'a Cell<usize>>,
}

/// Memory lent by an object: items of one format at places given by shape and strides. An export is counted for as long as
/// it lives.
pub struct Buffer {
    /// The exporter.
    pub owner: Value,
    /// How to reach its memory.
    pub access: &'static BufferAccess,
    /// Format of an item, as in the module struct.
    pub format: String,
    /// Bytes in an item.
    pub itemsize: usize,
    /// Items along each dimension.
    pub shape: Vec<usize>,
    /// Bytes between neighbours along each dimension.
    pub strides: Vec<isize>,
    /// Place of the first item.
    pub offset: usize,
    /// May not be written.
    pub readonly: bool,
}

impl Buffer {
    /// All bytes of an exporter, one dimension of `B`.
    pub fn simple(owner: &Value, access: &'static BufferAccess, len: usize, readonly: bool) -> Buffer {
        Buffer::new(owner, access, "B", 1, len, readonly)
    }

    /// `count` items in a row.
    pub fn new(
        owner: &Value,
        access: &'static BufferAccess,
        format: &str,
        itemsize: usize,
        count: usize,
        readonly: bool,
    ) -> Buffer {
        let buffer = Buffer {
            owner: owner.clone(),
            access,
            format: format.to_owned(),
            itemsize,
            shape: vec![count],
            strides: vec![itemsize as isize],
            offset: 0,
            readonly,
        };
        buffer.count(1);
        buffer
    }

    fn count(&self, change: isize) {
        if let Some(exports) = (self.access.exports)(&self.owner) {
            exports.set(exports.get().saturating_add_signed(change));
        }
    }

    /// Bytes that the items have together.
    pub fn nbytes(&self) -> usize {
        self.shape.iter().product::<usize>() * self.itemsize
    }

    /// Whether the items lie one after the other, the last index the fastest.
    pub fn is_c_contiguous(&self) -> bool {
        let mut expected = self.itemsize as isize;
        for (&len, &stride) in self.shape.iter().zip(&self.strides).rev() {
            if len > 1 && stride != expected {
                return false;
            }
            expected *= len as isize;
        }
        true
    }

    /// The bytes, if they are contiguous.
    pub fn contiguous<'a>(&'a self, vm: &'a Vm) -> Option<&'a [u8]> {
        let memory = (self.access.read)(vm, &self.owner);
        if self.is_c_contiguous() { memory.get(self.offset..self.offset + self.nbytes()) } else { None }
    }

    /// A copy of the items' bytes, in C order.
    pub fn to_vec(&self, vm: &Vm) -> Vec<u8> {
        if let Some(bytes) = self.contiguous(vm) {
            return bytes.to_vec();
        }
        let memory = (self.access.read)(vm, &self.owner);
        let mut out = Vec::with_capacity(self.nbytes());
        let mut push =
            |place: usize| out.extend_from_slice(memory.get(place..place + self.itemsize).unwrap_or_default());
        match (self.shape.as_slice(), self.strides.as_slice()) {
            (&[len], &[stride]) => {
                (0..len as isize).for_each(|i| push(self.offset.wrapping_add_signed(stride.wrapping_mul(i))));
            }
            _ => self.places().into_iter().for_each(push),
        }
        out
    }

    /// Places of the items in C order.
    pub fn places(&self) -> Vec<usize> {
        let mut places = vec![self.offset];
        for (&len, &stride) in self.shape.iter().zip(&self.strides) {
            let along = |start: usize| (0..len as isize).map(move |i| start.wrapping_add_signed(stride * i));
            places = places.into_iter().flat_map(along).collect();
        }
        places
    }
}

impl Clone for Buffer {
    fn clone(&self) -> Buffer {
        let buffer = Buffer {
            owner: self.owner.clone(),
            access: self.access,
            format: self.format.clone(),
            itemsize: self.itemsize,
            shape: self.shape.clone(),
            strides: self.strides.clone(),
            offset: self.offset,
            readonly: self.readonly,
        };
        buffer.count(1);
        buffer
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        self.count(-1);
    }
}

impl Vm {
    /// Whether `value` has a buffer.
    pub fn has_buffer(&self, value: &Value) -> bool {
        value.is_a::<PyBytes>() || self.type_of(value).slots.buffer.get().is_some()
    }

    /// The buffer of `value`. TypeError: "a bytes-like object is required".
    pub fn buffer(&mut self, value: &Value) -> PyResult<Buffer> {
        match self.type_of(value).slots.buffer.get() {
            Some(buffer) => buffer(self, value),
            None => Err(self.not_bytes_like(value)),
        }
    }

    /// TypeError for an object without a buffer.
    #[cold]
    pub fn not_bytes_like(&mut self, value: &Value) -> Raised {
        let ty = self.type_name(value);
        self.type_error(format!("a bytes-like object is required, not '{ty}'"))
    }

    /// A copy of the bytes that `value` lends.
    pub fn buffer_copy(&mut self, value: &Value) -> PyResult<Vec<u8>> {
        if let Some(bytes) = value.downcast::<PyBytes>() {
            return Ok(bytes.as_bytes().to_vec());
        }
        if let Some(array) = value.downcast::<PyByteArray>() {
            return Ok(array.bytes.borrow(self).clone());
        }
        let buffer = self.buffer(value)?;
        Ok(buffer.to_vec(self))
    }

    /// The bytes that `value` lends, for a reader that runs no Python code; no copy where they lie in one piece.
    pub fn with_buffer<R>(&mut self, value: &Value, read: impl FnOnce(&Vm, &[u8]) -> R) -> PyResult<R> {
        if let Some(bytes) = value.downcast::<PyBytes>() {
            return Ok(read(self, bytes.as_bytes()));
        }
        let buffer = self.buffer(value)?;
        if let Some(bytes) = buffer.contiguous(self) {
            return Ok(read(self, bytes));
        }
        let bytes = buffer.to_vec(self);
        Ok(read(self, &bytes))
    }

    /// Overwrites what `value` lends, from its start, with as much of `bytes` as fits; gives the number of bytes written
    /// (`readinto`). TypeError if the buffer cannot be written.
    pub fn fill_buffer(&mut self, value: &Value, bytes: &[u8]) -> PyResult<usize> {
        let buffer = if self.has_buffer(value) { Some(self.buffer(value)?) } else { None };
        let Some(buffer) = buffer.filter(|buffer| !buffer.readonly && buffer.is_c_contiguous()) else {
            let ty = self.type_name(value);
            return Err(self.type_error(format!("read-write bytes-like object expected, not {ty}")));
        };
        let (start, len) = (buffer.offset, buffer.nbytes().min(bytes.len()));
        let memory = (buffer.access.write)(self, &buffer.owner);
        if let (Some(target), Some(source)) = (memory.get_mut(start..start + len), bytes.get(..len)) {
            target.copy_from_slice(source);
        }
        Ok(len)
    }
}
