//! Operations on any object, dispatched through its type's slots (CPython's Objects/abstract.c and object.c).

pub mod buffer;
pub mod call;
pub mod compare;
pub mod format;
pub mod isinstance;
pub mod item;
pub mod iter;
pub mod number;
pub mod repr;
