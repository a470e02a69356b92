//! `PyType`: the payload of type objects, and `Ty`, a cheap handle to one.
//!
//! Type objects are never freed (their cost is small and their number bounded by the classes a program defines), which
//! is what lets `Ty` be a plain copyable handle.

use std::cell::Cell;
use std::fmt;
use std::ops::Deref;

use super::def::{TypeDef, TypePart};
use super::shape::ShapeId;
use super::slots::Slots;
use crate::heap::{Payload, Trace, Visitor, VmCell};
use crate::value::Value;
use crate::vm::Vm;

/// Facts about a type that are asked for often.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct TypeFlags(pub u32);

impl TypeFlags {
    /// May be subclassed.
    pub const BASETYPE: TypeFlags = TypeFlags(1);
    /// Made by a class statement or `type()`: attributes may be set on it.
    pub const HEAPTYPE: TypeFlags = TypeFlags(1 << 1);
    /// Matches sequence patterns (Py_TPFLAGS_SEQUENCE).
    pub const SEQUENCE: TypeFlags = TypeFlags(1 << 2);
    /// Matches mapping patterns (Py_TPFLAGS_MAPPING).
    pub const MAPPING: TypeFlags = TypeFlags(1 << 3);
    /// Matches a single positional sub-pattern with the subject itself (_Py_TPFLAGS_MATCH_SELF).
    pub const MATCH_SELF: TypeFlags = TypeFlags(1 << 4);
    /// Has abstract methods: may not be instantiated.
    pub const ABSTRACT: TypeFlags = TypeFlags(1 << 5);
    /// Functions of this type are bound when called as methods (Py_TPFLAGS_METHOD_DESCRIPTOR).
    pub const METHOD_DESCRIPTOR: TypeFlags = TypeFlags(1 << 6);
    /// Subclass of BaseException.
    pub const EXCEPTION: TypeFlags = TypeFlags(1 << 7);
    /// Subclass of type.
    pub const TYPE_SUBCLASS: TypeFlags = TypeFlags(1 << 8);
    /// Made by the Vm, not by a class statement (exceptions, struct sequences have no definition).
    pub const NATIVE: TypeFlags = TypeFlags(1 << 10);
    /// Cannot be instantiated by calling it.
    pub const NO_INSTANTIATION: TypeFlags = TypeFlags(1 << 9);

    /// Whether all of `other`'s bits are set.
    #[inline(always)]
    pub const fn has(self, other: TypeFlags) -> bool {
        self.0 & other.0 == other.0
    }

    /// Both sets of bits.
    pub const fn with(self, other: TypeFlags) -> TypeFlags {
        TypeFlags(self.0 | other.0)
    }
}

/// What goes into the dict of a native type when somebody first looks into it: most programs look into few types.
#[derive(Clone, Copy)]
pub(crate) enum Contents {
    /// What the type's definition says.
    Def,
    /// What a type without definition was made with.
    Native { module: &'static str, doc: Option<&'static str>, parts: &'static [TypePart] },
    /// The fields of a struct sequence type: items, and attributes behind them.
    Struct {
        module: &'static str,
        parts: &'static [TypePart],
        fields: &'static [&'static str],
        hidden: &'static [&'static str],
    },
}

/// The payload of a type object (CPython's PyHeapTypeObject).
pub struct PyType {
    /// `__name__`.
    pub name: VmCell<Value>,
    /// `__qualname__`.
    pub qualname: VmCell<Value>,
    /// `__base__`: the base that decides the layout.
    pub base: Cell<Option<Ty>>,
    /// `__bases__`.
    pub bases: VmCell<Vec<Ty>>,
    /// `__mro__`, this type first. A metaclass's `mro()` may put other objects there; they are kept as types only.
    pub mro: VmCell<Vec<Ty>>,
    /// The dict behind `__dict__`: see [`Ty::dict`].
    pub(super) dict: Value,
    /// What a native type's dict is still to get.
    pub(super) contents: Cell<Option<Contents>>,
    /// Its operations.
    pub slots: Slots,
    /// See [`TypeFlags`].
    pub flags: Cell<TypeFlags>,
    /// Layout number of its instances' payload.
    pub layout: u8,
    /// Words for `__slots__` at the start of the tail, the base's first.
    pub slot_words: u16,
    /// Instances have a `__dict__`: the dict word and inline attributes follow the slot words.
    pub has_dict: bool,
    /// Instances may be weakly referenced.
    pub has_weakref: bool,
    /// Inline attribute words that new instances get: grows as instances outgrow it.
    pub inline_attrs: Cell<u16>,
    /// Names that methods of the class and its bases set on their first argument.
    pub self_names: VmCell<Vec<Value>>,
    /// Shape of a fresh instance.
    pub shape: Cell<ShapeId>,
    /// Shape of an instance whose attributes are in its dict word.
    pub dict_shape: Cell<ShapeId>,
    /// `Vm::epoch` when `construction` was found out.
    pub construction_epoch: Cell<u32>,
    /// What calling the class comes to: see `interp::call`.
    pub construction: Cell<u64>,
    /// Direct subclasses.
    pub subclasses: VmCell<Vec<Ty>>,
    /// The native definition, for builtin types.
    pub def: Option<&'static TypeDef>,
}

