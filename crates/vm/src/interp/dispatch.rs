//! Dispatch: the table of handlers and the ways from one to the next.
//!
//! Ordinarily each handler ends in a tail call to the next one's address, which optimised builds turn into a jump. With
//! `--cfg minipy_loop` handlers return to a loop instead.

#![expect(unsafe_code, reason = "handlers get raw pointers to the frame they run in")]
#![allow(unsafe_op_in_unsafe_fn, clippy::missing_safety_doc, reason = "the contract of handlers is the module's text")]

use super::ops::*;
use crate::code::isa::{Word, flag};
use crate::exc::PyResult;
use crate::value::Value;
use crate::vm::Vm;

/// How a run of the loop ends.
pub type Exit = u64;
/// `State::result` is what the entry frame returned.
pub const RETURNED: Exit = 0;
/// An exception left the entry frame.
pub const RAISED: Exit = 1;
/// `State::result` is what the entry frame, a generator's, yielded.
pub const YIELDED: Exit = 2;
/// (Loop build.) Go on with the parked state.
#[cfg(minipy_loop)]
pub const CONTINUE: Exit = 3;

/// Address of an instruction or cache word.
pub type Pc = *mut u64;
/// A frame's slots.
pub type Fp = *mut u64;
/// A frame's constants.
pub type K = *const u64;

/// A handler. Its contract: `w` is the instruction word right before `pc`; `fp` and `k` are the running frame's; slots that
/// the instruction names hold what lowering promises; `vm` is the running Vm, borrowed nowhere else.
pub type Handler = unsafe fn(u64, Pc, Fp, K, *mut Vm) -> Exit;

macro_rules! define_table {
    ($($name:ident $words:literal $operands:literal $handler:expr;)*) => {
        const LISTED: &[Handler] = &[$($handler),*];
    };
}

mod table {
    use super::*;
    use crate::code::isa::form::{KR, RI, RK, RR};
    use arith::{ADD, AND, FLOORDIV, LSHIFT, MOD, MUL, OR, RSHIFT, SUB, XOR};
    use branch::{EQ, GE, GT, LE, LT, NE};

    crate::for_each_op!(define_table);

    /// Handlers by opcode number.
    pub static HANDLERS: [Handler; 256] = {
        let mut table: [Handler; 256] = [moves::unreachable; 256];
        let mut i = 0;
        while i < LISTED.len() {
            #[expect(clippy::indexing_slicing, reason = "evaluated at compile time")]
            {
                table[i] = LISTED[i];
            }
            i += 1;
        }
        table
    };
}

pub use table::HANDLERS;

/// The handler of an instruction word.
#[inline(always)]
pub fn handler(w: u64) -> Handler {
    // SAFETY: a byte indexes a table of 256.
    unsafe { *HANDLERS.get_unchecked(w as u8 as usize) }
}

/// Runs the instruction at `$pc`: the last thing a handler does.
#[macro_export]
macro_rules! next {
    ($pc:expr, $fp:expr, $k:expr, $vm:expr) => {{
        let pc = $pc;
        #[cfg(not(minipy_loop))]
        {
            let w = *pc;
            return $crate::interp::dispatch::handler(w)(w, pc.add(1), $fp, $k, $vm);
        }
        #[cfg(minipy_loop)]
        {
            (*$vm).interp.resume_at = (pc, $fp, $k);
            return $crate::interp::dispatch::CONTINUE;
        }
    }};
}

/// Runs from `pc` until the entry frame ends.
///
/// # Safety
/// The running frame's record is complete, and `pc`, `fp` and `k` are its own.
#[cfg(not(minipy_loop))]
pub unsafe fn run(pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let w = *pc;
    handler(w)(w, pc.add(1), fp, k, vm)
}

