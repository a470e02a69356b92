//! Between strs and Rust's text.

use std::borrow::Cow;

use crate::heap::var::{PyStr, StrData};

impl PyStr {
    /// Whether both have the same code points. Kinds are narrowest, so equal texts are stored alike.
    #[inline]
    pub fn same_text(&self, other: &PyStr) -> bool {
        self.kind() == other.kind() && self.raw() == other.raw()
    }

    /// The code points.
    pub fn code_points(&self) -> Box<dyn Iterator<Item = u32> + '_> {
        match self.data() {
            StrData::Ascii(items) | StrData::Latin1(items) => Box::new(items.iter().map(|c| u32::from(*c))),
            StrData::Ucs2(items) => Box::new(items.iter().map(|c| u32::from(*c))),
            StrData::Ucs4(items) => Box::new(items.iter().copied()),
        }
    }

    /// The code point at `index`.
    #[inline(always)]
    pub fn at(&self, index: usize) -> Option<u32> {
        match self.data() {
            StrData::Ascii(items) | StrData::Latin1(items) => items.get(index).map(|c| u32::from(*c)),
            StrData::Ucs2(items) => items.get(index).map(|c| u32::from(*c)),
            StrData::Ucs4(items) => items.get(index).copied(),
        }
    }

    /// The text with lone surrogates replaced by U+FFFD.
    pub fn to_string_lossy(&self) -> String {
        self.code_points().map(|c| char::from_u32(c).unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    }

    /// The text; `None` if there are lone surrogates, which no UTF-8 has.
    pub fn to_text(&self) -> Option<Cow<'_, str>> {
        match self.as_ascii() {
            Some(text) => Some(Cow::Borrowed(text)),
            None => self.code_points().map(char::from_u32).collect::<Option<String>>().map(Cow::Owned),
        }
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
