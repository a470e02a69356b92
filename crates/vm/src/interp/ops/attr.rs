//! Attributes, with inline caches.
//!
//! Cache: word 0 is the name's index, with the kind (8 bits) and the byte offset or position (24) above; word 1 the shape and
//! the class epoch; word 2 a borrowed value, alive as long as the epochs stand; word 3 the data epoch, or a type's word.

#![expect(unsafe_code, reason = "handlers: see interp::dispatch for their contract")]
#![allow(
    unsafe_op_in_unsafe_fn,
    clippy::missing_safety_doc,
    missing_docs,
    reason = "the contract of handlers is that of interp::dispatch"
)]

use super::prelude::*;
use crate::interp::cache::{Cached, Kind, fill_load, fill_method, fill_store};
use crate::object::ShapeId;
use crate::types::dict::PyDict;

/// Whether the cache is about objects of the shape of `object`, and no class has changed since.
#[inline(always)]
unsafe fn holds(object: u64, pc: Pc, vm: *mut Vm) -> bool {
    object & 7 == 0 && *pc.add(1) == u64::from(header_of(object).shape_id().number()) | u64::from((*vm).epoch) << 32
}

#[inline(always)]
unsafe fn kind(pc: Pc) -> u8 {
    (*pc >> 32) as u8
}

#[inline(always)]
unsafe fn offset(pc: Pc) -> usize {
    (*pc >> 40) as usize
}

/// Finishes a load of `value` (borrowed) from operand b.
#[inline(always)]
unsafe fn loaded(w: Word, object: u64, value: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let value = incref(value);
    let place = fp.add(w.a());
    if w.flags() & (flag::DEST_LOCAL | flag::B_TEMP) == 0 {
        *place = value;
        next!(pc, fp, k, vm)
    }
    if w.has(flag::DEST_LOCAL) {
        let old = *place;
        *place = value;
        if w.has(flag::B_TEMP) {
            drop_word(object);
        }
        return moves::release_next(old, pc, fp, k, vm);
    }
    *place = value;
    moves::release_next(object, pc, fp, k, vm)
}

pub unsafe fn load(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let object = *fp.add(word.b());
    if holds(object, pc, vm) {
        let kind = kind(pc);
        if kind == Kind::Inline as u8 {
            let value = *((object as usize + offset(pc)) as *const u64);
            if value != Value::UNBOUND.word() {
                return loaded(word, object, value, pc.add(4), fp, k, vm);
            }
        } else if kind == Kind::Class as u8 && *pc.add(3) == u64::from((*vm).data_epoch) {
            return loaded(word, object, *pc.add(2), pc.add(4), fp, k, vm);
        }
    }
    load_more(w, pc, fp, k, vm)
}

/// The value in the object's own dict, if the dict's keys are those the cache knows.
#[inline(always)]
unsafe fn in_dict(object: u64, pc: Pc) -> Option<u64> {
    let dict = (object as usize + offset(pc)) as *const Value;
    let table = &*(*dict).downcast::<PyDict>()?.table.as_ptr();
    if u64::from(table.current_version()) != *pc.add(3) {
        return None;
    }
    table.entry(*pc.add(2) as usize).map(|entry| entry.value.word())
}

/// The rarer kinds.
#[inline(never)]
unsafe fn load_more(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let object = *fp.add(word.b());
    if holds(object, pc, vm) {
        if kind(pc) == Kind::Type as u8 && *pc.add(3) == object {
            return loaded(word, object, *pc.add(2), pc.add(4), fp, k, vm);
        }
        if kind(pc) == Kind::Module as u8
            && let Some(found) = in_dict(object, pc)
        {
            return loaded(word, object, found, pc.add(4), fp, k, vm);
        }
    }
    load_slow(w, pc, fp, k, vm)
}

/// Writes what a look-up found out into the cache.
unsafe fn remember(r: Regs, cached: Cached) {
    let Cached { kind, offset, shape, epoch, value, extra } = cached;
    if offset >> 24 != 0 {
        return;
    }
    *r.pc = (*r.pc & 0xffff_ffff) | (kind as u64) << 32 | (offset as u64) << 40;
    *r.pc.add(1) = u64::from(shape.number()) | u64::from(epoch) << 32;
    *r.pc.add(2) = value;
    *r.pc.add(3) = extra;
}

