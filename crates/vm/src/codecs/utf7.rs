//! UTF-7 (RFC 2152).

use super::codec::Fault;
use crate::heap::var::StrData;
use crate::types::str::builder::StrBuilder;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn sextet(byte: u8) -> Option<u32> {
    Some(u32::from(match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    }))
}

/// Bits of a base-64 section that are not yet a code unit, and a first surrogate that waits for its second.
#[derive(Default)]
struct Shift {
    bits: u32,
    buffer: u32,
    surrogate: Option<u32>,
}

impl Shift {
    fn feed(&mut self, sextet: u32, out: &mut StrBuilder) {
        self.buffer = self.buffer << 6 | sextet;
        self.bits += 6;
        if self.bits < 16 {
            return;
        }
        self.bits -= 16;
        let unit = self.buffer >> self.bits & 0xffff;
        self.buffer &= (1 << self.bits) - 1;
        match (self.surrogate.take(), unit) {
            (Some(high), 0xdc00..0xe000) => {
                out.push(0x1_0000 + ((high - 0xd800) << 10) + (unit - 0xdc00));
                return;
            }
            (Some(high), _) => out.push(high),
            (None, _) => {}
        }
        if matches!(unit, 0xd800..0xdc00) {
            self.surrogate = Some(unit);
        } else {
            out.push(unit);
        }
    }
}

/// See `Codec::decode`. An error handler always goes on outside a base-64 section.
pub(super) fn decode(input: &[u8], place: &mut usize, last: bool, out: &mut StrBuilder) -> Option<Fault> {
    while let Some(&byte) = input.get(*place) {
        let start = *place;
        if byte != b'+' {
            *place += 1;
            if !byte.is_ascii() {
                return Some(Fault { start, end: *place, reason: "unexpected special character" });
            }
            out.push(u32::from(byte));
            continue;
        }
        match input.get(start + 1).copied() {
            Some(b'-') => {
                out.push(u32::from(b'+'));
                *place += 2;
            }
            Some(next) if sextet(next).is_none() => {
                return Some(Fault { start, end: start + 2, reason: "ill-formed sequence" });
            }
            _ => {
                let end = section_end(input, start + 1);
                if end == input.len() && !last {
                    return None;
                }
                let fault = section(input, start, end, out);
                if fault.is_some() {
                    return fault;
                }
                *place = end + usize::from(input.get(end) == Some(&b'-'));
            }
        }
    }
    None
}

fn section_end(input: &[u8], start: usize) -> usize {
    let rest = input.get(start..).unwrap_or_default();
    start + rest.iter().take_while(|&&byte| sextet(byte).is_some()).count()
}

/// Decodes the base-64 section between the `+` at `start` and `end`.
fn section(input: &[u8], start: usize, end: usize, out: &mut StrBuilder) -> Option<Fault> {
    let mut shift = Shift::default();
    for &byte in input.get(start + 1..end).unwrap_or_default() {
        shift.feed(sextet(byte).unwrap_or(0), out);
    }
    let Some(&next) = input.get(end) else {
        let broken = shift.surrogate.is_some() || shift.bits >= 6 || shift.buffer != 0;
        return broken.then_some(Fault { start, end, reason: "unterminated shift sequence" });
    };
    if shift.bits >= 6 {
        return Some(Fault { start, end: end + 1, reason: "partial character in shift sequence" });
    }
    if shift.buffer != 0 {
        return Some(Fault { start, end: end + 1, reason: "non-zero padding bits in shift sequence" });
    }
    if let Some(high) = shift.surrogate.filter(|_| next.is_ascii() && next != b'+') {
        out.push(high);
    }
    None
}

fn is_direct(c: u32) -> bool {
    matches!(c, 0x20..0x7f | 0x09 | 0x0a | 0x0d) && !matches!(c, 0x2b | 0x5c | 0x7e)
}

/// See `Codec::encode`.
pub(super) fn encode(text: StrData<'_>, out: &mut Vec<u8>) {
    let mut shifted = false;
    let (mut bits, mut buffer) = (0u32, 0u32);
    let digit = |sextet: u32| ALPHABET.get((sextet & 63) as usize).copied().unwrap_or(b'A');
    for c in text.code_points() {
        if is_direct(c) || (c == 0x2b && !shifted) {
            if std::mem::take(&mut shifted) {
                if bits > 0 {
                    out.push(digit(buffer << (6 - bits)));
                }
                (bits, buffer) = (0, 0);
                if sextet(c as u8).is_some() || c == 0x2d {
                    out.push(b'-');
                }
            }
            out.push(c as u8);
            if c == 0x2b {
                out.push(b'-');
            }
            continue;
        }
        if !shifted {
            out.push(b'+');
            shifted = true;
        }
        let mut unit = [0; 2];
        let lone = [c as u16];
        let units: &[u16] = char::from_u32(c).map_or(&lone, |c| c.encode_utf16(&mut unit));
        for &unit in units {
            buffer = buffer << 16 | u32::from(unit);
            bits += 16;
            while bits >= 6 {
                bits -= 6;
                out.push(digit(buffer >> bits));
            }
            buffer &= (1 << bits) - 1;
        }
    }
    if bits > 0 {
        out.push(digit(buffer << (6 - bits)));
    }
    if shifted {
        out.push(b'-');
    }
}
