//! `tuple`. The payload is `heap::var::PyTuple`; answers to CPython's Objects/tupleobject.c.

pub mod iter;
mod methods;
mod ops;

use minipy_macros::pytype;

use crate::heap::var::PyTuple;
use crate::object::Ty;
use crate::value::Value;
use crate::vm::{Vm, tail_words};

pub use iter::PyTupleIterator;

pytype! {
    /// Built-in immutable sequence.
    ///
    /// If no argument is given, the constructor returns an empty tuple.
    /// If iterable is specified the tuple is initialized from iterable's items.
    ///
    /// If the argument is a tuple, the return value is the same object.
    PyTuple: name = "tuple", layout = 5, flags(basetype, sequence, match_self), parts(methods, ops)
}

impl Vm {
    /// A tuple of class `cls`, which may be a subclass.
    pub fn new_tuple_instance(&self, cls: Ty, items: Vec<Value>) -> Value {
        if cls == self.ty::<PyTuple>() {
            return self.new_tuple(items);
        }
        self.heap.alloc_tuple(cls.shape.get(), tail_words(cls), items.len(), items.into_iter())
    }
}
