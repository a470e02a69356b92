//! Between strs and Rust's text.

use std::borrow::Cow;

use super::data::CodePoints;
use crate::heap::var::{PyStr, StrData};
use crate::object::CompareOp;

impl PyStr {
    /// Whether both have the same code points. Kinds are narrowest, so equal texts are stored alike.
    #[inline]
    pub fn same_text(&self, other: &PyStr) -> bool {
        self.kind() == other.kind() && same_bytes(self.raw(), other.raw())
    }

    /// The code points.
    #[inline]
    pub fn code_points(&self) -> CodePoints<'_> {
        self.data().code_points()
    }

    /// The code point at `index`.
    #[inline(always)]
    pub fn at(&self, index: usize) -> Option<u32> {
        self.data().get(index)
    }

    /// The text with lone surrogates replaced by U+FFFD.
    pub fn to_string_lossy(&self) -> String {
        self.data().to_lossy().into_owned()
    }

    /// The text; `None` if there are lone surrogates, which no UTF-8 has.
    pub fn to_text(&self) -> Option<Cow<'_, str>> {
        match self.as_ascii() {
            Some(text) => Some(Cow::Borrowed(text)),
            None => self.code_points().map(char::from_u32).collect::<Option<String>>().map(Cow::Owned),
        }
    }
}

/// Whether two slices are equal. Most names and words are short: two loads that may overlap tell.
#[inline]
fn same_bytes(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    match a.len() {
        8..=16 => a.first_chunk::<8>() == b.first_chunk::<8>() && a.last_chunk::<8>() == b.last_chunk::<8>(),
        4..8 => a.first_chunk::<4>() == b.first_chunk::<4>() && a.last_chunk::<4>() == b.last_chunk::<4>(),
        1..4 => a.first() == b.first() && a.last() == b.last() && a.get(a.len() / 2) == b.get(b.len() / 2),
        _ => a == b,
    }
}

/// The order of two strs by code point.
pub fn compare_strs(a: &PyStr, b: &PyStr) -> std::cmp::Ordering {
    match (a.data(), b.data()) {
        (StrData::Ascii(x) | StrData::Latin1(x), StrData::Ascii(y) | StrData::Latin1(y)) => x.cmp(y),
        (StrData::Ucs2(x), StrData::Ucs2(y)) => x.cmp(y),
        (StrData::Ucs4(x), StrData::Ucs4(y)) => x.cmp(y),
        _ => a.code_points().cmp(b.code_points()),
    }
}

/// Whether `a <op> b`.
#[inline]
pub fn str_holds(a: &PyStr, b: &PyStr, op: CompareOp) -> bool {
    match op {
        CompareOp::Eq => a.same_text(b),
        CompareOp::Ne => !a.same_text(b),
        _ => op.holds(compare_strs(a, b)),
    }
}
