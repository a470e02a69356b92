//! UTF-8.

use super::codec::Fault;
use crate::heap::var::StrData;
use crate::types::str::builder::StrBuilder;

/// See `Codec::decode`.
pub(super) fn decode(input: &[u8], place: &mut usize, last: bool, out: &mut StrBuilder) -> Option<Fault> {
    let rest = input.get(*place..).unwrap_or_default();
    let error = match std::str::from_utf8(rest) {
        Ok(text) => {
            out.push_str(text);
            *place = input.len();
            return None;
        }
        Err(error) => error,
    };
    let valid = rest.get(..error.valid_up_to()).and_then(|valid| std::str::from_utf8(valid).ok());
    out.push_str(valid.unwrap_or_default());
    *place += error.valid_up_to();
    let start = *place;
    match error.error_len() {
        None if !last => None,
        None => Some(Fault { start, end: input.len(), reason: "unexpected end of data" }),
        Some(len) => {
            let lead = input.get(start).copied().unwrap_or(0);
            let reason = if matches!(lead, 0xc2..=0xf4) { "invalid continuation byte" } else { "invalid start byte" };
            Some(Fault { start, end: start + len, reason })
        }
    }
}

/// See `Codec::encode`.
pub(super) fn encode(text: StrData<'_>, place: &mut usize, out: &mut Vec<u8>) -> Option<Fault> {
    let rest = text.slice(*place..text.len());
    if let StrData::Ascii(units) = rest {
        out.extend_from_slice(units);
        *place = text.len();
        return None;
    }
    out.reserve(rest.len() * 2);
    let mut buffer = [0; 4];
    for c in rest.code_points() {
        let Some(c) = char::from_u32(c) else {
            let bad = text.slice(*place..text.len()).code_points().take_while(|&c| char::from_u32(c).is_none()).count();
            return Some(Fault { start: *place, end: *place + bad, reason: "surrogates not allowed" });
        };
        out.extend_from_slice(c.encode_utf8(&mut buffer).as_bytes());
        *place += 1;
    }
    None
}

/// The three bytes that a surrogate would have.
pub(super) fn surrogate_bytes(c: u32) -> [u8; 3] {
    [0xe0 | (c >> 12) as u8, 0x80 | (c >> 6 & 0x3f) as u8, 0x80 | (c & 0x3f) as u8]
}
