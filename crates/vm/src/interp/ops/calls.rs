//! Calls.

#![expect(unsafe_code, reason = "handlers: see interp::dispatch for their contract")]
#![allow(
    unsafe_op_in_unsafe_fn,
    clippy::missing_safety_doc,
    missing_docs,
    reason = "the contract of handlers is that of interp::dispatch"
)]

use super::dunder;
use super::prelude::*;
use crate::args::Args;
use crate::code::lower::NAMES_IN_SLOT;
use crate::heap::var::PyTuple;
use crate::heap::{Object, Payload};
use crate::interp::bind::bind;
use crate::interp::call::{Invoked, Known, NATIVE, construction_of, invoke};
use crate::interp::exact::{BUILTIN, DICT, LIST, METHOD, METHOD_DESCRIPTOR, TUPLE, TYPE};
use crate::interp::special;
use crate::object::Ty;
use crate::object::def::NativeFn;
use crate::protocol::call::WHILE_CALLING;
use crate::types::builtin_function::PyBuiltin;
use crate::types::descr::PyMethodDescr;
use crate::types::dict::PyDict;
use crate::types::function::PyFunction;
use crate::types::list::PyList;
use crate::types::method::PyMethod;
use crate::types::object::PyObject;
use crate::types::type_::type_call;

/// Starts the frame that has just been pushed.
#[inline(always)]
pub unsafe fn enter(vm: *mut Vm) -> Exit {
    let frame = (*vm).interp.frame;
    let code = (*frame).code;
    next!((*code).start(), (*frame).fp, (*code).constants(), vm)
}

/// Starts a function whose arguments are in place.
#[inline(always)]
unsafe fn start(function: u64, args: *mut u64, argc: usize, w: u64, pc: Pc, vm: *mut Vm) -> Exit {
    let caller = (*vm).interp.frame;
    (*caller).pc = pc;
    if !has_room(args, vm) {
        return start_slow(w, pc, (*caller).fp, (*(*caller).code).constants(), vm);
    }
    push_simple(function, args, argc, vm)
}

/// Whether a call with this many positional arguments has nothing else to bind.
#[inline(always)]
pub unsafe fn takes(callee: u64, argc: usize) -> bool {
    is_function(callee) && (*(callee as *const Object<PyFunction>)).payload.simple_argc.get() as usize == argc
}

/// Whether this is a Python function.
#[inline(always)]
pub unsafe fn is_function(callee: u64) -> bool {
    callee & 7 == 0 && header_of(callee).layout == PyFunction::LAYOUT
}

/// Whether a frame with these slots may start at once.
#[inline(always)]
pub unsafe fn has_room(args: *mut u64, vm: *mut Vm) -> bool {
    let interp = &(*vm).interp;
    interp.frame.add(1) < interp.frame_limit && args < interp.stack_limit && !wants_attention(vm)
}

/// Pushes a frame for a function that `takes` its arguments, which are in place, and starts it: there `has_room`, and the
/// running frame's place is saved. What it returns goes where that frame's instruction says.
#[inline(always)]
pub unsafe fn push_simple(function: u64, args: *mut u64, argc: usize, vm: *mut Vm) -> Exit {
    push_with(function, args, argc, 0, vm)
}

#[inline(always)]
unsafe fn push_with(function: u64, args: *mut u64, argc: usize, kind: u32, vm: *mut Vm) -> Exit {
    put_frame(function, args, argc, kind, vm);
    enter(vm)
}

/// Pushes a frame for a function that `takes` its arguments: see `push_simple`.
#[inline(always)]
pub unsafe fn put_frame(function: u64, args: *mut u64, argc: usize, kind: u32, vm: *mut Vm) {
    let code = (*(function as *const Object<PyFunction>)).payload.lowered.get();
    let frame = (*vm).interp.frame.add(1);
    (*frame).pc = (*code).start();
    (*frame).fp = args;
    (*frame).code = code;
    (*frame).func = function;
    (*frame).special = kind;
    (*vm).interp.frame = frame;
    for i in argc..(*code).nfast as usize {
        *args.add(i) = Value::UNBOUND_WORD;
    }
}

/// A call that cannot start at once: signals first, or too deep.
#[cold]
#[inline(never)]
unsafe fn start_slow(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    if wants_attention(vm) && (*vm).poll().is_err() {
        let word = Word(w);
        let count = word.c() + if word.number() == Op::CallMethod as u8 { 2 } else { 1 };
        for i in 0..count {
            drop_word(*fp.add(word.b() + i));
        }
        return except::unwind(w, pc, fp, k, vm);
    }
    if Word(w).number() == Op::CallMethod as u8 { method_slow(w, pc, fp, k, vm) } else { call_slow(w, pc, fp, k, vm) }
}

