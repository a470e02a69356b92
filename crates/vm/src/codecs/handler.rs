//! The standard error handlers, on what a codec found (no objects here; `errors.rs` has the Python side).

use super::codec::{Codec, Fault};
use super::{escape, utf8, utf16, utf32};
use crate::heap::var::StrData;
use crate::types::str::builder::StrBuilder;

/// A standard error handler.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handler {
    /// Raise.
    Strict,
    /// Skip.
    Ignore,
    /// U+FFFD, or a question mark.
    Replace,
    /// `\x`, `\u`, `\U`.
    BackslashReplace,
    /// `&#…;` (encoding only).
    XmlCharRefReplace,
    /// `\N{…}` (encoding only).
    NameReplace,
    /// Bytes from 0x80 as U+DC80 to U+DCFF and back (PEP 383).
    SurrogateEscape,
    /// Surrogates pass as if they were characters.
    SurrogatePass,
}

/// What replaces a fault when encoding.
pub enum Replacement {
    /// Text to be encoded.
    Text(Vec<u8>),
    /// Bytes to be copied.
    Bytes(Vec<u8>),
}

impl Handler {
    /// All, with their names.
    pub const ALL: [(&'static str, Handler); 8] = [
        ("strict", Handler::Strict),
        ("ignore", Handler::Ignore),
        ("replace", Handler::Replace),
        ("xmlcharrefreplace", Handler::XmlCharRefReplace),
        ("backslashreplace", Handler::BackslashReplace),
        ("namereplace", Handler::NameReplace),
        ("surrogatepass", Handler::SurrogatePass),
        ("surrogateescape", Handler::SurrogateEscape),
    ];

    /// The handler of this name.
    pub fn from_name(name: &str) -> Option<Handler> {
        Handler::ALL.iter().find(|(candidate, _)| *candidate == name).map(|&(_, handler)| handler)
    }

    /// Answers a decoding fault: text goes to `out`, and decoding goes on at the place returned. `None`: it is an error.
    pub fn decode(self, codec: Codec, input: &[u8], fault: &Fault, out: &mut StrBuilder) -> Option<usize> {
        let bad = input.get(fault.start..fault.end).unwrap_or_default();
        match self {
            Handler::Ignore => Some(fault.end),
            Handler::Replace => {
                out.push(0xfffd);
                Some(fault.end)
            }
            Handler::BackslashReplace => {
                bad.iter().for_each(|byte| out.push_str(&format!("\\x{byte:02x}")));
                Some(fault.end)
            }
            Handler::SurrogateEscape => {
                let high = bad.iter().take(4).take_while(|byte| !byte.is_ascii());
                let count = high.map(|&byte| out.push(0xdc00 + u32::from(byte))).count();
                (count > 0).then_some(fault.start + count)
            }
            Handler::SurrogatePass => {
                let (c, len) = match codec {
                    Codec::Utf8 | Codec::Utf8Sig => match input.get(fault.start..fault.start + 3) {
                        Some(&[a @ 0xe0..=0xef, b @ 0x80..=0xbf, c @ 0x80..=0xbf]) => {
                            (u32::from(a & 0x0f) << 12 | u32::from(b & 0x3f) << 6 | u32::from(c & 0x3f), 3)
                        }
                        _ => return None,
                    },
                    Codec::Utf16(order) => (utf16::unit(input, fault.start, order == super::ByteOrder::Big)?, 2),
                    Codec::Utf32(order) => (utf32::unit(input, fault.start, order == super::ByteOrder::Big)?, 4),
                    _ => return None,
                };
                matches!(c, 0xd800..0xe000).then(|| {
                    out.push(c);
                    fault.start + len
                })
            }
            Handler::Strict | Handler::XmlCharRefReplace | Handler::NameReplace => None,
        }
    }

    /// What replaces an encoding fault (and encoding goes on behind it). An error is the fault to be raised: what was dealt
    /// with is no longer part of it. `name_of` gives the name of a code point.
    pub fn encode(
        self,
        codec: Codec,
        text: StrData<'_>,
        fault: &Fault,
        name_of: &mut dyn FnMut(u32) -> Option<String>,
    ) -> Result<Replacement, Fault> {
        let bad = text.slice(fault.start..fault.end.min(text.len()));
        let mut out = Vec::new();
        match self {
            Handler::Ignore => {}
            Handler::Replace => out.resize(bad.len(), b'?'),
            Handler::BackslashReplace => bad.code_points().for_each(|c| escape::push_escape(&mut out, c, true)),
            Handler::XmlCharRefReplace => {
                bad.code_points().for_each(|c| out.extend_from_slice(format!("&#{c};").as_bytes()));
            }
            Handler::NameReplace => bad.code_points().for_each(|c| match name_of(c) {
                Some(name) => out.extend_from_slice(format!("\\N{{{name}}}").as_bytes()),
                None => escape::push_escape(&mut out, c, true),
            }),
            Handler::SurrogateEscape => {
                let escaped = |c: u32| c.checked_sub(0xdc00).and_then(|byte| u8::try_from(byte).ok());
                for c in bad.code_points() {
                    match escaped(c).filter(|byte| !byte.is_ascii()) {
                        Some(byte) => out.push(byte),
                        None => return Err(Fault { start: fault.start + out.len(), ..*fault }),
                    }
                }
                return Handler::whole_units(codec, out, fault);
            }
            Handler::SurrogatePass => {
                for c in bad.code_points() {
                    if !matches!(c, 0xd800..0xe000) {
                        return Err(*fault);
                    }
                    match codec {
                        Codec::Utf8 | Codec::Utf8Sig => out.extend_from_slice(&utf8::surrogate_bytes(c)),
                        Codec::Utf16(order) => utf16::push(&mut out, c, order == super::ByteOrder::Big),
                        Codec::Utf32(order) => utf32::push(&mut out, c, order == super::ByteOrder::Big),
                        _ => return Err(*fault),
                    }
                }
                return Ok(Replacement::Bytes(out));
            }
            Handler::Strict => return Err(*fault),
        }
        Ok(Replacement::Text(out))
    }

    /// Bytes that replace a fault, if the codec can take so many.
    fn whole_units(codec: Codec, bytes: Vec<u8>, fault: &Fault) -> Result<Replacement, Fault> {
        if bytes.len().is_multiple_of(codec.unit()) { Ok(Replacement::Bytes(bytes)) } else { Err(*fault) }
    }
}
