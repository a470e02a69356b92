//! Algorithms on slices of code units, one generic implementation for `str` (8, 16 and 32 bits), `bytes` and `bytearray`.
//!
//! Answers to CPython's Objects/stringlib. Results are places and ranges, the types make their objects of them. Everything
//! runs in linear time. Nothing here knows the Vm.

pub mod find;
pub mod pad;
pub mod replace;
pub mod split;

pub use find::Searcher;

use std::ops::Range;

/// An element of a slice: a byte, or a code point at one of the widths a str is stored in.
pub trait Unit: Copy + Ord + Default + 'static {
    /// The code point.
    fn code(self) -> u32;
    /// The unit for a code point, if it fits.
    fn from_code(code: u32) -> Option<Self>;
    /// The slice itself, if units are bytes: opens the way to vectorised searches.
    fn as_bytes(units: &[Self]) -> Option<&[u8]> {
        let _ = units;
        None
    }
}

impl Unit for u8 {
    #[inline(always)]
    fn code(self) -> u32 {
        u32::from(self)
    }
    #[inline(always)]
    fn from_code(code: u32) -> Option<u8> {
        u8::try_from(code).ok()
    }
    #[inline(always)]
    fn as_bytes(units: &[u8]) -> Option<&[u8]> {
        Some(units)
    }
}

impl Unit for u16 {
    #[inline(always)]
    fn code(self) -> u32 {
        u32::from(self)
    }
    #[inline(always)]
    fn from_code(code: u32) -> Option<u16> {
        u16::try_from(code).ok()
    }
}

impl Unit for u32 {
    #[inline(always)]
    fn code(self) -> u32 {
        self
    }
    #[inline(always)]
    fn from_code(code: u32) -> Option<u32> {
        Some(code)
    }
}

/// `units[range]`; empty where the range is out of bounds, which callers rule out.
#[inline(always)]
pub fn part<T>(units: &[T], range: Range<usize>) -> &[T] {
    units.get(range).unwrap_or_default()
}

/// Which ends `strip` works on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// `lstrip`
    Left,
    /// `rstrip`
    Right,
    /// `strip`
    Both,
}

/// What is left between units that `drop` accepts at the chosen ends.
pub fn strip<T: Unit>(units: &[T], side: Side, mut drop: impl FnMut(T) -> bool) -> Range<usize> {
    let mut start = 0;
    let mut end = units.len();
    if side != Side::Right {
        start = units.iter().position(|&unit| !drop(unit)).unwrap_or(end);
    }
    if side != Side::Left {
        end = part(units, start..end).iter().rposition(|&unit| !drop(unit)).map_or(start, |last| start + last + 1);
    }
    start..end
}

/// Start and end arguments of `find`, `count`, `startswith` and their kin, made into a range. Start may lie behind the end
/// (then nothing is found, not even the empty string).
pub fn adjust(start: isize, end: isize, len: usize) -> (usize, usize) {
    let clamp = |place: isize| {
        if place < 0 { len.saturating_sub(place.unsigned_abs()) } else { place.unsigned_abs() }
    };
    (clamp(start), clamp(end).min(len))
}
