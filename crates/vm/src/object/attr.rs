//! Attribute look-up on types and objects (CPython's _PyType_Lookup and PyObject_GenericGetAttr).

use super::method_cache::Found;
use super::type_::Ty;
use crate::exc::{PyResult, Raised};
use crate::types::dict::PyDict;
use crate::value::Value;
use crate::vm::Vm;

impl Ty {
    /// `name` in the dict of this very type.
    #[inline]
    pub fn own_attr(self, vm: &mut Vm, name: &Value) -> Option<Value> {
        self.dict(vm).downcast::<PyDict>()?.get_str(vm, name)
    }

    /// As `own_attr`, of a type whose dict is filled.
    pub(super) fn filled_attr(self, vm: &Vm, name: &Value) -> Option<Value> {
        self.dict.downcast::<PyDict>()?.get_str(vm, name)
    }

    /// The first `name` (interned) along the MRO.
    #[inline]
    pub fn lookup(self, vm: &mut Vm, name: &Value) -> Option<Value> {
        match vm.method_cache.get(self, name, vm.epoch) {
            Some(found) => found.value(vm),
            None => self.look_up(vm, name).value(vm),
        }
    }

    /// As `lookup`, with the place where plain data stands.
    #[inline]
    pub(crate) fn find(self, vm: &mut Vm, name: &Value) -> Found {
        match vm.method_cache.get(self, name, vm.epoch) {
            Some(found) => found.clone(),
            None => self.look_up(vm, name),
        }
    }

    /// Looks a name up and remembers the answer.
    #[inline(never)]
    fn look_up(self, vm: &mut Vm, name: &Value) -> Found {
        let found = self.look_up_uncached(vm, name);
        if name.header().is_some_and(|head| head.has_flag(crate::heap::flag::INTERNED)) {
            vm.method_cache.put(self, name, vm.epoch, found.clone());
        }
        found
    }

    fn look_up_uncached(self, vm: &mut Vm, name: &Value) -> Found {
        let mut place = 0;
        while let Some(ty) = self.mro.borrow(vm).get(place).copied() {
            place += 1;
            let Some(dict) = ty.dict(vm).downcast::<PyDict>() else { continue };
            let Some(position) = dict.position_of_str(vm, name) else { continue };
            let Some(entry) = dict.table.borrow(vm).entry(position) else { continue };
            return match u32::try_from(position) {
                Ok(position) if vm.is_plain_data(&entry.value) => Found::Data(ty, position),
                _ => Found::Fixed(entry.value.clone()),
            };
        }
        Found::Absent
    }

    /// Where along the MRO `name` is found, with the value.
    pub fn lookup_where(self, vm: &mut Vm, name: &Value) -> Option<(Ty, Value)> {
        let mut place = 0;
        while let Some(ty) = self.mro.borrow(vm).get(place).copied() {
            place += 1;
            if let Some(value) = ty.own_attr(vm, name) {
                return Some((ty, value));
            }
        }
        None
    }
}

impl Vm {
    /// Whether a class attribute of this value binds to nothing: methods cannot be affected by a change among such.
    #[inline]
    pub(crate) fn is_plain_data(&self, value: &Value) -> bool {
        let slots = &self.type_of(value).slots;
        slots.descr_get.get().is_none() && slots.descr_set.get().is_none()
    }

    /// `object.name` for an interned str.
    #[inline]
    pub fn get_attr(&mut self, object: &Value, name: &Value) -> PyResult {
        let result = match self.type_of(object).slots.getattro.get() {
            Some(getattro) => getattro(self, object, name),
            None => self.generic_get_attr(object, name),
        };
        if result.is_err() {
            self.tell_attribute(object, name);
        }
        result
    }

    /// A pending AttributeError, whoever raised it, learns which attribute of what was asked for.
    #[cold]
    #[inline(never)]
    fn tell_attribute(&mut self, object: &Value, name: &Value) {
        if !self.raised_is(self.exc.attribute_error) {
            return;
        }
        let Some(exception) = self.raised.clone() else { return };
        let mut known = |member| self.exception_member(&exception, member).is_some_and(|value| !value.is_none());
        if !known("name") && !known("obj") {
            self.set_exception_member(&exception, "name", name.clone());
            self.set_exception_member(&exception, "obj", object.clone());
        }
    }

    /// `object.name`.
    pub fn get_attr_str(&mut self, object: &Value, name: &str) -> PyResult {
        let name = self.intern(name);
        self.get_attr(object, &name)
    }

    /// `object.name`, `None` if that raises AttributeError.
    pub fn get_attr_opt(&mut self, object: &Value, name: &Value) -> PyResult<Option<Value>> {
        let generic = self.type_of(object).slots.getattro.get();
        if generic.is_some_and(|f| std::ptr::fn_addr_eq(f, generic_get_attr as super::slots::GetAttrFn)) {
            let result = self.generic_get_attr_opt(object, name);
            return Ok(self.catch(result, self.exc.attribute_error)?.flatten());
        }
        let result = self.get_attr(object, name);
        self.catch(result, self.exc.attribute_error)
    }

