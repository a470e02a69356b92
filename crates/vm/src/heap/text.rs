//! Strs made in one piece: joined ASCII, and ASCII that grows in place.

#![expect(unsafe_code, reason = "text is written behind a payload, and an object is reallocated")]

use std::ptr::NonNull;

use super::header::{Header, Object};
use super::var::{PyStr, StrKind};
use super::{Heap, Payload};
use crate::object::shape::ShapeId;
use crate::value::Value;

/// Bytes of an exact str object with this many bytes of text.
const fn object_size(text: usize) -> usize {
    size_of::<Object<PyStr>>() + text.next_multiple_of(8)
}

impl Heap {
    /// An ASCII str of `len` code points, which the parts must have together (what is missing is filled with NUL).
    pub(crate) fn alloc_ascii_parts<'p>(
        &self,
        shape: ShapeId,
        len: usize,
        parts: impl Iterator<Item = &'p [u8]>,
    ) -> Value {
        let object = self.alloc_var(shape, 0, len, PyStr::unwritten(len, StrKind::Ascii));
        // SAFETY: there are `len` bytes of room behind the payload; the writes stay within them.
        unsafe {
            let start = object.as_ptr().cast::<u8>().add(size_of::<Object<PyStr>>());
            let mut at = 0;
            for part in parts {
                let part = part.get(..part.len().min(len - at)).unwrap_or(part);
                std::ptr::copy_nonoverlapping(part.as_ptr(), start.add(at), part.len());
                at += part.len();
            }
            start.add(at).write_bytes(0, len - at);
        }
        Value::from_header(object.cast())
    }

    /// An ASCII str of `len` code points: the ASCII strs among `items`, with `separator` between them (what is missing is
    /// filled with NUL, what is too much is left out).
    pub(crate) fn alloc_ascii_joined(&self, shape: ShapeId, len: usize, separator: &[u8], items: &[Value]) -> Value {
        let object = self.alloc_var(shape, 0, len, PyStr::unwritten(len, StrKind::Ascii));
        // SAFETY: there are `len` bytes of room behind the payload; the writes stay within them.
        unsafe {
            let start = object.as_ptr().cast::<u8>().add(size_of::<Object<PyStr>>());
            let mut at = 0;
            let mut put = |part: &[u8]| {
                let part = if part.len() <= len - at { part } else { &[] };
                std::ptr::copy_nonoverlapping(part.as_ptr(), start.add(at), part.len());
                at += part.len();
            };
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    put(separator);
                }
                put(item.downcast::<PyStr>().and_then(PyStr::as_ascii).unwrap_or_default().as_bytes());
            }
            start.add(at).write_bytes(0, len - at);
        }
        Value::from_header(object.cast())
    }

    /// Appends ASCII to the exact ASCII str that `value` is the only reference to. Anything else comes back unchanged.
    pub(crate) fn append_ascii(&self, value: Value, more: &[u8]) -> Result<Value, Value> {
        let old = match (value.header(), value.downcast::<PyStr>()) {
            (Some(head), Some(text))
                if head.shape.get().index() == PyStr::LAYOUT as usize
                    && head.refcount.get() == 1
                    && head.flags.get() == 0
                    && text.kind() == StrKind::Ascii =>
            {
                text.len()
            }
            _ => return Err(value),
        };
        let len = old + more.len();
        let (old_size, new_size) = (object_size(old), object_size(len));
        let Some(memory) = value.header().map(NonNull::from) else { return Err(value) };
        std::mem::forget(value);
        // SAFETY: the object has `old_size` bytes (an exact str has no tail), and nobody else refers to it.
        let moved = unsafe { self.resize(memory.cast(), old_size, new_size) };
        // SAFETY: `moved` holds the object, and room for `len` bytes of text behind its payload.
        unsafe {
            let object = moved.cast::<Object<PyStr>>();
            let start = moved.as_ptr().add(size_of::<Object<PyStr>>() + old);
            std::ptr::copy_nonoverlapping(more.as_ptr(), start, more.len());
            (*object.as_ptr()).payload.grow_to(len);
        }
        Ok(Value::from_header(moved.cast::<Header>()))
    }
}
