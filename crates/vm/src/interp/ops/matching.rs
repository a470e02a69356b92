//! Structural pattern matching (PEP 634).

#![expect(unsafe_code, reason = "handlers: see interp::dispatch for their contract")]
#![allow(
    unsafe_op_in_unsafe_fn,
    clippy::missing_safety_doc,
    missing_docs,
    reason = "the contract of handlers is that of interp::dispatch"
)]

use super::prelude::*;
use crate::heap::var::{PyStr, PyTuple};
use crate::object::{Ty, TypeFlags};
use crate::types::dict::PyDict;

result_ops! {
    get_len 0 (vm, w, r) {
        let len = vm.len(r.peek(w.b()))?;
        Ok(vm.new_int(len as i64))
    }
    match_mapping 0 (vm, w, r) {
        Ok(Value::bool(vm.matches_mapping(r.peek(w.b()))))
    }
    match_sequence 0 (vm, w, r) {
        Ok(Value::bool(vm.matches_sequence(r.peek(w.b()))))
    }
    copy_dict_without_keys 0 (vm, w, r) {
        let keys = r.c(w);
        let subject = r.peek(w.b()).clone();
        let rest = vm.new_dict();
        vm.update_from_mapping(&rest, &subject)?;
        if let Some(keys) = keys.downcast::<PyTuple>() {
            for key in keys.items() {
                vm.del_item(&rest, key)?;
            }
        }
        Ok(rest)
    }
}

effect_ops! {
    match_keys 0 (vm, w, r) {
        let (subject, keys) = (r.peek(w.b()).clone(), r.peek(w.c()).clone());
        let values = match keys.downcast::<PyTuple>() {
            Some(keys) => values_of(vm, &subject, keys.items())?,
            None => None,
        };
        let found = values.is_some();
        r.put(w.a(), values.unwrap_or_default());
        r.put(w.a() + 1, Value::bool(found));
        Ok(())
    }
    match_class 0 (vm, w, r) {
        let names = r.take(w.b() + 2);
        let class = r.take(w.b() + 1);
        let subject = r.take(w.b());
        let names = names.downcast::<PyTuple>().map_or(&[][..], |names| names.items());
        let attributes = attributes_of(vm, &subject, &class, w.c(), names)?;
        let matched = attributes.is_some();
        r.put(w.a(), attributes.unwrap_or(subject));
        r.put(w.a() + 1, Value::bool(matched));
        Ok(())
    }
}

/// The values of all keys, if the mapping has them.
fn values_of(vm: &mut Vm, subject: &Value, keys: &[Value]) -> PyResult<Option<Value>> {
    let get_name = vm.names.get.clone();
    let seen = vm.new_dict();
    let mut values = Vec::with_capacity(keys.len());
    if keys.is_empty() {
        return Ok(Some(vm.new_tuple(values)));
    }
    let get = vm.get_attr(subject, &get_name)?;
    let missing = vm.new_list(Vec::new());
    for key in keys {
        if let Some(seen) = seen.downcast::<PyDict>() {
            if seen.get(vm, key)?.is_some() {
                let text = vm.repr_string(key)?;
                return Err(vm.value_error(format!("mapping pattern checks duplicate key ({text})")));
            }
            seen.set(vm, key, Value::NONE)?;
        }
        let value = vm.call(&get, &[key.clone(), missing.clone()])?;
        if value.is(&missing) {
            return Ok(None);
        }
        values.push(value);
    }
    Ok(Some(vm.new_tuple(values)))
}

/// One attribute of a class pattern; each name may be asked for once.
fn attribute(vm: &mut Vm, subject: &Value, class: Ty, name: &Value, seen: &mut Vec<Value>) -> PyResult<Option<Value>> {
    for earlier in seen.iter() {
        if vm.eq(earlier, name)? {
            let (class, name) = (class.name(vm), vm.repr_string(name)?);
            return Err(vm.type_error(format!("{class}() got multiple sub-patterns for attribute {name}")));
        }
    }
    seen.push(name.clone());
    vm.get_attr_opt(subject, name)
}

/// The attributes that a class pattern looks at, if the subject is an instance and has them.
fn attributes_of(
    vm: &mut Vm,
    subject: &Value,
    class: &Value,
    positional: usize,
    names: &[Value],
) -> PyResult<Option<Value>> {
    let Some(ty) = Ty::from_value(class) else {
        return Err(vm.type_error("called match pattern must be a type"));
    };
    if !vm.isinstance(subject, class)? {
        return Ok(None);
    }
    let mut seen = Vec::new();
    let mut found = Vec::new();
    if positional > 0 {
        let key = vm.names.__match_args__.clone();
        let (match_args, match_self) = match vm.get_attr_opt(class, &key)? {
            Some(args) if vm.is_exact::<PyTuple>(&args) => (args, false),
            Some(args) => {
                let (class, got) = (ty.name(vm), vm.type_name(&args));
                return Err(vm.type_error(format!("{class}.__match_args__ must be a tuple (got {got})")));
            }
            None => (vm.new_tuple(Vec::new()), ty.has_flag(TypeFlags::MATCH_SELF)),
        };
        let args = match_args.downcast::<PyTuple>().map_or(&[][..], |args| args.items());
        let allowed = if match_self { 1 } else { args.len() };
        if allowed < positional {
            let (class, plural) = (ty.name(vm), if allowed == 1 { "" } else { "s" });
            return Err(vm.type_error(format!(
                "{class}() accepts {allowed} positional sub-pattern{plural} ({positional} given)"
            )));
        }
        if match_self {
            found.push(subject.clone());
        } else {
            for name in args.iter().take(positional) {
                if !vm.is_exact::<PyStr>(name) {
                    let got = vm.type_name(name);
                    return Err(vm.type_error(format!("__match_args__ elements must be strings (got {got})")));
                }
                let name = vm.intern_value(name);
                match attribute(vm, subject, ty, &name, &mut seen)? {
                    Some(value) => found.push(value),
                    None => return Ok(None),
                }
            }
        }
    }
    for name in names {
        match attribute(vm, subject, ty, name, &mut seen)? {
            Some(value) => found.push(value),
            None => return Ok(None),
        }
    }
    Ok(Some(vm.new_tuple(found)))
}
