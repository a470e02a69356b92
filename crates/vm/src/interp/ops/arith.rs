//! Arithmetic on ints and floats; everything else goes through the number protocol.

#![expect(unsafe_code, reason = "handlers: see interp::dispatch for their contract")]
#![allow(
    unsafe_op_in_unsafe_fn,
    clippy::missing_safety_doc,
    missing_docs,
    reason = "the contract of handlers is that of interp::dispatch"
)]

use super::prelude::*;
use super::{calls, dunder};
use crate::code::isa::FLOAT_TWIN;
use crate::interp::exact::{INT, STR};
use crate::interp::special;
use crate::object::BinaryOp;
use crate::types::cell::PyCell;
use crate::types::dict::{PyDict, exact_str};
use crate::types::function::PyFunction;
use form::{KR, RI, RK, RR};

pub const ADD: u8 = BinaryOp::Add as u8;
pub const SUB: u8 = BinaryOp::Subtract as u8;
pub const MUL: u8 = BinaryOp::Multiply as u8;
pub const FLOORDIV: u8 = BinaryOp::FloorDivide as u8;
pub const MOD: u8 = BinaryOp::Remainder as u8;
pub const AND: u8 = BinaryOp::And as u8;
pub const OR: u8 = BinaryOp::Or as u8;
pub const XOR: u8 = BinaryOp::Xor as u8;
pub const LSHIFT: u8 = BinaryOp::LeftShift as u8;
pub const RSHIFT: u8 = BinaryOp::RightShift as u8;
pub const DIV: u8 = BinaryOp::TrueDivide as u8;
pub const MATMUL: u8 = BinaryOp::MatrixMultiply as u8;

/// The words of both operands.
#[inline(always)]
pub unsafe fn operands<const F: u8>(w: Word, fp: Fp, k: K) -> (u64, u64) {
    match F {
        RR => (*fp.add(w.b()), *fp.add(w.c())),
        RI => (*fp.add(w.b()), ((w.int() << 2) | 1) as u64),
        RK => (*fp.add(w.b()), *k.add(w.c())),
        _ => (*k.add(w.b()), *fp.add(w.c())),
    }
}

/// Whether both words are immediate ints.
#[inline(always)]
pub fn both_ints<const F: u8>(l: u64, r: u64) -> bool {
    if F == RI { l & 3 == 1 } else { (l.wrapping_sub(1) | r.wrapping_sub(1)) & 3 == 0 }
}

/// The float of a word whose bit 1 is set.
#[inline(always)]
pub fn float_of(word: u64) -> f64 {
    f64::from_bits(word.wrapping_add(1).rotate_right(4))
}

/// The word of a float; bit 1 is clear if it must be boxed.
#[inline(always)]
pub fn float_word(value: f64) -> u64 {
    value.to_bits().rotate_left(4).wrapping_sub(1)
}

/// Both operands as floats, if both are immediate floats (or the right one is a literal int).
#[inline(always)]
fn both_floats<const F: u8>(w: Word, l: u64, r: u64) -> Option<(f64, f64)> {
    if F == RI {
        if l & 2 != 0 { Some((float_of(l), w.int() as f64)) } else { None }
    } else if l & r & 2 != 0 {
        Some((float_of(l), float_of(r)))
    } else {
        None
    }
}

/// Stores an immediate result.
#[inline(always)]
unsafe fn store<const L: bool>(a: usize, word: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let place = fp.add(a);
    if L {
        let old = *place;
        *place = word;
        if old & 7 == 0 {
            return moves::release_next(old, pc, fp, k, vm);
        }
    } else {
        *place = word;
    }
    next!(pc, fp, k, vm)
}

/// Add, subtract, multiply. `L`: to a local; `FLOAT`: floats are tried first.
pub unsafe fn hot<const OP: u8, const F: u8, const L: bool, const FLOAT: bool>(
    w: u64,
    pc: Pc,
    fp: Fp,
    k: K,
    vm: *mut Vm,
) -> Exit {
    let word = Word(w);
    let (l, r) = operands::<F>(word, fp, k);
    if FLOAT && let Some((x, y)) = both_floats::<F>(word, l, r) {
        let result = match OP {
            ADD => x + y,
            SUB => x - y,
            _ => x * y,
        };
        let result = float_word(result);
        if result & 2 == 0 {
            return boxed(w, pc, fp, k, vm);
        }
        return store::<L>(word.a(), result, pc, fp, k, vm);
    }
    if both_ints::<F>(l, r) {
        let (result, overflow) = match OP {
            ADD => (l as i64).overflowing_add(r.wrapping_sub(1) as i64),
            SUB => (l as i64).overflowing_sub(r.wrapping_sub(1) as i64),
            _ => {
                let (product, overflow) = ((l as i64) >> 2).overflowing_mul(r.wrapping_sub(1) as i64);
                (product | 1, overflow)
            }
        };
        if !overflow {
            return store::<L>(word.a(), result as u64, pc, fp, k, vm);
        }
    } else if !FLOAT && both_floats::<F>(word, l, r).is_some() {
        return quicken(w, pc, fp, k, vm);
    }
    slow::<OP>(w, pc, fp, k, vm)
}

