//! Jumps and conditional branches.

#![expect(unsafe_code, reason = "handlers: see interp::dispatch for their contract")]
#![allow(
    unsafe_op_in_unsafe_fn,
    clippy::missing_safety_doc,
    missing_docs,
    reason = "the contract of handlers is that of interp::dispatch"
)]

use super::arith::{both_ints, float_of, operands};
use super::prelude::*;
use crate::code::isa::FLOAT_BRANCH_TWIN;
use crate::heap::var::PyStr;
use crate::interp::exact::STR;
use crate::object::CompareOp;
use form::{RI, RR};

pub const LT: u8 = CompareOp::Lt as u8;
pub const LE: u8 = CompareOp::Le as u8;
pub const EQ: u8 = CompareOp::Eq as u8;
pub const NE: u8 = CompareOp::Ne as u8;
pub const GT: u8 = CompareOp::Gt as u8;
pub const GE: u8 = CompareOp::Ge as u8;

pub unsafe fn jump(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    next!(pc.offset(Word(w).jump_offset()), fp, k, vm)
}

pub unsafe fn loop_back(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let target = pc.offset(Word(w).jump_offset());
    if wants_attention(vm) {
        save_pc(vm, pc);
        return moves::attention_at_branch(w, target, fp, k, vm);
    }
    next!(target, fp, k, vm)
}

/// Goes where the branch goes.
#[inline(always)]
unsafe fn decide(taken: bool, w: Word, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    if taken {
        let target = pc.offset(w.branch_offset());
        if wants_attention(vm) {
            save_pc(vm, pc);
            return moves::attention_at_branch(w.0, target, fp, k, vm);
        }
        next!(target, fp, k, vm)
    }
    next!(pc, fp, k, vm)
}

#[inline(always)]
fn holds<const OP: u8, T: PartialOrd>(l: T, r: T) -> bool {
    match OP {
        LT => l < r,
        LE => l <= r,
        EQ => l == r,
        NE => l != r,
        GT => l > r,
        _ => l >= r,
    }
}

/// A comparison and the branch on it.
pub unsafe fn compare<const OP: u8, const F: u8, const FLOAT: bool>(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let (l, r) = operands::<F>(word, fp, k);
    if FLOAT {
        if F == RI {
            if l & 2 != 0 {
                return decide(
                    holds::<OP, f64>(float_of(l), word.int() as f64) == word.has(flag::SENSE),
                    word,
                    pc,
                    fp,
                    k,
                    vm,
                );
            }
        } else if l & r & 2 != 0 {
            return decide(holds::<OP, f64>(float_of(l), float_of(r)) == word.has(flag::SENSE), word, pc, fp, k, vm);
        }
    }
    if both_ints::<F>(l, r) {
        return decide(holds::<OP, i64>(l as i64, r as i64) == word.has(flag::SENSE), word, pc, fp, k, vm);
    }
    if !FLOAT && l & 2 != 0 && (F == RI || r & 2 != 0) {
        return quicken(w, pc, fp, k, vm);
    }
    compare_slow::<OP, F>(w, pc, fp, k, vm)
}

#[cold]
#[inline(never)]
unsafe fn quicken(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let twin = Word(w).with_number(Word(w).number() + FLOAT_BRANCH_TWIN);
    *pc.sub(1) = twin.0;
    next!(pc.sub(1), fp, k, vm)
}

/// Strs are told here whether they are equal; everything else goes through the protocol.
#[inline(never)]
unsafe fn compare_slow<const OP: u8, const F: u8>(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    if (OP == EQ || OP == NE) && F != RI {
        let word = Word(w);
        let (l, r) = operands::<F>(word, fp, k);
        let temps = word.flags() & (flag::B_TEMP | flag::C_TEMP);
        if has_shape(l, STR) && has_shape(r, STR) && stays(l, r, temps) {
            let equal = l == r || same_text(l, r);
            if temps != 0 {
                release(if temps == flag::B_TEMP { l } else { r });
            }
            return decide((equal == (OP == EQ)) == word.has(flag::SENSE), word, pc, fp, k, vm);
        }
    }
    compare_generic::<OP, F>(w, pc, fp, k, vm)
}

/// Whether one operand at most is a temporary, and not the last reference to its object.
#[inline(always)]
unsafe fn stays(l: u64, r: u64, temps: u8) -> bool {
    match temps {
        0 => true,
        flag::B_TEMP => header_of(l).refcount.get() != 1,
        flag::C_TEMP => header_of(r).refcount.get() != 1,
        _ => false,
    }
}

