//! The object model: types, slots, shapes, attributes. Answers to CPython's Objects/typeobject.c and object.c.

pub mod attr;
pub mod class;
pub mod def;
pub mod dispatch;
pub mod instance;
pub mod instance_attrs;
pub mod method_cache;
pub mod mro;
pub mod new_type;
pub mod shape;
pub mod slotdefs;
pub mod slots;
pub mod type_;

pub use def::{GetSetDef, MethodDef, MethodKind, TypeDef};
pub use shape::ShapeId;
pub use slots::{BinaryOp, CompareOp, Slot, Slots};
pub use type_::{PyType, Ty, TypeFlags};
