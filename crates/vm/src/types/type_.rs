//! `type`: classes as objects (CPython's Objects/typeobject.c, type_*).

use crate::args::{Args, This};
use crate::exc::PyResult;
use crate::heap::var::{PyStr, PyTuple};
use crate::object::{PyType, Ty, TypeFlags};
use crate::types::dict::PyDict;
use crate::types::mappingproxy::PyMappingProxy;
use crate::types::object::has_nothing_to_init;
use crate::value::Value;
use crate::vm::Vm;
use minipy_macros::{pymethods, pytype};

pytype! {
    /// type(object) -> the object's type
    /// type(name, bases, dict, **kwds) -> a new type
    PyType: name = "type", layout = 2, flags(basetype, type_subclass), parts(slots, attrs)
}

/// `cls(*args)`.
pub(crate) fn type_call(vm: &mut Vm, cls: &Value, args: Args<'_>) -> PyResult {
    let Some(ty) = Ty::from_value(cls) else { return Err(vm.type_error("not a type")) };
    if ty == vm.ty::<PyType>() {
        match args.len_positional() {
            1 if !args.has_keywords() => {
                let object = args.get(0).cloned().unwrap_or_default();
                return Ok(vm.type_of(&object).value());
            }
            3 => {}
            _ => return Err(vm.type_error("type() takes 1 or 3 arguments")),
        }
    }
    let Some(new) = ty.slots.new.get().filter(|_| !ty.has_flag(TypeFlags::NO_INSTANTIATION)) else {
        let name = vm.qualified_name(ty)?;
        return Err(vm.type_error(format!("cannot create '{name}' instances")));
    };
    let object = new(vm, ty, args)?;
    let made = vm.type_of(&object);
    if (made == ty || made.is_subtype(vm, ty))
        && let Some(init) = made.slots.init.get()
        && (made != ty || !has_nothing_to_init(ty))
    {
        init(vm, &object, args)?;
    }
    Ok(object)
}

/// The class that is the only argument of a method of `type`. As the method is found bound to the class, the words of
/// the error name that.
fn class_alone<'a>(vm: &mut Vm, args: Args<'a>, name: &str) -> PyResult<Ty> {
    let Some(class) = args.get(0).and_then(Ty::from_value) else {
        return Err(vm.type_error(format!("unbound method type.{name}() needs an argument")));
    };
    let (given, class_name) = (args.len_positional() - 1, class.name(vm));
    if args.has_keywords() {
        return Err(vm.type_error(format!("{class_name}.{name}() takes no keyword arguments")));
    }
    if given > 0 {
        return Err(vm.type_error(format!("{class_name}.{name}() takes no arguments ({given} given)")));
    }
    Ok(class)
}

/// Whether CPython's collector knows the instances: not those of `object` itself, of numbers, text and bytes.
fn is_collected(ty: Ty) -> bool {
    ty.has_flag(TypeFlags::HEAPTYPE) || !matches!(ty.layout, 1 | 3 | 4 | 6 | 9 | 10 | 80 | 105)
}

#[pymethods(part = "slots")]
impl PyType {
    #[slot(new)]
    fn new_class(vm: &mut Vm, metatype: Ty, args: Args<'_>) -> PyResult {
        vm.new_class(metatype, args)
    }

    #[slot(init)]
    fn init(vm: &mut Vm, _this: &Value, args: Args<'_>) -> PyResult<()> {
        match args.len_positional() {
            1 if args.has_keywords() => Err(vm.type_error("type.__init__() takes no keyword arguments")),
            1 | 3 => Ok(()),
            _ => Err(vm.type_error("type.__init__() takes 1 or 3 arguments")),
        }
    }

    #[slot(call)]
    fn call(vm: &mut Vm, this: &Value, args: Args<'_>) -> PyResult {
        type_call(vm, this, args)
    }

    #[slot(repr)]
    fn repr(vm: &mut Vm, this: &Value) -> PyResult {
        let name = match Ty::from_value(this) {
            Some(ty) => vm.qualified_name(ty)?,
            None => String::new(),
        };
        Ok(vm.new_str(&format!("<class '{name}'>")))
    }

    #[slot(or)]
    fn or(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
        vm.type_union(a, b)
    }

