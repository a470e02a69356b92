//! Displays: tuples, lists, sets, dicts, slices, formatted strings.

#![expect(unsafe_code, reason = "handlers: see interp::dispatch for their contract")]
#![allow(
    unsafe_op_in_unsafe_fn,
    clippy::missing_safety_doc,
    missing_docs,
    reason = "the contract of handlers is that of interp::dispatch"
)]

use super::prelude::*;
use crate::heap::var::{PyStr, PyTuple};
use crate::types::dict::PyDict;
use crate::types::list::PyList;
use crate::types::set::PySet;
use crate::types::set::{any_set, update};

result_ops! {
    tuple 0 (vm, w, r) {
        let first = r.fp.add(w.b());
        Ok(vm.new_tuple_exact(w.c(), (0..w.c()).map(|i| {
            // SAFETY: the verifier says that the slots hold the items, and they are consumed here.
            unsafe { value_of(*first.add(i)) }
        })))
    }
    list 0 (vm, w, r) {
        let items = r.take_many(w.b(), w.c());
        Ok(vm.new_list(items))
    }
    set 0 (vm, w, r) {
        let items = r.take_many(w.b(), w.c());
        let set = vm.new_object(PySet::new(Default::default()));
        for item in &items {
            vm.set_add(&set, item)?;
        }
        Ok(set)
    }
    map 0 (vm, w, r) {
        let items = r.take_many(w.b(), w.c() * 2);
        let dict = vm.new_dict();
        if let Some(table) = dict.downcast::<PyDict>() {
            for pair in items.chunks_exact(2) {
                if let [key, value] = pair {
                    table.set(vm, key, value.clone())?;
                }
            }
        }
        Ok(dict)
    }
    const_key_map 0 (vm, w, r) {
        let values = r.take_many(w.b(), w.c());
        let keys = r.take(w.b() + w.c());
        let dict = vm.new_dict();
        if let (Some(table), Some(keys)) = (dict.downcast::<PyDict>(), keys.downcast::<PyTuple>()) {
            for (key, value) in keys.items().iter().zip(values) {
                table.set(vm, key, value)?;
            }
        }
        Ok(dict)
    }
    string 0 (vm, w, r) {
        let first = r.fp.add(w.b());
        let result = vm.concat_strs(std::slice::from_raw_parts(first.cast::<Value>(), w.c()));
        for i in 0..w.c() {
            drop(value_of(*first.add(i)));
        }
        result
    }
    slice 0 (vm, w, r) {
        let parts = r.take_many(w.b(), w.c());
        let mut parts = parts.into_iter();
        let (start, stop) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let step = parts.next().unwrap_or_default();
        Ok(vm.new_object(crate::types::slice::PySlice { start, stop, step }))
    }
    list_to_tuple 0 (vm, w, r) {
        let list = r.b(w);
        let items = list.downcast::<PyList>().map(|list| list.items.take(vm)).unwrap_or_default();
        Ok(vm.new_tuple(items))
    }
    format_value 0 (vm, w, r) {
        let value = r.b(w);
        let has_spec = w.sub() & 4 != 0;
        let spec = if has_spec { Some(r.c(w)) } else { None };
        let converted = match w.sub() & 3 {
            1 => Some(vm.str(&value)?),
            2 => Some(vm.repr(&value)?),
            3 => Some(vm.ascii(&value)?),
            _ => None,
        };
        let value: &Value = converted.as_ref().unwrap_or(&value);
        match spec {
            None if vm.is_exact::<PyStr>(value) => Ok(value.clone()),
            None => {
                let empty = vm.new_str("");
                vm.format(value, &empty)
            }
            Some(spec) => vm.format(value, &spec),
        }
    }
}

effect_ops! {
    set_add 0 (vm, w, r) {
        let item = r.b(w);
        vm.set_add(r.peek(w.a()), &item)
    }
    map_add 0 (vm, w, r) {
        let (key, value) = (r.b(w), r.c(w));
        match r.peek(w.a()).downcast::<PyDict>() {
            Some(dict) => dict.set(vm, &key, value.into_value()),
            None => Ok(()),
        }
    }
    list_extend 0 (vm, w, r) {
        let iterable = r.b(w);
        let items = match vm.collect(&iterable) {
            Ok(items) => items,
            Err(raised) => {
                let iterates = vm.type_of(&iterable).slots.iter.get().is_some() || vm.is_sequence(&iterable);
                if !iterates && vm.raised_is(vm.exc.type_error) {
                    vm.clear_raised();
                    let got = vm.type_name(&iterable);
                    return Err(vm.type_error(format!("Value after * must be an iterable, not {got}")));
                }
                return Err(raised);
            }
        };
        if let Some(list) = r.peek(w.a()).downcast::<PyList>() {
            list.items.borrow_mut(vm).extend(items);
        }
        Ok(())
    }
    set_update 0 (vm, w, r) {
        let iterable = r.b(w);
        match any_set(r.peek(w.a())) {
            Some(set) => update(vm, set, &iterable),
            None => Ok(()),
        }
    }
    dict_update 0 (vm, w, r) {
        let mapping = r.b(w);
        vm.update_from_mapping(r.peek(w.a()), &mapping)
    }
    dict_merge 0 (vm, w, r) {
        let mapping = r.b(w);
        vm.merge_keywords(r.peek(w.a()), &mapping, r.peek(w.c()))
    }
}

pub unsafe fn list_append(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let list = *fp.add(word.a());
    let value = *fp.add(word.b());
    let value = if word.has(flag::B_TEMP) { value } else { incref(value) };
    let items = &mut *(*(list as *const crate::heap::Object<PyList>)).payload.items.as_ptr();
    if items.len() == items.capacity() {
        return list_append_slow(value, pc, fp, list as K, vm);
    }
    let end = items.as_mut_ptr().add(items.len()).cast::<u64>();
    *end = value;
    items.set_len(items.len() + 1);
    next!(pc, fp, k, vm)
}

/// Grows the list first. The list's word comes in the place of the constants.
#[cold]
#[inline(never)]
unsafe fn list_append_slow(value: u64, pc: Pc, fp: Fp, list: K, vm: *mut Vm) -> Exit {
    let items = &mut *(*list.cast::<crate::heap::Object<PyList>>()).payload.items.as_ptr();
    items.push(value_of(value));
    let k = (*(*(*vm).interp.frame).code).constants();
    next!(pc, fp, k, vm)
}
