//! `object`: what every object can do (CPython's Objects/typeobject.c, object_*).

use crate::args::Args;
use crate::exc::PyResult;
use crate::heap::var::PyTuple;
use crate::object::new_type::object_slots;
use crate::object::slots::{InitFn, NewFn};
use crate::object::{CompareOp, Slots, Ty, TypeFlags};
use crate::types::dict::PyDict;
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{pyclass, pymethods};

/// The base class of the class hierarchy.
///
/// When called, it accepts no arguments and returns a new featureless
/// instance that has no instance attributes and cannot be given any.
#[pyclass(name = "object", layout = 1, flags(basetype), accepts = anything)]
pub struct PyObject(pub(crate) ());

fn anything(_value: &Value) -> bool {
    true
}

/// Whether the type's constructor (or initialiser) is `object`'s own.
fn plain_new(ty: Ty) -> bool {
    ty.slots.new.get().is_some_and(|f| std::ptr::fn_addr_eq(f, object_new as NewFn))
}

fn plain_init(ty: Ty) -> bool {
    ty.slots.init.get().is_some_and(|f| std::ptr::fn_addr_eq(f, object_init as InitFn))
}

/// Whether `object.__init__` has nothing to say about the arguments of a class: its own `__new__` took them.
#[inline]
pub(crate) fn has_nothing_to_init(ty: Ty) -> bool {
    plain_init(ty) && !plain_new(ty)
}

/// `object.__new__`.
pub(crate) fn object_new(vm: &mut Vm, cls: Ty, args: Args<'_>) -> PyResult {
    if !args.is_empty() {
        if !plain_new(cls) {
            return Err(vm.type_error("object.__new__() takes exactly one argument (the type to instantiate)"));
        }
        if plain_init(cls) {
            let name = cls.name(vm);
            return Err(vm.type_error(format!("{name}() takes no arguments")));
        }
    }
    if cls.has_flag(TypeFlags::ABSTRACT) {
        return abstract_error(vm, cls);
    }
    Ok(vm.new_instance(cls, PyObject(())))
}

/// `object.__init__`.
pub(crate) fn object_init(vm: &mut Vm, this: &Value, args: Args<'_>) -> PyResult<()> {
    if args.is_empty() {
        return Ok(());
    }
    let ty = vm.type_of(this);
    if !plain_init(ty) {
        return Err(vm.type_error("object.__init__() takes exactly one argument (the instance to initialize)"));
    }
    if plain_new(ty) {
        let name = ty.name(vm);
        return Err(vm.type_error(format!("{name}.__init__() takes exactly one argument (the instance to initialize)")));
    }
    Ok(())
}

#[cold]
fn abstract_error(vm: &mut Vm, cls: Ty) -> PyResult {
    let methods = vm.get_attr_str(&cls.value(), "__abstractmethods__")?;
    let mut names = Vec::new();
    for method in vm.collect(&methods)? {
        names.push(vm.str_string(&method)?);
    }
    names.sort();
    let (plural, name) = (if names.len() > 1 { "s" } else { "" }, cls.name(vm));
    let names = names.join(", ");
    Err(vm.type_error(format!("Can't instantiate abstract class {name} with abstract method{plural} {names}")))
}

/// Fills the slots that make attributes and construction of plain objects work.
pub(crate) fn fill_object_slots(slots: &Slots) {
    object_slots(slots, object_init);
    slots.new.set(Some(object_new));
}

impl Vm {
    /// The `__dict__` attribute of an instance whose type does not override it.
    pub(crate) fn dict_of(&mut self, object: &Value) -> PyResult {
        if let Some(dict) = self.instance_dict(object) {
            return Ok(dict);
        }
        let ty = self.type_name(object);
        Err(self.attribute_error(format!("'{ty}' object has no attribute '__dict__'")))
    }

    /// `cls.__class__ = other`: only between classes whose instances are laid out alike.
    fn check_class_change(&mut self, object: &Value, new: Ty) -> PyResult<()> {
        let old = self.type_of(object);
        let is_module = old.layout == 19 && new.layout == 19;
        if !(is_module || (old.has_flag(TypeFlags::HEAPTYPE) && new.has_flag(TypeFlags::HEAPTYPE))) {
            return Err(
                self.type_error("__class__ assignment only supported for mutable types or ModuleType subclasses")
            );
        }
        let same = old.layout == new.layout && old.slot_words == new.slot_words && old.has_dict == new.has_dict;
        if same && (old.slot_words == 0 || slot_owner(old) == slot_owner(new) || same_slots(self, old, new)) {
            return Ok(());
        }
        let (old, new) = (old.name(self), new.name(self));
        Err(self.type_error(format!("__class__ assignment: '{new}' object layout differs from '{old}'")))
    }
}