    /// `cls.name`: a data descriptor of the metatype first, then the class and its bases, then the metatype.
    #[slot(getattro)]
    fn getattro(vm: &mut Vm, this: &Value, name: &Value) -> PyResult {
        let Some(ty) = Ty::from_value(this) else { return vm.generic_get_attr(this, name) };
        let metatype = vm.type_of(this);
        let meta_found = metatype.lookup(vm, name);
        let mut meta_get = None;
        if let Some(found) = &meta_found {
            let kind = vm.type_of(found);
            meta_get = kind.slots.descr_get.get();
            if let Some(get) = meta_get
                && kind.slots.descr_set.get().is_some()
            {
                return get(vm, found, Some(this), Some(metatype));
            }
        }
        if let Some(found) = ty.lookup(vm, name) {
            return match vm.type_of(&found).slots.descr_get.get() {
                Some(get) => get(vm, &found, None, Some(ty)),
                None => Ok(found),
            };
        }
        match (meta_found, meta_get) {
            (Some(found), Some(get)) => get(vm, &found, Some(this), Some(metatype)),
            (Some(found), None) => Ok(found),
            (None, _) => Err(vm.no_attribute(this, name)),
        }
    }

    #[slot(setattro)]
    fn setattro(vm: &mut Vm, this: &Value, name: &Value, value: Option<&Value>) -> PyResult<()> {
        let Some(ty) = Ty::from_value(this) else { return Ok(()) };
        if !ty.has_flag(TypeFlags::HEAPTYPE) {
            let (class, name) = (ty.name(vm), vm.str_lossy(name));
            return Err(vm.type_error(format!("cannot set '{name}' attribute of immutable type '{class}'")));
        }
        if let Some(descr) = vm.type_of(this).lookup(vm, name)
            && let Some(set) = vm.type_of(&descr).slots.descr_set.get()
        {
            return set(vm, &descr, this, value);
        }
        set_class_attr(vm, ty, name, value)
    }

    #[pymethod("__instancecheck__($self, instance, /)")]
    fn instancecheck(vm: &mut Vm, this: &Value, instance: &Value) -> PyResult<bool> {
        vm.object_isinstance(instance, this)
    }

    #[pymethod("__subclasscheck__($self, subclass, /)")]
    fn subclasscheck(vm: &mut Vm, this: &Value, subclass: &Value) -> PyResult<bool> {
        vm.object_issubclass(subclass, this)
    }

    /// Return a type's method resolution order.
    #[pymethod("mro($self, /)")]
    fn mro_method(vm: &mut Vm, this: This<'_, PyType>) -> PyResult {
        let order = match Ty::from_value(this.value()) {
            Some(ty) => vm.linearise(ty)?,
            None => Vec::new(),
        };
        Ok(vm.new_list(order.into_iter().map(Ty::value).collect()))
    }

    /// Return a list of immediate subclasses.
    #[pymethod("__subclasses__($self, /)", raw)]
    fn subclasses_method(vm: &mut Vm, args: Args<'_>) -> PyResult {
        let this = class_alone(vm, args, "__subclasses__")?;
        let classes = this.subclasses.get(vm).into_iter().map(Ty::value).collect();
        Ok(vm.new_list(classes))
    }

    /// __prepare__() -> dict
    /// used for the class statement
    #[classmethod("__prepare__($type, *args, **kwds)", no_text, raw)]
    fn prepare(vm: &mut Vm, _args: Args<'_>) -> Value {
        vm.new_dict()
    }

    /// Specialized __dir__ implementation for types.
    #[pymethod("__dir__($self, /)")]
    fn dir(vm: &mut Vm, this: This<'_, PyType>) -> PyResult {
        let names = vm.new_dict();
        if let (Some(ty), Some(dict)) = (Ty::from_value(this.value()), names.downcast::<PyDict>()) {
            vm.collect_class_names(ty, dict)?;
        }
        let names = vm.collect(&names)?;
        Ok(vm.new_list(names))
    }

    /// Return memory consumption of the type object.
    #[pymethod("__sizeof__($self, /)")]
    fn sizeof(_this: This<'_, PyType>) -> usize {
        size_of::<PyType>() + 16
    }
}

