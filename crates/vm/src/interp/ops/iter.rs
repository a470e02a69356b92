//! Iteration and unpacking.

#![expect(unsafe_code, reason = "handlers: see interp::dispatch for their contract")]
#![allow(
    unsafe_op_in_unsafe_fn,
    clippy::missing_safety_doc,
    missing_docs,
    reason = "the contract of handlers is that of interp::dispatch"
)]

use super::prelude::*;
use crate::heap::var::{PyStr, PyTuple, StrData};
use crate::interp::exact::{
    BYTES_ITERATOR, DICT_ITEMS, DICT_KEYS, DICT_VALUES, ENUMERATE, GENERATOR, LIST, LIST_ITERATOR,
    LIST_REVERSE_ITERATOR, RANGE_ITERATOR, SET_ITERATOR, STR, STR_ITERATOR, TUPLE, TUPLE_ITERATOR, ZIP,
};
use crate::interp::resume;
use crate::types::bytes::iter::PyBytesIterator;
use crate::types::dict::PyDict;
use crate::types::dict::iter::{DictCursor, PyDictItemIterator, PyDictKeyIterator, PyDictValueIterator};
use crate::types::enumerate::PyEnumerate;
use crate::types::generator::PyGenerator;
use crate::types::list::{PyList, PyListIterator, PyListReverseIterator};
use crate::types::range::iter::PyRangeIterator;
use crate::types::set::{PySetIterator, any_set};
use crate::types::str::iter::PyStrIterator;
use crate::types::tuple::PyTupleIterator;
use crate::types::zip::PyZip;

result_ops! {
    get_iter 0 (vm, w, r) {
        let value = r.b(w);
        vm.iter(&value)
    }
}

/// Stores an item, and drops what a local held.
#[inline(always)]
unsafe fn store<const L: bool>(w: Word, item: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let place = fp.add(w.c());
    if L {
        let old = *place;
        *place = item;
        if old & 7 == 0 {
            return moves::release_next(old, pc, fp, k, vm);
        }
    } else {
        *place = item;
    }
    next!(pc, fp, k, vm)
}

/// The next item of the iterator in slot b to slot c (`L`: a local), or a jump at its end.
pub unsafe fn for_iter<const L: bool>(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let iterator = *fp.add(word.b());
    if has_shape(iterator, RANGE_ITERATOR) {
        let range = &(*(iterator as *const crate::heap::Object<PyRangeIterator>)).payload;
        let index = range.index.get();
        if index < range.len {
            let item = range.start.wrapping_add(index.wrapping_mul(range.step));
            if item.unsigned_abs() < 1 << 60 {
                range.index.set(index + 1);
                return store::<L>(word, ((item << 2) | 1) as u64, pc, fp, k, vm);
            }
        }
    } else if has_shape(iterator, LIST_ITERATOR) {
        let list = &(*(iterator as *const crate::heap::Object<PyListIterator>)).payload;
        if let Some(items) = &*list.list.as_ptr()
            && has_shape(items.word(), LIST)
        {
            let items = &*(*(items.word() as *const crate::heap::Object<PyList>)).payload.items.as_ptr();
            let index = list.index.get();
            if index < items.len() {
                list.index.set(index + 1);
                let item = items.get_unchecked(index).word();
                if !L && unpacks(w, *pc) {
                    return for_item_unpacked(item, pc, fp, k, vm);
                }
                return store::<L>(word, incref(item), pc, fp, k, vm);
            }
        }
    } else if has_shape(iterator, GENERATOR) {
        return for_generator(w, pc, fp, k, vm);
    }
    if !L && unpacks(w, *pc) {
        return for_unpacked(w, pc, fp, k, vm);
    }
    for_iter_more::<L>(w, pc, fp, k, vm)
}

