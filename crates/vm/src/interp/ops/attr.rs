//! Attributes, with inline caches.
//!
//! Cache: word 0 is the name's index, with the kind (8 bits) and the byte offset or position (24) above; word 1 the shape and
//! the class epoch; words 2 and 3 as `cache::Cached` says. What they borrow from classes lives as long as the epoch stands.
//! The handlers look for the commonest kind; the rest is one call further: the other kinds, then the answers that other
//! shapes left in `cache::Stubs`, then the look-up.

#![expect(unsafe_code, reason = "handlers: see interp::dispatch for their contract")]
#![allow(
    unsafe_op_in_unsafe_fn,
    clippy::missing_safety_doc,
    missing_docs,
    reason = "the contract of handlers is that of interp::dispatch"
)]

use super::calls::{self, push_simple};
use super::prelude::*;
use crate::heap::Object;
use crate::interp::cache::{Cached, Kind, Use, fill_callable, fill_load, fill_method, fill_store, fill_super};
use crate::object::ShapeId;
use crate::types::cell::PyCell;
use crate::types::dict::{DictTable, PyDict};
use crate::types::property::PyProperty;
use crate::types::static_method::{PyClassMethod, PyStaticMethod};
use crate::types::super_::PySuper;

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

/// The payload of the object whose word the cache borrows.
#[inline(always)]
unsafe fn borrowed<'a, T>(pc: Pc) -> &'a T {
    &(*(*pc.add(2) as *const Object<T>)).payload
}

/// Finishes a load of `value` (borrowed) from operand b.
#[inline(always)]
unsafe fn loaded(w: Word, object: u64, value: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let value = incref(value);
    let place = fp.add(w.a());
    let flags = w.flags() & (flag::DEST_LOCAL | flag::B_TEMP);
    if flags == 0 {
        *place = value;
        next!(pc, fp, k, vm)
    }
    if flags == flag::B_TEMP {
        *place = value;
        return moves::release_next(object, pc, fp, k, vm);
    }
    let old = *place;
    *place = value;
    if flags == flag::DEST_LOCAL {
        if old & 7 == 0 {
            return moves::release_next(old, pc, fp, k, vm);
        }
        next!(pc, fp, k, vm)
    }
    release_both(object, pc, fp, old as K, vm)
}

/// Drops an object and what was in the place of the constants.
#[inline(never)]
unsafe fn release_both(object: u64, pc: Pc, fp: Fp, old: K, vm: *mut Vm) -> Exit {
    drop_word(old as u64);
    let k = (*(*(*vm).interp.frame).code).constants();
    moves::release_next(object, pc, fp, k, vm)
}

pub unsafe fn load(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let object = *fp.add(word.b());
    if holds(object, pc, vm) && kind(pc) == Kind::Inline as u8 {
        let value = *((object as usize + offset(pc)) as *const u64);
        if value != Value::UNBOUND_WORD {
            return loaded(word, object, value, pc.add(4), fp, k, vm);
        }
    }
    load_more(w, pc, fp, k, vm)
}

/// The table of the dict in the object's own dict word.
#[inline(always)]
unsafe fn own_table<'a>(object: u64, pc: Pc) -> Option<&'a DictTable> {
    let dict = (object as usize + offset(pc)) as *const Value;
    Some(&*(*dict).downcast::<PyDict>()?.table.as_ptr())
}

/// The value that the cache leads to without a call; nothing for the kinds that call, or if its place is empty.
#[inline(always)]
unsafe fn found(object: u64, pc: Pc) -> Option<u64> {
    const INLINE: u8 = Kind::Inline as u8;
    const DATA: u8 = Kind::Data as u8;
    const DICT: u8 = Kind::Dict as u8;
    const STATIC: u8 = Kind::Static as u8;
    const TYPE_FIXED: u8 = Kind::TypeFixed as u8;
    const TYPE_DATA: u8 = Kind::TypeData as u8;
    const TYPE_STATIC: u8 = Kind::TypeStatic as u8;
    const MODULE: u8 = Kind::Module as u8;
    let kind = kind(pc);
    if (TYPE_FIXED..MODULE).contains(&kind) && *pc.add(3) != object {
        return None;
    }
    let value = match kind {
        INLINE => *((object as usize + offset(pc)) as *const u64),
        DATA | TYPE_DATA => {
            let table = &*borrowed::<PyDict>(pc).table.as_ptr();
            table.entry(offset(pc))?.value.word()
        }
        DICT => {
            let entry = own_table(object, pc)?.entry(*pc.add(2) as usize)?;
            if entry.key.word() != *pc.add(3) {
                return None;
            }
            entry.value.word()
        }
        STATIC | TYPE_STATIC => *borrowed::<PyStaticMethod>(pc).callable.as_ptr().cast::<u64>(),
        TYPE_FIXED => *pc.add(2),
        MODULE => {
            let table = own_table(object, pc)?;
            if u64::from(table.current_version()) != *pc.add(3) {
                return None;
            }
            table.entry(*pc.add(2) as usize)?.value.word()
        }
        _ => return None,
    };
    (value != Value::UNBOUND_WORD).then_some(value)
}

