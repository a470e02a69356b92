//! Calling any callable whose arguments are on the value stack.

#![expect(unsafe_code, reason = "arguments are words of the value stack")]
#![allow(unsafe_op_in_unsafe_fn, reason = "the contracts are those of the functions' own texts")]

use minipy_bytecode::CodeFlags;

use super::bind;
use super::frame::special;
use super::regs::{incref, value_of, word_of};
use crate::args::Args;
use crate::exc::PyResult;
use crate::heap::var::PyStr;
use crate::object::def::MethodDef;
use crate::object::slots::NewFn;
use crate::object::{PyType, Ty, TypeFlags};
use crate::types::builtin_function::PyBuiltin;
use crate::types::descr::PyMethodDescr;
use crate::types::dict::PyDict;
use crate::types::function::PyFunction;
use crate::types::list::PyList;
use crate::types::method::PyMethod;
use crate::types::object::PyObject;
use crate::value::Value;
use crate::vm::Vm;

/// What a call has led to.
pub enum Invoked {
    /// A frame was pushed: run it.
    Frame,
    /// It is over.
    Value(Value),
}

/// Natives that the interpreter does itself in the commonest cases.
#[derive(Clone, Copy)]
pub struct Known {
    /// `len`
    pub len: *const MethodDef,
    /// `isinstance`
    pub isinstance: *const MethodDef,
    /// `list.append`
    pub append: *const MethodDef,
}

impl Default for Known {
    fn default() -> Known {
        Known { len: std::ptr::null(), isinstance: std::ptr::null(), append: std::ptr::null() }
    }
}

impl Known {
    /// Finds them, when the first native is called.
    #[cold]
    #[inline(never)]
    pub(super) fn find(vm: &mut Vm) {
        let builtins = vm.builtins.clone();
        let function = |vm: &mut Vm, name: &str| {
            let name = vm.intern(name);
            let found = builtins.downcast::<PyDict>().and_then(|dict| dict.get_str(vm, &name));
            let def = found.as_ref().and_then(|found| found.downcast::<PyBuiltin>()).and_then(PyBuiltin::def);
            def.filter(|def| Some(def.name()) == vm.str_text(&name).as_deref())
                .map_or(std::ptr::null(), |def| &raw const *def)
        };
        let (len, isinstance) = (function(vm, "len"), function(vm, "isinstance"));
        let name = vm.intern("append");
        let list = vm.ty::<PyList>();
        let append = list.own_attr(vm, &name);
        let append = append.as_ref().and_then(|found| found.downcast::<PyMethodDescr>()).map(|descr| descr.def);
        vm.interp.known = Known { len, isinstance, append: append.map_or(std::ptr::null(), |def| &raw const *def) };
    }
}

/// Drops `count` arguments.
unsafe fn drop_args(args: *mut u64, count: usize) {
    for i in 0..count {
        drop(value_of(*args.add(i)));
    }
}

/// Calls `callee` with `argc` values at `args`, the last of them named by `names`. All are consumed. The word before `args`
/// is free. Frames of Python functions are pushed, with `kind` as their [`special`] bits, and not run.
///
/// # Safety
/// `args` points into the value stack, at or above the running frame's temporaries, with room for a frame.
pub unsafe fn invoke(
    vm: &mut Vm,
    mut callee: Value,
    mut args: *mut u64,
    mut argc: usize,
    names: &[Value],
    kind: u32,
) -> PyResult<Invoked> {
    let mut moved = false;
    while let Some(head) = callee.header() {
        match head.shape_id().number() {
            14 => return call_function(vm, callee, args, argc, names, kind, 0),
            15 => {
                let Some((native, receiver)) = callee.downcast::<PyBuiltin>().and_then(PyBuiltin::native) else {
                    break;
                };
                if let Some(receiver) = receiver {
                    if moved {
                        break;
                    }
                    args = args.sub(1);
                    *args = word_of(receiver.clone());
                    argc += 1;
                }
                let values = std::slice::from_raw_parts(args.cast::<Value>(), argc);
                let result = native(vm, Args::new(values, names));
                drop_args(args, argc);
                return result.map(Invoked::Value);
            }
            16 => {
                let Some(method) = callee.downcast::<PyMethod>() else { break };
                if moved {
                    break;
                }
                let func = method.func.clone();
                args = args.sub(1);
                *args = word_of(method.receiver.clone());
                argc += 1;
                moved = true;
                callee = func;
            }
            27 => {
                let Some(native) = callee.downcast::<PyMethodDescr>().map(|descr| descr.def.func) else { break };
                if argc == names.len() {
                    break;
                }
                let values = std::slice::from_raw_parts(args.cast::<Value>(), argc);
                let result = native(vm, Args::new(values, names));
                drop_args(args, argc);
                return result.map(Invoked::Value);
            }
            2 => {
                if let Some(ty) = Ty::from_value(&callee)
                    && !moved
                {
                    if ty == vm.ty::<PyType>() && argc == 1 && names.is_empty() {
                        let object = value_of(*args);
                        return Ok(Invoked::Value(vm.type_of(&object).value()));
                    }
                    let construction = construction_of(vm, ty);
                    if construction & !7 != 0 {
                        return instantiate(vm, ty, construction, args, argc, names, kind);
                    }
                    if construction == BARE && argc == 0 {
                        return Ok(Invoked::Value(vm.new_instance(ty, PyObject(()))));
                    }
                }
                break;
            }
            // A function with attributes of its own.
            _ if callee.is_a::<PyFunction>() => return call_function(vm, callee, args, argc, names, kind, 0),
            _ => break,
        }
    }
    let values = std::slice::from_raw_parts(args.cast::<Value>(), argc);
    let result = vm.call_args(&callee, Args::new(values, names));
    drop_args(args, argc);
    result.map(Invoked::Value)
}

