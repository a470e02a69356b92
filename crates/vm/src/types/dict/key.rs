//! Telling keys apart without calling anything.

use crate::heap::Payload;
use crate::heap::var::{PyStr, PyTuple};
use crate::value::Value;

/// The str that `value` is, if its type is str itself.
#[inline(always)]
pub fn exact_str(value: &Value) -> Option<&PyStr> {
    let exact = value.header().is_some_and(|head| head.shape_id().index() == PyStr::LAYOUT as usize);
    if exact { value.downcast() } else { None }
}

/// Whether two keys of the same hash are equal; `None` if only their `__eq__` knows.
#[inline(always)]
pub fn same_key(a: &Value, b: &Value) -> Option<bool> {
    if a.is(b) {
        return Some(true);
    }
    if !a.is_object() && !b.is_object() {
        // Immediates of one type have one word a value; an int may equal a float or a bool.
        return if a.as_small_int().is_some() && b.as_small_int().is_some() { Some(false) } else { None };
    }
    match (exact_str(a), exact_str(b)) {
        (Some(a), Some(b)) => Some(a.same_text(b)),
        (None, None) => same_tuple(exact_tuple(a)?, exact_tuple(b)?),
        _ => None,
    }
}

/// The items of `value`, if its type is tuple itself.
#[inline(always)]
pub fn exact_tuple(value: &Value) -> Option<&[Value]> {
    let exact = value.header().is_some_and(|head| head.shape_id().index() == PyTuple::LAYOUT as usize);
    if exact { value.downcast::<PyTuple>().map(PyTuple::items) } else { None }
}

/// As `same_key`, for the items of two tuples, none of which is looked into.
fn same_tuple(a: &[Value], b: &[Value]) -> Option<bool> {
    if a.len() != b.len() {
        return Some(false);
    }
    for (a, b) in a.iter().zip(b) {
        if a.is(b) {
            continue;
        }
        if a.as_small_int().is_some() && b.as_small_int().is_some() {
            return Some(false);
        }
        if !exact_str(a)?.same_text(exact_str(b)?) {
            return Some(false);
        }
    }
    Some(true)
}
