//! What inline caches of attributes may remember of a look-up that has just been made, and the table behind them.
//!
//! An instruction's own cache holds one answer. What was found for other shapes is kept in [`Stubs`], by name and shape, so
//! that code which meets objects of several classes looks each of them up once.

use crate::object::attr::{generic_get_attr, generic_set_attr};
use crate::object::dispatch;
use crate::object::method_cache::Found;
use crate::object::slots::{GetAttrFn, SetAttrFn};
use crate::object::{PyType, ShapeId, Ty, TypeFlags};
use crate::types::descr::PyMember;
use crate::types::dict::PyDict;
use crate::types::function::PyFunction;
use crate::types::module::PyModule;
use crate::types::property::PyProperty;
use crate::types::static_method::{PyClassMethod, PyStaticMethod};
use crate::value::Value;
use crate::vm::Vm;

/// How an attribute was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Kind {
    /// In a word of the instance: an inline attribute or a slot.
    Inline = 1,
    /// Plain data of a class.
    Data = 2,
    /// In the instance's own dict.
    Dict = 3,
    /// A property.
    Property = 4,
    /// A static method of the class.
    Static = 5,
    /// A class method of the class.
    Class = 6,
    /// A function on the class: a method.
    Method = 7,
    /// Any other descriptor: its `__get__` gives the value.
    Get = 8,
    /// (Stores.) A new attribute: the object moves to the next shape.
    Add = 9,
    /// A method of a class whose instance has a dict, in which the name may appear.
    DictMethod = 11,
    /// The type's own `__getattribute__` decides: nothing can be remembered.
    Never = 10,
    /// A function of this very type object.
    TypeFixed = 16,
    /// Plain data of this very type object.
    TypeData = 17,
    /// A static method of this very type object.
    TypeStatic = 18,
    /// A class method of this very type object.
    TypeClass = 19,
    /// In a module's dict.
    Module = 20,
}

/// A filled cache.
#[derive(Clone, Copy)]
pub struct Cached {
    /// See [`Kind`].
    pub kind: Kind,
    /// Byte offset in the object of a value or of its dict, or the position in a class's dict.
    pub offset: usize,
    /// The object's shape.
    pub shape: ShapeId,
    /// `Vm::epoch` at the time.
    pub epoch: u32,
    /// A word borrowed from a class: the descriptor or the dict; the next shape's number; or the position in a dict.
    pub value: u64,
    /// The type object's word, a dict's version, the name's word, or the tail words that a new attribute takes.
    pub extra: u64,
}

impl Cached {
    /// The first cache word without the name's index.
    #[inline(always)]
    pub fn place(self) -> u64 {
        (self.kind as u64) << 32 | (self.offset as u64) << 40
    }

    /// The cache word that guards the others.
    #[inline(always)]
    pub fn guard(self) -> u64 {
        u64::from(self.shape.number()) | u64::from(self.epoch) << 32
    }
}

/// What an instruction does with an attribute: each has its own answers.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Use {
    /// LOAD_ATTR
    Load = 1,
    /// STORE_ATTR
    Store = 2,
    /// LOAD_METHOD
    Method = 3,
    /// LOAD_METHOD of `super()`
    Super = 4,
}

const STUBS: usize = 1 << 11;

/// See the module: name and use, then the cache words that an instruction takes over. Two words are spare, for the sake of
/// cache lines. For types and modules, which share shapes, the words themselves say which object they are about.
type Stub = [u64; 8];

/// See the module.
pub struct Stubs {
    stubs: Vec<Stub>,
}

impl Default for Stubs {
    fn default() -> Stubs {
        // Pages of zeros that are not touched yet.
        Stubs { stubs: vec![[0; 8]; STUBS] }
    }
}

impl Stubs {
    #[inline(always)]
    fn place(name: u64, guard: u64, used: Use) -> usize {
        let shape = u64::from(guard as u32).wrapping_mul(0x9e37_79b9) >> 8;
        ((name >> 4) ^ (name >> 13) ^ (used as u64) << 9).wrapping_add(shape) as usize & (STUBS - 1)
    }

    #[inline(always)]
    fn key(name: u64, used: Use) -> u64 {
        name | (used as u64) << 56
    }

