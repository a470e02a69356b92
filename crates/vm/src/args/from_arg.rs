//! `FromArg`: an argument as a Rust value, with CPython's errors where it does not fit.

use super::error;
use super::receiver::This;
use super::signature::{Convention, Literal, ParamKind, Signature};
use crate::exc::{PyResult, Raised};
use crate::heap::Payload;
use crate::object::Ty;
use crate::object::def::PyClass;
use crate::value::Value;
use crate::vm::Vm;

/// Which argument of which callable is converted: for messages.
#[derive(Clone, Copy)]
pub struct Place {
    signature: &'static Signature,
    index: usize,
    or_none: bool,
}

impl Place {
    /// The parameter `signature.params[index]`.
    #[inline(always)]
    pub const fn new(signature: &'static Signature, index: usize) -> Place {
        Place { signature, index, or_none: false }
    }

    /// The callable's `__name__`.
    pub fn callable(self) -> &'static str {
        self.signature.name
    }

    /// `argument`, `argument 1` or `argument 'encoding'`, as Argument Clinic names it.
    pub fn display(self) -> String {
        match self.signature.params.get(self.index) {
            _ if self.signature.convention == Convention::One => String::from("argument"),
            Some(param) if param.kind != ParamKind::PositionalOnly => format!("argument '{}'", param.name),
            _ => format!("argument {}", self.index + 1),
        }
    }

    /// Whether the signature's text gives the parameter the default None.
    fn defaults_to_none(self) -> bool {
        self.signature.params.get(self.index).is_some_and(|param| param.default == Some("None"))
    }
}

/// What an argument may be converted to.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a native's parameter",
    note = "see the table in crates/macros/src/lib.rs"
)]
pub trait FromArg<'a>: Sized {
    /// Converts; TypeError, OverflowError or what a conversion method raises otherwise.
    fn from_arg(vm: &mut Vm, value: &'a Value, place: Place) -> PyResult<Self>;
}

/// What can stand for an absent argument.
#[diagnostic::on_unimplemented(message = "a parameter with a default is an `Option`, a number or a bool, not `{Self}`")]
pub trait Absent {
    /// The default, as the signature's text has it.
    fn absent(default: Literal) -> Self;
}

impl<'a> FromArg<'a> for &'a Value {
    #[inline(always)]
    fn from_arg(_vm: &mut Vm, value: &'a Value, _place: Place) -> PyResult<Self> {
        Ok(value)
    }
}

impl FromArg<'_> for Value {
    #[inline(always)]
    fn from_arg(_vm: &mut Vm, value: &Value, _place: Place) -> PyResult<Self> {
        Ok(value.clone())
    }
}

impl Absent for Value {
    #[inline(always)]
    fn absent(default: Literal) -> Self {
        match default {
            Literal::None | Literal::Float(_) | Literal::Other => Value::NONE,
            Literal::True => Value::TRUE,
            Literal::False => Value::FALSE,
            Literal::Int(int) => Value::small_int(int).unwrap_or(Value::NONE),
        }
    }
}

impl<'a, T: FromArg<'a>> FromArg<'a> for Option<T> {
    #[inline(always)]
    fn from_arg(vm: &mut Vm, value: &'a Value, place: Place) -> PyResult<Self> {
        if value.is_none() && place.defaults_to_none() {
            return Ok(None);
        }
        T::from_arg(vm, value, Place { or_none: place.defaults_to_none(), ..place }).map(Some)
    }
}

impl<T> Absent for Option<T> {
    #[inline(always)]
    fn absent(_default: Literal) -> Self {
        None
    }
}

impl<'a, T: PyClass + Payload> FromArg<'a> for This<'a, T> {
    #[inline(always)]
    fn from_arg(vm: &mut Vm, value: &'a Value, place: Place) -> PyResult<Self> {
        match This::from_value(value) {
            Some(this) => Ok(this),
            None => Err(wrong_class::<T>(vm, value, place)),
        }
    }
}

impl<'a, T: PyClass + Payload> FromArg<'a> for &'a T {
    #[inline(always)]
    fn from_arg(vm: &mut Vm, value: &'a Value, place: Place) -> PyResult<Self> {
        match value.downcast::<T>() {
            Some(payload) => Ok(payload),
            None => Err(wrong_class::<T>(vm, value, place)),
        }
    }
}

#[cold]
fn wrong_class<T: PyClass>(vm: &mut Vm, value: &Value, place: Place) -> Raised {
    let name = T::TYPE.tp_name();
    if place.or_none {
        error::bad_argument(vm, place, &format!("{name} or None"), value)
    } else {
        error::bad_argument(vm, place, &name, value)
    }
}

