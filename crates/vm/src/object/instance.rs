//! Attributes stored in instances: inline words under a shape, or a dict (`__dict__`, materialised on demand).

use super::shape::{Shape, ShapeId};
use super::type_::Ty;
use crate::exc::PyResult;
use crate::types::dict::PyDict;
use crate::value::Value;
use crate::vm::Vm;

/// More inline attributes than this are not worth a shape: the instance gets a dict.
const MAX_INLINE: u16 = 96;
/// Different attributes added at one shape before instances there get a dict (objects used as mappings).
const MAX_TRANSITIONS: usize = 48;

impl Vm {
    /// The instance attribute `name` (interned) of an object, ignoring its type.
    #[inline]
    pub(crate) fn instance_attr(&mut self, object: &Value, name: &Value) -> PyResult<Option<Value>> {
        let Some(head) = object.header() else { return Ok(None) };
        let shape = self.heap.shape(head.shape_id());
        if !shape.ty.has_dict {
            return Ok(None);
        }
        let dict_word = usize::from(shape.ty.slot_words);
        if !shape.is_dict {
            return Ok(shape.position(name).and_then(|i| object.tail_get(dict_word + 1 + i)));
        }
        let Some(dict) = object.tail_get(dict_word) else { return Ok(None) };
        self.dict_lookup(&dict, name)
    }

    /// Looks a name up in a dict value.
    pub(crate) fn dict_lookup(&mut self, dict: &Value, name: &Value) -> PyResult<Option<Value>> {
        match dict.downcast::<PyDict>() {
            Some(dict) => dict.get(self, name),
            None => Ok(None),
        }
    }

    /// Sets (or with no value deletes) an instance attribute; false if it cannot (no `__dict__`) or there is none to delete.
    pub(crate) fn set_instance_attr(&mut self, object: &Value, name: &Value, value: Option<&Value>) -> PyResult<bool> {
        let Some(head) = object.header() else { return Ok(false) };
        let shape = self.heap.shape(head.shape_id());
        let ty = shape.ty;
        if !ty.has_dict {
            return Ok(false);
        }
        if !shape.is_dict {
            let first = usize::from(ty.slot_words) + 1;
            match (shape.position(name), value) {
                (Some(i), Some(value)) => {
                    drop(object.tail_replace(first + i, value.clone()));
                    return Ok(true);
                }
                (None, None) => return Ok(false),
                (None, Some(value)) => {
                    let next = shape.keys.len();
                    if first + next < object.tail_len()
                        && let Some(shape) = self.shape_with(head.shape_id(), name)
                    {
                        drop(object.tail_replace(first + next, value.clone()));
                        head.shape.set(shape);
                        return Ok(true);
                    }
                    let grown = (ty.inline_attrs.get() * 2).clamp(4, MAX_INLINE);
                    if next < usize::from(MAX_INLINE) && ty.flags.get().has(super::TypeFlags::HEAPTYPE) {
                        ty.inline_attrs.set(grown);
                    }
                }
                (Some(_), None) => {}
            }
        }
        let Some(dict) = self.instance_dict(object) else { return Ok(false) };
        let Some(dict) = dict.downcast::<PyDict>() else { return Ok(false) };
        match value {
            Some(value) => dict.set(self, name, value.clone()).map(|()| true),
            None => Ok(dict.remove(self, name)?.is_some()),
        }
    }

    /// The shape that an object of shape `from` gets when it gains the attribute `name`; `None` if it should get a dict.
    fn shape_with(&mut self, from: ShapeId, name: &Value) -> Option<ShapeId> {
        let shape = self.heap.shape(from);
        if let Some(next) = shape.transitions.borrow().get(&name.word()) {
            return Some(*next);
        }
        let crowded =
            shape.transitions.borrow().len() >= MAX_TRANSITIONS || shape.keys.len() >= usize::from(MAX_INLINE);
        let interned = name.header().is_some_and(|head| head.has_flag(crate::heap::flag::INTERNED));
        if crowded || !interned {
            return None;
        }
        let mut keys = Vec::with_capacity(shape.keys.len() + 1);
        keys.extend(shape.keys.iter().cloned());
        keys.push(name.clone());
        let (ty, finalizer) = (shape.ty, shape.has_finalizer.get());
        let next = self.heap.add_shape(Shape::new(ty, keys, false, finalizer));
        self.heap.shape(from).transitions.borrow_mut().insert(name.word(), next);
        Some(next)
    }

    /// The `__dict__` of an instance, made now if it was not; `None` if its type has none.
    pub fn instance_dict(&mut self, object: &Value) -> Option<Value> {
        let head = object.header()?;
        let shape = self.heap.shape(head.shape_id());
        let ty = shape.ty;
        if !ty.has_dict {
            return None;
        }
        let word = usize::from(ty.slot_words);
        if shape.is_dict {
            if let Some(dict) = object.tail_get(word) {
                return Some(dict);
            }
            let dict = self.new_dict();
            drop(object.tail_replace(word, dict.clone()));
            return Some(dict);
        }
        let keys = shape.keys.clone();
        let dict = self.new_dict();
        if let Some(table) = dict.downcast::<PyDict>() {
            for (i, key) in keys.iter().enumerate() {
                if let Some(value) = object.tail_replace(word + 1 + i, Value::UNBOUND) {
                    table.set_str(self, key, value);
                }
            }
        }
        drop(object.tail_replace(word, dict.clone()));
        head.shape.set(ty.dict_shape.get());
        Some(dict)
    }

    /// Makes `dict` the `__dict__` of an instance; false if its type has none.
    pub fn set_instance_dict(&mut self, object: &Value, dict: Value) -> bool {
        if self.instance_dict(object).is_none() {
            return false;
        }
        let word = usize::from(self.type_of(object).slot_words);
        drop(object.tail_replace(word, dict));
        true
    }

    /// Changes the type of an instance to one of compatible layout (checked by the caller).
    pub(crate) fn set_instance_type(&mut self, object: &Value, ty: Ty) {
        let had_dict = self.instance_dict(object).is_some();
        let was_plain = self.is_plain_data(object);
        if let Some(head) = object.header() {
            head.shape.set(if had_dict { ty.dict_shape.get() } else { ty.shape.get() });
        }
        if !(was_plain && self.is_plain_data(object)) {
            // It may be an attribute of a class.
            self.epoch = self.epoch.wrapping_add(1);
        }
    }
}