    /// The cache words for this use of a name on objects with this guard.
    #[inline(always)]
    pub fn get(&self, name: u64, guard: u64, used: Use) -> Option<&[u64; 4]> {
        let stub = self.stubs.get(Self::place(name, guard, used))?;
        let [key, words @ .., _, _, _] = stub;
        let [_, own, ..] = words;
        (*key == Self::key(name, used) && *own == guard).then_some(words)
    }

    /// Remembers an answer. `name` is interned (so it stays alive).
    pub fn put(&mut self, name: &Value, used: Use, cached: Cached) {
        let (name, guard) = (name.word(), cached.guard());
        if let Some(stub) = self.stubs.get_mut(Self::place(name, guard, used)) {
            *stub = [Self::key(name, used), cached.place(), guard, cached.value, cached.extra, 0, 0, 0];
        }
    }
}

/// Whether what the generic look-up finds is what an attribute access gives.
fn is_generic_get(vm: &mut Vm, ty: Ty) -> bool {
    let Some(get) = ty.slots.getattro.get() else { return true };
    std::ptr::fn_addr_eq(get, generic_get_attr as GetAttrFn)
        || (is_hooked(ty) && {
            let name = vm.names.__getattribute__.clone();
            ty.lookup(vm, &name).is_none_or(|method| vm.is_generic_getattribute(&method))
        })
}

/// The class has a `__getattr__` or `__getattribute__` of its own: errors are not the end of the matter.
fn is_hooked(ty: Ty) -> bool {
    ty.slots.getattro.get().is_some_and(|get| std::ptr::fn_addr_eq(get, dispatch::getattro as GetAttrFn))
}

fn is_generic_set(ty: Ty) -> bool {
    ty.slots.setattro.get().is_none_or(|f| std::ptr::fn_addr_eq(f, generic_set_attr as SetAttrFn))
}

/// What a load of `object.name` that has just succeeded may remember.
pub fn fill_load(vm: &mut Vm, object: &Value, name: &Value) -> Option<Cached> {
    let shape = object.header()?.shape_id();
    let cached = |kind, offset, value, epoch, extra| Some(Cached { kind, offset, shape, epoch, value, extra });
    if let Some(ty) = Ty::from_value(object) {
        return fill_type(vm, ty, name, shape);
    }
    if object.is_a::<PyModule>() && vm.is_exact::<PyModule>(object) {
        return fill_module(vm, object, name, shape);
    }
    let ty = vm.type_of(object);
    if !is_generic_get(vm, ty) {
        return cached(Kind::Never, 0, 0, vm.epoch, 0);
    }
    let found = ty.find(vm, name);
    let epoch = vm.epoch;
    let fixed = match &found {
        Found::Fixed(value) => Some(value),
        _ => None,
    };
    if let Some(descr) = fixed
        && vm.type_of(descr).slots.descr_set.get().is_some()
    {
        if let Some(offset) = member_offset(vm, object, descr) {
            return cached(Kind::Inline, offset, 0, epoch, 0);
        }
        if is_hooked(ty) || vm.type_of(descr).slots.descr_get.get().is_none() {
            return None;
        }
        let kind = if vm.is_exact::<PyProperty>(descr) { Kind::Property } else { Kind::Get };
        return cached(kind, 0, descr.word(), epoch, 0);
    }
    if vm.heap.shape(shape).is_dict {
        return fill_dict(vm, object, name, shape);
    }
    if ty.has_dict && vm.heap.shape(shape).position(name).is_some() {
        return cached(Kind::Inline, inline_offset(vm, object, shape, name)?, 0, epoch, 0);
    }
    match found {
        Found::Absent => None,
        Found::Data(class, position) => cached(Kind::Data, position as usize, class.dict_word(), epoch, 0),
        Found::Fixed(descr) if vm.is_exact::<PyStaticMethod>(&descr) => cached(Kind::Static, 0, descr.word(), epoch, 0),
        Found::Fixed(descr) if !is_hooked(ty) => cached(Kind::Get, 0, descr.word(), epoch, 0),
        Found::Fixed(_) => None,
    }
}

