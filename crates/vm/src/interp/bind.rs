//! Binding the arguments of a Python function to its parameters, and the words of what can go wrong (Python/ceval.c).

#![expect(unsafe_code, reason = "arguments are words of the value stack")]
#![allow(unsafe_op_in_unsafe_fn, reason = "the contract is the function's own text")]

use minipy_bytecode::CodeFlags;

use super::regs::{value_of, word_of};
use crate::code::Lowered;
use crate::exc::{PyResult, Raised};
use crate::heap::var::{PyStr, PyTuple};
use crate::types::dict::PyDict;
use crate::types::function::PyFunction;
use crate::value::Value;
use crate::vm::Vm;

/// Arranges `argc` values at `args` (the last of them named by `names`) as the fast locals of `function`, and fills the
/// rest. If that fails everything is dropped.
///
/// # Safety
/// `args` points to the values, on the value stack, with room for the frame's slots.
pub unsafe fn bind(
    vm: &mut Vm,
    function: &PyFunction,
    code: &Lowered,
    args: *mut u64,
    argc: usize,
    names: &[Value],
) -> PyResult<()> {
    let object = &code.code;
    let argcount = object.argcount as usize;
    let stars = object.flags.intersects(CodeFlags(CodeFlags::VARARGS.0 | CodeFlags::VARKEYWORDS.0));
    let nfast = code.nfast as usize;
    if names.is_empty() && !stars && object.kwonlyargcount == 0 && argc < argcount {
        let defaults = function.defaults.borrow(vm);
        let defaults = defaults.downcast::<PyTuple>().map_or(&[][..], PyTuple::items);
        if argc + defaults.len() >= argcount {
            for i in argc..argcount {
                let value = defaults.get(defaults.len() + i - argcount).cloned().unwrap_or(Value::UNBOUND);
                *args.add(i) = word_of(value);
            }
            for i in argcount..nfast {
                *args.add(i) = Value::UNBOUND.word();
            }
            return Ok(());
        }
    }
    let given: Vec<Value> = (0..argc).map(|i| value_of(*args.add(i))).collect();
    match arrange(vm, function, code, given, names) {
        Ok(slots) => {
            let filled = slots.len().min(nfast);
            for (i, value) in slots.into_iter().take(nfast).enumerate() {
                *args.add(i) = word_of(value);
            }
            for i in filled..nfast {
                *args.add(i) = Value::UNBOUND.word();
            }
            Ok(())
        }
        Err(raised) => Err(raised),
    }
}

/// The parameters' values, in the order of `co_varnames`.
fn arrange(
    vm: &mut Vm,
    function: &PyFunction,
    code: &Lowered,
    mut given: Vec<Value>,
    names: &[Value],
) -> PyResult<Vec<Value>> {
    let object = &code.code;
    let (argcount, kwonly) = (object.argcount as usize, object.kwonlyargcount as usize);
    let has_varargs = object.flags.contains(CodeFlags::VARARGS);
    let has_varkw = object.flags.contains(CodeFlags::VARKEYWORDS);
    let named = given.split_off(given.len().saturating_sub(names.len()));
    let positional = given.len();
    let mut slots: Vec<Value> = Vec::with_capacity(argcount + kwonly + 2);
    let extra = if positional > argcount { given.split_off(argcount) } else { Vec::new() };
    slots.extend(given);
    slots.resize_with(argcount + kwonly, || Value::UNBOUND);
    if has_varargs {
        slots.push(vm.new_tuple(extra));
    }
    let keywords = if has_varkw {
        let dict = vm.new_dict();
        slots.push(dict.clone());
        Some(dict)
    } else {
        None
    };
    for (name, value) in names.iter().zip(named) {
        take_keyword(vm, function, code, &mut slots, keywords.as_ref(), name, value, names)?;
    }
    if positional > argcount && !has_varargs {
        return Err(too_many(vm, function, code, positional, &slots));
    }
    if positional < argcount {
        let defaults = function.defaults.get(vm);
        let defaults = defaults.downcast::<PyTuple>().map_or(&[][..], PyTuple::items);
        let required = argcount.saturating_sub(defaults.len());
        let is_missing = |i: &usize| slots.get(*i).is_some_and(Value::is_unbound);
        let missing: Vec<usize> = (positional..required).filter(is_missing).collect();
        if !missing.is_empty() {
            return Err(missing_arguments(vm, function, code, &missing, "positional"));
        }
        for i in required..argcount {
            if let (Some(slot), Some(value)) = (slots.get_mut(i), defaults.get(i + defaults.len() - argcount))
                && slot.is_unbound()
            {
                *slot = value.clone();
            }
        }
    }
    if kwonly > 0 {
        fill_keyword_only(vm, function, code, &mut slots)?;
    }
    Ok(slots)
}

