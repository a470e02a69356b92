//! Raising, catching, re-raising.

#![expect(unsafe_code, reason = "handlers: see interp::dispatch for their contract")]
#![allow(
    unsafe_op_in_unsafe_fn,
    clippy::missing_safety_doc,
    missing_docs,
    reason = "the contract of handlers is that of interp::dispatch"
)]

use super::prelude::*;
use crate::exc::exception::PyBaseException;
use crate::interp::dispatch::RAISED;
use crate::interp::unwind;

/// The pending exception goes to its handler. The frame's place is saved.
#[cold]
#[inline(never)]
pub unsafe fn unwind(_w: u64, _pc: Pc, _fp: Fp, _k: K, vm: *mut Vm) -> Exit {
    let handler = unwind::unwind(&mut *vm);
    if handler.is_null() {
        return RAISED;
    }
    let frame = (*vm).interp.frame;
    next!(handler, (*frame).fp, (*(*frame).code).constants(), vm)
}

effect_ops! {
    raise 0 (vm, w, r) {
        let count = w.sub();
        if count == 0 {
            return match vm.interp.topmost_handled() {
                Some(exception) => {
                    vm.interp.silent = true;
                    Err(vm.reraise(exception))
                }
                None => Err(vm.runtime_error("No active exception to reraise")),
            };
        }
        let exception = r.b(w);
        let cause = if count == 2 { Some(r.c(w)) } else { None };
        let exception = vm.exception_to_raise(&exception)?;
        if let Some(cause) = cause {
            let cause = vm.cause_to_set(&cause)?;
            let raised = vm.raise_value(exception);
            vm.set_cause(cause);
            return Err(raised);
        }
        Err(vm.raise_value(exception))
    }
    reraise 0 (vm, w, r) {
        let exception = r.b(w).into_value();
        if !exception.is_a::<PyBaseException>() {
            return Err(vm.system_error("RERAISE of an object that is not an exception"));
        }
        vm.interp.silent = true;
        Err(vm.reraise(exception))
    }
    pop_except 0 (vm, w, r) {
        let old = r.take(w.a());
        drop(vm.interp.replace_handled(old));
        Ok(())
    }
}

branch_ops! {
    /// Goes on if the exception in slot b matches the classes in c, jumps if not.
    match_jump (vm, w, r) {
        let classes = r.c(w);
        let kind = if w.has(flag::INVERT) { r.b(w).into_value() } else { vm.type_of(r.peek(w.b())).value() };
        Ok(!vm.exception_type_matches(&kind, &classes)?)
    }
}

result_ops! {
    exc_type 0 (vm, w, r) {
        Ok(vm.type_of(r.peek(w.b())).value())
    }
    exc_tb 0 (vm, w, r) {
        Ok(r.peek(w.b()).downcast::<PyBaseException>().map(|exception| exception.traceback.get(vm)).unwrap_or_default())
    }
    assertion_error 0 (vm, _w, _r) {
        Ok(vm.exc.assertion_error.value())
    }
}
