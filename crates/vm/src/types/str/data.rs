//! Reading the code points of a str, whatever the width in which they are stored.

use std::borrow::Cow;
use std::ops::Range;

use crate::heap::var::StrData;
use crate::stringlib::{Unit, part};

/// Runs the same code for each width: `with_units!(data, units => expression)`.
macro_rules! with_units {
    ($data:expr, $units:ident => $body:expr) => {
        match $data {
            $crate::heap::var::StrData::Ascii($units) | $crate::heap::var::StrData::Latin1($units) => $body,
            $crate::heap::var::StrData::Ucs2($units) => $body,
            $crate::heap::var::StrData::Ucs4($units) => $body,
        }
    };
}
pub(crate) use with_units;

impl<'a> StrData<'a> {
    /// Number of code points.
    #[inline]
    pub fn len(self) -> usize {
        with_units!(self, units => units.len())
    }

    /// Whether there are none.
    #[inline]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The code point at `place`.
    #[inline]
    pub fn get(self, place: usize) -> Option<u32> {
        with_units!(self, units => units.get(place).map(|unit| unit.code()))
    }

    /// The code points from `range`, still at this width (which may be wider than needed).
    #[inline]
    pub fn slice(self, range: Range<usize>) -> StrData<'a> {
        match self {
            StrData::Ascii(units) => StrData::Ascii(part(units, range)),
            StrData::Latin1(units) => StrData::Latin1(part(units, range)),
            StrData::Ucs2(units) => StrData::Ucs2(part(units, range)),
            StrData::Ucs4(units) => StrData::Ucs4(part(units, range)),
        }
    }

    /// Iterates over the code points.
    #[inline]
    pub fn code_points(self) -> CodePoints<'a> {
        match self {
            StrData::Ascii(units) | StrData::Latin1(units) => CodePoints::One(units.iter()),
            StrData::Ucs2(units) => CodePoints::Two(units.iter()),
            StrData::Ucs4(units) => CodePoints::Four(units.iter()),
        }
    }

    /// Bytes in which a code point is stored.
    #[inline]
    pub fn width(self) -> u8 {
        match self {
            StrData::Ascii(_) | StrData::Latin1(_) => 1,
            StrData::Ucs2(_) => 2,
            StrData::Ucs4(_) => 4,
        }
    }

    /// The code points as `T`s, which must be at least as wide as they are stored.
    #[inline]
    pub fn widen<T: StrUnit>(self) -> Cow<'a, [T]> {
        match T::stored(self) {
            Some(units) => Cow::Borrowed(units),
            None => Cow::Owned(self.code_points().map(|c| T::from_code(c).unwrap_or_default()).collect()),
        }
    }

    /// Whether all are below 0x80.
    #[inline]
    pub fn is_ascii(self) -> bool {
        match self {
            StrData::Ascii(_) => true,
            StrData::Latin1(units) => units.is_ascii(),
            _ => false,
        }
    }

    /// The text with lone surrogates replaced by U+FFFD.
    pub fn to_lossy(self) -> Cow<'a, str> {
        match self {
            StrData::Ascii(units) => String::from_utf8_lossy(units),
            other => other.code_points().map(|c| char::from_u32(c).unwrap_or(char::REPLACEMENT_CHARACTER)).collect(),
        }
    }

    /// The same text at the narrowest width.
    pub fn narrow(self) -> Narrow<'a> {
        let high = |units: &[u8]| !units.is_ascii();
        match self {
            StrData::Ascii(_) => Narrow::Same(self),
            StrData::Latin1(units) => Narrow::Same(if high(units) { self } else { StrData::Ascii(units) }),
            StrData::Ucs2(units) => {
                let union = units.iter().fold(0, |union, unit| union | unit);
                if union < 0x100 {
                    Narrow::One(units.iter().map(|&unit| unit as u8).collect())
                } else {
                    Narrow::Same(self)
                }
            }
            StrData::Ucs4(units) => {
                let union = units.iter().fold(0, |union, unit| union | unit);
                match union {
                    0..0x100 => Narrow::One(units.iter().map(|&unit| unit as u8).collect()),
                    0x100..0x1_0000 => Narrow::Two(units.iter().map(|&unit| unit as u16).collect()),
                    _ => Narrow::Same(self),
                }
            }
        }
    }
}

/// A unit in which strs are stored.
pub trait StrUnit: Unit {
    /// The units, if `data` is stored at this width.
    fn stored(data: StrData<'_>) -> Option<&[Self]>;
    /// Units as text, at this width (not yet the narrowest).
    fn as_data(units: &[Self]) -> StrData<'_>;
}

impl StrUnit for u8 {
    #[inline]
    fn stored(data: StrData<'_>) -> Option<&[u8]> {
        match data {
            StrData::Ascii(units) | StrData::Latin1(units) => Some(units),
            _ => None,
        }
    }
    #[inline]
    fn as_data(units: &[u8]) -> StrData<'_> {
        StrData::Latin1(units)
    }
}

impl StrUnit for u16 {
    #[inline]
    fn stored(data: StrData<'_>) -> Option<&[u16]> {
        match data {
            StrData::Ucs2(units) => Some(units),
            _ => None,
        }
    }
    #[inline]
    fn as_data(units: &[u16]) -> StrData<'_> {
        StrData::Ucs2(units)
    }
}

impl StrUnit for u32 {
    #[inline]
    fn stored(data: StrData<'_>) -> Option<&[u32]> {
        match data {
            StrData::Ucs4(units) => Some(units),
            _ => None,
        }
    }
    #[inline]
    fn as_data(units: &[u32]) -> StrData<'_> {
        StrData::Ucs4(units)
    }
}

/// What [`StrData::narrow`] gives: the slice itself, or a copy at a narrower width.
pub enum Narrow<'a> {
    /// As narrow as it can be.
    Same(StrData<'a>),
    /// Bytes are enough.
    One(Vec<u8>),
    /// Sixteen bits are enough.
    Two(Vec<u16>),
}

impl Narrow<'_> {
    /// The code points.
    pub fn data(&self) -> StrData<'_> {
        match self {
            Narrow::Same(data) => *data,
            Narrow::One(units) if units.is_ascii() => StrData::Ascii(units),
            Narrow::One(units) => StrData::Latin1(units),
            Narrow::Two(units) => StrData::Ucs2(units),
        }
    }
}

/// See [`StrData::code_points`].
#[derive(Clone)]
pub enum CodePoints<'a> {
    /// Bytes.
    One(std::slice::Iter<'a, u8>),
    /// Sixteen bits.
    Two(std::slice::Iter<'a, u16>),
    /// Thirty-two bits.
    Four(std::slice::Iter<'a, u32>),
}

impl Iterator for CodePoints<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        match self {
            CodePoints::One(units) => units.next().map(|&unit| u32::from(unit)),
            CodePoints::Two(units) => units.next().map(|&unit| u32::from(unit)),
            CodePoints::Four(units) => units.next().copied(),
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        match self {
            CodePoints::One(units) => units.size_hint(),
            CodePoints::Two(units) => units.size_hint(),
            CodePoints::Four(units) => units.size_hint(),
        }
    }
}

impl DoubleEndedIterator for CodePoints<'_> {
    #[inline]
    fn next_back(&mut self) -> Option<u32> {
        match self {
            CodePoints::One(units) => units.next_back().map(|&unit| u32::from(unit)),
            CodePoints::Two(units) => units.next_back().map(|&unit| u32::from(unit)),
            CodePoints::Four(units) => units.next_back().copied(),
        }
    }
}

impl ExactSizeIterator for CodePoints<'_> {}
