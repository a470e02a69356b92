//! UTF-32.

use super::codec::Fault;
use crate::heap::var::StrData;
use crate::types::str::builder::StrBuilder;

/// The unit at `place`.
pub(super) fn unit(input: &[u8], place: usize, big: bool) -> Option<u32> {
    let bytes: [u8; 4] = input.get(place..place + 4)?.try_into().ok()?;
    Some(if big { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) })
}

/// Appends a unit.
pub(super) fn push(out: &mut Vec<u8>, unit: u32, big: bool) {
    out.extend_from_slice(&if big { unit.to_be_bytes() } else { unit.to_le_bytes() });
}

/// See `Codec::decode`.
pub(super) fn decode(input: &[u8], place: &mut usize, last: bool, big: bool, out: &mut StrBuilder) -> Option<Fault> {
    while let Some(c) = unit(input, *place, big) {
        let reason = match c {
            0xd800..0xe000 => "code point in surrogate code point range(0xd800, 0xe000)",
            0..0x11_0000 => {
                out.push(c);
                *place += 4;
                continue;
            }
            _ => "code point not in range(0x110000)",
        };
        return Some(Fault { start: *place, end: *place + 4, reason });
    }
    (last && *place < input.len()).then_some(Fault { start: *place, end: input.len(), reason: "truncated data" })
}

/// See `Codec::encode`.
pub(super) fn encode(text: StrData<'_>, place: &mut usize, big: bool, out: &mut Vec<u8>) -> Option<Fault> {
    let rest = text.slice(*place..text.len());
    out.reserve(rest.len() * 4);
    for c in rest.code_points() {
        if matches!(c, 0xd800..0xe000) {
            return Some(Fault { start: *place, end: *place + 1, reason: "surrogates not allowed" });
        }
        push(out, c, big);
        *place += 1;
    }
    None
}
