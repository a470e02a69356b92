//! The table that ties dunder names to slots (CPython's slotdefs in typeobject.c).
//!
//! Read one way, it gives builtin types their dunder attributes: a slot that a type fills appears in its dict as a
//! wrapper descriptor. Read the other way, it gives Python classes their slots: a dunder method in a class fills the
//! slot with a function (`object/dispatch.rs`) that looks the method up and calls it.

use std::sync::LazyLock;

use super::dispatch as d;
use super::slots::{CompareOp, Slots};
use super::type_::Ty;
use crate::args::Args;
use crate::exc::PyResult;
use crate::value::Value;
use crate::vm::Vm;

/// One dunder name and the slot behind it.
pub struct SlotDef {
    /// The dunder name.
    pub name: &'static str,
    /// Its `__text_signature__`.
    pub text_signature: &'static str,
    /// Its `__doc__`.
    pub doc: &'static str,
    /// Rows with the same group share one slot.
    pub group: &'static str,
    /// Whether the slot is filled.
    pub present: fn(&Slots) -> bool,
    /// Copies the slot from the first to the second.
    pub copy: fn(&Slots, &Slots),
    /// Fills the slot with the function that calls the Python method; does nothing for the sequence forms of `+` and `*`.
    pub install: fn(&Slots),
    /// Calls the owner's slot: what the wrapper descriptor does.
    pub wrap: fn(&mut Vm, Ty, &Value, Args<'_>) -> PyResult,
}

macro_rules! row {
    ($name:literal, $sig:literal, $doc:literal, $slot:ident, $install:expr, $wrap:expr) => {
        SlotDef {
            name: $name,
            text_signature: $sig,
            doc: $doc,
            group: stringify!($slot),
            present: |slots| slots.$slot.get().is_some(),
            copy: |from, to| to.$slot.set(from.$slot.get()),
            install: $install,
            wrap: $wrap,
        }
    };
}

macro_rules! unary {
    ($name:literal, $slot:ident, $doc:literal) => {
        row!($name, "($self, /)", $doc, $slot, |s| s.$slot.set(Some(d::unary::$slot)), |vm, ty, this, args| {
            no_args(vm, args)?;
            call_slot(vm, ty.slots.$slot.get(), |vm, f| f(vm, this))
        })
    };
}

macro_rules! binary {
    ($name:literal, $rname:literal, $slot:ident, $doc:literal, $rdoc:literal) => {
        [
            row!(
                $name,
                "($self, value, /)",
                $doc,
                $slot,
                |s| s.$slot.set(Some(d::binary::$slot)),
                |vm, ty, this, args| {
                    let other = one_arg(vm, args)?;
                    call_slot(vm, ty.slots.$slot.get(), |vm, f| f(vm, this, other))
                }
            ),
            row!(
                $rname,
                "($self, value, /)",
                $rdoc,
                $slot,
                |s| s.$slot.set(Some(d::binary::$slot)),
                |vm, ty, this, args| {
                    let other = one_arg(vm, args)?;
                    call_slot(vm, ty.slots.$slot.get(), |vm, f| f(vm, other, this))
                }
            ),
        ]
    };
}

macro_rules! inplace {
    ($name:literal, $slot:ident, $doc:literal) => {
        row!($name, "($self, value, /)", $doc, $slot, |s| s.$slot.set(Some(d::inplace::$slot)), |vm, ty, this, args| {
            let other = one_arg(vm, args)?;
            call_slot(vm, ty.slots.$slot.get(), |vm, f| f(vm, this, other))
        })
    };
}

macro_rules! compare {
    ($name:literal, $op:ident, $doc:literal) => {
        row!(
            $name,
            "($self, value, /)",
            $doc,
            richcompare,
            |s| s.richcompare.set(Some(d::richcompare)),
            |vm, ty, this, args| {
                let other = one_arg(vm, args)?;
                call_slot(vm, ty.slots.richcompare.get(), |vm, f| f(vm, this, other, CompareOp::$op))
            }
        )
    };
}

fn call_slot<F: Copy, R>(vm: &mut Vm, slot: Option<F>, call: impl FnOnce(&mut Vm, F) -> PyResult<R>) -> PyResult<R> {
    match slot {
        Some(function) => call(vm, function),
        None => Err(vm.type_error("slot is empty")),
    }
}

fn no_args(vm: &mut Vm, args: Args<'_>) -> PyResult<()> {
    count(vm, args, 0, 0).map(|_| ())
}

fn one_arg<'a>(vm: &mut Vm, args: Args<'a>) -> PyResult<&'a Value> {
    match count(vm, args, 1, 1)? {
        [one] => Ok(one),
        _ => Err(vm.type_error("expected 1 argument")),
    }
}

