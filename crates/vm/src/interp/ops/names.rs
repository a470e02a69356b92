//! Globals, builtins, and names of module and class bodies.

#![expect(unsafe_code, reason = "handlers: see interp::dispatch for their contract")]
#![allow(
    unsafe_op_in_unsafe_fn,
    clippy::missing_safety_doc,
    missing_docs,
    reason = "the contract of handlers is that of interp::dispatch"
)]

use super::prelude::*;
use crate::heap::Object;
use crate::interp::special;
use crate::types::dict::{DictTable, PyDict};
use crate::types::function::PyFunction;

// Cache of LoadGlobal and LoadName: word 0 is the name's index; word 1 the version of the globals' keys, and that of the
// builtins' above it if the name is there; word 2 the address of the value in the dict: versions are of no other dict, and
// as long as one stands its entries do not move. StoreName and StoreGlobal keep the position in the dict above the index.

/// The running function.
#[inline(always)]
unsafe fn function<'a>(vm: *mut Vm) -> Option<&'a PyFunction> {
    let word: *const u64 = &raw const (*(*vm).interp.frame).func;
    (*word.cast::<Value>()).downcast::<PyFunction>()
}

#[inline(always)]
unsafe fn table<'a>(dict: &Value) -> Option<&'a DictTable> {
    dict.downcast::<PyDict>().map(|dict| &*dict.table.as_ptr())
}

pub unsafe fn load_global(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    if let Some(found) = cached(pc, vm) {
        return store(Word(w), incref(found), pc.add(3), fp, k, vm);
    }
    load_global_slow(w, pc, fp, k, vm)
}

/// The word of the cached global or builtin, if the cache holds.
#[inline(always)]
unsafe fn cached(pc: Pc, vm: *mut Vm) -> Option<u64> {
    let versions = *pc.add(1);
    // A frame's function is one.
    let function = &(*((*(*vm).interp.frame).func as *const Object<PyFunction>)).payload;
    if table(&function.globals)?.current_version() != versions as u32 || versions == 0 {
        return None;
    }
    let builtins = (versions >> 32) as u32;
    if builtins != 0 && table(&function.builtins)?.current_version() != builtins {
        return None;
    }
    Some(*(*pc.add(2) as *const u64))
}

