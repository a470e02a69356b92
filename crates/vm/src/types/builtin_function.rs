//! `builtin_function_or_method`: a native function, alone or bound to a receiver; also the `__new__` of native types
//! (CPython's Objects/methodobject.c).

use crate::args::Args;
use crate::exc::PyResult;
use crate::object::{MethodDef, Ty, def::NativeFn};
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{pyclass, pymethods};

/// The payload.
#[pyclass(name = "builtin_function_or_method", layout = 15, flags(weakref))]
pub struct PyBuiltin {
    #[pyclass(skip)]
    kind: Kind,
    /// `__self__`: the receiver, the module's name holder, or the type of a constructor.
    pub receiver: Option<Value>,
    /// `__module__`.
    pub module: Option<Value>,
}

#[derive(Clone, Copy)]
enum Kind {
    /// Called with the arguments alone.
    Function(&'static MethodDef),
    /// Called with the receiver in front.
    Bound(&'static MethodDef),
    /// `T.__new__` of a native type.
    Constructor(Ty),
}

impl PyBuiltin {
    /// A function that takes no receiver.
    pub fn function(def: &'static MethodDef, receiver: Option<Value>, module: Option<Value>) -> PyBuiltin {
        PyBuiltin { kind: Kind::Function(def), receiver, module }
    }

    /// A method bound to `receiver`.
    pub fn bound(def: &'static MethodDef, receiver: Value) -> PyBuiltin {
        PyBuiltin { kind: Kind::Bound(def), receiver: Some(receiver), module: None }
    }

    /// The `__new__` of a native type.
    pub fn constructor(ty: Ty) -> PyBuiltin {
        PyBuiltin { kind: Kind::Constructor(ty), receiver: Some(ty.value()), module: None }
    }

    /// The type whose `__new__` this is.
    pub fn constructed(&self) -> Option<Ty> {
        match self.kind {
            Kind::Constructor(ty) => Some(ty),
            _ => None,
        }
    }

    /// The native code and the receiver that goes in front, for the interpreter's direct calls.
    #[inline(always)]
    pub fn native(&self) -> Option<(NativeFn, Option<&Value>)> {
        match self.kind {
            Kind::Function(def) => Some((def.func, None)),
            Kind::Bound(def) => Some((def.func, self.receiver.as_ref())),
            Kind::Constructor(_) => None,
        }
    }

    /// The definition of a function that takes no receiver.
    #[inline(always)]
    pub fn function_def(&self) -> Option<&'static MethodDef> {
        match self.kind {
            Kind::Function(def) => Some(def),
            _ => None,
        }
    }

    /// The definition, unless this is a constructor.
    pub fn def(&self) -> Option<&'static MethodDef> {
        match self.kind {
            Kind::Function(def) | Kind::Bound(def) => Some(def),
            Kind::Constructor(_) => None,
        }
    }

    /// `__name__`.
    pub fn name(&self) -> &'static str {
        self.def().map_or("__new__", MethodDef::name)
    }

    fn is_bound_to_object(&self) -> bool {
        matches!(self.kind, Kind::Bound(_))
    }
}

/// Calls `native` with `receiver` in front of the arguments.
pub(crate) fn call_with_receiver(vm: &mut Vm, native: NativeFn, receiver: &Value, args: Args<'_>) -> PyResult {
    let given = args.values();
    match given {
        [] => return native(vm, Args::new(std::slice::from_ref(receiver), args.names())),
        [one] => return native(vm, Args::new(&[receiver.clone(), one.clone()], args.names())),
        [one, two] => return native(vm, Args::new(&[receiver.clone(), one.clone(), two.clone()], args.names())),
        _ => {}
    }
    let mut values = Vec::with_capacity(given.len() + 1);
    values.push(receiver.clone());
    values.extend_from_slice(given);
    native(vm, Args::new(&values, args.names()))
}

/// `T.__new__(cls, *args)`: checks `cls` and calls the type's constructor.
fn construct(vm: &mut Vm, owner: Ty, args: Args<'_>) -> PyResult {
    let name = owner.name(vm);
    let Some((first, rest)) = args.split_first() else {
        return Err(vm.type_error(format!("{name}.__new__(): not enough arguments")));
    };
    let Some(cls) = Ty::from_value(first) else {
        let got = vm.type_name(first);
        return Err(vm.type_error(format!("{name}.__new__(X): X is not a type object ({got})")));
    };
    let wanted = cls.name(vm);
    if !cls.is_subtype(vm, owner) {
        return Err(vm.type_error(format!("{name}.__new__({wanted}): {wanted} is not a subtype of {name}")));
    }
    // A native base with a constructor of its own must not be by-passed: its payload would be missing.
    let nearest = native_base(vm, cls);
    if nearest.slots.new.get().map(|f| f as usize) != owner.slots.new.get().map(|f| f as usize) {
        let safe = nearest.name(vm);
        return Err(vm.type_error(format!("{name}.__new__({wanted}) is not safe, use {safe}.__new__()")));
    }
    match owner.slots.new.get() {
        Some(new) => new(vm, cls, rest),
        None => Err(vm.type_error(format!("cannot create '{wanted}' instances"))),
    }
}

