//! Cells: variables shared between functions.

#![expect(unsafe_code, reason = "handlers: see interp::dispatch for their contract")]
#![allow(
    unsafe_op_in_unsafe_fn,
    clippy::missing_safety_doc,
    missing_docs,
    reason = "the contract of handlers is that of interp::dispatch"
)]

use super::prelude::*;
use crate::heap::Object;
use crate::heap::var::PyTuple;
use crate::types::cell::PyCell;
use crate::types::function::PyFunction;

/// The cell in a slot. Slots of cells always hold one: the prologue fills them.
#[inline(always)]
unsafe fn cell<'a>(r: Regs, slot: usize) -> Option<&'a PyCell> {
    r.peek(slot).downcast::<PyCell>()
}

effect_ops! {
    make_cell 0 (vm, w, r) {
        let content = if w.b() == usize::from(u16::MAX) {
            Value::UNBOUND
        } else {
            r.replace(w.b(), Value::UNBOUND)
        };
        let cell = vm.new_object(PyCell::new(content));
        drop(r.replace(w.a(), cell));
        Ok(())
    }
    store_deref 0 (vm, w, r) {
        let value = r.b(w).into_value();
        if let Some(cell) = cell(r, w.a()) {
            drop(cell.content.replace(vm, value));
        }
        Ok(())
    }
    delete_deref 0 (vm, w, r) {
        let old = match cell(r, w.a()) {
            Some(cell) => cell.content.replace(vm, Value::UNBOUND),
            None => Value::UNBOUND,
        };
        if old.is_unbound() { Err(vm.unbound_deref(w.a())) } else { Ok(()) }
    }
}

/// Puts the cells of the function's closure into the slots from a on, which are unbound: this comes before all else.
pub unsafe fn copy_free(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    // A frame's function is one.
    let function = &(*((*(*vm).interp.frame).func as *const Object<PyFunction>)).payload;
    let cells = (*function.closure.as_ptr()).downcast::<PyTuple>().map_or(&[][..], PyTuple::items);
    for (i, cell) in cells.iter().enumerate().take(word.b()) {
        *fp.add(word.a() + i) = incref(cell.word());
    }
    next!(pc, fp, k, vm)
}

pub unsafe fn load_deref(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let content = match (*fp.add(word.b()).cast::<Value>()).downcast::<PyCell>() {
        Some(cell) => *cell.content.as_ptr().cast::<u64>(),
        None => Value::UNBOUND_WORD,
    };
    if content == Value::UNBOUND_WORD {
        return unbound(w, pc, fp, k, vm);
    }
    let content = incref(content);
    let place = fp.add(word.a());
    if word.has(flag::DEST_LOCAL) {
        let old = *place;
        *place = content;
        if old & 7 == 0 {
            return moves::release_next(old, pc, fp, k, vm);
        }
    } else {
        *place = content;
    }
    next!(pc, fp, k, vm)
}

#[cold]
#[inline(never)]
unsafe fn unbound(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    save_pc(vm, pc);
    let _ = (*vm).unbound_deref(Word(w).b());
    except::unwind(w, pc, fp, k, vm)
}

result_ops! {
    load_classderef 0 (vm, w, r) {
        let name = vm.deref_name(w.b());
        if let Some(locals) = vm.frame_locals_mapping()
            && let Some(value) = vm.mapping_get(&locals, &name)?
        {
            return Ok(value);
        }
        let content = cell(r, w.b()).map_or(Value::UNBOUND, |cell| cell.content.get(vm));
        if content.is_unbound() { Err(vm.unbound_deref(w.b())) } else { Ok(content) }
    }
}
