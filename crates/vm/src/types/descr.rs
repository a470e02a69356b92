//! Descriptors of native types: method_descriptor, classmethod_descriptor, getset_descriptor, member_descriptor,
//! wrapper_descriptor and method-wrapper (CPython's Objects/descrobject.c).

use crate::args::{Args, This};
use crate::exc::PyResult;
use crate::object::slotdefs::SlotDef;
use crate::object::{GetSetDef, MethodDef, Ty};
use crate::types::builtin_function::PyBuiltin;
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{pyclass, pymethods};

/// A native method as found in its type: `list.append`.
#[pyclass(name = "method_descriptor", layout = 27, flags(method_descriptor), no_trace, parts(main, naming))]
pub struct PyMethodDescr {
    /// The native.
    #[pyclass(skip)]
    pub def: &'static MethodDef,
    /// The type it belongs to.
    #[pyclass(skip)]
    pub ty: Ty,
}

/// A native class method as found in its type: `dict.__dict__['fromkeys']`.
#[pyclass(name = "classmethod_descriptor", layout = 32, no_trace, parts(main, naming))]
pub struct PyClassMethodDescr {
    /// The native.
    #[pyclass(skip)]
    pub def: &'static MethodDef,
    /// The type it belongs to.
    #[pyclass(skip)]
    pub ty: Ty,
}

/// A computed attribute of a native type.
#[pyclass(name = "getset_descriptor", layout = 28, no_trace)]
pub struct PyGetSet {
    /// The functions.
    #[pyclass(skip)]
    pub def: &'static GetSetDef,
    /// The type it belongs to.
    #[pyclass(skip)]
    pub ty: Ty,
}

/// A word of `__slots__`.
#[pyclass(name = "member_descriptor", layout = 31)]
pub struct PyMember {
    /// `__name__`.
    pub name: Value,
    /// Tail word that holds the value.
    pub word: u16,
    /// The class that has the slot.
    #[pyclass(skip)]
    pub ty: Ty,
    /// The functions, if it is a field of a native payload.
    #[pyclass(skip)]
    pub native: Option<&'static GetSetDef>,
}

/// A slot of a native type as found in it: `int.__add__`.
#[pyclass(name = "wrapper_descriptor", layout = 29, flags(method_descriptor), no_trace)]
pub struct PyWrapper {
    /// The slot.
    #[pyclass(skip)]
    pub def: &'static SlotDef,
    /// The type it belongs to.
    #[pyclass(skip)]
    pub ty: Ty,
}

/// A slot bound to an object: `(1).__add__`.
#[pyclass(name = "method-wrapper", layout = 30)]
pub struct PyMethodWrapper {
    /// The slot.
    #[pyclass(skip)]
    pub def: &'static SlotDef,
    /// The type it belongs to.
    #[pyclass(skip)]
    pub ty: Ty,
    /// `__self__`.
    pub receiver: Value,
}

/// TypeError unless `object` is an instance of the descriptor's type.
fn check(vm: &mut Vm, name: &str, ty: Ty, object: &Value) -> PyResult<()> {
    if vm.is_instance(object, ty) {
        return Ok(());
    }
    let (want, got) = (ty.tp_name(vm), vm.type_name(object));
    Err(vm.type_error(format!("descriptor '{name}' for '{want}' objects doesn't apply to a '{got}' object")))
}

/// As `check`, for a member.
#[inline]
fn check_member(vm: &mut Vm, member: &PyMember, object: &Value) -> PyResult<()> {
    if vm.is_instance(object, member.ty) {
        return Ok(());
    }
    let name = vm.str_lossy(&member.name);
    check(vm, &name, member.ty, object)
}

/// The receiver at the front of an unbound call.
fn receiver<'a>(vm: &mut Vm, name: &str, ty: Ty, args: Args<'a>) -> PyResult<(&'a Value, Args<'a>)> {
    let want = ty.name(vm);
    match args.split_first() {
        Some((first, rest)) => {
            if vm.is_instance(first, ty) {
                return Ok((first, rest));
            }
            let got = vm.type_name(first);
            Err(vm.type_error(format!("descriptor '{name}' requires a '{want}' object but received a '{got}'")))
        }
        None => Err(vm.type_error(format!("descriptor '{name}' of '{want}' object needs an argument"))),
    }
}

/// TypeError for keywords, which only calls and initialisers pass on.
fn check_keywords(vm: &mut Vm, name: &str, args: Args<'_>) -> PyResult<()> {
    if args.has_keywords() && !matches!(name, "__call__" | "__init__") {
        return Err(vm.type_error(format!("wrapper {name}() takes no keyword arguments")));
    }
    Ok(())
}

/// `module.type.name`-like qualified name of a descriptor.
fn qualname(vm: &mut Vm, ty: Ty, name: &str) -> String {
    format!("{}.{name}", vm.str_lossy(ty.qualname.borrow(vm)))
}