#[inline(always)]
unsafe fn store(w: Word, word: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let place = fp.add(w.a());
    if w.has(flag::DEST_LOCAL) {
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

/// Looks a global up, and fills the cache if that is possible.
unsafe fn find_global(vm: &mut Vm, r: Regs) -> PyResult {
    let name = vm.name_at(r.cache(0) as u32);
    let Some(function) = function(vm) else { return Err(vm.name_error_for(&name)) };
    let (globals, builtins) = (function.globals.clone(), function.builtins.clone());
    if let Some(dict) = globals.downcast::<PyDict>() {
        if let Some(position) = dict.position_of_str(vm, &name) {
            let version = dict.table.borrow_mut(vm).version();
            if let Some(entry) = dict.table.borrow(vm).entry(position) {
                *r.pc.add(1) = u64::from(version);
                *r.pc.add(2) = (&raw const entry.value) as u64;
                return Ok(entry.value.clone());
            }
        }
        if let Some(own) = builtins.downcast::<PyDict>()
            && vm.is_exact::<PyDict>(&builtins)
        {
            if let Some(position) = own.position_of_str(vm, &name) {
                let (version, theirs) = (dict.table.borrow_mut(vm).version(), own.table.borrow_mut(vm).version());
                if let Some(entry) = own.table.borrow(vm).entry(position) {
                    *r.pc.add(1) = u64::from(version) | u64::from(theirs) << 32;
                    *r.pc.add(2) = (&raw const entry.value) as u64;
                    return Ok(entry.value.clone());
                }
            }
            return Err(vm.name_error_for(&name));
        }
    }
    match vm.mapping_get(&builtins, &name)? {
        Some(value) => Ok(value),
        None => Err(vm.name_error_for(&name)),
    }
}

unsafe fn remember(r: Regs, position: usize, version: u32) {
    if position < 0x7fff_ffff {
        *r.pc = (*r.pc & 0xffff_ffff) | (position as u64) << 32;
        *r.pc.add(1) = u64::from(version);
    }
}

/// Whether the running frame's names are its globals (module level).
#[inline(always)]
unsafe fn locals_are_globals(vm: *mut Vm) -> bool {
    let frame = (*vm).interp.frame;
    (*frame).is(special::LOCALS) && function(vm).is_some_and(|function| function.globals.word() == (*frame).locals)
}

pub unsafe fn load_name(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    if locals_are_globals(vm)
        && let Some(found) = cached(pc, vm)
    {
        return store(Word(w), incref(found), pc.add(3), fp, k, vm);
    }
    load_name_slow(w, pc, fp, k, vm)
}

result_ops! {
    load_global_slow 3 (vm, _w, r) { find_global(vm, r) }
    load_name_slow 3 (vm, _w, r) {
        if !locals_are_globals(vm) {
            let name = vm.name_at(r.cache(0) as u32);
            let Some(locals) = vm.frame_locals_mapping() else {
                return Err(vm.system_error("no locals when loading a name"));
            };
            if let Some(value) = vm.mapping_get(&locals, &name)? {
                return Ok(value);
            }
        }
        let found = find_global(vm, r);
        if !locals_are_globals(vm) {
            *r.pc.add(1) = 0;
        }
        found
    }
}

pub unsafe fn store_name(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let frame = (*vm).interp.frame;
    if (*frame).is(special::LOCALS) {
        let namespace: &Value = &*(&raw const (*frame).locals).cast::<Value>();
        let version = *pc.add(1) as u32;
        if let Some(table) = namespace.downcast::<PyDict>().map(|dict| &mut *dict.table.as_ptr())
            && version != 0
            && table.current_version() == version
            && let Some(entry) = table.entries.get_mut((*pc >> 32) as usize)
        {
            let word = Word(w);
            let value = *fp.add(word.b());
            let place = (&raw mut entry.value).cast::<u64>();
            let old = *place;
            *place = if word.has(flag::B_TEMP) { value } else { incref(value) };
            return moves::release_next(old, pc.add(2), fp, k, vm);
        }
    }
    store_name_slow(w, pc, fp, k, vm)
}

effect_ops! {
    store_name_slow 2 (vm, w, r) {
        let value = r.b(w);
        let name = vm.name_at(r.cache(0) as u32);
        let Some(locals) = vm.frame_locals_mapping() else {
            return Err(vm.system_error("no locals found when storing a name"));
        };
        store_in(vm, &locals, &name, &value, r)
    }
    delete_name 1 (vm, _w, r) {
        let name = vm.name_at(r.cache(0) as u32);
        let Some(locals) = vm.frame_locals_mapping() else {
            return Err(vm.system_error("no locals when deleting a name"));
        };
        let removed = match locals.downcast::<PyDict>() {
            Some(dict) if vm.is_exact::<PyDict>(&locals) => dict.remove_str(vm, &name).is_some(),
            _ => {
                let result = vm.del_item(&locals, &name);
                vm.catch(result, vm.exc.key_error)?.is_some()
            }
        };
        if removed { Ok(()) } else { Err(vm.name_error_for(&name)) }
    }
    store_global 2 (vm, w, r) {
        let value = r.b(w);
        let name = vm.name_at(r.cache(0) as u32);
        let Some(function) = function(vm) else { return Ok(()) };
        let globals = function.globals.clone();
        store_in(vm, &globals, &name, &value, r)
    }
    delete_global 1 (vm, _w, r) {
        let name = vm.name_at(r.cache(0) as u32);
        let Some(function) = function(vm) else { return Ok(()) };
        let removed = function.globals.downcast::<PyDict>().and_then(|globals| globals.remove_str(vm, &name));
        if removed.is_some() { Ok(()) } else { Err(vm.name_error_for(&name)) }
    }
    setup_annotations 0 (vm, _w, _r) {
        let name = vm.names.__annotations__.clone();
        let Some(locals) = vm.frame_locals_mapping() else {
            return Err(vm.system_error("no locals found when setting up annotations"));
        };
        if vm.mapping_get(&locals, &name)?.is_none() {
            let annotations = vm.new_dict();
            vm.set_item(&locals, &name, &annotations)?;
        }
        Ok(())
    }
}

/// Stores under a name in a namespace. The cache keeps the position in an exact dict: word 1 its version.
unsafe fn store_in(vm: &mut Vm, namespace: &Value, name: &Value, value: &Value, r: Regs) -> PyResult<()> {
    if !vm.is_exact::<PyDict>(namespace) {
        return vm.set_item(namespace, name, value);
    }
    let Some(dict) = namespace.downcast::<PyDict>() else { return Ok(()) };
    let version = r.cache(1) as u32;
    let position = (r.cache(0) >> 32) as usize;
    if version != 0 && dict.table.borrow(vm).current_version() == version {
        let old = dict.table.borrow_mut(vm).set_value(position, value.clone());
        drop(old);
        return Ok(());
    }
    dict.set_str(vm, name, value.clone());
    if let Some(position) = dict.position_of_str(vm, name) {
        let version = dict.table.borrow_mut(vm).version();
        remember(r, position, version);
    }
    Ok(())
}