pub unsafe fn call(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let base = fp.add(word.b());
    let callee = *base;
    if takes(callee, word.c()) {
        return start(callee, base.add(1), word.c(), w, pc, vm);
    }
    call_at(w, pc, fp, k, vm, base)
}

/// The callee's place and the number of its arguments.
#[inline(always)]
unsafe fn arguments(w: u64, fp: Fp) -> (*mut u64, usize) {
    let word = Word(w);
    let base = fp.add(word.b());
    if word.number() != Op::CallMethod as u8 {
        (base, word.c())
    } else if *base == Value::UNBOUND_WORD {
        (base.add(1), word.c())
    } else {
        (base, word.c() + 1)
    }
}

/// Calls what is in `base`, with positional arguments behind it.
#[inline(never)]
unsafe fn call_at(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm, base: *mut u64) -> Exit {
    let callee = *base;
    if callee & 7 == 0 {
        match header_of(callee).shape_id().number() {
            TYPE => return call_class(w, pc, fp, k, vm, base),
            BUILTIN => return call_builtin(w, pc, fp, k, vm, base),
            METHOD_DESCRIPTOR => return call_descriptor(w, pc, fp, k, vm, base),
            METHOD => return call_bound(w, pc, fp, k, vm, base),
            _ => {
                let argc = arguments(w, fp).1;
                if takes(callee, argc) {
                    return start(callee, base.add(1), argc, w, pc, vm);
                }
                if !is_function(callee) {
                    return call_object(w, pc, fp, k, vm, base);
                }
            }
        }
    }
    call_any(w, pc, fp, k, vm)
}

#[inline(always)]
unsafe fn call_any(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    if Word(w).number() == Op::CallMethod as u8 { method_slow(w, pc, fp, k, vm) } else { call_slow(w, pc, fp, k, vm) }
}

/// An object whose class has a `__call__`: the object is the first argument where it lies.
#[inline(never)]
unsafe fn call_object(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm, base: *mut u64) -> Exit {
    let argc = arguments(w, fp).1;
    if let Some(function) = dunder::call_method_of(base, argc, vm) {
        save_pc(vm, pc);
        return push_simple(function, base, argc + 1, vm);
    }
    call_any(w, pc, fp, k, vm)
}

/// A class. With a Python `__init__` that takes the arguments as they are, the instance comes into the callee's slot.
#[inline(never)]
unsafe fn call_class(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm, base: *mut u64) -> Exit {
    let argc = arguments(w, fp).1;
    if let Some(ty) = Ty::from_value(&*base.cast::<Value>())
        && ty.construction_epoch.get() == (*vm).epoch
    {
        let init = ty.construction.get();
        if init & 7 == 0 && init != 0 && takes(init, argc + 1) && has_room(base, vm) {
            save_pc(vm, pc);
            let instance = word_of((*vm).new_instance(ty, PyObject(())));
            *base = incref(instance);
            (*(*vm).interp.frame.add(1)).owner = instance;
            return push_with(incref(init), base, argc + 1, special::INIT, vm);
        }
        if init == NATIVE {
            save_pc(vm, pc);
            finish!(call_native_class(w, fp, vm, base, argc), w, pc, fp, k, vm)
        }
    }
    call_any(w, pc, fp, k, vm)
}

/// Calls a class whose `__new__` and `__init__` are native, or found when they run.
#[inline(never)]
unsafe fn call_native_class(w: u64, fp: Fp, vm: *mut Vm, base: *mut u64, argc: usize) -> u8 {
    let class = &*base.cast::<Value>();
    let values = std::slice::from_raw_parts(base.add(1).cast::<Value>(), argc);
    let args = Args::positional_only(values);
    let result = match (*vm).deeper(WHILE_CALLING) {
        Ok(depth) => {
            let result = type_call(&mut *vm, class, args);
            (*vm).depth.set(depth);
            result
        }
        Err(raised) => Err(raised),
    };
    for i in 1..=argc {
        let word = *base.add(i);
        if release(word) {
            drop_word(word);
        }
    }
    call_outcome(result.map(Invoked::Value), Word(w), fp, vm)
}

