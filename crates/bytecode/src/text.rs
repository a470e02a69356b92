//! Python text: Unicode strings that may hold lone surrogates.
//!
//! Stored as WTF-8 (UTF-8 in which a lone surrogate has the three bytes its number would have). That is also what
//! marshal writes (`surrogatepass`), so a name travels from source to `.pyc` without a change of form.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

/// A Python str as data; cheap to clone. Equality and hash are those of the text: the interned mark does not count.
#[derive(Clone)]
pub struct PyText {
    bytes: Arc<[u8]>,
    interned: bool,
}

const SURROGATES: Range<u32> = 0xd800..0xe000;

impl PyText {
    /// A text that CPython would intern: a name, or a constant that looks like one.
    pub fn interned(text: &str) -> PyText {
        PyText { bytes: Arc::from(text.as_bytes()), interned: true }
    }

    /// Takes WTF-8. Returns nothing where the bytes are not WTF-8 (surrogate pairs in two times three bytes are accepted,
    /// as CPython's `surrogatepass` does).
    pub fn from_wtf8(bytes: Arc<[u8]>, interned: bool) -> Option<PyText> {
        is_wtf8(&bytes).then_some(PyText { bytes, interned })
    }

    /// Builds the text of these code points. Returns nothing where one is above U+10FFFF.
    pub fn from_code_points(points: impl IntoIterator<Item = u32>) -> Option<PyText> {
        let mut bytes = Vec::new();
        for point in points {
            push_code_point(&mut bytes, point)?;
        }
        Some(PyText { bytes: bytes.into(), interned: false })
    }

    /// The same text, marked as interned or not.
    pub fn with_interned(self, interned: bool) -> PyText {
        PyText { interned, ..self }
    }

    /// Whether it carries the interned mark.
    pub fn is_interned(&self) -> bool {
        self.interned
    }

    /// The WTF-8 bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The shared WTF-8 bytes.
    pub fn shared_bytes(&self) -> &Arc<[u8]> {
        &self.bytes
    }

    /// The text, where it holds no lone surrogate.
    pub fn as_str(&self) -> Option<&str> {
        std::str::from_utf8(&self.bytes).ok()
    }

    /// The text with U+FFFD for each lone surrogate.
    pub fn to_string_lossy(&self) -> String {
        match self.as_str() {
            Some(text) => text.to_owned(),
            None => self.code_points().map(|point| char::from_u32(point).unwrap_or('\u{fffd}')).collect(),
        }
    }

    /// Whether it has no characters.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Whether all characters are ASCII.
    pub fn is_ascii(&self) -> bool {
        self.bytes.is_ascii()
    }

    /// Whether all characters are ASCII letters, digits and underscores: what CPython interns among the constants.
    pub fn has_name_characters_only(&self) -> bool {
        self.bytes.iter().all(|&byte| byte == b'_' || byte.is_ascii_alphanumeric())
    }

    /// The code points, surrogates included.
    pub fn code_points(&self) -> CodePoints<'_> {
        CodePoints { rest: &self.bytes }
    }
}

/// Appends a code point, surrogates included, as WTF-8. Returns nothing above U+10FFFF.
pub fn push_code_point(bytes: &mut Vec<u8>, point: u32) -> Option<()> {
    match char::from_u32(point) {
        Some(c) => bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        None if SURROGATES.contains(&point) => {
            bytes.extend_from_slice(&[0xed, 0x80 | (point >> 6 & 0x3f) as u8, 0x80 | (point & 0x3f) as u8]);
        }
        None => return None,
    }
    Some(())
}

fn is_wtf8(mut bytes: &[u8]) -> bool {
    loop {
        let Err(stop) = std::str::from_utf8(bytes) else { return true };
        match bytes.get(stop.valid_up_to()..) {
            Some([0xed, 0xa0..=0xbf, 0x80..=0xbf, rest @ ..]) => bytes = rest,
            _ => return false,
        }
    }
}

/// The code points of a [`PyText`].
#[derive(Clone)]
pub struct CodePoints<'a> {
    rest: &'a [u8],
}

impl Iterator for CodePoints<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let (point, rest) = match *self.rest {
            [a @ 0..0x80, ref rest @ ..] => (u32::from(a), rest),
            [a @ 0..0xe0, b, ref rest @ ..] => (bits(a, 0x1f, 6) | bits(b, 0x3f, 0), rest),
            [a @ 0..0xf0, b, c, ref rest @ ..] => (bits(a, 0xf, 12) | bits(b, 0x3f, 6) | bits(c, 0x3f, 0), rest),
            [a, b, c, d, ref rest @ ..] => {
                (bits(a, 7, 18) | bits(b, 0x3f, 12) | bits(c, 0x3f, 6) | bits(d, 0x3f, 0), rest)
            }
            _ => return None,
        };
        self.rest = rest;
        Some(point)
    }
}

fn bits(byte: u8, mask: u8, shift: u32) -> u32 {
    u32::from(byte & mask) << shift
}

impl From<&str> for PyText {
    fn from(text: &str) -> PyText {
        PyText { bytes: Arc::from(text.as_bytes()), interned: false }
    }
}

impl From<String> for PyText {
    fn from(text: String) -> PyText {
        PyText { bytes: Arc::from(text.into_bytes()), interned: false }
    }
}

impl Default for PyText {
    fn default() -> PyText {
        PyText::interned("")
    }
}

impl PartialEq for PyText {
    fn eq(&self, other: &PyText) -> bool {
        Arc::ptr_eq(&self.bytes, &other.bytes) || self.bytes == other.bytes
    }
}

impl Eq for PyText {}

impl PartialEq<str> for PyText {
    fn eq(&self, other: &str) -> bool {
        *self.bytes == *other.as_bytes()
    }
}

impl Hash for PyText {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bytes.hash(state);
    }
}

impl fmt::Debug for PyText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.to_string_lossy().fmt(f)
    }
}

impl fmt::Display for PyText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_string_lossy())
    }
}