/// Sets or deletes an entry of the class's own dict and tells everybody who cached something.
fn set_class_attr(vm: &mut Vm, ty: Ty, name: &Value, value: Option<&Value>) -> PyResult<()> {
    let Some(table) = ty.dict(vm).downcast::<PyDict>() else { return Ok(()) };
    let old = table.get_str(vm, name);
    match value {
        Some(value) => {
            let only_data = old.as_ref().is_some_and(|old| vm.is_plain_data(old)) && vm.is_plain_data(value);
            table.set_str(vm, name, value.clone());
            vm.type_attr_changed(ty, name, only_data);
        }
        None => {
            if table.remove_str(vm, name).is_none() {
                let text = vm.str_lossy(name);
                return Err(vm.attribute_error_for(text, &ty.value(), name));
            }
            vm.type_attr_changed(ty, name, false);
        }
    }
    Ok(())
}

/// An attribute that heap types may set: CPython's check_set_special_type_attr.
fn check_mutable(vm: &mut Vm, ty: Ty, name: &str, value: Option<&Value>) -> PyResult<Value> {
    let class = ty.name(vm);
    if !ty.has_flag(TypeFlags::HEAPTYPE) {
        return Err(vm.type_error(format!("cannot set '{name}' attribute of immutable type '{class}'")));
    }
    match value {
        Some(value) => Ok(value.clone()),
        None => Err(vm.type_error(format!("cannot delete '{name}' attribute of immutable type '{class}'"))),
    }
}

fn handle(vm: &mut Vm, this: This<'_, PyType>) -> PyResult<Ty> {
    Ty::from_value(this.value()).ok_or_else(|| vm.type_error("not a type"))
}

/// `name` in the class's own dict.
fn own(vm: &mut Vm, ty: Ty, name: &Value) -> Option<Value> {
    ty.own_attr(vm, name)
}

#[pymethods(part = "attrs")]
impl PyType {
    #[getter("__name__")]
    fn get_name(vm: &mut Vm, this: This<'_, PyType>) -> Value {
        this.name.get(vm)
    }

    #[setter("__name__")]
    fn set_name(vm: &mut Vm, this: This<'_, PyType>, value: Option<&Value>) -> PyResult<()> {
        let ty = handle(vm, this)?;
        let value = check_mutable(vm, ty, "__name__", value)?;
        if !value.is_a::<PyStr>() {
            let (class, got) = (ty.name(vm), vm.type_name(&value));
            return Err(vm.type_error(format!("can only assign string to {class}.__name__, not '{got}'")));
        }
        if vm.str_lossy(&value).contains('\0') {
            return Err(vm.value_error("type name must not contain null characters"));
        }
        ty.name.set(vm, value);
        Ok(())
    }

    #[getter("__qualname__")]
    fn get_qualname(vm: &mut Vm, this: This<'_, PyType>) -> Value {
        this.qualname.get(vm)
    }

    #[setter("__qualname__")]
    fn set_qualname(vm: &mut Vm, this: This<'_, PyType>, value: Option<&Value>) -> PyResult<()> {
        let ty = handle(vm, this)?;
        let value = check_mutable(vm, ty, "__qualname__", value)?;
        if !value.is_a::<PyStr>() {
            let (class, got) = (ty.name(vm), vm.type_name(&value));
            return Err(vm.type_error(format!("can only assign string to {class}.__qualname__, not '{got}'")));
        }
        ty.qualname.set(vm, value);
        Ok(())
    }

    #[getter("__module__")]
    fn get_module(vm: &mut Vm, this: This<'_, PyType>) -> PyResult {
        let ty = handle(vm, this)?;
        if let Some(def) = ty.def {
            return Ok(vm.intern(def.module));
        }
        let name = vm.names.__module__.clone();
        match own(vm, ty, &name) {
            Some(module) => Ok(module),
            None if ty.has_flag(TypeFlags::HEAPTYPE) => Err(vm.attribute_error("__module__")),
            None => Ok(vm.names.builtins.clone()),
        }
    }

    #[setter("__module__")]
    fn set_module(vm: &mut Vm, this: This<'_, PyType>, value: Option<&Value>) -> PyResult<()> {
        let ty = handle(vm, this)?;
        let value = check_mutable(vm, ty, "__module__", value)?;
        let name = vm.names.__module__.clone();
        set_class_attr(vm, ty, &name, Some(&value))
    }

    #[getter("__bases__")]
    fn get_bases(vm: &mut Vm, this: This<'_, PyType>) -> Value {
        let bases = this.bases.get(vm);
        vm.new_tuple(bases.into_iter().map(Ty::value).collect())
    }