/// A bound method of a Python function: the receiver comes into the callee's slot.
#[inline(never)]
unsafe fn call_bound(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm, base: *mut u64) -> Exit {
    let argc = arguments(w, fp).1 + 1;
    let callee = *base;
    let method = &(*(callee as *const Object<PyMethod>)).payload;
    if takes(method.func.word(), argc) && has_room(base, vm) {
        save_pc(vm, pc);
        let function = incref(method.func.word());
        *base = incref(method.receiver.word());
        if release(callee) {
            drop_word(callee);
        }
        return push_simple(function, base, argc, vm);
    }
    call_any(w, pc, fp, k, vm)
}

/// A native function.
#[inline(never)]
unsafe fn call_builtin(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm, base: *mut u64) -> Exit {
    let argc = arguments(w, fp).1;
    let builtin = &(*(*base as *const Object<PyBuiltin>)).payload;
    let Some(def) = builtin.function_def() else { return call_any(w, pc, fp, k, vm) };
    let known = &(*vm).interp.known;
    if argc == 1 && std::ptr::eq(def, known.len) {
        if let Some(len) = length(*base.add(1)) {
            return native_result(((len as i64) << 2 | 1) as u64, w, pc, fp, k, vm, base);
        }
    } else if argc == 2 && std::ptr::eq(def, known.isinstance) {
        let (object, class) = (*base.add(1), *base.add(2));
        if has_shape(class, TYPE) && object & 7 == 0 && header_of(object).refcount.get() != 1 {
            let shape = header_of(object).shape_id();
            if (*vm).heap.shape(shape).ty.address() == class {
                release(object);
                return native_result(Value::TRUE_WORD, w, pc, fp, k, vm, base);
            }
        }
    }
    save_pc(vm, pc);
    finish!(call_native(def.func, w, fp, vm, base, argc), w, pc, fp, k, vm)
}

/// The length of an object of an exact builtin type, whose reference (not the last one) is given back.
#[inline(always)]
unsafe fn length(object: u64) -> Option<i32> {
    if object & 7 != 0 || header_of(object).refcount.get() == 1 {
        return None;
    }
    let len = match header_of(object).shape_id().number() {
        LIST => (*(*(object as *const Object<PyList>)).payload.items.as_ptr()).len(),
        TUPLE => (*(object as *const Object<PyTuple>)).payload.items().len(),
        DICT => (*(*(object as *const Object<PyDict>)).payload.table.as_ptr()).len(),
        _ => return None,
    };
    let len = i32::try_from(len).ok()?;
    release(object);
    Some(len)
}

/// Ends the call of a native that was done here: the callee, which is no last reference, is given back. A class or an
/// immediate may lie behind it.
#[inline(always)]
unsafe fn native_result(result: u64, w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm, base: *mut u64) -> Exit {
    let word = Word(w);
    let callee = *base;
    let place = fp.add(word.a());
    if word.flags() & (flag::DISCARD | flag::DEST_LOCAL) == 0 {
        *place = result;
        return moves::release_next(callee, pc, fp, k, vm);
    }
    if word.has(flag::DISCARD) {
        return moves::release_next(callee, pc, fp, k, vm);
    }
    let old = *place;
    *place = result;
    if release(callee) {
        drop_word(callee);
    }
    moves::release_next(old, pc, fp, k, vm)
}

/// A native method with its receiver in front of the arguments.
#[inline(never)]
unsafe fn call_descriptor(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm, base: *mut u64) -> Exit {
    let argc = arguments(w, fp).1;
    let def = (*(*base as *const Object<PyMethodDescr>)).payload.def;
    if argc == 2 && std::ptr::eq(def, (*vm).interp.known.append) {
        let list = *base.add(1);
        if has_shape(list, LIST) && header_of(list).refcount.get() != 1 {
            let items = &mut *(*(list as *const Object<PyList>)).payload.items.as_ptr();
            if items.len() < items.capacity() {
                items.as_mut_ptr().add(items.len()).cast::<u64>().write(*base.add(2));
                items.set_len(items.len() + 1);
                release(list);
                return native_result(Value::NONE_WORD, w, pc, fp, k, vm, base);
            }
        }
    }
    if argc == 0 {
        return call_any(w, pc, fp, k, vm);
    }
    save_pc(vm, pc);
    finish!(call_native(def.func, w, fp, vm, base, argc), w, pc, fp, k, vm)
}

