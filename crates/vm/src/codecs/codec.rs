//! The codecs that are native: which there are, and the one loop shape that all of them have.
//!
//! A codec runs until its input ends or something is wrong; then it hands back a [`Fault`] and stands where the error
//! handler's answer will let it go on. That keeps error handlers, which may be Python functions, out of the codecs.

use super::{escape, utf7, utf8, utf16, utf32};
use crate::heap::var::StrData;
use crate::stringlib::Unit;
use crate::types::str::builder::StrBuilder;
use crate::types::str::data::with_units;

/// What a codec cannot decode or encode: bytes or code points `start..end`, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where it starts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The exception's `reason`.
    pub reason: &'static str,
}

/// Order of the bytes in a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByteOrder {
    /// Little-endian (the machine's, when encoding without a byte-order mark matters).
    Little,
    /// Big-endian.
    Big,
    /// As the byte-order mark says; written with one, little-endian.
    Marked,
}

/// A native codec.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Codec {
    /// UTF-8
    Utf8,
    /// UTF-8 with a byte-order mark
    Utf8Sig,
    /// UTF-7
    Utf7,
    /// ISO 8859-1
    Latin1,
    /// ASCII
    Ascii,
    /// UTF-16
    Utf16(ByteOrder),
    /// UTF-32
    Utf32(ByteOrder),
    /// Python's escapes
    UnicodeEscape,
    /// Only `\u` and `\U`
    RawUnicodeEscape,
}

/// Looks up a character name for `\N{…}`.
pub type NameLookup<'n> = dyn FnMut(&[u8]) -> Option<u32> + 'n;

impl Codec {
    /// The codec of this normalised name (lower case, `_` between words) or one of its aliases.
    pub fn from_name(name: &str) -> Option<Codec> {
        Some(match name {
            "utf_8" | "utf8" | "u8" | "utf" | "utf8_ucs2" | "utf8_ucs4" | "cp65001" => Codec::Utf8,
            "utf_8_sig" => Codec::Utf8Sig,
            "utf_7" | "utf7" | "u7" | "unicode_1_1_utf_7" => Codec::Utf7,
            "latin_1" | "latin1" | "iso8859_1" | "iso_8859_1" | "iso8859" | "8859" | "cp819" | "csisolatin1"
            | "ibm819" | "iso_8859_1_1987" | "iso_ir_100" | "l1" | "latin" => Codec::Latin1,
            "ascii" | "us_ascii" | "646" | "ansi_x3.4_1968" | "ansi_x3_4_1968" | "ansi_x3.4_1986" | "cp367"
            | "csascii" | "ibm367" | "iso646_us" | "iso_646.irv_1991" | "iso_ir_6" | "us" => Codec::Ascii,
            "utf_16" | "utf16" | "u16" => Codec::Utf16(ByteOrder::Marked),
            "utf_16_le" | "utf_16le" | "unicodelittleunmarked" => Codec::Utf16(ByteOrder::Little),
            "utf_16_be" | "utf_16be" | "unicodebigunmarked" => Codec::Utf16(ByteOrder::Big),
            "utf_32" | "utf32" | "u32" => Codec::Utf32(ByteOrder::Marked),
            "utf_32_le" | "utf_32le" => Codec::Utf32(ByteOrder::Little),
            "utf_32_be" | "utf_32be" => Codec::Utf32(ByteOrder::Big),
            "unicode_escape" => Codec::UnicodeEscape,
            "raw_unicode_escape" => Codec::RawUnicodeEscape,
            _ => return None,
        })
    }