/// Runs from `pc` until the entry frame ends.
///
/// # Safety
/// The running frame's record is complete, and `pc`, `fp` and `k` are its own.
#[cfg(minipy_loop)]
pub unsafe fn run(mut pc: Pc, mut fp: Fp, mut k: K, vm: *mut Vm) -> Exit {
    loop {
        let w = *pc;
        match handler(w)(w, pc.add(1), fp, k, vm) {
            CONTINUE => (pc, fp, k) = (*vm).interp.resume_at,
            exit => return exit,
        }
    }
}

/// Writes the running frame's place down before anything that may raise, call or look at frames.
#[inline(always)]
pub unsafe fn save_pc(vm: *mut Vm, pc: Pc) {
    (*(*vm).interp.frame).pc = pc;
}

/// Whether the eval breaker wants attention.
#[inline(always)]
pub unsafe fn wants_attention(vm: *mut Vm) -> bool {
    (*vm).attention.load(std::sync::atomic::Ordering::Relaxed)
}

/// Gives one reference back. True if it was the last one: the caller must then hand the word to `moves::free_next`.
#[inline(always)]
pub unsafe fn release(word: u64) -> bool {
    if word & 7 != 0 {
        return false;
    }
    let count = &super::regs::header_of(word).refcount;
    let n = count.get();
    if n == 1 {
        return true;
    }
    if (n as i32) > 0 {
        count.set(n - 1);
    }
    false
}

/// How the part of an operation that is not a handler ends.
pub mod outcome {
    /// Go on.
    pub const NEXT: u8 = 0;
    /// Go on, after a look at the eval breaker.
    pub const ATTEND: u8 = 1;
    /// An exception is pending.
    pub const RAISED: u8 = 2;
    /// (Branches.) Go to the target.
    pub const TAKEN: u8 = 3;
    /// (Branches.) Go to the target, after a look at the eval breaker.
    pub const TAKEN_ATTEND: u8 = 4;
}

/// Puts a result into slot a, as the flags say. Returns the outcome.
#[inline(always)]
pub unsafe fn put_result(word: u64, fp: Fp, vm: *mut Vm, result: PyResult) -> u8 {
    let w = Word(word);
    match result {
        Ok(value) => {
            let place = fp.add(w.a());
            if w.has(flag::DEST_LOCAL) {
                drop(place.cast::<Value>().replace(value));
            } else {
                *place = super::regs::word_of(value);
            }
            if wants_attention(vm) { outcome::ATTEND } else { outcome::NEXT }
        }
        Err(_) => outcome::RAISED,
    }
}

/// The outcome of an operation without a result.
#[inline(always)]
pub unsafe fn no_result(vm: *mut Vm, result: PyResult<()>) -> u8 {
    match result {
        Ok(()) if wants_attention(vm) => outcome::ATTEND,
        Ok(()) => outcome::NEXT,
        Err(_) => outcome::RAISED,
    }
}

/// The outcome of a branch.
#[inline(always)]
pub unsafe fn branch_outcome(vm: *mut Vm, taken: PyResult<bool>) -> u8 {
    match taken {
        Ok(taken) => match (taken, wants_attention(vm)) {
            (false, false) => outcome::NEXT,
            (false, true) => outcome::ATTEND,
            (true, false) => outcome::TAKEN,
            (true, true) => outcome::TAKEN_ATTEND,
        },
        Err(_) => outcome::RAISED,
    }
}

/// Goes on as an outcome says: the last thing a handler does. It calls nothing that takes or returns values, so that no
/// value lives in the handler's own frame and the calls at its end can be jumps at every optimisation level.
#[macro_export]
macro_rules! finish {
    ($outcome:expr, $word:expr, $pc:expr, $fp:expr, $k:expr, $vm:expr) => {{
        match $outcome {
            $crate::interp::dispatch::outcome::NEXT => next!($pc, $fp, $k, $vm),
            $crate::interp::dispatch::outcome::ATTEND => return moves::attention($word, $pc, $fp, $k, $vm),
            _ => return except::unwind($word, $pc, $fp, $k, $vm),
        }
    }};
}