    #[setter("__bases__")]
    fn set_bases(vm: &mut Vm, this: This<'_, PyType>, value: Option<&Value>) -> PyResult<()> {
        let ty = handle(vm, this)?;
        let value = check_mutable(vm, ty, "__bases__", value)?;
        let class = ty.name(vm);
        let Some(given) = value.downcast::<PyTuple>() else {
            let got = vm.type_name(&value);
            return Err(vm.type_error(format!("can only assign tuple to {class}.__bases__, not {got}")));
        };
        if given.items().is_empty() {
            return Err(vm.type_error(format!("can only assign non-empty tuple to {class}.__bases__, not ()")));
        }
        let mut bases = Vec::new();
        for base in given.items() {
            let Some(base) = Ty::from_value(base) else {
                let got = vm.type_name(base);
                return Err(vm.type_error(format!("{class}.__bases__ must be tuple of classes, not '{got}'")));
            };
            if base.is_subtype(vm, ty) {
                return Err(vm.type_error("a __bases__ item causes an inheritance cycle"));
            }
            let old = ty.base.get();
            // CPython compares first how the types give memory back; in that a plain `object` differs from its subclasses.
            let frees_otherwise = bases.is_empty() && old.is_some_and(|old| is_collected(old) != is_collected(base));
            let is_other = base.layout != ty.layout && base.layout != 1 || base.slot_words > ty.slot_words;
            if frees_otherwise || is_other {
                let what = if frees_otherwise { "deallocator" } else { "object layout" };
                let (old, new) = (old.map_or_else(String::new, |old| old.tp_name(vm)), base.tp_name(vm));
                return Err(vm.type_error(format!("__bases__ assignment: '{new}' {what} differs from '{old}'")));
            }
            bases.push(base);
        }
        vm.rebase(ty, bases)
    }

    #[getter("__base__")]
    fn get_base(this: This<'_, PyType>) -> Option<Ty> {
        this.base.get()
    }

    #[getter("__mro__")]
    fn get_mro(vm: &mut Vm, this: This<'_, PyType>) -> Value {
        let order = this.mro.get(vm);
        vm.new_tuple(order.into_iter().map(Ty::value).collect())
    }

    #[getter("__dict__")]
    fn get_dict(vm: &mut Vm, this: This<'_, PyType>) -> PyResult {
        let mapping = handle(vm, this)?.dict(vm).clone();
        Ok(vm.new_object(PyMappingProxy { mapping }))
    }

    #[getter("__doc__")]
    fn get_doc(vm: &mut Vm, this: This<'_, PyType>) -> PyResult {
        let ty = handle(vm, this)?;
        if let Some(def) = ty.def {
            return Ok(def.doc.map_or(Value::NONE, |doc| vm.new_str(doc)));
        }
        let name = vm.names.__doc__.clone();
        match own(vm, ty, &name) {
            Some(doc) => vm.bind(&doc, None, ty),
            None => Ok(Value::NONE),
        }
    }

    #[setter("__doc__")]
    fn set_doc(vm: &mut Vm, this: This<'_, PyType>, value: Option<&Value>) -> PyResult<()> {
        let ty = handle(vm, this)?;
        let value = check_mutable(vm, ty, "__doc__", value)?;
        let name = vm.names.__doc__.clone();
        set_class_attr(vm, ty, &name, Some(&value))
    }