/// Becomes the floats-first twin.
#[cold]
#[inline(never)]
unsafe fn quicken(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let twin = Word(w).with_number(Word(w).number() + FLOAT_TWIN);
    *pc.sub(1) = twin.0;
    next!(pc.sub(1), fp, k, vm)
}

/// A float result that is no immediate.
#[cold]
#[inline(never)]
unsafe fn boxed(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    save_pc(vm, pc);
    finish!(box_result(w, fp, k, vm), w, pc, fp, k, vm)
}

#[inline(never)]
unsafe fn box_result(w: u64, fp: Fp, k: K, vm: *mut Vm) -> u8 {
    let word = Word(w);
    let (form, local) = hot_form(word.number());
    let (l, r) = match form {
        RR => operands::<RR>(word, fp, k),
        RI => (*fp.add(word.b()), float_word(word.int() as f64)),
        RK => operands::<RK>(word, fp, k),
        _ => operands::<KR>(word, fp, k),
    };
    let (x, y) = (float_of(l), float_of(r));
    let result = match (word.number() - Op::AddRR as u8) % FLOAT_TWIN / 8 {
        0 => x + y,
        1 => x - y,
        _ => x * y,
    };
    store_any(word, local, Ok((*vm).new_float(result)), fp, vm)
}

/// Form and destination of an add, subtract or multiply.
fn hot_form(number: u8) -> (u8, bool) {
    let row = number.wrapping_sub(Op::AddRR as u8) % 8;
    (row / 2, row % 2 == 1)
}

/// Stores a result of any kind. Returns the outcome.
#[inline(always)]
unsafe fn store_any(w: Word, local: bool, result: PyResult, fp: Fp, vm: *mut Vm) -> u8 {
    let flags = if local { u64::from(flag::DEST_LOCAL) << 8 } else { 0 };
    put_result((w.0 & !(u64::from(flag::DEST_LOCAL) << 8)) | flags, fp, vm, result)
}

/// Any operands: the number protocol.
#[cold]
#[inline(never)]
unsafe fn slow<const OP: u8>(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    save_pc(vm, pc);
    let (form, local) = hot_form(Word(w).number());
    match general(OP, w, form, local, fp, k, pc, vm) {
        outcome::TAKEN => calls::enter(vm),
        outcome => finish!(outcome, w, pc, fp, k, vm),
    }
}

/// Does an operation on any operands. Returns the outcome. The registers come one by one: a struct would be passed by
/// address, and a handler with an address given away does not end in a jump.
#[inline(never)]
#[expect(clippy::too_many_arguments, reason = "registers are passed in registers")]
unsafe fn general(op: u8, w: u64, form: u8, local: bool, fp: Fp, k: K, pc: Pc, vm: *mut Vm) -> u8 {
    let r = Regs { fp, k, pc };
    let word = Word(w);
    if op == ADD
        && let Some(grown) = append(word, form, local, r, vm)
    {
        return store_any(word, local, Ok(grown), r.fp, vm);
    }
    let inplace = word.has(flag::INPLACE);
    let (a, b) = match form {
        RR => operands::<RR>(word, r.fp, r.k),
        RI => operands::<RI>(word, r.fp, r.k),
        RK => operands::<RK>(word, r.fp, r.k),
        _ => operands::<KR>(word, r.fp, r.k),
    };
    if let Some(operator) = BinaryOp::from_number(op)
        && dunder::push_binary(operator, inplace, local, a, b, r.fp, vm)
    {
        // Operands that are not given up here are borrowed.
        if form == KR || !word.has(flag::B_TEMP) {
            incref(a);
        }
        if form != RR && form != KR || !word.has(flag::C_TEMP) {
            incref(b);
        }
        return outcome::TAKEN;
    }
    let result = match form {
        RR => {
            // The left one is dropped first.
            let (b, a) = (r.c(word), r.b(word));
            operate(&mut *vm, op, inplace, &a, &b)
        }
        RI => {
            let a = r.b(word);
            operate(&mut *vm, op, inplace, &a, &Value::int32(word.int() as i32))
        }
        RK => {
            let a = r.b(word);
            operate(&mut *vm, op, inplace, &a, r.constant(word.c()))
        }
        _ => {
            let b = r.c(word);
            operate(&mut *vm, op, inplace, r.constant(word.b()), &b)
        }
    };
    store_any(word, local, result, r.fp, vm)
}

