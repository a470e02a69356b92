//! `StrBuilder`: text under construction, stored as narrow as what it holds (CPython's _PyUnicodeWriter).

use crate::heap::var::StrData;
use crate::stringlib::Unit;

/// Grows by appending; widens its storage when a code point needs it, at most twice.
#[derive(Clone, Debug, Default)]
pub struct StrBuilder {
    store: Store,
}

#[derive(Clone, Debug)]
enum Store {
    /// Bytes, and whether one is from 0x80.
    One(Vec<u8>, bool),
    Two(Vec<u16>),
    Four(Vec<u32>),
}

impl Default for Store {
    fn default() -> Store {
        Store::One(Vec::new(), false)
    }
}

fn widen<T: Unit, U: Unit>(units: &[T], more: usize) -> Vec<U> {
    let mut wide = Vec::with_capacity(units.len() + more);
    wide.extend(units.iter().map(|unit| U::from_code(unit.code()).unwrap_or_default()));
    wide
}

impl StrBuilder {
    /// Empty text.
    pub const fn new() -> StrBuilder {
        StrBuilder { store: Store::One(Vec::new(), false) }
    }

    /// Empty text with room for `len` narrow code points.
    pub fn with_capacity(len: usize) -> StrBuilder {
        StrBuilder { store: Store::One(Vec::with_capacity(len), false) }
    }

    /// Empty text with room for `len` code points, the widest of which take `width` bytes.
    pub fn for_width(len: usize, width: u8) -> StrBuilder {
        let store = match width {
            0..=1 => Store::One(Vec::with_capacity(len), false),
            2 => Store::Two(Vec::with_capacity(len)),
            _ => Store::Four(Vec::with_capacity(len)),
        };
        StrBuilder { store }
    }

    /// Number of code points so far.
    #[inline]
    pub fn len(&self) -> usize {
        match &self.store {
            Store::One(units, _) => units.len(),
            Store::Two(units) => units.len(),
            Store::Four(units) => units.len(),
        }
    }

    /// Whether there are none yet.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes that the text takes so far, for limits.
    pub fn bytes_len(&self) -> usize {
        match &self.store {
            Store::One(units, _) => units.len(),
            Store::Two(units) => units.len() * 2,
            Store::Four(units) => units.len() * 4,
        }
    }

    /// Makes the storage wide enough for `c`, with room for `more` code points if it must move.
    #[inline]
    fn fit(&mut self, c: u32, more: usize) {
        match &mut self.store {
            Store::One(_, high) if c < 0x100 => *high |= c >= 0x80,
            Store::One(units, _) if c < 0x1_0000 => self.store = Store::Two(widen(units, more)),
            Store::One(units, _) => self.store = Store::Four(widen(units, more)),
            Store::Two(units) if c >= 0x1_0000 => self.store = Store::Four(widen(units, more)),
            _ => {}
        }
    }

    /// Appends a code point (lone surrogates allowed).
    #[inline]
    pub fn push(&mut self, c: u32) {
        self.fit(c, 16);
        match &mut self.store {
            Store::One(units, _) => units.push(c as u8),
            Store::Two(units) => units.push(c as u16),
            Store::Four(units) => units.push(c),
        }
    }

    /// Appends `c`, `count` times.
    pub fn push_fill(&mut self, c: u32, count: usize) {
        if count == 0 {
            return;
        }
        self.fit(c, count);
        match &mut self.store {
            Store::One(units, _) => units.resize(units.len() + count, c as u8),
            Store::Two(units) => units.resize(units.len() + count, c as u16),
            Store::Four(units) => units.resize(units.len() + count, c),
        }
    }

    /// Appends text.
    pub fn push_str(&mut self, text: &str) {
        if text.is_ascii() {
            return self.push_units(text.as_bytes());
        }
        // The greatest lead byte says how wide the widest code point is.
        self.fit(
            match text.bytes().max() {
                Some(0xf0..) => 0x1_0000,
                Some(0xc4..) => 0x100,
                _ => 0x80,
            },
            text.len(),
        );
        let codes = text.chars().map(u32::from);
        match &mut self.store {
            Store::One(units, _) => units.extend(codes.map(|c| c as u8)),
            Store::Two(units) => units.extend(codes.map(|c| c as u16)),
            Store::Four(units) => units.extend(codes),
        }
    }

    /// Appends code points as they are stored in a str.
    pub fn push_data(&mut self, data: StrData<'_>) {
        match data {
            StrData::Ascii(units) => self.push_units(units),
            StrData::Latin1(units) => {
                if !units.is_ascii() {
                    self.fit(0xff, units.len());
                }
                self.push_units(units);
            }
            StrData::Ucs2(units) => {
                self.fit(units.iter().fold(0, |union, unit| union | unit).into(), units.len());
                self.push_units(units);
            }
            StrData::Ucs4(units) => {
                self.fit(units.iter().fold(0, |union, unit| union | unit), units.len());
                self.push_units(units);
            }
        }
    }

    /// Appends units that fit the storage.
    fn push_units<T: Unit>(&mut self, source: &[T]) {
        match (&mut self.store, T::as_bytes(source)) {
            (Store::One(units, _), Some(bytes)) => units.extend_from_slice(bytes),
            (Store::One(units, _), None) => units.extend(source.iter().map(|unit| unit.code() as u8)),
            (Store::Two(units), _) => units.extend(source.iter().map(|unit| unit.code() as u16)),
            (Store::Four(units), _) => units.extend(source.iter().map(|unit| unit.code())),
        }
    }

    /// Appends bytes below 0x80.
    pub fn push_ascii(&mut self, bytes: &[u8]) {
        self.push_units(bytes);
    }

    /// Appends bytes as the code points of the same numbers.
    pub fn push_latin1(&mut self, bytes: &[u8]) {
        self.push_data(StrData::Latin1(bytes));
    }

    /// The text so far, at its narrowest width.
    pub fn data(&self) -> StrData<'_> {
        match &self.store {
            Store::One(units, false) => StrData::Ascii(units),
            Store::One(units, true) => StrData::Latin1(units),
            Store::Two(units) => StrData::Ucs2(units),
            Store::Four(units) => StrData::Ucs4(units),
        }
    }
}

impl Extend<u32> for StrBuilder {
    fn extend<I: IntoIterator<Item = u32>>(&mut self, code_points: I) {
        code_points.into_iter().for_each(|c| self.push(c));
    }
}

impl FromIterator<u32> for StrBuilder {
    fn from_iter<I: IntoIterator<Item = u32>>(code_points: I) -> StrBuilder {
        let code_points = code_points.into_iter();
        let mut text = StrBuilder::with_capacity(code_points.size_hint().0);
        text.extend(code_points);
        text
    }
}

impl std::fmt::Write for StrBuilder {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.push_str(text);
        Ok(())
    }
}