result_ops! {
    load_slow 4 (vm, w, r) {
        let object = r.b(w);
        let name = vm.name_at(r.cache(0) as u32);
        let result = vm.get_attr(&object, &name)?;
        if let Some(cached) = fill_load(vm, &object, &name) {
            remember(r, cached);
        }
        Ok(result)
    }
}

pub unsafe fn store(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let object = *fp.add(word.a());
    if holds(object, pc, vm) {
        let place = (object as usize + offset(pc)) as *mut u64;
        let kind = kind(pc);
        if kind == Kind::Inline as u8 {
            let value = *fp.add(word.b());
            let value = if word.has(flag::B_TEMP) { value } else { incref(value) };
            let old = *place;
            *place = value;
            if word.has(flag::A_TEMP) {
                return store_end(object, old, pc.add(4), fp, k, vm);
            }
            if old & 7 == 0 {
                return moves::release_next(old, pc.add(4), fp, k, vm);
            }
            next!(pc.add(4), fp, k, vm)
        }
        if kind == Kind::Add as u8 && u64::from(header_of(object).tail) >= *pc.add(3) {
            // The word is unbound: the shape that has it comes with the value.
            let value = *fp.add(word.b());
            *place = if word.has(flag::B_TEMP) { value } else { incref(value) };
            header_of(object).shape.set(ShapeId::from_index(*pc.add(2) as usize));
            if word.has(flag::A_TEMP) {
                return moves::release_next(object, pc.add(4), fp, k, vm);
            }
            next!(pc.add(4), fp, k, vm)
        }
    }
    store_slow(w, pc, fp, k, vm)
}

/// Drops the old value and the object, a temporary.
#[inline(never)]
unsafe fn store_end(object: u64, old: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    drop_word(old);
    moves::release_next(object, pc, fp, k, vm)
}

effect_ops! {
    store_slow 4 (vm, w, r) {
        let (object, value) = (r.a(w), r.b(w));
        let name = vm.name_at(r.cache(0) as u32);
        let before = object.header().map(|head| head.shape_id());
        vm.set_attr(&object, &name, &value)?;
        if let Some(before) = before
            && let Some(cached) = fill_store(vm, &object, &name, before)
        {
            remember(r, cached);
        }
        Ok(())
    }
    delete 1 (vm, w, r) {
        let object = r.b(w);
        let name = vm.name_at(r.cache(0) as u32);
        vm.del_attr(&object, &name)
    }
}

/// Puts a method and its receiver, or nothing and a callable, into slots a and a + 1.
pub unsafe fn load_method(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let object = *fp.add(word.b());
    if holds(object, pc, vm) && kind(pc) == Kind::Method as u8 {
        let receiver = if word.has(flag::B_TEMP) { object } else { incref(object) };
        let place = fp.add(word.a());
        *place = incref(*pc.add(2));
        *place.add(1) = receiver;
        next!(pc.add(4), fp, k, vm)
    }
    load_method_more(w, pc, fp, k, vm)
}

#[inline(never)]
unsafe fn load_method_more(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let object = *fp.add(word.b());
    if object & 7 == 0 && holds(object, pc, vm) {
        let found = match kind(pc) {
            kind if kind == Kind::Type as u8 && *pc.add(3) == object => Some(*pc.add(2)),
            kind if kind == Kind::Module as u8 => in_dict(object, pc),
            _ => None,
        };
        if let Some(found) = found {
            let place = fp.add(word.a());
            let found = incref(found);
            if word.has(flag::B_TEMP) {
                drop_word(object);
            }
            *place = Value::UNBOUND.word();
            *place.add(1) = found;
            next!(pc.add(4), fp, k, vm)
        }
    }
    load_method_slow(w, pc, fp, k, vm)
}

effect_ops! {
    load_method_slow 4 (vm, w, r) {
        let object = r.b(w);
        let name = vm.name_at(r.cache(0) as u32);
        if let Some((cached, method)) = fill_method(vm, &object, &name) {
            if let Some(cached) = cached {
                remember(r, cached);
            }
            let receiver = object.into_value();
            r.put(w.a(), method);
            r.put(w.a() + 1, receiver);
            return Ok(());
        }
        let callable = vm.get_attr(&object, &name)?;
        if let Some(cached) = fill_load(vm, &object, &name)
            && matches!(cached.kind, Kind::Type | Kind::Module)
        {
            remember(r, cached);
        }
        drop(object);
        r.put(w.a(), Value::UNBOUND);
        r.put(w.a() + 1, callable);
        Ok(())
    }
}