/// `s += t`, and `s + t` where `s` is a temporary: a str to which nothing else refers grows in place, as in CPython.
unsafe fn append(word: Word, form: u8, local: bool, r: Regs, vm: *mut Vm) -> Option<Value> {
    let given_up = word.has(flag::B_TEMP) || (local && word.a() == word.b());
    let right = match form {
        RR if word.b() != word.c() => r.peek(word.c()),
        RK => r.constant(word.c()),
        _ => return None,
    };
    if !given_up || !has_shape(*r.fp.add(word.b()), STR) {
        return None;
    }
    let left = r.replace(word.b(), Value::UNBOUND);
    // A name that is about to be bound to the result lets go of the str meanwhile.
    let name = if local { None } else { name_bound_next(word, r, vm) };
    let name = name.filter(|&name| left.refcount() == 2 && (*name).is(&left));
    if let Some(name) = name {
        *name = Value::NONE;
    }
    let appended = (*vm).append_in_place(left, right);
    if let Some(name) = name {
        *name = match &appended {
            Ok(value) | Err(value) => value.clone(),
        };
    }
    match appended {
        Ok(grown) => {
            if form == RR && word.has(flag::C_TEMP) {
                drop(r.take(word.c()));
            }
            Some(grown)
        }
        Err(left) => {
            r.put(word.b(), left);
            None
        }
    }
}

/// Where the name is kept to which the next instruction binds the result: a module's or class body's (if that instruction
/// has been there before, and so knows the place), or a cell's content.
unsafe fn name_bound_next(word: Word, r: Regs, vm: *mut Vm) -> Option<*mut Value> {
    let next = Word(*r.pc);
    if next.b() != word.a() || !next.has(flag::B_TEMP) {
        return None;
    }
    let frame = (*vm).interp.frame;
    let number = next.number();
    if number == Op::StoreDeref as u8 {
        return r.peek(next.a()).downcast::<PyCell>().map(|cell| cell.content.as_ptr());
    }
    let namespace: &Value = if number == Op::StoreName as u8 && (*frame).is(special::LOCALS) {
        &*(&raw const (*frame).locals).cast::<Value>()
    } else if number == Op::StoreGlobal as u8 {
        let function: &Value = &*(&raw const (*frame).func).cast::<Value>();
        &function.downcast::<PyFunction>()?.globals
    } else {
        return None;
    };
    let table = &mut *namespace.downcast::<PyDict>()?.table.as_ptr();
    let (place, version) = (*r.pc.add(1) >> 32, *r.pc.add(2) as u32);
    if version == 0 || table.current_version() != version {
        return None;
    }
    table.entries.get_mut(place as usize).map(|entry| &raw mut entry.value)
}

/// The operator by its number.
fn operate(vm: &mut Vm, op: u8, inplace: bool, a: &Value, b: &Value) -> PyResult {
    // An int with a float: common in numeric code, and no look-up is needed.
    if let (Some(x), Some(y)) = (number(a), number(b))
        && a.as_small_int().is_none_or(|_| b.as_small_int().is_none())
    {
        match op {
            ADD => return Ok(vm.new_float(x + y)),
            SUB => return Ok(vm.new_float(x - y)),
            MUL => return Ok(vm.new_float(x * y)),
            _ => {}
        }
    }
    if op == ADD && exact_str(a).is_some() && exact_str(b).is_some() {
        return vm.concat_str(a, b);
    }
    let op = match op {
        ADD => BinaryOp::Add,
        SUB => BinaryOp::Subtract,
        MUL => BinaryOp::Multiply,
        FLOORDIV => BinaryOp::FloorDivide,
        MOD => BinaryOp::Remainder,
        AND => BinaryOp::And,
        OR => BinaryOp::Or,
        XOR => BinaryOp::Xor,
        LSHIFT => BinaryOp::LeftShift,
        RSHIFT => BinaryOp::RightShift,
        MATMUL => BinaryOp::MatrixMultiply,
        _ => BinaryOp::TrueDivide,
    };
    let bits = matches!(op, BinaryOp::And | BinaryOp::Or | BinaryOp::Xor);
    let is_int = |value: &Value| is_exact_int(value) || (!bits && value.as_bool().is_some());
    if is_int(a)
        && is_int(b)
        && let Some(result) = vm.int_binary(op, a, b)
    {
        return result;
    }
    if inplace { vm.inplace(op, a, b) } else { vm.binary(op, a, b) }
}

/// Whether a value's type is int itself.
#[inline(always)]
fn is_exact_int(value: &Value) -> bool {
    value.as_small_int().is_some() || value.header().is_some_and(|head| head.shape_id().number() == INT)
}

/// An immediate float, or an int that a float holds exactly.
#[inline(always)]
fn number(value: &Value) -> Option<f64> {
    match value.as_small_int() {
        Some(int) if int.unsigned_abs() <= 1 << 53 => Some(int as f64),
        Some(_) => None,
        None => value.as_small_float(),
    }
}

