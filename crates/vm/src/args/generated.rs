//! What the code written by the macros calls. Not for use by hand.

use super::error;
use super::{Absent, Args, Convention, FromArg, Literal, Place, Receiver, Signature};
use crate::exc::PyResult;
use crate::object::Ty;
use crate::object::def::PyClass;
use crate::value::Value;
use crate::vm::Vm;

/// The receiver of a method of `C`, and the arguments behind it.
#[inline(always)]
pub fn receiver<'a, C: PyClass, R: Receiver<'a, C>>(
    vm: &mut Vm,
    args: Args<'a>,
    signature: &'static Signature,
) -> PyResult<(R, Args<'a>)> {
    let Some((first, rest)) = args.split_first() else {
        return Err(error::no_receiver(vm, signature));
    };
    match R::receive(first) {
        Some(receiver) => Ok((receiver, rest)),
        None => Err(error::wrong_receiver(vm, signature.name, C::TYPE, first)),
    }
}

/// As `receiver`, for raw methods, which get `args` whole.
#[inline(always)]
pub fn check_receiver<C: PyClass>(vm: &mut Vm, args: Args<'_>, signature: &'static Signature) -> PyResult<()> {
    receiver::<C, &Value>(vm, args, signature).map(|_| ())
}

/// The receiver of an attribute of `C`.
#[inline(always)]
pub fn attr_receiver<'a, C: PyClass, R: Receiver<'a, C>>(vm: &mut Vm, first: &'a Value, name: &str) -> PyResult<R> {
    match R::receive(first) {
        Some(receiver) => Ok(receiver),
        None => Err(error::wrong_receiver(vm, name, C::TYPE, first)),
    }
}

/// The receiver of a slot or of `__init__`. Python code cannot get here with another object: slot wrappers check.
#[inline(always)]
pub fn slot_receiver<'a, C: PyClass, R: Receiver<'a, C>>(vm: &mut Vm, first: &'a Value, name: &str) -> PyResult<R> {
    match R::receive(first) {
        Some(receiver) => Ok(receiver),
        None => Err(error::wrong_slot_receiver(vm, name, C::TYPE, first)),
    }
}

/// What a class method takes as its class.
pub trait ClassReceiver<'a>: Sized {
    /// From the first positional value.
    fn from_class(value: &'a Value, ty: Ty) -> Self;
}

impl<'a> ClassReceiver<'a> for Ty {
    #[inline(always)]
    fn from_class(_value: &'a Value, ty: Ty) -> Self {
        ty
    }
}

impl<'a> ClassReceiver<'a> for &'a Value {
    #[inline(always)]
    fn from_class(value: &'a Value, _ty: Ty) -> Self {
        value
    }
}

/// The class of a class method of `C`, and the arguments behind it.
#[inline(always)]
pub fn class_receiver<'a, C: PyClass, R: ClassReceiver<'a>>(
    vm: &mut Vm,
    args: Args<'a>,
    signature: &'static Signature,
) -> PyResult<(R, Args<'a>)> {
    let Some((first, rest)) = args.split_first() else {
        return Err(error::no_receiver(vm, signature));
    };
    match Ty::from_value(first) {
        Some(ty) => Ok((R::from_class(first, ty), rest)),
        None => Err(error::class_expected(vm, signature, C::TYPE, first)),
    }
}

/// The arguments that `__new__` of `C` binds: a subclass's keywords are for its `__init__`.
#[inline(always)]
pub fn new_args<'a, C: PyClass>(_vm: &mut Vm, cls: Ty, args: Args<'a>, signature: &'static Signature) -> Args<'a> {
    let is_subclass = || !cls.def.is_some_and(|def| std::ptr::eq(def, C::TYPE));
    if args.has_keywords() && signature.convention == Convention::Positional && is_subclass() {
        Args::positional_only(args.positional())
    } else {
        args
    }
}

/// As `new_args`, for `__init__`.
#[inline(always)]
pub fn init_args<'a, C: PyClass>(
    vm: &mut Vm,
    first: &Value,
    args: Args<'a>,
    signature: &'static Signature,
) -> Args<'a> {
    let cls = vm.type_of(first);
    new_args::<C>(vm, cls, args, signature)
}

/// A parameter that binding has found to be given.
#[inline(always)]
pub fn required<'a, T: FromArg<'a>>(
    vm: &mut Vm,
    value: Option<&'a Value>,
    signature: &'static Signature,
    index: usize,
) -> PyResult<T> {
    match value {
        Some(value) => T::from_arg(vm, value, Place::new(signature, index)),
        None => Err(error::absent(vm, signature, index)),
    }
}

/// A parameter that has a default.
#[inline(always)]
pub fn optional<'a, T: FromArg<'a> + Absent>(
    vm: &mut Vm,
    value: Option<&'a Value>,
    signature: &'static Signature,
    index: usize,
    default: Literal,
) -> PyResult<T> {
    match value {
        Some(value) => T::from_arg(vm, value, Place::new(signature, index)),
        None => Ok(T::absent(default)),
    }
}
