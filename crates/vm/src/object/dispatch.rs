//! Slot functions of Python classes: each looks its dunder method up and calls it (CPython's slot_* functions).

use super::attr::generic_get_attr;
use super::slots::{BinaryFn, BinaryOp, CompareOp, Slots};
use super::type_::Ty;
use crate::args::Args;
use crate::exc::PyResult;
use crate::value::Value;
use crate::vm::Vm;

/// Calls the method `name` of `object`'s type; AttributeError with the bare name if there is none.
fn call_required(vm: &mut Vm, object: &Value, name: &Value, args: &[Value]) -> PyResult {
    match vm.call_special(object, name, args)? {
        Some(result) => Ok(result),
        None => {
            let name = vm.str_lossy(name);
            Err(vm.attribute_error(name))
        }
    }
}

/// As `call_required` but NotImplemented if there is no such method.
fn call_maybe(vm: &mut Vm, object: &Value, name: &Value, args: &[Value]) -> PyResult {
    Ok(vm.call_special(object, name, args)?.unwrap_or(Value::NOT_IMPLEMENTED))
}

macro_rules! unaries {
    ($($slot:ident $name:ident;)*) => {
        /// Slots of one operand.
        pub mod unary {
            use super::*;
            $(
                #[doc = concat!("Calls `", stringify!($name), "`.")]
                pub fn $slot(vm: &mut Vm, this: &Value) -> PyResult {
                    let name = vm.names.$name.clone();
                    call_required(vm, this, &name, &[])
                }
            )*

            /// Calls `__iter__`; a None there says that the object is not iterable; without it `__getitem__` serves.
            pub fn iter(vm: &mut Vm, this: &Value) -> PyResult {
                let (name, ty) = (vm.names.__iter__.clone(), vm.type_of(this));
                if ty.lookup(vm, &name).is_some_and(|method| method.is_none()) {
                    let ty = ty.name(vm);
                    return Err(vm.type_error(format!("'{ty}' object is not iterable")));
                }
                match vm.call_special(this, &name, &[])? {
                    Some(iterator) => Ok(iterator),
                    None => vm.sequence_iter(this),
                }
            }

            /// Calls `__repr__`.
            pub fn repr(vm: &mut Vm, this: &Value) -> PyResult {
                let name = vm.names.__repr__.clone();
                match vm.call_special(this, &name, &[])? {
                    Some(text) => Ok(text),
                    None => vm.default_repr(this),
                }
            }
        }
    };
}

unaries! {
    str __str__;
    await_ __await__;
    aiter __aiter__;
    anext __anext__;
    negative __neg__;
    positive __pos__;
    absolute __abs__;
    invert __invert__;
    int __int__;
    float __float__;
    index __index__;
}

/// The slot function of Python classes for an operator, and the names of its method and of the reflected one.
pub(crate) fn binary_names(vm: &Vm, op: BinaryOp) -> (BinaryFn, Value, Value) {
    let names = &vm.names;
    let (slot, name, reflected): (BinaryFn, _, _) = match op {
        BinaryOp::Add => (binary::add, &names.__add__, &names.__radd__),
        BinaryOp::Subtract => (binary::subtract, &names.__sub__, &names.__rsub__),
        BinaryOp::Multiply => (binary::multiply, &names.__mul__, &names.__rmul__),
        BinaryOp::MatrixMultiply => (binary::matrix_multiply, &names.__matmul__, &names.__rmatmul__),
        BinaryOp::TrueDivide => (binary::true_divide, &names.__truediv__, &names.__rtruediv__),
        BinaryOp::FloorDivide => (binary::floor_divide, &names.__floordiv__, &names.__rfloordiv__),
        BinaryOp::Remainder => (binary::remainder, &names.__mod__, &names.__rmod__),
        BinaryOp::LeftShift => (binary::lshift, &names.__lshift__, &names.__rlshift__),
        BinaryOp::RightShift => (binary::rshift, &names.__rshift__, &names.__rrshift__),
        BinaryOp::And => (binary::and, &names.__and__, &names.__rand__),
        BinaryOp::Xor => (binary::xor, &names.__xor__, &names.__rxor__),
        BinaryOp::Or => (binary::or, &names.__or__, &names.__ror__),
        BinaryOp::DivMod => (binary::divmod, &names.__divmod__, &names.__rdivmod__),
    };
    (slot, name.clone(), reflected.clone())
}