    /// `encoding` of a UnicodeEncodeError from this codec.
    pub const fn name(self) -> &'static str {
        match self {
            Codec::Utf8 | Codec::Utf8Sig => "utf-8",
            Codec::Utf7 => "utf7",
            Codec::Latin1 => "latin-1",
            Codec::Ascii => "ascii",
            Codec::Utf16(ByteOrder::Little) => "utf-16-le",
            Codec::Utf16(ByteOrder::Big) => "utf-16-be",
            Codec::Utf16(ByteOrder::Marked) => "utf-16",
            Codec::Utf32(ByteOrder::Little) => "utf-32-le",
            Codec::Utf32(ByteOrder::Big) => "utf-32-be",
            Codec::Utf32(ByteOrder::Marked) => "utf-32",
            Codec::UnicodeEscape => "unicodeescape",
            Codec::RawUnicodeEscape => "rawunicodeescape",
        }
    }

    /// The codec that will really decode `input`, and the length of the mark in front of it.
    pub fn for_input(self, input: &[u8]) -> (Codec, usize) {
        match self {
            Codec::Utf8Sig => (Codec::Utf8, if input.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 }),
            Codec::Utf16(ByteOrder::Marked) => match input {
                [0xff, 0xfe, ..] => (Codec::Utf16(ByteOrder::Little), 2),
                [0xfe, 0xff, ..] => (Codec::Utf16(ByteOrder::Big), 2),
                _ => (Codec::Utf16(ByteOrder::Little), 0),
            },
            Codec::Utf32(ByteOrder::Marked) => match input {
                [0xff, 0xfe, 0, 0, ..] => (Codec::Utf32(ByteOrder::Little), 4),
                [0, 0, 0xfe, 0xff, ..] => (Codec::Utf32(ByteOrder::Big), 4),
                _ => (Codec::Utf32(ByteOrder::Little), 0),
            },
            other => (other, 0),
        }
    }

    /// The mark that encoded text begins with.
    pub const fn mark(self) -> &'static [u8] {
        match self {
            Codec::Utf8Sig => b"\xef\xbb\xbf",
            Codec::Utf16(ByteOrder::Marked) => b"\xff\xfe",
            Codec::Utf32(ByteOrder::Marked) => b"\xff\xfe\0\0",
            _ => b"",
        }
    }

    /// Decodes from `*place` on, until the end (`None`; `*place` is what was used: all of it, unless the input is not the
    /// `last` and stops amid a character) or a fault. The codec is one that [`Codec::for_input`] returned.
    pub fn decode(
        self,
        input: &[u8],
        place: &mut usize,
        last: bool,
        out: &mut StrBuilder,
        names: &mut NameLookup<'_>,
    ) -> Option<Fault> {
        match self {
            Codec::Utf8 | Codec::Utf8Sig => utf8::decode(input, place, last, out),
            Codec::Utf7 => utf7::decode(input, place, last, out),
            Codec::Latin1 => {
                out.push_latin1(input.get(*place..).unwrap_or_default());
                *place = input.len();
                None
            }
            Codec::Ascii => decode_ascii(input, place, out),
            Codec::Utf16(order) => utf16::decode(input, place, last, order == ByteOrder::Big, out),
            Codec::Utf32(order) => utf32::decode(input, place, last, order == ByteOrder::Big, out),
            Codec::UnicodeEscape => escape::decode(input, place, last, out, Some(names)),
            Codec::RawUnicodeEscape => escape::decode(input, place, last, out, None),
        }
    }

    /// Encodes from `*place` on, until the end (`None`) or a fault.
    pub fn encode(self, text: StrData<'_>, place: &mut usize, out: &mut Vec<u8>) -> Option<Fault> {
        match self {
            Codec::Utf8 | Codec::Utf8Sig => utf8::encode(text, place, out),
            Codec::Utf7 => {
                utf7::encode(text, out);
                *place = text.len();
                None
            }
            Codec::Latin1 => encode_below(text, place, 0x100, "ordinal not in range(256)", out),
            Codec::Ascii => encode_below(text, place, 0x80, "ordinal not in range(128)", out),
            Codec::Utf16(order) => utf16::encode(text, place, order == ByteOrder::Big, out),
            Codec::Utf32(order) => utf32::encode(text, place, order == ByteOrder::Big, out),
            Codec::UnicodeEscape => {
                escape::encode(text, out);
                *place = text.len();
                None
            }
            Codec::RawUnicodeEscape => {
                escape::encode_raw(text, out);
                *place = text.len();
                None
            }
        }
    }

    /// Appends what an error handler gave as text; false if the codec cannot encode it.
    pub fn encode_replacement(self, text: StrData<'_>, out: &mut Vec<u8>) -> bool {
        let limit = if self == Codec::Latin1 { 0x100 } else { 0x80 };
        if text.code_points().any(|c| c >= limit) {
            return false;
        }
        self.encode(text, &mut 0, out).is_none()
    }

    /// Bytes in a unit: what an error handler gives as bytes must be whole units.
    pub const fn unit(self) -> usize {
        match self {
            Codec::Utf16(_) => 2,
            Codec::Utf32(_) => 4,
            _ => 1,
        }
    }
}

fn decode_ascii(input: &[u8], place: &mut usize, out: &mut StrBuilder) -> Option<Fault> {
    let rest = input.get(*place..).unwrap_or_default();
    let good = rest.iter().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
    out.push_ascii(rest.get(..good).unwrap_or_default());
    *place += good;
    (good < rest.len()).then(|| Fault { start: *place, end: *place + 1, reason: "ordinal not in range(128)" })
}

fn encode_below(
    text: StrData<'_>,
    place: &mut usize,
    limit: u32,
    reason: &'static str,
    out: &mut Vec<u8>,
) -> Option<Fault> {
    let rest = text.slice(*place..text.len());
    if let StrData::Ascii(units) = rest {
        out.extend_from_slice(units);
        *place = text.len();
        return None;
    }
    let good = rest.code_points().position(|c| c >= limit).unwrap_or(rest.len());
    with_units!(rest.slice(0..good), units => out.extend(units.iter().map(|unit| unit.code() as u8)));
    *place += good;
    if good == rest.len() {
        return None;
    }
    let bad = text.slice(*place..text.len()).code_points().take_while(|&c| c >= limit).count();
    Some(Fault { start: *place, end: *place + bad, reason })
}
