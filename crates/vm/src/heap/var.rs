//! Objects of variable size: str, bytes and tuple keep their items behind the payload, in one allocation.

#![expect(unsafe_code, reason = "items behind a payload are reached by pointer arithmetic")]

use std::cell::Cell;

use super::Heap;
use super::header::Object;
use super::layout::Payload;
use super::trace::Visitor;
use crate::object::shape::ShapeId;
use crate::value::Value;

/// The first byte behind `payload`.
#[inline(always)]
fn behind<T>(payload: &T) -> *const u8 {
    std::ptr::from_ref(payload).cast::<u8>().wrapping_add(size_of::<T>())
}

/// `tuple`. Its items never change.
#[repr(C, align(8))]
pub struct PyTuple {
    len: usize,
}

impl PyTuple {
    /// The items.
    #[inline(always)]
    pub fn items(&self) -> &[Value] {
        // SAFETY: `Heap::alloc_tuple` wrote `len` values right behind every tuple payload.
        unsafe { std::slice::from_raw_parts(behind(self).cast(), self.len) }
    }
}

impl Drop for PyTuple {
    fn drop(&mut self) {
        let items = behind(self).cast_mut().cast::<Value>();
        // The last first, as CPython does: programs can see it by their finalisers.
        for index in (0..self.len).rev() {
            // SAFETY: as in `items`; payloads are dropped once.
            unsafe { std::ptr::drop_in_place(items.add(index)) }
        }
    }
}

impl Payload for PyTuple {
    const LAYOUT: u8 = 5;
    const NAME: &'static str = "tuple";
    fn trailing(&self) -> usize {
        self.len * 8
    }
    fn trace(&self, visit: &mut Visitor<'_>) {
        self.items().iter().for_each(visit);
    }
}

/// `bytes`.
#[repr(C, align(8))]
pub struct PyBytes {
    len: usize,
    /// Cached hash; -1 when not computed yet.
    pub hash: Cell<i64>,
}

impl PyBytes {
    /// The bytes.
    #[inline(always)]
    pub fn as_bytes(&self) -> &[u8] {
        // SAFETY: `Heap::alloc_bytes` wrote `len` bytes right behind every bytes payload.
        unsafe { std::slice::from_raw_parts(behind(self), self.len) }
    }
}

