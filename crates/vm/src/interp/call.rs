//! Calling any callable whose arguments are on the value stack.

#![expect(unsafe_code, reason = "arguments are words of the value stack")]
#![allow(unsafe_op_in_unsafe_fn, reason = "the contracts are those of the functions' own texts")]

use minipy_bytecode::CodeFlags;

use super::bind;
use super::frame::special;
use super::regs::{incref, value_of, word_of};
use crate::args::Args;
use crate::exc::PyResult;
use crate::heap::var::PyTuple;
use crate::object::{Ty, TypeFlags};
use crate::types::builtin_function::PyBuiltin;
use crate::types::descr::PyMethodDescr;
use crate::types::dict::PyDict;
use crate::types::function::PyFunction;
use crate::types::method::PyMethod;
use crate::value::Value;
use crate::vm::Vm;

/// What a call has led to.
pub enum Invoked {
    /// A frame was pushed: run it.
    Frame,
    /// It is over.
    Value(Value),
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
                    && let Some(init) = python_init(vm, ty)
                    && !moved
                {
                    return instantiate(vm, ty, &init, args, argc, names, kind);
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

/// The Python `__init__` of a class whose instances are made by `object.__new__`: it can run in the loop.
pub(super) fn python_init(vm: &mut Vm, ty: Ty) -> Option<Value> {
    if ty.layout != 1 || ty.has_flag(TypeFlags::ABSTRACT) {
        return None;
    }
    let object_new = vm.ty_by_layout(1).slots.new.get();
    if ty.slots.new.get().map(|f| f as usize) != object_new.map(|f| f as usize) {
        return None;
    }
    let name = vm.names.__init__.clone();
    ty.lookup(vm, &name).filter(|init| init.header().is_some_and(|head| head.shape_id().number() == 14))
}

/// `ty(*args)` with a Python `__init__`.
unsafe fn instantiate(
    vm: &mut Vm,
    ty: Ty,
    init: &Value,
    args: *mut u64,
    argc: usize,
    names: &[Value],
    kind: u32,
) -> PyResult<Invoked> {
    let new = ty.slots.new.get();
    let made = match new {
        Some(new) => new(vm, ty, Args::EMPTY),
        None => Ok(Value::NONE),
    };
    let instance = match made {
        Ok(instance) => instance,
        Err(raised) => {
            drop_args(args, argc);
            return Err(raised);
        }
    };
    let args = args.sub(1);
    let owner = word_of(instance);
    *args = incref(owner);
    match call_function(vm, init.clone(), args, argc + 1, names, kind | special::INIT, owner)? {
        Invoked::Frame => Ok(Invoked::Frame),
        Invoked::Value(value) => {
            // A generator: its owner is dropped already.
            let got = vm.type_name(&value);
            Err(vm.type_error(format!("__init__() should return None, not '{got}'")))
        }
    }
}

impl Vm {
    /// The positional values of `f(*args)`.
    pub(crate) fn spread_positional(&mut self, callee: &Value, args: &Value) -> PyResult<Vec<Value>> {
        if let Some(tuple) = args.downcast::<PyTuple>()
            && self.is_exact::<PyTuple>(args)
        {
            return Ok(tuple.items().to_vec());
        }
        let iterable = self.type_of(args).slots.iter.get().is_some() || self.is_sequence(args);
        if !iterable {
            let name = self.function_text(callee)?;
            let got = self.type_name(args);
            return Err(self.type_error(format!("{name} argument after * must be an iterable, not {got}")));
        }
        self.collect(args)
    }

    /// Names and values of `f(**mapping)`.
    pub(crate) fn spread_keywords(&mut self, callee: &Value, mapping: &Value) -> PyResult<(Vec<Value>, Vec<Value>)> {
        let mut names = Vec::new();
        let mut values = Vec::new();
        let dict = if self.is_exact::<PyDict>(mapping) {
            mapping.clone()
        } else {
            let dict = self.new_dict();
            self.merge_keywords(&dict, mapping, callee)?;
            dict
        };
        let Some(dict) = dict.downcast::<PyDict>() else { return Ok((names, values)) };
        let pairs: Vec<(Value, Value)> =
            dict.table.borrow(self).iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect();
        for (key, value) in pairs {
            if !key.is_a::<crate::heap::var::PyStr>() {
                return Err(self.type_error("keywords must be strings"));
            }
            names.push(self.intern_value(&key));
            values.push(value);
        }
        Ok((names, values))
    }
}
