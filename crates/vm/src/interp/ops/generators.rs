//! Yielding and awaiting.

#![expect(unsafe_code, reason = "handlers: see interp::dispatch for their contract")]
#![allow(
    unsafe_op_in_unsafe_fn,
    clippy::missing_safety_doc,
    missing_docs,
    reason = "the contract of handlers is that of interp::dispatch"
)]

use super::prelude::*;
use crate::exc::exception::PyBaseException;
use crate::interp::dispatch::YIELDED;
use crate::interp::resume::{self, Sent};
use crate::interp::{sink, special};
use crate::types::generator::Status;

/// Suspends the running generator at the instruction before `pc` with `count` slots, and hands `value` out.
#[inline(always)]
unsafe fn hand_out(value: u64, count: usize, pc: Pc, vm: *mut Vm) -> Exit {
    let is_entry = (*(*vm).interp.frame).is(special::ENTRY);
    if resume::set_aside(vm, count, pc) {
        if is_entry {
            set_result(vm, value);
            return YIELDED;
        }
        return received(value, vm);
    }
    suspend(value, pc, std::ptr::null_mut(), count as K, vm)
}

/// As `hand_out`, for any frame; `count` comes in the place of the constants.
#[inline(never)]
unsafe fn suspend(value: u64, pc: Pc, _fp: Fp, count: K, vm: *mut Vm) -> Exit {
    let frame = (*vm).interp.frame;
    let is_entry = (*frame).is(special::ENTRY);
    (*frame).pc = pc;
    resume::suspend(&mut *vm, count as usize);
    if is_entry {
        set_result(vm, value);
        return YIELDED;
    }
    received(value, vm)
}

/// Goes on in the frame that has resumed a generator, at a FOR_ITER or a YIELD_FROM, with what the generator yielded.
#[inline(always)]
unsafe fn received(value: u64, vm: *mut Vm) -> Exit {
    let frame = (*vm).interp.frame;
    let (pc, fp) = ((*frame).pc, (*frame).fp);
    let k = (*(*frame).code).constants();
    let w = Word(*pc.sub(1));
    let place = fp.add(w.c());
    if w.number() == Op::ForIterL as u8 {
        let old = *place;
        *place = value;
        return moves::release_next(old, pc, fp, k, vm);
    }
    *place = value;
    if w.number() == Op::YieldFrom as u8 {
        return pass_on(w.0, pc, fp, k, vm);
    }
    next!(pc, fp, k, vm)
}

/// Yields what a delegate yielded, which is in slot c.
#[inline(never)]
unsafe fn pass_on(w: u64, pc: Pc, fp: Fp, _k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    (*vm).interp.plain_yield = false;
    hand_out(*fp.add(word.c()), word.b() + 1, pc, vm)
}

/// Leaves a result for the native code that runs the entry frame.
#[inline(never)]
pub unsafe fn set_result(vm: *mut Vm, value: u64) {
    (*vm).interp.result = value_of(value);
}

pub unsafe fn yield_value(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    if (*(*vm).interp.frame).is(special::SINK) {
        return yield_to_sink(w, pc, fp, k, vm);
    }
    let word = Word(w);
    (*vm).interp.plain_yield = true;
    let value = *fp.add(word.b());
    hand_out(if word.has(flag::B_TEMP) { value } else { incref(value) }, word.a(), pc, vm)
}

/// Goes on at once, as if resumed with None, if native code takes the item as it is.
#[inline(never)]
unsafe fn yield_to_sink(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let value = *fp.add(word.b());
    if !word.has(flag::B_TEMP) {
        incref(value);
    }
    if sink::offer(vm, value) {
        *fp.add(word.a()) = Value::NONE_WORD;
        next!(pc, fp, k, vm)
    }
    (*vm).interp.plain_yield = true;
    hand_out(value, word.a(), pc, vm)
}

/// Sends the value in slot c to the receiver in slot b: yields what it yields, goes on with what it returns. Generators
/// and coroutines run in this very loop.
pub unsafe fn yield_from(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    save_pc(vm, pc);
    let word = Word(w);
    let receiver = *fp.add(word.b());
    let state = resume::simple_state(receiver);
    if !state.is_null() && resume::is_ready(vm, state) {
        let pc = resume::take_up(vm, receiver, state, *fp.add(word.c()), special::OTHER);
        let frame = (*vm).interp.frame;
        next!(pc, (*frame).fp, (*(*frame).code).constants(), vm)
    }
    yield_from_slow(w, pc, fp, k, vm)
}

