//! Comparisons whose result is wanted as a value.

#![expect(unsafe_code, reason = "handlers: see interp::dispatch for their contract")]
#![allow(
    unsafe_op_in_unsafe_fn,
    clippy::missing_safety_doc,
    missing_docs,
    reason = "the contract of handlers is that of interp::dispatch"
)]

use super::arith::{both_ints, float_of, operands};
use super::prelude::*;
use crate::object::CompareOp;
use form::{RI, RR};

pub unsafe fn compare<const F: u8>(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let (l, r) = operands::<F>(word, fp, k);
    let holds = if both_ints::<F>(l, r) {
        int_holds(word.sub(), l as i64, r as i64)
    } else if l & r & 2 != 0 {
        float_holds(word.sub(), float_of(l), float_of(r))
    } else {
        return compare_slow::<F>(w, pc, fp, k, vm);
    };
    let place = fp.add(word.a());
    let old = if word.has(flag::DEST_LOCAL) { *place } else { 0x2c };
    *place = Value::bool(holds).word();
    if old & 7 == 0 {
        return moves::release_next(old, pc, fp, k, vm);
    }
    next!(pc, fp, k, vm)
}

#[inline(always)]
fn int_holds(op: u8, l: i64, r: i64) -> bool {
    match op {
        0 => l < r,
        1 => l <= r,
        2 => l == r,
        3 => l != r,
        4 => l > r,
        _ => l >= r,
    }
}

#[inline(always)]
fn float_holds(op: u8, l: f64, r: f64) -> bool {
    match op {
        0 => l < r,
        1 => l <= r,
        2 => l == r,
        3 => l != r,
        4 => l > r,
        _ => l >= r,
    }
}

#[cold]
#[inline(never)]
unsafe fn compare_slow<const F: u8>(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let body = match F {
        RR => compare_rr,
        RI => compare_ri,
        _ => compare_rk,
    };
    body(w, pc, fp, k, vm)
}

fn operator(number: u8) -> CompareOp {
    CompareOp::from_number(number).unwrap_or(CompareOp::Eq)
}

result_ops! {
    compare_rr 0 (vm, w, r) {
        let (a, b) = (r.b(w), r.c(w));
        vm.compare(&a, &b, operator(w.sub()))
    }
    compare_ri 0 (vm, w, r) {
        let a = r.b(w);
        vm.compare(&a, &Value::int32(w.int() as i32), operator(w.sub()))
    }
    compare_rk 0 (vm, w, r) {
        let a = r.b(w);
        vm.compare(&a, r.constant(w.c()), operator(w.sub()))
    }
    is 0 (_vm, w, r) {
        let (a, b) = (r.b(w), r.c(w));
        Ok(Value::bool(a.is(&b) != w.has(flag::INVERT)))
    }
    is_k 0 (_vm, w, r) {
        let a = r.b(w);
        Ok(Value::bool(a.is(r.constant(w.c())) != w.has(flag::INVERT)))
    }
    contains 0 (vm, w, r) {
        let (item, container) = (r.b(w), r.c(w));
        let found = vm.contains(&container, &item)?;
        Ok(Value::bool(found != w.has(flag::INVERT)))
    }
    not 0 (vm, w, r) {
        let a = r.b(w);
        let truth = vm.truth(&a)?;
        Ok(Value::bool(!truth))
    }
}
