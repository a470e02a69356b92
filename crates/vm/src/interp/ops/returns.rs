//! Returns: the end of a frame, and where its result goes.

#![expect(unsafe_code, reason = "handlers: see interp::dispatch for their contract")]
#![allow(
    unsafe_op_in_unsafe_fn,
    clippy::missing_safety_doc,
    missing_docs,
    reason = "the contract of handlers is that of interp::dispatch"
)]

use super::calls::deliver;
use super::dunder;
use super::prelude::*;
use crate::code::isa::CACHE_WORDS;
use crate::interp::dispatch::{RAISED, RETURNED};
use crate::interp::frame::Frame;
use crate::interp::special;

pub unsafe fn return_temp(w: u64, _pc: Pc, fp: Fp, _k: K, vm: *mut Vm) -> Exit {
    finish(*fp.add(Word(w).b()), fp, vm)
}

pub unsafe fn return_local(w: u64, _pc: Pc, fp: Fp, _k: K, vm: *mut Vm) -> Exit {
    // Moved out: the frame ends.
    let place = fp.add(Word(w).b());
    let value = *place;
    if (*(*vm).interp.frame).is(special::OBJECT) {
        return finish(incref(value), fp, vm);
    }
    *place = Value::UNBOUND_WORD;
    finish(value, fp, vm)
}

pub unsafe fn return_k(w: u64, _pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    finish(incref(*k.add(Word(w).wide_operand())), fp, vm)
}

/// Plain frames have no special bit, or one of these two.
const SIMPLE: u32 = {
    assert!(special::ENTRY == 1 && special::INIT == 2);
    special::INIT
};

/// Ends a plain frame, an `__init__`'s or one that native code called, at once; any other goes the slow way.
#[inline(always)]
unsafe fn finish(result: u64, fp: Fp, vm: *mut Vm) -> Exit {
    let frame = (*vm).interp.frame;
    if (*frame).special > SIMPLE {
        if (*frame).special == special::BINARY {
            return finish_binary(0, result as Pc, fp, std::ptr::null(), vm);
        }
        return return_slow(0, result as Pc, fp, std::ptr::null(), vm);
    }
    let nfast = (*(*frame).code).nfast as usize;
    for i in 0..nfast {
        if release(*fp.add(i)) {
            return finish_freeing(i as u64, result as Pc, fp, std::ptr::null(), vm);
        }
    }
    if release((*frame).func) {
        return finish_freeing(nfast as u64, result as Pc, fp, std::ptr::null(), vm);
    }
    leave::<false>(result, vm)
}

/// Ends the frame of a binary operator's method.
#[inline(never)]
unsafe fn finish_binary(_w: u64, result: Pc, fp: Fp, _k: K, vm: *mut Vm) -> Exit {
    let frame = (*vm).interp.frame;
    let outcome = end_binary(frame, result as u64, fp, vm);
    let caller = (*vm).interp.frame;
    let (pc, fp, w) = ((*caller).pc, (*caller).fp, *(*caller).pc.sub(1));
    finish!(outcome, w, pc, fp, (*(*caller).code).constants(), vm)
}

#[inline(never)]
unsafe fn end_binary(frame: *mut Frame, result: u64, fp: Fp, vm: *mut Vm) -> u8 {
    for i in 0..(*(*frame).code).nfast as usize {
        let word = *fp.add(i);
        if release(word) {
            drop_word(word);
        }
    }
    if release((*frame).func) {
        drop_word((*frame).func);
    }
    (*vm).interp.frame = frame.sub(1);
    let (a, b) = (value_of((*frame).owner), value_of((*frame).locals));
    dunder::binary_result(value_of(result), a, b, (*frame).operator, vm)
}

/// Takes the record of a frame off that owns nothing any more, and gives the caller its result. `ATTEND`: there are
/// finalisers to run once it has it.
#[inline(always)]
unsafe fn leave<const ATTEND: bool>(mut result: u64, vm: *mut Vm) -> Exit {
    let frame = (*vm).interp.frame;
    if (*frame).special != 0 {
        if (*frame).special == special::ENTRY {
            return return_to_native(result, std::ptr::null_mut(), std::ptr::null_mut(), std::ptr::null(), vm);
        }
        if result != Value::NONE_WORD {
            return not_none(result, std::ptr::null_mut(), std::ptr::null_mut(), std::ptr::null(), vm);
        }
        result = (*frame).owner;
    }
    let caller = frame.sub(1);
    (*vm).interp.frame = caller;
    let (pc, fp) = ((*caller).pc, (*caller).fp);
    let k = (*(*caller).code).constants();
    let w = Word(*pc.sub(1));
    let pc = pc.add(usize::from(*CACHE_WORDS.get_unchecked(usize::from(w.number()))));
    if ATTEND {
        deliver(w, value_of(result), fp);
        return moves::attention(w.0, pc, fp, k, vm);
    }
    if w.flags() & (flag::DISCARD | flag::DEST_LOCAL) == 0 {
        *fp.add(w.a()) = result;
        next!(pc, fp, k, vm)
    }
    if w.has(flag::DISCARD) {
        return moves::release_next(result, pc, fp, k, vm);
    }
    let place = fp.add(w.a());
    let old = *place;
    *place = result;
    moves::release_next(old, pc, fp, k, vm)
}

/// The end of a frame that native code called.
#[inline(never)]
unsafe fn return_to_native(result: u64, _pc: Pc, _fp: Fp, _k: K, vm: *mut Vm) -> Exit {
    (*vm).interp.frame = (*vm).interp.frame.sub(1);
    (*vm).interp.result = value_of(result);
    RETURNED
}