/// Calls a Python function: pushes its frame, or makes its generator.
unsafe fn call_function(
    vm: &mut Vm,
    callee: Value,
    args: *mut u64,
    argc: usize,
    names: &[Value],
    kind: u32,
    owner: u64,
) -> PyResult<Invoked> {
    let Some(function) = callee.downcast::<PyFunction>() else { return Ok(Invoked::Value(Value::NONE)) };
    let give_up = |owner: u64| {
        if owner != 0 {
            drop(value_of(owner));
        }
    };
    if function.lowered.get().is_null()
        && let Err(raised) = function.prepare(vm)
    {
        drop_args(args, argc);
        give_up(owner);
        return Err(raised);
    }
    if args >= vm.interp.stack_limit
        || args.add(argc) >= vm.interp.stack_limit
        || vm.interp.frame.add(1) >= vm.interp.frame_limit
    {
        drop_args(args, argc);
        give_up(owner);
        return Err(vm.too_deep(""));
    }
    let code = &*function.lowered.get();
    if names.is_empty() && function.simple_argc.get() as usize == argc {
        for i in argc..code.nfast as usize {
            *args.add(i) = Value::UNBOUND.word();
        }
    } else if let Err(raised) = bind::bind(vm, function, code, args, argc, names) {
        give_up(owner);
        return Err(raised);
    }
    if code.is_plain {
        push_frame(vm, word_of(callee), code, args, kind, owner);
        return Ok(Invoked::Frame);
    }
    if code.code.flags.is_generator_like() {
        let generator = super::resume::new_generator(vm, &callee, code, args);
        give_up(owner);
        return Ok(Invoked::Value(generator));
    }
    let names_are_globals = !code.code.flags.contains(CodeFlags::OPTIMIZED);
    let globals = if names_are_globals { function.globals.clone() } else { Value::NONE };
    push_frame(vm, word_of(callee), code, args, kind, owner);
    if names_are_globals {
        (*vm.interp.frame).special |= special::LOCALS;
        (*vm.interp.frame).locals = word_of(globals);
    }
    Ok(Invoked::Frame)
}

/// Pushes the record of a frame whose slots are filled. There is room for it.
///
/// # Safety
/// `fp` points to the frame's slots, `func` is an owned function whose code is `code`.
pub unsafe fn push_frame(
    vm: &mut Vm,
    func: u64,
    code: *const crate::code::Lowered,
    fp: *mut u64,
    kind: u32,
    owner: u64,
) {
    let frame = vm.interp.frame.add(1);
    (*frame).pc = (*code).start();
    (*frame).fp = fp;
    (*frame).code = code;
    (*frame).func = func;
    (*frame).special = kind;
    (*frame).owner = owner;
    vm.interp.frame = frame;
}

/// (`PyType::construction`.) Calling the class runs native code; nothing is known.
pub(super) const NATIVE: u64 = 0;
/// (`PyType::construction`.) The class has `object`'s `__new__` and `__init__`.
const BARE: u64 = 1;
/// (`PyType::construction`.) Added to the word of a Python `__init__`: another native `__new__` than `object`'s comes first.
const OWN_NEW: u64 = 2;

/// What calling a class whose metatype is `type` comes to: [`NATIVE`], [`BARE`], or the word of the Python function that is
/// its `__init__`, which can run in the loop. Borrowed from the class for as long as the epoch stands.
#[inline(always)]
pub(super) fn construction_of(vm: &mut Vm, ty: Ty) -> u64 {
    if ty.construction_epoch.get() == vm.epoch {
        return ty.construction.get();
    }
    find_construction(vm, ty)
}

