//! Shape numbers of the exact builtin types that handlers tell apart: a builtin type's own shape has its layout's number.

use crate::heap::Payload;
use crate::heap::var::{PyStr, PyTuple};
use crate::object::PyType;
use crate::types::builtin_function::PyBuiltin;
use crate::types::bytes::iter::PyBytesIterator;
use crate::types::coroutine::PyCoroutine;
use crate::types::descr::PyMethodDescr;
use crate::types::dict::PyDict;
use crate::types::dict::iter::{PyDictItemIterator, PyDictKeyIterator, PyDictValueIterator};
use crate::types::enumerate::PyEnumerate;
use crate::types::generator::PyGenerator;
use crate::types::int::PyInt;
use crate::types::list::{PyList, PyListIterator, PyListReverseIterator};
use crate::types::method::PyMethod;
use crate::types::range::iter::PyRangeIterator;
use crate::types::set::PySetIterator;
use crate::types::str::iter::PyStrIterator;
use crate::types::tuple::PyTupleIterator;
use crate::types::zip::PyZip;

macro_rules! exact {
    ($($name:ident $payload:ident $what:literal;)*) => { $(
        #[doc = $what]
        pub const $name: u32 = $payload::LAYOUT as u32;
    )* };
}

exact! {
    BUILTIN PyBuiltin "Native functions.";
    BYTES_ITERATOR PyBytesIterator "Iterators of bytes.";
    COROUTINE PyCoroutine "Coroutines.";
    DICT PyDict "Dicts.";
    DICT_ITEMS PyDictItemIterator "Iterators of a dict's items.";
    DICT_KEYS PyDictKeyIterator "Iterators of a dict's keys.";
    DICT_VALUES PyDictValueIterator "Iterators of a dict's values.";
    ENUMERATE PyEnumerate "`enumerate`.";
    GENERATOR PyGenerator "Generators.";
    INT PyInt "Ints that are not immediate.";
    LIST PyList "Lists.";
    LIST_ITERATOR PyListIterator "Iterators of lists.";
    METHOD PyMethod "Bound methods.";
    METHOD_DESCRIPTOR PyMethodDescr "Native methods as found in their type.";
    LIST_REVERSE_ITERATOR PyListReverseIterator "Iterators of reversed lists.";
    RANGE_ITERATOR PyRangeIterator "Iterators of ranges of machine ints.";
    SET_ITERATOR PySetIterator "Iterators of sets.";
    STR PyStr "Strs.";
    STR_ITERATOR PyStrIterator "Iterators of strs.";
    TUPLE PyTuple "Tuples.";
    TUPLE_ITERATOR PyTupleIterator "Iterators of tuples.";
    TYPE PyType "Classes whose metaclass is `type`.";
    ZIP PyZip "`zip`.";
}