/// Floor division, remainder, bits and shifts of ints; remainder and floor division of floats.
pub unsafe fn cool<const OP: u8, const F: u8>(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let (l, r) = operands::<F>(word, fp, k);
    if both_ints::<F>(l, r)
        && let Some(result) = int_result::<OP>(l as i64, r as i64)
    {
        return if word.has(flag::DEST_LOCAL) {
            store::<true>(word.a(), result as u64, pc, fp, k, vm)
        } else {
            store::<false>(word.a(), result as u64, pc, fp, k, vm)
        };
    }
    cool_slow::<OP, F>(w, pc, fp, k, vm)
}

/// On tagged words.
#[inline(always)]
fn int_result<const OP: u8>(l: i64, r: i64) -> Option<i64> {
    Some(match OP {
        AND => l & r,
        OR => l | r,
        XOR => (l ^ r) | 1,
        FLOORDIV => {
            let (x, y) = (l >> 2, r >> 2);
            if y <= 0 {
                return None;
            }
            (x.div_euclid(y) << 2) | 1
        }
        MOD => {
            let (x, y) = (l >> 2, r >> 2);
            if y <= 0 {
                return None;
            }
            (x.rem_euclid(y) << 2) | 1
        }
        LSHIFT => {
            let (x, by) = (l >> 2, r >> 2);
            if !(0..60).contains(&by) {
                return None;
            }
            let shifted = x << by;
            if shifted >> by != x || (shifted << 2) >> 2 != shifted {
                return None;
            }
            (shifted << 2) | 1
        }
        _ => {
            let by = r >> 2;
            if by < 0 {
                return None;
            }
            (((l >> 2) >> by.min(63)) << 2) | 1
        }
    })
}

#[cold]
#[inline(never)]
unsafe fn cool_slow<const OP: u8, const F: u8>(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    save_pc(vm, pc);
    match general(OP, w, F, Word(w).has(flag::DEST_LOCAL), fp, k, pc, vm) {
        outcome::TAKEN => calls::enter(vm),
        outcome => finish!(outcome, w, pc, fp, k, vm),
    }
}

/// True division.
pub unsafe fn divide<const F: u8>(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let (l, r) = operands::<F>(word, fp, k);
    let quotient = if let Some((x, y)) = both_floats::<F>(word, l, r) {
        if y == 0.0 { None } else { Some(x / y) }
    } else {
        mixed_quotient(l, r)
    };
    if let Some(quotient) = quotient {
        let result = float_word(quotient);
        if result & 2 != 0 {
            return if word.has(flag::DEST_LOCAL) {
                store::<true>(word.a(), result, pc, fp, k, vm)
            } else {
                store::<false>(word.a(), result, pc, fp, k, vm)
            };
        }
    }
    divide_slow::<F>(w, pc, fp, k, vm)
}

/// Ints below 2**53 are floats exactly.
#[inline(always)]
fn mixed_quotient(l: u64, r: u64) -> Option<f64> {
    let exact = |word: u64| {
        if word & 2 != 0 {
            return Some(float_of(word));
        }
        let n = (word as i64) >> 2;
        (word & 3 == 1 && n.unsigned_abs() <= 1 << 53).then_some(n as f64)
    };
    let (x, y) = (exact(l)?, exact(r)?);
    if y == 0.0 { None } else { Some(x / y) }
}

#[cold]
#[inline(never)]
unsafe fn divide_slow<const F: u8>(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    save_pc(vm, pc);
    match general(DIV, w, F, Word(w).has(flag::DEST_LOCAL), fp, k, pc, vm) {
        outcome::TAKEN => calls::enter(vm),
        outcome => finish!(outcome, w, pc, fp, k, vm),
    }
}

result_ops! {
    pow 0 (vm, w, r) {
        let (a, b) = (r.b(w), r.c(w));
        if w.has(flag::INPLACE) { vm.inplace_power(&a, &b) } else { vm.power(&a, &b, &Value::NONE) }
    }
    matmul 0 (vm, w, r) {
        let (a, b) = (r.b(w), r.c(w));
        if w.has(flag::INPLACE) { vm.inplace(BinaryOp::MatrixMultiply, &a, &b) } else { vm.binary(BinaryOp::MatrixMultiply, &a, &b) }
    }
    neg 0 (vm, w, r) {
        let a = r.b(w);
        if let Some(n) = a.as_small_int() {
            return Ok(vm.new_int(-n));
        }
        if let Some(x) = a.as_small_float() {
            return Ok(vm.new_float(-x));
        }
        vm.negative(&a)
    }
    pos 0 (vm, w, r) {
        let a = r.b(w);
        vm.positive(&a)
    }
    invert 0 (vm, w, r) {
        let a = r.b(w);
        vm.invert(&a)
    }
}