/// As `finish!`, for branches: `$pc` is right behind the first word.
#[macro_export]
macro_rules! finish_branch {
    ($outcome:expr, $word:expr, $pc:expr, $fp:expr, $k:expr, $vm:expr) => {{
        let target = $pc.offset(Word($word).branch_offset());
        match $outcome {
            $crate::interp::dispatch::outcome::NEXT => next!($pc, $fp, $k, $vm),
            $crate::interp::dispatch::outcome::TAKEN => next!(target, $fp, $k, $vm),
            $crate::interp::dispatch::outcome::ATTEND => return moves::attention($word, $pc, $fp, $k, $vm),
            $crate::interp::dispatch::outcome::TAKEN_ATTEND => {
                return moves::attention_at_branch($word, target, $fp, $k, $vm);
            }
            _ => return except::unwind($word, $pc, $fp, $k, $vm),
        }
    }};
}

/// Handlers of instructions with a result, written as functions from operands to a value: `name cache-words (vm, w, r) { … }`.
#[macro_export]
macro_rules! result_ops {
    ($($(#[$meta:meta])* $name:ident $words:literal ($vm:ident, $w:ident, $r:ident) $body:block)*) => { $(
        $(#[$meta])*
        // Never inlined into a handler whose slow way it is: that one would save registers on its fast way for it.
        #[inline(never)]
        pub unsafe fn $name(word: u64, pc: Pc, fp: Fp, k: K, machine: *mut Vm) -> Exit {
            #[inline(always)]
            unsafe fn body($vm: &mut Vm, $w: Word, $r: Regs) -> PyResult $body
            #[inline(never)]
            unsafe fn work(word: u64, pc: Pc, fp: Fp, k: K, machine: *mut Vm) -> u8 {
                let result = body(&mut *machine, Word(word), Regs { fp, k, pc });
                $crate::interp::dispatch::put_result(word, fp, machine, result)
            }
            save_pc(machine, pc);
            finish!(work(word, pc, fp, k, machine), word, pc.add($words), fp, k, machine)
        }
    )* };
}

/// Handlers of instructions without a result.
#[macro_export]
macro_rules! effect_ops {
    ($($(#[$meta:meta])* $name:ident $words:literal ($vm:ident, $w:ident, $r:ident) $body:block)*) => { $(
        $(#[$meta])*
        #[inline(never)]
        pub unsafe fn $name(word: u64, pc: Pc, fp: Fp, k: K, machine: *mut Vm) -> Exit {
            #[inline(always)]
            unsafe fn body($vm: &mut Vm, $w: Word, $r: Regs) -> PyResult<()> $body
            #[inline(never)]
            unsafe fn work(word: u64, pc: Pc, fp: Fp, k: K, machine: *mut Vm) -> u8 {
                let result = body(&mut *machine, Word(word), Regs { fp, k, pc });
                $crate::interp::dispatch::no_result(machine, result)
            }
            save_pc(machine, pc);
            finish!(work(word, pc, fp, k, machine), word, pc.add($words), fp, k, machine)
        }
    )* };
}

/// Handlers of conditional branches: the body says whether the branch is taken.
#[macro_export]
macro_rules! branch_ops {
    ($($(#[$meta:meta])* $name:ident ($vm:ident, $w:ident, $r:ident) $body:block)*) => { $(
        $(#[$meta])*
        #[inline(never)]
        pub unsafe fn $name(word: u64, pc: Pc, fp: Fp, k: K, machine: *mut Vm) -> Exit {
            #[inline(always)]
            unsafe fn body($vm: &mut Vm, $w: Word, $r: Regs) -> PyResult<bool> $body
            #[inline(never)]
            unsafe fn work(word: u64, pc: Pc, fp: Fp, k: K, machine: *mut Vm) -> u8 {
                let taken = body(&mut *machine, Word(word), Regs { fp, k, pc });
                $crate::interp::dispatch::branch_outcome(machine, taken)
            }
            save_pc(machine, pc);
            finish_branch!(work(word, pc, fp, k, machine), word, pc, fp, k, machine)
        }
    )* };
}