/// Tuples, strs of one-byte characters, keys and values of dicts.
#[inline(never)]
unsafe fn for_iter_more<const L: bool>(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let iterator = *fp.add(word.b());
    if has_shape(iterator, TUPLE_ITERATOR) {
        let tuple = &(*(iterator as *const crate::heap::Object<PyTupleIterator>)).payload;
        if let Some(items) = &*tuple.tuple.as_ptr()
            && has_shape(items.word(), TUPLE)
        {
            let items = (*(items.word() as *const crate::heap::Object<PyTuple>)).payload.items();
            let index = tuple.index.get();
            if index < items.len() {
                tuple.index.set(index + 1);
                return store::<L>(word, incref(items.get_unchecked(index).word()), pc, fp, k, vm);
            }
        }
    } else if has_shape(iterator, STR_ITERATOR) {
        let text = &(*(iterator as *const crate::heap::Object<PyStrIterator>)).payload;
        let whole = (*text.text.as_ptr()).word();
        if has_shape(whole, STR)
            && let StrData::Ascii(units) | StrData::Latin1(units) =
                (*(whole as *const crate::heap::Object<PyStr>)).payload.data()
        {
            let place = text.place.get();
            let latin1 = &(*vm).singletons.latin1;
            if let Some(c) = units.get(place).and_then(|&unit| latin1.get(usize::from(unit))) {
                text.place.set(place + 1);
                return store::<L>(word, incref(c.word()), pc, fp, k, vm);
            }
        }
    }
    if let Some(item) = of_reversed(iterator).or_else(|| of_set(iterator)).or_else(|| of_bytes(iterator, vm)) {
        return store::<L>(word, item, pc, fp, k, vm);
    }
    if let Some(cursor) = keys_or_values(iterator)
        && let Some(item) = cursor_item(cursor, has_shape(iterator, DICT_KEYS))
    {
        return store::<L>(word, item, pc, fp, k, vm);
    }
    for_iter_slow::<L>(w, pc, fp, k, vm)
}

/// The next item of a reversed list, with its reference; `None` at its end, and for other iterators.
#[inline(always)]
unsafe fn of_reversed(iterator: u64) -> Option<u64> {
    if !has_shape(iterator, LIST_REVERSE_ITERATOR) {
        return None;
    }
    let this = &(*(iterator as *const crate::heap::Object<PyListReverseIterator>)).payload;
    let list = (*this.list.as_ptr()).as_ref()?.downcast::<PyList>()?;
    let index = this.index.get();
    let items: &Vec<Value> = &*list.items.as_ptr();
    let item = items.get(usize::try_from(index).ok()?)?;
    this.index.set(index - 1);
    Some(incref(item.word()))
}

/// The next element of a set that has not changed, with its reference; `None` at its end, and for other iterators.
#[inline(always)]
unsafe fn of_set(iterator: u64) -> Option<u64> {
    if !has_shape(iterator, SET_ITERATOR) {
        return None;
    }
    let this = &(*(iterator as *const crate::heap::Object<PySetIterator>)).payload;
    let table = &*any_set((*this.set.as_ptr()).as_ref()?)?.as_ptr();
    if table.len() != this.used.get() {
        return None;
    }
    let (place, key, _) = table.next(this.place.get())?;
    this.place.set(place + 1);
    this.left.set(this.left.get().saturating_sub(1));
    Some(incref(key.word()))
}

/// The next of some bytes; `None` at their end, and for other iterators.
#[inline(always)]
unsafe fn of_bytes(iterator: u64, vm: *mut Vm) -> Option<u64> {
    if !has_shape(iterator, BYTES_ITERATOR) {
        return None;
    }
    next_byte(&(*(iterator as *const crate::heap::Object<PyBytesIterator>)).payload, vm)
}

#[inline(never)]
unsafe fn next_byte(bytes: &PyBytesIterator, vm: *mut Vm) -> Option<u64> {
    bytes.advance(&mut *vm).map(word_of)
}

/// The cursor of an iterator of a dict's keys or values.
#[inline(always)]
unsafe fn keys_or_values<'a>(iterator: u64) -> Option<&'a DictCursor> {
    if has_shape(iterator, DICT_KEYS) {
        Some(&(*(iterator as *const crate::heap::Object<PyDictKeyIterator>)).payload.cursor)
    } else if has_shape(iterator, DICT_VALUES) {
        Some(&(*(iterator as *const crate::heap::Object<PyDictValueIterator>)).payload.cursor)
    } else {
        None
    }
}

/// The next key or value, with its reference; `None` at the end, and where the dict has changed.
#[inline(always)]
unsafe fn cursor_item(cursor: &DictCursor, keys: bool) -> Option<u64> {
    let dict = (*cursor.dict.as_ptr()).as_ref()?;
    let table = &*dict.downcast::<PyDict>()?.table.as_ptr();
    let left = cursor.left.get().checked_sub(1)?;
    if table.len() != cursor.used.get() {
        return None;
    }
    let (position, entry) = table.next_from(cursor.position.get())?;
    cursor.position.set(position + 1);
    cursor.left.set(left);
    Some(incref(if keys { entry.key.word() } else { entry.value.word() }))
}