/// The rarer kinds.
#[inline(never)]
unsafe fn load_more(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let object = *fp.add(word.b());
    if holds(object, pc, vm) {
        if let Some(value) = found(object, pc) {
            return loaded(word, object, value, pc.add(4), fp, k, vm);
        }
        return load_call(w, pc, fp, k, vm);
    }
    load_other(w, pc, fp, k, vm)
}

/// Takes over what was found for other objects of this shape.
#[inline(always)]
unsafe fn refill(object: u64, pc: Pc, used: Use, vm: *mut Vm) -> bool {
    if object & 7 != 0 {
        return false;
    }
    let names = &(*(*(*vm).interp.frame).code).names;
    let name = names.get_unchecked(*pc as u32 as usize).word();
    let guard = u64::from(header_of(object).shape_id().number()) | u64::from((*vm).epoch) << 32;
    let Some([place, rest @ ..]) = (*vm).interp.stubs.get(name, guard, used) else { return false };
    *pc = (*pc & 0xffff_ffff) | place;
    pc.add(1).cast::<[u64; 3]>().write(*rest);
    true
}

/// An object that the cache is not about.
#[inline(never)]
unsafe fn load_other(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let slot = fp.add(Word(w).b());
    if refill(*slot, pc, Use::Load, vm) {
        if kind(pc) == Kind::Inline as u8 {
            let value = *((*slot as usize + offset(pc)) as *const u64);
            if value != Value::UNBOUND_WORD {
                return loaded(Word(w), *slot, value, pc.add(4), fp, k, vm);
            }
        }
        if let Some(value) = found(*slot, pc) {
            return loaded(Word(w), *slot, value, pc.add(4), fp, k, vm);
        }
        return load_call(w, pc, fp, k, vm);
    }
    load_slow(w, pc, fp, k, vm)
}

/// Kinds that call something. The cache holds.
#[inline(never)]
unsafe fn load_call(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let kind = kind(pc);
    if kind == Kind::Property as u8 {
        let word = Word(w);
        let getter = *borrowed::<PyProperty>(pc).get.as_ptr().cast::<u64>();
        let base = fp.add((*(*(*vm).interp.frame).code).nslots as usize);
        if calls::takes(getter, 1) && calls::has_room(base, vm) {
            let object = *fp.add(word.b());
            *base = if word.has(flag::B_TEMP) { object } else { incref(object) };
            save_pc(vm, pc);
            return push_simple(incref(getter), base, 1, vm);
        }
    }
    if kind == Kind::Get as u8 {
        return load_get(w, pc, fp, k, vm);
    }
    if kind == Kind::Never as u8 {
        return load_plain(w, pc, fp, k, vm);
    }
    load_slow(w, pc, fp, k, vm)
}

/// Writes what a look-up found out into the cache, and where other instructions find it.
unsafe fn remember(r: Regs, cached: Cached, vm: &mut Vm, name: &Value, used: Use) {
    if cached.offset >> 24 != 0 {
        return;
    }
    *r.pc = (*r.pc & 0xffff_ffff) | cached.place();
    *r.pc.add(1) = cached.guard();
    *r.pc.add(2) = cached.value;
    *r.pc.add(3) = cached.extra;
    vm.interp.stubs.put(name, used, cached);
}

