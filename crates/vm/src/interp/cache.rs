//! What inline caches of attributes may remember of a look-up that has just been made.

use crate::object::attr::{generic_get_attr, generic_set_attr};
use crate::object::slots::{GetAttrFn, SetAttrFn};
use crate::object::{ShapeId, Ty, TypeFlags};
use crate::types::dict::PyDict;
use crate::types::module::PyModule;
use crate::value::Value;
use crate::vm::Vm;

/// How an attribute was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Kind {
    /// In a word of the instance.
    Inline = 1,
    /// A plain value on the class.
    Class = 2,
    /// A function on the class: a method.
    Method = 3,
    /// An attribute of this very type object.
    Type = 4,
    /// In a module's dict.
    Module = 5,
    /// (Stores.) A new attribute: the object moves to the next shape.
    Add = 6,
}

/// A filled cache.
#[derive(Clone, Copy)]
pub struct Cached {
    /// See [`Kind`].
    pub kind: Kind,
    /// Byte offset in the object, of a value or of its dict.
    pub offset: usize,
    /// The object's shape.
    pub shape: ShapeId,
    /// `Vm::epoch` at the time.
    pub epoch: u32,
    /// The value's word, borrowed from a class; the next shape's number; or the position in the dict.
    pub value: u64,
    /// `Vm::data_epoch`, the type object's word, a dict's version, or the tail words that a new attribute takes.
    pub extra: u64,
}

fn is_generic_get(ty: Ty) -> bool {
    ty.slots.getattro.get().is_none_or(|f| std::ptr::fn_addr_eq(f, generic_get_attr as GetAttrFn))
}

fn is_generic_set(ty: Ty) -> bool {
    ty.slots.setattro.get().is_none_or(|f| std::ptr::fn_addr_eq(f, generic_set_attr as SetAttrFn))
}

/// What a load of `object.name` that has just succeeded may remember.
pub fn fill_load(vm: &mut Vm, object: &Value, name: &Value) -> Option<Cached> {
    let shape = object.header()?.shape_id();
    let epoch = vm.epoch;
    if let Some(ty) = Ty::from_value(object) {
        return fill_type(vm, ty, name, shape);
    }
    if object.is_a::<PyModule>() && vm.is_exact::<PyModule>(object) {
        let word = usize::from(vm.type_of(object).slot_words);
        let offset = object.tail_offset(word)?;
        let dict = object.tail_get(word)?;
        let dict = dict.downcast::<PyDict>()?;
        let value = dict.position_of_str(vm, name)? as u64;
        let extra = u64::from(dict.table.borrow_mut(vm).version());
        return Some(Cached { kind: Kind::Module, offset, shape, epoch, value, extra });
    }
    let ty = vm.type_of(object);
    if !is_generic_get(ty) {
        return None;
    }
    let found = ty.lookup(vm, name);
    if let Some(found) = &found
        && vm.type_of(found).slots.descr_set.get().is_some()
    {
        return None;
    }
    if let Some(offset) = inline_offset(vm, object, shape, name) {
        return Some(Cached { kind: Kind::Inline, offset, shape, epoch, value: 0, extra: 0 });
    }
    let found = found?;
    let shaped = vm.heap.shape(shape);
    if shaped.is_dict || vm.type_of(&found).slots.descr_get.get().is_some() {
        return None;
    }
    let extra = u64::from(vm.data_epoch);
    Some(Cached { kind: Kind::Class, offset: 0, shape, epoch, value: found.word(), extra })
}

/// The byte offset of an inline attribute.
fn inline_offset(vm: &Vm, object: &Value, shape: ShapeId, name: &Value) -> Option<usize> {
    let shape = vm.heap.shape(shape);
    if shape.is_dict || !shape.ty.has_dict || !has_fixed_size(object) {
        return None;
    }
    let position = shape.position(name)?;
    object.tail_offset(usize::from(shape.ty.slot_words) + 1 + position)
}

/// Tails of objects of variable size are at no fixed offset.
fn has_fixed_size(object: &Value) -> bool {
    !matches!(object.header().map(|head| head.layout), Some(4..=6) | None)
}

/// Attributes of type objects: found along the MRO, no descriptor's business.
fn fill_type(vm: &mut Vm, ty: Ty, name: &Value, shape: ShapeId) -> Option<Cached> {
    let object = ty.value();
    let meta = vm.type_of(&object);
    if meta != vm.ty::<crate::object::PyType>() {
        return None;
    }
    if let Some(found) = meta.lookup(vm, name)
        && vm.type_of(&found).slots.descr_set.get().is_some()
    {
        return None;
    }
    let found = ty.lookup(vm, name)?;
    let getter = vm.type_of(&found).slots.descr_get.get();
    if getter.is_some() && !found.is_a::<crate::types::function::PyFunction>() {
        return None;
    }
    // Plain data may change without the class epoch: only what that epoch guards is kept.
    if getter.is_none() && vm.type_of(&found).slots.call.get().is_none() {
        return None;
    }
    Some(Cached { kind: Kind::Type, offset: 0, shape, epoch: vm.epoch, value: found.word(), extra: object.word() })
}

/// The method `name` of `object`, unbound, if calling it with the object in front is the same as calling `object.name`;
/// and what may be remembered.
pub fn fill_method(vm: &mut Vm, object: &Value, name: &Value) -> Option<(Option<Cached>, Value)> {
    let ty = vm.type_of(object);
    if !is_generic_get(ty) {
        return None;
    }
    let found = ty.lookup(vm, name)?;
    if !vm.type_of(&found).has_flag(TypeFlags::METHOD_DESCRIPTOR) {
        return None;
    }
    let Some(head) = object.header() else { return Some((None, found)) };
    let shape = head.shape_id();
    let shaped = vm.heap.shape(shape);
    if shaped.is_dict {
        // The instance's dict may have the name too.
        let dict = object.tail_get(usize::from(shaped.ty.slot_words));
        let hidden =
            dict.is_some_and(|dict| dict.downcast::<PyDict>().is_some_and(|dict| dict.get_str(vm, name).is_some()));
        return if hidden { None } else { Some((None, found)) };
    }
    if ty.has_dict && shaped.position(name).is_some() {
        return None;
    }
    let cached = Cached { kind: Kind::Method, offset: 0, shape, epoch: vm.epoch, value: found.word(), extra: 0 };
    Some((Some(cached), found))
}

/// What a store of `object.name` that has just succeeded may remember; `before` is the shape the object had.
pub fn fill_store(vm: &mut Vm, object: &Value, name: &Value, before: ShapeId) -> Option<Cached> {
    let head = object.header()?;
    let ty = vm.type_of(object);
    if !is_generic_set(ty) || Ty::from_value(object).is_some() {
        return None;
    }
    if let Some(found) = ty.lookup(vm, name)
        && vm.type_of(&found).slots.descr_set.get().is_some()
    {
        return None;
    }
    let shape = head.shape_id();
    let offset = inline_offset(vm, object, shape, name)?;
    let epoch = vm.epoch;
    if shape == before {
        return Some(Cached { kind: Kind::Inline, offset, shape, epoch, value: 0, extra: 0 });
    }
    let next = vm.heap.shape(before).transitions.borrow().get(&name.word()).copied();
    if next != Some(shape) {
        return None;
    }
    // Older instances of the same shape may have fewer words: how many it takes is checked.
    let first = object.tail_offset(0)?;
    let extra = (offset.checked_sub(first)? / 8 + 1) as u64;
    Some(Cached { kind: Kind::Add, offset, shape: before, epoch, value: shape.index() as u64, extra })
}