/// Whether two words refer to strs of the same text.
#[inline(always)]
unsafe fn same_text(l: u64, r: u64) -> bool {
    let (l, r) = (l as *const crate::heap::Object<PyStr>, r as *const crate::heap::Object<PyStr>);
    (*l).payload.same_text(&(*r).payload)
}

#[inline(never)]
unsafe fn compare_generic<const OP: u8, const F: u8>(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    save_pc(vm, pc);
    finish_branch!(compare_any(OP, F, w, fp, k, vm), w, pc, fp, k, vm)
}

#[inline(never)]
unsafe fn compare_any(op: u8, form: u8, w: u64, fp: Fp, k: K, vm: *mut Vm) -> u8 {
    // The registers are put together here: whoever hands them over by address cannot jump.
    let r = Regs { fp, k, pc: std::ptr::null_mut() };
    let word = Word(w);
    let op = CompareOp::from_number(op).unwrap_or(CompareOp::Eq);
    let held = {
        let a = r.b(word);
        match form {
            RR => {
                let b = r.c(word);
                (*vm).compare_truth(&a, &b, op)
            }
            RI => (*vm).compare_truth(&a, &Value::int32(word.int() as i32), op),
            _ => (*vm).compare_truth(&a, r.constant(word.c()), op),
        }
    };
    branch_outcome(vm, held.map(|held| held == word.has(flag::SENSE)))
}

/// The truth of an immediate.
#[inline(always)]
fn immediate_truth(word: u64) -> Option<bool> {
    if word == Value::TRUE.word() {
        Some(true)
    } else if word == Value::FALSE.word() || word == Value::NONE_WORD {
        Some(false)
    } else if word & 3 == 1 {
        Some(word != 1)
    } else if word & 2 != 0 {
        Some(float_of(word) != 0.0)
    } else {
        None
    }
}

pub unsafe fn truth(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    match immediate_truth(*fp.add(word.b())) {
        Some(truth) => decide(truth == word.has(flag::SENSE), word, pc, fp, k, vm),
        None => truth_slow(w, pc, fp, k, vm),
    }
}

branch_ops! {
    truth_slow (vm, w, r) {
        let value = r.b(w);
        Ok(vm.truth(&value)? == w.has(flag::SENSE))
    }
    contains (vm, w, r) {
        let (item, container) = (r.b(w), r.c(w));
        let found = vm.contains(&container, &item)?;
        Ok((found != w.has(flag::INVERT)) == w.has(flag::SENSE))
    }
}

/// `and` and `or`: a jump takes the value along to slot c.
pub unsafe fn truth_or_pop(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    save_pc(vm, pc);
    match truth_or_pop_taken(w, pc, fp, k, vm) {
        outcome::TAKEN => next!(pc.offset(Word(w).branch_offset()), fp, k, vm),
        outcome::RAISED => except::unwind(w, pc, fp, k, vm),
        _ => next!(pc, fp, k, vm),
    }
}

#[inline(never)]
unsafe fn truth_or_pop_taken(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> u8 {
    let word = Word(w);
    let value = Regs { fp, k, pc }.b(word);
    let truth = match immediate_truth(value.word()) {
        Some(truth) => Ok(truth),
        None => (*vm).truth(&value),
    };
    match truth {
        Ok(truth) if truth == word.has(flag::SENSE) => {
            *fp.add(word.c()) = word_of(value.into_value());
            outcome::TAKEN
        }
        Ok(_) => outcome::NEXT,
        Err(_) => outcome::RAISED,
    }
}

pub unsafe fn is(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let same = *fp.add(word.b()) == *fp.add(word.c());
    identity(same, w, pc, fp, k, vm)
}

pub unsafe fn is_k(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let same = *fp.add(word.b()) == *k.add(word.c());
    identity(same, w, pc, fp, k, vm)
}

#[inline(always)]
unsafe fn identity(same: bool, w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let taken = (same != word.has(flag::INVERT)) == word.has(flag::SENSE);
    if word.flags() & (flag::B_TEMP | flag::C_TEMP) != 0 {
        save_pc(vm, pc);
        return identity_temps(w, if taken { pc.offset(word.branch_offset()) } else { pc }, fp, k, vm);
    }
    decide(taken, word, pc, fp, k, vm)
}

/// Drops the operands of an identity test that was decided.
#[inline(never)]
unsafe fn identity_temps(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    if word.has(flag::B_TEMP) {
        drop_word(*fp.add(word.b()));
    }
    if word.has(flag::C_TEMP) && word.number() == Op::JIs as u8 {
        drop_word(*fp.add(word.c()));
    }
    if wants_attention(vm) {
        return moves::attention_at_branch(w, pc, fp, k, vm);
    }
    next!(pc, fp, k, vm)
}
