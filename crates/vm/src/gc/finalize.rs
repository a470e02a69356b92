//! The end of single objects: finalisers and callbacks of weak references, run at safe points.

use crate::heap::flag;
use crate::types::weakref::{callback_of, take_callback};
use crate::value::Value;
use crate::vm::Vm;

/// Finalisers that may run within each other; deeper ones wait for the outermost.
const DEEPEST: usize = 24;

/// Objects whose end is looked after in one go, at all depths together, before the program goes on.
const PATIENCE: usize = 20_000;

impl Vm {
    /// Ends the objects whose last reference has gone, in the order in which they went; what an object held ends before
    /// the next one's turn comes.
    pub(crate) fn run_finalizers(&mut self) {
        let (depth, patience) = (&self.heap.collector.finalizing, &self.heap.collector.patience);
        if depth.get() == 0 {
            patience.set(PATIENCE);
        }
        if !self.heap.has_pending() || depth.get() >= DEEPEST || patience.get() == 0 {
            return;
        }
        depth.set(depth.get() + 1);
        let mut waiting = vec![self.heap.take_pending().into_iter()];
        while let Some(last) = waiting.last_mut() {
            let Some(object) = last.next() else {
                waiting.pop();
                continue;
            };
            self.end_object(object);
            patience.set(patience.get().saturating_sub(1));
            if patience.get() > 0 && self.heap.has_pending() {
                waiting.push(self.heap.take_pending().into_iter());
            }
        }
        depth.set(depth.get() - 1);
    }

    /// `object` is the last reference, unless somebody took the object up again.
    fn end_object(&mut self, object: Value) {
        if object.refcount() > 1 {
            return;
        }
        self.finalize(&object);
        if object.refcount() > 1 {
            return;
        }
        if object.header().is_some_and(|head| head.has_flag(flag::WEAKREFS)) {
            for reference in self.heap.clear_weak(&object) {
                self.weak_reference_died(&reference);
            }
        }
    }

    /// Runs an object's finaliser, once in its life; returns whether it ran. What it raises is reported, not raised.
    pub(crate) fn finalize(&mut self, object: &Value) -> bool {
        let Some(head) = object.header() else { return false };
        if head.has_flag(flag::FINALIZED) {
            return false;
        }
        let Some(del) = self.type_of(object).slots.del.get() else { return false };
        head.set_flag(flag::FINALIZED);
        let raised = self.raised.take();
        if del(self, object).is_err() {
            let name = self.names.__del__.clone();
            let culprit = self.type_of(object).lookup(self, &name).filter(|found| self.is_python_function(found));
            self.report_unraisable(&culprit.unwrap_or_else(|| object.clone()));
        }
        self.raised = raised;
        true
    }

    /// Calls the callback of a weak reference whose object is gone.
    pub(super) fn weak_reference_died(&mut self, reference: &Value) {
        if callback_of(self, reference).is_none() {
            return;
        }
        let Some(callback) = take_callback(self, reference) else { return };
        let raised = self.raised.take();
        if self.call(&callback, std::slice::from_ref(reference)).is_err() {
            self.report_unraisable(&callback);
        }
        self.raised = raised;
    }
}
