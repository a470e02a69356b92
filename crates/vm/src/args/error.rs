//! The TypeErrors of argument binding, in CPython 3.10's words.

use super::Place;
use super::signature::{Convention, Param, Signature};
use crate::exc::Raised;
use crate::object::def::TypeDef;
use crate::value::Value;
use crate::vm::Vm;

fn raise(vm: &mut Vm, message: String) -> Raised {
    vm.type_error(message)
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

/// A keyword was given to a callable that takes none.
#[cold]
pub(super) fn no_keywords(vm: &mut Vm, signature: &Signature) -> Raised {
    // cfunction_call, which serves functions with METH_VARARGS, says the bare name; the vectorcalls qualify it.
    let name =
        if signature.convention == Convention::Tuple { format!("{}()", signature.name) } else { signature.qualified() };
    raise(vm, format!("{name} takes no keyword arguments"))
}

/// The wrong number of arguments to a callable without keywords.
#[cold]
pub(super) fn wrong_count(vm: &mut Vm, signature: &Signature, given: usize) -> Raised {
    let &Signature { name, min_positional: min, max_positional: max, .. } = signature;
    let exact = min == max && !signature.var_positional;
    let limit = if given < min { min } else { max };
    let message = match signature.convention {
        Convention::NoArgs => format!("{} takes no arguments ({given} given)", signature.qualified()),
        Convention::One => format!("{} takes exactly one argument ({given} given)", signature.qualified()),
        Convention::Tuple if max == 0 => format!("{name}() takes no arguments ({given} given)"),
        Convention::Tuple => {
            let how = if exact {
                "exactly"
            } else if given < min {
                "at least"
            } else {
                "at most"
            };
            format!("{name}() takes {how} {limit} argument{} ({given} given)", plural(limit))
        }
        Convention::Positional | Convention::Keywords => {
            let how = if exact {
                ""
            } else if given < min {
                "at least "
            } else {
                "at most "
            };
            format!("{name} expected {how}{limit} argument{}, got {given}", plural(limit))
        }
    };
    raise(vm, message)
}

/// More arguments, by position and name together, than parameters.
#[cold]
pub(super) fn too_many(vm: &mut Vm, signature: &Signature, positional: usize, given: usize, max: usize) -> Raised {
    let keyword = if positional == 0 { "keyword " } else { "" };
    raise(vm, format!("{}() takes at most {max} {keyword}argument{} ({given} given)", signature.name, plural(max)))
}

/// The wrong number of positional arguments to a callable with keywords.
#[cold]
pub(super) fn wrong_positional_count(vm: &mut Vm, signature: &Signature, given: usize) -> Raised {
    let &Signature { name, min_positional: min, max_positional: max, .. } = signature;
    if max == 0 {
        return raise(vm, format!("{name}() takes no positional arguments"));
    }
    let (how, limit) = if given > max {
        (if min < max { "at most" } else { "exactly" }, max)
    } else {
        let limit = min.min(signature.positional_only);
        (if limit < max { "at least" } else { "exactly" }, limit)
    };
    raise(vm, format!("{name}() takes {how} {limit} positional argument{} ({given} given)", plural(limit)))
}

/// A required parameter got no argument; `position` counts from one.
#[cold]
pub(super) fn missing(vm: &mut Vm, signature: &Signature, param: &Param, position: usize) -> Raised {
    raise(vm, format!("{}() missing required argument '{}' (pos {position})", signature.name, param.name))
}

/// A parameter got two arguments.
#[cold]
pub(super) fn given_twice(vm: &mut Vm, signature: &Signature, param: &Param, position: usize) -> Raised {
    raise(vm, format!("argument for {}() given by name ('{}') and position ({position})", signature.name, param.name))
}

/// No parameter has this name.
#[cold]
pub(super) fn unexpected_keyword(vm: &mut Vm, signature: &Signature, name: &Value) -> Raised {
    let keyword = vm.str_lossy(name);
    raise(vm, format!("'{keyword}' is an invalid keyword argument for {}()", signature.name))
}

/// A method was called through its type without a receiver.
#[cold]
pub(super) fn no_receiver(vm: &mut Vm, signature: &Signature) -> Raised {
    raise(vm, format!("unbound method {} needs an argument", signature.qualified()))
}

/// The receiver is not an instance of the type whose attribute this is.
#[cold]
pub(super) fn wrong_receiver(vm: &mut Vm, attribute: &str, owner: &TypeDef, found: &Value) -> Raised {
    let (owner, found) = (owner.tp_name(), vm.type_name(found));
    raise(vm, format!("descriptor '{attribute}' for '{owner}' objects doesn't apply to a '{found}' object"))
}

/// As `wrong_receiver`, in the words of slot wrappers.
#[cold]
pub(super) fn wrong_slot_receiver(vm: &mut Vm, slot: &str, owner: &TypeDef, found: &Value) -> Raised {
    let (owner, found) = (owner.tp_name(), vm.type_name(found));
    raise(vm, format!("descriptor '{slot}' requires a '{owner}' object but received a '{found}'"))
}

/// A class method was given something else for its class.
#[cold]
pub(super) fn class_expected(vm: &mut Vm, signature: &Signature, owner: &TypeDef, found: &Value) -> Raised {
    let (owner, found) = (owner.tp_name(), vm.type_name(found));
    raise(vm, format!("descriptor '{}' for type '{owner}' needs a type, not a '{found}' as arg 2", signature.name))
}

/// A required parameter is absent though binding passed: the signature's counts are wrong.
#[cold]
pub(super) fn absent(vm: &mut Vm, signature: &Signature, index: usize) -> Raised {
    match signature.params.get(index) {
        Some(param) => missing(vm, signature, param, index + 1),
        None => raise(vm, format!("{}() missing required argument (pos {})", signature.name, index + 1)),
    }
}

/// The argument has the wrong type (`_PyArg_BadArgument`).
#[cold]
pub(super) fn bad_argument(vm: &mut Vm, place: Place, expected: &str, found: &Value) -> Raised {
    let found = if found.is_none() { String::from("None") } else { vm.type_name(found) };
    raise(vm, format!("{}() {} must be {expected}, not {found}", place.callable(), place.display()))
}