/// Calls a native that borrows its arguments behind `base`; they and the callee are dropped.
#[inline(never)]
unsafe fn call_native(native: NativeFn, w: u64, fp: Fp, vm: *mut Vm, base: *mut u64, argc: usize) -> u8 {
    if (*vm).interp.known.append.is_null() {
        Known::find(&mut *vm);
    }
    let values = std::slice::from_raw_parts(base.add(1).cast::<Value>(), argc);
    let result = native(&mut *vm, Args::positional_only(values));
    let (mut at, end) = (base, base.add(argc + 1));
    while at < end {
        let word = *at;
        if release(word) {
            drop_word(word);
        }
        at = at.add(1);
    }
    call_outcome(result.map(Invoked::Value), Word(w), fp, vm)
}

pub unsafe fn call_method(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    let word = Word(w);
    let base = fp.add(word.b());
    let callee = *base;
    let argc = word.c() + 1;
    if takes(callee, argc) {
        return start(callee, base.add(1), argc, w, pc, vm);
    }
    call_at(w, pc, fp, k, vm, arguments(w, fp).0)
}

/// What `invoke` led to: `TAKEN` if a frame was pushed.
#[inline(always)]
unsafe fn call_outcome(result: PyResult<Invoked>, w: Word, fp: Fp, vm: *mut Vm) -> u8 {
    match result {
        Ok(Invoked::Frame) => outcome::TAKEN,
        Ok(Invoked::Value(value)) => {
            deliver(w, value, fp);
            if wants_attention(vm) { outcome::ATTEND } else { outcome::NEXT }
        }
        Err(_) => outcome::RAISED,
    }
}

/// Puts the result of a call where its instruction wants it.
#[inline(always)]
pub unsafe fn deliver(w: Word, value: Value, fp: Fp) {
    let place = fp.add(w.a());
    if w.has(flag::DISCARD) {
        drop(value);
    } else if w.has(flag::DEST_LOCAL) {
        drop(place.cast::<Value>().replace(value));
    } else {
        *place = word_of(value);
    }
}

macro_rules! finish_call {
    ($outcome:expr, $words:literal, $w:ident, $pc:ident, $fp:ident, $k:ident, $vm:ident) => {
        match $outcome {
            outcome::TAKEN => enter($vm),
            outcome => finish!(outcome, $w, $pc.add($words), $fp, $k, $vm),
        }
    };
}

#[inline(never)]
unsafe fn call_slow(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    save_pc(vm, pc);
    finish_call!(invoke_callee(w, fp, vm), 0, w, pc, fp, k, vm)
}

#[inline(never)]
unsafe fn invoke_callee(w: u64, fp: Fp, vm: *mut Vm) -> u8 {
    let word = Word(w);
    let base = fp.add(word.b());
    let result = invoke(&mut *vm, value_of(*base), base.add(1), word.c(), &[], 0);
    call_outcome(result, word, fp, vm)
}

#[inline(never)]
unsafe fn method_slow(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    save_pc(vm, pc);
    finish_call!(invoke_method(w, fp, vm), 0, w, pc, fp, k, vm)
}

#[inline(never)]
unsafe fn invoke_method(w: u64, fp: Fp, vm: *mut Vm) -> u8 {
    let word = Word(w);
    let base = fp.add(word.b());
    let result = if *base == Value::UNBOUND_WORD {
        invoke(&mut *vm, value_of(*base.add(1)), base.add(2), word.c(), &[], 0)
    } else {
        invoke(&mut *vm, value_of(*base), base.add(1), word.c() + 1, &[], 0)
    };
    call_outcome(result, word, fp, vm)
}

pub unsafe fn call_kw(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    save_pc(vm, pc);
    finish_call!(invoke_with_names(w, Regs { fp, k, pc }, vm), 1, w, pc, fp, k, vm)
}

#[inline(never)]
unsafe fn invoke_with_names(w: u64, r: Regs, vm: *mut Vm) -> u8 {
    let word = Word(w);
    let base = r.fp.add(word.b());
    let names = r.cache(0);
    let held;
    let tuple: &Value = if names & NAMES_IN_SLOT == 0 {
        r.constant(names as usize)
    } else {
        held = r.take(names as u32 as usize);
        &held
    };
    let names = tuple.downcast::<PyTuple>().map_or(&[][..], PyTuple::items);
    let callee = *base;
    if is_function(callee) && has_room(base.add(word.c()), vm) {
        let function = &(*(callee as *const Object<PyFunction>)).payload;
        let code = function.lowered.get();
        if !code.is_null() && (*code).is_plain {
            if bind(&mut *vm, function, &*code, base.add(1), word.c(), names).is_err() {
                drop_word(callee);
                return outcome::RAISED;
            }
            put_frame(callee, base.add(1), (*code).nfast as usize, 0, vm);
            return outcome::TAKEN;
        }
    }
    let result = invoke(&mut *vm, value_of(*base), base.add(1), word.c(), names, 0);
    call_outcome(result, word, r.fp, vm)
}