/// The positional arguments if their number is within bounds and there are no keywords.
fn count<'a>(vm: &mut Vm, args: Args<'a>, min: usize, max: usize) -> PyResult<&'a [Value]> {
    let got = args.positional();
    if got.len() < min || got.len() > max {
        let plural = |n: usize| if n == 1 { "" } else { "s" };
        // One argument or none is counted by other code of CPython's than more: its words begin with a blank.
        let message = if min == max {
            let blank = if max > 1 { " " } else { "" };
            format!("{blank}expected {min} argument{}, got {}", plural(min), got.len())
        } else if got.len() < min {
            format!(" expected at least {min} argument{}, got {}", plural(min), got.len())
        } else {
            format!(" expected at most {max} argument{}, got {}", plural(max), got.len())
        };
        return Err(vm.type_error(message));
    }
    Ok(got)
}

fn set_attr_wrapper(vm: &mut Vm, ty: Ty, this: &Value, name: &Value, value: Option<&Value>) -> PyResult {
    vm.check_attr_name(name)?;
    let name = &vm.intern_value(name);
    // Like CPython's hackcheck: a base's native __setattr__ must not be used to get around a subclass's.
    let actual = vm.type_of(this);
    if ty.has_flag(super::TypeFlags::TYPE_SUBCLASS) || actual.has_flag(super::TypeFlags::TYPE_SUBCLASS) {
        vm.check_native_setattr(this, ty)?;
    }
    call_slot(vm, ty.slots.setattro.get(), |vm, f| f(vm, this, name, value)).map(|()| Value::NONE)
}

