//! Unwinding: from where an exception was raised to its handler, or out of the frames of this run.

#![expect(unsafe_code, reason = "slots of frames are dropped here")]
#![allow(unsafe_op_in_unsafe_fn, reason = "the contract is the function's own text")]

use super::frame::{Frame, special};
use super::regs::{value_of, word_of};
use crate::code::side::NONE;
use crate::exc::exception::PyBaseException;
use crate::value::Value;
use crate::vm::Vm;

/// Takes the pending exception to its handler, whose address is returned; null if it leaves the frames of this run.
///
/// # Safety
/// The running frame's place is saved, and the operands of the instruction there are consumed.
#[inline(never)]
pub unsafe fn unwind(vm: &mut Vm) -> *mut u64 {
    let mut silent = std::mem::take(&mut vm.interp.silent);
    loop {
        let frame = vm.interp.frame;
        let exception = match vm.raised.take() {
            Some(exception) => exception,
            None => {
                let _ = vm.system_error("error return without exception set");
                vm.raised.take().unwrap_or_default()
            }
        };
        let code = &*(*frame).code;
        let entry = code.entry_before((*frame).pc);
        let lasti = entry.map_or(-1, |entry| i64::from(entry.offset));
        if !silent {
            vm.add_traceback(&exception, frame, lasti);
        }
        silent = false;
        let region = entry.map(|entry| code.side.region(entry));
        let level = region.map_or(0, |region| if region.handler == NONE { 0 } else { region.level });
        let handled = region.map_or(NONE, |region| region.handled);
        if let Some(entry) = entry {
            let fp = (*frame).fp;
            for slot in code.side.live_slots(entry) {
                if u32::from(slot) < level {
                    break;
                }
                let value = value_of(*fp.add(usize::from(slot)));
                if u32::from(slot) == handled {
                    drop(vm.interp.replace_handled(value));
                } else {
                    drop(value);
                }
            }
            if let Some(region) = region
                && region.handler != NONE
            {
                let base = fp.add(level as usize);
                let old = vm.interp.replace_handled(exception.clone());
                *base.add(1) = word_of(old);
                *base.add(4) = word_of(exception);
                return code.address(region.handler);
            }
        }
        if leave(vm, frame, exception, lasti) {
            return std::ptr::null_mut();
        }
    }
}

/// Ends a frame that an exception leaves. True if it was the first of its run.
unsafe fn leave(vm: &mut Vm, frame: *mut Frame, exception: Value, lasti: i64) -> bool {
    let kind = (*frame).special;
    let owner = (*frame).owner;
    let other = (*frame).locals;
    if kind & special::OBJECT != 0 {
        vm.detach_frame_object(frame, Some(lasti));
    } else {
        for i in 0..(*(*frame).code).nfast as usize {
            drop(value_of(*(*frame).fp.add(i)));
        }
    }
    let lowered = &*(*frame).code;
    let flags = lowered.code.flags;
    super::ops::returns::pop(frame, vm);
    vm.raised = Some(exception);
    if kind & special::INIT != 0 {
        drop(value_of(owner));
    }
    if kind & special::BINARY != 0 {
        drop((value_of(owner), value_of(other)));
    }
    if kind & special::GENERATOR != 0 {
        vm.stop_becomes_runtime_error(flags);
        super::resume::ended(vm, value_of(owner));
    }
    kind & special::ENTRY != 0
}

impl Vm {
    /// PEP 479: StopIteration must not leave a generator, nor StopAsyncIteration an async one.
    fn stop_becomes_runtime_error(&mut self, flags: minipy_bytecode::CodeFlags) {
        use minipy_bytecode::CodeFlags;
        let what = if flags.contains(CodeFlags::COROUTINE) {
            "coroutine"
        } else if flags.contains(CodeFlags::ASYNC_GENERATOR) {
            "async generator"
        } else {
            "generator"
        };
        let name = if self.raised_is(self.exc.stop_iteration) {
            "StopIteration"
        } else if flags.contains(CodeFlags::ASYNC_GENERATOR) && self.raised_is(self.exc.stop_async_iteration) {
            "StopAsyncIteration"
        } else {
            return;
        };
        let cause = self.take_raised().unwrap_or_default();
        let _ = self.runtime_error(format!("{what} raised {name}"));
        if let Some(raised) = self.raised.clone()
            && let Some(payload) = raised.downcast::<PyBaseException>()
        {
            payload.cause.set(self, cause.clone());
            payload.context.set(self, cause);
            payload.suppress_context.set(true);
        }
    }

    /// Puts the frame at the head of the exception's traceback.
    unsafe fn add_traceback(&mut self, exception: &Value, frame: *mut Frame, lasti: i64) {
        let Some(payload) = exception.downcast::<PyBaseException>() else { return };
        let object = self.frame_object(frame);
        let next = payload.traceback.take(self);
        let entry = crate::types::traceback::PyTraceback::new(next, object, lasti);
        let entry = self.new_object(entry);
        payload.traceback.set(self, entry);
    }
}