/// Ends a frame whose local `w` has the last reference to an object. The locals below are dropped already; `result` comes
/// in the place of the address.
#[inline(never)]
unsafe fn finish_freeing(w: u64, result: Pc, fp: Fp, _k: K, vm: *mut Vm) -> Exit {
    let frame = (*vm).interp.frame;
    let nfast = (*(*frame).code).nfast as usize;
    for i in w as usize..nfast {
        let word = *fp.add(i);
        if release(word) {
            drop_word(word);
        }
    }
    let func = (*frame).func;
    if release(func) {
        drop_word(func);
    }
    if wants_attention(vm) {
        return finish_attended(0, result, fp, std::ptr::null(), vm);
    }
    leave::<false>(result as u64, vm)
}

#[cold]
#[inline(never)]
unsafe fn finish_attended(_w: u64, result: Pc, _fp: Fp, _k: K, vm: *mut Vm) -> Exit {
    leave::<true>(result as u64, vm)
}

/// An `__init__` has returned something.
#[cold]
#[inline(never)]
unsafe fn not_none(result: u64, _pc: Pc, _fp: Fp, _k: K, vm: *mut Vm) -> Exit {
    let frame = (*vm).interp.frame;
    (*vm).interp.frame = frame.sub(1);
    init_returned(result, (*frame).owner, vm);
    except::unwind(0, std::ptr::null_mut(), std::ptr::null_mut(), std::ptr::null(), vm)
}

#[inline(never)]
unsafe fn init_returned(result: u64, owner: u64, vm: *mut Vm) {
    let value = value_of(result);
    drop(value_of(owner));
    let got = (*vm).type_name(&value);
    let _ = (*vm).type_error(format!("__init__() should return None, not '{got}'"));
}

/// Ends a frame whose slots below `w` are dropped already. `result` comes in the place of the address.
#[inline(never)]
unsafe fn return_slow(w: u64, result: Pc, _fp: Fp, _k: K, vm: *mut Vm) -> Exit {
    match end_frame(w as usize, result as u64, vm) {
        Ended::Entry => RETURNED,
        Ended::Raised => RAISED,
        Ended::Unwind => except::unwind(0, std::ptr::null_mut(), std::ptr::null_mut(), std::ptr::null(), vm),
        Ended::Loop => super::iter::exhausted(vm),
        Ended::Caller => {
            let frame = (*vm).interp.frame;
            let (pc, fp) = ((*frame).pc, (*frame).fp);
            let k = (*(*frame).code).constants();
            let w = *pc.sub(1);
            let next = pc.add(Op::from_number(Word(w).number()).cache_words());
            if wants_attention(vm) {
                return moves::attention(w, next, fp, k, vm);
            }
            next!(next, fp, k, vm)
        }
    }
}

/// Where control goes when a frame has ended.
#[derive(Clone, Copy)]
enum Ended {
    /// To native code, with a result.
    Entry,
    /// To native code, with an exception.
    Raised,
    /// To the caller's handlers.
    Unwind,
    /// Out of the loop that resumed the generator.
    Loop,
    /// To the caller, which has its result.
    Caller,
}

#[inline(never)]
unsafe fn end_frame(first: usize, result: u64, vm: *mut Vm) -> Ended {
    let frame = (*vm).interp.frame;
    let fp = (*frame).fp;
    let mut value = value_of(result);
    if (*frame).is(special::OBJECT) {
        (*vm).detach_frame_object(frame, None);
    } else {
        for i in first..(*(*frame).code).nfast as usize {
            drop(value_of(*fp.add(i)));
        }
    }
    let kind = (*frame).special;
    let owner = (*frame).owner;
    let (other, operator) = ((*frame).locals, (*frame).operator);
    pop(frame, vm);
    if kind & special::BINARY != 0 {
        let outcome = dunder::binary_result(value, value_of(owner), value_of(other), operator, vm);
        return if outcome == outcome::RAISED { Ended::Unwind } else { Ended::Caller };
    }
    if kind & special::INIT != 0 {
        let instance = value_of(owner);
        if !value.is_none() {
            init_returned(word_of(value), word_of(instance), vm);
            return if kind & special::ENTRY != 0 { Ended::Raised } else { Ended::Unwind };
        }
        value = instance;
    }
    if kind & special::GENERATOR != 0 {
        crate::interp::resume::ended(&mut *vm, value_of(owner));
        if kind & special::ENTRY == 0 {
            return returned(value, vm);
        }
    }
    if kind & special::ENTRY != 0 {
        (*vm).interp.result = value;
        return Ended::Entry;
    }
    let caller = (*vm).interp.frame;
    deliver(Word(*(*caller).pc.sub(1)), value, (*caller).fp);
    Ended::Caller
}

/// Where control goes when a generator that this loop has resumed returns: out of the loop over it, or on behind the
/// YIELD_FROM, which has its result.
#[inline(never)]
unsafe fn returned(value: Value, vm: *mut Vm) -> Ended {
    let caller = (*vm).interp.frame;
    let w = Word(*(*caller).pc.sub(1));
    if w.number() != Op::YieldFrom as u8 {
        return Ended::Loop;
    }
    let fp = (*caller).fp;
    drop(value_of(*fp.add(w.b())));
    *fp.add(w.a()) = word_of(value);
    Ended::Caller
}

/// Takes a frame's record off and drops what it owns besides slots and owner.
pub unsafe fn pop(frame: *mut Frame, vm: *mut Vm) {
    (*vm).interp.frame = frame.sub(1);
    let func = value_of((*frame).func);
    if (*frame).is(special::LOCALS) {
        drop(value_of((*frame).locals));
    }
    drop(func);
}