/// The most basic class that has all of the slots of `ty`.
fn slot_owner(ty: Ty) -> Ty {
    let mut owner = ty;
    while let Some(base) = owner.base.get().filter(|base| base.slot_words == ty.slot_words) {
        owner = base;
    }
    owner
}

fn same_slots(vm: &mut Vm, a: Ty, b: Ty) -> bool {
    let name = vm.names.__slots__.clone();
    match (slot_owner(a).own_attr(vm, &name), slot_owner(b).own_attr(vm, &name)) {
        (Some(x), Some(y)) => slot_names(vm, &x) == slot_names(vm, &y),
        _ => false,
    }
}

/// The names of a `__slots__`, sorted, as the slots are laid out.
fn slot_names(vm: &mut Vm, slots: &Value) -> Vec<String> {
    if slots.is_a::<crate::heap::var::PyStr>() {
        return vec![vm.str_lossy(slots)];
    }
    let items = match vm.collect(slots) {
        Ok(items) => items,
        Err(_) => {
            vm.clear_raised();
            Vec::new()
        }
    };
    let mut names: Vec<String> = items.iter().map(|name| vm.str_lossy(name)).collect();
    names.sort_unstable();
    names
}

#[pymethods]
impl PyObject {
    #[slot(repr)]
    fn repr(vm: &mut Vm, this: &Value) -> PyResult {
        vm.default_repr(this)
    }

    #[slot(str)]
    fn str(vm: &mut Vm, this: &Value) -> PyResult {
        vm.repr(this)
    }

    #[slot(hash)]
    fn hash(vm: &mut Vm, this: &Value) -> PyResult<i64> {
        Ok(vm.identity_hash(this))
    }

    #[slot(richcompare)]
    fn richcompare(vm: &mut Vm, a: &Value, b: &Value, op: CompareOp) -> PyResult {
        match op {
            CompareOp::Eq => Ok(if a.is(b) { Value::TRUE } else { Value::NOT_IMPLEMENTED }),
            CompareOp::Ne => {
                // By default the negation of ==.
                let Some(compare) = vm.type_of(a).slots.richcompare.get() else { return Ok(Value::NOT_IMPLEMENTED) };
                let equal = compare(vm, a, b, CompareOp::Eq)?;
                if equal.is_not_implemented() {
                    return Ok(equal);
                }
                Ok(Value::bool(!vm.truth(&equal)?))
            }
            _ => Ok(Value::NOT_IMPLEMENTED),
        }
    }

    #[getter("__class__")]
    fn get_class(vm: &mut Vm, this: &Value) -> Value {
        vm.type_of(this).value()
    }

    #[setter("__class__")]
    fn set_class(vm: &mut Vm, this: &Value, value: Option<&Value>) -> PyResult<()> {
        let Some(value) = value else { return Err(vm.type_error("can't delete __class__ attribute")) };
        let Some(new) = Ty::from_value(value) else {
            let got = vm.type_name(value);
            return Err(vm.type_error(format!("__class__ must be set to a class, not '{got}' object")));
        };
        vm.check_class_change(this, new)?;
        vm.set_instance_type(this, new);
        Ok(())
    }

    /// Helper for pickle.
    #[pymethod("__reduce__($self, /)")]
    fn reduce(vm: &mut Vm, this: &Value) -> PyResult {
        vm.object_reduce(this, 0)
    }

    /// Helper for pickle.
    #[pymethod("__reduce_ex__($self, protocol, /)")]
    fn reduce_ex(vm: &mut Vm, this: &Value, protocol: i32) -> PyResult {
        let name = vm.names.__reduce__.clone();
        let cls = vm.type_of(this);
        let own = cls.lookup(vm, &name);
        let base = vm.ty::<PyObject>().lookup(vm, &name);
        if let (Some(own), Some(base)) = (own, base)
            && !own.is(&base)
        {
            return vm.call_method(this, &name, &[]);
        }
        vm.object_reduce(this, protocol)
    }

    /// Default object formatter.
    #[pymethod("__format__($self, format_spec, /)")]
    fn format(vm: &mut Vm, this: &Value, format_spec: &crate::heap::var::PyStr) -> PyResult {
        if !format_spec.is_empty() {
            let ty = vm.type_name(this);
            return Err(vm.type_error(format!("unsupported format string passed to {ty}.__format__")));
        }
        vm.str(this)
    }