#[inline(never)]
unsafe fn yield_from_slow(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let receiver = *fp.add(word.b());
    let state = resume::simple_state(receiver);
    if !state.is_null()
        && (*state).status.get() == Status::Created
        && *fp.add(word.c()) == Value::NONE_WORD
        && resume::has_room(&*vm, &*state)
    {
        let pc = resume::push(&mut *vm, incref(receiver), &*state, Value::NONE_WORD, special::OTHER);
        let frame = (*vm).interp.frame;
        next!(pc, (*frame).fp, (*(*frame).code).constants(), vm)
    }
    match delegate(w, fp, vm) {
        outcome::TAKEN => pass_on(w, pc, fp, k, vm),
        outcome => finish!(outcome, w, pc, fp, k, vm),
    }
}

/// `TAKEN` if the receiver yielded.
#[inline(never)]
unsafe fn delegate(w: u64, fp: Fp, vm: *mut Vm) -> u8 {
    let word = Word(w);
    let r = Regs { fp, k: std::ptr::null(), pc: std::ptr::null_mut() };
    let sent = {
        let value = r.take(word.c());
        let receiver = r.peek(word.b()).clone();
        (*vm).send(&receiver, &value)
    };
    match sent {
        Ok(Sent::Yielded(value)) => {
            r.put(word.c(), value);
            outcome::TAKEN
        }
        Ok(Sent::Returned(value)) => {
            drop(r.take(word.b()));
            r.put(word.a(), value);
            if wants_attention(vm) { outcome::ATTEND } else { outcome::NEXT }
        }
        Err(_) => outcome::RAISED,
    }
}

result_ops! {
    get_yield_from_iter 0 (vm, w, r) {
        let value = r.b(w);
        if vm.is_coroutine_like(&value) {
            let flags = vm.running_code_flags();
            if vm.is_exact_coroutine(&value) && !flags.intersects(resume::COROUTINE_FLAGS) {
                return Err(vm.type_error("cannot 'yield from' a coroutine object in a non-coroutine generator"));
            }
            return Ok(value.into_value());
        }
        if vm.is_exact::<crate::types::generator::PyGenerator>(&value) {
            return Ok(value.into_value());
        }
        vm.iter(&value)
    }
    get_awaitable 0 (vm, w, r) {
        let value = r.b(w);
        vm.awaitable_of(&value, w.c())
    }
    get_aiter 0 (vm, w, r) {
        let value = r.b(w);
        let name = vm.names.__aiter__.clone();
        let Some(aiter) = vm.call_special(&value, &name, &[])? else {
            let got = vm.type_name(&value);
            return Err(vm.type_error(format!("'async for' requires an object with __aiter__ method, got {got}")));
        };
        if vm.type_of(&aiter).slots.anext.get().is_none() {
            let got = vm.type_name(&aiter);
            // It ends here: a coroutine that is not awaited is warned of at this line.
            drop(aiter);
            vm.run_finalizers();
            return Err(vm.type_error(format!(
                "'async for' received an object from __aiter__ that does not implement __anext__: {got}"
            )));
        }
        Ok(aiter)
    }
    get_anext 0 (vm, w, r) {
        let aiter = r.peek(w.b()).clone();
        if vm.is_exact::<crate::types::async_generator::PyAsyncGenerator>(&aiter) {
            return vm.async_generator_anext(&aiter);
        }
        let name = vm.names.__anext__.clone();
        let Some(next) = vm.call_special(&aiter, &name, &[])? else {
            let got = vm.type_name(&aiter);
            return Err(vm.type_error(format!("'async for' requires an iterator with __anext__ method, got {got}")));
        };
        match vm.awaitable_of(&next, 0) {
            Ok(awaitable) => Ok(awaitable),
            Err(raised) => {
                let cause = vm.take_raised();
                let got = vm.type_name(&next);
                let _ = raised;
                let raised = vm.type_error(format!("'async for' received an invalid object from __anext__: {got}"));
                vm.set_cause_of_raised(cause);
                Err(raised)
            }
        }
    }
}

effect_ops! {
    end_async_for 0 (vm, w, r) {
        let exception = r.take(w.a());
        let stop = exception.is_a::<PyBaseException>() && vm.is_instance(&exception, vm.exc.stop_async_iteration);
        if !stop {
            vm.interp.silent = true;
            return Err(vm.reraise(exception));
        }
        let old = r.take(w.c());
        drop(vm.interp.replace_handled(old));
        drop(r.take(w.b()));
        Ok(())
    }
}