    #[getter("__text_signature__")]
    fn get_text_signature(this: This<'_, PyType>) -> Option<&'static str> {
        this.def.and_then(crate::object::TypeDef::text_signature)
    }

    #[getter("__abstractmethods__")]
    fn get_abstract(vm: &mut Vm, this: This<'_, PyType>) -> PyResult {
        let ty = handle(vm, this)?;
        let name = vm.intern("__abstractmethods__");
        match own(vm, ty, &name).filter(|_| ty != vm.ty::<PyType>()) {
            Some(methods) => Ok(methods),
            None => Err(vm.attribute_error("__abstractmethods__")),
        }
    }

    #[setter("__abstractmethods__")]
    fn set_abstract(vm: &mut Vm, this: This<'_, PyType>, value: Option<&Value>) -> PyResult<()> {
        let ty = handle(vm, this)?;
        let name = vm.intern("__abstractmethods__");
        let is_abstract = match value {
            Some(value) => vm.truth(value)?,
            None => false,
        };
        if value.is_none() && own(vm, ty, &name).is_none() {
            return Err(vm.attribute_error("__abstractmethods__"));
        }
        set_class_attr(vm, ty, &name, value)?;
        let bits = ty.flags.get().0;
        let bit = TypeFlags::ABSTRACT.0;
        ty.flags.set(TypeFlags(if is_abstract { bits | bit } else { bits & !bit }));
        vm.epoch = vm.epoch.wrapping_add(1);
        Ok(())
    }

    #[getter("__annotations__")]
    fn get_annotations(vm: &mut Vm, this: This<'_, PyType>) -> PyResult {
        let ty = handle(vm, this)?;
        if !ty.has_flag(TypeFlags::HEAPTYPE) {
            let class = ty.name(vm);
            return Err(vm.attribute_error(format!("type object '{class}' has no attribute '__annotations__'")));
        }
        let name = vm.names.__annotations__.clone();
        match own(vm, ty, &name) {
            Some(found) => vm.bind(&found, None, ty),
            None => {
                let fresh = vm.new_dict();
                set_class_attr(vm, ty, &name, Some(&fresh))?;
                Ok(fresh)
            }
        }
    }

    #[setter("__annotations__")]
    fn set_annotations(vm: &mut Vm, this: This<'_, PyType>, value: Option<&Value>) -> PyResult<()> {
        let ty = handle(vm, this)?;
        if !ty.has_flag(TypeFlags::HEAPTYPE) {
            let class = ty.name(vm);
            return Err(vm.type_error(format!("cannot set '__annotations__' attribute of immutable type '{class}'")));
        }
        let name = vm.names.__annotations__.clone();
        if value.is_none() && own(vm, ty, &name).is_none() {
            return Err(vm.attribute_error("__annotations__"));
        }
        set_class_attr(vm, ty, &name, value)
    }

    #[getter("__flags__")]
    fn get_flags(this: This<'_, PyType>) -> i64 {
        let flags = this.flags.get();
        let bits = [
            (TypeFlags::HEAPTYPE, 1 << 9),
            (TypeFlags::BASETYPE, 1 << 10),
            (TypeFlags::ABSTRACT, 1 << 20),
            (TypeFlags::SEQUENCE, 1 << 5),
            (TypeFlags::MAPPING, 1 << 6),
            (TypeFlags::TYPE_SUBCLASS, 1 << 31),
            (TypeFlags::EXCEPTION, 1 << 30),
        ];
        bits.iter().filter(|(flag, _)| flags.has(*flag)).fold(1 << 12 | 1 << 14, |all, (_, bit)| all | bit)
    }

    #[getter("__basicsize__")]
    fn get_basicsize(this: This<'_, PyType>) -> i64 {
        16 + 8 * i64::from(this.slot_words) + 8 * i64::from(this.has_dict) + 8 * i64::from(this.has_weakref)
    }

    #[getter("__itemsize__")]
    fn get_itemsize(this: This<'_, PyType>) -> i64 {
        if crate::heap::layout::is_variable(this.layout) { 8 } else { 0 }
    }

    #[getter("__dictoffset__")]
    fn get_dictoffset(this: This<'_, PyType>) -> i64 {
        if this.has_dict { 16 } else { 0 }
    }

    #[getter("__weakrefoffset__")]
    fn get_weakrefoffset(this: This<'_, PyType>) -> i64 {
        if this.has_weakref { 24 } else { 0 }
    }
}

impl Vm {
    /// `cls.__bases__ = bases`, checked by the caller; put back if no MRO comes of it.
    fn rebase(&mut self, ty: Ty, bases: Vec<Ty>) -> PyResult<()> {
        let old = ty.bases.replace(self, bases);
        let order = match self.linearise(ty) {
            Ok(order) => order,
            Err(raised) => {
                ty.bases.set(self, old);
                return Err(raised);
            }
        };
        for base in old {
            base.subclasses.borrow_mut(self).retain(|class| *class != ty);
        }
        ty.base.set(ty.bases.borrow(self).first().copied());
        ty.mro.set(self, order);
        self.add_to_bases(ty);
        self.epoch = self.epoch.wrapping_add(1);
        let mut todo = ty.subclasses.get(self);
        self.fix_slots(ty);
        self.mark_finalizer(ty);
        while let Some(class) = todo.pop() {
            self.set_class_mro(class)?;
            self.epoch = self.epoch.wrapping_add(1);
            self.fix_slots(class);
            self.mark_finalizer(class);
            todo.extend(class.subclasses.get(self));
        }
        Ok(())
    }
}