    /// Size of object in memory, in bytes.
    #[pymethod("__sizeof__($self, /)")]
    fn sizeof(vm: &mut Vm, this: &Value) -> usize {
        16 + 8 * usize::from(crate::vm::tail_words(vm.type_of(this)))
    }

    /// Default dir() implementation.
    #[pymethod("__dir__($self, /)")]
    fn dir(vm: &mut Vm, this: &Value) -> PyResult {
        let names = vm.new_dict();
        let Some(dict) = names.downcast::<PyDict>() else { return Ok(names) };
        let key = vm.names.__dict__.clone();
        if let Some(own) = vm.get_attr_opt(this, &key)?.filter(|own| own.is_a::<PyDict>()) {
            for name in vm.collect(&own)? {
                dict.set(vm, &name, Value::NONE)?;
            }
        }
        let key = vm.names.__class__.clone();
        if let Some(class) = vm.get_attr_opt(this, &key)?.as_ref().and_then(Ty::from_value) {
            vm.collect_class_names(class, dict)?;
        }
        let names = vm.collect(&names)?;
        Ok(vm.new_list(names))
    }

    /// This method is called when a class is subclassed.
    ///
    /// The default implementation does nothing. It may be
    /// overridden to extend subclasses.
    #[classmethod("__init_subclass__($type, /)", no_text, raw)]
    fn init_subclass(vm: &mut Vm, args: Args<'_>) -> PyResult<()> {
        let class = args.get(0).and_then(Ty::from_value);
        let name = class.map_or_else(String::new, |class| vm.str_lossy(class.qualname.borrow(vm)));
        if args.has_keywords() {
            return Err(vm.type_error(format!("{name}.__init_subclass__() takes no keyword arguments")));
        }
        match args.len_positional() {
            0 | 1 => Ok(()),
            more => Err(vm.type_error(format!("{name}.__init_subclass__() takes no arguments ({} given)", more - 1))),
        }
    }

    /// Abstract classes can override this to customize issubclass().
    ///
    /// This is invoked early on by abc.ABCMeta.__subclasscheck__().
    /// It should return True, False or NotImplemented.  If it returns
    /// NotImplemented, the normal algorithm is used.  Otherwise, it
    /// overrides the normal algorithm (and the outcome is cached).
    #[classmethod("__subclasshook__($type, subclass, /)", no_text)]
    fn subclasshook(_cls: Ty, _subclass: &Value) -> Value {
        Value::NOT_IMPLEMENTED
    }
}

impl Vm {
    /// Adds all names of `class` and its bases as keys.
    pub(crate) fn collect_class_names(&mut self, class: Ty, into: &PyDict) -> PyResult<()> {
        for ty in class.mro.get(self) {
            let dict = ty.dict(self);
            for name in self.collect(dict)? {
                into.set(self, &name, Value::NONE)?;
            }
        }
        Ok(())
    }

    /// `copyreg`'s part of pickling, for protocols 0 to 5.
    pub(crate) fn object_reduce(&mut self, object: &Value, protocol: i32) -> PyResult {
        let copyreg = self.import_module("copyreg")?;
        if protocol < 2 {
            let protocol = self.new_int(i64::from(protocol));
            return self.call_method_str(&copyreg, "_reduce_ex", &[object.clone(), protocol]);
        }
        let (newargs, keywords) = self.get_new_arguments(object)?;
        let state = self.get_state(object)?;
        let cls = self.type_of(object).value();
        let (name, args) = match keywords {
            Some(keywords) => {
                let newargs = self.new_tuple(newargs);
                ("__newobj_ex__", vec![cls, newargs, keywords])
            }
            None => ("__newobj__", std::iter::once(cls).chain(newargs).collect()),
        };
        let newobj = self.get_attr_str(&copyreg, name)?;
        let args = self.new_tuple(args);
        let list_items = if object.is_a::<crate::types::list::PyList>() { self.iter(object)? } else { Value::NONE };
        let dict_items = if object.is_a::<PyDict>() {
            let items = self.call_method_str(object, "items", &[])?;
            self.iter(&items)?
        } else {
            Value::NONE
        };
        Ok(self.new_tuple(vec![newobj, args, state, list_items, dict_items]))
    }

    /// What `__new__` is to be called with: arguments, and keywords if there are any.
    fn get_new_arguments(&mut self, object: &Value) -> PyResult<(Vec<Value>, Option<Value>)> {
        let name = self.intern("__getnewargs_ex__");
        if let Some(both) = self.call_special(object, &name, &[])? {
            return self.new_arguments_ex(&both);
        }
        let name = self.names.__getnewargs__.clone();
        let Some(args) = self.call_special(object, &name, &[])? else { return Ok((Vec::new(), None)) };
        match args.downcast::<PyTuple>() {
            Some(args) => Ok((args.items().to_vec(), None)),
            None => {
                let ty = self.type_name(&args);
                Err(self.type_error(format!("__getnewargs__ should return a tuple, not '{ty}'")))
            }
        }
    }

