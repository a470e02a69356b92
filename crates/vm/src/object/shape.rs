//! Shapes (hidden classes): the type of an object together with the keys of its inline attributes.
//!
//! An object of shape S keeps the value of `S.keys[i]` in its i-th inline word. Adding an attribute moves the object
//! along a transition to the next shape, so objects that get the same attributes in the same order share shapes and
//! one compare of the shape id guards an inline cache. An object whose `__dict__` was asked for, or that outgrew its
//! inline words, has its type's dict shape: its attributes are in the dict word.

use std::cell::{Cell, RefCell};

use rustc_hash::FxHashMap;

use super::type_::Ty;
use crate::value::Value;

/// Index of a shape in the heap's table.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[repr(transparent)]
pub struct ShapeId(u32);

impl ShapeId {
    /// Place in the table.
    #[inline(always)]
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// The id for a place in the table.
    pub(crate) const fn from_index(index: usize) -> ShapeId {
        ShapeId(index as u32)
    }

    /// The number, for inline caches.
    #[inline(always)]
    pub const fn number(self) -> u32 {
        self.0
    }
}

/// See the module.
pub struct Shape {
    /// The objects' type.
    pub ty: Ty,
    /// Interned names of the inline attributes, in the order in which they were added.
    pub keys: Vec<Value>,
    /// Attributes are in the dict word, none inline.
    pub is_dict: bool,
    /// The type has `__del__` (or is a generator and the like): its objects need the Vm to end.
    pub has_finalizer: Cell<bool>,
    /// Name's word -> the shape with that name added.
    pub(crate) transitions: RefCell<FxHashMap<u64, ShapeId>>,
}

impl Shape {
    /// A shape of `ty`.
    pub(crate) fn new(ty: Ty, keys: Vec<Value>, is_dict: bool, has_finalizer: bool) -> Shape {
        Shape { ty, keys, is_dict, has_finalizer: Cell::new(has_finalizer), transitions: RefCell::default() }
    }

    /// Which inline word holds the attribute of this interned name.
    #[inline]
    pub fn position(&self, name: &Value) -> Option<usize> {
        self.keys.iter().position(|key| key.is(name))
    }
}