impl Payload for PyBytes {
    const LAYOUT: u8 = 6;
    const NAME: &'static str = "bytes";
    const TRACKED: bool = false;
    fn trailing(&self) -> usize {
        self.len
    }
    fn trace(&self, _visit: &mut Visitor<'_>) {}
}

/// How wide a str's code points are stored: the narrowest that holds them all (PEP 393).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[repr(u8)]
pub enum StrKind {
    /// All below 0x80, one byte each.
    Ascii,
    /// All below 0x100, at least one from 0x80; one byte each.
    Latin1,
    /// All below 0x10000, two bytes each; lone surrogates allowed.
    Ucs2,
    /// Four bytes each.
    Ucs4,
}

/// `str`: code points (lone surrogates allowed) with O(1) indexing.
#[repr(C, align(8))]
pub struct PyStr {
    len: usize,
    /// Cached hash; -1 when not computed yet.
    pub hash: Cell<i64>,
    kind: StrKind,
}

/// A str's code points as stored.
#[derive(Clone, Copy, Debug)]
pub enum StrData<'a> {
    /// See [`StrKind::Ascii`].
    Ascii(&'a [u8]),
    /// See [`StrKind::Latin1`].
    Latin1(&'a [u8]),
    /// See [`StrKind::Ucs2`].
    Ucs2(&'a [u16]),
    /// See [`StrKind::Ucs4`].
    Ucs4(&'a [u32]),
}

impl PyStr {
    /// A payload whose text is yet to be written behind it.
    pub(super) fn unwritten(len: usize, kind: StrKind) -> PyStr {
        PyStr { len, hash: Cell::new(-1), kind }
    }

    /// More text was written behind the payload.
    pub(super) fn grow_to(&mut self, len: usize) {
        self.len = len;
        self.hash.set(-1);
    }

    /// Number of code points.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The width in which code points are stored.
    #[inline(always)]
    pub fn kind(&self) -> StrKind {
        self.kind
    }

    /// The code points.
    #[inline(always)]
    pub fn data(&self) -> StrData<'_> {
        let start = behind(self);
        // SAFETY: `Heap::alloc_str` wrote `len` code points of this kind right behind every str payload, which is
        // aligned to 8.
        unsafe {
            match self.kind {
                StrKind::Ascii => StrData::Ascii(std::slice::from_raw_parts(start, self.len)),
                StrKind::Latin1 => StrData::Latin1(std::slice::from_raw_parts(start, self.len)),
                StrKind::Ucs2 => StrData::Ucs2(std::slice::from_raw_parts(start.cast(), self.len)),
                StrKind::Ucs4 => StrData::Ucs4(std::slice::from_raw_parts(start.cast(), self.len)),
            }
        }
    }

    /// The text, if all of it is ASCII.
    #[inline(always)]
    pub fn as_ascii(&self) -> Option<&str> {
        match self.data() {
            // SAFETY: the kind says that every byte is below 0x80.
            StrData::Ascii(bytes) => Some(unsafe { std::str::from_utf8_unchecked(bytes) }),
            _ => None,
        }
    }

    fn bytes_len(&self) -> usize {
        match self.kind {
            StrKind::Ascii | StrKind::Latin1 => self.len,
            StrKind::Ucs2 => self.len * 2,
            StrKind::Ucs4 => self.len * 4,
        }
    }

    /// The stored bytes, for equality and hashing of strs of one kind.
    #[inline(always)]
    pub fn raw(&self) -> &[u8] {
        // SAFETY: as in `data`.
        unsafe { std::slice::from_raw_parts(behind(self), self.bytes_len()) }
    }
}

impl Payload for PyStr {
    const LAYOUT: u8 = 4;
    const NAME: &'static str = "str";
    const TRACKED: bool = false;
    fn trailing(&self) -> usize {
        self.bytes_len()
    }
    fn trace(&self, _visit: &mut Visitor<'_>) {}
}

impl Heap {
    /// A tuple of `len` items from an iterator that yields exactly so many (missing ones become None).
    pub(crate) fn alloc_tuple(
        &self,
        shape: ShapeId,
        tail: u16,
        len: usize,
        mut items: impl Iterator<Item = Value>,
    ) -> Value {
        let object = self.alloc_var(shape, tail, len * 8, PyTuple { len: 0 });
        // SAFETY: there is room for `len` values behind the payload; `len` is set after they are written, and nothing
        // else sees the object before.
        unsafe {
            let words = object.as_ptr().cast::<u8>().add(size_of::<Object<PyTuple>>()).cast::<Value>();
            for i in 0..len {
                words.add(i).write(items.next().unwrap_or(Value::NONE));
            }
            (*object.as_ptr()).payload.len = len;
        }
        self.track(object.cast());
        Value::from_header(object.cast())
    }

    /// A bytes object with a copy of `bytes`.
    pub(crate) fn alloc_bytes(&self, shape: ShapeId, tail: u16, bytes: &[u8]) -> Value {
        let payload = PyBytes { len: bytes.len(), hash: Cell::new(-1) };
        let object = self.alloc_var(shape, tail, bytes.len(), payload);
        // SAFETY: there is room for the bytes behind the payload.
        unsafe {
            let start = object.as_ptr().cast::<u8>().add(size_of::<Object<PyBytes>>());
            std::ptr::copy_nonoverlapping(bytes.as_ptr(), start, bytes.len());
        }
        Value::from_header(object.cast())
    }

    /// A str of these code points, which must have exactly the kind that their enum says (narrowest possible).
    pub(crate) fn alloc_str(&self, shape: ShapeId, tail: u16, data: StrData<'_>) -> Value {
        let (kind, len, source, size) = match data {
            StrData::Ascii(items) => (StrKind::Ascii, items.len(), items.as_ptr(), items.len()),
            StrData::Latin1(items) => (StrKind::Latin1, items.len(), items.as_ptr(), items.len()),
            StrData::Ucs2(items) => (StrKind::Ucs2, items.len(), items.as_ptr().cast(), size_of_val(items)),
            StrData::Ucs4(items) => (StrKind::Ucs4, items.len(), items.as_ptr().cast(), size_of_val(items)),
        };
        let object = self.alloc_var(shape, tail, size, PyStr { len, hash: Cell::new(-1), kind });
        // SAFETY: there is room for `size` bytes behind the payload, which the slice has.
        unsafe {
            let start = object.as_ptr().cast::<u8>().add(size_of::<Object<PyStr>>());
            std::ptr::copy_nonoverlapping(source, start, size);
        }
        Value::from_header(object.cast())
    }

    /// A str that is the concatenation of two ASCII parts.
    pub(crate) fn alloc_ascii_pair(&self, shape: ShapeId, a: &[u8], b: &[u8]) -> Value {
        let len = a.len() + b.len();
        let object = self.alloc_var(shape, 0, len, PyStr { len, hash: Cell::new(-1), kind: StrKind::Ascii });
        // SAFETY: there is room for both parts behind the payload.
        unsafe {
            let start = object.as_ptr().cast::<u8>().add(size_of::<Object<PyStr>>());
            std::ptr::copy_nonoverlapping(a.as_ptr(), start, a.len());
            std::ptr::copy_nonoverlapping(b.as_ptr(), start.add(a.len()), b.len());
        }
        Value::from_header(object.cast())
    }
}
