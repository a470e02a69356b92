//! Items and lengths: `len`, `[]`, `in` (CPython's PyObject_GetItem, PySequence_*, PyMapping_*).

use crate::exc::{PyResult, Raised};
use crate::object::{Ty, TypeFlags};
use crate::types::dict::PyDict;
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    /// `len(value)`.
    #[inline]
    pub fn len(&mut self, value: &Value) -> PyResult<usize> {
        match self.type_of(value).slots.len.get() {
            Some(len) => len(self, value),
            None => {
                let ty = self.type_name(value);
                Err(self.type_error(format!("object of type '{ty}' has no len()")))
            }
        }
    }

    /// `container[key]`.
    #[inline]
    pub fn get_item(&mut self, container: &Value, key: &Value) -> PyResult {
        match self.type_of(container).slots.getitem.get() {
            Some(getitem) => getitem(self, container, key),
            None => self.class_getitem(container, key),
        }
    }

    /// `cls[key]` through `__class_getitem__`.
    fn class_getitem(&mut self, container: &Value, key: &Value) -> PyResult {
        if let Some(class) = Ty::from_value(container) {
            if class == self.ty::<crate::object::PyType>() {
                return self.generic_alias(container, key);
            }
            let name = self.names.__class_getitem__.clone();
            if let Some(method) = self.get_attr_opt(container, &name)? {
                return self.call(&method, std::slice::from_ref(key));
            }
            let class = class.name(self);
            return Err(self.type_error(format!("'{class}' object is not subscriptable").replace(&class, "type")));
        }
        Err(self.no_item(container, "is not subscriptable"))
    }

    /// `container[key] = value`.
    #[inline]
    pub fn set_item(&mut self, container: &Value, key: &Value, value: &Value) -> PyResult<()> {
        match self.type_of(container).slots.setitem.get() {
            Some(setitem) => setitem(self, container, key, Some(value)),
            None => Err(self.no_item(container, "does not support item assignment")),
        }
    }

    /// `del container[key]`.
    pub fn del_item(&mut self, container: &Value, key: &Value) -> PyResult<()> {
        match self.type_of(container).slots.setitem.get() {
            Some(setitem) => setitem(self, container, key, None),
            None => {
                let by_place = key.as_small_int().is_some() || self.type_of(key).slots.index.get().is_some();
                let sequence = by_place && self.is_sequence(container);
                let what = if sequence { "doesn't support item deletion" } else { "does not support item deletion" };
                Err(self.no_item(container, what))
            }
        }
    }

    #[cold]
    fn no_item(&mut self, container: &Value, what: &str) -> Raised {
        let ty = self.type_name(container);
        self.type_error(format!("'{ty}' object {what}"))
    }

    /// `item in container`.
    pub fn contains(&mut self, container: &Value, item: &Value) -> PyResult<bool> {
        if let Some(dict) = container.downcast::<PyDict>()
            && self.is_exact::<PyDict>(container)
        {
            return dict.has(self, item);
        }
        match self.type_of(container).slots.contains.get() {
            Some(contains) => contains(self, container, item),
            None => self.contains_by_iteration(container, item),
        }
    }

    /// `item in container` by looking at every item.
    pub fn contains_by_iteration(&mut self, container: &Value, item: &Value) -> PyResult<bool> {
        let ty = self.type_of(container);
        if ty.slots.iter.get().is_none() && !self.is_sequence(container) {
            let ty = ty.name(self);
            return Err(self.type_error(format!("argument of type '{ty}' is not iterable")));
        }
        let iterator = self.iter(container)?;
        while let Some(candidate) = self.next_item(&iterator)? {
            if self.eq(&candidate, item)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether items can be got by position (CPython's PySequence_Check: `__getitem__`, and no mapping by nature).
    pub fn is_sequence(&self, value: &Value) -> bool {
        let ty = self.type_of(value);
        ty.slots.getitem.get().is_some() && !ty.is_subtype(self, self.ty::<crate::types::dict::PyDict>())
    }

    /// Whether the type matches mapping patterns.
    pub fn matches_mapping(&self, value: &Value) -> bool {
        self.type_of(value).has_flag(TypeFlags::MAPPING)
    }

    /// Whether the type matches sequence patterns.
    pub fn matches_sequence(&self, value: &Value) -> bool {
        self.type_of(value).has_flag(TypeFlags::SEQUENCE)
    }
}