pub unsafe fn call_ex(w: u64, pc: Pc, fp: Fp, k: K, vm: *mut Vm) -> Exit {
    save_pc(vm, pc);
    finish_call!(invoke_spread(w, Regs { fp, k, pc }, vm), 0, w, pc, fp, k, vm)
}

#[inline(never)]
unsafe fn invoke_spread(w: u64, r: Regs, vm: *mut Vm) -> u8 {
    let word = Word(w);
    let callee = r.take(word.b());
    let args = r.take(word.b() + 1);
    let keywords = if word.c() == 1 { Some(r.take(word.b() + 2)) } else { None };
    let result = spread(&mut *vm, callee, args, keywords);
    call_outcome(result, word, r.fp, vm)
}

/// Calls with an iterable of arguments and a mapping of keywords.
unsafe fn spread(vm: &mut Vm, callee: Value, args: Value, keywords: Option<Value>) -> PyResult<Invoked> {
    let args = if vm.is_exact::<PyTuple>(&args) { args } else { vm.spread_positional(&callee, &args)? };
    let keywords = match keywords {
        Some(mapping) => Some(vm.spread_keywords(&callee, mapping)?),
        None => None,
    };
    let mut names = std::mem::take(&mut vm.interp.names);
    let result = match &keywords {
        Some(dict) => vm.keyword_names(dict, &mut names),
        None => Ok(()),
    };
    let result = match result {
        Ok(()) => spread_values(vm, callee, args, keywords, &names),
        Err(raised) => Err(raised),
    };
    names.clear();
    vm.interp.names = names;
    result
}

/// As `spread`, of a tuple and a dict whose keys are `names`.
unsafe fn spread_values(
    vm: &mut Vm,
    callee: Value,
    args: Value,
    keywords: Option<Value>,
    names: &[Value],
) -> PyResult<Invoked> {
    let values = args.downcast::<PyTuple>().map_or(&[][..], PyTuple::items);
    if !runs_python(vm, &callee) {
        // A native borrows its arguments: they may not lie where the calls that it makes put theirs.
        let Some(keywords) = keywords.filter(|_| !names.is_empty()) else {
            return vm.call_args(&callee, Args::positional_only(values)).map(Invoked::Value);
        };
        let mut all = values.to_vec();
        if let Some(dict) = keywords.downcast::<PyDict>() {
            all.extend(dict.table.borrow(vm).iter().map(|entry| entry.value.clone()));
        }
        return vm.call_args(&callee, Args::new(&all, names)).map(Invoked::Value);
    }
    // A frame of a Python function may begin above the running one.
    let place = vm.interp.top().add(1);
    let count = values.len() + names.len();
    if place.add(count) >= vm.interp.stack_limit {
        return Err(vm.memory_error());
    }
    for (i, value) in values.iter().enumerate() {
        *place.add(i) = incref(value.word());
    }
    if let Some(dict) = keywords.as_ref().and_then(|dict| dict.downcast::<PyDict>()) {
        for (i, entry) in dict.table.borrow(vm).iter().take(names.len()).enumerate() {
            *place.add(values.len() + i) = incref(entry.value.word());
        }
    }
    drop((args, keywords));
    invoke(vm, callee, place, count, names, 0)
}

/// Whether calling `callee` pushes a frame of Python code, which takes its arguments over where they lie.
fn runs_python(vm: &mut Vm, callee: &Value) -> bool {
    if let Some(method) = callee.downcast::<PyMethod>() {
        return method.func.is_a::<PyFunction>();
    }
    match callee.header().map(|head| head.shape_id().number()) {
        _ if callee.is_a::<PyFunction>() => true,
        // An `__init__` after an own `__new__`, a native, which gets the arguments first, does not count.
        Some(TYPE) => Ty::from_value(callee).is_some_and(|ty| {
            let construction = construction_of(vm, ty);
            construction & !7 != 0 && construction & 7 == 0
        }),
        _ => false,
    }
}