impl FromArg<'_> for Ty {
    #[inline(always)]
    fn from_arg(vm: &mut Vm, value: &Value, place: Place) -> PyResult<Self> {
        match Ty::from_value(value) {
            Some(ty) => Ok(ty),
            None => Err(error::bad_argument(vm, place, "type", value)),
        }
    }
}

impl FromArg<'_> for bool {
    #[inline(always)]
    fn from_arg(vm: &mut Vm, value: &Value, _place: Place) -> PyResult<Self> {
        match value.as_bool() {
            Some(known) => Ok(known),
            None => vm.is_true(value),
        }
    }
}

impl Absent for bool {
    #[inline(always)]
    fn absent(default: Literal) -> Self {
        matches!(default, Literal::True) || matches!(default, Literal::Int(int) if int != 0)
    }
}

impl FromArg<'_> for f64 {
    #[inline(always)]
    fn from_arg(vm: &mut Vm, value: &Value, _place: Place) -> PyResult<Self> {
        match value.as_small_float() {
            Some(float) => Ok(float),
            None => vm.to_f64(value),
        }
    }
}

impl Absent for f64 {
    #[inline(always)]
    fn absent(default: Literal) -> Self {
        match default {
            Literal::Float(float) => float,
            Literal::Int(int) => int as f64,
            Literal::True => 1.0,
            _ => 0.0,
        }
    }
}

/// The int that `value` stands for by `__index__`; the error is which side of 64 bits it lies on.
#[inline(always)]
fn index(vm: &mut Vm, value: &Value) -> PyResult<Result<i64, Overflow>> {
    match value.as_small_int() {
        Some(int) => Ok(Ok(int)),
        None => index_slowly(vm, value),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Overflow {
    Negative,
    Positive,
}

#[cold]
fn index_slowly(vm: &mut Vm, value: &Value) -> PyResult<Result<i64, Overflow>> {
    let int = vm.to_bigint(value)?;
    Ok(match i64::try_from(&int) {
        Ok(small) => Ok(small),
        Err(_) if int < dashu_int::IBig::ZERO => Err(Overflow::Negative),
        Err(_) => Err(Overflow::Positive),
    })
}

#[cold]
fn overflow(vm: &mut Vm, message: &'static str) -> Raised {
    vm.overflow_error(message)
}

macro_rules! signed {
    ($($type:ty: $message:literal;)*) => { $(
        impl FromArg<'_> for $type {
            #[inline(always)]
            fn from_arg(vm: &mut Vm, value: &Value, _place: Place) -> PyResult<Self> {
                match index(vm, value)?.ok().and_then(|int| <$type>::try_from(int).ok()) {
                    Some(int) => Ok(int),
                    None => Err(overflow(vm, $message)),
                }
            }
        }
    )* };
}

signed! {
    isize: "Python int too large to convert to C ssize_t";
    i64: "Python int too large to convert to C long";
    i32: "Python int too large to convert to C int";
}

macro_rules! unsigned {
    ($($type:ty: $negative:literal, $large:literal;)*) => { $(
        impl FromArg<'_> for $type {
            #[inline(always)]
            fn from_arg(vm: &mut Vm, value: &Value, _place: Place) -> PyResult<Self> {
                match index(vm, value)? {
                    Err(Overflow::Negative) | Ok(..0) => Err(overflow(vm, $negative)),
                    Err(Overflow::Positive) => Err(overflow(vm, $large)),
                    Ok(int) => match <$type>::try_from(int) {
                        Ok(int) => Ok(int),
                        Err(_) => Err(overflow(vm, $large)),
                    },
                }
            }
        }
    )* };
}

unsigned! {
    usize: "can't convert negative value to size_t", "Python int too large to convert to C size_t";
    u32: "can't convert negative value to unsigned int", "Python int too large to convert to C unsigned int";
    u8: "unsigned byte integer is less than minimum", "unsigned byte integer is greater than maximum";
}

macro_rules! absent_int {
    ($($type:ty)*) => { $(
        impl Absent for $type {
            #[inline(always)]
            fn absent(default: Literal) -> Self {
                match default {
                    Literal::Int(int) => <$type>::try_from(int).unwrap_or(0),
                    Literal::True => 1,
                    _ => 0,
                }
            }
        }
    )* };
}

absent_int!(isize i64 i32 usize u32 u8);