impl Vm {
    /// The method in Python that `a <op> b` calls first, if it is one of the left operand's class.
    pub(crate) fn left_method(&mut self, op: BinaryOp, inplace: bool, a: &Value, b: &Value) -> Option<Value> {
        let (ta, tb) = (self.type_of(a), self.type_of(b));
        let own = ta.slots.binary(op)?;
        if inplace && ta.slots.inplace(op).is_some() || (ta != tb && tb.is_subtype(self, ta)) {
            return None;
        }
        let (slot, name, _) = binary_names(self, op);
        if !std::ptr::fn_addr_eq(own, slot) {
            return None;
        }
        ta.lookup(self, &name)
    }

    /// The rest of `a <op> b` when that method has returned NotImplemented.
    pub(crate) fn binary_after_left(&mut self, op: BinaryOp, inplace: bool, a: &Value, b: &Value) -> PyResult {
        let (ta, tb) = (self.type_of(a), self.type_of(b));
        if ta != tb
            && let Some(right) = tb.slots.binary(op)
        {
            let (slot, _, reflected) = binary_names(self, op);
            let result = if std::ptr::fn_addr_eq(right, slot) {
                call_maybe(self, b, &reflected, std::slice::from_ref(a))?
            } else {
                right(self, a, b)?
            };
            if !result.is_not_implemented() {
                return Ok(result);
            }
        }
        self.sequence_binary(op, a, b, inplace)
    }
}

/// The rule for binary operators of Python classes: the reflected method of a subclass goes first.
fn binary_rule(
    vm: &mut Vm,
    a: &Value,
    b: &Value,
    (name, rname): (&Value, &Value),
    ours: impl Fn(&Slots) -> bool,
) -> PyResult {
    let (ta, tb) = (vm.type_of(a), vm.type_of(b));
    let mut try_other = ta != tb && ours(&tb.slots);
    if ours(&ta.slots) {
        if try_other && tb.is_subtype(vm, ta) && is_overloaded(vm, ta, tb, rname) {
            let result = call_maybe(vm, b, rname, std::slice::from_ref(a))?;
            if !result.is_not_implemented() {
                return Ok(result);
            }
            try_other = false;
        }
        let result = call_maybe(vm, a, name, std::slice::from_ref(b))?;
        if !result.is_not_implemented() || ta == tb {
            return Ok(result);
        }
    }
    if try_other {
        return call_maybe(vm, b, rname, std::slice::from_ref(a));
    }
    Ok(Value::NOT_IMPLEMENTED)
}

/// Whether `tb` has another method of this name than `ta`.
fn is_overloaded(vm: &mut Vm, ta: Ty, tb: Ty, name: &Value) -> bool {
    match (tb.lookup(vm, name), ta.lookup(vm, name)) {
        (Some(theirs), Some(ours)) => !theirs.is(&ours),
        (Some(_), None) => true,
        _ => false,
    }
}

macro_rules! binaries {
    ($($slot:ident $name:ident $rname:ident;)*) => {
        /// Number slots with a reflected form.
        pub mod binary {
            use super::*;
            $(
                #[doc = concat!("Calls `", stringify!($name), "` or `", stringify!($rname), "`.")]
                pub fn $slot(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
                    let names = (vm.names.$name.clone(), vm.names.$rname.clone());
                    binary_rule(vm, a, b, (&names.0, &names.1), |slots| {
                        slots.$slot.get().is_some_and(|f| std::ptr::fn_addr_eq(f, $slot as crate::object::slots::BinaryFn))
                    })
                }
            )*
        }
    };
}