    /// The pair that `__getnewargs_ex__` gave, checked.
    fn new_arguments_ex(&mut self, both: &Value) -> PyResult<(Vec<Value>, Option<Value>)> {
        let Some(pair) = both.downcast::<PyTuple>() else {
            let ty = self.type_name(both);
            return Err(self.type_error(format!("__getnewargs_ex__ should return a tuple, not '{ty}'")));
        };
        let [args, keywords] = pair.items() else {
            let count = pair.items().len();
            return Err(self.value_error(format!("__getnewargs_ex__ should return a tuple of length 2, not {count}")));
        };
        let Some(items) = args.downcast::<PyTuple>() else {
            let ty = self.type_name(args);
            return Err(self.type_error(format!(
                "first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '{ty}'"
            )));
        };
        let Some(dict) = keywords.downcast::<PyDict>() else {
            let ty = self.type_name(keywords);
            return Err(self.type_error(format!(
                "second item of the tuple returned by __getnewargs_ex__ must be a dict, not '{ty}'"
            )));
        };
        Ok((items.items().to_vec(), Some(keywords.clone()).filter(|_| dict.len(self) > 0)))
    }

    fn get_state(&mut self, object: &Value) -> PyResult {
        let name = self.names.__getstate__.clone();
        if let Some(method) = self.get_attr_opt(object, &name)? {
            return self.call(&method, &[]);
        }
        let ty = self.type_of(object);
        let key = self.names.__dict__.clone();
        let dict =
            self.get_attr_opt(object, &key)?.filter(|dict| dict.downcast::<PyDict>().is_none_or(|d| d.len(self) > 0));
        if ty.slot_words == 0 {
            if ty.layout != 1
                && !ty.has_flag(TypeFlags::HEAPTYPE)
                && !object.is_a::<crate::types::list::PyList>()
                && !object.is_a::<PyDict>()
            {
                let ty = ty.tp_name(self);
                return Err(self.type_error(format!("cannot pickle '{ty}' object")));
            }
            return Ok(dict.unwrap_or_default());
        }
        let slots = self.new_dict();
        for class in ty.mro.get(self) {
            let dict = class.dict(self);
            for entry in self.collect(dict)? {
                let Some(found) = class.own_attr(self, &entry) else { continue };
                if let Some(member) = found.downcast::<crate::types::descr::PyMember>()
                    && member.native.is_none()
                    && let Some(value) = object.tail_get(usize::from(member.word))
                    && let Some(slots) = slots.downcast::<PyDict>()
                {
                    slots.set(self, &entry, value)?;
                }
            }
        }
        Ok(self.new_tuple(vec![dict.unwrap_or_default(), slots]))
    }

    /// Whether `method` is `object.__getattribute__` (or a native type's equal of it).
    pub(crate) fn is_generic_getattribute(&self, method: &Value) -> bool {
        method.downcast::<crate::types::descr::PyWrapper>().is_some_and(|wrapper| {
            let slot = wrapper.ty.slots.getattro.get();
            slot.is_some_and(|f| {
                std::ptr::fn_addr_eq(f, crate::object::attr::generic_get_attr as crate::object::slots::GetAttrFn)
            })
        })
    }

    /// TypeError unless `name` is a str.
    pub fn check_attr_name(&mut self, name: &Value) -> PyResult<()> {
        if name.is_a::<crate::heap::var::PyStr>() {
            return Ok(());
        }
        let ty = self.type_name(name);
        Err(self.type_error(format!("attribute name must be string, not '{ty}'")))
    }

    /// TypeError if `object.__setattr__(cls, ...)` is used to get around a metaclass's `__setattr__`.
    pub(crate) fn check_native_setattr(&mut self, object: &Value, owner: Ty) -> PyResult<()> {
        let mut ty = Some(self.type_of(object));
        while let Some(candidate) = ty.filter(|ty| ty.has_flag(TypeFlags::HEAPTYPE)) {
            ty = candidate.base.get();
        }
        let same = ty.is_none_or(|native| {
            native.slots.setattro.get().map(|f| f as usize) == owner.slots.setattro.get().map(|f| f as usize)
        });
        if same {
            return Ok(());
        }
        let name = self.type_name(object);
        Err(self.type_error(format!("can't apply this __setattr__ to {name} object")))
    }
}
