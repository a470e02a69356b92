//! Teardown: what happens when the last reference to an object goes.
//!
//! An object with a finaliser or weak references is queued for the Vm (it is alive again until then). Any other is torn
//! down at once, through a work list instead of recursion, so that structures of any depth are freed on any stack.

#![expect(unsafe_code, reason = "objects end here")]

use std::ptr::NonNull;

use super::header::{Header, flag};
use super::{Heap, layout};
use crate::value::Value;

/// Called by `Drop` with the count at one.
#[cold]
#[inline(never)]
pub(super) fn last_reference(value: &Value) {
    if let Some(head) = value.header() {
        Heap::with_current(|heap| heap.release(NonNull::from(head)));
    }
}

impl Heap {
    /// The last reference to `head` is gone: queue it, or tear it down now.
    pub(crate) fn release(&self, head: NonNull<Header>) {
        // SAFETY: the object is live: its count is still one.
        let object = unsafe { head.as_ref() };
        if self.needs_vm(object) {
            self.pending.borrow_mut().push(Value::from_header(head));
            self.attention.set(true);
            return;
        }
        object.refcount.set(0);
        self.dying.borrow_mut().push(head);
        if self.in_teardown.replace(true) {
            return;
        }
        loop {
            let next = self.dying.borrow_mut().pop();
            let Some(next) = next else { break };
            let waiting = self.dying.borrow().len();
            // SAFETY: the count of an object on the work list is zero: nobody else refers to it.
            unsafe { self.tear_down(next) };
            // What the object held ends in the order in which it was held.
            if let Some(added) = self.dying.borrow_mut().get_mut(waiting..) {
                added.reverse();
            }
        }
        self.in_teardown.set(false);
    }

    /// Whether Python code must run before `object` ends.
    fn needs_vm(&self, object: &Header) -> bool {
        let flags = object.flags.get();
        flags & flag::WEAKREFS != 0
            || (flags & flag::FINALIZED == 0 && self.shape(object.shape.get()).has_finalizer.get())
    }

    /// # Safety
    /// Nobody refers to the object any more.
    unsafe fn tear_down(&self, head: NonNull<Header>) {
        // SAFETY: the memory is live until `free` below.
        let object = unsafe { head.as_ref() };
        if object.gc.get() != 0 {
            self.untrack(object);
        }
        let Some(vtable) = layout::vtable(object.layout) else { return };
        // SAFETY: the layout number belongs to this payload; the tail follows payload and trailing room.
        unsafe {
            let trailing = (vtable.trailing)(head.as_ptr());
            let words = head.as_ptr().cast::<u8>().add(vtable.size + trailing.next_multiple_of(8)).cast::<Value>();
            for i in 0..usize::from(object.tail) {
                std::ptr::drop_in_place(words.add(i));
            }
            (vtable.drop)(head.as_ptr());
            self.free(head, trailing);
        }
    }
}