result_ops! {
    load_slow 4 (vm, w, r) {
        let object = r.b(w);
        let name = vm.name_at(r.cache(0) as u32);
        let result = vm.get_attr(&object, &name)?;
        if let Some(cached) = fill_load(vm, &object, &name) {
            remember(r, cached, vm, &name, Use::Load);
        }
        Ok(result)
    }
    // The class has its own way.
    load_plain 4 (vm, w, r) {
        let object = r.b(w);
        let name = vm.name_at(r.cache(0) as u32);
        vm.get_attr(&object, &name)
    }
    // A descriptor of the class.
    load_get 4 (vm, w, r) {
        let object = r.b(w);
        let descr = value_of(incref(r.cache(2)));
        let ty = vm.type_of(&object);
        vm.bind(&descr, Some(&object), ty)
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
        return store_more(w, pc, fp, k, vm);
    }
    store_other(w, pc, fp, k, vm)
}

/// Drops the old value and the object, a temporary.
#[inline(never)]
unsafe fn store_end(object: u64, old: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    drop_word(old);
    moves::release_next(object, pc, fp, k, vm)
}

/// An object that the cache is not about.
#[inline(never)]
unsafe fn store_other(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let slot = fp.add(Word(w).a());
    if refill(*slot, pc, Use::Store, vm) {
        let (object, kind) = (*slot, kind(pc));
        let fits = kind == Kind::Add as u8 && u64::from(header_of(object).tail) >= *pc.add(3);
        if kind == Kind::Inline as u8 || fits {
            return store(w, pc, fp, k, vm);
        }
        return store_more(w, pc, fp, k, vm);
    }
    store_slow(w, pc, fp, k, vm)
}

/// The rarer kinds. The cache holds.
#[inline(never)]
unsafe fn store_more(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let (object, value) = (*fp.add(word.a()), *fp.add(word.b()));
    let kind = kind(pc);
    if kind == Kind::Property as u8 {
        let setter = *borrowed::<PyProperty>(pc).set.as_ptr().cast::<u64>();
        let base = fp.add((*(*(*vm).interp.frame).code).nslots as usize);
        if calls::takes(setter, 2) && calls::has_room(base, vm) {
            *base = if word.has(flag::A_TEMP) { object } else { incref(object) };
            *base.add(1) = if word.has(flag::B_TEMP) { value } else { incref(value) };
            save_pc(vm, pc);
            return push_simple(incref(setter), base, 2, vm);
        }
    }
    if let Some(place) = place_in_dict(object, value, kind, pc, vm) {
        let old = *place;
        *place = if word.has(flag::B_TEMP) { value } else { incref(value) };
        if word.has(flag::A_TEMP) {
            return store_end(object, old, pc.add(4), fp, k, vm);
        }
        return moves::release_next(old, pc.add(4), fp, k, vm);
    }
    store_slow(w, pc, fp, k, vm)
}

/// Whether an object binds to nothing. Out of line: no handler may give the address of its own values away.
#[inline(never)]
unsafe fn is_plain(value: u64, vm: *mut Vm) -> bool {
    (*vm).is_plain_data(&*(&raw const value).cast::<Value>())
}