binaries! {
    add __add__ __radd__;
    subtract __sub__ __rsub__;
    multiply __mul__ __rmul__;
    matrix_multiply __matmul__ __rmatmul__;
    true_divide __truediv__ __rtruediv__;
    floor_divide __floordiv__ __rfloordiv__;
    remainder __mod__ __rmod__;
    divmod __divmod__ __rdivmod__;
    lshift __lshift__ __rlshift__;
    rshift __rshift__ __rrshift__;
    and __and__ __rand__;
    xor __xor__ __rxor__;
    or __or__ __ror__;
}

macro_rules! inplaces {
    ($($slot:ident $name:ident;)*) => {
        /// In-place number slots.
        pub mod inplace {
            use super::*;
            $(
                #[doc = concat!("Calls `", stringify!($name), "`.")]
                pub fn $slot(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
                    let name = vm.names.$name.clone();
                    call_maybe(vm, a, &name, std::slice::from_ref(b))
                }
            )*
        }
    };
}

inplaces! {
    inplace_add __iadd__;
    inplace_subtract __isub__;
    inplace_multiply __imul__;
    inplace_matrix_multiply __imatmul__;
    inplace_true_divide __itruediv__;
    inplace_floor_divide __ifloordiv__;
    inplace_remainder __imod__;
    inplace_lshift __ilshift__;
    inplace_rshift __irshift__;
    inplace_and __iand__;
    inplace_xor __ixor__;
    inplace_or __ior__;
}

/// Calls `__pow__` or `__rpow__`; with a modulus only `__pow__`.
pub fn power(vm: &mut Vm, a: &Value, b: &Value, modulus: &Value) -> PyResult {
    let names = (vm.names.__pow__.clone(), vm.names.__rpow__.clone());
    let ours = |slots: &Slots| {
        slots.power.get().is_some_and(|f| std::ptr::fn_addr_eq(f, power as crate::object::slots::TernaryFn))
    };
    if modulus.is_none() {
        return binary_rule(vm, a, b, (&names.0, &names.1), ours);
    }
    let ta = vm.type_of(a);
    if ours(&ta.slots) {
        return call_maybe(vm, a, &names.0, &[b.clone(), modulus.clone()]);
    }
    Ok(Value::NOT_IMPLEMENTED)
}

/// Calls `__ipow__`.
pub fn inplace_power(vm: &mut Vm, a: &Value, b: &Value, _modulus: &Value) -> PyResult {
    let name = vm.names.__ipow__.clone();
    call_maybe(vm, a, &name, std::slice::from_ref(b))
}

/// Calls `__hash__` and folds its int to the width of a hash.
pub fn hash(vm: &mut Vm, this: &Value) -> PyResult<i64> {
    let (name, ty) = (vm.names.__hash__.clone(), vm.type_of(this));
    if ty.lookup(vm, &name).is_none_or(|method| method.is_none()) {
        return Err(vm.unhashable(this));
    }
    let result = call_required(vm, this, &name, &[])?;
    match vm.int_to_i64(&result) {
        Some(-1) => Ok(-2),
        Some(hash) => Ok(hash),
        None => vm.hash_of_int(&result),
    }
}

/// Calls `__call__`.
pub fn call(vm: &mut Vm, this: &Value, args: Args<'_>) -> PyResult {
    let name = vm.names.__call__.clone();
    match vm.lookup_special(this, &name)? {
        Some(method) => vm.call_args(&method, args),
        None => {
            let ty = vm.type_name(this);
            Err(vm.type_error(format!("'{ty}' object is not callable")))
        }
    }
}

