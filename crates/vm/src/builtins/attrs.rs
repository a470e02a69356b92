//! Builtins about attributes, identity and classes.

use crate::args::KwArgs;
use crate::exc::PyResult;
use crate::heap::var::PyStr;
use crate::object::MethodDef;
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{functions, pyfunction};

fn attr_name(vm: &mut Vm, name: &Value, function: &str) -> PyResult {
    if !name.is_a::<PyStr>() {
        return Err(vm.type_error(format!("{function}(): attribute name must be string")));
    }
    Ok(vm.intern_value(name))
}

/// getattr(object, name[, default]) -> value
///
/// Get a named attribute from an object; getattr(x, 'y') is equivalent to x.y.
/// When a default argument is given, it is returned when the attribute doesn't
/// exist; without it, an exception is raised in that case.
#[pyfunction("getattr(object, name[, default])")]
fn getattr(vm: &mut Vm, object: &Value, name: &Value, default: Option<&Value>) -> PyResult {
    let name = attr_name(vm, name, "getattr")?;
    match default {
        None => vm.get_attr(object, &name),
        Some(default) => Ok(vm.get_attr_opt(object, &name)?.unwrap_or_else(|| default.clone())),
    }
}

/// Return whether the object has an attribute with the given name.
///
/// This is done by calling getattr(obj, name) and catching AttributeError.
#[pyfunction("hasattr(obj, name, /)")]
fn hasattr(vm: &mut Vm, obj: &Value, name: &Value) -> PyResult<bool> {
    let name = attr_name(vm, name, "hasattr")?;
    Ok(vm.get_attr_opt(obj, &name)?.is_some())
}

/// Sets the named attribute on the given object to the specified value.
///
/// setattr(x, 'y', v) is equivalent to ``x.y = v''
#[pyfunction("setattr(obj, name, value, /)")]
fn setattr(vm: &mut Vm, obj: &Value, name: &Value, value: &Value) -> PyResult<()> {
    vm.check_attr_name(name)?;
    let name = vm.intern_value(name);
    vm.set_attr(obj, &name, value)
}

/// Deletes the named attribute from the given object.
///
/// delattr(x, 'y') is equivalent to ``del x.y''
#[pyfunction("delattr(obj, name, /)")]
fn delattr(vm: &mut Vm, obj: &Value, name: &Value) -> PyResult<()> {
    vm.check_attr_name(name)?;
    let name = vm.intern_value(name);
    vm.del_attr(obj, &name)
}

/// Return the identity of an object.
///
/// This is guaranteed to be unique among simultaneously existing objects.
/// (CPython uses the object's memory address.)
#[pyfunction("id(obj, /)")]
fn id(vm: &mut Vm, obj: &Value) -> u64 {
    vm.id(obj)
}

/// Return the hash value for the given object.
///
/// Two objects that compare equal must also have the same hash value, but the
/// reverse is not necessarily true.
#[pyfunction("hash(obj, /)")]
fn hash(vm: &mut Vm, obj: &Value) -> PyResult<i64> {
    vm.hash(obj)
}

/// Return whether the object is callable (i.e., some kind of function).
///
/// Note that classes are callable, as are instances of classes with a
/// __call__() method.
#[pyfunction("callable(obj, /)")]
fn callable(vm: &mut Vm, obj: &Value) -> bool {
    vm.type_of(obj).slots.call.get().is_some()
}

/// Return whether an object is an instance of a class or of a subclass thereof.
///
/// A tuple, as in ``isinstance(x, (A, B, ...))``, may be given as the target to
/// check against. This is equivalent to ``isinstance(x, A) or isinstance(x, B)
/// or ...`` etc.
#[pyfunction("isinstance(obj, class_or_tuple, /)")]
fn isinstance(vm: &mut Vm, obj: &Value, class_or_tuple: &Value) -> PyResult<bool> {
    vm.isinstance(obj, class_or_tuple)
}

/// Return whether 'cls' is derived from another class or is the same class.
///
/// A tuple, as in ``issubclass(x, (A, B, ...))``, may be given as the target to
/// check against. This is equivalent to ``issubclass(x, A) or issubclass(x, B)
/// or ...``.
#[pyfunction("issubclass(cls, class_or_tuple, /)")]
fn issubclass(vm: &mut Vm, cls: &Value, class_or_tuple: &Value) -> PyResult<bool> {
    vm.issubclass(cls, class_or_tuple)
}

/// dir([object]) -> list of strings
///
/// If called without an argument, return the names in the current scope.
/// Else, return an alphabetized list of names comprising (some of) the attributes
/// of the given object, and of attributes reachable from it.
#[pyfunction("dir([object])")]
fn dir(vm: &mut Vm, object: Option<&Value>) -> PyResult {
    let names = match object {
        None => {
            let locals = vm.frame_locals()?;
            vm.call_method_str(&locals, "keys", &[])?
        }
        Some(object) => {
            let name = vm.names.__dir__.clone();
            match vm.call_special(object, &name, &[])? {
                Some(names) => names,
                None => return Err(vm.type_error("object does not provide __dir__")),
            }
        }
    };
    let mut items = vm.collect(&names)?;
    crate::types::list::sort_values(vm, &mut items, None, false)?;
    Ok(vm.new_list(items))
}

/// vars([object]) -> dictionary
///
/// Without arguments, equivalent to locals().
/// With an argument, equivalent to object.__dict__.
#[pyfunction("vars([object])")]
fn vars(vm: &mut Vm, object: Option<&Value>) -> PyResult {
    let Some(object) = object else { return vm.frame_locals() };
    let name = vm.names.__dict__.clone();
    match vm.get_attr_opt(object, &name)? {
        Some(dict) => Ok(dict),
        None => Err(vm.type_error("vars() argument must have __dict__ attribute")),
    }
}

/// breakpoint(*args, **kws)
///
/// Call sys.breakpointhook(*args, **kws).  sys.breakpointhook() must accept
/// whatever arguments are passed.
///
/// By default, this drops you into the pdb debugger.
#[pyfunction("breakpoint(*args, **kws)", no_text)]
fn breakpoint(vm: &mut Vm, args: &[Value], kws: KwArgs<'_>) -> PyResult {
    let sys = vm.import_module("sys")?;
    let hook = vm.get_attr_str(&sys, "breakpointhook")?;
    let mut values = args.to_vec();
    let mut names = Vec::new();
    for (name, value) in kws.iter() {
        names.push(name.clone());
        values.push(value.clone());
    }
    vm.call_args(&hook, crate::args::Args::new(&values, &names))
}

/// The functions of this file.
pub const FUNCTIONS: &[MethodDef] =
    functions![getattr, hasattr, setattr, delattr, id, hash, callable, isinstance, issubclass, dir, vars, breakpoint];
