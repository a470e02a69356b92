//! Allocation: the one entry through which objects come to be.

#![expect(unsafe_code, reason = "memory is obtained and written here")]

use std::alloc::Layout;
use std::cell::Cell;
use std::ptr::NonNull;

use super::header::{Header, Object};
use super::layout::Payload;
use super::{Heap, layout};
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

    /// Raw memory for an object of `size` bytes.
    #[inline(always)]
    fn reserve(&self, size: usize) -> NonNull<u8> {
        let total = self.allocated.get() + size;
        self.allocated.set(total);
        if total > self.limit.get() {
            self.attention.set(true);
        }
        // SAFETY: 8 is a power of two, and no object comes near isize::MAX bytes: its items are in memory already.
        let layout = unsafe { Layout::from_size_align_unchecked(size, 8) };
        // SAFETY: the size is not zero: a header is sixteen bytes.
        match NonNull::new(unsafe { std::alloc::alloc(layout) }) {
            Some(memory) => memory,
            None => std::alloc::handle_alloc_error(layout),
        }
    }

    /// Puts a container on the collector's list and asks for a collection when it is time.
    #[inline(always)]
    pub(crate) fn track(&self, head: NonNull<Header>) {
        let mut tracked = self.tracked.borrow_mut();
        tracked.push(Some(head));
        match u32::try_from(tracked.len()) {
            // SAFETY: the object is live.
            Ok(place) => unsafe { head.as_ref() }.gc.set(place),
            Err(_) => _ = tracked.pop(),
        }
        let count = self.allocations.get() + 1;
        self.allocations.set(count);
        if count >= self.threshold.get() && self.threshold.get() != 0 {
            self.attention.set(true);
        }
    }

    /// Takes a container off the collector's list.
    #[inline(always)]
    pub(crate) fn untrack(&self, head: &Header) {
        let place = head.gc.replace(0) as usize;
        let mut tracked = self.tracked.borrow_mut();
        if place == tracked.len() {
            tracked.pop();
            while let Some(None) = tracked.last() {
                tracked.pop();
                self.holes.set(self.holes.get() - 1);
            }
        } else if let Some(slot) = place.checked_sub(1).and_then(|index| tracked.get_mut(index)) {
            *slot = None;
            let holes = self.holes.get() + 1;
            self.holes.set(holes);
            if holes > 4096 && holes > tracked.len() / 2 {
                self.close_holes(&mut tracked);
            }
        }
        for boundary in [&self.collector.old, &self.collector.frozen] {
            boundary.set(boundary.get().min(tracked.len()));
        }
        self.allocations.set(self.allocations.get().saturating_sub(1));
    }

    /// Moves the tracked containers together, in order.
    #[cold]
    #[inline(never)]
    fn close_holes(&self, tracked: &mut Vec<Option<NonNull<Header>>>) {
        let (boundary, frozen_boundary) = (self.collector.old.get(), self.collector.frozen.get());
        let (mut place, mut index, mut old, mut frozen) = (0u32, 0, 0, 0);
        tracked.retain(|slot| {
            index += 1;
            let Some(head) = slot else { return false };
            place += 1;
            if index <= boundary {
                old += 1;
            }
            if index <= frozen_boundary {
                frozen += 1;
            }
            // SAFETY: objects on the list are live.
            unsafe { head.as_ref() }.gc.set(place);
            true
        });
        self.collector.old.set(old);
        self.collector.frozen.set(frozen);
        self.holes.set(0);
    }

    /// Gives an object's memory back. Its payload and tail are dropped already.
    ///
    /// # Safety
    /// `head` is an object whose payload `trailing` and tail counts are as when it was made; it is not used again.
    pub(super) unsafe fn free(&self, head: NonNull<Header>, trailing: usize) {
        // SAFETY: the caller's promise.
        let (layout, tail) = unsafe { (head.as_ref().layout, head.as_ref().tail) };
        let Some(vtable) = layout::vtable(layout) else { return };
        let size = vtable.size + trailing.next_multiple_of(8) + usize::from(tail) * 8;
        self.allocated.set(self.allocated.get().saturating_sub(size));
        // SAFETY: the same size and alignment as in `reserve`.
        unsafe { std::alloc::dealloc(head.as_ptr().cast(), Layout::from_size_align_unchecked(size, 8)) };
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