/// `__getattribute__`, then `__getattr__` if that raises AttributeError.
pub fn getattro(vm: &mut Vm, this: &Value, name: &Value) -> PyResult {
    let ty = vm.type_of(this);
    let (getattribute, getattr) = (vm.names.__getattribute__.clone(), vm.names.__getattr__.clone());
    let fallback = ty.lookup(vm, &getattr);
    let plain = ty.lookup(vm, &getattribute).is_none_or(|method| vm.is_generic_getattribute(&method));
    let result = if plain {
        if fallback.is_some() {
            match vm.generic_get_attr_opt(this, name) {
                Ok(Some(value)) => Ok(value),
                Ok(None) => return vm.call_getattr_hook(this, name),
                Err(raised) => Err(raised),
            }
        } else {
            generic_get_attr(vm, this, name)
        }
    } else {
        call_required(vm, this, &getattribute, std::slice::from_ref(name))
    };
    if result.is_err() && fallback.is_some() && vm.raised_is(vm.exc.attribute_error) {
        vm.clear_raised();
        return vm.call_getattr_hook(this, name);
    }
    result
}

impl Vm {
    fn call_getattr_hook(&mut self, this: &Value, name: &Value) -> PyResult {
        let hook = self.names.__getattr__.clone();
        call_required(self, this, &hook, std::slice::from_ref(name))
    }
}

/// Calls `__setattr__` or `__delattr__`.
pub fn setattro(vm: &mut Vm, this: &Value, name: &Value, value: Option<&Value>) -> PyResult<()> {
    let (set, delete) = (vm.names.__setattr__.clone(), vm.names.__delattr__.clone());
    match value {
        Some(value) => call_required(vm, this, &set, &[name.clone(), value.clone()]),
        None => call_required(vm, this, &delete, std::slice::from_ref(name)),
    }
    .map(drop)
}

/// Calls `__lt__` and the others.
pub fn richcompare(vm: &mut Vm, a: &Value, b: &Value, op: CompareOp) -> PyResult {
    let name = match op {
        CompareOp::Lt => vm.names.__lt__.clone(),
        CompareOp::Le => vm.names.__le__.clone(),
        CompareOp::Eq => vm.names.__eq__.clone(),
        CompareOp::Ne => vm.names.__ne__.clone(),
        CompareOp::Gt => vm.names.__gt__.clone(),
        CompareOp::Ge => vm.names.__ge__.clone(),
    };
    call_maybe(vm, a, &name, std::slice::from_ref(b))
}

/// Calls `__next__`; StopIteration is the end.
pub fn next(vm: &mut Vm, this: &Value) -> PyResult<Option<Value>> {
    let name = vm.names.__next__.clone();
    let raised = match call_required(vm, this, &name, &[]) {
        Ok(item) => return Ok(Some(item)),
        Err(raised) => raised,
    };
    if !vm.raised_is(vm.exc.stop_iteration) {
        return Err(raised);
    }
    let exception = vm.take_raised().unwrap_or_default();
    vm.keep_stop(&exception);
    Ok(None)
}

/// Calls `__get__`.
pub fn descr_get(vm: &mut Vm, this: &Value, object: Option<&Value>, owner: Option<Ty>) -> PyResult {
    let name = vm.names.__get__.clone();
    let args = [object.cloned().unwrap_or_default(), owner.map(Ty::value).unwrap_or_default()];
    match vm.call_special(this, &name, &args)? {
        Some(result) => Ok(result),
        None => Ok(this.clone()),
    }
}

/// Calls `__set__` or `__delete__`.
pub fn descr_set(vm: &mut Vm, this: &Value, object: &Value, value: Option<&Value>) -> PyResult<()> {
    let (set, delete) = (vm.names.__set__.clone(), vm.names.__delete__.clone());
    match value {
        Some(value) => call_required(vm, this, &set, &[object.clone(), value.clone()]),
        None => call_required(vm, this, &delete, std::slice::from_ref(object)),
    }
    .map(drop)
}

