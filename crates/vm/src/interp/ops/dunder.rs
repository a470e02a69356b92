//! Special methods in Python that run in the loop instead of under a native call: `__call__`, `__getitem__`, and the left
//! operand's method of a binary operator.

#![expect(unsafe_code, reason = "handlers: see interp::dispatch for their contract")]
#![allow(
    unsafe_op_in_unsafe_fn,
    clippy::missing_safety_doc,
    reason = "the contract of handlers is that of interp::dispatch"
)]

use super::calls::{has_room, is_function, put_frame, takes};
use super::prelude::*;
use crate::interp::special;
use crate::object::slots::{BinaryFn, CallFn};
use crate::object::{BinaryOp, dispatch};

/// Exact builtin types have shapes below this number.
const OWN_SHAPES: u32 = 256;

/// An operand's word as a value, borrowed.
#[inline(always)]
unsafe fn borrowed(word: &u64) -> &Value {
    &*std::ptr::from_ref(word).cast::<Value>()
}

/// Where a frame may begin above the running one.
#[inline(always)]
unsafe fn above(fp: Fp, vm: *mut Vm) -> *mut u64 {
    fp.add((*(*(*vm).interp.frame).code).nslots as usize)
}

/// The function, as an owned word, that calling the object in `base` with this many arguments means, if they fit it as they
/// are with the object in front.
#[inline(never)]
pub unsafe fn call_method_of(base: *mut u64, argc: usize, vm: *mut Vm) -> Option<u64> {
    let object = &*base.cast::<Value>();
    let vm = &mut *vm;
    let ty = vm.type_of(object);
    if !ty.slots.call.get().is_some_and(|call| std::ptr::fn_addr_eq(call, dispatch::call as CallFn)) {
        return None;
    }
    let name = vm.names.__call__.clone();
    let method = ty.lookup(vm, &name)?;
    if takes(method.word(), argc + 1) && has_room(base, vm) { Some(word_of(method)) } else { None }
}

/// Pushes the frame of `object[key]`; false if that is not to be done here. Operands that are temporaries move into it.
#[inline(never)]
pub unsafe fn push_getitem(w: Word, object: u64, key: u64, key_is_temp: bool, fp: Fp, vm: *mut Vm) -> bool {
    if object & 7 != 0 || header_of(object).shape_id().number() < OWN_SHAPES {
        return false;
    }
    let machine = &mut *vm;
    let ty = machine.type_of(borrowed(&object));
    if !ty.slots.getitem.get().is_some_and(|get| std::ptr::fn_addr_eq(get, dispatch::getitem as BinaryFn)) {
        return false;
    }
    let name = machine.names.__getitem__.clone();
    let Some(method) = ty.lookup(machine, &name) else { return false };
    let base = above(fp, vm);
    if !takes(method.word(), 2) || !has_room(base, vm) {
        return false;
    }
    *base = if w.has(flag::B_TEMP) { object } else { incref(object) };
    *base.add(1) = if key_is_temp { key } else { incref(key) };
    put_frame(word_of(method), base, 2, 0, vm);
    true
}

/// Pushes the frame of the left operand's method; false if that is not to be done here. The operands, which are owned here
/// if it is true, wait for its result: it may be NotImplemented.
#[inline(never)]
pub unsafe fn push_binary(op: BinaryOp, inplace: bool, local: bool, a: u64, b: u64, fp: Fp, vm: *mut Vm) -> bool {
    if a & 7 != 0 || header_of(a).shape_id().number() < OWN_SHAPES {
        return false;
    }
    let Some(method) = (*vm).left_method(op, inplace, borrowed(&a), borrowed(&b)) else { return false };
    let base = above(fp, vm);
    if !is_function(method.word()) || !takes(method.word(), 2) || !has_room(base, vm) {
        return false;
    }
    *base = incref(a);
    *base.add(1) = incref(b);
    put_frame(word_of(method), base, 2, special::BINARY, vm);
    let frame = (*vm).interp.frame;
    (*frame).owner = a;
    (*frame).locals = b;
    (*frame).operator = op as u32 | u32::from(local) << 8 | u32::from(inplace) << 9;
    true
}

/// The method of a binary operator has returned: gives the caller's instruction its result. Returns the outcome.
#[inline(never)]
pub unsafe fn binary_result(result: Value, a: Value, b: Value, operator: u32, vm: *mut Vm) -> u8 {
    let result = if result.is_not_implemented() {
        match BinaryOp::from_number(operator as u8) {
            Some(op) => (*vm).binary_after_left(op, operator >> 9 & 1 != 0, &a, &b),
            None => Ok(result),
        }
    } else {
        Ok(result)
    };
    drop((a, b));
    let caller = (*vm).interp.frame;
    let w = *(*caller).pc.sub(1);
    let destination = u64::from(flag::DEST_LOCAL) << 8;
    let w = if operator >> 8 & 1 != 0 { w | destination } else { w & !destination };
    put_result(w, (*caller).fp, vm, result)
}