/// The byte offset of the word that a descriptor of `__slots__` stands for.
fn member_offset(vm: &Vm, object: &Value, descr: &Value) -> Option<usize> {
    let member = descr.downcast::<PyMember>()?;
    if member.native.is_some() || !vm.is_instance(object, member.ty) || !has_fixed_size(object) {
        return None;
    }
    object.tail_offset(usize::from(member.word))
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

/// An attribute in the object's own dict: its place there, which other objects' dicts of the same history share.
fn fill_dict(vm: &mut Vm, object: &Value, name: &Value, shape: ShapeId) -> Option<Cached> {
    if !has_fixed_size(object) {
        return None;
    }
    let word = usize::from(vm.type_of(object).slot_words);
    let offset = object.tail_offset(word)?;
    let dict = object.tail_get(word)?;
    let dict = dict.downcast::<PyDict>()?;
    let position = dict.position_of_str(vm, name)?;
    if !dict.table.borrow(vm).entry(position)?.key.is(name) {
        return None;
    }
    let (value, extra) = (position as u64, name.word());
    Some(Cached { kind: Kind::Dict, offset, shape, epoch: vm.epoch, value, extra })
}

fn fill_module(vm: &mut Vm, object: &Value, name: &Value, shape: ShapeId) -> Option<Cached> {
    let word = usize::from(vm.type_of(object).slot_words);
    let offset = object.tail_offset(word)?;
    let dict = object.tail_get(word)?;
    let dict = dict.downcast::<PyDict>()?;
    let value = dict.position_of_str(vm, name)? as u64;
    let extra = u64::from(dict.table.borrow_mut(vm).version());
    Some(Cached { kind: Kind::Module, offset, shape, epoch: vm.epoch, value, extra })
}

/// Attributes of type objects: found along the MRO, no descriptor's business.
fn fill_type(vm: &mut Vm, ty: Ty, name: &Value, shape: ShapeId) -> Option<Cached> {
    let object = ty.value();
    let meta = vm.type_of(&object);
    let get = meta.slots.getattro.get();
    let plain = vm.ty::<PyType>().slots.getattro.get();
    if get.map(|f| f as usize) != plain.map(|f| f as usize) {
        return None;
    }
    if let Some(found) = meta.lookup(vm, name)
        && vm.type_of(&found).slots.descr_set.get().is_some()
    {
        return None;
    }
    let (kind, offset, value) = match ty.find(vm, name) {
        Found::Absent => return None,
        Found::Data(class, position) => (Kind::TypeData, position as usize, class.dict_word()),
        Found::Fixed(descr) if vm.is_exact::<PyFunction>(&descr) => (Kind::TypeFixed, 0, descr.word()),
        Found::Fixed(descr) if vm.is_exact::<PyStaticMethod>(&descr) => (Kind::TypeStatic, 0, descr.word()),
        Found::Fixed(_) => return None,
    };
    Some(Cached { kind, offset, shape, epoch: vm.epoch, value, extra: object.word() })
}

/// The method `name` of `object`, unbound, if calling it with the object in front is the same as calling `object.name`;
/// and what may be remembered.
pub fn fill_method(vm: &mut Vm, object: &Value, name: &Value) -> Option<(Option<Cached>, Value)> {
    let ty = vm.type_of(object);
    if !is_generic_get(vm, ty) {
        return None;
    }
    let Found::Fixed(found) = ty.find(vm, name) else { return None };
    if !vm.type_of(&found).has_flag(TypeFlags::METHOD_DESCRIPTOR) {
        return None;
    }
    let Some(head) = object.header() else { return Some((None, found)) };
    let shape = head.shape_id();
    let shaped = vm.heap.shape(shape);
    if shaped.is_dict {
        // The instance's dict may have the name too.
        let word = usize::from(shaped.ty.slot_words);
        let dict = object.tail_get(word);
        let hidden =
            dict.is_some_and(|dict| dict.downcast::<PyDict>().is_some_and(|dict| dict.get_str(vm, name).is_some()));
        if hidden {
            return None;
        }
        let cached = object.tail_offset(word).filter(|_| has_fixed_size(object)).map(|offset| {
            let (epoch, value) = (vm.epoch, found.word());
            Cached { kind: Kind::DictMethod, offset, shape, epoch, value, extra: 0 }
        });
        return Some((cached, found));
    }
    if ty.has_dict && shaped.position(name).is_some() {
        return None;
    }
    let cached = Cached { kind: Kind::Method, offset: 0, shape, epoch: vm.epoch, value: found.word(), extra: 0 };
    Some((Some(cached), found))
}

/// What a load of the callable `object.name` that is no plain method may remember.
pub fn fill_callable(vm: &mut Vm, object: &Value, name: &Value) -> Option<Cached> {
    if let Some(cached) = fill_class_method(vm, object, name) {
        return Some(cached);
    }
    fill_load(vm, object, name).filter(|cached| !matches!(cached.kind, Kind::Property | Kind::Get))
}

/// The method `name` of `super()` in a function with this class and this first argument, which `super(class, object)` has
/// just been asked for; and what may be remembered. The cache is about the object; its `extra` is the class.
pub fn fill_super(vm: &mut Vm, class: &Value, object: &Value, name: &Value) -> Option<(Cached, Value)> {
    let shape = object.header()?.shape_id();
    let ty = Ty::from_value(class)?;
    let start = vm.type_of(object);
    if Ty::from_value(object).is_some() || !start.is_subtype(vm, ty) || name.is(&vm.names.__class__) {
        return None;
    }
    let order = start.mro.get(vm);
    let found = order.iter().skip_while(|other| **other != ty).skip(1).find_map(|ty| ty.own_attr(vm, name))?;
    if !vm.type_of(&found).has_flag(TypeFlags::METHOD_DESCRIPTOR) {
        return None;
    }
    let (epoch, value, extra) = (vm.epoch, found.word(), class.word());
    Some((Cached { kind: Kind::Method, offset: 0, shape, epoch, value, extra }, found))
}

/// A class method around a Python function.
fn fill_class_method(vm: &mut Vm, object: &Value, name: &Value) -> Option<Cached> {
    let shape = object.header()?.shape_id();
    let (kind, class) = match Ty::from_value(object) {
        Some(ty) => {
            let meta = vm.type_of(object);
            if meta != vm.ty::<PyType>() || meta.lookup(vm, name).is_some() {
                return None;
            }
            (Kind::TypeClass, ty)
        }
        None => {
            let ty = vm.type_of(object);
            let shaped = vm.heap.shape(shape);
            if shaped.is_dict || shaped.position(name).is_some() || !is_generic_get(vm, ty) {
                return None;
            }
            (Kind::Class, ty)
        }
    };
    let Found::Fixed(descr) = class.find(vm, name) else { return None };
    if !vm.is_exact::<PyClassMethod>(&descr) {
        return None;
    }
    let (epoch, value, extra) = (vm.epoch, descr.word(), class.address());
    Some(Cached { kind, offset: 0, shape, epoch, value, extra })
}

/// What a store of `object.name` that has just succeeded may remember; `before` is the shape the object had.
pub fn fill_store(vm: &mut Vm, object: &Value, name: &Value, before: ShapeId) -> Option<Cached> {
    let shape = object.header()?.shape_id();
    let ty = vm.type_of(object);
    if let Some(class) = Ty::from_value(object) {
        return fill_type_store(vm, class, name, shape);
    }
    if !is_generic_set(ty) {
        return None;
    }
    if let Some(descr) = ty.lookup(vm, name)
        && vm.type_of(&descr).slots.descr_set.get().is_some()
    {
        let epoch = vm.epoch;
        let (kind, offset, value) = match member_offset(vm, object, &descr) {
            Some(offset) => (Kind::Inline, offset, 0),
            None if vm.is_exact::<PyProperty>(&descr) => (Kind::Property, 0, descr.word()),
            None => return None,
        };
        return (shape == before).then_some(Cached { kind, offset, shape, epoch, value, extra: 0 });
    }
    if shape == before && vm.heap.shape(shape).is_dict {
        return fill_dict(vm, object, name, shape);
    }
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

/// Plain data of a class, to be replaced by other plain data: no method and no slot can change by it.
fn fill_type_store(vm: &mut Vm, class: Ty, name: &Value, shape: ShapeId) -> Option<Cached> {
    let object = class.value();
    if vm.type_of(&object) != vm.ty::<PyType>() || vm.ty::<PyType>().lookup(vm, name).is_some() {
        return None;
    }
    if !class.has_flag(TypeFlags::HEAPTYPE) || vm.str_lossy(name).starts_with("__") {
        return None;
    }
    match class.find(vm, name) {
        Found::Data(owner, position) if owner == class => Some(Cached {
            kind: Kind::TypeData,
            offset: position as usize,
            shape,
            epoch: vm.epoch,
            value: class.dict_word(),
            extra: object.word(),
        }),
        _ => None,
    }
}