/// Rows that stand alone.
static SINGLE: &[SlotDef] = &[
    unary!("__repr__", repr, "Return repr(self)."),
    row!("__hash__", "($self, /)", "Return hash(self).", hash, |s| s.hash.set(Some(d::hash)), |vm, ty, this, args| {
        no_args(vm, args)?;
        let hash = call_slot(vm, ty.slots.hash.get(), |vm, f| f(vm, this))?;
        Ok(vm.new_int(hash))
    }),
    row!(
        "__call__",
        "($self, /, *args, **kwargs)",
        "Call self as a function.",
        call,
        |s| s.call.set(Some(d::call)),
        |vm, ty, this, args| { call_slot(vm, ty.slots.call.get(), |vm, f| f(vm, this, args)) }
    ),
    unary!("__str__", str, "Return str(self)."),
    row!(
        "__getattribute__",
        "($self, name, /)",
        "Return getattr(self, name).",
        getattro,
        |s| s.getattro.set(Some(d::getattro)),
        |vm, ty, this, args| {
            let name = one_arg(vm, args)?;
            vm.check_attr_name(name)?;
            let name = &vm.intern_value(name);
            call_slot(vm, ty.slots.getattro.get(), |vm, f| f(vm, this, name))
        }
    ),
    row!("__getattr__", "", "", getattro, |s| s.getattro.set(Some(d::getattro)), |vm, _, _, _| Err(
        vm.type_error("no __getattr__")
    )),
    row!(
        "__setattr__",
        "($self, name, value, /)",
        "Implement setattr(self, name, value).",
        setattro,
        |s| s.setattro.set(Some(d::setattro)),
        |vm, ty, this, args| {
            match count(vm, args, 2, 2)? {
                [name, value] => set_attr_wrapper(vm, ty, this, name, Some(value)),
                _ => Ok(Value::NONE),
            }
        }
    ),
    row!(
        "__delattr__",
        "($self, name, /)",
        "Implement delattr(self, name).",
        setattro,
        |s| s.setattro.set(Some(d::setattro)),
        |vm, ty, this, args| {
            let name = one_arg(vm, args)?;
            set_attr_wrapper(vm, ty, this, name, None)
        }
    ),
    compare!("__lt__", Lt, "Return self<value."),
    compare!("__le__", Le, "Return self<=value."),
    compare!("__eq__", Eq, "Return self==value."),
    compare!("__ne__", Ne, "Return self!=value."),
    compare!("__gt__", Gt, "Return self>value."),
    compare!("__ge__", Ge, "Return self>=value."),
    unary!("__iter__", iter, "Implement iter(self)."),
    row!(
        "__next__",
        "($self, /)",
        "Implement next(self).",
        next,
        |s| s.next.set(Some(d::next)),
        |vm, ty, this, args| {
            no_args(vm, args)?;
            match call_slot(vm, ty.slots.next.get(), |vm, f| f(vm, this))? {
                Some(value) => Ok(value),
                None => Err(vm.raise_with(vm.exc.stop_iteration, &[])),
            }
        }
    ),
    row!(
        "__get__",
        "($self, instance, owner, /)",
        "Return an attribute of instance, which is of type owner.",
        descr_get,
        |s| s.descr_get.set(Some(d::descr_get)),
        |vm, ty, this, args| {
            let got = count(vm, args, 1, 2)?;
            let object = got.first().filter(|value| !value.is_none());
            let owner = got.get(1).filter(|value| !value.is_none()).and_then(Ty::from_value);
            if object.is_none() && owner.is_none() {
                return Err(vm.type_error("__get__(None, None) is invalid"));
            }
            call_slot(vm, ty.slots.descr_get.get(), |vm, f| f(vm, this, object, owner))
        }
    ),
    row!(
        "__set__",
        "($self, instance, value, /)",
        "Set an attribute of instance to value.",
        descr_set,
        |s| s.descr_set.set(Some(d::descr_set)),
        |vm, ty, this, args| {
            match count(vm, args, 2, 2)? {
                [object, value] => call_slot(vm, ty.slots.descr_set.get(), |vm, f| f(vm, this, object, Some(value)))
                    .map(|()| Value::NONE),
                _ => Ok(Value::NONE),
            }
        }
    ),
    row!(
        "__delete__",
        "($self, instance, /)",
        "Delete an attribute of instance.",
        descr_set,
        |s| s.descr_set.set(Some(d::descr_set)),
        |vm, ty, this, args| {
            let object = one_arg(vm, args)?;
            call_slot(vm, ty.slots.descr_set.get(), |vm, f| f(vm, this, object, None)).map(|()| Value::NONE)
        }
    ),
    row!(
        "__init__",
        "($self, /, *args, **kwargs)",
        "Initialize self.  See help(type(self)) for accurate signature.",
        init,
        |s| s.init.set(Some(d::init)),
        |vm, ty, this, args| { call_slot(vm, ty.slots.init.get(), |vm, f| f(vm, this, args)).map(|()| Value::NONE) }
    ),
    row!("__del__", "($self, /)", "", del, |s| s.del.set(Some(d::del)), |vm, ty, this, args| {
        no_args(vm, args)?;
        call_slot(vm, ty.slots.del.get(), |vm, f| f(vm, this)).map(|()| Value::NONE)
    }),
    unary!("__await__", await_, "Return an iterator to be used in await expression."),
    unary!("__aiter__", aiter, "Return an awaitable, that resolves in asynchronous iterator."),
    unary!("__anext__", anext, "Return a value or raise StopAsyncIteration."),
    row!(
        "__pow__",
        "($self, value, mod=None, /)",
        "Return pow(self, value, mod).",
        power,
        |s| s.power.set(Some(d::power)),
        |vm, ty, this, args| {
            let got = count(vm, args, 1, 2)?;
            let (exponent, modulus) =
                (got.first().cloned().unwrap_or_default(), got.get(1).cloned().unwrap_or_default());
            call_slot(vm, ty.slots.power.get(), |vm, f| f(vm, this, &exponent, &modulus))
        }
    ),
    row!(
        "__rpow__",
        "($self, value, mod=None, /)",
        "Return pow(value, self, mod).",
        power,
        |s| s.power.set(Some(d::power)),
        |vm, ty, this, args| {
            let got = count(vm, args, 1, 2)?;
            let (base, modulus) = (got.first().cloned().unwrap_or_default(), got.get(1).cloned().unwrap_or_default());
            call_slot(vm, ty.slots.power.get(), |vm, f| f(vm, &base, this, &modulus))
        }
    ),
    row!(
        "__ipow__",
        "($self, value, /)",
        "Return self**=value.",
        inplace_power,
        |s| s.inplace_power.set(Some(d::inplace_power)),
        |vm, ty, this, args| {
            let other = one_arg(vm, args)?;
            call_slot(vm, ty.slots.inplace_power.get(), |vm, f| f(vm, this, other, &Value::NONE))
        }
    ),
    unary!("__neg__", negative, "-self"),
    unary!("__pos__", positive, "+self"),
    unary!("__abs__", absolute, "abs(self)"),
    row!(
        "__bool__",
        "($self, /)",
        "True if self else False",
        bool,
        |s| s.bool.set(Some(d::bool)),
        |vm, ty, this, args| {
            no_args(vm, args)?;
            call_slot(vm, ty.slots.bool.get(), |vm, f| f(vm, this)).map(Value::bool)
        }
    ),
    unary!("__invert__", invert, "~self"),
    unary!("__int__", int, "int(self)"),
    unary!("__float__", float, "float(self)"),
    unary!(
        "__index__",
        index,
        "Return self converted to an integer, if self is suitable for use as an index into a list."
    ),
    inplace!("__iadd__", inplace_add, "Return self+=value."),
    inplace!("__isub__", inplace_subtract, "Return self-=value."),
    inplace!("__imul__", inplace_multiply, "Return self*=value."),
    inplace!("__imod__", inplace_remainder, "Return self%=value."),
    inplace!("__ilshift__", inplace_lshift, "Return self<<=value."),
    inplace!("__irshift__", inplace_rshift, "Return self>>=value."),
    inplace!("__iand__", inplace_and, "Return self&=value."),
    inplace!("__ixor__", inplace_xor, "Return self^=value."),
    inplace!("__ior__", inplace_or, "Return self|=value."),
    inplace!("__ifloordiv__", inplace_floor_divide, "Return self//=value."),
    inplace!("__itruediv__", inplace_true_divide, "Return self/=value."),
    inplace!("__imatmul__", inplace_matrix_multiply, "Return self@=value."),
    row!("__len__", "($self, /)", "Return len(self).", len, |s| s.len.set(Some(d::len)), |vm, ty, this, args| {
        no_args(vm, args)?;
        let len = call_slot(vm, ty.slots.len.get(), |vm, f| f(vm, this))?;
        Ok(vm.new_int(len as i64))
    }),
    row!(
        "__getitem__",
        "($self, key, /)",
        "Return self[key].",
        getitem,
        |s| s.getitem.set(Some(d::getitem)),
        |vm, ty, this, args| {
            let key = one_arg(vm, args)?;
            call_slot(vm, ty.slots.getitem.get(), |vm, f| f(vm, this, key))
        }
    ),
    row!(
        "__setitem__",
        "($self, key, value, /)",
        "Set self[key] to value.",
        setitem,
        |s| s.setitem.set(Some(d::setitem)),
        |vm, ty, this, args| {
            match count(vm, args, 2, 2)? {
                [key, value] => {
                    call_slot(vm, ty.slots.setitem.get(), |vm, f| f(vm, this, key, Some(value))).map(|()| Value::NONE)
                }
                _ => Ok(Value::NONE),
            }
        }
    ),
    row!(
        "__delitem__",
        "($self, key, /)",
        "Delete self[key].",
        setitem,
        |s| s.setitem.set(Some(d::setitem)),
        |vm, ty, this, args| {
            let key = one_arg(vm, args)?;
            call_slot(vm, ty.slots.setitem.get(), |vm, f| f(vm, this, key, None)).map(|()| Value::NONE)
        }
    ),
    row!(
        "__contains__",
        "($self, key, /)",
        "Return key in self.",
        contains,
        |s| s.contains.set(Some(d::contains)),
        |vm, ty, this, args| {
            let key = one_arg(vm, args)?;
            call_slot(vm, ty.slots.contains.get(), |vm, f| f(vm, this, key)).map(Value::bool)
        }
    ),
    row!("__add__", "($self, value, /)", "Return self+value.", concat, |_| (), |vm, ty, this, args| {
        let other = one_arg(vm, args)?;
        call_slot(vm, ty.slots.concat.get(), |vm, f| f(vm, this, other))
    }),
    row!("__mul__", "($self, value, /)", "Return self*value.", repeat, |_| (), |vm, ty, this, args| repeat(
        vm, ty, this, args
    )),
    row!("__rmul__", "($self, value, /)", "Return value*self.", repeat, |_| (), |vm, ty, this, args| repeat(
        vm, ty, this, args
    )),
    row!("__iadd__", "($self, value, /)", "Implement self+=value.", inplace_concat, |_| (), |vm, ty, this, args| {
        let other = one_arg(vm, args)?;
        call_slot(vm, ty.slots.inplace_concat.get(), |vm, f| f(vm, this, other))
    }),
    row!("__imul__", "($self, value, /)", "Implement self*=value.", inplace_repeat, |_| (), |vm, ty, this, args| {
        let count = one_arg(vm, args)?;
        let count = vm.index_isize(count)?;
        call_slot(vm, ty.slots.inplace_repeat.get(), |vm, f| f(vm, this, count))
    }),
];

