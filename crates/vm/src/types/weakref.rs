//! `weakref.ref`, and what weak references share with proxies (CPython's Objects/weakrefobject.c).

use std::cell::Cell;

use minipy_macros::{pyclass, pymethods};

use crate::args::{Args, This};
use crate::exc::PyResult;
use crate::heap::VmCell;
use crate::heap::weak::{Role, WeakLink};
use crate::object::{CompareOp, Ty};
use crate::types::weakproxy::{PyWeakCallableProxy, PyWeakProxy};
use crate::value::Value;
use crate::vm::Vm;

/// The payload of `weakref.ref`.
#[pyclass(name = "ReferenceType", module = "weakref", layout = 46, flags(basetype))]
pub struct PyWeakRef {
    #[pyclass(skip)]
    pub(crate) link: WeakLink,
    /// Called when the object is gone.
    pub(crate) callback: VmCell<Option<Value>>,
    /// The object's hash, once asked for; -1 before.
    hash: Cell<i64>,
}

/// The parts of a weak reference or proxy.
fn parts(reference: &Value) -> Option<(&WeakLink, &VmCell<Option<Value>>)> {
    if let Some(reference) = reference.downcast::<PyWeakRef>() {
        return Some((&reference.link, &reference.callback));
    }
    if let Some(proxy) = reference.downcast::<PyWeakProxy>() {
        return Some((&proxy.link, &proxy.callback));
    }
    reference.downcast::<PyWeakCallableProxy>().map(|proxy| (&proxy.link, &proxy.callback))
}

/// The object that a weak reference or proxy refers to; the outer `None` if it is neither.
pub fn referent_of(reference: &Value) -> Option<Option<Value>> {
    parts(reference).map(|(link, _)| link.target())
}

/// The callback of a weak reference or proxy.
pub(crate) fn callback_of(vm: &Vm, reference: &Value) -> Option<Value> {
    parts(reference).and_then(|(_, callback)| callback.get(vm))
}

/// As `callback_of`; it is called no second time.
pub(crate) fn take_callback(vm: &mut Vm, reference: &Value) -> Option<Value> {
    parts(reference).and_then(|(_, callback)| callback.take(vm))
}

/// A weak reference or proxy to `target`: the shared one, or one that `make` gives.
pub(crate) fn refer(vm: &mut Vm, target: &Value, role: Role, make: impl FnOnce(&mut Vm) -> Value) -> PyResult {
    let ty = vm.type_of(target);
    if !ty.has_weakref || target.header().is_none() {
        let name = vm.type_name_in_full(ty);
        return Err(vm.type_error(format!("cannot create weak reference to '{name}' object")));
    }
    if let Some(shared) = vm.heap.shared_weak(target, role) {
        return Ok(shared);
    }
    let made = make(vm);
    if let Some((link, _)) = parts(&made) {
        vm.heap.add_weak(&made, link, target, role);
    }
    Ok(made)
}

/// A proxy of either kind, as the object's type asks.
pub fn proxy(vm: &mut Vm, target: &Value, callback: Option<&Value>) -> PyResult {
    let callback = callback.filter(|callback| !callback.is_none()).cloned();
    let role = if callback.is_some() { Role::Other } else { Role::Proxy };
    let callable = vm.type_of(target).slots.call.get().is_some();
    refer(vm, target, role, |vm| {
        let (link, callback) = (WeakLink::new(), VmCell::new(callback));
        if callable {
            vm.new_object(PyWeakCallableProxy { link, callback })
        } else {
            vm.new_object(PyWeakProxy { link, callback })
        }
    })
}

impl Vm {
    /// The first weak reference to an object (`__weakref__`).
    pub(crate) fn first_weakref(&mut self, object: &Value) -> Option<Value> {
        self.heap.weak_refs(object).into_iter().next()
    }

    /// `weakref.getweakrefs(object)`.
    pub fn weak_references(&mut self, object: &Value) -> Vec<Value> {
        self.heap.weak_refs(object)
    }

    /// `weakref.getweakrefcount(object)`.
    pub fn count_weak_references(&mut self, object: &Value) -> usize {
        self.heap.count_weak(object)
    }

    /// A type's name as messages about layouts say it: with its module, if it is a builtin one outside `builtins`.
    pub(crate) fn type_name_in_full(&self, ty: Ty) -> String {
        ty.def.map_or_else(|| ty.name(self), |def| def.tp_name())
    }
}