fn descr_repr(vm: &mut Vm, what: &str, name: &str, ty: Ty) -> PyResult {
    let ty = ty.name(vm);
    Ok(vm.new_str(&format!("<{what} '{name}' of '{ty}' objects>")))
}

/// `(getattr, (type, name))`.
fn descr_reduce(vm: &mut Vm, ty: Ty, name: &str) -> PyResult {
    let getattr = vm.builtin("getattr")?;
    let name = vm.new_str(name);
    let args = vm.new_tuple(vec![ty.value(), name]);
    Ok(vm.new_tuple(vec![getattr, args]))
}

macro_rules! named_by_def {
    ($payload:ident, $what:literal) => {
        #[pymethods(part = "naming")]
        impl $payload {
            #[slot(repr)]
            fn repr(vm: &mut Vm, this: This<'_, $payload>) -> PyResult {
                descr_repr(vm, $what, this.def.name(), this.ty)
            }
            #[getter("__name__")]
            fn get_name(this: This<'_, $payload>) -> &'static str {
                this.def.name()
            }
            #[getter("__qualname__")]
            fn get_qualname(vm: &mut Vm, this: This<'_, $payload>) -> String {
                qualname(vm, this.ty, this.def.name())
            }
            #[getter("__objclass__")]
            fn get_objclass(this: This<'_, $payload>) -> Ty {
                this.ty
            }
            #[getter("__doc__")]
            fn get_doc(this: This<'_, $payload>) -> Option<&'static str> {
                this.def.doc
            }
            #[getter("__text_signature__")]
            fn get_text_signature(this: This<'_, $payload>) -> Option<&'static str> {
                this.def.signature.text
            }
            #[pymethod("__reduce__($self, /)")]
            fn reduce(vm: &mut Vm, this: This<'_, $payload>) -> PyResult {
                descr_reduce(vm, this.ty, this.def.name())
            }
        }
    };
}

named_by_def!(PyMethodDescr, "method");
named_by_def!(PyClassMethodDescr, "method");

#[pymethods(part = "main")]
impl PyMethodDescr {
    #[slot(call)]
    fn call(vm: &mut Vm, this: This<'_, PyMethodDescr>, args: Args<'_>) -> PyResult {
        // Only what the native does not check itself; a matching receiver goes straight through.
        if args.positional().is_empty() {
            let (ty, name) = (this.ty.name(vm), this.def.name());
            return Err(vm.type_error(format!("unbound method {ty}.{name}() needs an argument")));
        }
        if args.positional().first().is_none_or(|first| !vm.is_instance(first, this.ty)) {
            let first = args.positional().first().cloned().unwrap_or_default();
            check(vm, this.def.name(), this.ty, &first)?;
        }
        (this.def.func)(vm, args)
    }

    #[slot(descr_get)]
    fn descr_get(vm: &mut Vm, this: &Value, object: Option<&Value>, _owner: Option<Ty>) -> PyResult {
        let (Some(object), Some(descr)) = (object, this.downcast::<PyMethodDescr>()) else { return Ok(this.clone()) };
        check(vm, descr.def.name(), descr.ty, object)?;
        Ok(vm.new_object(PyBuiltin::bound(descr.def, object.clone())))
    }
}

#[pymethods(part = "main")]
impl PyClassMethodDescr {
    #[slot(call)]
    fn call(vm: &mut Vm, this: This<'_, PyClassMethodDescr>, args: Args<'_>) -> PyResult {
        let name = this.def.name();
        let want = this.ty.name(vm);
        let Some((first, _)) = args.split_first() else {
            return Err(vm.type_error(format!("descriptor '{name}' of '{want}' object needs an argument")));
        };
        match Ty::from_value(first) {
            Some(cls) if cls.is_subtype(vm, this.ty) => (this.def.func)(vm, args),
            Some(cls) => {
                let got = cls.name(vm);
                Err(vm.type_error(format!("descriptor '{name}' requires a subtype of '{want}' but received '{got}'")))
            }
            None => {
                let got = vm.type_name(first);
                Err(vm.type_error(format!("descriptor '{name}' requires a type but received a '{got}' instance")))
            }
        }
    }

    #[slot(descr_get)]
    fn descr_get(vm: &mut Vm, this: &Value, object: Option<&Value>, owner: Option<Ty>) -> PyResult {
        let Some(descr) = this.downcast::<PyClassMethodDescr>() else { return Ok(this.clone()) };
        let owner = owner.or_else(|| object.map(|object| vm.type_of(object))).unwrap_or(descr.ty);
        if !owner.is_subtype(vm, descr.ty) {
            let (name, want, got) = (descr.def.name(), descr.ty.name(vm), owner.name(vm));
            return Err(
                vm.type_error(format!("descriptor '{name}' requires a subtype of '{want}' but received '{got}'"))
            );
        }
        Ok(vm.new_object(PyBuiltin::bound(descr.def, owner.value())))
    }
}

#[pymethods]
impl PyGetSet {
    #[slot(descr_get)]
    fn descr_get(vm: &mut Vm, this: &Value, object: Option<&Value>, _owner: Option<Ty>) -> PyResult {
        let (Some(object), Some(descr)) = (object, this.downcast::<PyGetSet>()) else { return Ok(this.clone()) };
        check(vm, descr.def.name, descr.ty, object)?;
        (descr.def.get)(vm, object)
    }

    #[slot(descr_set)]
    fn descr_set(vm: &mut Vm, this: This<'_, PyGetSet>, object: &Value, value: Option<&Value>) -> PyResult<()> {
        let name = this.def.name;
        check(vm, name, this.ty, object)?;
        match this.def.set {
            Some(set) => set(vm, object, value),
            None => {
                let ty = this.ty.tp_name(vm);
                Err(vm.attribute_error(format!("attribute '{name}' of '{ty}' objects is not writable")))
            }
        }
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyGetSet>) -> PyResult {
        descr_repr(vm, "attribute", this.def.name, this.ty)
    }

    #[getter("__name__")]
    fn get_name(this: This<'_, PyGetSet>) -> &'static str {
        this.def.name
    }

    #[getter("__qualname__")]
    fn get_qualname(vm: &mut Vm, this: This<'_, PyGetSet>) -> String {
        qualname(vm, this.ty, this.def.name)
    }

    #[getter("__objclass__")]
    fn get_objclass(this: This<'_, PyGetSet>) -> Ty {
        this.ty
    }

    #[getter("__doc__")]
    fn get_doc(this: This<'_, PyGetSet>) -> Option<&'static str> {
        this.def.doc
    }
}

#[pymethods]
impl PyMember {
    #[slot(descr_get)]
    fn descr_get(vm: &mut Vm, this: &Value, object: Option<&Value>, _owner: Option<Ty>) -> PyResult {
        let (Some(object), Some(descr)) = (object, this.downcast::<PyMember>()) else { return Ok(this.clone()) };
        check_member(vm, descr, object)?;
        if let Some(native) = descr.native {
            return (native.get)(vm, object);
        }
        match object.tail_get(usize::from(descr.word)) {
            Some(value) => Ok(value),
            None => Err(vm.no_attribute(object, &descr.name)),
        }
    }

    #[slot(descr_set)]
    fn descr_set(vm: &mut Vm, this: This<'_, PyMember>, object: &Value, value: Option<&Value>) -> PyResult<()> {
        check_member(vm, &this, object)?;
        if let Some(native) = this.native {
            return match native.set {
                Some(set) => set(vm, object, value),
                None => Err(vm.attribute_error("readonly attribute")),
            };
        }
        let old = object.tail_replace(usize::from(this.word), value.cloned().unwrap_or(Value::UNBOUND));
        if value.is_none() && old.is_none() {
            let name = vm.str_lossy(&this.name);
            return Err(vm.attribute_error_for(name, object, &this.name));
        }
        Ok(())
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyMember>) -> PyResult {
        let name = vm.str_lossy(&this.name);
        descr_repr(vm, "member", &name, this.ty)
    }

    #[getter("__name__")]
    fn get_name(this: This<'_, PyMember>) -> Value {
        this.name.clone()
    }

    #[getter("__qualname__")]
    fn get_qualname(vm: &mut Vm, this: This<'_, PyMember>) -> String {
        let name = vm.str_lossy(&this.name);
        qualname(vm, this.ty, &name)
    }

    #[getter("__objclass__")]
    fn get_objclass(this: This<'_, PyMember>) -> Ty {
        this.ty
    }

    #[getter("__doc__")]
    fn get_doc(this: This<'_, PyMember>) -> Option<&'static str> {
        this.native.and_then(|native| native.doc)
    }

    #[pymethod("__reduce__($self, /)")]
    fn reduce(vm: &mut Vm, this: This<'_, PyMember>) -> PyResult {
        let name = vm.str_lossy(&this.name);
        descr_reduce(vm, this.ty, &name)
    }
}

#[pymethods]
impl PyWrapper {
    #[slot(call)]
    fn call(vm: &mut Vm, this: This<'_, PyWrapper>, args: Args<'_>) -> PyResult {
        let (object, rest) = receiver(vm, this.def.name, this.ty, args)?;
        check_keywords(vm, this.def.name, rest)?;
        (this.def.wrap)(vm, this.ty, object, rest)
    }

    #[slot(descr_get)]
    fn descr_get(vm: &mut Vm, this: &Value, object: Option<&Value>, _owner: Option<Ty>) -> PyResult {
        let (Some(object), Some(descr)) = (object, this.downcast::<PyWrapper>()) else { return Ok(this.clone()) };
        check(vm, descr.def.name, descr.ty, object)?;
        Ok(vm.new_object(PyMethodWrapper { def: descr.def, ty: descr.ty, receiver: object.clone() }))
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyWrapper>) -> PyResult {
        descr_repr(vm, "slot wrapper", this.def.name, this.ty)
    }

    #[getter("__name__")]
    fn get_name(this: This<'_, PyWrapper>) -> &'static str {
        this.def.name
    }

    #[getter("__qualname__")]
    fn get_qualname(vm: &mut Vm, this: This<'_, PyWrapper>) -> String {
        qualname(vm, this.ty, this.def.name)
    }

    #[getter("__objclass__")]
    fn get_objclass(this: This<'_, PyWrapper>) -> Ty {
        this.ty
    }

    #[getter("__doc__")]
    fn get_doc(this: This<'_, PyWrapper>) -> &'static str {
        this.def.doc
    }

    #[getter("__text_signature__")]
    fn get_text_signature(this: This<'_, PyWrapper>) -> &'static str {
        this.def.text_signature
    }

    #[pymethod("__reduce__($self, /)")]
    fn reduce(vm: &mut Vm, this: This<'_, PyWrapper>) -> PyResult {
        descr_reduce(vm, this.ty, this.def.name)
    }
}

#[pymethods]
impl PyMethodWrapper {
    #[slot(call)]
    fn call(vm: &mut Vm, this: This<'_, PyMethodWrapper>, args: Args<'_>) -> PyResult {
        check_keywords(vm, this.def.name, args)?;
        (this.def.wrap)(vm, this.ty, &this.receiver, args)
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyMethodWrapper>) -> PyResult {
        let ty = vm.type_name(&this.receiver);
        let address = vm.id(&this.receiver);
        Ok(vm.new_str(&format!("<method-wrapper '{}' of {ty} object at {address:#x}>", this.def.name)))
    }

    #[slot(hash)]
    fn hash(vm: &mut Vm, this: This<'_, PyMethodWrapper>) -> PyResult<i64> {
        Ok(match vm.identity_hash(&this.receiver) ^ std::ptr::from_ref(this.def) as i64 {
            -1 => -2,
            hash => hash,
        })
    }

    #[slot(richcompare)]
    fn richcompare(_vm: &mut Vm, a: &Value, b: &Value, op: crate::object::CompareOp) -> PyResult {
        use crate::object::CompareOp;
        let (Some(x), Some(y)) = (a.downcast::<PyMethodWrapper>(), b.downcast::<PyMethodWrapper>()) else {
            return Ok(Value::NOT_IMPLEMENTED);
        };
        let same = x.receiver.is(&y.receiver) && std::ptr::eq(x.def, y.def);
        match op {
            CompareOp::Eq => Ok(Value::bool(same)),
            CompareOp::Ne => Ok(Value::bool(!same)),
            _ => Ok(Value::NOT_IMPLEMENTED),
        }
    }

    #[getter("__self__")]
    fn get_self(this: This<'_, PyMethodWrapper>) -> Value {
        this.receiver.clone()
    }

    #[getter("__objclass__")]
    fn get_objclass(this: This<'_, PyMethodWrapper>) -> Ty {
        this.ty
    }

    #[getter("__name__")]
    fn get_name(this: This<'_, PyMethodWrapper>) -> &'static str {
        this.def.name
    }

    #[getter("__qualname__")]
    fn get_qualname(vm: &mut Vm, this: This<'_, PyMethodWrapper>) -> String {
        qualname(vm, this.ty, this.def.name)
    }

    #[getter("__doc__")]
    fn get_doc(this: This<'_, PyMethodWrapper>) -> &'static str {
        this.def.doc
    }

    #[getter("__text_signature__")]
    fn get_text_signature(this: This<'_, PyMethodWrapper>) -> &'static str {
        this.def.text_signature
    }

    #[pymethod("__reduce__($self, /)")]
    fn reduce(vm: &mut Vm, this: This<'_, PyMethodWrapper>) -> PyResult {
        let getattr = vm.builtin("getattr")?;
        let name = vm.new_str(this.def.name);
        let args = vm.new_tuple(vec![this.receiver.clone(), name]);
        Ok(vm.new_tuple(vec![getattr, args]))
    }
}

/// The native behind `found` if it is a plain native method whose receiver may be `object`: lets callers skip the bound method.
pub fn native_method<'a>(vm: &Vm, found: &'a Value, object: &Value) -> Option<&'a PyMethodDescr> {
    found.downcast::<PyMethodDescr>().filter(|descr| vm.is_instance(object, descr.ty))
}
