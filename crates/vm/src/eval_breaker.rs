//! The eval breaker: what the interpreter does between instructions when somebody wants its attention.
//!
//! `Heap::attention` is looked at on back-edges, at calls and after slow operations. Finalisers run as soon as that;
//! signals and limits, which raise, wait for a back-edge or a call. Answers to CPython's eval_frame_handle_pending.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::exc::PyResult;
use crate::exc::exception::PyBaseException;
use crate::value::Value;
use crate::vm::Vm;

/// Somebody interrupted the program (SIGINT); taken at the next poll.
static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// Asks the running program to raise KeyboardInterrupt at its next poll. May be called from a signal handler.
pub fn interrupt() {
    INTERRUPTED.store(true, Ordering::Relaxed);
}

impl Vm {
    /// Looks at the eval breaker: finalisers, collections, signals, limits. Natives that run long call it now and then.
    #[inline(always)]
    pub fn poll(&mut self) -> PyResult<()> {
        if self.heap.attention.get() { self.attend() } else { Ok(()) }
    }

    #[cold]
    #[inline(never)]
    fn attend(&mut self) -> PyResult<()> {
        self.run_pending();
        if INTERRUPTED.swap(false, Ordering::Relaxed) {
            return self.handle_signals();
        }
        if self.heap.allocated.get() > self.heap.limit.get() {
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
        self.heap.attention.set(false);
        let mut rounds = 0;
        while self.heap.has_pending() && rounds < 1000 {
            for object in self.heap.take_pending() {
                self.finalize(&object);
                drop(object);
            }
            rounds += 1;
        }
        if INTERRUPTED.load(Ordering::Relaxed) || self.heap.allocated.get() > self.heap.limit.get() {
            self.heap.attention.set(true);
        }
    }

    /// Runs an object's finaliser once. What it raises is reported, not raised.
    pub(crate) fn finalize(&mut self, object: &Value) {
        let Some(head) = object.header() else { return };
        if head.has_flag(crate::heap::flag::FINALIZED) {
            return;
        }
        head.set_flag(crate::heap::flag::FINALIZED);
        let Some(del) = self.type_of(object).slots.del.get() else { return };
        let pending = self.raised.take();
        if del(self, object).is_err() {
            let kept = self.raised.take();
            let blamed = self.blamed(object);
            self.raised = kept;
            self.report_unraisable(&blamed);
        }
        self.raised = pending;
    }

    /// Reports the pending exception, which nobody can catch, to `sys.unraisablehook`. `object` is what raised it.
    pub(crate) fn report_unraisable(&mut self, object: &Value) {
        let Some(exception) = self.take_raised() else { return };
        let kind = self.type_of(&exception).value();
        let traceback =
            exception.downcast::<PyBaseException>().map(|exception| exception.traceback.get(self)).unwrap_or_default();
        let class = match self.interp.unraisable_args {
            Some(class) => class,
            None => {
                let fields = ["exc_type", "exc_value", "exc_traceback", "err_msg", "object"];
                let class = self.new_struct_sequence("sys", "UnraisableHookArgs", &fields, &[]);
                self.interp.unraisable_args = Some(class);
                class
            }
        };
        let items = self.new_tuple(vec![kind, exception, traceback, Value::NONE, object.clone()]);
        let reported =
            self.call(&class.value(), &[items]).and_then(|args| match self.sys_attr_str("unraisablehook")? {
                Some(hook) => self.call(&hook, &[args]).map(drop),
                None => Ok(()),
            });
        if reported.is_err() {
            self.clear_raised();
        }
    }

    /// What an unraisable exception of a finaliser is blamed on: the `__del__` of a Python class, else the object.
    fn blamed(&mut self, object: &Value) -> Value {
        let name = self.names.__del__.clone();
        let ty = self.type_of(object);
        match ty.lookup(self, &name) {
            Some(method) if self.is_python_function(&method) => method,
            _ => object.clone(),
        }
    }
}
