//! Values of literals. Text is WTF-8 (`"\ud800"` is a legal str), and integers keep their digits when they are large,
//! so that the parser needs no big-integer arithmetic.

/// The value of a `Constant` or `MatchSingleton` node.
#[derive(Clone, Copy, Debug)]
pub enum Constant<'a> {
    /// `None`
    None,
    /// `True`
    True,
    /// `False`
    False,
    /// `...`
    Ellipsis,
    /// A str.
    Str(Wtf8<'a>),
    /// A bytes.
    Bytes(&'a [u8]),
    /// An int; a literal is never negative.
    Int(Int<'a>),
    /// A float.
    Float(f64),
    /// An imaginary literal: a complex whose real part is 0.0.
    Complex(f64),
}

/// An integer literal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Int<'a> {
    /// A value below 2**64.
    Small(u64),
    /// A value of 2**64 or more.
    Big {
        /// The digits, without prefix, underscores or leading zeros.
        digits: &'a str,
        /// 2, 8, 10 or 16.
        radix: u32,
    },
}

/// Text that may hold lone surrogates. It remembers whether it does, so plain text needs no second check.
#[derive(Clone, Copy)]
pub struct Wtf8<'a>(Repr<'a>);

#[derive(Clone, Copy)]
enum Repr<'a> {
    Utf8(&'a str),
    /// Surrogates are encoded as UTF-8 would encode any code point of three bytes ("surrogatepass").
    Surrogates(&'a [u8]),
}

impl<'a> Wtf8<'a> {
    /// Plain text.
    pub const fn from_str(text: &'a str) -> Self {
        Wtf8(Repr::Utf8(text))
    }

    /// Text from generalised UTF-8 bytes, which the caller built code point by code point.
    pub fn from_wtf8(bytes: &'a [u8]) -> Self {
        match std::str::from_utf8(bytes) {
            Ok(text) => Wtf8(Repr::Utf8(text)),
            Err(_) => Wtf8(Repr::Surrogates(bytes)),
        }
    }

    /// The text, when it holds no surrogate.
    pub const fn as_str(self) -> Option<&'a str> {
        match self.0 {
            Repr::Utf8(text) => Some(text),
            Repr::Surrogates(_) => None,
        }
    }

    /// The generalised UTF-8 bytes.
    pub const fn as_bytes(self) -> &'a [u8] {
        match self.0 {
            Repr::Utf8(text) => text.as_bytes(),
            Repr::Surrogates(bytes) => bytes,
        }
    }

    /// Whether there is no text at all.
    pub const fn is_empty(self) -> bool {
        self.as_bytes().is_empty()
    }

    /// The code points, surrogates included.
    pub fn code_points(self) -> impl Iterator<Item = u32> + Clone + use<'a> {
        CodePoints { rest: self.as_bytes() }
    }
}

impl PartialEq for Wtf8<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl Eq for Wtf8<'_> {}

impl std::hash::Hash for Wtf8<'_> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.as_bytes().hash(state);
    }
}

impl std::fmt::Debug for Wtf8<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            Repr::Utf8(text) => std::fmt::Debug::fmt(text, f),
            Repr::Surrogates(bytes) => write!(f, "wtf8\"{}\"", bytes.escape_ascii()),
        }
    }
}

#[derive(Clone)]
struct CodePoints<'a> {
    rest: &'a [u8],
}

impl Iterator for CodePoints<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let (value, rest) = match *self.rest {
            [a, ref rest @ ..] if a < 0x80 => (u32::from(a), rest),
            [a, b, ref rest @ ..] if a < 0xe0 => (tail(u32::from(a & 0x1f), b), rest),
            [a, b, c, ref rest @ ..] if a < 0xf0 => (tail(tail(u32::from(a & 0x0f), b), c), rest),
            [a, b, c, d, ref rest @ ..] => (tail(tail(tail(u32::from(a & 0x07), b), c), d), rest),
            _ => return None,
        };
        self.rest = rest;
        Some(value)
    }
}

fn tail(value: u32, byte: u8) -> u32 {
    value << 6 | u32::from(byte & 0x3f)
}

/// Appends one code point, which may be a surrogate, as generalised UTF-8.
pub fn push_code_point(out: &mut Vec<u8>, value: u32) {
    match char::from_u32(value) {
        Some(c) => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        None => {
            let part = |shift: u32, mask: u32| (value >> shift & mask) as u8;
            out.extend_from_slice(&[0xe0 | part(12, 0x0f), 0x80 | part(6, 0x3f), 0x80 | part(0, 0x3f)]);
        }
    }
}