/// Whether the instruction behind a FOR_ITER takes its item apart.
#[inline(always)]
fn unpacks(w: u64, next: u64) -> bool {
    let (word, next) = (Word(w), Word(next));
    next.number() == Op::Unpack as u8 && next.has(flag::B_TEMP) && next.b() == word.c()
}

/// `for a, b in ...`: where the iterator would make a tuple only for its items to be taken out of it again, they go to
/// their slots at once.
#[inline(never)]
unsafe fn for_unpacked(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    save_pc(vm, pc);
    let unpack = Word(*pc);
    match next_items(*fp.add(Word(w).b()), fp.add(unpack.a()), unpack.c(), vm) {
        PASSED => for_iter_slow::<false>(w, pc, fp, k, vm),
        outcome::TAKEN => exhausted(vm),
        outcome => finish!(outcome, w, pc.add(1), fp, k, vm),
    }
}

/// Takes an item of a list, which is still the list's, apart as the UNPACK_SEQUENCE at `pc` would.
#[inline(never)]
unsafe fn for_item_unpacked(item: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let unpack = Word(*pc);
    if has_shape(item, TUPLE) {
        let parts = (*(item as *const crate::heap::Object<PyTuple>)).payload.items();
        if parts.len() == unpack.c() {
            let last = fp.add(unpack.a() + parts.len());
            for (i, part) in parts.iter().enumerate() {
                *last.sub(i + 1) = incref(part.word());
            }
            next!(pc.add(1), fp, k, vm)
        }
    }
    *fp.add(unpack.b()) = incref(item);
    next!(pc, fp, k, vm)
}

/// The outcome of `next_items` for iterators that it knows nothing of.
const PASSED: u8 = 255;

/// Takes the `count` parts of the next item from an iterator of tuples; the first goes topmost, as UNPACK_SEQUENCE puts it.
#[inline(never)]
unsafe fn next_items(iterator: u64, into: *mut u64, count: usize, vm: *mut Vm) -> u8 {
    let vm = &mut *vm;
    let pair = if has_shape(iterator, ENUMERATE) && count == 2 {
        let this = &(*(iterator as *const crate::heap::Object<PyEnumerate>)).payload;
        let index = this.index.get();
        if (0..1 << 60).contains(&index)
            && let Some(item) = next_of_list(&this.iterator)
        {
            this.index.set(index + 1);
            *into = item;
            *into.add(1) = ((index << 2) | 1) as u64;
            return if wants_attention(vm) { outcome::ATTEND } else { outcome::NEXT };
        }
        this.next_pair(vm)
    } else if has_shape(iterator, DICT_ITEMS) && count == 2 {
        let this = &(*(iterator as *const crate::heap::Object<PyDictItemIterator>)).payload;
        this.cursor.next(vm, |_, entry| (entry.key.clone(), entry.value.clone()))
    } else if has_shape(iterator, ZIP) {
        let this = &(*(iterator as *const crate::heap::Object<PyZip>)).payload;
        if this.iterators.len() != count {
            return PASSED;
        }
        return next_zipped(this, into, vm);
    } else {
        return PASSED;
    };
    match pair {
        Ok(Some((first, second))) => {
            *into = word_of(second);
            *into.add(1) = word_of(first);
            if wants_attention(vm) { outcome::ATTEND } else { outcome::NEXT }
        }
        Ok(None) => outcome::TAKEN,
        Err(_) => outcome::RAISED,
    }
}

/// The next item of the iterator of a list or range, with its reference; `None` at the end, and for other iterators.
#[inline(always)]
unsafe fn next_of_list(iterator: &Value) -> Option<u64> {
    if has_shape(iterator.word(), LIST_ITERATOR) {
        let list = &(*(iterator.word() as *const crate::heap::Object<PyListIterator>)).payload;
        let items = (*list.list.as_ptr()).as_ref().filter(|items| has_shape(items.word(), LIST))?;
        let items = &*(*(items.word() as *const crate::heap::Object<PyList>)).payload.items.as_ptr();
        let index = list.index.get();
        let item = items.get(index)?;
        list.index.set(index + 1);
        return Some(incref(item.word()));
    }
    if has_shape(iterator.word(), RANGE_ITERATOR) {
        let range = &(*(iterator.word() as *const crate::heap::Object<PyRangeIterator>)).payload;
        let index = range.index.get();
        let item = range.start.wrapping_add(index.wrapping_mul(range.step));
        if index < range.len && item.unsigned_abs() < 1 << 60 {
            range.index.set(index + 1);
            return Some(((item << 2) | 1) as u64);
        }
    }
    None
}

