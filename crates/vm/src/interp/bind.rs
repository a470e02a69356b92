//! Binding the arguments of a Python function to its parameters, and the words of what can go wrong (Python/ceval.c).

#![expect(unsafe_code, reason = "arguments are words of the value stack")]
#![allow(unsafe_op_in_unsafe_fn, reason = "the contract is the function's own text")]

use std::cell::Cell;

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
    let nfast = code.nfast as usize;
    let argcount = code.argcount as usize;
    if names.is_empty() && !code.has_varargs && !code.has_varkw && code.kwonly == 0 && argc < argcount {
        let defaults = function.defaults.borrow(vm);
        let defaults = defaults.downcast::<PyTuple>().map_or(&[][..], PyTuple::items);
        if let Some(first) = (argc + defaults.len()).checked_sub(argcount) {
            for (i, value) in defaults.iter().skip(first).enumerate() {
                *args.add(argc + i) = word_of(value.clone());
            }
            for i in argcount..nfast {
                *args.add(i) = Value::UNBOUND.word();
            }
            return Ok(());
        }
    }
    if names.is_empty() {
        lay_out(vm, code, args, argc);
        if argc == argcount && code.kwonly == 0 || (argc > argcount && code.has_varargs && code.kwonly == 0) {
            return Ok(());
        }
        return complete(vm, function, code, args, argc, &[], &Aside::none());
    }
    let positional = argc.saturating_sub(names.len());
    let in_order = code.params.get(positional..).unwrap_or(&[]);
    if !code.has_varargs
        && !code.has_varkw
        && (code.posonly as usize..=argcount).contains(&positional)
        && names.len() <= in_order.len()
        && names.iter().zip(in_order).all(|(name, param)| name.is(param))
    {
        // The values stand where they belong.
        for i in argc..nfast {
            *args.add(i) = Value::UNBOUND.word();
        }
        if argc == code.params.len() {
            return Ok(());
        }
        return complete(vm, function, code, args, positional, &[], &Aside::none());
    }
    let named = Aside::take(args.add(positional), argc - positional);
    lay_out(vm, code, args, positional);
    for (i, name) in names.iter().enumerate() {
        let params = code.params.get(code.posonly as usize..).unwrap_or(&[]);
        match params.iter().position(|param| param.is(name)).map(|param| args.add(param + code.posonly as usize)) {
            Some(slot) if *slot == Value::UNBOUND.word() => *slot = word_of(named.value(i)),
            None if code.has_varkw && is_interned(name) => {
                let place = code.params.len() + usize::from(code.has_varargs);
                if let Some(dict) = (*args.add(place).cast::<Value>()).downcast::<PyDict>() {
                    dict.set_str(vm, name, named.value(i));
                }
            }
            _ => return complete(vm, function, code, args, positional, names, &named),
        }
    }
    if (positional <= argcount || code.has_varargs)
        && (positional.min(argcount)..code.params.len()).all(|i| *args.add(i) != Value::UNBOUND.word())
    {
        return Ok(());
    }
    complete(vm, function, code, args, positional, &[], &named)
}

/// Fills what the positional values, and the keyword arguments that are taken already, have left.
unsafe fn complete(
    vm: &mut Vm,
    function: &PyFunction,
    code: &Lowered,
    args: *mut u64,
    positional: usize,
    names: &[Value],
    named: &Aside,
) -> PyResult<()> {
    let slots = std::slice::from_raw_parts_mut(args.cast::<Value>(), code.nfast as usize);
    let result = fill(vm, function, code, slots, positional, names, named);
    if result.is_err() {
        named.drop_rest();
        for slot in slots {
            drop(std::mem::replace(slot, Value::UNBOUND));
        }
    }
    result
}

/// The values of keyword arguments, out of the way of the slots.
struct Aside {
    few: [Cell<u64>; 6],
    many: Vec<Cell<u64>>,
}

impl Aside {
    /// Nothing.
    #[inline(always)]
    fn none() -> Aside {
        Aside { few: std::array::from_fn(|_| Cell::new(Value::UNBOUND.word())), many: Vec::new() }
    }

    /// Takes `count` values over.
    #[inline(always)]
    unsafe fn take(from: *mut u64, count: usize) -> Aside {
        let mut aside = Aside::none();
        if count > aside.few.len() {
            aside.many = (0..count).map(|i| Cell::new(*from.add(i))).collect();
        } else {
            for (i, place) in aside.few.iter_mut().enumerate().take(count) {
                *place = Cell::new(*from.add(i));
            }
        }
        aside
    }

    #[inline(always)]
    fn places(&self) -> &[Cell<u64>] {
        if self.many.is_empty() { &self.few } else { &self.many }
    }

    /// Whether the i-th value was taken.
    fn is_taken(&self, i: usize) -> bool {
        self.places().get(i).is_none_or(|place| place.get() == Value::UNBOUND.word())
    }

