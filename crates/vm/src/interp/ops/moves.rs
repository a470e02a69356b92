//! Moving values between slots, and the small continuations that every family uses.

#![expect(unsafe_code, reason = "handlers: see interp::dispatch for their contract")]
#![allow(
    unsafe_op_in_unsafe_fn,
    clippy::missing_safety_doc,
    missing_docs,
    reason = "the contract of handlers is that of interp::dispatch"
)]

use super::prelude::*;

pub unsafe fn nop(_w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    next!(pc, fp, k, vm)
}

pub unsafe fn copy(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let w = Word(w);
    *fp.add(w.a()) = incref(*fp.add(w.b()));
    next!(pc, fp, k, vm)
}

pub unsafe fn move_temp(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let w = Word(w);
    *fp.add(w.a()) = *fp.add(w.b());
    next!(pc, fp, k, vm)
}

pub unsafe fn swap(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let w = Word(w);
    let (a, b) = (*fp.add(w.a()), *fp.add(w.b()));
    *fp.add(w.a()) = b;
    *fp.add(w.b()) = a;
    next!(pc, fp, k, vm)
}

pub unsafe fn load_k(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let w = Word(w);
    *fp.add(w.a()) = incref(*k.add(w.wide_operand()));
    next!(pc, fp, k, vm)
}

pub unsafe fn clear(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    *fp.add(Word(w).a()) = Value::UNBOUND.word();
    next!(pc, fp, k, vm)
}

/// Puts a word into a local and drops what was there.
#[inline(always)]
unsafe fn store(local: usize, word: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let place = fp.add(local);
    let old = *place;
    *place = word;
    if release(old) {
        return free_next(old, pc, fp, k, vm);
    }
    next!(pc, fp, k, vm)
}

pub unsafe fn store_temp(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let w = Word(w);
    store(w.a(), *fp.add(w.b()), pc, fp, k, vm)
}

pub unsafe fn store_local(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let w = Word(w);
    store(w.a(), incref(*fp.add(w.b())), pc, fp, k, vm)
}

pub unsafe fn store_k(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let w = Word(w);
    store(w.a(), incref(*k.add(w.wide_operand())), pc, fp, k, vm)
}

pub unsafe fn drop_temp(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let old = *fp.add(Word(w).a());
    if release(old) {
        return free_next(old, pc, fp, k, vm);
    }
    next!(pc, fp, k, vm)
}

pub unsafe fn check(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    if *fp.add(Word(w).a()) == Value::UNBOUND.word() {
        return unbound(w, pc, fp, k, vm);
    }
    next!(pc, fp, k, vm)
}

pub unsafe fn delete(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let place = fp.add(Word(w).a());
    let old = *place;
    if old == Value::UNBOUND.word() {
        return unbound(w, pc, fp, k, vm);
    }
    *place = Value::UNBOUND.word();
    if release(old) {
        return free_next(old, pc, fp, k, vm);
    }
    next!(pc, fp, k, vm)
}

#[cold]
#[inline(never)]
unsafe fn unbound(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    save_pc(vm, pc);
    let _ = (*vm).unbound_local(Word(w).a());
    except::unwind(w, pc, fp, k, vm)
}

/// Drops the object in `word`, whose last reference this is, and goes on.
#[cold]
#[inline(never)]
pub unsafe fn free_next(word: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    drop_word(word);
    if wants_attention(vm) {
        save_pc(vm, pc);
        return attention(word, pc, fp, k, vm);
    }
    next!(pc, fp, k, vm)
}

/// Gives the reference in `word` back, whatever it is, and goes on.
#[inline(never)]
pub unsafe fn release_next(word: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    if release(word) {
        return free_next(word, pc, fp, k, vm);
    }
    next!(pc, fp, k, vm)
}

/// Between instructions, where nothing may raise: finalisers of what died, and a collection if one is due. The frame's
/// place is saved.
#[cold]
#[inline(never)]
pub unsafe fn attention(_w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    (*vm).run_pending();
    next!(pc, fp, k, vm)
}

/// At back-edges and calls, where an exception may be raised: signals and limits too. The frame's place is saved.
#[cold]
#[inline(never)]
pub unsafe fn attention_at_branch(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    if (*vm).poll().is_err() {
        return except::unwind(w, pc, fp, k, vm);
    }
    next!(pc, fp, k, vm)
}

/// Behind the last instruction; verified code never gets here.
pub unsafe fn unreachable(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    save_pc(vm, pc);
    let _ = (*vm).system_error("code ended without a return");
    except::unwind(w, pc, fp, k, vm)
}