/// The next items of all of a zip's iterators.
unsafe fn next_zipped(zip: &PyZip, into: *mut u64, vm: &mut Vm) -> u8 {
    let count = zip.iterators.len();
    for (place, iterator) in zip.iterators.iter().enumerate() {
        if let Some(item) = next_of_list(iterator) {
            *into.add(count - 1 - place) = item;
            continue;
        }
        let end = match vm.next_item(iterator) {
            Ok(Some(item)) => {
                *into.add(count - 1 - place) = word_of(item);
                continue;
            }
            Ok(None) => zip.finish(vm, place),
            Err(raised) => Err(raised),
        };
        for before in 0..place {
            drop_word(*into.add(count - 1 - before));
        }
        return if end.is_ok() { outcome::TAKEN } else { outcome::RAISED };
    }
    // Zipping nothing ends at once.
    if count == 0 {
        return outcome::TAKEN;
    }
    if wants_attention(vm) { outcome::ATTEND } else { outcome::NEXT }
}

#[inline(never)]
unsafe fn for_iter_slow<const L: bool>(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    save_pc(vm, pc);
    match advance(L, w, fp, vm) {
        outcome::TAKEN => exhausted(vm),
        outcome => finish!(outcome, w, pc, fp, k, vm),
    }
}

/// Takes the next item through the iterator's type. `TAKEN` at the end.
#[inline(never)]
unsafe fn advance(local: bool, w: u64, fp: Fp, vm: *mut Vm) -> u8 {
    let word = Word(w);
    let r = Regs { fp, k: std::ptr::null(), pc: std::ptr::null_mut() };
    let iterator = r.peek(word.b());
    let item = next_of(iterator, &mut *vm);
    match item {
        Ok(Some(item)) => {
            if local {
                drop(r.replace(word.c(), item));
            } else {
                r.put(word.c(), item);
            }
            if wants_attention(vm) { outcome::ATTEND } else { outcome::NEXT }
        }
        Ok(None) => outcome::TAKEN,
        Err(_) => outcome::RAISED,
    }
}

/// The next item of an iterator; those of the commonest builtin types are told without a look-up.
#[inline(always)]
fn next_of(iterator: &Value, vm: &mut Vm) -> PyResult<Option<Value>> {
    if let Some(tuple) = iterator.downcast::<PyTupleIterator>() {
        return Ok(tuple.advance(vm));
    }
    if let Some(text) = iterator.downcast::<PyStrIterator>() {
        return Ok(text.advance(vm));
    }
    match vm.type_of(iterator).slots.next.get() {
        Some(next) => next(vm, iterator),
        None => vm.next(iterator),
    }
}

/// Leaves the loop that the running frame's instruction is: its iterator is at its end.
#[inline(never)]
pub unsafe fn exhausted(vm: *mut Vm) -> Exit {
    let frame = (*vm).interp.frame;
    let (pc, fp) = ((*frame).pc, (*frame).fp);
    let k = (*(*frame).code).constants();
    let w = Word(*pc.sub(1));
    let target = pc.offset(w.branch_offset());
    drop_word(*fp.add(w.b()));
    if wants_attention(vm) {
        return moves::attention(w.0, target, fp, k, vm);
    }
    next!(target, fp, k, vm)
}

/// Resumes a generator in this very loop.
#[inline(never)]
unsafe fn for_generator(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    save_pc(vm, pc);
    let generator = *fp.add(Word(w).b());
    let state = &raw const (*(generator as *const crate::heap::Object<PyGenerator>)).payload.state;
    if resume::is_ready(vm, state) {
        let pc = resume::take_up(vm, generator, state, Value::NONE_WORD, crate::interp::special::OTHER);
        let frame = (*vm).interp.frame;
        next!(pc, (*frame).fp, (*(*frame).code).constants(), vm)
    }
    for_generator_slow(w, pc, fp, k, vm)
}

#[inline(never)]
unsafe fn for_generator_slow(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let generator = *fp.add(Word(w).b());
    if wants_attention(vm) && (*vm).poll().is_err() {
        return except::unwind(w, pc, fp, k, vm);
    }
    let state = &(*(generator as *const crate::heap::Object<PyGenerator>)).payload.state;
    if !state.is_resumable() || !resume::has_room(&*vm, state) {
        return for_iter_slow_any(w, pc, fp, k, vm);
    }
    let pc = resume::push(&mut *vm, incref(generator), state, Value::NONE_WORD, crate::interp::special::OTHER);
    let frame = (*vm).interp.frame;
    next!(pc, (*frame).fp, (*(*frame).code).constants(), vm)
}