#[inline(never)]
fn find_construction(vm: &mut Vm, ty: Ty) -> u64 {
    let construction = construction(vm, ty);
    ty.construction.set(construction);
    ty.construction_epoch.set(vm.epoch);
    construction
}

fn construction(vm: &mut Vm, ty: Ty) -> u64 {
    let Some(new) = ty.slots.new.get() else { return NATIVE };
    let excluded = TypeFlags(TypeFlags::ABSTRACT.0 | TypeFlags::NO_INSTANTIATION.0 | TypeFlags::TYPE_SUBCLASS.0);
    if ty.flags.get().0 & excluded.0 != 0 || std::ptr::fn_addr_eq(new, crate::object::dispatch::new as NewFn) {
        return NATIVE;
    }
    let object = vm.ty_by_layout(1);
    let plain = ty.layout == 1 && object.slots.new.get().is_some_and(|plain| std::ptr::fn_addr_eq(new, plain));
    let name = vm.names.__init__.clone();
    let Some(init) = ty.lookup(vm, &name) else { return NATIVE };
    if init.is_a::<PyFunction>() {
        return if plain { init.word() } else { init.word() | OWN_NEW };
    }
    let own = ty.slots.init.get().map(|init| init as usize);
    if plain && own == object.slots.init.get().map(|init| init as usize) { BARE } else { NATIVE }
}

/// `ty(*args)` with a Python `__init__`.
unsafe fn instantiate(
    vm: &mut Vm,
    ty: Ty,
    construction: u64,
    args: *mut u64,
    argc: usize,
    names: &[Value],
    kind: u32,
) -> PyResult<Invoked> {
    let init = value_of(incref(construction & !7));
    let instance = if construction & OWN_NEW == 0 {
        vm.new_instance(ty, PyObject(()))
    } else {
        let values = std::slice::from_raw_parts(args.cast::<Value>(), argc);
        let made = match ty.slots.new.get() {
            Some(new) => new(vm, ty, Args::new(values, names)),
            None => Ok(Value::NONE),
        };
        match made {
            Ok(instance) if vm.type_of(&instance) == ty => instance,
            Ok(other) => {
                let made = vm.type_of(&other);
                let done = match made.slots.init.get().filter(|_| made.is_subtype(vm, ty)) {
                    Some(init) => init(vm, &other, Args::new(values, names)),
                    None => Ok(()),
                };
                drop_args(args, argc);
                return done.map(|()| Invoked::Value(other));
            }
            Err(raised) => {
                drop_args(args, argc);
                return Err(raised);
            }
        }
    };
    let args = args.sub(1);
    let owner = word_of(instance);
    *args = incref(owner);
    match call_function(vm, init, args, argc + 1, names, kind | special::INIT, owner)? {
        Invoked::Frame => Ok(Invoked::Frame),
        Invoked::Value(value) => {
            // A generator: its owner is dropped already.
            let got = vm.type_name(&value);
            Err(vm.type_error(format!("__init__() should return None, not '{got}'")))
        }
    }
}

impl Vm {
    /// The positional values of `f(*args)`, as a tuple.
    #[inline(never)]
    pub(crate) fn spread_positional(&mut self, callee: &Value, args: &Value) -> PyResult {
        let iterable = self.type_of(args).slots.iter.get().is_some() || self.is_sequence(args);
        if !iterable {
            let name = self.function_text(callee)?;
            let got = self.type_name(args);
            return Err(self.type_error(format!("{name} argument after * must be an iterable, not {got}")));
        }
        let values = self.collect(args)?;
        Ok(self.new_tuple(values))
    }

    /// The keyword arguments of `f(**mapping)` as a dict: the mapping itself if it is one.
    pub(crate) fn spread_keywords(&mut self, callee: &Value, mapping: Value) -> PyResult {
        if self.is_exact::<PyDict>(&mapping) {
            return Ok(mapping);
        }
        let made = self.new_dict();
        self.merge_keywords(&made, &mapping, callee)?;
        Ok(made)
    }

    /// Puts the keys of a dict into `names`, interned; TypeError if one is no str.
    pub(crate) fn keyword_names(&mut self, dict: &Value, names: &mut Vec<Value>) -> PyResult<()> {
        let Some(dict) = dict.downcast::<PyDict>() else { return Ok(()) };
        names.extend(dict.table.borrow(self).iter().map(|entry| entry.key.clone()));
        for name in names {
            if !name.is_a::<PyStr>() {
                return Err(self.type_error("keywords must be strings"));
            }
            if !name.header().is_some_and(|head| head.has_flag(crate::heap::flag::INTERNED)) {
                *name = self.intern_value(name);
            }
        }
        Ok(())
    }
}