/// The word of an entry in the instance's or the class's dict that `value` may replace.
#[inline(always)]
unsafe fn place_in_dict(object: u64, value: u64, kind: u8, pc: Pc, vm: *mut Vm) -> Option<*mut u64> {
    let entry = if kind == Kind::Dict as u8 {
        let entry = own_table(object, pc)?.entry(*pc.add(2) as usize)?;
        if entry.key.word() != *pc.add(3) {
            return None;
        }
        entry
    } else if kind == Kind::TypeData as u8 && *pc.add(3) == object {
        if value & 7 == 0 && !is_plain(value, vm) {
            return None;
        }
        let table = &*borrowed::<PyDict>(pc).table.as_ptr();
        table.entry(offset(pc))?
    } else {
        return None;
    };
    let place = (&raw const entry.value).cast::<u64>().cast_mut();
    (*place != Value::UNBOUND_WORD).then_some(place)
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
            remember(r, cached, vm, &name, Use::Store);
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

/// Whether the object's own dict has the name.
#[inline(never)]
unsafe fn in_own_dict(object: u64, pc: Pc, vm: *mut Vm) -> bool {
    let dict = (object as usize + offset(pc)) as *const Value;
    let names = &(*(*(*vm).interp.frame).code).names;
    match ((*dict).downcast::<PyDict>(), names.get(*pc as u32 as usize)) {
        (Some(dict), Some(name)) => dict.position_of_str(&*vm, name).is_some(),
        _ => false,
    }
}

/// The rarer kinds.
#[inline(never)]
unsafe fn load_method_more(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let slot = fp.add(word.b());
    let object = *slot;
    if !holds(object, pc, vm) {
        if !refill(*slot, pc, Use::Method, vm) {
            return load_method_slow(w, pc, fp, k, vm);
        }
        if kind(pc) == Kind::Method as u8 {
            return load_method(w, pc, fp, k, vm);
        }
    }
    let place = fp.add(word.a());
    if let Some(callable) = found(object, pc) {
        let callable = incref(callable);
        if word.has(flag::B_TEMP) {
            drop_word(object);
        }
        *place = Value::UNBOUND_WORD;
        *place.add(1) = callable;
        next!(pc.add(4), fp, k, vm)
    }
    let kind = kind(pc);
    if kind == Kind::DictMethod as u8 && !in_own_dict(object, pc, vm) {
        *place = incref(*pc.add(2));
        *place.add(1) = if word.has(flag::B_TEMP) { object } else { incref(object) };
        next!(pc.add(4), fp, k, vm)
    }
    if kind == Kind::Class as u8 || (kind == Kind::TypeClass as u8 && *pc.add(3) == object) {
        let callable = *borrowed::<PyClassMethod>(pc).callable.as_ptr().cast::<u64>();
        if calls::is_function(callable) {
            // The class is a type object: no reference to it is counted.
            let class = *pc.add(3);
            if word.has(flag::B_TEMP) {
                drop_word(object);
            }
            *place = incref(callable);
            *place.add(1) = class;
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
                remember(r, cached, vm, &name, Use::Method);
            }
            let receiver = object.into_value();
            r.put(w.a(), method);
            r.put(w.a() + 1, receiver);
            return Ok(());
        }
        let callable = vm.get_attr(&object, &name)?;
        if let Some(cached) = fill_callable(vm, &object, &name) {
            remember(r, cached, vm, &name, Use::Method);
        }
        drop(object);
        r.put(w.a(), Value::UNBOUND);
        r.put(w.a() + 1, callable);
        Ok(())
    }
}

/// The content of the cell in a slot.
#[inline(always)]
unsafe fn cell_content(slot: *mut u64) -> u64 {
    match (*slot.cast::<Value>()).downcast::<PyCell>() {
        Some(cell) => *cell.content.as_ptr().cast::<u64>(),
        None => Value::UNBOUND_WORD,
    }
}

/// As `load_method` of `super()`: operand b is what the name `super` led to, c the cell of `__class__`.
pub unsafe fn super_method(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let object = *fp;
    if holds(object, pc, vm) && *pc.add(3) == cell_content(fp.add(word.c())) && is_super(*fp.add(word.b()), vm) {
        // The callee was a type object: no reference to it is counted.
        let place = fp.add(word.a());
        *place = incref(*pc.add(2));
        *place.add(1) = incref(object);
        next!(pc.add(4), fp, k, vm)
    }
    super_method_other(w, pc, fp, k, vm)
}

/// Whether this is the builtin type `super`.
#[inline(always)]
unsafe fn is_super(word: u64, vm: *mut Vm) -> bool {
    word == (*vm).ty::<PySuper>().address()
}

/// An object that the cache is not about.
#[inline(never)]
unsafe fn super_method_other(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    if refill(*fp, pc, Use::Super, vm)
        && *pc.add(3) == cell_content(fp.add(word.c()))
        && is_super(*fp.add(word.b()), vm)
    {
        return super_method(w, pc, fp, k, vm);
    }
    super_method_slow(w, pc, fp, k, vm)
}

effect_ops! {
    super_method_slow 4 (vm, w, r) {
        let callee = r.b(w);
        let name = vm.name_at(r.cache(0) as u32);
        let receiver = vm.call(&callee, &[])?;
        if let Some(made) = receiver.downcast::<PySuper>().filter(|_| vm.is_exact::<PySuper>(&receiver)) {
            let (class, object) = (made.class.get(vm), made.object.get(vm));
            if let Some((cached, method)) = fill_super(vm, &class, &object, &name) {
                remember(r, cached, vm, &name, Use::Super);
                r.put(w.a(), method);
                r.put(w.a() + 1, object);
                return Ok(());
            }
        }
        let callable = vm.get_attr(&receiver, &name)?;
        r.put(w.a(), Value::UNBOUND);
        r.put(w.a() + 1, callable);
        Ok(())
    }
}
