//! `bytes`, and everything it shares with `bytearray` (CPython's Objects/bytesobject.c and bytes_methods.c).
//!
//! The payload is `heap::var::PyBytes`. The shared methods are written once, in macros over [`ByteString`]; their algorithms
//! are in `stringlib`.

pub mod ascii;
mod case;
pub mod construct;
pub mod iter;
mod methods;
mod ops;
pub mod search;

use std::borrow::Cow;
use std::cell::Cell;
use std::ops::Range;

use minipy_macros::pytype;

use crate::exc::PyResult;
use crate::heap::Payload;
use crate::heap::var::PyBytes;
use crate::object::def::PyClass;
use crate::protocol::buffer::BufferAccess;
use crate::stringlib::part;
use crate::types::bytearray::PyByteArray;
use crate::value::Value;
use crate::vm::Vm;

pytype! {
    /// bytes(iterable_of_ints) -> bytes
    /// bytes(string, encoding[, errors]) -> bytes
    /// bytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer
    /// bytes(int) -> bytes object of size given by the parameter, filled with null bytes
    /// bytes() -> empty bytes object
    PyBytes: name = "bytes", layout = 6, flags(basetype, match_self),
    parts(methods, case, construct, ops)
}

/// A type that is a string of bytes.
pub trait ByteString: Payload + PyClass {
    /// The bytes.
    fn bytes<'a>(&'a self, vm: &'a Vm) -> &'a [u8];
    /// A new object of exactly this type.
    fn make(vm: &Vm, bytes: &[u8]) -> Value;
    /// `value[range]`: `value` itself where that cannot be told from a copy.
    fn take(&self, vm: &Vm, value: &Value, range: Range<usize>) -> Value;
}

impl ByteString for PyBytes {
    #[inline]
    fn bytes<'a>(&'a self, _vm: &'a Vm) -> &'a [u8] {
        self.as_bytes()
    }
    #[inline]
    fn make(vm: &Vm, bytes: &[u8]) -> Value {
        vm.new_bytes(bytes)
    }
    #[inline]
    fn take(&self, vm: &Vm, value: &Value, range: Range<usize>) -> Value {
        if range == (0..self.as_bytes().len()) && vm.is_exact::<PyBytes>(value) {
            return value.clone();
        }
        vm.new_bytes(part(self.as_bytes(), range))
    }
}

impl ByteString for PyByteArray {
    #[inline]
    fn bytes<'a>(&'a self, vm: &'a Vm) -> &'a [u8] {
        self.bytes.borrow(vm)
    }
    #[inline]
    fn make(vm: &Vm, bytes: &[u8]) -> Value {
        vm.new_object(PyByteArray::new(bytes.to_vec()))
    }
    #[inline]
    fn take(&self, vm: &Vm, _value: &Value, range: Range<usize>) -> Value {
        PyByteArray::make(vm, part(self.bytes.borrow(vm), range))
    }
}

fn read<'a>(_vm: &'a Vm, value: &'a Value) -> &'a [u8] {
    value.downcast::<PyBytes>().map_or(&[], PyBytes::as_bytes)
}

fn write<'a>(_vm: &'a mut Vm, _value: &'a Value) -> &'a mut [u8] {
    &mut []
}

fn exports(_value: &Value) -> Option<&Cell<usize>> {
    None
}

static ACCESS: BufferAccess = BufferAccess { read, write, exports };

impl Vm {
    /// The bytes of an argument that must be bytes-like.
    pub(crate) fn bytes_like<'a>(&mut self, value: &'a Value) -> PyResult<Cow<'a, [u8]>> {
        match value.downcast::<PyBytes>() {
            Some(bytes) => Ok(Cow::Borrowed(bytes.as_bytes())),
            None => self.buffer_copy(value).map(Cow::Owned),
        }
    }

    /// A byte: an int in range(256).
    pub(crate) fn byte_value(&mut self, value: &Value) -> PyResult<u8> {
        let int = match value.as_small_int() {
            Some(int) => Some(int),
            None => {
                let int = self.index(value)?;
                i64::try_from(&self.to_bigint(&int)?).ok()
            }
        };
        match int.and_then(|int| u8::try_from(int).ok()) {
            Some(byte) => Ok(byte),
            None => Err(self.value_error("byte must be in range(0, 256)")),
        }
    }

    /// What `find`, `count` and their kin look for: bytes, or one byte given as an int.
    pub(crate) fn byte_needle<'a>(&mut self, value: &'a Value) -> PyResult<Cow<'a, [u8]>> {
        if self.has_buffer(value) {
            return self.bytes_like(value);
        }
        if value.as_small_int().is_none() && self.type_of(value).slots.index.get().is_none() {
            let ty = self.type_name(value);
            return Err(self.type_error(format!("argument should be integer or bytes-like object, not '{ty}'")));
        }
        Ok(Cow::Owned(vec![self.byte_value(value)?]))
    }
}