impl Payload for PyType {
    const LAYOUT: u8 = 2;
    const NAME: &'static str = "type";
    fn trace(&self, visit: &mut Visitor<'_>) {
        self.name.trace(visit);
        self.qualname.trace(visit);
        self.dict.trace(visit);
    }
}

/// A type object, as a handle that may be copied and kept.
#[derive(Clone, Copy)]
pub struct Ty(&'static PyType, u64);

#[expect(unsafe_code, reason = "types are immortal, so a reference to one is good for ever")]
impl Ty {
    /// The type that `value` is, if it is one.
    #[inline(always)]
    pub fn from_value(value: &Value) -> Option<Ty> {
        let payload: *const PyType = value.downcast::<PyType>()?;
        // SAFETY: type objects are made immortal when created (`Vm::new_type`), so the payload is never freed.
        Some(Ty(unsafe { &*payload }, value.word()))
    }

    /// The type object itself.
    #[inline(always)]
    pub fn value(self) -> Value {
        // SAFETY: the word is a type object's, which is immortal: no reference needs counting. Words are not zero.
        Value::from_word(unsafe { std::num::NonZeroU64::new_unchecked(self.1) })
    }
}

impl Ty {
    /// The type object's address: its identity.
    #[inline(always)]
    pub fn address(self) -> u64 {
        self.1
    }

    /// Whether `self` is `other` or inherits from it (by the MRO).
    #[inline]
    pub fn is_subtype(self, vm: &Vm, other: Ty) -> bool {
        self == other || self.mro.borrow(vm).contains(&other)
    }

    /// Whether the type has all of these flags.
    #[inline(always)]
    pub fn has_flag(self, flag: TypeFlags) -> bool {
        self.flags.get().has(flag)
    }

    /// The name as messages have it (tp_name): with the module for native types outside builtins.
    pub fn tp_name(self, vm: &Vm) -> String {
        match self.def {
            Some(def) if def.module != "builtins" && !def.module.starts_with("_frozen") => {
                format!("{}.{}", def.module, def.name)
            }
            // Native types made at run time: exceptions, struct sequences.
            None if self.has_flag(TypeFlags::NATIVE) => match self.native_module(vm) {
                Some(module) if module != "builtins" => format!("{module}.{}", self.name(vm)),
                _ => self.name(vm),
            },
            _ => self.name(vm),
        }
    }

    /// `__module__` of a native type without definition.
    fn native_module(self, vm: &Vm) -> Option<String> {
        match self.contents.get() {
            Some(Contents::Native { module, .. } | Contents::Struct { module, .. }) => Some(module.to_owned()),
            _ => self.filled_attr(vm, &vm.names.__module__).map(|module| vm.str_lossy(&module)),
        }
    }

    /// The dict behind `__dict__`, with all that belongs there.
    #[inline]
    pub fn dict(self, vm: &mut Vm) -> &'static Value {
        if self.is_unfilled() {
            vm.fill_type(self);
        }
        &self.0.dict
    }

    /// Whether nobody has looked into the dict yet.
    #[inline(always)]
    fn is_unfilled(self) -> bool {
        self.contents.get().is_some()
    }

    /// Which dict it is, without looking into it.
    #[inline(always)]
    pub(crate) fn dict_word(self) -> u64 {
        self.0.dict.word()
    }

    /// `__name__` as text.
    pub fn name(self, vm: &Vm) -> String {
        vm.str_lossy(self.name.borrow(vm))
    }
}

impl Deref for Ty {
    type Target = PyType;
    #[inline(always)]
    fn deref(&self) -> &PyType {
        self.0
    }
}

impl PartialEq for Ty {
    #[inline(always)]
    fn eq(&self, other: &Ty) -> bool {
        self.1 == other.1
    }
}
impl Eq for Ty {}

impl fmt::Debug for Ty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ty({:#x})", self.1)
    }
}