    /// Takes the i-th value.
    #[inline(always)]
    fn value(&self, i: usize) -> Value {
        match self.places().get(i) {
            // SAFETY: the words are values that the arguments gave, and each is handed out once.
            Some(place) => unsafe { value_of(place.replace(Value::UNBOUND.word())) },
            None => Value::UNBOUND,
        }
    }

    #[cold]
    fn drop_rest(&self) {
        (0..self.places().len()).for_each(|i| drop(self.value(i)));
    }
}

/// Makes the slots out of the positional values: parameters that have none are unbound, `*args` and `**kwargs` are there.
#[inline(always)]
unsafe fn lay_out(vm: &mut Vm, code: &Lowered, args: *mut u64, positional: usize) {
    let argcount = code.argcount as usize;
    let mut next = argcount + code.kwonly as usize;
    let surplus = positional.saturating_sub(argcount);
    let rest = if code.has_varargs {
        let first = args.add(argcount);
        // SAFETY: the surplus values are taken over, once each.
        Some(vm.new_tuple_exact(surplus, (0..surplus).map(|i| unsafe { value_of(*first.add(i)) })))
    } else {
        for i in 0..surplus {
            drop(value_of(*args.add(argcount + i)));
        }
        None
    };
    for i in positional.min(argcount)..next {
        *args.add(i) = Value::UNBOUND.word();
    }
    if let Some(rest) = rest {
        *args.add(next) = word_of(rest);
        next += 1;
    }
    if code.has_varkw {
        *args.add(next) = word_of(vm.new_dict());
        next += 1;
    }
    for i in next..code.nfast as usize {
        *args.add(i) = Value::UNBOUND.word();
    }
}

/// Gives the parameters that have no positional value theirs, in the order in which CPython finds what is wrong.
fn fill(
    vm: &mut Vm,
    function: &PyFunction,
    code: &Lowered,
    slots: &mut [Value],
    positional: usize,
    names: &[Value],
    named: &Aside,
) -> PyResult<()> {
    let argcount = code.argcount as usize;
    for (i, name) in names.iter().enumerate() {
        if named.is_taken(i) {
            continue;
        }
        take_keyword(vm, function, code, slots, name, named.value(i), names)?;
    }
    if positional > argcount && !code.has_varargs {
        return Err(too_many(vm, function, code, positional, slots));
    }
    if positional < argcount {
        let defaults = function.defaults.borrow(vm);
        let defaults = defaults.downcast::<PyTuple>().map_or(&[][..], PyTuple::items);
        let required = argcount.saturating_sub(defaults.len());
        let is_missing = |i: &usize| slots.get(*i).is_some_and(Value::is_unbound);
        if (positional..required).any(|i| is_missing(&i)) {
            let missing: Vec<usize> = (positional..required).filter(is_missing).collect();
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
    if code.kwonly > 0 {
        fill_keyword_only(vm, function, code, slots)?;
    }
    Ok(())
}

fn take_keyword(
    vm: &mut Vm,
    function: &PyFunction,
    code: &Lowered,
    slots: &mut [Value],
    name: &Value,
    value: Value,
    names: &[Value],
) -> PyResult<()> {
    let posonly = code.posonly as usize;
    let by_name = code.params.get(posonly..).unwrap_or(&[]);
    // Names are interned, but a `.pyc` may repeat one, and a str of a subclass may name one.
    let found = by_name.iter().position(|param| param.is(name));
    let found = found.map(|i| posonly + i).or_else(|| {
        if is_interned(name) {
            return None;
        }
        (posonly..code.params.len()).find(|&i| is_parameter(vm, code, i, name))
    });
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
    if code.has_varkw {
        let place = code.params.len() + usize::from(code.has_varargs);
        if let Some(dict) = slots.get(place).and_then(|slot| slot.downcast::<PyDict>()) {
            if is_interned(name) {
                dict.set_str(vm, name, value);
            } else {
                dict.set(vm, name, value)?;
            }
        }
        return Ok(());
    }
    Err(unexpected_keyword(vm, function, code, name, names))
}

/// Whether names equal to this one are this very object.
#[inline(always)]
fn is_interned(name: &Value) -> bool {
    name.header().is_some_and(|head| head.has_flag(crate::heap::flag::INTERNED))
}

/// Whether the i-th parameter has this name.
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
    let argcount = code.argcount as usize;
    let total = argcount + code.kwonly as usize;
    let defaults = function.kwdefaults.borrow(vm);
    let mut missing = Vec::new();
    for i in argcount..total {
        if !slots.get(i).is_some_and(Value::is_unbound) {
            continue;
        }
        let value = match (defaults.downcast::<PyDict>(), code.params.get(i)) {
            (Some(dict), Some(name)) => dict.get_str(vm, name),
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
