//! UTF-16.

use super::codec::Fault;
use crate::heap::var::StrData;
use crate::types::str::builder::StrBuilder;

/// The unit at `place`.
pub(super) fn unit(input: &[u8], place: usize, big: bool) -> Option<u32> {
    match input.get(place..place + 2) {
        Some(&[a, b]) => Some(u32::from(if big { u16::from_be_bytes([a, b]) } else { u16::from_le_bytes([a, b]) })),
        _ => None,
    }
}

/// Appends a unit.
pub(super) fn push(out: &mut Vec<u8>, unit: u32, big: bool) {
    let unit = unit as u16;
    out.extend_from_slice(&if big { unit.to_be_bytes() } else { unit.to_le_bytes() });
}

/// See `Codec::decode`.
pub(super) fn decode(input: &[u8], place: &mut usize, last: bool, big: bool, out: &mut StrBuilder) -> Option<Fault> {
    while let Some(first) = unit(input, *place, big) {
        let start = *place;
        match first {
            0xdc00..0xe000 => return Some(Fault { start, end: start + 2, reason: "illegal encoding" }),
            0xd800..0xdc00 => match unit(input, start + 2, big) {
                Some(second @ 0xdc00..0xe000) => {
                    out.push(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00));
                    *place += 4;
                }
                Some(_) => return Some(Fault { start, end: start + 2, reason: "illegal UTF-16 surrogate" }),
                None if !last => return None,
                None => return Some(Fault { start, end: input.len(), reason: "unexpected end of data" }),
            },
            _ => {
                out.push(first);
                *place += 2;
            }
        }
    }
    (last && *place < input.len()).then_some(Fault { start: *place, end: input.len(), reason: "truncated data" })
}

/// See `Codec::encode`.
pub(super) fn encode(text: StrData<'_>, place: &mut usize, big: bool, out: &mut Vec<u8>) -> Option<Fault> {
    let rest = text.slice(*place..text.len());
    out.reserve(rest.len() * 2);
    for c in rest.code_points() {
        match c {
            0xd800..0xe000 => {
                return Some(Fault { start: *place, end: *place + 1, reason: "surrogates not allowed" });
            }
            0..0x1_0000 => push(out, c, big),
            _ => {
                let offset = c - 0x1_0000;
                push(out, 0xd800 + (offset >> 10), big);
                push(out, 0xdc00 + (offset & 0x3ff), big);
            }
        }
        *place += 1;
    }
    None
}