/// The nearest base of `cls` (or itself) that is native.
fn native_base(_vm: &Vm, cls: Ty) -> Ty {
    let mut ty = cls;
    while ty.def.is_none() && !ty.has_flag(crate::object::TypeFlags::NATIVE) {
        match ty.base.get() {
            Some(base) => ty = base,
            None => break,
        }
    }
    ty
}

#[pymethods]
impl PyBuiltin {
    #[slot(call)]
    fn call(vm: &mut Vm, this: &Value, args: Args<'_>) -> PyResult {
        let Some(builtin) = this.downcast::<PyBuiltin>() else { return Ok(Value::NONE) };
        match builtin.kind {
            Kind::Function(def) => (def.func)(vm, args),
            Kind::Bound(def) => match &builtin.receiver {
                Some(receiver) => call_with_receiver(vm, def.func, receiver, args),
                None => (def.func)(vm, args),
            },
            Kind::Constructor(ty) => construct(vm, ty, args),
        }
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: crate::args::This<'_, PyBuiltin>) -> PyResult {
        let name = this.name();
        let text = match (&this.receiver, this.is_bound_to_object() || this.constructed().is_some()) {
            (Some(receiver), true) => {
                let ty = vm.type_name(receiver);
                format!("<built-in method {name} of {ty} object at {:#x}>", vm.id(receiver))
            }
            _ => format!("<built-in function {name}>"),
        };
        Ok(vm.new_str(&text))
    }

    #[slot(hash)]
    fn hash(vm: &mut Vm, this: crate::args::This<'_, PyBuiltin>) -> PyResult<i64> {
        let receiver = this.receiver.as_ref().map_or(0, |receiver| vm.identity_hash(receiver));
        let code = this.def().map_or(0, |def| std::ptr::from_ref(def) as i64);
        Ok(match receiver ^ code {
            -1 => -2,
            hash => hash,
        })
    }

    #[slot(richcompare)]
    fn richcompare(_vm: &mut Vm, a: &Value, b: &Value, op: crate::object::CompareOp) -> PyResult {
        use crate::object::CompareOp;
        let (Some(x), Some(y)) = (a.downcast::<PyBuiltin>(), b.downcast::<PyBuiltin>()) else {
            return Ok(Value::NOT_IMPLEMENTED);
        };
        if !matches!(op, CompareOp::Eq | CompareOp::Ne) {
            return Ok(Value::NOT_IMPLEMENTED);
        }
        let same_receiver = match (&x.receiver, &y.receiver) {
            (Some(x), Some(y)) => x.is(y),
            (None, None) => true,
            _ => false,
        };
        let same_code = match (x.def(), y.def()) {
            (Some(x), Some(y)) => std::ptr::eq(x, y),
            (None, None) => true,
            _ => false,
        };
        Ok(Value::bool((same_receiver && same_code) == (op == CompareOp::Eq)))
    }

    #[getter("__name__")]
    fn get_name(this: crate::args::This<'_, PyBuiltin>) -> &'static str {
        this.name()
    }

    #[getter("__qualname__")]
    fn get_qualname(vm: &mut Vm, this: crate::args::This<'_, PyBuiltin>) -> String {
        match &this.receiver {
            Some(receiver) if receiver.downcast::<crate::types::module::PyModule>().is_none() => {
                let ty = Ty::from_value(receiver).unwrap_or_else(|| vm.type_of(receiver));
                format!("{}.{}", vm.str_lossy(ty.qualname.borrow(vm)), this.name())
            }
            _ => this.name().to_owned(),
        }
    }

    #[getter("__self__")]
    fn get_self(this: crate::args::This<'_, PyBuiltin>) -> Option<Value> {
        this.receiver.clone()
    }

    #[getter("__module__")]
    fn get_module(this: crate::args::This<'_, PyBuiltin>) -> Option<Value> {
        this.module.clone()
    }

    #[getter("__doc__")]
    fn get_doc(this: crate::args::This<'_, PyBuiltin>) -> Option<&'static str> {
        match this.def() {
            Some(def) => def.doc,
            None => Some("Create and return a new object.  See help(type) for accurate signature."),
        }
    }

    #[getter("__text_signature__")]
    fn get_text_signature(this: crate::args::This<'_, PyBuiltin>) -> Option<&'static str> {
        match this.def() {
            Some(def) => def.signature.text,
            None => Some("($type, *args, **kwargs)"),
        }
    }

    /// Pickled by name.
    #[pymethod("__reduce__($self, /)")]
    fn reduce(vm: &mut Vm, this: crate::args::This<'_, PyBuiltin>) -> PyResult {
        let name = vm.new_str(this.name());
        let Some(receiver) = this.receiver.clone().filter(|r| !r.is_a::<crate::types::module::PyModule>()) else {
            return Ok(name);
        };
        let getattr = vm.builtin("getattr")?;
        let args = vm.new_tuple(vec![receiver, name]);
        Ok(vm.new_tuple(vec![getattr, args]))
    }
}
