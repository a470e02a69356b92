//! Teardown: what happens when the last reference to an object goes.
//!
//! An object with a finaliser or weak references is queued for the Vm (it is alive again until then). Any other is torn
//! down at once, what it held in the order in which it was held. Below a certain depth a work list takes over, so that
//! structures of any depth are freed on any stack (CPython's trashcan).

#![expect(unsafe_code, reason = "objects end here")]

use std::ptr::NonNull;

use super::Heap;
use super::header::{Header, Object, flag};
use super::layout::{self, Payload};
use crate::value::Value;

/// Teardowns within each other; deeper ones wait for the outermost.
const DEEPEST: usize = 48;

/// Called by `Drop` with the count at one.
#[inline(never)]
pub(super) fn last_reference(value: &Value) {
    if let Some(head) = value.header() {
        Heap::with_current(|heap| heap.release(NonNull::from(head)));
    }
}

impl Heap {
    /// The last reference to `head` is gone: queue it, or tear it down now.
    #[inline(always)]
    pub(crate) fn release(&self, head: NonNull<Header>) {
        // SAFETY: the object is live: its count is still one.
        let object = unsafe { head.as_ref() };
        if self.needs_vm(object) {
            self.leave_to_vm(head);
            return;
        }
        object.refcount.set(0);
        let depth = self.teardowns.get();
        if depth >= DEEPEST {
            self.postpone(head);
            return;
        }
        self.teardowns.set(depth + 1);
        self.end(head);
        self.teardowns.set(depth);
        if depth == 0 && !self.dying.borrow().is_empty() {
            self.end_postponed();
        }
    }

    /// Tears down an object that nobody refers to.
    #[inline(always)]
    fn end(&self, head: NonNull<Header>) {
        // SAFETY: the memory is live until the teardown; the layout number belongs to the payload; the callers have seen
        // the last reference go.
        unsafe {
            if let Some(vtable) = layout::vtable(head.as_ref().layout) {
                (vtable.tear_down)(self, head);
            }
        }
    }

    #[cold]
    #[inline(never)]
    fn leave_to_vm(&self, head: NonNull<Header>) {
        self.pending.borrow_mut().push(Value::from_header(head));
        self.ask_for_attention();
    }

    #[cold]
    #[inline(never)]
    fn postpone(&self, head: NonNull<Header>) {
        self.dying.borrow_mut().push(head);
    }

    /// Tears down what was too deep, and what waits below that.
    #[cold]
    #[inline(never)]
    fn end_postponed(&self) {
        self.teardowns.set(1);
        loop {
            let Some(next) = self.dying.borrow_mut().pop() else { break };
            let waiting = self.dying.borrow().len();
            self.end(next);
            // What the object held ends in the order in which it was held.
            if let Some(added) = self.dying.borrow_mut().get_mut(waiting..) {
                added.reverse();
            }
        }
        self.teardowns.set(0);
    }

    /// Whether Python code must run before `object` ends.
    #[inline(always)]
    fn needs_vm(&self, object: &Header) -> bool {
        let flags = object.flags.get();
        flags & flag::WEAKREFS != 0
            || (flags & flag::FINALIZED == 0 && self.shape(object.shape.get()).has_finalizer.get())
    }
}

/// Ends an object: takes it off the collector's list, drops its tail and its payload, gives its memory back.
///
/// # Safety
/// `head` is an object of layout `T` to which nobody refers any more.
pub(super) unsafe fn tear_down<T: Payload>(heap: &Heap, head: NonNull<Header>) {
    // SAFETY: the caller's promise; the tail follows payload and trailing room.
    unsafe {
        if head.as_ref().gc.get() != 0 {
            heap.untrack(head.as_ref());
        }
        let object = head.cast::<Object<T>>().as_ptr();
        let tail = usize::from(head.as_ref().tail);
        let fixed = size_of::<Object<T>>() + (*object).payload.trailing().next_multiple_of(8);
        if tail != 0 {
            let words = object.cast::<u8>().add(fixed).cast::<Value>();
            for i in 0..tail {
                std::ptr::drop_in_place(words.add(i));
            }
        }
        std::ptr::drop_in_place(&raw mut (*object).payload);
        heap.give_back(head.cast(), fixed + tail * 8);
    }
}