#[pymethods]
impl PyWeakRef {
    #[new("ref(object, callback=None, /)", no_text, raw)]
    fn new(vm: &mut Vm, cls: Ty, args: Args<'_>) -> PyResult {
        let given = args.positional();
        let Some(target) = given.first() else {
            return Err(vm.type_error("__new__ expected at least 1 argument, got 0"));
        };
        if given.len() > 2 {
            return Err(vm.type_error(format!("__new__ expected at most 2 arguments, got {}", given.len())));
        }
        let callback = given.get(1).filter(|callback| !callback.is_none()).cloned();
        let plain = callback.is_none() && cls == vm.ty::<PyWeakRef>();
        let role = if plain { Role::Reference } else { Role::Other };
        refer(vm, target, role, |vm| {
            let reference = PyWeakRef { link: WeakLink::new(), callback: VmCell::new(callback), hash: Cell::new(-1) };
            vm.new_instance(cls, reference)
        })
    }

    #[init("ref(object, callback=None, /)", no_text, raw)]
    fn init(vm: &mut Vm, _this: This<'_, PyWeakRef>, args: Args<'_>) -> PyResult<()> {
        if args.has_keywords() {
            return Err(vm.type_error("ref() takes no keyword arguments"));
        }
        let given = args.len_positional();
        match given {
            0 => Err(vm.type_error("__init__ expected at least 1 argument, got 0")),
            1 | 2 => Ok(()),
            _ => Err(vm.type_error(format!("__init__ expected at most 2 arguments, got {given}"))),
        }
    }

    #[slot(call)]
    fn call(vm: &mut Vm, this: This<'_, PyWeakRef>, args: Args<'_>) -> PyResult {
        let given = args.values().len();
        if given > 0 {
            let plural = if args.has_keywords() { "keyword " } else { "" };
            return Err(vm.type_error(format!("__call__() takes at most 0 {plural}arguments ({given} given)")));
        }
        Ok(this.link.target().unwrap_or_default())
    }

    #[slot(hash)]
    fn hash(vm: &mut Vm, this: This<'_, PyWeakRef>) -> PyResult<i64> {
        if this.hash.get() != -1 {
            return Ok(this.hash.get());
        }
        let Some(target) = this.link.target() else { return Err(vm.type_error("weak object has gone away")) };
        let hash = vm.hash(&target)?;
        this.hash.set(hash);
        Ok(hash)
    }

    #[slot(richcompare)]
    fn richcompare(vm: &mut Vm, a: &Value, b: &Value, op: CompareOp) -> PyResult {
        let (Some(x), Some(y)) = (a.downcast::<PyWeakRef>(), b.downcast::<PyWeakRef>()) else {
            return Ok(Value::NOT_IMPLEMENTED);
        };
        if !matches!(op, CompareOp::Eq | CompareOp::Ne) {
            return Ok(Value::NOT_IMPLEMENTED);
        }
        match (x.link.target(), y.link.target()) {
            (Some(x), Some(y)) => vm.compare(&x, &y, op),
            _ => Ok(Value::bool(a.is(b) == (op == CompareOp::Eq))),
        }
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: This<'_, PyWeakRef>) -> PyResult {
        let place = vm.id(this.value());
        let Some(target) = this.link.target() else {
            return Ok(vm.new_str(&format!("<weakref at {place:#x}; dead>")));
        };
        let key = vm.names.__name__.clone();
        let name = vm.get_attr_opt(&target, &key)?.filter(|name| name.is_a::<crate::heap::var::PyStr>());
        let (ty, id) = (vm.type_name_in_full(vm.type_of(&target)), vm.id(&target));
        let name = name.map(|name| format!(" ({})", vm.str_lossy(&name))).unwrap_or_default();
        Ok(vm.new_str(&format!("<weakref at {place:#x}; to '{ty}' at {id:#x}{name}>")))
    }

    #[getter("__callback__")]
    fn get_callback(vm: &mut Vm, this: This<'_, PyWeakRef>) -> Option<Value> {
        this.callback.get(vm)
    }

    #[setter("__callback__")]
    fn set_callback(vm: &mut Vm, _this: This<'_, PyWeakRef>, _value: Option<&Value>) -> PyResult<()> {
        Err(vm.attribute_error("readonly attribute"))
    }

    /// See PEP 585
    #[classmethod("__class_getitem__($type, item, /)", no_text)]
    fn class_getitem(vm: &mut Vm, cls: Ty, item: &Value) -> PyResult {
        vm.generic_alias(&cls.value(), item)
    }
}