    /// `object.name = value`.
    pub fn set_attr(&mut self, object: &Value, name: &Value, value: &Value) -> PyResult<()> {
        self.store_attr(object, name, Some(value))
    }

    /// `del object.name`.
    pub fn del_attr(&mut self, object: &Value, name: &Value) -> PyResult<()> {
        self.store_attr(object, name, None)
    }

    /// Sets or, with no value, deletes an attribute.
    #[inline]
    pub fn store_attr(&mut self, object: &Value, name: &Value, value: Option<&Value>) -> PyResult<()> {
        match self.type_of(object).slots.setattro.get() {
            Some(setattro) => setattro(self, object, name, value),
            None => self.generic_set_attr(object, name, value),
        }
    }

    /// The method `name` of `object`'s type, bound to it; `None` if the type has none. Instance attributes do not count.
    pub fn lookup_special(&mut self, object: &Value, name: &Value) -> PyResult<Option<Value>> {
        let ty = self.type_of(object);
        match ty.lookup(self, name) {
            Some(found) => self.bind(&found, Some(object), ty).map(Some),
            None => Ok(None),
        }
    }

    /// What a class attribute gives when reached through `object` (or through the class alone): its `__get__`'s result.
    #[inline]
    pub fn bind(&mut self, found: &Value, object: Option<&Value>, ty: Ty) -> PyResult {
        match self.type_of(found).slots.descr_get.get() {
            Some(get) => get(self, found, object, Some(ty)),
            None => Ok(found.clone()),
        }
    }

    /// `object.__getattribute__` of plain objects.
    #[inline]
    pub fn generic_get_attr(&mut self, object: &Value, name: &Value) -> PyResult {
        match self.generic_get_attr_opt(object, name)? {
            Some(value) => Ok(value),
            None => Err(self.no_attribute(object, name)),
        }
    }

    /// As `generic_get_attr`, `None` where it would raise AttributeError itself.
    pub fn generic_get_attr_opt(&mut self, object: &Value, name: &Value) -> PyResult<Option<Value>> {
        let ty = self.type_of(object);
        let found = ty.lookup(self, name);
        let mut get = None;
        if let Some(found) = &found {
            let found_type = self.type_of(found);
            let slots = &found_type.slots;
            get = slots.descr_get.get();
            if let Some(get) = get
                && slots.descr_set.get().is_some()
            {
                return get(self, found, Some(object), Some(ty)).map(Some);
            }
        }
        if let Some(value) = self.instance_attr(object, name)? {
            return Ok(Some(value));
        }
        match (found, get) {
            (Some(found), Some(get)) => get(self, &found, Some(object), Some(ty)).map(Some),
            (found, _) => Ok(found),
        }
    }

    /// `object.__setattr__` and `__delattr__` of plain objects.
    pub fn generic_set_attr(&mut self, object: &Value, name: &Value, value: Option<&Value>) -> PyResult<()> {
        let ty = self.type_of(object);
        let found = ty.lookup(self, name);
        if let Some(found) = &found
            && let Some(set) = self.type_of(found).slots.descr_set.get()
        {
            return set(self, found, object, value);
        }
        if self.set_instance_attr(object, name, value)? {
            return Ok(());
        }
        if ty.has_dict && value.is_none() {
            let text = self.str_lossy(name);
            return Err(self.attribute_error_for(text, object, name));
        }
        if ty.has_dict || found.is_none() {
            return Err(self.no_attribute(object, name));
        }
        let (ty, name) = (ty.name(self), self.str_lossy(name));
        Err(self.attribute_error(format!("'{ty}' object attribute '{name}' is read-only")))
    }

    /// AttributeError with the words for a missing attribute, and `name` and `obj` set.
    #[cold]
    pub fn no_attribute(&mut self, object: &Value, name: &Value) -> Raised {
        let (ty, text) = (self.type_name(object), self.str_lossy(name));
        let message = match Ty::from_value(object) {
            Some(class) => format!("type object '{}' has no attribute '{text}'", class.name(self)),
            None => format!("'{ty}' object has no attribute '{text}'"),
        };
        self.attribute_error_for(message, object, name)
    }

    /// AttributeError with its `name` and `obj` attributes, which suggestions are made from.
    #[cold]
    pub fn attribute_error_for(&mut self, message: String, object: &Value, name: &Value) -> Raised {
        let raised = self.attribute_error(message);
        if let Some(exception) = self.raised.clone()
            && self.type_of(&exception) == self.exc.attribute_error
        {
            self.set_exception_member(&exception, "name", name.clone());
            self.set_exception_member(&exception, "obj", object.clone());
        }
        raised
    }
}

/// The slot form of [`Vm::generic_get_attr`].
pub fn generic_get_attr(vm: &mut Vm, object: &Value, name: &Value) -> PyResult {
    vm.generic_get_attr(object, name)
}

/// The slot form of [`Vm::generic_set_attr`].
pub fn generic_set_attr(vm: &mut Vm, object: &Value, name: &Value, value: Option<&Value>) -> PyResult<()> {
    vm.generic_set_attr(object, name, value)
}
