//! Subscripts.

#![expect(unsafe_code, reason = "handlers: see interp::dispatch for their contract")]
#![allow(
    unsafe_op_in_unsafe_fn,
    clippy::missing_safety_doc,
    missing_docs,
    reason = "the contract of handlers is that of interp::dispatch"
)]

use super::arith::operands;
use super::prelude::*;
use super::{calls, dunder};
use crate::heap::var::{PyStr, PyTuple, StrData};
use crate::interp::exact::{LIST, STR, TUPLE};
use crate::types::dict::PyDict;
use crate::types::list::PyList;
use form::{RI, RR};

/// The item of a sequence of this length that an immediate int means.
#[inline(always)]
fn place(index: u64, len: usize) -> Option<usize> {
    let index = (index as i64) >> 2;
    let index = if index < 0 { index + len as i64 } else { index };
    if (index as u64) < len as u64 { Some(index as usize) } else { None }
}

#[inline(always)]
unsafe fn list_items<'a>(word: u64) -> &'a mut Vec<Value> {
    let object = word as *const crate::heap::Object<PyList>;
    &mut *(*object).payload.items.as_ptr()
}

pub unsafe fn load<const F: u8>(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let (object, key) = operands::<F>(word, fp, k);
    if F != form::RK && (F == RI || key & 3 == 1) {
        let found = if has_shape(object, LIST) {
            let items = list_items(object);
            place(key, items.len()).map(|i| items.get_unchecked(i).word())
        } else if has_shape(object, TUPLE) {
            let items = (*(object as *const crate::heap::Object<PyTuple>)).payload.items();
            place(key, items.len()).map(|i| items.get_unchecked(i).word())
        } else {
            None
        };
        if let Some(found) = found {
            let at = fp.add(word.a());
            match word.flags() & (flag::DEST_LOCAL | flag::B_TEMP) {
                0 => {
                    *at = incref(found);
                    next!(pc, fp, k, vm)
                }
                flag::DEST_LOCAL => {
                    let old = *at;
                    *at = incref(found);
                    return moves::release_next(old, pc, fp, k, vm);
                }
                flag::B_TEMP => {
                    *at = incref(found);
                    return moves::release_next(object, pc, fp, k, vm);
                }
                // A temporary to give back and a local to replace: one of them at most may end here.
                _ if header_of(object).refcount.get() != 1 => {
                    let old = *at;
                    *at = incref(found);
                    release(object);
                    return moves::release_next(old, pc, fp, k, vm);
                }
                _ => {}
            }
        }
    }
    load_other::<F>(w, pc, fp, k, vm)
}

/// What is not in a list or tuple.
#[inline(never)]
unsafe fn load_other<const F: u8>(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let (object, key) = operands::<F>(Word(w), fp, k);
    if object & 7 == 0 && header_of(object).shape_id().number() >= 256 {
        save_pc(vm, pc);
        if dunder::push_getitem(Word(w), object, key, F == RR && Word(w).has(flag::C_TEMP), fp, vm) {
            return calls::enter(vm);
        }
    }
    match F {
        RR => load_rr(w, pc, fp, k, vm),
        RI => load_ri(w, pc, fp, k, vm),
        _ => load_rk(w, pc, fp, k, vm),
    }
}

/// Dicts and strs without the protocol; everything else through it.
#[inline(always)]
fn get_item(vm: &mut Vm, object: &Value, key: &Value) -> PyResult {
    if let Some(dict) = object.downcast::<PyDict>()
        && vm.is_exact::<PyDict>(object)
    {
        return match dict.get(vm, key)? {
            Some(value) => Ok(value),
            None => Err(vm.key_error(key)),
        };
    }
    if let (Some(text), Some(_)) = (object.downcast::<PyStr>(), key.as_small_int())
        && vm.is_exact::<PyStr>(object)
        && let Some(i) = place(key.word(), text.len())
    {
        let code = match text.data() {
            StrData::Ascii(s) | StrData::Latin1(s) => s.get(i).map(|c| u32::from(*c)),
            StrData::Ucs2(s) => s.get(i).map(|c| u32::from(*c)),
            StrData::Ucs4(s) => s.get(i).copied(),
        };
        if let Some(code) = code {
            return Ok(vm.new_char(code));
        }
    }
    vm.get_item(object, key)
}

result_ops! {
    load_rr 0 (vm, w, r) {
        let (object, key) = (r.b(w), r.c(w));
        get_item(vm, &object, &key)
    }
    load_ri 0 (vm, w, r) {
        let object = r.b(w);
        get_item(vm, &object, &Value::int32(w.int() as i32))
    }
    load_rk 0 (vm, w, r) {
        let object = r.b(w);
        get_item(vm, &object, r.constant(w.c()))
    }
}