unsafe fn for_iter_slow_any(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    if Word(w).number() == Op::ForIterL as u8 {
        for_iter_slow::<true>(w, pc, fp, k, vm)
    } else {
        for_iter_slow::<false>(w, pc, fp, k, vm)
    }
}

effect_ops! {
    unpack_slow 0 (vm, w, r) {
        let source = r.b(w);
        let wanted = w.c();
        if vm.type_of(&source).slots.iter.get().is_none() && !vm.is_sequence(&source) {
            let got = vm.type_name(&source);
            return Err(vm.type_error(format!("cannot unpack non-iterable {got} object")));
        }
        let iterator = vm.iter(&source)?;
        let mut items = Vec::with_capacity(wanted);
        while items.len() < wanted {
            match vm.next(&iterator)? {
                Some(item) => items.push(item),
                None => {
                    let got = items.len();
                    return Err(vm.value_error(format!("not enough values to unpack (expected {wanted}, got {got})")));
                }
            }
        }
        if vm.next(&iterator)?.is_some() {
            return Err(vm.value_error(format!("too many values to unpack (expected {wanted})")));
        }
        for (i, item) in items.into_iter().enumerate() {
            r.put(w.a() + wanted - 1 - i, item);
        }
        Ok(())
    }
    unpack_ex 1 (vm, w, r) {
        let source = r.b(w);
        let (before, after) = ((r.cache(0) & 0xff) as usize, (r.cache(0) >> 8) as usize);
        let plain: Option<&[Value]> = if has_shape(source.word(), TUPLE) {
            source.downcast::<PyTuple>().map(PyTuple::items)
        } else if has_shape(source.word(), LIST) {
            source.downcast::<PyList>().map(|list| list.items.borrow(vm).as_slice())
        } else {
            None
        };
        if let Some((first, rest)) = plain.and_then(|items| items.split_at_checked(before))
            && let Some((middle, last)) = rest.len().checked_sub(after).and_then(|len| rest.split_at_checked(len))
        {
            let top = w.a() + before + after;
            for (i, item) in first.iter().enumerate() {
                r.put(top - i, item.clone());
            }
            for (i, item) in last.iter().enumerate() {
                r.put(top - before - 1 - i, item.clone());
            }
            r.put(top - before, vm.new_list(middle.to_vec()));
            return Ok(());
        }
        if vm.type_of(&source).slots.iter.get().is_none() && !vm.is_sequence(&source) {
            let got = vm.type_name(&source);
            return Err(vm.type_error(format!("cannot unpack non-iterable {got} object")));
        }
        let iterator = vm.iter(&source)?;
        let mut items = vm.collect(&iterator)?;
        if items.len() < before + after {
            let (got, wanted) = (items.len(), before + after);
            return Err(vm.value_error(format!("not enough values to unpack (expected at least {wanted}, got {got})")));
        }
        let last = items.split_off(items.len() - after);
        let middle = items.split_off(before);
        let middle = vm.new_list(middle);
        let total = before + after + 1;
        for (i, item) in items.into_iter().chain(std::iter::once(middle)).chain(last).enumerate() {
            r.put(w.a() + total - 1 - i, item);
        }
        Ok(())
    }
}

/// Unpacks tuples and lists of the right length at once.
pub unsafe fn unpack_sequence(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let source = *fp.add(word.b());
    let items: &[Value] = if has_shape(source, TUPLE) {
        (*(source as *const crate::heap::Object<PyTuple>)).payload.items()
    } else if has_shape(source, LIST) {
        &*(*(source as *const crate::heap::Object<PyList>)).payload.items.as_ptr()
    } else {
        return unpack_slow(w, pc, fp, k, vm);
    };
    let count = word.c();
    if items.len() != count {
        return unpack_slow(w, pc, fp, k, vm);
    }
    let last = fp.add(word.a() + count);
    for (i, item) in items.iter().enumerate() {
        *last.sub(i + 1) = incref(item.word());
    }
    if word.has(flag::B_TEMP) {
        return moves::release_next(source, pc, fp, k, vm);
    }
    next!(pc, fp, k, vm)
}