/// Calls `__init__`, which must return None.
pub fn init(vm: &mut Vm, this: &Value, args: Args<'_>) -> PyResult<()> {
    let name = vm.names.__init__.clone();
    let Some(method) = vm.lookup_special(this, &name)? else { return Ok(()) };
    let result = vm.call_args(&method, args)?;
    if result.is_none() {
        return Ok(());
    }
    let ty = vm.type_name(&result);
    Err(vm.type_error(format!("__init__() should return None, not '{ty}'")))
}

/// Calls `__new__`.
pub fn new(vm: &mut Vm, cls: Ty, args: Args<'_>) -> PyResult {
    let name = vm.names.__new__.clone();
    let constructor = vm.get_attr(&cls.value(), &name)?;
    let mut values = Vec::with_capacity(args.values().len() + 1);
    values.push(cls.value());
    values.extend_from_slice(args.values());
    vm.call_args(&constructor, Args::new(&values, args.names()))
}

/// Calls `__del__`.
pub fn del(vm: &mut Vm, this: &Value) -> PyResult<()> {
    let name = vm.names.__del__.clone();
    vm.call_special(this, &name, &[]).map(drop)
}

/// Calls `__bool__`, or asks `__len__`; true without either.
pub fn bool(vm: &mut Vm, this: &Value) -> PyResult<bool> {
    let (bool_name, len_name) = (vm.names.__bool__.clone(), vm.names.__len__.clone());
    if let Some(result) = vm.call_special(this, &bool_name, &[])? {
        return match result.as_bool() {
            Some(truth) => Ok(truth),
            None => {
                let ty = vm.type_name(&result);
                Err(vm.type_error(format!("__bool__ should return bool, returned {ty}")))
            }
        };
    }
    match vm.type_of(this).lookup(vm, &len_name) {
        Some(_) => len(vm, this).map(|n| n != 0),
        None => Ok(true),
    }
}

/// Calls `__len__`, which must return an int that is not negative.
pub fn len(vm: &mut Vm, this: &Value) -> PyResult<usize> {
    let name = vm.names.__len__.clone();
    let result = call_required(vm, this, &name, &[])?;
    let index = vm.index(&result)?;
    match index.as_small_int() {
        Some(n) if n < 0 => Err(vm.value_error("__len__() should return >= 0")),
        Some(n) => Ok(n as usize),
        None if vm.is_negative_int(&index) => Err(vm.value_error("__len__() should return >= 0")),
        None => Err(vm.overflow_error("cannot fit 'int' into an index-sized integer")),
    }
}

/// Calls `__getitem__`.
pub fn getitem(vm: &mut Vm, this: &Value, key: &Value) -> PyResult {
    let name = vm.names.__getitem__.clone();
    call_required(vm, this, &name, std::slice::from_ref(key))
}

/// Calls `__setitem__` or `__delitem__`.
pub fn setitem(vm: &mut Vm, this: &Value, key: &Value, value: Option<&Value>) -> PyResult<()> {
    let (set, delete) = (vm.names.__setitem__.clone(), vm.names.__delitem__.clone());
    match value {
        Some(value) => call_required(vm, this, &set, &[key.clone(), value.clone()]),
        None => call_required(vm, this, &delete, std::slice::from_ref(key)),
    }
    .map(drop)
}

/// Calls `__contains__`; a None there says that the object is no container; without it iteration serves.
pub fn contains(vm: &mut Vm, this: &Value, item: &Value) -> PyResult<bool> {
    let (name, ty) = (vm.names.__contains__.clone(), vm.type_of(this));
    if ty.lookup(vm, &name).is_some_and(|method| method.is_none()) {
        let ty = ty.name(vm);
        return Err(vm.type_error(format!("'{ty}' object is not a container")));
    }
    match vm.call_special(this, &name, std::slice::from_ref(item))? {
        Some(result) => vm.truth(&result),
        None => vm.contains_by_iteration(this, item),
    }
}