#[expect(clippy::too_many_arguments, reason = "one step of a loop, with all that the loop knows")]
fn take_keyword(
    vm: &mut Vm,
    function: &PyFunction,
    code: &Lowered,
    slots: &mut [Value],
    keywords: Option<&Value>,
    name: &Value,
    value: Value,
    names: &[Value],
) -> PyResult<()> {
    let object = &code.code;
    let posonly = object.posonlyargcount as usize;
    let total = object.argcount as usize + object.kwonlyargcount as usize;
    let found = (posonly..total).find(|&i| is_parameter(vm, code, i, name));
    if let Some(i) = found {
        if let Some(slot) = slots.get_mut(i) {
            if !slot.is_unbound() {
                let (function, name) = (function.qualname_text(vm), vm.str_lossy(name));
                return Err(vm.type_error(format!("{function}() got multiple values for argument '{name}'")));
            }
            *slot = value;
        }
        return Ok(());
    }
    if let Some(dict) = keywords {
        if let Some(dict) = dict.downcast::<PyDict>() {
            dict.set(vm, name, value)?;
        }
        return Ok(());
    }
    Err(unexpected_keyword(vm, function, code, name, names))
}

/// Whether the i-th parameter has this name. Names are interned, but a `.pyc` may repeat one.
fn is_parameter(vm: &Vm, code: &Lowered, i: usize, name: &Value) -> bool {
    let Some(text) = code.code.varnames.get(i) else { return false };
    match name.downcast::<PyStr>().and_then(PyStr::as_ascii) {
        Some(name) => text.as_bytes() == name.as_bytes(),
        None => text.as_str().is_some_and(|text| vm.str_text(name).is_some_and(|name| name == text)),
    }
}

/// A keyword that no parameter takes. Keywords for positional-only parameters are named together.
fn unexpected_keyword(vm: &mut Vm, function: &PyFunction, code: &Lowered, name: &Value, names: &[Value]) -> Raised {
    let posonly = code.code.posonlyargcount as usize;
    let text = vm.str_lossy(name);
    let own = function.qualname_text(vm);
    let wrong: Vec<String> = (0..posonly)
        .filter(|&i| names.iter().any(|name| is_parameter(vm, code, i, name)))
        .filter_map(|i| code.code.varnames.get(i).map(minipy_bytecode::PyText::to_string_lossy))
        .collect();
    if !wrong.is_empty() {
        let wrong = wrong.join(", ");
        return vm
            .type_error(format!("{own}() got some positional-only arguments passed as keyword arguments: '{wrong}'"));
    }
    vm.type_error(format!("{own}() got an unexpected keyword argument '{text}'"))
}

fn fill_keyword_only(vm: &mut Vm, function: &PyFunction, code: &Lowered, slots: &mut [Value]) -> PyResult<()> {
    let argcount = code.code.argcount as usize;
    let total = argcount + code.code.kwonlyargcount as usize;
    let defaults = function.kwdefaults.get(vm);
    let mut missing = Vec::new();
    for i in argcount..total {
        if !slots.get(i).is_some_and(Value::is_unbound) {
            continue;
        }
        let name = code.code.varnames.get(i).map(|name| vm.name_value(name));
        let value = match (defaults.downcast::<PyDict>(), name) {
            (Some(dict), Some(name)) => dict.get(vm, &name)?,
            _ => None,
        };
        match (value, slots.get_mut(i)) {
            (Some(value), Some(slot)) => *slot = value,
            _ => missing.push(i),
        }
    }
    if missing.is_empty() { Ok(()) } else { Err(missing_arguments(vm, function, code, &missing, "keyword-only")) }
}

/// "f() missing 2 required positional arguments: 'a' and 'b'"
fn missing_arguments(vm: &mut Vm, function: &PyFunction, code: &Lowered, missing: &[usize], kind: &str) -> Raised {
    let names: Vec<String> = missing
        .iter()
        .map(|&i| format!("'{}'", code.code.varnames.get(i).map_or(String::new(), |name| name.to_string_lossy())))
        .collect();
    let list = match names.as_slice() {
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [all @ .., last] => format!("{}, and {last}", all.join(", ")),
        [] => String::new(),
    };
    let own = function.qualname_text(vm);
    let plural = if names.len() == 1 { "" } else { "s" };
    vm.type_error(format!("{own}() missing {} required {kind} argument{plural}: {list}", names.len()))
}

/// "f() takes from 1 to 2 positional arguments but 3 were given"
fn too_many(vm: &mut Vm, function: &PyFunction, code: &Lowered, given: usize, slots: &[Value]) -> Raised {
    let argcount = code.code.argcount as usize;
    let kwonly = code.code.kwonlyargcount as usize;
    let given_kwonly =
        (argcount..argcount + kwonly).filter(|&i| slots.get(i).is_some_and(|slot| !slot.is_unbound())).count();
    let defaults = function.defaults.get(vm);
    let defaults = defaults.downcast::<PyTuple>().map_or(0, |tuple| tuple.items().len());
    let (takes, plural) = if defaults > 0 {
        (format!("from {} to {argcount}", argcount.saturating_sub(defaults)), true)
    } else {
        (argcount.to_string(), argcount != 1)
    };
    let with_kwonly = if given_kwonly > 0 {
        format!(
            " positional argument{} (and {given_kwonly} keyword-only argument{})",
            if given == 1 { "" } else { "s" },
            if given_kwonly == 1 { "" } else { "s" }
        )
    } else {
        String::new()
    };
    let own = function.qualname_text(vm);
    vm.type_error(format!(
        "{own}() takes {takes} positional argument{} but {given}{with_kwonly} {} given",
        if plural { "s" } else { "" },
        if given == 1 && given_kwonly == 0 { "was" } else { "were" }
    ))
}