/// Stores into a list; false if it is not that simple.
#[inline(always)]
unsafe fn store_list(object: u64, key: u64, value: u64) -> Option<u64> {
    if !has_shape(object, LIST) {
        return None;
    }
    let items = list_items(object);
    let i = place(key, items.len())?;
    let slot: *mut Value = items.get_unchecked_mut(i);
    let old = *slot.cast::<u64>();
    *slot.cast::<u64>() = value;
    Some(old)
}

pub unsafe fn store(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let (object, key, value) = (*fp.add(word.a()), *fp.add(word.b()), *fp.add(word.c()));
    if key & 3 == 1
        && !word.has(flag::A_TEMP)
        && let Some(old) = store_list(object, key, value)
    {
        if !word.has(flag::C_TEMP) {
            incref(value);
        }
        if old & 7 == 0 {
            return moves::release_next(old, pc, fp, k, vm);
        }
        next!(pc, fp, k, vm)
    }
    store_slow(w, pc, fp, k, vm)
}

pub unsafe fn store_int(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let (object, value) = (*fp.add(word.a()), *fp.add(word.c()));
    let key = ((i64::from(word.b() as u16 as i16) << 2) | 1) as u64;
    if !word.has(flag::A_TEMP)
        && let Some(old) = store_list(object, key, value)
    {
        if !word.has(flag::C_TEMP) {
            incref(value);
        }
        if old & 7 == 0 {
            return moves::release_next(old, pc, fp, k, vm);
        }
        next!(pc, fp, k, vm)
    }
    store_int_slow(w, pc, fp, k, vm)
}

fn set_item(vm: &mut Vm, object: &Value, key: &Value, value: &Value) -> PyResult<()> {
    if let Some(dict) = object.downcast::<PyDict>()
        && vm.is_exact::<PyDict>(object)
    {
        return dict.set(vm, key, value.clone());
    }
    vm.set_item(object, key, value)
}

effect_ops! {
    store_slow 0 (vm, w, r) {
        let (object, key, value) = (r.a(w), r.b(w), r.c(w));
        set_item(vm, &object, &key, &value)
    }
    store_int_slow 0 (vm, w, r) {
        let (object, value) = (r.a(w), r.c(w));
        set_item(vm, &object, &Value::int32(i32::from(w.b() as u16 as i16)), &value)
    }
    delete 0 (vm, w, r) {
        let (object, key) = (r.b(w), r.c(w));
        vm.del_item(&object, &key)
    }
}

/// A slice object. Where the instruction behind takes it at once to cut a list, tuple or str, none is made.
pub unsafe fn slice(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let (word, next) = (Word(w), Word(*pc));
    let taken = next.number() == Op::SubscrRR as u8 && next.has(flag::C_TEMP) && next.c() == word.a();
    if taken
        && word.c() == 2
        && is_bound(*fp.add(word.b()))
        && is_bound(*fp.add(word.b() + 1))
        && is_cut(*fp.add(next.b()))
    {
        save_pc(vm, pc);
        finish!(cut(*pc, *fp.add(word.b()), *fp.add(word.b() + 1), fp, vm), w, pc.add(1), fp, k, vm)
    }
    super::build::slice(w, pc, fp, k, vm)
}

/// Whether a word is an immediate int or None.
#[inline(always)]
fn is_bound(word: u64) -> bool {
    word & 3 == 1 || word == Value::NONE_WORD
}

#[inline(always)]
unsafe fn is_cut(word: u64) -> bool {
    has_shape(word, LIST) || has_shape(word, TUPLE) || has_shape(word, STR)
}

/// The place that a bound means in a sequence of this length.
#[inline(always)]
fn fitted(word: u64, default: usize, len: usize) -> usize {
    if word & 3 != 1 {
        return default;
    }
    let index = (word as i64) >> 2;
    let index = if index < 0 { index.saturating_add(len as i64) } else { index };
    index.clamp(0, len as i64) as usize
}

/// Cuts the object of the subscript instruction `w`.
#[inline(never)]
unsafe fn cut(w: u64, start: u64, stop: u64, fp: Fp, vm: *mut Vm) -> u8 {
    let word = Word(w);
    let object = Regs { fp, k: std::ptr::null(), pc: std::ptr::null_mut() }.b(word);
    let range = |len: usize| {
        let (start, stop) = (fitted(start, 0, len), fitted(stop, len, len));
        start..stop.max(start)
    };
    let result = if has_shape(object.word(), LIST) {
        let items = list_items(object.word());
        let items = items.get(range(items.len())).unwrap_or_default().to_vec();
        (*vm).new_list(items)
    } else if let Some(tuple) = object.downcast::<PyTuple>() {
        let items = tuple.items();
        let range = range(items.len());
        if range.len() == items.len() {
            object.clone()
        } else {
            (*vm).new_tuple_from(items.get(range).unwrap_or_default())
        }
    } else if let Some(text) = object.downcast::<PyStr>() {
        (*vm).str_part(&object, text, range(text.len()))
    } else {
        Value::NONE
    };
    drop(object);
    put_result(w, fp, vm, Ok(result))
}