fn repeat(vm: &mut Vm, ty: Ty, this: &Value, args: Args<'_>) -> PyResult {
    let count = one_arg(vm, args)?;
    let count = vm.index_isize(count)?;
    call_slot(vm, ty.slots.repeat.get(), |vm, f| f(vm, this, count))
}

/// Operators with a reflected form.
static PAIRS: &[[SlotDef; 2]] = &[
    binary!("__add__", "__radd__", add, "Return self+value.", "Return value+self."),
    binary!("__sub__", "__rsub__", subtract, "Return self-value.", "Return value-self."),
    binary!("__mul__", "__rmul__", multiply, "Return self*value.", "Return value*self."),
    binary!("__mod__", "__rmod__", remainder, "Return self%value.", "Return value%self."),
    binary!("__divmod__", "__rdivmod__", divmod, "Return divmod(self, value).", "Return divmod(value, self)."),
    binary!("__lshift__", "__rlshift__", lshift, "Return self<<value.", "Return value<<self."),
    binary!("__rshift__", "__rrshift__", rshift, "Return self>>value.", "Return value>>self."),
    binary!("__and__", "__rand__", and, "Return self&value.", "Return value&self."),
    binary!("__xor__", "__rxor__", xor, "Return self^value.", "Return value^self."),
    binary!("__or__", "__ror__", or, "Return self|value.", "Return value|self."),
    binary!("__floordiv__", "__rfloordiv__", floor_divide, "Return self//value.", "Return value//self."),
    binary!("__truediv__", "__rtruediv__", true_divide, "Return self/value.", "Return value/self."),
    binary!("__matmul__", "__rmatmul__", matrix_multiply, "Return self@value.", "Return value@self."),
];

/// All rows: a name that stands in two rows belongs to a number slot first, then to a sequence slot.
pub fn all() -> impl Iterator<Item = &'static SlotDef> {
    PAIRS.iter().flatten().chain(SINGLE)
}

/// Every group, once.
pub fn groups() -> &'static [&'static str] {
    static GROUPS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
        let mut groups = Vec::new();
        for def in all() {
            if !groups.contains(&def.group) {
                groups.push(def.group);
            }
        }
        groups
    });
    &GROUPS
}

/// The rows for a dunder name.
pub fn named(name: &str) -> impl Iterator<Item = &'static SlotDef> {
    all().filter(move |def| def.name == name)
}
