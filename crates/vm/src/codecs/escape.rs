//! `unicode_escape` and `raw_unicode_escape`.

use super::codec::{Fault, NameLookup};
use crate::heap::var::StrData;
use crate::types::str::builder::StrBuilder;

/// Result of reading one escape: a code point, nothing (an escaped newline), or an error that ends at `end`.
enum Escape {
    Char(u32),
    Nothing,
    /// Not an escape: the backslash stands for itself, and so does what follows.
    Plain,
    Bad {
        reason: &'static str,
        incomplete: bool,
    },
}

/// See `Codec::decode`; with `names` all escapes of a str literal, without only `\u` and `\U`.
pub(super) fn decode(
    input: &[u8],
    place: &mut usize,
    last: bool,
    out: &mut StrBuilder,
    mut names: Option<&mut NameLookup<'_>>,
) -> Option<Fault> {
    loop {
        let rest = input.get(*place..).unwrap_or_default();
        let plain = memchr::memchr(b'\\', rest).unwrap_or(rest.len());
        out.push_latin1(rest.get(..plain).unwrap_or_default());
        *place += plain;
        let start = *place;
        if start >= input.len() {
            return None;
        }
        let mut end = start + 1;
        let escape = match (names.as_deref_mut(), input.get(end)) {
            (Some(names), _) => read_escape(input, &mut end, names),
            (None, Some(b'u')) => hex(input, &mut end, 4, "truncated \\uXXXX escape", "\\Uxxxxxxxx out of range"),
            (None, Some(b'U')) => hex(input, &mut end, 8, "truncated \\UXXXXXXXX escape", "\\Uxxxxxxxx out of range"),
            (None, None) if !last => return None,
            (None, _) => Escape::Plain,
        };
        match escape {
            Escape::Char(c) => out.push(c),
            Escape::Nothing => {}
            Escape::Plain => {
                out.push_latin1(input.get(start..(start + 2).min(input.len())).unwrap_or_default());
                end = (start + 2).min(input.len());
            }
            Escape::Bad { incomplete: true, .. } if !last => return None,
            Escape::Bad { reason, .. } => return Some(Fault { start, end, reason }),
        }
        *place = end;
    }
}

/// Reads the escape whose letter is at `*end`, and moves `*end` behind it.
fn read_escape(input: &[u8], end: &mut usize, names: &mut NameLookup<'_>) -> Escape {
    let Some(&letter) = input.get(*end) else {
        return Escape::Bad { reason: "\\ at end of string", incomplete: true };
    };
    let illegal = "illegal Unicode character";
    match letter {
        b'x' => return hex(input, end, 2, "truncated \\xXX escape", illegal),
        b'u' => return hex(input, end, 4, "truncated \\uXXXX escape", illegal),
        b'U' => return hex(input, end, 8, "truncated \\UXXXXXXXX escape", illegal),
        b'N' => return named(input, end, names),
        b'0'..=b'7' => {
            let (count, value) = octal(input.get(*end..).unwrap_or_default());
            *end += count;
            return Escape::Char(value);
        }
        _ => {}
    }
    *end += 1;
    match (letter, simple(letter)) {
        (b'\n', _) => Escape::Nothing,
        (_, Some(byte)) => Escape::Char(u32::from(byte)),
        (_, None) => Escape::Plain,
    }
}

/// What a backslash and this letter stand for, if that takes nothing more.
pub(super) fn simple(letter: u8) -> Option<u8> {
    Some(match letter {
        b'\\' | b'\'' | b'"' => letter,
        b'a' => 7,
        b'b' => 8,
        b't' => 9,
        b'n' => 10,
        b'v' => 11,
        b'f' => 12,
        b'r' => 13,
        _ => return None,
    })
}

/// The up to three octal digits at the start of `bytes`: how many there are, and their value.
pub(super) fn octal(bytes: &[u8]) -> (usize, u32) {
    let digits = bytes.iter().take(3).take_while(|digit| matches!(digit, b'0'..=b'7'));
    digits.fold((0, 0), |(count, value), digit| (count + 1, value * 8 + u32::from(digit - b'0')))
}

/// Reads `count` hexadecimal digits behind the letter at `*end`.
fn hex(input: &[u8], end: &mut usize, count: usize, truncated: &'static str, illegal: &'static str) -> Escape {
    *end += 1;
    let mut value: u32 = 0;
    for _ in 0..count {
        let Some(&byte) = input.get(*end) else { return Escape::Bad { reason: truncated, incomplete: true } };
        let Some(digit) = char::from(byte).to_digit(16) else {
            return Escape::Bad { reason: truncated, incomplete: false };
        };
        value = value << 4 | digit;
        *end += 1;
    }
    if value < 0x11_0000 { Escape::Char(value) } else { Escape::Bad { reason: illegal, incomplete: false } }
}

/// Reads `{name}` behind the letter at `*end`.
fn named(input: &[u8], end: &mut usize, names: &mut NameLookup<'_>) -> Escape {
    let malformed = |incomplete| Escape::Bad { reason: "malformed \\N character escape", incomplete };
    *end += 1;
    match input.get(*end) {
        None => return malformed(true),
        Some(b'{') => *end += 1,
        Some(_) => return malformed(false),
    }
    let rest = input.get(*end..).unwrap_or_default();
    let Some(len) = memchr::memchr(b'}', rest) else {
        *end = input.len();
        return malformed(true);
    };
    *end += len;
    if len == 0 {
        return malformed(false);
    }
    *end += 1;
    match names(rest.get(..len).unwrap_or_default()) {
        Some(c) => Escape::Char(c),
        None => Escape::Bad { reason: "unknown Unicode character name", incomplete: false },
    }
}

/// `\xhh`, `\uhhhh` or `\Uhhhhhhhh`, the shortest that fits (or at least four digits).
pub(super) fn push_escape(out: &mut Vec<u8>, c: u32, allow_x: bool) {
    let text = match c {
        0..0x100 if allow_x => format!("\\x{c:02x}"),
        0..0x1_0000 => format!("\\u{c:04x}"),
        _ => format!("\\U{c:08x}"),
    };
    out.extend_from_slice(text.as_bytes());
}

/// See `Codec::encode`.
pub(super) fn encode(text: StrData<'_>, out: &mut Vec<u8>) {
    for c in text.code_points() {
        match c {
            0x5c => out.extend_from_slice(b"\\\\"),
            0x09 => out.extend_from_slice(b"\\t"),
            0x0a => out.extend_from_slice(b"\\n"),
            0x0d => out.extend_from_slice(b"\\r"),
            0x20..0x7f => out.push(c as u8),
            _ => push_escape(out, c, true),
        }
    }
}

/// See `Codec::encode`.
pub(super) fn encode_raw(text: StrData<'_>, out: &mut Vec<u8>) {
    for c in text.code_points() {
        if c < 0x100 { out.push(c as u8) } else { push_escape(out, c, false) }
    }
}
