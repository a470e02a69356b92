//! Displays: tuples, lists, sets, dicts, slices, formatted strings.

#![expect(unsafe_code, reason = "handlers: see interp::dispatch for their contract")]
#![allow(
    unsafe_op_in_unsafe_fn,
    clippy::missing_safety_doc,
    missing_docs,
    reason = "the contract of handlers is that of interp::dispatch"
)]

use super::prelude::*;
use crate::heap::VmCell;
use crate::heap::var::{PyStr, PyTuple};
use crate::types::dict::{DictTable, PyDict};
use crate::types::list::PyList;
use crate::types::set::PySet;
use crate::types::set::{any_set, update};

/// An empty dict with room for some keys.
#[inline(always)]
fn new_dict(vm: &mut Vm, count: usize) -> Value {
    if count == 0 {
        return vm.new_dict();
    }
    vm.new_object(PyDict { table: VmCell::new(DictTable::with_capacity(count)) })
}

/// Sets a key of a dict that is being made.
#[inline(always)]
fn add(vm: &mut Vm, dict: &Value, key: &Value, value: Value) -> PyResult<()> {
    let Some(dict) = dict.downcast::<PyDict>() else { return Ok(()) };
    // The first key has none before it to be equal to.
    let hash = vm.hash(key)?;
    let table = dict.table.borrow_mut(vm);
    if table.is_empty() {
        table.insert_new(hash, key.clone(), value);
        return Ok(());
    }
    dict.set_hashed(vm, key, hash, value)
}

result_ops! {
    tuple 0 (vm, w, r) {
        let first = r.fp.add(w.b());
        Ok(vm.new_tuple_exact(w.c(), (0..w.c()).map(|i| {
            // SAFETY: the verifier says that the slots hold the items, and they are consumed here.
            unsafe { value_of(*first.add(i)) }
        })))
    }
    list 0 (vm, w, r) {
        let first = r.fp.add(w.b());
        let mut items: Vec<Value> = Vec::with_capacity(w.c());
        // The slots hold the items, which are consumed here: words are values.
        std::ptr::copy_nonoverlapping(first.cast::<Value>(), items.as_mut_ptr(), w.c());
        items.set_len(w.c());
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
        let dict = new_dict(vm, w.c());
        let pairs = w.c();
        let mut done = Ok(());
        for i in 0..pairs {
            let (key, value) = (r.take(w.b() + 2 * i), r.take(w.b() + 2 * i + 1));
            if done.is_ok() {
                done = add(vm, &dict, &key, value);
            }
        }
        done.map(|()| dict)
    }
    const_key_map 0 (vm, w, r) {
        let keys = r.take(w.b() + w.c());
        let dict = new_dict(vm, w.c());
        let keys = keys.downcast::<PyTuple>().map_or(&[][..], PyTuple::items);
        let mut done = Ok(());
        for i in 0..w.c() {
            let value = r.take(w.b() + i);
            if let (Ok(()), Some(key)) = (&done, keys.get(i)) {
                done = add(vm, &dict, key, value);
            }
        }
        done.map(|()| dict)
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
        let (start, stop) = (r.take(w.b()), r.take(w.b() + 1));
        let step = if w.c() == 3 { r.take(w.b() + 2) } else { Value::NONE };
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
        if let Some(list) = r.peek(w.a()).downcast::<PyList>()
            && list.extend_plain(vm, &iterable)
        {
            return Ok(());
        }
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
