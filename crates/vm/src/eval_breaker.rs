//! The eval breaker: what the interpreter does between instructions when somebody wants its attention.
//!
//! `Vm::attention` is looked at on back-edges, at calls and after slow operations. Finalisers run as soon as that;
//! signals and limits, which raise, wait for a back-edge or a call. Answers to CPython's eval_frame_handle_pending.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::exc::PyResult;
use crate::vm::Vm;

impl Vm {
    /// The flags that interrupt the running program with a KeyboardInterrupt when both are set, in this order. Other
    /// threads and signal handlers may set them.
    pub fn interrupt_flags(&self) -> [Arc<AtomicBool>; 2] {
        [self.interrupted.clone(), self.attention.clone()]
    }

    /// Looks at the eval breaker: finalisers, collections, signals, limits. Natives that run long call it now and then.
    #[inline(always)]
    pub fn poll(&mut self) -> PyResult<()> {
        if self.attention.load(Ordering::Relaxed) { self.attend() } else { Ok(()) }
    }

    #[cold]
    #[inline(never)]
    fn attend(&mut self) -> PyResult<()> {
        self.run_pending();
        if self.interrupted.swap(false, Ordering::Relaxed) {
            return self.handle_signals();
        }
        if self.heap.over_limit.replace(false) {
            return Err(self.memory_error());
        }
        Ok(())
    }

    /// Runs the Python handlers of signals that have come.
    fn handle_signals(&mut self) -> PyResult<()> {
        Err(self.raise_with(self.exc.keyboard_interrupt, &[]))
    }

    /// Runs finalisers of objects that are no longer referred to, and a collection if one is due. Raises nothing.
    pub(crate) fn run_pending(&mut self) {
        self.attention.store(false, Ordering::Relaxed);
        self.run_finalizers();
        self.collect_if_due();
        self.run_finalizers();
        let waiting = self.heap.has_pending() && self.heap.collector.finalizing.get() == 0;
        if waiting || self.interrupted.load(Ordering::Relaxed) || self.heap.over_limit.get() {
            self.heap.ask_for_attention();
        }
    }
}
