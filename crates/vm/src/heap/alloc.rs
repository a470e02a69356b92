//! Allocation: the one entry through which objects come to be.

#![expect(unsafe_code, reason = "memory is obtained and written here")]

use std::cell::Cell;
use std::ptr::NonNull;

use super::Heap;
use super::header::{Header, Object};
use super::layout::Payload;
use crate::object::shape::ShapeId;
use crate::value::Value;

impl Heap {
    /// A new object of `shape` holding `payload`, with `tail` unbound words behind it.
    ///
    /// Never fails for what a program can choose: sizes that a program chooses are checked before (`Vm::check_size`), and
    /// a limit that is exceeded raises MemoryError at the next safe point.
    #[inline(always)]
    pub(crate) fn alloc<T: Payload>(&self, shape: ShapeId, tail: u16, payload: T) -> Value {
        let size = size_of::<Object<T>>() + usize::from(tail) * 8;
        let memory = self.reserve(size);
        // SAFETY: `memory` is fresh, of `size` bytes and aligned to 8.
        unsafe {
            let object = memory.as_ptr().cast::<Object<T>>();
            object.write(Object { head: header::<T>(shape, tail), payload });
            let words = memory.as_ptr().add(size_of::<Object<T>>()).cast::<u64>();
            for i in 0..usize::from(tail) {
                words.add(i).write(Value::UNBOUND.word());
            }
        }
        let head = memory.cast::<Header>();
        if T::TRACKED || tail > 0 {
            self.track(head);
        }
        Value::from_header(head)
    }

    /// A new object with `bytes` of zeroed room behind a fixed payload (which must say so in `Payload::trailing`).
    #[inline(always)]
    pub(super) fn alloc_var<T: Payload>(
        &self,
        shape: ShapeId,
        tail: u16,
        bytes: usize,
        payload: T,
    ) -> NonNull<Object<T>> {
        let room = bytes.next_multiple_of(8);
        let size = size_of::<Object<T>>() + room + usize::from(tail) * 8;
        let memory = self.reserve(size);
        // SAFETY: `memory` is fresh, of `size` bytes and aligned to 8.
        unsafe {
            let object = memory.as_ptr().cast::<Object<T>>();
            object.write(Object { head: header::<T>(shape, tail), payload });
            let words = memory.as_ptr().add(size_of::<Object<T>>() + room).cast::<u64>();
            for i in 0..usize::from(tail) {
                words.add(i).write(Value::UNBOUND.word());
            }
            NonNull::new_unchecked(object)
        }
    }
}

#[inline(always)]
fn header<T: Payload>(shape: ShapeId, tail: u16) -> Header {
    Header {
        refcount: Cell::new(1),
        shape: Cell::new(shape),
        gc: Cell::new(0),
        layout: T::LAYOUT,
        flags: Cell::new(0),
        tail,
    }
}
